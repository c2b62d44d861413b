//! The store's verbs on an open vault.

use super::{Timelines, Vault};
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use crate::core::world::World;
use crate::store::Store;
use crate::store::error::Error;
use crate::store::notice::Notice;
use crate::store::reading;
use crate::store::remains::Hurt;

impl Store for Vault {
    fn load(&mut self) -> Result<(World, Seq), Error> {
        if let Some(remains) = &self.opened.remains {
            return remains.load();
        }
        let loaded = match self.read() {
            Err(Error::Damaged(damage)) => return self.only_read(damage)?.load(),
            other => other?,
        };
        if self.is_erasing(&loaded)
            && let Err(error) = self.finish_erasing(&loaded.world)
        {
            self.opened.notices.push(Notice::EraseUnfinished { why: error.into() });
        }
        let world = loaded.world;
        Ok((world, self.journal().head().seq))
    }

    fn commit(&mut self, head: Seq, commit: &Commit) -> Result<Seq, Error> {
        if let Some(remains) = &self.opened.remains {
            return Err(remains.refusal());
        }
        let stands = self.journal().head().seq;
        if head != stands {
            return Err(Error::Conflict(stands));
        }
        self.check_here().map_err(|error| Error::NotSaved(error.into()))?;
        let erases = commit.erases().next().is_some();
        if erases {
            self.make_erasable().map_err(|error| Error::NotSaved(error.into()))?;
        }
        let owners = self.owners(commit)?;
        let case_of = |deadline| owners.get(&deadline).copied();
        self.cut_keys(commit, case_of)?;
        let seq = self.opened.writer.append(&self.opened.ring, commit, case_of)?;
        // The commit is durable. What follows only serves reading and proving.
        if let Some(file) = &self.opened.head_file {
            file.note(&self.opened.keys, self.journal().head());
        }
        if erases {
            self.erase_now()?;
        } else if let Timelines::Open(state) = &mut self.timelines
            && let Err(error) = state.gather(seq, commit).and_then(|()| state.settle())
        {
            self.timelines_failed(error);
        }
        Ok(seq)
    }

    fn timeline(&mut self, case: CaseId) -> Result<Vec<Event>, Error> {
        if let Some(remains) = &self.opened.remains {
            return remains.timeline(case);
        }
        self.open_timelines()?;
        if let Timelines::Open(state) = &self.timelines {
            match state.timeline(case) {
                Ok(events) => return Ok(events),
                Err(error) => self.timelines_failed(error),
            }
        }
        let events = reading::timeline(self.journal(), &self.opened.ring, case);
        self.told(events)
    }

    fn each_since(&mut self, head: Seq, visit: &mut dyn FnMut(Seq, Commit)) -> Result<(), Error> {
        if let Some(remains) = &self.opened.remains {
            return remains.each_since(head, visit);
        }
        let read = reading::each_since(self.journal(), &self.opened.ring, head, visit);
        self.told(read)
    }

    fn notices(&self) -> &[Notice] {
        self.report()
    }

    fn hurt(&self) -> Option<&Hurt> {
        self.damage()
    }
}
