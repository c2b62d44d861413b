//! The order at one moment, kept so that a change moves only what it touched.

use super::standing::Place;
use super::{Group, Reason};
use crate::core::id::{CaseId, DeadlineId};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use std::cmp::Ordering;

/// One live deadline as the queue has it: plain facts, without a word of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    pub id: DeadlineId,
    pub case: CaseId,
    pub group: Group,
    /// Greater is more urgent; comparable between any two matters at the same moment.
    pub urgency: f64,
    /// Working days to spare before the next step must begin; negative once it no longer fits.
    pub slack_days: i32,
    /// The last working day on which the next step can begin; `None` where nothing is to be begun.
    pub start_by: Option<NaiveDate>,
    /// The date to act on: never later than the due date.
    pub safe: NaiveDate,
    pub reason: Reason,
    /// It is escalated, and nobody is known whom to call about it.
    pub nobody_to_call: bool,
}

/// A row with what decides its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row {
    pub place: Place,
    pub ranked: Ranked,
}

/// The queue at one moment.
///
/// Rows stay where they lie; what is sorted, and moved by a change, is a list of small numbers.
#[derive(Debug, Clone, Default)]
pub struct Ranking {
    rows: Vec<Row>,
    /// Where the row of each deadline lies, by identity.
    slots: Vec<(DeadlineId, u32)>,
    /// Where the rows lie, in the order of the queue.
    order: Vec<u32>,
    /// Rows that are no longer of use.
    free: Vec<u32>,
    /// Today in the places of appointments.
    days: Vec<(Tz, NaiveDate)>,
}

impl PartialEq for Ranking {
    fn eq(&self, other: &Self) -> bool {
        self.rows().eq(other.rows())
    }
}

impl Ranking {
    /// Sorts rows that come by identity.
    pub(super) fn sort(rows: Vec<Row>, days: Vec<(Tz, NaiveDate)>) -> Self {
        // Small keys that the processor compares at once; they are in the order of the places wherever they differ.
        let mut keys: Vec<u128> =
            (0_u32..).zip(&rows).map(|(slot, row)| row.place.prefix() << 32 | u128::from(slot)).collect();
        keys.sort_unstable();
        for alike in keys.chunk_by_mut(|one, other| one >> 32 == other >> 32).filter(|alike| alike.len() > 1) {
            alike.sort_unstable_by_key(|key| at(&rows, slot(*key)).map(|row| row.place));
        }
        let order = keys.into_iter().map(slot).collect();
        let slots = (0_u32..).zip(&rows).map(|(slot, row)| (row.ranked.id, slot)).collect();
        Self { rows, slots, order, free: Vec::new(), days }
    }

    /// Whether the places of appointments still have the day they had; once one has another, all is to be ranked anew.
    pub fn holds_at(&self, now: DateTime<Utc>) -> bool {
        self.days.iter().all(|(zone, day)| now.with_timezone(zone).date_naive() == *day)
    }

    /// Remembers today in more places.
    pub(super) fn know(&mut self, days: Vec<(Tz, NaiveDate)>) {
        for (zone, day) in days {
            if !self.days.iter().any(|(known, _)| *known == zone) {
                self.days.push((zone, day));
            }
        }
    }

    /// Every live deadline once, in the order of the queue.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &Ranked> + Clone {
        self.order.iter().filter_map(|slot| Some(&at(&self.rows, *slot)?.ranked))
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The row with so many before it.
    pub fn at(&self, place: usize) -> Option<&Ranked> {
        Some(&at(&self.rows, *self.order.get(place)?)?.ranked)
    }

    /// The row of this deadline; `None` if it is not live.
    pub fn get(&self, id: DeadlineId) -> Option<&Ranked> {
        Some(&self.row(id)?.ranked)
    }

    /// How many rows stand before this deadline; `None` if it is not live.
    pub fn place(&self, id: DeadlineId) -> Option<usize> {
        Some(self.before(&self.row(id)?.place))
    }

    /// Which of two deadlines comes first; one that is not live comes before every other.
    pub fn compare(&self, one: DeadlineId, two: DeadlineId) -> Ordering {
        let place = |id| self.row(id).map(|row| &row.place);
        place(one).cmp(&place(two))
    }

    /// How many rows stand before a place.
    pub(super) fn before(&self, place: &Place) -> usize {
        self.order.partition_point(|slot| at(&self.rows, *slot).is_some_and(|row| row.place < *place))
    }

    /// How many rows are work or escalated; what waits or was put off stands behind them.
    pub fn work_len(&self) -> usize {
        self.order.partition_point(|slot| at(&self.rows, *slot).is_some_and(|row| row.place.is_work()))
    }

    fn row(&self, id: DeadlineId) -> Option<&Row> {
        let found = self.slots.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        at(&self.rows, self.slots.get(found)?.1)
    }

    /// Puts the row of a deadline in its place, or takes it out; all others keep their order.
    pub(super) fn put(&mut self, id: DeadlineId, row: Option<Row>) {
        let known = self.slots.binary_search_by_key(&id, |(id, _)| *id);
        if let (Ok(_), Some(place)) = (known, self.place(id)) {
            self.order.remove(place);
        }
        match (known, row) {
            (Ok(found), Some(row)) => {
                if let Some((_, slot)) = self.slots.get(found) {
                    let slot = *slot;
                    if let Some(old) = self.rows.get_mut(slot as usize) {
                        *old = row;
                    }
                    self.order.insert(self.before(&row.place), slot);
                }
            }
            (Ok(found), None) => self.free.push(self.slots.remove(found).1),
            (Err(found), Some(row)) => {
                let slot = self.lay_down(row);
                self.slots.insert(found, (id, slot));
                self.order.insert(self.before(&row.place), slot);
            }
            (Err(_), None) => {}
        }
    }

    /// Where the row lies from now on.
    fn lay_down(&mut self, row: Row) -> u32 {
        if let Some(slot) = self.free.pop()
            && let Some(old) = self.rows.get_mut(slot as usize)
        {
            *old = row;
            return slot;
        }
        self.rows.push(row);
        u32::try_from(self.rows.len() - 1).unwrap_or(u32::MAX)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the lower half is what is wanted")]
fn slot(key: u128) -> u32 {
    key as u32
}

fn at(rows: &[Row], slot: u32) -> Option<&Row> {
    rows.get(slot as usize)
}

#[cfg(test)]
impl Ranking {
    /// A queue of rows in the order in which they come, whatever they say.
    pub fn in_this_order(rows: Vec<Ranked>) -> Self {
        let mut ranking = Self::default();
        for (nth, ranked) in (0..).zip(rows) {
            ranking.put(ranked.id, Some(Row { place: Place::nth(nth, ranked.id), ranked }));
        }
        ranking
    }
}
