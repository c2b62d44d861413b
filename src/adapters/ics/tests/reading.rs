//! The two parsers, and what both have to find.

use super::*;
use calcard::icalendar::ICalendarParameterName;
use chrono::TimeZone;
use icalendar::parser::{Component, read_calendar, unfold};
use icalendar::{Calendar as Other, CalendarDateTime, Component as _, DatePerhapsTime, EventLike};

/// One entry as a parser found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub uid: String,
    pub when: When,
    /// The instant of an appointment.
    pub instant: Option<DateTime<Utc>>,
    pub summary: String,
    pub place: String,
    pub status: String,
    pub sequence: i64,
}

impl Read {
    /// What has to be found of an entry.
    pub fn of(event: &Event, calendar: &Calendar) -> Self {
        let status = match event.standing {
            Standing::Confirmed => "CONFIRMED",
            Standing::Unconfirmed => "TENTATIVE",
            Standing::Cancelled => "CANCELLED",
        };
        Self {
            uid: event.uid.clone(),
            when: event.when,
            instant: match event.when {
                When::Day(_) => None,
                When::At(local, zone) => local.and_local_timezone(zone).single().map(|at| at.to_utc()),
            },
            summary: event.summary.clone(),
            place: event.place.clone(),
            status: status.to_owned(),
            sequence: i64::try_from(calendar.sequence.min(GREATEST)).unwrap(),
        }
    }
}

/// The entries that calcard finds; instants by its own resolver of zones.
pub fn by_calcard(text: &str) -> Vec<Read> {
    let file = ICalendar::parse(text).unwrap();
    let zones = file.build_tz_resolver();
    let events = file.components.iter().filter(|c| c.component_type == ICalendarComponentType::VEvent);
    let read = events.map(|event| {
        let value = |name| event.property(&name).and_then(|entry| entry.values.first());
        let words = |name| value(name).and_then(|value| value.as_text()).unwrap_or_default().to_owned();
        let start = event.property(&ICalendarProperty::Dtstart).unwrap();
        let found = start.values[0].as_partial_date_time().unwrap();
        let local = found.to_date_time().unwrap().date_time;
        let zone = start.parameter(&ICalendarParameterName::Tzid).and_then(|zone| zone.as_text());
        let instant = zone.map(|zone| zones.resolve(zone).unwrap().from_local_datetime(&local).unwrap().to_utc());
        let when = match zone {
            Some(zone) => When::At(local, zone.parse().unwrap()),
            None if found.hour.is_none() => When::Day(local.date()),
            None => panic!("an hour without a zone"),
        };
        Read {
            uid: event.uid().unwrap().to_owned(),
            when,
            instant,
            summary: words(ICalendarProperty::Summary),
            place: words(ICalendarProperty::Location),
            status: calcard::common::IanaString::as_str(event.status().unwrap()).to_owned(),
            sequence: value(ICalendarProperty::Sequence)
                .and_then(calcard::icalendar::ICalendarValue::as_integer)
                .unwrap(),
        }
    });
    read.collect()
}

/// The entries that icalendar finds; instants by its own conversion.
pub fn by_icalendar(text: &str) -> Vec<Read> {
    let file: Other = text.parse().unwrap();
    let read = file.events().map(|event| {
        let (when, instant) = match event.get_start().unwrap() {
            DatePerhapsTime::Date(day) => (When::Day(day), None),
            DatePerhapsTime::DateTime(time) => {
                let instant = time.try_into_utc();
                let CalendarDateTime::WithTimezone { date_time, tzid } = time else { panic!("an hour without a zone") };
                (When::At(date_time, tzid.parse().unwrap()), instant)
            }
        };
        Read {
            uid: event.get_uid().unwrap().to_owned(),
            when,
            instant,
            summary: event.get_summary().unwrap_or_default().to_owned(),
            place: event.get_location().unwrap_or_default().to_owned(),
            status: event.property_value("STATUS").unwrap().to_owned(),
            sequence: event.get_sequence().unwrap().into(),
        }
    });
    read.collect()
}

/// The VTIMEZONE of `zone` as icalendar's grammar reads it.
pub fn with_zone<T>(text: &str, zone: &str, look: impl FnOnce(&Component<'_>) -> T) -> T {
    let unfolded = unfold(text);
    let file = read_calendar(&unfolded).unwrap();
    let named = |c: &&Component<'_>| c.name == "VTIMEZONE" && property(c, "TZID") == zone;
    let mut found = file.components.iter().filter(named);
    let look = look(found.next().unwrap_or_else(|| panic!("no VTIMEZONE of {zone}")));
    assert!(found.next().is_none(), "two of {zone}");
    look
}

/// The value of a component's property; empty without one.
pub fn property(component: &Component<'_>, name: &str) -> String {
    component.find_prop(name).map_or_else(String::new, |found| found.val.as_str().to_owned())
}
