//! Days on which courts and agencies work, and counting in them.
//!
//! A business day is neither Saturday, Sunday nor a federal holiday or its observed day (5 USC 6103). Closures that are
//! announced (executive orders, weather, Inauguration Day at some offices) are business days here: a closure that is
//! not certain must never lengthen a deadline. [`Days`] are those of one office, with what the clinic knows of it.
//!
//! A day is a plain date throughout: nothing here adds 24 hours, and no zone comes in.

mod closures;
mod days;
mod holidays;
#[cfg(test)]
mod tests;
mod weekdays;

pub use closures::{Closure, Doubt, Place};
pub use days::Days;
pub use holidays::Holiday;
pub use weekdays::{weekday_before, weekdays_between};

use chrono::{Datelike, Months, NaiveDate, TimeDelta, Weekday};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// The years whose holidays are known: from the Monday holidays of 1971 to ten years after the law was looked up. A date
/// outside them is counted by the law of today (or, before 1971, by the acts of their time) and said to be so.
pub const KNOWN_YEARS: RangeInclusive<i32> = 1971..=2036;

/// Why an office is closed on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closed {
    Saturday,
    Sunday,
    /// The holiday itself, be it on a weekend or not.
    Holiday(Holiday),
    /// The weekday given for a holiday that falls on a weekend.
    Observed(Holiday),
    /// A closure that the clinic entered as certain, with its source.
    Announced,
    /// Taken as closed to find the later date that is possible; see [`Doubt`].
    InDoubt,
}

/// What is known of a day at an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Class {
    Business,
    Closed(Closed),
    /// It may be closed; until that is certain it counts as a business day.
    Uncertain(Doubt),
}

/// Returns why offices are closed on `day`, or `None` on a business day.
pub fn closed(day: NaiveDate) -> Option<Closed> {
    if let Some(holiday) = holidays::on(day) {
        return Some(Closed::Holiday(holiday));
    }
    match day.weekday() {
        Weekday::Sat => Some(Closed::Saturday),
        Weekday::Sun => Some(Closed::Sunday),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
            holidays::observed_on(day).map(Closed::Observed)
        }
    }
}

/// Returns the federal holiday of `day`, be it the holiday itself or the weekday it is observed on.
pub fn holiday(day: NaiveDate) -> Option<Holiday> {
    holidays::on(day).or_else(|| holidays::observed_on(day))
}

/// Returns whether `day` is neither a weekend nor a federal holiday.
pub fn is_business(day: NaiveDate) -> bool {
    let n = day.num_days_from_ce();
    match (TABLE.number_of(n - 1), TABLE.number_of(n)) {
        (Some(before), Some(through)) => through > before,
        _ => closed(day).is_none(),
    }
}

/// Returns the nearest business day that is not after `day`.
pub fn on_or_before(day: NaiveDate) -> NaiveDate {
    nearest(day, NaiveDate::pred_opt)
}

/// Returns the nearest business day that is not before `day`.
pub fn on_or_after(day: NaiveDate) -> NaiveDate {
    nearest(day, NaiveDate::succ_opt)
}

fn nearest(mut day: NaiveDate, step: fn(&NaiveDate) -> Option<NaiveDate>) -> NaiveDate {
    while !is_business(day) {
        match step(&day) {
            Some(next) => day = next,
            None => break,
        }
    }
    day
}

/// Counts the business days after `from` up to and including `to`; negative when `to` is before `from`.
///
/// Takes about ten nanoseconds between 1990 and 2110, and time in proportion to the years outside them.
pub fn business_days(from: NaiveDate, to: NaiveDate) -> i32 {
    business_number(to) - business_number(from)
}

/// Returns the `n`-th business day after `day`, or before it when `n` is negative; zero gives `day` itself.
///
/// Stays within the calendar that chrono knows.
pub fn add_business(day: NaiveDate, n: i32) -> NaiveDate {
    let wanted = match n.signum() {
        0 => return day,
        1 => business_number(day).saturating_add(n),
        _ => business_number(far(day, -1)).saturating_add(n).saturating_add(1),
    };
    TABLE.day_of(wanted).unwrap_or_else(|| walk_business(day, n))
}

