//! A happening: something from which dates follow, or which somebody has to look at.

use super::compact::{date, date_opt};
use super::id::{CaseId, HappeningId};
use super::rules::Happened;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How we know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// The paper was seen.
    Seen,
    /// Somebody told of it.
    Told,
}

impl Known {
    /// Both with their codes.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Seen, "seen"), (Self::Told, "told")];
}

/// Somebody looked at it, and says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    /// The representative or colleague who looked at it.
    pub by: String,
    #[serde(with = "date")]
    pub on: NaiveDate,
}

/// One happening of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happening {
    pub id: HappeningId,
    pub case: CaseId,
    pub what: Happened,
    /// The day that rules count from: of the decision, on the notice, of the hearing. `None` while it is not known.
    #[serde(with = "date_opt")]
    pub on: Option<NaiveDate>,
    pub known: Known,
    /// The notice or decision was served by mail.
    pub mailed: bool,
    pub note: String,
    /// The day it was logged.
    #[serde(with = "date")]
    pub logged: NaiveDate,
    pub reviewed: Option<Reviewed>,
}
