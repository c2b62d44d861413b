//! Sealing a vault anew: every change is written again, under other keys, into a journal of the next generation. The
//! numbers of the changes stay, and so does what undo reaches.
//!
//! The new generation is made beside the old one and is nothing until the header names it; that is one rename. Killed
//! before it, the vault is the old one, after it the new one, whole either way, and what is left of the other goes at the
//! next opening. Writes that were cut short and set aside in the old journal go with it: they were never acknowledged.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::audit;
use super::checkpoint;
use super::error::{Error, Flaw};
use super::files;
use super::head::HeadFile;
use super::header::Header;
use super::journal::{Journal, SEGMENT, Witnesses};
use super::keyring::{CaseKey, Keyring};
use super::keys::Keys;
use super::places::Places;
use super::reading::{self, Found};
use super::state;
use crate::core::change::{Commit, Seq};
use crate::core::id::{CaseId, DeadlineId};
use crate::core::record::Record;
use crate::core::world::World;
use std::path::Path;
use std::sync::Arc;

/// How far it is: changes written, and all there are. Called from the thread that seals.
pub type Progress<'a> = &'a mut dyn FnMut(Seq, Seq);

/// Changes between two calls of [`Progress`].
pub const STEP: Seq = 256;

/// Seals the vault in `dir` anew: what `old` opens becomes what `next` opens, under `keys` and with new keys for every
/// case. `next` is what the header is to be, of the old generation; it is raised and saved. Whoever calls this holds the
/// vault's lock.
///
/// # Errors
/// Damage, [`Error::Newer`], the file system's; the vault is then the old one, and `next` is as it was.
pub fn reseal(
    dir: &Path,
    old: (&Header, &Arc<Keys>),
    next: &mut Header,
    keys: &Arc<Keys>,
    progress: Progress<'_>,
) -> Result<(), Error> {
    let from = old.0.places(dir);
    let Found { journal, witnesses, ring, .. } = reading::find(&from, old.1)?;
    let (writer, _) = journal.into_writer(&witnesses)?;
    let journal = writer.journal();
    let want = reading::load(&from, old.1, &ring, journal)?.world;
    let replay = |visit: Visit<'_>| journal.replay(&ring, 0, visit);
    let source = Source { ring: &ring, want: &want, head: journal.head().seq, replay: &replay };
    reseal_from(dir, old, &source, next, keys, progress)
}

/// Takes a change and its number.
pub type Visit<'v> = &'v mut dyn FnMut(Seq, Commit) -> Result<(), Error>;

/// What is written anew.
pub struct Source<'a> {
    /// The keys of its cases.
    pub ring: &'a Keyring,
    /// What its changes come to.
    pub want: &'a World,
    /// The last of them.
    pub head: Seq,
    /// Hands over all of them, oldest first.
    pub replay: &'a dyn Fn(Visit<'_>) -> Result<(), Error>,
}

/// The same from changes that are handed over. `old` is the header that stands, with its keys.
///
/// # Errors
/// Those of [`reseal`].
pub fn reseal_from(
    dir: &Path,
    old: (&Header, &Arc<Keys>),
    source: &Source<'_>,
    next: &mut Header,
    keys: &Arc<Keys>,
    progress: Progress<'_>,
) -> Result<(), Error> {
    let mut header = next.clone();
    header.generation = old.0.generation.checked_add(1).ok_or(Error::TooLarge)?;
    let to = header.places(dir);
    // What a killed attempt has left.
    let from = old.0.places(dir);
    from.sweep()?;
    write(source, &to, keys, progress)?;
    audit::reseal(&from, old.1, &to, keys)?;
    files::sync_dir(dir)?;
    let both = header.save(dir, keys)?;
    *next = header;
    if both {
        // Nothing needs it any more; what cannot be removed now goes at the next opening.
        drop(clear(&to));
    }
    Ok(())
}

/// Removes what another generation has left, with the state, which may be sealed under its keys.
///
/// # Errors
/// The file system's.
pub fn clear(places: &Places) -> Result<(), Error> {
    if places.sweep()? { state::erase(places.dir()) } else { Ok(()) }
}

/// Writes the files of the new generation, durably, and proves that they say the same.
fn write(source: &Source<'_>, to: &Places, keys: &Arc<Keys>, progress: Progress<'_>) -> Result<(), Error> {
    let want = source.want;
    let mut ring = source.ring.cut_anew()?;
    let erased: Vec<CaseId> = want.erased().map(|erased| erased.case).collect();
    ring.reach(erased.iter().copied().max().unwrap_or(CaseId(0)))?;
    for case in &erased {
        ring.destroy(*case);
    }
    let new = copy(source, to, keys, &mut ring, &erased, progress)?;
    ring.save(to, keys)?;
    let mut world = World::default();
    new.replay(&ring, 0, |_, commit| {
        world.apply(&commit);
        Ok(())
    })?;
    // A number once given out is not given out again, even if the change that gave it out is lost.
    let mut numbers = world.counters();
    numbers.see_all(&want.counters());
    world.set_counters(numbers);
    if world != *want || new.head().seq != source.head {
        return Err(Flaw::Record.at("journal", None));
    }
    checkpoint::write(&to.checkpoint(), keys, new.head(), &world)?;
    HeadFile::start(&to.head(), keys, new.head()).map(drop)
}

/// Every change of a journal in a new one, under new keys.
fn copy(
    source: &Source<'_>,
    to: &Places,
    keys: &Arc<Keys>,
    ring: &mut Keyring,
    erased: &[CaseId],
    progress: Progress<'_>,
) -> Result<Journal, Error> {
    Journal::create(&to.journal(), keys, SEGMENT)?;
    let empty = Journal::read(&to.journal(), Arc::clone(keys), SEGMENT, &Witnesses::default())?;
    let (writer, _) = empty.into_writer(&Witnesses::default())?;
    let (mut writer, mut world, all) = (writer.lazily(), World::default(), source.head);
    (source.replay)(&mut |seq, mut commit| {
        let case_of = |id| case_of(&commit, &world, id);
        let pinned = pins(&commit).map(|id| (id, case_of(id))).collect::<Vec<_>>();
        let case_of = |id| pinned.iter().find(|(known, _)| *known == id).and_then(|(_, case)| *case);
        for case in erased {
            // An erasure that was killed half-way ends here.
            if matches!(source.ring.key(*case), CaseKey::Here(_)) {
                commit.forget(*case, case_of);
            }
        }
        if let Some(last) = commit.last_case(case_of) {
            ring.reach(last)?;
        }
        writer.append(ring, &commit, case_of)?;
        world.apply(&commit);
        if seq % STEP == 0 || seq == all {
            progress(seq, all);
        }
        Ok(())
    })?;
    writer.finish()
}

/// The deadlines whose rows a commit moves by hand.
pub fn pins(commit: &Commit) -> impl Iterator<Item = DeadlineId> {
    commit.records().filter_map(|record| match record {
        Record::Pin(pin) => Some(pin.deadline),
        _ => None,
    })
}

/// Whose a deadline is: by the commit itself, else by the records before it.
pub fn case_of(commit: &Commit, world: &World, id: DeadlineId) -> Option<CaseId> {
    commit.case_of(id).or_else(|| world.deadline(id).map(|deadline| deadline.case))
}
