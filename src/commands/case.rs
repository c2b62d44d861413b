//! `case …`: open, edit and close a case, and say what happens next in it.

use super::a_number;
use super::args::{CaseRef, DayArg, Hidden, code};
use super::draft::Draft;
use super::form::{ask, ask_edit, needing};
use super::keep;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::view::{Confirm, Overlay, ViewAct};
use crate::core::case::{
    Address, Case, CaseStatus, Interpreter, Need, NextAction, Representation, Representative, SafeContact, is_code_name,
};
use crate::core::change::{Act, Verb};
use crate::core::event::EventKind;
use crate::core::household::Household;
use crate::core::id::HouseholdId;
use clap::{Args, Subcommand};

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

/// Everything that may be known of a case; each field is optional.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct CaseFields {
    /// What the person came for, the primary need first
    #[arg(long, value_enum)]
    need: Vec<Need>,
    /// The name, if the person agreed to have it kept
    #[arg(long)]
    name: Option<String>,
    /// Language the person speaks
    #[arg(long)]
    language: Option<String>,
    /// How an interpreter has to be there
    #[arg(long, value_enum)]
    interpreter: Option<Interpreter>,
    /// Name of the representative; "none" when there is nobody
    #[arg(long)]
    representative: Option<String>,
    /// The representative's direct line
    #[arg(long)]
    rep_phone: Option<String>,
    /// Court or agency before which they appear
    #[arg(long)]
    rep_before: Option<String>,
    /// How to reach the person safely
    #[arg(long)]
    contact: Option<String>,
    /// Hours at which that is safe
    #[arg(long)]
    contact_hours: Option<String>,
    /// Whether a message may be left
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    leave_message: Option<bool>,
    /// Name to ask for
    #[arg(long)]
    name_to_use: Option<String>,
    /// Where mail reaches the person
    #[arg(long)]
    address: Option<String>,
    /// The address is kept apart from the household's
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    kept_apart: Option<bool>,
    /// Label of the household, such as H-03
    #[arg(long)]
    household: Option<String>,
    /// Who referred the person
    #[arg(long)]
    referred_by: Option<String>,
    /// What the clinic screened
    #[arg(long)]
    screened: Option<String>,
    /// Last arrival, where a rule counts from it
    #[arg(long, allow_hyphen_values = true)]
    arrived: Option<DayArg>,
    /// Anything else
    #[arg(long)]
    notes: Option<String>,
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

/// The case with the given fields put in.
fn apply(fields: &CaseFields, mut case: Case, draft: &mut Draft<'_>, app: &App, env: &Env) -> Result<Case, Refusal> {
    if !fields.need.is_empty() {
        case.needs.clear();
        for need in &fields.need {
            if !case.needs.contains(need) {
                case.needs.push(*need);
            }
        }
    }
    let text = |from: &Option<String>, to: &mut String| {
        if let Some(value) = from {
            value.trim().clone_into(to);
        }
    };
    text(&fields.name, &mut case.name);
    text(&fields.language, &mut case.language);
    text(&fields.referred_by, &mut case.referred_by);
    text(&fields.screened, &mut case.screened);
    text(&fields.notes, &mut case.notes);
    if let Some(interpreter) = fields.interpreter {
        case.interpreter = interpreter;
    }
    if let Some(arrived) = fields.arrived {
        let on = arrived.on(env.today);
        if on > env.today {
            return Err(Message::new("refused-arrival-ahead").with("day", on.to_string()).into());
        }
        case.arrived = Some(on);
    }
    case.representation = representation(fields, &case)?;
    case.safe_contact = safe_contact(fields, &case);
    case.address = address(fields, &case);
    if let Some(label) = &fields.household {
        case.household = household(label.trim(), draft, app);
    }
    Ok(case)
}

