//! Unlocking a vault that is only read.

use super::super::error::Error;
use super::super::header::Copies;
use super::super::keys::Passphrase;
use super::super::kit::Kit;
use super::super::lock::Lock;
use super::super::reader::Reader;
use super::super::verify::{self, Report};
use super::{LOCK, find_header};
use crate::store::Store;
use std::path::PathBuf;
use std::sync::Arc;

/// How often a vault is read anew that somebody seals anew meanwhile.
const TRIES: usize = 3;

/// A vault to read beside whoever holds it; the passphrase is wanted.
pub struct LockedReader {
    pub(super) dir: PathBuf,
    pub(super) copies: Copies,
}

impl LockedReader {
    /// Whether the vault was made with the cheap key derivation.
    pub fn is_test_kdf(&self) -> bool {
        self.copies.header.is_test_kdf()
    }

    /// Derives the key, which takes about a second, and reads the vault as it stands now.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], damage, [`Error::Newer`], the file system's; and the way to try again.
    pub fn unlock(self, passphrase: &Passphrase) -> Result<Reader, (Error, Box<Self>)> {
        self.read_with(passphrase, false)
    }

    /// The same to make backups, also of a vault that none was made of yet.
    ///
    /// # Errors
    /// Those of [`LockedReader::unlock`].
    pub fn unlock_to_copy(self, passphrase: &Passphrase) -> Result<Reader, (Error, Box<Self>)> {
        self.read_with(passphrase, true)
    }

    fn read_with(self, passphrase: &Passphrase, copies: bool) -> Result<Reader, (Error, Box<Self>)> {
        let mut this = self;
        for _ in 1..TRIES {
            let opened = this.read_once(passphrase, copies);
            if opened.as_ref().is_ok_and(|reader| reader.hurt().is_none()) {
                return opened.map_err(|error| (error, Box::new(this)));
            }
            // Whoever holds it may have sealed it anew meanwhile.
            match find_header(&this.dir) {
                Ok(copies) if copies.header.generation > this.copies.header.generation => this.copies = copies,
                _ => return opened.map_err(|error| (error, Box::new(this))),
            }
        }
        this.read_once(passphrase, copies).map_err(|error| (error, Box::new(this)))
    }

    /// Derives the key and [verifies](mod@crate::store::verify) the whole vault.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::Newer`], the file system's; damage only of the header.
    pub fn verify(&self, passphrase: &Passphrase) -> Result<Report, Error> {
        let mut copies = self.copies.clone();
        let keys = copies.open(&self.dir, passphrase)?.keys;
        verify::verify(&self.dir, &copies.header, &Arc::new(keys))
    }

    fn read_once(&mut self, passphrase: &Passphrase, copies: bool) -> Result<Reader, Error> {
        let opened = self.copies.open(&self.dir, passphrase)?;
        let header = &self.copies.header;
        let slot = header.salt(opened.number).map(|slot| (slot, passphrase));
        let keys = Arc::new(opened.keys);
        let reader = Reader::new(&self.dir, header, Arc::clone(&keys))?.opened_by(opened.number);
        if !copies {
            return Ok(reader);
        }
        let (kit, changed) = Kit::ready(&self.dir, header, &keys, slot)?;
        // Whoever holds the vault keeps one of their own.
        if changed && let Ok(_held) = Lock::take(&self.dir.join(LOCK)) {
            drop(kit.save(&self.dir, &keys));
        }
        Ok(reader.with(kit))
    }
}
