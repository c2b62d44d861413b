//! The twelve situations that the clinic's work is made of, each in cases of its own at the start of the caseload.
//!
//! | | what | cases | need wanted |
//! |---|---|---|---|
//! | 1 | merits hearing in nine weeks, and the forensic evaluation needs twelve | R-001 | asylum |
//! | 2 | a treatment letter, new proceedings, eleven days | R-002 | deportation defense |
//! | 3 | a couple: letters from her care team, his card to renew, one interpreter in the room | R-003, R-004 | medical deferred action, green card |
//! | 4 | arrival ten and a half months ago, three partners silent | R-005 | asylum |
//! | 5 | an oral decision eight days ago, and no lawyer | R-006 | deportation defense |
//! | 6 | a missed hearing; the notice went to the old shelter | R-007 | asylum |
//! | 7 | a family that moved on Friday; one address kept apart | R-008 to R-011 | asylum, asylum, documentation, documentation |
//! | 8 | a request for evidence that prints an earlier date than the computed one | R-012 | green card |
//! | 9 | a work permit that expires while the asylum clock is stopped | R-013 | documentation |
//! | 10 | a worried collaborator calls; going along clashes with R-015's hearing | R-014, R-015 | asylum, asylum |
//! | 11 | a hearing not verified for 40 days, found to have moved earlier | R-016 | asylum |
//! | 12 | mother and child in Tijuana: no date, two zones, hotel money until Thursday | R-017, R-018 | asylum, family reunification |
//!
//! A need that the mix no longer has is replaced by the most frequent one left. In a caseload of fewer than 18 cases,
//! a situation that does not fit any more is left out, and the codes differ.

mod agency;
mod court;
mod families;
mod going_along;

use super::chains::What;
use super::dated::Dated;
use super::desk::Desk;
use super::folder::Folder;
use super::matters;
use super::names::Tongue;
use super::people::{self, Kin};
use super::story;
use crate::core::case::{CaseStatus, Need, NextAction};
use crate::core::change::Change;
use crate::core::deadline::Deadline;
use chrono::NaiveDate;

/// A situation: how many cases it takes, and what builds them.
type Situation = (usize, fn(&mut Desk) -> Vec<Change>);

const ALL: [Situation; 12] = [
    (1, court::merits_hearing),
    (1, court::treatment_letter),
    (2, families::couple),
    (1, agency::asylum_year),
    (1, court::oral_decision),
    (1, court::missed_hearing),
    (4, families::moved_on_friday),
    (1, agency::request_for_evidence),
    (1, agency::work_permit),
    (2, going_along::clash),
    (1, court::moved_earlier),
    (2, families::mother_and_child),
];

/// Builds every situation that the caseload has room for, in order.
pub(super) fn all(desk: &mut Desk) -> Vec<Change> {
    let mut changes = Vec::new();
    for (size, build) in ALL {
        if desk.mix.left() >= size {
            changes.extend(build(desk));
        }
    }
    changes
}

/// A case of somebody who speaks this language, with the usual details and a first visit so many days ago.
fn person(need: Need, language: &str, opened: i64, desk: &mut Desk) -> Folder {
    let kin = Kin::speaking(Tongue::named(language), desk);
    let mut folder = member(need, &kin, opened, desk);
    story::of_intake(&mut folder, desk);
    folder
}

/// A case of one member of a family; the first visit is told by whoever knows the rest.
fn member(need: Need, kin: &Kin, opened: i64, desk: &mut Desk) -> Folder {
    let opened = desk.days.business_ago(opened);
    let mut folder = desk.open_wanted(need, opened);
    people::fill(&mut folder.case, kin, desk);
    if let Some(address) = &mut folder.case.address {
        address.kept_apart = false;
    }
    folder
}

/// A deadline of this kind with all its steps open; not yet in the folder.
fn make(what: &What, dated: Dated, folder: &Folder, desk: &mut Desk) -> Deadline {
    matters::blank(what, &folder.case, dated, &mut desk.ids)
}

/// Puts the deadline into the folder, as entered on that day, and tells what was done about it since.
fn keep(deadline: Deadline, entered: NaiveDate, folder: &mut Folder, desk: &mut Desk) {
    story::of_course(folder, &deadline, entered, desk);
    folder.deadlines.push(deadline);
}

/// What happens next, by the navigator.
fn next(what: &str, on: NaiveDate, folder: &mut Folder, desk: &Desk) {
    debug_assert_eq!(folder.case.status, CaseStatus::Open);
    folder.case.next_action = Some(NextAction { what: what.to_owned(), owner: desk.navigator.to_owned(), on });
}

/// Fills the timeline with everyday events and hands the records over.
fn finish(mut folder: Folder, events: usize, desk: &mut Desk) -> Vec<Change> {
    story::fill_up(&mut folder, events, desk);
    folder.into_changes(&mut desk.ids)
}
