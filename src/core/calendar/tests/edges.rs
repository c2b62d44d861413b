//! Where one way of counting takes over from another: the first and last day of the table, of an act, of the calendar.

use super::*;

#[test]
fn the_table_holds_what_the_law_says_and_meets_it_at_both_ends() {
    for (first, last) in [("1989-12-01", "1992-02-01"), ("2108-12-01", "2111-02-01")] {
        let (first, last, mut counted) = (day(first), day(last), 0);
        for d in first.iter_days().skip(1).take_while(|d| *d <= last) {
            counted += i32::from(closed(d).is_none());
            assert_eq!((is_business(d), business_days(first, d)), (closed(d).is_none(), counted), "{d}");
        }
    }
    // By the law alone, on either side of 2000, where counting begins: that New Year was observed in 1999.
    let law = |text: &str| holidays::days_off_through(day(text));
    assert_eq!((law("1998-12-31"), law("1999-12-31"), law("2000-01-01"), law("2000-12-31")), (-11, 0, 0, 9));
}

#[test]
fn counts_far_outside_the_table_and_stops_at_the_end_of_the_calendar() {
    assert_eq!(add_business(day("2026-01-01"), i32::MIN), NaiveDate::MIN);
    assert_eq!(add_business(day("2110-12-30"), 3), day("2111-01-05"));
    assert_eq!(add_business(day("1990-01-03"), -2), day("1989-12-29"));
}

#[test]
fn a_walk_of_a_few_days_stops_at_the_first_that_fits() {
    for start in day("2026-11-20").iter_days().take(14) {
        for n in (-15..=15).filter(|n| *n != 0) {
            assert_eq!(walk_business(start, n), add_business(start, n), "{start} {n}");
        }
    }
}

#[test]
fn inauguration_day_is_a_doubt_from_1969_and_in_january_alone() {
    let board = Days::of(Some(Office::Board), &[]);
    assert_eq!(board.class(day("1969-01-20")), Class::Uncertain(Doubt::Inauguration));
    assert_eq!(board.class(day("2017-02-20")), Class::Closed(Closed::Holiday(Holiday::Washington)));
    assert_eq!(board.class(day("2017-03-20")), Class::Business);
    assert_eq!(board.class(day("2025-01-21")), Class::Business);
}

#[test]
fn a_closed_day_that_is_landed_on_is_passed_over() {
    let closures = [closure("2026-11-27", Place::Everywhere, true), closure("2026-11-28", Place::Everywhere, true)];
    let days = Days::of(None, &closures);
    assert_eq!(days.add_business(day("2026-11-25"), 1), day("2026-11-30"));
    assert_eq!(days.add_business(day("2026-11-30"), -1), day("2026-11-25"));
    // Closed already by the law: a Saturday is named as one, and is no doubt.
    assert_eq!(days.class(day("2026-11-28")), Class::Closed(Closed::Saturday));
    assert_eq!((days.doubt(day("2026-11-27")), days.doubt(day("2026-11-28"))), (None, None));
    assert_eq!(days.announced(day("2026-11-27")), Some(&closures[0]));
}
