//! What is wrong with a keymap file: where, how bad, and which of the known mistakes. The sentences are in `locale/`.

use std::fmt;

use super::chord::Chord;
use super::context::Context;

/// A position in a keymap file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file as it was named to the program, or the name of a built-in keymap.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub col: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.col)
    }
}

/// What a problem means for the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The file is left out.
    Error,
    /// The file is used; somebody may miss a key.
    Warning,
}

impl Severity {
    /// Its key in the catalogue.
    pub fn message_key(self) -> &'static str {
        match self {
            Self::Error => "keymap-error",
            Self::Warning => "keymap-warning",
        }
    }
}

/// Something wrong in a keymap file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    pub kind: Kind,
}

/// The mistakes that the lint knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Not TOML, in the words of its parser.
    Syntax {
        detail: String,
    },
    SchemaMissing,
    /// Written for a newer program.
    SchemaNewer {
        found: String,
        supported: i64,
    },
    /// A setting at the top of the file that does not exist, or holds the wrong kind of value.
    Setting {
        name: String,
    },
    /// No built-in keymap of the name after `extends`.
    UnknownBase {
        name: String,
        suggestion: Option<String>,
    },
    UnknownContext {
        name: String,
        suggestion: Option<String>,
    },
    /// The right side is not a command line in quotes.
    NotALine {
        keys: String,
    },
    UnknownKey {
        key: String,
    },
    /// Terminals send `real` when `key` is pressed.
    SameKey {
        key: String,
        real: Chord,
    },
    /// Bound twice in one table, in two spellings.
    BoundTwice {
        keys: String,
        other: Place,
    },
    UnknownCommand {
        line: String,
        suggestion: Option<String>,
    },
    /// The command exists, its arguments are wrong.
    BadCommand {
        line: String,
        detail: String,
    },
    /// A plain character at the start of a binding where text is typed.
    EatsText {
        context: Context,
        keys: String,
    },
    /// `keys` acts at once, so `hidden` can never be finished.
    HidesLonger {
        keys: String,
        hidden: String,
        other: Place,
    },
    /// `keys` can never be finished, because `shorter` acts at once.
    HiddenByShorter {
        keys: String,
        shorter: String,
        other: Place,
    },
    /// Digits are counts in this keymap.
    DigitIsCount {
        keys: String,
    },
    /// Nothing runs a command that this context must offer.
    Unreachable {
        context: Context,
        line: &'static str,
    },
    NeedsAltGr {
        key: Chord,
    },
    /// Most terminals do not send this chord.
    Unsendable {
        key: Chord,
    },
}

impl Problem {
    /// What the problem means for the file.
    pub fn severity(&self) -> Severity {
        match self.kind {
            Kind::SchemaMissing | Kind::NeedsAltGr { .. } | Kind::Unsendable { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl Kind {
    /// The key of its sentence in the catalogue.
    pub fn message_key(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "keymap-syntax",
            Self::SchemaMissing => "keymap-schema-missing",
            Self::SchemaNewer { .. } => "keymap-schema-newer",
            Self::Setting { .. } => "keymap-setting",
            Self::UnknownBase { suggestion: None, .. } => "keymap-unknown-base",
            Self::UnknownBase { suggestion: Some(_), .. } => "keymap-unknown-base-hint",
            Self::UnknownContext { suggestion: None, .. } => "keymap-unknown-context",
            Self::UnknownContext { suggestion: Some(_), .. } => "keymap-unknown-context-hint",
            Self::NotALine { .. } => "keymap-not-a-line",
            Self::UnknownKey { .. } => "keymap-unknown-key",
            Self::SameKey { .. } => "keymap-same-key",
            Self::BoundTwice { .. } => "keymap-bound-twice",
            Self::UnknownCommand { suggestion: None, .. } => "keymap-unknown-command",
            Self::UnknownCommand { suggestion: Some(_), .. } => "keymap-unknown-command-hint",
            Self::BadCommand { .. } => "keymap-bad-command",
            Self::EatsText { .. } => "keymap-eats-text",
            Self::HidesLonger { .. } => "keymap-hides-longer",
            Self::HiddenByShorter { .. } => "keymap-hidden-by-shorter",
            Self::DigitIsCount { .. } => "keymap-digit-is-count",
            Self::Unreachable { .. } => "keymap-unreachable",
            Self::NeedsAltGr { .. } => "keymap-needs-altgr",
            Self::Unsendable { .. } => "keymap-unsendable",
        }
    }

    /// The variables of its sentence.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::SchemaMissing => vec![],
            Self::Syntax { detail } => vec![("detail", detail.clone())],
            Self::SchemaNewer { found, supported } => {
                vec![("found", found.clone()), ("supported", supported.to_string())]
            }
            Self::Setting { name } => vec![("name", name.clone())],
            Self::UnknownBase { name, suggestion } | Self::UnknownContext { name, suggestion } => {
                with_suggestion(("name", name.clone()), suggestion.as_deref())
            }
            Self::UnknownCommand { line, suggestion } => with_suggestion(("line", line.clone()), suggestion.as_deref()),
            Self::BadCommand { line, detail } => vec![("line", line.clone()), ("detail", detail.clone())],
            Self::NotALine { keys } | Self::DigitIsCount { keys } => vec![("keys", keys.clone())],
            Self::UnknownKey { key } => vec![("key", key.clone())],
            Self::SameKey { key, real } => vec![("key", key.clone()), ("real", real.to_string())],
            Self::BoundTwice { keys, other } => vec![("keys", keys.clone()), ("other", other.to_string())],
            Self::EatsText { context, keys } => vec![("context", context.to_string()), ("keys", keys.clone())],
            Self::HidesLonger { keys, hidden, other } => {
                vec![("keys", keys.clone()), ("hidden", hidden.clone()), ("other", other.to_string())]
            }
            Self::HiddenByShorter { keys, shorter, other } => {
                vec![("keys", keys.clone()), ("shorter", shorter.clone()), ("other", other.to_string())]
            }
            Self::Unreachable { context, line } => {
                vec![("context", context.to_string()), ("line", (*line).to_owned())]
            }
            Self::NeedsAltGr { key } | Self::Unsendable { key } => vec![("key", key.to_string())],
        }
    }
}

fn with_suggestion(said: (&'static str, String), suggestion: Option<&str>) -> Vec<(&'static str, String)> {
    std::iter::once(said).chain(suggestion.map(|text| ("suggestion", text.to_owned()))).collect()
}
