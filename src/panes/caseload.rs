//! The caseload: every case, the one with the most urgent deadline first.

use super::{Cell, Column, Ctx, Pane, PaneId, Tone, deadlines, due, json};
use crate::core::case::{Case, Representation};
use crate::core::id::{CaseId, RecordId};
use crate::core::search::fold;
use crate::core::urgency::Ranked;
use std::cmp::Ordering;
use std::collections::HashMap;

/// The caseload.
pub const PANE: Pane = Pane {
    id: PaneId::Caseload,
    name: "caseload",
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
    Column { heading: "column-code", min: 7, grow: 0, drop: 0, right: false },
    Column { heading: "column-name", min: 10, grow: 2, drop: 0, right: false },
    Column { heading: "column-need", min: 12, grow: 1, drop: 3, right: false },
    Column { heading: "column-next-due", min: 11, grow: 2, drop: 1, right: false },
    Column { heading: "column-next-action", min: 16, grow: 3, drop: 2, right: false },
    Column { heading: "column-representative", min: 13, grow: 1, drop: 4, right: false },
    Column { heading: "column-language", min: 8, grow: 1, drop: 5, right: false },
];

/// By the most urgent live deadline; then those without a next action; then by code. Closed cases come last.
fn order(ctx: &Ctx<'_>) -> Vec<RecordId> {
    let mut places: HashMap<CaseId, usize> = HashMap::new();
    for (place, row) in ctx.ranking.rows().enumerate() {
        places.entry(row.case).or_insert(place);
    }
    let mut cases: Vec<&Case> = ctx.world.cases().collect();
    cases.sort_by_cached_key(|case| key(case, places.get(&case.id).copied()));
    cases.into_iter().map(|case| RecordId::Case(case.id)).collect()
}

/// What a case is ordered by, given the place of its most urgent deadline.
fn key(case: &Case, place: Option<usize>) -> impl Ord {
    // No two cases share a place; only those without one are told apart by the rest.
    let code = place.is_none().then(|| fold(&case.code));
    (!case.is_open(), place.unwrap_or(usize::MAX), case.next_action.is_some(), code, case.id)
}

fn compare(ctx: &Ctx<'_>, one: RecordId, two: RecordId) -> Ordering {
    let key = |id| find(ctx, id).map(|case| key(case, place(ctx, case.id)));
    key(one).cmp(&key(two))
}

fn shows(ctx: &Ctx<'_>, id: RecordId) -> bool {
    find(ctx, id).is_some()
}

/// The place in the queue of a case's most urgent live deadline.
fn place(ctx: &Ctx<'_>, case: CaseId) -> Option<usize> {
    ctx.world.deadlines_of(case).filter_map(|deadline| ctx.ranking.place(deadline.id)).min()
}

/// The most urgent live deadline of a case.
pub fn next<'a>(ctx: &Ctx<'a>, case: CaseId) -> Option<&'a Ranked> {
    ctx.ranking.at(place(ctx, case)?)
}

/// Code and, unless names are hidden, the person's name.
pub fn named(ctx: &Ctx<'_>, case: Option<&Case>) -> String {
    let Some(case) = case else { return String::new() };
    let mut text = case.code.clone();
    super::append(&mut text, [name(ctx, case)]);
    text
}

/// A case by code and names, also where names are hidden: for somebody who asked to see them for a moment.
pub fn peeked(ctx: &Ctx<'_>, id: CaseId) -> Option<String> {
    let case = ctx.world.case(id)?;
    let called = case.safe_contact.as_ref().map_or("", |contact| contact.name_to_use.as_str());
    let key = match (case.name.is_empty(), called.is_empty() || called == case.name) {
        (false, true) => "peek-name",
        (false, false) => "peek-names",
        (true, false) => "peek-called",
        (true, true) => "peek-none",
    };
    let values = [("case", case.code.as_str().into()), ("name", case.name.as_str().into()), ("called", called.into())];
    Some(ctx.locale.tn(key, &values))
}

/// The person's name, or nothing where names are hidden.
pub fn name<'a>(ctx: &Ctx<'a>, case: &'a Case) -> &'a str {
    if ctx.blur { "" } else { &case.name }
}

fn find<'a>(ctx: &Ctx<'a>, id: RecordId) -> Option<&'a Case> {
    let RecordId::Case(id) = id else { return None };
    ctx.world.case(id)
}

fn row(ctx: &Ctx<'_>, id: RecordId) -> Option<Vec<Cell>> {
    let case = find(ctx, id)?;
    let next = next(ctx, case.id);
    let mark = match next {
        Some(ranked) => Cell::new(deadlines::mark(ranked.group), deadlines::tone(ranked.group)),
        None => Cell::default(),
    };
    Some(vec![
        mark,
        Cell::new(case.code.as_str(), Tone::Strong),
        Cell::new(name(ctx, case), Tone::Plain),
        Cell::new(case.needs.first().map_or("", |need| ctx.locale.need(*need)), Tone::Plain),
        next.map_or_else(Cell::default, |ranked| next_due(ctx, ranked)),
        next_action(ctx, case),
        representative(ctx, case),
        Cell::new(case.language.as_str(), Tone::Plain),
    ])
}

/// The day and the title of the most urgent deadline.
fn next_due(ctx: &Ctx<'_>, ranked: &Ranked) -> Cell {
    let Some(deadline) = ctx.world.deadline(ranked.id) else { return Cell::default() };
    Cell::new(format!("{} {}", due::day(ctx, deadline), deadline.title), deadlines::tone(ranked.group))
}

/// What happens next, by whom, until when. None in an open case, or one whose day has passed, carries a mark.
pub fn next_action(ctx: &Ctx<'_>, case: &Case) -> Cell {
    if !case.is_open() {
        return Cell::new(ctx.locale.case_status(&case.status, ctx.moment.today), Tone::Quiet);
    }
    let Some(action) = &case.next_action else {
        return Cell::new(format!("! {}", ctx.locale.t("case-no-next-action")), Tone::Warn);
    };
    let day = ctx.locale.day_narrow(action.on, ctx.moment.today);
    let mut text = format!("{day} {}", action.what);
    if !action.owner.is_empty() {
        text = format!("{text} ({})", action.owner);
    }
    if action.on < ctx.moment.today {
        return Cell::new(format!("! {text}"), Tone::Warn);
    }
    Cell::new(text, Tone::Plain)
}

fn representative(ctx: &Ctx<'_>, case: &Case) -> Cell {
    let tone = match &case.representation {
        Representation::Named(_) => Tone::Plain,
        Representation::Unknown | Representation::Nobody => Tone::Quiet,
    };
    Cell::new(ctx.locale.representation(&case.representation), tone)
}

fn haystack(ctx: &Ctx<'_>, id: RecordId, text: &mut String) {
    let Some(case) = find(ctx, id) else { return };
    super::append(text, [case.code.as_str(), name(ctx, case)]);
    super::append(text, case.needs.iter().map(|need| ctx.locale.need(*need)));
    super::append(text, [case.language.as_str(), case.referred_by.as_str()]);
    super::append(text, case.representative().map(|person| person.name.as_str()));
    super::append(text, case.next_action.iter().flat_map(|action| [action.what.as_str(), action.owner.as_str()]));
    let household = case.household.and_then(|id| ctx.world.household(id));
    super::append(text, household.map(|household| household.label.as_str()));
}

fn line(ctx: &Ctx<'_>, id: RecordId) -> Option<serde_json::Value> {
    Some(json::case(ctx, find(ctx, id)?))
}
