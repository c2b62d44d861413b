//! What a damaged journal still proves: every frame that opens, wherever it lies.
//!
//! A frame's seal binds it to the vault, to its schema and to the number of its change, so what stands behind a bad frame
//! is still known to be what was written. Where both neighbours are there, the chain has to hold between them as well:
//! what another copy of the same vault wrote under the same number is none of this one's.

use super::frame::{self, Header};
use super::{Journal, batch, segment};
use crate::core::change::{Change, Commit, Seq};
use crate::store::codec;
use crate::store::disk;
use crate::store::error::{Error, Flaw};
use crate::store::files;
use crate::store::head::{Chain, Head};
use crate::store::keyring::Keyring;
use crate::store::keys::Keys;
use crate::store::seal::{self, Place};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What frames start at multiples of.
const STEP: usize = 64;

/// Where a frame lies.
#[derive(Debug, Clone, Copy)]
struct Spot {
    /// Which of the files.
    file: usize,
    offset: u64,
    header: Header,
}

/// The frames of a journal that open.
pub struct Frames {
    keys: Arc<Keys>,
    /// The journal's directory, for what is said of it.
    dir: PathBuf,
    files: Vec<PathBuf>,
    spots: BTreeMap<Seq, Spot>,
    /// The chain after each change, as far as it is known.
    chains: BTreeMap<Seq, Chain>,
}

impl Frames {
    /// Looks through every segment that is there. Nothing is changed.
    ///
    /// # Errors
    /// The file system's; [`Error::Newer`].
    pub fn find(dir: &Path, keys: &Arc<Keys>, ring: &Keyring) -> Result<Self, Error> {
        let genesis = Head::genesis(keys);
        let mut found = Self {
            keys: Arc::clone(keys),
            dir: dir.to_owned(),
            files: segments(dir)?,
            spots: BTreeMap::new(),
            chains: BTreeMap::from([(genesis.seq, genesis.chain)]),
        };
        for (number, file) in found.files.clone().iter().enumerate() {
            // Whatever is no file, or cannot be read, holds no frame.
            if let Ok(Some(bytes)) = files::read(file) {
                found.look_through(number, &bytes, ring)?;
            }
        }
        Ok(found)
    }

    fn look_through(&mut self, file: usize, bytes: &[u8], ring: &Keyring) -> Result<(), Error> {
        let mut at = usize::try_from(segment::HEADER).unwrap_or(STEP);
        while let Some(head) = bytes.get(at..).and_then(|rest| rest.first_chunk::<{ frame::HEADER }>()) {
            at += self.frame(file, at, head, bytes, ring)?.unwrap_or(STEP);
        }
        Ok(())
    }

    /// How far it is to what follows the frame at `at`, if there is one.
    fn frame(
        &mut self,
        file: usize,
        at: usize,
        head: &[u8; frame::HEADER],
        bytes: &[u8],
        ring: &Keyring,
    ) -> Result<Option<usize>, Error> {
        let Some(header) = Header::claimed(head) else { return Ok(None) };
        let (Ok(length), Ok(span)) = (usize::try_from(header.length), usize::try_from(header.span())) else {
            return Ok(None);
        };
        let start = at + frame::HEADER;
        let before = header.seq.checked_sub(1).and_then(|seq| Some(Head { seq, chain: *self.chains.get(&seq)? }));
        let genuine = before.is_some_and(|before| Header::read(&self.keys, &before, head).is_some());
        let sealed = start.checked_add(length).and_then(|end| bytes.get(start..end));
        let Some(sealed) = sealed.filter(|sealed| open(&self.keys, ring, &header, sealed).is_ok()) else {
            if genuine {
                // It cannot be read, but what it says of itself is proven: the next one follows it.
                codec::check_known(header.schema)?;
                self.chains.entry(header.seq).or_insert(header.chain);
            }
            return Ok(genuine.then_some(span));
        };
        let chain = before.map(|before| *header.chaining(&self.keys, &before).update(sealed).finalize().as_bytes());
        if !genuine && chain.is_some_and(|chain| chain != header.chain) {
            return Ok(None);
        }
        self.chains.entry(header.seq).or_insert(chain.unwrap_or(header.chain));
        self.spots.entry(header.seq).or_insert(Spot { file, offset: at as u64, header });
        Ok(Some(span))
    }

