//! What would help a matter that cannot be met: facts that were computed, each on its own.

use super::job::{Job, Piece};
use super::run::run;
use super::{Forecast, Plan, Unmet};
use crate::core::calendar::add_business;
use crate::core::deadline::Due;
use crate::core::id::DeadlineId;
use crate::core::pin::Moves;
use crate::core::practice::Practice;
use crate::core::step::StepState;
use crate::core::urgency::{Moment, Ranking};
use crate::core::world::World;
use chrono::NaiveDate;
use std::collections::HashSet;

/// More hours a day that are tried, in quarters.
const MORE: [u16; 4] = [4, 8, 12, 16];

/// How many business days later a date is tried.
const LATER: [i32; 4] = [5, 10, 20, 40];

/// Later dates are tried up to so many rows: each of them works all days through again.
const LATER_ROWS: usize = 2_000;

/// One thing that would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Help {
    /// Met if this step is begun today, or asked for, and all of it goes ahead of everything else.
    StartToday { step: String, asks: bool },
    /// Met if somebody else takes its work, so many quarter hours.
    HandOver { quarters: u32 },
    /// Met with so many more quarter hours every day until that day.
    MoreHours { quarters: u16, until: NaiveDate },
    /// Met if the date were that day or later: `true` for a last day that can be extended, `false` for an appointment.
    Later { day: NaiveDate, extension: bool },
}

/// What would help each unmet matter of a forecast, in its order.
pub fn help(
    world: &World,
    ranking: &Ranking,
    moves: &Moves,
    moment: Moment,
    practice: &Practice,
    forecast: &Forecast,
) -> Vec<Vec<Help>> {
    if forecast.unmet.is_empty() {
        return Vec::new();
    }
    let mut plan = Plan::of(world, ranking, moves, moment);
    let tried: Vec<(u16, HashSet<DeadlineId>)> = MORE
        .into_iter()
        .map(|more| {
            let hours =
                Practice { day_quarters: practice.day_quarters.saturating_add(more).min(96), ..practice.clone() };
            (more, plan.unmet(run(&plan, &hours)).into_iter().map(|unmet| unmet.id).collect())
        })
        .collect();
    forecast.unmet.iter().map(|unmet| of_one(&mut plan, world, practice, unmet, &tried)).collect()
}

fn of_one(
    plan: &mut Plan,
    world: &World,
    practice: &Practice,
    unmet: &Unmet,
    tried: &[(u16, HashSet<DeadlineId>)],
) -> Vec<Help> {
    let mut helps = Vec::new();
    let deadline = world.deadline(unmet.id);
    if let Some(job) = plan.jobs.iter().find(|job| job.id == unmet.id) {
        let step = deadline.and_then(|deadline| deadline.open_steps().next());
        if let Some(step) =
            step.filter(|step| step.state == StepState::Open && is_met_alone(plan, job.clone(), practice))
        {
            helps.push(Help::StartToday { step: step.title.clone(), asks: step.wait_days > 0 });
        }
        if is_met_alone(plan, without_work(job), practice) {
            helps.push(Help::HandOver { quarters: job.work() });
        }
    }
    if let Some((more, _)) = tried.iter().find(|(_, still)| !still.contains(&unmet.id)) {
        helps.push(Help::MoreHours { quarters: *more, until: unmet.safe });
    }
    helps.extend(later(plan, world, practice, unmet));
    helps
}

/// The first of some later dates with which it would be met, where the caseload is small enough to try them.
fn later(plan: &mut Plan, world: &World, practice: &Practice, unmet: &Unmet) -> Option<Help> {
    let deadline = world.deadline(unmet.id)?;
    let at = plan.jobs.iter().position(|job| job.id == unmet.id).filter(|_| plan.jobs.len() <= LATER_ROWS)?;
    let days = LATER.into_iter().find(|days| {
        plan.put_off(at, *days);
        let met = plan.unmet(run(plan, practice)).iter().all(|still| still.id != unmet.id);
        plan.put_off(at, -days);
        met
    })?;
    let day = add_business(deadline.due.date(), days);
    Some(Help::Later { day, extension: matches!(deadline.due, Due::Day(_)) })
}

impl Plan {
    fn put_off(&mut self, at: usize, days: i32) {
        if let Some(job) = self.jobs.get_mut(at) {
            job.safe += days;
        }
    }
}

/// Whether a job is met where all hours are its own, but for the appointments.
fn is_met_alone(plan: &Plan, job: Job, practice: &Practice) -> bool {
    let alone = Plan { days: plan.days, jobs: vec![job], taken: plan.taken.clone() };
    run(&alone, practice).iter().all(|end| end.lost.is_none())
}

/// The job with somebody else doing its work; the waits stay.
fn without_work(job: &Job) -> Job {
    Job { pieces: job.pieces.iter().map(|piece| Piece { work: 0, ..*piece }).collect(), ..job.clone() }
}
