//! A pin: the navigator moves a row of the queue by hand, with a reason and until a day.
//!
//! It never moves a date, it ends by itself, and it can hide nothing that must be seen: a pinned row stays below every
//! escalated matter and every removal matter without slack that stood above it, and those are never pushed down.

mod moves;

pub use moves::Moves;

use super::compact::date;
use super::deadline::Consequence;
use super::id::DeadlineId;
use super::urgency::{Group, Ranked, Reason};
use super::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which way a row was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    Up,
    Down,
}

impl Way {
    /// Both with their codes.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Up, "up"), (Self::Down, "down")];
}

/// A row moved by hand; a deadline has at most one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The deadline whose row it moves; the pin's own identity too.
    pub deadline: DeadlineId,
    pub way: Way,
    /// The day on which it is over; it holds through the day before.
    #[serde(with = "date")]
    pub until: NaiveDate,
    pub reason: String,
    /// Who moved it.
    pub by: String,
}

/// Whether no pin may put this row lower or stand above it.
pub fn is_guarded(world: &World, row: &Ranked) -> bool {
    let removal = || world.deadline(row.id).is_some_and(|deadline| deadline.consequence == Consequence::Removal);
    row.group == Group::Escalate || (row.slack_days <= 0 && removal())
}

/// The pin that moves a row today; none once its day has come, or while the row may not be moved.
pub fn of<'a>(world: &'a World, row: &Ranked, today: NaiveDate) -> Option<&'a Pin> {
    let pin = world.pin(row.id).filter(|pin| today < pin.until)?;
    (!is_guarded(world, row)).then_some(pin)
}

/// Whether a row stands in the order of work or above it, rather than waiting or put off.
pub fn is_work(row: &Ranked) -> bool {
    row.group != Group::Waiting && !matches!(row.reason, Reason::SnoozedUntil { .. })
}

#[cfg(test)]
mod tests;
