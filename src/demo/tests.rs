//! What must hold of the invented caseload, whatever the seed, the size and the day.

mod queue;
mod situations;

use super::*;
use crate::core::calendar;
use crate::core::case::{CaseStatus, Need};
use crate::core::deadline::{Deadline, DeadlineKind, Due};
use crate::core::event::Event;
use crate::core::record::Record;
use crate::core::request::RequestState;
use crate::core::rules::{self, How};
use crate::core::world::World;
use chrono::{Datelike, TimeZone, Weekday};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A Thursday noon in Boston.
fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 19, 17, 0, 0).unwrap()
}

fn plan(seed: u64, cases: usize) -> Plan {
    Plan { seed, cases, now: noon() }
}

/// Applies the commits one after another, as a store would; every change must find what it expects.
fn grow(plan: Plan) -> Grown {
    let (mut world, mut events) = (World::default(), Vec::new());
    for commit in fill(plan) {
        world.expects(&commit).unwrap();
        world.apply(&commit);
        events.extend(commit.changes.iter().filter_map(|change| match change.after() {
            Some(Record::Event(event)) => Some(event.clone()),
            _ => None,
        }));
    }
    Grown { plan, world, events }
}

/// The partners of a clinic with so many cases.
fn directory(cases: usize) -> Directory {
    let (mut ids, mut phones, mut rng) = (Counters::default(), Phones::default(), Rng::new(1));
    Directory::invent(cases, &mut ids, &mut phones, &mut rng, &Days::new(noon()))
}

/// What a plan comes to.
struct Grown {
    plan: Plan,
    world: World,
    events: Vec<Event>,
}

/// The published year with seed 1.
static YEAR_ONE: LazyLock<Grown> = LazyLock::new(|| grow(plan(1, YEAR)));

/// Plans that differ in seed, size and day: a Thursday, a Sunday, New Year's Day, the end of a February.
static VARIED: LazyLock<Vec<Grown>> = LazyLock::new(|| {
    let mut plans = vec![plan(2, YEAR), plan(3, 0), plan(4, 5), plan(5, 40), plan(6, 500)];
    for (year, month, day) in [(2026, 11, 22), (2027, 1, 1), (2028, 2, 29)] {
        plans.push(Plan { seed: 7, cases: YEAR, now: Utc.with_ymd_and_hms(year, month, day, 13, 30, 0).unwrap() });
    }
    plans.into_iter().map(grow).collect()
});

#[test]
fn the_published_year_has_exactly_the_published_needs() {
    for seed in [1, 2, 99] {
        let world = grow(plan(seed, YEAR)).world;
        let mut counts: BTreeMap<Need, usize> = BTreeMap::new();
        for case in world.cases() {
            *counts.entry(case.needs[0]).or_default() += 1;
        }
        let published = [
            (Need::Asylum, 95),
            (Need::Documentation, 61),
            (Need::GreenCard, 57),
            (Need::GeneralQuestions, 27),
            (Need::Citizenship, 14),
            (Need::FamilyReunification, 11),
            (Need::MedicalDeferredAction, 4),
            (Need::DeportationDefense, 2),
        ];
        assert_eq!(counts, BTreeMap::from(published), "seed {seed}");
    }
}

#[test]
fn the_same_plan_gives_the_same_commits_and_another_seed_others() {
    assert_eq!(fill(plan(1, YEAR)), fill(plan(1, YEAR)));
    assert_ne!(fill(plan(1, YEAR)), fill(plan(2, YEAR)));
}

#[test]
fn any_size_has_as_many_cases_and_200_partners() {
    for Grown { plan, world, .. } in VARIED.iter() {
        assert_eq!(world.cases().len(), plan.cases);
        assert_eq!(world.partners().len(), 200);
    }
}

#[test]
fn every_change_is_sound_and_adds_something_new() {
    for Grown { plan, .. } in VARIED.iter() {
        let mut seen = BTreeSet::new();
        for change in fill(*plan).iter().flat_map(|commit| &commit.changes) {
            assert!(change.is_sound() && change.before().is_none());
            assert!(seen.insert(change.id().unwrap()), "{:?} twice", change.id());
        }
    }
}

#[test]
fn commits_stay_moderate_and_bear_the_navigators_name() {
    let commits = fill(plan(1, YEAR));
    for commit in &commits {
        assert!(commit.changes.len() < 900, "{}", commit.changes.len());
        assert_eq!((commit.act.verb, commit.by.as_str()), (Verb::FilledDemo, NAVIGATOR));
    }
    assert!((5..30).contains(&commits.len()), "{}", commits.len());
}

