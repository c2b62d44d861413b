//! Copies as they were made before there were backups in the age format: header and journal in one sealed file that opens
//! with the passphrase it was made under. They are only read.
//!
//! ```text
//! "RUMBOBAK" 8 | version 2 | length 4 | header
//! for each segment: number 8 | length 8 | its bytes
//! 0 8 | change 8 | chain 32 | checksum of all before, keyed 32
//! ```

#[cfg(test)]
#[path = "old_tests.rs"]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::flaw;
use crate::store::disk::File;
use crate::store::error::{COPY, Error, Flaw};
use crate::store::files;
use crate::store::head::Head;
use crate::store::header::Header;
use crate::store::journal::{Journal, SEGMENT, Witnesses};
use crate::store::keyring::Keyring;
use crate::store::keys::{Keys, mac};
use std::io::{BufReader, Read, Take};
use std::path::Path;
use std::sync::Arc;

const MAGIC: [u8; 8] = *b"RUMBOBAK";
const VERSION: u16 = 1;
/// Bytes that a header may claim; it has some hundreds.
const HEADER_LIMIT: u32 = 64 * 1024;

/// A reader that sums up what passes.
struct Summed<F> {
    inner: F,
    sum: blake3::Hasher,
}

impl<F: Read> Read for Summed<F> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.sum.update(bytes.get(..read).unwrap_or_default());
        Ok(read)
    }
}

/// The bytes of a segment in a copy.
type Segment<'a> = Take<&'a mut Summed<BufReader<File>>>;

fn seal(keys: &Keys, head: &Head, sum: &blake3::Hash) -> blake3::Hash {
    mac(&keys.backup, &[&keys.vault, &head.seq.to_le_bytes(), &head.chain, sum.as_bytes()])
}

/// Whether a file begins as these copies do.
///
/// # Errors
/// The file system's.
pub fn is_old(path: &Path) -> Result<bool, Error> {
    let mut start = [0; 8];
    Ok(files::open(path, false)?.read_exact(&mut start).is_ok() && start == MAGIC)
}

/// A copy of which the header is read.
pub struct Old {
    file: Summed<BufReader<File>>,
    header: Header,
}

impl Old {
    /// Opens a copy.
    ///
    /// # Errors
    /// [`Error::Newer`], damage, the file system's.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let file = BufReader::new(files::open(path, false)?);
        let mut file = Summed { inner: file, sum: blake3::Hasher::new() };
        if array::<8>(&mut file)? != MAGIC {
            return Err(flaw(Flaw::Form));
        }
        let version = u16::from_le_bytes(array(&mut file)?);
        if version > VERSION {
            return Err(Error::Newer { found: version, known: VERSION });
        }
        let length = u32::from_le_bytes(array(&mut file)?);
        if length > HEADER_LIMIT || version != VERSION {
            return Err(flaw(Flaw::Form));
        }
        let mut bytes = Vec::new();
        (&mut file).take(length.into()).read_to_end(&mut bytes).map_err(|_| flaw(Flaw::Short))?;
        Ok(Self { header: Header::from_bytes(&bytes, COPY)?, file })
    }

    /// The header of the vault it was made of.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Makes a journal in `dir` of it, durably, and proves that it is whole.
    ///
    /// # Errors
    /// Damage, [`Error::Newer`], the file system's.
    pub fn unpack(&mut self, keys: &Arc<Keys>, dir: &Path) -> Result<Journal, Error> {
        files::create_dir(dir)?;
        let head = self.read(keys, |number, bytes, length| {
            Journal::put(dir, number, bytes, length).map_err(|error| match error {
                Error::Damaged(damage) => flaw(damage.flaw),
                other => other,
            })
        })?;
        files::sync_dir(dir)?;
        let witnesses = Witnesses { acknowledged: Some(head), checkpoint: None };
        let journal = Journal::read(dir, Arc::clone(keys), SEGMENT, &witnesses)?;
        journal.replay(&Keyring::default(), 0, |_, _| Ok(()))?;
        Ok(journal)
    }

    /// Hands over every segment's number, bytes and length, and returns the head if the seal is whole.
    fn read(
        &mut self,
        keys: &Keys,
        mut visit: impl FnMut(u64, &mut Segment<'_>, u64) -> Result<(), Error>,
    ) -> Result<Head, Error> {
        loop {
            match u64::from_le_bytes(array(&mut self.file)?) {
                0 => break,
                number => {
                    let length = u64::from_le_bytes(array(&mut self.file)?);
                    visit(number, &mut (&mut self.file).take(length), length)?;
                }
            }
        }
        let head = Head { seq: u64::from_le_bytes(array(&mut self.file)?), chain: array(&mut self.file)? };
        let sum = self.file.sum.finalize();
        if seal(keys, &head, &sum) != array::<32>(&mut self.file)? || self.file.read(&mut [0]).unwrap_or(1) != 0 {
            return Err(flaw(Flaw::Seal));
        }
        Ok(head)
    }
}

fn array<const N: usize>(file: &mut impl Read) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes).map_err(|_| flaw(Flaw::Short))?;
    Ok(bytes)
}
