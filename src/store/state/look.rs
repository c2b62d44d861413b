//! Looking into the state without touching it: sled writes even where it only reads, so it is shown a copy.

use super::pages::Pages;
use super::{CACHE, DIR, proof};
use crate::core::change::Seq;
use crate::core::event::Event;
use crate::store::error::Error;
use crate::store::files;
use crate::store::folders::Scratch;
use crate::store::keys::Keys;
use std::path::Path;
use std::sync::Arc;

/// What the state holds, read from a copy of it.
pub struct Look {
    /// The last change that is in it.
    pub applied: Seq,
    pub events: Vec<Event>,
}

/// What there is of a state.
pub enum Seen {
    /// No files, or files that nobody vouches for: it is in use, or was not closed.
    Unproven,
    /// There is a proof, and the files are not those it was made of.
    Differs,
    Proven(Look),
}

/// Reads all of the state in `vault`. Its values are sealed in the copy too.
///
/// # Errors
/// The file system's, sled's.
pub fn look(vault: &Path, keys: &Arc<Keys>) -> Result<Seen, Error> {
    let (dir, recorded) = (vault.join(DIR), vault.join(proof::NAME));
    if !recorded.exists() {
        return Ok(Seen::Unproven);
    }
    let temp = Scratch::new("rumbo-state-")?;
    let copy = temp.path().join(DIR);
    let copied = dir.is_dir() && copy_files(&dir, &copy).is_ok();
    if !copied || !proof::holds(vault, &copy, keys)? {
        // Whoever opens the vault removes the proof before anything changes.
        return Ok(if recorded.exists() { Seen::Differs } else { Seen::Unproven });
    }
    let pages = Pages::open(&copy, Arc::clone(keys), CACHE)?;
    let (applied, events) = (pages.applied()?, pages.all()?);
    pages.close()?;
    Ok(Seen::Proven(Look { applied, events }))
}

/// Copies all files below a directory.
///
/// # Errors
/// The file system's.
fn copy_files(from: &Path, to: &Path) -> Result<(), Error> {
    files::create_dir(to)?;
    for path in files::list(from)? {
        let place = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_files(&path, &place)?;
        } else {
            let bytes = files::read(&path)?.unwrap_or_default();
            std::fs::write(&place, bytes).map_err(Error::io("write", &place))?;
        }
    }
    Ok(())
}
