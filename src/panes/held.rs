//! All that is kept of one person, in plain words. Every record is taken apart field by field, so that a field that is
//! added later is not left out without somebody noticing; only what is empty is not said.

mod deadline;
#[cfg(test)]
mod tests;

use super::Ctx;
use super::page::{Line, Page};
use crate::core::a_number::ANumber;
use crate::core::audit::{self, Deed};
use crate::core::case::{Address, Case, CaseStatus, NextAction, Representation, Representative, SafeContact};
use crate::core::event::Event;
use crate::core::happening::{Happening, Known, Reviewed};
use crate::core::hold::Hold;
use crate::core::household::Household;
use crate::core::request::{Consent, Request, RequestState};
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What is not in the records: the case's events, the audit's lines that are about it, and the clinic's time.
pub struct Beside<'a> {
    pub events: &'a [Event],
    pub audit: &'a [audit::Line],
}

/// The page, in the language of `ctx`.
pub fn lines(ctx: &Ctx<'_>, case: &Case, beside: &Beside<'_>) -> Vec<Line> {
    let mut page = Page::new(ctx);
    page.title(ctx.locale.tn("held-title", &[("case", case.code.as_str().into())]));
    page.text(ctx.locale.t("held-intro"), super::Tone::Plain);
    person(&mut page, ctx, case);
    a_number(&mut page, ctx, case);
    for one in ctx.world.deadlines_of(case.id) {
        deadline::write(&mut page, ctx, one);
    }
    for request in ctx.world.requests().filter(|request| request.case == case.id) {
        write_request(&mut page, ctx, request);
    }
    for happening in ctx.world.happenings_of(case.id) {
        write_happening(&mut page, ctx, happening);
    }
    write_events(&mut page, ctx, beside.events);
    keeping(&mut page, ctx, case, beside.audit);
    page.lines()
}

/// A day with its year: the page is kept, and read later.
fn day(ctx: &Ctx<'_>, day: NaiveDate) -> String {
    ctx.locale.day_year(day)
}

fn perhaps(ctx: &Ctx<'_>, date: Option<NaiveDate>) -> String {
    date.map_or_else(String::new, |date| day(ctx, date))
}

fn yes_no(ctx: &Ctx<'_>, yes: bool) -> String {
    ctx.locale.t(if yes { "held-yes" } else { "held-no" })
}

fn person(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    let Case {
        id,
        code,
        name,
        needs,
        status,
        opened,
        household,
        representation,
        language,
        interpreter,
        safe_contact,
        address,
        referred_by,
        screened,
        next_action,
        arrived,
        notes,
    } = case;
    let locale = ctx.locale;
    page.heading("held-person");
    page.pair("held-code", format!("{code} ({id})"));
    page.pair("arg-name", name.as_str());
    page.list("details-needs", needs.iter().map(|need| locale.need(*need).to_owned()));
    match status {
        CaseStatus::Open => page.pair("details-status", locale.t("held-open")),
        CaseStatus::Closed { on, reason } => {
            let values = [("day", day(ctx, *on).into()), ("reason", reason.as_str().into())];
            page.pair("details-status", locale.tn("held-closed", &values));
        }
    }
    page.pair("details-opened", day(ctx, *opened));
    page.pair("details-arrived", perhaps(ctx, *arrived));
    match representation {
        Representation::Unknown | Representation::Nobody => {
            page.pair("details-representative", locale.representation(representation));
        }
        Representation::Named(Representative { name, phone, before }) => {
            page.pair("details-representative", name.as_str());
            page.pair("held-representative-phone", phone.as_str());
            page.pair("details-before", before.as_str());
        }
    }
    page.pair("details-language", language.as_str());
    page.pair("details-interpreter", locale.interpreter(*interpreter));
    if let Some(SafeContact { channel, hours, leave_message, name_to_use }) = safe_contact {
        page.pair("details-safe-contact", channel.as_str());
        page.pair("details-hours", hours.as_str());
        let message = if *leave_message { "details-message-yes" } else { "details-message-no" };
        page.pair("details-message", locale.t(message));
        page.pair("details-name-to-use", name_to_use.as_str());
    }
    if let Some(Address { text, kept_apart }) = address {
        page.pair("details-address", text.as_str());
        if *kept_apart {
            page.pair("details-address", locale.t("details-kept-apart"));
        }
    }
    page.pair("details-referred-by", referred_by.as_str());
    page.pair("details-screened", screened.as_str());
    if let Some(NextAction { what, owner, on }) = next_action {
        let values = [("what", what.as_str().into()), ("owner", owner.as_str().into()), ("day", day(ctx, *on).into())];
        page.pair("details-next-action", locale.tn("held-next-action", &values));
    }
    page.pair("details-notes", notes.as_str());
    let Some(of) = household.and_then(|id| ctx.world.household(id)) else { return };
    let Household { id, label, notes } = of;
    let others = ctx.world.cases().filter(|other| other.household == Some(*id) && other.id != case.id).count();
    page.pair("details-household", locale.tn("held-household", &[("label", label.into()), ("others", others.into())]));
    page.pair("details-household-notes", notes.as_str());
}

