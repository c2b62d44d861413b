//! Entries of a calendar to an iCalendar file (RFC 5545), to be published: what is cancelled goes along and says so.
//!
//! The grammar, the folding and the zones' rules are those of calcard; here is only which properties an entry has.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::text::clean_text;
use crate::core::agenda::When;
use calcard::common::{CalendarScale, PartialDateTime};
use calcard::icalendar::{
    ICalendar, ICalendarAction, ICalendarClassification, ICalendarComponent, ICalendarComponentType, ICalendarDuration,
    ICalendarMethod, ICalendarParameter, ICalendarProperty, ICalendarStatus, ICalendarTransparency, ICalendarValueType,
};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};
use std::collections::BTreeMap;

/// Who made the file; nothing of it changes from one export to the next.
const MAKER: &str = "-//rumbo//rumbo//EN";
/// The hour of a reminder on a plain day.
const MORNING: u32 = 9;
/// The greatest integer of the format.
const GREATEST: u64 = i32::MAX as u64;

/// How an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Confirmed,
    /// Nobody has confirmed its date.
    Unconfirmed,
    /// It was exported once and no longer stands.
    Cancelled,
}

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same in every export, and of no other entry.
    pub uid: String,
    pub when: When,
    pub summary: String,
    /// May be empty.
    pub place: String,
    pub standing: Standing,
    /// So many days before it a reminder is due: in the morning for a plain day, at its hour for an appointment.
    pub remind: Vec<u32>,
}

/// A calendar at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// When it was made; a later one takes the place of an earlier one.
    pub made: DateTime<Utc>,
    /// How many changes came before; a later one is no smaller.
    pub sequence: u64,
    pub events: Vec<Event>,
}

/// Whether a file begins as those of [`write()`] do.
pub fn is_own(bytes: &[u8]) -> bool {
    let start = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{MAKER}\r\n");
    bytes.starts_with(start.as_bytes())
}

/// The file: lines of at most 75 octets that end in CRLF, UTF-8 in each line by itself.
pub fn write(calendar: &Calendar) -> String {
    let mut root = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    root.add_property(ICalendarProperty::Version, "2.0");
    root.add_property(ICalendarProperty::Prodid, MAKER);
    root.add_property(ICalendarProperty::Calscale, CalendarScale::Gregorian);
    root.add_property(ICalendarProperty::Method, ICalendarMethod::Publish);
    let mut file = ICalendar { components: vec![root] };
    for (zone, (first, last)) in years(&calendar.events) {
        // A name of chrono-tz is one that calcard knows: both read the same table, and a test asks for every one.
        let _ = file.add_timezone(zone, day_before_year(first), day_before_year(last.saturating_add(2)));
    }
    for event in &calendar.events {
        let component = put(&mut file, 0, component(event, calendar));
        for days in &event.remind {
            put(&mut file, component, alarm(event, *days));
        }
    }
    file.to_string()
}

/// Adds a component below another. Returns its number.
fn put(file: &mut ICalendar, parent: u32, component: ICalendarComponent) -> u32 {
    let number = u32::try_from(file.components.len()).unwrap_or(u32::MAX);
    file.components.push(component);
    let parent = usize::try_from(parent).ok().and_then(|parent| file.components.get_mut(parent));
    if let Some(parent) = parent {
        parent.component_ids.push(number);
    }
    number
}

fn component(event: &Event, calendar: &Calendar) -> ICalendarComponent {
    let mut out = ICalendarComponent::new(ICalendarComponentType::VEvent);
    let made = PartialDateTime::from_utc_timestamp(calendar.made.timestamp());
    out.add_uid(&event.uid);
    out.add_dtstamp(made.clone());
    out.add_property(ICalendarProperty::LastModified, made);
    out.add_sequence(i64::try_from(calendar.sequence.min(GREATEST)).unwrap_or_default());
    let transparency = match event.when {
        When::Day(day) => {
            let date = ICalendarParameter::value(ICalendarValueType::Date);
            out.add_property_with_params(ICalendarProperty::Dtstart, [date], partial_day(day));
            ICalendarTransparency::Transparent
        }
        When::At(local, zone) => {
            let zone = ICalendarParameter::tzid(zone.name().to_owned());
            out.add_property_with_params(ICalendarProperty::Dtstart, [zone], partial(local));
            ICalendarTransparency::Opaque
        }
    };
    out.add_property(ICalendarProperty::Summary, clean_text(&event.summary));
    if !event.place.is_empty() {
        out.add_property(ICalendarProperty::Location, clean_text(&event.place));
    }
    let status = match event.standing {
        Standing::Confirmed => ICalendarStatus::Confirmed,
        Standing::Unconfirmed => ICalendarStatus::Tentative,
        Standing::Cancelled => ICalendarStatus::Cancelled,
    };
    out.add_property(ICalendarProperty::Status, status);
    out.add_property(ICalendarProperty::Class, ICalendarClassification::Private);
    out.add_property(ICalendarProperty::Transp, transparency);
    out
}

fn alarm(event: &Event, days: u32) -> ICalendarComponent {
    let mut out = ICalendarComponent::new(ICalendarComponentType::VAlarm);
    out.add_property(ICalendarProperty::Action, ICalendarAction::Display);
    out.add_property(ICalendarProperty::Trigger, trigger(event.when, days));
    out.add_property(ICalendarProperty::Description, clean_text(&event.summary));
    out
}

/// From the start of the entry; a plain day starts at its midnight, wherever it is read.
fn trigger(when: When, days: u32) -> ICalendarDuration {
    let none = ICalendarDuration::default();
    match (when, days) {
        (When::At(..), _) => ICalendarDuration { neg: true, days, ..none },
        (When::Day(_), 0) => ICalendarDuration { hours: MORNING, ..none },
        (When::Day(_), _) => ICalendarDuration { neg: true, days: days - 1, hours: 24 - MORNING, ..none },
    }
}

/// The first and the last year of each zone's appointments.
fn years(events: &[Event]) -> BTreeMap<&'static str, (i32, i32)> {
    let mut years = BTreeMap::new();
    for event in events {
        if let When::At(local, zone) = event.when {
            let (first, last) = years.entry(zone.name()).or_insert((local.year(), local.year()));
            (*first, *last) = ((*first).min(local.year()), (*last).max(local.year()));
        }
    }
    years
}

/// In seconds since 1970: 31 December before a year, so that the whole year is covered in every zone.
fn day_before_year(year: i32) -> i64 {
    let day = NaiveDate::from_ymd_opt(year, 1, 1).and_then(|day| day.pred_opt()).unwrap_or_default();
    day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp()
}

fn partial_day(day: NaiveDate) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(day.year()).ok(),
        month: u8::try_from(day.month()).ok(),
        day: u8::try_from(day.day()).ok(),
        ..PartialDateTime::default()
    }
}

fn partial(local: NaiveDateTime) -> PartialDateTime {
    PartialDateTime {
        hour: u8::try_from(local.hour()).ok(),
        minute: u8::try_from(local.minute()).ok(),
        second: u8::try_from(local.second()).ok(),
        ..partial_day(local.date())
    }
}
