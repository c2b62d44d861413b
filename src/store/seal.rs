//! Sealing: XChaCha20-Poly1305 with random nonces, bound to a place, padded so that a size tells little.
//!
//! Sealed bytes are: nonce (24), then length (4, little endian), plaintext and zeros up to a bucket, encrypted; tag (16).

use super::codec::SCHEMA;
use super::error::{Error, Flaw};
use crate::core::change::Seq;
use chacha20poly1305::{AeadInPlace, Key, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize, Zeroizing};

/// 32 secret bytes, wiped when dropped.
pub type Secret = Zeroizing<[u8; 32]>;

/// A vault's random name.
pub type VaultId = [u8; 16];

const NONCE: usize = 24;
const TAG: usize = 16;
const LENGTH: usize = 4;

/// What sealed bytes are bound to: they open nowhere else.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    pub vault: &'a VaultId,
    /// Such as `journal`.
    pub kind: &'static str,
    /// Which record of that kind; may be empty.
    pub key: &'a [u8],
    pub seq: Seq,
    pub schema: u16,
}

impl<'a> Place<'a> {
    /// A place written in the current schema.
    pub fn new(vault: &'a VaultId, kind: &'static str, key: &'a [u8], seq: Seq) -> Self {
        Self { vault, kind, key, seq, schema: SCHEMA }
    }

    /// Each part after its length, so that no two places read alike.
    fn aad(&self) -> Vec<u8> {
        let seq = self.seq.to_le_bytes();
        let schema = self.schema.to_le_bytes();
        let parts = [self.vault.as_slice(), self.kind.as_bytes(), self.key, &seq, &schema];
        joined(&parts)
    }
}

/// Joins parts, each after its length in 8 bytes.
pub fn joined(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::with_capacity(parts.iter().map(|part| 8 + part.len()).sum());
    for part in parts {
        out.extend_from_slice(&(part.len() as u64).to_le_bytes());
        out.extend_from_slice(part);
    }
    out
}

/// Fills an array from the system's random numbers.
///
/// # Errors
/// [`Error::Random`] if the system has none.
pub fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Error::Random)?;
    Ok(bytes)
}

/// The bucket for `size` bytes: multiples of 256, and above 4 KiB steps of at most an eighth.
fn bucket(size: usize) -> usize {
    let step = if size <= 4096 { 256 } else { 1 << (size.ilog2() - 3) };
    size.next_multiple_of(step)
}

/// How many bytes [`seal`] makes of `size`.
pub fn sealed(size: usize) -> usize {
    NONCE + bucket(LENGTH + size) + TAG
}

/// Seals `plain` for `place`.
///
/// # Errors
/// [`Error::TooLarge`] from 4 GiB on; [`Error::Random`].
pub fn seal(key: &Secret, place: &Place<'_>, plain: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = Vec::new();
    seal_into(&mut out, key, place, plain.len(), |out| {
        out.extend_from_slice(plain);
        Ok(())
    })?;
    Ok(out)
}

/// Seals the `size` bytes that `write` appends to `out`, behind what `out` holds. They are encrypted where they stand:
/// at no time is there a second copy of the plaintext.
///
/// # Errors
/// [`Error::TooLarge`] from 4 GiB on, or where there are not `size` bytes; [`Error::Random`]; what `write` returns.
pub fn seal_into(
    out: &mut Vec<u8>,
    key: &Secret,
    place: &Place<'_>,
    size: usize,
    write: impl FnOnce(&mut Vec<u8>) -> Result<(), Error>,
) -> Result<(), Error> {
    let length = u32::try_from(size).map_err(|_| Error::TooLarge)?;
    let nonce = random::<NONCE>()?;
    let start = out.len();
    // All of it at once: growing would leave what was written before behind.
    out.reserve_exact(sealed(size));
    out.extend_from_slice(&nonce);
    out.extend_from_slice(&length.to_le_bytes());
    let written = write(out);
    let body = start + NONCE;
    if written.is_err() || out.len() != body + LENGTH + size {
        out.get_mut(body..).unwrap_or_default().zeroize();
        return written.and(Err(Error::TooLarge));
    }
    out.resize(body + bucket(LENGTH + size), 0);
    let tag = XChaCha20Poly1305::new(Key::from_slice(key.as_slice()))
        .encrypt_in_place_detached(XNonce::from_slice(&nonce), &place.aad(), out.get_mut(body..).unwrap_or_default())
        .map_err(|_| Error::TooLarge)?;
    out.extend_from_slice(&tag);
    Ok(())
}

