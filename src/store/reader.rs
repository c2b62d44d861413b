//! Reading beside whoever holds the vault: no lock, nothing changed, the journal as it stood at the opening.

use super::backup::{self, Source};
use super::error::Error;
use super::header::Header;
use super::journal::Journal;
use super::keyring::Keyring;
use super::keys::Keys;
use super::notice::Notice;
use super::places::Places;
use super::{Store, outside, reading};
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use crate::core::world::World;
use std::path::Path;
use std::sync::Arc;

/// An opening that only reads. A commit being written at that moment is in it as a whole or not at all.
pub struct Reader {
    places: Places,
    header: Header,
    keys: Arc<Keys>,
    ring: Keyring,
    journal: Journal,
    notices: Vec<Notice>,
}

impl Reader {
    pub(super) fn new(dir: &Path, header: &Header, keys: Keys) -> Result<Self, Error> {
        let keys = Arc::new(keys);
        let places = header.places(dir);
        let reading::Found { journal, ring, notices, .. } = reading::find(&places, &keys)?;
        Ok(Self { places, header: header.clone(), keys, ring, journal, notices })
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
        let source = Source { header: &self.header, keys: &self.keys, ring: &self.ring, journal: &self.journal };
        backup::write(file, self.places.dir(), &source, &world)
    }

    /// The name of something of this vault in files outside it. It is made of the vault's id, so it stays the same
    /// whatever becomes of passphrase and keys, and in a vault that was restored.
    pub fn outside_name(&self, what: &str) -> String {
        outside::name(&self.keys.vault, what)
    }
}

impl Store for Reader {
    fn load(&mut self) -> Result<(World, Seq), Error> {
        let loaded = reading::load(&self.places, &self.keys, &self.ring, &self.journal)?;
        Ok((loaded.world, self.journal.head().seq))
    }

    fn commit(&mut self, _: Seq, _: &Commit) -> Result<Seq, Error> {
        Err(Error::ReadOnly)
    }

    fn timeline(&mut self, case: CaseId) -> Result<Vec<Event>, Error> {
        reading::timeline(&self.journal, &self.ring, case)
    }

    fn each_since(&mut self, head: Seq, visit: &mut dyn FnMut(Seq, Commit)) -> Result<(), Error> {
        reading::each_since(&self.journal, &self.ring, head, visit)
    }
}
