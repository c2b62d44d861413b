//! Backups: header and journal in one sealed file that opens with the passphrase it was made under.
//!
//! ```text
//! "RUMBOBAK" 8 | version 2 | length 4 | header | length 4 | keyring
//! for each segment: number 8 | length 8 | its bytes
//! 0 8 | change 8 | chain 32 | checksum of all before, keyed 32
//! ```
//! Version 1 has no keyring: it is of before every case had its own key.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::disk::File;
use super::error::{COPY, Error, Flaw, Kept};
use super::files::{self, Draft};
use super::head::Head;
use super::header::Header;
use super::journal::{Journal, SEGMENT, Witnesses};
use super::keyring::Keyring;
use super::keys::{Keys, mac};
use super::lock::Lock;
use super::places::Places;
use super::reading;
use crate::core::change::{Commit, Seq, Verb};
use crate::core::world::World;
use std::io::{BufReader, BufWriter, Read, Take, Write};
use std::path::Path;
use std::sync::Arc;

const MAGIC: [u8; 8] = *b"RUMBOBAK";
const VERSION: u16 = 2;
/// Bytes that a header may claim; it has some hundreds.
const HEADER_LIMIT: u32 = 64 * 1024;
/// Bytes that a keyring may claim; a case takes 33.
const RING_LIMIT: u32 = 256 * 1024 * 1024;
/// Where a backup is unpacked to be compared, inside the vault.
const DRILL: &str = "drill";
/// Who is doing so.
const DRILL_LOCK: &str = "drill.lock";

/// A reader or writer that sums up what passes.
struct Summed<F> {
    inner: F,
    sum: blake3::Hasher,
}

impl<F: Write> Write for Summed<F> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.sum.update(bytes.get(..written).unwrap_or(bytes));
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
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

/// What a backup is made of.
pub struct Source<'a> {
    pub header: &'a Header,
    pub keys: &'a Arc<Keys>,
    pub ring: &'a Keyring,
    pub journal: &'a Journal,
}

/// Writes a backup of the vault in `dir`, whose records are `world`, and proves it before it takes its place.
///
/// # Errors
/// [`Error::Exists`], [`Error::Kept`], [`Error::Unsafe`], [`Error::InUse`], damage, the file system's; the file is then
/// as it was.
pub fn write(file: &Path, dir: &Path, source: &Source<'_>, world: &World) -> Result<Seq, Error> {
    check_place(file, dir, source)?;
    let ring = source.ring.to_bytes(source.keys)?;
    let mut draft = Draft::outside(file)?;
    fill(&mut draft.file, source, &ring).map_err(Error::io("write", draft.path()))?;
    draft.file.sync_all().map_err(Error::io("sync", draft.path()))?;
    drill(draft.path(), dir, source, world)?;
    draft.keep()?;
    Ok(source.journal.head().seq)
}

/// A copy of this vault may be replaced that holds nothing this vault does not, and nothing else.
fn check_place(file: &Path, dir: &Path, source: &Source<'_>) -> Result<(), Error> {
    let place = file.display().to_string();
    match std::fs::symlink_metadata(file) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(source) => Err(Error::io("find", file)(source)),
        Ok(found) if found.is_symlink() => Err(Error::Unsafe(place)),
        Ok(_) => {
            let Ok(mut copy) = Backup::open(file) else { return Err(Error::Exists(place)) };
            match copy.why_kept(dir, source)? {
                Some(why) => Err(Error::Kept { place, why }),
                None => Ok(()),
            }
        }
    }
}

fn fill(file: &mut File, source: &Source<'_>, ring: &[u8]) -> std::io::Result<()> {
    let mut out = Summed { inner: BufWriter::new(file), sum: blake3::Hasher::new() };
    let header = source.header.to_bytes();
    out.write_all(&MAGIC)?;
    out.write_all(&VERSION.to_le_bytes())?;
    out.write_all(&u32::try_from(header.len()).unwrap_or(u32::MAX).to_le_bytes())?;
    out.write_all(&header)?;
    out.write_all(&u32::try_from(ring.len()).unwrap_or(u32::MAX).to_le_bytes())?;
    out.write_all(ring)?;
    source.journal.copy(|number, bytes| {
        out.write_all(&number.to_le_bytes())?;
        out.write_all(&(bytes.len() as u64).to_le_bytes())?;
        out.write_all(bytes)
    })?;
    let head = source.journal.head();
    out.write_all(&[0; 8])?;
    out.write_all(&head.seq.to_le_bytes())?;
    out.write_all(&head.chain)?;
    let seal = seal(source.keys, &head, &out.sum.finalize());
    out.write_all(seal.as_bytes())?;
    out.flush()
}

/// What changes up to `last` say of themselves, beside what is a case's: when, by whom, what was done.
fn told(journal: &Journal, ring: &Keyring, last: Seq) -> Result<Vec<(i64, String, Verb, u32)>, Error> {
    let mut told = Vec::new();
    journal.replay(ring, 0, |seq, Commit { at, by, act, .. }| {
        if seq <= last {
            told.push((at.timestamp_millis(), by, act.verb, act.count));
        }
        Ok(())
    })?;
    Ok(told)
}

