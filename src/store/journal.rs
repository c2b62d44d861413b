//! The journal: the truth. Commits are sealed, appended and synced, one frame each, in segments of a fixed size.
//!
//! A frame that is not good is one of two things. At the very end, and not acknowledged by any other file, it may be a
//! write that was cut short: it is set aside and reported. Anything else is damage, and said to be so.

mod batch;
mod frame;
mod frames;
#[cfg(any(test, feature = "fuzzing"))]
#[allow(clippy::unwrap_used, reason = "a fuzz target may stop at the first surprise")]
pub mod fuzz;
mod scan;
mod segment;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;
mod writer;

pub use self::frames::Frames;
pub use self::writer::Writer;

pub use self::batch::Outline;
use self::scan::{End, Frame, Scan};
use self::segment::Segment;
use super::codec;
use super::disk;
use super::error::{Damage, Error, Flaw};
use super::files;
use super::head::Head;
use super::keyring::Keyring;
use super::keys::Keys;
use super::seal::{self, Place};
use crate::core::change::{Change, Commit, Seq};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

/// Bytes of a segment, 4 MiB; a larger frame gets a segment of its own size. Small in this crate's own tests, which
/// make hundreds of vaults and want several segments in each.
pub const SEGMENT: u64 = if cfg!(test) { 16 * 1024 } else { 4 * 1024 * 1024 };

/// What other files know of the journal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Witnesses {
    /// The head that was acknowledged last.
    pub acknowledged: Option<Head>,
    /// The head at which a checkpoint was written; everything up to it is on the disk.
    pub checkpoint: Option<Head>,
}

impl Witnesses {
    fn all(&self) -> Vec<Head> {
        self.acknowledged.into_iter().chain(self.checkpoint).collect()
    }
}

/// The journal, read and proven to its end.
pub struct Journal {
    dir: PathBuf,
    keys: Arc<Keys>,
    segment_bytes: u64,
    segments: Vec<Segment>,
    end: End,
    /// The schemas of its frames: the oldest, the newest.
    schemas: Option<(u16, u16)>,
}

impl Journal {
    /// Makes the directory and the first segment of an empty journal.
    ///
    /// # Errors
    /// The file system's.
    pub fn create(dir: &Path, keys: &Keys, segment_bytes: u64) -> Result<(), Error> {
        files::create_dir(dir)?;
        Segment { number: 1, before: Head::genesis(keys) }.create(dir, keys, segment_bytes)
    }

    /// Whether the journal in `dir` was begun by somebody who had these keys.
    pub fn is_begun_under(dir: &Path, keys: &Keys) -> bool {
        let first = Segment { number: 1, before: Head::genesis(keys) };
        let mut bytes = [0; 64];
        let read = files::open(&first.path(dir), false).ok().and_then(|file| file.read_exact_at(&mut bytes, 0).ok());
        read.is_some() && first.check(dir, keys, &bytes).is_ok()
    }

