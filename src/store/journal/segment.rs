//! A segment: one file of the journal, written with zeros to its full size before its first frame.
//!
//! ```text
//! "RUMBOJNL" 8 | version 2 | 0 6 | number 8 | change before its first frame 8 | size 8 | check 24     64 bytes
//! ```

use super::super::error::{Error, Flaw};
use super::super::files;
use super::super::files::Draft;
use super::super::head::Head;
use super::super::keys::{Keys, mac};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Bytes of a segment's header; its first frame follows.
pub const HEADER: u64 = 64;
/// The layout of segments and frames that this program writes.
const VERSION: u16 = 1;
const MAGIC: [u8; 8] = *b"RUMBOJNL";

/// One segment and the head before its first frame.
#[derive(Debug, Clone, Copy)]
pub struct Segment {
    /// The first is 1.
    pub number: u64,
    pub before: Head,
}

/// The path of a segment, relative to the vault.
pub fn name(dir: &Path, number: u64) -> String {
    inside(dir, &file_name(number))
}

/// The file of a segment.
pub fn path(dir: &Path, number: u64) -> PathBuf {
    dir.join(file_name(number))
}

/// The path of a file in the journal's directory, relative to the vault.
pub fn inside(dir: &Path, file: &str) -> String {
    format!("{}/{file}", dir.file_name().unwrap_or_default().to_string_lossy())
}

fn file_name(number: u64) -> String {
    format!("{number:06}.log")
}

impl Segment {
    /// Its file.
    pub fn path(&self, dir: &Path) -> PathBuf {
        path(dir, self.number)
    }

    fn header(&self, keys: &Keys, size: u64) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&[0; 6]);
        for number in [self.number, self.before.seq, size] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        let check = mac(&keys.chain, &[b"segment", &keys.vault, &self.before.chain, &bytes]);
        bytes.extend(check.as_bytes().iter().take(24));
        bytes
    }

    /// Makes its file, `size` bytes of it written and durable, so that a frame's sync has no size to change and finds
    /// no full disk.
    ///
    /// # Errors
    /// The file system's; there is then no such segment.
    pub fn create(&self, dir: &Path, keys: &Keys, size: u64) -> Result<(), Error> {
        write_whole(&self.path(dir), &mut self.header(keys, size).as_slice(), size).map(drop)
    }

    /// Checks the header that its file starts with, and returns the size the file was made with.
    ///
    /// # Errors
    /// [`Error::Newer`], or damage.
    pub fn check(&self, dir: &Path, keys: &Keys, bytes: &[u8; 64]) -> Result<u64, Error> {
        let flaw = |flaw: Flaw| flaw.at(name(dir, self.number), None);
        let version = bytes.get(8..10).and_then(|v| v.first_chunk()).map_or(0, |v| u16::from_le_bytes(*v));
        if bytes.starts_with(&MAGIC) && version > VERSION {
            return Err(Error::Newer { found: version, known: VERSION });
        }
        let size = bytes.get(32..40).and_then(|v| v.first_chunk()).map_or(0, |v| u64::from_le_bytes(*v));
        if self.header(keys, size) == bytes { Ok(size) } else { Err(flaw(Flaw::Checksum)) }
    }
}

/// Makes a segment's file of `length` bytes that were copied from one, and zeros up to `size`.
///
/// # Errors
/// Damage where there are fewer bytes; the file system's.
pub fn put(dir: &Path, number: u64, bytes: &mut impl Read, length: u64, size: u64) -> Result<(), Error> {
    let used = write_whole(&dir.join(file_name(number)), bytes, size)?;
    if used == length { Ok(()) } else { Err(Flaw::Short.at(name(dir, number), None)) }
}

/// Writes all of `bytes`, and zeros up to `size`, durably; returns how many bytes there were.
fn write_whole(path: &Path, bytes: &mut impl Read, size: u64) -> Result<u64, Error> {
    let mut draft = Draft::new(path)?;
    let mut write = || {
        let used = std::io::copy(bytes, &mut draft.file)?;
        std::io::copy(&mut std::io::repeat(0).take(size.saturating_sub(used)), &mut draft.file)?;
        Ok(used)
    };
    let used = write().map_err(Error::io("write", path))?;
    draft.keep()?;
    Ok(used)
}

/// The numbers of the segments in `dir`, ascending. Other files are left alone.
///
/// # Errors
/// The file system's; damage where a number is missing.
pub fn list(dir: &Path) -> Result<Vec<u64>, Error> {
    let mut numbers = Vec::new();
    for path in files::list(dir)? {
        let Some(file) = path.file_name() else { continue };
        let number = file.to_str().and_then(|name| name.strip_suffix(".log")).and_then(|name| name.parse().ok());
        numbers.extend(number.filter(|n: &u64| file.to_str() == Some(&file_name(*n))));
    }
    numbers.sort_unstable();
    match (1..).zip(&numbers).find(|(want, found)| want != *found) {
        Some((want, _)) => Err(Flaw::Gone.at(name(dir, want), None)),
        None if numbers.is_empty() => Err(Flaw::Gone.at(name(dir, 1), None)),
        None => Ok(numbers),
    }
}
