//! What becomes of a deadline: done, moved, put off, confirmed, missed, void. Several marked ones are one act.

use super::super::args::{DayArg, DeadlineRef, WhenArg, ZoneArg, code};
use super::super::draft::{Draft, act};
use super::super::form::ask;
use super::super::resolve::deadlines;
use super::{DeadlineCommand, appointment, hearing, joined, moved};
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::view::{Confirm, Overlay, ViewAct};
use crate::core::change::Verb;
use crate::core::deadline::{Acted, Certainty, Deadline, DeadlineKind, DeadlineState, Due};
use crate::core::event::EventKind;
use crate::core::urgency::{self, Group};

/// Carries out whatever ends, moves or confirms deadlines.
///
/// # Errors
/// Why it cannot be, or the form that asks for what is missing.
pub fn decide(command: &DeadlineCommand, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    match command {
        DeadlineCommand::Add { .. }
        | DeadlineCommand::Edit { .. }
        | DeadlineCommand::Pin { .. }
        | DeadlineCommand::Push { .. }
        | DeadlineCommand::Unpin { .. } => Err(Message::new("refused-nothing-to-change").into()),
        DeadlineCommand::Done { deadlines: refs } => {
            let set = |d: &Deadline| {
                live(d, app).map(|()| Deadline { state: DeadlineState::Done { on: env.today }, ..d.clone() })
            };
            each(refs, Verb::CompletedDeadline, "", app, env, set)
        }
        DeadlineCommand::Postpone { deadlines: refs, to, at, zone, place, no_date, ask_on, source, yes } => {
            let no_date = no_date.unwrap_or(false);
            let to = Move { to: *to, at: *at, zone: *zone, place: place.as_deref(), no_date, ask_on: *ask_on };
            let source = source.as_deref().unwrap_or_default().trim();
            if env.interactive && !yes {
                let effects = postpone(refs, &to, source, app, env)?;
                return hearing::asked(effects, command, refs, app);
            }
            postpone(refs, &to, source, app, env)
        }
        DeadlineCommand::Snooze { deadlines: refs, until } => snooze(refs, *until, app, env),
        DeadlineCommand::Verify { deadlines: refs, source } => {
            let Some(source) = said(source.as_ref()) else { return Err(missing("verify", refs, app)) };
            let certainty = Certainty::Verified { source: source.clone(), on: env.today };
            let set = |d: &Deadline| live(d, app).map(|()| Deadline { certainty: certainty.clone(), ..d.clone() });
            each(refs, Verb::VerifiedDeadline, &source, app, env, set)
        }
        DeadlineCommand::Acted { deadlines: refs, what } => {
            // Nobody types an answer that is not asked for.
            deadlines(refs, app)?.into_iter().try_for_each(|deadline| escalated(deadline, app))?;
            let Some(what) = said(what.as_ref()) else { return Err(missing("acted", refs, app)) };
            let acted = Acted { by: app.clinic.navigator.clone(), what: what.clone(), on: env.today };
            let set = |d: &Deadline| escalated(d, app).map(|()| Deadline { acted: Some(acted.clone()), ..d.clone() });
            each(refs, Verb::ActedOnDeadline, &what, app, env, set)
        }
        DeadlineCommand::Raise { deadline, to, by, reason } => {
            raise(deadline, *to, by.as_ref(), reason.as_ref(), app, env)
        }
        DeadlineCommand::Missed { deadlines: refs, yes } => {
            deadlines(refs, app)?.into_iter().try_for_each(|deadline| missable(deadline, app))?;
            let found = deadlines(refs, app)?;
            let ahead = found.iter().find(|deadline| deadline.due.legal_day().is_some_and(|day| day > env.today));
            if env.interactive && !yes {
                let question = if ahead.is_some() { "confirm-missed-ahead" } else { "confirm-missed" };
                return confirm(question, "missed", refs, &[], app);
            }
            if let Some(ahead) = ahead.filter(|_| !yes) {
                let day = app.locale.day(ahead.due.date(), env.today);
                return Err(Message::new("refused-missed-ahead").with("title", &ahead.title).with("day", day).into());
            }
            let state = DeadlineState::Missed { on: env.today, by: app.clinic.navigator.clone() };
            let set = |d: &Deadline| live(d, app).map(|()| Deadline { state: state.clone(), acted: None, ..d.clone() });
            if let [one] = deadlines(refs, app)?.as_slice()
                && matches!(one.state, DeadlineState::Missed { .. })
            {
                let picker = super::super::offers::playbook_picker(one, app);
                return Ok(vec![Effect::View(ViewAct::Open(Overlay::Picker(Box::new(picker))))]);
            }
            let book = hearing::playbook(refs, app);
            let done = each(refs, Verb::DeclaredMissed, "", app, env, set)?;
            Ok(book.into_iter().chain(done).collect())
        }
        DeadlineCommand::Void { deadlines: refs, reason, yes } => {
            let Some(reason) = said(reason.as_ref()) else { return Err(missing("void", refs, app)) };
            if env.interactive && !yes {
                return confirm("confirm-void", "void", refs, &[format!("--reason={reason}")], app);
            }
            let state = DeadlineState::Void { on: env.today, reason: reason.clone() };
            let set = |d: &Deadline| live(d, app).map(|()| Deadline { state: state.clone(), ..d.clone() });
            each(refs, Verb::VoidedDeadline, &reason, app, env, set)
        }
    }
}

