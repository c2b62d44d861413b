//! An event: one thing that happened in a case. Events are added, never rewritten.

use super::change::Verb;
use super::compact::moment;
use super::id::{CaseId, EventId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    ContactIn,
    ContactOut,
    Visit,
    PartnerCall,
    Hearing,
    Notice,
    Document,
    Letter,
    Referral,
    /// A deadline was added, moved, met or declared missed.
    Deadline,
    Support,
    Note,
}

impl EventKind {
    /// Every kind with its code.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::ContactIn, "contact-in"),
        (Self::ContactOut, "contact-out"),
        (Self::Visit, "visit"),
        (Self::PartnerCall, "partner-call"),
        (Self::Hearing, "hearing"),
        (Self::Notice, "notice"),
        (Self::Document, "document"),
        (Self::Letter, "letter"),
        (Self::Referral, "referral"),
        (Self::Deadline, "deadline"),
        (Self::Support, "support"),
        (Self::Note, "note"),
    ];
}

/// One event of a case's timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub id: EventId,
    pub case: CaseId,
    #[serde(with = "moment")]
    pub at: DateTime<Utc>,
    pub kind: EventKind,
    /// Exactly what was noted. Where rumbo wrote the event itself: the title of what was changed, and the details on the
    /// lines below it.
    pub text: String,
    /// What was done, where rumbo wrote the event itself.
    pub act: Option<Verb>,
}
