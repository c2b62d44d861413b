//! The urgency sorter: what to do next, so that nobody loses a right they could have kept.
//!
//! `safe` finds the date to act on, `score` weighs a matter, `standing` says where a deadline stands today,
//! `queue` puts all of them in order and `explain` shows the arithmetic of one. What is never looked at: nationality,
//! status, race, religion, language, diagnosis, or anyone's view of who deserves help.

pub mod bare;
mod clash;
mod explain;
mod queue;
mod ranking;
mod safe;
pub mod score;
mod standing;
#[cfg(test)]
mod tests;
mod whatif;

pub use clash::clashes;
pub use explain::{Explanation, StepShare, explain};
pub use queue::{call, rank};
pub use ranking::{Ranked, Ranking};
pub use safe::{Safe, SafeBasis};
pub use whatif::{Turn, WhatIf, what_if};

use chrono::{DateTime, NaiveDate, Utc};

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

/// Whom to call about a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// The case's representative.
    Representative { name: String, phone: String },
    /// The clinic's on-call legal contact.
    OnCall { name: String, phone: String },
    /// Neither is known; counted, so that it is seen.
    Nobody,
}

/// Why a row stands where it does, in the fewest facts. The step it speaks of is the first open one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A person declared it missed.
    Missed { on: NaiveDate },
    /// Its date is past and nobody has said what happened.
    PastDate { due: NaiveDate },
    /// The usual waits and efforts no longer fit, by so many working days.
    OutOfReach { short_by: i32 },
    /// The next step must begin today.
    StartToday,
    /// The next step can wait until `start_by`, so many working days from now.
    StartBy { usual_wait: u16, start_by: NaiveDate, days_left: i32 },
    /// Somebody else has it; the day to ask again has come, or the next step must begin.
    FollowUp { until: NaiveDate },
    /// Somebody else has it until that day.
    WaitingUntil { until: NaiveDate },
    /// The navigator put the reminder off.
    SnoozedUntil { until: NaiveDate },
    /// Postponed without a new date: ask again that day.
    NoDate { ask_on: NaiveDate },
    /// May be done from that day.
    OpensOn { on: NaiveDate },
}

/// The moment a ranking is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The instant; a court's own "today" comes from it.
    pub now: DateTime<Utc>,
    /// Today in the clinic's zone.
    pub today: NaiveDate,
}
