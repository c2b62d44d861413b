//! `step …`: what has to happen before a deadline can be met.

use super::args::{DayArg, DeadlineRef, PartnerRef};
use super::draft::{Draft, act};
use super::form::{ask, needing};
use super::resolve::deadlines;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::calendar;
use crate::core::change::Verb;
use crate::core::deadline::Deadline;
use crate::core::event::EventKind;
use crate::core::step::{Step, StepKind, StepState};
use chrono::NaiveDate;
use clap::Subcommand;

/// Steps of a deadline.
#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum StepCommand {
    /// Add a step
    Add {
        deadline: DeadlineRef,
        /// What the step is
        title: Option<String>,
        /// What it asks for; gives the usual effort and wait
        #[arg(long, value_enum)]
        kind: Option<StepKind>,
        /// Own work, in hours
        #[arg(long)]
        effort: Option<f64>,
        /// Usual wait after it, in working days
        #[arg(long)]
        wait: Option<u16>,
        /// The partner it is asked of
        #[arg(long)]
        partner: Option<PartnerRef>,
        /// Its place among the steps; the last place if not given
        #[arg(long)]
        place: Option<usize>,
    },
    /// Say that a step is done: the numbered one, or the first open one
    Done {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        /// Number of the step
        #[arg(long)]
        step: Option<usize>,
    },
    /// Say that a step was asked for, and when to follow up
    Wait {
        #[arg(required = true)]
        deadlines: Vec<DeadlineRef>,
        /// Number of the step; the first open one if not given
        #[arg(long)]
        step: Option<usize>,
        /// Follow-up day; after the usual wait if not given
        #[arg(long, allow_hyphen_values = true)]
        until: Option<DayArg>,
    },
    /// Add the steps that usually lead to it, with this clinic's lead times
    Usual { deadline: DeadlineRef },
    /// Open a step again that was waiting or done
    Reopen {
        deadline: DeadlineRef,
        /// Number of the step
        #[arg(long)]
        step: Option<usize>,
    },
    /// Take a step away
    Remove {
        deadline: DeadlineRef,
        /// Number of the step
        #[arg(long)]
        step: Option<usize>,
    },
}

/// Carries out a step command.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn decide(command: &StepCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match command {
        StepCommand::Add { deadline, title, kind, effort, wait, partner, place } => {
            let before = deadline.one(app)?;
            let Some(title) = title.as_ref().map(|title| title.trim()).filter(|title| !title.is_empty()) else {
                return Err(ask(app, &["step", "add"], &[&before.id.to_string()], &[]));
            };
            let kind = kind.unwrap_or(StepKind::Other);
            let lead = app.practice.lead(kind);
            let mut step = Step::usual(title.to_owned(), kind);
            (step.wait_days, step.effort_quarters) = (lead.wait_days, lead.effort_quarters);
            step.effort_quarters = effort.map_or(Ok(step.effort_quarters), quarters)?;
            step.wait_days = wait.unwrap_or(step.wait_days);
            step.partner = partner.as_ref().map(|partner| partner.one(app)).transpose()?.map(|partner| partner.id);
            let at = place.map_or(before.steps.len(), |place| place.saturating_sub(1).min(before.steps.len()));
            each(std::slice::from_ref(deadline), Verb::AddedStep, app, env, |d| {
                let mut after = d.clone();
                after.steps.insert(at.min(after.steps.len()), step.clone());
                Ok((after, title.to_owned()))
            })
        }
        StepCommand::Done { deadlines: refs, step } => {
            let state = |_: &Step| StepState::Done { on: env.today };
            each(refs, Verb::CompletedStep, app, env, |d| with_state(d, *step, StepState::is_open, state))
        }
        StepCommand::Wait { deadlines: refs, step, until } => {
            let until = until.map(|until| until.on(env.today));
            if until.is_some_and(|until| until <= env.today) {
                return Err(Message::new("refused-wait-back").into());
            }
            if until.is_none() && env.interactive {
                return Err(ask_until(refs, *step, app, env)?);
            }
            let state =
                |step: &Step| StepState::Waiting { since: env.today, until: until.unwrap_or_else(|| usual(step, env)) };
            each(refs, Verb::WaitingStep, app, env, |d| with_state(d, *step, StepState::is_open, state))
        }
        StepCommand::Usual { deadline } => {
            let before = deadline.one(app)?;
            let case = app.world.case(before.case).ok_or(Message::new("refused-nothing-to-change"))?;
            let usual = super::deadline::usual_steps(before.kind, case, app);
            each(std::slice::from_ref(deadline), Verb::AddedStep, app, env, |d| {
                let mut after = d.clone();
                let there = |title: &str| d.steps.iter().any(|step| step.title == title);
                after.steps.extend(usual.iter().filter(|step| !there(&step.title)).cloned());
                Ok((after, app.locale.t("steps-usual")))
            })
        }
        StepCommand::Reopen { deadline, step } => {
            let refs = std::slice::from_ref(deadline);
            let settled = |state: &StepState| *state != StepState::Open;
            each(refs, Verb::EditedStep, app, env, |d| with_state(d, *step, settled, |_| StepState::Open))
        }
        StepCommand::Remove { deadline, step } => {
            each(std::slice::from_ref(deadline), Verb::RemovedStep, app, env, |d| {
                let at = place(d, *step, |_| true)?;
                let mut after = d.clone();
                let gone = after.steps.remove(at);
                Ok((after, gone.title))
            })
        }
    }
}

