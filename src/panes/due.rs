//! A due date as cells: the day, the time at its place, and the clinic's own time where that differs.

use super::{Cell, Ctx, Tone};
use crate::core::deadline::{Appointment, Deadline, Due};
use chrono::{DateTime, NaiveDate, TimeZone};
use chrono_tz::Tz;

/// Put after a date that neither the paper nor a named representative has confirmed.
const UNCONFIRMED: char = '?';

/// The clinic's zone.
pub fn clinic_zone(ctx: &Ctx<'_>) -> Tz {
    ctx.world.clinic().map_or(Tz::America__New_York, |clinic| clinic.zone)
}

/// Whether the paper or a named representative has confirmed the date.
pub fn is_confirmed(deadline: &Deadline) -> bool {
    deadline.is_confirmed()
}

/// The day it falls due, for a narrow column: "Fri 27 Nov?", "from 4 Jan", "no date yet".
pub fn day(ctx: &Ctx<'_>, deadline: &Deadline) -> String {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    let mut text = match &deadline.due {
        Due::Day(day) => locale.day_narrow(*day, today),
        Due::At(appointment) => locale.day_narrow(appointment.local.date(), today),
        Due::From(day) => return locale.tn("due-from", &[("day", locale.day_bare(*day, today).into())]),
        Due::Unset { .. } => return locale.t("due-unset"),
    };
    if !is_confirmed(deadline) {
        text.push(UNCONFIRMED);
    }
    text
}

/// The instant of an appointment; `None` in the hour that a change of clocks leaves out.
pub fn instant(appointment: &Appointment) -> Option<DateTime<Tz>> {
    appointment.zone.from_local_datetime(&appointment.local).earliest()
}

/// The time of an appointment at its place, with the zone: "08:30 PST". Empty where only a day is set.
pub fn time_there(deadline: &Deadline) -> String {
    deadline.due.appointment().map_or_else(String::new, |appointment| match instant(appointment) {
        Some(at) => at.format("%H:%M %Z").to_string(),
        None => format!("{} {}", appointment.local.format("%H:%M"), appointment.zone.name()),
    })
}

/// The same moment on the clinic's clock, where that shows another time: "11:30 EST", "Tue 15 Dec 01:30 EST".
pub fn time_here(ctx: &Ctx<'_>, deadline: &Deadline) -> String {
    let Some(there) = deadline.due.appointment().and_then(instant) else { return String::new() };
    let here = there.with_timezone(&clinic_zone(ctx));
    if here.naive_local() == there.naive_local() {
        return String::new();
    }
    let time = here.format("%H:%M %Z").to_string();
    if here.date_naive() == there.date_naive() {
        return time;
    }
    format!("{} {time}", ctx.locale.day(here.date_naive(), ctx.moment.today))
}

/// The whole of it: day with its year, time there and here, place; for one without a date, when to ask.
pub fn full(ctx: &Ctx<'_>, deadline: &Deadline) -> String {
    let (locale, today) = (ctx.locale, ctx.moment.today);
    let appointment = match &deadline.due {
        Due::Day(day) => return locale.tn("due-day-full", &[("day", locale.day_long(*day).into())]),
        Due::From(day) => return locale.tn("due-from", &[("day", locale.day_long(*day).into())]),
        Due::Unset { ask_on } => return locale.tn("reason-no-date", &[("day", locale.day(*ask_on, today).into())]),
        Due::At(appointment) => appointment,
    };
    let mut text = format!("{}, {}", locale.day_long(appointment.local.date()), time_there(deadline));
    let here = time_here(ctx, deadline);
    if !here.is_empty() {
        text = locale.tn("due-here", &[("there", text.into()), ("here", here.into())]);
    }
    if !appointment.place.is_empty() {
        text = format!("{text}; {}", appointment.place);
    }
    text
}

/// On whose word it stands, with the note: "agency notice: notice of 3 November, seen".
pub fn source(ctx: &Ctx<'_>, deadline: &Deadline) -> String {
    let basis = ctx.locale.basis(deadline.source.basis);
    let note = deadline.source.note.as_str();
    if note.is_empty() { basis.to_owned() } else { format!("{basis}: {note}") }
}

/// The day as a cell: it stands out on the day itself and after it, where the group's mark says so too.
pub fn cell(ctx: &Ctx<'_>, deadline: &Deadline) -> Cell {
    Cell::new(day(ctx, deadline), tone(deadline, ctx.moment.today))
}

fn tone(deadline: &Deadline, today: NaiveDate) -> Tone {
    match &deadline.due {
        Due::Day(_) | Due::At(_) if deadline.due.date() <= today => Tone::Strong,
        Due::Day(_) | Due::At(_) => Tone::Plain,
        Due::From(_) | Due::Unset { .. } => Tone::Quiet,
    }
}
