//! Adding and editing: how a due date comes about, and what it rests on.

use super::super::args::{CaseRef, DayArg, DeadlineRef};
use super::super::draft::Draft;
use super::super::form::{ask, ask_edit, needing};
use super::super::offers::after;
use super::super::resolve::find_rule;
use super::{DeadlineFields, appointment, moved, plainly, values};
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::core::calendar;
use crate::core::case::Case;
use crate::core::change::{Act, Verb};
use crate::core::deadline::{Basis, Certainty, Consequence, Deadline, DeadlineKind, Due, Medium, RuleUse};
use crate::core::event::EventKind;
use crate::core::happening::{Happening, Known};
use crate::core::rules::{Happened, How, Last, Rule, RuleError};
use crate::core::step::Step;
use crate::core::template::{Stage, stages};
use chrono::NaiveDate;

/// Adds a deadline to a case.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn add(case: &CaseRef, fields: &DeadlineFields, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let case = case.one(app)?;
    let missing = missing(fields);
    if !missing.is_empty() {
        let form = ask(app, &["deadline", "add"], &[&case.code], &given(fields));
        return Err(if *fields == DeadlineFields::default() { form } else { needing(form, &missing) });
    }
    let mut draft = Draft::new(app, env);
    let mut deadline = apply(fields, blank(case, &mut draft, usual_medium(fields), env), app, env)?;
    if deadline.kind == DeadlineKind::Appear {
        deadline.steps = first_step(app);
    }
    let offered = hearing_set(&deadline, Known::Told, &mut draft, app, env);
    let (title, due) = (deadline.title.clone(), plainly(&deadline.due));
    draft.add(deadline);
    draft.tell(case.id, EventKind::Deadline, Verb::AddedDeadline, &title, &due);
    let done = draft.finish(Act::one(Verb::AddedDeadline, title, &case.code))?;
    Ok(offered.into_iter().chain(done).collect())
}

/// A deadline of a case with nothing said of it yet.
fn blank(case: &Case, draft: &mut Draft<'_>, medium: Medium, env: &Env) -> Deadline {
    Deadline { medium, ..Deadline::new(draft.ids.deadline(), case.id, String::new(), Due::Day(env.today)) }
}

/// The steps that usually lead to a deadline of this kind, with this clinic's lead times.
pub fn usual_steps(kind: DeadlineKind, case: &Case, app: &App) -> Vec<Step> {
    stages(kind, case).into_iter().map(|stage| stage.step(app.locale.stage(stage), &app.practice)).collect()
}

/// What every appointment begins with: nobody is told a bare "attend".
pub fn first_step(app: &App) -> Vec<Step> {
    vec![Stage::LawyerAsked.step(app.locale.stage(Stage::LawyerAsked), &app.practice)]
}

/// A deadline counted by a rule from what happened, with the steps that usually lead to it.
///
/// # Errors
/// The rule counts nothing for that day.
pub fn counted(
    case: &Case,
    rule: &str,
    trigger: NaiveDate,
    mailed: bool,
    draft: &mut Draft<'_>,
    app: &App,
    env: &Env,
) -> Result<Deadline, Refusal> {
    let fields = DeadlineFields {
        rule: Some(rule.to_owned()),
        trigger: Some(DayArg::On(trigger)),
        mailed: Some(mailed),
        ..DeadlineFields::default()
    };
    let mut deadline = apply(&fields, blank(case, draft, usual_medium(&fields), env), app, env)?;
    deadline.steps = usual_steps(deadline.kind, case, app);
    Ok(deadline)
}

/// The same deadline counted from another day.
///
/// # Errors
/// The rule counts nothing for that day.
pub fn recounted(deadline: &Deadline, trigger: NaiveDate, app: &App, env: &Env) -> Result<Deadline, Refusal> {
    let fields = DeadlineFields { trigger: Some(DayArg::On(trigger)), ..DeadlineFields::default() };
    apply(&fields, deadline.clone(), app, env)
}

