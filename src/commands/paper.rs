//! `paper log`: one form for the paper a patient brings. It becomes an event, and a deadline for each date it sets.

use super::args::{CaseRef, DayArg, PaperKind, TimeArg, ZoneArg};
use super::deadline::appointment;
use super::draft::Draft;
use super::form::ask;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::change::{Act, Verb};
use crate::core::deadline::{
    Basis, Certainty, Consequence, Deadline, DeadlineKind, DeadlineState, Due, Medium, Source,
};
use crate::core::event::{Event, EventKind};
use clap::{Subcommand, ValueEnum};

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

/// How we know of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Known {
    Seen,
    Told,
}

/// Carries out a paper command.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn decide(command: &PaperCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let PaperCommand::Log { case, kind, printed, received, due, hearing, place, zone, known, consequence, note } =
        command;
    let case = case.one(app)?;
    let (Some(kind), Some(known)) = (kind, known) else {
        return Err(ask(app, &["paper", "log"], &[&case.code], &[("received", env.today.to_string())]));
    };
    let printed = printed.map(|day| day.on(env.today));
    let received = received.map(|day| day.on(env.today));
    if let (Some(printed), Some(received)) = (printed, received)
        && received < printed
    {
        return Err(Message::new("refused-received-before-printed").into());
    }
    let name = app.locale.t(&format!("paper-{}", kind.code()));
    let source = about(&name, printed, received, *known, app, env);
    let mut draft = Draft::new(app, env);
    let text = match note.as_deref().map(str::trim).filter(|note| !note.is_empty()) {
        Some(note) => format!("{source}: {note}"),
        None => source.clone(),
    };
    let event = Event { id: draft.ids.event(), case: case.id, at: env.now, kind: EventKind::Notice, text, act: None };
    draft.add(event);
    let basis = match kind {
        PaperKind::HearingNotice | PaperKind::Decision | PaperKind::Order => Basis::CourtOrder,
        _ => Basis::AgencyNotice,
    };
    let certainty = match known {
        Known::Seen => Certainty::Noticed,
        Known::Told => Certainty::Reported,
    };
    let blank = |draft: &mut Draft<'_>, due: Due, printed: Option<chrono::NaiveDate>| Deadline {
        id: draft.ids.deadline(),
        case: case.id,
        title: name.clone(),
        kind: DeadlineKind::File,
        consequence: consequence.unwrap_or_else(|| usual_consequence(*kind)),
        due,
        medium: Medium::Paper,
        source: Source { basis, rule: None, printed, note: source.clone() },
        certainty: certainty.clone(),
        state: DeadlineState::Open,
        steps: Vec::new(),
        snoozed_until: None,
        acted: None,
        accompany: false,
        notes: note.clone().unwrap_or_default(),
    };
    if let Some(due) = due.map(|day| day.on(env.today)) {
        let deadline = blank(&mut draft, Due::Day(due), Some(due));
        draft.tell(case.id, EventKind::Deadline, &deadline.title, Verb::AddedDeadline);
        draft.add(deadline);
    }
    if let Some(at) = hearing {
        let zone = zone.map_or(app.clinic.zone, |zone| zone.0);
        let due = appointment(*at, zone, place.as_deref().unwrap_or_default().trim())?;
        let mut deadline = blank(&mut draft, due, None);
        deadline.kind = DeadlineKind::Appear;
        deadline.medium = Medium::InPerson;
        draft.tell(case.id, EventKind::Deadline, &deadline.title, Verb::AddedDeadline);
        draft.add(deadline);
    }
    draft.finish(Act::one(Verb::LoggedPaper, name, &case.code))
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

/// "Hearing notice of Tue 3 Nov, received Fri 6 Nov, seen".
fn about(
    name: &str,
    printed: Option<chrono::NaiveDate>,
    received: Option<chrono::NaiveDate>,
    known: Known,
    app: &App,
    env: &Env,
) -> String {
    let mut text = name.to_owned();
    let day = |day| app.locale.day(day, env.today);
    if let Some(printed) = printed {
        text.push_str(&app.locale.tn("paper-of", &[("day", day(printed).as_str().into())]));
    }
    if let Some(received) = received {
        text.push_str(&app.locale.tn("paper-received", &[("day", day(received).as_str().into())]));
    }
    text.push_str(&app.locale.t(match known {
        Known::Seen => "paper-seen",
        Known::Told => "paper-told",
    }));
    text
}
