//! The next twelve weeks: the work that falls due in each against its hours, and the dates in it.

use super::{HORIZON, Plan};
use crate::core::calendar::is_business;
use crate::core::deadline::{Consequence, DeadlineState, Due};
use crate::core::practice::Practice;
use crate::core::world::World;
use chrono::{Datelike, Days, NaiveDate};

/// How many weeks.
pub const WEEKS: usize = 12;

/// One week, from Monday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    pub monday: NaiveDate,
    /// Hours for casework on its business days from today on, in quarters.
    pub hours: u32,
    /// Work that has to be begun in it at the latest, in quarters; what is late already is in the first week.
    pub load: u32,
    /// Dates in it by consequence, heaviest first.
    pub dates: [usize; Consequence::ALL.len()],
}

impl Week {
    /// How many dates of that consequence are in it.
    pub fn dates(&self, consequence: Consequence) -> usize {
        let slot = Consequence::ALL.iter().position(|(known, _)| *known == consequence);
        slot.and_then(|slot| self.dates.get(slot)).copied().unwrap_or(0)
    }
}

/// The weeks from that of the first business day on.
pub fn weeks(plan: &Plan, world: &World, practice: &Practice) -> Vec<Week> {
    let first = plan.days.first;
    let monday = first - Days::new(first.weekday().num_days_from_monday().into());
    let mut weeks: Vec<Week> = (0..WEEKS)
        .map(|n| {
            let monday = monday + Days::new(7 * n as u64);
            let days = (0..7).map(|n| monday + Days::new(n)).filter(|day| *day >= first && is_business(*day));
            let hours = days.map(|day| u32::from(practice.quarters_on(day))).sum();
            Week { monday, hours, load: 0, dates: [0; 4] }
        })
        .collect();
    let load = load(plan);
    for (number, quarters) in (0..).zip(load).filter(|(_, quarters)| *quarters > 0) {
        if let Some(week) = of(&mut weeks, plan.days.on(number)) {
            week.load += quarters;
        }
    }
    for deadline in world.deadlines().filter(|deadline| deadline.state == DeadlineState::Open) {
        let slot = Consequence::ALL.iter().position(|(known, _)| *known == deadline.consequence);
        if let (Due::Day(_) | Due::At(_), Some(slot)) = (&deadline.due, slot)
            && let Some(week) = of(&mut weeks, deadline.due.date())
        {
            week.dates[slot] += 1;
        }
    }
    weeks
}

fn of(weeks: &mut [Week], day: NaiveDate) -> Option<&mut Week> {
    let first = weeks.first()?.monday;
    let n = usize::try_from(day.signed_duration_since(first).num_days().div_euclid(7)).ok()?;
    weeks.get_mut(n)
}

/// The quarters that have to be begun on each business day at the latest.
fn load(plan: &Plan) -> Vec<u32> {
    let mut load = plan.taken.clone();
    for job in &plan.jobs {
        let mut latest = if job.binds { job.safe } else { job.ready.max(job.safe) };
        for piece in job.pieces.iter().rev() {
            latest = latest.saturating_sub(piece.wait);
            let slot = usize::try_from(latest.max(job.ready).max(0)).unwrap_or(HORIZON);
            if let Some(quarters) = load.get_mut(slot) {
                *quarters += piece.work;
            }
        }
    }
    load
}
