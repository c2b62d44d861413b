//! The audit: a chain of its own beside the journal, made of the same frames under other keys, and never pruned.
//!
//! ```text
//! audit/          pages of entries, one a frame: sealed, numbered, each chained to the one before
//! audit.head      the last page
//! audit.lock      whoever writes a page, for that moment; those who read the vault write here too
//! audit.damaged   a chain that was damaged, set aside
//! ```
//! Entries of changes come from the journal: whatever it has beyond what the last page took in is written with the next
//! page, so a change costs no sync of its own and none can be missing. Views are gathered and written some seconds later;
//! a power cut can lose those. The order is that of the chain; times are only told.

mod chain;
mod listing;
pub mod refused;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]
mod tests;

use chain::Chain;
use listing::list;
pub use listing::{Standing, set_aside, standing};

use super::error::{Error, Flaw};
use super::head::HeadFile;
use super::journal::{Journal, Outline};
use super::keys::Keys;
use super::lock::Lock;
use super::notice::Notice;
use super::places::Places;
use crate::core::audit::{Deed, Entry, Line, Who};
use crate::core::change::Seq;
use chrono::{DateTime, Utc};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// What is noted beside the changes, by every store that a person opens.
pub trait Audited {
    /// Takes a note of something; it is written with the next ones.
    fn note(&mut self, at: DateTime<Utc>, deed: Deed);

    /// Writes what was noted, durably, and what was changed meanwhile.
    ///
    /// # Errors
    /// What could not be written; it is tried again with the next ones.
    fn write_notes(&mut self) -> Result<(), Error>;

    /// Hands over every line, the oldest first, proving each.
    ///
    /// # Errors
    /// Damage, with the page; the lines before it have been handed over. The file system's.
    fn each_line(&mut self, visit: &mut dyn FnMut(Line)) -> Result<(), Error>;
}

/// The most entries of a page.
const PAGE: usize = 500;
/// How long a page waits for somebody else's to be written: 40 times 25 ms.
const TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(25);
/// The most notes that wait to be written; where nothing can be written, the oldest go.
const WAITING: usize = 5_000;

/// The audit of an open vault.
pub struct Audit {
    places: Places,
    keys: Arc<Keys>,
    who: Who,
    chain: Option<Chain>,
    /// The vault has had one before.
    is_remembered: bool,
    /// With the change that the vault stood at.
    waiting: Vec<(Seq, Entry)>,
    notices: Vec<Notice>,
}

impl Audit {
    /// The audit of a vault. Nothing is read yet.
    pub fn new(places: &Places, keys: &Keys) -> Self {
        let (places, keys) = (places.clone(), Arc::new(keys.for_audit()));
        let (waiting, notices) = (Vec::new(), Vec::new());
        Self { places, keys, who: Who::default(), chain: None, is_remembered: false, waiting, notices }
    }

    /// Says who opened it, and whether the vault remembers that there has been an audit.
    pub fn opened_by(&mut self, who: Who, is_remembered: bool) {
        (self.who, self.is_remembered) = (who, is_remembered);
    }

    /// Whether there is one now that the vault does not remember yet.
    pub fn is_to_be_remembered(&self) -> bool {
        self.chain.is_some() && !self.is_remembered
    }

    /// The vault remembers it from now on.
    pub fn remembered(&mut self) {
        self.is_remembered = true;
    }

    /// Who opened it.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// Goes on where another one of the same vault stopped, which was sealed anew meanwhile.
    pub fn go_on_from(&mut self, other: &mut Self) {
        self.who = std::mem::take(&mut other.who);
        self.is_remembered = other.is_remembered;
        self.waiting.append(&mut other.waiting);
        self.notices.append(&mut other.notices);
    }

    /// Begins what this opening of the vault does: says whose it is and takes in the wrong passphrases before it. `journal`
    /// is there for the one who writes. Returns what a person should hear of; nothing here keeps a vault closed.
    pub fn enter(&mut self, at: DateTime<Utc>, user: &str, journal: Option<&Journal>) -> Vec<Notice> {
        user.clone_into(&mut self.who.user);
        let head = journal.map_or(Seq::MAX, |journal| journal.head().seq);
        let mut notices = Vec::new();
        let refused = journal.and_then(|_| refused::read(self.places.dir()));
        if let Some(refused::Refused { count, first, last }) = refused {
            self.note(head, at, Deed::Refused { count, first, last });
            notices.push(Notice::Refused { count, since: first });
        }
        self.note(head, at, Deed::Unlocked { writes: journal.is_some() });
        match self.write(journal) {
            Ok(()) if !notices.is_empty() => drop(refused::clear(self.places.dir())),
            Ok(()) => {}
            Err(why) => notices.push(Notice::AuditNotWritten { why: why.into() }),
        }
        notices.append(&mut self.notices);
        notices
    }

