//! What concerns one person: all that is kept of them, and their A-number.

use super::audit::shown;
use super::session::{app, close, noted, reader, writer};
use super::{Run, files, print, width};
use crate::adapters::text::clean_line;
use crate::app::App;
use crate::app::msg::{Effect, Env, Fact, Refusal};
use crate::commands::args::{CaseRef, Hidden};
use crate::commands::case::CaseCommand;
use crate::commands::form::lacking;
use crate::commands::{Command, decide, sensitive};
use crate::core::audit::{Deed, Export, Line};
use crate::core::case::Case;
use crate::effects;
use crate::error::{Error, Kind, from_store};
use crate::panes::{held, plain};
use crate::store::Store;
use crate::store::apart::Apart;
use crate::store::audit::Audited;
use crate::store::memory::oldest_first;

fn find<'a>(run: &Run, app: &'a App, code: &str) -> Result<&'a Case, Error> {
    let found = app.world.case_by_code(code);
    found.ok_or_else(|| run.refuse(Kind::Refused, "refused-no-case", &[("code", code)]))
}

/// Prints all that is kept of a person.
///
/// # Errors
/// No such case, or the vault cannot be read.
pub fn what_we_hold(run: &Run, code: &str, json: bool) -> Result<(), Error> {
    let mut reader = reader(run)?;
    let app = app(run, &mut reader)?;
    let case = find(run, &app, code)?;
    let refuse = |error| from_store(&error, &run.locale);
    let events = oldest_first(reader.timeline(case.id).map_err(refuse)?);
    let mut audit: Vec<Line> = Vec::new();
    let read = reader.each_line(&mut |line| {
        if line.entry.deed.is_of_all() || line.entry.deed.cases().contains(&case.id) {
            audit.push(shown(line));
        }
    });
    if let Err(error) = read {
        // The list is about the person; that the audit is damaged is said beside it.
        say!("rumbo: {}", from_store(&error, &run.locale));
    }
    noted(run, &mut reader, Deed::Exported { what: Export::WhatWeHold, cases: vec![case.id] });
    let lines = held::lines(&app.ctx(), case, &held::Beside { events: &events, audit: &audit });
    let text = if json {
        held::json(&case.code, &lines).to_string()
    } else {
        plain::page(&lines, width().min(100)).join("\n")
    };
    print(format!("{text}\n").as_bytes())
}

/// Shows an A-number once; what it was for is noted before.
///
/// # Errors
/// No such case, none is kept, or the vault cannot be read.
pub fn reveal(run: &Run, code: &str, purpose: &str) -> Result<(), Error> {
    let mut reader = reader(run)?;
    let app = app(run, &mut reader)?;
    let case = find(run, &app, code)?;
    let purpose = clean_line(purpose);
    let purpose = purpose.trim();
    if purpose.is_empty() {
        return Err(run.refuse(Kind::Refused, "refused-reveal-for-nothing", &[]));
    }
    if let Some(what) = sensitive(purpose) {
        return Err(run.refuse(Kind::Refused, "lint-refused", &[("what", &what.text(&run.locale))]));
    }
    let Some(number) = app.world.a_number(case.id) else {
        return Err(run.refuse(Kind::Refused, "refused-no-a-number", &[("case", &case.code)]));
    };
    noted(run, &mut reader, Deed::Revealed { case: case.id, purpose: purpose.chars().take(80).collect() });
    let opened = reader.open_number(number).map_err(|error| from_store(&error, &run.locale))?;
    print(format!("{}\n", opened.as_str()).as_bytes())
}

/// Keeps an A-number, read hidden from the keyboard or as a line of standard input; or keeps it no longer.
///
/// # Errors
/// No such case, no such number, the vault is in use or damaged, nobody can be asked.
pub fn a_number(run: &Run, code: &str, consent: Option<&str>, remove: bool) -> Result<(), Error> {
    let mut vault = writer(run)?;
    let mut app = app(run, &mut vault)?;
    let case = CaseRef(find(run, &app, code)?.code.clone());
    let command = if remove {
        CaseCommand::RemoveANumber { case }
    } else {
        let number = Some(Hidden(files::hidden(run, "cli-a-number")?));
        CaseCommand::ANumber { case, number, consent: consent.map(str::to_owned) }
    };
    // Somebody sits there: the number came hidden, never in a line.
    let env = Env { interactive: true, ..run.clock.env(app.clinic.zone) };
    let said = |message: crate::app::msg::Message| Error::new(Kind::Refused, message.text(&run.locale));
    let decided = decide(&Command::Case(command), &app, &env).map_err(|refusal| match refusal {
        Refusal::Because(message) => said(message),
        Refusal::Ask(form) => said(lacking(&form)),
    })?;
    for effect in decided {
        let fact = match effect {
            Effect::Commit(commit) => effects::perform(&mut vault, app.head, commit),
            Effect::CommitNumber(commit, number) => effects::perform_with(&mut vault, app.head, commit, &number),
            _ => continue,
        };
        match fact {
            Fact::NotCommitted(message) => return Err(said(message)),
            fact => app.settle(fact),
        }
    }
    close(run, vault)?;
    let key = if remove { "cli-a-number-removed" } else { "cli-a-number-kept" };
    print(format!("{}\n", run.locale.tn(key, &[("case", code.into())])).as_bytes())
}