    /// The last change that can be read.
    pub fn last(&self) -> Seq {
        self.spots.last_key_value().map_or(0, |(seq, _)| *seq)
    }

    /// Whether `head` is none that this journal came through, as far as one can tell.
    pub fn denies(&self, head: Head) -> bool {
        self.chains.get(&head.seq).is_some_and(|chain| *chain != head.chain)
    }

    /// Hands every change after `after` that can be read to `visit`, oldest first.
    ///
    /// # Errors
    /// The file system's, damage that came since, and what `visit` returns.
    pub fn replay(
        &self,
        ring: &Keyring,
        after: Seq,
        mut visit: impl FnMut(Seq, Commit) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut opened: Option<(usize, crate::store::disk::File)> = None;
        for (seq, spot) in self.spots.range(after.saturating_add(1)..) {
            let path = self.files.get(spot.file).map_or(self.dir.as_path(), PathBuf::as_path);
            let file = match opened.take() {
                Some((number, file)) if number == spot.file => file,
                _ => files::open(path, false)?,
            };
            let mut sealed = vec![0; usize::try_from(spot.header.length).unwrap_or(0)];
            let from = spot.offset + frame::HEADER as u64;
            file.read_exact_at(&mut sealed, from).map_err(Error::io("read", path))?;
            opened = Some((spot.file, file));
            let place = || path.file_name().unwrap_or_default().to_string_lossy();
            let commit = open(&self.keys, ring, &spot.header, &sealed);
            visit(*seq, commit.map_err(|flaw| flaw.at(segment::inside(&self.dir, &place()), Some(*seq)))?)?;
        }
        Ok(())
    }
}

impl Journal {
    /// Stands for a journal that cannot be read as a whole.
    pub fn unread(dir: &Path, keys: Arc<Keys>) -> Self {
        let end = super::End { head: Head::genesis(&keys), offset: 0, size: 0, last: None, tail: None };
        Self { dir: dir.to_owned(), keys, segment_bytes: 0, segments: Vec::new(), end, schemas: None }
    }

    /// How many bytes follow the last good frame that are not zeros.
    pub fn torn(&self) -> Option<u64> {
        self.end.tail.as_ref().map(|(_, bytes)| bytes.len() as u64)
    }

    /// Whether they are no write that was cut short.
    pub fn is_ended_badly(&self) -> bool {
        matches!(self.end.tail, Some((frame::Rest::Damaged, _)))
    }

    /// The last segment, relative to the vault.
    pub fn last_name(&self) -> String {
        segment::name(&self.dir, self.segments.last().map_or(1, |segment| segment.number))
    }
}

fn open(keys: &Keys, ring: &Keyring, header: &Header, sealed: &[u8]) -> Result<Commit, Flaw> {
    if codec::check_known(header.schema).is_err() {
        return Err(Flaw::Form);
    }
    let place = Place { schema: header.schema, ..super::place(keys, header.seq) };
    let plain = seal::open(&keys.journal, &place, sealed)?;
    let commit: Commit = match header.schema {
        batch::SINCE.. => batch::read(&plain, header.schema, &keys.vault, ring, header.seq)?,
        schema => codec::decode(schema, &plain)?,
    };
    if commit.changes.iter().all(Change::is_sound) { Ok(commit) } else { Err(Flaw::Record) }
}

/// The segments that are there, in their order, however many are missing between them.
fn segments(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = match disk::list(dir) {
        Err(e) if matches!(e.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => Vec::new(),
        other => other.map_err(Error::io("list", dir))?,
    };
    found.retain(|path| path.extension().is_some_and(|ending| ending == "log"));
    Ok(found)
}
