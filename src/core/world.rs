//! The world: every record but the events, in memory.

use super::a_number::ANumber;
use super::case::Case;
use super::change::{Change, Commit};
use super::clinic::Clinic;
use super::deadline::Deadline;
use super::erased::Erased;
use super::happening::Happening;
use super::hold::Hold;
use super::household::Household;
use super::id::{CaseId, Counters, DeadlineId, HappeningId, HouseholdId, PartnerId, RecordId, RequestId};
use super::partner::Partner;
use super::pin::Pin;
use super::practice::Practice;
use super::record::Record;
use super::request::Request;
use super::retention::Retention;
use super::unattended::Unattended;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Every resident record. Events stay in the store and are read when a timeline is opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct World {
    cases: BTreeMap<CaseId, Box<Case>>,
    deadlines: BTreeMap<DeadlineId, Box<Deadline>>,
    partners: BTreeMap<PartnerId, Box<Partner>>,
    requests: BTreeMap<RequestId, Box<Request>>,
    households: BTreeMap<HouseholdId, Household>,
    clinic: Option<Box<Clinic>>,
    happenings: BTreeMap<HappeningId, Happening>,
    practice: Option<Box<Practice>>,
    pins: BTreeMap<DeadlineId, Pin>,
    holds: BTreeMap<CaseId, Hold>,
    retention: Option<Retention>,
    unattended: Option<Unattended>,
    erased: BTreeMap<CaseId, Erased>,
    a_numbers: BTreeMap<CaseId, ANumber>,
    counters: Counters,
    codes: HashMap<String, CaseId>,
    /// Every deadline behind its case.
    by_case: BTreeSet<(CaseId, DeadlineId)>,
    /// Every happening behind its case.
    happened: BTreeSet<(CaseId, HappeningId)>,
}

/// A record is not as the change expects it: somebody else changed it meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not as this change expects it")]
pub struct Stale(pub RecordId);

impl World {
    /// Puts a record as loaded from the store.
    pub fn put(&mut self, record: Record) {
        self.counters.see(record.id());
        match record {
            Record::Case(case) => {
                self.codes.insert(case.code.to_lowercase(), case.id);
                if let Some(old) = self.cases.insert(case.id, case) {
                    self.release_code(&old);
                }
            }
            Record::Deadline(deadline) => {
                let (case, id) = (deadline.case, deadline.id);
                if let Some(old) = self.deadlines.insert(id, deadline)
                    && old.case != case
                {
                    self.by_case.remove(&(old.case, id));
                }
                self.by_case.insert((case, id));
            }
            Record::Partner(partner) => {
                self.partners.insert(partner.id, partner);
            }
            Record::Request(request) => {
                self.requests.insert(request.id, request);
            }
            Record::Household(household) => {
                self.households.insert(household.id, household);
            }
            Record::Clinic(clinic) => self.clinic = Some(clinic),
            Record::Happening(happening) => {
                let (case, id) = (happening.case, happening.id);
                if let Some(old) = self.happenings.insert(id, happening)
                    && old.case != case
                {
                    self.happened.remove(&(old.case, id));
                }
                self.happened.insert((case, id));
            }
            Record::Practice(practice) => self.practice = Some(practice),
            Record::Pin(pin) => {
                self.pins.insert(pin.deadline, pin);
            }
            Record::Hold(hold) => {
                self.holds.insert(hold.case, hold);
            }
            Record::Retention(retention) => self.retention = Some(retention),
            Record::Unattended(unattended) => self.unattended = Some(unattended),
            Record::Erased(erased) => {
                self.forget(erased.case);
                self.counters.see_all(&erased.numbers);
                self.erased.insert(erased.case, erased);
            }
            Record::ANumber(number) => {
                self.a_numbers.insert(number.case, number);
            }
            Record::Event(_) | Record::NumberKey(_) => {}
        }
    }

    fn remove(&mut self, id: RecordId) {
        match id {
            RecordId::Case(id) => {
                if let Some(case) = self.cases.remove(&id) {
                    self.release_code(&case);
                }
            }
            RecordId::Deadline(id) => {
                if let Some(deadline) = self.deadlines.remove(&id) {
                    self.by_case.remove(&(deadline.case, id));
                }
            }
            RecordId::Partner(id) => drop(self.partners.remove(&id)),
            RecordId::Request(id) => drop(self.requests.remove(&id)),
            RecordId::Household(id) => drop(self.households.remove(&id)),
            RecordId::Clinic => self.clinic = None,
            RecordId::Happening(id) => {
                if let Some(happening) = self.happenings.remove(&id) {
                    self.happened.remove(&(happening.case, id));
                }
            }
            RecordId::Practice => self.practice = None,
            RecordId::Pin(id) => drop(self.pins.remove(&id)),
            RecordId::Hold(id) => drop(self.holds.remove(&id)),
            RecordId::Retention => self.retention = None,
            RecordId::Unattended => self.unattended = None,
            RecordId::Erased(id) => drop(self.erased.remove(&id)),
            RecordId::ANumber(id) => drop(self.a_numbers.remove(&id)),
            RecordId::Event(_) | RecordId::NumberKey(_) => {}
        }
    }

