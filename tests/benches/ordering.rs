//! The sorter alone.

use super::caseload::{self, SIZES};
use super::turns::{Compared, Row, by_turns, timed};
use rumbo::core::clinic::Clinic;
use rumbo::core::deadline::Deadline;
use rumbo::core::urgency::{Moment, rank};
use rumbo::core::world::World;

pub const COMPARED: &[Compared] = &[Compared { name: "ordering::rank", run: ranking }];

/// Ranks every deadline; beside it, the same deadlines sorted by their date alone.
fn ranking() -> Vec<Row> {
    SIZES
        .into_iter()
        .map(|cases| {
            let world = caseload::world(cases);
            let clinic = world.clinic().cloned().unwrap_or_default();
            let (ours, theirs) = by_turns(25, || timed(|| ranked(&world, &clinic)), || timed(|| by_date(&world)));
            let what = format!("of {} deadlines", world.deadlines().len());
            Row { what, ours, theirs: Some(("a sort by due date", theirs)), budget: "" }
        })
        .collect()
}

fn ranked(world: &World, clinic: &Clinic) -> impl Sized {
    let env = caseload::env();
    rank(world, Moment { now: env.now, today: env.today }, clinic)
}

fn by_date(world: &World) -> impl Sized {
    let mut dates: Vec<_> = world.deadlines().filter(|deadline| deadline.is_live()).map(place).collect();
    dates.sort_unstable();
    dates
}

fn place(deadline: &Deadline) -> impl Ord {
    (deadline.due.date(), deadline.id)
}