/// Opens what [`seal`] made for the same place.
///
/// # Errors
/// [`Flaw::Seal`] if key, place or bytes are not those.
pub fn open(key: &Secret, place: &Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Flaw> {
    let (nonce, rest) = sealed.split_at_checked(NONCE).ok_or(Flaw::Seal)?;
    let (body, tag) = rest.split_last_chunk::<TAG>().ok_or(Flaw::Seal)?;
    let mut plain = Zeroizing::new(body.to_vec());
    XChaCha20Poly1305::new(Key::from_slice(key.as_slice()))
        .decrypt_in_place_detached(XNonce::from_slice(nonce), &place.aad(), &mut plain, Tag::from_slice(tag))
        .map_err(|_| Flaw::Seal)?;
    let length = plain.first_chunk::<LENGTH>().map(|bytes| u32::from_le_bytes(*bytes)).ok_or(Flaw::Seal)?;
    let length = usize::try_from(length).map_err(|_| Flaw::Seal)?;
    if length > plain.len() - LENGTH {
        return Err(Flaw::Seal);
    }
    plain.copy_within(LENGTH..LENGTH + length, 0);
    plain.truncate(length);
    Ok(plain)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    const VAULT: VaultId = [7; 16];

    fn key() -> Secret {
        Zeroizing::new([9; 32])
    }

    #[test]
    fn opens_at_its_own_place_only() {
        let place = Place::new(&VAULT, "journal", b"k", 5);
        let sealed = seal(&key(), &place, b"C-014").unwrap();
        assert_eq!(*open(&key(), &place, &sealed).unwrap(), b"C-014");
        let others = [
            Place { vault: &[8; 16], ..place },
            Place { kind: "state", ..place },
            Place { key: b"l", ..place },
            Place { seq: 6, ..place },
            Place { schema: SCHEMA + 1, ..place },
        ];
        for other in others {
            assert_eq!(open(&key(), &other, &sealed), Err(Flaw::Seal), "{other:?}");
        }
        assert_eq!(open(&Zeroizing::new([8; 32]), &place, &sealed), Err(Flaw::Seal));
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_seen() {
        let place = Place::new(&VAULT, "journal", b"", 1);
        let sealed = seal(&key(), &place, b"a letter to the court").unwrap();
        for at in 0..sealed.len() {
            for bit in 0..8 {
                let mut bad = sealed.clone();
                bad[at] ^= 1 << bit;
                assert_eq!(open(&key(), &place, &bad), Err(Flaw::Seal));
            }
            assert_eq!(open(&key(), &place, &sealed[..at]), Err(Flaw::Seal));
        }
    }

    #[test]
    fn sizes_fall_into_buckets_and_come_back_exact() {
        let place = Place::new(&VAULT, "journal", b"", 1);
        for size in [0, 1, 251, 252, 253, 4091, 4092, 4093, 70_000] {
            let plain = vec![3; size];
            let sealed = seal(&key(), &place, &plain).unwrap();
            assert_eq!((sealed.len() - NONCE - TAG) % 256, 0);
            assert!(sealed.len() - NONCE - TAG <= (size + LENGTH) * 9 / 8 + 256);
            assert_eq!(*open(&key(), &place, &sealed).unwrap(), plain);
        }
        let length = |text: &[u8]| seal(&key(), &place, text).unwrap().len();
        assert_eq!(length(b"yes"), length(b"a rather longer note, from the same bucket"));
    }

    #[test]
    fn no_plaintext_and_no_repetition_in_what_is_sealed() {
        let place = Place::new(&VAULT, "journal", b"", 1);
        let one = seal(&key(), &place, b"Rivera Rivera").unwrap();
        let two = seal(&key(), &place, b"Rivera Rivera").unwrap();
        assert!(!one.windows(6).any(|part| part == b"Rivera"));
        assert_ne!(one, two);
    }
}
