//! The A-number of a case: kept apart by consent, shown for a purpose, removed.

use super::args::Hidden;
use super::draft::Draft;
use super::form::{ask, needing};
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Number, Refusal};
use crate::core::a_number::{ANumber, Sealed};
use crate::core::case::Case;
use crate::core::change::{Act, Change, Verb};
use crate::core::event::EventKind;
use crate::core::lint;
use zeroize::Zeroizing;

/// The most characters of a purpose.
const PURPOSE: usize = 80;

fn said(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// Keeps the number, or another one in its place; the timeline tells of the consent.
///
/// # Errors
/// The form that asks for number and consent; it is no such number; nobody sits at a screen, so that it would have been
/// part of a line.
pub fn keep(
    case: &Case,
    number: Option<&Hidden>,
    consent: Option<&str>,
    app: &App,
    env: &Env,
) -> Result<Vec<Effect>, Refusal> {
    if !env.interactive {
        return Err(Message::new("refused-a-number-in-line").with("case", &case.code).into());
    }
    let (Some(number), Some(consent)) = (number, said(consent)) else {
        let asked = ask(app, &["case", "a-number"], &[&case.code], &[]);
        return Err(needing(asked, &["number", "consent"]));
    };
    let Some(number) = lint::a_number(&number.0).map(Zeroizing::new) else {
        return Err(Message::new("refused-a-number").into());
    };
    let after = ANumber { case: case.id, consent: consent.to_owned(), on: env.today, sealed: Sealed::default() };
    let mut draft = Draft::new(app, env);
    match app.world.a_number(case.id) {
        Some(before) => drop(draft.edit(before, after)),
        None => draft.add(after),
    }
    draft.tell(case.id, EventKind::Note, Verb::KeptANumber, &case.code, consent);
    let effects = draft.finish(Act::one(Verb::KeptANumber, &case.code, ""))?;
    let sealed = |effect| match effect {
        Effect::Commit(commit) => Effect::CommitNumber(commit, Number(number.clone())),
        other => other,
    };
    Ok(effects.into_iter().map(sealed).collect())
}

/// Keeps it no longer.
///
/// # Errors
/// There is none.
pub fn remove(case: &Case, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let number = there(case, app)?;
    let mut draft = Draft::new(app, env);
    draft.extend(vec![Change::remove(number.clone())]);
    draft.tell(case.id, EventKind::Note, Verb::RemovedANumber, &case.code, "");
    draft.finish(Act::one(Verb::RemovedANumber, &case.code, ""))
}

/// Shows it for a while.
///
/// # Errors
/// There is none; the form that asks what it is for.
pub fn reveal(case: &Case, purpose: Option<&str>, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    there(case, app)?;
    if !env.interactive {
        return Err(Message::new("refused-reveal-in-line").with("case", &case.code).into());
    }
    let Some(purpose) = said(purpose) else {
        return Err(ask(app, &["case", "reveal"], &[&case.code], &[]));
    };
    Ok(vec![Effect::Reveal(case.id, purpose.chars().take(PURPOSE).collect())])
}

fn there<'a>(case: &Case, app: &'a App) -> Result<&'a ANumber, Refusal> {
    app.world.a_number(case.id).ok_or_else(|| Message::new("refused-no-a-number").with("case", &case.code).into())
}
