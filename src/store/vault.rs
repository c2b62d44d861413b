//! The vault: a directory with a sealed journal, and the store over it.
//!
//! ```text
//! vault.hdr, vault.hdr.2   what turns the passphrase into the key
//! journal/                 the truth
//! head                     the change acknowledged last
//! checkpoint               the resident records, written at a clean close
//! state/, state.proof      timelines in sled, made when first asked for, and the proof of them
//! lock                     who holds it
//! ```

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::Store;
use super::backup::{self, Backup};
use super::checkpoint;
use super::error::{Damage, Error, Flaw};
use super::files;
use super::head::{Head, HeadFile};
use super::header::Header;
use super::journal::{Journal, SEGMENT, Writer};
use super::keys::{Kdf, Keys, Passphrase};
use super::lock::Lock;
use super::notice::Notice;
pub use super::reader::Reader;
use super::reading::{self, Found, HEAD, JOURNAL};
use super::staging::Staging;
use super::state::State;
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use crate::core::world::World;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const LOCK: &str = "lock";

/// Makes a vault in `dir`, which must not be there or be empty, and opens it.
///
/// # Errors
/// [`Error::Exists`], [`Error::Unsafe`], the file system's. What was begun is then gone again.
pub fn create(dir: &Path, passphrase: &Passphrase, kdf: Kdf) -> Result<Vault, Error> {
    let staging = Staging::new(dir)?;
    let (header, keys) = Header::create(passphrase, kdf)?;
    let keys = Arc::new(keys);
    Journal::create(&staging.path().join(JOURNAL), &keys, SEGMENT)?;
    settle(staging, dir, header, keys)
}

/// Makes a vault in `dir` of a backup, and opens it with the passphrase that the backup was made under.
///
/// # Errors
/// Those of [`create`], [`Error::WrongPassphrase`], [`Error::Newer`], and damage of the backup.
pub fn restore(file: &Path, dir: &Path, passphrase: &Passphrase) -> Result<Vault, Error> {
    let staging = Staging::new(dir)?;
    let mut backup = Backup::open(file)?;
    let header = backup.header().clone();
    let keys = Arc::new(header.unlock(passphrase)?);
    backup.unpack(&keys, &staging.path().join(JOURNAL))?;
    settle(staging, dir, header, keys)
}

/// Puts a staged journal in its place with its header, and opens the vault.
fn settle(staging: Staging, dir: &Path, header: Header, keys: Arc<Keys>) -> Result<Vault, Error> {
    header.save(staging.path())?;
    staging.keep()?;
    let lock = Lock::take(&dir.join(LOCK))?;
    let opened = Opened::new(dir, keys)?;
    Ok(Vault::new(dir.to_owned(), header, opened, lock))
}

/// Whether there is a vault in `dir`, good or bad.
pub fn exists(dir: &Path) -> bool {
    !matches!(find_header(dir), Err(Error::Missing(_)))
}

/// Finds the vault in `dir` and takes its lock.
///
/// # Errors
/// [`Error::Missing`], [`Error::Unsafe`], [`Error::InUse`], [`Error::Newer`], damage of the header.
pub fn open(dir: &Path) -> Result<Locked, Error> {
    let (header, repair) = find_header(dir)?;
    let lock = Lock::take(&dir.join(LOCK))?;
    Ok(Locked { dir: dir.to_owned(), header, repair, lock })
}

/// Finds the vault in `dir` to read it beside whoever holds it.
///
/// # Errors
/// Those of [`open`], but never [`Error::InUse`].
pub fn open_reader(dir: &Path) -> Result<LockedReader, Error> {
    let (header, _) = find_header(dir)?;
    Ok(LockedReader { dir: dir.to_owned(), header })
}

fn find_header(dir: &Path) -> Result<(Header, bool), Error> {
    files::check_private(dir)?;
    Header::load(dir)
}

/// A vault of which the lock is held and the passphrase is wanted.
pub struct Locked {
    dir: PathBuf,
    header: Header,
    /// Whether a copy of the header has to be written again.
    repair: bool,
    lock: Lock,
}

