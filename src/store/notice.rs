//! What a vault found at opening that a person should hear of, though nothing acknowledged is lost.

use crate::core::change::Seq;

/// One finding; `locale` makes the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A write was cut short before it was acknowledged. Its bytes were set aside in `kept`, relative to the vault.
    TornTail { after: Seq, bytes: u64, kept: String },
    /// A cut write could not be set aside, such as on a full disk; the vault only reads until it is opened again.
    TailInTheWay { after: Seq, why: String },
    /// The checkpoint could not be used; the journal was read instead.
    CheckpointSkipped,
    /// The state could not be proven and was set aside; it is made again from the journal.
    StateRebuilt,
    /// The state failed in use; timelines come from the journal until the next opening.
    StateFailed { why: String },
    /// One of the two copies of the header was bad and has been replaced by the other.
    HeaderRepaired,
}
