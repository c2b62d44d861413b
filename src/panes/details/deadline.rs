//! A deadline in full; the reasoning behind its place is in `why`.

use super::{case_name, request};
use crate::core::blindspots;
use crate::core::deadline::{Consequence, Deadline, DeadlineKind, DeadlineState};
use crate::core::step::Step;
use crate::panes::page::Page;
use crate::panes::{Ctx, deadlines, due};

/// Writes everything the clinic keeps of a deadline.
pub fn write(page: &mut Page<'_>, ctx: &Ctx<'_>, deadline: &Deadline) {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    page.title(format!("{} {}", deadline.id, deadline.title));
    page.pair("details-case", case_name(ctx, deadline.case));
    standing(page, ctx, deadline);
    page.pair("details-due", due::full(ctx, deadline));
    page.pair("details-sure", locale.certainty(&deadline.certainty, today));
    next_check(page, ctx, deadline);
    page.pair("details-consequence", locale.consequence(deadline.consequence));
    page.pair("details-kind", locale.kind(deadline.kind));
    if deadline.due.appointment().is_none() {
        page.pair("details-medium", locale.medium(deadline.medium));
    }
    source(page, ctx, deadline);
    page.list("details-steps", deadline.steps.iter().enumerate().map(|(at, step)| step_line(ctx, at + 1, step)));
    page.pair("details-snoozed", deadline.snoozed_until.map_or_else(String::new, |day| locale.day(day, today)));
    if let Some(acted) = &deadline.acted {
        let day = locale.day(acted.on, today);
        let beside: Vec<&str> = [acted.by.as_str(), &day].into_iter().filter(|part| !part.is_empty()).collect();
        page.pair("details-acted", format!("{} ({})", acted.what, beside.join(", ")));
    }
    if deadline.accompany {
        page.pair("details-accompany", locale.t("details-accompany-yes"));
    }
    page.pair("details-notes", deadline.notes.as_str());
    request::list(page, ctx, |request| request.deadline == Some(deadline.id));
}

/// When a hearing that stands open has to be confirmed again.
fn next_check(page: &mut Page<'_>, ctx: &Ctx<'_>, deadline: &Deadline) {
    let ahead = deadline.kind == DeadlineKind::Appear && deadline.consequence == Consequence::Removal;
    if !ahead || !deadline.is_live() || deadline.due.date() < ctx.moment.today {
        return;
    }
    let happened: Vec<_> = ctx.world.happenings_of(deadline.case).collect();
    let by = blindspots::check_by(deadline, blindspots::unreliable(&happened), ctx.moment.today);
    page.pair("details-check-by", by.map_or_else(String::new, |day| ctx.locale.day(day, ctx.moment.today)));
}

/// The group with its reason for what is live, how it ended for the rest.
fn standing(page: &mut Page<'_>, ctx: &Ctx<'_>, deadline: &Deadline) {
    let today = ctx.moment.today;
    if deadline.state != DeadlineState::Open {
        page.pair("details-status", ctx.locale.deadline_state(&deadline.state, today));
    }
    let Some(ranked) = ctx.ranking.get(deadline.id) else { return };
    let group = format!("{} {}", deadlines::mark(ranked.group), ctx.locale.group(ranked.group));
    page.toned("column-group", group, deadlines::tone(ranked.group));
    page.pair("column-why", deadlines::why(ctx, ranked));
}

fn source(page: &mut Page<'_>, ctx: &Ctx<'_>, deadline: &Deadline) {
    let (locale, today, source) = (ctx.locale, ctx.moment.today, &deadline.source);
    page.pair("details-source", due::source(ctx, deadline));
    page.pair("details-printed", source.printed.map_or_else(String::new, |day| locale.day(day, today)));
    if let Some(used) = &source.rule {
        let name = ctx.rules.find(&used.rule).map_or_else(|| used.rule.clone(), |rule| locale.rule_name(rule));
        page.pair("details-rule", format!("{name} ({})", locale.day(used.trigger, today)));
    }
}

/// A step with the number that commands take: "2. Letter to the court (letter, Dr. Amado Reyes): open".
fn step_line(ctx: &Ctx<'_>, number: usize, step: &Step) -> String {
    let partner = step.partner.and_then(|id| ctx.world.partner(id)).map(|partner| partner.name.as_str());
    let beside: Vec<&str> = std::iter::once(ctx.locale.step_kind(step.kind)).chain(partner).collect();
    let state = ctx.locale.step_state(&step.state, ctx.moment.today);
    format!("{number}. {} ({}): {state}", step.title, beside.join(", "))
}
