//! What hangs on a hearing: the filings counted back from it move with it, and a missed one opens the playbook.

use super::super::args::DeadlineRef;
use super::super::draft::Draft;
use super::super::offers;
use super::super::resolve::deadlines;
use super::{DeadlineCommand, moved, recounted};
use crate::app::App;
use crate::app::msg::{Effect, Env, Message, Refusal};
use crate::app::view::{Confirm, Overlay, ViewAct};
use crate::core::change::Verb;
use crate::core::deadline::{Deadline, DeadlineKind, Due};
use crate::core::event::EventKind;
use crate::core::happening::Happening;
use crate::core::offer::dependents;
use crate::core::rules::{Happened, Trigger};
use chrono::NaiveDate;

/// The day a hearing goes from, and the one it goes to; `None` where it stays, or goes to no known day.
fn days(hearing: &Deadline, to: &Due) -> Option<(NaiveDate, NaiveDate)> {
    let (old, new) = (hearing.due.appointment()?.local.date(), to.appointment()?.local.date());
    (hearing.kind == DeadlineKind::Appear && old != new).then_some((old, new))
}

/// Moves what is counted back from a hearing, in the same act.
///
/// # Errors
/// A rule counts nothing for the new day.
pub fn follow(hearing: &Deadline, to: &Due, draft: &mut Draft<'_>, app: &App, env: &Env) -> Result<(), Refusal> {
    let Some((old, new)) = days(hearing, to) else { return Ok(()) };
    let set = app.world.happenings_of(hearing.case).filter(|set| set.what == Happened::HearingSet);
    for set in set.filter(|set| set.on == Some(old)) {
        draft.edit(set, Happening { on: Some(new), ..set.clone() });
    }
    for before in dependents(&app.world, &app.rules, hearing.case, &[Trigger::Hearing], old) {
        let after = recounted(before, new, app, env)?;
        let dates = moved(&before.due, &after.due);
        if draft.edit(before, after) {
            draft.tell(before.case, EventKind::Deadline, Verb::EditedDeadline, &before.title, &dates);
        }
    }
    Ok(())
}

/// The act, or first the question whether what hangs on it may move along.
///
/// # Errors
/// No such deadline.
pub fn asked(
    effects: Vec<Effect>,
    command: &DeadlineCommand,
    refs: &[DeadlineRef],
    app: &App,
) -> Result<Vec<Effect>, Refusal> {
    let list = carried(&effects, refs, app)?;
    let DeadlineCommand::Postpone { to, at, zone, place, source, .. } = command else { return Ok(effects) };
    if list.is_empty() {
        return Ok(effects);
    }
    let found = deadlines(refs, app)?;
    let titles: Vec<&str> = found.iter().map(|deadline| deadline.title.as_str()).collect();
    let question = Message::new("confirm-move-hearing").with("what", titles.join(", ")).with("list", list.join("; "));
    let mut words = vec!["deadline".to_owned(), "postpone".to_owned()];
    words.extend(found.iter().map(|deadline| deadline.id.to_string()));
    let today = app.moment.today;
    words.extend(to.map(|to| format!("--to={}", to.on(today))));
    words.extend(at.map(|at| format!("--at={}", at.written(today))));
    words.extend(zone.map(|zone| format!("--zone={}", zone.0.name())));
    words.extend(place.as_ref().map(|place| format!("--place={place}")));
    words.extend(source.as_ref().map(|source| format!("--source={source}")));
    words.push("--yes".to_owned());
    Ok(vec![Effect::View(ViewAct::Open(Overlay::Confirm(Confirm { question, words })))])
}

/// What else the act would move, in words.
fn carried(effects: &[Effect], refs: &[DeadlineRef], app: &App) -> Result<Vec<String>, Refusal> {
    let named = deadlines(refs, app)?;
    let commits = effects.iter().filter_map(|effect| match effect {
        Effect::Commit(commit) => Some(commit),
        _ => None,
    });
    let changes = commits.flat_map(|commit| &commit.changes);
    let carried = changes.filter_map(|change| match (change.before()?, change.after()?) {
        (crate::core::record::Record::Deadline(old), crate::core::record::Record::Deadline(new)) => {
            let other = named.iter().all(|deadline| deadline.id != old.id);
            other.then(|| format!("{}: {}", old.title, moved(&old.due, &new.due)))
        }
        _ => None,
    });
    Ok(carried.collect())
}

/// What is open after a missed date, once that is durable; for one deadline alone.
pub fn playbook(refs: &[DeadlineRef], app: &App) -> Vec<Effect> {
    match deadlines(refs, app).as_deref() {
        Ok([one]) => vec![offers::playbook(one, app)],
        _ => Vec::new(),
    }
}
