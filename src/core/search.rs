//! Finding by what a person types: accents, case and apostrophes never matter, every word must match, best first.
//!
//! A word matches a row where it stands in one piece (a whole word before the start of a word before the middle of
//! one), and failing that as an abbreviation: its letters in order from the start of a word, each later in the same
//! word or opening one of the next two, so that `hdz` finds *Hernández* and `6175550123` finds *617-555-0123*.
//! Letters scattered over a whole row are no match; they are noise in a list of names.
//!
//! Two stages keep a keystroke within a millisecond: a bit mask of characters and one pass over a folded arena score
//! every row, then `SkimMatcherV2` orders the best of them finely.

mod arena;
mod fold;
mod highlight;
mod index;
mod word;

pub use fold::fold;
pub use highlight::matched;
pub use index::{Hit, Index};
