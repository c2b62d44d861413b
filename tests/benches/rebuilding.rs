//! A vault of which nothing but the journal is proven: opened, its records added up again and its timelines made again.

use super::caseload;
use super::turns::{Compared, Row, alone, timed};
use rumbo::core::case::{Case, Need};
use rumbo::core::change::{Act, Change, Commit, Verb};
use rumbo::core::event::{Event, EventKind};
use rumbo::core::id::{CaseId, EventId};
use rumbo::store::keys::Kdf;
use rumbo::store::{Store, vault};
use std::path::{Path, PathBuf};

pub const COMPARED: &[Compared] = &[Compared { name: "rebuilding::all", run: all }];

const CASES: u32 = 1_000;
const EVENTS: u32 = 20;

/// One case with its events in one act.
fn lived(n: u32) -> Commit {
    let (case, now) = (CaseId(n), caseload::env().now);
    let told = (0..EVENTS).map(|at| {
        let text = format!("what was said on the telephone, {at}, and what was asked for");
        let id = EventId(n * EVENTS + at);
        Change::add(Event { id, case, at: now, kind: EventKind::Note, text, act: None })
    });
    let opened = Case::new(case, format!("R-{n:04}"), Need::Asylum, caseload::env().today);
    let changes = std::iter::once(Change::add(opened)).chain(told).collect();
    let act = Act { count: EVENTS, ..Act::one(Verb::AddedCase, "", "") };
    Commit { at: now, by: "Ana".to_owned(), act, changes, undoes: None, lost: false }
}

fn vault(place: &Path) -> PathBuf {
    let dir = place.join("rebuilt");
    let mut vault = vault::create(&dir, &caseload::passphrase(), Kdf::Test).unwrap();
    for n in 0..CASES {
        vault.commit(n.into(), &lived(n)).unwrap();
    }
    // Timelines are made again only where there were some.
    vault.timeline(CaseId(1)).unwrap();
    vault.close().unwrap();
    dir
}

/// Takes away what vouches for anything but the journal.
fn doubt(dir: &Path) {
    for name in ["state.proof", "checkpoint"] {
        std::fs::remove_file(dir.join(name)).unwrap();
    }
}

fn all() -> Vec<Row> {
    let folder = caseload::folder();
    let dir = vault(folder.path());
    let ours = alone(9, || {
        doubt(&dir);
        let mut held = None;
        let time = timed(|| {
            let locked = vault::open(&dir).unwrap();
            let mut vault = locked.unlock(&caseload::passphrase()).map_err(|(error, _)| error).unwrap();
            let cases = vault.load().unwrap().0.cases().len();
            vault.prepare(&mut |_, _| {}).unwrap();
            held = Some((cases, vault));
        });
        let (cases, mut vault) = held.unwrap();
        assert_eq!((cases, vault.timeline(CaseId(7)).unwrap().len()), (1_000, 20));
        vault.close().unwrap();
        time
    });
    let what = format!("records and timelines of {CASES} cases with {EVENTS} events each");
    vec![Row { what, ours, theirs: None, budget: "one second" }]
}
