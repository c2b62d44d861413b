//! The vault: a directory with a sealed journal, and the store over it.
//!
//! ```text
//! vault.hdr, vault.hdr.2   what turns the passphrase into the key
//! keyring, keyring.2       a key for each case
//! journal/                 the truth
//! head                     the change acknowledged last
//! checkpoint               the resident records, written at a clean close
//! state/, state.proof      timelines in sled, made when first asked for, and the proof of them
//! kit, kit.2               what it takes to make backups without asking for a passphrase
//! backups/, backups.lock   the vault's own, rotating; who is making one
//! away                     when a copy last left this folder
//! lock                     who holds it
//! ```
//! A vault that was sealed anew has `keyring.g2`, `journal.g2` and so on instead.

mod beside;
mod erasing;
mod handing;
mod mending;
mod noting;
mod opened;
mod restoring;
mod store;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
pub(in crate::store) mod tests;
mod timelines;

pub use handing::Handed;

pub use self::beside::LockedReader;
use self::opened::Opened;
pub use self::restoring::restore;
use self::timelines::Timelines;

use super::Store;
pub use super::aside::Aside;
use super::audit::Audited;
use super::checkpoint;
use super::error::{Error, Flaw};
use super::files;
use super::head::{Head, HeadFile};
use super::header::{Copies, Header};
use super::journal::{Journal, SEGMENT};
use super::keeper::Keeper;
use super::keyring::Keyring;
use super::keys::{Kdf, Keys, Passphrase};
use super::kit::Kit;
use super::lock::Lock;
use super::notice::Notice;
use super::places::Places;
pub use super::reader::Reader;
use super::reading::{self, Loaded};
use super::recovery::RecoveryKey;
use super::reseal::{self, Progress};
use super::rotation::{self, Made};
use super::staging::{self, Staging};
use super::state;
use crate::core::change::Seq;
use crate::core::id::CaseId;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const LOCK: &str = "lock";

/// Makes a vault in `dir`, which must not be there or be empty, and opens it.
///
/// # Errors
/// [`Error::Exists`], [`Error::Unsafe`], the file system's. What was begun is then gone again.
pub fn create(dir: &Path, passphrase: &Passphrase, kdf: Kdf) -> Result<Vault, Error> {
    create_with(dir, passphrase, None, kdf)
}

/// The same with a recovery key that opens it too.
///
/// # Errors
/// Those of [`create`].
pub fn create_with(
    dir: &Path,
    passphrase: &Passphrase,
    recovery: Option<&RecoveryKey>,
    kdf: Kdf,
) -> Result<Vault, Error> {
    let staging = Staging::new(dir)?;
    let (header, keys) = Header::create(passphrase, recovery, kdf)?;
    let keys = Arc::new(keys);
    let places = header.places(staging.path());
    Journal::create(&places.journal(), &keys, SEGMENT)?;
    let mut ring = Keyring::default();
    ring.reach(CaseId(0))?;
    ring.save(&places, &keys)?;
    let head = Head::genesis(&keys);
    let opened = header.salt(FIRST).map(|slot| (slot, passphrase));
    let (kit, _) = Kit::ready(staging.path(), &header, &keys, opened)?;
    settle(staging, dir, header, keys, head, &kit)
}

/// The number of the first passphrase's slot.
const FIRST: u8 = 1;

/// Puts a staged journal, which ends with `head`, in its place with its header, and opens the vault.
fn settle(
    staging: Staging,
    dir: &Path,
    header: Header,
    keys: Arc<Keys>,
    head: Head,
    kit: &Kit,
) -> Result<Vault, Error> {
    header.write(staging.path())?;
    kit.save(staging.path(), &keys)?;
    HeadFile::start(&header.places(staging.path()).head(), &keys, head)?;
    staging.keep()?;
    let lock = Lock::take(&dir.join(LOCK))?;
    let mut header = header;
    let mut opened = Opened::migrated(dir, &mut header, keys, &mut |_, _| {})?;
    if let Some(remains) = &opened.remains {
        return Err(Error::Damaged(remains.hurt().damage.clone()));
    }
    opened.audit.opened_by(header.who(1), header.has_audit(&opened.keys));
    Ok(Vault::new(dir.to_owned(), header, opened, lock))
}

/// Whether there is a vault in `dir`, good or bad.
pub fn exists(dir: &Path) -> bool {
    !matches!(find_header(dir), Err(Error::Missing(_)))
}

/// The backups in the vault's own folder that say that they are this vault's, the newest last. None of them is opened.
///
/// # Errors
/// Those of [`open`], but never [`Error::InUse`].
pub fn own_backups(dir: &Path) -> Result<Vec<(Made, PathBuf)>, Error> {
    rotation::own(dir, &find_header(dir)?.header.vault)
}

