//! Counting in weekdays alone, for a caseload from outside whose holidays nobody told.

use chrono::{Datelike, NaiveDate};

/// Counts Monday to Friday in days 1 to `n`; 1 January of year 1 was a Monday.
pub(super) fn through(n: i32) -> i32 {
    n.div_euclid(7) * 5 + n.rem_euclid(7).min(5)
}

fn number(day: NaiveDate) -> i32 {
    through(day.num_days_from_ce())
}

/// Counts the weekdays after `from` up to and including `to`; negative when `to` is before `from`.
pub fn weekdays_between(from: NaiveDate, to: NaiveDate) -> i32 {
    number(to) - number(from)
}

/// Returns the weekday that is `n` weekdays before the last one on or before `day`; `None` outside chrono's calendar.
pub fn weekday_before(day: NaiveDate, n: i32) -> Option<NaiveDate> {
    let wanted = number(day).checked_sub(n)?.checked_sub(1)?;
    let days = wanted.div_euclid(5).checked_mul(7)?.checked_add(wanted.rem_euclid(5))?.checked_add(1)?;
    NaiveDate::from_num_days_from_ce_opt(days)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;
    use chrono::{Days, Weekday};

    #[test]
    fn counts_agree_with_going_day_by_day() {
        let is_weekday = |day: NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let from: NaiveDate = "2026-11-21".parse().unwrap();
        for start in 0..9 {
            let from = from + Days::new(start);
            let mut counted = 0;
            for on in 1..40 {
                let to = from + Days::new(on);
                counted += i32::from(is_weekday(to));
                assert_eq!((weekdays_between(from, to), weekdays_between(to, from)), (counted, -counted));
                let there = weekday_before(to, counted).unwrap();
                assert!(
                    is_weekday(there) && there <= from && weekdays_between(there, from) == 0,
                    "{from} {to} {there}"
                );
            }
        }
        assert_eq!(weekday_before(NaiveDate::MIN, i32::MAX), None);
    }
}
