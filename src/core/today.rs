//! Today's line: how far down the queue the hours of today reach.
//!
//! The queue is walked as it is shown, and each row adds what can be done of it today: the work of its first open step.
//! The first row that no longer fits ends the walk, so that the line never suggests to pass over what comes first.
//! House defaults, kept simple enough to be said in one sentence:
//! - an escalated row takes a quarter hour, the call; its steps count again once somebody has acted;
//! - a row without steps takes a quarter hour: nobody has said what it takes, and nothing takes no time;
//! - what waits for others, was put off, cannot be done yet, or is an appointment on another day takes nothing.

use super::deadline::{Deadline, Due};
use super::id::DeadlineId;
use super::pin::{self, Moves};
use super::practice::Practice;
use super::step::{Step, StepKind, StepState};
use super::urgency::{Group, Moment, Ranked, Ranking};
use super::world::World;
use chrono::NaiveDate;
use std::collections::HashSet;

/// A call, or a row of which nobody has said what it takes, in quarter hours.
pub const LEAST_QUARTERS: u16 = 1;

/// Today's hours laid over the queue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Today {
    /// Hours for casework today, in quarters.
    pub quarters: u16,
    /// The line stands below so many rows of the queue; `None` where everything fits.
    pub line: Option<usize>,
    fitting: HashSet<DeadlineId>,
}

impl Today {
    /// Lays today's hours over the queue.
    pub fn of(world: &World, ranking: &Ranking, moves: &Moves, moment: Moment, practice: &Practice) -> Self {
        let quarters = practice.quarters_on(moment.today);
        let (mut left, mut fitting, mut line) = (quarters, HashSet::new(), None);
        for (at, row) in moves.order(ranking).enumerate() {
            let Some(rest) = left.checked_sub(work_today(world, row, moment.today)) else {
                line = Some(at);
                break;
            };
            left = rest;
            fitting.insert(row.id);
        }
        Self { quarters, line, fitting }
    }

    /// Whether a row of the queue stands above the line.
    pub fn fits(&self, id: DeadlineId) -> bool {
        self.fitting.contains(&id)
    }
}

/// What can be done of a row today, in quarter hours.
pub fn work_today(world: &World, row: &Ranked, today: NaiveDate) -> u16 {
    if row.group == Group::Escalate {
        return LEAST_QUARTERS;
    }
    let Some(deadline) = world.deadline(row.id).filter(|_| pin::is_work(row)) else { return 0 };
    let opens = match deadline.due {
        Due::From(day) | Due::Unset { ask_on: day } => day,
        Due::Day(_) | Due::At(_) => today,
    };
    if today < opens {
        return 0;
    }
    deadline.open_steps().next().map_or(LEAST_QUARTERS, |step| step_today(deadline, step, today))
}

fn step_today(deadline: &Deadline, step: &Step, today: NaiveDate) -> u16 {
    match step.state {
        // To ask again takes a call.
        StepState::Waiting { .. } => LEAST_QUARTERS,
        StepState::Open if is_on_the_day(deadline, step) && today < deadline.due.date() => 0,
        StepState::Open => step.effort_quarters,
        StepState::Done { .. } => 0,
    }
}

/// Whether a step can only be done at the hour of the appointment itself.
pub fn is_on_the_day(deadline: &Deadline, step: &Step) -> bool {
    step.kind == StepKind::Attend && deadline.due.appointment().is_some()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::core::clinic::Clinic;
    use crate::core::deadline::{Basis, Certainty, Consequence, Medium, Source};
    use crate::core::id::CaseId;
    use crate::core::urgency::rank;

    /// Monday 2 November 2026.
    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
    }

    fn deadline(id: u32, due: Due, quarters: &[u16]) -> Deadline {
        let steps = quarters.iter().map(|quarters| {
            let usual = Step::usual("work".to_owned(), StepKind::Form);
            Step { effort_quarters: *quarters, ..usual }
        });
        Deadline {
            consequence: Consequence::Right,
            medium: Medium::Online,
            source: Source::of(Basis::Statute),
            certainty: Certainty::Computed,
            steps: steps.collect(),
            ..Deadline::new(DeadlineId(id), CaseId(1), format!("matter {id}"), due)
        }
    }

    fn today(quarters: u16, deadlines: Vec<Deadline>) -> (Option<usize>, Vec<u32>) {
        let mut world = World::default();
        for deadline in deadlines {
            world.put(deadline.into());
        }
        let moment = Moment { now: day(2).and_hms_opt(15, 0, 0).unwrap().and_utc(), today: day(2) };
        let ranking = rank(&world, moment, &Clinic::default());
        let practice = Practice { day_quarters: quarters, ..Practice::default() };
        let today = Today::of(&world, &ranking, &Moves::default(), moment, &practice);
        let fits = ranking.rows().filter(|row| today.fits(row.id)).map(|row| row.id.0);
        (today.line, fits.collect())
    }

    #[test]
    fn the_line_stands_below_the_last_row_that_fits() {
        let three = || (3..6).map(|n| deadline(n, Due::Day(day(n)), &[4, 20])).collect::<Vec<_>>();
        assert_eq!(today(12, three()), (None, vec![3, 4, 5]), "only the first step can be done today");
        assert_eq!(today(11, three()), (Some(2), vec![3, 4]));
        assert_eq!(today(3, three()), (Some(0), vec![]));
        assert_eq!(today(0, vec![]), (None, vec![]));
    }

    #[test]
    fn what_cannot_be_done_today_takes_nothing_and_a_call_takes_a_quarter_hour() {
        let past = deadline(1, Due::Day(day(1)), &[20]);
        let opens = deadline(2, Due::From(day(9)), &[20]);
        let mut asked = deadline(3, Due::Day(day(20)), &[20]);
        asked.steps[0].state = StepState::Waiting { since: day(2), until: day(9) };
        let bare = deadline(4, Due::Day(day(4)), &[]);
        let all = [past, opens, asked, bare];
        assert_eq!(today(2, all.to_vec()).0, None);
        assert_eq!(today(1, all.to_vec()), (Some(1), vec![1]));
    }
}
