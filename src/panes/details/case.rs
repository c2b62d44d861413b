//! A case in full.

use super::request;
use crate::core::case::{Case, CaseStatus, SafeContact};
use crate::core::deadline::Deadline;
use crate::core::happening::Happening;
use crate::core::id::RecordId;
use crate::panes::page::Page;
use crate::panes::{Ctx, Tone, caseload, deadlines, due};

/// Writes everything the clinic keeps of a case. Privacy mode leaves out the name and how the person is reached.
pub fn write(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    page.title(caseload::named(ctx, Some(case)));
    page.list("details-needs", case.needs.iter().map(|need| locale.need(*need).to_owned()));
    page.pair("details-status", locale.case_status(&case.status, today));
    hold(page, ctx, case);
    a_number(page, ctx, case);
    next_action(page, ctx, case);
    page.pair("details-opened", locale.day(case.opened, today));
    page.pair("details-arrived", case.arrived.map_or_else(String::new, |day| locale.day(day, today)));
    representation(page, ctx, case);
    page.pair("details-language", case.language.as_str());
    page.pair("details-interpreter", locale.interpreter(case.interpreter));
    if !ctx.blur {
        reach(page, ctx, case);
    }
    household(page, ctx, case);
    page.pair("details-referred-by", case.referred_by.as_str());
    page.pair("details-screened", case.screened.as_str());
    page.pair("details-notes", case.notes.as_str());
    page.list("details-happened", ctx.world.happenings_of(case.id).map(|happening| happened(ctx, happening)));
    queue(page, ctx, case);
    request::list(page, ctx, |request| request.case == case.id);
}

/// The legal hold, since when, and whose it is; and that the clinic's period for closed cases is over.
fn hold(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    if let Some(hold) = ctx.world.hold(case.id) {
        let since = ctx.locale.day(hold.since, ctx.moment.today);
        let args = [("since", since.into()), ("by", hold.by.as_str().into()), ("reason", hold.reason.as_str().into())];
        page.toned("details-hold", ctx.locale.tn("details-held", &args), Tone::Warn);
    }
    if let (Some(retention), CaseStatus::Closed { on, .. }) = (ctx.world.retention(), &case.status) {
        let over = retention.over(*on);
        if over <= ctx.moment.today {
            page.pair("details-kept", ctx.locale.tn("details-past", &[("since", ctx.locale.day_year(over).into())]));
        }
    }
}

/// That the A-number is kept, and by which consent; never the number.
fn a_number(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    if let Some(number) = ctx.world.a_number(case.id) {
        let day = ctx.locale.day(number.on, ctx.moment.today);
        let values = [("consent", number.consent.as_str().into()), ("day", day.into())];
        page.pair("details-a-number", ctx.locale.tn("details-a-number-kept", &values));
    }
}

/// "T3 Notice to appear, Tue 3 Nov, paper seen; looked at by Dana Ruiz".
fn happened(ctx: &Ctx<'_>, happening: &Happening) -> String {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    let mut text = format!("{} {}", happening.id, locale.happened(happening.what));
    if let Some(on) = happening.on {
        text.push_str(", ");
        text.push_str(&locale.day(on, today));
    }
    if let Some(reviewed) = &happening.reviewed {
        text.push_str("; ");
        text.push_str(&locale.tn("details-reviewed", &[("by", reviewed.by.as_str().into())]));
    }
    text
}

fn next_action(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    if case.is_open() {
        let cell = caseload::next_action(ctx, case);
        page.toned("details-next-action", cell.text, cell.tone);
    }
}

fn representation(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    page.pair("details-representative", ctx.locale.representation(&case.representation));
    if let Some(person) = case.representative() {
        page.pair("details-phone", person.phone.as_str());
        page.pair("details-before", person.before.as_str());
    }
}

/// How and where the person is reached.
fn reach(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    if let Some(SafeContact { channel, hours, leave_message, name_to_use }) = &case.safe_contact {
        page.pair("details-safe-contact", channel.as_str());
        page.pair("details-hours", hours.as_str());
        let message = if *leave_message { "details-message-yes" } else { "details-message-no" };
        page.pair("details-message", ctx.locale.t(message));
        page.pair("details-name-to-use", name_to_use.as_str());
    }
    if let Some(address) = &case.address {
        page.pair("details-address", address.text.as_str());
        if address.kept_apart {
            page.text(ctx.locale.t("details-kept-apart"), Tone::Warn);
        }
    }
}

/// The household and the codes of its other members; their addresses stay with them.
fn household(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    let Some(household) = case.household.and_then(|id| ctx.world.household(id)) else { return };
    page.pair("details-household", household.label.as_str());
    let others = ctx.world.cases().filter(|other| other.household == case.household && other.id != case.id);
    page.list("details-members", others.map(|other| caseload::named(ctx, Some(other))));
    page.pair("details-household-notes", household.notes.as_str());
}

/// The live deadlines, the most urgent first, and how many there are of others.
fn queue(page: &mut Page<'_>, ctx: &Ctx<'_>, case: &Case) {
    let mut live: Vec<&Deadline> =
        ctx.world.deadlines_of(case.id).filter(|deadline| ctx.ranking.get(deadline.id).is_some()).collect();
    live.sort_unstable_by(|one, two| ctx.ranking.compare(one.id, two.id));
    let lines = live.into_iter().filter_map(|deadline| {
        let ranked = ctx.ranking.get(deadline.id)?;
        Some(format!("{:<2} {} {}", deadlines::mark(ranked.group), due::day(ctx, deadline), deadline.title))
    });
    page.list("details-deadlines", lines);
    let ended = ctx.world.deadlines_of(case.id).filter(|deadline| ctx.ranking.get(deadline.id).is_none());
    let ended = ended.map(|deadline| {
        let state = ctx.locale.deadline_state(&deadline.state, ctx.moment.today);
        format!("{} {}: {state}", RecordId::Deadline(deadline.id), deadline.title)
    });
    page.list("details-ended", ended);
}
