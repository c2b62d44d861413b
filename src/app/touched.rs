//! What a commit can have moved: the rows to look at again, so that all others stay where they are.

use super::App;
use crate::core::change::{Change, Commit};
use crate::core::id::{CaseId, DeadlineId, RecordId};
use crate::core::record::Record;
use std::collections::BTreeSet;

/// From so many changes on everything is ordered anew: an import.
const MANY: usize = 256;

/// The rows that a commit can have moved, or whose text it can have changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Touched {
    pub cases: BTreeSet<CaseId>,
    pub deadlines: BTreeSet<DeadlineId>,
    pub partners: bool,
}

impl Touched {
    /// What `commit`, already applied, touched; `None` where that may be anything. A logged event moves no row at all.
    pub fn by(app: &App, commit: &Commit) -> Option<Self> {
        let mut touched = Self::default();
        for record in commit.changes.iter().flat_map(|change| [Change::before(change), change.after()]).flatten() {
            touched.add(app, record)?;
        }
        (touched.cases.len() + touched.deadlines.len() <= MANY).then_some(touched)
    }

    fn add(&mut self, app: &App, record: &Record) -> Option<()> {
        match record {
            Record::Case(case) => {
                self.cases.insert(case.id);
                // Its name stands in their text, and its representative is whom to call about them.
                self.deadlines.extend(app.world.deadlines_of(case.id).map(|deadline| deadline.id));
            }
            Record::Deadline(deadline) => {
                self.cases.insert(deadline.case);
                self.deadlines.insert(deadline.id);
            }
            Record::Pin(pin) => {
                let deadline = app.world.deadline(pin.deadline);
                self.deadlines.extend(deadline.map(|deadline| deadline.id));
            }
            Record::Hold(hold) => drop(self.cases.insert(hold.case)),
            Record::ANumber(number) => drop(self.cases.insert(number.case)),
            Record::Happening(happening) => drop(self.cases.insert(happening.case)),
            Record::Household(household) => {
                let cases = app.world.cases().filter(|case| case.household == Some(household.id));
                self.cases.extend(cases.map(|case| case.id));
            }
            Record::Partner(_) => self.partners = true,
            Record::Request(_) | Record::Event(_) | Record::NumberKey(_) | Record::Unattended(_) => {}
            // Of an erased case nothing is left to ask for.
            Record::Clinic(_) | Record::Practice(_) | Record::Retention(_) | Record::Erased(_) => return None,
        }
        Some(())
    }

    /// The rows of the caseload.
    pub fn case_rows(&self) -> BTreeSet<RecordId> {
        self.cases.iter().copied().map(RecordId::Case).collect()
    }

    /// The rows of the queue.
    pub fn deadline_rows(&self) -> BTreeSet<RecordId> {
        self.deadlines.iter().copied().map(RecordId::Deadline).collect()
    }
}
