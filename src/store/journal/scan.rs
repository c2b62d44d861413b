//! Reading the journal: every frame's place in the chain is proven, only the wanted ones are opened.

use super::frame::{self, Header, Rest};
use super::segment::{self, Segment};
use crate::core::change::Seq;
use crate::store::codec;
use crate::store::disk::File;
use crate::store::error::{Error, Flaw};
use crate::store::files;
use crate::store::head::Head;
use crate::store::keys::Keys;
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

/// Bytes read, and hashed, at a time.
const PIECE: usize = 128 * 1024;

/// A proven frame, still sealed.
pub struct Frame<'a> {
    pub seq: Seq,
    pub schema: u16,
    pub sealed: &'a [u8],
}

/// Where the last segment ends.
#[derive(Debug, Clone)]
pub struct End {
    pub head: Head,
    /// Where the next frame goes.
    pub offset: u64,
    /// Bytes the segment's file was made with.
    pub size: u64,
    /// Where the last frame of the segment starts, if it has one.
    pub last: Option<u64>,
    /// What follows, if it is not zeros: a write that was cut short, or a frame that is no longer whole.
    pub tail: Option<(Rest, Vec<u8>)>,
}

/// What a scan reads and where it hands it over.
pub struct Scan<'a, F> {
    pub dir: &'a Path,
    pub keys: &'a Keys,
    /// Heads that the journal must contain, from other files.
    pub witnesses: &'a [Head],
    /// Frames after this one are handed to `visit`.
    pub after: Seq,
    pub visit: F,
    /// The schemas of the frames that were read: the oldest, the newest.
    pub schemas: Option<(u16, u16)>,
}

impl<'a, F: FnMut(Frame<'_>) -> Result<(), Error>> Scan<'a, F> {
    /// A scan of the journal in `dir`.
    pub fn new(dir: &'a Path, keys: &'a Keys, witnesses: &'a [Head], after: Seq, visit: F) -> Self {
        Self { dir, keys, witnesses, after, visit, schemas: None }
    }

    /// Reads from `first` to the last of `numbers`. Returns the segments and where the last one ends.
    ///
    /// # Errors
    /// Damage, [`Error::Newer`], the file system's, and what `visit` returns.
    pub fn run(&mut self, first: Segment, numbers: &[u64]) -> Result<(Vec<Segment>, End), Error> {
        let mut segments = Vec::new();
        let mut before = first.before;
        let mut numbers = numbers.iter().copied().filter(|number| *number >= first.number).peekable();
        while let Some(number) = numbers.next() {
            let segment = Segment { number, before };
            segments.push(segment);
            let end = self.segment(segment)?;
            match &end.tail {
                _ if numbers.peek().is_none() => return Ok((segments, end)),
                None => before = end.head,
                Some(_) => return Err(Flaw::Checksum.at(segment::name(self.dir, number), Some(end.head.seq + 1))),
            }
        }
        Err(Flaw::Gone.at(segment::name(self.dir, first.number), None))
    }

    fn segment(&mut self, segment: Segment) -> Result<End, Error> {
        let path = segment.path(self.dir);
        let failed = |source| Error::io("read", &path)(source);
        let mut file = BufReader::with_capacity(PIECE, files::open(&path, false)?);
        let mut bytes = [0; 64];
        // A disk that fails for a moment is no damage: whoever took it for some would show less than there is.
        file.read_exact(&mut bytes).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => Flaw::Short.at(segment::name(self.dir, segment.number), None),
            _ => failed(error),
        })?;
        let size = segment.check(self.dir, self.keys, &bytes)?;
        let mut end = End { head: segment.before, offset: segment::HEADER, size, last: None, tail: None };
        self.witnessed(segment.number, &end.head)?;
        while let Some((header, body)) = self.frame(&mut file, &end.head).map_err(failed)? {
            end.head = Head { seq: header.seq, chain: header.chain };
            self.witnessed(segment.number, &end.head)?;
            end.last = Some(end.offset);
            end.offset += header.span();
            codec::check_known(header.schema)?;
            let (oldest, newest) = self.schemas.unwrap_or((header.schema, header.schema));
            self.schemas = Some((oldest.min(header.schema), newest.max(header.schema)));
            // Keeps what is buffered, as `seek` does not.
            file.seek_relative(i64::from(header.padding())).map_err(failed)?;
            if header.seq > self.after {
                let frame = Frame { seq: header.seq, schema: header.schema, sealed: &body };
                (self.visit)(frame)?;
            }
        }
        end.tail = self.tail(&mut file, &end).map_err(failed)?;
        Ok(end)
    }

    /// Reads and proves the frame after `before`; its bytes only if they are wanted. `None` if there is no good one.
    fn frame(&self, file: &mut BufReader<File>, before: &Head) -> std::io::Result<Option<(Header, Vec<u8>)>> {
        let mut bytes = [0; frame::HEADER];
        if fill(file, &mut bytes)? < bytes.len() || bytes == [0; frame::HEADER] {
            return Ok(None);
        }
        let Some(header) = Header::read(self.keys, before, &bytes) else { return Ok(None) };
        let mut hasher = header.chaining(self.keys, before);
        let mut body = Vec::new();
        let mut left = header.length as usize;
        while left > 0 {
            let piece = file.fill_buf()?;
            let piece = piece.get(..left.min(piece.len())).unwrap_or(piece);
            if piece.is_empty() {
                return Ok(None);
            }
            hasher.update(piece);
            if header.seq > self.after {
                body.extend_from_slice(piece);
            }
            let read = piece.len();
            left -= read;
            file.consume(read);
        }
        Ok((hasher.finalize() == header.chain).then_some((header, body)))
    }

    /// What follows the last good frame, unless it is only zeros.
    fn tail(&self, file: &mut BufReader<File>, end: &End) -> std::io::Result<Option<(Rest, Vec<u8>)>> {
        file.seek(SeekFrom::Start(end.offset))?;
        loop {
            let piece = file.fill_buf()?;
            if piece.is_empty() {
                return Ok(None);
            }
            if piece.iter().any(|byte| *byte != 0) {
                break;
            }
            let read = piece.len();
            file.consume(read);
        }
        let mut rest = Vec::new();
        file.seek(SeekFrom::Start(end.offset))?;
        file.read_to_end(&mut rest)?;
        let used = rest.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        rest.truncate(used);
        Ok(Some((frame::judge(self.keys, &end.head, end.offset, &rest), rest)))
    }

    /// Holds the chain against what other files say of the same change.
    fn witnessed(&self, number: u64, head: &Head) -> Result<(), Error> {
        let differs = |witness: &&Head| witness.seq == head.seq && witness.chain != head.chain;
        match self.witnesses.iter().find(differs) {
            Some(_) => Err(Flaw::Checksum.at(segment::name(self.dir, number), Some(head.seq))),
            None => Ok(()),
        }
    }
}

/// Reads until `bytes` is full or the file ends; returns how many were read.
fn fill(file: &mut impl Read, bytes: &mut [u8]) -> std::io::Result<usize> {
    let mut read = 0;
    while let Some(rest) = bytes.get_mut(read..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            n => read += n,
        }
    }
    Ok(read)
}
