//! What a keymap holds, for the hint line, the help screen, the palette and `rumbo keymap`.

use std::sync::Arc;

use super::Keymap;
use super::chord::{BadChord, Chord};
use super::context::Context;
use super::file::{Binding, Layer};
use super::press::Continuation;
use super::problem::Kind;
use super::table::Slot;

/// A binding as the help screen lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'a> {
    pub binding: &'a Binding,
    /// What the key ran in a lower layer, if another layer has taken it over.
    pub replaced: Option<&'a Binding>,
}

/// What a sequence means in one context, and why.
#[derive(Debug, PartialEq, Eq)]
pub struct Why<'a> {
    pub context: Context,
    /// The binding that counts; it has no line if it takes the key away. `None` if the sequence only begins others.
    pub winner: Option<&'a Binding>,
    /// What the winner hides, the nearest first.
    pub hid: Vec<&'a Binding>,
    /// The longer sequences it begins.
    pub begins: Vec<Continuation>,
}

impl Keymap {
    /// Returns the bindings worth showing first in a context, each with its live keys, the most useful first.
    ///
    /// Each table lists its own under `hint`, as command lines, so hints follow whatever the keys are bound to.
    pub fn hints(&self, context: Context) -> Vec<(String, Arc<str>)> {
        let lines = context.chain().iter().flat_map(|part| self.hint_lines(*part));
        let mut hints: Vec<(String, Arc<str>)> = Vec::new();
        for line in lines {
            if hints.iter().any(|(_, shown)| shown == line) {
                continue;
            }
            if let Some(keys) = self.key_for(line, context) {
                hints.push((keys, Arc::clone(line)));
            }
        }
        hints
    }

    /// The hint list of one table, as the highest layer that has one gives it.
    fn hint_lines(&self, part: Context) -> impl Iterator<Item = &Arc<str>> {
        let of_layer = move |layer: &'_ &Layer| layer.hints.iter().any(|hint| hint.context == part);
        let layer = self.layers.iter().rev().find(of_layer);
        layer.into_iter().flat_map(|layer| &layer.hints).filter(move |hint| hint.context == part).map(|hint| &hint.line)
    }

    /// Returns the keys that run a command line in a context: those of the highest layer, and there the first.
    pub fn key_for(&self, line: &str, context: Context) -> Option<String> {
        self.table(context).best_for(line).map(Binding::keys)
    }

    /// Returns every binding that runs something in a context: nearest table first, lower layer first, as written.
    pub fn bindings(&self, context: Context) -> Vec<Row<'_>> {
        let mut live: Vec<&Slot> = self.table(context).live().collect();
        let distance = |slot: &Slot| context.chain().iter().position(|part| *part == slot.winner.context());
        live.sort_by_key(|slot| (distance(slot), slot.layer, slot.winner.at));
        live.into_iter().map(Row::of).collect()
    }

    /// Returns what a sequence means in each context where it means something.
    ///
    /// # Errors
    /// [`Kind::UnknownKey`] if the sequence cannot be read. A second spelling of a chord is read as the chord.
    pub fn why(&self, keys: &str) -> Result<Vec<Why<'_>>, Kind> {
        let chords = keys.split_whitespace().map(read_any).collect::<Result<Vec<_>, _>>()?;
        let meanings = Context::ALL.into_iter().map(|context| self.why_in(context, &chords));
        Ok(meanings.filter(|why| why.winner.is_some() || !why.begins.is_empty()).collect())
    }

    fn why_in(&self, context: Context, chords: &[Chord]) -> Why<'_> {
        let slot = self.table(context).slot(chords);
        Why {
            context,
            winner: slot.map(|slot| &*slot.winner),
            hid: slot.into_iter().flat_map(|slot| slot.hid.iter().rev().map(|binding| &**binding)).collect(),
            begins: if chords.is_empty() { Vec::new() } else { self.continuations(context, chords) },
        }
    }
}

impl<'a> Row<'a> {
    fn of(slot: &'a Slot) -> Self {
        let elsewhere = |hidden: &&Arc<Binding>| !hidden.is_from(&slot.winner.source) && hidden.line().is_some();
        Self { binding: &slot.winner, replaced: slot.hid.iter().rfind(elsewhere).map(|hidden| &**hidden) }
    }
}

fn read_any(text: &str) -> Result<Chord, Kind> {
    match Chord::parse(text) {
        Ok(chord) | Err(BadChord::SameAs(chord)) => Ok(chord),
        Err(BadChord::Unknown) => Err(Kind::UnknownKey { key: text.to_owned() }),
    }
}
