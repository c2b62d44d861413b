//! The defining facts of each of the twelve situations.

use super::*;
use crate::core::case::{Case, Representation};
use crate::core::deadline::{Certainty, DeadlineState};
use crate::core::event::EventKind;
use crate::core::step::{StepKind, StepState};

struct Told {
    world: &'static World,
    events: &'static [Event],
    days: Days,
}

fn told() -> Told {
    Told { world: &YEAR_ONE.world, events: &YEAR_ONE.events, days: Days::new(noon()) }
}

impl Told {
    fn case(&self, code: &str) -> &Case {
        self.world.case_by_code(code).unwrap()
    }

    fn deadlines(&self, code: &str) -> Vec<&Deadline> {
        self.world.deadlines_of(self.case(code).id).collect()
    }

    fn by_rule(&self, code: &str, rule: &str) -> &Deadline {
        let uses = |d: &&Deadline| d.source.rule.as_ref().is_some_and(|used| used.rule == rule);
        self.deadlines(code).into_iter().find(uses).unwrap()
    }

    fn says(&self, code: &str, kind: EventKind, part: &str) -> bool {
        let case = self.case(code).id;
        self.events.iter().any(|event| event.case == case && event.kind == kind && event.text.contains(part))
    }

    /// Working days from today to the due date.
    fn working_days(&self, deadline: &Deadline) -> i32 {
        calendar::business_days(self.days.today, deadline.due.date())
    }
}

fn waits(deadline: &Deadline) -> i32 {
    deadline.open_steps().map(|step| i32::from(step.wait_days)).sum()
}

#[test]
fn one_the_evaluation_needs_longer_than_the_hearing_leaves() {
    let told = told();
    let hearing = told.deadlines("R-001")[0];
    assert!((63..=66).contains(&(hearing.due.date() - told.days.today).num_days()));
    assert_eq!(hearing.steps[0].kind, StepKind::ForensicEvaluation);
    assert_eq!((hearing.steps[0].wait_days, &hearing.steps[0].state), (60, &StepState::Open));
    assert!(told.working_days(hearing) < waits(hearing));
    assert!(told.case("R-001").representative().is_some());
}

#[test]
fn two_a_letter_in_eleven_days() {
    let told = told();
    let letter = told.deadlines("R-002")[0];
    assert!((8..=11).contains(&(letter.due.date() - told.days.today).num_days()));
    assert_eq!((letter.kind, letter.steps[0].kind), (DeadlineKind::Supply, StepKind::Letter));
    assert!(told.says("R-002", EventKind::PartnerCall, "new proceedings"));
}

#[test]
fn three_a_couple_and_one_interpreter() {
    let told = told();
    let (her, his) = (told.case("R-003"), told.case("R-004"));
    assert!(her.household.is_some() && her.household == his.household);
    let meeting = |code| {
        let with_interpreter = |d: &&Deadline| d.steps.iter().any(|s| s.title.contains("one interpreter"));
        told.deadlines(code).into_iter().find(with_interpreter).unwrap().due.clone()
    };
    assert_eq!(meeting("R-003"), meeting("R-004"));
    assert_eq!(her.needs, [Need::MedicalDeferredAction]);
    assert!(matches!(told.by_rule("R-004", "i90-6mo").due, Due::From(_)));
}

#[test]
fn four_the_asylum_year_and_three_silent_partners() {
    let told = told();
    let year = told.by_rule("R-005", "asylum-one-year");
    let arrived = told.case("R-005").arrived.unwrap();
    assert_eq!(year.source.rule.as_ref().unwrap().trigger, arrived);
    assert!((315..=322).contains(&(told.days.today - arrived).num_days()));
    let silent: BTreeSet<_> = told
        .world
        .requests()
        .filter(|r| r.case == year.case && r.consent.is_some() && matches!(r.state, RequestState::Sent { .. }))
        .map(|request| request.partner)
        .collect();
    assert_eq!(silent.len(), 3);
}