/// Finds the vault in `dir` and takes its lock.
///
/// # Errors
/// [`Error::Missing`], [`Error::Unsafe`], [`Error::InUse`], [`Error::Newer`], damage of the header.
pub fn open(dir: &Path) -> Result<Locked, Error> {
    let copies = find_header(dir)?;
    let lock = Lock::take(&dir.join(LOCK))?;
    Ok(Locked { dir: dir.to_owned(), copies, lock })
}

/// The vault in `dir` again, of which the program before this one in the same process kept the lock as the open file
/// `number`.
///
/// # Errors
/// Those of [`open`]; [`Error::InUse`] only if the lock was lost meanwhile.
pub fn open_again(dir: &Path, number: i32) -> Result<Locked, Error> {
    let copies = find_header(dir)?;
    let lock = Lock::inherit(&dir.join(LOCK), number)?;
    Ok(Locked { dir: dir.to_owned(), copies, lock })
}

/// Finds the vault in `dir` to read it beside whoever holds it.
///
/// # Errors
/// Those of [`open`], but never [`Error::InUse`].
pub fn open_reader(dir: &Path) -> Result<LockedReader, Error> {
    Ok(LockedReader { dir: dir.to_owned(), copies: find_header(dir)? })
}

fn find_header(dir: &Path) -> Result<Copies, Error> {
    files::check_private(dir)?;
    let found = Copies::load(dir).map_err(|error| headless(dir, error))?;
    for inner in [found.header.places(dir).journal(), dir.join(state::DIR)] {
        match files::check_private(&inner) {
            // What is gone is seen, or made anew, by whoever needs it.
            Ok(()) | Err(Error::Missing(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(found)
}

/// What to say where no copy of the header is good: a folder with other files of a vault is one, and has backups.
fn headless(dir: &Path, error: Error) -> Error {
    let flaw = match error {
        Error::Missing(_) if Places::has_vault(dir) => Flaw::Gone,
        Error::Damaged(damage) => damage.flaw,
        other => return other,
    };
    let newest = rotation::list(dir).unwrap_or_default().pop();
    Error::NoHeader { flaw, newest: newest.map(|(_, path)| path.display().to_string()) }
}

/// Whether a vault could be made in `dir`.
///
/// # Errors
/// [`Error::Exists`], [`Error::Unsafe`], the file system's.
pub fn check_free(dir: &Path) -> Result<(), Error> {
    staging::check_free(dir)
}

/// A vault of which the lock is held and the passphrase is wanted.
pub struct Locked {
    dir: PathBuf,
    copies: Copies,
    lock: Lock,
}

impl Locked {
    /// Whether the vault was made with the cheap key derivation.
    pub fn is_test_kdf(&self) -> bool {
        self.copies.header.is_test_kdf()
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
        self.unlock_with(passphrase, &mut |_, _| {})
    }

    /// The same, told how far it is where the vault has to be sealed anew first.
    ///
    /// # Errors
    /// Those of [`Locked::unlock`].
    pub fn unlock_with(mut self, passphrase: &Passphrase, progress: Progress<'_>) -> Result<Vault, (Error, Box<Self>)> {
        let opened = self.copies.open(&self.dir, passphrase).and_then(|found| {
            let slot = self.copies.header.salt(found.number);
            let mut opened = self.open_with(Arc::new(found.keys), progress)?;
            let header = &self.copies.header;
            opened.audit.opened_by(header.who(found.number), header.has_audit(&opened.keys));
            Ok((opened, slot))
        });
        match opened {
            Err(error) => Err((error, Box::new(self))),
            Ok((opened, slot)) => {
                let slot = slot.map(|slot| (slot, passphrase));
                // Where it fails, such as on a full disk, a backup says so, and the next opening tries again.
                if let Ok((kit, true)) = Kit::ready(&self.dir, &self.copies.header, &opened.keys, slot) {
                    drop(kit.save(&self.dir, &opened.keys));
                }
                Ok(Vault::new(self.dir, self.copies.header, opened, self.lock))
            }
        }
    }
}

impl Locked {
    fn open_with(&mut self, keys: Arc<Keys>, progress: Progress<'_>) -> Result<Opened, Error> {
        // Where it fails, the good copy still serves, and the next opening tries again.
        let Copies { header, behind, .. } = &mut self.copies;
        let repaired = *behind && header.write(&self.dir).is_ok();
        if repaired || !*behind {
            // Only now no copy of the header names another generation.
            drop(reseal::clear(&header.places(&self.dir)));
        }
        let mut opened = Opened::migrated(&self.dir, header, keys, progress)?;
        opened.notices.extend(repaired.then_some(Notice::HeaderRepaired));
        Ok(opened)
    }

    /// Derives the key to change who can open the vault. Its records are not read, so that this works in a damaged vault
    /// too.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::Mistyped`], damage of the header; and the vault, still held, to try again.
    pub fn keep(mut self, secret: &Passphrase) -> Result<Keeper, (Error, Box<Self>)> {
        match self.copies.open(&self.dir, secret) {
            Ok(opened) => Ok(Keeper::new(self.dir, self.copies.header, opened, self.lock)),
            Err(error) => Err((error, Box::new(self))),
        }
    }
}

/// An open vault, held by this process alone.
pub struct Vault {
    dir: PathBuf,
    header: Header,
    opened: Opened,
    timelines: Timelines,
    lock: Lock,
}

impl Vault {
    fn new(dir: PathBuf, header: Header, opened: Opened, lock: Lock) -> Self {
        Self { dir, header, opened, timelines: Timelines::Closed, lock }
    }

    /// Where it is.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Whether the vault was made with the cheap key derivation.
    pub fn is_test_kdf(&self) -> bool {
        self.header.is_test_kdf()
    }

    /// A way to read the vault, to make a backup of it, on a thread of its own or after it was closed.
    pub fn aside(&self) -> Aside {
        let who = self.opened.audit.who().clone();
        Aside::new(&self.dir, &self.header, &self.opened.keys, self.journal().head().seq, who)
    }

    /// What was found so far that a person should hear of, though nothing acknowledged is lost.
    pub fn report(&self) -> &[Notice] {
        &self.opened.notices
    }

    /// The last change.
    pub fn head(&self) -> Seq {
        self.journal().head().seq
    }

    /// Closes the vault in order: proves the state and writes a checkpoint, so that the next opening is quick.
    ///
    /// # Errors
    /// [`Error::NotClosed`], by which nothing is lost: what could not be written is made from the journal.
    /// [`Error::Moved`] if the vault is no longer at its place; nothing is written there then. Damage, the file system's.
    pub fn close(mut self) -> Result<(), Error> {
        self.close_files(0)
    }

    /// Writes no checkpoint where the last one is at most `spare` changes old, and nothing at all where the vault is
    /// damaged.
    fn close_files(&mut self, spare: Seq) -> Result<(), Error> {
        if self.opened.remains.is_some() {
            return Ok(());
        }
        self.check_here()?;
        // What cannot be written now comes from the journal at the next opening, but for what was looked at.
        drop(self.write_notes());
        let state = match std::mem::replace(&mut self.timelines, Timelines::Closed) {
            Timelines::Open(state) => state.close().map_err(|error| Error::NotClosed(error.into())),
            Timelines::Closed | Timelines::Failed => Ok(()),
        };
        let since = self.journal().head().seq - self.opened.checkpoint.map_or(0, |head| head.seq);
        if since <= spare && spare > 0 { state } else { self.write_checkpoint().and(state) }
    }

    fn journal(&self) -> &Journal {
        self.opened.writer.journal()
    }

    /// Makes sure that the files held open are those at the vault's place: what went into others would be gone, and
    /// others could write beside us. Once they are not, nothing more is written, even if they come back: meanwhile
    /// somebody else may have held the vault. Costs four calls, some microseconds.
    fn check_here(&mut self) -> Result<(), Error> {
        if matches!(self.opened.writer.stopped(), Some(Error::Moved)) {
            return Err(Error::Moved);
        }
        if self.lock.is_here()? && self.opened.writer.is_here()? {
            return Ok(());
        }
        self.opened.writer.stop(Error::Moved);
        Err(Error::Moved)
    }

    /// What reads by path finds other files, or none, where the vault was moved away: that is no damage.
    fn told<T>(&mut self, read: Result<T, Error>) -> Result<T, Error> {
        match read {
            Err(Error::Damaged(_) | Error::Io { .. }) if matches!(self.check_here(), Err(Error::Moved)) => {
                Err(Error::Moved)
            }
            other => other,
        }
    }

    fn write_checkpoint(&mut self) -> Result<(), Error> {
        let head = self.journal().head();
        if self.opened.checkpoint == Some(head) {
            return Ok(());
        }
        let (world, _) = self.load()?;
        if let Some(remains) = &self.opened.remains {
            // Damage that showed only now: what is left of the records is not what the journal adds up to.
            return Err(Error::Damaged(remains.hurt().damage.clone()));
        }
        let written = checkpoint::write(&self.opened.places.checkpoint(), &self.opened.keys, head, &world);
        written.map_err(|error| Error::NotClosed(error.into()))?;
        self.opened.checkpoint = Some(head);
        Ok(())
    }

    fn read(&mut self) -> Result<Loaded, Error> {
        let Opened { places, keys, ring, .. } = &self.opened;
        let loaded = reading::load(places, keys, ring, self.journal());
        let loaded = self.told(loaded)?;
        if !loaded.checkpoint_opened && self.opened.checkpoint.take().is_some() {
            self.opened.notices.push(Notice::CheckpointSkipped);
        }
        Ok(loaded)
    }
}
