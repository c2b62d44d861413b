//! The disk under a vault. Whatever the vault keeps, it reads and writes through here.
//!
//! In the program a [`File`] is a file of the system and nothing more. In this crate's own tests a thread can put a
//! simulated disk under its vaults, which loses, tears and reorders what was not synced, fails where it is told to, and
//! goes off at any call. A trait object would serve as well, and would cost every reader of this folder a parameter.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
pub mod simulated;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]
mod storms;

use rustix::fs::{CWD, Dir, Mode, OFlags, openat};
use rustix::io::{Errno, FdFlags, fcntl_setfd};
use std::ffi::OsStr;
use std::fs::{self, DirBuilder, OpenOptions, Permissions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::os::fd::AsRawFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// What is found at a path; a link is not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    File,
    Dir,
    Link,
    Other,
}

/// What a file or directory is, who may use it, its bytes, and what tells it from any other.
#[derive(Debug, Clone, Copy)]
pub struct Found {
    pub what: What,
    pub mode: u32,
    pub length: u64,
    pub id: (u64, u64),
}

impl From<fs::Metadata> for Found {
    fn from(found: fs::Metadata) -> Self {
        let what = match found.file_type() {
            kind if kind.is_symlink() => What::Link,
            kind if kind.is_dir() => What::Dir,
            kind if kind.is_file() => What::File,
            _ => What::Other,
        };
        Self { what, mode: found.mode(), length: found.len(), id: (found.dev(), found.ino()) }
    }
}

/// An open file.
#[derive(Debug)]
pub struct File(Inner);

#[derive(Debug)]
enum Inner {
    Real(fs::File),
    #[cfg(test)]
    Simulated(simulated::Handle),
}

/// Calls the same method of whichever file it is.
macro_rules! either {
    ($file:expr, $inner:ident => $call:expr) => {
        match $file {
            Inner::Real($inner) => $call,
            #[cfg(test)]
            Inner::Simulated($inner) => $call,
        }
    };
}

/// Asks the simulated disk first, where this thread has one.
macro_rules! simulated {
    ($disk:ident => $call:expr) => {
        #[cfg(test)]
        if let Some($disk) = simulated::current() {
            return $call;
        }
    };
}

impl File {
    /// Makes a file that only its owner can use; there must be nothing of that name, not even a link.
    ///
    /// # Errors
    /// The file system's.
    pub fn create(path: &Path, mode: u32) -> io::Result<Self> {
        simulated!(disk => disk.create(path).map(|file| Self(Inner::Simulated(file))));
        let file = OpenOptions::new().read(true).write(true).create_new(true).mode(mode).open(path)?;
        match file.set_permissions(Permissions::from_mode(mode)) {
            // A file we made is ours to protect, unless the file system knows no modes, such as FAT on a stick.
            Err(e) if e.kind() != ErrorKind::PermissionDenied => Err(e),
            _ => Ok(Self(Inner::Real(file))),
        }
    }

    /// Opens a file to read, and to write if wanted; never through a link.
    ///
    /// # Errors
    /// The file system's.
    pub fn open(path: &Path, write: bool) -> io::Result<Self> {
        simulated!(disk => disk.open(path).map(|file| Self(Inner::Simulated(file))));
        // The flags of open(2) are C ints; rustix keeps them unsigned.
        let no_links = OFlags::NOFOLLOW.bits().cast_signed();
        let file = OpenOptions::new().read(true).write(write).custom_flags(no_links).open(path)?;
        Ok(Self(Inner::Real(file)))
    }

    /// What it is now.
    ///
    /// # Errors
    /// The file system's.
    pub fn found(&self) -> io::Result<Found> {
        match &self.0 {
            Inner::Real(file) => file.metadata().map(Found::from),
            #[cfg(test)]
            Inner::Simulated(file) => file.found(),
        }
    }

    /// Gives it this mode.
    ///
    /// # Errors
    /// The file system's.
    pub fn protect(&self, mode: u32) -> io::Result<()> {
        match &self.0 {
            Inner::Real(file) => file.set_permissions(Permissions::from_mode(mode)),
            #[cfg(test)]
            Inner::Simulated(_) => Ok(()),
        }
    }

    /// Makes its bytes and all about it durable.
    ///
    /// # Errors
    /// The file system's.
    pub fn sync_all(&self) -> io::Result<()> {
        either!(&self.0, file => file.sync_all())
    }

    /// Makes its bytes durable, and its length.
    ///
    /// # Errors
    /// The file system's.
    pub fn sync_data(&self) -> io::Result<()> {
        either!(&self.0, file => file.sync_data())
    }

    /// Cuts it off, or lengthens it with zeros.
    ///
    /// # Errors
    /// The file system's.
    pub fn set_len(&self, length: u64) -> io::Result<()> {
        either!(&self.0, file => file.set_len(length))
    }

