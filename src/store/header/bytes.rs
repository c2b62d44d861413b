//! The header as it is kept.
//!
//! ```text
//! "RUMBOVLT" 8 | version 2 | derivation 1 | slots 1 | 0 4 | generation 4 | edition 4 | vault id 16 | the slots |
//! proof 32 | checksum 32
//! ```
//! The proof is keyed by the vault's own key and covers all before it: whoever adds, removes or brings back a slot, or
//! names another journal, is found out at the unlocking. The checksum only tells accidents from a wrong passphrase. It
//! ends every version, so that a version by accident is told from a newer one.
//!
//! The first version had one slot and neither generation nor proof:
//!
//! ```text
//! "RUMBOVLT" 8 | version 2 | derivation 1 | 0 5 | memory in KiB 4 | passes 4 | lanes 4 | vault id 16 | salt 16 |
//! wrapped key, sealed | checksum 32
//! ```

use super::slot::{self, Form, Kind, Slot};
use super::{Header, MAGIC, SLOTS, SLOW, VERSION};
use crate::store::error::{Error, Flaw};
use crate::store::keys::{Kdf, KdfCost};
use std::collections::BTreeSet;

/// How the header marks its derivation.
pub(super) fn mark(kdf: Kdf) -> u8 {
    match kdf {
        Kdf::Real => 1,
        Kdf::Test => 2,
    }
}

fn kdf(mark: u8) -> Option<Kdf> {
    [Kdf::Real, Kdf::Test].into_iter().find(|kdf| self::mark(*kdf) == mark)
}

impl Header {
    /// What the proof covers.
    pub(super) fn proven(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&self.version.to_le_bytes());
        // Never more than eight.
        let slots = u8::try_from(self.slots.len()).unwrap_or(u8::MAX);
        bytes.extend_from_slice(&[mark(self.kdf), slots, 0, 0, 0, 0]);
        bytes.extend_from_slice(&self.generation.to_le_bytes());
        bytes.extend_from_slice(&self.edition.to_le_bytes());
        bytes.extend_from_slice(&self.vault);
        self.slots.iter().for_each(|slot| bytes.extend(slot.to_bytes()));
        bytes
    }

    /// The header as it is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = match self.first_slot() {
            Some((slot, cost)) => [&slot::first_preamble(&self.vault, cost, &slot.salt)[..], &slot.wrapped].concat(),
            None => [&self.proven()[..], &self.proof].concat(),
        };
        let checksum = blake3::hash(&bytes);
        bytes.extend_from_slice(checksum.as_bytes());
        bytes
    }

    /// The one slot of a header that still has the first version.
    fn first_slot(&self) -> Option<(&Slot, KdfCost)> {
        let slot = self.slots.first().filter(|_| self.version == 1)?;
        Some((slot, slot.cost?))
    }

    /// Reads what [`Header::to_bytes`] made; `place` names the file in errors.
    ///
    /// # Errors
    /// [`Error::Newer`], or damage.
    pub fn from_bytes(bytes: &[u8], place: &str) -> Result<Self, Error> {
        let (body, checksum) = bytes.split_last_chunk::<32>().ok_or_else(|| Flaw::Short.at(place, None))?;
        if blake3::hash(body) != *checksum {
            return Err(Flaw::Checksum.at(place, None));
        }
        let version = body.get(8..10).and_then(|v| v.first_chunk()).map_or(0, |v| u16::from_le_bytes(*v));
        if body.starts_with(&MAGIC) && version > VERSION {
            return Err(Error::Newer { found: version, known: VERSION });
        }
        let header = if version == 1 { first(body) } else { second(body, version) };
        let header = header.ok_or_else(|| Flaw::Form.at(place, None))?;
        // Whatever this program would not have written just so is not its own.
        if header.to_bytes() == bytes { Ok(header) } else { Err(Flaw::Form.at(place, None)) }
    }
}

fn first(body: &[u8]) -> Option<Header> {
    let (mark, rest) = body.get(10..)?.split_first_chunk::<6>()?;
    let (cost, rest) = rest.split_first_chunk::<12>()?;
    let (vault, rest) = rest.split_first_chunk::<16>()?;
    let (salt, wrapped) = rest.split_first_chunk::<16>()?;
    let kdf = kdf(*mark.first()?)?;
    let slot = Slot {
        kind: Kind::Passphrase,
        number: 1,
        form: Form::First,
        cost: Some(slot::cost_of(cost, kdf)?),
        salt: *salt,
        wrapped: wrapped.to_vec(),
        label: Vec::new(),
    };
    Some(Header { version: 1, kdf, generation: 1, edition: 0, vault: *vault, slots: vec![slot], proof: [0; 32] })
}

fn second(body: &[u8], version: u16) -> Option<Header> {
    let (&[mark, count, ..], rest) = body.get(10..)?.split_first_chunk::<6>()?;
    let (generation, rest) = rest.split_first_chunk::<4>()?;
    let (edition, rest) = rest.split_first_chunk::<4>()?;
    let (vault, rest) = rest.split_first_chunk::<16>()?;
    let (slots, proof) = rest.split_last_chunk::<32>()?;
    let kdf = kdf(mark)?;
    let (slots, more) = slots.as_chunks::<{ slot::SIZE }>();
    let slots = slots.iter().map(|slot| Slot::parse(slot, kdf)).collect::<Option<Vec<_>>>()?;
    let [generation, edition] = [generation, edition].map(|number| u32::from_le_bytes(*number));
    let whole = more.is_empty() && usize::from(count) == slots.len() && generation > 0 && is_within_bounds(&slots);
    whole.then_some(Header { version, kdf, generation, edition, vault: *vault, slots, proof: *proof })
}

/// At least one slot and at most eight, of them at most three slow ones, each with a number of its own.
pub(super) fn is_within_bounds(slots: &[Slot]) -> bool {
    let numbers: BTreeSet<u8> = slots.iter().map(|slot| slot.number).collect();
    (1..=SLOTS).contains(&slots.len())
        && numbers.len() == slots.len()
        && slots.iter().filter(|slot| slot.is_slow()).count() <= SLOW
}
