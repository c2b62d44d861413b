//! Files and directories only the owner can use, made and replaced so that a power cut leaves the old or the new one.

use super::disk::{self, File, What};
use super::error::Error;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

const DIR_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;
/// Write permission for group and others.
const FOREIGN_WRITE: u32 = 0o022;

/// Makes a directory of mode 0700, whatever the umask.
///
/// # Errors
/// The file system's.
pub fn create_dir(path: &Path) -> Result<(), Error> {
    disk::create_dir(path, DIR_MODE).map_err(Error::io("create", path))
}

/// Gives a file or directory to its owner alone; never through a link.
///
/// # Errors
/// The file system's.
pub fn protect(path: &Path) -> Result<(), Error> {
    let file = open(path, false)?;
    let is_dir = file.found().map_err(Error::io("find", path))?.what == What::Dir;
    file.protect(if is_dir { DIR_MODE } else { FILE_MODE }).map_err(Error::io("protect", path))
}

/// Refuses a directory that is a link or that others may write to.
///
/// # Errors
/// [`Error::Missing`] if there is none, [`Error::Unsafe`].
pub fn check_private(path: &Path) -> Result<(), Error> {
    let shown = || path.display().to_string();
    let found = match disk::find(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Err(Error::Missing(shown())),
        other => other.map_err(Error::io("find", path))?,
    };
    if found.what == What::Link || found.mode & FOREIGN_WRITE != 0 {
        return Err(Error::Unsafe(shown()));
    }
    if found.what == What::Dir { Ok(()) } else { Err(Error::Missing(shown())) }
}

/// Makes a file of mode 0600, whatever the umask; there must be none of that name, not even a link.
///
/// # Errors
/// The file system's.
pub fn create(path: &Path) -> Result<File, Error> {
    File::create(path, FILE_MODE).map_err(Error::io("create", path))
}

/// Opens a file to read, and to write if wanted; never through a link.
///
/// # Errors
/// The file system's.
pub fn open(path: &Path, write: bool) -> Result<File, Error> {
    File::open(path, write).map_err(Error::io("open", path))
}

/// Whether an open file still is the one at its path, and has at least so many bytes: two calls, some microseconds.
///
/// # Errors
/// The file system's, other than that nothing is there.
pub fn is_at(file: &File, path: &Path, least: u64) -> Result<bool, Error> {
    let open = file.found().map_err(Error::io("find", path))?;
    match disk::find(path) {
        Ok(there) => Ok(there.id == open.id && open.length >= least),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(source) => Err(Error::io("find", path)(source)),
    }
}

/// Reads a whole small file, if there is one; never through a link.
///
/// # Errors
/// The file system's.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    use std::io::Read;
    let mut file = match open(path, false) {
        Err(Error::Io { source, .. }) if source.kind() == ErrorKind::NotFound => return Ok(None),
        other => other?,
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(Error::io("read", path))?;
    Ok(Some(bytes))
}

/// Whether something is at a path that its owner may not open, or that is a link or a directory: unlike where a disk fails,
/// which may be over in a moment, that is how it will be the next time.
pub fn is_out_of_reach(error: &Error) -> bool {
    let Error::Io { source, .. } = error else { return false };
    matches!(source.kind(), ErrorKind::PermissionDenied | ErrorKind::IsADirectory) || disk::says_link(source)
}

/// Makes the entries of a directory durable.
///
/// # Errors
/// The file system's.
pub fn sync_dir(path: &Path) -> Result<(), Error> {
    disk::sync_dir(path).map_err(Error::io("sync", path))
}

/// The paths in a directory, in their order.
///
/// # Errors
/// The file system's.
pub fn list(path: &Path) -> Result<Vec<PathBuf>, Error> {
    disk::list(path).map_err(Error::io("list", path))
}

/// The directory a path lies in.
pub fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// A file under construction beside its final place; it vanishes unless it is kept.
pub struct Draft {
    pub file: File,
    temporary: PathBuf,
    place: PathBuf,
    kept: bool,
}

impl Draft {
    /// Starts a file that is to stand at `place`.
    ///
    /// # Errors
    /// The file system's.
    pub fn new(place: &Path) -> Result<Self, Error> {
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        Self::named(place, &format!("{name}.new"))
    }

    /// Starts a file outside the vault, where a temporary name must not be anybody else's.
    ///
    /// # Errors
    /// The file system's.
    pub fn outside(place: &Path) -> Result<Self, Error> {
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        Self::named(place, &format!(".{name}.rumbo-new"))
    }

    fn named(place: &Path, name: &str) -> Result<Self, Error> {
        let temporary = place.with_file_name(name);
        // What a killed process left half-written.
        remove(&temporary)?;
        Ok(Self { file: create(&temporary)?, temporary, place: place.to_owned(), kept: false })
    }

    /// Where it is until it is kept.
    pub fn path(&self) -> &Path {
        &self.temporary
    }

    /// Makes the file durable and puts it in its place.
    ///
    /// # Errors
    /// The file system's; the place is then as it was.
    pub fn keep(mut self) -> Result<(), Error> {
        self.file.sync_all().map_err(Error::io("sync", &self.temporary))?;
        disk::rename(&self.temporary, &self.place).map_err(Error::io("replace", &self.place))?;
        self.kept = true;
        sync_dir(parent(&self.place))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.kept {
            // Nothing depends on its removal: the next draft of that name removes it first.
            drop(disk::remove_file(&self.temporary));
        }
    }
}

/// Replaces a file as a whole, durably.
///
/// # Errors
/// The file system's; the old file is then still there.
pub fn replace(place: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut draft = Draft::new(place)?;
    draft.file.write_all(bytes).map_err(Error::io("write", &draft.temporary))?;
    draft.keep()
}

