//! `paper log`: one form for the paper a patient brings. It becomes an event, and a deadline for each date it sets.

use super::args::{CaseRef, DayArg, PaperKind, TimeArg, ZoneArg};
use super::deadline::{appointment, first_step, hearing_set, plainly};
use super::draft::Draft;
use super::form::ask;
use super::offers;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::change::{Act, Verb};
use crate::core::deadline::{Basis, Certainty, Consequence, Deadline, DeadlineKind, Due, Medium, Source};
use crate::core::event::{Event, EventKind};
use crate::core::happening::{Happening, Known};
use crate::core::id::CaseId;
use crate::core::rules::Happened;
use chrono::NaiveDate;
use clap::Subcommand;

/// Papers.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum PaperCommand {
    /// Log the paper a patient brings, and the dates it sets
    Log {
        case: CaseRef,
        /// What the paper is
        #[arg(long, value_enum)]
        kind: Option<PaperKind>,
        /// The date printed on it
        #[arg(long, allow_hyphen_values = true)]
        printed: Option<DayArg>,
        /// The day it was received
        #[arg(long, allow_hyphen_values = true)]
        received: Option<DayArg>,
        /// The due date it prints
        #[arg(long, allow_hyphen_values = true)]
        due: Option<DayArg>,
        /// The local date and time of the hearing or appointment it sets
        #[arg(long)]
        hearing: Option<TimeArg>,
        /// Where that is
        #[arg(long)]
        place: Option<String>,
        /// Time zone of the place
        #[arg(long)]
        zone: Option<ZoneArg>,
        /// Whether the paper itself was seen, or somebody told of it
        #[arg(long, value_enum)]
        known: Option<Known>,
        /// What missing its date costs
        #[arg(long, value_enum)]
        consequence: Option<Consequence>,
        /// Anything else it says
        #[arg(long)]
        note: Option<String>,
    },
}

/// Carries out a paper command.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn decide(command: &PaperCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let PaperCommand::Log { case, kind, printed, received, due, hearing, place, zone, known, consequence, note } =
        command;
    let case = case.one(app)?;
    let (Some(kind), Some(known)) = (*kind, *known) else {
        return Err(ask(app, &["paper", "log"], &[&case.code], &[("received", env.today.to_string())]));
    };
    let day = |day: &Option<DayArg>| day.map(|day| day.on(env.today));
    let (printed, received) = (day(printed), day(received));
    in_order(printed, received, env)?;
    if hearing.is_none() && (zone.is_some() || place.as_ref().is_some_and(|place| !place.is_empty())) {
        return Err(Message::new("refused-place-without-time").into());
    }
    let note = note.as_deref().unwrap_or_default().trim();
    let source = described(kind, known, printed, received, app);
    let mut draft = Draft::new(app, env);
    let text = if note.is_empty() { source.clone() } else { format!("{source}: {note}") };
    let event = Event { id: draft.ids.event(), case: case.id, at: env.now, kind: EventKind::Notice, text, act: None };
    draft.add(event);
    let mut offered = Vec::new();
    if let Some((what, on)) = happened(kind).zip(printed) {
        let happening = Happening {
            id: draft.ids.happening(),
            case: case.id,
            what,
            on: Some(on),
            known,
            mailed: false,
            note: source.clone(),
            logged: env.today,
            reviewed: None,
        };
        offered = offers::after(&happening, None, app);
        draft.add(happening);
    }
    let paper = Paper { case: case.id, kind, known, consequence: *consequence, source, note };
    if let Some(due) = day(due) {
        let title = app.locale.t(&format!("paper-due-{}", kind.code()));
        let deadline = paper.deadline(&mut draft, title, Due::Day(due));
        set(&mut draft, deadline);
    }
    if let Some(at) = hearing {
        let zone = zone.map_or(app.clinic.zone, |zone| zone.0);
        let due = appointment(at.on(env.today), zone, place.as_deref().unwrap_or_default().trim())?;
        let title = app.locale.t(if kind.is_of_court() { "paper-at-court" } else { "paper-at-agency" });
        let mut deadline = paper.deadline(&mut draft, title, due);
        deadline.steps = first_step(app);
        offered.extend(hearing_set(&deadline, known, &mut draft, app, env));
        set(&mut draft, deadline);
    }
    let name = app.locale.t(&format!("paper-{}", kind.code()));
    let done = draft.finish(Act::one(Verb::LoggedPaper, name, &case.code))?;
    Ok(offered.into_iter().chain(done).collect())
}

