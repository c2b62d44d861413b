//! An hour means the same instant to whoever reads the zone's name and to whoever reads the rules in the file.

use super::reading::{property, with_zone};
use super::*;
use chrono::{Datelike, Days, TimeDelta, Weekday};
use chrono_tz::TZ_VARIANTS;
use icalendar::parser::Component;

/// The offset from UTC in seconds that a VTIMEZONE gives a local time: that of the latest onset before it (RFC 5545,
/// 3.6.5). Knows the one shape of rule that a yearly change of clocks has.
fn offset(zone: &Component<'_>, local: NaiveDateTime) -> i64 {
    let onsets = zone.components.iter().flat_map(|observance| {
        let to = seconds(&property(observance, "TZOFFSETTO"));
        onsets(observance, local.year()).into_iter().map(move |onset| (onset, to))
    });
    let past = onsets.filter(|(onset, _)| *onset <= local);
    past.max_by_key(|(onset, _)| *onset).unwrap_or_else(|| panic!("nothing before {local}")).1
}

/// The local times, by the clock before the change, at which an observance begins, up to a year.
fn onsets(observance: &Component<'_>, last: i32) -> Vec<NaiveDateTime> {
    let first = NaiveDateTime::parse_from_str(&property(observance, "DTSTART"), "%Y%m%dT%H%M%S").unwrap();
    let rule = property(observance, "RRULE");
    if rule.is_empty() {
        return vec![first];
    }
    let parts: BTreeMap<&str, &str> = rule.split(';').map(|part| part.split_once('=').unwrap()).collect();
    assert_eq!(parts["FREQ"], "YEARLY");
    assert!(parts.keys().all(|key| ["FREQ", "BYMONTH", "BYDAY", "UNTIL"].contains(key)), "{rule}");
    let until = parts.get("UNTIL").map(|until| NaiveDateTime::parse_from_str(until, "%Y%m%dT%H%M%SZ").unwrap());
    let from = TimeDelta::seconds(seconds(&property(observance, "TZOFFSETFROM")));
    let in_year = |year| nth(year, parts["BYMONTH"].parse().unwrap(), parts["BYDAY"]).and_time(first.time());
    let onsets = (first.year()..=last).map(in_year);
    onsets.filter(|onset| *onset >= first && until.is_none_or(|until| *onset - from <= until)).collect()
}

/// "2SU" is the second Sunday of the month, "-1SU" the last.
fn nth(year: i32, month: u32, text: &str) -> NaiveDate {
    let (number, name) = text.split_at(text.len() - 2);
    let weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|known| *known == name).unwrap();
    let weekday = Weekday::try_from(u8::try_from(weekday).unwrap()).unwrap();
    let nth = |n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
    match number.parse::<i8>().unwrap() {
        -1 => nth(5).or_else(|| nth(4)).unwrap(),
        number => nth(number.try_into().unwrap()).unwrap(),
    }
}

/// "-0730" in seconds.
fn seconds(offset: &str) -> i64 {
    let (sign, digits) = offset.split_at(1);
    let (hours, minutes): (i64, i64) = (digits[..2].parse().unwrap(), digits[2..].parse().unwrap());
    (hours * 3600 + minutes * 60) * if sign == "-" { -1 } else { 1 }
}

/// An appointment's instant by the name of its zone (both parsers) and by the rules in the file; all must agree.
fn instant(day: &str, zone: Tz) -> String {
    let event = event("u", at(day, 9, zone), "R-014: appointment");
    let text = write(&calendar(1, vec![event]));
    let local = day.parse::<NaiveDate>().unwrap().and_hms_opt(9, 0, 0).unwrap();
    let by_rules = (local - TimeDelta::seconds(with_zone(&text, zone.name(), |zone| offset(zone, local)))).and_utc();
    let by_name = [by_calcard(&text).remove(0).instant, by_icalendar(&text).remove(0).instant];
    assert_eq!(by_name, [Some(by_rules); 2], "{day} {zone}");
    by_rules.format("%m-%d %H:%M").to_string()
}

/// Clocks change in the United States on 8 March and 1 November 2026, and with them in Tijuana, a border city; Mexico
/// City has kept one time since October 2022.
#[test]
fn nine_o_clock_around_the_changes_of_2026() {
    let days = ["2026-03-07", "2026-03-08", "2026-03-09", "2026-10-31", "2026-11-01", "2026-11-02"];
    let at = |zone| days.map(|day| instant(day, zone));
    let west = ["03-07 17:00", "03-08 16:00", "03-09 16:00", "10-31 16:00", "11-01 17:00", "11-02 17:00"];
    assert_eq!(at(Tz::America__Los_Angeles), west);
    assert_eq!(at(Tz::America__Tijuana), west);
    let east = ["03-07 14:00", "03-08 13:00", "03-09 13:00", "10-31 13:00", "11-01 14:00", "11-02 14:00"];
    assert_eq!(at(Tz::America__New_York), east);
    let city = ["03-07 15:00", "03-08 15:00", "03-09 15:00", "10-31 15:00", "11-01 15:00", "11-02 15:00"];
    assert_eq!(at(Tz::America__Mexico_City), city);
}

/// Every day of two years, as one file; in Mexico City from before clocks stopped changing there.
#[test]
fn every_day_of_two_years() {
    for (zone, first) in [
        (Tz::America__Tijuana, "2026-01-01"),
        (Tz::America__Los_Angeles, "2026-01-01"),
        (Tz::America__New_York, "2026-01-01"),
        (Tz::America__Mexico_City, "2022-01-01"),
    ] {
        let days = day(first).iter_days().take(730);
        let hours = days.map(|day| day.and_hms_opt(9, 0, 0).unwrap());
        let events = hours.map(|local| event(&local.to_string(), When::At(local, zone), "x")).collect();
        let calendar = calendar(1, events);
        let text = write(&calendar);
        let expected: Vec<Read> = calendar.events.iter().map(|event| Read::of(event, &calendar)).collect();
        assert_eq!(by_calcard(&text), expected);
        assert_eq!(by_icalendar(&text), expected);
        with_zone(&text, zone.name(), |rules| {
            for read in &expected {
                let When::At(local, _) = read.when else { unreachable!() };
                let instant = (local - TimeDelta::seconds(offset(rules, local))).and_utc();
                assert_eq!(Some(instant), read.instant, "{local} {zone}");
            }
        });
    }
}

/// The rules in the file are those of the zone's name, for every zone there is, twice a month for three years.
#[test]
fn the_rules_of_every_zone() {
    assert!(TZ_VARIANTS.len() > 500);
    for zone in TZ_VARIANTS {
        let start = day("2026-01-02");
        let days = (0..72).map(|half| start.checked_add_days(Days::new(half * 15)).unwrap());
        let hours: Vec<NaiveDateTime> = days.map(|day| day.and_hms_opt(9, 0, 0).unwrap()).collect();
        let events = hours.iter().map(|local| event("u", When::At(*local, zone), "x")).collect();
        let text = write(&calendar(1, events));
        with_zone(&text, zone.name(), |rules| {
            for local in &hours {
                let expected = local.and_local_timezone(zone).single().unwrap().to_utc();
                let instant = (*local - TimeDelta::seconds(offset(rules, *local))).and_utc();
                assert_eq!(instant, expected, "{local} {zone}");
            }
        });
    }
}
