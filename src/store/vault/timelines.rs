//! The timelines of an open vault: in the state, made again from the journal where there is no proven one.

use super::Vault;
use crate::store::error::{Damage, Error, Flaw};
use crate::store::notice::Notice;
use crate::store::reseal::{self, Progress};
use crate::store::state::{self, State};

/// The timelines' state: opened when first asked for, so that a day starts without it.
pub(super) enum Timelines {
    Closed,
    Open(Box<State>),
    /// It failed in use; the journal serves until the vault is opened again.
    Failed,
}

impl Vault {
    /// Whether there is a state that is not proven, so that it has to be made again.
    pub fn is_unprepared(&self) -> bool {
        state::is_unproven(&self.dir)
    }

    pub(super) fn open_timelines(&mut self) -> Result<(), Error> {
        self.open_timelines_with(&mut |_, _| {})
    }

    pub(super) fn open_timelines_with(&mut self, progress: Progress<'_>) -> Result<(), Error> {
        if matches!(self.timelines, Timelines::Closed) {
            // It is opened by its path, and to be written to.
            self.check_here()?;
            match self.catch_up(progress) {
                Ok(state) => self.timelines = Timelines::Open(Box::new(state)),
                Err(damaged @ Error::Damaged(Damage { flaw: Flaw::BehindHead, .. })) => return Err(damaged),
                Err(error) => self.timelines_failed(error),
            }
        }
        Ok(())
    }

    /// Opens the state and takes in what the journal has beyond it.
    pub(super) fn catch_up(&mut self, progress: Progress<'_>) -> Result<State, Error> {
        let (mut state, doubtful) = State::open(&self.dir, &self.opened.keys)?;
        if doubtful {
            self.opened.notices.push(Notice::StateRebuilt);
        }
        let (applied, head) = (state.applied()?, self.journal().head().seq);
        if applied > head {
            // It is the only witness, and must still be believed the next time.
            state.close()?;
            return Err(Flaw::BehindHead.at("journal", Some(head + 1)));
        }
        self.journal().replay(&self.opened.ring, applied, |seq, commit| {
            if seq % reseal::STEP == 0 {
                progress(seq, head);
            }
            state.gather(seq, &commit)
        })?;
        state.settle()?;
        Ok(state)
    }

    pub(super) fn timelines_failed(&mut self, error: Error) {
        self.timelines = Timelines::Failed;
        self.opened.notices.push(Notice::StateFailed { why: error.into() });
    }
}
