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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::case::{Case, CaseStatus, Need, NextAction};
    use crate::core::id::{CaseId, DeadlineId};
    use crate::core::urgency::{Ranked, Reason};
    use chrono::NaiveDate;

    const DAY: NaiveDate = NaiveDate::MIN;

    fn row(group: Group, call: Option<Call>) -> Ranked {
        Ranked {
            id: DeadlineId(1),
            case: CaseId(1),
            group,
            urgency: 0.0,
            slack_days: 0,
            start_by: None,
            safe: DAY,
            reason: Reason::NoDate { ask_on: DAY },
            call,
        }
    }

    #[test]
    fn groups_and_gaps_are_counted() {
        let ranking = Ranking::new(vec![
            row(Group::Escalate, Some(Call::Nobody)),
            row(Group::Escalate, Some(Call::OnCall { name: "Lee Park".into(), phone: String::new() })),
            row(Group::Waiting, None),
        ]);
        let mut world = World::default();
        let case = |id| Case::new(CaseId(id), format!("R-{id}"), Need::Asylum, DAY);
        let planned = NextAction { what: "call".into(), owner: "Ana".into(), on: DAY };
        world.put(case(1).into());
        world.put(Case { next_action: Some(planned), ..case(2) }.into());
        world.put(Case { status: CaseStatus::Closed { on: DAY, reason: String::new() }, ..case(3) }.into());
        let counts = Counts::of(&world, &ranking);
        assert_eq!(Group::ALL.map(|(group, _)| counts.group(group)), [2, 0, 0, 0, 1]);
        assert_eq!((counts.nobody_to_call, counts.no_next_action), (1, 1));
    }
}
