//! Small worlds to rank.

use super::super::{Moment, Ranked, Ranking, rank};
use crate::core::clinic::{Clinic, OnCall};
use crate::core::deadline::{
    Acted, Appointment, Basis, Certainty, Consequence, Deadline, Due, Medium, RuleUse, Source,
};
use crate::core::id::{CaseId, DeadlineId};
use crate::core::step::{Step, StepKind, StepState};
use crate::core::world::World;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Noon in Boston on a day.
pub fn noon(text: &str) -> Moment {
    moment(&format!("{text}T12:00:00-05:00"), Tz::America__New_York)
}

pub fn moment(text: &str, zone: Tz) -> Moment {
    let now = DateTime::parse_from_rfc3339(text).unwrap().with_timezone(&Utc);
    Moment { now, today: now.with_timezone(&zone).date_naive() }
}

pub fn deadline(id: u32, consequence: Consequence, due: Due) -> Deadline {
    Deadline {
        consequence,
        medium: Medium::Online,
        source: Source::of(Basis::Statute),
        certainty: Certainty::Computed,
        ..Deadline::new(DeadlineId(id), CaseId(id), format!("matter {id}"), due)
    }
}

pub fn on(text: &str) -> Due {
    Due::Day(day(text))
}

pub fn at(local: &str, zone: Tz) -> Due {
    Due::At(Appointment { local: local.parse().unwrap(), zone, place: String::new() })
}

pub fn step(title: &str, effort_quarters: u16, wait_days: u16) -> Step {
    let state = StepState::Open;
    Step { title: title.to_owned(), kind: StepKind::Other, effort_quarters, wait_days, state, partner: None }
}

pub fn waiting(title: &str, wait_days: u16, since: &str, until: &str) -> Step {
    let state = StepState::Waiting { since: day(since), until: day(until) };
    Step { state, ..step(title, 2, wait_days) }
}

pub fn acted(on: NaiveDate) -> Acted {
    Acted { by: "Ana".to_owned(), what: "called".to_owned(), on }
}

pub fn rolled(computed: &str, raw: &str) -> RuleUse {
    let (computed, raw) = (Some(day(computed)), Some(day(raw)));
    let (rule, trigger) = ("bia-appeal-30".to_owned(), day("2026-01-01"));
    RuleUse { rule, trigger, mailed: false, online: false, computed, raw }
}

pub fn world(deadlines: impl IntoIterator<Item = Deadline>) -> World {
    let mut world = World::default();
    for deadline in deadlines {
        world.put(deadline.into());
    }
    world
}

pub fn on_call() -> Clinic {
    let person = OnCall { name: "Luz Prado".to_owned(), phone: "(555) 010-0142".to_owned() };
    Clinic { on_call: Some(person), ..Clinic::default() }
}

/// The queue of those deadlines at noon of a day.
pub fn queue(today: &str, deadlines: impl IntoIterator<Item = Deadline>) -> Ranking {
    rank(&world(deadlines), noon(today), &Clinic::default())
}

/// The one row of a deadline alone at noon of a day.
pub fn row(today: &str, deadline: Deadline) -> Ranked {
    let ranking = queue(today, [deadline]);
    assert_eq!(ranking.len(), 1, "a live deadline has one row");
    *ranking.at(0).unwrap()
}

pub fn ids(ranking: &Ranking) -> Vec<u32> {
    ranking.rows().map(|row| row.id.0).collect()
}

pub fn rows(ranking: &Ranking) -> Vec<Ranked> {
    ranking.rows().copied().collect()
}
