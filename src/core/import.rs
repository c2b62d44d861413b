//! Planning an import: drafts read from files and the world as it is become records to add and records to change.
//!
//! An import only adds. Lists are united, an empty field is filled, and a value that contradicts what the record
//! already says is written into the notes beside its column's name: nobody knows whether the older value was typed by a
//! person who knew better. So importing the same files again changes nothing, in any order.

mod cases;
mod key;
mod keyed;
mod merge;
mod notes;
mod partners;

pub use cases::{CaseDraft, NextStep, plan_cases};
pub use partners::{PartnerDraft, plan_partners};

use super::change::Change;
use super::record::Record;

/// Where a draft comes from: the file by its number in the list of files, and the line its row or card starts on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// 0 is the first file.
    pub file: u32,
    /// 1 is the first line.
    pub line: u32,
}

/// A value with the words of the file for it, such as `city: Phoenix`, for the notes if it finds no other place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated<T> {
    pub value: T,
    pub as_written: String,
}

/// Why a row or a card is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// No name of a person or an organisation.
    NoName,
    /// No code name.
    NoCode,
    /// Not what [`crate::core::case::is_code_name`] takes; often a person's name.
    BadCode { found: String },
    /// A new case needs to say what the person came for.
    NoNeed,
    /// Not one of the codes in [`crate::core::case::Need::ALL`].
    UnknownNeed { found: String },
    /// Neither `YYYY-MM-DD` nor a whole date with slashes.
    BadDate { column: String, found: String },
    /// Day and month could be either way round, and nothing in the file tells which.
    AmbiguousDate { column: String, found: String },
    /// More values than columns: a comma or a quote is probably not quoted.
    TooManyFields { found: u32, columns: u32 },
    /// A value begins with a quote that is never closed, so nobody knows where it ends.
    UnclosedQuote,
    /// Longer than a record may hold.
    TooLong { column: String },
    /// A card without its end.
    UnclosedCard,
    /// Lines of a card file that are in no card.
    OutsideCard,
}

/// A row or a card that is not taken in, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub place: Place,
    pub reason: Reason,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<R> {
    /// Records to add, in the order of the files.
    pub new: Vec<R>,
    /// Records to change: before and after.
    pub changed: Vec<(R, R)>,
    /// How many records the files name that hold everything already.
    pub same: usize,
    /// What is not taken in, in the order of the files.
    pub refused: Vec<Refused>,
}

impl<R: Clone + Into<Record>> Plan<R> {
    /// The changes of the one commit that carries it out.
    pub fn changes(&self) -> Vec<Change> {
        let edits = self.changed.iter().filter_map(|(before, after)| Change::edit(before.clone(), after.clone()));
        self.new.iter().cloned().map(Change::add).chain(edits).collect()
    }

    /// Whether there is nothing to commit.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty()
    }
}
