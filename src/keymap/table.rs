//! The bindings that count in one context, after every layer has had its say.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use super::chord::Chord;
use super::context::Context;
use super::file::{Binding, Layer};

/// What one sequence does in a context, and what it would do without the layers and tables in front.
#[derive(Debug)]
pub(super) struct Slot {
    pub winner: Arc<Binding>,
    /// The number of the winner's layer; the built-in default is 0.
    pub layer: usize,
    /// What the winner hides, the nearest last.
    pub hid: Vec<Arc<Binding>>,
}

impl Slot {
    /// The command line it runs; `None` if the key was taken away.
    pub fn line(&self) -> Option<&Arc<str>> {
        self.winner.line()
    }
}

/// The slots of one context. Ordered by sequence, so what continues a sequence stands right behind it.
#[derive(Debug, Default)]
pub(super) struct Table {
    slots: BTreeMap<Arc<[Chord]>, Slot>,
}

impl Table {
    /// Lays the tables of a context's chain over one another, the most general first; in each, the lowest layer first.
    pub fn build(layers: &[Layer], context: Context) -> Self {
        let mut table = Self::default();
        for part in context.chain().iter().rev() {
            for (number, layer) in layers.iter().enumerate() {
                for binding in layer.bindings.iter().filter(|binding| binding.context() == *part) {
                    table.lay(number, binding);
                }
            }
        }
        table
    }

    fn lay(&mut self, layer: usize, binding: &Arc<Binding>) {
        let winner = Arc::clone(binding);
        match self.slots.get_mut(&**binding.chords()) {
            Some(slot) => {
                slot.layer = layer;
                slot.hid.push(std::mem::replace(&mut slot.winner, winner));
            }
            None => {
                self.slots.insert(Arc::clone(binding.chords()), Slot { winner, layer, hid: Vec::new() });
            }
        }
    }

    /// The slot of a sequence, also if its key was taken away.
    pub fn slot(&self, keys: &[Chord]) -> Option<&Slot> {
        self.slots.get(keys)
    }

    /// The command line that a whole sequence runs.
    pub fn line(&self, keys: &[Chord]) -> Option<&Arc<str>> {
        self.slot(keys).and_then(Slot::line)
    }

    /// What runs something and begins with `keys` without being it.
    pub fn continuing<'a>(&'a self, keys: &'a [Chord]) -> impl Iterator<Item = &'a Slot> {
        self.slots
            .range::<[Chord], _>((Bound::Excluded(keys), Bound::Unbounded))
            .take_while(move |(longer, _)| longer.starts_with(keys))
            .map(|(_, slot)| slot)
            .filter(|slot| slot.line().is_some())
    }

    /// Every slot, also those whose key was taken away, in the order of their sequences.
    pub fn slots(&self) -> impl Iterator<Item = &Slot> {
        self.slots.values()
    }

    /// Every slot that runs something.
    pub fn live(&self) -> impl Iterator<Item = &Slot> {
        self.slots().filter(|slot| slot.line().is_some())
    }

    /// The binding that best names a command line: of the highest layer, and there the first in its file.
    pub fn best_for(&self, line: &str) -> Option<&Binding> {
        self.slots()
            .filter(|slot| slot.line().is_some_and(|bound| **bound == *line))
            .max_by_key(|slot| (slot.layer, std::cmp::Reverse(slot.winner.at)))
            .map(|slot| &*slot.winner)
    }
}
