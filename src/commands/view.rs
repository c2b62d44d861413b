//! Commands that change what is looked at and nothing else.

use super::args::{CaseRef, DayArg};
use super::palette;
use crate::app::App;
use crate::app::list::Step;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::timeline::TimelineAct;
use crate::app::view::{Overlay, Page, ViewAct};
use crate::core::event::EventKind;
use crate::core::id::RecordId;
use crate::locale::Lang;
use crate::panes::{PaneId, caseload};
use clap::{Subcommand, ValueEnum};

/// A pane by the name it has in commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaneName {
    Caseload,
    Deadlines,
    Partners,
    Timeline,
}

/// Panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum PaneCommand {
    /// Go to a pane
    Focus {
        #[arg(value_enum)]
        pane: PaneName,
    },
    /// Go to the next pane
    Next,
    /// Go to the previous pane
    Prev,
}

/// Marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum MarkCommand {
    /// Mark this row, or take its mark away
    Toggle,
    /// Mark from here to wherever the cursor goes
    Range,
    /// Take every mark away
    Clear,
}

/// What a timeline shows.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum TimelineCommand {
    /// Open a case's timeline
    Open { case: CaseRef },
    /// Newest first or oldest first
    Flip,
    /// Show only some kinds of events; without a kind, the next one in turn
    Filter {
        #[arg(value_enum)]
        kinds: Vec<EventKind>,
        /// Every kind again
        #[arg(long)]
        all: bool,
    },
    /// Go to a day
    Jump {
        #[arg(allow_hyphen_values = true)]
        day: DayArg,
    },
}

/// How far the cursor goes: rows, `first`, `last`, `page`, `-page`, `halfpage`, `-halfpage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepArg(pub Step);

impl std::str::FromStr for StepArg {
    type Err = super::args::Expected;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(match text {
            "first" => Step::First,
            "last" => Step::Last,
            "page" | "+page" => Step::Pages(1),
            "-page" => Step::Pages(-1),
            "halfpage" | "+halfpage" => Step::Halves(1),
            "-halfpage" => Step::Halves(-1),
            rows => Step::By(rows.parse().map_err(|_| super::args::Expected("step"))?),
        }))
    }
}

fn look(act: ViewAct) -> Vec<Effect> {
    vec![Effect::View(act)]
}

/// Carries out a pane command.
///
/// # Errors
/// No timeline can be opened.
pub fn pane(command: PaneCommand, app: &App) -> Result<Vec<Effect>, Refusal> {
    Ok(look(match command {
        PaneCommand::Next => ViewAct::Cycle(1),
        PaneCommand::Prev => ViewAct::Cycle(-1),
        PaneCommand::Focus { pane: PaneName::Caseload } => ViewAct::Focus(PaneId::Caseload),
        PaneCommand::Focus { pane: PaneName::Deadlines } => ViewAct::Focus(PaneId::Deadlines),
        PaneCommand::Focus { pane: PaneName::Partners } => ViewAct::Focus(PaneId::Partners),
        PaneCommand::Focus { pane: PaneName::Timeline } => {
            return timeline(&TimelineCommand::Open { case: CaseRef("@".to_owned()) }, app, None);
        }
    }))
}

/// Carries out a mark command.
pub fn mark(command: MarkCommand) -> Vec<Effect> {
    look(match command {
        MarkCommand::Toggle => ViewAct::MarkToggle,
        MarkCommand::Range => ViewAct::MarkRange,
        MarkCommand::Clear => ViewAct::MarkClear,
    })
}

/// Carries out a timeline command.
///
/// # Errors
/// No such case, or no timeline is open.
pub fn timeline(command: &TimelineCommand, app: &App, env: Option<&Env>) -> Result<Vec<Effect>, Refusal> {
    if let TimelineCommand::Open { case } = command {
        let case = case.one(app)?.id;
        return Ok(vec![Effect::View(ViewAct::OpenTimeline(case)), Effect::ReadTimeline(case)]);
    }
    let Some(open) = app.view.timeline.as_ref() else { return Err(Message::new("refused-no-timeline").into()) };
    let act = match command {
        TimelineCommand::Open { .. } | TimelineCommand::Flip => TimelineAct::Flip,
        TimelineCommand::Filter { all: true, .. } => TimelineAct::Kinds([].into()),
        TimelineCommand::Filter { kinds, all: false } if kinds.is_empty() => TimelineAct::Kinds(next_kind(open)),
        TimelineCommand::Filter { kinds, all: false } => TimelineAct::Kinds(kinds.iter().copied().collect()),
        TimelineCommand::Jump { day } => TimelineAct::Jump(day.on(env.map_or(app.moment.today, |env| env.today))),
    };
    Ok(look(ViewAct::Timeline(act)))
}

