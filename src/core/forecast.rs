//! The forecast: with these hours a day, which matters cannot be met, and from which day on that is so.
//!
//! The coming business days are worked through one by one, as one person would. Each day first what would be lost by
//! waiting another day, the gravest first; then the queue in the order in which it stands today; then, with hours left
//! over, what is lost already. Simplifications, all of them:
//! - every day has the hours set for it, and the whole of today is still ahead;
//! - others answer after the usual wait; what they have by now, after what is left of it;
//! - the order of the queue stays as it is today, and nothing new comes in;
//! - going along to an appointment takes its hours on that day, before anything else;
//! - a row without steps takes a quarter hour;
//! - an escalated one takes a call first, and its steps have the place that their urgency gives them;
//! - what is escalated already is not counted again; an opening, or a date that is missing, cannot be missed.
//!
//! It looks a year of business days ahead.

mod help;
mod job;
mod making;
mod run;
mod week;

pub use help::{Help, help};
pub use making::Making;
pub use week::{WEEKS, Week};

use super::calendar::{add_business, business_days, on_or_after};
use super::id::DeadlineId;
use super::pin::Moves;
use super::practice::Practice;
use super::urgency::{Group, Moment, Ranked, Ranking};
use super::world::World;
use chrono::NaiveDate;
use job::Job;
use run::End;

/// How many business days it looks ahead: a year.
const HORIZON: usize = 260;

/// A matter that cannot be met with these hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    pub id: DeadlineId,
    /// The date to act on.
    pub safe: NaiveDate,
    /// From this day on the rest no longer fits, even with all hours.
    pub from: NaiveDate,
    /// When it would be finished all the same, with the hours left over; `None` beyond the horizon.
    pub finished: Option<NaiveDate>,
}

/// What these hours lead to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forecast {
    /// The first to be lost comes first, then in the order of the queue.
    pub unmet: Vec<Unmet>,
    /// The next twelve weeks, this one first.
    pub weeks: Vec<Week>,
}

impl Forecast {
    /// Works the coming days through.
    pub fn of(world: &World, ranking: &Ranking, moves: &Moves, moment: Moment, practice: &Practice) -> Self {
        let plan = Plan::of(world, ranking, moves, moment);
        Self::said(&plan, run::run(&plan, practice), world, practice)
    }

    fn said(plan: &Plan, ends: Vec<End>, world: &World, practice: &Practice) -> Self {
        Self { unmet: plan.unmet(ends), weeks: week::weeks(plan, world, practice) }
    }
}

/// Everything that is to be worked, in the order of the queue.
struct Plan {
    days: Days,
    jobs: Vec<Job>,
    /// Hours that appointments take on their day, in quarters, by business day.
    taken: Vec<u32>,
}

/// Business days by number; 0 is today, or the first business day after it.
#[derive(Debug, Clone, Copy)]
struct Days {
    first: NaiveDate,
}

impl Days {
    /// The number of a day; negative before today. A day without business has the number of the one before it.
    fn number(self, day: NaiveDate) -> i32 {
        business_days(self.first, day)
    }

    fn on(self, number: i32) -> NaiveDate {
        add_business(self.first, number)
    }
}

impl Plan {
    fn of(world: &World, ranking: &Ranking, moves: &Moves, moment: Moment) -> Self {
        let mut planner = Planner::begin(moment);
        for row in moves.order(ranking) {
            planner.take(world, row);
        }
        planner.plan()
    }

    /// What cannot be met, one end having come of each job.
    fn unmet(&self, ends: Vec<End>) -> Vec<Unmet> {
        let mut lost: Vec<(i32, Unmet)> = Vec::new();
        for (job, end) in self.jobs.iter().zip(ends) {
            let Some(from) = end.lost else { continue };
            let finished = end.finished.map(|day| self.days.on(day));
            lost.push((from, Unmet { id: job.id, safe: job.act_on, from: self.days.on(from), finished }));
        }
        lost.sort_by_key(|(from, _)| *from);
        lost.into_iter().map(|(_, unmet)| unmet).collect()
    }
}

/// Makes a plan of the rows of the queue, one after the other.
struct Planner {
    plan: Plan,
    today: NaiveDate,
    /// What is left to do of escalated matters, the most urgent last.
    rest: Vec<(f64, Job)>,
}

impl Planner {
    fn begin(moment: Moment) -> Self {
        let days = Days { first: on_or_after(moment.today) };
        let plan = Plan { days, jobs: Vec::new(), taken: vec![0; HORIZON] };
        Self { plan, today: moment.today, rest: Vec::new() }
    }

    /// Takes the next row as the queue shows it.
    fn take(&mut self, world: &World, row: &Ranked) {
        let Some(deadline) = world.deadline(row.id) else { return };
        let days = self.plan.days;
        let (plan, rest) = (&mut self.plan, &mut self.rest);
        if row.group == Group::Escalate {
            plan.jobs.push(Job::call(deadline, row, days));
            rest.extend(Job::after_call(deadline, row, days, self.today).map(|job| (row.urgency, job)));
            rest.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        } else {
            let is_pinned = super::pin::of(world, row, self.today).is_some();
            while let Some((_, job)) = rest.pop_if(|(urgency, _)| !is_pinned && *urgency > row.urgency) {
                plan.jobs.push(job);
            }
            plan.jobs.push(Job::of(deadline, row, days, self.today));
        }
        for step in deadline.open_steps().filter(|step| super::today::is_on_the_day(deadline, step)) {
            let slot = usize::try_from(days.number(deadline.due.date())).ok();
            if let Some(taken) = slot.and_then(|slot| plan.taken.get_mut(slot)) {
                *taken += u32::from(step.effort_quarters);
            }
        }
    }

    fn plan(mut self) -> Plan {
        self.plan.jobs.extend(self.rest.into_iter().rev().map(|(_, job)| job));
        self.plan
    }
}

#[cfg(test)]
mod tests;
