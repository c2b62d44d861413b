//! Who can open a vault: the slots of its header, changed by one who can.
//!
//! Every change wraps the same vault key anew. Whoever keeps an older header, such as the one in a backup, and knows what
//! opened it then, still has the key; only a new key for everything ends that.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::audit::Audit;
use super::error::{Error, Slotted};
pub use super::header::Kind;
use super::header::{Copies, Header, Key, LABEL, Opened};
use super::keys::{Keys, Passphrase};
use super::kit::Kit;
use super::lock::Lock;
use super::recovery::RecoveryKey;
use super::reseal::{self, Progress};
use crate::core::audit::{Deed, KeyChange, Who};
use crate::core::change::Seq;
use chrono::{DateTime, Utc};
use std::path::PathBuf;
use std::sync::Arc;

/// A held vault whose slots can be changed; its records are not read.
pub struct Keeper {
    dir: PathBuf,
    header: Header,
    opened: Opened,
    /// What was changed last, and in which slot; for the audit.
    changed: Option<(u8, KeyChange)>,
    /// Ours until this goes.
    _lock: Lock,
}

/// A slot as one may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub kind: Kind,
    /// A second person's name; empty otherwise.
    pub label: String,
    /// Whether it is the one that was opened.
    pub is_self: bool,
}

impl Keeper {
    pub(super) fn new(dir: PathBuf, header: Header, opened: Opened, lock: Lock) -> Self {
        Self { dir, header, opened, changed: None, _lock: lock }
    }

    /// The slots, in their order.
    ///
    /// # Errors
    /// Damage.
    pub fn holders(&self) -> Result<Vec<Holder>, Error> {
        let holder = |slot: &super::header::Slot| {
            let is_self = slot.number == self.opened.number;
            let label = match slot.kind {
                Kind::Person => slot.label(&self.opened.keys)?,
                Kind::Passphrase | Kind::Recovery => String::new(),
            };
            Ok(Holder { kind: slot.kind, label, is_self })
        };
        self.header.slots().iter().map(holder).collect()
    }

    /// Gives the slot that was opened another passphrase; where the recovery key opened it, the first passphrase slot.
    /// Returns whether both copies of the header were written, as all changes here do.
    ///
    /// # Errors
    /// The file system's; nothing has changed then.
    pub fn change_passphrase(&mut self, new: &Passphrase) -> Result<bool, Error> {
        let slots = self.header.slots();
        let own = slots.iter().find(|slot| slot.number == self.opened.number && slot.is_slow());
        let slot = own.or_else(|| slots.iter().find(|slot| slot.kind == Kind::Passphrase));
        let (number, kind, label) = match slot {
            Some(slot) => (slot.number, slot.kind, slot.label(&self.opened.keys)?),
            None => (self.free()?, Kind::Passphrase, String::new()),
        };
        self.changed = Some((number, KeyChange::Passphrase));
        self.put(kind, number, Key::Passphrase(new), &label)
    }

    /// Makes `key` the recovery key, in the place of an older one.
    ///
    /// # Errors
    /// [`Slotted::Full`], the file system's; nothing has changed then.
    pub fn set_recovery(&mut self, key: &RecoveryKey) -> Result<bool, Error> {
        let older = self.header.slots().iter().find(|slot| slot.kind == Kind::Recovery);
        let number = older.map_or_else(|| self.free(), |slot| Ok(slot.number))?;
        self.changed = Some((number, KeyChange::Recovery));
        self.put(Kind::Recovery, number, Key::Recovery(key), "")
    }

    /// Lets a second person open the vault with a passphrase of their own.
    ///
    /// # Errors
    /// [`Error::Slot`] for a label of no or too many characters or one that is taken, for the vault's own passphrase, and
    /// where no slot is free; the file system's. Nothing has changed then.
    pub fn add_person(&mut self, label: &str, passphrase: &Passphrase) -> Result<bool, Error> {
        self.check_new(label)?;
        if self.header.is_own(passphrase)? {
            return Err(Error::Slot(Slotted::Same));
        }
        let number = self.free()?;
        self.changed = Some((number, KeyChange::PersonAdded));
        self.put(Kind::Person, number, Key::Passphrase(passphrase), label)
    }

    /// Whether a person of that label could be added.
    ///
    /// # Errors
    /// Those of [`Keeper::add_person`], but the file system's.
    pub fn check_new(&self, label: &str) -> Result<(), Error> {
        if label.trim().is_empty() || label.chars().count() > LABEL || label.chars().any(char::is_control) {
            return Err(Error::Slot(Slotted::Label));
        }
        if self.person(label)?.is_some() {
            return Err(Error::Slot(Slotted::Taken(label.to_owned())));
        }
        if self.header.is_full() { Err(Error::Slot(Slotted::Full)) } else { Ok(()) }
    }

