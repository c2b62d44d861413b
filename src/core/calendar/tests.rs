#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod edges;
mod second;

use super::*;
use crate::core::office::Office;
use proptest::prelude::*;
use std::path::Path;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Reads a file of the shared data, or says that the test is skipped.
fn shared(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/dates").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("skipped: {} is not here", path.display());
    }
    text
}

/// The name the published table gives a day off.
fn published_name(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => "New Year's Day",
        Holiday::MartinLutherKing => "Birthday of Martin Luther King, Jr.",
        Holiday::Washington => "Washington's Birthday",
        Holiday::Memorial => "Memorial Day",
        Holiday::Juneteenth => "Juneteenth National Independence Day",
        Holiday::Independence => "Independence Day",
        Holiday::Labor => "Labor Day",
        Holiday::Columbus => "Columbus Day",
        Holiday::Veterans => "Veterans Day",
        Holiday::Thanksgiving => "Thanksgiving Day",
        Holiday::Christmas => "Christmas Day",
    }
}

#[test]
fn agrees_with_the_published_holidays_of_2000_to_2060() {
    let Some(text) = shared("us_federal_holidays_2000_2060.tsv") else { return };
    let published: Vec<(NaiveDate, &str)> = text
        .lines()
        .map(|line| {
            let mut fields = line.split('\t');
            (day(fields.next().unwrap()), fields.nth(1).unwrap())
        })
        .collect();
    assert_eq!(published.len(), 731);
    let ours: Vec<(NaiveDate, String)> = day("2000-01-01")
        .iter_days()
        .take_while(|d| *d <= day("2060-12-31"))
        .filter_map(|d| {
            let observed = if holidays::on(d).is_none() { " (observed)" } else { "" };
            holiday(d).map(|h| (d, format!("{}{observed}", published_name(h))))
        })
        .collect();
    assert_eq!(ours.len(), published.len());
    for ((our_day, our_name), (their_day, their_name)) in ours.iter().zip(&published) {
        assert_eq!((our_day, our_name.as_str()), (their_day, *their_name));
    }
}

#[test]
fn observes_new_year_on_the_last_day_of_the_year_before() {
    for eve in ["2021-12-31", "2027-12-31"] {
        assert_eq!(closed(day(eve)), Some(Closed::Observed(Holiday::NewYear)), "{eve}");
        assert!(!is_business(day(eve)), "{eve}");
    }
    assert_eq!(closed(day("2022-01-01")), Some(Closed::Holiday(Holiday::NewYear)));
    assert_eq!(closed(day("2022-01-02")), Some(Closed::Sunday));
    assert!(is_business(day("2026-12-31")));
    assert_eq!(on_or_after(day("2021-12-31")), day("2022-01-03"));
    assert_eq!(on_or_before(day("2028-01-02")), day("2027-12-30"));
}

#[test]
fn keeps_each_holiday_from_the_year_it_began() {
    let cases = [
        ("2020-06-19", None),
        ("2021-06-18", Some(Holiday::Juneteenth)),
        ("1985-01-21", None),
        ("1986-01-20", Some(Holiday::MartinLutherKing)),
        ("1970-10-12", None),
        ("1971-10-11", Some(Holiday::Columbus)),
        ("1970-11-11", Some(Holiday::Veterans)),
        ("1975-10-27", Some(Holiday::Veterans)),
        ("1975-11-11", None),
        ("1978-11-10", Some(Holiday::Veterans)),
        ("1970-02-23", Some(Holiday::Washington)),
        ("1971-02-15", Some(Holiday::Washington)),
        ("1970-05-30", Some(Holiday::Memorial)),
        ("1971-05-31", Some(Holiday::Memorial)),
        ("1870-01-01", None),
        ("1870-07-04", Some(Holiday::Independence)),
        ("1878-02-22", None),
        ("1879-02-22", Some(Holiday::Washington)),
        ("1888-05-30", None),
        ("1889-05-30", Some(Holiday::Memorial)),
        ("1893-09-04", None),
        ("1894-09-03", Some(Holiday::Labor)),
        ("1937-11-11", None),
        ("1938-11-11", Some(Holiday::Veterans)),
        ("1938-11-24", Some(Holiday::Thanksgiving)),
        ("1939-11-23", Some(Holiday::Thanksgiving)),
        ("1941-11-20", Some(Holiday::Thanksgiving)),
        ("1944-11-23", Some(Holiday::Thanksgiving)),
        // A Saturday freed no Friday before 1959, and a Sunday no Monday before 1952.
        ("1953-07-03", None),
        ("1964-07-03", Some(Holiday::Independence)),
        ("1948-07-05", None),
        ("1954-07-05", Some(Holiday::Independence)),
    ];
    for (text, expected) in cases {
        assert_eq!(holiday(day(text)), expected, "{text}");
    }
}

