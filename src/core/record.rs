//! A record: anything the vault keeps, with its identity.

use super::case::Case;
use super::clinic::Clinic;
use super::deadline::Deadline;
use super::event::Event;
use super::happening::Happening;
use super::household::Household;
use super::id::RecordId;
use super::partner::Partner;
use super::pin::Pin;
use super::practice::Practice;
use super::request::Request;
use serde::{Deserialize, Serialize};

/// Any record. The large ones are boxed: commits and checkpoints are long lists of records, most of them small events,
/// and boxed they move without being copied (a third of the samples of opening 10,000 cases were in moving them).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
into_record!(Case, Deadline, Partner, Request, Event, Household, Clinic, Happening, Practice, Pin);
