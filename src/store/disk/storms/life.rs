//! One vault's life on a simulated disk, and what it has acknowledged.

use super::super::simulated::{Disk, Fault, Installed, ROOT};
use crate::core::change::{Change, Commit};
use crate::core::deadline::Deadline;
use crate::core::erased::Erased;
use crate::core::id::{CaseId, Counters};
use crate::core::record::Record;
use crate::core::world::World;
use crate::store::error::Error;
use crate::store::keys::{Kdf, Passphrase};
use crate::store::testing::{case, commit, deadline, event, minute};
use crate::store::vault::{self, Vault};
use crate::store::{Store, reseal};
use fastrand::Rng;
use std::path::PathBuf;
use std::sync::Arc;
use zeroize::Zeroizing;

/// What a day is spent on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    Anything,
    Erasing,
}

/// A vault, its disk, and what it said was saved.
pub struct Life {
    rng: Rng,
    disk: Disk,
    _installed: Installed,
    /// Acknowledged, oldest first.
    saved: Vec<Commit>,
    /// Asked for and neither acknowledged nor surely refused.
    unsure: Option<Commit>,
    world: World,
    /// The last number of anything.
    number: u32,
}

fn place() -> PathBuf {
    PathBuf::from(ROOT).join("vault")
}

fn passphrase() -> Passphrase {
    Zeroizing::new(b"a passphrase".to_vec())
}

impl Life {
    /// A new vault on a disk where nothing goes wrong yet.
    pub fn new(seed: u64) -> Self {
        let disk = Disk::new(seed);
        let installed = disk.install();
        vault::create(&place(), &passphrase(), Kdf::Test).unwrap();
        let (saved, world) = (Vec::new(), World::default());
        Self { rng: Rng::with_seed(!seed), disk, _installed: installed, saved, unsure: None, world, number: 0 }
    }

    pub fn disk(&self) -> &Disk {
        &self.disk
    }

    /// A number below `end`.
    pub fn chance(&mut self, end: u64) -> u64 {
        self.rng.u64(..end)
    }

    /// Opens the vault, works, and closes it or does not; tells whether something went wrong on the way. Nothing may
    /// fail unless the disk did.
    pub fn day(&mut self, fault: Option<(Fault, u64)>, wish: Wish) -> bool {
        if let Some((fault, after)) = fault {
            self.disk.arm(fault, after);
        }
        let done = self.work(wish);
        let happened = self.disk.disarm();
        if let Err(error) = done {
            assert!(happened, "refused without a reason: {error:?}");
            assert!(!matches!(error, Error::Damaged(_)), "a failing disk was taken for damage: {error:?}");
        }
        happened
    }

    fn work(&mut self, wish: Wish) -> Result<(), Error> {
        if self.rng.u8(..6) == 0 {
            Self::seal_anew()?;
        }
        let mut vault = Self::open()?;
        let loaded = vault.load()?;
        assert!(vault.damage().is_none(), "a failing disk was taken for damage: {:?}", vault.damage());
        self.settles(loaded.1, &mut vault);
        for _ in 0..self.rng.u8(1..12) {
            match self.rng.u8(..12) {
                0 => drop(vault.timeline(CaseId(1))?),
                1 => {
                    vault.close()?;
                    vault = Self::open()?;
                    vault.load()?;
                }
                _ => {
                    let commit = self.next(wish);
                    self.commit(&mut vault, commit)?;
                }
            }
        }
        if self.rng.bool() { vault.close() } else { Ok(()) }
    }

    fn open() -> Result<Vault, Error> {
        vault::open(&place())?.unlock(&passphrase()).map_err(|(error, _)| error)
    }

    fn seal_anew() -> Result<(), Error> {
        let _locked = vault::open(&place())?;
        let mut header = crate::store::header::Copies::load(&place())?.header;
        let keys = Arc::new(header.unlock(&passphrase())?);
        let old = header.clone();
        reseal::reseal(&place(), (&old, &keys), &mut header, &keys, &mut |_, _| {})
    }

    fn commit(&mut self, vault: &mut Vault, commit: Commit) -> Result<(), Error> {
        let head = self.saved.len() as u64;
        match vault.commit(head, &commit) {
            Ok(seq) => {
                assert_eq!(seq, head + 1);
                self.save(commit);
                Ok(())
            }
            // The commit is there; what is left of the erasure is done at the next opening.
            Err(error @ Error::NotErased(_)) => {
                self.save(commit);
                Err(error)
            }
            Err(error) => {
                self.unsure = Some(commit);
                Err(error)
            }
        }
    }

