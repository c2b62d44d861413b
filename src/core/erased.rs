//! What is left of a case that was erased for good: that it was, and which numbers are taken.

use super::compact::date;
use super::id::{CaseId, Counters};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An erased case. The record that says so also takes the case, and everything of it, out of the world.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Its number; the code name is gone with the case.
    pub case: CaseId,
    #[serde(with = "date")]
    pub on: NaiveDate,
    /// The numbers given out until then, the case's own among them: none of them is given to another record.
    pub numbers: Counters,
}
