//! The header: what is needed to turn a passphrase or a recovery key into the vault's key, and which journal is the
//! truth.
//!
//! There are two copies, replaced one after the other. The one of the higher generation counts, then the one of the
//! higher edition: as soon as the first copy is in its place, so is the change, and a killed process leaves the old
//! header or the new one.

mod audited;
mod bytes;
mod copies;
mod slot;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

pub use copies::Copies;
pub use slot::{Key, Kind, LABEL, Slot};

use super::envelope::Recipient;
use super::error::{Error, Flaw, Slotted};
use super::files;
use super::keys::{Kdf, Keys, Passphrase, mac, spellings, usual};
use super::places::Places;
use super::recovery::{RecoveryKey, Typed};
use super::seal::{self, Secret, VaultId};
use crate::core::audit::{self, Who};
use std::path::Path;
use zeroize::Zeroizing;

const MAGIC: [u8; 8] = *b"RUMBOVLT";
/// The layout of the header. Older ones are read, and written as this one when something in them changes.
const VERSION: u16 = 2;
/// Its two copies.
pub const COPIES: [&str; 2] = ["vault.hdr", "vault.hdr.2"];
/// The most slots.
pub const SLOTS: usize = 8;
/// The most slots that a passphrase opens: each wrong one costs a derivation for every slot.
pub const SLOW: usize = 3;

/// A vault's header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    version: u16,
    kdf: Kdf,
    /// Which journal is the truth, from 1: one of another generation was replaced, or never finished.
    pub generation: u32,
    /// How often the header was changed.
    pub edition: u32,
    pub vault: VaultId,
    slots: Vec<Slot>,
    proof: [u8; 32],
}

/// What a secret opened.
pub struct Opened {
    /// The vault's own key.
    pub root: Secret,
    pub keys: Keys,
    /// The slot.
    pub number: u8,
}

