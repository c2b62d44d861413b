//! Whether checkpoint and state say what the journal says.

use super::copies::Copies;
use super::{Finding, Report, What, named};
use crate::core::change::{Seq, Verb};
use crate::core::event::Event;
use crate::core::id::EventId;
use crate::core::record::Record;
use crate::core::world::World;
use crate::store::checkpoint::{self, Checkpoint};
use crate::store::error::{Error, Flaw};
use crate::store::keys::Keys;
use crate::store::places::Places;
use crate::store::reading::Found;
use crate::store::state::{self, Look, Seen};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the journal adds up to at a change.
#[derive(Default)]
struct Sum {
    world: World,
    events: BTreeMap<EventId, Event>,
}

/// Opens every change and holds what they add up to against checkpoint and state, and backups against single ones.
///
/// # Errors
/// The file system's.
pub(super) fn check(
    places: &Places,
    keys: &Arc<Keys>,
    found: &Found,
    copies: &mut Copies,
    report: &mut Report,
) -> Result<(), Error> {
    let name = named(&places.checkpoint());
    let quick = |flaw: Flaw, seq| Finding { place: name.clone(), seq, what: What::Quick(flaw) };
    let opened = Checkpoint::open(&places.checkpoint(), keys)
        .and_then(|found| found.map(|one| Ok((one.head().seq, one.into_world(keys)?))).transpose());
    let written = match opened {
        Ok(written) => written,
        Err(Error::Damaged(damage)) => {
            report.findings.push(quick(damage.flaw, None));
            None
        }
        Err(other) => return Err(other),
    };
    let state = look(places, keys, report)?;
    let at_checkpoint = written.as_ref().map_or(0, |(seq, _)| *seq);
    let applied = state.as_ref().map_or(0, |look| look.applied);
    let (mut sum, mut kept, mut told) = (Sum::default(), World::default(), None);
    let mut mended: Option<(Seq, u64)> = None;
    let replayed = found.journal.replay(&found.ring, 0, |seq, commit| {
        copies.hold(seq, &commit);
        if commit.act.verb == Verb::Mended {
            mended = Some(mended.map_or((seq, 1), |(first, count)| (first, count + 1)));
        }
        sum.world.apply(&commit);
        events(&mut sum.events, &commit);
        if seq == at_checkpoint {
            kept = sum.world.clone();
        }
        if seq == applied {
            told = Some(sum.events.clone());
        }
        Ok(())
    });
    match replayed {
        Ok(()) => {}
        Err(Error::Damaged(damage)) => {
            report.damaged(&damage);
            return Ok(());
        }
        Err(other) => return Err(other),
    }
    if let Some((first, count)) = mended {
        report.findings.push(Finding { place: "journal".into(), seq: Some(first), what: What::Mended(count) });
    }
    if let Some((seq, world)) = written
        && !same(world, kept)
    {
        report.findings.push(quick(Flaw::Record, Some(seq)));
    }
    if let Some(look) = state {
        compare(look, told, found.journal.head().seq, report);
    }
    Ok(())
}

fn look(places: &Places, keys: &Arc<Keys>, report: &mut Report) -> Result<Option<Look>, Error> {
    let place = state::FILES[0];
    match state::look(places.dir(), keys) {
        Ok(Seen::Proven(look)) => return Ok(Some(look)),
        Ok(Seen::Unproven) if places.dir().join(place).exists() => report.findings.push(What::Unproven.at(place)),
        Ok(Seen::Unproven) => {}
        Ok(Seen::Differs) => report.findings.push(What::Quick(Flaw::Checksum).at(place)),
        Err(Error::Damaged(damage)) => report.findings.push(What::Quick(damage.flaw).at(place)),
        Err(other) => return Err(other),
    }
    Ok(None)
}

fn compare(look: Look, told: Option<BTreeMap<EventId, Event>>, head: Seq, report: &mut Report) {
    let place = state::FILES[0].to_owned();
    let seq = Some(look.applied);
    if look.applied > head {
        // It was made of a journal that went further.
        let what = What::Damaged(Flaw::BehindHead);
        report.findings.push(Finding { place: "journal".into(), seq: Some(head + 1), what });
        return;
    }
    let kept: BTreeMap<EventId, Event> = look.events.into_iter().map(|event| (event.id, event)).collect();
    if kept != told.unwrap_or_default() {
        report.findings.push(Finding { place, seq, what: What::Quick(Flaw::Record) });
    }
}

/// Whether two worlds are the same, whichever of them remembers numbers of what is long gone.
fn same(mut one: World, mut other: World) -> bool {
    let mut numbers = one.counters();
    numbers.see_all(&other.counters());
    one.set_counters(numbers);
    other.set_counters(numbers);
    one == other && checkpoint::records(&one).eq(checkpoint::records(&other))
}

fn events(events: &mut BTreeMap<EventId, Event>, commit: &crate::core::change::Commit) {
    for change in &commit.changes {
        match (change.before(), change.after()) {
            (_, Some(Record::Event(event))) => drop(events.insert(event.id, event.clone())),
            (Some(Record::Event(event)), None) => drop(events.remove(&event.id)),
            (_, Some(Record::Erased(erased))) => events.retain(|_, event| event.case != erased.case),
            _ => {}
        }
    }
}
