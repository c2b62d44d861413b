//! Writing the journal: a commit is sealed, appended and synced, and nothing more is written after a failure.

use super::batch::Batch;
use super::frame::{self, Rest};
use super::scan::End;
use super::segment::{self, Segment};
use super::{Journal, Witnesses, place};
use crate::core::change::{Commit, Seq};
use crate::core::id::{CaseId, DeadlineId};
use crate::store::codec;
use crate::store::disk::File;
use crate::store::error::{Error, Flaw, Why};
use crate::store::files;
use crate::store::keyring::Keyring;
use crate::store::notice::Notice;
use crate::store::seal::{self, Place};
use std::path::Path;
use std::sync::Arc;

impl Journal {
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

/// A journal with its last segment open for appending.
pub struct Writer {
    journal: Journal,
    pub(super) file: File,
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
    pub(super) fn append_with(
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
