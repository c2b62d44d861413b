//! The keyring: a key of its own for every case, and nowhere else. Erasing a case destroys its key.
//!
//! ```text
//! "RUMBOKRG" 8 | version 2 | edition 8 | sealed: how many 4 | for each case from 0 on: 1 and its key, or 2 and zeros, 33
//! ```
//! Numbers are little endian. Keys are cut ahead, so that a new case usually costs no sync of its own. There are two
//! copies, replaced one after the other; the one with the higher edition counts, so that a key that was destroyed does not
//! come back from the other.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::error::{Error, Flaw};
use super::files;
use super::keys::Keys;
use super::places::Places;
use super::seal::{self, Place, Secret};
use crate::core::id::CaseId;
use std::path::Path;
use zeroize::Zeroizing;

const MAGIC: [u8; 8] = *b"RUMBOKRG";
const VERSION: u16 = 1;
const HEAD: usize = 18;
/// Keys that are cut at a time.
const BLOCK: usize = 256;
/// The furthest that a case may lie beyond the keys; numbers are given out one by one.
const REACH: usize = 1 << 20;
/// Bytes of a key in the file.
const ENTRY: usize = 33;
const KEY: u8 = 1;
const GONE: u8 = 2;
/// How keyrings are called in errors.
pub const NAME: &str = "keyring";

/// What the keyring has for a case.
#[derive(Debug, Clone, Copy)]
pub enum CaseKey<'a> {
    Here(&'a Secret),
    /// It was destroyed, and the case with it.
    Gone,
    /// It was never cut.
    Unknown,
}

/// The key of each case; `None` for one that was destroyed. In blocks, so that no key is moved when more are cut.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Keyring {
    blocks: Vec<Vec<Option<Secret>>>,
    /// How often it was written.
    edition: u64,
}

/// A keyring as it was found.
pub struct Found {
    pub ring: Keyring,
    /// One of the copies has to be written again.
    pub behind: bool,
    /// One of the copies is not there, or is not what was written.
    pub bad: bool,
}

