//! A record: anything the vault keeps, with its identity.

use super::a_number::{ANumber, NumberKey};
use super::case::Case;
use super::clinic::Clinic;
use super::deadline::Deadline;
use super::erased::Erased;
use super::event::Event;
use super::happening::Happening;
use super::hold::Hold;
use super::household::Household;
use super::id::{CaseId, DeadlineId, RecordId};
use super::partner::Partner;
use super::pin::Pin;
use super::practice::Practice;
use super::request::Request;
use super::retention::Retention;
use super::unattended::Unattended;
use serde::{Deserialize, Serialize};

/// Any record. The large ones are boxed: commits and checkpoints are long lists of records, most of them small events,
/// and boxed they move without being copied (a third of the samples of opening 10,000 cases were in moving them).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Record {
    Case(Box<Case>),
    Deadline(Box<Deadline>),
    Partner(Box<Partner>),
    Request(Box<Request>),
    Event(Event),
    Household(Household),
    Clinic(Box<Clinic>),
    Happening(Happening),
    Practice(Box<Practice>),
    Pin(Pin),
    Hold(Hold),
    Retention(Retention),
    Erased(Erased),
    ANumber(ANumber),
    NumberKey(NumberKey),
    Unattended(Unattended),
}

/// Whose a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The clinic's: it stays when a case is erased.
    Clinic,
    Case(CaseId),
    /// The case's that has this deadline.
    CaseOf(DeadlineId),
}

impl Record {
    /// The record's identity.
    pub fn id(&self) -> RecordId {
        match self {
            Self::Case(case) => RecordId::Case(case.id),
            Self::Deadline(deadline) => RecordId::Deadline(deadline.id),
            Self::Partner(partner) => RecordId::Partner(partner.id),
            Self::Request(request) => RecordId::Request(request.id),
            Self::Event(event) => RecordId::Event(event.id),
            Self::Household(household) => RecordId::Household(household.id),
            Self::Clinic(_) => RecordId::Clinic,
            Self::Happening(happening) => RecordId::Happening(happening.id),
            Self::Practice(_) => RecordId::Practice,
            Self::Pin(pin) => RecordId::Pin(pin.deadline),
            Self::Hold(hold) => RecordId::Hold(hold.case),
            Self::Retention(_) => RecordId::Retention,
            Self::Erased(erased) => RecordId::Erased(erased.case),
            Self::ANumber(number) => RecordId::ANumber(number.case),
            Self::NumberKey(key) => RecordId::NumberKey(key.case),
            Self::Unattended(_) => RecordId::Unattended,
        }
    }

    /// The case it belongs to, if it is a case's; `case_of` says whose a deadline is.
    pub fn case(&self, case_of: impl Fn(DeadlineId) -> Option<CaseId>) -> Option<CaseId> {
        match self.owner() {
            Owner::Clinic => None,
            Owner::Case(case) => Some(case),
            Owner::CaseOf(deadline) => case_of(deadline),
        }
    }

    /// Whose it is: what is a case's goes when the case is erased.
    pub fn owner(&self) -> Owner {
        match self {
            Self::Case(case) => Owner::Case(case.id),
            Self::Deadline(deadline) => Owner::Case(deadline.case),
            Self::Request(request) => Owner::Case(request.case),
            Self::Event(event) => Owner::Case(event.case),
            Self::Happening(happening) => Owner::Case(happening.case),
            Self::Hold(hold) => Owner::Case(hold.case),
            Self::ANumber(number) => Owner::Case(number.case),
            Self::NumberKey(key) => Owner::Case(key.case),
            Self::Pin(pin) => Owner::CaseOf(pin.deadline),
            Self::Partner(_)
            | Self::Household(_)
            | Self::Clinic(_)
            | Self::Practice(_)
            | Self::Retention(_)
            | Self::Unattended(_)
            | Self::Erased(_) => Owner::Clinic,
        }
    }
}

macro_rules! into_record {
    ($($kind:ident),*) => {$(
        impl From<$kind> for Record {
            fn from(inner: $kind) -> Self {
                Self::$kind(inner.into())
            }
        }
    )*};
}
into_record!(
    Case, Deadline, Partner, Request, Event, Household, Clinic, Happening, Practice, Pin, Hold, Retention, Erased,
    ANumber, NumberKey, Unattended
);
