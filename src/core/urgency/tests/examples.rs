//! Situations a navigator knows, one each.

use super::super::{Call, Group, Reason, rank};
use super::fixture::*;
use crate::core::case::{Case, Need, Representation, Representative};
use crate::core::clinic::Clinic;
use crate::core::deadline::Consequence::{Administrative, Benefit, Removal, Right};
use crate::core::deadline::{Deadline, DeadlineState, Due, Medium};
use crate::core::id::CaseId;
use crate::core::step::{Step, StepKind};
use crate::core::world::World;
use chrono_tz::Tz;

const TIJUANA: Tz = Tz::America__Tijuana;
const BOSTON: Tz = Tz::America__New_York;

#[test]
fn the_letter_for_a_hearing_has_a_day_to_start_by() {
    let hearing = deadline(1, Removal, at("2026-12-14T09:00:00", BOSTON));
    let hearing = Deadline { steps: vec![step("letter", 2, 10), step("attend", 4, 0)], ..hearing };
    let row = row("2026-11-23", hearing);
    assert_eq!(row.start_by, Some(day("2026-11-27")));
    assert_eq!((row.slack_days, row.group), (3, Group::Coming), "Thanksgiving is no working day");
    let reason = Reason::StartBy { usual_wait: 10, start_by: day("2026-11-27"), days_left: 3 };
    assert_eq!(row.reason, reason);
}

/// A letter asked for on the day before the hearing is no letter at the hearing.
#[test]
fn a_last_step_that_asks_for_something_has_to_have_it_by_the_date() {
    let hearing = deadline(1, Removal, at("2026-12-14T09:00:00", BOSTON));
    let letter = Step::usual("letter".to_owned(), StepKind::Letter);
    let row = row("2026-11-23", Deadline { steps: vec![letter], ..hearing });
    assert_eq!((row.start_by, row.slack_days), (Some(day("2026-11-27")), 3));
    assert!(matches!(row.reason, Reason::StartBy { usual_wait: 10, .. }));
}

#[test]
fn a_matter_becomes_due_then_urgent_then_out_of_reach_then_past() {
    let filing = || Deadline { steps: vec![step("file", 4, 0)], ..deadline(1, Right, on("2026-03-20")) };
    let at = |today| row(today, filing());
    assert_eq!(at("2026-02-20").group, Group::Later);
    assert_eq!(at("2026-03-12").group, Group::Coming);
    assert_eq!(at("2026-03-19").reason, Reason::StartToday);
    assert_eq!((at("2026-03-20").group, at("2026-03-20").slack_days), (Group::ActNow, -1));
    let past = at("2026-03-21");
    assert_eq!((past.group, &past.reason), (Group::Escalate, &Reason::PastDate { due: day("2026-03-20") }));
    assert!(past.nobody_to_call);
    assert_eq!(at("2029-03-21").group, Group::Escalate, "what is overdue stays until somebody settles it");
}

#[test]
fn a_hearing_in_nine_weeks_is_out_of_reach_of_an_evaluation_that_takes_twelve() {
    let hearing = Deadline {
        steps: vec![step("evaluation", 6, 60), step("attend", 4, 0)],
        ..deadline(1, Removal, at("2026-11-09T08:30:00", BOSTON))
    };
    let row = row("2026-09-07", hearing);
    assert_eq!(row.group, Group::Escalate);
    assert_eq!(row.reason, Reason::OutOfReach { short_by: 17 }, "44 working days for 60 of waiting and one of work");
}

#[test]
fn once_somebody_acted_the_steps_left_keep_their_place_in_the_order_of_work() {
    let matter = |id| Deadline { steps: vec![step("records", 2, 20)], ..deadline(id, Right, on("2026-03-20")) };
    let long = |id| Deadline {
        steps: vec![step("records", 2, 20), step("file", 2, 0)],
        acted: Some(acted(day("2026-03-02"))),
        ..matter(id)
    };
    let ranking = queue(
        "2026-03-02",
        [long(1), deadline(2, Administrative, on("2026-03-20")), deadline(3, Removal, on("2026-03-10"))],
    );
    assert_eq!(ids(&ranking), [3, 1, 2]);
    assert_eq!(ranking.at(1).unwrap().group, Group::ActNow);
    assert!(matches!(ranking.at(1).unwrap().reason, Reason::OutOfReach { .. }));
    assert!(!ranking.at(1).unwrap().nobody_to_call);
}

#[test]
fn an_act_before_the_date_does_not_answer_for_the_date_having_passed() {
    let acted_on =
        |on| Deadline { acted: Some(acted(day(on))), ..deadline(1, Right, super::fixture::on("2026-03-20")) };
    assert_eq!(row("2026-03-23", acted_on("2026-03-18")).group, Group::Escalate);
    assert_eq!(row("2026-03-23", acted_on("2026-03-23")).group, Group::ActNow);
}

