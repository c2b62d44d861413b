//! A picker: type a few letters, take the best match. Finds records, or commands in the palette.

use super::list::Step;
use crate::core::id::RecordId;
use crate::core::search::{Index, fold};
use serde::{Deserialize, Serialize};
use tui_input::{Input, InputRequest};

/// What a row of a picker stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    Record(RecordId),
    /// The words of a command, such as `deadline add @`.
    Command(String),
}

/// One row that can be picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub target: Target,
    /// What is shown and searched.
    pub text: String,
    /// Shown beside it, such as a key; not searched.
    pub beside: String,
}

/// Which picker it is; gives the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
        self.search();
    }

    /// The same picker with what was typed before, and the cursor where it was.
    #[must_use]
    pub fn back_at(mut self, input: Input, cursor: usize) -> Self {
        self.input = input;
        self.search();
        self.cursor = Step::To(cursor).from(0, self.hits.len(), 1);
        self
    }

    fn search(&mut self) {
        self.hits = if self.query().trim().is_empty() {
            (0..self.items.len()).collect()
        } else {
            self.index.find(self.input.value()).into_iter().map(|hit| hit.row).collect()
        };
        if self.kind == PickerKind::Palette {
            let typed = fold(self.query());
            let typed: Vec<&str> = typed.split_whitespace().collect();
            let items = &self.items;
            self.hits.sort_by_key(|at| items.get(*at).map(|item| nearness(item, &typed)));
        }
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

/// How near a command is to what is typed, the nearest first: its own words in this order, then what it does in this
/// order, then the rest.
fn nearness(item: &Item, typed: &[&str]) -> u8 {
    let Target::Command(line) = &item.target else { return 2 };
    // What stands behind is how it is done, and the command's words again.
    let does = item.text.split([':', ';', '·']).next().unwrap_or_default();
    match () {
        () if in_order(line, typed) => 0,
        () if in_order(does, typed) => 1,
        () => 2,
    }
}

/// Whether words of `text` begin with the typed ones, in their order.
fn in_order(text: &str, typed: &[&str]) -> bool {
    let text = fold(text);
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    typed.iter().all(|typed| words.any(|word| word.starts_with(typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_whose_own_words_are_typed_comes_first() {
        let item = |line: &str, does: &str| Item {
            target: Target::Command(line.to_owned()),
            text: format!("{does}  ·  {line}"),
            beside: String::new(),
        };
        let items = vec![
            item("request start @", "Start a request; it stays a draft until consent is recorded"),
            item("request consent @", "Record the person's consent to this partner"),
        ];
        for typed in ["request cons", "consent", "record"] {
            let mut picker = Picker::new(PickerKind::Palette, items.clone());
            typed.chars().for_each(|c| picker.edit(InputRequest::InsertChar(c)));
            assert_eq!(picker.selected(), items.last(), "{typed}");
        }
    }
}
