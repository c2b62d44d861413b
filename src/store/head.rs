//! Heads: how far a vault got, said by a file beside the journal, so that a journal cut short is noticed.

use super::disk::File;
use super::error::Error;
use super::files;
use super::keys::{Keys, mac};
use crate::core::change::Seq;
use std::path::Path;

/// A keyed checksum over everything up to a change.
pub type Chain = [u8; 32];

/// A change and the chain up to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub seq: Seq,
    pub chain: Chain,
}

const MAGIC: [u8; 8] = *b"RUMBOHD1";
/// How often a head is read that is not genuine: the one who holds the vault may be writing it at that moment.
const TRIES: usize = 3;

impl Head {
    /// The empty vault.
    pub fn genesis(keys: &Keys) -> Self {
        Self { seq: 0, chain: *mac(&keys.chain, &[b"genesis", &keys.vault]).as_bytes() }
    }

    fn seal(&self, keys: &Keys) -> [u8; 32] {
        *mac(&keys.head, &[&keys.vault, &self.seq.to_le_bytes(), &self.chain]).as_bytes()
    }

    pub(super) fn to_bytes(self, keys: &Keys) -> Vec<u8> {
        [&MAGIC[..], &self.seq.to_le_bytes(), &self.chain, &self.seal(keys)].concat()
    }

    pub(super) fn from_bytes(bytes: &[u8], keys: &Keys) -> Option<Self> {
        let (magic, rest) = bytes.split_first_chunk::<8>()?;
        let (seq, rest) = rest.split_first_chunk::<8>()?;
        let (chain, seal) = rest.split_first_chunk::<32>()?;
        let head = Self { seq: u64::from_le_bytes(*seq), chain: *chain };
        let genuine = blake3::Hash::from_bytes(head.seal(keys)) == *seal;
        (magic == &MAGIC && genuine).then_some(head)
    }
}

/// The head that was acknowledged last, as `vault/head` has it.
///
/// It is written after each acknowledgement and never synced: after a killed process it is exact, after a power cut it
/// may be older than the journal, never newer.
pub struct HeadFile(File);

impl HeadFile {
    /// Reads the head, if there is a genuine one.
    ///
    /// # Errors
    /// The file system's.
    pub fn read(path: &Path, keys: &Keys) -> Result<Option<Head>, Error> {
        for _ in 0..TRIES {
            let Some(bytes) = files::read(path)? else { return Ok(None) };
            if let Some(head) = Head::from_bytes(&bytes, keys) {
                return Ok(Some(head));
            }
        }
        Ok(None)
    }

    /// Writes `head` and keeps the file open for the next ones.
    ///
    /// # Errors
    /// The file system's.
    pub fn start(path: &Path, keys: &Keys, head: Head) -> Result<Self, Error> {
        let bytes = head.to_bytes(keys);
        if files::read(path)?.is_none_or(|old| old.len() != bytes.len()) {
            files::replace(path, &bytes)?;
        }
        let file = Self(files::open(path, true)?);
        file.note(keys, head);
        Ok(file)
    }

    /// Writes `head` over the one before. A failure is no loss: an older head only proves less.
    pub fn note(&self, keys: &Keys, head: Head) {
        drop(self.0.write_all_at(&head.to_bytes(keys), 0));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use zeroize::Zeroizing;

    #[test]
    fn reads_the_last_head_and_nothing_forged() {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("head");
        let keys = Keys::new([1; 16], &Zeroizing::new([2; 32]));
        assert_eq!(HeadFile::read(&path, &keys).unwrap(), None);
        let file = HeadFile::start(&path, &keys, Head::genesis(&keys)).unwrap();
        let head = Head { seq: 7, chain: [9; 32] };
        file.note(&keys, head);
        assert_eq!(HeadFile::read(&path, &keys).unwrap(), Some(head));
        let good = std::fs::read(&path).unwrap();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(Head::from_bytes(&bad, &keys), None);
            assert_eq!(Head::from_bytes(&good[..at], &keys), None);
        }
    }
}
