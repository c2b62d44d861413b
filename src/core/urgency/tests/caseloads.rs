//! What must hold for every caseload: properties 1, 5, 7, 8 and 9.

use super::super::{Group, Ranked, Reason};
use super::fixture::*;
use super::sample::*;
use crate::core::deadline::{Deadline, DeadlineState};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn today(matters: &[Deadline]) -> Vec<Ranked> {
    rows(&queue(TODAY, matters.to_vec()))
}

#[test]
fn property_1_the_order_is_total_and_the_same_whatever_came_in_first() {
    check("property 1, total order", caseload(), |matters| {
        let rows = today(&matters);
        let backwards = super::fixture::rows(&queue(TODAY, matters.iter().rev().cloned()));
        prop_assert_eq!(&rows, &backwards);
        prop_assert_eq!(&rows, &today(&matters));
        Ok(pairs_within_reach(day(TODAY), &matters))
    });
}

#[test]
fn property_5_other_matters_never_change_the_order_of_two() {
    check("property 5, independence", (caseload(), any::<u16>()), |(matters, kept)| {
        let rows = today(&matters);
        let keeps = |matter: &&Deadline| kept >> matter.id.0 & 1 == 1;
        let few: Vec<Deadline> = matters.iter().filter(keeps).cloned().collect();
        let left: BTreeSet<_> = few.iter().map(|matter| matter.id).collect();
        let expected: Vec<Ranked> = rows.into_iter().filter(|row| left.contains(&row.id)).collect();
        prop_assert_eq!(today(&few), expected);
        Ok(pairs_within_reach(day(TODAY), &matters))
    });
}

#[test]
fn property_7_nothing_live_is_ever_hidden() {
    check(
        "property 7, nothing hidden",
        (caseload(), prop_oneof![3 => Just(0_i64), 1 => -50_i64..2_000]),
        |(matters, days)| {
            let rows = rows(&queue(&moved(days).to_string(), matters.clone()));
            let shown: BTreeSet<_> = rows.iter().map(|row| row.id).collect();
            prop_assert_eq!(rows.len(), matters.len());
            prop_assert_eq!(shown, matters.iter().map(|matter| matter.id).collect());
            Ok(pairs_within_reach(moved(days), &matters))
        },
    );
}

#[test]
fn property_7_a_snooze_moves_no_date_and_ends_at_start_by() {
    check("property 7, snooze", caseload(), |matters| {
        let rows = queue(TODAY, matters.clone());
        let awake = queue(TODAY, matters.iter().cloned().map(|matter| Deadline { snoozed_until: None, ..matter }));
        for row in rows.rows() {
            let same = awake.get(row.id).unwrap();
            prop_assert_eq!((row.slack_days, row.start_by, row.safe), (same.slack_days, same.start_by, same.safe));
            prop_assert_eq!(row.urgency.to_bits(), same.urgency.to_bits());
            if let Reason::SnoozedUntil { until } = row.reason {
                prop_assert!(row.start_by.is_none_or(|start_by| until <= start_by), "{:#?}", row);
                prop_assert!(day(TODAY) < until, "{:#?}", row);
            }
        }
        Ok(pairs_within_reach(day(TODAY), &matters))
    });
}

#[test]
fn property_8_what_is_lost_or_out_of_reach_leads_until_somebody_acted() {
    check("property 8, escalate", caseload(), |matters| {
        let rows = queue(TODAY, matters.clone());
        let led = rows.rows().take_while(|row| row.group == Group::Escalate).count();
        for (place, row) in rows.rows().enumerate() {
            let matter = matters.iter().find(|matter| matter.id == row.id).unwrap();
            let asks = !within_reach(day(TODAY), matter) && matter.acted.is_none() && row.start_by.is_some();
            prop_assert!(!asks || place < led, "{:#?}", row);
            prop_assert_eq!(row.group == Group::Escalate, place < led, "{:#?}", row);
            prop_assert_eq!(row.nobody_to_call, place < led, "{:#?}", row);
        }
        let settled = matters.iter().filter(|matter| matter.state == DeadlineState::Open);
        let settled = settled.cloned().map(|matter| Deadline { acted: Some(acted(day(TODAY))), ..matter });
        let rows = queue(TODAY, settled);
        prop_assert!(rows.rows().all(|row| row.group != Group::Escalate), "{:#?}", rows);
        Ok(pairs_within_reach(day(TODAY), &matters))
    });
}

#[test]
fn property_8_labels_never_change_the_order_of_work() {
    check("property 8, order of work", caseload(), |matters| {
        let rows = today(&matters);
        let aside = |row: &&Ranked| {
            row.group != Group::Escalate
                && row.group != Group::Waiting
                && !matches!(row.reason, Reason::SnoozedUntil { .. })
        };
        prop_assert!(rows.iter().filter(aside).is_sorted_by(|a, b| a.urgency >= b.urgency), "{:#?}", rows);
        Ok(pairs_within_reach(day(TODAY), &matters))
    });
}

/// Whatever the day, until somebody acts on it or settles it.
#[test]
fn property_9_what_is_overdue_stays_in_front() {
    let unsettled = |matter: Deadline| Deadline { acted: None, snoozed_until: None, ..matter };
    check("property 9, overdue", (caseload(), 0_i64..40, 1_i64..4_000), |(matters, first, later)| {
        let matters: Vec<Deadline> = matters.into_iter().map(unsettled).collect();
        let on = |days: i64| rows(&queue(&moved(days).to_string(), matters.clone()));
        let led = |rows: &[Ranked]| -> BTreeSet<_> {
            rows.iter().filter(|row| row.group == Group::Escalate).map(|row| row.id).collect()
        };
        let (now, then) = (led(&on(first)), led(&on(first + later)));
        let past = |row: &Ranked| matches!(row.reason, Reason::PastDate { .. } | Reason::Missed { .. });
        let lost: BTreeSet<_> = on(first).iter().filter(|row| past(row)).map(|row| row.id).collect();
        prop_assert!(lost.is_subset(&now) && lost.is_subset(&then), "{:?} {:?} {:?}", lost, now, then);
        Ok(pairs_within_reach(day(TODAY), &matters))
    });
}
