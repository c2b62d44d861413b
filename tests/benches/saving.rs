//! Making an act durable, and showing it.

use super::caseload::{self, SIZES};
use super::turns::{Compared, Row, alone, by_turns, timed};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rumbo::app::msg::Fact;
use rumbo::core::change::{Act, Change, Commit, Verb};
use rumbo::core::deadline::Deadline;
use rumbo::core::event::{Event, EventKind};
use rumbo::core::id::EventId;
use rumbo::core::world::World;
use rumbo::demo::YEAR;
use rumbo::store::Store;
use rumbo::store::vault::{self, Vault};
use rumbo::ui::{Chrome, draw};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

pub const COMPARED: &[Compared] = &[
    Compared { name: "saving::one_act", run: one_act },
    Compared { name: "saving::group_of_100", run: group },
    Compared { name: "saving::shown", run: shown },
];

/// A deadline moved to another title and back, with the event that tells of it: what one key does.
fn act(deadlines: &[Deadline], turn: usize) -> Commit {
    let mut changes = Vec::new();
    for (deadline, id) in deadlines.iter().zip(1_000_000..) {
        let (mut before, mut after) = (deadline.clone(), deadline.clone());
        let moved = if turn.is_multiple_of(2) { &mut after } else { &mut before };
        moved.title.push_str(", again");
        let text = after.title.clone();
        changes.extend(Change::edit(before, after));
        let (kind, at) = (EventKind::Deadline, caseload::env().now);
        let event = Event { id: EventId(id), case: deadline.case, at, kind, text, act: Some(Verb::EditedDeadline) };
        changes.push(Change::add(event));
    }
    let count = u32::try_from(deadlines.len()).unwrap();
    let act = Act { count, ..Act::one(Verb::EditedDeadline, "", "") };
    Commit { at: caseload::env().now, by: "Ana".to_owned(), act, changes, undoes: None, lost: false }
}

fn some_deadlines(world: &World, count: usize) -> Vec<Deadline> {
    world.deadlines().take(count).cloned().collect()
}

/// One deadline and its event; beside it the least that is durable: as many bytes appended to a file and synced.
fn one_act() -> Vec<Row> {
    vec![durable(1, "of 1 deadline and its event")]
}

/// A hundred rows marked, one act.
fn group() -> Vec<Row> {
    vec![durable(100, "of 100 deadlines and their events")]
}

fn durable(deadlines: usize, what: &str) -> Row {
    let folder = caseload::folder();
    let dir = caseload::vault(folder.path(), YEAR);
    let mut vault = open(&dir);
    let (world, mut head) = vault.load().unwrap();
    let deadlines = some_deadlines(&world, deadlines);
    let mut turn = 0;
    let mut commit = || {
        let commit = act(&deadlines, turn);
        turn += 1;
        timed(|| head = vault.commit(head, &commit).unwrap())
    };
    let used = used(&dir);
    commit();
    let bytes = vec![7; self::used(&dir) - used];
    let mut file: File = OpenOptions::new().create(true).append(true).open(folder.path().join("bare")).unwrap();
    let bare = || {
        timed(|| {
            file.write_all(&bytes).unwrap();
            file.sync_data().unwrap();
        })
    };
    let (ours, theirs) = by_turns(200, commit, bare);
    let what = format!("{what}, {} B", bytes.len());
    Row { what, ours, theirs: Some(("append and fdatasync", theirs)), budget: "a journal alone was 0.91, a group 1.16" }
}

fn open(dir: &Path) -> Vault {
    let locked = vault::open(dir).unwrap();
    locked.unlock(&caseload::passphrase()).map_err(|(error, _)| error).unwrap()
}

/// Bytes that the journal's frames take: its files are made of zeros before.
fn used(dir: &Path) -> usize {
    let files =
        std::fs::read_dir(dir.join("journal")).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
    files.map(|bytes| bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1)).sum()
}

/// From the word that an act is durable to the drawn frame: applied, ranked, ordered.
fn shown() -> Vec<Row> {
    let rows = SIZES.into_iter().map(|cases| {
        let mut app = caseload::app(cases);
        let deadlines = some_deadlines(&app.world, 1);
        let (chrome, mut screen) = (Chrome::default(), Terminal::new(TestBackend::new(120, 40)).unwrap());
        let mut turn = 0;
        let ours = alone(41, || {
            let commit = act(&deadlines, turn);
            turn += 1;
            let seq = app.head + 1;
            timed(|| {
                app.settle(Fact::Committed(seq, commit));
                screen.draw(|frame| draw(frame, &app, &chrome)).unwrap();
            })
        });
        Row { what: format!("in {cases} cases"), ours, theirs: None, budget: "no stall above 16 ms" }
    });
    rows.collect()
}
