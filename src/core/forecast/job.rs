//! What one row of the queue asks for: pieces of work with waits between them.

use super::Days;
use crate::core::calendar::business_days;
use crate::core::deadline::{Consequence, Deadline, Due};
use crate::core::id::DeadlineId;
use crate::core::step::{Step, StepState};
use crate::core::today::{LEAST_QUARTERS, is_on_the_day};
use crate::core::urgency::{Ranked, Reason};
use chrono::NaiveDate;

/// A piece of work, then a wait before the next piece can begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// In quarter hours.
    pub work: u32,
    /// In business days.
    pub wait: i32,
}

/// A call.
const CALL: Piece = Piece { work: LEAST_QUARTERS as u32, wait: 0 };

/// One row to be worked; days by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: DeadlineId,
    pub consequence: Consequence,
    /// Whether it can be missed.
    pub binds: bool,
    /// The date to act on.
    pub act_on: NaiveDate,
    /// The day by which all pieces have to be over: that date, or the day before where somebody goes along on it.
    pub safe: i32,
    /// The first day on which the first piece can be done.
    pub ready: i32,
    pub pieces: Vec<Piece>,
}

impl Job {
    /// What a row that is not escalated asks for from today on.
    pub fn of(deadline: &Deadline, row: &Ranked, days: Days, today: NaiveDate) -> Self {
        let mut job =
            Self { binds: matches!(deadline.due, Due::Day(_) | Due::At(_)), ..Self::empty(deadline, row, days) };
        if let Due::Unset { ask_on } = deadline.due {
            job.pieces.push(CALL);
            job.ready = days.number(ask_on).max(0);
            return job;
        }
        job.ready = match (row.reason, &deadline.due) {
            (Reason::SnoozedUntil { until }, _) => days.number(until).max(0),
            (_, Due::From(day)) => days.number(*day).max(0),
            _ => 0,
        };
        job.take_steps(deadline, today);
        job
    }

    /// The call about an escalated row.
    pub fn call(deadline: &Deadline, row: &Ranked, days: Days) -> Self {
        Self { pieces: vec![CALL], ..Self::empty(deadline, row, days) }
    }

    /// What is left to do of an escalated row whose date is still ahead.
    pub fn after_call(deadline: &Deadline, row: &Ranked, days: Days, today: NaiveDate) -> Option<Self> {
        if matches!(row.reason, Reason::Missed { .. } | Reason::PastDate { .. }) {
            return None;
        }
        let mut job = Self::empty(deadline, row, days);
        job.take_steps(deadline, today);
        Some(job)
    }

    fn empty(deadline: &Deadline, row: &Ranked, days: Days) -> Self {
        Self {
            id: deadline.id,
            consequence: deadline.consequence,
            binds: false,
            act_on: row.safe,
            safe: days.number(row.safe),
            ready: 0,
            pieces: Vec::new(),
        }
    }

    fn take_steps(&mut self, deadline: &Deadline, today: NaiveDate) {
        let steps: Vec<&Step> = deadline.open_steps().filter(|step| !is_on_the_day(deadline, step)).collect();
        let asks_last = deadline.open_steps().last().is_some_and(|step| step.kind.usual_wait() > 0);
        if steps.len() < deadline.open_steps().count() {
            self.safe -= 1;
        }
        for (at, step) in steps.iter().enumerate() {
            // The wait of the step that meets the deadline delays nothing.
            let is_last = at + 1 == steps.len() && steps.len() == deadline.open_steps().count();
            let wait = if is_last && !asks_last { 0 } else { i32::from(step.wait_days) };
            match step.state {
                StepState::Waiting { since, .. } => {
                    let left = (wait - business_days(since, today).max(0)).max(0);
                    match self.pieces.last_mut() {
                        Some(before) => before.wait += left,
                        None => self.ready = self.ready.max(left),
                    }
                }
                StepState::Open => self.pieces.push(Piece { work: u32::from(step.effort_quarters), wait }),
                StepState::Done { .. } => {}
            }
        }
        if deadline.open_steps().next().is_none() {
            self.pieces.push(Piece { work: u32::from(LEAST_QUARTERS), wait: 0 });
        }
    }

    /// The last day on which the pieces from `at` on can begin and still fit, with `work` quarters left of the first,
    /// if they had all of `hours` quarters a day.
    pub fn latest(&self, at: usize, work: u32, hours: u32) -> i32 {
        let rest = self.pieces.get(at..).unwrap_or_default();
        let waits: i32 = rest.iter().map(|piece| piece.wait).sum();
        let later: u32 = rest.iter().skip(1).map(|piece| piece.work).sum();
        let more_days = (work + later).saturating_sub(1) / hours.max(1);
        self.safe.saturating_sub(waits).saturating_sub(i32::try_from(more_days).unwrap_or(i32::MAX))
    }

    /// All of its own work, in quarter hours.
    pub fn work(&self) -> u32 {
        self.pieces.iter().map(|piece| piece.work).sum()
    }
}
