//! One process at a time: a lock that the system lets go of when its holder ends, however it ends.

use super::disk::File;
use super::error::Error;
use super::files;
use std::fs::TryLockError;
use std::io::{ErrorKind, Read, Seek, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// Where the system shows the files that this process has open, by their numbers.
pub const OPEN_FILES: &str = if cfg!(target_os = "linux") { "/proc/self/fd" } else { "/dev/fd" };

/// The vault is ours until this is dropped.
pub struct Lock {
    file: File,
    path: PathBuf,
    /// The number of the open file that holds it, where that came from the program before this one in the same process.
    /// It stays open until the process ends.
    inherited: Option<i32>,
}

impl Lock {
    /// Takes the lock, or says at once who has it.
    ///
    /// # Errors
    /// [`Error::InUse`] with the holder's process id; the file system's.
    pub fn take(path: &Path) -> Result<Self, Error> {
        let mut file = match files::open(path, true) {
            Err(Error::Io { source, .. }) if source.kind() == ErrorKind::NotFound => create_or_open(path)?,
            other => other?,
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                // Not yet written, or not readable: then the holder stays unnamed.
                drop(file.read_to_string(&mut holder));
                return Err(Error::InUse(holder.trim().to_owned()));
            }
            Err(TryLockError::Error(source)) => return Err(Error::io("lock", path)(source)),
        }
        // The id only serves the sentence that others read; a full disk must not keep the vault closed.
        drop(sign(&mut file));
        Ok(Self { file, path: path.to_owned(), inherited: None })
    }

    /// Takes over the lock that the program before this one in the same process [kept](Self::keep) as the open file
    /// `number`; takes it anew if it was lost meanwhile.
    ///
    /// # Errors
    /// Those of [`Lock::take`].
    pub fn inherit(path: &Path, number: i32) -> Result<Self, Error> {
        let held = std::fs::metadata(format!("{OPEN_FILES}/{number}"));
        let file = files::open(path, true)?;
        let here = file.found().map_err(Error::io("find", path))?;
        let ours = held.is_ok_and(|held| (held.dev(), held.ino()) == here.id);
        if ours && matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
            return Ok(Self { file, path: path.to_owned(), inherited: Some(number) });
        }
        drop(file);
        Self::take(path)
    }

    /// Lets the lock outlast this program when the process runs another in its place. Returns the number of the open
    /// file that holds it; until then this must not be dropped.
    ///
    /// # Errors
    /// The system's.
    pub fn keep(&self) -> Result<i32, Error> {
        if let Some(number) = self.inherited {
            return Ok(number);
        }
        self.file.outlive().map_err(Error::io("keep", &self.path))
    }

    /// Whether it still guards its path: whoever moves or replaces the file lets a second holder in.
    ///
    /// # Errors
    /// The file system's.
    pub fn is_here(&self) -> Result<bool, Error> {
        files::is_at(&self.file, &self.path, 0)
    }
}

/// Writes the holder's id, as wide as any, over the one before: cutting the file off first took 1.6 ms before every lock
/// screen (ext4, seen once in a trace).
fn sign(file: &mut File) -> std::io::Result<()> {
    let line = format!("{:<10}\n", std::process::id());
    if file.found()?.length > line.len() as u64 {
        file.set_len(0)?;
    }
    file.rewind()?;
    file.write_all(line.as_bytes())
}

/// Somebody else may be making it at the same moment.
fn create_or_open(path: &Path) -> Result<File, Error> {
    match files::create(path) {
        Err(Error::Io { source, .. }) if source.kind() == ErrorKind::AlreadyExists => files::open(path, true),
        other => other,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use std::os::fd::AsRawFd;

    #[test]
    fn is_refused_while_held_and_free_afterwards() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("lock");
        let held = Lock::take(&path).unwrap();
        let Err(Error::InUse(holder)) = Lock::take(&path) else { unreachable!() };
        assert_eq!(holder, std::process::id().to_string());
        drop(held);
        Lock::take(&path).unwrap();
    }

    #[test]
    fn a_lock_is_inherited_only_from_the_file_that_holds_it() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("lock");
        let before = Lock::take(&path).unwrap();
        let number = before.keep().unwrap();
        let other = std::fs::File::create(temp.path().join("other")).unwrap();
        assert!(matches!(Lock::inherit(&path, other.as_raw_fd()), Err(Error::InUse(_))));
        assert!(matches!(Lock::inherit(&path, 999_999), Err(Error::InUse(_))));
        let after = Lock::inherit(&path, number).unwrap();
        assert!(after.is_here().unwrap() && after.keep().unwrap() == number);
        // Lost meanwhile, it is simply taken.
        drop(before);
        let again = Lock::inherit(&path, number).unwrap();
        assert!(matches!(Lock::take(&path), Err(Error::InUse(_))));
        drop(again);
    }

    #[test]
    fn what_a_killed_holder_left_does_not_block() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("lock");
        std::fs::write(&path, "4194304 and a rather long rest\n").unwrap();
        let _held = Lock::take(&path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap().trim(), std::process::id().to_string());
    }
}
