//! Keys: a passphrase gives, through Argon2id, the key that wraps the vault's own random key; from that one come the
//! keys for each purpose.

use super::error::Flaw;
use super::seal::{Secret, VaultId, joined};
use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::{UnicodeNormalization, is_nfc};
use zeroize::Zeroizing;

/// A passphrase as typed, wiped when dropped.
pub type Passphrase = Zeroizing<Vec<u8>>;

/// The bytes that a passphrase may have been typed in, the usual ones first: "é" is one character for one keyboard and two for
/// another, and nobody can see which. New things are sealed under the first; a vault that was made before opens with
/// whatever was typed then.
pub fn spellings(typed: &Passphrase) -> Vec<Passphrase> {
    let composed = std::str::from_utf8(typed).ok().filter(|text| !is_nfc(text)).map(|text| {
        // As large as it can become: growing would leave a part behind.
        let mut composed = Zeroizing::new(String::with_capacity(3 * text.len()));
        composed.extend(text.nfc());
        Zeroizing::new(composed.as_bytes().to_vec())
    });
    composed.into_iter().chain([typed.clone()]).collect()
}

/// The bytes that something new is sealed under.
pub fn usual(typed: &Passphrase) -> Passphrase {
    spellings(typed).into_iter().next().unwrap_or_default()
}

/// How hard a passphrase is to guess: chosen when the vault is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kdf {
    /// Argon2id with 256 MiB, 3 passes, 1 lane; about a second.
    Real,
    /// Next to no work: for tests and demos, marked in the vault.
    Test,
}

/// Argon2id's parameters as the header has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    pub kdf: Kdf,
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

const TEST: KdfCost = KdfCost { kdf: Kdf::Test, memory_kib: 64, passes: 1, lanes: 1 };

impl KdfCost {
    /// The cost a new vault gets.
    pub fn new(kdf: Kdf) -> Self {
        match kdf {
            Kdf::Real => Self { kdf, memory_kib: 256 * 1024, passes: 3, lanes: 1 },
            Kdf::Test => TEST,
        }
    }

    /// Whether the cost is within reason: 64 MiB to 2 GiB, at most 16 passes and 8 lanes. A changed header can
    /// neither weaken the derivation nor make it run for hours.
    pub fn is_sane(&self) -> bool {
        match self.kdf {
            Kdf::Test => *self == TEST,
            Kdf::Real => {
                (64 * 1024..=2 * 1024 * 1024).contains(&self.memory_kib)
                    && (1..=16).contains(&self.passes)
                    && (1..=8).contains(&self.lanes)
            }
        }
    }

    /// Derives the wrapping key.
    ///
    /// # Errors
    /// [`Flaw::Form`] for a cost out of bounds, before any work is done.
    pub fn derive(&self, passphrase: &Passphrase, salt: &[u8; 16]) -> Result<Secret, Flaw> {
        if !self.is_sane() {
            return Err(Flaw::Form);
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| Flaw::Form)?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase, salt, key.as_mut_slice())
            .map_err(|_| Flaw::Form)?;
        Ok(key)
    }
}

/// The keys of one vault, each for one purpose.
pub struct Keys {
    pub vault: VaultId,
    pub(super) journal: Secret,
    pub(super) chain: Secret,
    pub(super) head: Secret,
    pub(super) checkpoint: Secret,
    pub(super) state: Secret,
    pub(super) names: Secret,
    pub(super) proof: Secret,
    pub(super) backup: Secret,
    pub(super) header: Secret,
    pub(super) labels: Secret,
    pub(super) draft: Secret,
    pub(super) keyring: Secret,
    pub(super) kit: Secret,
    pub(super) away: Secret,
    audit: Secret,
}

