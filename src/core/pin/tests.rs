#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;
use crate::core::clinic::Clinic;
use crate::core::deadline::{Basis, Certainty, Deadline, Due, Medium, Source};
use crate::core::id::CaseId;
use crate::core::urgency::{Moment, rank};

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

fn deadline(id: u32, consequence: Consequence, due: NaiveDate) -> Deadline {
    Deadline {
        consequence,
        medium: Medium::Online,
        source: Source::of(Basis::Statute),
        certainty: Certainty::Computed,
        ..Deadline::new(DeadlineId(id), CaseId(1), format!("matter {id}"), Due::Day(due))
    }
}

/// 1 is past, 2 removal for today, 3 a right for today, 4 and 5 rights to come, 6 put off.
fn shown(pins: &[(u32, Way, u32)], today: NaiveDate) -> Vec<u32> {
    let mut world = World::default();
    for (id, consequence, due) in [
        (1, Consequence::Right, day(2)),
        (2, Consequence::Removal, day(9)),
        (3, Consequence::Right, day(9)),
        (4, Consequence::Right, day(16)),
        (5, Consequence::Right, day(24)),
        (6, Consequence::Right, day(30)),
    ] {
        let snoozed_until = (id == 6).then(|| day(20));
        world.put(Deadline { snoozed_until, ..deadline(id, consequence, due) }.into());
    }
    for (id, way, until) in pins {
        let (reason, by) = (String::new(), String::new());
        world.put(Pin { deadline: DeadlineId(*id), way: *way, until: day(*until), reason, by }.into());
    }
    let now = today.and_hms_opt(17, 0, 0).unwrap().and_utc();
    let ranking = rank(&world, Moment { now, today }, &Clinic::default());
    Moves::of(&world, &ranking, today).order(&ranking).map(|row| row.id.0).collect()
}

#[test]
fn a_pinned_row_stands_below_what_may_not_be_hidden_and_a_pushed_one_at_the_end_of_the_work() {
    assert_eq!(shown(&[], day(9)), [1, 2, 3, 4, 5, 6]);
    assert_eq!(shown(&[(5, Way::Up, 20)], day(9)), [1, 2, 5, 3, 4, 6]);
    assert_eq!(shown(&[(5, Way::Up, 20), (4, Way::Up, 20)], day(9)), [1, 2, 4, 5, 3, 6], "in their own order");
    assert_eq!(shown(&[(3, Way::Down, 20)], day(9)), [1, 2, 4, 5, 3, 6]);
    assert_eq!(shown(&[(6, Way::Up, 20), (3, Way::Down, 20)], day(9)), [1, 2, 6, 4, 5, 3]);
}

#[test]
fn what_is_escalated_or_removal_without_slack_is_not_moved() {
    assert_eq!(shown(&[(1, Way::Down, 20), (2, Way::Down, 20)], day(9)), [1, 2, 3, 4, 5, 6]);
    // The slack of 2 runs out while it is pushed down: it comes back by itself.
    assert_eq!(shown(&[(2, Way::Down, 20)], day(6)), [1, 3, 4, 5, 2, 6]);
    assert_eq!(shown(&[(2, Way::Down, 20)], day(9)), [1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_pin_is_over_on_its_day() {
    assert_eq!(shown(&[(5, Way::Up, 10)], day(9)), [1, 2, 5, 3, 4, 6]);
    assert_eq!(shown(&[(5, Way::Up, 9)], day(9)), [1, 2, 3, 4, 5, 6]);
}
