//! Counting by a rule, with every step shown.

use super::row::{Grade, Last, Mail, Period, Roll, Rule};
use crate::core::calendar::{self, Closed};
use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;

/// Years in which a trigger or a printed date is believed; outside them it is a typing slip.
const YEARS: RangeInclusive<i32> = 1900..=2200;

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
    /// The last day before any roll, mail days included; where sources differ, the earlier. The safe date starts here.
    pub raw: Option<NaiveDate>,
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
    /// The earlier of two readings, from which the safe date starts.
    Cautious {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Only the date printed by the agency or ordered by the judge can be acted on.
    PrintedDateNeeded,
    /// Nothing may be counted; the representative or the court has to be asked today.
    Ask,
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
    /// The paper prints another date than the count gives; the earlier one stands.
    PrintedDiffers { printed: NaiveDate, counted: NaiveDate },
}

/// Why a rule gives no answer at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    #[error("{id} is switched off")]
    Disabled { id: &'static str },
    #[error("{day} is outside the years 1900 to 2200")]
    OutOfRange { day: NaiveDate },
}

/// Counts by `rule` from `trigger`.
///
/// # Errors
/// [`RuleError::Disabled`] for a rule that is switched off; [`RuleError::OutOfRange`] for a trigger outside 1900 to 2200.
pub fn compute(rule: &Rule, trigger: NaiveDate, how: How) -> Result<Computed, RuleError> {
    count(rule, trigger, how, None)
}

/// Counts by `rule` and holds the result against the date the paper prints; the earlier one stands.
///
/// A judge's date replaces a count that is only advised. An opening day has no last day to print.
///
/// # Errors
/// As [`compute`]; [`RuleError::OutOfRange`] also for such a printed date.
pub fn compute_printed(rule: &Rule, trigger: NaiveDate, how: How, printed: NaiveDate) -> Result<Computed, RuleError> {
    count(rule, trigger, how, Some(printed))
}

/// Returns the day to act by: the last business day on or before the unrolled date, less the courier for paper.
pub fn safe(raw: NaiveDate, courier_days: u16, paper: bool) -> NaiveDate {
    let courier = if paper { i32::from(courier_days) } else { 0 };
    calendar::add_business(calendar::on_or_before(raw), -courier)
}

fn count(rule: &Rule, trigger: NaiveDate, how: How, printed: Option<NaiveDate>) -> Result<Computed, RuleError> {
    if !rule.enabled {
        return Err(RuleError::Disabled { id: rule.id });
    }
    if let Some(day) = [Some(trigger), printed].into_iter().flatten().find(|day| !YEARS.contains(&day.year())) {
        return Err(RuleError::OutOfRange { day });
    }
    let mut counting = Counting { rule, how, from: trigger, said: Computed::default() };
    counting.said.warnings.extend(rule.caveats);
    if !rule.in_force_on(trigger) {
        counting.said.warnings.push(Warning::OutOfForce);
    }
    counting.start();
    counting.open().and_then(|()| counting.close(printed)).ok_or(RuleError::OutOfRange { day: trigger })?;
    Ok(counting.said)
}

/// A count under way.
struct Counting<'a> {
    rule: &'a Rule,
    how: How,
    from: NaiveDate,
    said: Computed,
}

/// The last day as counted, and after the roll.
#[derive(Clone, Copy)]
struct End {
    raw: NaiveDate,
    day: NaiveDate,
}

impl Counting<'_> {
    fn start(&mut self) {
        if let Some(from) = self.rule.counts_from.filter(|from| self.from < *from) {
            self.from = from;
            self.said.steps.push(Step::CountedFrom { from });
        }
    }

    fn open(&mut self) -> Option<()> {
        if let Some(period) = self.rule.opens {
            let on = period.after(self.from)?;
            self.said.opens = Some(on);
            self.said.steps.push(Step::Opens { period, on });
        }
        Some(())
    }

    fn close(&mut self, printed: Option<NaiveDate>) -> Option<()> {
        // The days that a printed date is held against; none where it replaces the count.
        let limit = match self.rule.last {
            Last::Open => return Some(()),
            _ if self.rule.grade == Grade::Memory => {
                self.said.warnings.push(Warning::Unverified);
                None
            }
            Last::Counted(period) => Some(self.counted(period)?),
            Last::Disputed { legal, cautious } => {
                let end = self.counted(legal)?;
                let to = cautious.after(self.from)?;
                self.said.steps.push(Step::Cautious { period: cautious, to });
                Some(End { raw: end.raw.min(to), day: end.day })
            }
            Last::Advised(period) => {
                let raw = period.after(self.from)?;
                self.said.steps.push(Step::Counted { period, from: self.from, to: raw });
                self.said.raw = Some(raw);
                None
            }
            Last::AtMost(period) => {
                let end = self.counted(period)?;
                self.said.latest = Some(end.day);
                Some(end)
            }
            Last::Printed => None,
            Last::Ask => {
                self.said.warnings.push(Warning::Ask);
                None
            }
        };
        match (printed, self.rule.last) {
            (Some(printed), _) => self.heed(printed, limit),
            (None, Last::AtMost(_) | Last::Printed) => self.said.warnings.push(Warning::PrintedDateNeeded),
            (None, _) => {
                if let Some(end) = limit {
                    (self.said.raw, self.said.due) = (Some(end.raw), Some(end.day));
                }
            }
        }
        Some(())
    }

    /// Counts the period, adds the mail days and rolls once.
    fn counted(&mut self, period: Period) -> Option<End> {
        let mut raw = period.after(self.from)?;
        self.said.steps.push(Step::Counted { period, from: self.from, to: raw });
        if matches!(period, Period::Years(..)) && is_leap_day(self.from) && !is_leap_day(raw) {
            self.said.warnings.push(Warning::LeapDay);
        }
        if self.how.mailed {
            match self.rule.mail {
                Mail::Nothing => {}
                Mail::Unverified => self.said.warnings.push(Warning::MailDaysNotAdded),
                Mail::ThreeDays => {
                    raw = calendar::add_days(raw, 3)?;
                    self.said.steps.push(Step::MailAdded { days: 3, to: raw });
                }
            }
        }
        Some(End { raw, day: self.rolled(raw) })
    }

    fn rolled(&mut self, raw: NaiveDate) -> NaiveDate {
        let Some(over) = calendar::closed(raw) else { return raw };
        let rolls = match self.rule.roll {
            Roll::Stays => false,
            Roll::Forward | Roll::BeforeHearing => true,
            Roll::ForwardOnPaper => !self.how.online,
        };
        if !rolls {
            self.said.warnings.push(Warning::NotRolled { on: over });
            return raw;
        }
        let to = calendar::on_or_after(raw);
        self.said.steps.push(Step::RolledOver { over, to });
        to
    }

    /// Lets the printed date stand unless the count ends before it.
    fn heed(&mut self, printed: NaiveDate, limit: Option<End>) {
        self.said.steps.push(Step::Printed { on: printed });
        let day = self.rolled(printed);
        let (raw, due) = match limit {
            None => (printed, day),
            Some(end) => (printed.min(end.raw), day.min(end.day)),
        };
        (self.said.raw, self.said.due) = (Some(raw), Some(due));
        let maximum = matches!(self.rule.last, Last::AtMost(_));
        if let Some(end) =
            limit.filter(|end| if maximum { day > end.day } else { printed != end.raw && day != end.day })
        {
            self.said.warnings.push(Warning::PrintedDiffers { printed, counted: end.day });
        }
    }
}

fn is_leap_day(day: NaiveDate) -> bool {
    day.month() == 2 && day.day() == 29
}
