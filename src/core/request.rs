//! A request: work asked of a partner for a case. Nothing goes out without recorded consent.

use super::compact::{date, date_opt};
use super::id::{CaseId, DeadlineId, PartnerId, RequestId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The person's consent to this partner hearing of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Who consented.
    pub who: String,
    /// What may be shared.
    pub what: String,
    /// How it was given, such as written or verbal.
    pub how: String,
    #[serde(with = "date")]
    pub on: NaiveDate,
}

/// Where a request stands. Only [`RequestState::Draft`] is possible without consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequestState {
    Draft,
    Sent {
        #[serde(with = "date")]
        on: NaiveDate,
    },
    Accepted {
        #[serde(with = "date")]
        on: NaiveDate,
    },
    Declined {
        #[serde(with = "date")]
        on: NaiveDate,
        reason: String,
    },
    Done {
        #[serde(with = "date")]
        on: NaiveDate,
    },
    Withdrawn {
        #[serde(with = "date")]
        on: NaiveDate,
    },
}

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub id: RequestId,
    pub case: CaseId,
    pub partner: PartnerId,
    /// The deadline it serves, if one.
    pub deadline: Option<DeadlineId>,
    pub what: String,
    pub state: RequestState,
    pub consent: Option<Consent>,
    #[serde(with = "date_opt")]
    pub needed_by: Option<NaiveDate>,
    #[serde(with = "date")]
    pub created: NaiveDate,
}

impl Request {
    /// Whether somebody still has to do something about it.
    pub fn is_open(&self) -> bool {
        matches!(self.state, RequestState::Draft | RequestState::Sent { .. } | RequestState::Accepted { .. })
    }
}
