//! From a key press to a command line.

use std::sync::Arc;

use crossterm::event::KeyEvent;

use super::Keymap;
use super::chord::{Chord, spell};
use super::context::Context;

/// A count never grows beyond this, however many digits are typed.
const MOST: u32 = 9_999;

/// The command line that works even in the middle of a sequence: there is no time for Esc first when somebody walks in.
pub(super) const LOCK: &str = "lock";

/// A sequence that has begun, or a count that has been typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pending {
    context: Option<Context>,
    chords: Vec<Chord>,
    count: Option<u32>,
}

impl Pending {
    /// Whether nothing has begun.
    pub fn is_empty(&self) -> bool {
        self.chords.is_empty() && self.count.is_none()
    }

    /// What has been typed so far, such as `12 g`.
    pub fn typed(&self) -> String {
        let count = self.count.map(|count| count.to_string());
        let chords = Some(spell(&self.chords)).filter(|text| !text.is_empty());
        count.into_iter().chain(chords).collect::<Vec<_>>().join(" ")
    }
}

/// One way to go on: the chords still to press, and the command line they run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continuation {
    pub keys: String,
    pub line: Arc<str>,
}

/// What a key press came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// Run this command line, that many times or to that row if a count was typed.
    Run(Arc<str>, Option<u32>),
    /// A sequence has begun; these would end it. Empty after a digit of a count.
    Pending(Vec<Continuation>),
    /// A character to type.
    Text(char),
    /// No binding. Where text is typed, the key may still mean something to the text field (backspace, arrows).
    Nothing,
    /// What had begun is dropped.
    Cancelled,
}

impl Keymap {
    /// Returns what a key means in a context, and keeps what has begun in `pending`.
    ///
    /// Nothing is parsed and nothing waits for a clock: a sequence either runs, goes on, or ends.
    pub fn press(&self, pending: &mut Pending, context: Context, event: KeyEvent) -> Pressed {
        let Some(chord) = Chord::from_event(event) else { return Pressed::Nothing };
        if pending.context.replace(context) != Some(context) {
            pending.chords.clear();
            pending.count = None;
        }
        if self.counts && context.is_pane() && pending.add_digit(chord) {
            return Pressed::Pending(Vec::new());
        }
        let had_begun = !pending.is_empty();
        if chord.is_escape() && had_begun && pending.chords.is_empty() {
            pending.count = None;
            return Pressed::Cancelled;
        }
        pending.chords.push(chord);
        let table = self.table(context);
        if let Some(line) = table.line(&pending.chords) {
            pending.chords.clear();
            return Pressed::Run(Arc::clone(line), pending.count.take());
        }
        let next = self.continuations(context, &pending.chords);
        if !next.is_empty() {
            return Pressed::Pending(next);
        }
        pending.chords.clear();
        pending.count = None;
        match table.line(&[chord]) {
            Some(lock) if **lock == *LOCK => Pressed::Run(Arc::clone(lock), None),
            _ if had_begun => Pressed::Cancelled,
            _ => chord.typed().filter(|_| context.takes_text()).map_or(Pressed::Nothing, Pressed::Text),
        }
    }

    /// What would end a sequence that has begun.
    pub fn continuations(&self, context: Context, begun: &[Chord]) -> Vec<Continuation> {
        let rest = |keys: &Arc<[Chord]>| spell(keys.get(begun.len()..).unwrap_or_default());
        self.table(context)
            .continuing(begun)
            .filter_map(|slot| Some(Continuation { keys: rest(slot.winner.chords()), line: Arc::clone(slot.line()?) }))
            .collect()
    }
}

impl Pending {
    /// Takes a digit that counts. A zero only counts behind another digit, and none does inside a sequence.
    fn add_digit(&mut self, chord: Chord) -> bool {
        let Some(digit) = chord.typed().and_then(|c| c.to_digit(10)) else { return false };
        if !self.chords.is_empty() || (digit == 0 && self.count.is_none()) {
            return false;
        }
        self.count = Some((self.count.unwrap_or(0) * 10 + digit).min(MOST));
        true
    }
}
