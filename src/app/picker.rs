//! A picker: type a few letters, take the best match. Finds records, or commands in the palette.

use super::list::Step;
use crate::core::id::RecordId;
use crate::core::search::Index;
use tui_input::{Input, InputRequest};

/// What a row of a picker stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Record(RecordId),
    /// The words of a command, such as `deadline add @`.
    Command(String),
}

/// One row that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub target: Target,
    /// What is shown and searched.
    pub text: String,
    /// Shown beside it, such as a key; not searched.
    pub beside: String,
}

/// Which picker it is; gives the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerKind {
    Find,
    Palette,
    /// Deadlines that may follow from what happened.
    Offers,
    /// What is open after a date was missed.
    Playbook,
    BlindSpots,
}

/// A picker on the screen.
pub struct Picker {
    pub kind: PickerKind,
    pub input: Input,
    pub items: Vec<Item>,
    index: Index<usize>,
    /// Places in `items`, best first.
    pub hits: Vec<usize>,
    pub cursor: usize,
}

impl Picker {
    /// A picker over `items`, all shown until something is typed.
    pub fn new(kind: PickerKind, items: Vec<Item>) -> Self {
        let index = Index::new(items.iter().map(|item| item.text.as_str()).enumerate());
        let hits = (0..items.len()).collect();
        Self { kind, input: Input::default(), items, index, hits, cursor: 0 }
    }

    /// What was typed.
    pub fn query(&self) -> &str {
        self.input.value()
    }

    /// Types, and searches anew.
    pub fn edit(&mut self, request: InputRequest) {
        self.input.handle(request);
        self.cursor = 0;
        self.hits = if self.query().trim().is_empty() {
            (0..self.items.len()).collect()
        } else {
            self.index.find(self.input.value()).into_iter().map(|hit| hit.row).collect()
        };
    }

    /// Moves the cursor.
    pub fn step(&mut self, step: Step, page: usize) {
        self.cursor = step.from(self.cursor, self.hits.len(), page);
    }

    /// Takes the row under the cursor away, as it was used. Returns whether any row is left.
    pub fn take(&mut self) -> bool {
        if let Some(at) = self.hits.get(self.cursor).copied() {
            self.items.remove(at);
            self.index = Index::new(self.items.iter().map(|item| item.text.as_str()).enumerate());
            self.edit(InputRequest::GoToEnd);
        }
        !self.items.is_empty()
    }

    /// The row under the cursor.
    pub fn selected(&self) -> Option<&Item> {
        self.hits.get(self.cursor).and_then(|at| self.items.get(*at))
    }
}
