//! The whole arithmetic of one place in the queue, as facts.

use super::queue::{call, weights};
use super::safe::{Safe, SafeBasis};
use super::standing::{Clock, OPENING_DAYS, Standing, asks_last, follow_up, left};
use super::{Call, Group, Moment, Reason};
use crate::core::clinic::Clinic;
use crate::core::deadline::{Certainty, Consequence, Due, Source};
use crate::core::id::DeadlineId;
use crate::core::step::StepKind;
use crate::core::world::World;
use chrono::NaiveDate;

/// What one open step adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepShare {
    pub title: String,
    pub kind: StepKind,
    /// The navigator's work still counted, in quarter hours; none once it is asked for.
    pub effort_quarters: u16,
    /// The usual wait still counted, in working days; the days gone by are not, and the wait of
    /// a step that meets the deadline delays nothing.
    pub wait_days: u16,
    /// The follow-up day, while somebody else has it.
    pub waiting_until: Option<NaiveDate>,
}

/// Why a deadline stands where it does: every number that went into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    pub id: DeadlineId,
    pub due: Due,
    pub source: Source,
    pub certainty: Certainty,
    /// Today where it falls due.
    pub today: NaiveDate,
    pub safe: Safe,
    /// Working days from today to the safe date.
    pub days_left: i32,
    /// Working days added, since nothing is lost on an opening.
    pub grace_days: i32,
    /// The open steps, in order; they count nothing while there is no date.
    pub steps: Vec<StepShare>,
    /// Working days to spare: days left and grace less the waits and the work, begun days counted.
    pub slack_days: i32,
    pub start_by: Option<NaiveDate>,
    pub consequence: Consequence,
    /// What the consequence weighs in this clinic.
    pub weight: u16,
    /// The weight × its root, on a scale where 100 stays 100.
    pub stake: f64,
    /// Hours of work left, a quarter hour at least.
    pub hours: f64,
    /// The slack that it fades with, in working days and their parts; never below 0.
    pub slack_exactly: f64,
    /// By how much slack lowers it, from 1 without slack toward 0.
    pub fade: f64,
    /// By how much lateness lowers it: 1 while within reach.
    pub late_factor: f64,
    /// What is added to removal with no slack left; 0 for everything else.
    pub lift: f64,
    /// Stake ÷ hours × fade × late factor, and the lift.
    pub urgency: f64,
    pub group: Group,
    pub reason: Reason,
    /// Whom to call, today if it is escalated.
    pub call: Call,
}

/// Explains the place of a live deadline; `None` for any other.
pub fn explain(world: &World, moment: Moment, clinic: &Clinic, id: DeadlineId) -> Option<Explanation> {
    let deadline = world.deadline(id).filter(|deadline| deadline.is_live())?;
    let standing = Standing::of(deadline, &mut Clock::new(moment), clinic, weights(world));
    Some(Explanation {
        id,
        due: deadline.due.clone(),
        source: deadline.source.clone(),
        certainty: deadline.certainty.clone(),
        today: standing.today,
        safe: standing.safe,
        days_left: standing.days_left,
        grace_days: if standing.safe.basis == SafeBasis::Opening { OPENING_DAYS } else { 0 },
        steps: shares(&standing),
        slack_days: standing.matter.slack_days(),
        start_by: standing.start_by,
        consequence: deadline.consequence,
        weight: standing.matter.weight(),
        stake: standing.matter.stake(),
        hours: standing.matter.hours(),
        slack_exactly: standing.matter.slack_exactly().max(0.0),
        fade: standing.matter.fade(),
        late_factor: standing.matter.late_factor(),
        lift: standing.matter.lift(),
        urgency: standing.matter.score(),
        group: standing.group(),
        reason: standing.reason(),
        call: call(deadline, world, clinic),
    })
}

fn shares(standing: &Standing<'_>) -> Vec<StepShare> {
    let (deadline, dated) = (standing.deadline, standing.safe.basis != SafeBasis::AskAgain);
    let steps = deadline.open_steps().count();
    let counted = if asks_last(deadline) { steps } else { steps.saturating_sub(1) };
    let shares = deadline.open_steps().enumerate().map(|(at, step)| {
        let (effort_quarters, wait_days) = if dated { left(step, standing.today) } else { (0, 0) };
        StepShare {
            title: step.title.clone(),
            kind: step.kind,
            effort_quarters,
            wait_days: if at < counted { wait_days } else { 0 },
            waiting_until: follow_up(step),
        }
    });
    shares.collect()
}