impl Keys {
    /// Derives every key from the vault's own.
    pub fn new(vault: VaultId, root: &Secret) -> Self {
        let derive = |purpose: &str| {
            let context = format!("rumbo vault 1 {purpose}");
            Zeroizing::new(blake3::derive_key(&context, root.as_slice()))
        };
        Self {
            vault,
            journal: derive("journal frames"),
            chain: derive("journal chain"),
            head: derive("acknowledged head"),
            checkpoint: derive("checkpoint"),
            state: derive("state values"),
            names: derive("state keys"),
            proof: derive("state proof"),
            backup: derive("backup seal"),
            header: derive("header proof"),
            labels: derive("slot labels"),
            draft: derive("draft of a locked screen"),
            keyring: derive("keyring"),
            kit: derive("backup kit"),
            away: derive("copies made"),
            audit: derive("audit"),
        }
    }

    /// The keys of the audit, which is a chain of its own.
    #[must_use]
    pub fn for_audit(&self) -> Self {
        Self::new(self.vault, &self.audit)
    }
}

/// A keyed checksum of parts, each bound by its length. Compared in constant time.
pub fn mac(key: &Secret, parts: &[&[u8]]) -> blake3::Hash {
    blake3::keyed_hash(key, &joined(parts))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    fn passphrase(text: &str) -> Passphrase {
        Zeroizing::new(text.as_bytes().to_vec())
    }

    #[test]
    fn a_cost_out_of_bounds_is_refused_before_deriving() {
        let cost = KdfCost::new(Kdf::Real);
        assert!(cost.is_sane());
        let bad = [
            KdfCost { memory_kib: 64 * 1024 - 1, ..cost },
            KdfCost { memory_kib: u32::MAX, ..cost },
            KdfCost { passes: 0, ..cost },
            KdfCost { passes: u32::MAX, ..cost },
            KdfCost { lanes: 0, ..cost },
            KdfCost { lanes: 9, ..cost },
            KdfCost { kdf: Kdf::Test, ..cost },
            KdfCost { memory_kib: 65, ..TEST },
        ];
        for cost in bad {
            assert_eq!(cost.derive(&passphrase("x"), &[0; 16]), Err(Flaw::Form), "{cost:?}");
        }
    }

    #[test]
    fn what_looks_the_same_is_the_same() {
        let (composed, apart) = (passphrase("caf\u{e9} con pan"), passphrase("cafe\u{301} con pan"));
        assert_eq!(spellings(&composed), std::slice::from_ref(&composed));
        assert_eq!(spellings(&apart), [composed.clone(), apart.clone()]);
        assert_eq!(usual(&apart), composed);
        let bytes = Zeroizing::new(vec![0xff, 0xfe]);
        assert_eq!(spellings(&bytes), std::slice::from_ref(&bytes));
    }

    #[test]
    fn passphrase_and_salt_decide_the_key() {
        let derive = |text, salt| TEST.derive(&passphrase(text), &[salt; 16]).unwrap();
        assert_eq!(derive("a", 1), derive("a", 1));
        assert_ne!(derive("a", 1), derive("b", 1));
        assert_ne!(derive("a", 1), derive("a", 2));
        assert_ne!(derive("", 1), derive("a", 1));
    }

    #[test]
    fn each_purpose_has_its_own_key() {
        let keys = Keys::new([1; 16], &Zeroizing::new([2; 32]));
        let all = [
            &keys.journal,
            &keys.chain,
            &keys.head,
            &keys.checkpoint,
            &keys.state,
            &keys.names,
            &keys.proof,
            &keys.backup,
            &keys.header,
            &keys.labels,
            &keys.draft,
            &keys.keyring,
            &keys.kit,
            &keys.away,
            &keys.audit,
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(all.iter().skip(at + 1).all(|other| one != other));
        }
    }

    #[test]
    fn parts_of_a_checksum_cannot_slide() {
        let key = Zeroizing::new([3; 32]);
        assert_ne!(mac(&key, &[b"ab", b"c"]), mac(&key, &[b"a", b"bc"]));
    }
}
