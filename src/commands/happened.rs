//! `happened …`: decisions, notices, arrivals and whatever else dates follow from.

use super::args::{CaseRef, DayArg, HappeningRef, code};
use super::deadline::{counted, recounted};
use super::draft::{Draft, act};
use super::form::ask;
use super::offers;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::view::{Confirm, Overlay, ViewAct};
use crate::core::change::{Act, Verb};
use crate::core::deadline::Deadline;
use crate::core::event::EventKind;
use crate::core::happening::{Happening, Known, Reviewed};
use crate::core::offer;
use crate::core::rules::Happened;
use chrono::NaiveDate;
use clap::Subcommand;

/// What happened, and what follows from it.
#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum HappenedCommand {
    /// Log what sets dates: a decision, a notice, an arrival, or what somebody has to look at
    Log {
        case: CaseRef,
        /// What happened
        #[arg(value_enum)]
        what: Option<Happened>,
        /// The day that is counted from: of the decision, printed on the notice, of the hearing
        #[arg(long, allow_hyphen_values = true)]
        on: Option<DayArg>,
        /// It came by mail
        #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
        mailed: Option<bool>,
        /// Whether the paper itself was seen, or somebody told of it
        #[arg(long, value_enum)]
        known: Option<Known>,
        /// Anything else worth knowing of it
        #[arg(long)]
        note: Option<String>,
    },
    /// Show what may follow from it
    Offers { happening: HappeningRef },
    /// Take the deadlines that follow: the named rules, or all that can be counted
    Take {
        happening: HappeningRef,
        /// Rules such as bia-appeal-30
        rules: Vec<String>,
    },
    /// Move the day it is counted from, and all that is counted from it
    Move {
        happening: HappeningRef,
        /// The right day
        #[arg(long, allow_hyphen_values = true)]
        to: Option<DayArg>,
        /// No question asked
        #[arg(long, hide = true)]
        yes: bool,
    },
    /// Say that the representative or a colleague looked at it
    Review {
        happening: HappeningRef,
        /// Who looked at it
        #[arg(long)]
        by: Option<String>,
    },
}

/// Carries out a command about what happened.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn decide(command: &HappenedCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match command {
        HappenedCommand::Log { case, what, on, mailed, known, note } => {
            let case = case.one(app)?;
            let Some(what) = *what else {
                let proposed = [("on", env.today.to_string()), ("known", code(Known::Told).to_owned())];
                return Err(ask(app, &["happened", "log"], &[&case.code], &proposed));
            };
            behind(what, on.map(|day| day.on(env.today)), env)?;
            let mut draft = Draft::new(app, env);
            let happening = Happening {
                id: draft.ids.happening(),
                case: case.id,
                what,
                on: on.map(|day| day.on(env.today)),
                known: known.unwrap_or(Known::Told),
                mailed: mailed.unwrap_or(false),
                note: note.as_deref().unwrap_or_default().trim().to_owned(),
                logged: env.today,
                reviewed: None,
            };
            let name = app.locale.happened(what);
            draft.tell(case.id, event_kind(what), Verb::LoggedHappening, &name, &told(&happening, app));
            let offered = offers::after(&happening, None, app);
            draft.add(happening);
            let done = draft.finish(Act::one(Verb::LoggedHappening, name, &case.code))?;
            Ok(offered.into_iter().chain(done).collect())
        }
        HappenedCommand::Offers { happening } => {
            let happening = happening.one(app)?;
            let picker = offers::picker(happening, app)
                .ok_or_else(|| Refusal::from(Message::new("refused-no-offers").with("id", happening.id.to_string())))?;
            Ok(vec![Effect::View(ViewAct::Open(Overlay::Picker(Box::new(picker))))])
        }
        HappenedCommand::Take { happening, rules } => take(happening.one(app)?, rules, app, env),
        HappenedCommand::Move { happening, to, yes } => {
            let before = happening.one(app)?;
            let Some(to) = to else {
                let on = before.on.map(|on| on.to_string()).unwrap_or_default();
                return Err(ask(app, &["happened", "move"], &[&before.id.to_string()], &[("to", on)]));
            };
            shift(before, *to, *yes, app, env)
        }
        HappenedCommand::Review { happening, by } => {
            let before = happening.one(app)?;
            let Some(by) = by.as_deref().map(str::trim).filter(|by| !by.is_empty()) else {
                return Err(ask(app, &["happened", "review"], &[&before.id.to_string()], &[]));
            };
            let reviewed = Some(Reviewed { by: by.to_owned(), on: env.today });
            let mut draft = Draft::new(app, env);
            let name = app.locale.happened(before.what);
            if draft.edit(before, Happening { reviewed, ..before.clone() }) {
                draft.tell(before.case, event_kind(before.what), Verb::ReviewedHappening, &name, by);
            }
            draft.finish(Act::one(Verb::ReviewedHappening, name, case_code(before, app)))
        }
    }
}

/// What happened lies behind us, but for what is known ahead: a hearing, a card's last day, a birthday.
fn behind(what: Happened, on: Option<NaiveDate>, env: &Env) -> Result<(), Refusal> {
    match on {
        Some(on) if on > env.today && !what.may_lie_ahead() => Err(Message::new("refused-event-ahead").into()),
        _ => Ok(()),
    }
}