/// Notes that a hearing on which removal hangs was set, and what may follow from it once that is durable.
pub fn hearing_set(deadline: &Deadline, known: Known, draft: &mut Draft<'_>, app: &App, env: &Env) -> Vec<Effect> {
    let hearing = deadline.kind == DeadlineKind::Appear && deadline.consequence == Consequence::Removal;
    let Some(at) = deadline.due.appointment().filter(|_| hearing) else { return Vec::new() };
    let happening = Happening {
        id: draft.ids.happening(),
        case: deadline.case,
        what: Happened::HearingSet,
        on: Some(at.local.date()),
        known,
        mailed: false,
        note: String::new(),
        logged: env.today,
        reviewed: None,
    };
    let offered = after(&happening, Some(deadline.id), app);
    draft.add(happening);
    offered
}

/// What a new deadline cannot do without: a rule and its trigger, or a title, what is lost and a date.
fn missing(fields: &DeadlineFields) -> Vec<&'static str> {
    let dated = fields.due.is_some() || fields.at.is_some() || fields.printed.is_some();
    let by_rule = fields.rule.as_ref().is_some_and(|rule| !rule.is_empty());
    let needed = if by_rule {
        [("trigger", fields.trigger.is_some() || dated), ("", true), ("", true)]
    } else {
        let titled = fields.title.as_ref().is_some_and(|title| !title.trim().is_empty());
        [("title", titled), ("consequence", fields.consequence.is_some()), ("due", dated)]
    };
    needed.into_iter().filter(|(_, there)| !there).map(|(arg, _)| arg).collect()
}

/// Changes a deadline.
///
/// # Errors
/// Why it cannot be, or the form with what is known.
pub fn edit(deadline: &DeadlineRef, fields: &DeadlineFields, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let before = deadline.one(app)?;
    if *fields == DeadlineFields::default() {
        return Err(ask_edit(app, &["deadline", "edit"], &[&before.id.to_string()], &values(before)));
    }
    let mut draft = Draft::new(app, env);
    let after = apply(fields, before.clone(), app, env)?;
    let (title, dates, to) = (after.title.clone(), moved(&before.due, &after.due), after.due.clone());
    if draft.edit(before, after) {
        super::hearing::follow(before, &to, &mut draft, app, env)?;
        draft.tell(before.case, EventKind::Deadline, Verb::EditedDeadline, &title, &dates);
    }
    let code = app.world.case(before.case).map(|case| case.code.clone()).unwrap_or_default();
    draft.finish(Act::one(Verb::EditedDeadline, title, code))
}

/// The deadline with the given fields put in.
fn apply(fields: &DeadlineFields, mut deadline: Deadline, app: &App, env: &Env) -> Result<Deadline, Refusal> {
    let was = deadline.clone();
    rule(fields, &mut deadline, app, env)?;
    due(fields, &mut deadline, app, env)?;
    if deadline.due != was.due {
        // Confirmed, acted on and put off was the date that it no longer has.
        (deadline.certainty, deadline.acted, deadline.snoozed_until) = (known(&deadline), None, None);
    } else if !matches!(deadline.certainty, Certainty::Verified { .. }) && known(&deadline) != Certainty::Unknown {
        deadline.certainty = known(&deadline);
    }
    let text = |from: &Option<String>, to: &mut String| {
        if let Some(value) = from {
            value.trim().clone_into(to);
        }
    };
    text(&fields.title, &mut deadline.title);
    text(&fields.source, &mut deadline.source.note);
    text(&fields.notes, &mut deadline.notes);
    if deadline.title.is_empty() {
        return Err(Message::new("refused-no-title").into());
    }
    deadline.consequence = fields.consequence.unwrap_or(deadline.consequence);
    deadline.kind = fields.kind.unwrap_or(deadline.kind);
    deadline.medium = fields.medium.unwrap_or(deadline.medium);
    deadline.source.basis = fields.basis.unwrap_or(deadline.source.basis);
    deadline.accompany = fields.accompany.unwrap_or(deadline.accompany);
    Ok(deadline)
}