#[test]
fn declared_missed_leads_until_somebody_acted() {
    let state = DeadlineState::Missed { on: day("2026-03-02"), by: "Ana".to_owned() };
    let missed = Deadline { state, ..deadline(1, Right, on("2026-03-20")) };
    assert_eq!(row("2026-03-02", missed.clone()).reason, Reason::Missed { on: day("2026-03-02") });
    assert_eq!(row("2026-03-02", missed.clone()).group, Group::Escalate);
    let settled = Deadline { acted: Some(acted(day("2026-03-02"))), ..missed };
    assert!(queue("2026-03-02", [settled]).is_empty());
}

#[test]
fn escalated_matters_lead_heaviest_first_and_what_can_be_saved_before_what_is_past() {
    let late = |id, consequence| deadline(id, consequence, on("2026-03-02"));
    let short = |id, consequence| Deadline {
        steps: vec![step("records", 2, 20), step("file", 2, 0)],
        ..deadline(id, consequence, on("2026-03-20"))
    };
    let ranking = queue(
        "2026-03-09",
        [deadline(1, Removal, on("2026-03-09")), late(2, Removal), short(3, Right), late(4, Right), short(5, Removal)],
    );
    assert_eq!(ids(&ranking), [5, 2, 3, 4, 1]);
}

#[test]
fn calls_the_representative_else_the_clinics_contact_else_says_nobody() {
    let late = deadline(1, Right, on("2026-03-02"));
    let mut world = world([late]);
    let call = |world: &World, clinic: &Clinic| {
        let row = *rank(world, noon("2026-03-09"), clinic).at(0).unwrap();
        let call = super::super::call(world.deadline(row.id).unwrap(), world, clinic);
        assert_eq!(row.nobody_to_call, call == Call::Nobody);
        call
    };
    assert_eq!(call(&world, &Clinic::default()), Call::Nobody);
    let (name, phone) = ("Luz Prado".to_owned(), "(555) 010-0142".to_owned());
    assert_eq!(call(&world, &on_call()), Call::OnCall { name, phone });
    let person = Representative { name: "Dana Ruiz".into(), phone: "(555) 010-0199".into(), before: String::new() };
    let (name, phone) = (person.name.clone(), person.phone.clone());
    let case = Case::new(CaseId(1), "R-001".into(), Need::Asylum, day("2026-01-05"));
    world.put(Case { representation: Representation::Named(person), ..case }.into());
    assert_eq!(call(&world, &on_call()), Call::Representative { name, phone });
}

#[test]
fn waits_go_to_the_end_and_come_back_on_their_follow_up_day() {
    let matter = || Deadline {
        steps: vec![waiting("records", 5, "2026-03-02", "2026-03-09"), step("file", 4, 0)],
        ..deadline(1, Removal, on("2026-04-20"))
    };
    let other = || deadline(2, Administrative, on("2026-06-30"));
    let waits = queue("2026-03-06", [matter(), other()]);
    assert_eq!(ids(&waits), [2, 1]);
    let until = day("2026-03-09");
    assert_eq!(waits.at(1).unwrap().reason, Reason::WaitingUntil { until });
    assert_eq!(waits.at(1).unwrap().group, Group::Waiting);
    let back = queue("2026-03-09", [matter(), other()]);
    assert_eq!(ids(&back), [1, 2]);
    assert_eq!(back.at(0).unwrap().reason, Reason::FollowUp { until });
    assert_eq!(back.at(0).unwrap().group, Group::ActNow);
}

#[test]
fn no_wait_lasts_beyond_the_start_of_the_next_step() {
    let matter = || Deadline {
        steps: vec![waiting("records", 5, "2026-03-02", "2026-12-31"), step("translation", 2, 5), step("file", 4, 0)],
        ..deadline(1, Right, on("2026-04-20"))
    };
    let start_by = day("2026-04-10");
    assert_eq!(row("2026-04-09", matter()).group, Group::Waiting);
    assert_eq!(row("2026-04-09", matter()).start_by, Some(start_by));
    assert_eq!(row("2026-04-10", matter()).group, Group::ActNow);
}

#[test]
fn while_waiting_the_days_gone_by_are_not_counted_again() {
    let matter = |since| Deadline {
        steps: vec![waiting("records", 10, since, "2026-03-31"), step("file", 4, 0)],
        ..deadline(1, Right, on("2026-04-20"))
    };
    let slack = |today| row(today, matter("2026-03-02")).slack_days;
    assert_eq!(slack("2026-03-02"), slack("2026-03-09"), "a day of the wait goes by with each day");
    assert_eq!(slack("2026-03-16"), slack("2026-03-23") + 5, "until the usual wait is over");
}

