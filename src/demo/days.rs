//! The demo's days: everything is counted from the moment it is made for, and nobody holds a hearing on a Sunday.

use crate::core::calendar;
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

/// The zone of the invented clinic.
pub const HOME: Tz = Tz::America__New_York;

/// The moment a caseload is made for.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    /// To the millisecond, as the vault keeps it.
    pub now: DateTime<Utc>,
    /// Today in the clinic's zone.
    pub today: NaiveDate,
}

impl Days {
    /// Counts from `now`.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self { now: now.trunc_subsecs(3), today: now.with_timezone(&HOME).date_naive() }
    }

    /// So many calendar days ago.
    pub fn ago(&self, days: i64) -> NaiveDate {
        self.today - Duration::days(days)
    }

    /// So many calendar days from today.
    pub fn ahead(&self, days: i64) -> NaiveDate {
        self.today + Duration::days(days)
    }

    /// The last business day on or before the day so many days ago.
    pub fn business_ago(&self, days: i64) -> NaiveDate {
        calendar::on_or_before(self.ago(days))
    }

    /// The first business day on or after the day so many days from today.
    pub fn business_ahead(&self, days: i64) -> NaiveDate {
        calendar::on_or_after(self.ahead(days))
    }

    /// The first such weekday after today.
    pub fn next(&self, weekday: Weekday) -> NaiveDate {
        self.ahead(days_between(self.today.weekday(), weekday))
    }

    /// The last such weekday before today.
    pub fn last(&self, weekday: Weekday) -> NaiveDate {
        self.ago(days_between(weekday, self.today.weekday()))
    }

    /// An instant on that day at the clinic; never later than now.
    pub fn at(&self, day: NaiveDate, hour: u32, minute: u32) -> DateTime<Utc> {
        let local = clock(day, hour, minute);
        HOME.from_local_datetime(&local).earliest().map_or(local.and_utc(), |at| at.to_utc()).min(self.now)
    }
}

/// Days from one weekday to the next such other one: 1 to 7.
fn days_between(from: Weekday, to: Weekday) -> i64 {
    let gap = 7 + i64::from(to.num_days_from_monday()) - i64::from(from.num_days_from_monday());
    if gap % 7 == 0 { 7 } else { gap % 7 }
}

/// A local time; midnight if there is no such hour.
pub fn clock(day: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says what is missing by failing")]
mod tests {
    use super::*;

    #[test]
    fn next_and_last_are_never_today() {
        let noon = Utc.with_ymd_and_hms(2026, 11, 19, 17, 0, 0).unwrap();
        let days = Days::new(noon);
        assert_eq!(days.today.weekday(), Weekday::Thu);
        assert_eq!(days.next(Weekday::Thu), days.ahead(7));
        assert_eq!(days.next(Weekday::Fri), days.ahead(1));
        assert_eq!(days.last(Weekday::Thu), days.ago(7));
        assert_eq!(days.last(Weekday::Fri), days.ago(6));
    }

    #[test]
    fn today_is_the_clinics_and_no_event_lies_ahead() {
        let late = Utc.with_ymd_and_hms(2026, 11, 20, 2, 0, 0).unwrap();
        let days = Days::new(late);
        assert_eq!(days.today.to_string(), "2026-11-19");
        assert_eq!(days.at(days.ago(1), 10, 0).to_rfc3339(), "2026-11-18T15:00:00+00:00");
        assert_eq!(days.at(days.today, 22, 0), late);
    }
}