/// The kinds that occur, one after the other, and then all.
fn next_kind(open: &crate::app::timeline::TimelineView) -> std::collections::BTreeSet<EventKind> {
    let there: std::collections::BTreeSet<EventKind> = open.events.iter().map(|event| event.kind).collect();
    let next = match open.kinds.iter().next_back() {
        None => there.iter().next(),
        Some(current) => there.iter().find(|kind| *kind > current),
    };
    next.copied().into_iter().collect()
}

/// Opens what is selected: a case's timeline from any pane, or a record in full.
///
/// # Errors
/// Nothing is selected.
pub fn open(app: &App) -> Result<Vec<Effect>, Refusal> {
    let case = CaseRef("@".to_owned());
    if app.view.timeline.is_some() || app.view.focus == PaneId::Partners {
        return details(app);
    }
    timeline(&TimelineCommand::Open { case }, app, None)
}

/// Shows the selected record in full.
///
/// # Errors
/// Nothing is selected.
pub fn details(app: &App) -> Result<Vec<Effect>, Refusal> {
    let selected = match &app.view.timeline {
        Some(timeline) => Some(RecordId::Case(timeline.case)),
        None => app.view.pane(app.view.focus).selected(),
    };
    let id = selected.ok_or_else(|| Refusal::from(Message::new("refused-nothing-selected")))?;
    Ok(look(ViewAct::Open(Overlay::Page { page: Page::Details(id), scroll: 0 })))
}

/// Shows why a deadline stands where it does; for a case, its most urgent one.
///
/// # Errors
/// No live deadline is selected.
pub fn why(app: &App) -> Result<Vec<Effect>, Refusal> {
    let of_case = |case| caseload::next(&app.ctx(), case).map(|row| row.id);
    let selected = match &app.view.timeline {
        Some(timeline) => of_case(timeline.case),
        None => match app.view.pane(app.view.focus).selected() {
            Some(RecordId::Deadline(id)) => Some(id),
            Some(RecordId::Case(id)) => of_case(id),
            _ => None,
        },
    };
    let id = selected.ok_or_else(|| Refusal::from(Message::new("refused-select-deadline")))?;
    Ok(look(ViewAct::Open(Overlay::Page { page: Page::Why(id), scroll: 0 })))
}

/// Shows the names of the selected row alone while names are hidden, until the next key.
///
/// # Errors
/// Names are not hidden, or no case is selected.
pub fn peek(app: &App) -> Result<Vec<Effect>, Refusal> {
    if !app.view.blur {
        return Err(Message::new("refused-names-shown").into());
    }
    let selected = match &app.view.timeline {
        Some(timeline) => Some(timeline.case),
        None => app.view.pane(app.view.focus).selected().and_then(|id| super::resolve::case_of(app, id)),
    };
    let case = selected.ok_or_else(|| Refusal::from(Message::new("refused-select-case")))?;
    Ok(look(ViewAct::Peek(Some(case))))
}

/// Opens the finder over every case, deadline and partner.
pub fn find(app: &App) -> Vec<Effect> {
    look(ViewAct::Open(Overlay::Picker(Box::new(palette::finder(app)))))
}

/// Opens the list of every command.
pub fn palette(app: &App) -> Vec<Effect> {
    look(ViewAct::Open(Overlay::Picker(Box::new(palette::commands(app)))))
}

/// Opens a page.
pub fn page(page: Page) -> Vec<Effect> {
    look(ViewAct::Open(Overlay::Page { page, scroll: 0 }))
}

/// Speaks the named language, or the other one.
///
/// # Errors
/// A language that rumbo does not speak.
pub fn lang(name: Option<&str>, app: &App) -> Result<Vec<Effect>, Refusal> {
    let lang = match name {
        Some(code) => Lang::from_code(code).ok_or_else(|| Message::new("refused-language").with("lang", code))?,
        None => match app.locale.lang() {
            Lang::En => Lang::Es,
            Lang::Es => Lang::En,
        },
    };
    Ok(look(ViewAct::Speak(lang)))
}