impl Header {
    /// Makes the header of a new vault, with a new key, for a passphrase and, if there is one, a recovery key.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn create(passphrase: &Passphrase, recovery: Option<&RecoveryKey>, kdf: Kdf) -> Result<(Self, Keys), Error> {
        Self::create_as(seal::random()?, passphrase, recovery, kdf)
    }

    /// The same for a vault that is to have the id of an older one.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn create_as(
        vault: VaultId,
        passphrase: &Passphrase,
        recovery: Option<&RecoveryKey>,
        kdf: Kdf,
    ) -> Result<(Self, Keys), Error> {
        let root: Secret = Zeroizing::new(seal::random()?);
        let keys = Keys::new(vault, &root);
        let mut header =
            Self { version: VERSION, kdf, generation: 1, edition: 1, vault, slots: Vec::new(), proof: [0; 32] };
        header.put(Kind::Passphrase, 1, Key::Passphrase(passphrase), &keys, &root, "")?;
        if let Some(recovery) = recovery {
            header.put(Kind::Recovery, 2, Key::Recovery(recovery), &keys, &root, "")?;
        }
        header.proof = header.prove(&keys);
        Ok((header, keys))
    }

    /// The header of the same vault with a new key of its own, for what `passphrase` and `recovery` are to open; for who
    /// seals everything anew. Other people's slots are not in it: only their own passphrases could wrap the new key.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn rotated(&self, passphrase: &Passphrase, recovery: &RecoveryKey) -> Result<(Self, Keys), Error> {
        let root: Secret = Zeroizing::new(seal::random()?);
        let keys = Keys::new(self.vault, &root);
        let mut header = Self { version: VERSION, slots: Vec::new(), ..self.clone() };
        header.put(Kind::Passphrase, 1, Key::Passphrase(passphrase), &keys, &root, "")?;
        header.put(Kind::Recovery, 2, Key::Recovery(recovery), &keys, &root, "")?;
        header.proof = header.prove(&keys);
        Ok((header, keys))
    }

    /// Whether the vault was made with the cheap key derivation.
    pub fn is_test_kdf(&self) -> bool {
        self.kdf == Kdf::Test
    }

    /// Where the vault's files are.
    pub fn places(&self, dir: &Path) -> Places {
        Places::new(dir, self.generation)
    }

    /// Opens the vault's keys with a passphrase or a recovery key.
    ///
    /// # Errors
    /// Those of [`Header::open`].
    pub fn unlock(&self, secret: &Passphrase) -> Result<Keys, Error> {
        self.open(secret).map(|opened| opened.keys)
    }

    /// Finds the slot that a secret opens. What is written like a recovery key goes to those slots alone; anything else to
    /// the passphrase and then to each person in the order of their slots: at most [`SLOW`] derivations, twice where a
    /// passphrase can be spelt in two ways.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::Mistyped`]; damage where a cost is out of bounds, or where the header is not
    /// as one who could open it left it.
    pub fn open(&self, secret: &Passphrase) -> Result<Opened, Error> {
        let typed = RecoveryKey::read(secret);
        match &typed {
            Typed::Key(key) => self.open_with(Key::Recovery(key), &[Kind::Recovery]),
            Typed::Mistyped(groups) => Err(Error::Mistyped(groups.clone())),
            Typed::Other => {
                for spelling in spellings(secret) {
                    match self.open_with(Key::Passphrase(&spelling), &[Kind::Passphrase, Kind::Person]) {
                        Err(Error::WrongPassphrase) => {}
                        other => return other,
                    }
                }
                Err(Error::WrongPassphrase)
            }
        }
    }

    /// Whether it is the vault's own passphrase; a derivation.
    ///
    /// # Errors
    /// Damage.
    pub fn is_own(&self, secret: &Passphrase) -> Result<bool, Error> {
        match self.open_with(Key::Passphrase(&usual(secret)), &[Kind::Passphrase]) {
            Ok(_) => Ok(true),
            Err(Error::WrongPassphrase) => Ok(false),
            Err(other) => Err(other),
        }
    }

    fn open_with(&self, key: Key<'_>, kinds: &[Kind]) -> Result<Opened, Error> {
        for slot in kinds.iter().flat_map(|kind| self.slots.iter().filter(move |slot| slot.kind == *kind)) {
            if let Some(root) = slot.open(&self.vault, key)? {
                let keys = Keys::new(self.vault, &root);
                self.check(&keys)?;
                return Ok(Opened { root, keys, number: slot.number });
            }
        }
        Err(Error::WrongPassphrase)
    }

    /// Whom to seal backups to so that the recovery key opens them, and with what to vouch for them; `None` where there is no
    /// recovery key.
    ///
    /// # Errors
    /// Damage.
    pub fn recovery(&self, keys: &Keys) -> Result<Option<(Recipient, Secret)>, Error> {
        let slot = self.slots.iter().find(|slot| slot.kind == Kind::Recovery);
        let kept = slot.map(|slot| slot.label(keys)).transpose()?;
        Ok(kept.and_then(|kept| RecoveryKey::from_kept(&kept)))
    }

    /// The salts of the slots that a passphrase opens: each is another one after its passphrase has changed.
    pub fn salts(&self) -> Vec<[u8; 16]> {
        self.slots.iter().filter(|slot| slot.is_slow()).map(|slot| slot.salt).collect()
    }

    /// The salt of the slot of that number, if a passphrase opens it.
    pub fn salt(&self, number: u8) -> Option<[u8; 16]> {
        self.slots.iter().find(|slot| slot.number == number && slot.is_slow()).map(|slot| slot.salt)
    }

    /// Who opened the slot of that number, as the audit has it; the account's name is not known here.
    pub fn who(&self, number: u8) -> Who {
        let key = match self.slots.iter().find(|slot| slot.number == number).map(|slot| slot.kind) {
            Some(Kind::Passphrase) => audit::Key::Passphrase,
            Some(Kind::Recovery) => audit::Key::Recovery,
            Some(Kind::Person) => audit::Key::Person,
            None => audit::Key::Unknown,
        };
        Who { slot: number, key, user: String::new() }
    }

    /// The slots, in their order.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Puts a slot in the place of the one of that number, or behind the others. Nothing is written.
    ///
    /// # Errors
    /// [`Slotted::Full`] beyond [`SLOTS`] slots or [`SLOW`] passphrases; [`Error::Random`].
    pub fn put(
        &mut self,
        kind: Kind,
        number: u8,
        key: Key<'_>,
        keys: &Keys,
        root: &Secret,
        label: &str,
    ) -> Result<(), Error> {
        // Of a recovery key is kept what it takes to make backups that it opens.
        let kept = match key {
            Key::Recovery(key) => Some(key.kept()),
            Key::Passphrase(_) => None,
        };
        let label = kept.as_ref().map_or(label, |kept| kept.as_str());
        let spelt = match key {
            Key::Passphrase(passphrase) => Some(usual(passphrase)),
            Key::Recovery(_) => None,
        };
        let key = spelt.as_ref().map_or(key, Key::Passphrase);
        let new = Slot::new(kind, number, key, self.kdf, keys, root, label)?;
        let mut slots: Vec<Slot> = self.slots.clone();
        match slots.iter_mut().find(|slot| slot.number == number) {
            Some(slot) => *slot = new,
            None => slots.push(new),
        }
        if !bytes::is_within_bounds(&slots) {
            return Err(Error::Slot(Slotted::Full));
        }
        self.slots = slots;
        Ok(())
    }

    /// Takes the slot of that number out. Nothing is written.
    pub fn remove(&mut self, number: u8) {
        self.slots.retain(|slot| slot.number != number);
    }

    /// Whether no other passphrase slot may be put in.
    pub fn is_full(&self) -> bool {
        self.slots.len() == SLOTS || self.slots.iter().filter(|slot| slot.is_slow()).count() == SLOW
    }

    fn prove(&self, keys: &Keys) -> [u8; 32] {
        *mac(&keys.header, &[&self.proven()]).as_bytes()
    }

    fn check(&self, keys: &Keys) -> Result<(), Error> {
        let genuine = self.version == 1 || mac(&keys.header, &[&self.proven()]) == self.proof;
        if genuine { Ok(()) } else { Err(Flaw::Seal.at(COPIES[0], None)) }
    }

    /// Raises the edition, proves the header with the vault's keys and writes both copies, the first one durably before
    /// the second is begun. With a higher generation this is the moment from which the other journal is the truth.
    /// Returns whether both copies were written: where only the second failed, the change stands all the same and the
    /// next opening mends it.
    ///
    /// # Errors
    /// The file system's; the header on the disk and in memory is then the old one.
    pub fn save(&mut self, dir: &Path, keys: &Keys) -> Result<bool, Error> {
        let mut next = self.clone();
        next.edition = next.edition.checked_add(1).ok_or(Error::TooLarge)?;
        next.version = VERSION;
        for slot in next.slots.iter_mut().filter(|slot| slot.label.is_empty()) {
            slot.name(keys, "")?;
        }
        next.proof = next.prove(keys);
        let bytes = next.to_bytes();
        let [first, second] = COPIES.map(|copy| dir.join(copy));
        files::replace(&first, &bytes)?;
        *self = next;
        Ok(files::replace(&second, &bytes).is_ok())
    }

    /// Writes both copies just as the header is.
    ///
    /// # Errors
    /// The file system's.
    pub fn write(&self, dir: &Path) -> Result<(), Error> {
        COPIES.iter().try_for_each(|copy| files::replace(&dir.join(copy), &self.to_bytes()))
    }
}
