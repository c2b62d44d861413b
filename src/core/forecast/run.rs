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

struct Run<'a> {
    plan: &'a Plan,
    hours: u32,
    states: Vec<State>,
    /// The jobs to be looked at on a day, because waiting longer might lose them.
    last_call: Vec<Vec<usize>>,
}

/// Works the plan with the hours of `practice`; one end for each job.
pub fn run(plan: &Plan, practice: &Practice) -> Vec<End> {
    let states = plan.jobs.iter().map(|job| {
        let left = job.pieces.first().map_or(0, |piece| piece.work);
        State { piece: 0, left, ready: job.ready, end: End::default() }
    });
    let hours = u32::from(practice.day_quarters);
    let mut run = Run { plan, hours, states: states.collect(), last_call: vec![Vec::new(); HORIZON] };
    for at in 0..plan.jobs.len() {
        run.call(at, 0);
    }
    let (mut open, mut lost) = ((0..plan.jobs.len()).collect::<Vec<_>>(), Vec::new());
    for (number, taken) in (0..).zip(&plan.taken) {
        let hours = u32::from(practice.quarters_on(plan.days.on(number)));
        run.day(number, hours.saturating_sub(*taken), &mut open, &mut lost);
        if open.is_empty() && lost.is_empty() {
            break;
        }
    }
    run.states.into_iter().map(|state| state.end).collect()
}

impl Run<'_> {
    fn day(&mut self, today: i32, mut hours: u32, open: &mut Vec<usize>, lost: &mut Vec<usize>) {
        let called = self.take_calls(today);
        let losing = called.iter().any(|at| self.states.get(*at).is_some_and(|state| state.end.lost.is_some()));
        if losing {
            let (gone, kept) = open.iter().partition(|at| self.is_lost(**at));
            *open = kept;
            lost.extend::<Vec<usize>>(gone);
        }
        for at in called {
            if !self.is_lost(at) {
                self.work(at, today, &mut hours);
                self.call(at, today + 1);
            }
        }
        for list in [open, lost] {
            for at in list.iter() {
                if hours == 0 {
                    break;
                }
                self.work(*at, today, &mut hours);
            }
            list.retain(|at| self.states.get(*at).is_some_and(|state| state.end.finished.is_none()));
        }
    }

    fn is_lost(&self, at: usize) -> bool {
        self.states.get(at).is_some_and(|state| state.end.lost.is_some())
    }

    /// The jobs whose last day to go on is today, the gravest first; those whose last day is past are lost.
    fn take_calls(&mut self, today: i32) -> Vec<usize> {
        let slot = usize::try_from(today).ok().and_then(|slot| self.last_call.get_mut(slot));
        let mut called = Vec::new();
        for at in slot.map(std::mem::take).unwrap_or_default() {
            let Some(latest) = self.latest(at) else { continue };
            match latest.cmp(&today) {
                std::cmp::Ordering::Greater => self.call(at, today + 1),
                std::cmp::Ordering::Equal => called.push(at),
                std::cmp::Ordering::Less => {
                    if let Some(state) = self.states.get_mut(at) {
                        state.end.lost = Some(today);
                    }
                    called.push(at);
                }
            }
        }
        called.sort_by_key(|at| (self.plan.jobs.get(*at).map(|job| Reverse(job.consequence)), *at));
        called
    }

    /// The last day to go on with a job that can still be missed.
    fn latest(&self, at: usize) -> Option<i32> {
        let (job, state) = (self.plan.jobs.get(at)?, self.states.get(at)?);
        let open = job.binds && state.end.finished.is_none() && state.end.lost.is_none();
        open.then(|| job.latest(state.piece, state.left, self.hours).min(job.safe))
    }

    /// Has a job looked at on its last day, or on `from` where that is past.
    fn call(&mut self, at: usize, from: i32) {
        let Some(latest) = self.latest(at) else { return };
        let slot = usize::try_from(latest.max(from)).ok();
        if let Some(slot) = slot.and_then(|slot| self.last_call.get_mut(slot)) {
            slot.push(at);
        }
    }

    /// Works on a job as far as the hours and its waits allow.
    fn work(&mut self, at: usize, today: i32, hours: &mut u32) {
        let (Some(job), Some(state)) = (self.plan.jobs.get(at), self.states.get_mut(at)) else { return };
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