/// What a paper tells of, from which dates follow.
fn happened(kind: PaperKind) -> Option<Happened> {
    match kind {
        PaperKind::Decision => Some(Happened::DecisionStated),
        PaperKind::Order => Some(Happened::OrderEntered),
        PaperKind::RequestForEvidence | PaperKind::NoticeOfIntent | PaperKind::FeeNotice | PaperKind::Other => {
            Some(Happened::NoticeMailed)
        }
        // A hearing is noted with its own day; the other two set nothing that is counted.
        PaperKind::HearingNotice | PaperKind::Receipt | PaperKind::Appointment => None,
    }
}

/// A paper is printed, then received, and both lie behind us.
fn in_order(printed: Option<NaiveDate>, received: Option<NaiveDate>, env: &Env) -> Result<(), Refusal> {
    if received.is_some_and(|received| received > env.today) {
        return Err(Message::new("refused-event-ahead").into());
    }
    match (printed, received) {
        (Some(printed), Some(received)) if received < printed => {
            Err(Message::new("refused-received-before-printed").into())
        }
        _ => Ok(()),
    }
}

fn set(draft: &mut Draft<'_>, deadline: Deadline) {
    draft.tell(deadline.case, EventKind::Deadline, Verb::AddedDeadline, &deadline.title, &plainly(&deadline.due));
    draft.add(deadline);
}

/// A paper as far as its deadlines need it.
struct Paper<'a> {
    case: CaseId,
    kind: PaperKind,
    known: Known,
    consequence: Option<Consequence>,
    /// The paper in words.
    source: String,
    note: &'a str,
}

impl Paper<'_> {
    /// The deadline for one of the dates it sets.
    fn deadline(&self, draft: &mut Draft<'_>, title: String, due: Due) -> Deadline {
        let (kind, medium) = match (&due, self.kind) {
            (Due::At(_), _) => (DeadlineKind::Appear, Medium::InPerson),
            (_, PaperKind::FeeNotice) => (DeadlineKind::Pay, Medium::Online),
            _ => (DeadlineKind::File, Medium::Paper),
        };
        let printed = if let Due::Day(day) = due { Some(day) } else { None };
        let basis = if self.kind.is_of_court() { Basis::CourtOrder } else { Basis::AgencyNotice };
        Deadline {
            kind,
            consequence: self.consequence.unwrap_or_else(|| usual_consequence(self.kind)),
            medium,
            source: Source { basis, rule: None, printed, note: self.source.clone() },
            certainty: match self.known {
                Known::Seen => Certainty::Noticed,
                Known::Told => Certainty::Reported,
            },
            notes: self.note.to_owned(),
            ..Deadline::new(draft.ids.deadline(), self.case, title, due)
        }
    }
}

/// What missing a paper's date costs where nobody says: never too light.
fn usual_consequence(kind: PaperKind) -> Consequence {
    match kind {
        PaperKind::HearingNotice | PaperKind::Decision | PaperKind::Order => Consequence::Removal,
        PaperKind::RequestForEvidence | PaperKind::NoticeOfIntent | PaperKind::FeeNotice | PaperKind::Other => {
            Consequence::Right
        }
        PaperKind::Appointment | PaperKind::Receipt => Consequence::Benefit,
    }
}

/// "Hearing notice of Tue 3 Nov 2026, received Fri 6 Nov 2026, seen". It is kept for years, so every day has its year.
fn described(
    kind: PaperKind,
    known: Known,
    printed: Option<NaiveDate>,
    received: Option<NaiveDate>,
    app: &App,
) -> String {
    let mut text = app.locale.t(&format!("paper-{}", kind.code()));
    for (key, day) in [("paper-of", printed), ("paper-received", received)] {
        if let Some(day) = day {
            text.push_str(&app.locale.tn(key, &[("day", app.locale.day_year(day).into())]));
        }
    }
    text.push_str(&app.locale.t(match known {
        Known::Seen => "paper-seen",
        Known::Told => "paper-told",
    }));
    text
}
