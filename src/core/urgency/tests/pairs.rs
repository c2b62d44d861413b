//! What must hold between two matters, and between two days of one: properties 2, 3, 4 and 6.

use super::super::{Group, Ranked, Reason};
use super::fixture::*;
use super::sample::*;
use crate::core::calendar::add_business;
use crate::core::deadline::{Certainty, Consequence, Deadline, Due};
use crate::core::id::DeadlineId;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

/// `first` does not rank below `second`. Where they differ `strictly`, not even its identity can put it there.
fn never_below(strictly: bool, first: Deadline, second: Deadline) -> Result<Reach, TestCaseError> {
    let (high, low) = if strictly { (2, 1) } else { (1, 2) };
    let (first, second) = (Deadline { id: DeadlineId(high), ..first }, Deadline { id: DeadlineId(low), ..second });
    let reached = within_reach(day(TODAY), &first) && within_reach(day(TODAY), &second);
    if within_reach(day(TODAY), &second) {
        let ranking = queue(TODAY, [first, second]);
        prop_assert_eq!(ids(&ranking), [high, low], "{:#?}", ranking);
        prop_assert!(!reached || ranking.at(0).unwrap().urgency >= ranking.at(1).unwrap().urgency, "{:#?}", ranking);
    }
    Ok((u32::from(reached), 1))
}

fn on_day(matter: &Deadline, date: NaiveDate) -> Deadline {
    let due = match matter.due.appointment() {
        Some(appointment) => at(&format!("{date}T09:00:00"), appointment.zone),
        None => Due::Day(date),
    };
    Deadline { due, ..matter.clone() }
}

#[test]
fn property_2_an_earlier_due_date_never_ranks_lower() {
    check("property 2, earlier due", (plain(1), 1_u64..10), |(matter, days)| {
        never_below(true, matter.clone(), on_day(&matter, matter.due.date() + Days::new(days)))
    });
}

#[test]
fn property_2_a_heavier_consequence_never_ranks_lower() {
    check("property 2, heavier consequence", (plain(1), consequence(), consequence()), |(matter, one, other)| {
        let with = |consequence| Deadline { consequence, ..matter.clone() };
        never_below(one != other, with(one.max(other)), with(one.min(other)))
    });
}

#[test]
fn property_2_a_longer_wait_never_ranks_lower() {
    check("property 2, longer wait", (plain(1), 1_u16..10, any::<prop::sample::Index>()), |(matter, days, which)| {
        let mut longer = matter.clone();
        let last = longer.steps.len().saturating_sub(1);
        let at = which.index(longer.steps.len().max(1));
        if let Some(step) = longer.steps.get_mut(at) {
            step.wait_days += days;
        }
        never_below(at < last, longer, matter)
    });
}

#[test]
fn property_2_less_certain_notice_never_ranks_lower() {
    check("property 2, less certain", plain(1), |matter| {
        let certainty = Certainty::Verified { source: "paper".to_owned(), on: day(TODAY) };
        never_below(false, matter.clone(), Deadline { certainty, ..matter })
    });
}

/// Consequence at least as heavy, slack no larger, effort left no more, one of them strictly.
#[test]
fn property_3_no_inversion() {
    check(
        "property 3, no inversion",
        (plain(1), consequence(), 0_i32..6, 0_u16..40),
        |(matter, other, days, quarters)| {
            let first = Deadline { consequence: matter.consequence.max(other), ..matter.clone() };
            let mut second = Deadline { consequence: matter.consequence.min(other), ..matter };
            // More work, and at least as many more days as it takes: slack is no smaller, though the due date is later.
            let mut more_days = days;
            if let Some(last) = second.steps.last_mut() {
                last.effort_quarters += quarters;
                more_days += (i32::from(quarters) + 23) / 24;
            }
            second = on_day(&second, add_business(second.due.date(), more_days));
            let strictly = first.consequence != second.consequence || more_days > 0;
            never_below(strictly, first, second)
        },
    );
}

#[test]
fn property_4_removal_without_slack_is_above_everything_lighter() {
    let lighter = plain(1).prop_filter("lighter", |matter| matter.consequence < Consequence::Removal);
    check("property 4, removal without slack", (plain(2), lighter, any::<bool>()), |(matter, lighter, begun)| {
        let (waits, quarters) = needs(&matter.steps);
        // A day that is begun counts as a day to spare, in whole days: none is left either way.
        let days = if begun { (quarters + 23) / 24 } else { quarters / 24 };
        let removal = on_day(&matter, add_business(day(TODAY), waits + days));
        // Somebody acted on both, so that neither leads as escalated for what no longer fits.
        let acted = |matter| Deadline { acted: Some(acted(day(TODAY))), ..matter };
        let removal = acted(Deadline { id: DeadlineId(2), consequence: Consequence::Removal, ..removal });
        let lighter = acted(Deadline { id: DeadlineId(1), ..lighter });
        let reached = within_reach(day(TODAY), &lighter);
        let past = lighter.due.date() < day(TODAY);
        let ranking = queue(TODAY, [removal, lighter]);
        let above = ids(&ranking) == [2, 1] && ranking.at(0).unwrap().urgency > ranking.at(1).unwrap().urgency;
        prop_assert!(past || above, "{:#?}", ranking);
        Ok((u32::from(reached), 1))
    });
}

/// 0 leads, then the order of work, then what waits or is snoozed.
fn lane(row: &Ranked) -> u8 {
    match (row.group, &row.reason) {
        (Group::Escalate, _) => 0,
        (Group::Waiting, _) | (_, Reason::SnoozedUntil { .. }) => 2,
        _ => 1,
    }
}

#[test]
fn property_6_while_nothing_is_done_urgency_never_falls() {
    check("property 6, never falls", (any_matter(1), -30_i64..20, 1_i64..10), |(matter, from, days)| {
        let (from, to) = (moved(from), moved(from + days));
        let (before, after) = (row(&from.to_string(), matter.clone()), row(&to.to_string(), matter.clone()));
        prop_assert!(lane(&after) <= lane(&before), "{:#?} then {:#?}", before, after);
        let reached = within_reach(from, &matter) && within_reach(to, &matter);
        prop_assert!(!reached || after.urgency >= before.urgency, "{:#?} then {:#?}", before, after);
        Ok((u32::from(reached), 1))
    });
}

#[test]
fn ties_are_broken_by_less_work_then_due_then_id() {
    let matter = |id, due| deadline(id, Consequence::Right, on(due));
    // The weekend has one safe date, Friday.
    let weekend = [matter(1, "2026-03-15"), matter(2, "2026-03-14"), matter(3, "2026-03-13"), matter(4, "2026-03-14")];
    assert_eq!(ids(&queue(TODAY, weekend)), [3, 2, 4, 1]);
    // Three days of waiting weigh as eighteen hours of work do.
    let waits = Deadline { steps: vec![step("ask", 0, 3), step("file", 0, 0)], ..matter(2, "2026-03-20") };
    let works = Deadline { steps: vec![step("write", 72, 0)], ..matter(1, "2026-03-20") };
    assert_eq!(ids(&queue(TODAY, [works, waits])), [2, 1]);
}
