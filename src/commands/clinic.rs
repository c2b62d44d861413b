//! `clinic`: the settings of the clinic this vault belongs to, and how it works.

mod set;

use super::args::{DayArg, code};
use super::draft::Draft;
use super::form::ask_edit;
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::change::{Act, Verb};
use crate::core::deadline::Consequence;
use crate::core::practice::{Lead, OneDay, Practice, Weights};
use crate::core::retention::Retention;
use crate::core::step::StepKind;
use clap::Subcommand;
use set::Settings;

/// The clinic's settings.
#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum ClinicCommand {
    /// Change the clinic's settings
    Set(Settings),
    /// What a kind of step usually takes in this clinic
    LeadTime {
        /// The kind of step
        #[arg(value_enum, id = "step-kind")]
        kind: Option<StepKind>,
        /// Working days until an answer
        #[arg(long, value_parser = clap::value_parser!(u16).range(0..=400))]
        wait: Option<u16>,
        /// Own work, in hours
        #[arg(long)]
        effort: Option<f64>,
    },
    /// Hours for casework in a day: every day, or on one day alone
    Hours {
        /// How many, such as 6 or 4.5
        hours: Option<f64>,
        /// On this day alone
        #[arg(long, allow_hyphen_values = true)]
        on: Option<DayArg>,
    },
    /// What missing a date of a consequence weighs in this clinic
    Weight {
        /// What is lost
        #[arg(value_enum)]
        consequence: Option<Consequence>,
        /// Its weight, a whole number; never lighter than that of a smaller consequence
        #[arg(value_parser = clap::value_parser!(u16).range(1..=i64::from(Weights::MOST)))]
        weight: Option<u16>,
    },
    /// How long closed cases are kept before they are listed for review
    KeepClosed {
        /// Years after the closing; 0 for no period
        #[arg(value_parser = clap::value_parser!(u16).range(0..=i64::from(Retention::MOST)))]
        years: Option<u16>,
    },
}

/// The most hours that a day has.
const DAY_HOURS: f64 = 24.0;

/// Carries out a clinic command.
///
/// # Errors
/// Why it cannot be, or the form with what is set.
pub fn decide(command: &ClinicCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match command {
        ClinicCommand::Set(settings) => set::decide(settings, app, env),
        ClinicCommand::KeepClosed { years } => super::keep::keep_closed(*years, app, env),
        ClinicCommand::LeadTime { kind, wait, effort } => lead_time(*kind, *wait, *effort, app, env),
        ClinicCommand::Weight { consequence, weight } => weights(*consequence, *weight, app, env),
        ClinicCommand::Hours { hours, on } => day_hours(*hours, *on, app, env),
    }
}

/// Sets what a kind of step usually takes; steps that are there already keep what they have.
fn lead_time(
    kind: Option<StepKind>,
    wait: Option<u16>,
    effort: Option<f64>,
    app: &App,
    env: &Env,
) -> Result<Vec<Effect>, Refusal> {
    let (Some(kind), true) = (kind, wait.is_some() || effort.is_some()) else {
        let given: Vec<&str> = kind.map(code).into_iter().collect();
        return Err(ask_edit(app, &["clinic", "lead-time"], &given, &[]));
    };
    let mut practice = app.practice.clone();
    let usual = practice.lead(kind);
    let effort_quarters = match effort {
        Some(hours) => super::step::quarters(hours)?,
        None => usual.effort_quarters,
    };
    practice.leads.insert(kind, Lead { wait_days: wait.unwrap_or(usual.wait_days), effort_quarters });
    set_practice(practice, app.locale.step_kind(kind), app, env)
}

/// Sets the hours that every day has for casework, or one day alone.
fn day_hours(hours: Option<f64>, on: Option<DayArg>, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let Some(hours) = hours else {
        let now = f64::from(app.practice.day_quarters) / 4.0;
        return Err(ask_edit(app, &["clinic", "hours"], &[], &[("hours", now.to_string())]));
    };
    if hours > DAY_HOURS {
        return Err(Message::new("refused-day-hours").into());
    }
    let quarters = super::step::quarters(hours)?;
    let (mut practice, length) = (app.practice.clone(), app.locale.effort(quarters));
    let told = if let Some(on) = on.map(|on| on.on(env.today)) {
        if on < env.today {
            return Err(Message::new("refused-hours-past").into());
        }
        practice.one_day = Some(OneDay { on, quarters });
        app.locale.tn("hours-one-day", &[("hours", length.into()), ("day", app.locale.day_year(on).into())])
    } else {
        practice.day_quarters = quarters;
        app.locale.tn("hours-every-day", &[("hours", length.into())])
    };
    set_practice(practice, &told, app, env)
}

fn set_practice(practice: Practice, told: &str, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let mut draft = Draft::new(app, env);
    match app.world.practice() {
        Some(before) => drop(draft.edit(before, practice)),
        None => draft.add(practice),
    }
    draft.finish(Act::one(Verb::SetPractice, told, ""))
}

/// Sets what missing a date weighs; the order of the consequences stays.
fn weights(
    consequence: Option<Consequence>,
    weight: Option<u16>,
    app: &App,
    env: &Env,
) -> Result<Vec<Effect>, Refusal> {
    let (Some(consequence), Some(weight)) = (consequence, weight) else {
        let given: Vec<&str> = consequence.map(code).into_iter().collect();
        return Err(ask_edit(app, &["clinic", "weight"], &given, &[]));
    };
    let weights = app.practice.weights.with(consequence, weight);
    let weights = weights.ok_or_else(|| Message::new("refused-weight-order"))?;
    let told = format!("{} {weight}", app.locale.consequence(consequence));
    set_practice(Practice { weights, ..app.practice.clone() }, &told, app, env)
}