pub(super) fn said(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Only what is not ended yet can end.
pub(super) fn live(deadline: &Deadline, app: &App) -> Result<(), Refusal> {
    match deadline.state {
        DeadlineState::Open | DeadlineState::Missed { .. } => Ok(()),
        DeadlineState::Done { .. } | DeadlineState::Void { .. } => {
            let state = app.locale.deadline_state(&deadline.state, app.moment.today);
            Err(Message::new("refused-already-ended").with("title", &deadline.title).with("state", state).into())
        }
    }
}

/// Only a day on which something is lost can be missed; one that was declared so before may be looked at again.
fn missable(deadline: &Deadline, app: &App) -> Result<(), Refusal> {
    live(deadline, app)?;
    let key = match (&deadline.due, deadline.kind) {
        _ if matches!(deadline.state, DeadlineState::Missed { .. }) => return Ok(()),
        (Due::Day(_) | Due::At(_), _) => return Ok(()),
        (Due::From(_), _) => "refused-missed-opens",
        (Due::Unset { .. }, DeadlineKind::Appear) => "refused-missed-no-date-hearing",
        (Due::Unset { .. }, _) => "refused-missed-no-date",
    };
    Err(Message::new(key).with("title", &deadline.title).into())
}

/// An act answers for an escalation that is there; one noted in advance would keep the next from being seen.
fn escalated(deadline: &Deadline, app: &App) -> Result<(), Refusal> {
    match app.ranking.get(deadline.id) {
        Some(row) if row.group == Group::Escalate => Ok(()),
        _ => live(deadline, app)
            .and_then(|()| Err(Message::new("refused-not-escalated").with("title", &deadline.title).into())),
    }
}

/// One change for each deadline, told in each case's timeline with where its date went, as one act.
fn each(
    refs: &[DeadlineRef],
    verb: Verb,
    details: &str,
    app: &App,
    env: &Env,
    set: impl Fn(&Deadline) -> Result<Deadline, Refusal>,
) -> Result<Vec<Effect>, Refusal> {
    let mut draft = Draft::new(app, env);
    let mut subjects = Vec::new();
    for before in deadlines(refs, app)? {
        let after = set(before)?;
        let told = joined(&[&moved(&before.due, &after.due), details]);
        let moved_to = after.due.clone();
        if draft.edit(before, after) {
            draft.tell(before.case, EventKind::Deadline, verb, &before.title, &told);
            let code = app.world.case(before.case).map(|case| case.code.clone()).unwrap_or_default();
            subjects.push((before.title.clone(), code));
            hearing::follow(before, &moved_to, &mut draft, app, env)?;
        }
    }
    draft.finish(act(verb, &subjects))
}

/// The form for the rest of a command on these deadlines.
pub(super) fn missing(verb: &str, refs: &[DeadlineRef], app: &App) -> Refusal {
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
            let day = app.locale.day(one.due.date(), app.moment.today);
            format!("{} ({day}), {code}", one.title)
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

/// Where a date goes.
struct Move<'a> {
    to: Option<DayArg>,
    at: Option<WhenArg>,
    zone: Option<ZoneArg>,
    place: Option<&'a str>,
    no_date: bool,
    ask_on: Option<DayArg>,
}

fn postpone(refs: &[DeadlineRef], to: &Move<'_>, source: &str, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    if to.to.is_none() && to.at.is_none() && !to.no_date {
        return Err(missing("postpone", refs, app));
    }
    if to.no_date && (to.to.is_some() || to.at.is_some()) {
        return Err(Message::new("refused-date-and-no-date").into());
    }
    each(refs, Verb::PostponedDeadline, source, app, env, |before| {
        live(before, app)?;
        let mut after = before.clone();
        after.due = to.due(&before.due, env)?;
        after.source.printed = None;
        if let Some(rule) = after.source.rule.as_mut() {
            (rule.raw, rule.computed) = (None, None);
        }
        // Put off, acted on and missed was the date that it no longer has.
        (after.snoozed_until, after.acted, after.state) = (None, None, DeadlineState::Open);
        after.certainty = Certainty::Reported;
        if !source.is_empty() {
            source.clone_into(&mut after.source.note);
        }
        Ok(after)
    })
}

