//! The federal holidays of 5 USC 6103 and the days they are observed on.

use chrono::{Datelike, NaiveDate, Weekday};

/// A legal public holiday of the United States.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    NewYear,
    MartinLutherKing,
    Washington,
    Memorial,
    Juneteenth,
    Independence,
    Labor,
    Columbus,
    Veterans,
    Thanksgiving,
    Christmas,
}

impl Holiday {
    /// Every holiday with its code, in the order of the year.
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::NewYear, "new-year"),
        (Self::MartinLutherKing, "martin-luther-king"),
        (Self::Washington, "washington"),
        (Self::Memorial, "memorial"),
        (Self::Juneteenth, "juneteenth"),
        (Self::Independence, "independence"),
        (Self::Labor, "labor"),
        (Self::Columbus, "columbus"),
        (Self::Veterans, "veterans"),
        (Self::Thanksgiving, "thanksgiving"),
        (Self::Christmas, "christmas"),
    ];
}

/// Where a holiday falls in a year.
enum On {
    /// Month and day.
    Date(u32, u32),
    /// The n-th such weekday of the month.
    Nth(u32, Weekday, u8),
    /// The last such weekday of the month, or so many weeks before it.
    Last(u32, Weekday, u8),
}

/// One wording of the law, with the years it holds for.
struct Law {
    holiday: Holiday,
    from: i32,
    to: i32,
    on: On,
}

const fn law(holiday: Holiday, from: i32, to: i32, on: On) -> Law {
    Law { holiday, from, to, on }
}

const ALWAYS: i32 = i32::MAX;

/// The act of 28 June 1870 (16 Stat. 168) began with New Year, Independence Day, Thanksgiving and Christmas; that of 31
/// January 1879 (20 Stat. 277) added Washington's Birthday, that of 1 August 1888 (25 Stat. 353) Memorial Day, that of
/// 28 June 1894 (28 Stat. 96) Labor Day, that of 13 May 1938 (52 Stat. 351) Armistice Day, now Veterans Day. Presidents
/// proclaimed Thanksgiving for the last Thursday of November, from 1939 to 1941 for the one before it, until 55 Stat.
/// 862 fixed the fourth. Pub. L. 90-363 moved three holidays to Mondays and added Columbus Day from 1971, Pub. L. 94-97
/// took Veterans Day back to 11 November from 1978, Pub. L. 98-144 added the birthday of Martin Luther King from 1986
/// and Pub. L. 117-17 Juneteenth from 17 June 2021.
const LAWS: [Law; 17] = [
    law(Holiday::NewYear, 1871, ALWAYS, On::Date(1, 1)),
    law(Holiday::MartinLutherKing, 1986, ALWAYS, On::Nth(1, Weekday::Mon, 3)),
    law(Holiday::Washington, 1879, 1970, On::Date(2, 22)),
    law(Holiday::Washington, 1971, ALWAYS, On::Nth(2, Weekday::Mon, 3)),
    law(Holiday::Memorial, 1889, 1970, On::Date(5, 30)),
    law(Holiday::Memorial, 1971, ALWAYS, On::Last(5, Weekday::Mon, 0)),
    law(Holiday::Juneteenth, 2021, ALWAYS, On::Date(6, 19)),
    law(Holiday::Independence, 1870, ALWAYS, On::Date(7, 4)),
    law(Holiday::Labor, 1894, ALWAYS, On::Nth(9, Weekday::Mon, 1)),
    law(Holiday::Columbus, 1971, ALWAYS, On::Nth(10, Weekday::Mon, 2)),
    law(Holiday::Veterans, 1938, 1970, On::Date(11, 11)),
    law(Holiday::Veterans, 1971, 1977, On::Nth(10, Weekday::Mon, 4)),
    law(Holiday::Veterans, 1978, ALWAYS, On::Date(11, 11)),
    law(Holiday::Thanksgiving, 1870, 1938, On::Last(11, Weekday::Thu, 0)),
    law(Holiday::Thanksgiving, 1939, 1941, On::Last(11, Weekday::Thu, 1)),
    law(Holiday::Thanksgiving, 1942, ALWAYS, On::Nth(11, Weekday::Thu, 4)),
    law(Holiday::Christmas, 1870, ALWAYS, On::Date(12, 25)),
];

/// From this day a holiday on a Saturday frees the Friday before (Pub. L. 86-362, 73 Stat. 643; now 6103(b)(1)).
const SATURDAYS_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(1959, 9, 22);

/// From this day a holiday on a Sunday frees the Monday after (E.O. 10358; since 1971 E.O. 11582).
const SUNDAYS_FROM: Option<NaiveDate> = NaiveDate::from_ymd_opt(1952, 6, 9);

impl Law {
    fn month(&self) -> u32 {
        match self.on {
            On::Date(month, _) | On::Nth(month, ..) | On::Last(month, ..) => month,
        }
    }

    fn date(&self, year: i32) -> Option<NaiveDate> {
        if year < self.from || year > self.to {
            return None;
        }
        match self.on {
            On::Date(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            On::Nth(month, weekday, n) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, n),
            On::Last(month, weekday, before) => {
                let nth = |n: u8| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
                if nth(5).is_some() { nth(5 - before) } else { nth(4 - before) }
            }
        }
    }
}

/// The weekday off for a holiday: Friday before a Saturday, Monday after a Sunday, from when the law says so.
fn observed(date: NaiveDate) -> Option<NaiveDate> {
    match date.weekday() {
        Weekday::Sat => date.pred_opt().filter(|_| Some(date) >= SATURDAYS_FROM),
        Weekday::Sun => date.succ_opt().filter(|_| Some(date) >= SUNDAYS_FROM),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => Some(date),
    }
}

/// The holiday whose own date is `day`.
pub(super) fn on(day: NaiveDate) -> Option<Holiday> {
    LAWS.iter().find(|law| law.month() == day.month() && law.date(day.year()) == Some(day)).map(|law| law.holiday)
}

/// The holiday on a weekend that is observed on the weekday `day`, such as 1 January 2022 on 31 December 2021.
pub(super) fn observed_on(day: NaiveDate) -> Option<Holiday> {
    let date = match day.weekday() {
        Weekday::Fri => day.succ_opt(),
        Weekday::Mon => day.pred_opt(),
        Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Sat | Weekday::Sun => None,
    };
    date.filter(|date| observed(*date) == Some(day)).and_then(on)
}

/// The weekdays off for the holidays of `year`, in the order of the table; the first can be 31 December before.
pub(super) fn days_off(year: i32) -> impl Iterator<Item = NaiveDate> {
    LAWS.iter().filter_map(move |law| law.date(year).and_then(observed))
}

/// Counts the weekdays off from the start of 2000 up to and including `day`; negative before that.
pub(super) fn days_off_through(day: NaiveDate) -> i32 {
    let count = |years: std::ops::Range<i32>| years.map(in_year).sum::<i32>();
    let year = day.year();
    let whole = if year >= 2000 { count(2000..year) } else { -count(year..2000) };
    let partial = days_off(year).chain(days_off(year + 1)).filter(|off| off.year() == year && *off <= day).count();
    whole + i32::try_from(partial).unwrap_or(0)
}

/// Counts the weekdays off that fall within `year`, the observed day of the next New Year included.
fn in_year(year: i32) -> i32 {
    let count = days_off(year).chain(days_off(year + 1).take(1)).filter(|off| off.year() == year).count();
    i32::try_from(count).unwrap_or(0)
}
