//! Identities: short, per kind, never used twice, so that a person can type them.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Why a text is no identity of the wanted kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an identity: {0}")]
pub struct BadId(pub String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $letter:literal,)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", $letter, self.0)
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            /// Reads `D7`, `d7` or `7`.
            fn from_str(text: &str) -> Result<Self, BadId> {
                let text = text.trim();
                let digits = text.strip_prefix(|c: char| c.eq_ignore_ascii_case(&$letter)).unwrap_or(text);
                if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
                    return Err(BadId(text.to_owned()));
                }
                digits.parse().map($name).map_err(|_| BadId(text.to_owned()))
            }
        }
    )*};
}

ids! {
    /// A case in the vault; people see its code name instead.
    CaseId 'C',
    /// A deadline, shown as `D7`.
    DeadlineId 'D',
    /// A partner, shown as `P7`.
    PartnerId 'P',
    /// A request to a partner, shown as `Q7`.
    RequestId 'Q',
    /// An event of a timeline, shown as `E7`.
    EventId 'E',
    /// A household, shown as `H7`.
    HouseholdId 'H',
    /// Something that happened and from which dates follow, shown as `T7`.
    HappeningId 'T',
}

/// Any record's identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RecordId {
    Case(CaseId),
    Deadline(DeadlineId),
    Partner(PartnerId),
    Request(RequestId),
    Event(EventId),
    Household(HouseholdId),
    /// The one record of the clinic's own settings.
    Clinic,
    Happening(HappeningId),
    /// The one record of how the clinic works.
    Practice,
    /// The pin of this deadline's row in the queue.
    Pin(DeadlineId),
    /// The legal hold on this case.
    Hold(CaseId),
    /// The one record of how long closed cases are kept.
    Retention,
    /// That this case was erased.
    Erased(CaseId),
    /// The A-number of this case.
    ANumber(CaseId),
    /// What opens it.
    NumberKey(CaseId),
    /// The one record of how long a screen stands without a key.
    Unattended,
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(id) => id.fmt(f),
            Self::Deadline(id) => id.fmt(f),
            Self::Partner(id) => id.fmt(f),
            Self::Request(id) => id.fmt(f),
            Self::Event(id) => id.fmt(f),
            Self::Household(id) => id.fmt(f),
            Self::Clinic => f.write_str("clinic"),
            Self::Happening(id) => id.fmt(f),
            Self::Practice => f.write_str("practice"),
            Self::Pin(id) => write!(f, "pin-{id}"),
            Self::Hold(id) => write!(f, "hold-{id}"),
            Self::Retention => f.write_str("retention"),
            Self::Erased(id) => write!(f, "erased-{id}"),
            Self::ANumber(id) => write!(f, "a-number-{id}"),
            Self::NumberKey(id) => write!(f, "number-key-{id}"),
            Self::Unattended => f.write_str("unattended"),
        }
    }
}

/// The next free number of each kind. It only grows: an undone record's number is not given to another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counters {
    case: u32,
    deadline: u32,
    partner: u32,
    request: u32,
    event: u32,
    household: u32,
    happening: u32,
}

impl Counters {
    /// Takes note that `id` is in use.
    pub fn see(&mut self, id: RecordId) {
        let (slot, n) = match id {
            RecordId::Case(CaseId(n))
            | RecordId::Hold(CaseId(n))
            | RecordId::Erased(CaseId(n))
            | RecordId::ANumber(CaseId(n))
            | RecordId::NumberKey(CaseId(n)) => (&mut self.case, n),
            RecordId::Deadline(DeadlineId(n)) => (&mut self.deadline, n),
            RecordId::Partner(PartnerId(n)) => (&mut self.partner, n),
            RecordId::Request(RequestId(n)) => (&mut self.request, n),
            RecordId::Event(EventId(n)) => (&mut self.event, n),
            RecordId::Household(HouseholdId(n)) => (&mut self.household, n),
            RecordId::Happening(HappeningId(n)) => (&mut self.happening, n),
            RecordId::Clinic | RecordId::Practice | RecordId::Retention | RecordId::Unattended | RecordId::Pin(_) => {
                return;
            }
        };
        *slot = (*slot).max(n);
    }

    /// Takes note of every number that `other` has given out.
    pub fn see_all(&mut self, other: &Self) {
        let pairs = [
            (&mut self.case, other.case),
            (&mut self.deadline, other.deadline),
            (&mut self.partner, other.partner),
            (&mut self.request, other.request),
            (&mut self.event, other.event),
            (&mut self.household, other.household),
            (&mut self.happening, other.happening),
        ];
        for (own, n) in pairs {
            *own = (*own).max(n);
        }
    }

    /// Hands out the next case identity.
    pub fn case(&mut self) -> CaseId {
        self.case += 1;
        CaseId(self.case)
    }

    /// Hands out the next deadline identity.
    pub fn deadline(&mut self) -> DeadlineId {
        self.deadline += 1;
        DeadlineId(self.deadline)
    }

    /// Hands out the next partner identity.
    pub fn partner(&mut self) -> PartnerId {
        self.partner += 1;
        PartnerId(self.partner)
    }

    /// Hands out the next request identity.
    pub fn request(&mut self) -> RequestId {
        self.request += 1;
        RequestId(self.request)
    }

    /// Hands out the next event identity.
    pub fn event(&mut self) -> EventId {
        self.event += 1;
        EventId(self.event)
    }

    /// Hands out the next happening's identity.
    pub fn happening(&mut self) -> HappeningId {
        self.happening += 1;
        HappeningId(self.happening)
    }

    /// Hands out the next household identity.
    pub fn household(&mut self) -> HouseholdId {
        self.household += 1;
        HouseholdId(self.household)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_shows_and_bare_numbers() {
        assert_eq!("D7".parse(), Ok(DeadlineId(7)));
        assert_eq!("d7".parse(), Ok(DeadlineId(7)));
        assert_eq!("7".parse(), Ok(DeadlineId(7)));
        assert_eq!(DeadlineId(7).to_string(), "D7");
        assert!("".parse::<DeadlineId>().is_err());
        assert!("P7".parse::<DeadlineId>().is_err());
        assert!("D99999999999".parse::<DeadlineId>().is_err());
    }

    #[test]
    fn a_number_seen_is_not_handed_out_again() {
        let mut counters = Counters::default();
        counters.see(RecordId::Deadline(DeadlineId(41)));
        counters.see(RecordId::Deadline(DeadlineId(3)));
        assert_eq!(counters.deadline(), DeadlineId(42));
    }
}