#[test]
fn counts_business_days_over_holidays_and_backwards() {
    // Thanksgiving on 26 November 2026; the Friday after it is a business day.
    assert_eq!(business_days(day("2026-11-25"), day("2026-11-30")), 2);
    assert_eq!(business_days(day("2026-11-30"), day("2026-11-25")), -2);
    assert_eq!(business_days(day("2026-11-28"), day("2026-11-29")), 0);
    assert_eq!(add_business(day("2026-11-25"), 1), day("2026-11-27"));
    assert_eq!(add_business(day("2026-11-29"), 1), day("2026-11-30"));
    assert_eq!(add_business(day("2026-11-29"), -1), day("2026-11-27"));
    assert_eq!(add_business(day("2026-11-30"), -2), day("2026-11-25"));
    assert_eq!(add_business(day("2026-11-29"), 0), day("2026-11-29"));
}

#[test]
fn clamps_months_and_years_to_the_end_of_the_month() {
    assert_eq!(add_months(day("2026-08-31"), 6), Some(day("2027-02-28")));
    assert_eq!(add_months(day("2027-08-31"), 6), Some(day("2028-02-29")));
    assert_eq!(add_months(day("2026-08-31"), -6), Some(day("2026-02-28")));
    assert_eq!(add_years(day("2024-02-29"), 1), Some(day("2025-02-28")));
    assert_eq!(add_years(day("2023-02-28"), 1), Some(day("2024-02-28")));
    assert_eq!(add_years(day("2024-02-29"), 4), Some(day("2028-02-29")));
    assert_eq!(add_years(day("2026-01-01"), i32::MAX), None);
    assert_eq!(add_months(NaiveDate::MAX, 1), None);
    assert_eq!(add_days(NaiveDate::MIN, -1), None);
}

#[test]
fn stays_within_the_calendar_at_its_ends() {
    assert_eq!(add_business(day("2026-01-01"), i32::MAX), NaiveDate::MAX);
    assert_eq!(business_days(day("9999-12-29"), day("9999-12-30")), 1);
    assert!(on_or_after(NaiveDate::MAX) <= NaiveDate::MAX);
    assert!(on_or_before(NaiveDate::MIN) >= NaiveDate::MIN);
}