impl Locked {
    /// Whether the vault was made with the cheap key derivation.
    pub fn is_test_kdf(&self) -> bool {
        self.header.cost.kdf == Kdf::Test
    }

    /// Where it is.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Derives the key, which takes about a second, and opens the vault.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], damage, [`Error::Newer`], the file system's; and the vault, still held, to try again.
    pub fn unlock(self, passphrase: &Passphrase) -> Result<Vault, (Error, Box<Self>)> {
        let opened = self.header.unlock(passphrase).and_then(|keys| Opened::new(&self.dir, Arc::new(keys)));
        match opened {
            Err(error) => Err((error, Box::new(self))),
            Ok(mut opened) => {
                // Where it fails, the good copy still serves, and the next opening tries again.
                if self.repair && self.header.save(&self.dir).is_ok() {
                    opened.notices.push(Notice::HeaderRepaired);
                }
                Ok(Vault::new(self.dir, self.header, opened, self.lock))
            }
        }
    }
}

/// A vault to read beside whoever holds it; the passphrase is wanted.
pub struct LockedReader {
    dir: PathBuf,
    header: Header,
}

impl LockedReader {
    /// Whether the vault was made with the cheap key derivation.
    pub fn is_test_kdf(&self) -> bool {
        self.header.cost.kdf == Kdf::Test
    }

    /// Derives the key, which takes about a second, and reads the vault as it stands now.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], damage, [`Error::Newer`], the file system's; and the way to try again.
    pub fn unlock(self, passphrase: &Passphrase) -> Result<Reader, (Error, Box<Self>)> {
        let opened = self.header.unlock(passphrase).and_then(|keys| Reader::new(&self.dir, keys));
        opened.map_err(|error| (error, Box::new(self)))
    }
}

/// What an open vault works with.
struct Opened {
    keys: Arc<Keys>,
    writer: Writer,
    /// `None` where it could not be written, such as on a full disk; the vault then only proves less.
    head_file: Option<HeadFile>,
    /// Where the checkpoint stands, if it can be used.
    checkpoint: Option<Head>,
    notices: Vec<Notice>,
}

impl Opened {
    fn new(dir: &Path, keys: Arc<Keys>) -> Result<Self, Error> {
        let Found { journal, witnesses, mut notices } = reading::find(dir, &keys)?;
        let (writer, more) = journal.into_writer(&witnesses)?;
        notices.extend(more);
        let head_file = HeadFile::start(&dir.join(HEAD), &keys, writer.journal().head()).ok();
        Ok(Self { keys, writer, head_file, checkpoint: witnesses.checkpoint, notices })
    }
}

/// The timelines' state: opened when first asked for, so that a day starts without it.
enum Timelines {
    Closed,
    Open(Box<State>),
    /// It failed in use; the journal serves until the vault is opened again.
    Failed,
}

/// An open vault, held by this process alone.
pub struct Vault {
    dir: PathBuf,
    header: Header,
    opened: Opened,
    timelines: Timelines,
    _lock: Lock,
}

impl Vault {
    fn new(dir: PathBuf, header: Header, opened: Opened, lock: Lock) -> Self {
        Self { dir, header, opened, timelines: Timelines::Closed, _lock: lock }
    }

    /// Where it is.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Whether the vault was made with the cheap key derivation.
    pub fn is_test_kdf(&self) -> bool {
        self.header.cost.kdf == Kdf::Test
    }

    /// What was found so far that a person should hear of, though nothing acknowledged is lost.
    pub fn report(&self) -> &[Notice] {
        &self.opened.notices
    }

    /// Writes a sealed copy to `file`, opens it again and compares it with the vault before it takes its place.
    ///
    /// # Errors
    /// [`Error::Exists`] if the file is there and is no backup, [`Error::Unsafe`] if it is a link, damage where the
    /// copy is not the vault's equal, the file system's. What was at `file` before is then still there.
    pub fn backup(&mut self, file: &Path) -> Result<Seq, Error> {
        let (world, _) = self.load()?;
        backup::write(file, &self.dir, &self.header, &self.opened.keys, self.opened.writer.journal(), &world)
    }