/// Replaces a file as a whole, durably, and overwrites what it replaces. That reaches the old bytes where a disk writes in
/// place; the old blocks of a flash disk, and of a file system that copies on write, it does not reach.
///
/// # Errors
/// The file system's; the old file is then still there, or already replaced.
pub fn replace_and_erase(place: &Path, bytes: &[u8]) -> Result<(), Error> {
    let old = match open(place, true) {
        Err(Error::Io { source, .. }) if source.kind() == ErrorKind::NotFound => None,
        // What a link leads to is not ours; it stays as it is, and the link goes.
        Err(error) if is_out_of_reach(&error) => match disk::find(place).map(|found| found.what) {
            Ok(What::File) => disk::take_back(place, FILE_MODE).and_then(|()| File::open(place, true)).ok(),
            _ => None,
        },
        other => Some(other?),
    };
    replace(place, bytes)?;
    old.map_or(Ok(()), overwrite).map_err(Error::io("clear", place))
}

/// Removes a file, or a directory with all it holds, if it is there; overwrites it first, as far as that goes.
///
/// # Errors
/// The file system's.
pub fn erase(path: &Path) -> Result<(), Error> {
    match disk::find(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        Err(source) => Err(Error::io("find", path)(source)),
        Ok(found) if found.what == What::Dir => {
            list(path)?.iter().try_for_each(|entry| erase(entry))?;
            remove_tree(path)
        }
        Ok(found) => {
            if found.what == What::File {
                overwrite(open(path, true)?).map_err(Error::io("clear", path))?;
            }
            remove(path)
        }
    }
}

/// Writes zeros over all of an open file, durably.
pub fn overwrite(mut file: File) -> std::io::Result<()> {
    use std::io::{Read, Seek};
    let length = file.found()?.length;
    file.rewind()?;
    std::io::copy(&mut std::io::repeat(0).take(length), &mut file)?;
    file.sync_data()
}

/// Removes a file, if it is there.
///
/// # Errors
/// The file system's.
pub fn remove(path: &Path) -> Result<(), Error> {
    match disk::remove_file(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        other => other.map_err(Error::io("remove", path)),
    }
}

/// Removes a directory with all it holds, if it is there.
///
/// # Errors
/// The file system's.
pub fn remove_tree(path: &Path) -> Result<(), Error> {
    match disk::remove_dir_all(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        other => other.map_err(Error::io("remove", path)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).unwrap().mode() & 0o777
    }

    #[test]
    fn what_is_made_is_private() {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path().join("dir");
        create_dir(&dir).unwrap();
        assert_eq!(mode(&dir), 0o700);
        replace(&dir.join("file"), b"one").unwrap();
        replace(&dir.join("file"), b"two").unwrap();
        assert_eq!(mode(&dir.join("file")), 0o600);
        assert_eq!(read(&dir.join("file")).unwrap().unwrap(), b"two");
        assert_eq!(fs::read_dir(&dir).unwrap().count(), 1, "no temporary file stays");
    }

    #[test]
    fn a_link_is_neither_followed_nor_accepted() {
        let temp = tempfile::tempdir().unwrap();
        let (dir, link) = (temp.path().join("dir"), temp.path().join("link"));
        create_dir(&dir).unwrap();
        symlink(&dir, &link).unwrap();
        assert!(matches!(check_private(&link), Err(Error::Unsafe(_))));
        check_private(&dir).unwrap();
        fs::write(dir.join("real"), b"text").unwrap();
        symlink(dir.join("real"), dir.join("alias")).unwrap();
        assert!(read(&dir.join("alias")).is_err());
        assert!(create(&dir.join("alias")).is_err());
    }

    #[test]
    fn a_directory_open_to_others_is_refused() {
        let temp = tempfile::tempdir().unwrap();
        for bits in [0o770, 0o702] {
            fs::set_permissions(temp.path(), Permissions::from_mode(bits)).unwrap();
            assert!(matches!(check_private(temp.path()), Err(Error::Unsafe(_))), "{bits:o}");
        }
        fs::set_permissions(temp.path(), Permissions::from_mode(0o755)).unwrap();
        check_private(temp.path()).unwrap();
        assert!(matches!(check_private(&temp.path().join("none")), Err(Error::Missing(_))));
    }

    #[test]
    fn an_open_file_is_told_from_what_took_its_place() {
        let temp = tempfile::tempdir().unwrap();
        let (path, away) = (temp.path().join("file"), temp.path().join("away"));
        replace(&path, b"one").unwrap();
        let file = open(&path, true).unwrap();
        assert!(is_at(&file, &path, 3).unwrap());
        assert!(!is_at(&file, &path, 4).unwrap(), "shorter than it was");
        fs::rename(&path, &away).unwrap();
        assert!(!is_at(&file, &path, 3).unwrap(), "moved");
        assert!(is_at(&file, &away, 3).unwrap());
        replace(&path, b"one").unwrap();
        assert!(!is_at(&file, &path, 3).unwrap(), "replaced");
        assert!(!is_at(&file, &away.join("below"), 3).unwrap());
    }

    #[test]
    fn an_abandoned_draft_leaves_the_old_file() {
        let temp = tempfile::tempdir().unwrap();
        let place = temp.path().join("file");
        replace(&place, b"old").unwrap();
        let mut draft = Draft::new(&place).unwrap();
        draft.file.write_all(b"ne").unwrap();
        drop(draft);
        assert_eq!(read(&place).unwrap().unwrap(), b"old");
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1);
    }
}
