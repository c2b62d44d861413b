//! Panes: an order and a row each, pure functions from the world and a moment to plain cells.
//!
//! The screen, the command line and the tests show the same cells. A new pane is a file here and a line in [`ALL`].

pub mod audit;
pub mod caseload;
pub mod counted;
pub mod deadlines;
pub mod details;
mod due;
pub mod explained;
#[cfg(test)]
mod fixture;
pub mod forecast;
pub mod held;
pub mod json;
pub mod layout;
pub mod page;
mod partners;
pub mod plain;
pub mod strip;
#[cfg(test)]
mod tests;
pub mod timeline;
pub mod why;
pub mod wrap;

use crate::core::id::RecordId;
use crate::core::pin::Moves;
use crate::core::rules::RuleBook;
use crate::core::search::Index;
use crate::core::today::Today;
use crate::core::urgency::{Moment, Ranking};
use crate::core::world::World;
use crate::locale::Locale;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How a cell is meant; the theme decides how it looks, and it must read without colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    /// Less important than its neighbours.
    Quiet,
    Strong,
    Alarm,
    Warn,
    Good,
}

/// One cell of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub tone: Tone,
}

impl Cell {
    /// A cell in the given tone.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }
}

/// One column of a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The key of its heading in the catalogue.
    pub heading: &'static str,
    /// Least width in terminal cells.
    pub min: u16,
    /// Share of what is left over; 0 keeps `min`.
    pub grow: u16,
    /// Columns with a higher number go first when the pane is narrow; 0 stays.
    pub drop: u8,
    /// Aligned to the right.
    pub right: bool,
}

/// What a pane may look at.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub world: &'a World,
    pub ranking: &'a Ranking,
    /// What was moved by hand in it.
    pub moves: &'a Moves,
    /// Today's hours laid over the queue.
    pub today: &'a Today,
    pub moment: Moment,
    pub locale: &'a Locale,
    pub rules: &'a RuleBook,
    /// Privacy mode: no names, code names only.
    pub blur: bool,
    /// The queue by due date alone instead of by urgency.
    pub by_due: bool,
}

/// Which pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PaneId {
    Caseload,
    Deadlines,
    Partners,
}

impl PaneId {
    /// The pane that lists a record; `None` for what stands in no pane of its own.
    pub fn of(id: RecordId) -> Option<Self> {
        match id {
            RecordId::Case(_) => Some(Self::Caseload),
            RecordId::Deadline(_) => Some(Self::Deadlines),
            RecordId::Partner(_) => Some(Self::Partners),
            RecordId::Request(_)
            | RecordId::Event(_)
            | RecordId::Household(_)
            | RecordId::Clinic
            | RecordId::Happening(_)
            | RecordId::Practice
            | RecordId::Pin(_)
            | RecordId::Hold(_)
            | RecordId::Retention
            | RecordId::Unattended
            | RecordId::Erased(_)
            | RecordId::ANumber(_)
            | RecordId::NumberKey(_) => None,
        }
    }
}

/// A pane: everything the screen, the command line and the finder need of it.
pub struct Pane {
    pub id: PaneId,
    /// The key of its title in the catalogue, and its context in the keymap.
    pub name: &'static str,
    pub columns: &'static [Column],
    /// How many of the first columns are reversed in the selected row: enough to be seen at a glance and to say which
    /// row it is, and no more, because all of them are sent again for each step of the cursor.
    pub bar: usize,
    /// Every row of the pane, in order.
    pub order: fn(&Ctx<'_>) -> Vec<RecordId>,
    /// The cells of one row, one for each column; `None` if the record is gone.
    pub row: fn(&Ctx<'_>, RecordId) -> Option<Vec<Cell>>,
    /// Which of two rows comes first; agrees with `order`.
    pub compare: fn(&Ctx<'_>, RecordId, RecordId) -> Ordering,
    /// Whether a record is a row of the pane.
    pub shows: fn(&Ctx<'_>, RecordId) -> bool,
    /// Appends what a filter or the finder looks through.
    pub haystack: fn(&Ctx<'_>, RecordId, &mut String),
    /// The row as one JSON object, its fields documented in the README.
    pub json: fn(&Ctx<'_>, RecordId) -> Option<serde_json::Value>,
}

/// Every pane, in the order of the screen.
pub const ALL: &[Pane] = &[deadlines::PANE, caseload::PANE, partners::PANE];

/// One pane.
pub const fn pane(id: PaneId) -> &'static Pane {
    match id {
        PaneId::Caseload => &caseload::PANE,
        PaneId::Deadlines => &deadlines::PANE,
        PaneId::Partners => &partners::PANE,
    }
}

impl Pane {
    /// What a filter or the finder looks through in one row.
    pub fn text(&self, ctx: &Ctx<'_>, id: RecordId) -> String {
        let mut text = String::new();
        (self.haystack)(ctx, id, &mut text);
        text
    }

    /// Where a record belongs among `rows` in order; `None` if it is no row of this pane.
    pub fn place(&self, ctx: &Ctx<'_>, rows: &[RecordId], id: RecordId) -> Option<usize> {
        (self.shows)(ctx, id).then(|| rows.partition_point(|row| (self.compare)(ctx, *row, id).is_lt()))
    }
}

/// The rows of a pane, ready to be searched.
pub fn index(pane: &Pane, ctx: &Ctx<'_>) -> Index<RecordId> {
    let mut index = Index::default();
    read(pane, ctx, &mut index, (pane.order)(ctx));
    index
}

/// Reads some more rows into an index.
pub fn read(pane: &Pane, ctx: &Ctx<'_>, index: &mut Index<RecordId>, rows: impl IntoIterator<Item = RecordId>) {
    let mut text = String::new();
    for id in rows {
        text.clear();
        (pane.haystack)(ctx, id, &mut text);
        index.push(id, &text);
    }
}

/// Appends words with a space between; empty ones are left out.
fn append<'a>(text: &mut String, words: impl IntoIterator<Item = &'a str>) {
    for word in words {
        if !word.is_empty() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
    }
}
