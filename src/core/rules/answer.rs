//! What a count answers: the dates, every step on the way, and what has to be said beside them.

use super::row::Period;
use crate::core::calendar::{Closed, Doubt};
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// How the paper came and how the answer goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct How {
    /// The notice or decision was served by mail.
    pub mailed: bool,
    /// The filing goes in electronically.
    pub online: bool,
}

/// What a rule says for one trigger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Computed {
    /// The last day before any roll, mail days included.
    pub raw: Option<NaiveDate>,
    /// The earlier of two readings, where sources differ.
    pub cautious: Option<NaiveDate>,
    /// The legal last day, after the one roll. `None` where none can be stated, even if `raw` says what to act on.
    pub due: Option<NaiveDate>,
    /// The first day it can be done.
    pub opens: Option<NaiveDate>,
    /// "No later than", for periods that are only a maximum; never the date to act on.
    pub latest: Option<NaiveDate>,
    /// The arithmetic, in order.
    pub steps: Vec<Step>,
    pub warnings: Vec<Warning>,
}

impl Computed {
    /// The unrolled day that the safe date starts from: the earlier reading where sources differ.
    pub fn act_from(&self) -> Option<NaiveDate> {
        match (self.raw, self.cautious) {
            (Some(raw), Some(cautious)) => Some(raw.min(cautious)),
            (raw, cautious) => raw.or(cautious),
        }
    }
}

/// One line of the arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The trigger was before the day the rule counts from.
    CountedFrom {
        from: NaiveDate,
    },
    Counted {
        period: Period,
        from: NaiveDate,
        to: NaiveDate,
    },
    /// Days added because the notice came by mail.
    MailAdded {
        days: i32,
        to: NaiveDate,
    },
    /// The last day was closed; the period ends on the next business day.
    RolledOver {
        over: Closed,
        to: NaiveDate,
    },
    /// The day was closed; counted back, the last open day before it stands.
    RolledBack {
        over: Closed,
        to: NaiveDate,
    },
    /// The earlier of two readings, from which the safe date starts.
    Cautious {
        period: Period,
        to: NaiveDate,
    },
    /// The later of two readings, where no legal last day can be stated; not acted on.
    OtherReading {
        period: Period,
        to: NaiveDate,
    },
    /// The first day it can be done.
    Opens {
        period: Period,
        on: NaiveDate,
    },
    /// The date the paper prints.
    Printed {
        on: NaiveDate,
    },
}

/// What a person has to know beside the dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Only the date printed by the agency or ordered by the judge can be acted on.
    PrintedDateNeeded,
    /// Nothing may be counted; the representative or the court has to be asked today.
    Ask,
    /// Nothing follows by the calendar; somebody has to look at it.
    Review,
    /// The rule is from memory and counts nothing.
    Unverified,
    /// Sources disagree; the earlier day is the one to act on.
    SourcesDiffer,
    /// Delay by the applicant stops the clock; the days are read from the hotline, never from a count.
    ClockMayStop,
    /// Three days for mail are practice at best, and were not added.
    MailDaysNotAdded,
    /// The last day is closed and no source promises a later one.
    NotRolled { on: Closed },
    /// The rule did not hold on the trigger day.
    OutOfForce,
    /// Counted in years from 29 February to 28 February, the earlier of the possible days.
    LeapDay,
    /// A day on the way may be closed. If it is, the date could be `other`; the one given stands.
    MaybeClosed { on: NaiveDate, doubt: Doubt, other: NaiveDate },
    /// The period ran over a closure that the clinic entered.
    RanOverClosure { on: NaiveDate, source: String },
    /// The holidays of that year are not known for certain.
    BeyondKnownYears { year: i32 },
    /// The paper prints another date than the count gives; the earlier one stands.
    PrintedDiffers { printed: NaiveDate, counted: NaiveDate },
}

/// Why there is no answer at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    #[error("{id} is switched off")]
    Disabled { id: String },
    #[error("{day} is outside the years {} to {}", YEARS.start(), YEARS.end())]
    OutOfRange { day: NaiveDate },
    /// A plain count that leaves the years 1 to 9999.
    #[error("the count leaves the calendar")]
    OffTheCalendar,
}

/// Years in which a trigger or a printed date of a rule is believed; outside them it is a typing slip.
pub const YEARS: RangeInclusive<i32> = 1900..=2200;