#[test]
fn a_snooze_moves_the_reminder_but_never_past_start_by() {
    let matter = |until| Deadline {
        steps: vec![step("file", 4, 0)],
        snoozed_until: Some(day(until)),
        ..deadline(1, Removal, on("2026-04-20"))
    };
    let waits = Deadline {
        steps: vec![waiting("records", 5, "2026-03-02", "2026-03-09")],
        ..deadline(3, Right, on("2026-04-20"))
    };
    let ranking = queue("2026-03-02", [matter("2026-03-10"), deadline(2, Administrative, on("2026-06-30")), waits]);
    assert_eq!(ids(&ranking), [2, 3, 1]);
    assert_eq!(ranking.at(2).unwrap().group, Group::Later);
    assert_eq!(ranking.at(2).unwrap().reason, Reason::SnoozedUntil { until: day("2026-03-10") });
    assert_eq!(row("2026-03-10", matter("2026-03-10")).group, Group::Later, "35 days are far off");
    let far = row("2026-04-16", matter("2026-12-31"));
    assert_eq!(far.reason, Reason::SnoozedUntil { until: day("2026-04-17") });
    assert_eq!(row("2026-04-17", matter("2026-12-31")).group, Group::ActNow);
}

#[test]
fn the_safe_date_is_before_the_roll_and_leaves_the_courier_time() {
    let safe = |deadline: Deadline| row("2026-03-02", deadline).safe;
    let sunday = || deadline(1, Right, on("2026-05-31"));
    assert_eq!(safe(sunday()), day("2026-05-29"));
    assert_eq!(safe(Deadline { medium: Medium::Paper, ..sunday() }), day("2026-05-27"));
    let rule = |computed, raw, due| {
        let mut matter = deadline(1, Right, on(due));
        matter.source.rule = Some(rolled(computed, raw));
        safe(matter)
    };
    assert_eq!(rule("2026-06-01", "2026-05-30", "2026-06-01"), day("2026-05-29"), "rolled over a weekend");
    assert_eq!(rule("2026-06-01", "2026-05-30", "2026-05-20"), day("2026-05-20"), "the printed date is earlier");
    assert_eq!(rule("2026-06-01", "2026-05-30", "2026-06-12"), day("2026-06-12"), "extended since");
    let saturday = deadline(1, Right, at("2026-05-30T09:00:00", BOSTON));
    assert_eq!(safe(Deadline { medium: Medium::Paper, ..saturday }), day("2026-05-30"), "an appointment is when it is");
}

#[test]
fn a_court_has_its_own_today() {
    let hearing = || deadline(1, Removal, at("2026-03-09T08:00:00", TIJUANA));
    let group = |now| rank(&world([hearing()]), moment(now, BOSTON), &Clinic::default()).at(0).unwrap().group;
    assert_eq!(group("2026-03-10T01:30:00-04:00"), Group::ActNow, "half past ten in the evening there");
    assert_eq!(group("2026-03-10T03:30:00-04:00"), Group::Escalate);
    let west = |now| rank(&world([hearing()]), moment(now, TIJUANA), &Clinic::default()).at(0).copied().unwrap();
    assert_eq!(west("2026-03-09T07:00:00-07:00").group, Group::ActNow);
}

#[test]
fn an_opening_and_a_date_to_come_have_places_and_never_escalate() {
    let opening = || deadline(1, Benefit, Due::From(day("2026-03-16")));
    let unset = || deadline(2, Removal, Due::Unset { ask_on: day("2026-03-16") });
    let at = |today| queue(today, [opening(), unset(), deadline(3, Benefit, on("2026-03-20"))]);
    let ranking = at("2026-03-02");
    assert_eq!(ids(&ranking), [2, 3, 1]);
    assert_eq!(ranking.at(0).unwrap().reason, Reason::NoDate { ask_on: day("2026-03-16") });
    assert_eq!(ranking.at(2).unwrap().reason, Reason::OpensOn { on: day("2026-03-16") });
    assert_eq!(ranking.at(2).unwrap().start_by, None);
    let later = at("2026-09-01");
    assert_eq!(ids(&later), [3, 2, 1]);
    assert_eq!(later.rows().map(|row| row.group).collect::<Vec<_>>(), [Group::Escalate, Group::ActNow, Group::ActNow]);
}

#[test]
fn done_and_void_are_gone_and_closed_cases_hide_nothing() {
    use crate::core::case::CaseStatus;
    let done = DeadlineState::Done { on: day("2026-03-02") };
    let void = DeadlineState::Void { on: day("2026-03-02"), reason: "moved".into() };
    let gone = |id, state| Deadline { state, ..deadline(id, Right, on("2026-03-20")) };
    let mut world = world([gone(1, done), gone(2, void), deadline(3, Right, on("2026-03-20"))]);
    let status = CaseStatus::Closed { on: day("2026-03-01"), reason: "moved away".into() };
    let case = Case::new(CaseId(3), "R-003".into(), Need::Asylum, day("2026-01-05"));
    world.put(Case { status, ..case }.into());
    assert_eq!(ids(&rank(&world, noon("2026-03-02"), &Clinic::default())), [3]);
}
