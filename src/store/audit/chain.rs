//! The chain: pages of entries, one a frame, each chained to the one before.

use super::{HEAD, NAME};
use crate::core::audit::{Deed, Entry, Who};
use crate::core::change::Seq;
use crate::store::codec;
use crate::store::error::{Error, Flaw};
use crate::store::files;
use crate::store::head::{Head, HeadFile};
use crate::store::journal::{Journal, Witnesses, Writer};
use crate::store::keys::Keys;
use crate::store::places::Places;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The shape of pages, of those that no program before could read. All others keep the first.
const SCHEMA: u16 = 2;
/// Bytes of a segment of the chain, 256 KiB.
pub(super) const SEGMENT: u64 = if cfg!(test) { 4 * 1024 } else { 256 * 1024 };

/// What one frame holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Page {
    pub(super) who: Who,
    /// Who opened the vault to write last: what the journal has that no page has yet was theirs.
    pub(super) holder: Who,
    /// The last change that is in the chain.
    pub(super) upto: Seq,
    pub(super) entries: Vec<Entry>,
}

impl Page {
    /// The least that a program must know to read it.
    fn schema(&self) -> u16 {
        if self.entries.iter().any(|entry| matches!(entry.deed, Deed::BeganAfterLoss { .. } | Deed::Mended { .. })) {
            SCHEMA
        } else {
            1
        }
    }
}

/// The chain, open for writing.
pub(super) struct Chain {
    keys: Arc<Keys>,
    pub(super) writer: Writer,
    head_file: HeadFile,
    pub(super) holder: Who,
    pub(super) upto: Seq,
}

impl Chain {
    /// Opens the chain; `None` where there is none and none was.
    pub(super) fn open(places: &Places, keys: &Arc<Keys>, said: Option<Head>) -> Result<Option<Self>, Error> {
        let dir = places.audit();
        match files::check_private(&dir) {
            Err(Error::Missing(_)) if said.is_none() => return Ok(None),
            Err(Error::Missing(_)) => return Err(Flaw::Gone.at(NAME, None)),
            other => other?,
        }
        let witnesses = Witnesses { acknowledged: said, checkpoint: None };
        let journal = Journal::read(&dir, Arc::clone(keys), SEGMENT, &witnesses)?;
        if said.is_none() && journal.head().seq > 0 {
            // It is made before the first page, and never goes by itself.
            return Err(Flaw::Gone.at(HEAD, None));
        }
        let mut last = None;
        let head = journal.head().seq;
        each_page(&journal, head.saturating_sub(1), |_, page| last = Some(page))?;
        let (writer, _) = journal.into_writer(&witnesses)?;
        let (holder, upto) = last.map(|page| (page.holder, page.upto)).unwrap_or_default();
        Self::new(places, keys, writer, holder, upto).map(Some)
    }

    pub(super) fn create(places: &Places, keys: &Arc<Keys>) -> Result<Self, Error> {
        Journal::create(&places.audit(), keys, SEGMENT)?;
        files::sync_dir(places.dir())?;
        let journal = Journal::read(&places.audit(), Arc::clone(keys), SEGMENT, &Witnesses::default())?;
        let (writer, _) = journal.into_writer(&Witnesses::default())?;
        Self::new(places, keys, writer, Who::default(), 0)
    }

    fn new(places: &Places, keys: &Arc<Keys>, writer: Writer, holder: Who, upto: Seq) -> Result<Self, Error> {
        let head_file = HeadFile::start(&places.audit_head(), keys, writer.journal().head())?;
        Ok(Self { keys: Arc::clone(keys), writer, head_file, holder, upto })
    }

    /// Writes a page, durably.
    pub(super) fn append(&mut self, who: &Who, upto: Seq, entries: Vec<Entry>) -> Result<(), Error> {
        let page = Page { who: who.clone(), holder: self.holder.clone(), upto, entries };
        self.writer.append_content(page.schema(), &codec::encode(&page)?)?;
        self.upto = upto;
        self.head_file.note(&self.keys, self.writer.journal().head());
        Ok(())
    }
}

/// Hands over every page after `after`.
pub(super) fn each_page(journal: &Journal, after: Seq, mut visit: impl FnMut(Seq, Page)) -> Result<(), Error> {
    journal.contents(after, |number, schema, plain| {
        visit(number, read_page(journal, number, schema, plain)?);
        Ok(())
    })
}

pub(super) fn read_page(journal: &Journal, number: Seq, schema: u16, plain: &[u8]) -> Result<Page, Error> {
    match schema {
        1..=SCHEMA => codec::decode(schema, plain).map_err(|_| journal.meaningless(number)),
        newer => Err(Error::Newer { found: newer, known: SCHEMA }),
    }
}