    fn save(&mut self, commit: Commit) {
        self.world.apply(&commit);
        self.saved.push(commit);
    }

    /// Something to do, with a moment of its own.
    fn next(&mut self, wish: Wish) -> Commit {
        self.number += 1;
        let n = self.number;
        let cases: Vec<CaseId> = self.world.cases().map(|case| case.id).collect();
        let of = self.rng.choice(&cases).copied();
        let changes = match (self.rng.u8(..10), of) {
            (_, Some(of)) if wish == Wish::Erasing && self.rng.bool() => vec![self.erasure(of)],
            (0, Some(of)) => vec![self.erasure(of)],
            (1..=4, Some(CaseId(of))) => vec![Change::add(deadline(n, of)), Change::add(event(n, of, n))],
            (5, Some(_)) => {
                let last: Option<Deadline> = self.world.deadlines().last().cloned();
                let edited =
                    last.and_then(|old| Change::edit(old.clone(), Deadline { title: format!("title {n}"), ..old }));
                edited.map_or_else(|| vec![Change::add(case(n))], |edit| vec![edit])
            }
            // Many at once, so that a frame is larger than a segment.
            (6, Some(CaseId(of))) => (0..60).map(|more| Change::add(event(n * 1000 + more, of, n))).collect(),
            _ => vec![Change::add(case(n)), Change::add(event(n, n, n))],
        };
        Commit { at: minute(n), ..commit(changes) }
    }

    fn erasure(&self, of: CaseId) -> Change {
        let numbers: Counters = self.world.counters();
        Change::add(Erased { case: of, on: minute(0).date_naive(), numbers })
    }

    /// The vault opens and has all that it said was saved, and nothing else.
    pub fn reopens(&mut self) {
        let mut vault = Self::open().unwrap();
        let (_, seq) = vault.load().unwrap();
        self.settles(seq, &mut vault);
        assert!(vault.load().unwrap().0 == self.world, "another world");
    }

    /// Holds the vault against what it acknowledged, and finds out what became of what was unsure.
    fn settles(&mut self, seq: u64, vault: &mut Vault) {
        let unsure = self.unsure.take();
        if seq == self.saved.len() as u64 + 1 {
            self.save(unsure.unwrap());
        }
        let found: Vec<_> = vault.since(0).unwrap_or_default().into_iter().map(|(_, commit)| commit.at).collect();
        let want: Vec<_> = self.saved.iter().map(|commit| commit.at).collect();
        // Reading may fail where the disk does; what is read must be right.
        assert!(found.is_empty() || found == want, "{} found, {} saved", found.len(), want.len());
        assert_eq!(seq, want.len() as u64, "changes found, changes saved");
    }

    /// After rot: `true` if the vault says so, `false` if it has everything.
    pub fn is_refused_or_whole(&mut self) -> bool {
        let opened = Self::open().and_then(|mut vault| {
            let loaded = vault.load()?;
            Ok((loaded, vault.since(0)?.len(), !vault.report().is_empty()))
        });
        match opened {
            Err(_) => true,
            Ok(((world, seq), commits, noticed)) => {
                assert!(world == self.world && seq == self.saved.len() as u64, "silently another world");
                assert_eq!(commits, self.saved.len());
                noticed
            }
        }
    }

    /// How many cases were erased.
    pub fn erased(&self) -> usize {
        self.world.erased().count()
    }

    /// No key of an erased case is left, and no journal frame gives its texts.
    pub fn holds_nothing_of_the_erased(&self) {
        let mut vault = Self::open().unwrap();
        vault.load().unwrap();
        let gone: Vec<CaseId> = self.world.erased().map(|erased| erased.case).collect();
        for (_, commit) in vault.since(0).unwrap() {
            let whose = |record: &Record| record.case(|deadline| commit.case_of(deadline));
            let left = commit.records().filter(|record| !matches!(record, Record::Erased(_))).filter_map(whose);
            assert!(!left.into_iter().any(|case| gone.contains(&case)), "{:?}", commit.at);
        }
        for case in gone {
            assert_eq!(vault.timeline(case).unwrap(), [], "{case}");
        }
    }
}
