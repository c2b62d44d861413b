//! The changes of a damaged vault as they are written anew: the numbers stay, and in the place of a change that cannot be
//! read stands one that says so. The last of them that checkpoint or state cover has what the lost ones came to.

use super::{Remains, differences};
use crate::core::change::{Act, Change, Commit, Seq, Verb};
use crate::core::id::CaseId;
use crate::core::record::Record;
use crate::store::error::Error;
use crate::store::keyring::Keyring;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};

impl Remains {
    /// The keys of cases, as far as they are there.
    pub fn ring(&self) -> &Keyring {
        &self.ring
    }

    /// Hands over every change up to the last that anything knows of, none left out. What stands in for a change of which
    /// no neighbour tells the time is of `now`.
    ///
    /// # Errors
    /// The file system's, damage that came since, and what `visit` returns.
    pub fn mended(
        &self,
        now: DateTime<Utc>,
        visit: &mut dyn FnMut(Seq, Commit) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut filled = self.fillings()?;
        let (mut next, mut made) = (1, None);
        let mut stand_in = |seq, at| {
            let changes = filled.remove(&seq).unwrap_or_default();
            let count = u32::try_from(changes.len()).unwrap_or(u32::MAX);
            let act = Act { verb: Verb::Mended, what: String::new(), case: String::new(), count };
            Commit { at, by: String::new(), act, changes, undoes: None, lost: true }
        };
        self.replay(0, |seq, commit| {
            for lost in next..seq {
                visit(lost, stand_in(lost, made.unwrap_or(commit.at)))?;
            }
            (next, made) = (seq + 1, Some(commit.at));
            visit(seq, commit)
        })?;
        for lost in next..=self.hurt.latest {
            visit(lost, stand_in(lost, made.unwrap_or(now)))?;
        }
        Ok(())
    }

    /// What the changes that stand in for lost ones do, by their numbers.
    fn fillings(&self) -> Result<BTreeMap<Seq, Vec<Change>>, Error> {
        let mut filled: BTreeMap<Seq, Vec<Change>> = BTreeMap::new();
        // Whatever a later change touched is as that one left it, so what still differs belongs into the last gap.
        let last =
            |upto: Seq| self.hurt.gaps.iter().filter(|gap| gap.first <= upto).map(|gap| gap.last.min(upto)).max();
        let (world, after) = self.start();
        if let Some(seq) = last(after) {
            filled.entry(seq).or_default().extend(differences(&self.world_of_changes(after)?, &world));
        }
        if let Some(look) = &self.state
            && let Some(seq) = last(look.applied)
        {
            let gone: BTreeSet<CaseId> = self.load()?.0.erased().map(|erased| erased.case).collect();
            let is_here = |change: &Change| match change.after().or(change.before()) {
                Some(Record::Event(event)) => !gone.contains(&event.case),
                _ => false,
            };
            filled.entry(seq).or_default().extend(self.event_changes(look)?.into_iter().filter(is_here));
        }
        Ok(filled)
    }
}
