//! A vault under construction: made beside its place and moved there whole, so that nobody finds half of one.

use super::disk::{self, What};
use super::error::Error;
use super::files;
use super::seal;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A private directory that becomes `place`, or vanishes.
pub struct Staging {
    path: PathBuf,
    place: PathBuf,
    kept: bool,
}

impl Staging {
    /// Starts beside `place`, which must not be there or be an empty directory. Missing parents are made.
    ///
    /// # Errors
    /// [`Error::Exists`], [`Error::Unsafe`], the file system's.
    pub fn new(place: &Path) -> Result<Self, Error> {
        let place = std::path::absolute(place).map_err(Error::io("find", place))?;
        check_free(&place)?;
        make_parents(files::parent(&place))?;
        let suffix = u32::from_le_bytes(seal::random()?);
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let path = place.with_file_name(format!(".{name}.new-{suffix:08x}"));
        files::create_dir(&path)?;
        Ok(Self { path, place, kept: false })
    }

    /// Where to build.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes it durable and moves it into its place.
    ///
    /// # Errors
    /// The file system's; nothing is in the place then.
    pub fn keep(mut self) -> Result<(), Error> {
        files::sync_dir(&self.path)?;
        disk::rename(&self.path, &self.place).map_err(Error::io("create", &self.place))?;
        self.kept = true;
        files::sync_dir(files::parent(&self.place))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.kept {
            // What stays behind is sealed, and in nobody's way.
            drop(files::remove_tree(&self.path));
        }
    }
}

/// Makes sure that a vault could be made at `place`: nothing is there, or an empty directory.
///
/// # Errors
/// [`Error::Exists`], [`Error::Unsafe`], the file system's.
pub fn check_free(place: &Path) -> Result<(), Error> {
    let shown = || place.display().to_string();
    match disk::find(place) {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        Err(source) => Err(Error::io("find", place)(source)),
        Ok(found) if found.what == What::Link => Err(Error::Unsafe(shown())),
        Ok(found) if found.what == What::Dir => {
            let entries = files::list(place)?;
            if entries.is_empty() { Ok(()) } else { Err(Error::Exists(shown())) }
        }
        Ok(_) => Err(Error::Exists(shown())),
    }
}

fn make_parents(dir: &Path) -> Result<(), Error> {
    if disk::find(dir).is_ok() {
        return Ok(());
    }
    make_parents(files::parent(dir))?;
    files::create_dir(dir)?;
    files::sync_dir(files::parent(dir))
}
