//! A checkpoint: the resident records at one head, packed, so that a day starts without reading years of journal.
//!
//! ```text
//! "RUMBOCKP" 8 | schema 2 | chunks, each: length 4 | sealed bytes
//! ```
//! The first chunk says which head, how many chunks, and the counters. It is only ever a copy: where it does not open,
//! the journal is read instead.

use super::codec;
use super::disk::File;
use super::error::{Error, Flaw};
use super::files::{self, Draft};
use super::head::{Chain, Head};
use super::keys::Keys;
use super::seal::{self, Place};
use crate::core::change::Seq;
use crate::core::id::Counters;
use crate::core::record::Record;
use crate::core::world::World;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::io::{BufReader, Read, Write};
use std::path::Path;

const MAGIC: [u8; 8] = *b"RUMBOCKP";
/// Bytes of records after which a chunk ends, so that little is in the clear at once.
const CHUNK: usize = 60 * 1024;
/// Bytes that a sealed chunk may claim; larger than any record.
const LIMIT: u32 = 1 << 30;

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Summary {
    seq: Seq,
    chain: Chain,
    counters: Counters,
    /// Chunks of records that follow.
    chunks: u32,
}

/// An opened checkpoint; its records are not read yet.
pub struct Checkpoint {
    file: BufReader<File>,
    schema: u16,
    summary: Summary,
}

