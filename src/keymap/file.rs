//! One keymap file: TOML with `schema`, `name`, `extends`, `counts`, and one table of bindings for each context.

use std::borrow::Cow;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::chord::{BadChord, Chord, parse_keys, spell};
use super::context::Context;
use super::problem::{Kind, Place, Problem};
use super::suggest::closest;

/// The newest shape of a keymap file that this program reads.
pub const SCHEMA: i64 = 1;

/// The right side that takes a key away.
const UNBIND: &str = "nop";

/// The setting of a table that lists the command lines worth a hint, the most useful first.
const HINT: &str = "hint";

/// The text of a keymap file and what to call it in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// A path, or the name of a built-in keymap with `.toml`.
    pub file: String,
    pub text: Cow<'static, str>,
}

impl Source {
    /// Returns the position of a byte of the text.
    pub(super) fn place(&self, at: usize) -> Place {
        let before = self.text.get(..at).unwrap_or(&self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            file: self.file.clone(),
            line: before.matches('\n').count() + 1,
            col: before.chars().count() - before.get(..line_start).unwrap_or("").chars().count() + 1,
        }
    }
}

/// One line of a keymap file: a sequence of chords and the command line it runs.
#[derive(Debug, PartialEq, Eq)]
pub struct Binding {
    pub(super) source: Arc<Source>,
    /// The first byte of the left side.
    pub(super) at: usize,
    /// The first byte of the right side.
    pub(super) line_at: usize,
    context: Context,
    keys: Arc<[Chord]>,
    line: Option<Arc<str>>,
}

impl Binding {
    /// The table it is written in.
    pub fn context(&self) -> Context {
        self.context
    }

    /// The sequence of chords.
    pub fn chords(&self) -> &Arc<[Chord]> {
        &self.keys
    }

    /// The sequence as a keymap file spells it.
    pub fn keys(&self) -> String {
        spell(&self.keys)
    }

    /// The command line it runs; `None` if it takes the key away.
    pub fn line(&self) -> Option<&Arc<str>> {
        self.line.as_ref()
    }

    /// Where it is written.
    pub fn place(&self) -> Place {
        self.source.place(self.at)
    }

    /// Whether this very file wrote it.
    pub(super) fn is_from(&self, source: &Arc<Source>) -> bool {
        Arc::ptr_eq(&self.source, source)
    }
}

/// What one file says.
#[derive(Debug)]
pub(super) struct Layer {
    pub source: Arc<Source>,
    /// The keymap it builds on, and where that is written.
    pub extends: Option<(String, usize)>,
    pub counts: Option<bool>,
    /// In the order of the file.
    pub bindings: Vec<Arc<Binding>>,
    pub hints: Vec<Hint>,
    /// The command lines of what was left out, each with its first byte: they are judged all the same.
    pub left_out: Vec<(Arc<str>, usize)>,
}

/// A command line worth a hint in one context.
#[derive(Debug)]
pub(super) struct Hint {
    pub context: Context,
    pub line: Arc<str>,
    /// The first byte of the command line.
    pub at: usize,
}

