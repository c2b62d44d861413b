//! Generated matters, most of them within reach, and a check that counts how many were.

use super::super::standing::{Clock, Standing};
use super::fixture::*;
use crate::core::calendar::add_business;
use crate::core::clinic::Clinic;
use crate::core::deadline::{Certainty, Consequence, Deadline, DeadlineState, Due, Medium};
use crate::core::id::DeadlineId;
use crate::core::practice::Weights;
use crate::core::step::{Step, StepState};
use chrono::{Days, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use std::cell::Cell;

/// The day of every generated ranking, unless a test moves on from it.
pub const TODAY: &str = "2026-03-02";

/// How many of the pairs a test looked at were within reach, and of how many.
pub type Reach = (u32, u32);

/// How many values each property is tried on: `RUMBO_CASELOADS`, or a few.
fn caseloads() -> u32 {
    std::env::var("RUMBO_CASELOADS").ok().and_then(|count| count.parse().ok()).unwrap_or(256)
}

/// Runs `test` on generated values; at least half of the pairs it reports must be within reach.
pub fn check<S: Strategy>(name: &str, sample: S, test: impl Fn(S::Value) -> Result<Reach, TestCaseError>) {
    let (within, all) = (Cell::new(0_u64), Cell::new(0_u64));
    // Of a million values, more are passed over on the way than proptest expects.
    let config =
        Config { cases: caseloads(), failure_persistence: None, max_local_rejects: u32::MAX, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let outcome = runner.run(&sample, |value| {
        let (reached, pairs) = test(value)?;
        within.set(within.get() + u64::from(reached));
        all.set(all.get() + u64::from(pairs));
        Ok(())
    });
    assert!(outcome.is_ok(), "{name}: {outcome:?}");
    println!("{name}: {} caseloads, {} of {} pairs within reach", caseloads(), within.get(), all.get());
    assert!(all.get() > 0 && 2 * within.get() >= all.get(), "{name}: too few pairs are within reach");
}

/// Whether the usual waits and the work of a matter can still fit on a day.
pub fn within_reach(today: NaiveDate, matter: &Deadline) -> bool {
    let standing =
        Standing::of(matter, &mut Clock::new(noon(&today.to_string())), &Clinic::default(), Weights::default());
    let missed = matches!(matter.state, DeadlineState::Missed { .. });
    standing.matter.within_reach() && !standing.is_past() && !missed
}

/// How many pairs of a caseload are within reach on a day, and of how many.
pub fn pairs_within_reach(today: NaiveDate, matters: &[Deadline]) -> Reach {
    let pairs = |n: usize| u32::try_from(n * n.saturating_sub(1) / 2).unwrap();
    (pairs(matters.iter().filter(|matter| within_reach(today, matter)).count()), pairs(matters.len()))
}

pub fn consequence() -> impl Strategy<Value = Consequence> {
    prop::sample::select(Consequence::ALL.map(|(consequence, _)| consequence).to_vec())
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0_u16..30, 0_u16..25).prop_map(|(effort, wait)| step("step", effort, wait)), 0..4)
}

/// Working days of waiting and quarter hours of work that steps need.
pub fn needs(steps: &[Step]) -> (i32, i32) {
    let waits = steps.iter().rev().skip(1).map(|step| i32::from(step.wait_days)).sum();
    (waits, steps.iter().map(|step| i32::from(step.effort_quarters)).sum())
}

/// A day that leaves at least `spare` working days after the steps.
fn due(steps: &[Step], spare: i32) -> NaiveDate {
    let (waits, quarters) = needs(steps);
    add_business(day(TODAY), waits + (quarters + 23) / 24 + spare)
}

/// An open matter without a wait, a snooze or an act: one with a place in the order of work while within reach.
pub fn plain(id: u32) -> impl Strategy<Value = Deadline> {
    let spare = prop_oneof![9 => 0_i32..40, 1 => -30_i32..0];
    (consequence(), steps(), spare, 0_u64..3, any::<bool>()).prop_map(
        move |(consequence, steps, spare, later, court)| {
            let date = due(&steps, spare) + Days::new(later);
            let appointment = || at(&format!("{date}T09:00:00"), Tz::America__New_York);
            let due = if court { appointment() } else { Due::Day(date) };
            Deadline { steps, ..deadline(id, consequence, due) }
        },
    )
}

/// Any live matter: waiting, snoozed, acted upon, missed, without a date, by courier.
pub fn any_matter(id: u32) -> impl Strategy<Value = Deadline> {
    let asked = prop::option::weighted(0.3, (-20_i64..1, -5_i64..40));
    let snooze = prop::option::weighted(0.2, -5_i64..60);
    let acted_on = prop::option::weighted(0.2, -20_i64..1);
    let state = prop_oneof![9 => Just(DeadlineState::Open), 1 => Just(missed())];
    let dating = prop_oneof![8 => Just(0), 1 => Just(1), 1 => Just(2)];
    let extras = (asked, snooze, acted_on, state, dating, any::<bool>(), any::<bool>());
    (plain(id), extras).prop_map(|(mut matter, (asked, snooze, acted_on, state, dating, paper, sure))| {
        if let (Some((since, until)), Some(first)) = (asked, matter.steps.first_mut()) {
            first.state = StepState::Waiting { since: moved(since), until: moved(until) };
        }
        matter.snoozed_until = snooze.map(moved);
        matter.acted = acted_on.map(|on| acted(moved(on)));
        if matter.acted.is_none() {
            matter.state = state;
        }
        match dating {
            1 => matter.due = Due::From(matter.due.date()),
            2 => matter.due = Due::Unset { ask_on: matter.due.date() },
            _ => {}
        }
        if paper {
            matter.medium = Medium::Paper;
        }
        if sure {
            matter.certainty = Certainty::Verified { source: "paper".to_owned(), on: day(TODAY) };
        }
        matter
    })
}

fn missed() -> DeadlineState {
    DeadlineState::Missed { on: day(TODAY), by: "Ana".to_owned() }
}

/// The generated day, so many days later.
pub fn moved(days: i64) -> NaiveDate {
    day(TODAY) + TimeDelta::days(days)
}

/// Up to a dozen matters of any kind, with identities from 1.
pub fn caseload() -> impl Strategy<Value = Vec<Deadline>> {
    prop::collection::vec(any_matter(0), 2..12).prop_map(|matters| {
        let numbered = (1..).zip(matters);
        numbered.map(|(id, matter)| Deadline { id: DeadlineId(id), ..matter }).collect()
    })
}