    /// Closes the vault in order: proves the state and writes a checkpoint, so that the next opening is quick.
    ///
    /// # Errors
    /// The file system's. Nothing is lost by it: what could not be written is made from the journal.
    pub fn close(mut self) -> Result<(), Error> {
        let state = match std::mem::replace(&mut self.timelines, Timelines::Closed) {
            Timelines::Open(state) => state.close(),
            Timelines::Closed | Timelines::Failed => Ok(()),
        };
        self.write_checkpoint().and(state)
    }

    fn journal(&self) -> &Journal {
        self.opened.writer.journal()
    }

    fn write_checkpoint(&mut self) -> Result<(), Error> {
        let head = self.journal().head();
        if self.opened.checkpoint == Some(head) {
            return Ok(());
        }
        let (world, _) = self.load()?;
        checkpoint::write(&self.dir.join(checkpoint::NAME), &self.opened.keys, head, &world)?;
        self.opened.checkpoint = Some(head);
        Ok(())
    }

    fn open_timelines(&mut self) -> Result<(), Error> {
        if matches!(self.timelines, Timelines::Closed) {
            match self.catch_up() {
                Ok(state) => self.timelines = Timelines::Open(Box::new(state)),
                Err(damaged @ Error::Damaged(Damage { flaw: Flaw::BehindHead, .. })) => return Err(damaged),
                Err(error) => self.timelines_failed(&error),
            }
        }
        Ok(())
    }

    /// Opens the state and takes in what the journal has beyond it.
    fn catch_up(&mut self) -> Result<State, Error> {
        let (mut state, doubtful) = State::open(&self.dir, &self.opened.keys)?;
        if doubtful {
            self.opened.notices.push(Notice::StateRebuilt);
        }
        let (applied, head) = (state.applied()?, self.journal().head().seq);
        if applied > head {
            return Err(Flaw::BehindHead.at(JOURNAL, Some(head + 1)));
        }
        self.journal().replay(applied, |seq, commit| state.gather(seq, &commit))?;
        state.settle()?;
        Ok(state)
    }

    fn timelines_failed(&mut self, error: &Error) {
        self.timelines = Timelines::Failed;
        self.opened.notices.push(Notice::StateFailed { why: error.to_string() });
    }
}

impl Store for Vault {
    fn load(&mut self) -> Result<(World, Seq), Error> {
        let (world, checkpoint_opened) = reading::load(&self.dir, &self.opened.keys, self.journal())?;
        if !checkpoint_opened && self.opened.checkpoint.take().is_some() {
            self.opened.notices.push(Notice::CheckpointSkipped);
        }
        Ok((world, self.journal().head().seq))
    }

    fn commit(&mut self, head: Seq, commit: &Commit) -> Result<Seq, Error> {
        let stands = self.journal().head().seq;
        if head != stands {
            return Err(Error::Conflict(stands));
        }
        let seq = self.opened.writer.append(commit)?;
        // The commit is durable. What follows only serves reading and proving.
        if let Some(file) = &self.opened.head_file {
            file.note(&self.opened.keys, self.journal().head());
        }
        if let Timelines::Open(state) = &mut self.timelines
            && let Err(error) = state.gather(seq, commit).and_then(|()| state.settle())
        {
            self.timelines_failed(&error);
        }
        Ok(seq)
    }

    fn timeline(&mut self, case: CaseId) -> Result<Vec<Event>, Error> {
        self.open_timelines()?;
        if let Timelines::Open(state) = &self.timelines {
            match state.timeline(case) {
                Ok(events) => return Ok(events),
                Err(error) => self.timelines_failed(&error),
            }
        }
        reading::timeline(self.journal(), case)
    }

    fn each_since(&mut self, head: Seq, visit: &mut dyn FnMut(Seq, Commit)) -> Result<(), Error> {
        reading::each_since(self.journal(), head, visit)
    }
}
