use super::*;
use crate::core::a_number::Sealed;
use crate::core::audit::{Entry, Key, Who};
use crate::core::case::{Interpreter, Need};
use crate::core::change::{Act, Change, Commit, Verb};
use crate::core::deadline::{
    Acted, Appointment, Basis, Certainty, Consequence, Deadline, DeadlineKind, DeadlineState, Due, Medium, RuleUse,
    Source,
};
use crate::core::event::EventKind;
use crate::core::id::{CaseId, DeadlineId, EventId, HappeningId, HouseholdId, PartnerId, RequestId};
use crate::core::partner::Partner;
use crate::core::pin::{Pin, Way};
use crate::core::record::Record;
use crate::core::rules::Happened;
use crate::core::step::{Step, StepKind, StepState};
use crate::core::world::World;
use crate::locale::{Lang, Locale};
use crate::panes::fixture::fixture;
use crate::panes::page::text;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// Hands out words and days that occur nowhere else.
struct Planter(u32);

impl Planter {
    fn word(&mut self) -> String {
        self.0 += 1;
        format!("planted{:04}", self.0)
    }

    fn day(&mut self) -> NaiveDate {
        self.0 += 1;
        NaiveDate::from_ymd_opt(2031, 1, 1).unwrap() + chrono::Days::new(u64::from(self.0))
    }
}

const CASE: CaseId = CaseId(1);

/// A case with something in every field of every record; written out in full, so that a new field does not compile.
#[allow(clippy::too_many_lines, reason = "written out in full, so that a field that is added does not compile")]
fn records() -> (Vec<Record>, Vec<Event>) {
    let mut p = Planter(0);
    let case = Case {
        id: CASE,
        code: p.word(),
        name: p.word(),
        needs: vec![Need::Asylum, Need::Documentation],
        status: CaseStatus::Closed { on: p.day(), reason: p.word() },
        opened: p.day(),
        household: Some(HouseholdId(1)),
        representation: Representation::Named(Representative { name: p.word(), phone: p.word(), before: p.word() }),
        language: p.word(),
        interpreter: Interpreter::InPerson,
        safe_contact: Some(SafeContact {
            channel: p.word(),
            hours: p.word(),
            leave_message: true,
            name_to_use: p.word(),
        }),
        address: Some(Address { text: p.word(), kept_apart: true }),
        referred_by: p.word(),
        screened: p.word(),
        next_action: Some(NextAction { what: p.word(), owner: p.word(), on: p.day() }),
        arrived: Some(p.day()),
        notes: p.word(),
    };
    let mut records: Vec<Record> = vec![
        case.into(),
        Household { id: HouseholdId(1), label: p.word(), notes: p.word() }.into(),
        Partner::new(PartnerId(1), p.word()).into(),
        Partner::new(PartnerId(2), p.word()).into(),
        Hold { case: CASE, reason: p.word(), by: p.word(), since: p.day() }.into(),
        ANumber { case: CASE, consent: p.word(), on: p.day(), sealed: Sealed(vec![1; 64]) }.into(),
        Happening {
            id: HappeningId(1),
            case: CASE,
            what: Happened::ALL[0].0,
            on: Some(p.day()),
            known: Known::Told,
            mailed: true,
            note: p.word(),
            logged: p.day(),
            reviewed: Some(Reviewed { by: p.word(), on: p.day() }),
        }
        .into(),
    ];
    let dues = [
        Due::Day(p.day()),
        Due::At(Appointment {
            local: p.day().and_hms_opt(9, 41, 0).unwrap(),
            zone: chrono_tz::America::Phoenix,
            place: p.word(),
        }),
        Due::From(p.day()),
        Due::Unset { ask_on: p.day() },
    ];
    let states = [
        DeadlineState::Open,
        DeadlineState::Done { on: p.day() },
        DeadlineState::Missed { on: p.day(), by: p.word() },
        DeadlineState::Void { on: p.day(), reason: p.word() },
    ];
    for ((n, due), state) in (1..).zip(dues).zip(states) {
        let steps =
            [StepState::Open, StepState::Waiting { since: p.day(), until: p.day() }, StepState::Done { on: p.day() }];
        let steps = steps.map(|state| Step {
            title: p.word(),
            kind: StepKind::Letter,
            effort_quarters: 5,
            wait_days: 17,
            state,
            partner: Some(PartnerId(2)),
        });
        records.push(
            Deadline {
                id: DeadlineId(n),
                case: CASE,
                title: p.word(),
                kind: DeadlineKind::File,
                consequence: Consequence::Removal,
                due,
                medium: Medium::Paper,
                source: Source {
                    basis: Basis::CourtOrder,
                    rule: Some(RuleUse {
                        rule: p.word(),
                        trigger: p.day(),
                        mailed: true,
                        online: false,
                        computed: Some(p.day()),
                        raw: Some(p.day()),
                    }),
                    printed: Some(p.day()),
                    note: p.word(),
                },
                certainty: Certainty::Verified { source: p.word(), on: p.day() },
                state,
                steps: steps.into(),
                snoozed_until: Some(p.day()),
                acted: Some(Acted { by: p.word(), what: p.word(), on: p.day() }),
                accompany: true,
                notes: p.word(),
            }
            .into(),
        );
        records
            .push(Pin { deadline: DeadlineId(n), way: Way::Up, until: p.day(), reason: p.word(), by: p.word() }.into());
    }
    let states = [
        RequestState::Draft,
        RequestState::Sent { on: p.day() },
        RequestState::Accepted { on: p.day() },
        RequestState::Declined { on: p.day(), reason: p.word() },
        RequestState::Done { on: p.day() },
        RequestState::Withdrawn { on: p.day() },
    ];
    for (n, state) in (1..).zip(states) {
        let consent = Consent { who: p.word(), what: p.word(), how: p.word(), on: p.day() };
        records.push(
            Request {
                id: RequestId(n),
                case: CASE,
                partner: PartnerId(1),
                deadline: Some(DeadlineId(1)),
                what: p.word(),
                state,
                consent: Some(consent),
                needed_by: Some(p.day()),
                created: p.day(),
            }
            .into(),
        );
    }
    let at = |day: NaiveDate| day.and_hms_opt(20, 0, 0).unwrap().and_utc();
    let event = |id, kind, at, text, act| Event { id: EventId(id), case: CASE, at, kind, text, act };
    let titled = format!("{}\n{}", p.word(), p.word());
    let events = vec![
        event(1, EventKind::Note, at(p.day()), p.word(), None),
        event(2, EventKind::Deadline, at(p.day()), titled, Some(Verb::PostponedDeadline)),
    ];
    (records, events)
}

