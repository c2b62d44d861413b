//! Counting without a rule: so many days, working days, months or years, and where to go from a closed day.

use super::answer::{Computed, RuleError, Step, Warning};
use super::count::{beyond, clamped_leap_day, first_doubt, ran_over};
use super::row::Period;
use crate::core::calendar::{Closure, Days};
use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;

/// The years that a plain count may touch.
pub const PLAIN_YEARS: RangeInclusive<i32> = 1..=9999;

/// Where a plain count goes from a day that is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    /// To the next open day.
    Forward,
    /// To the last open day before it.
    Back,
    /// Nowhere.
    Stay,
}

/// Counts a period from `trigger`, which is day 0, and rolls once.
///
/// # Errors
/// [`RuleError::OffTheCalendar`] where a day leaves [`PLAIN_YEARS`].
pub fn plain(
    period: Period,
    towards: Towards,
    trigger: NaiveDate,
    closures: &[Closure],
) -> Result<Computed, RuleError> {
    let days = Days::of(None, closures);
    let mut said = counted(period, towards, trigger, days)?;
    if let Some((raw, due)) = said.raw.zip(said.due)
        && let Some((on, doubt)) = first_doubt(days, Some(period), trigger, raw, due)
        && let Some(other) = counted(period, towards, trigger, days.if_closed())?.due.filter(|other| *other != due)
    {
        said.warnings.push(Warning::MaybeClosed { on, doubt, other });
    }
    if let Some(year) = beyond(&said) {
        said.warnings.push(Warning::BeyondKnownYears { year });
    }
    Ok(said)
}

fn counted(period: Period, towards: Towards, trigger: NaiveDate, days: Days<'_>) -> Result<Computed, RuleError> {
    let known = |day: &NaiveDate| PLAIN_YEARS.contains(&day.year());
    let raw = Some(trigger).filter(known).and_then(|from| period.after(from, days)).filter(known);
    let raw = raw.ok_or(RuleError::OffTheCalendar)?;
    let mut said = Computed { raw: Some(raw), ..Computed::default() };
    said.steps.push(Step::Counted { period, from: trigger, to: raw });
    if clamped_leap_day(period, trigger, raw) {
        said.warnings.push(Warning::LeapDay);
    }
    let due = match (days.closed(raw), towards) {
        (None, _) => raw,
        (Some(on), Towards::Stay) => {
            said.warnings.push(Warning::NotRolled { on });
            raw
        }
        (Some(over), Towards::Forward) => {
            let to = days.on_or_after(raw);
            said.steps.push(Step::RolledOver { over, to });
            to
        }
        (Some(over), Towards::Back) => {
            let to = days.on_or_before(raw);
            said.steps.push(Step::RolledBack { over, to });
            to
        }
    };
    said.warnings.extend(ran_over(days, raw, due));
    said.due = Some(due).filter(known);
    if said.due.is_none() { Err(RuleError::OffTheCalendar) } else { Ok(said) }
}
