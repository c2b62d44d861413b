#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use super::*;
use crate::core::case::Need;
use crate::core::change::{Act, Seq, Verb};
use crate::core::deadline::{Basis, Certainty, Consequence, DeadlineKind, DeadlineState, Due, Medium, Source};
use crate::core::event::{Event, EventKind};
use crate::core::history::History;
use crate::core::id::EventId;
use crate::core::request::RequestState;
use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

fn case(id: u32, code: &str) -> Case {
    Case::new(CaseId(id), code.to_owned(), Need::Asylum, day())
}

fn deadline(id: u32, case: u32, title: &str) -> Deadline {
    Deadline {
        id: DeadlineId(id),
        case: CaseId(case),
        title: title.to_owned(),
        kind: DeadlineKind::File,
        consequence: Consequence::Right,
        due: Due::Day(day()),
        medium: Medium::Online,
        source: Source { basis: Basis::Statute, rule: None, printed: None, note: String::new() },
        certainty: Certainty::Computed,
        state: DeadlineState::Open,
        steps: Vec::new(),
        snoozed_until: None,
        acted: None,
        accompany: false,
        notes: String::new(),
    }
}

fn request(id: u32, what: &str) -> Request {
    Request {
        id: RequestId(id),
        case: CaseId(1),
        partner: PartnerId(1),
        deadline: None,
        what: what.to_owned(),
        state: RequestState::Draft,
        consent: None,
        needed_by: None,
        created: day(),
    }
}

fn event(id: u32, text: &str) -> Event {
    let (at, kind) = (DateTime::UNIX_EPOCH, EventKind::Note);
    Event { id: EventId(id), case: CaseId(1), at, kind, text: text.to_owned(), act: None }
}

fn commit(changes: Vec<Change>) -> Commit {
    let act = Act::one(Verb::EditedCase, "", "");
    Commit { at: DateTime::UNIX_EPOCH, by: String::new(), act, changes, undoes: None, lost: false }
}

fn world(records: impl IntoIterator<Item = Record>) -> World {
    let mut world = World::default();
    for record in records {
        world.put(record);
    }
    world
}

/// Every resident record, in one order.
fn records(world: &World) -> Vec<Record> {
    let cases = world.cases().cloned().map(Record::from);
    let deadlines = world.deadlines().cloned().map(Record::from);
    let partners = world.partners().cloned().map(Record::from);
    let requests = world.requests().cloned().map(Record::from);
    let households = world.households().cloned().map(Record::from);
    let clinic = world.clinic().cloned().map(Record::from);
    cases.chain(deadlines).chain(partners).chain(requests).chain(households).chain(clinic).collect()
}

/// Everything that the demo's clinic has, in one world.
fn demo() -> World {
    let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
    let mut world = World::default();
    for commit in crate::demo::fill(crate::demo::Plan { seed: 1, cases: 60, now }) {
        world.apply(&commit);
    }
    world
}

fn erasing(case: CaseId, world: &World) -> Commit {
    commit(vec![Change::add(Erased { case, on: day(), numbers: world.counters() })])
}

/// Whatever case of the demo is erased: nothing that is left is its own or names it, and all else is as it was.
#[test]
fn after_an_erasure_no_record_mentions_the_case() {
    let mut world = demo();
    let pins: Vec<Record> = world
        .deadlines()
        .map(|deadline| crate::core::pin::Pin {
            deadline: deadline.id,
            way: crate::core::pin::Way::Up,
            until: day(),
            reason: String::new(),
            by: String::new(),
        })
        .map(Record::from)
        .collect();
    for pin in pins {
        world.put(pin);
    }
    let whole = world.clone();
    let erased: Vec<CaseId> = whole.cases().map(|case| case.id).step_by(3).collect();
    assert!(erased.len() > 10 && whole.requests().len() > 0 && whole.happenings().len() > 0);
    for id in &erased {
        world.put(Hold { case: *id, reason: String::new(), by: String::new(), since: day() }.into());
        assert_eq!(world.expects(&erasing(*id, &world)), Err(Stale(RecordId::Erased(*id))), "a held case stays");
        world.apply(&commit(vec![Change::remove(world.hold(*id).unwrap().clone())]));
        assert_eq!(world.expects(&erasing(*id, &world)), Ok(()));
        world.apply(&erasing(*id, &world));
    }
    let case_of = |id| whole.deadline(id).map(|deadline| deadline.case);
    let kept = |all: &World| {
        let pins = all.pins().cloned().map(Record::from).collect::<Vec<_>>();
        let happenings = all.happenings().cloned().map(Record::from).collect::<Vec<_>>();
        let mut kept = [records(all), pins, happenings].concat();
        kept.retain(|record| record.case(case_of).is_none_or(|case| !erased.contains(&case)));
        kept
    };
    assert_eq!(kept(&world), kept(&whole), "what is no erased case's is as it was");
    assert_eq!(records(&world).len() + world.pins().len() + world.happenings().len(), kept(&world).len());
    for id in &erased {
        let code = &whole.case(*id).unwrap().code;
        assert_eq!(world.case_by_code(code), None);
        assert!(world.deadlines_of(*id).next().is_none() && world.happenings_of(*id).next().is_none());
    }
    assert_eq!(world.counters(), whole.counters(), "no number is given again");
}

