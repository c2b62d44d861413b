//! A pin: the navigator moves a row of the queue by hand, with a reason and until a day.
//!
//! It never moves a date, it ends by itself, and it can hide nothing that must be seen: a pinned row stays below every
//! escalated matter and every removal matter without slack that stood above it, and those are never pushed down.

use super::compact::date;
use super::deadline::Consequence;
use super::id::DeadlineId;
use super::urgency::{Group, Ranked, Ranking, Reason};
use super::world::World;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which way a row was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    Up,
    Down,
}

impl Way {
    /// Both with their codes.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Up, "up"), (Self::Down, "down")];
}

/// A row moved by hand; a deadline has at most one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The deadline whose row it moves; the pin's own identity too.
    pub deadline: DeadlineId,
    pub way: Way,
    /// The day on which it is over; it holds through the day before.
    #[serde(with = "date")]
    pub until: NaiveDate,
    pub reason: String,
    /// Who moved it.
    pub by: String,
}

/// Whether no pin may put this row lower or stand above it.
pub fn is_guarded(world: &World, row: &Ranked) -> bool {
    let removal = || world.deadline(row.id).is_some_and(|deadline| deadline.consequence == Consequence::Removal);
    row.group == Group::Escalate || (row.slack_days <= 0 && removal())
}

/// The pin that moves a row today; none once its day has come, or while the row may not be moved.
pub fn of<'a>(world: &'a World, row: &Ranked, today: NaiveDate) -> Option<&'a Pin> {
    let pin = world.pin(row.id).filter(|pin| today < pin.until)?;
    (!is_guarded(world, row)).then_some(pin)
}

/// Whether any row may be moved today.
pub fn any(world: &World, today: NaiveDate) -> bool {
    world.pins().any(|pin| today < pin.until)
}

/// The queue as it is shown: the order of urgency, with pinned rows moved up as far as they may and pushed ones to the
/// end of the work. What waits for others, or was put off, stays where it is unless it is pinned.
pub fn order<'a>(world: &World, ranking: &'a Ranking, today: NaiveDate) -> Vec<&'a Ranked> {
    if !any(world, today) {
        return ranking.rows.iter().collect();
    }
    let (mut shown, mut pushed, mut floor, mut pinned) = (Vec::with_capacity(ranking.rows.len()), Vec::new(), 0, 0);
    let mut work = 0;
    for row in &ranking.rows {
        match of(world, row, today).map(|pin| pin.way) {
            Some(Way::Up) => {
                // Below the last guarded row above it, behind what was pinned there before it.
                shown.insert(floor + pinned, row);
                pinned += 1;
                work += 1;
                continue;
            }
            Some(Way::Down) if is_work(row) => {
                pushed.push(row);
                continue;
            }
            Some(Way::Down) | None => shown.push(row),
        }
        if is_guarded(world, row) && is_work(row) {
            (floor, pinned) = (shown.len(), 0);
        }
        if is_work(row) {
            work = shown.len();
        }
    }
    shown.splice(work..work, pushed);
    shown
}

/// Whether a row stands in the order of work or above it, rather than waiting or put off.
pub fn is_work(row: &Ranked) -> bool {
    row.group != Group::Waiting && !matches!(row.reason, Reason::SnoozedUntil { .. })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
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
        order(&world, &ranking, today).into_iter().map(|row| row.id.0).collect()
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
}
