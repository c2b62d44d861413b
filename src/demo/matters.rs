//! Puts a matter into a case: which steps are done, and a date that gives it the place in the queue it is meant to have.

use super::chains::{Chain, DateFrom, Site, What};
use super::dated::{self, Dated};
use super::desk::Desk;
use super::folder::Folder;
use super::story;
use crate::core::calendar;
use crate::core::case::Case;
use crate::core::deadline::{Acted, Basis, Certainty, Deadline, DeadlineState, Due, Medium};
use crate::core::id::Counters;
use crate::core::rules::{self, Trigger};
use crate::core::step::{Step, StepState};
use chrono::{Duration, NaiveDate};

/// Where in the queue a matter is meant to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Its usual waits no longer fit.
    OutOfReach,
    /// Its date went by and nobody has said what happened.
    PastDate,
    ActNow,
    Coming,
    Later,
    Waiting,
    Snoozed,
    /// Over: done, void, or missed and acted on.
    Over,
}

/// Quarter hours of own work that fill a day, for choosing dates only.
const QUARTERS_A_DAY: i32 = 24;

/// Adds a matter of this chain to the folder; `false` if the chain cannot stand there.
pub fn add(chain: &'static Chain, stand: Stand, folder: &mut Folder, desk: &mut Desk) -> bool {
    let made = match stand {
        Stand::Over | Stand::PastDate => gone_by(chain, stand, &folder.case, desk),
        Stand::Waiting => waiting(chain, &folder.case, desk),
        Stand::OutOfReach | Stand::ActNow | Stand::Coming | Stand::Later | Stand::Snoozed => {
            ahead(chain, stand, &folder.case, desk)
        }
    };
    made.is_some_and(|deadline| {
        let entered = started(&deadline, &folder.case).min(desk.days.today);
        story::of_paper(folder, &deadline, entered, desk);
        story::of_course(folder, &deadline, entered, desk);
        folder.case.arrived = arrival(&deadline).or(folder.case.arrived);
        folder.deadlines.push(deadline);
        true
    })
}

/// The last arrival, where a rule counts from it.
fn arrival(deadline: &Deadline) -> Option<NaiveDate> {
    let used = deadline.source.rule.as_ref()?;
    rules::find(&used.rule).filter(|rule| rule.trigger == Trigger::Arrival).map(|_| used.trigger)
}

/// A matter with every step of its chain open.
pub fn blank(what: &What, case: &Case, dated: Dated, ids: &mut Counters) -> Deadline {
    Deadline {
        kind: what.kind,
        consequence: what.consequence,
        medium: what.medium,
        source: dated.source,
        certainty: dated.certainty,
        steps: blank_steps(what),
        ..Deadline::new(ids.deadline(), case.id, what.title.to_owned(), dated.due)
    }
}

/// Business days that these steps usually take: their waits, but for the last one's, and their work.
fn usual_days(steps: &[Step]) -> i32 {
    let waits: i32 = steps.iter().rev().skip(1).map(|step| i32::from(step.wait_days)).sum();
    let effort: i32 = steps.iter().map(|step| i32::from(step.effort_quarters)).sum();
    waits + (effort + QUARTERS_A_DAY - 1) / QUARTERS_A_DAY
}

fn ahead(chain: &'static Chain, stand: Stand, case: &Case, desk: &mut Desk) -> Option<Deadline> {
    let slack = slack(stand, desk);
    let steps = blank_steps(&chain.what);
    let first = desk.rng.below(steps.len().min(3));
    let (done, dated) = (first..steps.len()).find_map(|done| {
        let left = slack + usual_days(&steps[done..]);
        // Out of reach, but not yet past.
        let day = (left > 0).then(|| business(desk, left))?;
        Some((done, date(chain, day, desk)?))
    })?;
    let mut deadline = blank(&chain.what, case, dated, &mut desk.ids);
    finish_steps(&mut deadline, case, done, desk.days.business_ago(1));
    deadline.accompany = deadline.due.appointment().is_some() && desk.rng.chance(15);
    deadline.snoozed_until = (stand == Stand::Snoozed).then(|| business(desk, 4));
    Some(deadline)
}

fn slack(stand: Stand, desk: &mut Desk) -> i32 {
    let (low, high) = match stand {
        Stand::OutOfReach => (-9, -6),
        Stand::ActNow => (0, 0),
        Stand::Coming => (2, 8),
        Stand::Snoozed => (15, 60),
        Stand::Later | Stand::Waiting | Stand::Over | Stand::PastDate => match desk.rng.below(20) {
            0..11 => (14, 45),
            11..17 => (45, 110),
            _ => (110, 220),
        },
    };
    i32::try_from(desk.rng.between(low, high)).unwrap_or(0)
}

