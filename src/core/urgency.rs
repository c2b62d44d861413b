//! The urgency sorter: what to do next, so that nobody loses a right they could have kept.
//!
//! `safe` finds the date to act on, `score` weighs a matter, `standing` says where a deadline stands today,
//! `queue` puts all of them in order and `explain` shows the arithmetic of one. What is never looked at: nationality,
//! status, race, religion, language, diagnosis, or anyone's view of who deserves help.

pub mod bare;
mod clash;
mod explain;
mod queue;
mod safe;
pub mod score;
mod standing;
#[cfg(test)]
mod tests;
mod whatif;

pub use clash::clashes;
pub use explain::{Explanation, StepShare, explain};
pub use queue::rank;
pub use safe::{Safe, SafeBasis};
pub use whatif::{Turn, WhatIf, what_if};

use super::id::{CaseId, DeadlineId};
use chrono::{DateTime, NaiveDate, Utc};
use std::sync::OnceLock;

/// Where a row stands in the queue, as people read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Missed or out of reach: call somebody today.
    Escalate,
    /// Start today, or the rest no longer fits.
    ActNow,
    /// Starts within the coming days.
    Coming,
    /// Far off, or snoozed.
    Later,
    /// Asked for; somebody else has it until the follow-up day.
    Waiting,
}

impl Group {
    /// Every group with its code.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Escalate, "escalate"),
        (Self::ActNow, "act_now"),
        (Self::Coming, "coming"),
        (Self::Later, "later"),
        (Self::Waiting, "waiting"),
    ];

    /// Its code.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(group, _)| *group == self).map_or("", |(_, code)| code)
    }
}

/// Whom to call today about an escalated matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// The case's representative.
    Representative { name: String, phone: String },
    /// The clinic's on-call legal contact.
    OnCall { name: String, phone: String },
    /// Neither is known; counted, so that it is seen.
    Nobody,
}

/// Why a row stands where it does, in the fewest facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// A person declared it missed.
    Missed { on: NaiveDate },
    /// Its date is past and nobody has said what happened.
    PastDate { due: NaiveDate },
    /// The usual waits and efforts no longer fit, by so many working days.
    OutOfReach { short_by: i32 },
    /// The next step must begin today.
    StartToday { step: Option<String> },
    /// The next step can wait until `start_by`, so many working days from now.
    StartBy { step: Option<String>, usual_wait: u16, start_by: NaiveDate, days_left: i32 },
    /// Somebody else has it; the day to ask again has come, or the next step must begin.
    FollowUp { step: String, until: NaiveDate },
    /// Somebody else has it until that day.
    WaitingUntil { step: String, until: NaiveDate },
    /// The navigator put the reminder off.
    SnoozedUntil { until: NaiveDate },
    /// Postponed without a new date: ask again that day.
    NoDate { ask_on: NaiveDate },
    /// May be done from that day.
    OpensOn { on: NaiveDate },
}

/// One live deadline with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    pub id: DeadlineId,
    pub case: CaseId,
    pub group: Group,
    /// Greater is more urgent; comparable between any two matters at the same moment.
    pub urgency: f64,
    /// Working days to spare before the next step must begin; negative once it no longer fits.
    pub slack_days: i32,
    /// The last working day on which the next step can begin; `None` where nothing is to be begun.
    pub start_by: Option<NaiveDate>,
    /// The date to act on: never later than the due date.
    pub safe: NaiveDate,
    pub reason: Reason,
    /// Filled for [`Group::Escalate`] alone.
    pub call: Option<Call>,
}

/// The queue at one moment.
#[derive(Debug, Clone, Default)]
pub struct Ranking {
    /// Every live deadline once, in the order of the queue.
    pub rows: Vec<Ranked>,
    /// Places by identity, sorted; made when first asked for, because ordering alone has no use for it.
    places: OnceLock<Vec<(DeadlineId, usize)>>,
}

impl PartialEq for Ranking {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl Ranking {
    /// The queue whose rows stand in order already.
    pub fn new(rows: Vec<Ranked>) -> Self {
        Self { rows, places: OnceLock::new() }
    }

    /// How many rows stand before this deadline; `None` if it is not live.
    pub fn place(&self, id: DeadlineId) -> Option<usize> {
        let places = self.places.get_or_init(|| {
            let mut places: Vec<_> = self.rows.iter().enumerate().map(|(place, row)| (row.id, place)).collect();
            places.sort_unstable();
            places
        });
        let found = places.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        places.get(found).map(|(_, place)| *place)
    }

    /// The row of this deadline; `None` if it is not live.
    pub fn get(&self, id: DeadlineId) -> Option<&Ranked> {
        self.rows.get(self.place(id)?)
    }
}

/// The moment a ranking is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The instant; a court's own "today" comes from it.
    pub now: DateTime<Utc>,
    /// Today in the clinic's zone.
    pub today: NaiveDate,
}
