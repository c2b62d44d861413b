//! Reading a backup, and proving it while reading.

use super::line::{End, Line, Start, kind, next};
use super::{flaw, seal};
use crate::core::change::{Commit, Seq};
use crate::core::id::Counters;
use crate::core::record::Record;
use crate::core::world::World;
use crate::store::checkpoint::records;
use crate::store::disk::File;
use crate::store::envelope::{self, Identity, Inside, Label, With};
use crate::store::error::{Error, Flaw};
use crate::store::files;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use zeroize::Zeroizing;

/// A backup that is open; nothing of it is read but what it is.
pub struct Copy {
    label: Label,
    /// What opened it.
    identity: Identity,
    inside: BufReader<Inside<BufReader<File>>>,
    start: Start,
    sum: blake3::Hasher,
}

/// What a backup was found to hold, proven.
pub struct Told {
    pub start: Start,
    pub head: Seq,
    pub(super) sum: blake3::Hash,
    pub(super) counters: Counters,
}

impl Copy {
    /// Opens a backup.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::Newer`], damage, the file system's.
    pub fn open(path: &Path, with: With<'_>) -> Result<Self, Error> {
        let file = BufReader::with_capacity(1 << 16, files::open(path, false)?);
        let (label, identity, inside) = envelope::open(file, with)?;
        if !label.is_copy {
            return Err(flaw(Flaw::Form));
        }
        let mut inside = BufReader::with_capacity(1 << 16, inside);
        let mut text = Zeroizing::new(Vec::new());
        if !next(&mut inside, &mut text)? {
            return Err(flaw(Flaw::Short));
        }
        let mut sum = blake3::Hasher::new();
        sum.update(&text);
        // A newer format may have changed everything but this line.
        let Line::Rumbo(start) = Line::read(&text)? else { return Err(flaw(Flaw::Form)) };
        start.check(&label.vault)?;
        Ok(Self { label, identity, inside, start, sum })
    }

    /// What it says it is.
    pub fn start(&self) -> &Start {
        &self.start
    }

    /// Of which vault it is, and up to which change.
    pub fn label(&self) -> Label {
        self.label
    }

    /// What opened it.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Reads it to its end: hands over every change in order, and proves that every line is as it was written, that the
    /// changes follow one another without a gap, and that they add up to the records. If it must be `exact`, every line
    /// also has to say what it says just as this program would, so that nothing in it was passed over.
    ///
    /// # Errors
    /// Damage, and what `visit` returns.
    pub fn read(
        mut self,
        exact: bool,
        mut visit: impl FnMut(Seq, &Commit) -> Result<(), Error>,
    ) -> Result<Told, Error> {
        let mut text = Zeroizing::new(Vec::new());
        let (mut world, mut head, mut lines) = (World::default(), 0, 1);
        let (mut counts, mut listed) = (BTreeMap::<String, u64>::new(), blake3::Hasher::new());
        let end = loop {
            if !next(&mut self.inside, &mut text)? {
                return Err(flaw(Flaw::Short));
            }
            let line = Line::read(&text)?;
            if exact && *line.text()? != *text {
                return Err(flaw(Flaw::Record));
            }
            match line {
                Line::Rumbo(_) => return Err(flaw(Flaw::Form)),
                Line::Record(record) => {
                    *counts.entry(kind(&record).to_owned()).or_default() += 1;
                    if !matches!(record, Record::Event(_)) {
                        listed.update(&Line::Record(record).text()?);
                    }
                }
                Line::Change { seq, lost, mut commit } => {
                    commit.lost = lost;
                    if seq != head + 1 || !commit.changes.iter().all(crate::core::change::Change::is_sound) {
                        return Err(flaw(Flaw::Record));
                    }
                    head = seq;
                    world.apply(&commit);
                    visit(seq, &commit)?;
                }
                Line::End(end) => break end,
            }
            self.sum.update(&text);
            lines += 1;
        };
        let sum = self.sum.finalize();
        self.check_end(&end, lines, &sum)?;
        counts.insert(super::line::CHANGE.to_owned(), head);
        counts.entry(super::line::EVENT.to_owned()).or_default();
        let mut added_up = blake3::Hasher::new();
        for record in records(&world) {
            added_up.update(&Line::Record(record).text()?);
        }
        let same = added_up.finalize() == listed.finalize();
        if !same || counts != self.start.counts || head != self.start.change || head != self.label.seq {
            return Err(flaw(Flaw::Record));
        }
        Ok(Told { start: self.start, head, sum, counters: world.counters() })
    }

    /// The last line must be the last, and genuine.
    fn check_end(&mut self, end: &End, lines: u64, sum: &blake3::Hash) -> Result<(), Error> {
        let own = seal(&self.identity.seal_key(), &self.label.vault, sum);
        let genuine = end.seals.iter().any(|given| blake3::Hash::from_hex(given).is_ok_and(|given| given == own));
        if !genuine || end.lines != lines {
            return Err(flaw(Flaw::Seal));
        }
        // The envelope says here, and only here, whether it was cut after its last line.
        match self.inside.fill_buf() {
            Ok([]) => Ok(()),
            Ok(_) => Err(flaw(Flaw::Form)),
            Err(error) => Err(envelope::unreadable(&error)),
        }
    }
}
