//! One frame of the journal: a sealed commit, chained to the one before.
//!
//! ```text
//! length of sealed bytes 4 | schema 2 | kind 1 | 0 | sequence 8 | chain 32 | check 16    the header, 64 bytes
//! sealed bytes | zeros | mark 8                                                          up to a multiple of 64
//! ```
//! Numbers are little endian. Frames start at multiples of 64, so that neither header nor mark straddles a sector: a
//! write that was cut leaves them whole, missing as a whole, or cut at their end. That tells a write cut short from
//! bytes that have changed since.

use super::super::error::Error;
use super::super::head::{Chain, Head};
use super::super::keys::{Keys, mac};
use crate::core::change::Seq;

/// Bytes of a frame's header.
pub const HEADER: usize = 64;
const ALIGN: u64 = 64;
/// The smallest piece of a file that reaches a disk as a whole.
const SECTOR: u64 = 512;
/// The only kind of frame yet: a commit.
const COMMIT: u8 = 1;
/// Ends a frame. No byte is a flipped bit away from zero.
const MARK: [u8; 8] = *b"\xA5wRiTtEn";

/// What a frame says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    pub length: u32,
    pub schema: u16,
    pub seq: Seq,
    pub chain: Chain,
}

impl Header {
    fn start(length: u32, schema: u16, seq: Seq) -> [u8; 16] {
        let mut bytes = [0; 16];
        let parts = length.to_le_bytes().into_iter().chain(schema.to_le_bytes());
        let parts = parts.chain([COMMIT, 0]).chain(seq.to_le_bytes());
        bytes.iter_mut().zip(parts).for_each(|(to, from)| *to = from);
        bytes
    }

    fn check(keys: &Keys, before: &Head, start: &[u8; 16], chain: &Chain) -> [u8; 16] {
        let full = mac(&keys.chain, &[b"frame", &before.chain, start, chain]);
        let mut check = [0; 16];
        check.iter_mut().zip(full.as_bytes()).for_each(|(to, from)| *to = *from);
        check
    }

    /// Reads the header of the frame that follows `before`; `None` if it is not exactly what was written.
    pub fn read(keys: &Keys, before: &Head, bytes: &[u8; HEADER]) -> Option<Self> {
        let (start, rest) = bytes.split_first_chunk::<16>()?;
        let (chain, check) = rest.split_first_chunk::<32>()?;
        let header = Self::claimed(bytes)?;
        let whole = Self::check(keys, before, start, chain) == check;
        (whole && header.seq == before.seq.checked_add(1)?).then_some(header)
    }

    /// What bytes say of themselves where a header would be; nothing is proven by it.
    pub fn claimed(bytes: &[u8; HEADER]) -> Option<Self> {
        let (start, rest) = bytes.split_first_chunk::<16>()?;
        let (chain, _) = rest.split_first_chunk::<32>()?;
        let (length, rest) = start.split_first_chunk::<4>()?;
        let (schema, rest) = rest.split_first_chunk::<2>()?;
        let (kind, seq) = rest.split_first_chunk::<2>()?;
        let header = Self {
            length: u32::from_le_bytes(*length),
            schema: u16::from_le_bytes(*schema),
            seq: u64::from_le_bytes(*seq.first_chunk()?),
            chain: *chain,
        };
        (kind == &[COMMIT, 0]).then_some(header)
    }

    /// A hasher that, fed with the sealed bytes, gives the chain.
    pub fn chaining(&self, keys: &Keys, before: &Head) -> blake3::Hasher {
        let mut hasher = blake3::Hasher::new_keyed(&keys.chain);
        hasher.update(&before.chain).update(&Self::start(self.length, self.schema, self.seq));
        hasher
    }

    /// Bytes the whole frame takes.
    pub fn span(&self) -> u64 {
        span(u64::from(self.length))
    }

    /// Bytes from the end of the sealed ones to the end of the frame; less than 128.
    pub fn padding(&self) -> u8 {
        let bytes = self.span() - HEADER as u64 - u64::from(self.length);
        u8::try_from(bytes).unwrap_or(u8::MAX)
    }
}

fn span(length: u64) -> u64 {
    (HEADER as u64 + length + MARK.len() as u64).next_multiple_of(ALIGN)
}

/// Builds the frame that follows `before`, and the head after it; `seal` appends its sealed bytes, `length` of them.
///
/// # Errors
/// [`Error::TooLarge`] from 4 GiB on, or where there are not `length` bytes; what `seal` returns.
pub fn build(
    keys: &Keys,
    before: &Head,
    schema: u16,
    length: usize,
    seal: impl FnOnce(&mut Vec<u8>) -> Result<(), Error>,
) -> Result<(Vec<u8>, Head), Error> {
    let whole = u32::try_from(length).map_err(|_| Error::TooLarge)?;
    let size = usize::try_from(span(u64::from(whole))).map_err(|_| Error::TooLarge)?;
    let mut header = Header { length: whole, schema, seq: before.seq + 1, chain: [0; 32] };
    let mut bytes = Vec::with_capacity(size);
    bytes.resize(HEADER, 0);
    seal(&mut bytes)?;
    if bytes.len() != HEADER + length {
        return Err(Error::TooLarge);
    }
    let sealed = bytes.get(HEADER..).unwrap_or_default();
    header.chain = *header.chaining(keys, before).update(sealed).finalize().as_bytes();
    let start = Header::start(whole, schema, header.seq);
    let check = Header::check(keys, before, &start, &header.chain);
    let parts = start.into_iter().chain(header.chain).chain(check);
    bytes.iter_mut().take(HEADER).zip(parts).for_each(|(to, from)| *to = from);
    bytes.resize(size - MARK.len(), 0);
    bytes.extend_from_slice(&MARK);
    Ok((bytes, Head { seq: header.seq, chain: header.chain }))
}

/// What bytes that are no good frame are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Nothing was ever written here.
    Empty,
    /// A write that was cut short.
    Torn,
    /// A frame that was written whole and has changed since.
    Damaged,
}

/// Tells what follows the last good frame. `rest` starts at `offset` of the file, is not a good frame, and runs to the
/// end of the file; what a file lacks counts as zeros.
pub fn judge(keys: &Keys, before: &Head, offset: u64, rest: &[u8]) -> Rest {
    let used = rest.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let mut bytes = [0; HEADER];
    bytes.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    if used == 0 {
        return Rest::Empty;
    }
    if used < HEADER || bytes == [0; HEADER] {
        return Rest::Torn;
    }
    let Some(header) = Header::read(keys, before, &bytes) else { return Rest::Damaged };
    let Ok(size) = usize::try_from(header.span()) else { return Rest::Damaged };
    if used > size {
        return Rest::Damaged;
    }
    let at = |position: usize| rest.get(position).copied().unwrap_or(0);
    let mark = (size - MARK.len()..size).map(at);
    let kept = mark.clone().zip(MARK).take_while(|(byte, want)| byte == want).count();
    let torn = if kept == MARK.len() {
        lacks_a_sector(offset, rest.get(..size).unwrap_or(rest))
    } else {
        mark.skip(kept).all(|byte| byte == 0)
    };
    if torn { Rest::Torn } else { Rest::Damaged }
}

/// Whether a whole sector is zeros, which sealed bytes never are.
fn lacks_a_sector(offset: u64, bytes: &[u8]) -> bool {
    let lead = usize::try_from(offset.next_multiple_of(SECTOR) - offset).unwrap_or(usize::MAX);
    let sectors = bytes.get(lead..).unwrap_or_default();
    sectors.chunks_exact(512).any(|sector| sector.iter().all(|byte| *byte == 0))
}
