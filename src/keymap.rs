//! Keymaps: which command line a key runs, in which context.
//!
//! A keymap is a stack of layers, each a TOML file: the built-in default at the bottom, the keymap a file `extends`,
//! the person's own file, the file named on the command line. A table nearer to the focus (`deadlines`) comes before a
//! shared one (`list`, `global`), and within a table the higher layer wins. A binding is text in the grammar of the
//! [palette](crate::commands), so a key can do nothing that a person could not type, and loading parses no command.
//!
//! A chord is never both a command and the beginning of a sequence; the [lint](lint()) refuses such a file. So no key
//! waits for a clock, and the continuations can be shown at leisure.
//!
//! The input is crossterm's key event, the only type of the terminal that this module knows. It reads no file: the
//! texts are given to it.

mod chord;
mod context;
mod explain;
mod file;
mod lint;
mod press;
mod problem;
mod suggest;
mod table;

pub use chord::{BadChord, Chord};
pub use context::Context;
pub use explain::{Row, Why};
pub use file::{Binding, SCHEMA, Source};
pub use lint::{Vocabulary, lint};
pub use press::{Continuation, Pending, Pressed};
pub use problem::{Kind, Place, Problem, Severity};

use file::{Layer, read};
use table::Table;

/// The keymaps that come with the program. The first is below every other.
const BUILT_IN: [(&str, &str); 3] = [
    ("default", include_str!("../keymaps/default.toml")),
    ("vim", include_str!("../keymaps/vim.toml")),
    ("emacs", include_str!("../keymaps/emacs.toml")),
];

/// Every binding of every context, ready to be pressed.
#[derive(Debug)]
pub struct Keymap {
    layers: Vec<Layer>,
    tables: [Table; Context::ALL.len()],
    counts: bool,
}

impl Source {
    /// Returns a keymap that comes with the program: `default`, `vim` or `emacs`.
    pub fn built_in(name: &str) -> Option<Self> {
        let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        Some(Self { file: format!("{name}.toml"), text: (*text).into() })
    }
}

/// The names of the keymaps that come with the program.
pub fn built_in_names() -> impl Iterator<Item = &'static str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

impl Default for Keymap {
    /// The built-in default alone.
    fn default() -> Self {
        let layers = Source::built_in("default").map(|source| read(source).0);
        Self::of(layers.into_iter().collect())
    }
}

impl Keymap {
    /// Lays the given files over the built-in default, the lowest first, each on the keymap it extends.
    ///
    /// A file with an error is left out as a whole, so the keymap is always one that works; every problem is returned.
    pub fn load(sources: &[Source], vocabulary: &Vocabulary<'_>) -> (Self, Vec<Problem>) {
        let mut keymap = Self::default();
        let mut problems = Vec::new();
        for source in sources {
            let (layer, mut found) = read(source.clone());
            let base = keymap.base(&layer, &mut found);
            let length = keymap.layers.len();
            keymap.layers.extend(base);
            keymap.layers.push(layer);
            keymap = Self::of(keymap.layers);
            lint::top(&keymap, vocabulary, &mut found);
            if found.iter().any(is_error) {
                keymap.layers.truncate(length);
                keymap = Self::of(keymap.layers);
            }
            problems.append(&mut found);
        }
        (keymap, problems)
    }

    fn of(layers: Vec<Layer>) -> Self {
        let tables = Context::ALL.map(|context| Table::build(&layers, context));
        let counts = layers.iter().rev().find_map(|layer| layer.counts).unwrap_or(false);
        Self { layers, tables, counts }
    }

    /// The built-in keymap that a layer extends, unless the stack already holds it.
    fn base(&self, layer: &Layer, problems: &mut Vec<Problem>) -> Option<Layer> {
        let (name, at) = layer.extends.as_ref()?;
        let Some(source) = Source::built_in(name) else {
            let suggestion = suggest::closest(name, built_in_names());
            let kind = Kind::UnknownBase { name: name.clone(), suggestion };
            problems.push(Problem { place: layer.source.place(*at), kind });
            return None;
        };
        let held = self.layers.iter().any(|below| *below.source == source) || *layer.source == source;
        (!held).then(|| read(source).0)
    }

    fn table(&self, context: Context) -> &Table {
        &self.tables[context as usize]
    }

    /// Whether digits are counts in the panes.
    pub fn counts(&self) -> bool {
        self.counts
    }
}

fn is_error(problem: &Problem) -> bool {
    problem.severity() == Severity::Error
}

#[cfg(test)]
mod tests;