impl Move<'_> {
    /// The new date. An appointment keeps the hour, the place and the zone that are not said.
    fn due(&self, old: &Due, env: &Env) -> Result<Due, Refusal> {
        if self.no_date {
            // A fortnight is the house default for asking again when nobody says when.
            let ask_on = self.ask_on.unwrap_or(DayArg::FromToday(14)).on(env.today);
            return Ok(Due::Unset { ask_on });
        }
        let to = self.to.map(|to| to.on(env.today));
        let day = to.or(match old {
            Due::Day(day) => Some(*day),
            Due::At(at) => Some(at.local.date()),
            Due::From(_) | Due::Unset { .. } => None,
        });
        let day = day.ok_or_else(|| Refusal::from(Message::new("refused-time-without-day")));
        let at = match (self.at, old.appointment()) {
            // Two different days would leave it open which one holds.
            (Some(WhenArg::At(at)), _) if to.is_some_and(|to| to != at.on(env.today).date()) => {
                return Err(Message::new("refused-two-days").into());
            }
            (Some(WhenArg::At(at)), _) => at.on(env.today),
            (Some(WhenArg::Clock(time)), _) => day?.and_time(time),
            (None, Some(old)) => day?.and_time(old.local.time()),
            (None, None) if self.zone.is_some() || self.place.is_some_and(|place| !place.is_empty()) => {
                return Err(Message::new("refused-place-without-time").into());
            }
            (None, None) => return Ok(Due::Day(day?)),
        };
        // The clinic's own zone would be a guess: the hearing may be anywhere.
        let zone = self.zone.map(|zone| zone.0).or(old.appointment().map(|old| old.zone));
        let zone = zone.ok_or_else(|| Refusal::from(Message::new("refused-zone-needed")))?;
        let place = self.place.or(old.appointment().map(|old| old.place.as_str())).unwrap_or_default();
        appointment(at, zone, place.trim())
    }
}

fn snooze(refs: &[DeadlineRef], until: Option<DayArg>, app: &App, env: &Env) -> Result<Vec<Effect>, Refusal> {
    let Some(until) = until else { return Err(missing("snooze", refs, app)) };
    let until = until.on(env.today);
    if until <= env.today {
        return Err(Message::new("refused-snooze-back").into());
    }
    each(refs, Verb::SnoozedDeadline, &until.to_string(), app, env, |before| {
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
    let told = format!("{} → {}; {note}", code(before.consequence), code(to));
    each(&refs, Verb::RaisedDeadline, &told, app, env, |before| {
        live(before, app)?;
        let mut after = before.clone();
        after.consequence = to;
        after.source.note =
            if after.source.note.is_empty() { note.clone() } else { format!("{}; {note}", after.source.note) };
        Ok(after)
    })
}
