//! The kit: what a vault needs to make backups without asking for a passphrase. An identity that opens them, and the same
//! under every passphrase that opens the vault.
//!
//! It is made when a passphrase opens the vault that the kit does not know yet. One that is lost, or sealed with keys that
//! have been changed since, is made anew: every backup carries what opens it, so that older ones open as before.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::backup::Maker;
use super::envelope::Identity;
use super::error::Error;
use super::files;
use super::header::Header;
use super::keys::{Keys, Passphrase};
use super::seal::{self, Place};
use serde::{Deserialize, Serialize};
use std::path::Path;
use zeroize::Zeroizing;

/// Its two copies.
const COPIES: [&str; 2] = ["kit", "kit.2"];
/// Its layout; it is no record, and opens whatever the records have become.
const VERSION: u16 = 1;

/// The salt of a slot: another one whenever its passphrase changes.
pub type Salt = [u8; 16];

/// What makes backups.
#[derive(Clone)]
pub struct Kit {
    identity: Identity,
    carried: Vec<Carried>,
}

/// The identity under the passphrase of one slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Carried {
    slot: Salt,
    age: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    /// Borrowed, so that it is in no memory that is not wiped.
    identity: &'a str,
    carried: Vec<Carried>,
}

impl Kit {
    /// A kit around an identity, such as the one of the backup that a vault was restored from.
    pub fn new(identity: Identity) -> Self {
        Self { identity, carried: Vec::new() }
    }

    /// The same with the passphrase of a slot.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where there is no memory for it.
    pub fn with(mut self, header: &Header, opened: Option<(Salt, &Passphrase)>) -> Result<Self, Error> {
        self.learn(header, opened).map(|_| self)
    }

    /// Reads the first good copy; `None` if there is none, and of keys that are not these.
    ///
    /// # Errors
    /// The file system's.
    pub fn load(dir: &Path, keys: &Keys) -> Result<Option<Self>, Error> {
        for copy in COPIES {
            let read = files::read(&dir.join(copy))?;
            if let Some(kit) = read.and_then(|bytes| Self::from_bytes(&bytes, keys)) {
                return Ok(Some(kit));
            }
        }
        Ok(None)
    }

    fn from_bytes(bytes: &[u8], keys: &Keys) -> Option<Self> {
        let plain = seal::open(&keys.kit, &place(keys), bytes).ok()?;
        let kept: Kept<'_> = serde_json::from_slice(&plain).ok()?;
        Some(Self { identity: Identity::read(kept.identity)?, carried: kept.carried })
    }

    /// Writes both copies, each as a whole.
    ///
    /// # Errors
    /// The file system's; [`Error::Random`].
    pub fn save(&self, dir: &Path, keys: &Keys) -> Result<(), Error> {
        let identity = self.identity.written();
        let kept = Kept { identity: &identity, carried: self.carried.clone() };
        let plain = Zeroizing::new(serde_json::to_vec(&kept).map_err(|_| Error::TooLarge)?);
        let bytes = seal::seal(&keys.kit, &place(keys), &plain)?;
        COPIES.iter().try_for_each(|copy| files::replace(&dir.join(copy), &bytes))
    }

    /// The kit of a vault that has just been opened, by the passphrase of a slot or else by the recovery key: the one that
    /// is there, with this passphrase added if it lacks it, which takes about a second, and without those that open the
    /// vault no more. Tells whether it has to be saved.
    ///
    /// # Errors
    /// The file system's.
    pub fn ready(
        dir: &Path,
        header: &Header,
        keys: &Keys,
        opened: Option<(Salt, &Passphrase)>,
    ) -> Result<(Self, bool), Error> {
        let found = Self::load(dir, keys)?;
        let is_new = found.is_none();
        let mut kit = found.unwrap_or_else(|| Self::new(Identity::new()));
        let changed = kit.learn(header, opened)?;
        Ok((kit, is_new || changed))
    }

    fn learn(&mut self, header: &Header, opened: Option<(Salt, &Passphrase)>) -> Result<bool, Error> {
        let slots = header.salts();
        let before = self.carried.len();
        self.carried.retain(|carried| slots.contains(&carried.slot));
        let mut changed = before != self.carried.len();
        if let Some((slot, passphrase)) = opened
            && !self.carried.iter().any(|carried| carried.slot == slot)
        {
            self.carried.push(Carried { slot, age: self.identity.under(passphrase, header.is_test_kdf())? });
            changed = true;
        }
        Ok(changed)
    }

    /// What opens backups made with it.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// What makes backups of a vault with this header.
    ///
    /// # Errors
    /// Damage.
    pub fn maker(&self, header: &Header, keys: &Keys) -> Result<Maker<'_>, Error> {
        Ok(Maker {
            vault: header.vault,
            identity: &self.identity,
            carried: self.carried.iter().map(|carried| carried.age.as_slice()).collect(),
            recovery: header.recovery(keys)?,
            test_key: header.is_test_kdf(),
        })
    }
}

fn place(keys: &Keys) -> Place<'_> {
    Place { schema: VERSION, ..Place::new(&keys.vault, "kit", &[], 0) }
}
