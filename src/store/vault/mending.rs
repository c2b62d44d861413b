//! A damaged vault: opened to read what it proves, and written anew from that when a person says so.

use super::{Opened, Timelines, Vault};
use crate::store::Store;
use crate::store::audit::Audit;
use crate::store::damaged;
use crate::store::error::{Damage, Error};
use crate::store::journal::{Journal, Writer};
use crate::store::keyring::Keyring;
use crate::store::keys::Keys;
use crate::store::places::Places;
use crate::store::remains::{Hurt, Remains};
use crate::store::reseal::{self, Progress, Source, Visit};
use chrono::{DateTime, NaiveDate, Utc};
use std::sync::Arc;

impl Opened {
    /// Opens a vault in which `damage` was found. Nothing in it is changed.
    pub(super) fn damaged(places: Places, keys: Arc<Keys>, damage: Damage) -> Result<Self, Error> {
        let remains = Remains::gather(&places, &keys, damage)?;
        let journal = Journal::unread(&places.journal(), Arc::clone(&keys));
        let audit = Audit::new(&places, &keys);
        let writer = Writer::none(journal, places.dir(), remains.refusal())?;
        Ok(Self {
            places,
            keys,
            ring: Keyring::default(),
            writer,
            head_file: None,
            checkpoint: None,
            audit,
            remains: Some(Box::new(remains)),
            notices: Vec::new(),
        })
    }
}

impl Vault {
    /// What is wrong, where the vault is damaged and only reads.
    pub fn damage(&self) -> Option<&Hurt> {
        self.opened.remains.as_ref().map(|remains| remains.hurt())
    }

    /// From here on only reads, because `damage` was found.
    pub(super) fn only_read(&mut self, damage: Damage) -> Result<&Remains, Error> {
        let remains = Remains::gather(&self.opened.places, &self.opened.keys, damage)?;
        self.opened.writer.stop(remains.refusal());
        // A state that is not closed is made again from the journal.
        drop(std::mem::replace(&mut self.timelines, Timelines::Closed));
        Ok(self.opened.remains.insert(Box::new(remains)))
    }

    /// Does all that opening leaves to the first use: finishes erasures, makes the state again where it is not proven.
    /// Where that shows damage, the vault only reads from then on.
    ///
    /// # Errors
    /// The file system's.
    pub fn check(&mut self, progress: Progress<'_>) -> Result<(), Error> {
        self.load()?;
        self.prepare(progress)
    }

    /// Makes the state again, where there was one that is not proven; what takes long of an opening.
    ///
    /// # Errors
    /// The file system's.
    pub fn prepare(&mut self, progress: Progress<'_>) -> Result<(), Error> {
        if self.opened.remains.is_some() {
            return Ok(());
        }
        match self.open_timelines_with(progress) {
            Err(Error::Damaged(damage)) => self.only_read(damage).map(drop),
            other => other,
        }
    }

    /// Copies everything of a damaged vault into `damaged/DAY`, writes all that is proven into files of the next
    /// generation, and goes on with these. Returns where the copies are, relative to the vault; `None` if the vault is
    /// not damaged. `now` is the time of what stands in for changes that are lost, where nothing tells when they were made.
    ///
    /// # Errors
    /// The file system's; the vault is then as it was, or already mended and to be opened again.
    pub fn mend(
        &mut self,
        now: DateTime<Utc>,
        day: NaiveDate,
        progress: Progress<'_>,
    ) -> Result<Option<String>, Error> {
        let Some(remains) = &self.opened.remains else { return Ok(None) };
        let (places, keys) = (self.opened.places.clone(), Arc::clone(&self.opened.keys));
        let aside = damaged::set_aside(&places, day)?;
        let (want, head) = remains.load()?;
        let replay = |visit: Visit<'_>| remains.mended(now, visit);
        let source = Source { ring: remains.ring(), want: &want, head, replay: &replay };
        let old = self.header.clone();
        reseal::reseal_from(&self.dir, (&old, &keys), &source, &mut self.header, &keys, progress)?;
        let mut opened = Opened::new(self.header.places(&self.dir), keys)?;
        opened.audit.go_on_from(&mut self.opened.audit);
        self.opened = opened;
        self.timelines = Timelines::Closed;
        self.check(progress)?;
        Ok(Some(aside))
    }
}