    /// Takes a note of something, at the change that the vault stands at.
    pub fn note(&mut self, head: Seq, at: DateTime<Utc>, deed: Deed) {
        if matches!(deed, Deed::Viewed(_)) && self.waiting.iter().any(|(_, entry)| entry.deed == deed) {
            return;
        }
        if self.waiting.len() >= WAITING {
            self.waiting.remove(0);
        }
        self.waiting.push((head, Entry { at, deed }));
    }

    /// Writes the notes, and from `journal` the changes that are in no page yet.
    ///
    /// # Errors
    /// What could not be written; the notes are kept.
    pub fn write(&mut self, journal: Option<&Journal>) -> Result<(), Error> {
        let changed = |chain: &Chain| journal.is_some_and(|journal| journal.head().seq > chain.upto);
        if self.waiting.is_empty() && !self.chain.as_ref().is_some_and(changed) {
            return Ok(());
        }
        let _alone = alone(&self.places)?;
        let mut chain = self.newest(journal.is_some())?;
        let written = self.write_in(&mut chain, journal);
        // After a failed write nothing is known of the file: it is read again.
        self.chain = written.is_ok().then_some(chain);
        written
    }

    fn write_in(&mut self, chain: &mut Chain, journal: Option<&Journal>) -> Result<(), Error> {
        let mut changes = Vec::new();
        if let Some(journal) = journal {
            let (head, upto) = (journal.head().seq, chain.upto);
            if head < upto
                && let Some((_, first)) = self.waiting.first()
            {
                // The records went back to an earlier change, such as that of an older copy of the folder.
                let entry = Entry { at: first.at, deed: Deed::Restored { change: head } };
                chain.append(&chain.holder.clone(), head, vec![entry])?;
            }
            journal.outlines(chain.upto, |seq, outline| {
                changes.push((seq, changed(seq, outline)));
                Ok(())
            })?;
        }
        let pages = self.pages(chain, journal.is_some(), changes);
        for (who, upto, entries, notes) in pages {
            if journal.is_some() {
                chain.holder.clone_from(&who);
            }
            chain.append(&who, upto, entries)?;
            self.waiting.drain(..notes.min(self.waiting.len()));
        }
        Ok(())
    }

    /// What is to be written, in its order: whose, up to which change, and how many of the notes are in it.
    fn pages(&self, chain: &Chain, holds: bool, changes: Vec<(Seq, Entry)>) -> Vec<(Who, Seq, Vec<Entry>, usize)> {
        let mut pages = Vec::new();
        let mut who = if holds { &chain.holder } else { &self.who };
        let (mut entries, mut upto, mut notes) = (Vec::new(), chain.upto, 0);
        let mut changes = changes.into_iter().peekable();
        let mut waiting = self.waiting.iter().peekable();
        loop {
            let stands = waiting.peek().map_or(Seq::MAX, |(head, _)| *head);
            let next = changes.next_if(|(seq, _)| *seq <= stands);
            let mine = next.is_none();
            let Some((seq, entry)) = next.or_else(|| waiting.next().map(|(_, entry)| (upto, entry.clone()))) else {
                break;
            };
            if entries.len() >= PAGE || (mine && *who != self.who && !entries.is_empty()) {
                pages.push((who.clone(), upto, std::mem::take(&mut entries), std::mem::take(&mut notes)));
            }
            if mine {
                (who, notes) = (&self.who, notes + 1);
            }
            upto = seq;
            entries.push(entry);
        }
        if !entries.is_empty() {
            pages.push((who.clone(), upto, entries, notes));
        }
        pages
    }

