//! The keys of a vault, read from its files by their description and not by the program: to know what may stand nowhere.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use rumbo::store::keys::{Kdf, KdfCost, Passphrase};
use std::path::Path;

/// Where the slots of a header begin, how long each is, and how much of one stands before its sealed key.
const SLOTS: usize = 40;
const SLOT: usize = 624;
const PREAMBLE: usize = 32;
/// Bytes of a sealed key.
const SEALED: usize = 296;
/// What stands before the sealed part of a keyring, and how long each key in it is.
const RING: usize = 18;
const ENTRY: usize = 33;
/// What the keys of a vault are for, in the words from which they are derived.
const PURPOSES: [&str; 15] = [
    "journal frames",
    "journal chain",
    "acknowledged head",
    "checkpoint",
    "state values",
    "state keys",
    "state proof",
    "backup seal",
    "header proof",
    "slot labels",
    "draft of a locked screen",
    "keyring",
    "backup kit",
    "copies made",
    "audit",
];

/// A key of 32 bytes.
pub type Raw = [u8; 32];

fn derived(root: &Raw, purpose: &str) -> Raw {
    blake3::derive_key(&format!("rumbo vault 1 {purpose}"), root)
}

/// Opens what was sealed for a place.
fn open(key: &Raw, place: (&[u8], &str, &[u8], u64, u16), sealed: &[u8]) -> Option<Vec<u8>> {
    let (vault, kind, name, seq, schema) = place;
    let mut aad = Vec::new();
    for part in [vault, kind.as_bytes(), name, &seq.to_le_bytes(), &schema.to_le_bytes()] {
        aad.extend_from_slice(&(part.len() as u64).to_le_bytes());
        aad.extend_from_slice(part);
    }
    let (nonce, msg) = sealed.split_at(24);
    let plain = XChaCha20Poly1305::new(key.into()).decrypt(nonce.into(), Payload { msg, aad: &aad }).ok()?;
    let length = u32::from_le_bytes(*plain.first_chunk()?) as usize;
    Some(plain[4..4 + length].to_vec())
}

/// What the passphrase opens of a vault with the cheap key derivation.
pub struct Found {
    /// The key derived from the passphrase.
    wrapping: Raw,
    /// The vault's own key.
    root: Raw,
    vault: Vec<u8>,
    /// Behind the names of files that were sealed anew.
    generation: String,
}

impl Found {
    /// Reads the header in a vault's folder.
    pub fn read(folder: &Path, passphrase: &str) -> Self {
        let header = std::fs::read(folder.join("vault.hdr")).unwrap();
        let vault = header[24..SLOTS].to_vec();
        let generation = match u32::from_le_bytes(header[16..20].try_into().unwrap()) {
            1 => String::new(),
            later => format!(".g{later}"),
        };
        let passphrase = Passphrase::new(passphrase.as_bytes().to_vec());
        let opened = header[SLOTS..].as_chunks::<SLOT>().0.iter().find_map(|slot| {
            let (bound, sealed) = (&slot[..PREAMBLE], &slot[PREAMBLE..PREAMBLE + SEALED]);
            let salt = bound[16..].try_into().unwrap();
            let wrapping: Raw = *KdfCost::new(Kdf::Test).derive(&passphrase, salt).unwrap();
            let root = open(&wrapping, (&vault, "vault key", bound, 0, 2), sealed)?;
            Some((wrapping, root.try_into().unwrap()))
        });
        let (wrapping, root) = opened.expect("a slot that the passphrase opens");
        Self { wrapping, root, vault, generation }
    }

    /// The keys of the cases in one copy of the keyring, from case 0 on; `None` for one that was destroyed.
    pub fn cases(&self, folder: &Path, copy: &str) -> Vec<Option<Raw>> {
        let ring = std::fs::read(folder.join(format!("{copy}{}", self.generation))).unwrap();
        let edition = u64::from_le_bytes(ring[10..RING].try_into().unwrap());
        let place = (&self.vault[..], "keyring", &[][..], edition, 1);
        let plain = open(&derived(&self.root, "keyring"), place, &ring[RING..]).expect("a keyring of this vault");
        let entry = |entry: &[u8; ENTRY]| (entry[0] == 1).then(|| *entry.last_chunk().unwrap());
        plain[4..].as_chunks::<ENTRY>().0.iter().map(entry).collect()
    }

    /// The vault's own key and those for each purpose, which an open vault needs.
    pub fn own(&self) -> Vec<(String, Vec<u8>)> {
        let purposes =
            PURPOSES.map(|purpose| (format!("the key for {purpose}"), derived(&self.root, purpose).to_vec()));
        let first = [("the key from the passphrase", self.wrapping), ("the vault's own key", self.root)];
        first.map(|(name, key)| (name.to_owned(), key.to_vec())).into_iter().chain(purposes).collect()
    }

    /// The keys of all cases that there are or may come.
    pub fn of_cases(&self, folder: &Path) -> Vec<(String, Vec<u8>)> {
        let cases = self.cases(folder, "keyring").into_iter().enumerate();
        cases.filter_map(|(n, key)| Some((format!("the key of case {n}"), key?.to_vec()))).collect()
    }
}
