//! What becomes of a deadline: done, moved, put off, confirmed, missed, void. Several marked ones are one act.

use super::super::args::{DayArg, DeadlineRef, TimeArg};
use super::super::draft::{Draft, act};
use super::super::form::ask;
use super::super::resolve::deadlines;
use super::{DeadlineCommand, appointment};
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::view::{Confirm, Overlay, ViewAct};
use crate::core::change::Verb;
use crate::core::deadline::{Acted, Certainty, Deadline, DeadlineState, Due};
use crate::core::event::EventKind;
use crate::core::urgency;

/// Carries out whatever ends, moves or confirms deadlines.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn decide(command: &DeadlineCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match command {
        DeadlineCommand::Add { .. } | DeadlineCommand::Edit { .. } => {
            Err(Message::new("refused-nothing-to-change").into())
        }
        DeadlineCommand::Done { deadlines: refs } => {
            let set = |d: &Deadline| {
                live(d, app).map(|()| Deadline { state: DeadlineState::Done { on: env.today }, ..d.clone() })
            };
            each(refs, Verb::CompletedDeadline, app, env, set)
        }
        DeadlineCommand::Postpone { deadlines: refs, to, at, no_date, ask_on, source } => {
            let move_ = Move { to: *to, at: *at, no_date: no_date.unwrap_or(false), ask_on: *ask_on };
            postpone(refs, &move_, source.as_deref(), app, env)
        }
        DeadlineCommand::Snooze { deadlines: refs, until } => snooze(refs, *until, app, env),
        DeadlineCommand::Verify { deadlines: refs, source } => {
            let Some(source) = said(source.as_ref()) else { return Err(missing("verify", refs, app)) };
            let certainty = Certainty::Verified { source, on: env.today };
            let set = |d: &Deadline| Ok(Deadline { certainty: certainty.clone(), ..d.clone() });
            each(refs, Verb::VerifiedDeadline, app, env, set)
        }
        DeadlineCommand::Acted { deadlines: refs, what } => {
            let Some(what) = said(what.as_ref()) else { return Err(missing("acted", refs, app)) };
            let acted = Acted { by: app.clinic.navigator.clone(), what, on: env.today };
            let set = |d: &Deadline| Ok(Deadline { acted: Some(acted.clone()), ..d.clone() });
            each(refs, Verb::ActedOnDeadline, app, env, set)
        }
        DeadlineCommand::Raise { deadline, to, by, reason } => {
            raise(deadline, *to, by.as_ref(), reason.as_ref(), app, env)
        }
        DeadlineCommand::Missed { deadlines: refs, yes } => {
            if env.interactive && !yes {
                return confirm("confirm-missed", "missed", refs, &[], app);
            }
            let state = DeadlineState::Missed { on: env.today, by: app.clinic.navigator.clone() };
            let set = |d: &Deadline| live(d, app).map(|()| Deadline { state: state.clone(), acted: None, ..d.clone() });
            each(refs, Verb::DeclaredMissed, app, env, set)
        }
        DeadlineCommand::Void { deadlines: refs, reason, yes } => {
            let Some(reason) = said(reason.as_ref()) else { return Err(missing("void", refs, app)) };
            if env.interactive && !yes {
                return confirm("confirm-void", "void", refs, &[format!("--reason={reason}")], app);
            }
            let state = DeadlineState::Void { on: env.today, reason };
            let set = |d: &Deadline| live(d, app).map(|()| Deadline { state: state.clone(), ..d.clone() });
            each(refs, Verb::VoidedDeadline, app, env, set)
        }
    }
}

