//! The clinic's own settings: one record, undone and synced like any other.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnCall {
    pub name: String,
    pub phone: String,
}

/// Settings of the clinic this vault belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clinic {
    pub name: String,
    /// Who works with this vault; written beside every change.
    pub navigator: String,
    pub zone: Tz,
    /// The legal contact to call where a case has no representative.
    pub on_call: Option<OnCall>,
    /// Business days kept for the courier of a paper filing.
    pub courier_days: u16,
    /// An invented caseload: every screen says so.
    pub demo: bool,
}

impl Default for Clinic {
    fn default() -> Self {
        Self {
            name: String::new(),
            navigator: String::new(),
            zone: Tz::America__New_York,
            on_call: None,
            courier_days: 2,
            demo: false,
        }
    }
}
