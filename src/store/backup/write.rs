//! Making a backup: three passes over the changes, one line in memory at a time, read back before it takes its place.

use super::bits::Bits;
use super::line::{CHANGE, EVENT, EXPORT, End, Line, Moment, Start, WHAT, digits, kind};
use super::read::Copy;
use super::{FORMAT, flaw, replace, seal};
use crate::core::change::{Commit, Seq};
use crate::core::id::{EventId, RecordId};
use crate::core::record::Record;
use crate::core::world::World;
use crate::store::Store;
use crate::store::checkpoint::records;
use crate::store::envelope::{Identity, Label, Recipient, Sealing, With};
use crate::store::error::{Error, Flaw};
use crate::store::files::{self, Draft};
use crate::store::seal::{Secret, VaultId};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, HashMap};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// With what a vault makes its backups.
pub struct Maker<'a> {
    pub vault: VaultId,
    /// What opens them again.
    pub identity: &'a Identity,
    /// The same under each passphrase, as age files.
    pub carried: Vec<&'a [u8]>,
    /// The printed key, without its secret: to seal to, and to vouch with.
    pub recovery: Option<(Recipient, Secret)>,
    /// The vault has the cheap key derivation.
    pub test_key: bool,
}

/// Writes a backup of what `store` holds, opens it again and compares it with the store before it takes its place. The
/// identities under passphrases are put beside it, for those who open it without rumbo.
///
/// # Errors
/// [`Error::Exists`], [`Error::Kept`], [`Error::Unsafe`], damage, the file system's; the place is then as it was.
pub fn write(file: &Path, maker: &Maker<'_>, store: &mut impl Store, made: DateTime<Utc>) -> Result<Seq, Error> {
    let (world, head) = store.load()?;
    replace::check(file, maker, store, head)?;
    let survey = Survey::of(store)?;
    let mut draft = Draft::outside(file)?;
    let place = draft.path().to_owned();
    let out = BufWriter::with_capacity(1 << 16, &mut draft.file);
    let sealing = maker.seal(out, true, head).map_err(Error::io("write", &place))?;
    let mut lines = Lines::new(sealing, &place);
    let counters = world.counters();
    lines.put(&Line::Rumbo(start(WHAT, maker, &world, &survey, head, made)))?;
    records(&world).try_for_each(|record| lines.put(&Line::Record(record)))?;
    // The copy adds up to a world of its own when it is read back: never are there two of them in memory.
    drop(world);
    survey.events(store, &mut |event| lines.put(&Line::Record(event)))?;
    each(store, &mut |seq, commit| lines.put(&Line::change(seq, commit)))?;
    let (sum, out) = lines.finish(maker)?;
    out.finish().and_then(|mut out| out.flush()).map_err(Error::io("write", &place))?;
    draft.file.sync_all().map_err(Error::io("sync", draft.path()))?;
    let with = With::Identity(maker.identity);
    let told = Copy::open(draft.path(), with)?.read(true, |_, _| Ok(()))?;
    // A vault also remembers numbers that were given out in changes it lost.
    let mut numbers = told.counters;
    numbers.see_all(&counters);
    if (told.sum, told.head, numbers) != (sum, head, counters) {
        return Err(flaw(Flaw::BehindHead));
    }
    put_beside(file, &maker.carried)?;
    draft.keep()?;
    Ok(head)
}

impl Maker<'_> {
    /// Begins to seal to all who can open the vault.
    ///
    /// # Errors
    /// The file system's.
    pub fn seal<W: Write>(&self, out: W, is_copy: bool, seq: Seq) -> std::io::Result<Sealing<W>> {
        let mut recipients = vec![self.identity.recipient()];
        recipients.extend(self.recovery.iter().map(|(recipient, _)| recipient.clone()));
        Sealing::new(out, &recipients, &Label { is_copy, vault: self.vault, seq }, &self.carried)
    }
}

/// The records of an A-number: sealed, but with its key beside it. They are in backups alone.
const NUMBERS: [&str; 2] = ["a-number", "number-key"];

/// Writes every record as it stands to `out`, every event among them, in the lines of a backup but without its changes.
///
/// # Errors
/// Damage, the file system's.
pub fn export(
    out: &mut dyn Write,
    maker: &Maker<'_>,
    store: &mut impl Store,
    made: DateTime<Utc>,
) -> Result<(), Error> {
    let (world, head) = store.load()?;
    let survey = Survey::of(store)?;
    let mut lines = Lines::new(out, Path::new(EXPORT));
    let mut start = start(EXPORT, maker, &world, &survey, head, made);
    start.counts.retain(|kind, _| !NUMBERS.contains(&kind.as_str()));
    lines.put(&Line::Rumbo(start))?;
    records(&world)
        .filter(|record| !NUMBERS.contains(&kind(record)))
        .try_for_each(|record| lines.put(&Line::Record(record)))?;
    drop(world);
    survey.events(store, &mut |event| lines.put(&Line::Record(event)))?;
    lines.finish(maker).map(drop)
}