fn case_code(happening: &Happening, app: &App) -> String {
    app.world.case(happening.case).map(|case| case.code.clone()).unwrap_or_default()
}

/// Under which kind it stands in the timeline.
pub fn event_kind(what: Happened) -> EventKind {
    match what {
        Happened::HearingSet | Happened::DecisionStated | Happened::MotionToDismiss => EventKind::Hearing,
        Happened::NoticeMailed
        | Happened::NoticeReceived
        | Happened::OrderEntered
        | Happened::NoticeToAppear
        | Happened::FilingReceived
        | Happened::Referred
        | Happened::MailReturned => EventKind::Notice,
        Happened::CardExpiry | Happened::AsylumFiled | Happened::AppealFiled | Happened::ResidenceGranted => {
            EventKind::Document
        }
        Happened::Arrival
        | Happened::AddressChanged
        | Happened::Detained
        | Happened::ChildFourteen
        | Happened::ProceedingsEnded
        | Happened::NoCard => EventKind::Note,
    }
}

/// The day and the rest in plain words, kept for years.
fn told(happening: &Happening, app: &App) -> String {
    let day = happening.on.map(|on| app.locale.day_year(on)).unwrap_or_default();
    let known = app.locale.t(match happening.known {
        Known::Seen => "happened-seen",
        Known::Told => "happened-told",
    });
    let mailed = if happening.mailed { app.locale.t("happened-by-mail") } else { String::new() };
    [day, mailed, known, happening.note.clone()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn take(happening: &Happening, rules: &[String], app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let id = happening.id.to_string();
    let Some(on) = happening.on else {
        return Err(Message::new("refused-no-day-yet").with("id", id).into());
    };
    let offered = offer::offers(&app.world, &app.rules, happening, env.today);
    let wanted: Vec<&str> = if rules.is_empty() {
        offered.iter().filter(|offer| offer.day.is_some() && !offer.past).map(|offer| offer.rule.id.as_str()).collect()
    } else {
        rules.iter().map(String::as_str).collect()
    };
    if wanted.is_empty() {
        return Err(Message::new("refused-no-offers").with("id", id).into());
    }
    let case =
        app.world.case(happening.case).ok_or_else(|| Refusal::from(Message::new("refused-nothing-to-change")))?;
    let mut draft = Draft::new(app, env);
    let mut subjects = Vec::new();
    for rule in wanted {
        if !offered.iter().any(|offer| offer.rule.id == rule) {
            return Err(Message::new("refused-not-offered").with("id", &id).with("rule", rule).into());
        }
        let deadline = counted(case, rule, on, happening.mailed, &mut draft, app, env)?;
        let due = super::deadline::plainly(&deadline.due);
        draft.tell(case.id, EventKind::Deadline, Verb::AddedDeadline, &deadline.title, &due);
        subjects.push((deadline.title.clone(), case.code.clone()));
        draft.add(deadline);
    }
    draft.finish(act(Verb::TookDeadlines, &subjects))
}

/// Shows what would move, then moves it: the day, and every live deadline that is counted from it, in one act.
fn shift(before: &Happening, to: DayArg, yes: bool, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let to = to.on(env.today);
    behind(before.what, Some(to), env)?;
    let moved = match before.on {
        Some(from) => recounting(before, from, to, app, env)?,
        None => Vec::new(),
    };
    if env.interactive && !yes && !moved.is_empty() {
        let list: Vec<String> = moved
            .iter()
            .map(|(old, new)| format!("{}: {}", old.title, super::deadline::moved(&old.due, &new.due)))
            .collect();
        let question = Message::new("confirm-move")
            .with("what", app.locale.happened(before.what))
            .with("day", app.locale.day_year(to))
            .with("list", list.join("; "));
        let words = ["happened", "move", &before.id.to_string(), &format!("--to={to}"), "--yes"];
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        return Ok(vec![Effect::View(ViewAct::Open(Overlay::Confirm(Confirm { question, words })))]);
    }
    let mut draft = Draft::new(app, env);
    let name = app.locale.happened(before.what);
    if draft.edit(before, Happening { on: Some(to), ..before.clone() }) {
        let from = before.on.map(|on| on.to_string()).unwrap_or_default();
        draft.tell(before.case, event_kind(before.what), Verb::MovedHappening, &name, &format!("{from} -> {to}"));
    }
    for (old, new) in moved {
        let dates = super::deadline::moved(&old.due, &new.due);
        if draft.edit(old, new) {
            draft.tell(old.case, EventKind::Deadline, Verb::EditedDeadline, &old.title, &dates);
        }
    }
    draft.finish(Act::one(Verb::MovedHappening, name, case_code(before, app)))
}

/// Each dependent deadline as it is and as it would be.
fn recounting<'a>(
    happening: &Happening,
    from: NaiveDate,
    to: NaiveDate,
    app: &'a App,
    env: &Env,
) -> Result<Vec<(&'a Deadline, Deadline)>, Refusal> {
    let dependents = offer::dependents(&app.world, &app.rules, happening.case, happening.what.triggers(), from);
    dependents.into_iter().map(|old| Ok((old, recounted(old, to, app, env)?))).collect()
}
