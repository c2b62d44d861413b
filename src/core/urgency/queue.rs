//! The queue: every live deadline once, in the order to look at them.

use super::safe::SafeBasis;
use super::standing::{Clock, Lane, Standing, asks_last, follow_up};
use super::{Call, Group, Moment, Ranked, Ranking, Reason};
use crate::core::clinic::Clinic;
use crate::core::deadline::{Deadline, DeadlineState};
use crate::core::practice::Weights;
use crate::core::world::World;
use chrono::NaiveDate;

/// Working days of slack up to which a matter is coming; beyond, it is for later.
const COMING_DAYS: i32 = 10;

/// Orders every live deadline, those of closed cases too: what is open is never hidden.
///
/// Escalated matters lead, heaviest first. Then the order of work, which the labels act now, coming and later never
/// change. Then what waits for somebody else, and last what was snoozed, each by the day it comes back.
/// The order of two matters does not depend on any third.
pub fn rank(world: &World, moment: Moment, clinic: &Clinic) -> Ranking {
    let (mut clock, weights) = (Clock::new(moment), weights(world));
    let count = world.deadlines().len();
    let (mut places, mut rows) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for deadline in world.deadlines().filter(|deadline| deadline.is_live()) {
        let standing = Standing::of(deadline, &mut clock, clinic, weights);
        places.push((standing.place(), rows.len()));
        // Made now, while the deadline is at hand: visiting each again in another order costs more than the sorting.
        rows.push(Some(row(&standing, world, clinic)));
    }
    places.sort_unstable();
    Ranking::new(places.into_iter().filter_map(|(_, at)| rows.get_mut(at)?.take()).collect())
}

/// The label of a row in the order of work, by its whole days to spare.
pub(super) fn label(slack_days: i32) -> Group {
    match slack_days {
        ..=0 => Group::ActNow,
        1..=COMING_DAYS => Group::Coming,
        _ => Group::Later,
    }
}

/// What missing a date weighs in this clinic.
pub(super) fn weights(world: &World) -> Weights {
    world.practice().map_or_else(Weights::default, |practice| practice.weights)
}

fn row(standing: &Standing<'_>, world: &World, clinic: &Clinic) -> Ranked {
    let group = standing.group();
    let deadline = standing.deadline;
    Ranked {
        id: deadline.id,
        case: deadline.case,
        group,
        urgency: standing.matter.score(),
        slack_days: standing.matter.slack_days(),
        start_by: standing.start_by,
        safe: standing.safe.date,
        reason: standing.reason(),
        call: (group == Group::Escalate).then(|| call(deadline, world, clinic)),
    }
}

/// Whom to call about a deadline: the representative, else the clinic's on-call legal contact, else nobody is known.
pub(super) fn call(deadline: &Deadline, world: &World, clinic: &Clinic) -> Call {
    let representative = world.case(deadline.case).and_then(|case| case.representative());
    match (representative, &clinic.on_call) {
        (Some(person), _) => Call::Representative { name: person.name.clone(), phone: person.phone.clone() },
        (None, Some(person)) => Call::OnCall { name: person.name.clone(), phone: person.phone.clone() },
        (None, None) => Call::Nobody,
    }
}

impl Standing<'_> {
    /// The label of the row.
    pub(super) fn group(&self) -> Group {
        match self.lane {
            Lane::Escalate { .. } => Group::Escalate,
            Lane::Waiting { .. } => Group::Waiting,
            Lane::Work if self.follow_up_has_come() => Group::ActNow,
            Lane::Work => label(self.matter.slack_days()),
            Lane::Snoozed { .. } => Group::Later,
        }
    }

    /// Why the row stands where it does.
    pub(super) fn reason(&self) -> Reason {
        let due = self.deadline.due.date();
        if let DeadlineState::Missed { on, .. } = self.deadline.state {
            return Reason::Missed { on };
        }
        match self.lane {
            Lane::Waiting { until } => Reason::WaitingUntil { step: self.step_title().unwrap_or_default(), until },
            Lane::Snoozed { until } => Reason::SnoozedUntil { until },
            Lane::Escalate { .. } | Lane::Work if self.is_past() => Reason::PastDate { due },
            Lane::Escalate { .. } | Lane::Work if self.is_out_of_reach() => {
                Reason::OutOfReach { short_by: self.matter.slack_days().saturating_neg() }
            }
            Lane::Escalate { .. } | Lane::Work => self.reason_to_work(due),
        }
    }

    fn reason_to_work(&self, due: NaiveDate) -> Reason {
        match (self.safe.basis, self.current().and_then(follow_up), self.start_by) {
            (SafeBasis::AskAgain, _, _) => Reason::NoDate { ask_on: due },
            (SafeBasis::Opening, _, _) => Reason::OpensOn { on: due },
            (_, Some(until), _) => Reason::FollowUp { step: self.step_title().unwrap_or_default(), until },
            (_, None, Some(start_by)) if self.matter.slack_days() > 0 => Reason::StartBy {
                step: self.step_title(),
                usual_wait: self.wait_ahead(),
                start_by,
                days_left: self.matter.slack_days(),
            },
            (_, None, _) => Reason::StartToday { step: self.step_title() },
        }
    }

    fn follow_up_has_come(&self) -> bool {
        self.current().and_then(follow_up).is_some()
    }

    /// The usual wait after the current step, where something waits for it.
    fn wait_ahead(&self) -> u16 {
        let mut steps = self.deadline.open_steps();
        let current = steps.next().filter(|_| asks_last(self.deadline) || steps.next().is_some());
        current.map_or(0, |step| step.wait_days)
    }

    fn step_title(&self) -> Option<String> {
        self.current().map(|step| step.title.clone())
    }
}