/// The follow-up day after a step's usual wait.
fn usual(step: &Step, env: &Env) -> NaiveDate {
    calendar::add_business(env.today, i32::from(step.wait_days.max(1)))
}

/// The form that asks when to follow up; for one deadline it proposes the day after the usual wait.
fn ask_until(refs: &[DeadlineRef], number: Option<usize>, app: &App, env: &Env) -> Result<Refusal, Refusal> {
    let found = deadlines(refs, app)?;
    let ids: Vec<String> = found.iter().map(|deadline| deadline.id.to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut proposed: Vec<_> = number.map(|number| ("step", number.to_string())).into_iter().collect();
    for deadline in &found {
        let at = place(deadline, number, StepState::is_open)?;
        if let (&[_], Some(step)) = (found.as_slice(), deadline.steps.get(at)) {
            proposed.push(("until", usual(step, env).to_string()));
        }
    }
    Ok(needing(ask(app, &["step", "wait"], &ids, &proposed), &["until"]))
}

pub(super) fn quarters(hours: f64) -> Result<u16, Refusal> {
    if !(0.0..=1000.0).contains(&hours) {
        return Err(Message::new("refused-effort").into());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4,000 fits")]
    let quarters = (hours * 4.0).ceil() as u16;
    Ok(quarters)
}

/// The step that is meant: the numbered one, or the first that fits.
fn place(deadline: &Deadline, number: Option<usize>, fits: impl Fn(&StepState) -> bool) -> Result<usize, Refusal> {
    let none = || Message::new("refused-no-step").with("title", &deadline.title).into();
    match number {
        Some(number) => number.checked_sub(1).filter(|at| *at < deadline.steps.len()).ok_or_else(none),
        None => deadline.steps.iter().position(|step| fits(&step.state)).ok_or_else(none),
    }
}

/// The deadline with one step in another state, and that step's title.
fn with_state(
    deadline: &Deadline,
    number: Option<usize>,
    fits: impl Fn(&StepState) -> bool,
    state: impl Fn(&Step) -> StepState,
) -> Result<(Deadline, String), Refusal> {
    let at = place(deadline, number, fits)?;
    let mut after = deadline.clone();
    let Some(step) = after.steps.get_mut(at) else { return Ok((after, String::new())) };
    step.state = state(step);
    let title = step.title.clone();
    Ok((after, title))
}

/// One change for each deadline, named after the step it touches.
fn each(
    refs: &[DeadlineRef],
    verb: Verb,
    app: &App,
    env: &Env,
    set: impl Fn(&Deadline) -> Result<(Deadline, String), Refusal>,
) -> Result<Vec<Effect>, Refusal> {
    let mut draft = Draft::new(app, env);
    let mut subjects = Vec::new();
    for before in deadlines(refs, app)? {
        let (after, title) = set(before)?;
        if draft.edit(before, after) {
            draft.tell(before.case, EventKind::Deadline, verb, &title, &before.title);
            let code = app.world.case(before.case).map(|case| case.code.clone()).unwrap_or_default();
            subjects.push((title, code));
        }
    }
    draft.finish(act(verb, &subjects))
}