    /// Lets go of a case and of everything that is the case's.
    fn forget(&mut self, case: CaseId) {
        let deadlines: Vec<DeadlineId> = self.deadlines_of(case).map(|deadline| deadline.id).collect();
        for id in deadlines {
            self.remove(RecordId::Pin(id));
            self.remove(RecordId::Deadline(id));
        }
        let happenings: Vec<HappeningId> = self.happenings_of(case).map(|happening| happening.id).collect();
        for id in happenings {
            self.remove(RecordId::Happening(id));
        }
        self.requests.retain(|_, request| request.case != case);
        self.remove(RecordId::Hold(case));
        self.remove(RecordId::ANumber(case));
        self.remove(RecordId::Case(case));
    }

    /// Frees the code name that a case had, unless the same or another case has it by now.
    fn release_code(&mut self, old: &Case) {
        let code = old.code.to_lowercase();
        let kept = self.cases.get(&old.id).is_some_and(|case| case.code.to_lowercase() == code);
        if !kept && self.codes.get(&code) == Some(&old.id) {
            self.codes.remove(&code);
        }
    }

    /// Whether every record is as `commit` expects it before its changes; events are not looked at.
    ///
    /// # Errors
    /// The first record that differs.
    pub fn expects(&self, commit: &Commit) -> Result<(), Stale> {
        for change in &commit.changes {
            let Some(id) = change.id() else { continue };
            let holds = match id {
                RecordId::Event(_) | RecordId::NumberKey(_) => true,
                RecordId::Erased(case) if self.holds.contains_key(&case) => false,
                _ => self.record(id).as_ref() == change.before(),
            };
            if !holds {
                return Err(Stale(id));
            }
        }
        Ok(())
    }

    /// Applies the changes of a commit that the store has made durable.
    pub fn apply(&mut self, commit: &Commit) {
        for change in &commit.changes {
            self.apply_change(change);
        }
    }

    /// Applies one change alone.
    pub fn apply_change(&mut self, change: &Change) {
        let Some(id) = change.id() else { return };
        self.counters.see(id);
        match change.after() {
            Some(record) => self.put(record.clone()),
            None => self.remove(id),
        }
    }

    /// A copy of one resident record.
    pub fn record(&self, id: RecordId) -> Option<Record> {
        match id {
            RecordId::Case(id) => self.cases.get(&id).cloned().map(Record::Case),
            RecordId::Deadline(id) => self.deadlines.get(&id).cloned().map(Record::Deadline),
            RecordId::Partner(id) => self.partners.get(&id).cloned().map(Record::Partner),
            RecordId::Request(id) => self.requests.get(&id).cloned().map(Record::Request),
            RecordId::Household(id) => self.households.get(&id).cloned().map(Record::Household),
            RecordId::Clinic => self.clinic.clone().map(Record::Clinic),
            RecordId::Happening(id) => self.happenings.get(&id).cloned().map(Record::Happening),
            RecordId::Practice => self.practice.clone().map(Record::Practice),
            RecordId::Pin(id) => self.pins.get(&id).cloned().map(Record::Pin),
            RecordId::Hold(id) => self.holds.get(&id).cloned().map(Record::Hold),
            RecordId::Retention => self.retention.map(Record::Retention),
            RecordId::Unattended => self.unattended.map(Record::Unattended),
            RecordId::Erased(id) => self.erased.get(&id).cloned().map(Record::Erased),
            RecordId::ANumber(id) => self.a_numbers.get(&id).cloned().map(Record::ANumber),
            RecordId::Event(_) | RecordId::NumberKey(_) => None,
        }
    }

    /// The next free identities; a commit takes them from a copy.
    pub fn counters(&self) -> Counters {
        self.counters
    }

    /// Raises the counters to what the store remembers of records no longer there.
    pub fn set_counters(&mut self, counters: Counters) {
        self.counters = counters;
    }

