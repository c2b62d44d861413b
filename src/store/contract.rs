//! What every store must hold to, whatever it is made of.

use super::testing::{case, commit, deadline, erased, event, every_kind, minute, pin};
use super::{Error, Store};
use crate::core::change::{Change, Commit};
use crate::core::erased::Erased;
use crate::core::id::CaseId;
use crate::core::world::World;

/// Runs every promise on fresh, empty stores.
pub fn holds<S: Store>(mut make: impl FnMut() -> S) {
    starts_empty(make());
    numbers_commits_from_one_and_refuses_a_stale_head(make());
    loads_what_was_committed(make());
    remembers_numbers_of_what_is_gone(make());
    keeps_timelines_apart_and_in_order(make());
    takes_events_back_and_moves_them(make());
    tells_what_came_after(make());
    erases_a_case_and_nothing_else(make());
}

fn starts_empty(mut store: impl Store) {
    assert_eq!(store.load().unwrap(), (World::default(), 0));
    assert_eq!(store.timeline(CaseId(1)).unwrap(), []);
    assert_eq!(store.since(0).unwrap(), []);
    assert_eq!(store.last_made(0).unwrap(), None);
}

fn numbers_commits_from_one_and_refuses_a_stale_head(mut store: impl Store) {
    assert_eq!(store.commit(0, &commit(vec![Change::add(case(1))])).unwrap(), 1);
    let late = commit(vec![Change::add(case(2))]);
    for wrong in [0, 2, u64::MAX] {
        assert!(matches!(store.commit(wrong, &late), Err(Error::Conflict(1))), "{wrong}");
    }
    let (world, head) = store.load().unwrap();
    assert_eq!((world.cases().len(), head), (1, 1));
    let late = Commit { at: minute(9), ..late };
    assert_eq!(store.commit(1, &late).unwrap(), 2);
    assert_eq!(store.last_made(2).unwrap(), Some(minute(9)));
}

fn loads_what_was_committed(mut store: impl Store) {
    let first = every_kind();
    let edited = crate::core::deadline::Deadline { title: "Another title".into(), ..deadline(40, 1) };
    let second = commit(vec![Change::add(deadline(40, 1))]);
    let third = commit(vec![Change::edit(deadline(40, 1), edited).unwrap(), Change::remove(case(2))]);
    let mut world = World::default();
    for (head, commit) in (0..).zip([&first, &second, &third]) {
        store.commit(head, commit).unwrap();
        world.apply(commit);
        assert_eq!(store.load().unwrap(), (world.clone(), head + 1));
    }
}

fn remembers_numbers_of_what_is_gone(mut store: impl Store) {
    let added = commit(vec![Change::add(case(7)), Change::add(event(9, 7, 0))]);
    store.commit(0, &added).unwrap();
    store.commit(1, &added.inverse(1, minute(1), "Ana".into())).unwrap();
    let (world, _) = store.load().unwrap();
    assert_eq!(world.cases().len(), 0);
    let mut counters = world.counters();
    assert_eq!((counters.case().0, counters.event().0), (8, 10));
}

fn keeps_timelines_apart_and_in_order(mut store: impl Store) {
    let events = [event(1, 1, 30), event(2, 2, 5), event(3, 1, 10), event(4, 1, 10)];
    store.commit(0, &commit(events.iter().cloned().map(Change::add).collect())).unwrap();
    store.commit(1, &commit(vec![Change::add(event(5, 1, 20))])).unwrap();
    let ids = |events: Vec<crate::core::event::Event>| events.iter().map(|event| event.id.0).collect::<Vec<_>>();
    assert_eq!(ids(store.timeline(CaseId(1)).unwrap()), [3, 4, 5, 1]);
    assert_eq!(store.timeline(CaseId(2)).unwrap(), [events[1].clone()]);
    assert_eq!(store.timeline(CaseId(3)).unwrap(), []);
}