impl Keyring {
    /// The key of a case.
    pub fn key(&self, case: CaseId) -> CaseKey<'_> {
        match self.slot(case).and_then(|(block, at)| self.blocks.get(block)?.get(at)) {
            Some(Some(key)) => CaseKey::Here(key),
            Some(None) => CaseKey::Gone,
            None => CaseKey::Unknown,
        }
    }

    #[allow(clippy::unused_self, reason = "the place is of this ring")]
    fn slot(&self, case: CaseId) -> Option<(usize, usize)> {
        let n = usize::try_from(case.0).ok()?;
        Some((n / BLOCK, n % BLOCK))
    }

    /// How often it was written.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// How many keys were cut, those destroyed included.
    pub fn len(&self) -> usize {
        self.blocks.len() * BLOCK
    }

    /// Whether there is a key, or was one, for this case.
    pub fn reaches(&self, case: CaseId) -> bool {
        !matches!(self.key(case), CaseKey::Unknown)
    }

    /// Cuts keys up to this case. They count once the ring is saved.
    ///
    /// # Errors
    /// [`Error::TooLarge`] for a number far beyond those given out; [`Error::Random`].
    pub fn reach(&mut self, case: CaseId) -> Result<(), Error> {
        let n = usize::try_from(case.0).map_err(|_| Error::TooLarge)?;
        if n >= self.len() + REACH {
            return Err(Error::TooLarge);
        }
        while !self.reaches(case) {
            let mut block = Vec::with_capacity(BLOCK);
            for _ in 0..BLOCK {
                block.push(Some(Zeroizing::new(seal::random()?)));
            }
            self.blocks.push(block);
        }
        Ok(())
    }

    /// Drops the keys beyond the first `len`, which nobody has used.
    pub fn shrink(&mut self, len: usize) {
        self.blocks.truncate(len.div_ceil(BLOCK));
    }

    /// Destroys the key of a case; it is gone once the ring is saved. Tells whether there was one.
    pub fn destroy(&mut self, case: CaseId) -> bool {
        let slot = self.slot(case);
        let key = slot.and_then(|(block, at)| self.blocks.get_mut(block)?.get_mut(at));
        key.is_some_and(|key| key.take().is_some())
    }

    /// A ring with new keys for the same cases; those of erased cases stay gone.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn cut_anew(&self) -> Result<Self, Error> {
        let mut blocks = Vec::with_capacity(self.blocks.len());
        for old in &self.blocks {
            let mut block = Vec::with_capacity(BLOCK);
            for key in old {
                block.push(match key {
                    Some(_) => Some(Zeroizing::new(seal::random()?)),
                    None => None,
                });
            }
            blocks.push(block);
        }
        Ok(Self { blocks, edition: 0 })
    }

    /// Writes both copies, one after the other, each as a whole, and overwrites what they replace.
    ///
    /// # Errors
    /// The file system's; [`Error::Random`].
    pub fn save(&mut self, places: &Places, keys: &Keys) -> Result<(), Error> {
        // Also after a save that failed half-way the next one must be the higher.
        self.edition += 1;
        let bytes = self.to_bytes(keys)?;
        places.keyring().iter().try_for_each(|copy| files::replace_and_erase(copy, &bytes))
    }

    /// The ring as it is kept.
    ///
    /// # Errors
    /// [`Error::Random`]; [`Error::TooLarge`].
    pub fn to_bytes(&self, keys: &Keys) -> Result<Vec<u8>, Error> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&self.edition.to_le_bytes());
        let count = u32::try_from(self.len()).map_err(|_| Error::TooLarge)?;
        let place = place(keys, self.edition);
        seal::seal_into(&mut bytes, &keys.keyring, &place, 4 + ENTRY * self.len(), |out| {
            out.extend_from_slice(&count.to_le_bytes());
            for key in self.blocks.iter().flatten() {
                if let Some(key) = key {
                    out.push(KEY);
                    out.extend_from_slice(key.as_slice());
                } else {
                    out.push(GONE);
                    out.extend_from_slice(&[0; ENTRY - 1]);
                }
            }
            Ok(())
        })?;
        Ok(bytes)
    }

    /// Reads what [`Keyring::to_bytes`] made.
    ///
    /// # Errors
    /// [`Error::Newer`], or damage in `place`.
    pub fn from_bytes(bytes: &[u8], keys: &Keys, name: &str) -> Result<Self, Error> {
        let flaw = |flaw: Flaw| flaw.at(name, None);
        let (head, sealed) = bytes.split_first_chunk::<HEAD>().ok_or_else(|| flaw(Flaw::Short))?;
        let (magic, rest) = head.split_first_chunk::<8>().ok_or_else(|| flaw(Flaw::Short))?;
        let (version, edition) = rest.split_first_chunk::<2>().ok_or_else(|| flaw(Flaw::Short))?;
        let version = u16::from_le_bytes(*version);
        if magic != &MAGIC || version == 0 {
            return Err(flaw(Flaw::Form));
        }
        if version > VERSION {
            return Err(Error::Newer { found: version, known: VERSION });
        }
        let edition = u64::from_le_bytes(*edition.first_chunk().ok_or_else(|| flaw(Flaw::Short))?);
        let plain = seal::open(&keys.keyring, &place(keys, edition), sealed).map_err(flaw)?;
        Self::parse(&plain, edition).ok_or_else(|| flaw(Flaw::Form))
    }

    pub(super) fn parse(plain: &[u8], edition: u64) -> Option<Self> {
        let (count, entries) = plain.split_first_chunk::<4>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        if count % BLOCK != 0 || entries.len() != count.checked_mul(ENTRY)? {
            return None;
        }
        let mut blocks = Vec::with_capacity(count / BLOCK);
        for entries in entries.chunks(ENTRY * BLOCK) {
            let mut block = Vec::with_capacity(BLOCK);
            for entry in entries.chunks(ENTRY) {
                block.push(match entry.split_first()? {
                    (&KEY, key) => Some(Zeroizing::new(*key.first_chunk()?)),
                    (&GONE, _) => None,
                    _ => return None,
                });
            }
            blocks.push(block);
        }
        Some(Self { blocks, edition })
    }

    /// Reads each copy by itself, and says what is wrong with it; the older one says so too. Nothing where there is neither.
    pub fn check_copies(places: &Places, keys: &Keys) -> [Option<Flaw>; 2] {
        let read = |copy: std::path::PathBuf| read(&copy, keys).map_err(|error| error.flaw());
        match places.keyring().map(read) {
            [Ok(None), Ok(None)] => [None, None],
            [Ok(Some(one)), Ok(Some(two))] => {
                [one.edition < two.edition, two.edition < one.edition].map(|older| older.then_some(Flaw::BehindHead))
            }
            both => both.map(|copy| match copy {
                Ok(Some(_)) => None,
                Ok(None) => Some(Flaw::Gone),
                Err(flaw) => Some(flaw),
            }),
        }
    }

    /// Reads the copy with the higher edition; `None` if there is neither.
    ///
    /// # Errors
    /// [`Error::Newer`]; damage if neither is good; the file system's.
    pub fn load(places: &Places, keys: &Keys) -> Result<Option<Found>, Error> {
        let [one, two] = places.keyring().map(|copy| read(&copy, keys));
        let is_bad = |error: &Error| matches!(error, Error::Damaged(_)) || files::is_out_of_reach(error);
        match (one, two) {
            (Err(newer @ Error::Newer { .. }), _) | (_, Err(newer @ Error::Newer { .. })) => Err(newer),
            (Ok(Some(one)), Ok(Some(two))) => {
                let behind = one.edition != two.edition;
                let ring = if one.edition >= two.edition { one } else { two };
                Ok(Some(Found { ring, behind, bad: false }))
            }
            (Ok(Some(ring)), Ok(None)) | (Ok(None), Ok(Some(ring))) => {
                Ok(Some(Found { ring, behind: true, bad: true }))
            }
            (Ok(Some(ring)), Err(error)) | (Err(error), Ok(Some(ring))) if is_bad(&error) => {
                Ok(Some(Found { ring, behind: true, bad: true }))
            }
            (Ok(None), Ok(None)) => Ok(None),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }
}

fn read(copy: &Path, keys: &Keys) -> Result<Option<Keyring>, Error> {
    let name = copy.file_name().unwrap_or_default().to_string_lossy();
    files::read(copy)?.map(|bytes| Keyring::from_bytes(&bytes, keys, &name)).transpose()
}

/// A keyring is no record: it is bound to its own version, so that it opens whatever the records have become.
fn place(keys: &Keys, edition: u64) -> Place<'_> {
    Place { schema: VERSION, ..Place::new(&keys.vault, NAME, &[], edition) }
}
