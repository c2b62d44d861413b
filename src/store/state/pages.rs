//! Timelines in pages: a case's events in the order of their numbers, cut into values that sled handles well.
//!
//! A key is the keyed checksum of the case (16 bytes) and the page's number (4, big endian); a value is the schema
//! (2 bytes) and the sealed page.

use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::{CaseId, EventId};
use crate::core::record::Record;
use crate::store::codec;
use crate::store::error::{Error, Flaw};
use crate::store::keys::{Keys, mac};
use crate::store::memory::oldest_first;
use crate::store::seal::{self, Place};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Bytes of events after which a page ends; sealed, it stays under the 32 KiB that sled handles in one piece.
const PAGE: usize = 16 * 1024;
/// The key of the last change contained.
const APPLIED: &[u8] = b"applied";

/// What commits did to timelines: by case, an event's new form, or none.
#[derive(Debug, Default)]
pub struct EventChanges {
    by_case: BTreeMap<CaseId, Vec<(EventId, Option<Event>)>>,
    count: usize,
}

impl EventChanges {
    /// Adds what `commit` does.
    pub fn add(&mut self, commit: &Commit) {
        for change in &commit.changes {
            if let Some(Record::Event(event)) = change.before() {
                self.put(event.case, (event.id, None));
            }
            if let Some(Record::Event(event)) = change.after() {
                self.put(event.case, (event.id, Some(event.clone())));
            }
        }
    }

    fn put(&mut self, case: CaseId, change: (EventId, Option<Event>)) {
        self.by_case.entry(case).or_default().push(change);
        self.count += 1;
    }

    /// How many changes there are.
    pub fn len(&self) -> usize {
        self.count
    }
}

/// The open pages.
pub struct Pages {
    db: sled::Db,
    events: sled::Tree,
    meta: sled::Tree,
    keys: Arc<Keys>,
}

impl Pages {
    /// Opens sled on files that are proven, or on none.
    ///
    /// # Errors
    /// sled's.
    pub fn open(dir: &Path, keys: Arc<Keys>, cache: u64) -> Result<Self, Error> {
        // No timer: nothing here needs to reach the disk before the close.
        let config = sled::Config::new().path(dir).cache_capacity(cache).flush_every_ms(None);
        let db = config.open().map_err(failed)?;
        let events = db.open_tree("event").map_err(failed)?;
        let meta = db.open_tree("meta").map_err(failed)?;
        Ok(Self { db, events, meta, keys })
    }

    /// The last change contained.
    ///
    /// # Errors
    /// sled's, or damage.
    pub fn applied(&self) -> Result<Seq, Error> {
        match self.meta.get(APPLIED).map_err(failed)? {
            Some(value) => self.unseal("meta", APPLIED, &value),
            None => Ok(0),
        }
    }

    /// Writes changes of events, and that `seq` is the last change contained.
    ///
    /// # Errors
    /// sled's, or damage.
    pub fn write(&self, changes: EventChanges, seq: Seq) -> Result<(), Error> {
        let mut batch = sled::Batch::default();
        for (case, changes) in changes.by_case {
            let old = self.pages(case)?;
            let mut events: BTreeMap<EventId, Event> =
                old.iter().flatten().map(|event| (event.id, event.clone())).collect();
            for (id, event) in changes {
                match event {
                    Some(event) => drop(events.insert(id, event)),
                    None => drop(events.remove(&id)),
                }
            }
            let new = paginate(events.into_values())?;
            for number in 0..old.len().max(new.len()) {
                let key = self.key(case, number)?;
                match new.get(number) {
                    None => batch.remove(key),
                    page if page == old.get(number) => {}
                    Some(page) => {
                        let value = self.seal("event", &key, page)?;
                        batch.insert(key, value);
                    }
                }
            }
        }
        self.events.apply_batch(batch).map_err(failed)?;
        let value = self.seal("meta", APPLIED, &seq)?;
        self.meta.insert(APPLIED, value).map_err(failed)?;
        Ok(())
    }

    /// The events of one case, oldest first.
    ///
    /// # Errors
    /// sled's, or damage.
    pub fn timeline(&self, case: CaseId) -> Result<Vec<Event>, Error> {
        Ok(oldest_first(self.pages(case)?.into_iter().flatten().collect()))
    }

    /// Every event.
    ///
    /// # Errors
    /// sled's, or damage.
    pub fn all(&self) -> Result<Vec<Event>, Error> {
        let mut events = Vec::new();
        for entry in &self.events {
            let (key, value) = entry.map_err(failed)?;
            events.extend(self.unseal::<Vec<Event>>("event", &key, &value)?);
        }
        Ok(events)
    }

    /// Writes everything out and lets sled go.
    ///
    /// # Errors
    /// sled's.
    pub fn close(self) -> Result<(), Error> {
        self.db.flush().map_err(failed)?;
        Ok(())
    }

    fn pages(&self, case: CaseId) -> Result<Vec<Vec<Event>>, Error> {
        let mut pages = Vec::new();
        for entry in self.events.scan_prefix(self.prefix(case)) {
            let (key, value) = entry.map_err(failed)?;
            pages.push(self.unseal("event", &key, &value)?);
        }
        Ok(pages)
    }

    fn prefix(&self, case: CaseId) -> Vec<u8> {
        let name = mac(&self.keys.names, &[b"case", &case.0.to_le_bytes()]);
        name.as_bytes().iter().take(16).copied().collect()
    }

    fn key(&self, case: CaseId, page: usize) -> Result<Vec<u8>, Error> {
        let page = u32::try_from(page).map_err(|_| Error::TooLarge)?;
        Ok([self.prefix(case), page.to_be_bytes().to_vec()].concat())
    }

    fn seal<T: Serialize>(&self, tree: &'static str, key: &[u8], value: &T) -> Result<Vec<u8>, Error> {
        let place = Place::new(&self.keys.vault, tree, key, 0);
        let sealed = seal::seal(&self.keys.state, &place, &codec::encode(value)?)?;
        Ok([&codec::SCHEMA.to_le_bytes()[..], &sealed].concat())
    }

    fn unseal<T: DeserializeOwned>(&self, tree: &'static str, key: &[u8], value: &[u8]) -> Result<T, Error> {
        let damaged = |flaw: Flaw| flaw.at("state", None);
        let (schema, sealed) = value.split_first_chunk::<2>().ok_or_else(|| damaged(Flaw::Short))?;
        let schema = u16::from_le_bytes(*schema);
        let place = Place { schema, ..Place::new(&self.keys.vault, tree, key, 0) };
        let plain = seal::open(&self.keys.state, &place, sealed).map_err(damaged)?;
        codec::decode(schema, &plain).map_err(damaged)
    }
}

/// Cuts events into pages of about [`PAGE`] bytes.
fn paginate(events: impl Iterator<Item = Event>) -> Result<Vec<Vec<Event>>, Error> {
    let (mut pages, mut page, mut bytes) = (Vec::new(), Vec::new(), 0);
    for event in events {
        let size = codec::size(&event)?;
        if bytes + size > PAGE && !page.is_empty() {
            pages.push(std::mem::take(&mut page));
            bytes = 0;
        }
        bytes += size;
        page.push(event);
    }
    if !page.is_empty() {
        pages.push(page);
    }
    Ok(pages)
}

fn failed(error: sled::Error) -> Error {
    let source = match error {
        sled::Error::Io(source) => source,
        other => io::Error::other(other.to_string()),
    };
    Error::Io { verb: "use", place: "state".into(), source }
}
