//! What the generator works with: dice, days, free numbers, partners, and the needs still to be given out.

use super::days::Days;
use super::folder::Folder;
use super::mix::Mix;
use super::partners::Directory;
use super::phones::Phones;
use super::rng::Rng;
use crate::core::case::{Case, Need};
use crate::core::change::Change;
use crate::core::household::Household;
use crate::core::id::{Counters, HouseholdId};
use chrono::NaiveDate;

/// The generator's state.
pub struct Desk {
    pub days: Days,
    pub rng: Rng,
    pub ids: Counters,
    pub phones: Phones,
    pub directory: Directory,
    pub mix: Mix,
    /// The navigator's name.
    pub navigator: &'static str,
}

impl Desk {
    /// Opens a folder with the next code name. Events then start on the day it was opened.
    pub fn open(&mut self, need: Need, opened: NaiveDate) -> Folder {
        let id = self.ids.case();
        Folder::new(Case::new(id, format!("R-{:03}", id.0), need, opened), self.days)
    }

    /// Opens a folder for the wanted need, or for the most frequent one left where that is used up.
    pub fn open_wanted(&mut self, need: Need, opened: NaiveDate) -> Folder {
        let need = self.mix.take(need);
        self.open(need, opened)
    }

    /// A new household and its record.
    pub fn household(&mut self, notes: &str) -> (HouseholdId, Change) {
        let id = self.ids.household();
        (id, Change::add(Household { id, label: format!("H-{:02}", id.0), notes: notes.to_owned() }))
    }
}