/// Finds what [`add_business`] does, wherever the day is.
fn walk_business(day: NaiveDate, n: i32) -> NaiveDate {
    let wanted = i64::from(n.unsigned_abs());
    // Five business days take a week, but for the weekend that a short run may miss: never more than the true distance.
    let mut distance = (wanted * 7 / 5 - 2).max(0);
    loop {
        let there = far(day, distance * i64::from(n.signum()));
        let counted = if n < 0 { business_days(far(there, -1), far(day, -1)) } else { business_days(day, there) };
        // Each business day still missing takes at least one day more.
        let missing = wanted - i64::from(counted);
        if missing <= 0 || there == NaiveDate::MIN || there == NaiveDate::MAX {
            return there;
        }
        distance += missing;
    }
}

/// Returns the day `n` calendar days after `day` (before it when negative), or `None` outside chrono's calendar.
pub fn add_days(day: NaiveDate, n: i32) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::days(i64::from(n)))
}

/// Returns the same day of the month `n` months on, or that month's last day where it is shorter.
pub fn add_months(day: NaiveDate, n: i32) -> Option<NaiveDate> {
    let months = Months::new(n.unsigned_abs());
    if n < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
}

/// Returns the same month and day `n` years on; 29 February becomes 28 February where there is none.
///
/// No immigration authority on leap days was found. The earlier day is the one that no reading calls late.
pub fn add_years(day: NaiveDate, n: i32) -> Option<NaiveDate> {
    add_months(day, n.checked_mul(12)?)
}

fn far(day: NaiveDate, days: i64) -> NaiveDate {
    let edge = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(edge)
}

/// Numbers the business days in their order; only the difference of two numbers means something.
fn business_number(day: NaiveDate) -> i32 {
    let n = day.num_days_from_ce();
    TABLE.number_of(n).unwrap_or_else(|| weekdays::through(n) - holidays::days_off_through(day))
}

/// The years that deadlines fall in, counted once: 150 kB, built in about half a millisecond.
static TABLE: LazyLock<Table> = LazyLock::new(|| Table::of_years(1990, 2110));

/// The business days of some years, found by day and by number.
#[derive(Default)]
struct Table {
    /// Days from the start of year 1 to the first day of the table.
    first_day: i32,
    first_number: i32,
    /// For each day, the business days since the first day.
    counts: Vec<u16>,
    /// For each business day since the first day, how many days after it.
    days: Vec<u16>,
}

impl Table {
    fn of_years(first: i32, last: i32) -> Self {
        let (Some(start), Some(end)) = (NaiveDate::from_ymd_opt(first, 1, 1), NaiveDate::from_ymd_opt(last, 12, 31))
        else {
            return Self::default();
        };
        let mut off: Vec<NaiveDate> = (first..=last + 1).flat_map(holidays::days_off).filter(|d| *d > start).collect();
        off.sort_unstable();
        let mut off = off.into_iter().peekable();
        let mut table = Self {
            first_day: start.num_days_from_ce(),
            first_number: weekdays::through(start.num_days_from_ce()) - holidays::days_off_through(start),
            ..Self::default()
        };
        let mut count = 0;
        for (offset, day) in (0_u16..).zip(start.iter_days().take_while(|day| *day <= end)) {
            let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            let holiday = off.next_if_eq(&day).is_some();
            if day > start && !weekend && !holiday {
                count += 1;
                table.days.push(offset);
            }
            table.counts.push(count);
        }
        table
    }

    /// The business number of the day `n`.
    fn number_of(&self, n: i32) -> Option<i32> {
        let index = usize::try_from(n - self.first_day).ok()?;
        self.counts.get(index).map(|count| self.first_number + i32::from(*count))
    }

    /// The business day with that number.
    fn day_of(&self, number: i32) -> Option<NaiveDate> {
        let index = usize::try_from(number.checked_sub(self.first_number)?.checked_sub(1)?).ok()?;
        let offset = self.days.get(index)?;
        NaiveDate::from_num_days_from_ce_opt(self.first_day + i32::from(*offset))
    }
}
