//! Where one deadline stands at one moment: its dates, its slack, its lane in the queue.

use super::Moment;
use super::safe::{Safe, SafeBasis};
use super::score::{DAY, HOUR, Matter, Needs, Part, Work, lightness};
use crate::core::calendar::{add_business, business_days, on_or_before};
use crate::core::clinic::Clinic;
use crate::core::deadline::{Consequence, Deadline, DeadlineState, Due};
use crate::core::id::DeadlineId;
use crate::core::practice::Weights;
use crate::core::step::{Step, StepState};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use std::cmp::Reverse;

/// Working days within which an opening should be used; a house default, since no right hangs on it.
pub(super) const OPENING_DAYS: i32 = 10;

const QUARTER: i64 = HOUR / 4;

/// Today, in the clinic and in the places of appointments.
pub(super) struct Clock {
    moment: Moment,
    places: Vec<(Tz, NaiveDate)>,
}

impl Clock {
    pub fn new(moment: Moment) -> Self {
        Self { moment, places: Vec::new() }
    }

    /// The places of appointments asked for so far, each with its today.
    pub fn places(self) -> Vec<(Tz, NaiveDate)> {
        self.places
    }

    /// Today where the deadline falls due: in the court's zone for an appointment, otherwise in the clinic's.
    pub fn today(&mut self, due: &Due) -> NaiveDate {
        let Some(zone) = due.appointment().map(|appointment| appointment.zone) else { return self.moment.today };
        if let Some((_, today)) = self.places.iter().find(|(place, _)| *place == zone) {
            return *today;
        }
        let today = self.moment.now.with_timezone(&zone).date_naive();
        self.places.push((zone, today));
        today
    }
}

/// Which part of the queue; the order is the order of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lane {
    /// Heaviest first, and what can still be saved before what is past.
    Escalate {
        lightness: Reverse<Consequence>,
        past: bool,
    },
    Work,
    Waiting {
        until: NaiveDate,
    },
    Snoozed {
        until: NaiveDate,
    },
}

/// A place in the queue; the least is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    lane: Lane,
    work: Work,
    due: NaiveDate,
    id: DeadlineId,
}

impl Place {
    /// Whether it is escalated, or stands in the order of work.
    pub fn is_work(&self) -> bool {
        matches!(self.lane, Lane::Escalate { .. } | Lane::Work)
    }

    /// The place in 90 bits, as far as they go: in its order wherever they differ. Two places whose bits are the same
    /// may still be told apart.
    pub fn prefix(&self) -> u128 {
        let day = |day: NaiveDate| day.num_days_from_ce().clamp(0, (1 << LANE_BITS) - 1).unsigned_abs();
        let (lane, within) = match self.lane {
            Lane::Escalate { lightness: Reverse(consequence), past } => {
                (0, lightness(consequence) << 1 | u32::from(past))
            }
            Lane::Work => (1, 0),
            Lane::Waiting { until } => (2, day(until)),
            Lane::Snoozed { until } => (3, day(until)),
        };
        u128::from(lane << LANE_BITS | within) << 66 | self.work.prefix()
    }

    /// The `nth` of places that stand in the order of their numbers.
    #[cfg(test)]
    pub fn nth(nth: i32, id: DeadlineId) -> Self {
        let due = NaiveDate::from_num_days_from_ce_opt(nth + 1).unwrap_or_default();
        let matter = Matter::new(Consequence::Right, 1, 0, Needs::default());
        Self { lane: Lane::Snoozed { until: due }, work: matter.work(), due, id }
    }
}

/// Bits of a place within its lane: days enough for eleven thousand years.
const LANE_BITS: u32 = 22;

/// A deadline at one moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'a> {
    pub deadline: &'a Deadline,
    /// Today where it falls due.
    pub today: NaiveDate,
    pub safe: Safe,
    /// Working days from today to the date to act on.
    pub days_left: i32,
    pub matter: Matter,
    pub start_by: Option<NaiveDate>,
    pub lane: Lane,
}

impl<'a> Standing<'a> {
    /// Finds where a deadline stands.
    pub fn of(deadline: &'a Deadline, clock: &mut Clock, clinic: &Clinic, weights: Weights) -> Self {
        let (today, safe) = (clock.today(&deadline.due), Safe::of(deadline, clinic));
        let days_left = business_days(today, safe.date);
        let needs = Needs::of(parts(deadline, today));
        let weight = weights.of(deadline.consequence);
        let on = |days_left, needs| Matter::new(deadline.consequence, weight, days_left, needs);
        let (matter, start_by) = match safe.basis {
            SafeBasis::Appointment | SafeBasis::LastDay => {
                (on(days_left, needs), Some(start_by(deadline, needs, safe, today)))
            }
            SafeBasis::Opening => (on(days_left.saturating_add(OPENING_DAYS), needs).without_loss(), None),
            // Only a question is due on that day.
            SafeBasis::AskAgain => (on(days_left, Needs::default()).without_loss(), Some(safe.date)),
        };
        let lane = Lane::Work;
        let standing = Self { deadline, today, safe, days_left, matter, start_by, lane };
        Self { lane: standing.find_lane(), ..standing }
    }

