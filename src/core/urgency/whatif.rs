//! What would change a deadline's place: each fact alone, the rest as it is.

use super::queue::weights;
use super::safe::SafeBasis;
use super::standing::{Clock, Standing};
use super::{Group, Moment, Ranking};
use crate::core::calendar::add_business;
use crate::core::clinic::Clinic;
use crate::core::deadline::{Consequence, Deadline, Due};
use crate::core::id::DeadlineId;
use crate::core::practice::Weights;
use crate::core::step::{Step, StepState};
use crate::core::world::World;
use chrono::NaiveDate;

/// A fact that would change the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// Its first open step is done.
    StepDone { step: String },
    /// Its first open step is asked for today, and usually answered on that day.
    StepAsked { step: String, until: NaiveDate },
    /// Its date turns out to be that day, so that it has to be begun today.
    Earlier { day: NaiveDate },
    /// Missing it turns out to cost more.
    Heavier { consequence: Consequence },
}

/// A fact, and where the row would then stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    pub turn: Turn,
    /// The place in the order of urgency, the first being 1.
    pub place: usize,
    pub group: Group,
    pub slack_days: i32,
}

/// What would change the place of a live deadline; facts that would leave it where it is are left out.
pub fn what_if(world: &World, ranking: &Ranking, moment: Moment, clinic: &Clinic, id: DeadlineId) -> Vec<WhatIf> {
    let Some((deadline, now)) = world.deadline(id).zip(ranking.place(id)) else { return Vec::new() };
    let mut clock = Clock::new(moment);
    let weighed = weights(world);
    let standing = Standing::of(deadline, &mut clock, clinic, weighed);
    let mut found = Vec::new();
    for (turn, changed) in turns(deadline, &standing, moment, clinic) {
        let then = Standing::of(&changed, &mut clock, clinic, weighed);
        let place = place(ranking, &then);
        let (group, slack_days) = (then.group(), then.matter.slack_days());
        if (place, group) != (now + 1, standing.group()) {
            found.push(WhatIf { turn, place, group, slack_days });
        }
    }
    found
}

/// The facts that make sense for a deadline, with the deadline as it would then be.
fn turns(deadline: &Deadline, standing: &Standing<'_>, moment: Moment, clinic: &Clinic) -> Vec<(Turn, Deadline)> {
    let mut turns = Vec::new();
    if let Some(at) = deadline.steps.iter().position(Step::is_open) {
        let with = |state: StepState| {
            let mut changed = deadline.clone();
            if let Some(step) = changed.steps.get_mut(at) {
                step.state = state;
            }
            changed
        };
        if let Some(step) = deadline.steps.get(at) {
            let title = step.title.clone();
            if step.wait_days > 0 && step.state == StepState::Open {
                let (since, until) = (moment.today, add_business(moment.today, step.wait_days.into()));
                turns.push((Turn::StepAsked { step: title, until }, with(StepState::Waiting { since, until })));
            } else {
                turns.push((Turn::StepDone { step: title }, with(StepState::Done { on: moment.today })));
            }
        }
    }
    let slack = standing.matter.slack_days();
    if slack > 0 && matches!(standing.safe.basis, SafeBasis::LastDay | SafeBasis::Appointment) {
        let (day, changed) = without_slack(deadline, slack, moment, clinic);
        turns.push((Turn::Earlier { day }, changed));
    }
    let heavier = Consequence::ALL.iter().rev().map(|(known, _)| *known).find(|known| *known > deadline.consequence);
    if let Some(consequence) = heavier {
        turns.push((Turn::Heavier { consequence }, Deadline { consequence, ..deadline.clone() }));
    }
    turns
}

/// The deadline on the day that leaves no slack. The counted date may roll or keep days for the courier, so that the
/// first guess is put right by what it leaves.
fn without_slack(deadline: &Deadline, slack: i32, moment: Moment, clinic: &Clinic) -> (NaiveDate, Deadline) {
    let first = add_business(deadline.due.date(), -slack);
    // Slack does not depend on what a date weighs.
    let left =
        Standing::of(&dated(deadline, first), &mut Clock::new(moment), clinic, Weights::default()).matter.slack_days();
    let day = add_business(first, -left);
    (day, dated(deadline, day))
}

/// The deadline on another day, at the same hour.
fn dated(deadline: &Deadline, day: NaiveDate) -> Deadline {
    let mut changed = deadline.clone();
    match &mut changed.due {
        Due::At(appointment) => appointment.local = day.and_time(appointment.local.time()),
        due => *due = Due::Day(day),
    }
    changed.source.rule = None;
    changed
}

/// The place that a row would have among the others.
fn place(ranking: &Ranking, then: &Standing<'_>) -> usize {
    let above = ranking.before(&then.place());
    let itself = ranking.place(then.deadline.id).is_some_and(|now| now < above);
    above + 1 - usize::from(itself)
}
