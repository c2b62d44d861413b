//! A change is one record before and after; a commit is the changes of one human act. Its inverse is a swap.

use super::compact::moment;
use super::id::{CaseId, DeadlineId, RecordId};
use super::record::Record;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A commit's place in the journal; the first is 1, 0 is the empty vault.
pub type Seq = u64;

/// One record before and after. At least one side is there, and both sides are the same record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    before: Option<Record>,
    after: Option<Record>,
}

impl Change {
    /// A record that was not there before.
    pub fn add(after: impl Into<Record>) -> Self {
        Self { before: None, after: Some(after.into()) }
    }

    /// A record that becomes another version of itself; `None` if nothing differs or the two are not the same record.
    pub fn edit(before: impl Into<Record>, after: impl Into<Record>) -> Option<Self> {
        let (before, after) = (before.into(), after.into());
        (before.id() == after.id() && before != after).then_some(Self { before: Some(before), after: Some(after) })
    }

    /// A record that goes.
    pub fn remove(before: impl Into<Record>) -> Self {
        Self { before: Some(before.into()), after: None }
    }

    /// A change of these two sides; `None` if they are not one record, or neither is there.
    pub fn of(before: Option<Record>, after: Option<Record>) -> Option<Self> {
        let change = Self { before, after };
        change.is_sound().then_some(change)
    }

    /// The record as it was.
    pub fn before(&self) -> Option<&Record> {
        self.before.as_ref()
    }

    /// The record as it is to be.
    pub fn after(&self) -> Option<&Record> {
        self.after.as_ref()
    }

    /// Which record; `None` only for bytes that no constructor here made.
    pub fn id(&self) -> Option<RecordId> {
        self.after.as_ref().or(self.before.as_ref()).map(Record::id)
    }

    /// Whether both sides are one record and at least one is there; checked for everything that is read.
    pub fn is_sound(&self) -> bool {
        match (&self.before, &self.after) {
            (None, None) => false,
            (Some(before), Some(after)) => before.id() == after.id(),
            (Some(_), None) | (None, Some(_)) => true,
        }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// What a person did, as a fact; `locale` makes the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verb {
    AddedCase,
    EditedCase,
    ClosedCase,
    ReopenedCase,
    AddedHousehold,
    AddedDeadline,
    EditedDeadline,
    CompletedDeadline,
    PostponedDeadline,
    SnoozedDeadline,
    VoidedDeadline,
    DeclaredMissed,
    ActedOnDeadline,
    VerifiedDeadline,
    RaisedDeadline,
    AddedStep,
    EditedStep,
    CompletedStep,
    WaitingStep,
    RemovedStep,
    LoggedEvent,
    LoggedPaper,
    AddedPartner,
    EditedPartner,
    ImportedPartners,
    ImportedCases,
    StartedRequest,
    RecordedConsent,
    SentRequest,
    MovedRequest,
    SetClinic,
    /// The invented caseload of a demo; not undone by a slip of the finger.
    FilledDemo,
    LoggedHappening,
    MovedHappening,
    ReviewedHappening,
    TookDeadlines,
    SetPractice,
    PinnedDeadline,
    PushedDeadline,
    UnpinnedDeadline,
    HeldCase,
    ReleasedCase,
    SetRetention,
    /// A case was erased for good; never undone.
    ErasedCase,
    KeptANumber,
    RemovedANumber,
    /// Stands for a change that was lost to damage, with what is known of what it came to; never undone.
    Mended,
}

/// The name of a commit: what was done, to what, for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    pub verb: Verb,
    /// A title or a name; may be empty.
    pub what: String,
    /// The case's code name; may be empty.
    pub case: String,
    /// How many records the person acted on.
    pub count: u32,
}

impl Act {
    /// An act on one record.
    pub fn one(verb: Verb, what: impl Into<String>, case: impl Into<String>) -> Self {
        Self { verb, what: what.into(), case: case.into(), count: 1 }
    }
}

/// The changes of one human act; durable as a whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commit {
    #[serde(with = "moment")]
    pub at: DateTime<Utc>,
    /// The navigator's name as the clinic's settings have it.
    pub by: String,
    pub act: Act,
    pub changes: Vec<Change>,
    /// The commit that this one takes back.
    pub undoes: Option<Seq>,
    /// A part of it was erased with its case: what is left is not what was done, and is never taken back.
    #[serde(skip)]
    pub lost: bool,
}

impl Commit {
    /// The cases that it erases.
    pub fn erases(&self) -> impl Iterator<Item = CaseId> {
        self.changes.iter().filter_map(|change| match change.after() {
            Some(Record::Erased(erased)) => Some(erased.case),
            _ => None,
        })
    }

    /// The case whose A-number it stops keeping, on its own and not as what takes another act back.
    pub fn withdraws(&self) -> Option<CaseId> {
        if self.undoes.is_some() {
            return None;
        }
        self.changes.iter().find_map(|change| match (change.before(), change.after()) {
            (Some(Record::ANumber(number)), None) => Some(number.case),
            _ => None,
        })
    }

    /// Every record in it, on either side of a change.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.changes.iter().flat_map(|change| [change.before(), change.after()]).flatten()
    }

    /// Whose a deadline is, where the commit has it.
    pub fn case_of(&self, id: DeadlineId) -> Option<CaseId> {
        self.records().find_map(|record| match record {
            Record::Deadline(deadline) if deadline.id == id => Some(deadline.case),
            _ => None,
        })
    }

    /// The highest number of a case in it; `case_of` says whose a deadline is.
    pub fn last_case(&self, case_of: impl Fn(DeadlineId) -> Option<CaseId>) -> Option<CaseId> {
        self.records().filter_map(|record| record.case(&case_of)).max()
    }

    /// Whether anything in it is the case's; `case_of` says whose a deadline is.
    pub fn concerns(&self, case: CaseId, case_of: impl Fn(DeadlineId) -> Option<CaseId>) -> bool {
        self.records().any(|record| record.case(&case_of) == Some(case))
    }

    /// Lets go of everything that is the case's, and of the words about it; `case_of` says whose a deadline is.
    pub fn forget(&mut self, case: CaseId, case_of: impl Fn(DeadlineId) -> Option<CaseId>) {
        if !self.concerns(case, &case_of) {
            return;
        }
        let kept = |side: Option<Record>| side.filter(|record| record.case(&case_of) != Some(case));
        let changes = std::mem::take(&mut self.changes).into_iter();
        self.changes = changes.filter_map(|change| Change::of(kept(change.before), kept(change.after))).collect();
        (self.act.what, self.act.case) = (String::new(), String::new());
        self.lost = true;
    }

    /// The commit that takes this one, standing at `seq`, back.
    #[must_use]
    pub fn inverse(&self, seq: Seq, at: DateTime<Utc>, by: String) -> Self {
        let changes = self.changes.iter().rev().cloned().map(Change::inverse).collect();
        Self { at, by, act: self.act.clone(), changes, undoes: Some(seq), lost: false }
    }
}

#[cfg(test)]
mod tests;
