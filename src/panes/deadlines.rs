//! The deadline queue: what to do next, why, and whom to call.

use super::{Cell, Column, Ctx, Pane, PaneId, Tone, due, json};
use crate::core::clinic::Clinic;
use crate::core::deadline::Deadline;
use crate::core::id::{DeadlineId, RecordId};
use crate::core::pin::{self, Pin, Way};
use crate::core::urgency::{self, Call, Group, Ranked};
use std::cmp::Ordering;
use unicode_width::UnicodeWidthStr;

/// The queue.
pub const PANE: Pane = Pane {
    id: PaneId::Deadlines,
    name: "deadlines",
    columns: COLUMNS,
    bar: 3,
    order,
    compare,
    shows,
    row,
    haystack,
    json: line,
};

const COLUMNS: &[Column] = &[
    Column { heading: "column-mark", min: 2, grow: 0, drop: 0, right: false },
    Column { heading: "column-group", min: 9, grow: 0, drop: 4, right: false },
    Column { heading: "column-code", min: 7, grow: 0, drop: 0, right: false },
    Column { heading: "column-what", min: 14, grow: 3, drop: 0, right: false },
    Column { heading: "column-due", min: 12, grow: 0, drop: 0, right: false },
    Column { heading: "column-time", min: 9, grow: 0, drop: 6, right: false },
    Column { heading: "column-here", min: 20, grow: 0, drop: 7, right: false },
    Column { heading: "column-left", min: 4, grow: 0, drop: 2, right: true },
    Column { heading: "column-start-by", min: 11, grow: 0, drop: 5, right: false },
    Column { heading: "column-why", min: 20, grow: 4, drop: 3, right: false },
];

/// The mark of a group: it reads without colour and without its label.
pub fn mark(group: Group) -> &'static str {
    match group {
        Group::Escalate => "!!",
        Group::ActNow => "!",
        Group::Coming => "+",
        Group::Later => "-",
        Group::Waiting => "~",
    }
}

/// The tone of a group's mark and label.
pub fn tone(group: Group) -> Tone {
    match group {
        Group::Escalate => Tone::Alarm,
        Group::ActNow => Tone::Warn,
        Group::Coming => Tone::Plain,
        Group::Later | Group::Waiting => Tone::Quiet,
    }
}

/// Why it stands where it does, in few words.
pub fn reason(ctx: &Ctx<'_>, ranked: &Ranked) -> String {
    let step = ctx.world.deadline(ranked.id).and_then(|deadline| deadline.open_steps().next());
    ctx.locale.reason(ranked.reason, step.map(|step| step.title.as_str()), ctx.moment.today)
}

/// Whom to call today about what is escalated.
pub fn call(ctx: &Ctx<'_>, ranked: &Ranked) -> Option<Call> {
    let deadline = ctx.world.deadline(ranked.id).filter(|_| ranked.group == Group::Escalate)?;
    let usual = Clinic::default();
    Some(urgency::call(deadline, ctx.world, ctx.world.clinic().unwrap_or(&usual)))
}

/// The hour of an appointment: on the clinic's clock "08:30"; elsewhere with the zone, and the clinic's own time. `None`
/// where only a day is set, or where a column beside it says the same already.
pub fn hour(ctx: &Ctx<'_>, id: DeadlineId, beside: bool) -> Option<String> {
    let deadline = ctx.world.deadline(id)?;
    let appointment = deadline.due.appointment()?;
    let here = due::time_here(ctx, deadline);
    if here.is_empty() && beside {
        return None;
    }
    Some(if here.is_empty() {
        appointment.local.format("%H:%M").to_string()
    } else {
        ctx.locale.tn("due-here", &[("there", due::time_there(deadline).into()), ("here", here.into())])
    })
}

/// Why it stands where it does, in few words; for what is escalated, whom to call comes first.
pub fn why(ctx: &Ctx<'_>, ranked: &Ranked) -> String {
    let reason = reason(ctx, ranked);
    if let Some(pin) = pin::of(ctx.world, ranked, ctx.moment.today) {
        return format!("{}; {reason}", pinned(ctx, pin));
    }
    match call(ctx, ranked) {
        Some(call) => format!("{}; {reason}", ctx.locale.call(&call)),
        None => reason,
    }
}

/// How a row was moved by hand: "pinned until Fri 4 Dec: the attorney asked".
pub fn pinned(ctx: &Ctx<'_>, pin: &Pin) -> String {
    let key = match pin.way {
        Way::Up => "pin-up",
        Way::Down => "pin-down",
    };
    let day = ctx.locale.day(pin.until, ctx.moment.today);
    ctx.locale.tn(key, &[("day", day.into()), ("reason", (&pin.reason).into())])
}

