//! What is wrong with a clinic's file of rules: where, and which of the known mistakes.

use chrono::NaiveDate;

/// The newest shape of the file that this program reads.
pub const SCHEMA: i64 = 1;

/// Something wrong in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub flaw: Flaw,
}

impl Problem {
    /// A problem at a byte of the text.
    pub(super) fn at(text: &str, at: usize, flaw: Flaw) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line = before.rsplit('\n').next().unwrap_or(before);
        Self { line: before.matches('\n').count() + 1, column: line.chars().count() + 1, flaw }
    }
}

/// The mistakes that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// Not TOML, in the words of its parser.
    Syntax {
        detail: String,
    },
    NoSchema,
    /// Written for a newer program.
    Newer {
        found: String,
    },
    UnknownTable {
        name: String,
        known: String,
    },
    UnknownField {
        table: &'static str,
        name: String,
        known: String,
    },
    /// `why` is the key of a sentence: what the field is for.
    Missing {
        table: &'static str,
        field: &'static str,
        why: &'static str,
    },
    /// `wanted` ends the key of a sentence: `text`, `number`, `date`, `yes`, `tables`, `some-text`.
    WrongType {
        field: String,
        wanted: &'static str,
    },
    UnknownValue {
        field: String,
        value: String,
        known: String,
    },
    /// A change of a rule that is not in the table.
    NoRule {
        id: String,
    },
    RuleExists {
        id: String,
    },
    BadId {
        id: String,
    },
    /// Such as a last day without a number of days.
    NoCount {
        counts: String,
    },
    /// A count of nothing.
    Zero,
    /// Read on a day that has not come.
    Ahead {
        day: NaiveDate,
    },
    Twice {
        id: String,
    },
}

impl Flaw {
    /// The key of the sentence that says it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "rulebook-syntax",
            Self::NoSchema => "rulebook-no-schema",
            Self::Newer { .. } => "rulebook-newer",
            Self::UnknownTable { .. } => "rulebook-unknown-table",
            Self::UnknownField { .. } => "rulebook-unknown-field",
            Self::Missing { .. } => "rulebook-missing",
            Self::WrongType { .. } => "rulebook-wrong-type",
            Self::UnknownValue { .. } => "rulebook-unknown-value",
            Self::NoRule { .. } => "rulebook-no-rule",
            Self::RuleExists { .. } => "rulebook-rule-exists",
            Self::BadId { .. } => "rulebook-id",
            Self::NoCount { .. } => "rulebook-no-count",
            Self::Zero => "rulebook-zero",
            Self::Ahead { .. } => "rulebook-ahead",
            Self::Twice { .. } => "rulebook-twice",
        }
    }

    /// The values that the sentence takes.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Syntax { detail } => vec![("detail", detail.clone())],
            Self::NoSchema | Self::Zero => Vec::new(),
            Self::Ahead { day } => vec![("day", day.to_string())],
            Self::Newer { found } => vec![("found", found.clone()), ("known", SCHEMA.to_string())],
            Self::UnknownTable { name, known } => vec![("name", name.clone()), ("known", known.clone())],
            Self::UnknownField { table, name, known } => {
                vec![("table", bracketed(table)), ("name", name.clone()), ("known", known.clone())]
            }
            Self::Missing { table, field, .. } => vec![("table", bracketed(table)), ("field", (*field).to_owned())],
            Self::WrongType { field, .. } => vec![("field", field.clone())],
            Self::UnknownValue { field, value, known } => {
                vec![("field", field.clone()), ("value", value.clone()), ("known", known.clone())]
            }
            Self::NoRule { id } | Self::RuleExists { id } | Self::BadId { id } | Self::Twice { id } => {
                vec![("id", id.clone())]
            }
            Self::NoCount { counts } => vec![("counts", counts.clone())],
        }
    }

    /// A sentence that goes into another: the name of the value it fills, and its key.
    pub fn within(&self) -> Option<(&'static str, String)> {
        match self {
            Self::Missing { why, .. } => Some(("why", (*why).to_owned())),
            Self::WrongType { wanted, .. } => Some(("wanted", format!("rulebook-wanted-{wanted}"))),
            _ => None,
        }
    }
}

fn bracketed(table: &str) -> String {
    format!("[[{table}]]")
}