    /// Whether its date is past.
    pub fn is_past(&self) -> bool {
        self.safe.binds() && self.today > self.deadline.due.date()
    }

    /// Whether the usual waits and the work no longer fit.
    pub fn is_out_of_reach(&self) -> bool {
        self.safe.binds() && !self.matter.within_reach()
    }

    /// The first open step.
    pub fn current(&self) -> Option<&'a Step> {
        self.deadline.open_steps().next()
    }

    /// Its place in the queue.
    pub fn place(&self) -> Place {
        let due = self.deadline.due.date();
        Place { lane: self.lane, work: self.matter.work(), due, id: self.deadline.id }
    }

    fn find_lane(&self) -> Lane {
        if self.must_escalate() {
            let past = self.is_past() || self.is_declared_missed();
            return Lane::Escalate { lightness: Reverse(self.deadline.consequence), past };
        }
        if let Some(until) = self.waits_until().filter(|until| self.today < *until) {
            return Lane::Waiting { until };
        }
        let snooze = self.deadline.snoozed_until.map(|until| self.start_by.map_or(until, |start| until.min(start)));
        match snooze.filter(|until| self.today < *until) {
            Some(until) => Lane::Snoozed { until },
            None => Lane::Work,
        }
    }

    /// Until somebody has acted and said so; an act before the date does not answer for the date having passed.
    fn must_escalate(&self) -> bool {
        let acted = self.deadline.acted.as_ref();
        if self.is_past() {
            acted.is_none_or(|acted| acted.on <= self.deadline.due.date())
        } else {
            acted.is_none() && (self.is_declared_missed() || self.is_out_of_reach())
        }
    }

    fn is_declared_missed(&self) -> bool {
        matches!(self.deadline.state, DeadlineState::Missed { .. })
    }

    /// The day a wait ends by itself: the follow-up day, but never later than the next step's start-by.
    fn waits_until(&self) -> Option<NaiveDate> {
        let until = follow_up(self.current()?)?;
        Some(self.start_by.map_or(until, |next| until.min(next)))
    }
}

/// The follow-up day of a step that somebody else has.
pub(super) fn follow_up(step: &Step) -> Option<NaiveDate> {
    match step.state {
        StepState::Waiting { until, .. } => Some(until),
        StepState::Open | StepState::Done { .. } => None,
    }
}

/// The last business day on which the next step can begin and the rest still fit; while the first open step waits for
/// somebody else, the next step is the one after it.
fn start_by(deadline: &Deadline, needs: Needs, safe: Safe, today: NaiveDate) -> NaiveDate {
    let waiting = deadline.open_steps().next().and_then(follow_up).is_some();
    let needs = if waiting { Needs::of(parts(deadline, today).skip(1)) } else { needs };
    add_business(on_or_before(safe.date), -needs.days())
}

/// The open steps as the score counts them.
///
/// The wait of the last one delays nothing, because the last step meets the deadline. Where it only asks somebody for a
/// thing, such as a letter, meeting the deadline comes after it as one part more.
fn parts(deadline: &Deadline, today: NaiveDate) -> impl Iterator<Item = Part> {
    let steps = deadline.open_steps().map(move |step| {
        let (effort_quarters, wait_days) = left(step, today);
        Part { effort: i64::from(effort_quarters) * QUARTER, wait: i64::from(wait_days) * DAY }
    });
    steps.chain(asks_last(deadline).then_some(Part { effort: 0, wait: 0 }))
}

/// Whether the last open step asks somebody else for something, and so does not meet the deadline itself.
pub(super) fn asks_last(deadline: &Deadline) -> bool {
    deadline.open_steps().last().is_some_and(|step| step.kind.usual_wait() > 0)
}

/// What is left of an open step: quarter hours of work, working days of its usual wait. Once it is asked for, the work
/// is done and the days gone by are not counted again.
pub(super) fn left(step: &Step, today: NaiveDate) -> (u16, u16) {
    match step.state {
        StepState::Open => (step.effort_quarters, step.wait_days),
        StepState::Waiting { since, .. } => {
            let gone = u16::try_from(business_days(since, today).max(0)).unwrap_or(u16::MAX);
            (0, step.wait_days.saturating_sub(gone))
        }
        StepState::Done { .. } => (0, 0),
    }
}