    /// Fills `bytes` from `offset` on.
    ///
    /// # Errors
    /// The file system's, and where it is too short.
    pub fn read_exact_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        either!(&self.0, file => file.read_exact_at(bytes, offset))
    }

    /// Writes all of `bytes` from `offset` on.
    ///
    /// # Errors
    /// The file system's; some of it may then be written.
    pub fn write_all_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        either!(&self.0, file => file.write_all_at(bytes, offset))
    }

    /// Locks it for this process, if nobody else has.
    ///
    /// # Errors
    /// That somebody has, or the file system's.
    pub fn try_lock(&self) -> Result<(), TryLockError> {
        either!(&self.0, file => file.try_lock())
    }
}

impl File {
    /// Lets the open file outlast this program when the process runs another in its place; returns its number.
    ///
    /// # Errors
    /// The system's.
    pub fn outlive(&self) -> io::Result<i32> {
        match &self.0 {
            Inner::Real(file) => {
                fcntl_setfd(file, FdFlags::empty())?;
                Ok(file.as_raw_fd())
            }
            #[cfg(test)]
            Inner::Simulated(_) => Err(ErrorKind::Unsupported.into()),
        }
    }
}

impl Read for File {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        either!(&mut self.0, file => file.read(bytes))
    }
}

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        either!(&mut self.0, file => file.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        either!(&mut self.0, file => file.flush())
    }
}

impl Seek for File {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        either!(&mut self.0, file => file.seek(to))
    }
}

/// What is at a path.
///
/// # Errors
/// The file system's, also where there is nothing.
pub fn find(path: &Path) -> io::Result<Found> {
    simulated!(disk => disk.find(path));
    fs::symlink_metadata(path).map(Found::from)
}

/// Whether something was not opened because it is a link.
pub fn says_link(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::LOOP.raw_os_error())
}

/// Gives a file that its owner may not even open this mode. Only for one that was found to be no link.
///
/// # Errors
/// The file system's.
pub fn take_back(path: &Path, mode: u32) -> io::Result<()> {
    simulated!(_disk => Ok(()));
    fs::set_permissions(path, Permissions::from_mode(mode))
}

/// Makes a directory of this mode, whatever the umask.
///
/// # Errors
/// The file system's.
pub fn create_dir(path: &Path, mode: u32) -> io::Result<()> {
    simulated!(disk => disk.create_dir(path));
    DirBuilder::new().mode(mode).create(path)?;
    fs::set_permissions(path, Permissions::from_mode(mode))
}

/// Makes the entries of a directory durable.
///
/// # Errors
/// The file system's.
pub fn sync_dir(path: &Path) -> io::Result<()> {
    simulated!(disk => disk.sync_dir(path));
    fs::File::open(path).and_then(|dir| dir.sync_all())
}

/// The paths in a directory, in their order. The standard library's own listing panics where the directory cannot be
/// closed; what was read by then is good, so nothing is said of it here.
///
/// # Errors
/// The file system's.
pub fn list(path: &Path) -> io::Result<Vec<PathBuf>> {
    simulated!(disk => disk.list(path));
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut found = Vec::new();
    for entry in Dir::new(openat(CWD, path, flags, Mode::empty())?)? {
        let name = entry?.file_name().to_bytes().to_owned();
        if name != b"." && name != b".." {
            found.push(path.join(OsStr::from_bytes(&name)));
        }
    }
    found.sort();
    Ok(found)
}

/// Gives something another name in the same directory; what has that name is replaced.
///
/// # Errors
/// The file system's.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    simulated!(disk => disk.rename(from, to));
    fs::rename(from, to)
}

/// Removes a file.
///
/// # Errors
/// The file system's.
pub fn remove_file(path: &Path) -> io::Result<()> {
    simulated!(disk => disk.remove(path));
    fs::remove_file(path)
}

/// Removes a directory with all it holds; of a link, the link.
///
/// # Errors
/// The file system's.
pub fn remove_dir_all(path: &Path) -> io::Result<()> {
    simulated!(disk => disk.remove(path));
    // The standard library lists what is in it.
    if find(path)?.what != What::Dir {
        return fs::remove_file(path);
    }
    list(path)?.iter().try_for_each(|entry| remove_dir_all(entry))?;
    fs::remove_dir(path)
}

/// Refuses where only a real disk serves, as for a database that opens its files itself.
///
/// # Errors
/// That this disk is simulated.
#[cfg_attr(not(test), expect(clippy::unnecessary_wraps, reason = "only a simulated disk refuses"))]
pub fn must_be_real() -> io::Result<()> {
    simulated!(_disk => Err(ErrorKind::Unsupported.into()));
    Ok(())
}
