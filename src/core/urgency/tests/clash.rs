use super::super::clashes;
use super::fixture::*;
use crate::core::deadline::Consequence::Removal;
use crate::core::deadline::{Deadline, DeadlineState};
use crate::core::id::DeadlineId;
use chrono_tz::Tz;

const BOSTON: Tz = Tz::America__New_York;

fn hearing(id: u32, local: &str, zone: Tz, accompany: bool) -> Deadline {
    Deadline { accompany, ..deadline(id, Removal, at(local, zone)) }
}

fn clash(deadlines: impl IntoIterator<Item = Deadline>) -> Vec<u32> {
    clashes(&world(deadlines), DeadlineId(1)).into_iter().map(|id| id.0).collect()
}

#[test]
fn appointments_within_three_hours_clash_if_the_navigator_goes_along_to_one() {
    let others = |accompany| {
        [
            hearing(2, "2026-03-09T12:00:00", BOSTON, accompany),
            hearing(3, "2026-03-09T12:01:00", BOSTON, accompany),
            hearing(4, "2026-03-09T06:00:00", BOSTON, accompany),
            hearing(5, "2026-03-10T09:00:00", BOSTON, accompany),
            hearing(6, "2026-03-09T09:00:00", Tz::America__Tijuana, accompany),
            hearing(7, "2026-03-09T09:00:00", Tz::America__Chicago, accompany),
        ]
    };
    let with =
        |mine, theirs| clash(others(theirs).into_iter().chain([hearing(1, "2026-03-09T09:00:00", BOSTON, mine)]));
    assert_eq!(with(true, false), [2, 4, 6, 7], "noon in Boston is nine in Tijuana");
    assert_eq!(with(false, true), [2, 4, 6, 7]);
    assert_eq!(with(false, false), [0; 0]);
}

#[test]
fn what_is_settled_or_no_appointment_does_not_clash() {
    let done = DeadlineState::Done { on: day("2026-03-01") };
    let mine = || hearing(1, "2026-03-09T09:00:00", BOSTON, true);
    let settled = Deadline { state: done, ..hearing(2, "2026-03-09T09:00:00", BOSTON, true) };
    assert_eq!(clash([mine(), settled, deadline(3, Removal, on("2026-03-09"))]), [0; 0]);
    assert_eq!(
        clash([deadline(1, Removal, on("2026-03-09")), hearing(2, "2026-03-09T09:00:00", BOSTON, true)]),
        [0; 0]
    );
    assert_eq!(clash([]), [0; 0]);
}

#[test]
fn a_time_that_clocks_skip_still_clashes() {
    let skipped = hearing(1, "2026-03-08T02:30:00", BOSTON, true);
    assert_eq!(clash([skipped, hearing(2, "2026-03-08T05:00:00", BOSTON, false)]), [2]);
}
