//! One process, two programs after each other: to lock, the program runs itself again in the same process. The system
//! takes the whole memory away, so nothing has to be wiped piece by piece; what has to last is in a file without a name.

use super::guard::{self, Before, Guard};
use crate::core::unattended::Unattended;
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The argument that names the open file; no person types it.
const ARGUMENT: &str = "--resume=";
/// Where the system shows the files that this process has open, by their numbers.
const OPEN_FILES: &str = if cfg!(target_os = "linux") { "/proc/self/fd" } else { "/dev/fd" };
/// More than any draft takes.
const LARGEST: u64 = 64 << 20;

/// What a locked program leaves to the next one. Whatever a person typed or a vault holds is in `draft` alone, sealed.
#[derive(Debug)]
pub struct Handover {
    told: Told,
    pub draft: Vec<u8>,
    /// The number of the open file it came in; the next one goes the same way.
    file: i32,
}

#[derive(Debug, Serialize, Deserialize)]
struct Told {
    /// The code of the language that was spoken.
    lang: String,
    /// The number of the open file that holds the vault's lock.
    lock: i32,
    /// The terminal's settings; without them it was given back to the shell, and the process is to stop first.
    before: Option<Before>,
    /// A folder that is thrown away in the end, as the bytes of its path.
    folder: Option<Vec<u8>>,
    /// How long the clinic lets a screen stand without a key; no secret.
    unattended: Option<Unattended>,
}

/// What is to be handed over.
pub struct Parting<'a> {
    pub lang: &'a str,
    pub lock: i32,
    pub draft: &'a [u8],
    /// A folder that is thrown away in the end.
    pub folder: Option<&'a Path>,
    /// How long the clinic lets a screen stand without a key.
    pub unattended: Option<Unattended>,
    /// Gives the terminal back and stops until the shell continues it.
    pub stop: bool,
    /// The number of the open file that the last handover came in.
    pub file: Option<i32>,
}

impl Handover {
    /// Reads what the program before left in the open file of that number.
    ///
    /// # Errors
    /// There is no such file, or nobody left anything in it.
    pub fn read(file: i32) -> io::Result<Self> {
        let mut left = open(file)?;
        left.rewind()?;
        let mut bytes = Vec::new();
        (&left).take(LARGEST).read_to_end(&mut bytes)?;
        let line = bytes.iter().position(|byte| *byte == b'\n').ok_or(io::ErrorKind::InvalidData)?;
        let told = serde_json::from_slice(bytes.get(..line).unwrap_or_default())?;
        left.set_len(0)?;
        Ok(Self { told, draft: bytes.split_off(line + 1), file })
    }

    /// The language that was spoken, by its code.
    pub fn lang(&self) -> &str {
        &self.told.lang
    }

    /// The number of the open file that holds the vault's lock.
    pub fn lock(&self) -> i32 {
        self.told.lock
    }

    /// The number of the open file that the next handover is to go through.
    pub fn file(&self) -> i32 {
        self.file
    }

    /// The folder that is thrown away in the end.
    pub fn folder(&self) -> Option<PathBuf> {
        self.told.folder.clone().map(|bytes| OsString::from_vec(bytes).into())
    }

    /// How long the clinic lets a screen stand without a key, if it has said so.
    pub fn unattended(&self) -> Option<Unattended> {
        self.told.unattended
    }

    /// Takes the terminal over as it is; where it was given to the shell, stops first and takes it anew.
    ///
    /// # Errors
    /// What the terminal does not let us do.
    pub fn take_terminal(&self) -> io::Result<Guard> {
        if let Some(before) = self.told.before {
            return Guard::take_over(before);
        }
        guard::stop()?;
        Guard::take()
    }
}

impl Parting<'_> {
    /// Runs the program again in this process. Returns only if that is not possible; the terminal is then put back.
    pub fn run(&self) -> io::Error {
        let failed = self.try_run();
        guard::restore();
        failed
    }

    fn try_run(&self) -> io::Error {
        let before = if self.stop { None } else { guard::before() };
        if before.is_none() {
            guard::restore();
        }
        let folder = self.folder.map(|folder| folder.as_os_str().as_bytes().to_vec());
        let told = Told { lang: self.lang.to_owned(), lock: self.lock, before, folder, unattended: self.unattended };
        let (file, number) = match self.leave(&told) {
            Ok(left) => left,
            Err(error) => return error,
        };
        let failed = program(number).exec();
        drop(file);
        failed
    }

    fn leave(&self, told: &Told) -> io::Result<(File, i32)> {
        let mut file = self.file.map_or_else(|| nameless().map(File::from), open)?;
        let number = self.file.unwrap_or(file.as_raw_fd());
        file.rewind()?;
        file.set_len(0)?;
        let mut bytes = serde_json::to_vec(told)?;
        bytes.push(b'\n');
        bytes.extend_from_slice(self.draft);
        file.write_all(&bytes)?;
        Ok((file, number))
    }
}

/// The open file of that number, opened once more.
fn open(number: i32) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open(format!("{OPEN_FILES}/{number}"))
}

/// A file in memory that no other process can name, and that the next program inherits.
#[cfg(target_os = "linux")]
fn nameless() -> io::Result<OwnedFd> {
    Ok(rustix::fs::memfd_create("rumbo", rustix::fs::MemfdFlags::empty())?)
}

/// A file of this person alone (0600) whose name is gone already, and that the next program inherits.
#[cfg(not(target_os = "linux"))]
fn nameless() -> io::Result<OwnedFd> {
    let file = OwnedFd::from(tempfile::tempfile()?);
    rustix::io::fcntl_setfd(&file, rustix::io::FdFlags::empty())?;
    Ok(file)
}

/// This very program with the arguments it was started with. Through `/proc` it is the same one even after an update
/// has put another in its place.
fn program(number: i32) -> Command {
    let itself = Path::new("/proc/self/exe");
    let itself = if itself.exists() { itself.to_owned() } else { std::env::current_exe().unwrap_or_default() };
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_else(|| "rumbo".into());
    let mut command = Command::new(itself);
    command.arg0(name).arg(format!("{ARGUMENT}{number}"));
    command.args(arguments.filter(|argument| !argument.as_bytes().starts_with(ARGUMENT.as_bytes())));
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_read_once_and_the_same_file_serves_again() {
        let leave = |file, draft: &[u8]| {
            let folder = Path::new("/a\u{e9}");
            let unattended = Some(Unattended { blank_after: 90, lock_after: 240 });
            let parting = Parting { lang: "es", lock: 7, draft, folder: Some(folder), unattended, stop: true, file };
            let told = Told {
                lang: parting.lang.to_owned(),
                lock: parting.lock,
                before: None,
                folder: Some(folder.as_os_str().as_bytes().to_vec()),
                unattended,
            };
            parting.leave(&told).unwrap()
        };
        let (_kept, number) = leave(None, b"sealed\nbytes, rather long");
        let read = Handover::read(number).unwrap();
        assert_eq!((read.lang(), read.lock(), read.file()), ("es", 7, number));
        assert_eq!(read.unattended(), Some(Unattended { blank_after: 90, lock_after: 240 }));
        assert_eq!(read.folder().unwrap(), Path::new("/a\u{e9}"));
        assert_eq!(read.draft, b"sealed\nbytes, rather long");
        assert!(Handover::read(number).is_err(), "it is read once");
        let (_again, same) = leave(Some(number), b"short");
        assert_eq!((same, Handover::read(number).unwrap().draft), (number, b"short".to_vec()));
        assert!(Handover::read(999_999).is_err());
    }
}
