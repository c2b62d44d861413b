//! The header: what is needed to turn a passphrase into the vault's key.
//!
//! ```text
//! "RUMBOVLT" 8 | version 2 | derivation 1 | 0 5 | memory in KiB 4 | passes 4 | lanes 4 | vault id 16 | salt 16 |
//! wrapped key, sealed | checksum 32
//! ```
//! The seal of the wrapped key covers everything before it; the checksum only tells accidents from a wrong passphrase.

use super::error::{Error, Flaw};
use super::files;
use super::keys::{Kdf, KdfCost, Keys, Passphrase};
use super::seal::{self, Place, Secret, VaultId};
use std::path::Path;
use zeroize::Zeroizing;

const MAGIC: [u8; 8] = *b"RUMBOVLT";
/// The layout of the header, and with it of the vault's files.
const VERSION: u16 = 1;
/// Its two copies.
const COPIES: [&str; 2] = ["vault.hdr", "vault.hdr.2"];

/// A vault's header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub vault: VaultId,
    pub cost: KdfCost,
    salt: [u8; 16],
    wrapped: Vec<u8>,
}

impl Header {
    /// Makes the header of a new vault, with a new key.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn create(passphrase: &Passphrase, kdf: Kdf) -> Result<(Self, Keys), Error> {
        let root: Secret = Zeroizing::new(seal::random()?);
        let cost = KdfCost::new(kdf);
        let mut header = Self { vault: seal::random()?, cost, salt: seal::random()?, wrapped: Vec::new() };
        let wrapping = header.wrapping_key(passphrase)?;
        header.wrapped = seal::seal(&wrapping, &header.place(&header.preamble()), root.as_slice())?;
        let keys = Keys::new(header.vault, &root);
        Ok((header, keys))
    }

    /// Opens the wrapped key.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; damage where the cost is out of bounds.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<Keys, Error> {
        let wrapping = self.wrapping_key(passphrase)?;
        let opened = seal::open(&wrapping, &self.place(&self.preamble()), &self.wrapped);
        let opened = opened.map_err(|_| Error::WrongPassphrase)?;
        let root = opened.first_chunk::<32>().ok_or(Error::WrongPassphrase)?;
        Ok(Keys::new(self.vault, &Zeroizing::new(*root)))
    }

    fn wrapping_key(&self, passphrase: &Passphrase) -> Result<Secret, Error> {
        self.cost.derive(passphrase, &self.salt).map_err(|flaw| flaw.at(COPIES[0], None))
    }

    fn place<'a>(&'a self, preamble: &'a [u8]) -> Place<'a> {
        // A key is no record: it is bound to the header's own version, so that it opens whatever the records have become.
        Place { schema: VERSION, ..Place::new(&self.vault, "vault key", preamble, 0) }
    }

    fn preamble(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.push(match self.cost.kdf {
            Kdf::Real => 1,
            Kdf::Test => 2,
        });
        bytes.extend_from_slice(&[0; 5]);
        for number in [self.cost.memory_kib, self.cost.passes, self.cost.lanes] {
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        bytes.extend_from_slice(&self.vault);
        bytes.extend_from_slice(&self.salt);
        bytes
    }

    /// The header as it is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = [self.preamble(), self.wrapped.clone()].concat();
        let checksum = blake3::hash(&bytes);
        bytes.extend_from_slice(checksum.as_bytes());
        bytes
    }

    /// Reads what [`Header::to_bytes`] made; `place` names the file in errors.
    ///
    /// # Errors
    /// [`Error::Newer`], or damage.
    pub fn from_bytes(bytes: &[u8], place: &str) -> Result<Self, Error> {
        let version = bytes.get(8..10).and_then(|v| v.first_chunk()).map_or(0, |v| u16::from_le_bytes(*v));
        if bytes.starts_with(&MAGIC) && version > VERSION {
            return Err(Error::Newer { found: version, known: VERSION });
        }
        let (body, checksum) = bytes.split_last_chunk::<32>().ok_or_else(|| Flaw::Short.at(place, None))?;
        if blake3::hash(body) != *checksum {
            return Err(Flaw::Checksum.at(place, None));
        }
        let header = Self::parse(body).ok_or_else(|| Flaw::Form.at(place, None))?;
        // Whatever this program would not have written just so is not its own.
        if header.to_bytes() == bytes { Ok(header) } else { Err(Flaw::Form.at(place, None)) }
    }

    fn parse(body: &[u8]) -> Option<Self> {
        let rest = body.get(10..)?;
        let (kind, rest) = rest.split_first_chunk::<6>()?;
        let (memory, rest) = rest.split_first_chunk::<4>()?;
        let (passes, rest) = rest.split_first_chunk::<4>()?;
        let (lanes, rest) = rest.split_first_chunk::<4>()?;
        let (vault, rest) = rest.split_first_chunk::<16>()?;
        let (salt, wrapped) = rest.split_first_chunk::<16>()?;
        let kdf = match kind {
            [1, ..] => Kdf::Real,
            [2, ..] => Kdf::Test,
            _ => return None,
        };
        let cost = KdfCost {
            kdf,
            memory_kib: u32::from_le_bytes(*memory),
            passes: u32::from_le_bytes(*passes),
            lanes: u32::from_le_bytes(*lanes),
        };
        Some(Self { vault: *vault, cost, salt: *salt, wrapped: wrapped.to_vec() })
    }

    /// Writes both copies, one after the other, each as a whole.
    ///
    /// # Errors
    /// The file system's.
    pub fn save(&self, dir: &Path) -> Result<(), Error> {
        COPIES.iter().try_for_each(|copy| files::replace(&dir.join(copy), &self.to_bytes()))
    }

    /// Reads the first good copy, and tells whether the other one needs to be written again.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is none, [`Error::Newer`], or damage if none is good.
    pub fn load(dir: &Path) -> Result<(Self, bool), Error> {
        let read = |copy: &str| match files::read(&dir.join(copy)) {
            Ok(Some(bytes)) => Self::from_bytes(&bytes, copy),
            Ok(None) => Err(Error::Missing(dir.display().to_string())),
            Err(error) => Err(error),
        };
        match COPIES.map(read) {
            [Err(newer @ Error::Newer { .. }), _] | [_, Err(newer @ Error::Newer { .. })] => Err(newer),
            [Ok(one), Ok(two)] => {
                let differ = one != two;
                Ok((one, differ))
            }
            [Ok(one), Err(_)] | [Err(_), Ok(one)] => Ok((one, true)),
            [Err(Error::Missing(_)), Err(other)] | [Err(other), Err(_)] => Err(other),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::store::error::Damage;
    use std::fs;

    fn passphrase(text: &str) -> Passphrase {
        Zeroizing::new(text.as_bytes().to_vec())
    }

    #[test]
    fn the_passphrase_opens_it_and_no_other() {
        let (header, keys) = Header::create(&passphrase("a long passphrase"), Kdf::Test).unwrap();
        let read = Header::from_bytes(&header.to_bytes(), "x").unwrap();
        assert_eq!(read, header);
        assert_eq!(read.unlock(&passphrase("a long passphrase")).unwrap().journal, keys.journal);
        for wrong in ["", "a long passphrase ", "A long passphrase"] {
            assert!(matches!(read.unlock(&passphrase(wrong)), Err(Error::WrongPassphrase)));
        }
    }

    #[test]
    fn every_flipped_bit_is_seen_and_the_other_copy_serves() {
        let temp = tempfile::tempdir().unwrap();
        let (header, _) = Header::create(&passphrase("p"), Kdf::Test).unwrap();
        let good = header.to_bytes();
        for at in 0..good.len() * 8 {
            let mut bad = good.clone();
            bad[at / 8] ^= 1 << (at % 8);
            assert!(matches!(Header::from_bytes(&bad, "x"), Err(Error::Damaged(_) | Error::Newer { .. })));
        }
        header.save(temp.path()).unwrap();
        assert_eq!(Header::load(temp.path()).unwrap(), (header.clone(), false));
        for copy in COPIES {
            fs::write(temp.path().join(copy), &good[..40]).unwrap();
            assert_eq!(Header::load(temp.path()).unwrap(), (header.clone(), true));
            fs::remove_file(temp.path().join(copy)).unwrap();
            assert_eq!(Header::load(temp.path()).unwrap(), (header.clone(), true));
            header.save(temp.path()).unwrap();
        }
        for copy in COPIES {
            fs::write(temp.path().join(copy), b"gone").unwrap();
        }
        let Err(Error::Damaged(Damage { flaw, .. })) = Header::load(temp.path()) else { unreachable!() };
        assert_eq!(flaw, Flaw::Short);
        for copy in COPIES {
            fs::remove_file(temp.path().join(copy)).unwrap();
        }
        assert!(matches!(Header::load(temp.path()), Err(Error::Missing(_))));
    }

    #[test]
    fn a_newer_header_and_an_absurd_cost_are_refused() {
        let (header, _) = Header::create(&passphrase("p"), Kdf::Test).unwrap();
        let mut newer = header.to_bytes();
        newer[8] = 2;
        assert!(matches!(Header::from_bytes(&newer, "x"), Err(Error::Newer { found: 2, known: 1 })));
        let cost = KdfCost { kdf: Kdf::Real, memory_kib: u32::MAX, passes: 9, lanes: 1 };
        let absurd = Header { cost, ..header };
        let read = Header::from_bytes(&absurd.to_bytes(), "x").unwrap();
        assert!(matches!(read.unlock(&passphrase("p")), Err(Error::Damaged(_))));
    }
}