fn of(world: &World, case: u32) -> Vec<u32> {
    world.deadlines_of(CaseId(case)).map(|deadline| deadline.id.0).collect()
}

#[test]
fn code_names_are_found_without_regard_to_case() {
    let world = world([case(1, "R-001").into(), case(2, "Ñandú").into()]);
    assert_eq!(world.case_by_code(" r-001 ").map(|case| case.id), Some(CaseId(1)));
    assert_eq!(world.case_by_code("ÑANDÚ").map(|case| case.id), Some(CaseId(2)));
    assert_eq!(world.case_by_code("R-002"), None);
}

#[test]
fn a_code_name_given_up_is_free_and_one_taken_over_stays() {
    let mut world = world([case(1, "A").into(), case(2, "B").into()]);
    let swap = [(1, "A", "B"), (2, "B", "A")].map(|(id, old, new)| Change::edit(case(id, old), case(id, new)).unwrap());
    world.apply(&commit(swap.to_vec()));
    assert_eq!(world.case_by_code("b").map(|case| case.id), Some(CaseId(1)));
    assert_eq!(world.case_by_code("a").map(|case| case.id), Some(CaseId(2)));
    world.apply(&commit(vec![Change::edit(case(1, "B"), case(1, "C")).unwrap(), Change::remove(case(2, "A"))]));
    assert_eq!((world.case_by_code("a"), world.case_by_code("b")), (None, None));
    world.apply(&commit(vec![Change::edit(case(1, "C"), case(1, "c")).unwrap()]));
    assert_eq!(world.case_by_code("C").map(|case| case.code.as_str()), Some("c"), "a change of letter case alone");
}

#[test]
fn a_deadline_is_listed_with_its_case_only() {
    let mut world = world([deadline(1, 1, "a").into(), deadline(2, 1, "b").into(), deadline(3, 2, "c").into()]);
    assert_eq!((of(&world, 1), of(&world, 2)), (vec![1, 2], vec![3]));
    world.apply(&commit(vec![Change::edit(deadline(1, 1, "a"), deadline(1, 2, "a")).unwrap()]));
    assert_eq!((of(&world, 1), of(&world, 2)), (vec![2], vec![1, 3]));
    world.apply(&commit(vec![Change::remove(deadline(2, 1, "b"))]));
    assert_eq!((of(&world, 1), of(&world, 2)), (vec![], vec![1, 3]));
}

#[test]
fn a_commit_that_expects_another_record_is_stale() {
    let world = world([case(1, "R-001").into()]);
    let expects = |change: Change| world.expects(&commit(vec![change]));
    let stale = Err(Stale(RecordId::Case(CaseId(1))));
    assert_eq!(expects(Change::edit(case(1, "R-001"), case(1, "R-002")).unwrap()), Ok(()));
    assert_eq!(expects(Change::edit(case(1, "R-009"), case(1, "R-002")).unwrap()), stale);
    assert_eq!(expects(Change::add(case(1, "R-001"))), stale);
    assert_eq!(expects(Change::add(case(2, "R-002"))), Ok(()));
    assert_eq!(expects(Change::remove(case(2, "R-002"))), Err(Stale(RecordId::Case(CaseId(2)))));
    assert_eq!(expects(Change::remove(event(1, "in the store"))), Ok(()), "events are not resident");
}

#[test]
fn numbers_of_records_no_longer_there_are_not_given_again() {
    let mut world = world([case(4, "R-004").into()]);
    world.apply(&commit(vec![Change::remove(case(4, "R-004")), Change::add(event(9, "note"))]));
    let mut counters = world.counters();
    assert_eq!((counters.case(), counters.event()), (CaseId(5), EventId(10)));
    assert_eq!(world.record(RecordId::Event(EventId(9))), None, "events stay in the store");
}

