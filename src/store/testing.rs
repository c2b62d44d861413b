//! Invented records for the store's tests, and damage done to a journal.

use crate::core::a_number::{ANumber, NumberKey, Sealed};
use crate::core::case::{
    Address, Case, CaseStatus, Interpreter, Need, NextAction, Representation, Representative, SafeContact,
};
use crate::core::change::{Act, Change, Commit, Verb};
use crate::core::clinic::{Clinic, OnCall};
use crate::core::deadline::{
    Acted, Appointment, Basis, Certainty, Consequence, Deadline, DeadlineKind, DeadlineState, Due, Medium, RuleUse,
    Source,
};
use crate::core::erased::Erased;
use crate::core::event::{Event, EventKind};
use crate::core::happening::{Happening, Known, Reviewed};
use crate::core::hold::Hold;
use crate::core::household::Household;
use crate::core::id::{
    CaseId, Counters, DeadlineId, EventId, HappeningId, HouseholdId, PartnerId, RecordId, RequestId,
};
use crate::core::partner::{Partner, PartnerKind};
use crate::core::pin::{Pin, Way};
use crate::core::practice::{Lead, OneDay, Practice};
use crate::core::request::{Consent, Request, RequestState};
use crate::core::retention::Retention;
use crate::core::rules::Happened;
use crate::core::step::{Step, StepKind, StepState};
use crate::core::unattended::Unattended;
use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use std::fs;
use std::path::Path;

/// A day of November 2026.
pub fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

/// A moment, `n` minutes into 2026-11-02.
pub fn minute(n: u32) -> DateTime<Utc> {
    day(2).and_hms_opt(0, 0, 0).unwrap().and_utc() + chrono::Duration::minutes(n.into())
}

/// A commit of these changes.
pub fn commit(changes: Vec<Change>) -> Commit {
    let act = Act::one(Verb::EditedCase, "a test", "R-001");
    Commit { at: minute(0), by: "Ana".into(), act, changes, undoes: None, lost: false }
}

/// A case with its number as its code.
pub fn case(n: u32) -> Case {
    let new = Case::new(CaseId(n), format!("R-{n:03}"), Need::Asylum, day(2));
    // What a case was before one could say that nobody had asked: the golden bytes have it.
    Case { interpreter: Interpreter::NotNeeded, ..new }
}

/// An event of a case, `at` minutes into the day.
pub fn event(n: u32, case: u32, at: u32) -> Event {
    let text = format!("note {n} of case {case}");
    Event { id: EventId(n), case: CaseId(case), at: minute(at), kind: EventKind::Note, text, act: None }
}

/// An open deadline with one step.
pub fn deadline(n: u32, case: u32) -> Deadline {
    Deadline {
        consequence: Consequence::Right,
        source: Source { basis: Basis::AgencyNotice, rule: None, printed: Some(day(20)), note: "notice, seen".into() },
        certainty: Certainty::Noticed,
        steps: vec![Step::usual("Letter from the clinic".into(), StepKind::Letter)],
        ..Deadline::new(
            DeadlineId(n),
            CaseId(case),
            format!("Filing {n}"),
            Due::Day(day(1) + Days::new(u64::from(n % 400))),
        )
    }
}

/// Flips a bit in a change of the first segment.
pub fn flip_change(dir: &Path, seq: u32) {
    let (mut at, path) = (64, dir.join("journal/000001.log"));
    let mut bytes = fs::read(&path).unwrap();
    for _ in 1..seq {
        let length = u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        at += (64 + length + 8).next_multiple_of(64);
    }
    bytes[at + 90] ^= 4;
    fs::write(path, bytes).unwrap();
}

/// Every kind of record, every field set, every variant of every enum somewhere.
pub fn every_kind() -> Commit {
    let mut commit = every_kind_of_schema_2();
    let hold = Hold { case: CaseId(2), reason: "a letter from the court".into(), by: "Attorney".into(), since: day(6) };
    commit.changes.push(Change::add(hold));
    commit.changes.push(Change::add(Retention { closed_years: 7 }));
    commit.changes.push(Change::add(erased(2000)));
    let sealed = Sealed(vec![1, 2, 3]);
    commit.changes.push(Change::add(ANumber { case: CaseId(2), consent: "verbal".into(), on: day(6), sealed }));
    commit.changes.push(Change::add(NumberKey { case: CaseId(2), key: Sealed(vec![4, 5]) }));
    commit.changes.push(Change::add(Unattended { blank_after: 90, lock_after: 240 }));
    commit.changes.push(Change::add(Case { interpreter: Interpreter::NotAsked, ..case(7) }));
    commit
}

