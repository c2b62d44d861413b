//! Reading a vault from its checkpoint and journal, for the one who holds it and for those who only look.

use super::checkpoint::{self, Checkpoint};
use super::error::{Error, Flaw};
use super::files;
use super::head::HeadFile;
use super::journal::{Journal, SEGMENT, Witnesses};
use super::keys::Keys;
use super::memory::{apply_events, oldest_first};
use super::notice::Notice;
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use crate::core::world::World;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The file with the acknowledged head, and the journal's directory.
pub const HEAD: &str = "head";
pub const JOURNAL: &str = "journal";

/// A vault as it was found, proven and unchanged.
pub struct Found {
    pub journal: Journal,
    pub witnesses: Witnesses,
    pub notices: Vec<Notice>,
}

/// Reads what the vault's files say of each other, and the journal to its end.
///
/// # Errors
/// Damage, [`Error::Newer`], the file system's.
pub fn find(dir: &Path, keys: &Arc<Keys>) -> Result<Found, Error> {
    // In this order: a vault that is written to meanwhile only grows.
    let (checkpoint, skipped) = match Checkpoint::open(&dir.join(checkpoint::NAME), keys) {
        Ok(checkpoint) => (checkpoint.map(|checkpoint| checkpoint.head()), false),
        Err(Error::Damaged(_)) => (None, true),
        Err(other) => return Err(other),
    };
    let acknowledged = HeadFile::read(&dir.join(HEAD), keys)?;
    let witnesses = Witnesses { acknowledged, checkpoint };
    let place = dir.join(JOURNAL);
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
    Ok(Found { journal, witnesses, notices })
}

/// The world at the journal's head; from the checkpoint where that opens, and whether it did.
///
/// # Errors
/// Damage of the journal, the file system's.
pub fn load(dir: &Path, keys: &Keys, journal: &Journal) -> Result<(World, bool), Error> {
    let (opened, (mut world, after)) = match from_checkpoint(dir, keys, journal.head().seq) {
        Ok(found) => (true, found.unwrap_or_default()),
        // Only a copy: the journal has it all.
        Err(Error::Damaged(_)) => (false, (World::default(), 0)),
        Err(other) => return Err(other),
    };
    journal.replay(after, |_, commit| {
        world.apply(&commit);
        Ok(())
    })?;
    Ok((world, opened))
}

/// The checkpoint's world, if there is one that stands no later than `head`.
fn from_checkpoint(dir: &Path, keys: &Keys, head: Seq) -> Result<Option<(World, Seq)>, Error> {
    let Some(checkpoint) = Checkpoint::open(&dir.join(checkpoint::NAME), keys)? else { return Ok(None) };
    let seq = checkpoint.head().seq;
    if seq > head { Ok(None) } else { Ok(Some((checkpoint.into_world(keys)?, seq))) }
}

/// One case's events from the journal, oldest first.
///
/// # Errors
/// Damage, the file system's.
pub fn timeline(journal: &Journal, case: CaseId) -> Result<Vec<Event>, Error> {
    let mut events = BTreeMap::new();
    journal.replay(0, |_, commit| {
        apply_events(&mut events, &commit, case);
        Ok(())
    })?;
    Ok(oldest_first(events.into_values().collect()))
}

/// Hands over what was committed after `head`.
///
/// # Errors
/// Damage, the file system's.
pub fn each_since(journal: &Journal, head: Seq, visit: &mut dyn FnMut(Seq, Commit)) -> Result<(), Error> {
    journal.replay(head, |seq, commit| {
        visit(seq, commit);
        Ok(())
    })
}