/// How sure the date is by itself: printed on a paper, counted, or neither.
fn known(deadline: &Deadline) -> Certainty {
    let counted = deadline.source.rule.as_ref().map(|rule| rule.computed);
    match deadline.due {
        Due::Day(day) if deadline.source.printed == Some(day) => Certainty::Noticed,
        Due::Day(day) if counted == Some(Some(day)) => Certainty::Computed,
        Due::From(_) if counted.is_some() => Certainty::Computed,
        Due::Day(_) | Due::From(_) | Due::At(_) | Due::Unset { .. } => Certainty::Unknown,
    }
}

/// How it goes in where nobody says: what can be filed goes on paper, which needs more days; a promise of the clinic's
/// own does not.
fn usual_medium(fields: &DeadlineFields) -> Medium {
    match fields.kind {
        Some(DeadlineKind::Appear | DeadlineKind::Travel) => Medium::InPerson,
        Some(DeadlineKind::Pay | DeadlineKind::Service) => Medium::Online,
        None if fields.consequence == Some(Consequence::Administrative) => Medium::Online,
        Some(DeadlineKind::File | DeadlineKind::Renew | DeadlineKind::Notify | DeadlineKind::Supply) | None => {
            Medium::Paper
        }
    }
}

/// Counts by a rule where one is named, and takes its consequence, kind and medium.
fn rule(fields: &DeadlineFields, deadline: &mut Deadline, app: &App, env: &Env) -> Result<(), Refusal> {
    let old = deadline.source.rule.clone();
    let asked = fields.rule.is_some() || fields.trigger.is_some() || fields.mailed.is_some() || fields.online.is_some();
    let recount = asked || (fields.printed.is_some() && old.is_some());
    if !recount {
        return Ok(());
    }
    let Some(id) = fields.rule.clone().or_else(|| old.as_ref().map(|old| old.rule.clone())) else {
        return Err(Message::new("refused-trigger-without-rule").into());
    };
    if id.is_empty() {
        deadline.source.rule = None;
        return Ok(());
    }
    let rule = find_rule(&app.rules, &id)?;
    let trigger = fields.trigger.map(|day| day.on(env.today)).or(old.as_ref().map(|old| old.trigger));
    let Some(trigger) = trigger else { return Err(Message::new("refused-rule-without-trigger").into()) };
    let flag = |given: Option<bool>, old: Option<bool>| given.or(old).unwrap_or(false);
    let mailed = flag(fields.mailed, old.as_ref().map(|old| old.mailed));
    let online = flag(fields.online, old.as_ref().map(|old| old.online));
    let how = How { mailed, online };
    let printed = fields.printed.map(|day| day.on(env.today)).or(deadline.source.printed);
    let computed = app.rules.count(rule, trigger, how, printed).map_err(|error| refused(app, rule, &error))?;
    // Where no legal last day can be stated, the day to act from is never one on which offices are closed.
    let last = computed.due.or(computed.raw.map(calendar::on_or_before));
    if deadline.title.is_empty() {
        deadline.title = app.locale.rule_name(rule);
    }
    if old.as_ref().is_none_or(|old| old.rule != id) {
        deadline.consequence = rule.consequence(in_proceedings(deadline, app));
        deadline.kind = rule.kind;
        deadline.medium = if online { Medium::Online } else { rule.medium };
        deadline.source.basis = Basis::Regulation;
    }
    if let Some(last) = last {
        deadline.due = Due::Day(last);
    } else if let Some(opens) = computed.opens {
        deadline.due = Due::From(opens);
    } else if fields.printed.is_none() && fields.due.is_none() && deadline.source.printed.is_none() {
        return Err(needs_day(rule).into());
    }
    deadline.source.rule =
        Some(RuleUse { rule: id, trigger, mailed, online, computed: last, raw: computed.act_from() });
    Ok(())
}