/// Whether the number is kept; never the number itself, which is shown for a purpose only.
fn a_number(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    match ctx.world.a_number(case.id) {
        Some(ANumber { case: _, consent, on, sealed: _ }) => {
            let values = [("consent", consent.as_str().into()), ("day", day(ctx, *on).into())];
            page.pair("details-a-number", ctx.locale.tn("held-a-number", &values));
        }
        None => page.pair("details-a-number", ctx.locale.t("held-no-a-number")),
    }
}

fn write_request(page: &mut Page<'_>, ctx: &Ctx<'_>, request: &Request) {
    let Request { id, case: _, partner, deadline, what, state, consent, needed_by, created } = request;
    let locale = ctx.locale;
    page.title(locale.tn("held-request", &[("what", what.as_str().into()), ("id", id.to_string().into())]));
    page.pair("details-partner", ctx.world.partner(*partner).map_or("", |partner| partner.name.as_str()));
    let (key, on, reason) = match state {
        RequestState::Draft => ("held-draft", None, ""),
        RequestState::Sent { on } => ("held-sent", Some(*on), ""),
        RequestState::Accepted { on } => ("held-accepted", Some(*on), ""),
        RequestState::Declined { on, reason } => ("held-declined", Some(*on), reason.as_str()),
        RequestState::Done { on } => ("held-answered", Some(*on), ""),
        RequestState::Withdrawn { on } => ("held-withdrawn", Some(*on), ""),
    };
    let values = [("day", perhaps(ctx, on).into()), ("reason", reason.into())];
    page.pair("details-status", locale.tn(key, &values));
    let served = deadline.and_then(|id| ctx.world.deadline(id));
    page.pair("details-deadlines", served.map_or("", |deadline| deadline.title.as_str()));
    page.pair("details-needed-by", perhaps(ctx, *needed_by));
    match consent {
        Some(Consent { who, what, how, on }) => {
            let values =
                [("who", who.into()), ("what", what.into()), ("how", how.into()), ("day", day(ctx, *on).into())];
            page.pair("details-consent", locale.tn("details-consent-given", &values));
        }
        None => page.pair("details-consent", locale.t("details-consent-none")),
    }
    page.pair("details-opened", day(ctx, *created));
}

fn write_happening(page: &mut Page<'_>, ctx: &Ctx<'_>, happening: &Happening) {
    let Happening { id, case: _, what, on, known, mailed, note, logged, reviewed } = happening;
    let locale = ctx.locale;
    page.title(format!("{} ({id})", locale.happened(*what)));
    page.pair("held-day", perhaps(ctx, *on));
    page.pair("held-known", locale.t(if *known == Known::Seen { "held-seen" } else { "held-told" }));
    page.pair("held-mailed", yes_no(ctx, *mailed));
    page.pair("details-notes", note.as_str());
    page.pair("held-noted-on", day(ctx, *logged));
    if let Some(Reviewed { by, on }) = reviewed {
        let values = [("by", by.as_str().into()), ("day", day(ctx, *on).into())];
        page.pair("held-reviewed", locale.tn("held-reviewed-by", &values));
    }
}

