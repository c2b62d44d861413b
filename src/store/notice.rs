//! What a vault found at opening that a person should hear of, though nothing acknowledged is lost.

use super::error::Why;
use crate::core::change::Seq;
use chrono::{DateTime, Utc};

/// One finding; `locale` makes the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A write was cut short. Its bytes were set aside in `kept`, relative to the vault. Where the record of the change
    /// acknowledged last is there to witness it, this one was not acknowledged; without it nobody can tell.
    TornTail { after: Seq, bytes: u64, kept: String, witnessed: bool },
    /// The record of the change acknowledged last is gone or not genuine: whether the journal, which ends with this
    /// change, had more cannot be told.
    Unwitnessed { last: Seq },
    /// A cut write could not be set aside, such as on a full disk; the vault only reads until it is opened again.
    TailInTheWay { after: Seq, why: Why },
    /// The checkpoint could not be used; the journal was read instead.
    CheckpointSkipped,
    /// The state could not be proven and was set aside; it is made again from the journal.
    StateRebuilt,
    /// The state failed in use; timelines come from the journal until the next opening.
    StateFailed { why: Why },
    /// One of the two copies of the header was bad and has been replaced by the other.
    HeaderRepaired,
    /// One of the two copies of the keyring was bad and is replaced by the other.
    KeyringRepaired,
    /// The vault is of before every case had a key of its own, and was sealed anew; nothing in it has changed.
    Migrated,
    /// That could not be done; all works but erasing, and the next opening tries again.
    NotMigrated { why: Why },
    /// A case is erased, but what keeps it readable could not be destroyed yet; the next opening tries again.
    EraseUnfinished { why: Why },
    /// Wrong passphrases since this moment.
    Refused { count: u32, since: DateTime<Utc> },
    /// The audit was damaged in `place`. It is set aside as `kept`, and a new one begins.
    AuditDamaged { place: String, kept: String },
    /// The audit is gone as a whole, and a new one begins.
    AuditGone,
    /// What was done could not be noted in the audit; changes are noted later all the same.
    AuditNotWritten { why: Why },
    /// A copy left the machine, but that could not be noted, so that the reminder for the next one comes too early.
    AwayNotNoted { why: Why },
}
