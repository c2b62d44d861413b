//! What was written is read back by two parsers that are not ours, calcard's and icalendar's, and is what went in.

mod reading;
mod zones;

use super::*;
use chrono_tz::Tz;
use proptest::prelude::*;
use reading::{Read, by_calcard, by_icalendar};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(day: &str, hour: u32, zone: Tz) -> When {
    When::At(day.parse::<NaiveDate>().unwrap().and_hms_opt(hour, 0, 0).unwrap(), zone)
}

fn event(uid: &str, when: When, summary: &str) -> Event {
    Event {
        uid: uid.to_owned(),
        when,
        summary: summary.to_owned(),
        place: String::new(),
        standing: Standing::Unconfirmed,
        remind: Vec::new(),
    }
}

fn calendar(sequence: u64, events: Vec<Event>) -> Calendar {
    Calendar { made: "2026-11-22T15:00:00Z".parse().unwrap(), sequence, events }
}

/// Lines of at most 75 octets that end in CRLF and are UTF-8 each by itself.
fn well_folded(text: &str) {
    let lines: Vec<&[u8]> = text.as_bytes().split_inclusive(|byte| *byte == b'\n').collect();
    assert!(lines.len() > 6);
    for line in lines {
        let line = line.strip_suffix(b"\r\n").unwrap_or_else(|| panic!("no CRLF after {line:?}"));
        assert!(line.len() <= 75, "{} octets: {:?}", line.len(), String::from_utf8_lossy(line));
        let line = std::str::from_utf8(line).unwrap();
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
}

#[test]
fn both_parsers_read_what_went_in() {
    let long = "ñ".repeat(200);
    let titles = [
        "R-014: papers due, unconfirmed",
        "commas, semicolons; colons: and \"quotes\"",
        "two\nlines",
        "back\\slash and \\n that is none",
        "José Núñez, K’iche’; میخ\u{200C}ها",
        "👩\u{200D}⚕️ 🇲🇽 evaluation",
        "BEGIN:VEVENT",
        " spaces at both ends ",
        &long,
    ];
    let mut events = Vec::new();
    for (number, title) in titles.iter().enumerate() {
        events.push(event(&format!("d{number}"), When::Day(day("2026-12-14")), title));
        let place = "Otay Mesa; room 4, upstairs".to_owned();
        events.push(Event { place, ..event(&format!("a{number}"), at("2027-03-01", 9, Tz::America__Tijuana), title) });
    }
    events[3].standing = Standing::Confirmed;
    events[4].standing = Standing::Cancelled;
    let calendar = calendar(1482, events);
    let text = write(&calendar);
    well_folded(&text);
    let expected: Vec<Read> = calendar.events.iter().map(|event| Read::of(event, &calendar)).collect();
    assert_eq!(by_calcard(&text), expected);
    assert_eq!(by_icalendar(&text), expected);
}

#[test]
fn the_file_says_what_it_is_and_is_known_again() {
    let text = write(&calendar(7, vec![event("u", When::Day(day("2026-12-14")), "R-014: papers due")]));
    for line in ["VERSION:2.0", "METHOD:PUBLISH", "CLASS:PRIVATE", "DTSTART;VALUE=DATE:20261214", "TRANSP:TRANSPARENT"]
    {
        assert_eq!(text.matches(&format!("\r\n{line}\r\n")).count(), 1, "{line} in {text}");
    }
    assert!(!text.contains("LOCATION") && !text.contains("VTIMEZONE") && !text.contains("VALARM"), "{text}");
    assert!(is_own(text.as_bytes()));
    assert!(!is_own(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\n") && !is_own(b""));
}

#[test]
fn an_update_replaces_and_a_void_cancels() {
    let first = calendar(10, vec![event("u", When::Day(day("2026-12-14")), "R-014: papers due, unconfirmed")]);
    let moved = event("u", When::Day(day("2026-12-21")), "R-014: papers due");
    let second = calendar(11, vec![Event { standing: Standing::Confirmed, ..moved.clone() }]);
    let third = calendar(12, vec![Event { standing: Standing::Cancelled, ..moved }]);
    for read in [by_calcard, by_icalendar] {
        let [one, two, three] = [&first, &second, &third].map(|calendar| read(&write(calendar)).remove(0));
        assert!(one.uid == two.uid && two.uid == three.uid);
        assert!(one.sequence < two.sequence && two.sequence < three.sequence);
        assert_eq!([one.status, two.status, three.status], ["TENTATIVE", "CONFIRMED", "CANCELLED"]);
    }
    let later = Calendar { made: "2026-11-22T15:00:01Z".parse().unwrap(), ..first.clone() };
    for name in ["\r\nDTSTAMP:", "\r\nLAST-MODIFIED:"] {
        let stamp = |calendar| write(calendar).split(name).nth(1).unwrap()[..16].to_owned();
        assert_eq!([stamp(&first), stamp(&later)], ["20261122T150000Z", "20261122T150001Z"]);
    }
    assert!(write(&calendar(u64::MAX, first.events)).contains("\r\nSEQUENCE:2147483647\r\n"));
}

#[test]
fn reminders_come_in_the_morning_or_at_the_hour_a_day_before() {
    let plain = Event { remind: vec![4, 1, 0], ..event("u", When::Day(day("2026-12-14")), "R-014: papers due") };
    let hour =
        Event { remind: vec![1], ..event("v", at("2026-12-14", 9, Tz::America__New_York), "R-014: appointment") };
    let text = write(&calendar(1, vec![plain, hour]));
    // 9:00 four days before, the day before, and on the day.
    let triggers: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("TRIGGER:")).collect();
    assert_eq!(triggers, ["-P3DT15H", "-PT15H", "PT9H", "-P1D"]);
    assert_eq!(text.matches("ACTION:DISPLAY\r\n").count(), 4);
    assert_eq!(text.matches("DESCRIPTION:R-014: papers due\r\n").count(), 3);
    let calendar: icalendar::parser::Calendar<'_> = icalendar::parser::read_calendar(&text).unwrap();
    let alarms = |component: &icalendar::parser::Component<'_>| component.components.len();
    assert_eq!(calendar.components.iter().filter(|c| c.name == "VEVENT").map(alarms).collect::<Vec<_>>(), [3, 1]);
}

#[test]
fn what_commands_a_screen_or_hides_is_shown() {
    let text = write(&calendar(1, vec![event("u", When::Day(day("2026-12-14")), "a\u{1b}[2J\u{202E}b\rc")]));
    well_folded(&text);
    assert!(text.contains("SUMMARY:a<U+001B>[2J<U+202E>b\\nc\r\n"), "{text}");
}

proptest! {
    #[test]
    fn every_line_is_whole_and_every_title_comes_back(
        titles in prop::collection::vec(r"(\PC|[,;:\\\n\x22ñé👩🏽‍⚕️]){0,230}", 1..4),
        places in prop::collection::vec(r"\PC{0,90}", 4),
        days in 0_u64..30_000,
        sequence in 0_u64..3_000_000_000,
    ) {
        let day = day("1990-01-01").checked_add_days(chrono::Days::new(days)).unwrap();
        let mut events = Vec::new();
        for (number, title) in titles.iter().enumerate() {
            let (title, place) = (clean_text(title), clean_text(&places[number]));
            let when = When::At(day.and_hms_opt(9, 30, 0).unwrap(), Tz::America__Los_Angeles);
            events.push(Event { place, remind: vec![1], ..event(&format!("a{number}"), when, &title) });
            events.push(Event { remind: vec![3, 0], ..event(&format!("d{number}"), When::Day(day), &title) });
        }
        let calendar = calendar(sequence, events);
        let text = write(&calendar);
        well_folded(&text);
        let expected: Vec<Read> = calendar.events.iter().map(|event| Read::of(event, &calendar)).collect();
        prop_assert_eq!(by_calcard(&text), expected.clone());
        prop_assert_eq!(by_icalendar(&text), expected);
    }
}
