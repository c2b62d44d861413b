//! What the loop hands to the screen beside the app: the look, and what the live keymap says.

use super::theme::Theme;

/// Keys and what they do, in the person's language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hint {
    pub keys: String,
    pub label: String,
}

/// A sequence of keys that has begun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pending {
    /// What was pressed so far, such as `g` or `12`.
    pub typed: String,
    /// How it can go on; empty after a count.
    pub next: Vec<Hint>,
}

/// One binding on the help page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HelpRow {
    /// Where it holds, as a heading; rows of one context stand together.
    pub context: String,
    pub keys: String,
    pub label: String,
    /// What the key did before another layer took it over.
    pub replaced: Option<String>,
}

/// What the loop hands to the screen beside the app.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chrome {
    pub theme: Theme,
    /// The keys that matter in the present context, the most useful first.
    pub hints: Vec<Hint>,
    pub pending: Option<Pending>,
    /// Every binding of the context that the help page was opened from.
    pub help: Vec<HelpRow>,
    /// The key that opens a case; empty where none does.
    pub first: String,
}
