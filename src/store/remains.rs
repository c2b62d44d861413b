//! What a damaged vault still proves, and what it lacks. It only reads.
//!
//! Three things are proven for themselves: every frame of the journal that opens, the checkpoint, and the state. Where a
//! change cannot be read and the checkpoint was written after it, the records are the checkpoint's with the later changes
//! on top: then only the story of that change is lost, not what it came to. The same goes for timelines and the state.

mod copied;
mod gaps;
mod mended;
mod numbers;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

pub use self::gaps::Gap;

use self::copied::Copied;
use super::checkpoint::{self, Checkpoint};
use super::error::{Damage, Error};
use super::head::{Head, HeadFile};
use super::journal::Frames;
use super::keyring::Keyring;
use super::keys::Keys;
use super::memory::{apply_events, oldest_first};
use super::places::Places;
use super::state::{self, Look, Seen};
use crate::core::change::{Change, Commit, Seq};
use crate::core::event::Event;
use crate::core::id::{CaseId, EventId};
use crate::core::record::Record;
use crate::core::world::World;
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is wrong with a vault that only reads, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hurt {
    /// What was found first.
    pub damage: Damage,
    /// The changes that cannot be read, in their order.
    pub gaps: Vec<Gap>,
    /// The last change that anything in the vault knows of.
    pub latest: Seq,
    /// The last change that can be read, and when it was made.
    pub last_read: Option<(Seq, DateTime<Utc>)>,
    /// Checkpoint or acknowledged head are of a journal that went another way: files of two copies of this vault were mixed.
    pub is_mixed: bool,
    /// The newest good one of the backups in the vault's folder that reaches what the journal lacks, the last change in it,
    /// and how many changes are shown from it.
    pub copy: Option<(String, Seq, Seq)>,
    /// The code names of cases whose A-numbers nothing opens any more.
    pub numbers: Vec<String>,
    /// The code names of cases that unread changes touched, as far as later records tell.
    pub cases: Vec<String>,
}

impl Hurt {
    /// How many changes cannot be read.
    pub fn unread(&self) -> Seq {
        self.gaps.iter().map(Gap::count).sum()
    }

    /// How many of them came to something that nothing else holds.
    pub fn lost(&self) -> Seq {
        self.gaps.iter().filter(|gap| !gap.is_kept()).map(Gap::count).sum()
    }
}

/// A vault of which something is damaged, as far as it can be read.
pub struct Remains {
    ring: Keyring,
    frames: Frames,
    copied: Copied,
    /// The checkpoint's world, and the change it stands at.
    base: Option<(World, Seq)>,
    state: Option<Look>,
    hurt: Hurt,
}

impl Remains {
    /// Gathers all that is proven in a vault where `damage` was found. Nothing is changed.
    ///
    /// # Errors
    /// The damage itself, where nothing at all is proven; [`Error::Newer`], the file system's.
    pub fn gather(places: &Places, keys: &Arc<Keys>, damage: Damage) -> Result<Self, Error> {
        let ring = match Keyring::load(places, keys) {
            Ok(found) => found.map(|found| found.ring).unwrap_or_default(),
            Err(Error::Damaged(_)) => Keyring::default(),
            Err(other) => return Err(other),
        };
        let frames = Frames::find(&places.journal(), keys, &ring)?;
        let written = read_checkpoint(places, keys)?;
        let acknowledged = HeadFile::read(&places.head(), keys).ok().flatten();
        let heads = acknowledged.iter().chain(written.iter().map(|(_, head)| head));
        let is_mixed = heads.into_iter().any(|head| frames.denies(*head));
        let written_none = written.is_none();
        let base = written.filter(|(_, head)| !frames.denies(*head));
        let state = match state::look(places.dir(), keys) {
            Ok(Seen::Proven(look)) => Some(look),
            // Only a help: where it cannot be read, timelines have what the journal gives.
            Ok(Seen::Unproven | Seen::Differs) | Err(_) => None,
        };
        if frames.last() == 0 && acknowledged.is_none() && written_none && state.is_none() {
            // Nothing here is this vault's: such as files under the header of another one.
            return Err(Error::Damaged(damage));
        }
        let acknowledged = acknowledged.filter(|head| !frames.denies(*head));
        let known = [
            frames.last(),
            acknowledged.map_or(0, |head| head.seq),
            base.as_ref().map_or(0, |(_, head)| head.seq),
            state.as_ref().map_or(0, |look| look.applied),
        ];
        let latest = known.into_iter().max().unwrap_or(0);
        let hurt = Hurt {
            damage,
            gaps: Vec::new(),
            latest,
            last_read: None,
            is_mixed,
            copy: None,
            numbers: Vec::new(),
            cases: Vec::new(),
        };
        let base = base.map(|(world, head)| (world, head.seq));
        let mut remains = Self { ring, frames, copied: Copied::default(), base, state, hurt };
        remains.find_gaps()?;
        remains.fill_in(places, keys)?;
        remains.let_numbers_go(keys)?;
        let Copied { from, .. } = &remains.copied;
        remains.hurt.copy = from.clone().map(|(place, seq)| (place, seq, remains.copied.count()));
        remains.hurt.cases = remains.touched()?;
        Ok(remains)
    }

