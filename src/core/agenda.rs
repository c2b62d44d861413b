//! What of a deadline belongs in a calendar: its day or hour, and the last day to begin. Facts only.
//!
//! A deadline always gives the same two entries, so that a calendar that took the one before takes this one in its
//! place: what no longer stands is [`Says::Over`] and never left out.

use super::deadline::{Deadline, DeadlineState, Due};
use super::urgency::Ranked;
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;

/// Which of a deadline's two entries; with the deadline's number it is the entry's identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Due,
    StartBy,
}

impl Part {
    /// Each part with its code, which is stable.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Due, "due"), (Self::StartBy, "start-by")];
}

/// What an entry says of its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// The last day.
    Due,
    /// An appointment at an hour.
    Appointment,
    /// The last working day on which the next step can begin.
    StartBy,
    /// Possible from this day on.
    Opens,
    /// Postponed without a new date: ask for it.
    AskAgain,
    /// Nothing any more: done, void, declared missed, taken back, or of a kind that has no such day.
    Over,
}

/// A plain day, or an hour in a place's own time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Day(NaiveDate),
    At(NaiveDateTime, Tz),
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    pub deadline: &'a Deadline,
    pub part: Part,
    pub says: Says,
    pub when: When,
    /// So many days before it a reminder is due; 0 is the day itself.
    pub remind: Vec<u32>,
}

/// The two entries of a deadline. `ranked` is its row in the queue; without one, nothing of it stands.
pub fn entries<'a>(deadline: &'a Deadline, ranked: Option<&Ranked>) -> [Entry<'a>; 2] {
    let ranked = ranked.filter(|_| deadline.state == DeadlineState::Open);
    [due(deadline, ranked), start_by(deadline, ranked)]
}

fn due<'a>(deadline: &'a Deadline, ranked: Option<&Ranked>) -> Entry<'a> {
    let when = match &deadline.due {
        Due::At(appointment) => When::At(appointment.local, appointment.zone),
        Due::Day(_) | Due::From(_) | Due::Unset { .. } => When::Day(deadline.due.date()),
    };
    let (says, remind) = match (&deadline.due, ranked) {
        (_, None) => (Says::Over, Vec::new()),
        (Due::At(_), Some(_)) => (Says::Appointment, vec![1]),
        (Due::From(_), Some(_)) => (Says::Opens, vec![0]),
        (Due::Unset { .. }, Some(_)) => (Says::AskAgain, vec![0]),
        (Due::Day(day), Some(ranked)) => (Says::Due, before(*day, ranked.safe)),
    };
    Entry { deadline, part: Part::Due, says, when, remind }
}

/// On the date to act on, and on the last day itself.
fn before(day: NaiveDate, safe: NaiveDate) -> Vec<u32> {
    let early = u32::try_from(day.signed_duration_since(safe).num_days()).ok().filter(|days| *days > 0);
    early.into_iter().chain([0]).collect()
}

/// Of an appointment or a last day; what only opens, or has no date yet, is not begun before its day.
fn start_by<'a>(deadline: &'a Deadline, ranked: Option<&Ranked>) -> Entry<'a> {
    let binds = matches!(deadline.due, Due::Day(_) | Due::At(_));
    let day = ranked.filter(|_| binds).and_then(|ranked| ranked.start_by);
    let (says, remind) = if day.is_some() { (Says::StartBy, vec![0]) } else { (Says::Over, Vec::new()) };
    let when = When::Day(day.unwrap_or_else(|| deadline.due.date()));
    Entry { deadline, part: Part::StartBy, says, when, remind }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::core::deadline::{Acted, Appointment, Basis, Certainty, Consequence, Source};
    use crate::core::id::{CaseId, DeadlineId};
    use crate::core::urgency::{Group, Reason};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn deadline(due: Due) -> Deadline {
        Deadline {
            consequence: Consequence::Right,
            source: Source::of(Basis::CourtOrder),
            certainty: Certainty::Computed,
            ..Deadline::new(DeadlineId(1), CaseId(1), "Brief".to_owned(), due)
        }
    }

    fn ranked(safe: &str, start_by: Option<&str>) -> Ranked {
        Ranked {
            id: DeadlineId(1),
            case: CaseId(1),
            group: Group::Coming,
            urgency: 1.0,
            slack_days: 3,
            start_by: start_by.map(day),
            safe: day(safe),
            reason: Reason::StartToday,
            nobody_to_call: false,
        }
    }

    fn said(deadline: &Deadline, ranked: Option<&Ranked>) -> [(Says, When, Vec<u32>); 2] {
        entries(deadline, ranked).map(|entry| (entry.says, entry.when, entry.remind))
    }

    #[test]
    fn a_last_day_reminds_on_the_day_to_act_on_and_on_itself() {
        let row = ranked("2026-12-10", Some("2026-12-01"));
        let due = day("2026-12-14");
        assert_eq!(
            said(&deadline(Due::Day(due)), Some(&row)),
            [(Says::Due, When::Day(due), vec![4, 0]), (Says::StartBy, When::Day(day("2026-12-01")), vec![0])]
        );
        let same = ranked("2026-12-14", None);
        let [(_, _, remind), (says, _, _)] = said(&deadline(Due::Day(due)), Some(&same));
        assert_eq!((remind, says), (vec![0], Says::Over));
    }

    #[test]
    fn an_appointment_keeps_its_hour_and_zone() {
        let local = day("2026-12-14").and_hms_opt(9, 0, 0).unwrap();
        let due = Due::At(Appointment { local, zone: Tz::America__Tijuana, place: "Otay Mesa".to_owned() });
        let [due, start] = said(&deadline(due), Some(&ranked("2026-12-14", Some("2026-12-11"))));
        assert_eq!(due, (Says::Appointment, When::At(local, Tz::America__Tijuana), vec![1]));
        assert_eq!(start.0, Says::StartBy);
    }

    #[test]
    fn what_opens_or_has_no_date_has_no_day_to_start_by() {
        let on = day("2026-12-14");
        for (due, says) in [(Due::From(on), Says::Opens), (Due::Unset { ask_on: on }, Says::AskAgain)] {
            let row = ranked("2026-12-14", Some("2026-12-14"));
            assert_eq!(
                said(&deadline(due), Some(&row)),
                [(says, When::Day(on), vec![0]), (Says::Over, When::Day(on), vec![])]
            );
        }
    }

    #[test]
    fn what_is_done_void_missed_or_gone_is_over_and_still_there() {
        let on = day("2026-11-20");
        let row = ranked("2026-12-10", Some("2026-12-01"));
        let missed = DeadlineState::Missed { on, by: "Ana".to_owned() };
        let void = DeadlineState::Void { on, reason: "twice".to_owned() };
        for state in [DeadlineState::Done { on }, missed.clone(), void] {
            let ended = Deadline { state, ..deadline(Due::Day(day("2026-12-14"))) };
            let [due, start] = said(&ended, Some(&row));
            assert_eq!([&due.0, &start.0], [&Says::Over; 2]);
            assert!(due.2.is_empty() && start.2.is_empty());
        }
        let acted = Acted { by: "Ana".to_owned(), what: "called".to_owned(), on };
        let answered = Deadline { state: missed, acted: Some(acted), ..deadline(Due::Day(on)) };
        assert!(said(&answered, None).iter().all(|entry| entry.0 == Says::Over));
        assert!(said(&deadline(Due::Day(on)), None).iter().all(|entry| entry.0 == Says::Over));
    }
}
