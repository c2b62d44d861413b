//! A commit in the making: identities, changes, and the events that tell of them.

use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::change::{Act, Change, Commit, Verb};
use crate::core::event::{Event, EventKind};
use crate::core::id::{CaseId, Counters};
use crate::core::record::Record;

/// Collects the changes of one human act.
pub struct Draft<'a> {
    app: &'a App,
    env: &'a Env,
    pub ids: Counters,
    changes: Vec<Change>,
}

impl<'a> Draft<'a> {
    /// An act with nothing in it yet.
    pub fn new(app: &'a App, env: &'a Env) -> Self {
        Self { app, env, ids: app.world.counters(), changes: Vec::new() }
    }

    /// Adds a record.
    pub fn add(&mut self, record: impl Into<Record>) {
        self.changes.push(Change::add(record));
    }

    /// Changes a record; nothing is noted when both are the same.
    pub fn edit<T: Into<Record> + Clone>(&mut self, before: &T, after: T) -> bool {
        let change = Change::edit(before.clone(), after);
        let differs = change.is_some();
        self.changes.extend(change);
        differs
    }

    /// Takes changes made elsewhere.
    pub fn extend(&mut self, changes: Vec<Change>) {
        self.changes.extend(changes);
    }

    /// Tells the case's timeline what was done to `what`, a deadline, a request or the case itself, with the details.
    pub fn tell(&mut self, case: CaseId, kind: EventKind, act: Verb, what: &str, details: &str) {
        let text = if details.is_empty() { what.to_owned() } else { format!("{what}\n{details}") };
        let event = Event { id: self.ids.event(), case, at: self.env.now, kind, text, act: Some(act) };
        self.add(event);
    }

    /// The act as a commit.
    ///
    /// # Errors
    /// Nothing differs from what is there already.
    pub fn finish(self, act: Act) -> Result<Vec<Effect>, Refusal> {
        if self.changes.is_empty() {
            return Err(Message::new("refused-nothing-to-change").into());
        }
        let by = self.app.clinic.navigator.clone();
        Ok(vec![Effect::Commit(Commit { at: self.env.now, by, act, changes: self.changes, undoes: None, lost: false })])
    }
}

/// The act's subject: the one title, or the count alone for several.
pub fn act(verb: Verb, subjects: &[(String, String)]) -> Act {
    match subjects {
        [(what, case)] => Act::one(verb, what, case),
        many => {
            Act { verb, what: String::new(), case: String::new(), count: u32::try_from(many.len()).unwrap_or(u32::MAX) }
        }
    }
}
