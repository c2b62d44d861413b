//! The days, worked through one after the other.

use super::{HORIZON, Plan};
use crate::core::practice::Practice;
use std::cmp::Reverse;

/// What became of a job; days by number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct End {
    /// The first day on which the rest no longer fits.
    pub lost: Option<i32>,
    pub finished: Option<i32>,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy)]
struct State {
    piece: usize,
    /// Quarters left of that piece.
    left: u32,
    ready: i32,
    end: End,
}

/// A plan being worked, day by day.
pub struct Run {
    hours: u32,
    states: Vec<State>,
    /// The jobs to be looked at on a day, because waiting longer might lose them.
    last_call: Vec<Vec<usize>>,
    /// What is to be worked, and what is lost already, in the order of the plan.
    open: Vec<usize>,
    lost: Vec<usize>,
    /// The day to be worked next.
    next: i32,
}

/// Works the plan with the hours of `practice`; one end for each job.
pub fn run(plan: &Plan, practice: &Practice) -> Vec<End> {
    let mut run = Run::begin(plan, practice);
    while run.step(plan, practice) {}
    run.ends()
}

impl Run {
    /// On the first day, before any work.
    pub fn begin(plan: &Plan, practice: &Practice) -> Self {
        let states = plan.jobs.iter().map(|job| {
            let left = job.pieces.first().map_or(0, |piece| piece.work);
            State { piece: 0, left, ready: job.ready, end: End::default() }
        });
        let hours = u32::from(practice.day_quarters);
        let mut run = Self {
            hours,
            states: states.collect(),
            last_call: vec![Vec::new(); HORIZON],
            open: (0..plan.jobs.len()).collect(),
            lost: Vec::new(),
            next: 0,
        };
        for at in 0..plan.jobs.len() {
            run.call(plan, at, 0);
        }
        run
    }

    /// Works one day; whether there may be more to do on the next.
    pub fn step(&mut self, plan: &Plan, practice: &Practice) -> bool {
        let taken = usize::try_from(self.next).ok().and_then(|next| plan.taken.get(next));
        let Some(taken) = taken.filter(|_| !self.open.is_empty() || !self.lost.is_empty()) else { return false };
        let hours = u32::from(practice.quarters_on(plan.days.on(self.next))).saturating_sub(*taken);
        self.day(plan, self.next, hours);
        self.next += 1;
        true
    }

    /// One end for each job.
    pub fn ends(self) -> Vec<End> {
        self.states.into_iter().map(|state| state.end).collect()
    }

    fn day(&mut self, plan: &Plan, today: i32, mut hours: u32) {
        let called = self.take_calls(plan, today);
        let (mut open, mut lost) = (std::mem::take(&mut self.open), std::mem::take(&mut self.lost));
        let losing = called.iter().any(|at| self.states.get(*at).is_some_and(|state| state.end.lost.is_some()));
        if losing {
            let (gone, kept) = open.iter().partition(|at| self.is_lost(**at));
            open = kept;
            lost.extend::<Vec<usize>>(gone);
        }
        for at in called {
            if !self.is_lost(at) {
                self.work(plan, at, today, &mut hours);
                self.call(plan, at, today + 1);
            }
        }
        for list in [&mut open, &mut lost] {
            for at in list.iter() {
                if hours == 0 {
                    break;
                }
                self.work(plan, *at, today, &mut hours);
            }
            list.retain(|at| self.states.get(*at).is_some_and(|state| state.end.finished.is_none()));
        }
        (self.open, self.lost) = (open, lost);
    }

    fn is_lost(&self, at: usize) -> bool {
        self.states.get(at).is_some_and(|state| state.end.lost.is_some())
    }

    /// The jobs whose last day to go on is today, the gravest first; those whose last day is past are lost.
    fn take_calls(&mut self, plan: &Plan, today: i32) -> Vec<usize> {
        let slot = usize::try_from(today).ok().and_then(|slot| self.last_call.get_mut(slot));
        let mut called = Vec::new();
        for at in slot.map(std::mem::take).unwrap_or_default() {
            let Some(latest) = self.latest(plan, at) else { continue };
            match latest.cmp(&today) {
                std::cmp::Ordering::Greater => self.call(plan, at, today + 1),
                std::cmp::Ordering::Equal => called.push(at),
                std::cmp::Ordering::Less => {
                    if let Some(state) = self.states.get_mut(at) {
                        state.end.lost = Some(today);
                    }
                    called.push(at);
                }
            }
        }
        called.sort_by_key(|at| (plan.jobs.get(*at).map(|job| Reverse(job.consequence)), *at));
        called
    }

    /// The last day to go on with a job that can still be missed.
    fn latest(&self, plan: &Plan, at: usize) -> Option<i32> {
        let (job, state) = (plan.jobs.get(at)?, self.states.get(at)?);
        let open = job.binds && state.end.finished.is_none() && state.end.lost.is_none();
        open.then(|| job.latest(state.piece, state.left, self.hours).min(job.safe))
    }

    /// Has a job looked at on its last day, or on `from` where that is past.
    fn call(&mut self, plan: &Plan, at: usize, from: i32) {
        let Some(latest) = self.latest(plan, at) else { return };
        let slot = usize::try_from(latest.max(from)).ok();
        if let Some(slot) = slot.and_then(|slot| self.last_call.get_mut(slot)) {
            slot.push(at);
        }
    }

    /// Works on a job as far as the hours and its waits allow.
    fn work(&mut self, plan: &Plan, at: usize, today: i32, hours: &mut u32) {
        let (Some(job), Some(state)) = (plan.jobs.get(at), self.states.get_mut(at)) else { return };
        while state.ready <= today && state.end.finished.is_none() {
            let done = state.left.min(*hours);
            state.left -= done;
            *hours -= done;
            if state.left > 0 {
                return;
            }
            let wait = job.pieces.get(state.piece).map_or(0, |piece| piece.wait);
            (state.piece, state.ready) = (state.piece + 1, today.saturating_add(wait));
            match job.pieces.get(state.piece) {
                Some(next) => state.left = next.work,
                None => state.end.finished = Some(state.ready),
            }
        }
        if state.end.finished.is_some_and(|day| job.binds && day > job.safe) {
            state.end.lost.get_or_insert(today);
        }
    }
}
