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
