//! Matters of which nothing is known but a date, a consequence and the steps left: the order of work alone, for a
//! caseload that comes from another program.

use super::score::{Matter, Needs, Part};
use super::{Group, Reason, queue};
use crate::core::calendar::{weekday_before, weekdays_between};
use crate::core::deadline::Consequence;
use crate::core::practice::Weights;
use chrono::NaiveDate;

/// One matter. Every weekday is worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bare<I> {
    /// Unique in its caseload; the least of two equals comes first.
    pub id: I,
    /// The date to act on: no courier's days come off it.
    pub due: NaiveDate,
    pub consequence: Consequence,
    /// The steps left, the current one first.
    pub parts: Vec<Part>,
}

/// Where a matter stands in the order of work.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Its place in what was asked.
    pub at: usize,
    /// Greater is more urgent; comparable between any two matters of one day.
    pub urgency: f64,
    /// Working days to spare; negative once the usual waits and the work no longer fit.
    pub slack_days: f64,
    /// The last weekday on which the next step can begin; `None` outside the calendar.
    pub start_by: Option<NaiveDate>,
    /// What a queue shows it under. It never changes the order of work.
    pub group: Group,
    pub reason: Reason,
}

/// Puts matters in the order of work of a day. The order of two does not depend on any third.
pub fn order<I: Ord>(today: NaiveDate, weights: Weights, matters: &[Bare<I>]) -> Vec<Placed> {
    let weighed = matters.iter().enumerate().map(|(at, bare)| {
        let needs = Needs::of(bare.parts.iter().copied());
        let matter =
            Matter::new(bare.consequence, weights.of(bare.consequence), weekdays_between(today, bare.due), needs);
        (matter.work(), bare.due, &bare.id, at, matter)
    });
    let mut order: Vec<_> = weighed.collect();
    order.sort_unstable_by(|a, b| (a.0, a.1, a.2, a.3).cmp(&(b.0, b.1, b.2, b.3)));
    order.into_iter().filter_map(|(_, _, _, at, matter)| Some(placed(at, matters.get(at)?, matter, today))).collect()
}

fn placed<I>(at: usize, bare: &Bare<I>, matter: Matter, today: NaiveDate) -> Placed {
    let start_by = weekday_before(bare.due, matter.days_needed());
    let lost = bare.due < today || !matter.within_reach();
    Placed {
        at,
        urgency: matter.score(),
        slack_days: matter.slack_exactly(),
        start_by,
        group: if lost { Group::Escalate } else { queue::label(matter.slack_days()) },
        reason: reason(bare, matter, today, start_by),
    }
}

fn reason<I>(bare: &Bare<I>, matter: Matter, today: NaiveDate, start_by: Option<NaiveDate>) -> Reason {
    let days_left = matter.slack_days();
    match start_by {
        _ if bare.due < today => Reason::PastDate { due: bare.due },
        _ if !matter.within_reach() => Reason::OutOfReach { short_by: days_left.saturating_neg() },
        Some(start_by) if days_left > 0 => {
            let ahead = if bare.parts.len() > 1 { bare.parts.first() } else { None };
            let usual_wait = ahead.map_or(0, |part| part.whole_wait());
            Reason::StartBy { usual_wait, start_by, days_left }
        }
        _ => Reason::StartToday,
    }
}