/// Trigger, count, unit, roll, raw date, due date and why it rolled, from an independent implementation.
#[test]
fn agrees_with_two_thousand_counted_cases() {
    let Some(text) = shared("due_cases_seed11.tsv") else { return };
    let mut rolled = 0;
    for line in text.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [trigger, count, unit, roll, raw, due, why] = fields[..] else { panic!("{line}") };
        let (trigger, n) = (day(trigger), count.parse().unwrap());
        let ours = match unit {
            "days" => add_days(trigger, n).unwrap(),
            "workdays" => add_business(trigger, n),
            "months" => add_months(trigger, n).unwrap(),
            "years" => add_years(trigger, n).unwrap(),
            other => panic!("{other}"),
        };
        assert_eq!(ours, day(raw), "{line}");
        assert_eq!(if roll == "back" { on_or_before(ours) } else { on_or_after(ours) }, day(due), "{line}");
        let reason = match closed(ours) {
            None => String::new(),
            Some(Closed::Saturday) => "Saturday".to_owned(),
            Some(Closed::Sunday) => "Sunday".to_owned(),
            Some(Closed::Holiday(holiday)) => published_name(holiday).to_owned(),
            Some(Closed::Observed(holiday)) => format!("{} (observed)", published_name(holiday)),
            Some(other @ (Closed::Announced | Closed::InDoubt)) => panic!("{other:?}"),
        };
        assert_eq!(reason, why, "{line}");
        rolled += u32::from(raw != due);
    }
    assert_eq!((text.lines().count(), rolled), (2_000, 480));
}

/// Whether offices are closed for a holiday, read off the words of the acts day by day, with no help of the table.
fn by_the_acts(day: NaiveDate) -> bool {
    let own = |day: NaiveDate| {
        let (year, month, date) = (day.year(), day.month(), day.day());
        let (week, last) = ((date - 1) / 7 + 1, day.checked_add_days(chrono::Days::new(7)).unwrap().month() != month);
        let monday = day.weekday() == Weekday::Mon;
        match (month, date) {
            (1, 1) | (7, 4) | (12, 25) => true,
            (6, 19) => year > 2020,
            (11, 11) => !(1971..1978).contains(&year),
            (2, 22) | (5, 30) if year < 1971 => true,
            (1, _) => year > 1985 && monday && week == 3,
            (2, _) => year > 1970 && monday && week == 3,
            (5, _) => year > 1970 && monday && last,
            (9, _) => monday && week == 1,
            (10, _) if (1971..1978).contains(&year) => monday && (week == 2 || week == 4),
            (10, _) => year > 1970 && monday && week == 2,
            (11, _) => day.weekday() == Weekday::Thu && week == 4,
            _ => false,
        }
    };
    let (before, after) = (day.pred_opt().unwrap(), day.succ_opt().unwrap());
    match day.weekday() {
        Weekday::Mon => own(day) || own(before),
        Weekday::Fri => own(day) || own(after),
        _ => own(day),
    }
}

#[test]
fn holidays_outside_the_published_years_follow_the_acts() {
    // From the first full year of the Saturday rule, through the table's end and far past it.
    let mut holidays = 0;
    for day in day("1960-01-01").iter_days().take_while(|d| *d <= day("2400-12-31")) {
        assert_eq!(holiday(day).is_some(), by_the_acts(day), "{day}");
        holidays += u32::from(holiday(day).is_some());
    }
    assert!(holidays > 4_800, "{holidays}");
}

fn closure(on: &str, place: Place, certain: bool) -> Closure {
    Closure { on: day(on), place, certain, source: "notice on the door".to_owned() }
}

#[test]
fn a_day_is_open_closed_or_in_doubt() {
    let board = Days::of(Some(Office::Board), &[]);
    let court = Days::of(Some(Office::Court), &[]);
    assert_eq!(board.class(day("2026-11-25")), Class::Business);
    assert_eq!(board.class(day("2026-11-26")), Class::Closed(Closed::Holiday(Holiday::Thanksgiving)));
    assert_eq!(court.class(day("2025-12-26")), Class::Uncertain(Doubt::Order(14371)));
    // Inauguration Day concerns the Board alone; on a Sunday it is the Monday after.
    assert_eq!(board.class(day("2017-01-20")), Class::Uncertain(Doubt::Inauguration));
    assert_eq!(court.class(day("2017-01-20")), Class::Business);
    assert_eq!(board.class(day("2018-01-20")), Class::Closed(Closed::Saturday));
    assert_eq!(board.class(day("1985-01-21")), Class::Uncertain(Doubt::Inauguration));
    assert_eq!(board.class(day("1985-01-20")), Class::Closed(Closed::Sunday));
    assert_eq!(board.class(day("1965-01-20")), Class::Business);
    assert_eq!(board.class(day("2019-01-21")), Class::Closed(Closed::Holiday(Holiday::MartinLutherKing)));
    assert_eq!(board.class(day("2022-01-20")), Class::Business);
    // A holiday is never a doubt.
    assert_eq!(board.class(day("2025-01-20")), Class::Closed(Closed::Holiday(Holiday::MartinLutherKing)));
}

