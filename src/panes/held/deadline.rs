//! A deadline with its steps, its source and its pin.

use super::{day, perhaps, yes_no};
use crate::core::deadline::{Acted, Appointment, Certainty, Deadline, DeadlineState, Due, RuleUse, Source};
use crate::core::pin::{Pin, Way};
use crate::core::step::{Step, StepState};
use crate::panes::Ctx;
use crate::panes::page::Page;

/// Writes all that is kept of it.
pub fn write(page: &mut Page<'_>, ctx: &Ctx<'_>, deadline: &Deadline) {
    let Deadline {
        id,
        case: _,
        title,
        kind,
        consequence,
        due,
        medium,
        source,
        certainty,
        state,
        steps,
        snoozed_until,
        acted,
        accompany,
        notes,
    } = deadline;
    let locale = ctx.locale;
    page.title(locale.tn("held-deadline", &[("title", title.as_str().into()), ("id", id.to_string().into())]));
    page.pair("details-due", when(ctx, due));
    page.pair("details-kind", locale.kind(*kind));
    page.pair("held-consequence", locale.consequence(*consequence));
    page.pair("details-medium", locale.medium(*medium));
    write_source(page, ctx, source);
    page.pair("details-sure", sure(ctx, certainty));
    page.pair("details-status", ended(ctx, state));
    page.list("details-steps", steps.iter().map(|step| write_step(ctx, step)));
    page.pair("details-snoozed", perhaps(ctx, *snoozed_until));
    if let Some(Acted { by, what, on }) = acted {
        let values = [
            ("by", by.as_str().into()),
            ("named", named(by).into()),
            ("what", what.as_str().into()),
            ("day", day(ctx, *on).into()),
        ];
        page.pair("details-acted", locale.tn("held-acted", &values));
    }
    page.pair("details-accompany", yes_no(ctx, *accompany));
    page.pair("details-notes", notes.as_str());
    if let Some(Pin { deadline: _, way, until, reason, by }) = ctx.world.pin(*id) {
        let way = if *way == Way::Up { "up" } else { "down" };
        let values = [
            ("way", way.into()),
            ("until", day(ctx, *until).into()),
            ("reason", reason.as_str().into()),
            ("by", by.as_str().into()),
            ("named", named(by).into()),
        ];
        page.pair("held-moved", locale.tn("held-moved-how", &values));
    }
}

fn when(ctx: &Ctx<'_>, due: &Due) -> String {
    match due {
        Due::Day(on) => day(ctx, *on),
        Due::At(Appointment { local, zone, place }) => {
            let at = format!("{} {}, {}", day(ctx, local.date()), local.format("%H:%M"), zone.name());
            if place.is_empty() { at } else { format!("{at}, {place}") }
        }
        Due::From(on) => ctx.locale.tn("held-from", &[("day", day(ctx, *on).into())]),
        Due::Unset { ask_on } => ctx.locale.tn("held-unset", &[("day", day(ctx, *ask_on).into())]),
    }
}

fn write_source(page: &mut Page<'_>, ctx: &Ctx<'_>, source: &Source) {
    let Source { basis, rule, printed, note } = source;
    page.pair("details-source", ctx.locale.basis(*basis));
    page.list("details-source", [note.clone()]);
    page.pair("details-printed", perhaps(ctx, *printed));
    if let Some(RuleUse { rule, trigger, mailed, online, computed, raw }) = rule {
        let values = [
            ("rule", rule.as_str().into()),
            ("trigger", day(ctx, *trigger).into()),
            ("mailed", yes_no(ctx, *mailed).into()),
            ("online", yes_no(ctx, *online).into()),
            ("computed", perhaps(ctx, *computed).into()),
            ("raw", perhaps(ctx, *raw).into()),
        ];
        page.pair("details-rule", ctx.locale.tn("held-rule", &values));
    }
}

fn sure(ctx: &Ctx<'_>, certainty: &Certainty) -> String {
    match certainty {
        Certainty::Verified { source, on } => {
            let values = [("source", source.as_str().into()), ("day", day(ctx, *on).into())];
            ctx.locale.tn("held-verified", &values)
        }
        Certainty::Noticed | Certainty::Reported | Certainty::Computed | Certainty::Unknown => {
            ctx.locale.certainty(certainty, ctx.moment.today)
        }
    }
}

fn ended(ctx: &Ctx<'_>, state: &DeadlineState) -> String {
    let (key, on, words) = match state {
        DeadlineState::Open => return ctx.locale.t("held-open"),
        DeadlineState::Done { on } => ("held-done", on, ""),
        DeadlineState::Missed { on, by } => ("held-missed", on, by.as_str()),
        DeadlineState::Void { on, reason } => ("held-void", on, reason.as_str()),
    };
    ctx.locale.tn(key, &[("day", day(ctx, *on).into()), ("words", words.into()), ("named", named(words).into())])
}

/// Whether anybody is named: the clinic may have left its navigator's name empty.
fn named(by: &str) -> &'static str {
    if by.trim().is_empty() { "no" } else { "yes" }
}

fn write_step(ctx: &Ctx<'_>, step: &Step) -> String {
    let Step { title, kind, effort_quarters, wait_days, state, partner } = step;
    let state = match state {
        StepState::Open => ctx.locale.t("held-open"),
        StepState::Waiting { since, until } => {
            ctx.locale.tn("held-waiting", &[("since", day(ctx, *since).into()), ("until", day(ctx, *until).into())])
        }
        StepState::Done { on } => ctx.locale.tn("held-done", &[("day", day(ctx, *on).into()), ("words", "".into())]),
    };
    let partner = partner.and_then(|id| ctx.world.partner(id)).map_or("", |partner| partner.name.as_str());
    let values = [
        ("title", title.as_str().into()),
        ("kind", ctx.locale.step_kind(*kind).into()),
        ("effort", ctx.locale.effort(*effort_quarters).into()),
        ("wait", (*wait_days).into()),
        ("state", state.into()),
        ("asked", if partner.is_empty() { "no" } else { "yes" }.into()),
        ("partner", partner.into()),
    ];
    ctx.locale.tn("held-step", &values)
}