/// The mark of a row with, after it, which way it was moved by hand.
fn marked(ctx: &Ctx<'_>, ranked: &Ranked) -> String {
    let way = pin::of(ctx.world, ranked, ctx.moment.today).map_or("", |pin| match pin.way {
        Way::Up => "^",
        Way::Down => "v",
    });
    format!("{}{way}", mark(ranked.group))
}

/// The line below which the work no longer fits into today, at least `width` cells long where it can be.
pub fn today_line(ctx: &Ctx<'_>, width: usize) -> String {
    let text = ctx.locale.tn("today-line", &[("hours", ctx.locale.effort(ctx.today.quarters).into())]);
    let mut line = format!("--- {text} ");
    line.push_str(&"-".repeat(width.saturating_sub(line.width()).max(3)));
    line
}

/// By urgency with what was moved by hand, or by due date alone: then by the time of day, then by urgency.
fn order(ctx: &Ctx<'_>) -> Vec<RecordId> {
    if !ctx.by_due {
        return ctx.moves.order(ctx.ranking).map(|row| RecordId::Deadline(row.id)).collect();
    }
    let mut rows: Vec<&Ranked> = ctx.ranking.rows().collect();
    rows.sort_by_cached_key(|row| due_key(ctx, row.id));
    rows.into_iter().map(|row| RecordId::Deadline(row.id)).collect()
}

fn due_key(ctx: &Ctx<'_>, id: DeadlineId) -> impl Ord {
    ctx.world.deadline(id).map(|deadline| {
        let time = deadline.due.appointment().map(|appointment| appointment.local.time());
        (deadline.due.date(), time)
    })
}

fn compare(ctx: &Ctx<'_>, one: RecordId, two: RecordId) -> Ordering {
    let (RecordId::Deadline(one), RecordId::Deadline(two)) = (one, two) else { return one.cmp(&two) };
    if ctx.by_due {
        return due_key(ctx, one).cmp(&due_key(ctx, two)).then_with(|| ctx.ranking.compare(one, two));
    }
    ctx.moves.compare(ctx.ranking, one, two)
}

fn shows(ctx: &Ctx<'_>, id: RecordId) -> bool {
    find(ctx, id).is_some()
}

fn find<'a>(ctx: &Ctx<'a>, id: RecordId) -> Option<(&'a Deadline, &'a Ranked)> {
    let RecordId::Deadline(id) = id else { return None };
    Some((ctx.world.deadline(id)?, ctx.ranking.get(id)?))
}

fn row(ctx: &Ctx<'_>, id: RecordId) -> Option<Vec<Cell>> {
    let (deadline, ranked) = find(ctx, id)?;
    let code = ctx.world.case(deadline.case).map_or("", |case| case.code.as_str());
    let tone = tone(ranked.group);
    let start_by = ranked.start_by.map_or_else(String::new, |day| ctx.locale.day_narrow(day, ctx.moment.today));
    Some(vec![
        Cell::new(marked(ctx, ranked), tone),
        Cell::new(ctx.locale.group(ranked.group), tone),
        Cell::new(code, Tone::Strong),
        Cell::new(deadline.title.as_str(), Tone::Plain),
        due::cell(ctx, deadline),
        Cell::new(due::time_there(deadline), Tone::Plain),
        Cell::new(due::time_here(ctx, deadline), Tone::Quiet),
        Cell::new(ranked.slack_days.to_string(), tone),
        Cell::new(start_by, Tone::Plain),
        Cell::new(why(ctx, ranked), tone),
    ])
}

fn haystack(ctx: &Ctx<'_>, id: RecordId, text: &mut String) {
    let Some((deadline, ranked)) = find(ctx, id) else { return };
    if let Some(case) = ctx.world.case(deadline.case) {
        super::append(text, [case.code.as_str(), super::caseload::name(ctx, case)]);
    }
    let place = deadline.due.appointment().map_or("", |appointment| appointment.place.as_str());
    let words = [
        deadline.title.as_str(),
        place,
        ctx.locale.group(ranked.group),
        ctx.locale.consequence(deadline.consequence),
        ctx.locale.kind(deadline.kind),
    ];
    let steps = deadline.open_steps().map(|step| step.title.as_str());
    super::append(text, words.into_iter().chain(steps));
    super::append(text, [deadline.id.to_string().as_str()]);
}

fn line(ctx: &Ctx<'_>, id: RecordId) -> Option<serde_json::Value> {
    let (deadline, ranked) = find(ctx, id)?;
    Some(json::deadline(ctx, deadline, ranked))
}
