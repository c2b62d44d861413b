//! Today's counts, in sight on every screen.

use crate::core::urgency::{Group, Ranked, Ranking};

/// How much there is of what; made when the world or the clock changed, so that drawing need not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    groups: [usize; Group::ALL.len()],
    /// Escalated matters with nobody to call.
    pub nobody_to_call: usize,
    /// What is missing rather than late.
    pub blind_spots: usize,
}

impl Counts {
    /// Counts a queue, beside the blind spots found already.
    pub fn of(ranking: &Ranking, blind_spots: usize) -> Self {
        let mut counts = Self { blind_spots, ..Self::default() };
        for row in ranking.rows() {
            counts.add(row);
        }
        counts
    }

    /// Counts one more row.
    pub fn add(&mut self, row: &Ranked) {
        self.change(row, |count| count + 1);
    }

    /// Takes a row out of the counts.
    pub fn take(&mut self, row: &Ranked) {
        self.change(row, |count| count.saturating_sub(1));
    }

    fn change(&mut self, row: &Ranked, by: impl Fn(usize) -> usize) {
        let slot = Group::ALL.iter().position(|(group, _)| *group == row.group);
        if let Some(count) = slot.and_then(|slot| self.groups.get_mut(slot)) {
            *count = by(*count);
        }
        if row.nobody_to_call {
            self.nobody_to_call = by(self.nobody_to_call);
        }
    }

    /// How many rows of the queue are in that group.
    pub fn group(&self, group: Group) -> usize {
        let slot = Group::ALL.iter().position(|(known, _)| *known == group);
        slot.and_then(|slot| self.groups.get(slot)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::id::{CaseId, DeadlineId};
    use crate::core::urgency::Reason;
    use chrono::NaiveDate;

    const DAY: NaiveDate = NaiveDate::MIN;

    fn row(id: u32, group: Group, nobody_to_call: bool) -> Ranked {
        Ranked {
            id: DeadlineId(id),
            case: CaseId(1),
            group,
            urgency: 0.0,
            slack_days: 0,
            start_by: None,
            safe: DAY,
            reason: Reason::NoDate { ask_on: DAY },
            nobody_to_call,
        }
    }

    #[test]
    fn groups_and_blind_spots_are_counted() {
        let ranking = Ranking::in_this_order(vec![
            row(1, Group::Escalate, true),
            row(2, Group::Escalate, false),
            row(3, Group::Waiting, false),
        ]);
        let counts = Counts::of(&ranking, 3);
        assert_eq!(Group::ALL.map(|(group, _)| counts.group(group)), [2, 0, 0, 0, 1]);
        assert_eq!((counts.nobody_to_call, counts.blind_spots), (1, 3));
    }
}
