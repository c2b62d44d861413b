//! Where the rows stand that were moved by hand; all others keep the order of urgency.

use super::{Way, is_guarded, is_work, of};
use crate::core::id::DeadlineId;
use crate::core::urgency::{Ranked, Ranking};
use crate::core::world::World;
use chrono::NaiveDate;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Where a row stands in the queue as it is shown. The first number counts the rows that urgency puts before the spot;
/// at one count come pinned rows, then pushed ones, then the row that urgency has there. The last number is the row's
/// own place in the order of urgency.
type Spot = (usize, u8, usize);

const PINNED: u8 = 0;
const PUSHED: u8 = 1;
const UNMOVED: u8 = 2;

/// The rows that were moved by hand, at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves {
    /// In the order in which they are shown.
    spots: Vec<(Spot, DeadlineId)>,
    by_id: HashMap<DeadlineId, Spot>,
}

impl Moves {
    /// Pinned rows go up as far as they may: below the last guarded row above them, in their own order. Pushed ones go to
    /// the end of the work. What waits for others, or was put off, stays where it is unless it is pinned.
    pub fn of(world: &World, ranking: &Ranking, today: NaiveDate) -> Self {
        let rows = world.pins().filter_map(|pin| ranking.get(pin.deadline));
        let moved = rows.filter_map(|row| Some((ranking.place(row.id)?, row, of(world, row, today)?.way)));
        let mut moved: Vec<(usize, &Ranked, Way)> =
            moved.filter(|(_, row, way)| *way == Way::Up || is_work(row)).collect();
        moved.sort_unstable_by_key(|(own, ..)| *own);
        let Some((last, ..)) = moved.last() else { return Self::default() };
        let work = ranking.work_len();
        let guarded = ranking.rows().take(*last).enumerate().filter(|(_, row)| is_work(row) && is_guarded(world, row));
        let mut guarded = guarded.map(|(place, _)| place + 1).peekable();
        let mut floor = 0;
        let spots = moved.iter().map(|(own, row, way)| {
            while let Some(below) = guarded.next_if(|below| below <= own) {
                floor = below;
            }
            let spot = match way {
                Way::Up => (floor, PINNED, *own),
                Way::Down => (work, PUSHED, *own),
            };
            (spot, row.id)
        });
        let mut spots: Vec<_> = spots.collect();
        spots.sort_unstable();
        Self { by_id: spots.iter().map(|(spot, id)| (*id, *spot)).collect(), spots }
    }

    /// The rows that stand where their own place does not say.
    pub fn ids(&self) -> impl Iterator<Item = DeadlineId> {
        self.spots.iter().map(|(_, id)| *id)
    }

    /// The queue as it is shown.
    pub fn order<'a>(&'a self, ranking: &'a Ranking) -> impl Iterator<Item = &'a Ranked> {
        let mut moved = self.spots.iter().peekable();
        let mut unmoved = ranking.rows().enumerate().filter(|(_, row)| !self.by_id.contains_key(&row.id)).peekable();
        std::iter::from_fn(move || {
            let next = unmoved.peek().map(|(place, _)| (*place, UNMOVED, *place));
            if let Some((_, id)) = moved.next_if(|(spot, _)| next.is_none_or(|next| *spot < next)) {
                return ranking.get(*id);
            }
            unmoved.next().map(|(_, row)| row)
        })
    }

    /// Which of two rows is shown first.
    pub fn compare(&self, ranking: &Ranking, one: DeadlineId, two: DeadlineId) -> Ordering {
        match (self.by_id.get(&one), self.by_id.get(&two)) {
            (None, None) => ranking.compare(one, two),
            (first, second) => {
                let spot = |moved: Option<&Spot>, id| {
                    moved.copied().or_else(|| ranking.place(id).map(|place| (place, UNMOVED, place)))
                };
                spot(first, one).cmp(&spot(second, two))
            }
        }
    }
}