fn said(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Only what is not ended yet can end.
fn live(deadline: &Deadline, app: &App) -> Result<(), Refusal> {
    match deadline.state {
        DeadlineState::Open | DeadlineState::Missed { .. } => Ok(()),
        DeadlineState::Done { .. } | DeadlineState::Void { .. } => {
            let state = app.locale.deadline_state(&deadline.state, app.moment.today);
            Err(Message::new("refused-already-ended").with("title", &deadline.title).with("state", state).into())
        }
    }
}

/// One change for each deadline, told in each case's timeline, as one act.
fn each(
    refs: &[DeadlineRef],
    verb: Verb,
    app: &App,
    env: &Env,
    set: impl Fn(&Deadline) -> Result<Deadline, Refusal>,
) -> Result<Vec<Effect>, Refusal> {
    let mut draft = Draft::new(app, env);
    let mut subjects = Vec::new();
    for before in deadlines(refs, app)? {
        if draft.edit(before, set(before)?) {
            draft.tell(before.case, EventKind::Deadline, &before.title, verb);
            let code = app.world.case(before.case).map(|case| case.code.clone()).unwrap_or_default();
            subjects.push((before.title.clone(), code));
        }
    }
    draft.finish(act(verb, &subjects))
}

/// The form for the rest of a command on these deadlines.
fn missing(verb: &str, refs: &[DeadlineRef], app: &App) -> Refusal {
    match deadlines(refs, app) {
        Ok(found) => {
            let ids: Vec<String> = found.iter().map(|deadline| deadline.id.to_string()).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            ask(app, &["deadline", verb], &ids, &[])
        }
        Err(refusal) => refusal,
    }
}

fn confirm(
    question: &'static str,
    verb: &str,
    refs: &[DeadlineRef],
    more: &[String],
    app: &App,
) -> Result<Vec<Effect>, Refusal> {
    let found = deadlines(refs, app)?;
    let subject = match found.as_slice() {
        [one] => {
            let code = app.world.case(one.case).map(|case| case.code.clone()).unwrap_or_default();
            format!("{}, {code}", one.title)
        }
        many => app.locale.tn("confirm-several", &[("count", many.len().into())]),
    };
    let mut words = vec!["deadline".to_owned(), verb.to_owned()];
    words.extend(found.iter().map(|deadline| deadline.id.to_string()));
    words.extend_from_slice(more);
    words.push("--yes".to_owned());
    let confirm = Confirm { question: Message::new(question).with("what", subject), words };
    Ok(vec![Effect::View(ViewAct::Open(Overlay::Confirm(confirm)))])
}

/// Where a date moved.
struct Move {
    to: Option<DayArg>,
    at: Option<TimeArg>,
    no_date: bool,
    ask_on: Option<DayArg>,
}

fn postpone(
    refs: &[DeadlineRef],
    move_: &Move,
    source: Option<&str>,
    app: &App,
    env: &Env,
) -> Result<Vec<Effect>, Refusal> {
    if move_.to.is_none() && move_.at.is_none() && !move_.no_date {
        return Err(missing("postpone", refs, app));
    }
    if move_.no_date && (move_.to.is_some() || move_.at.is_some()) {
        return Err(Message::new("refused-date-and-no-date").into());
    }
    each(refs, Verb::PostponedDeadline, app, env, |before| {
        live(before, app)?;
        let mut after = before.clone();
        after.due = moved(&before.due, move_, app, env)?;
        after.source.printed = None;
        if let Some(rule) = after.source.rule.as_mut() {
            (rule.raw, rule.computed) = (None, None);
        }
        after.snoozed_until = None;
        after.certainty = Certainty::Reported;
        if let Some(source) = source.map(str::trim).filter(|source| !source.is_empty()) {
            source.clone_into(&mut after.source.note);
        }
        Ok(after)
    })
}

fn moved(due: &Due, move_: &Move, app: &App, env: &Env) -> Result<Due, Refusal> {
    if move_.no_date {
        // A fortnight is the house default for asking again when nobody says when.
        let ask_on = move_.ask_on.unwrap_or(DayArg::FromToday(14)).on(env.today);
        return Ok(Due::Unset { ask_on });
    }
    if let Some(at) = move_.at {
        let old = due.appointment();
        let zone = old.map_or(app.clinic.zone, |old| old.zone);
        return appointment(at, zone, old.map_or("", |old| old.place.as_str()));
    }
    let to = move_.to.map_or(env.today, |to| to.on(env.today));
    match due.appointment() {
        Some(old) => appointment(TimeArg(to.and_time(old.local.time())), old.zone, &old.place),
        None => Ok(Due::Day(to)),
    }
}

fn snooze(refs: &[DeadlineRef], until: Option<DayArg>, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let Some(until) = until else { return Err(missing("snooze", refs, app)) };
    let until = until.on(env.today);
    if until <= env.today {
        return Err(Message::new("refused-snooze-back").into());
    }
    each(refs, Verb::SnoozedDeadline, app, env, |before| {
        live(before, app)?;
        let whole = urgency::explain(&app.world, app.moment, &app.clinic, before.id);
        let start_by = whole.and_then(|whole| whole.start_by);
        if let Some(start_by) = start_by.filter(|start_by| until > *start_by) {
            let message = Message::new("refused-snooze-past-start").with("title", &before.title);
            return Err(message.with("day", app.locale.day(start_by, env.today)).into());
        }
        Ok(Deadline { snoozed_until: Some(until), ..before.clone() })
    })
}

fn raise(
    deadline: &DeadlineRef,
    to: Option<crate::core::deadline::Consequence>,
    by: Option<&String>,
    reason: Option<&String>,
    app: &App,
    env: &Env,
) -> Result<Vec<Effect>, Refusal> {
    let (Some(to), Some(by), Some(reason)) = (to, said(by), said(reason)) else {
        return Err(missing("raise", std::slice::from_ref(deadline), app));
    };
    let before = deadline.one(app)?;
    if to <= before.consequence {
        return Err(Message::new("refused-not-heavier").into());
    }
    let note = format!("{by}: {reason}");
    let refs = [DeadlineRef(before.id.to_string())];
    each(&refs, Verb::RaisedDeadline, app, env, |before| {
        let mut after = before.clone();
        after.consequence = to;
        after.source.note =
            if after.source.note.is_empty() { note.clone() } else { format!("{}; {note}", after.source.note) };
        Ok(after)
    })
}
