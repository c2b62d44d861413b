//! An invented year of a clinic, for trying the program out: nobody in it is anybody.
//!
//! Pure and repeatable: the same [`Plan`] gives the same commits, byte for byte. What people would have typed is in
//! English, as records are in whatever language they were written in; the program's own sentences are in `locale`.
//!
//! The first cases are the [twelve situations](situations) that the clinic's work is made of; the rest fill the year.

mod chains;
mod dated;
mod days;
mod desk;
mod folder;
mod happened;
mod matters;
mod mix;
mod names;
mod ordinary;
mod partners;
mod people;
mod phones;
mod requests;
mod rng;
pub mod situations;
mod story;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says what is missing by failing")]
mod tests;

use crate::core::change::{Act, Change, Commit, Verb};
use crate::core::clinic::{Clinic, OnCall};
use crate::core::id::Counters;
use chrono::{DateTime, Utc};
use days::{Days, HOME};
use desk::Desk;
use mix::Mix;
use ordinary::Decks;
use partners::Directory;
use phones::{Area, Phones};
use rng::Rng;

/// How many patients the published year had.
pub const YEAR: usize = 271;

/// What to invent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    pub seed: u64,
    /// How many cases; [`YEAR`] for the published mix of needs exactly, the same shares otherwise.
    pub cases: usize,
    /// Every date counts from here.
    pub now: DateTime<Utc>,
}

/// A commit is closed once it has so many changes, so that none grows large in the journal.
const CHANGES_A_COMMIT: usize = 400;

/// The name written beside every change of the demo.
const NAVIGATOR: &str = "Ana Quiroga Lind";

/// Invents the caseload: the clinic with its partners first, then the cases, in commits to be made one after another.
pub fn fill(plan: Plan) -> Vec<Commit> {
    let days = Days::new(plan.now);
    let (mut rng, mut ids, mut phones) = (Rng::new(plan.seed), Counters::default(), Phones::default());
    let on_call =
        OnCall { name: "Noemí Valdelomar, attorney on call".to_owned(), phone: phones.next(Area::Massachusetts) };
    let directory = Directory::invent(plan.cases, &mut ids, &mut phones, &mut rng, &days);
    let mut changes = vec![Change::add(clinic(on_call))];
    changes.extend(directory.partners.iter().cloned().map(Change::add));
    let mut commits = vec![commit(&days, changes)];

    let mut desk = Desk { days, rng, ids, phones, directory, mix: Mix::of(plan.cases), navigator: NAVIGATOR };
    let mut changes = situations::all(&mut desk);
    let needs = desk.mix.clone().rest();
    let mut decks = Decks::new(needs, &mut desk);
    while let Some(more) = decks.next(&mut desk) {
        changes.extend(more);
        if changes.len() >= CHANGES_A_COMMIT {
            commits.push(commit(&days, std::mem::take(&mut changes)));
        }
    }
    if !changes.is_empty() {
        commits.push(commit(&days, changes));
    }
    commits
}

fn clinic(on_call: OnCall) -> Clinic {
    Clinic {
        name: "Clinic at Lantern Quay".to_owned(),
        navigator: NAVIGATOR.to_owned(),
        zone: HOME,
        on_call: Some(on_call),
        courier_days: Clinic::default().courier_days,
        demo: true,
    }
}

fn commit(days: &Days, changes: Vec<Change>) -> Commit {
    let count = u32::try_from(changes.len()).unwrap_or(u32::MAX);
    let act = Act { verb: Verb::FilledDemo, what: String::new(), case: String::new(), count };
    Commit { at: days.now, by: NAVIGATOR.to_owned(), act, changes, undoes: None, lost: false }
}
