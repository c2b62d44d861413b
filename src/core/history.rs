//! Which commit undo would take back, and which redo would bring again.
//!
//! Undo appends the inverse of a commit and redo the inverse of an undo, so the journal alone tells both, after a restart
//! too.

use super::change::{Commit, Seq, Verb};
use super::id::CaseId;
use super::record::Record;
use super::world::World;
use std::collections::VecDeque;

/// How many commits are kept.
const MOST_COMMITS: usize = 200;
/// How many changes are kept in all, so that a large import does not stay in memory for ever.
const MOST_CHANGES: usize = 50_000;

/// The commits that undo and redo can reach, in the order of the journal.
#[derive(Debug, Default)]
pub struct History {
    commits: VecDeque<(Seq, Commit)>,
    changes: usize,
    /// What undo takes back, the next one last.
    undo: Vec<Seq>,
    /// The undos that redo takes back, the next one last.
    redo: Vec<Seq>,
    /// The last commit that is never taken back.
    barrier: Option<(Seq, Barrier)>,
    /// Something before it was taken back since.
    crossed: bool,
}

/// What is never taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// A case was erased.
    Erased,
    /// An A-number is kept no longer.
    NumberRemoved,
}

impl History {
    /// Takes note of a commit that became durable.
    pub fn push(&mut self, seq: Seq, commit: Commit) {
        if commit.erases().next().is_some() {
            self.stop_at(seq, Barrier::Erased);
            return;
        }
        if commit.lost {
            // What it did is gone on either side of it: the act, and whatever took it back.
            return;
        }
        if let Some(case) = commit.withdraws() {
            self.let_go_of_number(case);
            self.stop_at(seq, Barrier::NumberRemoved);
            return;
        }
        self.crossed |= commit.undoes.is_some_and(|target| self.barrier.is_some_and(|(barrier, _)| target < barrier));
        match commit.undoes {
            Some(target) if self.redo.last() == Some(&target) => {
                self.redo.pop();
                self.undo.push(seq);
            }
            Some(target) => {
                self.undo.retain(|known| *known != target);
                self.redo.push(seq);
            }
            None if commit.act.verb == Verb::FilledDemo => {
                // Nothing reaches behind it, and it is large.
                *self = Self::default();
                return;
            }
            None => {
                self.undo.push(seq);
                self.redo.clear();
            }
        }
        self.changes += commit.changes.len();
        self.commits.push_back((seq, commit));
        self.forget();
    }

    /// A case is about to be erased from `world`: lets go of what was done in it, which nothing can take back any more.
    pub fn erase(&mut self, case: CaseId, world: &World) {
        let case_of = |id| world.deadline(id).map(|deadline| deadline.case);
        let gone: Vec<Seq> =
            self.commits.iter().filter(|(_, commit)| commit.concerns(case, case_of)).map(|(seq, _)| *seq).collect();
        self.undo.retain(|seq| !gone.contains(seq));
        self.redo.retain(|seq| !gone.contains(seq));
        for (_, commit) in &mut self.commits {
            let before = commit.changes.len();
            commit.forget(case, case_of);
            self.changes -= before - commit.changes.len();
        }
    }

    fn stop_at(&mut self, seq: Seq, barrier: Barrier) {
        self.redo.clear();
        (self.barrier, self.crossed) = (Some((seq, barrier)), false);
    }

    /// Passes over the acts that kept a number which is kept no longer: consent to it has ended, and neither undo nor redo
    /// may bring it back.
    fn let_go_of_number(&mut self, case: CaseId) {
        let keeps = |commit: &Commit| {
            commit.records().any(|record| matches!(record, Record::ANumber(number) if number.case == case))
        };
        let gone: Vec<Seq> = self.commits.iter().filter(|(_, commit)| keeps(commit)).map(|(seq, _)| *seq).collect();
        self.undo.retain(|seq| !gone.contains(seq));
        self.redo.retain(|seq| !gone.contains(seq));
    }

    /// What was done after what undo would take back and is never taken back itself; `None` once something before it was
    /// taken back.
    pub fn behind(&self) -> Option<Barrier> {
        let next = self.undo.last().copied().unwrap_or(0);
        self.barrier.filter(|(barrier, _)| !self.crossed && *barrier > next).map(|(_, what)| what)
    }

