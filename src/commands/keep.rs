//! What is kept and what goes: legal holds, the clinic's period for closed cases, and erasing a case for good.

use super::draft::Draft;
use super::form::{ask, ask_edit};
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::case::Case;
use crate::core::change::{Act, Change, Verb};
use crate::core::erased::Erased;
use crate::core::event::EventKind;
use crate::core::hold::Hold;
use crate::core::retention::Retention;

/// What was given, unless it is blank.
fn said(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// Puts a case under a legal hold, or says another reason for it; its timeline tells so.
///
/// # Errors
/// The form that asks for reason and person; nothing differs.
pub fn hold(case: &Case, reason: Option<&str>, by: Option<&str>, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let before = app.world.hold(case.id);
    let (Some(reason), Some(by)) = (said(reason), said(by)) else {
        let known = before.map(|hold| vec![("reason", hold.reason.clone()), ("by", hold.by.clone())]);
        return Err(ask(app, &["case", "hold"], &[&case.code], &known.unwrap_or_default()));
    };
    let since = before.map_or(env.today, |hold| hold.since);
    let after = Hold { case: case.id, reason: reason.to_owned(), by: by.to_owned(), since };
    let mut draft = Draft::new(app, env);
    let differs = if let Some(before) = before {
        draft.edit(before, after)
    } else {
        draft.add(after);
        true
    };
    if differs {
        draft.tell(case.id, EventKind::Note, Verb::HeldCase, &case.code, &format!("{reason}; {by}"));
    }
    draft.finish(Act::one(Verb::HeldCase, &case.code, ""))
}

/// Lifts a legal hold; the timeline tells so.
///
/// # Errors
/// There is none; the form that asks for the reason.
pub fn release(case: &Case, reason: Option<&str>, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let Some(hold) = app.world.hold(case.id) else {
        return Err(Message::new("refused-not-held").with("case", &case.code).into());
    };
    let Some(reason) = said(reason) else {
        return Err(ask(app, &["case", "release"], &[&case.code], &[]));
    };
    let mut draft = Draft::new(app, env);
    draft.extend(vec![Change::remove(hold.clone())]);
    draft.tell(case.id, EventKind::Note, Verb::ReleasedCase, &case.code, reason);
    draft.finish(Act::one(Verb::ReleasedCase, &case.code, ""))
}

/// Erases a case for good. What the commit itself says names nobody: it stays.
///
/// # Errors
/// The case is held; the form that asks for the code name once more; another code name was typed.
pub fn erase(case: &Case, confirm: Option<&str>, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    if let Some(hold) = app.world.hold(case.id) {
        let message = Message::new("refused-held").with("case", &case.code).with("by", &hold.by);
        return Err(message.with("reason", &hold.reason).into());
    }
    let Some(confirm) = said(confirm) else {
        return Err(ask(app, &["case", "erase"], &[&case.code], &[]));
    };
    if confirm != case.code {
        return Err(Message::new("refused-erase-confirm").with("case", &case.code).into());
    }
    let mut draft = Draft::new(app, env);
    draft.add(Erased { case: case.id, on: env.today, numbers: app.world.counters() });
    draft.finish(Act::one(Verb::ErasedCase, "", ""))
}

/// Sets for how many years closed cases are kept; 0 for no period.
///
/// # Errors
/// The form with what is set; nothing differs.
pub fn keep_closed(years: Option<u16>, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let before = app.world.retention();
    let Some(years) = years else {
        let known = before.map(|before| vec![("years", before.closed_years.to_string())]);
        return Err(ask_edit(app, &["clinic", "keep-closed"], &[], &known.unwrap_or_default()));
    };
    let mut draft = Draft::new(app, env);
    let after = Retention { closed_years: years };
    match (before, years) {
        (Some(before), 0) => draft.extend(vec![Change::remove(before)]),
        (None, 0) => {}
        (Some(before), _) => drop(draft.edit(&before, after)),
        (None, _) => draft.add(after),
    }
    draft.finish(Act::one(Verb::SetRetention, "", ""))
}
