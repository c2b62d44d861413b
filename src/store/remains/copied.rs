//! Changes that the journal lacks and one of the vault's own backups has.
//!
//! A backup is believed where it was made with what makes this vault's backups, is whole to its last line, and says the
//! same as the journal of every change that both have. It never says what comes after the last change that the vault
//! itself knows of, and nothing of a case that was erased since.

use super::Remains;
use crate::core::change::{Commit, Seq};
use crate::core::id::{CaseId, DeadlineId};
use crate::core::record::Record;
use crate::core::world::World;
use crate::store::backup::{Copy, Known};
use crate::store::envelope::{Identity, With};
use crate::store::error::Error;
use crate::store::keyring::{CaseKey, Keyring};
use crate::store::keys::Keys;
use crate::store::kit::Kit;
use crate::store::places::Places;
use crate::store::rotation;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What a backup fills in.
#[derive(Default)]
pub(super) struct Copied {
    /// Where it is, and its last change.
    pub from: Option<(String, Seq)>,
    changes: BTreeMap<Seq, Commit>,
}

/// What is learnt from changes as they go by.
#[derive(Default)]
struct Learnt {
    owners: BTreeMap<DeadlineId, CaseId>,
    erased: BTreeSet<CaseId>,
}

impl Learnt {
    fn from(&mut self, commit: &Commit) {
        self.erased.extend(commit.erases());
        self.owners.extend(commit.records().filter_map(|record| match record {
            Record::Deadline(deadline) => Some((deadline.id, deadline.case)),
            _ => None,
        }));
    }

    /// Lets go of what an erasure has reached.
    fn strip(&self, ring: &Keyring, commit: &mut Commit) {
        let case_of = |deadline| self.owners.get(&deadline).copied();
        let cases: BTreeSet<CaseId> = commit.records().filter_map(|record| record.case(case_of)).collect();
        for case in cases {
            if self.erased.contains(&case) || matches!(ring.key(case), CaseKey::Gone) {
                commit.forget(case, case_of);
            }
        }
    }
}

impl Copied {
    /// How many changes it fills in.
    pub fn count(&self) -> Seq {
        self.changes.len() as Seq
    }

    /// Those after a change, oldest first.
    pub fn after(&self, seq: Seq) -> impl Iterator<Item = (Seq, &Commit)> {
        self.changes.range(seq.saturating_add(1)..).map(|(seq, commit)| (*seq, commit))
    }
}

impl Remains {
    /// Fills in what the newest good one of the vault's own backups has of the changes that the journal lacks. What cannot
    /// be had is not had: then nothing is filled in.
    pub(super) fn fill_in(&mut self, places: &Places, keys: &Keys) -> Result<(), Error> {
        let Some(first) = self.hurt.gaps.first().map(|gap| gap.first) else { return Ok(()) };
        let Ok(Some(kit)) = Kit::load(places.dir(), keys) else { return Ok(()) };
        let (mut known, mut learnt) = (Known::default(), Learnt::default());
        self.frames.replay(&self.ring, 0, |seq, commit| {
            known.note(seq, &commit);
            learnt.from(&commit);
            Ok(())
        })?;
        learnt.erased.extend(self.base.iter().flat_map(|(world, _)| world.erased()).map(|erased| erased.case));
        let mut own = rotation::own(places.dir(), &keys.vault).unwrap_or_default();
        own.sort_by_key(|(made, _)| std::cmp::Reverse(made.seq));
        for (made, path) in own.iter().filter(|(made, _)| made.seq >= first) {
            if let Some(changes) = self.read(path, kit.identity(), &known, &mut learnt) {
                self.copied = Copied { from: Some((path.display().to_string(), made.seq)), changes };
                return self.drop_if_it_differs();
            }
        }
        Ok(())
    }

    /// The changes of a backup that the journal lacks; `None` where it proves nothing.
    fn read(
        &self,
        path: &Path,
        identity: &Identity,
        known: &Known,
        learnt: &mut Learnt,
    ) -> Option<BTreeMap<Seq, Commit>> {
        let (mut changes, mut agrees) = (BTreeMap::new(), true);
        let read = Copy::open(path, With::Identity(identity)).and_then(|copy| {
            copy.read(false, |seq, commit| {
                learnt.from(commit);
                match known.agrees(seq, commit) {
                    Some(same) => agrees &= same,
                    None if seq <= self.hurt.latest => drop(changes.insert(seq, commit.clone())),
                    None => {}
                }
                Ok(())
            })
        });
        if read.is_err() || !agrees {
            return None;
        }
        for commit in changes.values_mut() {
            learnt.strip(&self.ring, commit);
        }
        Some(changes)
    }

    /// Where the checkpoint tells what the changes have to come to, they must; files of a copy that went its own way do not.
    fn drop_if_it_differs(&mut self) -> Result<(), Error> {
        self.find_gaps()?;
        let Some((base, seq)) = &self.base else { return Ok(()) };
        if self.hurt.gaps.iter().any(|gap| gap.first <= *seq) {
            return Ok(());
        }
        if !super::differences(&self.world_of_changes(*seq)?, base).is_empty() {
            self.copied = Copied::default();
            self.find_gaps()?;
        }
        Ok(())
    }

    /// Hands every change after `after` that is proven to `visit`, oldest first: the journal's, and those of a backup.
    pub(super) fn replay(
        &self,
        after: Seq,
        mut visit: impl FnMut(Seq, Commit) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut copied = self.copied.after(after).peekable();
        self.frames.replay(&self.ring, after, |seq, commit| {
            while let Some((filled, commit)) = copied.next_if(|(filled, _)| *filled < seq) {
                visit(filled, commit.clone())?;
            }
            visit(seq, commit)
        })?;
        copied.try_for_each(|(seq, commit)| visit(seq, commit.clone()))
    }

    /// What the proven changes come to after `upto`, with what is lacking left out.
    pub(super) fn world_of_changes(&self, upto: Seq) -> Result<World, Error> {
        let mut world = World::default();
        self.replay(0, |seq, commit| {
            if seq <= upto {
                world.apply(&commit);
            }
            Ok(())
        })?;
        Ok(world)
    }
}
