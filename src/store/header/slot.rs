//! A slot: the vault's own key, wrapped under one secret that opens it.
//!
//! ```text
//! kind 1 | number 1 | form 1 | 0 1 | memory in KiB 4 | passes 4 | lanes 4 | salt 16 | wrapped key, sealed 296 |
//! label, sealed 296
//! ```
//! The seal of the wrapped key covers vault id, form, kind, number, cost and salt: a slot opens at no other place. The
//! label is sealed under the vault's key; outside it would be somebody's name.

use super::super::error::{Error, Flaw};
use super::super::keys::{Kdf, KdfCost, Keys, Passphrase};
use super::super::recovery::RecoveryKey;
use super::super::seal::{self, Place, Secret, VaultId};
use zeroize::Zeroizing;

/// The most characters of a label.
pub const LABEL: usize = 32;
/// Bytes of a sealed key and of a sealed label: both fall into the smallest bucket.
const SEALED: usize = 296;
/// Bytes of a slot.
pub const SIZE: usize = 4 + 12 + 16 + 2 * SEALED;

/// Who or what opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Passphrase,
    /// The recovery key on paper.
    Recovery,
    /// A second person's passphrase.
    Person,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Passphrase, Self::Recovery, Self::Person];

    fn code(self) -> u8 {
        match self {
            Self::Passphrase => 1,
            Self::Recovery => 2,
            Self::Person => 3,
        }
    }

    fn of(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// What opens a slot.
#[derive(Clone, Copy)]
pub enum Key<'a> {
    Passphrase(&'a Passphrase),
    Recovery(&'a RecoveryKey),
}

/// How a slot was bound when its key was wrapped. The first header had one slot and no numbers; its slot keeps its form
/// until its passphrase changes, because only then the secret is there to wrap anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    First,
    Second,
}

/// A slot of a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub kind: Kind,
    /// Its own in this header, from 1; it stays when others go.
    pub number: u8,
    pub(super) form: Form,
    /// Without meaning in a recovery slot, which needs no slow derivation: then all zeros.
    pub(super) cost: Option<KdfCost>,
    pub(super) salt: [u8; 16],
    pub(super) wrapped: Vec<u8>,
    /// Empty in the first form, which has none.
    pub(super) label: Vec<u8>,
}

