//! Backups around a session: the day's first when the vault is opened, beside the loop; one at the end; and the reminder
//! that none has left the machine for long.

use super::input::Input;
use crate::app::App;
use crate::app::msg::{Env, Fact, Message};
use crate::error::message;
use crate::store;
use crate::store::vault::{Aside, Vault};
use std::sync::mpsc::Sender;

/// Begins with a vault that was just opened: what to remind of, if anything. Nobody invented is reminded.
pub fn begin(vault: &Vault, app: &App, env: Env, tell: &Sender<Input>) -> Option<Message> {
    if app.clinic.demo {
        return None;
    }
    let aside = vault.aside();
    let overdue = aside.overdue(env.today, app.clinic.zone).ok().flatten();
    let tell = tell.clone();
    // On a thread of its own: no key waits for it. When the program ends first, the next opening makes it.
    std::thread::spawn(move || {
        if let Some(Err(error)) = aside.backup_if_due(env.now, env.today, false) {
            drop(tell.send(Input::Fact(Fact::Failed(failed(&error)))));
        }
    });
    overdue.map(|days| match days {
        Some(days) => Message::new("copy-long-away").with("days", days.to_string()),
        None => Message::new("copy-never-away"),
    })
}

/// Makes the backup of a session that has ended, once its vault is closed.
///
/// # Errors
/// What could not be read or written; nothing of the vault is touched by it.
pub fn end(aside: &Aside, env: Env) -> Result<(), store::Error> {
    aside.backup_if_due(env.now, env.today, true).map_or(Ok(()), |made| made.map(drop))
}

/// What is said of a backup that was not made.
pub fn failed(error: &store::Error) -> Message {
    Message::new("copy-failed").with_said("why", message(error))
}
