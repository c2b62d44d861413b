//! The holidays held against the `bdays` crate, which computes them by itself and for every year.

use super::*;
use bdays::HolidayCalendar;
use bdays::calendars::us::USSettlement;

/// The days that only one of the two takes as closed; all of them before 1986, the years it does not know the law of.
const ONLY_HERE: [&str; 7] = [
    // Veterans Day was the fourth Monday of October (Pub. L. 90-363, 94-97).
    "1971-10-25",
    "1972-10-23",
    "1973-10-22",
    "1974-10-28",
    "1975-10-27",
    "1976-10-25",
    "1977-10-24",
];
const ONLY_THERE: [&str; 10] = [
    "1971-11-11",
    "1972-11-10",
    "1973-11-12",
    "1974-11-11",
    "1975-11-11",
    "1976-11-11",
    "1977-11-11",
    // The act of 1983 began with the third January after it (Pub. L. 98-144).
    "1983-01-17",
    "1984-01-16",
    "1985-01-21",
];

#[test]
fn agrees_with_a_second_library_from_1971_to_2400() {
    let days = || day("1971-01-01").iter_days().take_while(|d| d.year() <= 2400);
    let weekday = |d: &NaiveDate| !matches!(d.weekday(), Weekday::Sat | Weekday::Sun);
    let (mut here, mut there, mut both) = (Vec::new(), Vec::new(), 0);
    for d in days().filter(weekday) {
        match (holiday(d).is_some(), USSettlement.is_holiday(d)) {
            (true, true) => both += 1,
            (true, false) => here.push(d.to_string()),
            (false, true) => there.push(d.to_string()),
            (false, false) => {}
        }
    }
    assert_eq!((here, there), (ONLY_HERE.map(String::from).to_vec(), ONLY_THERE.map(String::from).to_vec()));
    // Nine a year, ten from 1986 and eleven from 2021, but for the seven days above.
    assert_eq!(both, 9 * 15 + 10 * 35 + 11 * 380 - 7);
}