fn takes_events_back_and_moves_them(mut store: impl Store) {
    let added = commit(vec![Change::add(event(1, 1, 1)), Change::add(event(2, 1, 2))]);
    store.commit(0, &added).unwrap();
    let moved = crate::core::event::Event { case: CaseId(2), ..event(2, 1, 2) };
    store.commit(1, &commit(vec![Change::edit(event(2, 1, 2), moved.clone()).unwrap()])).unwrap();
    assert_eq!(store.timeline(CaseId(1)).unwrap(), [event(1, 1, 1)]);
    assert_eq!(store.timeline(CaseId(2)).unwrap(), std::slice::from_ref(&moved));
    store.commit(2, &commit(vec![Change::remove(event(1, 1, 1)), Change::remove(moved)])).unwrap();
    assert_eq!(store.timeline(CaseId(1)).unwrap(), []);
    assert_eq!(store.timeline(CaseId(2)).unwrap(), []);
}

fn tells_what_came_after(mut store: impl Store) {
    let commits: Vec<_> = (1..=5).map(|n| commit(vec![Change::add(case(n))])).collect();
    for (head, commit) in (0..).zip(&commits) {
        store.commit(head, commit).unwrap();
    }
    let all: Vec<_> = (1..).zip(commits).collect();
    for head in 0..=5 {
        assert_eq!(store.since(head).unwrap(), all[usize::try_from(head).unwrap()..]);
    }
    assert_eq!(store.since(99).unwrap(), []);
}

fn erases_a_case_and_nothing_else(mut store: impl Store) {
    let code_of = |world: &World| world.cases().map(|case| case.code.clone()).collect::<Vec<_>>();
    let of_one = commit(vec![Change::add(case(1)), Change::add(deadline(40, 1)), Change::add(event(1, 1, 1))]);
    let of_two = commit(vec![Change::add(case(2)), Change::add(event(2, 2, 2))]);
    let moved = crate::core::event::Event { case: CaseId(2), ..event(1, 1, 1) };
    let of_both = commit(vec![
        Change::add(deadline(41, 2)),
        Change::edit(event(1, 1, 1), moved.clone()).unwrap(),
        Change::add(event(3, 1, 3)),
    ]);
    let pinned = commit(vec![Change::add(pin(40))]);
    for (head, commit) in (0..).zip([&of_one, &of_two, &of_both, &pinned]) {
        store.commit(head, commit).unwrap();
    }
    let mut live = store.load().unwrap().0;
    let erased = Erased { numbers: live.counters(), ..erased(1) };
    let erasing = commit(vec![Change::add(erased)]);
    store.commit(4, &erasing).unwrap();
    live.apply(&erasing);
    let (world, head) = store.load().unwrap();
    assert_eq!((&world, head), (&live, 5), "what is read is what the session has");
    assert_eq!((code_of(&world), world.deadlines().len(), world.pins().len()), (vec!["R-002".to_owned()], 1, 0));
    assert_eq!(store.timeline(CaseId(1)).unwrap(), []);
    assert_eq!(store.timeline(CaseId(2)).unwrap(), [moved.clone(), event(2, 2, 2)]);
    let all = store.since(0).unwrap();
    let lost: Vec<_> = all.iter().map(|(_, commit)| (commit.lost, commit.changes.len())).collect();
    assert_eq!(lost, [(true, 0), (false, 2), (true, 2), (true, 0), (false, 1)]);
    assert_eq!(all[1].1, of_two, "a neighbour is as it was");
    assert_eq!(all[2].1.changes[1], Change::add(moved), "either side of a change goes with its case");
    let words = |at: usize| (all[at].1.act.what.as_str(), all[at].1.act.case.as_str());
    assert_eq!((words(0), words(1), words(2)), (("", ""), ("a test", "R-001"), ("", "")));
    // Its number is not given out again, and nothing more is taken in for it.
    let (mut counters, late) = (world.counters(), commit(vec![Change::add(event(9, 1, 9))]));
    assert_eq!((counters.case().0, counters.deadline().0, counters.event().0), (3, 42, 4));
    assert!(matches!(store.commit(5, &late), Err(Error::Erased(CaseId(1)))));
    let mixed = commit(vec![Change::add(event(9, 1, 9)), Change::add(event(10, 2, 9))]);
    assert!(matches!(store.commit(5, &mixed), Err(Error::Erased(CaseId(1)))));
    assert_eq!(store.commit(5, &commit(vec![Change::add(event(10, 2, 9))])).unwrap(), 6);
}
