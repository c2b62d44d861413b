//! Undo and redo: each appends the inverse of an earlier commit, once every record is still as that commit left it.

use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::view::{Confirm, Overlay, ViewAct};
use crate::core::change::{Commit, Seq};
use crate::core::history::Barrier;

/// Takes the last act back.
///
/// # Errors
/// Nothing to take back, a case was erased since, or a record was changed since.
pub fn undo(past_erased: bool, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    if let Some(barrier) = app.history.behind().filter(|_| !past_erased) {
        // Whoever presses it right after what is never taken back means just that.
        let [nothing, refused, confirm] = match barrier {
            Barrier::Erased => ["refused-undo-erased", "refused-undo-past-erased", "confirm-undo-past-erased"],
            Barrier::NumberRemoved => ["refused-undo-number", "refused-undo-past-number", "confirm-undo-past-number"],
        };
        let Some((_, commit)) = app.history.undo() else { return Err(Message::new(nothing).into()) };
        let question = |key| Message::new(key).with("act", app.locale.act(&commit.act));
        if !env.interactive {
            return Err(question(refused).into());
        }
        let (question, words) = (question(confirm), vec!["undo".into(), "--past-erased".into()]);
        return Ok(vec![Effect::View(ViewAct::Open(Overlay::Confirm(Confirm { question, words })))]);
    }
    revert(app, env, app.history.undo(), "refused-nothing-to-undo")
}

/// Does again what was taken back last.
///
/// # Errors
/// Nothing was taken back, or a record was changed since.
pub fn redo(app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    revert(app, env, app.history.redo(), "refused-nothing-to-redo")
}

fn revert(app: &App, env: &Env, target: Option<(Seq, &Commit)>, none: &'static str) -> Result<Vec<Effect>, Refusal> {
    let Some((seq, commit)) = target else { return Err(Message::new(none).into()) };
    let inverse = commit.inverse(seq, env.now, app.clinic.navigator.clone());
    if let Err(stale) = app.world.expects(&inverse) {
        let what = app.locale.done(&commit.act);
        return Err(Message::new("refused-changed-since").with("what", what).with("id", stale.0.to_string()).into());
    }
    Ok(vec![Effect::Commit(inverse)])
}
