//! Reading beside whoever holds the vault: no lock, nothing changed, the journal as it stood at the opening.

use super::error::Error;
use super::journal::Journal;
use super::keys::Keys;
use super::{Store, outside, reading};
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use crate::core::world::World;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An opening that only reads. A commit being written at that moment is in it as a whole or not at all.
pub struct Reader {
    dir: PathBuf,
    keys: Arc<Keys>,
    journal: Journal,
}

impl Reader {
    pub(super) fn new(dir: &Path, keys: Keys) -> Result<Self, Error> {
        let keys = Arc::new(keys);
        let journal = reading::find(dir, &keys)?.journal;
        Ok(Self { dir: dir.to_owned(), keys, journal })
    }

    /// The name of something of this vault in files outside it. It is made of the vault's id, so it stays the same
    /// whatever becomes of passphrase and keys, and in a vault that was restored.
    pub fn outside_name(&self, what: &str) -> String {
        outside::name(&self.keys.vault, what)
    }
}

impl Store for Reader {
    fn load(&mut self) -> Result<(World, Seq), Error> {
        let (world, _) = reading::load(&self.dir, &self.keys, &self.journal)?;
        Ok((world, self.journal.head().seq))
    }

    fn commit(&mut self, _: Seq, _: &Commit) -> Result<Seq, Error> {
        Err(Error::ReadOnly)
    }

    fn timeline(&mut self, case: CaseId) -> Result<Vec<Event>, Error> {
        reading::timeline(&self.journal, case)
    }

    fn each_since(&mut self, head: Seq, visit: &mut dyn FnMut(Seq, Commit)) -> Result<(), Error> {
        reading::each_since(&self.journal, head, visit)
    }
}