/// A record of some kind with one of a few identities and texts, so that generated acts meet each other.
fn any_record() -> impl Strategy<Value = Record> {
    (0_u8..7, 1_u32..4, "[ab]").prop_map(|(kind, id, text)| match kind {
        // Code names are unique in a vault: each case has its own.
        0 => case(id, &format!("{text}{id}")).into(),
        1 => deadline(id, 1 + u32::from(text == "b"), &text).into(),
        2 => Partner::new(PartnerId(id), text).into(),
        3 => request(id, &text).into(),
        4 => Household { id: HouseholdId(id), label: text, notes: String::new() }.into(),
        5 => Clinic { name: text, ..Clinic::default() }.into(),
        _ => event(id, &text).into(),
    })
}

#[derive(Debug, Clone)]
enum Move {
    /// Puts each record, or takes it away.
    Act(Vec<(Record, bool)>),
    Undo,
    Redo,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let act = prop::collection::vec((any_record(), prop::bool::weighted(0.7)), 1..4).prop_map(Move::Act);
    prop::collection::vec(prop_oneof![4 => act, 3 => Just(Move::Undo), 2 => Just(Move::Redo)], 1..40)
}

/// The changes that bring the records about in this world, one after the other.
fn changes(world: &World, wanted: Vec<(Record, bool)>) -> Vec<Change> {
    let mut world = world.clone();
    let mut changes = Vec::new();
    for (record, put) in wanted {
        let change = match (world.record(record.id()), put) {
            (None, true) => Some(Change::add(record)),
            (Some(before), true) => Change::edit(before, record),
            (Some(before), false) => Some(Change::remove(before)),
            (None, false) => None,
        };
        if let Some(change) = change {
            world.apply(&commit(vec![change.clone()]));
            changes.push(change);
        }
    }
    changes
}

fn shown(history: &History) -> (Option<Seq>, Option<Seq>) {
    (history.undo().map(|(seq, _)| seq), history.redo().map(|(seq, _)| seq))
}

proptest! {
    /// Undo brings back exactly the records there were, redo those there would be, however they are mixed; and the
    /// journal alone tells a restarted program the same.
    #[test]
    fn undo_and_redo_restore_the_records(moves in moves()) {
        let (mut world, mut history, mut journal) = (World::default(), History::default(), Vec::new());
        let (mut past, mut future): (Vec<Vec<Record>>, Vec<Vec<Record>>) = (Vec::new(), Vec::new());
        for (seq, step) in (1..).zip(moves) {
            let now = records(&world);
            let back = |(of, commit): (Seq, &Commit)| commit.inverse(of, DateTime::UNIX_EPOCH, String::new());
            let (next, expected) = match step {
                Move::Act(wanted) => {
                    past.push(now);
                    future.clear();
                    (commit(changes(&world, wanted)), None)
                }
                Move::Undo => {
                    let Some(next) = history.undo().map(back) else { prop_assert!(past.is_empty()); continue };
                    future.push(now);
                    (next, past.pop())
                }
                Move::Redo => {
                    let Some(next) = history.redo().map(back) else { prop_assert!(future.is_empty()); continue };
                    past.push(now);
                    (next, future.pop())
                }
            };
            // A commit may touch a record twice, so what it expects is looked at change by change.
            for change in &next.changes {
                let one = commit(vec![change.clone()]);
                prop_assert_eq!(world.expects(&one), Ok(()));
                world.apply(&one);
            }
            if let Some(expected) = expected {
                prop_assert_eq!(records(&world), expected);
            }
            history.push(seq, next.clone());
            journal.push((seq, next));
        }
        let mut again = History::default();
        for (seq, commit) in journal {
            again.push(seq, commit);
        }
        prop_assert_eq!(shown(&again), shown(&history));
    }

    /// However a world came about, what is looked up agrees with the records it holds.
    #[test]
    fn lookups_agree_with_the_records(wanted in prop::collection::vec((any_record(), any::<bool>()), 0..40)) {
        let mut grown = World::default();
        let all = changes(&grown, wanted);
        grown.apply(&commit(all));
        let loaded = world(records(&grown));
        prop_assert_eq!(records(&loaded), records(&grown));
        for case in 0..4 {
            prop_assert_eq!(of(&grown, case), of(&loaded, case));
        }
        for id in 1..4 {
            for code in [format!("a{id}"), format!("B{id}")] {
                let expected = grown.cases().find(|case| case.code == code.to_lowercase());
                prop_assert_eq!(grown.case_by_code(&code), expected);
                prop_assert_eq!(loaded.case_by_code(&code), expected);
            }
        }
    }
}