fn representation(fields: &CaseFields, case: &Case) -> Result<Representation, Refusal> {
    let mut known = match &case.representation {
        Representation::Named(person) => person.clone(),
        Representation::Unknown | Representation::Nobody => {
            Representative { name: String::new(), phone: String::new(), before: String::new() }
        }
    };
    match fields.representative.as_deref().map(str::trim) {
        Some("") => return Ok(Representation::Unknown),
        Some(none) if ["none", "nadie", "ninguno"].contains(&none.to_lowercase().as_str()) => {
            return Ok(Representation::Nobody);
        }
        Some(name) => name.clone_into(&mut known.name),
        None if fields.rep_phone.is_none() && fields.rep_before.is_none() => return Ok(case.representation.clone()),
        None if known.name.is_empty() => return Err(Message::new("refused-representative-name").into()),
        None => {}
    }
    if let Some(phone) = &fields.rep_phone {
        phone.trim().clone_into(&mut known.phone);
    }
    if let Some(before) = &fields.rep_before {
        before.trim().clone_into(&mut known.before);
    }
    Ok(Representation::Named(known))
}

fn safe_contact(fields: &CaseFields, case: &Case) -> Option<SafeContact> {
    let mut contact = case.safe_contact.clone().unwrap_or_default();
    let pairs = [
        (&fields.contact, &mut contact.channel),
        (&fields.contact_hours, &mut contact.hours),
        (&fields.name_to_use, &mut contact.name_to_use),
    ];
    for (from, to) in pairs {
        if let Some(value) = from {
            value.trim().clone_into(to);
        }
    }
    if let Some(may) = fields.leave_message {
        contact.leave_message = may;
    }
    (contact != SafeContact::default()).then_some(contact)
}

fn address(fields: &CaseFields, case: &Case) -> Option<Address> {
    let mut address = case.address.clone().unwrap_or(Address { text: String::new(), kept_apart: false });
    if let Some(text) = &fields.address {
        text.trim().clone_into(&mut address.text);
    }
    if let Some(apart) = fields.kept_apart {
        address.kept_apart = apart;
    }
    (!address.text.is_empty()).then_some(address)
}

/// The household of that label, made if there is none yet.
fn household(label: &str, draft: &mut Draft<'_>, app: &App) -> Option<HouseholdId> {
    if label.is_empty() {
        return None;
    }
    if let Some(known) = app.world.households().find(|known| known.label.eq_ignore_ascii_case(label)) {
        return Some(known.id);
    }
    let id = draft.ids.household();
    draft.add(Household { id, label: label.to_owned(), notes: String::new() });
    Some(id)
}

fn next_values(case: &Case) -> Vec<(&'static str, String)> {
    let Some(next) = &case.next_action else { return Vec::new() };
    vec![("what", next.what.clone()), ("owner", next.owner.clone()), ("on", next.on.to_string())]
}

/// What the edit form opens with.
fn values(case: &Case, app: &App) -> Vec<(&'static str, String)> {
    let needs: Vec<&str> = case.needs.iter().map(|need| code(*need)).collect();
    let contact = case.safe_contact.clone().unwrap_or_default();
    let (rep, phone, before) = match &case.representation {
        Representation::Unknown => (String::new(), String::new(), String::new()),
        Representation::Nobody => ("none".to_owned(), String::new(), String::new()),
        Representation::Named(person) => (person.name.clone(), person.phone.clone(), person.before.clone()),
    };
    let yes = |on: bool| if on { "yes".to_owned() } else { String::new() };
    let household = case.household.and_then(|id| app.world.household(id)).map(|household| household.label.clone());
    vec![
        ("code", case.code.clone()),
        ("need", needs.join("; ")),
        ("name", case.name.clone()),
        ("language", case.language.clone()),
        ("interpreter", code(case.interpreter).to_owned()),
        ("representative", rep),
        ("rep-phone", phone),
        ("rep-before", before),
        ("contact", contact.channel),
        ("contact-hours", contact.hours),
        ("leave-message", yes(contact.leave_message)),
        ("name-to-use", contact.name_to_use),
        ("address", case.address.as_ref().map(|address| address.text.clone()).unwrap_or_default()),
        ("kept-apart", yes(case.address.as_ref().is_some_and(|address| address.kept_apart))),
        ("household", household.unwrap_or_default()),
        ("referred-by", case.referred_by.clone()),
        ("screened", case.screened.clone()),
        ("arrived", case.arrived.map(|day| day.to_string()).unwrap_or_default()),
        ("notes", case.notes.clone()),
    ]
}