/// A deadline's row moved up.
pub fn pin(deadline: u32) -> Pin {
    let (reason, by) = ("the attorney asked".into(), "Ana".into());
    Pin { deadline: DeadlineId(deadline), way: Way::Up, until: day(25), reason, by }
}

/// What is left of a case that was erased after this many.
pub fn erased(n: u32) -> Erased {
    let mut numbers = Counters::default();
    numbers.see(RecordId::Case(CaseId(n)));
    Erased { case: CaseId(n), on: day(9), numbers }
}

/// The same, as far as the second schema went.
pub fn every_kind_of_schema_2() -> Commit {
    let mut commit = every_kind_of_schema_1();
    commit.changes.extend(happenings().into_iter().map(Change::add));
    let practice = Practice {
        leads: StepKind::ALL.map(|(kind, _)| (kind, Lead { wait_days: 14, effort_quarters: 3 })).into(),
        one_day: Some(OneDay { on: day(24), quarters: 12 }),
        ..Practice::default()
    };
    commit.changes.push(Change::add(practice));
    let pins = (1..).zip(Way::ALL).map(|(n, (way, _))| Pin {
        deadline: DeadlineId(n),
        way,
        until: day(25),
        reason: "the attorney asked".into(),
        by: "Ana".into(),
    });
    commit.changes.extend(pins.map(Change::add));
    commit
}

fn happenings() -> Vec<Happening> {
    (1..)
        .zip(Happened::ALL)
        .map(|(n, (what, _))| Happening {
            id: HappeningId(n),
            case: CaseId(1),
            what,
            on: n.is_multiple_of(2).then(|| day(3)),
            known: if n.is_multiple_of(3) { Known::Seen } else { Known::Told },
            mailed: n.is_multiple_of(5),
            note: "notice of 3 November".into(),
            logged: day(4),
            reviewed: n.is_multiple_of(4).then(|| Reviewed { by: "Attorney".into(), on: day(5) }),
        })
        .collect()
}

/// The same, as far as the first schema went.
pub fn every_kind_of_schema_1() -> Commit {
    let mut changes: Vec<Change> = Vec::new();
    changes.extend(cases().into_iter().map(Change::add));
    changes.extend(deadlines().into_iter().map(Change::add));
    changes.extend(partners().into_iter().map(Change::add));
    changes.extend(requests().into_iter().map(Change::add));
    changes.extend(events().into_iter().map(Change::add));
    changes.push(Change::add(Household { id: HouseholdId(3), label: "H-03".into(), notes: "two cases".into() }));
    let on_call = Some(OnCall { name: "Legal contact".into(), phone: "305-555-0100".into() });
    let clinic = Clinic { name: "Clinic".into(), navigator: "Ana".into(), on_call, demo: true, ..Clinic::default() };
    changes.push(Change::edit(Clinic::default(), clinic).unwrap());
    changes.push(Change::remove(case(9)));
    let act = Act { verb: Verb::FilledDemo, what: "everything".into(), case: "R-001".into(), count: 99 };
    Commit { at: minute(1), by: "Ana".into(), act, changes, undoes: Some(41), lost: false }
}

fn cases() -> Vec<Case> {
    use Interpreter::{Any, InPerson, NotNeeded, Phone, Video};
    let full = Case {
        name: "Invented Person".into(),
        needs: Need::ALL.map(|(need, _)| need).to_vec(),
        status: CaseStatus::Closed { on: day(9), reason: "moved".into() },
        household: Some(HouseholdId(3)),
        representation: Representation::Named(Representative {
            name: "Attorney".into(),
            phone: "305-555-0101".into(),
            before: "court".into(),
        }),
        language: "es".into(),
        safe_contact: Some(SafeContact {
            channel: "305-555-0102".into(),
            hours: "evenings".into(),
            leave_message: true,
            name_to_use: "Doña Ana".into(),
        }),
        address: Some(Address { text: "12 Example Street".into(), kept_apart: true }),
        referred_by: "a nurse".into(),
        screened: "needs letter".into(),
        next_action: Some(NextAction { what: "call".into(), owner: "Ana".into(), on: day(5) }),
        arrived: Some(day(1)),
        notes: "notes\nin two lines".into(),
        ..case(1)
    };
    let rest = (2..).zip([NotNeeded, InPerson, Phone, Video, Any]).map(|(n, interpreter)| Case {
        interpreter,
        representation: if n % 2 == 0 { Representation::Nobody } else { Representation::Unknown },
        ..case(n)
    });
    std::iter::once(full).chain(rest).collect()
}