#[test]
fn five_an_oral_decision_and_no_lawyer() {
    let told = told();
    let appeal = told.by_rule("R-006", "bia-appeal-30");
    assert_eq!(appeal.source.rule.as_ref().unwrap().trigger, told.days.ago(8));
    assert_eq!(told.case("R-006").representation, Representation::Nobody);
}

#[test]
fn six_a_missed_hearing_that_nobody_has_acted_on() {
    let told = told();
    let missed = |d: &&Deadline| matches!(d.state, DeadlineState::Missed { .. });
    let hearing = told.deadlines("R-007").into_iter().find(missed).unwrap();
    assert!(hearing.is_live());
    assert!(told.by_rule("R-007", "in-absentia-rescind-180").due.date() > told.days.today);
    assert!(told.says("R-007", EventKind::PartnerCall, "the notice of hearing came there"));
}

#[test]
fn seven_a_family_that_moved_on_friday() {
    let told = told();
    let codes = ["R-008", "R-009", "R-010", "R-011"];
    let households: BTreeSet<_> = codes.map(|code| told.case(code).household.unwrap()).into();
    assert_eq!(households.len(), 1);
    for code in codes {
        for rule in ["eoir33-5", "ar11-10"] {
            let moved = told.by_rule(code, rule).source.rule.as_ref().unwrap().trigger;
            assert_eq!(moved, told.days.last(Weekday::Fri));
        }
    }
    let addresses = codes.map(|code| told.case(code).address.clone().unwrap());
    assert_eq!(addresses.iter().filter(|address| address.kept_apart).count(), 1);
    let apart = addresses.iter().find(|address| address.kept_apart).unwrap();
    assert!(addresses.iter().filter(|address| address.text == apart.text).count() == 1);
}

#[test]
fn eight_the_printed_date_is_earlier_and_stands() {
    let told = told();
    let answer = told.by_rule("R-012", "rfe-84-mail3");
    let printed = answer.source.printed.unwrap();
    assert_eq!(answer.due, Due::Day(printed));
    assert!(printed < answer.source.rule.as_ref().unwrap().computed.unwrap());
}

#[test]
fn nine_a_card_that_expires_while_the_clock_is_stopped() {
    let told = told();
    assert!(told.by_rule("R-013", "ead-renew-180").due.date() > told.days.today);
    assert!(told.says("R-013", EventKind::Note, "stopped"));
}

#[test]
fn ten_two_promises_at_the_same_hour() {
    let told = told();
    let promised = |code| {
        let along = |d: &&Deadline| d.accompany;
        told.deadlines(code).into_iter().find(along).unwrap().due.appointment().unwrap().local
    };
    assert_eq!(promised("R-014"), promised("R-015"));
    assert!(told.says("R-014", EventKind::PartnerCall, "worried"));
}

#[test]
fn eleven_not_verified_for_forty_days_and_moved_earlier() {
    let told = told();
    let hearing = told.deadlines("R-016")[0];
    assert!(matches!(hearing.certainty, Certainty::Verified { on, .. } if on == told.days.ago(40)));
    assert!(told.says("R-016", EventKind::Hearing, "moved earlier"));
}

#[test]
fn twelve_no_date_two_zones_and_thursday() {
    let told = told();
    let mother = told.deadlines("R-017");
    assert!(mother.iter().any(|d| matches!(d.due, Due::Unset { .. })));
    assert!(mother.iter().any(|d| d.title == "Hotel money ends" && d.due.date().weekday() == Weekday::Thu));
    let both = mother.into_iter().chain(told.deadlines("R-018"));
    let zones: BTreeSet<_> = both.filter_map(|d| d.due.appointment()).map(|a| a.zone.name()).collect();
    assert_eq!(zones, BTreeSet::from(["America/New_York", "America/Tijuana"]));
    assert_eq!(told.case("R-017").household, told.case("R-018").household);
}
