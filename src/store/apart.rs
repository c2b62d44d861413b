//! Numbers sealed apart. Each has a random key of its own, which is kept in the case's part of the journal only: it goes
//! with the case's key when the case is erased, and no opening of the records brings number and key together.

use super::error::{Error, Flaw};
use super::journal::Journal;
use super::keyring::Keyring;
use super::keys::Keys;
use super::seal::{self, Place, Secret};
use crate::core::a_number::{ANumber, NumberKey, Sealed};
use crate::core::change::{Change, Commit};
use crate::core::id::CaseId;
use crate::core::record::Record;
use zeroize::Zeroizing;

/// The number of a case in clear, wiped when dropped.
pub type Number = Zeroizing<String>;

/// Stores that keep numbers apart.
pub trait Apart {
    /// Seals the number of a case into the commit that says it is kept; the commit is then ready to be made durable.
    ///
    /// # Errors
    /// [`Error::Random`], [`Error::TooLarge`].
    fn seal_number(&mut self, commit: &mut Commit, number: &Number) -> Result<(), Error>;

    /// Opens the number of a case.
    ///
    /// # Errors
    /// Damage, if nothing in the vault opens it; the file system's.
    fn open_number(&mut self, number: &ANumber) -> Result<Number, Error>;
}

/// The layout of what is sealed; bound to itself, so that it opens whatever the records have become.
const SCHEMA: u16 = 1;

fn place<'a>(keys: &'a Keys, case: &'a [u8; 4]) -> Place<'a> {
    Place { schema: SCHEMA, ..Place::new(&keys.vault, "a-number", case, 0) }
}

fn purpose(key: &[u8]) -> Secret {
    Zeroizing::new(blake3::derive_key("rumbo vault 1 a-number", key))
}

/// Seals `number` into the record of it in `commit`, and adds what opens it.
pub(super) fn seal(keys: &Keys, commit: &mut Commit, number: &Number) -> Result<(), Error> {
    let key = Zeroizing::new(seal::random::<32>()?);
    let mut case = None;
    for change in &mut commit.changes {
        let Some(Record::ANumber(after)) = change.after() else { continue };
        let bytes = after.case.0.to_le_bytes();
        let sealed = seal::seal(&purpose(key.as_slice()), &place(keys, &bytes), number.as_bytes())?;
        let sealed = ANumber { sealed: Sealed(sealed), ..after.clone() };
        case = Some(after.case);
        if let Some(filled) = Change::of(change.before().cloned(), Some(sealed.into())) {
            *change = filled;
        }
    }
    if let Some(case) = case {
        commit.changes.push(Change::add(NumberKey { case, key: Sealed(key.to_vec()) }));
    }
    Ok(())
}

/// Opens a number with whichever of the case's keys does.
pub(super) fn open(keys: &Keys, ring: &Keyring, journal: &Journal, number: &ANumber) -> Result<Number, Error> {
    let mut found = None;
    journal.replay(ring, 0, |_, commit| {
        for key in commit.changes.iter().filter_map(|change| of(change, number.case)) {
            found = try_key(keys, number, &key.key.0).or(found.take());
        }
        Ok(())
    })?;
    found.ok_or_else(|| Flaw::Seal.at("journal", None))
}

/// What a change has to open numbers of the case with.
pub(super) fn of(change: &Change, case: CaseId) -> Option<&NumberKey> {
    match change.after() {
        Some(Record::NumberKey(key)) if key.case == case => Some(key),
        _ => None,
    }
}

/// The number, if this key opens it.
pub(super) fn try_key(keys: &Keys, number: &ANumber, key: &[u8]) -> Option<Number> {
    let bytes = number.case.0.to_le_bytes();
    let plain = seal::open(&purpose(key), &place(keys, &bytes), &number.sealed.0).ok()?;
    std::str::from_utf8(&plain).ok().map(|text| Zeroizing::new(text.to_owned()))
}
