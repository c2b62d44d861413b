//! Which changes cannot be read, between which moments they were made, and which cases they touched.

use super::{Remains, differences};
use crate::core::change::{Change, Seq};
use crate::core::id::{CaseId, RecordId};
use crate::core::world::World;
use crate::store::error::Error;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Changes in a row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub first: Seq,
    pub last: Seq,
    /// When the change before it was made, and the one after it.
    pub between: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
    /// The checkpoint was written after them: what the records came to is there.
    pub is_covered: bool,
    /// The state was: what they wrote in timelines is there.
    pub is_told: bool,
}

impl Gap {
    /// How many changes.
    pub fn count(&self) -> Seq {
        self.last - self.first + 1
    }

    /// Whether what they came to is there, all but their own story.
    pub fn is_kept(&self) -> bool {
        self.is_covered && self.is_told
    }
}

impl Remains {
    /// Says in `hurt` what is lacking.
    pub(super) fn find_gaps(&mut self) -> Result<(), Error> {
        let mut gaps: Vec<Gap> = Vec::new();
        let mut open = 1;
        let (mut made, mut last_read) = (None, None);
        let latest = self.hurt.latest;
        let covered = self.base.as_ref().map_or(0, |(_, seq)| *seq);
        let told = self.state.as_ref().map_or(0, |look| look.applied);
        let mut gap = |mut first: Seq, last: Seq, between| {
            // Checkpoint and state may stand in the middle of it.
            for upto in [covered.min(told), covered.max(told), last] {
                let last = upto.min(last);
                if first <= last {
                    gaps.push(Gap { first, last, between, is_covered: last <= covered, is_told: last <= told });
                    first = last + 1;
                }
            }
        };
        self.replay(0, |seq, commit| {
            if seq > open {
                gap(open, seq - 1, (made, Some(commit.at)));
            }
            (open, made, last_read) = (seq + 1, Some(commit.at), Some((seq, commit.at)));
            Ok(())
        })?;
        if open <= latest {
            gap(open, latest, (made, None));
        }
        self.hurt.gaps = gaps;
        self.hurt.last_read = last_read;
        Ok(())
    }

    /// The code names of cases that are not as the changes that can be read would have left them.
    pub(super) fn touched(&self) -> Result<Vec<String>, Error> {
        if self.hurt.gaps.is_empty() {
            return Ok(Vec::new());
        }
        let mut cases: BTreeSet<CaseId> = BTreeSet::new();
        let (mut world, after) = self.start();
        if after > 0 {
            for change in differences(&self.world_of_changes(after)?, &world) {
                note(&mut cases, &change, &world);
            }
        }
        self.replay(after, |seq, commit| {
            let behind = self.hurt.gaps.iter().any(|gap| gap.last < seq && gap.last > after);
            for change in commit.changes.iter().filter(|_| behind && !commit.lost) {
                let differs = change.id().is_some_and(|id| {
                    !matches!(id, RecordId::Event(_)) && world.record(id).as_ref() != change.before()
                });
                if differs {
                    note(&mut cases, change, &world);
                }
            }
            world.apply(&commit);
            Ok(())
        })?;
        if let Some(look) = &self.state {
            cases.extend(self.event_changes(look)?.iter().filter_map(|change| case_of(change, &world)));
        }
        Ok(cases.into_iter().filter_map(|case| Some(world.case(case)?.code.clone())).collect())
    }

    /// What leads from the events in the journal to those in the state, where the state has what the journal lacks.
    pub(super) fn event_changes(&self, look: &super::Look) -> Result<Vec<Change>, Error> {
        if !self.hurt.gaps.iter().any(|gap| gap.first <= look.applied) {
            return Ok(Vec::new());
        }
        let mut events = BTreeMap::new();
        self.replay(0, |seq, commit| {
            for change in commit.changes.iter().filter(|_| seq <= look.applied) {
                if let Some(RecordId::Event(id)) = change.id() {
                    match change.after() {
                        Some(record) => drop(events.insert(id, record.clone())),
                        None => drop(events.remove(&id)),
                    }
                }
            }
            Ok(())
        })?;
        let kept: BTreeMap<_, _> = look.events.iter().map(|event| (event.id, event.clone().into())).collect();
        let removed = events.iter().filter(|(id, _)| !kept.contains_key(id));
        let removed = removed.filter_map(|(_, record)| Change::of(Some(record.clone()), None));
        let put = kept.iter().filter(|(id, record)| events.get(id) != Some(record));
        let put = put.filter_map(|(id, record)| Change::of(events.get(id).cloned(), Some(record.clone())));
        Ok(removed.chain(put).collect())
    }
}

fn note(cases: &mut BTreeSet<CaseId>, change: &Change, world: &World) {
    cases.extend(case_of(change, world));
}

fn case_of(change: &Change, world: &World) -> Option<CaseId> {
    let record = change.after().or(change.before())?;
    record.case(|id| world.deadline(id).map(|deadline| deadline.case))
}