#[test]
fn everything_referred_to_is_there() {
    for Grown { world, events, .. } in VARIED.iter() {
        for case in world.cases() {
            assert!(case.household.is_none_or(|id| world.household(id).is_some()));
        }
        for deadline in world.deadlines() {
            assert!(world.case(deadline.case).is_some());
            let partners = deadline.steps.iter().filter_map(|step| step.partner);
            assert!(partners.into_iter().all(|id| world.partner(id).is_some()));
        }
        for request in world.requests() {
            assert!(world.case(request.case).is_some() && world.partner(request.partner).is_some());
            assert!(request.deadline.is_none_or(|id| world.deadline(id).is_some_and(|d| d.case == request.case)));
        }
        assert!(events.iter().all(|event| world.case(event.case).is_some()));
    }
}

#[test]
fn nothing_goes_to_a_partner_without_consent() {
    let world = &YEAR_ONE.world;
    let (drafts, out): (Vec<_>, Vec<_>) = world.requests().partition(|r| r.state == RequestState::Draft);
    assert!(out.iter().all(|request| request.consent.is_some()));
    assert!(drafts.iter().any(|request| request.consent.is_none()));
    assert!(out.iter().any(|request| matches!(request.state, RequestState::Accepted { .. })));
    assert!(out.iter().any(|request| matches!(request.state, RequestState::Sent { .. })));
}

#[test]
fn every_deadline_has_a_title_steps_and_a_source() {
    for Grown { world, .. } in VARIED.iter() {
        for deadline in world.deadlines() {
            assert!(!deadline.title.is_empty() && !deadline.steps.is_empty(), "{deadline:?}");
            assert!(!deadline.source.note.is_empty(), "{deadline:?}");
        }
    }
}

#[test]
fn counted_dates_are_what_the_rules_say() {
    let world = &YEAR_ONE.world;
    let mut counted = 0;
    for deadline in world.deadlines() {
        let Some(used) = &deadline.source.rule else { continue };
        let rule = rules::find(&used.rule).unwrap();
        let how = How { mailed: used.mailed, online: used.online };
        let told = match deadline.source.printed {
            Some(printed) => rules::compute_printed(rule, used.trigger, how, printed).unwrap(),
            None => rules::compute(rule, used.trigger, how).unwrap(),
        };
        let due = told.due.or(told.raw).map(Due::Day).or(told.opens.map(Due::From)).unwrap();
        assert_eq!((&deadline.due, used.raw), (&due, told.act_from()), "{}", rule.id);
        assert_eq!((deadline.kind, deadline.consequence), (rule.kind, rule.consequence), "{}", rule.id);
        counted += 1;
    }
    assert!(counted > 60, "{counted}");
}

#[test]
fn nobody_is_expected_on_a_day_when_offices_are_closed() {
    for Grown { world, .. } in VARIED.iter() {
        for deadline in world.deadlines() {
            if deadline.kind == DeadlineKind::Appear {
                assert!(calendar::is_business(deadline.due.date()), "{} on {}", deadline.title, deadline.due.date());
            }
        }
    }
}

#[test]
fn at_least_thirty_chains_of_steps_differ() {
    let world = &YEAR_ONE.world;
    let shape = |d: &Deadline| (d.kind, d.steps.iter().map(|s| (s.kind, s.effort_quarters, s.wait_days)).collect());
    let shapes: BTreeSet<(DeadlineKind, Vec<_>)> = world.deadlines().map(shape).collect();
    assert!(shapes.len() >= 30, "{}", shapes.len());
}

#[test]
fn every_number_is_set_aside_and_every_address_an_example() {
    let phone = |text: &str| text.contains("555");
    for Grown { world, .. } in VARIED.iter() {
        for partner in world.partners() {
            assert!(partner.phones.iter().all(|text| phone(text)) && !partner.phones.is_empty());
            assert!(partner.emails.iter().chain(&partner.sites).all(|text| text.ends_with(".example")));
        }
        for case in world.cases() {
            assert!(case.representative().is_none_or(|person| phone(&person.phone)));
            assert!(case.safe_contact.as_ref().is_none_or(|contact| phone(&contact.channel)));
        }
        assert!(phone(&world.clinic().unwrap().on_call.as_ref().unwrap().phone));
    }
}

#[test]
fn partners_differ_in_name_and_cover_every_kind() {
    for (cases, least) in [(0, 200), (YEAR, 200), (6000, 600)] {
        let partners = directory(cases).partners;
        assert_eq!(partners.len(), least);
        let names: BTreeSet<&str> = partners.iter().map(|partner| partner.name.as_str()).collect();
        assert_eq!(names.len(), partners.len());
        let kinds: BTreeSet<_> = partners.iter().map(|partner| partner.kind).collect();
        assert_eq!(kinds.len(), crate::core::partner::PartnerKind::ALL.len());
    }
    let numbered = |name: &str| name.ends_with(|last: char| last.is_ascii_digit());
    assert!(!YEAR_ONE.world.partners().any(|partner| numbered(&partner.name)));
}

