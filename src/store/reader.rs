//! Reading beside whoever holds the vault: no lock, nothing changed, the journal as it stood at the opening.

use super::backup;
use super::error::Error;
use super::header::Header;
use super::journal::Journal;
use super::keys::Keys;
use super::notice::Notice;
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
    header: Header,
    keys: Arc<Keys>,
    journal: Journal,
    notices: Vec<Notice>,
}

impl Reader {
    pub(super) fn new(dir: &Path, header: &Header, keys: Keys) -> Result<Self, Error> {
        let keys = Arc::new(keys);
        let reading::Found { journal, notices, .. } = reading::find(dir, &keys)?;
        Ok(Self { dir: dir.to_owned(), header: header.clone(), keys, journal, notices })
    }

    /// What was found that a person should hear of.
    pub fn report(&self) -> &[Notice] {
        &self.notices
    }

    /// Writes a sealed copy to `file`, opens it again and compares it with the vault before it takes its place. Only
    /// for that moment there is something of its own in the vault's folder.
    ///
    /// # Errors
    /// [`Error::Exists`] if the file is there and is no copy, [`Error::Kept`] if it is a copy of another vault or holds
    /// what this one does not, [`Error::Unsafe`] if it is a link, [`Error::InUse`] while another copy is compared,
    /// damage where the copy is not the vault's equal, the file system's. What was at `file` before is then still
    /// there.
    pub fn backup(&mut self, file: &Path) -> Result<Seq, Error> {
        let (world, _) = self.load()?;
        backup::write(file, &self.dir, &self.header, &self.keys, &self.journal, &world)
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
