//! `case …`: open, edit and close a case, and say what happens next in it.

mod fields;

pub use self::fields::CaseFields;

use self::fields::{apply, values};
use super::a_number;
use super::args::{CaseRef, DayArg, Hidden};
use super::draft::Draft;
use super::form::{ask, ask_edit, needing};
use super::keep;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::view::{Confirm, Overlay, ViewAct};
use crate::core::case::{Case, CaseStatus, NextAction, is_code_name};
use crate::core::change::{Act, Verb};
use crate::core::event::EventKind;
use clap::Subcommand;

/// Cases.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum CaseCommand {
    /// Open a case under a code name
    Add {
        /// Code name, such as R-014; no real name
        code: String,
        #[command(flatten)]
        fields: Box<CaseFields>,
    },
    /// Change what is known of a case
    Edit {
        case: CaseRef,
        /// Another code name
        #[arg(long)]
        code: Option<String>,
        #[command(flatten)]
        fields: Box<CaseFields>,
    },
    /// Say what happens next, who does it and when
    Next {
        case: CaseRef,
        /// What happens next
        #[arg(long)]
        what: Option<String>,
        /// Who does it
        #[arg(long)]
        owner: Option<String>,
        /// The day it is to happen
        #[arg(long, allow_hyphen_values = true)]
        on: Option<DayArg>,
    },
    /// Close a case
    Close {
        case: CaseRef,
        /// Why it is closed
        #[arg(long)]
        reason: Option<String>,
        /// No question asked
        #[arg(long, hide = true)]
        yes: bool,
    },
    /// Open a closed case again
    Reopen { case: CaseRef },
    /// Put a case under a legal hold: it cannot be erased until the hold is lifted
    Hold {
        case: CaseRef,
        /// Why it must be kept
        #[arg(long)]
        reason: Option<String>,
        /// Who asked for it
        #[arg(long)]
        by: Option<String>,
    },
    /// Lift the legal hold on a case
    Release {
        case: CaseRef,
        /// Why it is lifted
        #[arg(long)]
        reason: Option<String>,
    },
    /// Keep the A-number of a case apart, by recorded consent; it is listed and exported nowhere
    ANumber {
        case: CaseRef,
        /// The number: A and 8 or 9 digits; it is hidden while it is typed
        #[arg(long)]
        number: Option<Hidden>,
        /// How the person consented, such as: verbal, 3 Nov 2026, interpreter present
        #[arg(long)]
        consent: Option<String>,
    },
    /// No longer keep the A-number of a case
    RemoveANumber { case: CaseRef },
    /// Show the A-number of a case for some seconds; it is noted with what it was for
    Reveal {
        case: CaseRef,
        /// What it is needed for, such as: court hotline
        #[arg(long = "for")]
        purpose: Option<String>,
    },
    /// Erase a case for good, with everything that is kept of it
    Erase {
        case: CaseRef,
        /// Its code name once more. It cannot be taken back; copies and exports made before still have the case
        #[arg(long)]
        confirm: Option<String>,
    },
}

/// Carries out a case command.
///
/// # Errors
/// Why it cannot be.
pub fn decide(command: &CaseCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match command {
        CaseCommand::Add { code, fields } => add(code, fields, app, env),
        CaseCommand::Edit { case, code, fields } => edit(case, code.as_deref(), fields, app, env),
        CaseCommand::Next { case, what, owner, on } => {
            let case = case.one(app)?;
            let after =
                Case { next_action: next(case, what.as_deref(), owner.as_deref(), *on, app, env)?, ..case.clone() };
            let mut draft = Draft::new(app, env);
            draft.edit(case, after);
            draft.finish(Act::one(Verb::EditedCase, &case.code, ""))
        }
        CaseCommand::Close { case, reason, yes } => {
            let case = case.one(app)?;
            let Some(reason) = reason.as_ref().filter(|reason| !reason.trim().is_empty()) else {
                return Err(ask(app, &["case", "close"], &[&case.code], &[]));
            };
            if !case.is_open() {
                return Err(Message::new("refused-case-closed").with("case", &case.code).into());
            }
            let open: Vec<&str> = app
                .world
                .deadlines_of(case.id)
                .filter(|deadline| deadline.is_live())
                .map(|deadline| deadline.title.as_str())
                .collect();
            if env.interactive && !yes && !open.is_empty() {
                return Ok(still_open(case, reason, &open));
            }
            let status = CaseStatus::Closed { on: env.today, reason: reason.trim().to_owned() };
            turn(case, status, Verb::ClosedCase, app, env)
        }
        CaseCommand::Hold { case, reason, by } => {
            keep::hold(case.one(app)?, reason.as_deref(), by.as_deref(), app, env)
        }
        CaseCommand::ANumber { case, number, consent } => {
            a_number::keep(case.one(app)?, number.as_ref(), consent.as_deref(), app, env)
        }
        CaseCommand::RemoveANumber { case } => a_number::remove(case.one(app)?, app, env),
        CaseCommand::Reveal { case, purpose } => a_number::reveal(case.one(app)?, purpose.as_deref(), app, env),
        CaseCommand::Release { case, reason } => keep::release(case.one(app)?, reason.as_deref(), app, env),
        CaseCommand::Erase { case, confirm } => keep::erase(case.one(app)?, confirm.as_deref(), app, env),
        CaseCommand::Reopen { case } => turn(case.one(app)?, CaseStatus::Open, Verb::ReopenedCase, app, env),
    }
}

