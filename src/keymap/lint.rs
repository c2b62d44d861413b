//! The lint: what a keymap file says that cannot work, or that somebody could not press.

use std::sync::Arc;

use super::Keymap;
use super::context::Context;
use super::file::{Binding, Source};
use super::press::LOCK;
use super::problem::{Kind, Place, Problem};
use super::suggest::{closest_command, is_known};
use super::table::Slot;

/// The commands there are, so the lint can judge a right side.
#[derive(Clone, Copy)]
pub struct Vocabulary<'a> {
    /// Whether a command line can be read, and if not, why.
    pub check: &'a dyn Fn(&str) -> Result<(), String>,
    /// The command lines without their arguments, for "did you mean".
    pub known: &'a [String],
}

/// Returns every problem of the given files, each laid over the ones before it.
pub fn lint(sources: &[Source], vocabulary: &Vocabulary<'_>) -> Vec<Problem> {
    Keymap::load(sources, vocabulary).1
}

/// The command lines that a context must offer: the way out, the way to help, and the lock.
fn required(context: Context) -> &'static [&'static str] {
    match context {
        Context::Global | Context::List => &[],
        Context::Caseload | Context::Deadlines | Context::Partners | Context::Timeline => {
            &[LOCK, "help", "cancel", "back", "quit", "palette", "undo"]
        }
        Context::Form => &[LOCK, "help", "cancel", "form next", "form save"],
        Context::Picker => &[LOCK, "cancel", "picker accept", "move 1", "move -1"],
        Context::Filter => &[LOCK, "cancel", "filter accept"],
        Context::Confirm => &[LOCK, "confirm yes", "confirm no"],
        Context::Help => &[LOCK, "cancel", "move 1", "move -1"],
        Context::Locked => &["unlock", "quit"],
    }
}

/// Finds what is wrong with the top layer of a keymap, given everything below it. Each line is judged by itself; what
/// the lines do to each other only where every one could be read, because what a broken one left out would be missed.
pub(super) fn top(keymap: &Keymap, vocabulary: &Vocabulary<'_>, problems: &mut Vec<Problem>) {
    let Some(layer) = keymap.layers.last() else { return };
    let whole = !problems.iter().any(super::is_error);
    let mut lint = Lint { keymap, source: &layer.source, problems };
    for binding in &layer.bindings {
        lint.spelling(binding);
        lint.text(binding);
        if let Some(line) = binding.line() {
            lint.command(line, binding.line_at, vocabulary);
        }
    }
    for hint in &layer.hints {
        lint.command(&hint.line, hint.at, vocabulary);
    }
    for (line, at) in &layer.left_out {
        lint.command(line, *at, vocabulary);
    }
    for context in Context::ALL.into_iter().filter(|_| whole) {
        lint.prefixes(context);
        lint.digits(context);
        lint.reachable(context);
    }
    problems.sort_by_key(|problem| (problem.place.line, problem.place.col));
}

struct Lint<'a> {
    keymap: &'a Keymap,
    /// The file on top, the only one that is blamed.
    source: &'a Arc<Source>,
    problems: &'a mut Vec<Problem>,
}

impl Lint<'_> {
    /// Reports a problem once: a binding of `list` counts in four panes.
    fn report(&mut self, place: Place, kind: Kind) {
        let problem = Problem { place, kind };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn spelling(&mut self, binding: &Binding) {
        for chord in binding.chords().iter().filter(|_| binding.line().is_some()) {
            if !chord.is_sendable() {
                self.report(binding.place(), Kind::Unsendable { key: *chord });
            } else if chord.needs_altgr() {
                self.report(binding.place(), Kind::NeedsAltGr { key: *chord });
            }
        }
    }

    fn text(&mut self, binding: &Binding) {
        let (context, typed) = (binding.context(), binding.chords().first().and_then(|chord| chord.typed()));
        if context.takes_text() && typed.is_some() {
            self.report(binding.place(), Kind::EatsText { context, keys: binding.keys() });
        }
    }

    fn command(&mut self, line: &str, at: usize, vocabulary: &Vocabulary<'_>) {
        let Err(detail) = (vocabulary.check)(line) else { return };
        let kind = if is_known(line, vocabulary.known) {
            Kind::BadCommand { line: line.to_owned(), detail }
        } else {
            Kind::UnknownCommand { line: line.to_owned(), suggestion: closest_command(line, vocabulary.known) }
        };
        self.report(self.source.place(at), kind);
    }

    /// Finds sequences that begin with a whole one, where the file wrote at least one of the two.
    fn prefixes(&mut self, context: Context) {
        let table = self.keymap.table(context);
        for short in table.live().map(|slot| &*slot.winner) {
            for long in table.continuing(short.chords()).map(|slot| &*slot.winner) {
                if short.is_from(self.source) {
                    let kind = Kind::HidesLonger { keys: short.keys(), hidden: long.keys(), other: long.place() };
                    self.report(short.place(), kind);
                } else if long.is_from(self.source) {
                    let kind = Kind::HiddenByShorter { keys: long.keys(), shorter: short.keys(), other: short.place() };
                    self.report(long.place(), kind);
                }
            }
        }
    }

    /// Finds digits that can no longer be pressed because they count, whichever file bound them.
    fn digits(&mut self, context: Context) {
        if !self.keymap.counts || !context.is_pane() {
            return;
        }
        for binding in self.keymap.table(context).live().map(|slot| &*slot.winner) {
            let first = binding.chords().first().and_then(|chord| chord.typed());
            if matches!(first, Some('1'..='9')) {
                let place = if binding.is_from(self.source) { binding.place() } else { self.source.place(0) };
                self.report(place, Kind::DigitIsCount { keys: binding.keys() });
            }
        }
    }

    /// Finds required commands that no key runs any more, and blames the last binding that took such a key.
    fn reachable(&mut self, context: Context) {
        let table = self.keymap.table(context);
        for line in required(context).iter().filter(|line| table.best_for(line).is_none()) {
            let taken = table.slots().filter(|slot| slot.winner.is_from(self.source) && hides(slot, line));
            let at = taken.map(|slot| slot.winner.at).max().unwrap_or(0);
            self.report(self.source.place(at), Kind::Unreachable { context, line });
        }
    }
}

fn hides(slot: &Slot, line: &str) -> bool {
    slot.hid.iter().any(|hidden| hidden.line().is_some_and(|bound| **bound == *line))
}