/// Reads a file, leaving out what it cannot read and naming each such thing.
pub(super) fn read(source: Source) -> (Layer, Vec<Problem>) {
    let source = Arc::new(source);
    let layer = Layer {
        source: Arc::clone(&source),
        extends: None,
        counts: None,
        bindings: Vec::new(),
        hints: Vec::new(),
        left_out: Vec::new(),
    };
    let mut reader = Reader { layer, problems: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    reader.file(table.get_ref());
    let broken: Vec<usize> = errors.iter().map(|error| error.span().map_or(0, |span| span.start)).collect();
    // What the parser made of a line that is no TOML says nothing about that line.
    let lines: Vec<usize> = broken.iter().map(|at| reader.layer.source.place(*at).line).collect();
    reader.problems.retain(|problem| !lines.contains(&problem.place.line));
    for (error, at) in errors.into_iter().zip(broken) {
        reader.report(at, Kind::Syntax { detail: error.message().to_owned() });
    }
    reader.problems.sort_by_key(|problem| (problem.place.line, problem.place.col));
    (reader.layer, reader.problems)
}

struct Reader {
    layer: Layer,
    problems: Vec<Problem>,
}

type Name<'a> = Spanned<Cow<'a, str>>;
type Value<'a> = Spanned<DeValue<'a>>;

impl Reader {
    fn report(&mut self, at: usize, kind: Kind) {
        self.problems.push(Problem { place: self.layer.source.place(at), kind });
    }

    fn file(&mut self, table: &DeTable<'_>) {
        if !table.contains_key("schema") {
            self.report(0, Kind::SchemaMissing);
        }
        for (name, value) in table {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("schema", DeValue::Integer(number)) => self.schema(value, number.as_str()),
                ("name", DeValue::String(_)) => {}
                ("extends", DeValue::String(base)) => {
                    self.layer.extends = Some((base.to_string(), value.span().start));
                }
                ("counts", DeValue::Boolean(counts)) => self.layer.counts = Some(*counts),
                (_, DeValue::Table(bindings)) => self.context(name, bindings),
                (other, _) => self.report(name.span().start, Kind::Setting { name: other.to_owned() }),
            }
        }
        self.layer.bindings.sort_by_key(|binding| binding.at);
        self.twice();
    }

    fn schema(&mut self, value: &Value<'_>, number: &str) {
        if number.parse() != Ok(SCHEMA) {
            self.report(value.span().start, Kind::SchemaNewer { found: number.to_owned(), supported: SCHEMA });
        }
    }

    fn context(&mut self, name: &Name<'_>, bindings: &DeTable<'_>) {
        let Some(context) = Context::from_name(name.get_ref()) else {
            let suggestion = closest(name.get_ref(), Context::ALL.iter().map(|context| context.name()));
            let kind = Kind::UnknownContext { name: name.get_ref().to_string(), suggestion };
            self.report(name.span().start, kind);
            return self.nowhere(bindings);
        };
        for (keys, value) in bindings {
            match value.get_ref() {
                DeValue::Array(lines) if keys.get_ref() == HINT => {
                    lines.iter().for_each(|line| self.hint(context, line));
                }
                DeValue::String(line) => self.binding(context, keys, line.trim(), value.span().start),
                _ => self.report(value.span().start, Kind::NotALine { keys: keys.get_ref().to_string() }),
            }
        }
    }

    /// What stands in a table that does not exist: its keys and command lines have mistakes of their own.
    fn nowhere(&mut self, bindings: &DeTable<'_>) {
        for (keys, value) in bindings.iter().filter(|(keys, _)| keys.get_ref() != HINT) {
            if let Err(bad) = parse_keys(keys.get_ref()) {
                self.bad_key(keys.span().start, bad);
            }
            match value.get_ref() {
                DeValue::String(line) => self.leave_out(line.trim(), value.span().start),
                _ => self.report(value.span().start, Kind::NotALine { keys: keys.get_ref().to_string() }),
            }
        }
    }

    fn leave_out(&mut self, line: &str, at: usize) {
        if line != UNBIND {
            self.layer.left_out.push((line.into(), at));
        }
    }

    fn bad_key(&mut self, at: usize, (key, bad): (String, BadChord)) {
        self.report(
            at,
            match bad {
                BadChord::Unknown => Kind::UnknownKey { key },
                BadChord::SameAs(real) => Kind::SameKey { key, real },
            },
        );
    }

    fn hint(&mut self, context: Context, value: &Value<'_>) {
        let at = value.span().start;
        match value.get_ref().as_str() {
            Some(line) => self.layer.hints.push(Hint { context, line: line.into(), at }),
            None => self.report(at, Kind::NotALine { keys: HINT.to_owned() }),
        }
    }

    fn binding(&mut self, context: Context, keys: &Name<'_>, line: &str, line_at: usize) {
        let at = keys.span().start;
        match parse_keys(keys.get_ref()) {
            Ok(chords) => self.layer.bindings.push(Arc::new(Binding {
                source: Arc::clone(&self.layer.source),
                at,
                line_at,
                context,
                keys: chords.into(),
                line: (line != UNBIND).then(|| line.into()),
            })),
            Err(bad) => {
                self.bad_key(at, bad);
                self.leave_out(line, line_at);
            }
        }
    }

    /// Finds a sequence that one table binds twice, which TOML only sees when the spaces are the same too.
    fn twice(&mut self) {
        let bindings = &self.layer.bindings;
        let again: Vec<_> = bindings
            .iter()
            .enumerate()
            .filter_map(|(index, binding)| {
                let same = |earlier: &&Arc<Binding>| earlier.context == binding.context && earlier.keys == binding.keys;
                Some((binding.at, binding.keys(), bindings.iter().take(index).find(same)?.place()))
            })
            .collect();
        for (at, keys, other) in again {
            self.report(at, Kind::BoundTwice { keys, other });
        }
    }
}