fn write_events(page: &mut Page<'_>, ctx: &Ctx<'_>, events: &[Event]) {
    if events.is_empty() {
        return;
    }
    page.heading("held-events");
    let zone = super::due::clinic_zone(ctx);
    for event in events {
        let Event { id: _, case: _, at, kind, text: _, act: _ } = event;
        let local = at.with_timezone(&zone).naive_local();
        let label = format!("{} {}, {}", day(ctx, local.date()), local.format("%H:%M"), ctx.locale.event_kind(*kind));
        page.label(label, ctx.locale.event_text(event));
    }
}

/// How long it is kept, where copies are, and how it ends.
fn keeping(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case, audit: &[audit::Line]) {
    let locale = ctx.locale;
    page.heading("held-keeping");
    if let Some(Hold { case: _, reason, by, since }) = ctx.world.hold(case.id) {
        let values = [("reason", reason.into()), ("by", by.into()), ("since", day(ctx, *since).into())];
        page.pair("details-hold", locale.tn("details-held", &values));
    }
    match ctx.world.retention() {
        Some(period) => page.pair("held-how-long", locale.tn("held-period", &[("years", period.closed_years.into())])),
        None => page.pair("held-how-long", locale.t("held-no-period")),
    }
    let zone = super::due::clinic_zone(ctx);
    let copies = audit.iter().filter_map(|line| {
        let key = match &line.entry.deed {
            Deed::Exported { what: audit::Export::Calendar | audit::Export::CalendarWithNames, .. } => "held-calendar",
            Deed::Exported { what: audit::Export::Records, .. } => "held-exported",
            Deed::Exported { what: audit::Export::WhatWeHold, .. } => "held-printed",
            _ => return None,
        };
        let on = line.entry.at.with_timezone(&zone).date_naive();
        Some(locale.tn(key, &[("day", day(ctx, on).into())]))
    });
    let mut copies: Vec<String> = backups(ctx, audit, zone).into_iter().chain(copies).collect();
    copies.dedup();
    if copies.is_empty() {
        copies.push(locale.t("held-no-copies"));
    }
    page.list("held-copies", copies);
    page.pair("held-seen-by", locale.t("held-audit"));
    page.pair("held-erasing", locale.t("held-how-to-erase"));
    page.pair("held-copies-end", locale.t("held-how-copies-end"));
}

/// The sealed copies in one line: the vault makes one on most days.
fn backups(ctx: &Ctx<'_>, audit: &[audit::Line], zone: Tz) -> Option<String> {
    let made = audit.iter().filter(|line| matches!(line.entry.deed, Deed::BackedUp { .. }));
    let days: BTreeSet<NaiveDate> = made.map(|line| line.entry.at.with_timezone(&zone).date_naive()).collect();
    let (first, last) = (day(ctx, *days.first()?), day(ctx, *days.last()?));
    Some(match days.len() {
        1 => ctx.locale.tn("held-backup", &[("day", first.into())]),
        count => {
            let values = [("count", count.into()), ("first", first.into()), ("last", last.into())];
            ctx.locale.tn("held-backups", &values)
        }
    })
}

/// The page as data: sections with their labels and values.
pub fn json(code: &str, lines: &[Line]) -> Value {
    let mut sections: Vec<(String, Vec<Value>)> = Vec::new();
    let mut label = String::new();
    for line in lines {
        let entry = match line {
            Line::Heading(title) => {
                sections.push((title.clone(), Vec::new()));
                continue;
            }
            Line::Text(cell) => json!({ "label": null, "value": cell.text }),
            Line::Pair(named, cell) => {
                if !named.is_empty() {
                    label.clone_from(named);
                }
                json!({ "label": label, "value": cell.text })
            }
        };
        if let Some((_, entries)) = sections.last_mut() {
            entries.push(entry);
        }
    }
    let sections: Vec<Value> =
        sections.into_iter().map(|(title, entries)| json!({ "title": title, "entries": entries })).collect();
    json!({ "case": code, "sections": sections })
}
