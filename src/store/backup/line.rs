//! The lines of a backup: what each says, as JSON.

use super::{FORMAT, flaw};
use crate::core::change::{Commit, Seq};
use crate::core::compact::moment;
use crate::core::record::Record;
use crate::store::error::{Error, Flaw};
use crate::store::seal::VaultId;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{BufRead, Read};
use zeroize::Zeroizing;

/// Bytes that a line may take, 1 GiB, as a commit may.
const LONGEST: u64 = 1 << 30;

/// One line.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// The first.
    Rumbo(Start),
    Record(Record),
    Change {
        seq: Seq,
        /// A part of it was erased with its case; left out where nothing was.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        lost: bool,
        commit: Commit,
    },
    /// The last.
    End(End),
}

/// What the file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// [`WHAT`] or [`EXPORT`].
    pub what: String,
    pub format: u16,
    /// The vault's id, in hexadecimal digits.
    pub vault: String,
    /// The last change.
    pub change: Seq,
    /// When that was.
    pub last: Option<Moment>,
    pub made: Moment,
    /// How many records there are of each kind, and changes.
    pub counts: BTreeMap<String, u64>,
    /// The vault has the cheap key derivation.
    pub test_key: bool,
}

/// A moment by RFC 3339, to the millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment(#[serde(with = "moment")] pub DateTime<Utc>);

/// What [`Start::what`] is.
pub const WHAT: &str = "backup";
/// What it is where only the records are written.
pub const EXPORT: &str = "export";

impl Start {
    /// Refuses what this program does not know.
    ///
    /// # Errors
    /// [`Error::Newer`], damage if it is of another vault than the envelope says or no backup.
    pub fn check(&self, vault: &VaultId) -> Result<(), Error> {
        if self.what != WHAT || self.vault != digits(vault) {
            return Err(flaw(Flaw::Form));
        }
        if self.format > FORMAT { Err(Error::Newer { found: self.format, known: FORMAT }) } else { Ok(()) }
    }
}

/// The vault's id in digits.
pub fn digits(vault: &VaultId) -> String {
    format!("{:032x}", u128::from_be_bytes(*vault))
}

/// What proves the others.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// How many lines come before.
    pub lines: u64,
    /// Their seal, for each who can open the copy.
    pub seals: Vec<String>,
}

/// The word that [`Start::counts`] has for a record.
pub fn kind(record: &Record) -> &'static str {
    match record {
        Record::Case(_) => "case",
        Record::Deadline(_) => "deadline",
        Record::Partner(_) => "partner",
        Record::Request(_) => "request",
        Record::Event(_) => EVENT,
        Record::Household(_) => "household",
        Record::Clinic(_) => "clinic",
        Record::Happening(_) => "happening",
        Record::Practice(_) => "practice",
        Record::Pin(_) => "pin",
        Record::Hold(_) => "hold",
        Record::Retention(_) => "retention",
        Record::Erased(_) => "erased",
        Record::ANumber(_) => "a-number",
        Record::NumberKey(_) => "number-key",
        Record::Unattended(_) => "unattended",
    }
}

/// The word for events.
pub const EVENT: &str = "event";
/// The word for changes.
pub const CHANGE: &str = "change";

impl Line {
    /// The line of a change.
    pub fn change(seq: Seq, commit: Commit) -> Self {
        Self::Change { seq, lost: commit.lost, commit }
    }

    /// The line with its line break.
    ///
    /// # Errors
    /// What JSON cannot say; there is nothing of the kind in a record.
    pub fn text(&self) -> Result<Zeroizing<Vec<u8>>, Error> {
        let mut bytes = Zeroizing::new(serde_json::to_vec(self).map_err(|_| Error::TooLarge)?);
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads a line.
    ///
    /// # Errors
    /// Damage.
    pub fn read(text: &[u8]) -> Result<Self, Error> {
        serde_json::from_slice(text).map_err(|_| flaw(Flaw::Record))
    }
}

/// Reads the bytes of the next line into `text`; `false` at the end.
///
/// # Errors
/// Damage.
pub fn next(inside: &mut impl BufRead, text: &mut Vec<u8>) -> Result<bool, Error> {
    text.clear();
    let read = inside.take(LONGEST).read_until(b'\n', text);
    match read.map_err(|error| crate::store::envelope::unreadable(&error))? {
        0 => Ok(false),
        _ if text.last() == Some(&b'\n') => Ok(true),
        _ => Err(flaw(Flaw::Short)),
    }
}
