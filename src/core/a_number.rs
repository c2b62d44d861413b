//! The A-number of a case, kept by recorded consent alone. The number is sealed: of what is in memory, listed, searched,
//! exported or packed nothing can read it. What opens it stands in a record of its own, which is in no world: only in the
//! case's part of the journal, under the case's own key, and read from there each time the number is shown.

use super::compact::date;
use super::id::CaseId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Bytes that say nothing when they are printed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed(pub Vec<u8>);

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({})", self.0.len())
    }
}

/// That a number is kept, and on whose word. A case has at most one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ANumber {
    pub case: CaseId,
    /// How the person consented, such as "verbal, interpreter present".
    pub consent: String,
    #[serde(with = "date")]
    pub on: NaiveDate,
    pub sealed: Sealed,
}

/// What opens a sealed number of the case. It is never resident, as events are not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberKey {
    pub case: CaseId,
    pub key: Sealed,
}