    /// A case by identity.
    pub fn case(&self, id: CaseId) -> Option<&Case> {
        self.cases.get(&id).map(|case| &**case)
    }

    /// A case by its code name, without regard to letter case.
    pub fn case_by_code(&self, code: &str) -> Option<&Case> {
        self.codes.get(&code.trim().to_lowercase()).and_then(|id| self.case(*id))
    }

    /// Every case, by identity.
    pub fn cases(&self) -> impl ExactSizeIterator<Item = &Case> {
        self.cases.values().map(|case| &**case)
    }

    /// A deadline by identity.
    pub fn deadline(&self, id: DeadlineId) -> Option<&Deadline> {
        self.deadlines.get(&id).map(|deadline| &**deadline)
    }

    /// Every deadline, by identity.
    pub fn deadlines(&self) -> impl ExactSizeIterator<Item = &Deadline> {
        self.deadlines.values().map(|deadline| &**deadline)
    }

    /// The deadlines of a case, by identity.
    pub fn deadlines_of(&self, case: CaseId) -> impl Iterator<Item = &Deadline> {
        let own = self.by_case.range((case, DeadlineId(0))..=(case, DeadlineId(u32::MAX)));
        own.filter_map(|(_, id)| self.deadline(*id))
    }

    /// A partner by identity.
    pub fn partner(&self, id: PartnerId) -> Option<&Partner> {
        self.partners.get(&id).map(|partner| &**partner)
    }

    /// Every partner, by identity.
    pub fn partners(&self) -> impl ExactSizeIterator<Item = &Partner> {
        self.partners.values().map(|partner| &**partner)
    }

    /// A request by identity.
    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.get(&id).map(|request| &**request)
    }

    /// Every request, by identity.
    pub fn requests(&self) -> impl ExactSizeIterator<Item = &Request> {
        self.requests.values().map(|request| &**request)
    }

    /// A household by identity.
    pub fn household(&self, id: HouseholdId) -> Option<&Household> {
        self.households.get(&id)
    }

    /// Every household, by identity.
    pub fn households(&self) -> impl ExactSizeIterator<Item = &Household> {
        self.households.values()
    }

    /// Something that happened, by identity.
    pub fn happening(&self, id: HappeningId) -> Option<&Happening> {
        self.happenings.get(&id)
    }

    /// Everything that happened, in the order it was logged.
    pub fn happenings(&self) -> impl ExactSizeIterator<Item = &Happening> {
        self.happenings.values()
    }

    /// What happened in one case, in the order it was logged.
    pub fn happenings_of(&self, case: CaseId) -> impl Iterator<Item = &Happening> {
        let own = self.happened.range((case, HappeningId(0))..=(case, HappeningId(u32::MAX)));
        own.filter_map(|(_, id)| self.happening(*id))
    }

    /// How the clinic works, if it was ever said.
    pub fn practice(&self) -> Option<&Practice> {
        self.practice.as_deref()
    }

    /// The pin of a deadline's row, over or not.
    pub fn pin(&self, id: DeadlineId) -> Option<&Pin> {
        self.pins.get(&id)
    }

    /// Every pin, by deadline.
    pub fn pins(&self) -> impl ExactSizeIterator<Item = &Pin> {
        self.pins.values()
    }

    /// The legal hold on a case.
    pub fn hold(&self, case: CaseId) -> Option<&Hold> {
        self.holds.get(&case)
    }

    /// Every legal hold, by case.
    pub fn holds(&self) -> impl ExactSizeIterator<Item = &Hold> {
        self.holds.values()
    }

    /// That the A-number of a case is kept; the number cannot be read here.
    pub fn a_number(&self, case: CaseId) -> Option<&ANumber> {
        self.a_numbers.get(&case)
    }

    /// Every A-number that is kept, by case.
    pub fn a_numbers(&self) -> impl ExactSizeIterator<Item = &ANumber> {
        self.a_numbers.values()
    }

    /// How long the clinic keeps closed cases, if it was ever said.
    pub fn retention(&self) -> Option<Retention> {
        self.retention
    }

    /// How long the clinic lets a screen stand without a key, if it was ever said.
    pub fn unattended(&self) -> Option<Unattended> {
        self.unattended
    }

    /// What is left of erased cases: their numbers.
    pub fn erased(&self) -> impl ExactSizeIterator<Item = &Erased> {
        self.erased.values()
    }

    /// The clinic's settings, if any were saved.
    pub fn clinic(&self) -> Option<&Clinic> {
        self.clinic.as_deref()
    }
}

#[cfg(test)]
mod tests;
