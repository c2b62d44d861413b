//! What must hold for caseloads from outside, whose estimates are any numbers and whose clinic weighs as it likes:
//! properties 1, 3, 4 and 5.

use super::super::Group;
use super::super::bare::{Bare, Placed, order};
use super::super::score::{DAY, HOUR, Part};
use super::fixture::day;
use super::sample::{TODAY, check, consequence};
use crate::core::calendar::weekdays_between;
use crate::core::deadline::Consequence;
use crate::core::practice::Weights;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn weights() -> impl Strategy<Value = Weights> {
    let any = prop::array::uniform4(1_u16..=Weights::MOST).prop_map(|mut weights| {
        weights.sort_unstable();
        let [administrative, benefit, right, removal] = weights;
        Weights { removal, right, benefit, administrative }
    });
    let alike = (1_u16..5).prop_map(|one| Weights { removal: one, right: one, benefit: one, administrative: one });
    prop_oneof![2 => Just(Weights::default()), 2 => any, 1 => alike]
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let hours = prop_oneof![3 => (0_u32..24).prop_map(|quarters| f64::from(quarters) / 4.0), 1 => 0.0_f64..12.0];
    let days =
        prop_oneof![3 => (0_u32..12).prop_map(f64::from), 1 => (0_u32..24).prop_map(|half| f64::from(half) / 2.0)];
    prop::collection::vec((hours, days).prop_map(|(hours, days)| Part::of(hours, days).unwrap()), 0..4)
}

/// Slack and effort as the rules of the sorter define them, counted apart from it.
fn slack_and_effort(bare: &Bare<usize>) -> (i64, i64) {
    let effort: i64 = bare.parts.iter().map(|part| part.effort).sum();
    let waits: i64 = bare.parts.iter().rev().skip(1).map(|part| part.wait).sum();
    (i64::from(weekdays_between(day(TODAY), bare.due)) * DAY - effort - waits, effort)
}

fn matter() -> impl Strategy<Value = Bare<usize>> {
    let spare = prop_oneof![5 => -6_i64..3 * 6, 4 => 0_i64..40 * 6, 1 => -20_i64 * 6..0];
    (consequence(), parts(), spare).prop_map(|(consequence, parts, spare)| {
        let bare = Bare { id: 0, due: day(TODAY), consequence, parts };
        let needed = (spare * HOUR - slack_and_effort(&bare).0).div_euclid(DAY).max(-15);
        let weekdays = u64::try_from(needed.max(0)).unwrap();
        let back = u64::try_from((-needed).max(0)).unwrap();
        Bare { due: later(day(TODAY) - Days::new(back), weekdays), ..bare }
    })
}

fn later(day: NaiveDate, weekdays: u64) -> NaiveDate {
    day + Days::new(weekdays / 5 * 7 + weekdays % 5)
}

fn caseload() -> impl Strategy<Value = Vec<Bare<usize>>> {
    prop::collection::vec(matter(), 2..12)
        .prop_map(|matters| matters.into_iter().enumerate().map(|(id, matter)| Bare { id, ..matter }).collect())
}

fn ordered(weights: Weights, matters: &[Bare<usize>]) -> Vec<usize> {
    order(day(TODAY), weights, matters).iter().map(|placed| matters[placed.at].id).collect()
}

fn reached(placed: &[Placed]) -> usize {
    placed.iter().filter(|placed| placed.group != Group::Escalate).count()
}

fn pairs(of: usize) -> u32 {
    u32::try_from(of * of.saturating_sub(1) / 2).unwrap()
}

#[test]
fn properties_1_and_5_the_order_is_total_and_nobody_changes_that_of_two() {
    check("properties 1 and 5, from outside", (weights(), caseload(), any::<u16>()), |(weights, matters, kept)| {
        let all = ordered(weights, &matters);
        let backwards: Vec<_> = matters.iter().rev().cloned().collect();
        prop_assert_eq!(&all, &ordered(weights, &backwards));
        let keeps = |id: usize| kept >> id & 1 == 1;
        let few: Vec<_> = matters.iter().filter(|matter| keeps(matter.id)).cloned().collect();
        let left: Vec<usize> = all.into_iter().filter(|id| keeps(*id)).collect();
        prop_assert_eq!(ordered(weights, &few), left);
        Ok((pairs(reached(&order(day(TODAY), weights, &matters))), pairs(matters.len())))
    });
}

/// Every pair of a caseload, whatever makes one of them the weightier.
#[test]
fn properties_3_and_4_no_inversion_and_removal_without_slack_first() {
    check("properties 3 and 4, from outside", (weights(), caseload()), |(weights, matters)| {
        let placed = order(day(TODAY), weights, &matters);
        for (place, lower) in placed.iter().enumerate() {
            for upper in placed.iter().take(place) {
                if upper.group == Group::Escalate && lower.group == Group::Escalate {
                    continue;
                }
                let (above, below) = (&matters[upper.at], &matters[lower.at]);
                let ((slack, effort), (less_slack, less_effort)) = (slack_and_effort(above), slack_and_effort(below));
                let same = (below.consequence, less_slack, less_effort) == (above.consequence, slack, effort);
                let weightier = below.consequence >= above.consequence && less_slack <= slack && less_effort <= effort;
                let both = upper.group != Group::Escalate && lower.group != Group::Escalate;
                prop_assert!(!both || same || !weightier, "{:#?} above {:#?}", above, below);
                let removal = below.consequence == Consequence::Removal && lower.group != Group::Escalate;
                let first = removal && less_slack <= 0 && above.consequence < Consequence::Removal;
                prop_assert!(!first, "{:#?} above {:#?}", above, below);
                prop_assert!(upper.urgency >= lower.urgency, "{:#?} above {:#?}", upper, lower);
            }
        }
        Ok((pairs(reached(&placed)), pairs(placed.len())))
    });
}

#[test]
fn what_is_no_estimate_is_refused_and_what_is_too_much_is_the_most() {
    assert_eq!((Part::of(-0.1, 0.0), Part::of(0.0, -1.0), Part::of(f64::NAN, 0.0)), (None, None, None));
    let huge = Part::of(f64::MAX, f64::INFINITY).unwrap();
    let bare = |due: &str, parts| Bare { id: 0, due: day(due), consequence: Consequence::Right, parts };
    let placed =
        order(day(TODAY), Weights::default(), &[bare("+262142-12-31", vec![huge; 3]), bare("-262143-01-01", vec![])]);
    assert_eq!(reached(&placed), 0);
    assert!(placed.iter().all(|placed| placed.urgency > 0.0 && placed.urgency.is_finite()), "{placed:#?}");
    assert_eq!(placed.iter().filter(|placed| placed.start_by.is_none()).count(), 1);
}
