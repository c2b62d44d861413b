//! The forecast: all of it at once, and the parts in which it is made while nothing else is to be done. A key that comes
//! in between waits for one part.

use super::placing::{matters, moment};
use super::turns::{Compared, Row, alone, by_turns, timed};
use rumbo::core::clinic::Clinic;
use rumbo::core::forecast::{Forecast, Making};
use rumbo::core::pin::Moves;
use rumbo::core::practice::Practice;
use rumbo::core::urgency::rank;

pub const COMPARED: &[Compared] =
    &[Compared { name: "foreseeing::at_once", run: at_once }, Compared { name: "foreseeing::part", run: parts }];

const MATTERS: [usize; 2] = [10_000, 100_000];

/// All of it; beside it, ranking the same matters.
fn at_once() -> Vec<Row> {
    let rows = MATTERS.map(|count| {
        let (world, clinic, practice) = (matters(count), Clinic::default(), Practice::default());
        let (ranking, moves) = (rank(&world, moment(), &clinic), Moves::default());
        let whole = || timed(|| Forecast::of(&world, &ranking, &moves, moment(), &practice));
        let (ours, theirs) = by_turns(15, whole, || timed(|| rank(&world, moment(), &clinic)));
        Row { what: format!("of {count} matters"), ours, theirs: Some(("ranking", theirs)), budget: "" }
    });
    rows.into()
}

/// Each part of one forecast.
fn parts() -> Vec<Row> {
    let rows = MATTERS.map(|count| {
        let (world, practice) = (matters(count), Practice::default());
        let (ranking, moves) = (rank(&world, moment(), &Clinic::default()), Moves::default());
        let mut making = None;
        let mut times = vec![timed(|| making = Some(Making::begin(&ranking, &moves, moment())))];
        let mut making = making.unwrap();
        let mut over = false;
        while !over {
            times.push(timed(|| over = making.step(&world, &ranking, &practice).is_some()));
        }
        let (what, count) = (format!("of {} in {count} matters", times.len()), times.len());
        let mut times = times.into_iter();
        Row { what, ours: alone(count, || times.next().unwrap()), theirs: None, budget: "" }
    });
    rows.into()
}
