//! The arithmetic behind a row, and the forecast, as JSON.

use super::json::{self, code};
use super::{Ctx, due, forecast, why};
use crate::core::deadline::Consequence;
use crate::core::forecast::{Forecast, Help, Unmet, Week};
use crate::core::id::DeadlineId;
use crate::core::practice::Practice;
use crate::core::step::StepKind;
use crate::core::urgency::{Explanation, Group, SafeBasis, StepShare, Turn, WhatIf, explain};
use serde_json::{Value, json};

/// Every number that went into a row's place, and what would change it; `None` for what is not live.
pub fn explained(ctx: &Ctx<'_>, id: DeadlineId) -> Option<Value> {
    let clinic = ctx.world.clinic().cloned().unwrap_or_default();
    let (deadline, why) = (ctx.world.deadline(id)?, explain(ctx.world, ctx.moment, &clinic, id)?);
    Some(json!({
        "due": json::due_day(&why.due),
        "source": source(ctx, &why, &due::source(ctx, deadline)),
        "certainty": json::certainty_code(&why.certainty),
        "today": why.today,
        "safe": why.safe.date,
        "safe_basis": basis(why.safe.basis),
        "safe_last_day": why.safe.unrolled,
        "courier_days": why.safe.courier_days,
        "days_left": why.days_left,
        "grace_days": why.grace_days,
        "steps": why.steps.iter().map(step).collect::<Vec<_>>(),
        "slack_days": why.slack_days,
        "start_by": why.start_by,
        "consequence": code(&Consequence::ALL, &why.consequence),
        "weight": why.weight,
        "fade": why.fade,
        "late_factor": why.late_factor,
        "urgency": why.urgency,
        "group": code(&Group::ALL, &why.group),
        "call": json::call_line(ctx, &why.call),
        "place": ctx.ranking.place(id).map(|place| place + 1),
        "would_change": self::why::facts(ctx, id).iter().map(|fact| turn(ctx, fact)).collect::<Vec<_>>(),
    }))
}

/// On whose word the date stands, and how a rule counted it.
fn source(ctx: &Ctx<'_>, why: &Explanation, text: &str) -> Value {
    json!({
        "text": text,
        "basis": code(&crate::core::deadline::Basis::ALL, &why.source.basis),
        "note": why.source.note,
        "printed": why.source.printed,
        "rule": why.source.rule.as_ref().map(|used| json!({
            "id": used.rule,
            "from": used.trigger,
            "mailed": used.mailed,
            "online": used.online,
            "citation": ctx.rules.find(&used.rule).map(|rule| ctx.locale.rule_source(rule, ctx.moment.today)),
        })),
    })
}

fn basis(basis: SafeBasis) -> &'static str {
    match basis {
        SafeBasis::Appointment => "appointment",
        SafeBasis::LastDay => "last_day",
        SafeBasis::Opening => "opening",
        SafeBasis::AskAgain => "ask_again",
    }
}

fn step(share: &StepShare) -> Value {
    json!({
        "title": share.title,
        "kind": code(&StepKind::ALL, &share.kind),
        "effort_minutes": u32::from(share.effort_quarters) * 15,
        "wait_days": share.wait_days,
        "waiting_until": share.waiting_until,
    })
}

fn turn(ctx: &Ctx<'_>, fact: &WhatIf) -> Value {
    let (name, day) = match &fact.turn {
        Turn::StepDone { .. } => ("step_done", None),
        Turn::StepAsked { until, .. } => ("step_asked", Some(*until)),
        Turn::Earlier { day } => ("earlier", Some(*day)),
        Turn::Heavier { .. } => ("heavier", None),
    };
    json!({
        "if": name,
        "text": why::turn(ctx, &fact.turn),
        "day": day,
        "place": fact.place,
        "group": code(&Group::ALL, &fact.group),
        "slack_days": fact.slack_days,
    })
}

/// The whole forecast.
pub fn forecast(ctx: &Ctx<'_>, forecast: &Forecast, helps: &[Vec<Help>]) -> Value {
    let practice = ctx.world.practice().cloned().unwrap_or_default();
    let matters = forecast.unmet.iter().enumerate();
    json!({
        "day_minutes": u32::from(practice.day_quarters) * 15,
        "today_minutes": u32::from(Practice::quarters_on(&practice, ctx.moment.today)) * 15,
        "unmet": matters
            .filter_map(|(at, one)| unmet(ctx, one, helps.get(at).map_or(&[], Vec::as_slice)))
            .collect::<Vec<_>>(),
        "weeks": forecast.weeks.iter().map(week).collect::<Vec<_>>(),
    })
}

fn unmet(ctx: &Ctx<'_>, unmet: &Unmet, helps: &[Help]) -> Option<Value> {
    let deadline = ctx.world.deadline(unmet.id)?;
    Some(json!({
        "id": unmet.id.to_string(),
        "case": ctx.world.case(deadline.case).map(|case| &case.code),
        "title": deadline.title,
        "consequence": code(&Consequence::ALL, &deadline.consequence),
        "due": json::due_day(&deadline.due),
        "safe": unmet.safe,
        "from": unmet.from,
        "finished": unmet.finished,
        "help": helps.iter().map(|help| one_help(ctx, help)).collect::<Vec<_>>(),
    }))
}

fn one_help(ctx: &Ctx<'_>, help: &Help) -> Value {
    let (name, minutes, day) = match help {
        Help::StartToday { asks, .. } => (if *asks { "ask_today" } else { "start_today" }, None, None),
        Help::HandOver { quarters } => ("hand_over", Some(quarters * 15), None),
        Help::MoreHours { quarters, until } => ("more_hours", Some(u32::from(*quarters) * 15), Some(*until)),
        Help::Later { day, extension } => (if *extension { "extension" } else { "later" }, None, Some(*day)),
    };
    json!({ "what": name, "minutes": minutes, "day": day, "text": forecast::help_line(ctx, help) })
}

fn week(week: &Week) -> Value {
    json!({
        "monday": week.monday,
        "hours_minutes": week.hours * 15,
        "load_minutes": week.load * 15,
        "removal": week.dates(Consequence::Removal),
        "right": week.dates(Consequence::Right),
        "benefit": week.dates(Consequence::Benefit),
        "administrative": week.dates(Consequence::Administrative),
    })
}
