//! Whether a backup may take a place: an older one of the same vault may go, if it holds nothing that the vault does not.

use super::line::Line;
use super::old;
use super::read::Copy;
use super::write::Maker;
use crate::core::change::{Commit, Seq};
use crate::store::Store;
use crate::store::envelope::{self, With};
use crate::store::error::{Error, Kept};
use crate::store::files;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::Path;

/// Says whether a backup of `store`, which stands at `head`, may be written to `file`.
///
/// # Errors
/// [`Error::Exists`], [`Error::Kept`], [`Error::Unsafe`], the file system's.
pub fn check(file: &Path, maker: &Maker<'_>, store: &mut impl Store, head: Seq) -> Result<(), Error> {
    let place = file.display().to_string();
    match std::fs::symlink_metadata(file) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(source) => return Err(Error::io("find", file)(source)),
        Ok(found) if found.is_symlink() => return Err(Error::Unsafe(place)),
        Ok(found) if !found.is_file() => return Err(Error::Exists(place)),
        Ok(_) => {}
    }
    let why = match envelope::label(BufReader::new(files::open(file, false)?)) {
        Ok(label) if !label.is_copy => return Err(Error::Exists(place)),
        Ok(label) if label.vault != maker.vault => Some(Kept::OtherVault),
        Ok(label) if label.seq > head => Some(Kept::Ahead { theirs: label.seq, ours: head }),
        Ok(_) => why_kept(file, maker, store, head)?,
        Err(Error::Io { verb, place, source }) => return Err(Error::Io { verb, place, source }),
        Err(_) if old::is_old(file)? => Some(Kept::Old),
        // Made with age, perhaps by somebody else: what it holds cannot be told.
        Err(_) => return Err(Error::Exists(place)),
    };
    why.map_or(Ok(()), |why| Err(Error::Kept { place, why }))
}

/// Compares a copy, change by change, with what the store has.
fn why_kept(file: &Path, maker: &Maker<'_>, store: &mut impl Store, head: Seq) -> Result<Option<Kept>, Error> {
    let copy = match Copy::open(file, With::Identity(maker.identity)) {
        Ok(copy) => copy,
        // Sealed to an identity of before the keys were changed, or of the vault that this one was restored from.
        Err(Error::WrongPassphrase) => return Ok(Some(Kept::OtherKeys)),
        Err(Error::Damaged(_)) => return Ok(Some(Kept::Broken)),
        Err(other) => return Err(other),
    };
    let mut ours = Known::default();
    store.each_since(0, &mut |seq, commit| ours.note(seq, &commit))?;
    let mut same = true;
    let told = copy.read(false, |seq, commit| {
        same &= ours.agrees(seq, commit) == Some(true);
        Ok(())
    });
    match told {
        Ok(_) if same => Ok(None),
        Ok(told) => Ok(Some(Kept::Ahead { theirs: told.head, ours: head })),
        Err(Error::Damaged(_)) => Ok(Some(Kept::Broken)),
        Err(other) => Err(other),
    }
}

/// What is known of changes, to hold those of a copy against. Half a checksum of each: a hundred thousand of them take
/// little memory.
#[derive(Default)]
pub struct Known(BTreeMap<Seq, ([u8; 16], Option<DateTime<Utc>>)>);

impl Known {
    /// Takes note of a change.
    pub fn note(&mut self, seq: Seq, commit: &Commit) {
        self.0.insert(seq, (digest(commit), commit.lost.then_some(commit.at)));
    }

    /// Whether a copy's change is the one that is known; `None` if none is.
    pub fn agrees(&self, seq: Seq, commit: &Commit) -> Option<bool> {
        let (own, lost) = self.0.get(&seq)?;
        // What was erased since is what an older copy is to be replaced for.
        Some(*own == digest(commit) || *lost == Some(commit.at))
    }
}

pub(super) fn digest(commit: &Commit) -> [u8; 16] {
    let line = Line::change(0, commit.clone());
    let sum = line.text().map_or_else(|_| blake3::hash(&[]), |text| blake3::hash(&text));
    let mut half = [0; 16];
    half.copy_from_slice(sum.as_bytes().first_chunk::<16>().unwrap_or(&[0; 16]));
    half
}
