//! A clock that goes back, the ends of what clocks count, and nights with an hour too many or too few.

use super::house::{House, column};

/// Lines at a moment.
fn at(house: &House, now: &str, lines: &str) {
    house.feed(&["do", "-", "--now", now], lines.as_bytes()).good();
}

fn dues(house: &House, now: &str) -> Vec<String> {
    let rows = house.run(&["queue", "--json", "--now", now]).json();
    column(&rows, "due").into_iter().map(str::to_owned).collect()
}

/// The change counts, not the clock: a clock set back neither refuses nor reorders what was done.
#[test]
fn a_clock_set_back_loses_and_reorders_nothing() {
    let house = House::new();
    at(&house, "2026-11-22T09:00:00-05:00", "case add R-1 --need asylum\nevent log R-1 note first\n");
    // Years back, to before there were clocks of this kind, and on again.
    for (now, note) in [
        ("2019-01-01T00:00:00Z", "second"),
        ("1970-01-01T00:00:00Z", "third"),
        ("1901-12-13T20:45:51Z", "fourth"),
        ("2026-11-22T09:00:01-05:00", "fifth"),
    ] {
        at(&house, now, &format!("event log R-1 note {note}\n"));
    }
    let mut notes = house.notes("R-1");
    notes.sort();
    let mut sent = ["first", "second", "third", "fourth", "fifth"];
    sent.sort_unstable();
    assert_eq!(notes, sent);
    // What was done last is what is taken back first, whatever the clock said.
    for (gone, left) in [("fifth", 4), ("fourth", 3), ("third", 2)] {
        at(&house, "2020-01-01T00:00:00Z", "undo\n");
        let notes = house.notes("R-1");
        assert!(!notes.contains(&gone.to_owned()) && notes.len() == left, "{gone}: {notes:?}");
    }
    // A deadline that is made and finished before it was made.
    at(&house, "2026-11-22T09:00:00Z", "deadline add R-1 --title x --due 2026-12-01 --consequence right\n");
    at(&house, "2026-01-05T09:00:00Z", "deadline done D1\nundo\n");
    assert_eq!(dues(&house, "2026-01-05T09:00:00Z"), ["2026-12-01"]);
}

/// Dates on both sides of 19 January 2038 and of 28 February 2100, which has no 29th behind it.
#[test]
fn the_order_holds_beyond_2038_and_2100() {
    let house = House::new();
    let days = [
        "2037-12-31",
        "2038-01-18",
        "2038-01-19",
        "2038-01-20",
        "2099-12-31",
        "2100-02-26",
        "2100-03-01",
        "2106-02-08",
    ];
    at(&house, "2026-11-22T09:00:00-05:00", "case add R-1 --need asylum\n");
    // Not in their order.
    for day in days.iter().rev() {
        let line = format!("deadline add R-1 --title x --due {day} --consequence right\n");
        at(&house, "2026-11-22T09:00:00-05:00", &line);
    }
    for now in ["2026-11-22T09:00:00-05:00", "2038-01-19T03:14:07Z", "2038-01-19T03:14:08Z"] {
        let mut sorted = dues(&house, now);
        assert_eq!(sorted.len(), days.len(), "{now}");
        if now.starts_with("2026") {
            assert_eq!(sorted, days, "{now}");
        }
        sorted.sort();
        assert_eq!(sorted, days, "{now}");
    }
    // The program goes on working in those years, and says where its calendar ends instead of guessing.
    for (now, note) in [
        ("2038-01-19T03:14:07Z", "a"),
        ("2038-01-19T03:14:08Z", "b"),
        ("2100-02-28T23:59:59Z", "c"),
        ("2106-02-07T06:28:16Z", "d"),
    ] {
        at(&house, now, &format!("event log R-1 note {note}\n"));
    }
    let events = house.run(&["timeline", "R-1", "--json"]).json();
    let moments = column(&events, "at");
    assert!(moments.is_sorted(), "{moments:?}");
    assert_eq!(moments.last(), Some(&"2106-02-07T06:28:16Z"));
    for day in ["2100-02-29", "2038-02-29"] {
        let said = house.act(&format!("deadline add R-1 --title x --due {day} --consequence right\n"));
        assert_eq!(said.code, 1, "{day}: {said:?}");
    }
    house.run(&["forecast", "--now", "2099-12-30T09:00:00-05:00"]);
    house.run(&["queue", "--now", "9999-12-31T23:59:59Z"]);
}

/// In the night to 1 November 2026 Boston has half past one twice; in that to 8 March 2027 none at half past two.
#[test]
fn nights_with_an_hour_too_many_or_too_few_keep_their_order() {
    let house = House::new();
    at(&house, "2026-10-20T09:00:00-04:00", "case add R-1 --need asylum\n");
    // In true order; the local clock reads 01:30 twice.
    let moments = [
        "2026-11-01T04:59:59Z",
        "2026-11-01T05:30:00Z",
        "2026-11-01T06:00:00Z",
        "2026-11-01T06:30:00Z",
        "2026-11-01T07:00:00Z",
    ];
    for (at_once, moment) in moments.iter().enumerate().rev() {
        at(&house, moment, &format!("event log R-1 note \"n{at_once}\"\n"));
    }
    assert_eq!(house.notes("R-1"), ["n0", "n1", "n2", "n3", "n4"]);
    for (n, when) in [
        "2026-11-01 00:30",
        "2026-11-01 01:30",
        "2026-11-01 02:30",
        "2027-03-14 01:59",
        "2027-03-14 02:30",
        "2027-03-14 03:30",
    ]
    .iter()
    .enumerate()
    {
        let line = format!("deadline add R-1 --title \"h{n}\" --at \"{when}\" --place x --consequence removal\n");
        let said = house.feed(&["do", "-", "--now", "2026-10-20T09:00:00-04:00"], line.as_bytes());
        // A time that there is not may be refused, in words; it may not be guessed in silence, and nothing may break.
        assert!(said.code == 0 || (said.code == 1 && said.out.starts_with("error 1: ")), "{when}: {said:?}");
        assert!(said.code == 0 || when.contains("02:30") || when.contains("01:30"), "{when}: {said:?}");
    }
    for now in moments {
        let rows = house.run(&["queue", "--json", "--now", now]).json();
        assert!(rows.len() >= 4, "{now}");
        let times: Vec<(&str, &str)> =
            rows.iter().map(|row| (row["due"].as_str().unwrap(), row["time"].as_str().unwrap_or_default())).collect();
        assert!(times.is_sorted(), "{now}: {times:?}");
    }
}
