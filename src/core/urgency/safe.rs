//! The safe date: the date to act on, never later than the due date.

use crate::core::calendar::{add_business, on_or_before};
use crate::core::clinic::Clinic;
use crate::core::deadline::{Deadline, Due, Medium};
use chrono::NaiveDate;

/// What the safe date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SafeBasis {
    /// The day of the appointment itself.
    Appointment,
    /// The last business day on or before the last day, less the courier's days.
    LastDay,
    /// The day from which it may be done; nothing is lost on it.
    Opening,
    /// The day to ask for the date that is missing.
    AskAgain,
}

/// The date to act on and how it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Safe {
    pub date: NaiveDate,
    pub basis: SafeBasis,
    /// The last day before any roll to a later business day.
    pub unrolled: NaiveDate,
    /// Business days kept for the courier of a paper filing.
    pub courier_days: u16,
}

impl Safe {
    /// Finds the date to act on.
    pub fn of(deadline: &Deadline, clinic: &Clinic) -> Self {
        let due = deadline.due.date();
        let at = |date, basis| Self { date, basis, unrolled: due, courier_days: 0 };
        match &deadline.due {
            Due::At(_) => at(due, SafeBasis::Appointment),
            Due::From(_) => at(due, SafeBasis::Opening),
            Due::Unset { .. } => at(on_or_before(due), SafeBasis::AskAgain),
            Due::Day(_) => {
                let courier_days = if deadline.medium == Medium::Paper { clinic.courier_days } else { 0 };
                let unrolled = unrolled(deadline, due);
                let date = add_business(on_or_before(unrolled), -i32::from(courier_days));
                Self { date, basis: SafeBasis::LastDay, unrolled, courier_days }
            }
        }
    }

    /// Whether a right is lost after it.
    pub fn binds(&self) -> bool {
        matches!(self.basis, SafeBasis::Appointment | SafeBasis::LastDay)
    }
}

/// The last day before the roll. A person who moved the date past the computed one, such as by an extension, knows of
/// a newer paper; a due date before it, such as a printed one, is earlier already.
fn unrolled(deadline: &Deadline, due: NaiveDate) -> NaiveDate {
    let counted = deadline.source.rule.as_ref().filter(|rule| rule.computed.is_none_or(|computed| due <= computed));
    counted.and_then(|rule| rule.raw).map_or(due, |raw| raw.min(due))
}