#[test]
fn a_doubt_closes_nothing_and_a_certain_closure_does() {
    let closures = [
        closure("2026-11-27", Place::Everywhere, true),
        closure("2026-12-03", Place::At(Office::Court), false),
        closure("2026-12-04", Place::Court("Boston".to_owned()), true),
    ];
    let court = Days::of(Some(Office::Court), &closures);
    let board = Days::of(Some(Office::Board), &closures);
    assert_eq!(court.class(day("2026-11-27")), Class::Closed(Closed::Announced));
    assert_eq!(court.on_or_after(day("2026-11-26")), day("2026-11-30"));
    assert_eq!(court.on_or_before(day("2026-11-29")), day("2026-11-25"));
    assert_eq!(court.on_or_after(day("2026-12-03")), day("2026-12-03"));
    // One court's closure is a doubt however certain it is: a rule does not know where a paper goes.
    assert_eq!(court.class(day("2026-12-04")), Class::Uncertain(Doubt::Reported(closures[2].clone())));
    assert_eq!(court.if_closed().on_or_after(day("2026-12-03")), day("2026-12-07"));
    assert_eq!(board.if_closed().on_or_after(day("2026-12-03")), day("2026-12-03"));
    // Working days: Wednesday, Monday, Tuesday; the closed Friday is passed over both ways.
    assert_eq!(court.add_business(day("2026-11-24"), 3), day("2026-12-01"));
    assert_eq!(court.add_business(day("2026-12-01"), -3), day("2026-11-24"));
    assert_eq!(court.add_business(day("2026-11-27"), 0), day("2026-11-27"));
    assert_eq!(Days::of(None, &[]).add_business(day("2026-11-24"), 3), day("2026-11-30"));
}

/// Any day of the years that the table holds, and some outside them.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    // 1 January 1950 to about 2160.
    (711_858_i32..788_500).prop_map(|n| NaiveDate::from_num_days_from_ce_opt(n).unwrap())
}

proptest! {
    #[test]
    fn business_days_are_those_that_a_walk_finds(from in any_day(), length in 0_i32..900) {
        let to = add_days(from, length).unwrap();
        let walked = from.iter_days().skip(1).take_while(|d| *d <= to).filter(|d| closed(*d).is_none()).count();
        prop_assert_eq!(business_days(from, to), i32::try_from(walked).unwrap());
        prop_assert_eq!(business_days(to, from), -business_days(from, to));
        prop_assert_eq!(is_business(from), closed(from).is_none());
    }

    #[test]
    fn added_business_days_are_open_and_counted(from in any_day(), n in 1_i32..600) {
        let after = add_business(from, n);
        prop_assert_eq!(walk_business(from, n), after);
        prop_assert!(is_business(after));
        prop_assert_eq!(business_days(from, after), n);
        let before = add_business(from, -n);
        prop_assert_eq!(walk_business(from, -n), before);
        prop_assert!(is_business(before));
        prop_assert_eq!(business_days(add_days(before, -1).unwrap(), add_days(from, -1).unwrap()), n);
    }

    #[test]
    fn the_nearest_business_day_skips_only_closed_days(from in any_day()) {
        let (before, after) = (on_or_before(from), on_or_after(from));
        prop_assert!(is_business(before) && is_business(after) && before <= from && from <= after);
        prop_assert_eq!(business_days(before, after), i32::from(before != after));
        prop_assert!((after - before).num_days() <= 5);
    }
}
