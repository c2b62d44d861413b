//! The store: what makes a commit durable, behind four verbs.

use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use crate::core::world::World;

/// Why the store said no. Nothing was changed, unless the text says so.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody committed in between; read `since` and decide again.
    #[error("the vault has moved on to change {0}")]
    Conflict(Seq),
    /// Another process holds the vault.
    #[error("the vault is in use by process {0}")]
    InUse(String),
    /// No vault at this place.
    #[error("no vault at {0}")]
    Missing(String),
    /// A vault is already there.
    #[error("there is a vault at {0} already")]
    Exists(String),
    /// The passphrase opens no slot.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Made by a newer program.
    #[error("the vault has format {found}, this program knows up to {known}")]
    Newer { found: u16, known: u16 },
    /// Bytes that are not what was written.
    #[error("damaged: {0}")]
    Damaged(String),
    /// After a failed sync nothing more is written until the vault is opened again.
    #[error("not saved: {0}")]
    NotSaved(String),
    /// The file system's own error, with what was tried.
    #[error("{doing}: {source}")]
    Io {
        doing: String,
        #[source]
        source: std::io::Error,
    },
}

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

    /// Returns what was committed after `head`, oldest first.
    ///
    /// # Errors
    /// What could not be read or proven.
    fn since(&mut self, head: Seq) -> Result<Vec<(Seq, Commit)>, Error>;
}
