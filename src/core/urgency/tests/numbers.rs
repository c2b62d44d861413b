//! The arithmetic, number by number.

use super::super::score::{DAY, HOUR, Matter, Needs, Part};
use super::super::{Call, Group, SafeBasis, explain, rank};
use super::fixture::*;
use crate::core::clinic::Clinic;
use crate::core::deadline::Consequence::{self, Removal, Right};
use crate::core::deadline::{Deadline, Due, Medium};
use crate::core::id::DeadlineId;
use crate::core::practice::Weights;

fn matter(consequence: Consequence, days_left: i32, hours_and_days: &[(i64, i64)]) -> Matter {
    let parts = hours_and_days.iter().map(|(hours, days)| Part { effort: hours * HOUR, wait: days * DAY });
    Matter::new(consequence, Weights::default().of(consequence), days_left, Needs::of(parts))
}

#[track_caller]
fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

/// Weight × its root, for each hour of work, halved at seven and a half days to spare.
#[test]
fn scores_are_what_is_at_stake_for_each_hour_faded_by_slack() {
    near(matter(Removal, 2, &[(6, 0)]).score(), 100.0 / 6.0 / (1.0 + (1.0_f64 / 7.5).powi(3)));
    near(matter(Right, 8, &[(3, 0)]).score(), 40.0 * 0.4_f64.sqrt() / 3.0 / 2.0);
    near(matter(Right, 20, &[(1, 3), (2, 9)]).score(), 40.0 * 0.4_f64.sqrt() / 3.0 / (1.0 + (16.5_f64 / 7.5).powi(3)));
    near(matter(Right, 0, &[]).score(), 4.0 * 40.0 * 0.4_f64.sqrt());
}

#[test]
fn removal_that_has_to_start_today_is_lifted_while_it_is_within_reach() {
    assert!(matter(Removal, 1, &[(1, 0)]).score() > 100_000.0);
    assert!(matter(Removal, 0, &[(5, 0)]).score() > 100_000.0);
    assert!(matter(Removal, 2, &[(6, 0)]).score() < 100_000.0);
    assert!(matter(Removal, 0, &[(6, 0)]).score() < 100_000.0);
    let most = Matter::new(Right, Weights::MOST, 0, Needs::default());
    assert!(most.score() < 100_000.0, "nothing else comes near");
}

/// A long wait still to come can be shorter than usual; work cannot.
#[test]
fn beyond_reach_a_quarter_of_the_waits_may_fall_away() {
    near(matter(Right, 9, &[(0, 10), (6, 0)]).late_factor(), 0.5);
    near(matter(Right, 8, &[(0, 10), (6, 0)]).late_factor(), 0.5);
    near(matter(Right, 7, &[(0, 10), (6, 0)]).late_factor(), 0.01);
    near(matter(Right, 0, &[(8, 0)]).late_factor(), 0.5);
    near(matter(Right, 0, &[(9, 0)]).late_factor(), 0.01);
}

#[test]
fn whole_days_of_slack_round_toward_less() {
    let slack = |days_left, parts| matter(Right, days_left, parts).slack_days();
    assert_eq!(slack(5, &[]), 5);
    assert_eq!(slack(5, &[(1, 0)]), 4);
    assert_eq!(slack(5, &[(6, 0)]), 4);
    assert_eq!(slack(5, &[(3, 2), (3, 0)]), 2);
    assert_eq!(slack(0, &[(1, 0)]), -1);
    assert!(matter(Right, 0, &[(5, 0)]).within_reach());
    assert!(!matter(Right, 0, &[(6, 0)]).within_reach());
}

#[test]
fn every_number_of_the_explanation_adds_up() {
    let filing = Deadline {
        medium: Medium::Paper,
        steps: vec![waiting("records", 20, "2026-02-23", "2026-03-20"), step("translation", 5, 5), step("file", 24, 9)],
        ..deadline(1, Right, on("2026-05-31"))
    };
    let world = world([filing]);
    let told = explain(&world, noon("2026-03-02"), &on_call(), DeadlineId(1)).unwrap();
    assert_eq!(told.safe.basis, SafeBasis::LastDay);
    assert_eq!((told.safe.unrolled, told.safe.courier_days), (day("2026-05-31"), 2));
    assert_eq!(told.safe.date, day("2026-05-27"));
    assert_eq!(told.steps.iter().map(|step| step.effort_quarters).collect::<Vec<_>>(), [0, 5, 24]);
    assert_eq!(told.steps.iter().map(|step| step.wait_days).collect::<Vec<_>>(), [15, 5, 0]);
    assert_eq!(told.steps[0].waiting_until, Some(day("2026-03-20")));
    let waits: i32 = told.steps.iter().map(|step| i32::from(step.wait_days)).sum();
    assert_eq!(told.slack_days, told.days_left + told.grace_days - waits - 2, "29 quarter hours begin a second day");
    near(told.urgency, told.stake / told.hours * told.fade * told.late_factor + told.lift);
    assert_eq!(told.weight, 40);
    assert_eq!(told.group, Group::Waiting);
    assert!(matches!(told.call, Call::OnCall { .. }));
}

#[test]
fn the_explanation_says_what_the_queue_says() {
    let world = world([
        deadline(1, Right, on("2026-03-20")),
        deadline(2, Right, Due::From(day("2026-03-20"))),
        deadline(3, Removal, Due::Unset { ask_on: day("2026-03-20") }),
        Deadline { steps: vec![step("file", 4, 0)], ..deadline(4, Right, on("2026-02-20")) },
    ]);
    let ranking = rank(&world, noon("2026-03-02"), &Clinic::default());
    assert_eq!(ranking.len(), 4);
    for row in ranking.rows() {
        let told = explain(&world, noon("2026-03-02"), &Clinic::default(), row.id).unwrap();
        assert_eq!((told.group, told.reason), (row.group, row.reason));
        assert_eq!((told.slack_days, told.start_by, told.safe.date), (row.slack_days, row.start_by, row.safe));
        near(told.urgency, row.urgency);
    }
    assert_eq!(explain(&world, noon("2026-03-02"), &Clinic::default(), DeadlineId(9)), None);
}

/// Waits of half a day exist in estimates from outside.
#[test]
fn without_slack_the_longer_wait_leads() {
    let parts = |wait| [Part { effort: HOUR, wait }, Part { effort: 0, wait: 0 }];
    let waits = |wait| Matter::new(Right, 40, 1, Needs::of(parts(wait)));
    let (longer, shorter) = (waits(DAY + DAY / 2), waits(DAY + DAY / 4));
    near(longer.score(), shorter.score());
    assert!(longer.work() < shorter.work());
}