    /// The chain as it is now: somebody else may have written a page meanwhile. One that is damaged is set aside by the one
    /// who holds the vault, and left where it is by others.
    fn newest(&mut self, holds: bool) -> Result<Chain, Error> {
        let said = HeadFile::read(&self.places.audit_head(), &self.keys)?;
        if let Some(chain) = self.chain.take()
            && said == Some(chain.writer.journal().head())
            && chain.writer.is_here()?
        {
            return Ok(chain);
        }
        let damage = match Chain::open(&self.places, &self.keys, said) {
            Ok(Some(chain)) => return Ok(chain),
            Ok(None) => None,
            Err(Error::Damaged(damage)) if holds => Some(damage),
            Err(other) => return Err(other),
        };
        let begins = match damage {
            Some(damage) => {
                let kept = listing::put_aside(&self.places)?;
                self.notices.push(Notice::AuditDamaged { place: damage.place, kept });
                |after| Deed::BeganAnew { after }
            }
            None if self.is_remembered => {
                self.notices.push(Notice::AuditGone);
                |after| Deed::BeganAfterLoss { after }
            }
            None => |after| Deed::Began { after },
        };
        let mut chain = Chain::create(&self.places, &self.keys)?;
        if let Some((head, first)) = self.waiting.first() {
            let after = if *head == Seq::MAX { 0 } else { *head };
            chain.append(&self.who, 0, vec![Entry { at: first.at, deed: begins(after) }])?;
        }
        Ok(chain)
    }

    /// Hands over every line, and of `journal` the changes that are in no page yet.
    ///
    /// # Errors
    /// Those of [`Audited::each_line`].
    pub fn each_line(&self, journal: &Journal, visit: &mut dyn FnMut(Line)) -> Result<(), Error> {
        let (holder, upto) = match list(&self.places, &self.keys, visit)? {
            Some(stands) => stands,
            None if self.is_remembered => return Err(Flaw::Gone.at(NAME, None)),
            None => Default::default(),
        };
        journal.outlines(upto, |seq, outline| {
            visit(Line { page: None, is_aside: false, who: holder.clone(), entry: changed(seq, outline) });
            Ok(())
        })
    }
}

impl Audit {
    /// Hands over what is proven of chains that were damaged and set aside, the oldest chain first.
    ///
    /// # Errors
    /// The file system's.
    pub fn each_line_aside(&self, visit: &mut dyn FnMut(Line)) -> Result<(), Error> {
        let dir = self.places.dir();
        set_aside(dir)?.iter().try_for_each(|name| listing::each_proven(&dir.join(name), &self.keys, visit))
    }
}

fn changed(seq: Seq, outline: Outline) -> Entry {
    let Outline { at, verb, count, undoes, cases } = outline;
    Entry { at, deed: Deed::Changed { seq, verb, count, cases, undoes } }
}

/// Waits for whoever writes a page now.
fn alone(places: &Places) -> Result<Lock, Error> {
    let path = places.dir().join("audit.lock");
    for _ in 1..TRIES {
        match Lock::take(&path) {
            Err(Error::InUse(_)) => std::thread::sleep(PAUSE),
            other => return other,
        }
    }
    Lock::take(&path)
}

/// Takes note of a wrong passphrase.
///
/// # Errors
/// The file system's.
pub fn refuse(dir: &Path, at: DateTime<Utc>) -> Result<(), Error> {
    let _alone = alone(&Places::new(dir, 1))?;
    refused::note(dir, at)
}

/// Copies a chain for another generation of the vault, under its keys; what is damaged is set aside.
///
/// # Errors
/// The file system's.
pub fn reseal(from: &Places, old: &Keys, to: &Places, new: &Keys) -> Result<(), Error> {
    let (old, new) = (Arc::new(old.for_audit()), Arc::new(new.for_audit()));
    if !from.audit().exists() && !from.audit_head().exists() {
        return Ok(());
    }
    let _alone = alone(from)?;
    let said = HeadFile::read(&from.audit_head(), &old)?;
    let chain = match Chain::open(from, &old, said) {
        Ok(Some(chain)) => chain,
        Ok(None) => return Ok(()),
        Err(Error::Damaged(_)) => {
            // By the time of the last line that is proven; there is no other here.
            let mut at = DateTime::UNIX_EPOCH;
            listing::each_proven(&from.audit(), &old, &mut |line| at = line.entry.at)?;
            listing::put_aside(from)?;
            let entry = Entry { at, deed: Deed::BeganAnew { after: 0 } };
            return Chain::create(to, &new)?.append(&Who::default(), 0, vec![entry]);
        }
        Err(other) => return Err(other),
    };
    let Chain { writer, .. } = Chain::create(to, &new)?;
    let mut writer = writer.lazily();
    chain.writer.journal().contents(0, |_, schema, plain| writer.append_content(schema, plain).map(drop))?;
    let copied = writer.finish()?;
    HeadFile::start(&to.audit_head(), &new, copied.head()).map(drop)
}

/// How it is called in errors.
pub const NAME: &str = "audit";
const HEAD: &str = "audit.head";