/// Every planted word and day in what is kept, found without knowing its shape.
fn planted(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with("planted"));
            found.extend(words.map(str::to_owned));
        }
        Value::Array(values) => values.iter().for_each(|value| planted(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| planted(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn moment(day: NaiveDate) -> DateTime<Utc> {
    day.and_hms_opt(18, 0, 0).unwrap().and_utc()
}

/// What is printed, and what is kept.
fn printed(lang: Lang) -> (String, BTreeSet<String>) {
    let (records, events) = records();
    let mut kept = BTreeSet::new();
    for record in &records {
        planted(&serde_json::to_value(record).unwrap(), &mut kept);
    }
    for event in &events {
        planted(&serde_json::to_value(event).unwrap(), &mut kept);
    }
    let mut world = World::default();
    let changes = records.into_iter().map(Change::add).collect();
    let act = Act::one(Verb::AddedCase, "", "");
    world.apply(&Commit { at: moment(NaiveDate::MIN), by: String::new(), act, changes, undoes: None, lost: false });
    let mut p = Planter(5000);
    let line = |on: NaiveDate, deed| audit::Line {
        page: Some(1),
        is_aside: false,
        who: Who { slot: 1, key: Key::Passphrase, user: "zuleika".into() },
        entry: Entry { at: moment(on), deed },
    };
    let audit = vec![
        line(p.day(), Deed::BackedUp { change: 4 }),
        line(p.day(), Deed::Exported { what: audit::Export::CalendarWithNames, cases: vec![] }),
        line(p.day(), Deed::Exported { what: audit::Export::Records, cases: vec![] }),
        line(p.day(), Deed::Exported { what: audit::Export::WhatWeHold, cases: vec![CASE] }),
        line(p.day(), Deed::Viewed(CASE)),
    ];
    let fixture = crate::panes::fixture::Fixture { world, ..fixture() };
    let ctx = if lang == Lang::En { fixture.ctx() } else { fixture.spanish() };
    let case = ctx.world.case(CASE).unwrap();
    let page = lines(&ctx, case, &Beside { events: &events, audit: &audit });
    let data = json(&case.code, &page).to_string();
    let text = text(&page);
    for word in &kept {
        assert!(data.contains(word), "{word} is missing in the data");
    }
    (text, kept)
}

/// Nothing that is kept is left out: every word planted in any field of any record is found in what is printed.
#[test]
fn everything_that_is_kept_is_said() {
    for lang in [Lang::En, Lang::Es] {
        let (text, kept) = printed(lang);
        assert!(kept.len() > 90, "{}", kept.len());
        let missing: Vec<&String> = kept.iter().filter(|word| !text.contains(word.as_str())).collect();
        assert!(missing.is_empty(), "{missing:?}\n{text}");
        assert!(!text.contains('⟨') && !text.contains('{'), "{text}");
    }
}

#[test]
fn every_day_that_is_kept_is_said() {
    for lang in [Lang::En, Lang::Es] {
        let (text, _) = printed(lang);
        let locale = Locale::new(lang);
        // The planter of words and days counts through both: what is no word is a day.
        let (mut p, mut missing) = (Planter(0), Vec::new());
        for n in 1..=400 {
            let word = format!("planted{n:04}");
            let day = locale.day_year(p.day());
            if !text.contains(&word) && !text.contains(&day) {
                missing.push(n);
            }
        }
        let (records, events) = (records().0.len(), records().1.len());
        let last = text.match_indices("planted").count();
        assert!(records > 15 && events == 2 && last > 90);
        // Numbers beyond the last that was planted stand for nothing.
        let first_beyond = missing.first().copied().unwrap_or(401);
        assert!((first_beyond..=400).eq(missing.iter().copied()), "{missing:?}\n{text}");
    }
}

#[test]
fn copies_are_told_by_their_day_and_looking_is_none() {
    let (text, _) = printed(Lang::En);
    let mut p = Planter(5000);
    for _ in 0..4 {
        let day = Locale::new(Lang::En).day_year(p.day());
        assert!(text.contains(&day), "{day}\n{text}");
    }
    assert!(!text.contains(&Locale::new(Lang::En).day_year(p.day())));
    assert!(!text.contains("zuleika"), "the clinic's people are not what is kept of a person\n{text}");
}

#[test]
fn the_sealed_copies_of_many_days_are_one_line() {
    let fixture = fixture();
    let line = |on: &str, change| audit::Line {
        page: Some(1),
        is_aside: false,
        who: Who::default(),
        entry: Entry { at: moment(on.parse().unwrap()), deed: Deed::BackedUp { change } },
    };
    let said = |audit: &[audit::Line]| backups(&fixture.ctx(), audit, chrono_tz::UTC);
    assert_eq!(said(&[]), None);
    let mut audit = vec![line("2026-11-20", 4), line("2026-11-20", 5)];
    assert_eq!(said(&audit).unwrap(), "sealed copy of everything, made on Fri 20 Nov 2026");
    audit.extend([line("2026-11-21", 6), line("2026-11-24", 7)]);
    let all = "sealed copies of everything, made on 3 days from Fri 20 Nov 2026 to Tue 24 Nov 2026";
    assert_eq!(said(&audit).unwrap(), all);
}

/// The page of a case with one deadline in a vault in which nothing was set up, without the navigator's name.
fn bare(lang: Lang) -> String {
    let (day, mut world) = (NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(), World::default());
    let mut case = Case::new(CASE, "R-014".into(), Need::Asylum, day);
    let phone = "(555) 010-0111".into();
    case.representation =
        Representation::Named(Representative { name: "Dana Ruiz".into(), phone, before: String::new() });
    world.put(case.into());
    world.put(
        Deadline {
            consequence: Consequence::Removal,
            state: DeadlineState::Missed { on: day, by: String::new() },
            acted: Some(Acted { by: String::new(), what: "called".into(), on: day }),
            ..Deadline::new(DeadlineId(1), CASE, "Brief".into(), Due::Day(day))
        }
        .into(),
    );
    let reason = "the attorney".to_owned();
    world.put(Pin { deadline: DeadlineId(1), way: Way::Up, until: day, reason, by: String::new() }.into());
    let at = "2026-11-20T02:30:00Z".parse().unwrap();
    let event = Event { id: EventId(1), case: CASE, at, kind: EventKind::Note, text: "A note.".into(), act: None };
    let fixture = crate::panes::fixture::Fixture { world, ..fixture() };
    let ctx = if lang == Lang::En { fixture.ctx() } else { fixture.spanish() };
    text(&lines(&ctx, ctx.world.case(CASE).unwrap(), &Beside { events: &[event], audit: &[] }))
}

#[test]
fn moments_are_those_of_the_clinic_s_clock_also_where_none_was_set() {
    for lang in [Lang::En, Lang::Es] {
        let text = bare(lang);
        assert!(text.contains("21:30") && !text.contains("02:30"), "{text}");
    }
}

#[test]
fn labels_say_whose_and_what_and_nobody_is_named_where_nobody_is() {
    let words = [
        (
            Lang::En,
            ["phone of the representative | (555) 010-0111", "at stake | removal", "interpreter | not asked yet"],
            ["by :", "by ,", "; ,", "if missed"],
        ),
        (
            Lang::Es,
            [
                "teléfono de quien le representa | (555) 010-0111",
                "lo que está en juego | deportación",
                "intérprete | aún sin preguntar",
            ],
            ["por :", "por ,", "; ,", "si vence"],
        ),
    ];
    for (lang, said, unsaid) in words {
        let text = bare(lang);
        assert!(said.iter().all(|words| text.contains(words)), "{text}");
        assert!(!unsaid.iter().any(|words| text.contains(words)), "{text}");
        assert!(
            !text.lines().any(|line| line.trim_end().ends_with(" by") || line.trim_end().ends_with(" por")),
            "{text}"
        );
    }
}