/// Whether the case has a hearing ahead on which removal hangs: by what is filed, never by who the person is.
fn in_proceedings(deadline: &Deadline, app: &App) -> bool {
    let hearing = |other: &Deadline| {
        other.kind == DeadlineKind::Appear && other.consequence == Consequence::Removal && other.is_live()
    };
    app.world.deadlines_of(deadline.case).any(hearing)
}

/// What to say of a rule that gives no day by itself.
fn needs_day(rule: &Rule) -> Message {
    let key = match rule.last {
        Last::AtMost(_) | Last::Printed => "refused-rule-needs-printed",
        Last::Review => "refused-rule-review",
        Last::Counted(_) | Last::Disputed { .. } | Last::Advised { .. } | Last::Open | Last::Ask => "refused-rule-ask",
    };
    Message::new(key).with("rule", &rule.id)
}

fn refused(app: &App, rule: &Rule, error: &RuleError) -> Refusal {
    match error {
        RuleError::Disabled { .. } => {
            Message::new("refused-rule-disabled").with("rule", &rule.id).with("why", app.locale.rule_off(rule))
        }
        RuleError::OutOfRange { .. } | RuleError::OffTheCalendar => {
            Message::new("refused-rule-days").with("rule", &rule.id)
        }
    }
    .into()
}

/// The date to act on: the earliest of the stated, the printed and the counted one.
fn due(fields: &DeadlineFields, deadline: &mut Deadline, app: &App, env: &Env) -> Result<(), Refusal> {
    if let Some(printed) = fields.printed {
        deadline.source.printed = Some(printed.on(env.today));
        if deadline.source.rule.is_none() {
            deadline.source.basis = Basis::AgencyNotice;
        }
    }
    if let Some(at) = fields.at {
        let old = deadline.due.appointment().cloned();
        let old = old.as_ref();
        let zone = fields.zone.map(|zone| zone.0).or(old.map(|old| old.zone)).unwrap_or(app.clinic.zone);
        let place = fields.place.clone().or(old.map(|old| old.place.clone())).unwrap_or_default();
        deadline.due = appointment(at.on(env.today), zone, place.trim())?;
        deadline.medium = Medium::InPerson;
        if fields.kind.is_none() && old.is_none() {
            deadline.kind = DeadlineKind::Appear;
        }
        return Ok(());
    }
    if let Due::At(at) = &deadline.due {
        let zone = fields.zone.map_or(at.zone, |zone| zone.0);
        let place = fields.place.as_deref().unwrap_or(&at.place).trim();
        deadline.due = appointment(at.local, zone, place)?;
    } else if fields.zone.is_some() || fields.place.as_ref().is_some_and(|place| !place.is_empty()) {
        return Err(Message::new("refused-place-without-time").into());
    }
    let stated = fields.due.map(|day: DayArg| day.on(env.today));
    let counted = deadline.source.rule.as_ref().and_then(|rule| rule.computed);
    let printed = deadline.source.printed;
    let day = [stated, printed, counted].into_iter().flatten().min();
    let touched = stated.is_some() || fields.printed.is_some() || fields.trigger.is_some() || fields.rule.is_some();
    if let Some(day) = day.filter(|_| touched) {
        deadline.due = Due::Day(day);
    }
    Ok(())
}

/// What was given on the way to the form, so that nothing is typed twice.
fn given(fields: &DeadlineFields) -> Vec<(&'static str, String)> {
    let mut given = Vec::new();
    let mut text = |name, value: &Option<String>| {
        if let Some(value) = value {
            given.push((name, value.clone()));
        }
    };
    text("title", &fields.title);
    text("rule", &fields.rule);
    text("place", &fields.place);
    text("source", &fields.source);
    text("notes", &fields.notes);
    given
}