    /// Reads and proves the journal without changing anything. What follows the last good frame is left alone.
    ///
    /// # Errors
    /// Damage, [`Error::Newer`], the file system's.
    pub fn read(dir: &Path, keys: Arc<Keys>, segment_bytes: u64, witnesses: &Witnesses) -> Result<Self, Error> {
        let numbers = segment::list(dir)?;
        let first = Segment { number: 1, before: Head::genesis(&keys) };
        let all = witnesses.all();
        let mut scan = Scan::new(dir, &keys, &all, Seq::MAX, |_: Frame<'_>| Ok(()));
        let (segments, end) = scan.run(first, &numbers)?;
        let (next, schemas) = (end.head.seq + 1, scan.schemas);
        let journal = Self { dir: dir.to_owned(), keys, segment_bytes, segments, end, schemas };
        if all.iter().any(|witness| witness.seq >= next) {
            Err(journal.flaw(Flaw::BehindHead, next))
        } else {
            Ok(journal)
        }
    }

    /// The last good change.
    pub fn head(&self) -> Head {
        self.end.head
    }

    /// Whether frames are left from before every case had its own key.
    pub fn has_old_frames(&self) -> bool {
        self.schemas.is_some_and(|(oldest, _)| oldest < batch::SINCE)
    }

    /// Whether there are frames that need the keys of cases to be read.
    pub fn needs_keyring(&self) -> bool {
        self.schemas.is_some_and(|(_, newest)| newest >= batch::SINCE)
    }

    /// Whether `head` is one that this journal came through.
    ///
    /// # Errors
    /// Damage, the file system's.
    pub fn contains(&self, head: Head) -> Result<bool, Error> {
        if head.seq > self.end.head.seq {
            return Ok(false);
        }
        let numbers: Vec<u64> = self.segments.iter().map(|segment| segment.number).collect();
        let first = Segment { number: 1, before: Head::genesis(&self.keys) };
        let witnesses = [head];
        let mut scan = Scan::new(&self.dir, &self.keys, &witnesses, Seq::MAX, |_: Frame<'_>| Ok(()));
        match scan.run(first, &numbers) {
            Ok(_) => Ok(true),
            Err(Error::Damaged(Damage { seq: Some(seq), flaw: Flaw::Checksum, .. })) if seq == head.seq => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Hands every commit after `after` to `visit`, oldest first; without what was a case's whose key is gone.
    ///
    /// # Errors
    /// Damage, the file system's, and what `visit` returns.
    pub fn replay(
        &self,
        ring: &Keyring,
        after: Seq,
        mut visit: impl FnMut(Seq, Commit) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.frames(after, |frame, plain| visit(frame.seq, self.read_commit(ring, frame, plain)?))
    }

    /// Hands over of every commit after `after` what it says without the keys of its cases, oldest first.
    ///
    /// # Errors
    /// Damage, the file system's, and what `visit` returns.
    pub fn outlines(&self, after: Seq, mut visit: impl FnMut(Seq, Outline) -> Result<(), Error>) -> Result<(), Error> {
        self.frames(after, |frame, plain| {
            let read = match frame.schema {
                batch::SINCE.. => batch::outline(plain, frame.schema),
                _ => codec::decode(frame.schema, plain).map(|commit| Outline::of(&commit)),
            };
            visit(frame.seq, read.map_err(|flaw| self.flaw(flaw, frame.seq))?)
        })
    }

    /// Hands over the contents of every frame after `after`, oldest first.
    ///
    /// # Errors
    /// Damage, the file system's, and what `visit` returns.
    pub fn contents(
        &self,
        after: Seq,
        mut visit: impl FnMut(Seq, u16, &[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.frames(after, |frame, plain| visit(frame.seq, frame.schema, plain))
    }

    /// Hands over the contents of every frame of a journal that was not read, up to the first that is not proven.
    ///
    /// # Errors
    /// The damage that is there, the file system's, and what `visit` returns.
    pub fn proven(&self, mut visit: impl FnMut(Seq, u16, &[u8]) -> Result<(), Error>) -> Result<(), Error> {
        // A segment that is missing later takes nothing from those before it.
        let there = |number: &u64| disk::find(&segment::path(&self.dir, *number)).is_ok();
        let numbers: Vec<u64> = (1..u64::MAX).take_while(there).collect();
        let first = Segment { number: 1, before: Head::genesis(&self.keys) };
        let visit = |frame: Frame<'_>| visit(frame.seq, frame.schema, &self.open_frame(&frame)?);
        Scan::new(&self.dir, &self.keys, &[], 0, visit).run(first, &numbers).map(drop)
    }

    fn frames(&self, after: Seq, mut visit: impl FnMut(&Frame<'_>, &[u8]) -> Result<(), Error>) -> Result<(), Error> {
        let numbers: Vec<u64> = self.segments.iter().map(|segment| segment.number).collect();
        let Some(first) = self.segments.iter().rev().find(|segment| segment.before.seq <= after) else {
            return Ok(());
        };
        if after >= self.end.head.seq {
            return Ok(());
        }
        let head = self.end.head;
        let visit = |frame: Frame<'_>| {
            // The one who holds the vault may have gone on meanwhile.
            if frame.seq > head.seq { Ok(()) } else { visit(&frame, &self.open_frame(&frame)?) }
        };
        let witnesses = [head];
        let mut scan = Scan::new(&self.dir, &self.keys, &witnesses, after, visit);
        let (_, end) = scan.run(*first, &numbers)?;
        if end.head.seq < head.seq { Err(self.flaw(Flaw::BehindHead, end.head.seq + 1)) } else { Ok(()) }
    }

    /// Puts a segment's bytes into the journal in `dir`, durably.
    ///
    /// # Errors
    /// The file system's.
    pub fn put(dir: &Path, number: u64, bytes: &mut impl Read, length: u64) -> Result<(), Error> {
        segment::put(dir, number, bytes, length, SEGMENT)
    }

    /// What the vault's own key alone opens, frame by frame.
    ///
    /// # Errors
    /// Damage, the file system's.
    #[cfg(test)]
    pub fn opened_by_the_vault(&self) -> Result<Vec<Vec<u8>>, Error> {
        let numbers: Vec<u64> = self.segments.iter().map(|segment| segment.number).collect();
        let first = Segment { number: 1, before: Head::genesis(&self.keys) };
        let mut opened = Vec::new();
        let visit = |frame: Frame<'_>| {
            let place = Place { schema: frame.schema, ..place(&self.keys, frame.seq) };
            let plain = seal::open(&self.keys.journal, &place, frame.sealed).map_err(|f| self.flaw(f, frame.seq))?;
            opened.push(plain.to_vec());
            Ok(())
        };
        Scan::new(&self.dir, &self.keys, &[], 0, visit).run(first, &numbers)?;
        Ok(opened)
    }

    /// The error for a flaw found where the journal holds, or would hold, a change.
    fn flaw(&self, flaw: Flaw, seq: Seq) -> Error {
        let number = self.segments.iter().rev().find(|segment| segment.before.seq < seq);
        flaw.at(segment::name(&self.dir, number.map_or(1, |segment| segment.number)), Some(seq))
    }

    fn open_frame(&self, frame: &Frame<'_>) -> Result<Zeroizing<Vec<u8>>, Error> {
        let place = Place { schema: frame.schema, ..place(&self.keys, frame.seq) };
        seal::open(&self.keys.journal, &place, frame.sealed).map_err(|flaw| self.flaw(flaw, frame.seq))
    }

    fn read_commit(&self, ring: &Keyring, frame: &Frame<'_>, plain: &[u8]) -> Result<Commit, Error> {
        let damaged = |flaw: Flaw| self.flaw(flaw, frame.seq);
        let read = match frame.schema {
            batch::SINCE.. => batch::read(plain, frame.schema, &self.keys.vault, ring, frame.seq),
            _ => codec::decode(frame.schema, plain),
        };
        let commit: Commit = read.map_err(damaged)?;
        if commit.changes.iter().all(Change::is_sound) { Ok(commit) } else { Err(damaged(Flaw::Record)) }
    }

    /// The error for a frame whose contents mean nothing.
    pub fn meaningless(&self, seq: Seq) -> Error {
        self.flaw(Flaw::Record, seq)
    }
}

/// The path of a segment of the journal in `dir`.
#[cfg(test)]
pub fn segment_path(dir: &Path, number: u64) -> PathBuf {
    dir.join(format!("{number:06}.log"))
}

fn place(keys: &Keys, seq: Seq) -> Place<'_> {
    Place::new(&keys.vault, "journal", &[], seq)
}