fn waiting(chain: &'static Chain, case: &Case, desk: &mut Desk) -> Option<Deadline> {
    let steps = blank_steps(&chain.what);
    let waits: Vec<usize> = (0..steps.len().saturating_sub(1)).filter(|&at| steps[at].wait_days > 0).collect();
    let at = *waits.get(desk.rng.below(waits.len()))?;
    let wait = i32::from(steps[at].wait_days);
    let left = i32::try_from(desk.rng.between(2, 7)).unwrap_or(2).min(wait);
    let since = business(desk, left - wait).max(calendar::on_or_after(case.opened));
    let until = calendar::add_business(since, wait);
    let spare = i32::try_from(desk.rng.between(3, 25)).unwrap_or(3);
    let rest = spare + usual_days(&steps[at + 1..]);
    let dated = date(chain, calendar::add_business(until, rest), desk)?;
    let mut deadline = blank(&chain.what, case, dated, &mut desk.ids);
    finish_steps(&mut deadline, case, at, since);
    deadline.steps[at].state = StepState::Waiting { since, until };
    Some(deadline)
}

fn gone_by(chain: &'static Chain, stand: Stand, case: &Case, desk: &mut Desk) -> Option<Deadline> {
    let age = (desk.days.today - case.opened).num_days();
    let (newest, oldest) = if stand == Stand::PastDate { (2, 4) } else { (8, age - 10) };
    if oldest < newest || matches!(chain.date, DateFrom::Visit(_)) && stand == Stand::PastDate {
        return None;
    }
    let day = desk.days.business_ago(desk.rng.between(newest, oldest));
    // The date to act on comes before the due date that has to be past.
    let courier = if stand == Stand::PastDate && chain.what.medium == Medium::Paper { 2 } else { 0 };
    let dated = date(chain, calendar::add_business(day, -courier), desk)?;
    let mut deadline = blank(&chain.what, case, dated, &mut desk.ids);
    let end = calendar::add_business(day, -2).max(case.opened);
    if stand == Stand::PastDate {
        finish_steps(&mut deadline, case, chain.what.steps.len() - 1, end);
        return (deadline.due.date() < desk.days.today).then_some(deadline);
    }
    match desk.rng.below(20) {
        0..17 => {
            finish_steps(&mut deadline, case, chain.what.steps.len(), end);
            let on = if deadline.due.appointment().is_some() { day } else { end };
            deadline.state = DeadlineState::Done { on };
        }
        17 if !matches!(deadline.due, Due::From(_)) => {
            deadline.state = DeadlineState::Missed { on: day, by: desk.navigator.to_owned() };
            let what = "called the representative the same day".to_owned();
            deadline.acted = Some(Acted { by: desk.navigator.to_owned(), what, on: calendar::add_business(day, 1) });
        }
        _ => {
            let reason =
                desk.rng.pick(&["withdrawn by the person", "entered twice", "no longer needed: the matter ended"]);
            deadline.state = DeadlineState::Void { on: end, reason: reason.to_owned() };
        }
    }
    Some(deadline)
}

fn date(chain: &'static Chain, safe: NaiveDate, desk: &mut Desk) -> Option<Dated> {
    match chain.date {
        DateFrom::Rule(counted) => dated::nearest(&counted, safe, chain.what.medium, &desk.days),
        DateFrom::Day(basis, note) => Some(dated::set(basis, note, safe, chain.what.medium)),
        DateFrom::Visit(sites) => Some(appointment(sites, safe, desk)),
    }
}

fn appointment(sites: &[Site], day: NaiveDate, desk: &mut Desk) -> Dated {
    let site = sites[desk.rng.below(sites.len())];
    let (hour, minute) = desk.rng.pick(&[(8, 30), (9, 0), (9, 30), (10, 15), (11, 0), (13, 0), (13, 30), (14, 45)]);
    let due = dated::visit(site, day, hour, minute);
    let certainty = match desk.rng.below(10) {
        0..4 => {
            let on = desk.days.business_ago(desk.rng.between(1, 25)).min(calendar::add_business(day, -1));
            Certainty::Verified { source: "notice, seen; date confirmed by phone".to_owned(), on }
        }
        4..8 => Certainty::Noticed,
        _ => Certainty::Reported,
    };
    Dated {
        due,
        source: dated::plain(Basis::AgencyNotice, "appointment notice, copy in the folder"),
        certainty,
        safe: day,
    }
}

fn business(desk: &Desk, ahead: i32) -> NaiveDate {
    calendar::add_business(desk.days.today, ahead)
}

fn blank_steps(what: &What) -> Vec<Step> {
    what.steps.iter().map(|&(kind, title)| Step::usual(title.to_owned(), kind)).collect()
}

/// Marks the first `done` steps as done, on days spread between the start of the matter and `end`.
pub fn finish_steps(deadline: &mut Deadline, case: &Case, done: usize, end: NaiveDate) {
    let start = started(deadline, case).min(end);
    let span = (end - start).num_days();
    let parts = i64::try_from(done).unwrap_or(0) + 1;
    for (step, part) in deadline.steps.iter_mut().take(done).zip(1..) {
        let on = calendar::on_or_before(start + Duration::days(span * part / parts)).max(start);
        step.state = StepState::Done { on };
    }
}

/// The day on which work on a matter can have begun: not before the case, nor before what triggered it.
pub fn started(deadline: &Deadline, case: &Case) -> NaiveDate {
    let trigger =
        deadline.source.rule.as_ref().map(|rule| rule.trigger).filter(|&trigger| trigger < deadline.due.date());
    trigger.unwrap_or(case.opened).max(case.opened)
}