    /// What is wrong and what is lacking.
    pub fn hurt(&self) -> &Hurt {
        &self.hurt
    }

    /// The error for whoever tries to write.
    pub fn refusal(&self) -> Error {
        Error::OnlyReads(self.hurt.damage.clone())
    }

    /// The records as far as they are proven, and the last change that anything knows of.
    ///
    /// # Errors
    /// The file system's, damage that came since.
    pub fn load(&self) -> Result<(World, Seq), Error> {
        let (mut world, after) = self.start();
        self.replay(after, |_, commit| {
            world.apply(&commit);
            Ok(())
        })?;
        Ok((world, self.hurt.latest))
    }

    /// The checkpoint's world where it has what the journal lacks; nothing otherwise.
    fn start(&self) -> (World, Seq) {
        let needed = |seq: Seq| self.hurt.gaps.iter().any(|gap| gap.first <= seq);
        self.base.clone().filter(|(_, seq)| needed(*seq)).unwrap_or_default()
    }

    /// One case's events, as far as they are proven.
    ///
    /// # Errors
    /// The file system's, damage that came since.
    pub fn timeline(&self, case: CaseId) -> Result<Vec<Event>, Error> {
        let needed = |look: &&Look| self.hurt.gaps.iter().any(|gap| gap.first <= look.applied);
        let look = self.state.as_ref().filter(needed);
        let kept = look.iter().flat_map(|look| &look.events).filter(|event| event.case == case);
        let mut events: BTreeMap<EventId, Event> = kept.map(|event| (event.id, event.clone())).collect();
        self.replay(look.map_or(0, |look| look.applied), |_, commit| {
            apply_events(&mut events, &commit, case);
            Ok(())
        })?;
        Ok(oldest_first(events.into_values().collect()))
    }

    /// Hands over the changes after `head` that can be read.
    ///
    /// # Errors
    /// The file system's, damage that came since.
    pub fn each_since(&self, head: Seq, visit: &mut dyn FnMut(Seq, Commit)) -> Result<(), Error> {
        self.replay(head, |seq, commit| {
            visit(seq, commit);
            Ok(())
        })
    }
}

/// The checkpoint, if all of it opens.
fn read_checkpoint(places: &Places, keys: &Keys) -> Result<Option<(World, Head)>, Error> {
    let opened = Checkpoint::open(&places.checkpoint(), keys)
        .and_then(|found| found.map(|checkpoint| Ok((checkpoint.head(), checkpoint.into_world(keys)?))).transpose());
    match opened {
        Ok(found) => Ok(found.map(|(head, world)| (world, head))),
        Err(Error::Damaged(_) | Error::Io { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

/// What leads from one world to another. Nothing is said of cases that are erased in the other.
fn differences(from: &World, to: &World) -> Vec<Change> {
    let gone: BTreeSet<CaseId> = to.erased().map(|erased| erased.case).collect();
    let of = |record: &Record| record.case(|id| from.deadline(id).map(|deadline| deadline.case));
    let removed = checkpoint::records(from)
        .filter(|record| to.record(record.id()).is_none())
        .filter(|record| of(record).is_none_or(|case| !gone.contains(&case)))
        .filter_map(|record| Change::of(Some(record), None));
    let put = checkpoint::records(to).filter_map(|record| {
        let before = from.record(record.id());
        (before.as_ref() != Some(&record)).then(|| Change::of(before, Some(record)))?
    });
    removed.chain(put).collect()
}