impl Slot {
    /// Wraps `root` under `key`.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn new(
        kind: Kind,
        number: u8,
        key: Key<'_>,
        kdf: Kdf,
        keys: &Keys,
        root: &Secret,
        label: &str,
    ) -> Result<Self, Error> {
        let cost = (kind != Kind::Recovery).then(|| KdfCost::new(kdf));
        let mut slot = Self {
            kind,
            number,
            form: Form::Second,
            cost,
            salt: seal::random()?,
            wrapped: Vec::new(),
            label: Vec::new(),
        };
        let wrapping = slot.wrapping_key(&keys.vault, key)?;
        slot.wrapped = slot.sealed(&keys.vault, |place| seal::seal(&wrapping, place, root.as_slice()))?;
        slot.name(keys, label)?;
        Ok(slot)
    }

    /// Seals `label` into the slot.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub(super) fn name(&mut self, keys: &Keys, label: &str) -> Result<(), Error> {
        self.label = seal::seal(&keys.labels, &label_place(&keys.vault, &[self.number]), label.as_bytes())?;
        Ok(())
    }

    /// The label.
    ///
    /// # Errors
    /// Damage.
    pub fn label(&self, keys: &Keys) -> Result<String, Error> {
        if self.label.is_empty() {
            return Ok(String::new());
        }
        let label =
            seal::open(&keys.labels, &label_place(&keys.vault, &[self.number]), &self.label).map_err(damaged)?;
        String::from_utf8(label.to_vec()).map_err(|_| damaged(Flaw::Record))
    }

    /// The vault's own key, if `key` opens the slot.
    ///
    /// # Errors
    /// Damage where the cost is out of bounds, before anything is derived.
    pub fn open(&self, vault: &VaultId, key: Key<'_>) -> Result<Option<Secret>, Error> {
        let wrapping = self.wrapping_key(vault, key)?;
        let opened = self.sealed(vault, |place| Ok(seal::open(&wrapping, place, &self.wrapped).ok()))?;
        Ok(opened.and_then(|root| root.first_chunk::<32>().map(|root| Zeroizing::new(*root))))
    }

    /// Whether it is opened by a passphrase, and so slowly.
    pub fn is_slow(&self) -> bool {
        self.kind != Kind::Recovery
    }

    fn wrapping_key(&self, vault: &VaultId, key: Key<'_>) -> Result<Secret, Error> {
        match (key, self.cost) {
            (Key::Passphrase(passphrase), Some(cost)) => cost.derive(passphrase, &self.salt).map_err(damaged),
            (Key::Recovery(key), None) => Ok(key.wrapping_key(vault, &self.salt)),
            _ => Err(damaged(Flaw::Form)),
        }
    }

    /// Hands over the place that the wrapped key is bound to.
    fn sealed<T>(&self, vault: &VaultId, work: impl FnOnce(&Place<'_>) -> Result<T, Error>) -> Result<T, Error> {
        // A key is no record: it is bound to the header's own version, whatever the records have become.
        let (bound, schema) = match (self.form, self.cost) {
            (Form::First, Some(cost)) => (first_preamble(vault, cost, &self.salt), 1),
            _ => (self.preamble(), 2),
        };
        work(&Place { schema, ..Place::new(vault, "vault key", &bound, 0) })
    }

    fn preamble(&self) -> Vec<u8> {
        let form = match self.form {
            Form::First => 1,
            Form::Second => 2,
        };
        let mut bytes = vec![self.kind.code(), self.number, form, 0];
        bytes.extend(self.cost.map_or([0; 12], cost_bytes));
        bytes.extend_from_slice(&self.salt);
        bytes
    }

    /// The slot as it is kept.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        [&self.preamble()[..], &self.wrapped, &self.label].concat()
    }

    /// Reads what [`Slot::to_bytes`] made.
    pub(super) fn parse(bytes: &[u8; SIZE], kdf: Kdf) -> Option<Self> {
        let (&[kind, number, form, _], rest) = bytes.split_first_chunk::<4>()?;
        let (cost, rest) = rest.split_first_chunk::<12>()?;
        let (salt, rest) = rest.split_first_chunk::<16>()?;
        let (wrapped, label) = rest.split_at_checked(SEALED)?;
        let kind = Kind::of(kind)?;
        let cost = if kind == Kind::Recovery { None } else { Some(cost_of(cost, kdf)?) };
        let form = match form {
            1 => Form::First,
            2 => Form::Second,
            _ => return None,
        };
        Some(Self { kind, number, form, cost, salt: *salt, wrapped: wrapped.to_vec(), label: label.to_vec() })
    }
}

fn label_place<'a>(vault: &'a VaultId, number: &'a [u8; 1]) -> Place<'a> {
    Place { schema: 2, ..Place::new(vault, "slot label", number, 0) }
}

fn damaged(flaw: Flaw) -> Error {
    flaw.at(super::COPIES[0], None)
}

/// The cost's numbers, in 12 bytes.
pub(super) fn cost_bytes(cost: KdfCost) -> [u8; 12] {
    let mut bytes = [0; 12];
    for (four, number) in bytes.chunks_mut(4).zip([cost.memory_kib, cost.passes, cost.lanes]) {
        four.copy_from_slice(&number.to_le_bytes());
    }
    bytes
}

/// Reads what [`cost_bytes`] made.
pub(super) fn cost_of(bytes: &[u8; 12], kdf: Kdf) -> Option<KdfCost> {
    let (numbers, _) = bytes.as_chunks::<4>();
    let &[memory, passes, lanes] = numbers else { return None };
    let [memory_kib, passes, lanes] = [memory, passes, lanes].map(u32::from_le_bytes);
    Some(KdfCost { kdf, memory_kib, passes, lanes })
}

/// How the first header began, up to the key that it wrapped.
pub(super) fn first_preamble(vault: &VaultId, cost: KdfCost, salt: &[u8; 16]) -> Vec<u8> {
    let mut bytes = super::MAGIC.to_vec();
    bytes.extend_from_slice(&1_u16.to_le_bytes());
    bytes.extend_from_slice(&[super::bytes::mark(cost.kdf), 0, 0, 0, 0, 0]);
    bytes.extend(cost_bytes(cost));
    bytes.extend_from_slice(vault);
    bytes.extend_from_slice(salt);
    bytes
}