impl Checkpoint {
    /// Opens the checkpoint and reads which head it stands at; `None` if there is none.
    ///
    /// # Errors
    /// The file system's; damage where it is not what was written.
    pub fn open(path: &Path, keys: &Keys) -> Result<Option<Self>, Error> {
        let mut file = match files::open(path, false) {
            Err(Error::Io { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            other => BufReader::with_capacity(2 * CHUNK, other?),
        };
        let read = |file: &mut BufReader<File>| -> Result<Option<(u16, Summary)>, Flaw> {
            let mut head = [0; 10];
            file.read_exact(&mut head).map_err(|_| Flaw::Short)?;
            let (magic, schema) = head.split_first_chunk::<8>().ok_or(Flaw::Short)?;
            let schema = u16::from_le_bytes(*schema.first_chunk().ok_or(Flaw::Short)?);
            match schema {
                _ if magic != &MAGIC => Err(Flaw::Form),
                codec::SCHEMA => Ok(Some((schema, chunk(file, keys, schema, 0, 0)?))),
                // Of an earlier schema: the journal gives the same world.
                1..codec::SCHEMA => Ok(None),
                _ => Err(Flaw::Form),
            }
        };
        match read(&mut file) {
            Ok(Some((schema, summary))) => Ok(Some(Self { file, schema, summary })),
            Ok(None) => Ok(None),
            Err(flaw) => Err(flaw.at(NAME, None)),
        }
    }

    /// The head it stands at.
    pub fn head(&self) -> Head {
        Head { seq: self.summary.seq, chain: self.summary.chain }
    }

    /// Reads the records.
    ///
    /// # Errors
    /// Damage where they are not what was written.
    pub fn into_world(mut self, keys: &Keys) -> Result<World, Error> {
        let mut world = World::default();
        for index in 1..=self.summary.chunks {
            let records: Result<Vec<Record>, Flaw> = chunk(&mut self.file, keys, self.schema, index, self.summary.seq);
            records.map_err(|flaw| flaw.at(NAME, None))?.into_iter().for_each(|record| world.put(record));
        }
        world.set_counters(self.summary.counters);
        Ok(world)
    }
}

/// The checkpoint's file in the vault.
pub const NAME: &str = "checkpoint";

/// Reads and opens one chunk.
fn chunk<T: DeserializeOwned>(file: &mut impl Read, keys: &Keys, schema: u16, index: u32, seq: Seq) -> Result<T, Flaw> {
    let mut length = [0; 4];
    file.read_exact(&mut length).map_err(|_| Flaw::Short)?;
    let length = u32::from_le_bytes(length);
    if length > LIMIT {
        return Err(Flaw::Form);
    }
    let mut sealed = Vec::new();
    file.take(u64::from(length)).read_to_end(&mut sealed).map_err(|_| Flaw::Short)?;
    let key = index.to_le_bytes();
    let place = Place { schema, ..Place::new(&keys.vault, NAME, &key, seq) };
    codec::decode(schema, &seal::open(&keys.checkpoint, &place, &sealed)?)
}

fn write_chunk<T: Serialize>(file: &mut File, keys: &Keys, index: u32, seq: Seq, value: &T) -> Result<(), Error> {
    let key = index.to_le_bytes();
    let place = Place::new(&keys.vault, NAME, &key, seq);
    let sealed = seal::seal(&keys.checkpoint, &place, &codec::encode(value)?)?;
    let length = u32::try_from(sealed.len()).map_err(|_| Error::TooLarge)?;
    let bytes = [&length.to_le_bytes(), &sealed[..]].concat();
    file.write_all(&bytes).map_err(|source| Error::Io { verb: "write", place: NAME.into(), source })
}

/// Removes the checkpoint, durably; the journal gives the same.
///
/// # Errors
/// The file system's.
pub fn erase(path: &Path) -> Result<(), Error> {
    files::erase(path)?;
    files::sync_dir(files::parent(path))
}

/// Every resident record, in an order that `World::put` takes in quickly.
pub fn records(world: &World) -> impl Iterator<Item = Record> {
    let cases = world.cases().cloned().map(Record::from);
    let deadlines = world.deadlines().cloned().map(Record::from);
    let partners = world.partners().cloned().map(Record::from);
    let requests = world.requests().cloned().map(Record::from);
    let households = world.households().cloned().map(Record::from);
    let clinic = world.clinic().cloned().map(Record::from);
    let happenings = world.happenings().cloned().map(Record::from);
    let practice = world.practice().cloned().map(Record::from);
    let pins = world.pins().cloned().map(Record::from);
    let people = cases.chain(deadlines).chain(partners).chain(requests).chain(households);
    let holds = world.holds().cloned().map(Record::from);
    let retention = world.retention().map(Record::from).into_iter();
    let unattended = world.unattended().map(Record::from).into_iter();
    let erased = world.erased().cloned().map(Record::from);
    let numbers = world.a_numbers().cloned().map(Record::from);
    people
        .chain(happenings)
        .chain(clinic)
        .chain(practice)
        .chain(pins)
        .chain(holds)
        .chain(retention)
        .chain(unattended)
        .chain(erased)
        .chain(numbers)
}

/// The records in groups of about [`CHUNK`] bytes.
fn groups(world: &World) -> Result<Vec<Vec<Record>>, Error> {
    let (mut groups, mut group, mut bytes) = (Vec::new(), Vec::new(), 0);
    for record in records(world) {
        let size = codec::size(&record)?;
        if bytes + size > CHUNK && !group.is_empty() {
            groups.push(std::mem::take(&mut group));
            bytes = 0;
        }
        bytes += size;
        group.push(record);
    }
    if !group.is_empty() {
        groups.push(group);
    }
    Ok(groups)
}

/// Writes the checkpoint of `world` as it stands at `head`, and replaces the older one.
///
/// # Errors
/// The file system's; the older one is then still there.
pub fn write(path: &Path, keys: &Keys, head: Head, world: &World) -> Result<(), Error> {
    let groups = groups(world)?;
    let chunks = u32::try_from(groups.len()).map_err(|_| Error::TooLarge)?;
    let mut draft = Draft::new(path)?;
    let start = [&MAGIC[..], &codec::SCHEMA.to_le_bytes()].concat();
    draft.file.write_all(&start).map_err(Error::io("write", path))?;
    let summary = Summary { seq: head.seq, chain: head.chain, counters: world.counters(), chunks };
    write_chunk(&mut draft.file, keys, 0, 0, &summary)?;
    for (index, group) in (1..).zip(&groups) {
        write_chunk(&mut draft.file, keys, index, head.seq, group)?;
    }
    let old = files::open(path, true).ok();
    draft.keep()?;
    // It may have what has been erased since.
    old.map_or(Ok(()), files::overwrite).map_err(Error::io("clear", path))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::core::change::Change;
    use crate::store::testing::{case, commit, deadline, every_kind};
    use std::fs;
    use zeroize::Zeroizing;

    const HEAD: Head = Head { seq: 9, chain: [4; 32] };

    fn keys() -> Keys {
        Keys::new([1; 16], &Zeroizing::new([2; 32]))
    }

    fn world(cases: u32) -> World {
        let mut world = World::default();
        world.apply(&every_kind());
        world.apply(&commit((10..10 + cases).map(|n| Change::add(case(n))).collect()));
        world.apply(&commit((10..10 + cases).map(|n| Change::add(deadline(n, n))).collect()));
        world.apply(&commit(vec![Change::remove(case(10))]));
        world
    }

    #[test]
    fn gives_the_world_back() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join(NAME);
        assert!(Checkpoint::open(&path, &keys()).unwrap().is_none());
        for world in [World::default(), world(0), world(900)] {
            write(&path, &keys(), HEAD, &world).unwrap();
            let checkpoint = Checkpoint::open(&path, &keys()).unwrap().unwrap();
            assert_eq!(checkpoint.head(), HEAD);
            assert_eq!(checkpoint.into_world(&keys()).unwrap(), world);
        }
    }

    #[test]
    fn opens_for_no_other_vault_and_not_with_chunks_of_another() {
        let temp = tempfile::tempdir().unwrap();
        let (one, two) = (temp.path().join("one"), temp.path().join("two"));
        write(&one, &keys(), HEAD, &world(0)).unwrap();
        write(&two, &keys(), Head { seq: 8, ..HEAD }, &world(0)).unwrap();
        assert!(Checkpoint::open(&one, &Keys::new([3; 16], &Zeroizing::new([2; 32]))).is_err());
        let (mut bytes, other) = (fs::read(&one).unwrap(), fs::read(&two).unwrap());
        let start = 10 + 4 + 24 + 16 + 256;
        bytes.splice(start.., other[start..].iter().copied());
        fs::write(&one, bytes).unwrap();
        let mixed = Checkpoint::open(&one, &keys()).unwrap().unwrap();
        assert!(mixed.into_world(&keys()).is_err());
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_seen() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join(NAME);
        write(&path, &keys(), HEAD, &world(0)).unwrap();
        let good = fs::read(&path).unwrap();
        let opens = |bytes: &[u8]| {
            fs::remove_file(&path).unwrap();
            fs::write(&path, bytes).unwrap();
            let checkpoint = Checkpoint::open(&path, &keys());
            checkpoint.is_ok_and(|found| found.is_some_and(|checkpoint| checkpoint.into_world(&keys()).is_ok()))
        };
        assert!(opens(&good));
        for at in (0..good.len()).step_by(7).chain(0..64) {
            let mut bad = good.clone();
            bad[at] ^= 1 << (at % 8);
            assert!(!opens(&bad), "byte {at}");
            assert!(!opens(&good[..at]), "cut at {at}");
        }
    }
}