/// Restores the backup for a moment and compares.
fn drill(file: &Path, vault: &Path, source: &Source<'_>, world: &World) -> Result<(), Error> {
    let _alone = Lock::take(&vault.join(DRILL_LOCK))?;
    let place = vault.join(DRILL);
    files::remove_tree(&place)?;
    files::create_dir(&place)?;
    let compared = Backup::open(file).and_then(|mut backup| {
        let places = Places::new(&place, 1);
        let (journal, ring) = backup.unpack(source.keys, &places.journal())?;
        let loaded = reading::load(&places, source.keys, &ring, &journal)?;
        let same = journal.head() == source.journal.head() && loaded.world == *world && ring == *source.ring;
        if same { Ok(()) } else { Err(flaw(Flaw::BehindHead)) }
    });
    files::remove_tree(&place)?;
    compared
}

fn flaw(flaw: Flaw) -> Error {
    flaw.at(COPY, None)
}

/// A backup of which the header is read.
pub struct Backup {
    file: Summed<BufReader<File>>,
    header: Header,
    ring: Option<Vec<u8>>,
}

impl Backup {
    /// Opens a backup.
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
        if length > HEADER_LIMIT || version == 0 {
            return Err(flaw(Flaw::Form));
        }
        let header = Header::from_bytes(&bytes(&mut file, length)?, COPY)?;
        let ring = if version == 1 {
            None
        } else {
            let length = u32::from_le_bytes(array(&mut file)?);
            if length > RING_LIMIT {
                return Err(flaw(Flaw::Form));
            }
            Some(bytes(&mut file, length)?)
        };
        Ok(Self { file, header, ring })
    }

    /// The header of the vault it was made of.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The keys of the cases; none where it is of before cases had their own.
    fn ring(&self, keys: &Keys) -> Result<Keyring, Error> {
        self.ring.as_ref().map_or_else(|| Ok(Keyring::default()), |bytes| Keyring::from_bytes(bytes, keys, COPY))
    }

    /// Makes a journal in `dir` of it, durably, and proves that it is whole; returns it with the keys of the cases.
    ///
    /// # Errors
    /// Damage, [`Error::Newer`], the file system's.
    pub fn unpack(&mut self, keys: &Arc<Keys>, dir: &Path) -> Result<(Journal, Keyring), Error> {
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
        let ring = self.ring(keys)?;
        journal.replay(&ring, 0, |_, _| Ok(()))?;
        Ok((journal, ring))
    }

    /// Why it must not be replaced by a copy of a vault with this journal, if it must not.
    fn why_kept(&mut self, dir: &Path, source: &Source<'_>) -> Result<Option<Kept>, Error> {
        let Source { header, keys, journal, .. } = *source;
        if self.header.vault != header.vault {
            return Ok(Some(Kept::OtherVault));
        }
        if self.header.generation != header.generation {
            return self.why_kept_of_another_generation(dir, source);
        }
        let skip = |_, bytes: &mut Segment<'_>, length| match std::io::copy(bytes, &mut std::io::sink()) {
            Ok(read) if read == length => Ok(()),
            _ => Err(flaw(Flaw::Short)),
        };
        match self.read(keys, skip) {
            Ok(head) if journal.contains(head)? => Ok(None),
            Ok(head) => Ok(Some(Kept::Ahead { theirs: head.seq, ours: journal.head().seq })),
            Err(Error::Damaged(_)) => Ok(Some(Kept::Broken)),
            Err(other) => Err(other),
        }
    }

    /// The same where the chains differ, because the vault was sealed anew since: what the changes say of themselves is
    /// compared, one by one.
    fn why_kept_of_another_generation(&mut self, dir: &Path, source: &Source<'_>) -> Result<Option<Kept>, Error> {
        let _alone = Lock::take(&dir.join(DRILL_LOCK))?;
        let place = dir.join(DRILL);
        files::remove_tree(&place)?;
        files::create_dir(&place)?;
        let theirs = self
            .unpack(source.keys, &Places::new(&place, 1).journal())
            .and_then(|(journal, ring)| Ok((journal.head().seq, told(&journal, &ring, journal.head().seq)?)));
        files::remove_tree(&place)?;
        match theirs {
            Ok((theirs, said)) if said == told(source.journal, source.ring, theirs)? => Ok(None),
            Ok((theirs, _)) => Ok(Some(Kept::Ahead { theirs, ours: source.journal.head().seq })),
            Err(Error::Damaged(_)) => Ok(Some(Kept::Broken)),
            Err(other) => Err(other),
        }
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

fn bytes(file: &mut impl Read, length: u32) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    file.take(length.into()).read_to_end(&mut bytes).map_err(|_| flaw(Flaw::Short))?;
    Ok(bytes)
}

fn array<const N: usize>(file: &mut impl Read) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes).map_err(|_| flaw(Flaw::Short))?;
    Ok(bytes)
}