    /// Lets the oldest commits go, but never the newest.
    fn forget(&mut self) {
        while self.commits.len() > 1 && (self.commits.len() > MOST_COMMITS || self.changes > MOST_CHANGES) {
            let Some((seq, commit)) = self.commits.pop_front() else { return };
            self.changes -= commit.changes.len();
            self.undo.retain(|known| *known != seq);
            self.redo.retain(|known| *known != seq);
        }
    }

    fn commit(&self, seq: Seq) -> Option<(Seq, &Commit)> {
        let at = self.commits.binary_search_by_key(&seq, |(seq, _)| *seq).ok()?;
        self.commits.get(at).map(|(seq, commit)| (*seq, commit))
    }

    /// The commit that undo would take back.
    pub fn undo(&self) -> Option<(Seq, &Commit)> {
        self.undo.last().and_then(|seq| self.commit(*seq))
    }

    /// The undo that redo would take back.
    pub fn redo(&self) -> Option<(Seq, &Commit)> {
        self.redo.last().and_then(|seq| self.commit(*seq))
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test may fail loudly")]
mod tests {
    use super::*;
    use crate::core::change::{Act, Change};
    use chrono::DateTime;
    use proptest::prelude::*;

    fn commit(verb: Verb) -> Commit {
        Commit {
            at: DateTime::UNIX_EPOCH,
            by: String::new(),
            act: Act::one(verb, "", ""),
            changes: Vec::new(),
            undoes: None,
            lost: false,
        }
    }

    fn undone(of: (Seq, &Commit)) -> Commit {
        of.1.inverse(of.0, DateTime::UNIX_EPOCH, String::new())
    }

    #[test]
    fn undo_redo_undo() {
        let mut history = History::default();
        history.push(1, commit(Verb::AddedCase));
        history.push(2, commit(Verb::EditedCase));
        let back = undone(history.undo().expect("something to undo"));
        history.push(3, back);
        assert_eq!(history.undo().map(|(seq, _)| seq), Some(1));
        let again = undone(history.redo().expect("something to redo"));
        history.push(4, again);
        assert_eq!(history.undo().map(|(seq, _)| seq), Some(4));
        assert!(history.redo().is_none());
        let back = undone(history.undo().expect("something to undo"));
        history.push(5, back);
        assert_eq!((history.undo().map(|(seq, _)| seq), history.redo().map(|(seq, _)| seq)), (Some(1), Some(5)));
    }

    #[test]
    fn a_new_act_ends_redo_and_a_demo_is_a_floor() {
        let mut history = History::default();
        history.push(1, commit(Verb::FilledDemo));
        assert!(history.undo().is_none());
        history.push(2, commit(Verb::AddedCase));
        let back = undone(history.undo().expect("something to undo"));
        history.push(3, back);
        assert!(history.undo().is_none());
        history.push(4, commit(Verb::AddedCase));
        assert!(history.redo().is_none());
    }

    #[test]
    fn old_commits_are_let_go() {
        let mut history = History::default();
        for seq in 1..=300 {
            history.push(seq, commit(Verb::AddedCase));
        }
        assert_eq!(history.commits.len(), MOST_COMMITS);
        assert_eq!(history.undo().map(|(seq, _)| seq), Some(300));
    }

    fn add(case: u32) -> Commit {
        let day = chrono::NaiveDate::MIN;
        let case =
            crate::core::case::Case::new(CaseId(case), format!("R-{case:03}"), crate::core::case::Need::Other, day);
        let changes = vec![Change::add(case)];
        Commit { act: Act::one(Verb::AddedCase, "", "R-001"), changes, ..commit(Verb::AddedCase) }
    }

    fn erasing(case: u32) -> Commit {
        let on = chrono::NaiveDate::MIN;
        let numbers = crate::core::id::Counters::default();
        let erased = crate::core::erased::Erased { case: CaseId(case), on, numbers };
        Commit { changes: vec![Change::add(erased)], ..commit(Verb::ErasedCase) }
    }

    #[test]
    fn what_was_done_in_an_erased_case_is_passed_over_and_its_neighbours_are_not() {
        let mut live = History::default();
        let mut world = World::default();
        for (seq, commit) in (1..).zip([add(1), add(2), add(3), add(2)]) {
            world.apply(&commit);
            live.push(seq, commit);
        }
        let back = undone(live.undo().expect("something to undo"));
        live.push(5, back);
        live.erase(CaseId(2), &world);
        live.push(6, erasing(2));
        // The same, as the store hands it over after a restart.
        let lost = || Commit { lost: true, ..commit(Verb::AddedCase) };
        let mut read = History::default();
        let undo_of_lost = Commit { undoes: Some(4), ..lost() };
        for (seq, commit) in (1..).zip([add(1), lost(), add(3), lost(), undo_of_lost, erasing(2)]) {
            read.push(seq, commit);
        }
        for mut history in [live, read] {
            assert!(history.redo().is_none());
            let mut reached = Vec::new();
            let mut behind = Vec::new();
            for seq in 7.. {
                behind.push(history.behind());
                let Some(found) = history.undo() else { break };
                reached.push(found.0);
                let back = undone(found);
                history.push(seq, back);
            }
            assert_eq!(reached, [3, 1]);
            assert_eq!(behind, [Some(Barrier::Erased), None, None], "asked once");
        }
    }

    fn number(case: u32, consent: &str) -> crate::core::a_number::ANumber {
        let (on, sealed) = (chrono::NaiveDate::MIN, crate::core::a_number::Sealed::default());
        crate::core::a_number::ANumber { case: CaseId(case), consent: consent.to_owned(), on, sealed }
    }

    #[test]
    fn a_number_that_is_kept_no_longer_comes_back_by_no_undo_or_redo() {
        let with = |verb, change| Commit { changes: vec![change], ..commit(verb) };
        let (first, second) = (number(1, "yes"), number(1, "still"));
        let kept = with(Verb::KeptANumber, Change::add(first.clone()));
        let replaced = with(Verb::KeptANumber, Change::edit(first, second.clone()).expect("they differ"));
        let removed = with(Verb::RemovedANumber, Change::remove(second));
        let mut history = History::default();
        for (seq, commit) in (1..).zip([add(1), kept, add(2), replaced, removed]) {
            history.push(seq, commit);
        }
        assert_eq!(history.behind(), Some(Barrier::NumberRemoved));
        let mut reached = Vec::new();
        for seq in 6.. {
            let Some(found) = history.undo() else { break };
            reached.push(found.0);
            let back = undone(found);
            history.push(seq, back);
            assert_eq!(history.behind(), None, "said once");
        }
        assert_eq!(reached, [3, 1]);
        // Redo goes the same way back.
        let again = undone(history.redo().expect("something to redo"));
        assert_eq!(again.act.verb, Verb::AddedCase);
    }

    #[test]
    fn what_came_after_an_erasure_is_taken_back_without_a_question() {
        let mut history = History::default();
        history.push(1, add(1));
        history.push(2, erasing(2));
        history.push(3, add(3));
        assert_eq!(history.behind(), None);
        let back = undone(history.undo().expect("something to undo"));
        history.push(4, back);
        assert_eq!(history.behind(), Some(Barrier::Erased));
        let again = undone(history.redo().expect("something to redo"));
        history.push(5, again);
        assert_eq!(history.behind(), None);
    }

    proptest! {
        /// Acts, undos and redos in any order: undo and redo always name what a plain pair of stacks names.
        #[test]
        fn agrees_with_two_stacks(moves in proptest::collection::vec(0_u8..3, 1..120)) {
            let mut history = History::default();
            // Each entry is the number of the act it stands for.
            let (mut done, mut taken_back, mut acts) = (Vec::new(), Vec::new(), std::collections::HashMap::new());
            let mut seq = 0;
            for (n, step) in moves.into_iter().enumerate() {
                let next = match step {
                    0 => { done.push(n); taken_back.clear(); acts.insert(seq + 1, n); Some(commit(Verb::AddedCase)) }
                    1 => history.undo().map(undone),
                    _ => history.redo().map(undone),
                };
                let Some(next) = next else { continue };
                seq += 1;
                if step == 1 {
                    let act = done.pop().expect("the stack agrees");
                    acts.insert(seq, act);
                    taken_back.push(act);
                } else if step == 2 {
                    let act = taken_back.pop().expect("the stack agrees");
                    acts.insert(seq, act);
                    done.push(act);
                }
                history.push(seq, next);
                prop_assert_eq!(history.undo().and_then(|(seq, _)| acts.get(&seq).copied()), done.last().copied());
                prop_assert_eq!(history.redo().and_then(|(seq, _)| acts.get(&seq).copied()), taken_back.last().copied());
            }
        }
    }
}
