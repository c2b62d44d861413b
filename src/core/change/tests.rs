#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use super::*;
use crate::core::case::{Case, Need};
use crate::core::clinic::Clinic;
use crate::core::id::CaseId;

fn case(id: u32, code: &str) -> Case {
    Case::new(CaseId(id), code.to_owned(), Need::Asylum, chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap())
}

#[test]
fn an_edit_is_of_one_record_and_changes_something() {
    assert!(Change::edit(case(1, "R-001"), case(1, "R-002")).is_some());
    assert_eq!(Change::edit(case(1, "R-001"), case(1, "R-001")), None, "nothing differs");
    assert_eq!(Change::edit(case(1, "R-001"), case(2, "R-001")), None, "two records");
    assert_eq!(Change::edit(case(1, "R-001"), Clinic::default()), None, "two kinds");
}

#[test]
fn a_change_knows_its_record_and_its_sides() {
    let added = Change::add(case(1, "R-001"));
    assert_eq!(added.id(), Some(RecordId::Case(CaseId(1))));
    assert_eq!((added.before(), added.after().is_some()), (None, true));
    let removed = Change::remove(case(1, "R-001"));
    assert_eq!(removed.id(), Some(RecordId::Case(CaseId(1))));
    assert_eq!((removed.before().is_some(), removed.after()), (true, None));
    assert_eq!(added.clone().inverse(), removed);
    assert_eq!(added.clone().inverse().inverse(), added);
}

#[test]
fn what_no_constructor_made_is_not_sound() {
    let (before, after) = (Some(Record::from(case(1, "R-001"))), Some(Record::from(case(2, "R-001"))));
    assert!(!Change { before: None, after: None }.is_sound());
    assert!(!Change { before: before.clone(), after: after.clone() }.is_sound());
    assert!(Change { before, after: None }.is_sound());
    assert!(Change { before: None, after }.is_sound());
    assert!(Change::edit(case(1, "R-001"), case(1, "R-002")).unwrap().is_sound());
}

#[test]
fn the_inverse_of_a_commit_goes_backwards_and_says_what_it_undoes() {
    let changes = vec![Change::add(case(1, "R-001")), Change::edit(case(1, "R-001"), case(1, "R-002")).unwrap()];
    let act = Act::one(Verb::AddedCase, "", "R-001");
    let commit =
        Commit { at: DateTime::UNIX_EPOCH, by: "Ana".into(), act: act.clone(), changes, undoes: None, lost: false };
    let back = commit.inverse(7, DateTime::UNIX_EPOCH, "Luz".into());
    assert_eq!((back.undoes, &back.act, back.by.as_str()), (Some(7), &act, "Luz"));
    let expected = [Change::edit(case(1, "R-002"), case(1, "R-001")).unwrap(), Change::remove(case(1, "R-001"))];
    assert_eq!(back.changes, expected);
}