/// Asks before a case is closed over deadlines that stand open; they stay in the queue either way.
fn still_open(case: &Case, reason: &str, open: &[&str]) -> Vec<Effect> {
    let question = Message::new("confirm-close").with("case", &case.code).with("list", open.join("; "));
    let words = ["case", "close", &case.code, &format!("--reason={reason}"), "--yes"];
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    vec![Effect::View(ViewAct::Open(Overlay::Confirm(Confirm { question, words })))]
}

/// The next action with what is said put in; none once there is nothing to do.
fn next(
    case: &Case,
    what: Option<&str>,
    owner: Option<&str>,
    on: Option<DayArg>,
    app: &App,
    env: &Env,
) -> Result<Option<NextAction>, Refusal> {
    let old = case.next_action.as_ref();
    let asked = || ask_edit(app, &["case", "next"], &[&case.code], &next_values(case));
    if what.is_none() && owner.is_none() && on.is_none() {
        return Err(asked());
    }
    let what = what.or(old.map(|old| old.what.as_str())).map(str::trim);
    if what.is_some_and(str::is_empty) {
        return Ok(None);
    }
    let on = on.map(|on| on.on(env.today)).or(old.map(|old| old.on));
    let (Some(what), Some(on)) = (what, on) else {
        return Err(needing(asked(), &["what", "on"]));
    };
    let owner = owner.or(old.map(|old| old.owner.as_str())).unwrap_or_default();
    Ok(Some(NextAction { what: what.to_owned(), owner: owner.trim().to_owned(), on }))
}

/// Closes or opens a case and tells its timeline.
fn turn(case: &Case, status: CaseStatus, verb: Verb, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let mut draft = Draft::new(app, env);
    let reason = match &status {
        CaseStatus::Closed { reason, .. } => reason.clone(),
        CaseStatus::Open => String::new(),
    };
    if draft.edit(case, Case { status, ..case.clone() }) {
        draft.tell(case.id, EventKind::Note, verb, &case.code, &reason);
    }
    draft.finish(Act::one(verb, &case.code, ""))
}

fn add(code: &str, fields: &CaseFields, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let code = free_code(code, app)?;
    let Some(need) = fields.need.first() else {
        return Err(ask(app, &["case", "add"], &[&code], &[]));
    };
    let mut draft = Draft::new(app, env);
    let blank = Case::new(draft.ids.case(), code.clone(), *need, env.today);
    let case = apply(fields, blank, &mut draft, app, env)?;
    draft.add(case);
    draft.finish(Act::one(Verb::AddedCase, code, ""))
}

fn edit(case: &CaseRef, code: Option<&str>, fields: &CaseFields, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let case = case.one(app)?;
    if code.is_none() && *fields == CaseFields::default() {
        return Err(ask_edit(app, &["case", "edit"], &[&case.code], &values(case, app)));
    }
    let mut after = case.clone();
    if let Some(code) = code.filter(|code| !code.eq_ignore_ascii_case(&case.code)) {
        after.code = free_code(code, app)?;
    }
    let mut draft = Draft::new(app, env);
    let after = apply(fields, after, &mut draft, app, env)?;
    let code = after.code.clone();
    draft.edit(case, after);
    draft.finish(Act::one(Verb::EditedCase, code, ""))
}

fn free_code(code: &str, app: &App) -> Result<String, Refusal> {
    let code = code.trim();
    if !is_code_name(code) {
        return Err(Message::new("refused-bad-code").with("code", code).into());
    }
    if let Some(known) = app.world.case_by_code(code) {
        return Err(Message::new("refused-code-taken").with("code", &known.code).into());
    }
    Ok(code.to_owned())
}

fn next_values(case: &Case) -> Vec<(&'static str, String)> {
    let Some(next) = &case.next_action else { return Vec::new() };
    vec![("what", next.what.clone()), ("owner", next.owner.clone()), ("on", next.on.to_string())]
}
