//! The audit: who opened the vault, what was looked at and changed, and what left it. It names nobody: a case is its
//! number, a key its slot, and of a change there is what kind it was and how much of it.

use super::change::{Seq, Verb};
use super::id::CaseId;
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use serde::{Deserialize, Serialize};

/// What opened the vault.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Key {
    /// Nobody knows: it was before there was an audit.
    #[default]
    Unknown,
    Passphrase,
    /// The printed key.
    Recovery,
    /// The passphrase of a second person.
    Person,
}

/// Who did it, as far as a vault can tell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// The number of the key slot that was opened; 0 where nobody knows.
    pub slot: u8,
    pub key: Key,
    /// The name of the account of the operating system; may be empty.
    pub user: String,
}

/// What leaves the vault for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// A calendar with code names.
    Calendar,
    /// A calendar with names, titles and places.
    CalendarWithNames,
    /// The records, readable by anybody.
    Records,
    /// All that is kept of one person.
    WhatWeHold,
}

/// A change of the keys that open the vault; each with the number of the slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyChange {
    /// Another passphrase in the slot of whoever asked.
    Passphrase,
    /// A new recovery key.
    Recovery,
    /// A second person can open it.
    PersonAdded,
    /// A second person no longer can.
    PersonRemoved,
    /// Everything was sealed anew under a new key.
    Rotated,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// The audit begins here, after this change.
    Began {
        after: Seq,
    },
    /// The audit before was damaged and is set aside; a new one begins after this change.
    BeganAnew {
        after: Seq,
    },
    Unlocked {
        /// To write, or only to read beside whoever writes.
        writes: bool,
    },
    /// Wrong passphrases since it was opened to write the time before. Anybody who can write in the folder could have
    /// changed these figures until they came to stand here.
    Refused {
        count: u32,
        #[serde(with = "ts_milliseconds")]
        first: DateTime<Utc>,
        #[serde(with = "ts_milliseconds")]
        last: DateTime<Utc>,
    },
    /// The screen asks for the passphrase again.
    Locked,
    Closed,
    /// Somebody looked at a case.
    Viewed(CaseId),
    Changed {
        seq: Seq,
        verb: Verb,
        count: u32,
        cases: Vec<CaseId>,
        undoes: Option<Seq>,
    },
    /// Something left the vault; with no cases named, all of them.
    Exported {
        what: Export,
        cases: Vec<CaseId>,
    },
    /// A sealed copy that has every change up to this one.
    BackedUp {
        change: Seq,
    },
    /// This vault was made of a sealed copy that ended with this change.
    Restored {
        change: Seq,
    },
    Keys {
        slot: u8,
        change: KeyChange,
    },
    /// The A-number of a case was shown, for a purpose in the words of who asked.
    Revealed {
        case: CaseId,
        purpose: String,
    },
    /// The audit before is gone as a whole, and nothing says why; a new one begins after this change.
    BeganAfterLoss {
        after: Seq,
    },
    /// A damaged journal was written anew; each first and last of the changes that could not be read.
    Mended {
        lost: Vec<(Seq, Seq)>,
    },
}

impl Deed {
    /// The cases it is about.
    pub fn cases(&self) -> &[CaseId] {
        match self {
            Self::Viewed(case) | Self::Revealed { case, .. } => std::slice::from_ref(case),
            Self::Changed { cases, .. } | Self::Exported { cases, .. } => cases,
            Self::Began { .. }
            | Self::BeganAnew { .. }
            | Self::BeganAfterLoss { .. }
            | Self::Mended { .. }
            | Self::Unlocked { .. }
            | Self::Refused { .. }
            | Self::Locked
            | Self::Closed
            | Self::BackedUp { .. }
            | Self::Restored { .. }
            | Self::Keys { .. } => &[],
        }
    }

    /// Whether it is about every case that there is.
    pub fn is_of_all(&self) -> bool {
        matches!(self, Self::BackedUp { .. } | Self::Restored { .. })
            || matches!(self, Self::Exported { cases, .. } if cases.is_empty())
    }
}

/// One line of the audit. Lines are in the order of the chain, whatever a clock said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The page of the chain it stands on; `None` for a change that is durable and not yet in the chain.
    pub page: Option<u64>,
    /// It is of a chain that was damaged and set aside, and is proven all the same.
    pub is_aside: bool,
    pub who: Who,
    pub entry: Entry,
}

/// What happened, and when by the clock of this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    #[serde(with = "ts_milliseconds")]
    pub at: DateTime<Utc>,
    pub deed: Deed,
}
