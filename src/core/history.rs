//! Which commit undo would take back, and which redo would bring again.
//!
//! Undo appends the inverse of a commit and redo the inverse of an undo, so the journal alone tells both, after a restart
//! too.

use super::change::{Commit, Seq, Verb};
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
}

impl History {
    /// Takes note of a commit that became durable.
    pub fn push(&mut self, seq: Seq, commit: Commit) {
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
    use crate::core::change::Act;
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
