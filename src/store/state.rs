//! The state: timelines, page by page, in sled. The only place that opens sled.
//!
//! sled 0.34 can lose acknowledged writes, and can open damaged files without a word or not at all. So it never holds
//! the only copy, and it is only shown files that are proven to be what it left: at a clean close a keyed checksum of
//! them is recorded; without it, or if it does not match, they are set aside and made again from the journal.

mod look;
mod pages;
mod proof;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

pub use self::look::{Look, Seen, look};
use self::pages::{EventChanges, Pages};
use super::disk;
use super::error::Error;
use super::files;
use super::keys::Keys;
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The directory of the files, and where unproven ones go.
pub(super) const DIR: &str = "state";
pub const ASIDE: &str = "state.aside";
/// All that belongs to the state.
pub const FILES: [&str; 3] = [DIR, proof::NAME, ASIDE];
/// Memory that sled may use to keep its pages, in bytes.
const CACHE: u64 = 16 * 1024 * 1024;
/// Changes of events that are gathered before they are written while the state catches up.
const GATHER: usize = 20_000;

/// An open state.
pub struct State {
    vault: PathBuf,
    keys: Arc<Keys>,
    pages: Pages,
    gathered: EventChanges,
    /// The last change that was gathered, if it is not written yet.
    upto: Option<Seq>,
}

impl State {
    /// Opens the state, and tells whether there were files that could not be proven and were set aside.
    ///
    /// # Errors
    /// sled's and the file system's.
    pub fn open(vault: &Path, keys: &Arc<Keys>) -> Result<(Self, bool), Error> {
        // sled opens its files by itself.
        disk::must_be_real().map_err(Error::io("open", vault))?;
        let dir = vault.join(DIR);
        let proven = proof::holds(vault, &dir, keys)?;
        // From here on the files may change; the proof goes first.
        proof::remove(vault)?;
        let doubtful = !proven && dir.exists();
        if doubtful {
            set_aside(vault, &dir)?;
        }
        if !proven {
            files::create_dir(&dir)?;
        }
        let pages = Pages::open(&dir, Arc::clone(keys), CACHE)?;
        let gathered = EventChanges::default();
        Ok((Self { vault: vault.to_owned(), keys: Arc::clone(keys), pages, gathered, upto: None }, doubtful))
    }

    /// The last change it contains.
    ///
    /// # Errors
    /// sled's, or damage.
    pub fn applied(&self) -> Result<Seq, Error> {
        self.pages.applied()
    }

    /// Takes the next commit in. Many are written together; [`State::settle`] writes what is left.
    ///
    /// # Errors
    /// sled's, or damage.
    pub fn gather(&mut self, seq: Seq, commit: &Commit) -> Result<(), Error> {
        self.gathered.add(commit);
        self.upto = Some(seq);
        if self.gathered.len() < GATHER { Ok(()) } else { self.settle() }
    }

    /// Writes what was gathered.
    ///
    /// # Errors
    /// sled's, or damage.
    pub fn settle(&mut self) -> Result<(), Error> {
        match self.upto.take() {
            Some(seq) => self.pages.write(std::mem::take(&mut self.gathered), seq),
            None => Ok(()),
        }
    }

    /// The events of one case, oldest first.
    ///
    /// # Errors
    /// sled's, or damage.
    pub fn timeline(&self, case: CaseId) -> Result<Vec<Event>, Error> {
        self.pages.timeline(case)
    }

    /// Closes sled and records the proof of what it left.
    ///
    /// # Errors
    /// sled's and the file system's; the state is then made again at its next use.
    pub fn close(mut self) -> Result<(), Error> {
        self.settle()?;
        self.pages.close()?;
        proof::record(&self.vault, &self.vault.join(DIR), &self.keys)
    }
}

/// Whether there are files that nobody vouches for.
pub fn is_unproven(vault: &Path) -> bool {
    vault.join(DIR).exists() && !vault.join(proof::NAME).exists()
}

/// Removes the state and what was set aside, durably; it is made again from the journal.
///
/// # Errors
/// The file system's.
pub fn erase(vault: &Path) -> Result<(), Error> {
    proof::remove(vault)?;
    files::erase(&vault.join(DIR))?;
    files::erase(&vault.join(ASIDE))?;
    files::sync_dir(vault)
}

/// Keeps one earlier directory, for whoever wants to look into what happened.
fn set_aside(vault: &Path, dir: &Path) -> Result<(), Error> {
    let aside = vault.join(ASIDE);
    files::remove_tree(&aside)?;
    proof::protect(dir);
    std::fs::rename(dir, &aside).map_err(Error::io("replace", dir))?;
    files::sync_dir(vault)
}
