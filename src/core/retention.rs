//! How long the clinic keeps closed cases, and which are past that. Nothing is ever erased by a clock.

use super::case::{Case, CaseStatus};
use super::world::World;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// The clinic's own period, set by the clinic; there is none until it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// Years that a case is kept after it was closed, from 1 to [`Retention::MOST`].
    pub closed_years: u16,
}

impl Retention {
    /// The longest period, in years.
    pub const MOST: u16 = 99;

    /// The day on which a case closed on `closed` is past the period.
    pub fn over(self, closed: NaiveDate) -> NaiveDate {
        closed.checked_add_months(Months::new(u32::from(self.closed_years) * 12)).unwrap_or(NaiveDate::MAX)
    }
}

/// A closed case that is past the clinic's period, to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past<'a> {
    pub case: &'a Case,
    pub closed: NaiveDate,
    /// The day the period ended.
    pub since: NaiveDate,
    /// It is under a legal hold, and stays.
    pub held: bool,
}

/// The closed cases past the clinic's period, the longest first; none where the clinic has set no period.
pub fn past(world: &World, today: NaiveDate) -> Vec<Past<'_>> {
    let Some(retention) = world.retention() else { return Vec::new() };
    let mut past: Vec<Past<'_>> = world
        .cases()
        .filter_map(|case| {
            let CaseStatus::Closed { on, .. } = case.status else { return None };
            let since = retention.over(on);
            (since <= today).then(|| Past { case, closed: on, since, held: world.hold(case.id).is_some() })
        })
        .collect();
    past.sort_by_key(|past| (past.since, past.case.id));
    past
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::core::case::Need;
    use crate::core::hold::Hold;
    use crate::core::id::CaseId;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn closed_cases_are_listed_from_the_day_the_period_ends_and_none_without_a_period() {
        let mut world = World::default();
        let closed = [(1, None), (2, Some(day(2020, 2, 29))), (3, Some(day(2019, 6, 1))), (4, Some(day(2026, 1, 1)))];
        for (id, on) in closed {
            let status = on.map_or(CaseStatus::Open, |on| CaseStatus::Closed { on, reason: String::new() });
            let case = Case::new(CaseId(id), format!("R-{id:03}"), Need::Other, day(2018, 1, 1));
            world.put(Case { status, ..case }.into());
        }
        let (reason, by) = (String::new(), String::new());
        world.put(Hold { case: CaseId(3), reason, by, since: day(2019, 6, 1) }.into());
        let listed = |world: &World, today| {
            past(world, today).iter().map(|past| (past.case.id.0, past.since, past.held)).collect::<Vec<_>>()
        };
        assert_eq!(listed(&world, day(2099, 1, 1)), []);
        world.put(Retention { closed_years: 7 }.into());
        let (two, three) = ((2, day(2027, 2, 28), false), (3, day(2026, 6, 1), true));
        assert_eq!(listed(&world, day(2026, 5, 31)), []);
        assert_eq!(listed(&world, day(2027, 2, 27)), [three]);
        assert_eq!(listed(&world, day(2027, 2, 28)), [three, two]);
    }
}
