//! The queue: every live deadline once, in the order to look at them.

use super::ranking::Row;
use super::safe::SafeBasis;
use super::standing::{Clock, Lane, Standing, asks_last, follow_up};
use super::{Call, Group, Moment, Ranked, Ranking, Reason};
use crate::core::case::{Case, Representative};
use crate::core::clinic::Clinic;
use crate::core::deadline::{Deadline, DeadlineState};
use crate::core::id::DeadlineId;
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
    let mut rows = Vec::with_capacity(world.deadlines().len());
    for deadline in world.deadlines().filter(|deadline| deadline.is_live()) {
        rows.push(row(&Standing::of(deadline, &mut clock, clinic, weights), world, clinic));
    }
    Ranking::sort(rows, clock.places())
}

impl Ranking {
    /// Puts deadlines that changed, came or went in their places; the order is then that of [`rank`] at the moment this
    /// one was made for.
    pub fn replace(
        &mut self,
        world: &World,
        moment: Moment,
        clinic: &Clinic,
        touched: impl IntoIterator<Item = DeadlineId>,
    ) {
        let (mut clock, weights) = (Clock::new(moment), weights(world));
        for id in touched {
            let live = world.deadline(id).filter(|deadline| deadline.is_live());
            self.put(id, live.map(|deadline| row(&Standing::of(deadline, &mut clock, clinic, weights), world, clinic)));
        }
        self.know(clock.places());
    }
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

fn row(standing: &Standing<'_>, world: &World, clinic: &Clinic) -> Row {
    let deadline = standing.deadline;
    let group = standing.group();
    let ranked = Ranked {
        id: deadline.id,
        case: deadline.case,
        group,
        urgency: standing.matter.score(),
        slack_days: standing.matter.slack_days(),
        start_by: standing.start_by,
        safe: standing.safe.date,
        reason: standing.reason(),
        nobody_to_call: group == Group::Escalate
            && clinic.on_call.is_none()
            && representative(deadline, world).is_none(),
    };
    Row { place: standing.place(), ranked }
}

fn representative<'a>(deadline: &Deadline, world: &'a World) -> Option<&'a Representative> {
    world.case(deadline.case).and_then(Case::representative)
}

/// Whom to call about a deadline: the representative, else the clinic's on-call legal contact, else nobody is known.
pub fn call(deadline: &Deadline, world: &World, clinic: &Clinic) -> Call {
    match (representative(deadline, world), &clinic.on_call) {
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
            Lane::Waiting { until } => Reason::WaitingUntil { until },
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
            (_, Some(until), _) => Reason::FollowUp { until },
            (_, None, Some(start_by)) if self.matter.slack_days() > 0 => {
                Reason::StartBy { usual_wait: self.wait_ahead(), start_by, days_left: self.matter.slack_days() }
            }
            (_, None, _) => Reason::StartToday,
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
}
