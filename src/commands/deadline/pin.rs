//! `deadline pin`, `deadline push`, `deadline unpin`: rows moved by hand, with a reason and until a day.

use super::super::args::DeadlineRef;
use super::super::draft::{Draft, act};
use super::super::resolve::deadlines;
use super::ByHand;
use super::end::{live, missing, said};
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::change::Verb;
use crate::core::deadline::Deadline;
use crate::core::event::EventKind;
use crate::core::pin::{Pin, Way, is_guarded};

/// Moves rows up or down.
///
/// # Errors
/// Why one cannot be moved, or the form that asks for day and reason.
pub fn pin(way: Way, refs: &[DeadlineRef], by_hand: &ByHand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let (name, verb) = match way {
        Way::Up => ("pin", Verb::PinnedDeadline),
        Way::Down => ("push", Verb::PushedDeadline),
    };
    let found = deadlines(refs, app)?;
    found.iter().try_for_each(|deadline| movable(way, deadline, app))?;
    let (Some(until), Some(reason)) = (by_hand.until, said(by_hand.reason.as_ref())) else {
        return Err(missing(name, refs, app));
    };
    let until = until.on(env.today);
    if until <= env.today {
        return Err(Message::new("refused-pin-back").into());
    }
    let told = format!("→ {until}; {reason}");
    let set = |deadline: &Deadline| {
        let by = app.clinic.navigator.clone();
        Ok(Some(Pin { deadline: deadline.id, way, until, reason: reason.clone(), by }))
    };
    each(&found, verb, &told, app, env, set)
}

/// Puts rows back in the order of urgency.
///
/// # Errors
/// One was not moved.
pub fn unpin(refs: &[DeadlineRef], app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    each(&deadlines(refs, app)?, Verb::UnpinnedDeadline, "", app, env, |deadline| match app.world.pin(deadline.id) {
        Some(_) => Ok(None),
        None => Err(Message::new("refused-not-pinned").with("title", &deadline.title).into()),
    })
}

/// What leads the queue needs no pin, and must not be pushed out of sight.
fn movable(way: Way, deadline: &Deadline, app: &App) -> Result<(), Refusal> {
    live(deadline, app)?;
    if app.ranking.get(deadline.id).is_some_and(|row| is_guarded(&app.world, row)) {
        let key = match way {
            Way::Up => "refused-pin-leads",
            Way::Down => "refused-push-guarded",
        };
        return Err(Message::new(key).with("title", &deadline.title).into());
    }
    Ok(())
}

/// The pin of each deadline, set or taken away, told in each case's timeline, as one act.
fn each(
    found: &[&Deadline],
    verb: Verb,
    told: &str,
    app: &App,
    env: &Env,
    set: impl Fn(&Deadline) -> Result<Option<Pin>, Refusal>,
) -> Result<Vec<Effect>, Refusal> {
    let mut draft = Draft::new(app, env);
    let mut subjects = Vec::new();
    for deadline in found {
        let differs = match (app.world.pin(deadline.id), set(deadline)?) {
            (Some(before), Some(after)) => draft.edit(before, after),
            (Some(before), None) => {
                draft.extend(vec![crate::core::change::Change::remove(before.clone())]);
                true
            }
            (None, Some(after)) => {
                draft.add(after);
                true
            }
            (None, None) => false,
        };
        if differs {
            draft.tell(deadline.case, EventKind::Deadline, verb, &deadline.title, told);
            let code = app.world.case(deadline.case).map(|case| case.code.clone()).unwrap_or_default();
            subjects.push((deadline.title.clone(), code));
        }
    }
    draft.finish(act(verb, &subjects))
}