    /// Takes a second person's slot away. The first passphrase has none to take.
    ///
    /// # Errors
    /// [`Slotted::Unknown`], the file system's; nothing has changed then.
    pub fn remove_person(&mut self, label: &str) -> Result<bool, Error> {
        let Some(number) = self.person(label)? else { return Err(Error::Slot(Slotted::Unknown(label.to_owned()))) };
        let mut next = self.header.clone();
        next.remove(number);
        self.changed = Some((number, KeyChange::PersonRemoved));
        self.save(next)
    }

    /// Whether it was opened with the vault's own passphrase, and who else could open it: what [`Keeper::rotate`] takes,
    /// and whose slots it drops.
    ///
    /// # Errors
    /// [`Slotted::NotOwn`], damage.
    pub fn dropped(&self) -> Result<Vec<String>, Error> {
        let holders = self.holders()?;
        if !holders.iter().any(|held| held.is_self && held.kind == Kind::Passphrase) {
            return Err(Error::Slot(Slotted::NotOwn));
        }
        Ok(holders.into_iter().filter(|held| held.kind == Kind::Person).map(|held| held.label).collect())
    }

    /// Gives the vault a new key and seals everything anew under it, for the passphrase that opened it and a new recovery
    /// key. Other people have to be added again: only their own passphrases could wrap the new key. Returns whom.
    ///
    /// # Errors
    /// [`Slotted::NotOwn`] and [`Error::WrongPassphrase`] for another secret than the vault's own passphrase, damage, the
    /// file system's; the vault is then as it was.
    pub fn rotate(
        &mut self,
        passphrase: &Passphrase,
        recovery: &RecoveryKey,
        progress: Progress<'_>,
    ) -> Result<Vec<String>, Error> {
        let dropped = self.dropped()?;
        if self.header.open(passphrase)?.number != self.opened.number {
            return Err(Error::WrongPassphrase);
        }
        let (mut next, keys) = self.header.rotated(passphrase, recovery)?;
        let old = Arc::new(Keys::new(self.header.vault, &self.opened.root));
        if self.header.has_audit(&old) {
            next.remember_audit(&keys)?;
        }
        reseal::reseal(&self.dir, (&self.header, &old), &mut next, &Arc::new(keys), progress)?;
        self.opened = next.open(passphrase)?;
        self.header = next;
        self.changed = Some((self.opened.number, KeyChange::Rotated));
        Ok(dropped)
    }

    /// Whether a recovery key opens the vault as it now lies on the disk.
    pub fn is_opened_by(&self, key: &RecoveryKey) -> bool {
        let secret = Passphrase::new(key.written().as_bytes().to_vec());
        Copies::load(&self.dir).is_ok_and(|mut copies| copies.open(&self.dir, &secret).is_ok())
    }

    /// Notes in the audit what was changed last, and who did it.
    ///
    /// # Errors
    /// What could not be written; the change stands all the same.
    pub fn note(&mut self, at: DateTime<Utc>, user: &str) -> Result<(), Error> {
        let Some((slot, change)) = self.changed.take() else { return Ok(()) };
        let mut audit = Audit::new(&self.header.places(&self.dir), &self.opened.keys);
        let who = Who { user: user.to_owned(), ..self.header.who(self.opened.number) };
        audit.opened_by(who, self.header.has_audit(&self.opened.keys));
        // Where the vault stands is not known here: its records are not read.
        audit.note(Seq::MAX, at, Deed::Keys { slot, change });
        audit.write(None)
    }

    fn person(&self, label: &str) -> Result<Option<u8>, Error> {
        for slot in self.header.slots().iter().filter(|slot| slot.kind == Kind::Person) {
            if slot.label(&self.opened.keys)?.to_lowercase() == label.to_lowercase() {
                return Ok(Some(slot.number));
            }
        }
        Ok(None)
    }

    /// The lowest number that no slot has.
    fn free(&self) -> Result<u8, Error> {
        let taken = |number: &u8| self.header.slots().iter().any(|slot| slot.number == *number);
        (1..=u8::MAX).find(|number| !taken(number)).ok_or(Error::Slot(Slotted::Full))
    }

    fn put(&mut self, kind: Kind, number: u8, key: Key<'_>, label: &str) -> Result<bool, Error> {
        let mut next = self.header.clone();
        next.put(kind, number, key, &self.opened.keys, &self.opened.root, label)?;
        let both = self.save(next)?;
        if let Key::Passphrase(passphrase) = key {
            self.teach(number, passphrase);
        }
        Ok(both)
    }

    /// Has the vault's backups open with a new passphrase from the next one on, before whoever has it first opens the vault.
    /// Where it cannot be written now, that opening does it.
    fn teach(&self, number: u8, passphrase: &Passphrase) {
        let slot = self.header.salt(number).map(|salt| (salt, passphrase));
        let keys = Keys::new(self.header.vault, &self.opened.root);
        if let Ok((kit, true)) = Kit::ready(&self.dir, &self.header, &keys, slot) {
            drop(kit.save(&self.dir, &keys));
        }
    }

    fn save(&mut self, mut next: Header) -> Result<bool, Error> {
        let both = next.save(&self.dir, &self.opened.keys)?;
        self.header = next;
        Ok(both)
    }
}