#[test]
fn the_clinic_says_that_it_is_a_demo() {
    let world = grow(plan(1, 0)).world;
    let clinic = world.clinic().unwrap();
    assert!(clinic.demo && clinic.on_call.is_some());
    assert_eq!((clinic.zone, clinic.navigator.as_str()), (HOME, NAVIGATOR));
}

#[test]
fn timelines_are_lived_in_and_lie_in_the_past() {
    let Grown { world, events, .. } = &*YEAR_ONE;
    assert!((3000..=5000).contains(&events.len()), "{}", events.len());
    let mut of_case: BTreeMap<_, Vec<&Event>> = BTreeMap::new();
    for event in events {
        assert!(event.at <= noon() && !event.text.is_empty());
        of_case.entry(event.case).or_default().push(event);
    }
    for case in world.cases() {
        let timeline = &of_case[&case.id];
        assert!(timeline.is_sorted_by_key(|event| (event.at, event.id)));
        if case.is_open() {
            assert!((8..=32).contains(&timeline.len()), "{} has {}", case.code, timeline.len());
        }
    }
    let kinds: BTreeSet<_> = events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds.len(), crate::core::event::EventKind::ALL.len());
}

#[test]
fn about_a_third_live_in_households_of_two_to_five() {
    let world = &YEAR_ONE.world;
    let mut sizes: BTreeMap<_, usize> = BTreeMap::new();
    for household in world.cases().filter_map(|case| case.household) {
        *sizes.entry(household).or_default() += 1;
    }
    assert!(sizes.values().all(|size| (2..=5).contains(size)));
    assert!((70..=115).contains(&sizes.values().sum::<usize>()), "{}", sizes.values().sum::<usize>());
}

#[test]
fn closed_cases_ask_for_nothing_and_some_open_ones_lack_a_next_action() {
    let world = &YEAR_ONE.world;
    let closed = world.cases().filter(|case| !case.is_open()).count();
    assert!((20..70).contains(&closed), "{closed}");
    let live = |deadline: &&Deadline| deadline.is_live();
    for deadline in world.deadlines().filter(live) {
        assert!(world.case(deadline.case).unwrap().is_open());
    }
    assert!(world.cases().any(|case| case.status == CaseStatus::Open && case.next_action.is_none()));
}

#[test]
fn names_that_are_hard_to_find_are_there() {
    let world = &YEAR_ONE.world;
    assert!(world.cases().any(|case| case.name == "José Núñez"));
    assert!(world.partners().any(|partner| partner.people.iter().any(|name| name == "José Núñez")));
    for language in names::KICHE {
        assert!(world.partners().any(|partner| partner.name.contains(language)));
        assert!(world.cases().any(|case| case.language == language));
    }
}

#[test]
fn nobodys_status_illness_or_persecution_is_told() {
    const NEVER: [&str; 14] = [
        "undocumented",
        "illegal",
        "alien",
        "overstay",
        "visa expired",
        "persecut",
        "tortur",
        "gang",
        "cartel",
        "cancer",
        "diagnos",
        "hiv",
        "depress",
        "deserv",
    ];
    let Grown { world, events, .. } = &*YEAR_ONE;
    let mut texts: Vec<String> = events.iter().map(|event| event.text.clone()).collect();
    texts.extend(world.cases().map(|case| format!("{} {} {}", case.notes, case.screened, case.referred_by)));
    texts.extend(world.deadlines().map(|d| format!("{} {} {}", d.title, d.notes, d.source.note)));
    texts.extend(world.requests().map(|request| request.what.clone()));
    for text in texts.iter().map(|text| text.to_lowercase()) {
        for word in NEVER {
            assert!(!text.split(|c: char| !c.is_alphanumeric()).any(|said| said.starts_with(word)), "{word}: {text}");
        }
    }
}

#[test]
fn appointments_lie_in_more_than_one_zone() {
    let world = &YEAR_ONE.world;
    let zones: BTreeSet<&str> =
        world.deadlines().filter_map(|d| d.due.appointment()).map(|place| place.zone.name()).collect();
    assert_eq!(zones, BTreeSet::from(["America/Los_Angeles", "America/New_York", "America/Tijuana"]));
}

#[test]
fn weekdays_of_the_situations_hold_on_any_day() {
    for Grown { plan, world, .. } in VARIED.iter().filter(|grown| grown.plan.cases == YEAR) {
        let hotel = world.deadlines().find(|deadline| deadline.title == "Hotel money ends").unwrap();
        assert_eq!(hotel.due.date().weekday(), Weekday::Thu);
        let today = Days::new(plan.now).today;
        assert!(hotel.due.date() > today && (hotel.due.date() - today).num_days() <= 7);
    }
}