fn deadlines() -> Vec<Deadline> {
    let dues = [
        Due::At(Appointment {
            local: day(9).and_hms_opt(8, 30, 0).unwrap(),
            zone: Tz::America__Tijuana,
            place: "court".into(),
        }),
        Due::From(day(4)),
        Due::Unset { ask_on: day(6) },
        Due::Day(day(8)),
    ];
    let states = [
        DeadlineState::Done { on: day(3) },
        DeadlineState::Missed { on: day(3), by: "Ana".into() },
        DeadlineState::Void { on: day(3), reason: "withdrawn".into() },
        DeadlineState::Open,
    ];
    let certainties = [
        Certainty::Verified { source: "hotline".into(), on: day(2) },
        Certainty::Reported,
        Certainty::Computed,
        Certainty::Unknown,
        Certainty::Noticed,
    ];
    let rule = RuleUse {
        rule: "bia-appeal-30".into(),
        trigger: day(2),
        mailed: true,
        online: true,
        computed: Some(day(30)),
        raw: Some(day(29)),
    };
    let mut steps: Vec<Step> = StepKind::ALL.iter().map(|(kind, code)| Step::usual((*code).into(), *kind)).collect();
    steps[1].state = StepState::Waiting { since: day(2), until: day(20) };
    steps[2].state = StepState::Done { on: day(3) };
    steps[3].partner = Some(PartnerId(2));
    let one = |n: usize| Deadline {
        kind: DeadlineKind::ALL[n].0,
        consequence: Consequence::ALL[n % 4].0,
        due: dues[n % 4].clone(),
        medium: Medium::ALL[n % 3].0,
        source: Source {
            basis: Basis::ALL[n % 7].0,
            rule: (n == 0).then(|| rule.clone()),
            printed: None,
            note: String::new(),
        },
        certainty: certainties[n % 5].clone(),
        state: states[n % 4].clone(),
        steps: if n == 0 { steps.clone() } else { Vec::new() },
        snoozed_until: (n == 1).then(|| day(7)),
        acted: (n == 1).then(|| Acted { by: "Ana".into(), what: "called".into(), on: day(4) }),
        accompany: n == 2,
        ..deadline(u32::try_from(n).unwrap() + 1, 1)
    };
    (0..DeadlineKind::ALL.len()).map(one).collect()
}

fn partners() -> Vec<Partner> {
    let text = |word: &str| vec![word.to_owned()];
    let full = Partner {
        city: "Miami".into(),
        addresses: text("1 Example Road"),
        languages: text("K’iche’"),
        phones: vec!["305-555-0103".into(), "305-555-0104".into()],
        emails: text("help@partner.example"),
        sites: text("partner.example"),
        services: text("asylum"),
        serves: text("Miami Immigration Court"),
        people: text("Director"),
        verified: Some(day(2)),
        notes: "by appointment".into(),
        ..Partner::new(PartnerId(1), "Legal Aid of Nowhere".into())
    };
    let kinds = (2..).zip(PartnerKind::ALL);
    let rest = kinds.map(|(n, (kind, code))| Partner { kind, ..Partner::new(PartnerId(n), code.into()) });
    std::iter::once(full).chain(rest).collect()
}

fn requests() -> Vec<Request> {
    let states = [
        RequestState::Draft,
        RequestState::Sent { on: day(3) },
        RequestState::Accepted { on: day(4) },
        RequestState::Declined { on: day(4), reason: "full".into() },
        RequestState::Done { on: day(5) },
        RequestState::Withdrawn { on: day(5) },
    ];
    let consent = Consent { who: "she".into(), what: "the letter".into(), how: "written".into(), on: day(2) };
    let one = |(n, state)| Request {
        id: RequestId(n),
        case: CaseId(1),
        partner: PartnerId(1),
        deadline: (n % 2 == 0).then_some(DeadlineId(1)),
        what: "evaluation".into(),
        state,
        consent: (n > 1).then(|| consent.clone()),
        needed_by: (n > 2).then(|| day(20)),
        created: day(2),
    };
    (1..).zip(states).map(one).collect()
}

fn events() -> Vec<Event> {
    let kinds = (1..).zip(EventKind::ALL);
    kinds.map(|(n, (kind, _))| Event { kind, act: (n == 10).then_some(Verb::SetClinic), ..event(n, 1, n) }).collect()
}
