//! A forecast in the making: a little at a time, so that a key never waits for the whole of it.

use super::run::Run;
use super::{Forecast, Plan, Planner};
use crate::core::id::DeadlineId;
use crate::core::pin::Moves;
use crate::core::practice::Practice;
use crate::core::urgency::{Moment, Ranking};
use crate::core::world::World;

/// Rows taken into the plan at once.
const ROWS: usize = 500;

/// How far it has come. It has to be begun anew when the world, the queue or the moment changes.
pub struct Making(Stage);

enum Stage {
    /// The rows still to be taken, the next one last.
    Planning(Planner, Vec<DeadlineId>),
    Working(Plan, Run),
    Over,
}

impl Making {
    /// Nothing but the order of the rows.
    pub fn begin(ranking: &Ranking, moves: &Moves, moment: Moment) -> Self {
        let mut rows: Vec<DeadlineId> = moves.order(ranking).map(|row| row.id).collect();
        rows.reverse();
        Self(Stage::Planning(Planner::begin(moment), rows))
    }

    /// Goes on by some hundred rows, or by a day; the forecast once there is no more to do. It is the same as
    /// [`Forecast::of`].
    pub fn step(&mut self, world: &World, ranking: &Ranking, practice: &Practice) -> Option<Forecast> {
        let stage = std::mem::replace(&mut self.0, Stage::Over);
        self.0 = match stage {
            Stage::Planning(mut planner, mut rows) => {
                let some = rows.split_off(rows.len().saturating_sub(ROWS));
                some.iter().rev().filter_map(|id| ranking.get(*id)).for_each(|row| planner.take(world, row));
                if rows.is_empty() {
                    let plan = planner.plan();
                    let run = Run::begin(&plan, practice);
                    Stage::Working(plan, run)
                } else {
                    Stage::Planning(planner, rows)
                }
            }
            Stage::Working(plan, mut run) => {
                if !run.step(&plan, practice) {
                    return Some(Forecast::said(&plan, run.ends(), world, practice));
                }
                Stage::Working(plan, run)
            }
            Stage::Over => Stage::Over,
        };
        None
    }
}
