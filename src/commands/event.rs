//! `event …`: what happened, in the words of whoever was there.

use super::args::{CaseRef, DayArg, code};
use super::draft::{Draft, act};
use super::form::ask;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::change::Verb;
use crate::core::event::{Event, EventKind};
use chrono::{DateTime, TimeZone, Utc};
use clap::Subcommand;

/// Events of a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum EventCommand {
    /// Note what happened in a case: a call, a visit, a document
    Log {
        case: CaseRef,
        /// What kind of thing happened
        #[arg(value_enum)]
        kind: Option<EventKind>,
        /// The note, kept exactly as written
        text: Option<String>,
        /// The day it happened, if not now
        #[arg(long, allow_hyphen_values = true)]
        on: Option<DayArg>,
        /// The local time it happened, `09:30`; needs the day
        #[arg(long, requires = "on")]
        time: Option<String>,
    },
}

/// Carries out an event command; several marked cases get the same event in one act.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn decide(command: &EventCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let EventCommand::Log { case, kind, text, on, time } = command;
    let cases = case.all(app)?;
    let (Some(kind), Some(text)) = (kind, text.as_ref().filter(|text| !text.trim().is_empty())) else {
        let codes: Vec<&str> = cases.iter().map(|case| case.code.as_str()).collect();
        return match codes.as_slice() {
            [one] => {
                let kind = kind.map_or("note", code).to_owned();
                Err(ask(app, &["event", "log"], &[one], &[("kind", kind)]))
            }
            // The marks stay while the form is open, and stand for all of them.
            several => Err(about(ask(app, &["event", "log"], &["@"], &[("kind", "note".to_owned())]), several)),
        };
    };
    let at = moment(*on, time.as_deref(), app, env)?;
    let mut draft = Draft::new(app, env);
    let mut subjects = Vec::new();
    for case in cases {
        let event = Event { id: draft.ids.event(), case: case.id, at, kind: *kind, text: text.clone(), act: None };
        draft.add(event);
        subjects.push((app.locale.event_kind(*kind).to_owned(), case.code.clone()));
    }
    draft.finish(act(Verb::LoggedEvent, &subjects))
}

/// The same form, about these cases.
fn about(refusal: Refusal, codes: &[&str]) -> Refusal {
    let Refusal::Ask(mut form) = refusal else { return refusal };
    form.about = codes.join(", ");
    Refusal::Ask(form)
}

/// When it happened: now, at noon of a day, or at a local time of it; never ahead.
fn moment(on: Option<DayArg>, time: Option<&str>, app: &App, env: &Env) -> Result<DateTime<Utc>, Refusal> {
    let Some(on) = on else { return Ok(env.now) };
    let day = on.on(env.today);
    if day > env.today {
        return Err(Message::new("refused-event-ahead").into());
    }
    if time.is_none() && day == env.today {
        return Ok(env.now);
    }
    let clock = chrono::NaiveTime::parse_from_str(time.unwrap_or("12:00"), "%H:%M");
    let local = day.and_time(clock.map_err(|_| Refusal::from(Message::new("refused-clock")))?);
    let instant = app.clinic.zone.from_local_datetime(&local).earliest();
    instant.map(|at| at.to_utc()).ok_or_else(|| Message::new("refused-clock").into())
}
