//! `deadline …`: what must happen by when.

mod add;
mod end;
mod hearing;
mod pin;

pub use add::{counted, first_step, hearing_set, recounted, usual_steps};

use super::args::{CaseRef, DayArg, DeadlineRef, TimeArg, WhenArg, ZoneArg, code};
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::deadline::{Appointment, Basis, Consequence, Deadline, DeadlineKind, Due, Medium};
use crate::core::pin::Way;
use chrono::NaiveDateTime;
use chrono::offset::LocalResult;
use clap::{Args, Subcommand};

/// Deadlines.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum DeadlineCommand {
    /// Add a deadline: by a rule and its trigger, a plain day, or an appointment
    Add {
        case: CaseRef,
        #[command(flatten)]
        fields: Box<DeadlineFields>,
    },
    /// Change what is known of a deadline
    Edit {
        deadline: DeadlineRef,
        #[command(flatten)]
        fields: Box<DeadlineFields>,
    },
    /// Say that it was met
    Done {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
    },
    /// Court or agency moved it: to another day, or without a new date
    Postpone {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        /// The new day
        #[arg(long, allow_hyphen_values = true)]
        to: Option<DayArg>,
        /// The new local time, for an appointment: 10:00, or with its day
        #[arg(long)]
        at: Option<WhenArg>,
        /// Time zone of the place
        #[arg(long)]
        zone: Option<ZoneArg>,
        /// Where it is
        #[arg(long)]
        place: Option<String>,
        /// Postponed without a new date
        #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
        no_date: Option<bool>,
        /// When to ask for the new date
        #[arg(long, allow_hyphen_values = true)]
        ask_on: Option<DayArg>,
        /// On whose word
        #[arg(long)]
        source: Option<String>,
        /// No question asked
        #[arg(long, hide = true)]
        yes: bool,
    },
    /// Put the reminder off; the due date stays
    Snooze {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        /// Until this day, never past the day to start by
        #[arg(long, allow_hyphen_values = true)]
        until: Option<DayArg>,
    },
    /// Say that the date is confirmed, and by what
    Verify {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        /// The paper, the court's system or the representative's name
        #[arg(long)]
        source: Option<String>,
    },
    /// Say that somebody acted on an escalated matter
    Acted {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        /// What was done, and by whom
        #[arg(long)]
        what: Option<String>,
    },
    /// Let the consequence be heavier, on the representative's word
    Raise {
        deadline: DeadlineRef,
        /// What missing it costs
        #[arg(long, value_enum)]
        to: Option<Consequence>,
        /// Who says so
        #[arg(long)]
        by: Option<String>,
        /// Why
        #[arg(long)]
        reason: Option<String>,
    },
    /// Declare a date missed; only a person can
    Missed {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        /// No question asked
        #[arg(long, hide = true)]
        yes: bool,
    },
    /// Take a deadline off the queue because it does not apply
    Void {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        /// Why it does not apply
        #[arg(long)]
        reason: Option<String>,
        /// No question asked
        #[arg(long, hide = true)]
        yes: bool,
    },
    /// Move a row up by hand, below what may not be hidden
    Pin {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        #[command(flatten)]
        by_hand: ByHand,
    },
    /// Move a row to the end of the work by hand
    Push {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        #[command(flatten)]
        by_hand: ByHand,
    },
    /// Put a row back in the order of urgency
    Unpin {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
    },
}

/// How a row is moved by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct ByHand {
    /// It is over on this day, by itself
    #[arg(long, allow_hyphen_values = true)]
    until: Option<DayArg>,
    /// Why it is moved
    #[arg(long)]
    reason: Option<String>,
}

