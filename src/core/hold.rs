//! A legal hold: somebody said that a case must be kept, so it cannot be erased until the hold is lifted.

use super::compact::date;
use super::id::CaseId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The hold on one case; a case has at most one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    pub case: CaseId,
    pub reason: String,
    /// Who asked for it, such as the attorney.
    pub by: String,
    #[serde(with = "date")]
    pub since: NaiveDate,
}
