//! The store: what makes a commit durable, behind four verbs.
//!
//! The journal is the truth: a commit is sealed, appended and synced before it is acknowledged. What is faster to
//! read is made from it and thrown away when in doubt.

pub mod apart;
mod aside;
pub mod audit;
pub mod away;
pub mod backup;
mod checkpoint;
mod codec;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod contract;
mod damaged;
mod disk;
mod envelope;
mod error;
pub mod export;
mod files;
pub mod folders;
#[cfg(any(test, feature = "fuzzing"))]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a fuzz target may stop at the first surprise")]
pub mod fuzz;
mod head;
mod header;
mod journal;
pub mod keeper;
mod keyring;
pub mod keys;
pub mod kit;
mod lock;
pub mod memory;
pub mod notice;
pub mod outside;
mod places;
pub mod reader;
mod reading;
pub mod recovery;
mod remains;
mod reseal;
pub mod rotation;
mod seal;
mod staging;
mod state;
pub mod strength;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod testing;
pub mod vault;
pub mod verify;

pub use error::{Damage, Error, Flaw, Kept, Slotted, Why};
pub use remains::{Gap, Hurt};

use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use crate::core::world::World;
use chrono::{DateTime, Utc};

/// Where commits become durable. One user at a time, so every method takes it mutably.
pub trait Store {
    /// Returns the resident records and the head they stand at.
    ///
    /// # Errors
    /// What could not be read or proven.
    fn load(&mut self) -> Result<(World, Seq), Error>;

    /// Makes `commit` durable and whole on top of `head`, or changes nothing.
    ///
    /// # Errors
    /// [`Error::Conflict`] when `head` is not the store's; what could not be written otherwise.
    fn commit(&mut self, head: Seq, commit: &Commit) -> Result<Seq, Error>;

    /// Returns the events of one case, oldest first.
    ///
    /// # Errors
    /// What could not be read or proven.
    fn timeline(&mut self, case: CaseId) -> Result<Vec<Event>, Error>;

    /// Hands over what was committed after `head`, oldest first, one at a time: together they may be large.
    ///
    /// # Errors
    /// What could not be read or proven.
    fn each_since(&mut self, head: Seq, visit: &mut dyn FnMut(Seq, Commit)) -> Result<(), Error>;

    /// Returns when the change `head`, the last one, was made: with it a folder that was rolled back shows. `None` where
    /// there is none.
    ///
    /// # Errors
    /// What could not be read or proven.
    fn last_made(&mut self, head: Seq) -> Result<Option<DateTime<Utc>>, Error> {
        let mut made = None;
        self.each_since(head.saturating_sub(1), &mut |_, commit| made = Some(commit.at))?;
        Ok(made)
    }

    /// What is wrong, where the store is damaged and only reads. Reading the records may find it.
    fn hurt(&self) -> Option<&Hurt> {
        None
    }

    /// What was found that a person should hear of. Reading the records may add to it.
    fn notices(&self) -> &[notice::Notice] {
        &[]
    }

    /// Returns what was committed after `head`, oldest first.
    ///
    /// # Errors
    /// What could not be read or proven.
    fn since(&mut self, head: Seq) -> Result<Vec<(Seq, Commit)>, Error> {
        let mut commits = Vec::new();
        self.each_since(head, &mut |seq, commit| commits.push((seq, commit)))?;
        Ok(commits)
    }
}
