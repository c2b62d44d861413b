//! The keys of cases in an open vault: cut before they are needed, destroyed when a case is erased.
//!
//! An erasure has three steps, each durable: the commit that says so, the key, and the copies of the case in checkpoint and
//! state. Killed in between, the vault finishes them when its records are next loaded.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::{Opened, Timelines, Vault};
use crate::core::change::Commit;
use crate::core::id::{CaseId, DeadlineId};
use crate::core::world::World;
use crate::store::checkpoint;
use crate::store::error::Error;
use crate::store::keyring::CaseKey;
use crate::store::reading::Loaded;
use crate::store::reseal;
use crate::store::state;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Vault {
    /// Whose the deadlines are that pins of this commit name; from the commit itself, or from the records.
    pub(super) fn owners(&mut self, commit: &Commit) -> Result<BTreeMap<DeadlineId, CaseId>, Error> {
        let pinned: Vec<DeadlineId> = reseal::pins(commit).collect();
        let mut owners: BTreeMap<_, _> =
            pinned.iter().filter_map(|deadline| Some((*deadline, commit.case_of(*deadline)?))).collect();
        if pinned.iter().any(|deadline| !owners.contains_key(deadline)) {
            // A row is moved by hand now and then; no map of every deadline is kept for that.
            let world = self.read()?.world;
            for deadline in pinned {
                if let Some(known) = world.deadline(deadline) {
                    owners.entry(deadline).or_insert(known.case);
                }
            }
        }
        Ok(owners)
    }

    /// Makes sure that what is erased can be: not one case can be taken out of frames from before cases had keys.
    pub(super) fn make_erasable(&mut self) -> Result<(), Error> {
        if !self.journal().has_old_frames() {
            return Ok(());
        }
        let keys = Arc::clone(&self.opened.keys);
        let old = self.header.clone();
        reseal::reseal(&self.dir, (&old, &keys), &mut self.header, &keys, &mut |_, _| {})?;
        drop(std::mem::replace(&mut self.timelines, Timelines::Closed));
        let mut opened = Opened::new(self.header.places(&self.dir), keys)?;
        opened.notices.splice(..0, std::mem::take(&mut self.opened.notices));
        opened.audit.go_on_from(&mut self.opened.audit);
        self.opened = opened;
        Ok(())
    }

    /// Makes sure that there are keys for the cases of a commit, on the disk, before it is written.
    pub(super) fn cut_keys(
        &mut self,
        commit: &Commit,
        case_of: impl Fn(DeadlineId) -> Option<CaseId> + Copy,
    ) -> Result<(), Error> {
        let Some(last) = commit.last_case(case_of) else { return Ok(()) };
        let opened = &mut self.opened;
        if opened.ring.reaches(last) {
            return Ok(());
        }
        let before = opened.ring.len();
        let cut = opened.ring.reach(last).and_then(|()| opened.ring.save(&opened.places, &opened.keys));
        cut.map_err(|error| {
            opened.ring.shrink(before);
            match error {
                Error::TooLarge => error,
                other => Error::NotSaved(other.into()),
            }
        })
    }

    /// Finishes what the commit before has begun.
    ///
    /// # Errors
    /// [`Error::NotErased`]; nothing more is written then until the vault is opened again.
    pub(super) fn erase_now(&mut self) -> Result<(), Error> {
        let erased = self.read().and_then(|loaded| self.finish_erasing(&loaded.world));
        erased.map_err(|error| {
            let why = crate::store::Why::from(error);
            self.opened.writer.stop(Error::NotErased(why.clone()));
            Error::NotErased(why)
        })
    }

    /// Whether an erasure was begun that is not finished.
    pub(super) fn is_erasing(&self, loaded: &Loaded) -> bool {
        let here = |case| matches!(self.opened.ring.key(case), CaseKey::Here(_));
        loaded.erased_since || loaded.world.erased().any(|erased| here(erased.case))
    }

    /// Destroys the keys of erased cases, and the copies of these cases in checkpoint and state.
    pub(super) fn finish_erasing(&mut self, world: &World) -> Result<(), Error> {
        self.check_here()?;
        let opened = &mut self.opened;
        let mut destroyed = false;
        for erased in world.erased() {
            destroyed |= opened.ring.destroy(erased.case);
        }
        if destroyed {
            opened.ring.save(&opened.places, &opened.keys)?;
        }
        // sled closes its files before they go.
        drop(std::mem::replace(&mut self.timelines, Timelines::Closed));
        state::erase(&self.dir)?;
        let (place, head) = (self.opened.places.checkpoint(), self.journal().head());
        let written = checkpoint::write(&place, &self.opened.keys, head, world).is_ok();
        if !written {
            // Without one, days start more slowly.
            checkpoint::erase(&place)?;
        }
        self.opened.checkpoint = written.then_some(head);
        Ok(())
    }
}
