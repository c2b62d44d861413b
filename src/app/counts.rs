//! Today's counts, in sight on every screen.

use crate::core::urgency::{Call, Group, Ranking};
use crate::core::world::World;

/// How much there is of what; made when the world or the clock changed, so that drawing need not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    groups: [usize; Group::ALL.len()],
    /// Escalated matters with nobody to call.
    pub nobody_to_call: usize,
    /// Open cases without a next action.
    pub no_next_action: usize,
}

impl Counts {
    /// Counts a queue and its world.
    pub fn of(world: &World, ranking: &Ranking) -> Self {
        let mut counts = Self::default();
        for row in &ranking.rows {
            let slot = Group::ALL.iter().position(|(group, _)| *group == row.group);
            if let Some(count) = slot.and_then(|slot| counts.groups.get_mut(slot)) {
                *count += 1;
            }
            counts.nobody_to_call += usize::from(row.call == Some(Call::Nobody));
        }
        counts.no_next_action = world.cases().filter(|case| case.is_open() && case.next_action.is_none()).count();
        counts
    }

    /// How many rows of the queue are in that group.
    pub fn group(&self, group: Group) -> usize {
        let slot = Group::ALL.iter().position(|(known, _)| *known == group);
        slot.and_then(|slot| self.groups.get(slot)).copied().unwrap_or(0)
    }
}
