//! Folders outside the vault: what is in them, and one that is there for a while. The standard library panics where a
//! folder that it listed cannot be closed, and it lists a folder to remove it.

use super::disk;
use super::error::Error;
use super::files;
use std::fs::Permissions;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// The paths in a folder, in their order.
///
/// # Errors
/// The file system's.
pub fn list(path: &Path) -> io::Result<Vec<PathBuf>> {
    disk::list(path)
}

/// Removes a folder with all it holds, if it is there.
///
/// # Errors
/// The file system's.
pub fn remove(path: &Path) -> Result<(), Error> {
    files::remove_tree(path)
}

/// A new folder among the temporary ones, of its owner alone; it goes with all it holds when this is dropped.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes one whose name begins like this.
    ///
    /// # Errors
    /// The file system's.
    pub fn new(prefix: &str) -> Result<Self, Error> {
        // Without a word, it is as the umask has it.
        let owner_alone = Permissions::from_mode(0o700);
        let made = tempfile::Builder::new().prefix(prefix).permissions(owner_alone).tempdir();
        made.map(|made| Self(made.keep())).map_err(Error::io("create", &std::env::temp_dir()))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Removes it now, to be told if it cannot be.
    ///
    /// # Errors
    /// The file system's.
    pub fn close(self) -> Result<(), Error> {
        remove(&self.0)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left lies among the temporary files, and is its owner's alone.
        drop(remove(&self.0));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_folder_is_listed_in_order_without_itself() {
        let temp = tempfile::tempdir().unwrap();
        for name in ["b", "a", "..c", "ñ"] {
            fs::write(temp.path().join(name), b"").unwrap();
        }
        let names = ["..c", "a", "b", "ñ"].map(|name| temp.path().join(name));
        assert_eq!(list(temp.path()).unwrap(), names);
        let kind = |path: &Path| list(path).unwrap_err().kind();
        assert_eq!(kind(&temp.path().join("none")), io::ErrorKind::NotFound);
        assert_eq!(kind(&temp.path().join("a")), io::ErrorKind::NotADirectory);
    }

    #[test]
    fn what_is_removed_is_all_of_it_and_nothing_behind_a_link() {
        let temp = tempfile::tempdir().unwrap();
        let (kept, gone) = (temp.path().join("kept"), temp.path().join("gone"));
        fs::create_dir_all(gone.join("one/two")).unwrap();
        fs::create_dir(&kept).unwrap();
        fs::write(kept.join("file"), b"stays").unwrap();
        fs::write(gone.join("one/two/file"), b"goes").unwrap();
        symlink(&kept, gone.join("one/link")).unwrap();
        symlink(&kept, temp.path().join("link")).unwrap();
        remove(&gone).unwrap();
        remove(&temp.path().join("link")).unwrap();
        assert_eq!(fs::read(kept.join("file")).unwrap(), b"stays");
        assert_eq!(list(temp.path()).unwrap(), [kept]);
        remove(&gone).unwrap();
    }

    #[test]
    fn a_scratch_folder_is_private_and_goes() {
        let scratch = Scratch::new("rumbo-test-").unwrap();
        let path = scratch.path().to_owned();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
        fs::write(path.join("file"), b"text").unwrap();
        drop(scratch);
        assert!(!path.exists());
    }
}
