//! Reading a vault from its checkpoint and journal, for the one who holds it and for those who only look.

use super::checkpoint::Checkpoint;
use super::error::{Error, Flaw};
use super::files;
use super::head::HeadFile;
use super::journal::{Journal, SEGMENT, Witnesses};
use super::keyring::{self, Keyring};
use super::keys::Keys;
use super::memory::{apply_events, oldest_first};
use super::notice::Notice;
use super::places::Places;
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use crate::core::world::World;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A vault as it was found, proven and unchanged.
pub struct Found {
    pub journal: Journal,
    pub witnesses: Witnesses,
    pub ring: Keyring,
    /// One of the keyring's copies has to be written again.
    pub ring_behind: bool,
    /// One of them is not there, or is not what was written.
    pub ring_bad: bool,
    pub notices: Vec<Notice>,
}

/// Reads what the vault's files say of each other, and the journal to its end.
///
/// # Errors
/// Damage, [`Error::Newer`], the file system's.
pub fn find(places: &Places, keys: &Arc<Keys>) -> Result<Found, Error> {
    // In this order: a vault that is written to meanwhile only grows.
    let (checkpoint, skipped) = match Checkpoint::open(&places.checkpoint(), keys) {
        Ok(checkpoint) => (checkpoint.map(|checkpoint| checkpoint.head()), false),
        Err(Error::Damaged(_)) => (None, true),
        Err(other) => return Err(other),
    };
    let acknowledged = HeadFile::read(&places.head(), keys)?;
    let witnesses = Witnesses { acknowledged, checkpoint };
    let place = places.journal();
    files::check_private(&place).map_err(|error| match error {
        Error::Missing(_) => Flaw::Gone.at(JOURNAL, None),
        other => other,
    })?;
    let journal = Journal::read(&place, Arc::clone(keys), SEGMENT, &witnesses)?;
    let mut notices: Vec<Notice> = skipped.then_some(Notice::CheckpointSkipped).into_iter().collect();
    if acknowledged.is_none() {
        // A checkpoint proves what came before it, not that nothing came after.
        notices.push(Notice::Unwitnessed { last: journal.head().seq });
    }
    // After the journal: whoever writes cuts keys before they are needed.
    let (ring, ring_behind, ring_bad) = match Keyring::load(places, keys)? {
        Some(found) => (found.ring, found.behind, found.bad),
        None if journal.needs_keyring() => return Err(Flaw::Gone.at(keyring::NAME, None)),
        // Made by an older program.
        None => (Keyring::default(), false, false),
    };
    Ok(Found { journal, witnesses, ring, ring_behind, ring_bad, notices })
}

/// The journal's directory, as it is called where there is none.
const JOURNAL: &str = "journal";

/// The world at the journal's head.
pub struct Loaded {
    pub world: World,
    /// The checkpoint, where there is one, could be opened.
    pub checkpoint_opened: bool,
    /// A case was erased after the checkpoint was written, or there is none.
    pub erased_since: bool,
}

/// The world at the journal's head; from the checkpoint where that opens.
///
/// # Errors
/// Damage of the journal, the file system's.
pub fn load(places: &Places, keys: &Keys, ring: &Keyring, journal: &Journal) -> Result<Loaded, Error> {
    let (checkpoint_opened, (mut world, after)) = match from_checkpoint(places, keys, journal.head().seq) {
        Ok(found) => (true, found.unwrap_or_default()),
        // Only a copy: the journal has it all.
        Err(Error::Damaged(_)) => (false, (World::default(), 0)),
        Err(other) => return Err(other),
    };
    let mut erased_since = false;
    journal.replay(ring, after, |_, commit| {
        erased_since |= commit.erases().next().is_some();
        world.apply(&commit);
        Ok(())
    })?;
    Ok(Loaded { world, checkpoint_opened, erased_since })
}

/// The checkpoint's world, if there is one that stands no later than `head`.
fn from_checkpoint(places: &Places, keys: &Keys, head: Seq) -> Result<Option<(World, Seq)>, Error> {
    let Some(checkpoint) = Checkpoint::open(&places.checkpoint(), keys)? else { return Ok(None) };
    let seq = checkpoint.head().seq;
    if seq > head { Ok(None) } else { Ok(Some((checkpoint.into_world(keys)?, seq))) }
}

/// One case's events from the journal, oldest first.
///
/// # Errors
/// Damage, the file system's.
pub fn timeline(journal: &Journal, ring: &Keyring, case: CaseId) -> Result<Vec<Event>, Error> {
    let mut events = BTreeMap::new();
    journal.replay(ring, 0, |_, commit| {
        apply_events(&mut events, &commit, case);
        Ok(())
    })?;
    Ok(oldest_first(events.into_values().collect()))
}

/// Hands over what was committed after `head`.
///
/// # Errors
/// Damage, the file system's.
pub fn each_since(
    journal: &Journal,
    ring: &Keyring,
    head: Seq,
    visit: &mut dyn FnMut(Seq, Commit),
) -> Result<(), Error> {
    journal.replay(ring, head, |seq, commit| {
        visit(seq, commit);
        Ok(())
    })
}