/// Everything that may be said of a deadline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct DeadlineFields {
    /// What has to happen
    #[arg(long)]
    title: Option<String>,
    /// The last day, received by its end
    #[arg(long, allow_hyphen_values = true)]
    due: Option<DayArg>,
    /// Or: the local date and time of an appointment
    #[arg(long, conflicts_with = "due")]
    at: Option<TimeArg>,
    /// Time zone of the place
    #[arg(long)]
    zone: Option<ZoneArg>,
    /// Where it is
    #[arg(long)]
    place: Option<String>,
    /// Or: the rule it is counted by
    #[arg(long)]
    rule: Option<String>,
    /// The day the rule counts from
    #[arg(long, allow_hyphen_values = true)]
    trigger: Option<DayArg>,
    /// The notice came by mail
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    mailed: Option<bool>,
    /// It is filed online
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    online: Option<bool>,
    /// The due date as the paper prints it
    #[arg(long, allow_hyphen_values = true)]
    printed: Option<DayArg>,
    /// What missing it costs
    #[arg(long, value_enum)]
    consequence: Option<Consequence>,
    /// What has to be done
    #[arg(long, value_enum)]
    kind: Option<DeadlineKind>,
    /// How it reaches court or agency
    #[arg(long, value_enum)]
    medium: Option<Medium>,
    /// On whose word the date stands
    #[arg(long, value_enum)]
    basis: Option<Basis>,
    /// Such as "notice of 3 November, seen"
    #[arg(long)]
    source: Option<String>,
    /// The navigator goes along
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    accompany: Option<bool>,
    /// Anything else
    #[arg(long)]
    notes: Option<String>,
}

/// Carries out a deadline command.
///
/// # Errors
/// Why it cannot be.
pub fn decide(command: &DeadlineCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match command {
        DeadlineCommand::Add { case, fields } => add::add(case, fields, app, env),
        DeadlineCommand::Edit { deadline, fields } => add::edit(deadline, fields, app, env),
        DeadlineCommand::Pin { deadlines, by_hand } => pin::pin(Way::Up, deadlines, by_hand, app, env),
        DeadlineCommand::Push { deadlines, by_hand } => pin::pin(Way::Down, deadlines, by_hand, app, env),
        DeadlineCommand::Unpin { deadlines } => pin::unpin(deadlines, app, env),
        other => end::decide(other, app, env),
    }
}

/// An appointment at a local time that exists in its zone.
///
/// # Errors
/// The clocks go forward over that time.
pub fn appointment(at: NaiveDateTime, zone: chrono_tz::Tz, place: &str) -> Result<Due, Refusal> {
    use chrono::TimeZone;
    if matches!(zone.from_local_datetime(&at), LocalResult::None) {
        let message = Message::new("refused-no-such-time").with("time", at.format("%Y-%m-%d %H:%M").to_string());
        return Err(message.with("zone", zone.name()).into());
    }
    Ok(Due::At(Appointment { local: at, zone, place: place.to_owned() }))
}

/// When it is, for the timeline: the same text in every language, and good in any year.
pub(super) fn plainly(due: &Due) -> String {
    match due {
        Due::Day(day) => day.to_string(),
        Due::From(day) => format!("≥ {day}"),
        Due::Unset { ask_on } => format!("? ({ask_on})"),
        Due::At(at) => {
            let text = format!("{} {}", at.local.format("%Y-%m-%d %H:%M"), at.zone.name());
            if at.place.is_empty() { text } else { format!("{text}, {}", at.place) }
        }
    }
}

/// A move from one date to another, for the timeline; empty where it stayed.
pub(super) fn moved(before: &Due, after: &Due) -> String {
    if before == after { String::new() } else { format!("{} → {}", plainly(before), plainly(after)) }
}

/// The parts that are not empty, with a semicolon between.
fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join("; ")
}

/// What the edit form opens with.
fn values(deadline: &Deadline) -> Vec<(&'static str, String)> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let yes = |on: bool| if on { "yes".to_owned() } else { String::new() };
    let mut values = vec![
        ("title", deadline.title.clone()),
        ("printed", day(deadline.source.printed)),
        ("consequence", code(deadline.consequence).to_owned()),
        ("kind", code(deadline.kind).to_owned()),
        ("medium", code(deadline.medium).to_owned()),
        ("basis", code(deadline.source.basis).to_owned()),
        ("source", deadline.source.note.clone()),
        ("accompany", yes(deadline.accompany)),
        ("notes", deadline.notes.clone()),
    ];
    match &deadline.due {
        Due::At(at) => values.extend([
            ("at", at.local.format("%Y-%m-%d %H:%M").to_string()),
            ("zone", at.zone.name().to_owned()),
            ("place", at.place.clone()),
        ]),
        Due::Day(_) if deadline.source.rule.is_some() => {}
        Due::Day(on) => values.push(("due", on.to_string())),
        Due::From(_) | Due::Unset { .. } => {}
    }
    if let Some(rule) = &deadline.source.rule {
        values.extend([
            ("rule", rule.rule.clone()),
            ("trigger", rule.trigger.to_string()),
            ("mailed", yes(rule.mailed)),
            ("online", yes(rule.online)),
        ]);
    }
    values
}
