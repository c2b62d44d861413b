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

pub use self::frames::Frames;

use self::batch::Batch;
pub use self::batch::Outline;
use self::frame::Rest;
use self::scan::{End, Frame, Scan};
use self::segment::Segment;
use super::codec;
use super::disk::File;
use super::error::{Damage, Error, Flaw, Why};
use super::files;
use super::head::Head;
use super::keyring::Keyring;
use super::keys::Keys;
use super::notice::Notice;
use super::seal::{self, Place};
use crate::core::change::{Change, Commit, Seq};
use crate::core::id::{CaseId, DeadlineId};
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

    /// Makes the journal ready to be written: sets aside a write that was cut short, and makes sure that the last
    /// frame is on the disk.
    ///
    /// # Errors
    /// Damage where the last bytes are neither good nor a cut write; the file system's.
    pub fn into_writer(self, witnesses: &Witnesses) -> Result<(Writer, Vec<Notice>), Error> {
        let number = self.segments.last().map_or(1, |segment| segment.number);
        let tail = match &self.end.tail {
            Some((Rest::Damaged, _)) => return Err(self.flaw(Flaw::Checksum, self.end.head.seq + 1)),
            Some((Rest::Torn | Rest::Empty, bytes)) => Some(bytes.clone()),
            None => None,
        };
        let path = self.dir.join(format!("{number:06}.log"));
        let file = files::open(&path, true)?;
        let length = file.found().map_err(Error::io("find", &path))?.length;
        let mut writer = Writer { file, length, journal: self, broken: None, lazy: false };
        let mut notices = Vec::new();
        if let Some(tail) = tail {
            notices.push(writer.set_aside(number, &tail, witnesses.acknowledged.is_some()));
        }
        if witnesses.checkpoint != Some(writer.journal.end.head) {
            writer.settle_last_frame().map_err(Error::io("sync", &path))?;
        }
        Ok((writer, notices))
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

/// A journal with its last segment open for appending.
pub struct Writer {
    journal: Journal,
    file: File,
    /// Bytes of the file; it never has fewer.
    length: u64,
    /// Why nothing more may be written until the vault is opened again.
    broken: Option<Why>,
    /// Frames are not synced one by one: nobody relies on this journal before it is synced as a whole.
    lazy: bool,
}

impl Writer {
    /// What stands where nothing may be written: `why` is the answer to whoever tries.
    ///
    /// # Errors
    /// The file system's.
    pub fn none(journal: Journal, held: &Path, why: Error) -> Result<Self, Error> {
        let file = files::open(held, false)?;
        Ok(Self { journal, file, length: 0, broken: Some(why.into()), lazy: false })
    }

    /// The journal to read.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Whether the file that is written to still is the one at its place, and no shorter.
    ///
    /// # Errors
    /// The file system's.
    pub fn is_here(&self) -> Result<bool, Error> {
        let journal = &self.journal;
        match journal.segments.last() {
            Some(segment) => files::is_at(&self.file, &segment.path(&journal.dir), self.length),
            None => Ok(true),
        }
    }

    /// Writes nothing more until the vault is opened again.
    pub fn stop(&mut self, why: Error) {
        self.broken.get_or_insert(why.into());
    }

    /// Why nothing more is written, if it is so.
    pub fn stopped(&self) -> Option<&Error> {
        self.broken.as_ref().map(Why::error)
    }

    /// Seals, appends and syncs a commit; returns its number when it is on the disk.
    ///
    /// # Errors
    /// [`Error::NotSaved`] if it is not, and after a failed write for every later one: what a failed sync left on the
    /// disk is unknown, and asking again can claim a success that is none.
    ///
    /// `ring` has the keys of its cases, and `case_of` says whose a deadline is that is not in the commit.
    pub fn append(
        &mut self,
        ring: &Keyring,
        commit: &Commit,
        case_of: impl Fn(DeadlineId) -> Option<CaseId>,
    ) -> Result<Seq, Error> {
        let batch = Batch::new(commit, case_of)?;
        let (vault, seq) = (self.journal.keys.vault, self.journal.end.head.seq + 1);
        self.append_with(codec::SCHEMA, batch.size(), |out| batch.write(out, &vault, ring, seq))
    }

    /// Appends a commit as programs did before every case had a key of its own.
    ///
    /// # Errors
    /// Those of [`Writer::append`].
    #[cfg(test)]
    pub fn append_old(&mut self, commit: &Commit) -> Result<Seq, Error> {
        self.append_with(2, codec::size(commit)?, |out| codec::encode_into(out, commit))
    }

    /// Seals, appends and syncs what is no commit, in a journal of such things.
    ///
    /// # Errors
    /// Those of [`Writer::append`].
    pub fn append_content(&mut self, schema: u16, plain: &[u8]) -> Result<Seq, Error> {
        self.append_with(schema, plain.len(), |out| {
            out.extend_from_slice(plain);
            Ok(())
        })
    }

    /// Does not sync each frame; for a journal that is made as a whole.
    #[must_use]
    pub fn lazily(mut self) -> Self {
        self.lazy = true;
        self
    }

    /// Syncs what was appended lazily, and hands the journal over.
    ///
    /// # Errors
    /// The file system's.
    pub fn finish(self) -> Result<Journal, Error> {
        self.file.sync_all().map_err(Error::io("sync", &self.journal.dir))?;
        files::sync_dir(&self.journal.dir)?;
        Ok(self.journal)
    }

    /// Appends a commit of `size` bytes that `write` encodes.
    fn append_with(
        &mut self,
        schema: u16,
        size: usize,
        write: impl FnOnce(&mut Vec<u8>) -> Result<(), Error>,
    ) -> Result<Seq, Error> {
        if let Some(why) = &self.broken {
            return Err(Error::NotSaved(why.clone()));
        }
        let keys = Arc::clone(&self.journal.keys);
        let before = self.journal.end.head;
        let sealed_for = Place { schema, ..place(&keys, before.seq + 1) };
        let (bytes, head) = frame::build(&keys, &before, schema, seal::sealed(size), |out| {
            seal::seal_into(out, &keys.journal, &sealed_for, size, write)
        })?;
        if self.journal.end.offset + bytes.len() as u64 > self.journal.end.size {
            // Nothing is written to the journal before this succeeds, so it may be tried again.
            self.next_segment(bytes.len() as u64).map_err(|e| Error::NotSaved(e.into()))?;
        }
        let offset = self.journal.end.offset;
        if let Err(e) = self.file.write_all_at(&bytes, offset).and_then(|()| self.sync()) {
            let path = self.journal.segments.last().map(|segment| segment.path(&self.journal.dir));
            let why = Why::from(Error::io("write", &path.unwrap_or_default())(e));
            self.broken = Some(why.clone());
            return Err(Error::NotSaved(why));
        }
        self.length = self.length.max(offset + bytes.len() as u64);
        let (oldest, newest) = self.journal.schemas.unwrap_or((schema, schema));
        self.journal.schemas = Some((oldest.min(schema), newest.max(schema)));
        let end = &mut self.journal.end;
        (end.head, end.last, end.offset) = (head, Some(offset), offset + bytes.len() as u64);
        Ok(head.seq)
    }

    fn sync(&self) -> std::io::Result<()> {
        if self.lazy { Ok(()) } else { self.file.sync_data() }
    }

    fn next_segment(&mut self, frame: u64) -> Result<(), Error> {
        if self.lazy {
            self.file.sync_all().map_err(Error::io("sync", &self.journal.dir))?;
        }
        let journal = &mut self.journal;
        let number = journal.segments.last().map_or(1, |segment| segment.number + 1);
        let segment = Segment { number, before: journal.end.head };
        let size = journal.segment_bytes.max(segment::HEADER + frame);
        segment.create(&journal.dir, &journal.keys, size)?;
        self.file = files::open(&segment.path(&journal.dir), true)?;
        self.length = size;
        journal.segments.push(segment);
        journal.end = End { head: journal.end.head, offset: segment::HEADER, size, last: None, tail: None };
        Ok(())
    }

    /// Copies the bytes of a cut write into a file of their own and clears them, so that the next frame starts on
    /// zeros.
    fn set_aside(&mut self, number: u64, tail: &[u8], witnessed: bool) -> Notice {
        let (after, offset) = (self.journal.end.head.seq, self.journal.end.offset);
        let file = format!("{number:06}-{offset}.torn");
        let clear = || -> Result<(), Error> {
            files::replace(&self.journal.dir.join(&file), tail)?;
            let path = self.journal.dir.join(&file);
            self.file.write_all_at(&vec![0; tail.len()], offset).map_err(Error::io("clear", &path))?;
            self.file.sync_data().map_err(Error::io("sync", &path))
        };
        match clear() {
            Ok(()) => {
                self.journal.end.tail = None;
                let kept = segment::inside(&self.journal.dir, &file);
                Notice::TornTail { after, bytes: tail.len() as u64, kept, witnessed }
            }
            Err(e) => {
                let why = Why::from(e);
                self.broken = Some(why.clone());
                Notice::TailInTheWay { after, why }
            }
        }
    }

    /// Writes the last frame over itself and syncs. After a failed sync its bytes may be in memory only, marked as
    /// written; they must not be built upon before they are on the disk.
    fn settle_last_frame(&mut self) -> std::io::Result<()> {
        if let Some(start) = self.journal.end.last {
            // A file that was cut may lack the padding of the last frame.
            let stop = self.file.found()?.length.min(self.journal.end.offset);
            let length = stop.saturating_sub(start);
            let mut bytes = vec![0; usize::try_from(length).unwrap_or(0)];
            self.file.read_exact_at(&mut bytes, start)?;
            self.file.write_all_at(&bytes, start)?;
            self.file.sync_data()?;
        }
        Ok(())
    }
}
