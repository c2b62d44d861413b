//! Locking the screen without letting go of the vault: what was being typed is sealed, the files are closed, and the
//! lock is kept for the program that takes this one's place in the process.

use super::{Lock, Vault};
use crate::store::codec::{self, SCHEMA};
use crate::store::error::{Error, Flaw};
use crate::store::seal::{self, Place};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A lock writes no checkpoint for so few changes: it has to be quick, and they are soon read from the journal.
const SPARE: u64 = 1_000;

/// What a locked vault leaves: nothing in it can be read without the passphrase.
pub struct Handed {
    /// What was being typed, sealed.
    pub draft: Vec<u8>,
    /// The number of the open file that holds the lock, as [`open_again`](super::open_again) takes it.
    pub number: i32,
    /// Must not be dropped before the other program runs.
    _lock: Lock,
}

impl Vault {
    /// Seals `draft` and closes the vault, but keeps its lock.
    ///
    /// # Errors
    /// [`Error::Moved`], damage, the file system's. What only makes the next opening slower is none.
    pub fn hand_over<T: Serialize>(mut self, draft: &T) -> Result<Handed, Error> {
        let keys = &self.opened.keys;
        let draft = seal::seal(&keys.draft, &place(&keys.vault), &codec::encode(draft)?)?;
        match self.close_files(SPARE) {
            Ok(()) | Err(Error::NotClosed(_)) => {}
            Err(other) => return Err(other),
        }
        let number = self.lock.keep()?;
        Ok(Handed { draft, number, _lock: self.lock })
    }

    /// Opens what [`Vault::hand_over`] sealed.
    ///
    /// # Errors
    /// Damage, if it is not this vault's.
    pub fn take_back<T: DeserializeOwned>(&self, draft: &[u8]) -> Result<T, Error> {
        let keys = &self.opened.keys;
        let opened = seal::open(&keys.draft, &place(&keys.vault), draft);
        let read = opened.and_then(|bytes| codec::decode(SCHEMA, &bytes));
        read.map_err(|flaw: Flaw| flaw.at("draft", None))
    }
}

fn place(vault: &seal::VaultId) -> Place<'_> {
    Place::new(vault, "draft", b"", 0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use crate::store::Store;
    use crate::store::error::Error;
    use crate::store::keys::{Kdf, Passphrase};
    use crate::store::vault::{create, open, open_again};

    fn passphrase() -> Passphrase {
        Passphrase::new(b"a long passphrase".to_vec())
    }

    #[test]
    fn a_draft_comes_back_into_its_own_vault_alone_and_nobody_slips_in() {
        let temp = tempfile::tempdir().unwrap();
        let (here, there) = (temp.path().join("here"), temp.path().join("there"));
        let other = create(&there, &passphrase(), Kdf::Test).unwrap();
        let vault = create(&here, &passphrase(), Kdf::Test).unwrap();
        let draft = ("Rosa Quillfeather".to_owned(), 7_u32);
        let handed = vault.hand_over(&draft).unwrap();
        assert!(!handed.draft.windows(4).any(|part| part == b"Rosa"));
        assert!(matches!(open(&here), Err(Error::InUse(_))));
        let locked = open_again(&here, handed.number).unwrap();
        let mut vault = locked.unlock(&passphrase()).map_err(|(error, _)| error).unwrap();
        assert_eq!(vault.take_back::<(String, u32)>(&handed.draft).unwrap(), draft);
        assert_eq!(vault.load().unwrap().1, 0);
        assert!(matches!(other.take_back::<(String, u32)>(&handed.draft), Err(Error::Damaged(_))));
        let mut bad = handed.draft.clone();
        bad[40] ^= 1;
        assert!(matches!(vault.take_back::<(String, u32)>(&bad), Err(Error::Damaged(_))));
        // Locked again by the next program: the same open file still holds it.
        let again = vault.hand_over(&draft).unwrap();
        assert_eq!(again.number, handed.number);
        assert!(matches!(open(&here), Err(Error::InUse(_))));
    }
}
