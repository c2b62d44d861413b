//! Days and times as people read them. Every day carries its weekday; a year is shown only where it is not this one.

use super::Locale;
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use std::fmt::Write;

/// Days back and ahead within which a narrow date has no year; together less than a year.
const NARROW_PAST: i64 = 90;
const NARROW_AHEAD: i64 = 270;

impl Locale {
    /// A day in few letters: "Fri 27 Nov", "vie 27 nov"; with the year where it is not that of `today`.
    pub fn day(&self, date: NaiveDate, today: NaiveDate) -> String {
        let mut text = String::with_capacity(16);
        self.push_day(&mut text, date, today);
        text
    }

    /// A day in at most eleven cells, for narrow columns: "Fri 27 Nov" from three months ago to nine months ahead, where
    /// no year is needed to tell it from any other; "4 Oct 2027" beyond, where the weekday says little.
    pub fn day_narrow(&self, date: NaiveDate, today: NaiveDate) -> String {
        if needs_year(date, today) { self.day_bare(date, today) } else { self.day(date, date) }
    }

    /// A day without its weekday: "27 Nov", "4 Oct 2027".
    pub fn day_bare(&self, date: NaiveDate, today: NaiveDate) -> String {
        let (day, month) = (date.day(), self.month(date));
        if needs_year(date, today) { format!("{day} {month} {}", date.year()) } else { format!("{day} {month}") }
    }

    /// A day with its year, for a text that is kept: "Fri 27 Nov 2026".
    pub fn day_year(&self, date: NaiveDate) -> String {
        format!("{} {} {} {}", self.weekday(date), date.day(), self.month(date), date.year())
    }

    /// Appends what [`Locale::day`] returns. Both languages use one order: weekday, day, month, year.
    pub(super) fn push_day(&self, text: &mut String, date: NaiveDate, today: NaiveDate) {
        let (weekday, month) = (self.weekday(date), self.month(date));
        // Writing to a string cannot fail.
        let _ = write!(text, "{weekday} {} {month}", date.day());
        if date.year() != today.year() {
            let _ = write!(text, " {}", date.year());
        }
    }

    /// A day in full: "Friday 27 November 2026", "viernes 27 de noviembre de 2026".
    pub fn day_long(&self, date: NaiveDate) -> String {
        let weekday = pick(&self.words().weekdays_long, date.weekday().num_days_from_monday());
        let month = pick(&self.words().months_long, date.month0());
        self.tn(
            "date-long",
            &[
                ("weekday", weekday.into()),
                ("day", date.day().into()),
                ("month", month.into()),
                // As text: a number would take the language's grouping.
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// A local date and time of day, 24 hours: "Fri 27 Nov 08:30".
    pub fn date_time(&self, at: NaiveDateTime, today: NaiveDate) -> String {
        let mut text = self.day(at.date(), today);
        let _ = write!(text, " {}", at.format("%H:%M"));
        text
    }

    /// Which change was the last and when it was made, local: "Last change: 1,482, Tue 24 Nov 14:05." Whoever knows what
    /// it was sees that a folder was rolled back.
    pub fn last_change(&self, change: u64, made: NaiveDateTime, today: NaiveDate) -> String {
        let number = i64::try_from(change).unwrap_or(i64::MAX);
        self.tn("opened-last-change", &[("change", number.into()), ("at", self.date_time(made, today).into())])
    }

    /// Quarter hours of work as a length of time: "45 min", "1 h 30 min". The signs are the same in both languages.
    #[allow(clippy::unused_self, reason = "a length of time belongs to the language all the same")]
    pub fn effort(&self, quarters: u16) -> String {
        match (quarters / 4, quarters % 4 * 15) {
            (0, minutes) => format!("{minutes} min"),
            (hours, 0) => format!("{hours} h"),
            (hours, minutes) => format!("{hours} h {minutes} min"),
        }
    }

    /// The weekday in few letters.
    fn weekday(&self, date: NaiveDate) -> &str {
        pick(&self.words().weekdays, date.weekday().num_days_from_monday())
    }

    /// The month in few letters.
    fn month(&self, date: NaiveDate) -> &str {
        pick(&self.words().months, date.month0())
    }
}

/// Whether a day is not the nearest of its name.
fn needs_year(date: NaiveDate, today: NaiveDate) -> bool {
    !(-NARROW_PAST..NARROW_AHEAD).contains(&(date - today).num_days())
}

fn pick(words: &[String], index: u32) -> &str {
    usize::try_from(index).ok().and_then(|index| words.get(index)).map_or("", String::as_str)
}