fn start(what: &str, maker: &Maker<'_>, world: &World, survey: &Survey, head: Seq, made: DateTime<Utc>) -> Start {
    let mut counts = BTreeMap::from([(CHANGE.to_owned(), head), (EVENT.to_owned(), survey.live.len())]);
    for record in records(world) {
        *counts.entry(kind(&record).to_owned()).or_default() += 1;
    }
    Start {
        what: what.into(),
        format: FORMAT,
        vault: digits(&maker.vault),
        change: head,
        last: survey.last,
        made: Moment(made),
        counts,
        test_key: maker.test_key,
    }
}

/// Every change, with an end to it where one cannot be written.
fn each(store: &mut impl Store, visit: &mut dyn FnMut(Seq, Commit) -> Result<(), Error>) -> Result<(), Error> {
    let mut result = Ok(());
    store.each_since(0, &mut |seq, commit| {
        if result.is_ok() {
            result = visit(seq, commit);
        }
    })?;
    result
}

/// Which events there are in the end, found in a pass of its own: they are in no memory otherwise.
#[derive(Default)]
struct Survey {
    live: Bits,
    seen: Bits,
    /// Where the last version of an event stands that was added more than once, such as by undo and redo.
    again: HashMap<EventId, Seq>,
    last: Option<Moment>,
}

impl Survey {
    fn of(store: &mut impl Store) -> Result<Self, Error> {
        let mut survey = Self::default();
        store.each_since(0, &mut |seq, commit| {
            for change in &commit.changes {
                let Some(RecordId::Event(id)) = change.id() else { continue };
                survey.live.set(id.0, change.after().is_some());
                if survey.seen.has(id.0) {
                    survey.again.insert(id, seq);
                }
                survey.seen.set(id.0, true);
            }
            survey.last = Some(Moment(commit.at));
        })?;
        Ok(survey)
    }

    fn events(&self, store: &mut impl Store, visit: &mut dyn FnMut(Record) -> Result<(), Error>) -> Result<(), Error> {
        each(store, &mut |seq, commit| {
            for change in &commit.changes {
                let Some(Record::Event(event)) = change.after() else { continue };
                let stands = self.again.get(&event.id).is_none_or(|last| *last == seq);
                if stands && self.live.has(event.id.0) {
                    visit(Record::Event(event.clone()))?;
                }
            }
            Ok(())
        })
    }
}

/// What goes into the envelope, summed up.
struct Lines<W: Write> {
    out: W,
    place: PathBuf,
    sum: blake3::Hasher,
    count: u64,
}

impl<W: Write> Lines<W> {
    fn new(out: W, place: &Path) -> Self {
        Self { out, place: place.to_owned(), sum: blake3::Hasher::new(), count: 0 }
    }

    fn put(&mut self, line: &Line) -> Result<(), Error> {
        let text = line.text()?;
        self.sum.update(&text);
        self.count += 1;
        self.out.write_all(&text).map_err(Error::io("write", &self.place))
    }

    /// Writes the last line; returns the sum of the others.
    fn finish(mut self, maker: &Maker<'_>) -> Result<(blake3::Hash, W), Error> {
        let sum = self.sum.finalize();
        let own = maker.identity.seal_key();
        let keys = std::iter::once(&own).chain(maker.recovery.iter().map(|(_, key)| key));
        let seals = keys.map(|key| seal(key, &maker.vault, &sum).to_hex().to_string()).collect();
        let text = Line::End(End { lines: self.count, seals }).text()?;
        self.out.write_all(&text).map_err(Error::io("write", &self.place))?;
        Ok((sum, self.out))
    }
}

/// The files beside a backup, one for each passphrase: `copy.age` has `copy.identity.age`.
pub fn beside(file: &Path, at: usize) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(".age").unwrap_or(&name);
    let number = if at == 0 { String::new() } else { format!("-{}", at + 1) };
    file.with_file_name(format!("{stem}.identity{number}.age"))
}

/// Puts the identities under passphrases beside a file that is sealed to them.
///
/// # Errors
/// [`Error::Exists`] where there is something else, [`Error::Unsafe`], the file system's.
pub fn put_beside(file: &Path, carried: &[&[u8]]) -> Result<(), Error> {
    for (at, bytes) in carried.iter().enumerate() {
        crate::store::outside::replace(&beside(file, at), bytes, crate::store::envelope::is_age)?;
    }
    Ok(())
}

/// Removes a backup with the files beside it.
///
/// # Errors
/// The file system's.
pub fn remove(file: &Path) -> Result<(), Error> {
    files::remove(file)?;
    (0..MOST_BESIDE).try_for_each(|at| files::remove(&beside(file, at)))
}

/// The most passphrases that a vault has.
const MOST_BESIDE: usize = 8;
