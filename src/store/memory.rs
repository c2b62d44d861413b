//! A store in memory, for tests and as the plainest reading of the contract.

use super::{Error, Store};
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::{CaseId, EventId};
use crate::core::record::Record;
use crate::core::world::World;
use std::collections::{BTreeMap, BTreeSet};

/// Commits in a vector; nothing survives the process.
#[derive(Debug, Default)]
pub struct MemoryStore {
    commits: Vec<Commit>,
    erased: BTreeSet<CaseId>,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    fn head(&self) -> Seq {
        self.commits.len() as Seq
    }
}

/// Applies what a commit does to the events of one case.
pub(super) fn apply_events(events: &mut BTreeMap<EventId, Event>, commit: &Commit, case: CaseId) {
    for change in &commit.changes {
        if let Some(Record::Event(before)) = change.before()
            && before.case == case
        {
            events.remove(&before.id);
        }
        if let Some(Record::Event(after)) = change.after()
            && after.case == case
        {
            events.insert(after.id, after.clone());
        }
    }
}

/// Orders events as a timeline has them: oldest first, and at the same moment as they were given their numbers.
pub fn oldest_first(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_key(|event| (event.at, event.id));
    events
}

impl Store for MemoryStore {
    fn load(&mut self) -> Result<(World, Seq), Error> {
        let mut world = World::default();
        for commit in &self.commits {
            world.apply(commit);
        }
        Ok((world, self.head()))
    }

    fn commit(&mut self, head: Seq, commit: &Commit) -> Result<Seq, Error> {
        if head != self.head() {
            return Err(Error::Conflict(self.head()));
        }
        if !self.erased.is_empty() {
            let (world, _) = self.load()?;
            let case_of = |id| world.deadline(id).map(|deadline| deadline.case).or_else(|| commit.case_of(id));
            if let Some(case) = self.erased.iter().copied().find(|case| commit.concerns(*case, case_of)) {
                return Err(Error::Erased(case));
            }
        }
        for case in commit.erases() {
            // Whose a pinned deadline was is known from the commits before it.
            let mut so_far = World::default();
            for old in &mut self.commits {
                so_far.apply(old);
                let of = |id| so_far.deadline(id).map(|deadline| deadline.case).or_else(|| old.case_of(id));
                let mut kept = old.clone();
                kept.forget(case, of);
                *old = kept;
            }
            self.erased.insert(case);
        }
        self.commits.push(commit.clone());
        Ok(self.head())
    }

    fn timeline(&mut self, case: CaseId) -> Result<Vec<Event>, Error> {
        let mut events = BTreeMap::new();
        for commit in &self.commits {
            apply_events(&mut events, commit, case);
        }
        Ok(oldest_first(events.into_values().collect()))
    }

    fn each_since(&mut self, head: Seq, visit: &mut dyn FnMut(Seq, Commit)) -> Result<(), Error> {
        let later = (1..).zip(&self.commits).filter(|(seq, _)| *seq > head);
        later.for_each(|(seq, commit)| visit(seq, commit.clone()));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_contract() {
        super::super::contract::holds(MemoryStore::new);
    }
}
