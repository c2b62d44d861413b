//! The command line: the same decide, do and settle as the screen, without one.

/// Says a line to the person, on standard error. Where nobody can read it, work goes on: it is no reason to break off.
macro_rules! say {
    () => { $crate::cli::on_stderr(format_args!("\n")) };
    ($($arg:tt)*) => { $crate::cli::on_stderr(format_args!("{}\n", format_args!($($arg)*))) };
}

/// The same without an end of the line.
macro_rules! ask {
    ($($arg:tt)*) => { $crate::cli::on_stderr(format_args!($($arg)*)) };
}

pub mod args;
mod audit;
mod calendar;
mod care;
mod copies;
mod date;
mod demo;
mod export;
mod files;
#[cfg(any(test, feature = "fuzzing"))]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a fuzz target may stop at the first surprise")]
pub mod fuzz;
mod import;
mod keymap;
mod keys;
mod lists;
mod person;
mod preview;
mod rank;
mod recovery;
mod rules;
mod script;
mod session;

use crate::effects::Clock;
use crate::error::{Error, Kind};
use crate::locale::{Lang, Locale};
use args::{Args, KeymapTop, LangArg, Top};
use clap::CommandFactory;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// What every command of a run shares.
pub struct Run {
    pub args: Args,
    pub locale: Locale,
    pub clock: Clock,
    /// What was shown came from a damaged vault and may not be all.
    hurt: std::cell::Cell<bool>,
    /// How many of the notices of the store that is open were said.
    told: std::cell::Cell<usize>,
}

/// Runs what the command line asks for. Returns the exit code.
///
/// # Errors
/// What went wrong, with the exit code it stands for.
pub fn run(args: Args) -> Result<ExitCode, Error> {
    let lang = match args.lang {
        Some(LangArg::En) => Lang::En,
        Some(LangArg::Es) => Lang::Es,
        None => system_lang(),
    };
    let command = args.command.clone();
    let clock = Clock { fixed: args.now, interactive: false };
    let run = Run { args, locale: Locale::new(lang), clock, hurt: false.into(), told: 0.into() };
    let code = carry_out(&run, command)?;
    // Nobody's script may take a part for the whole.
    Ok(if run.hurt.get() { ExitCode::from(care::DAMAGED) } else { code })
}

fn carry_out(run: &Run, command: Option<Top>) -> Result<ExitCode, Error> {
    let done = |()| ExitCode::SUCCESS;
    if let Some(file) = run.args.resume {
        return session::resume(run, file);
    }
    match command {
        None => session::screen(run, files::vault_dir(run)?, None),
        Some(Top::Demo { seed, cases, keep, no_screen }) => demo::run(run, seed, cases, keep, no_screen),
        Some(Top::Init { insecure_test_kdf, recovery_file }) => {
            keys::init(run, insecure_test_kdf, recovery_file.as_deref()).map(done)
        }
        Some(Top::Passphrase { new_passphrase_file }) => {
            keys::passphrase(run, new_passphrase_file.as_deref()).map(done)
        }
        Some(Top::RecoveryKey { recovery_file }) => keys::recovery_key(run, recovery_file.as_deref()).map(done),
        Some(Top::Rotate { recovery_file }) => keys::rotate(run, recovery_file.as_deref()).map(done),
        Some(Top::Person { what }) => keys::person(run, &what).map(done),
        Some(Top::Queue { json, by_due, why }) => lists::queue(run, json, by_due, why.as_deref()).map(done),
        Some(Top::Forecast { json }) => lists::forecast(run, json).map(done),
        Some(Top::Blindspots { json }) => lists::blind_spots(run, json).map(done),
        Some(Top::Retention { json }) => lists::retention(run, json).map(done),
        Some(Top::Cases { json }) => lists::cases(run, json).map(done),
        Some(Top::Partners { query, limit, json }) => lists::partners(run, &query, limit, json).map(done),
        Some(Top::Timeline { case, json }) => lists::timeline(run, &case, json).map(done),
        Some(Top::WhatWeHold { case, json }) => person::what_we_hold(run, &case, json).map(done),
        Some(Top::ANumber { case, consent, remove }) => {
            person::a_number(run, &case, consent.as_deref(), remove).map(done)
        }
        Some(Top::Reveal { case, purpose }) => person::reveal(run, &case, &purpose).map(done),
        Some(Top::Audit { json, since, case, verify }) => {
            audit::list(run, &audit::Asked { json, since, case: case.as_deref(), verify }).map(done)
        }
        Some(Top::Import { what }) => import::run(run, what).map(done),
        Some(Top::Export { what }) => export::run(run, &what).map(done),
        Some(Top::Do { file }) => script::run(run, &file),
        Some(Top::Backup { place }) => copies::backup(run, place.as_deref()).map(done),
        Some(Top::Verify { json }) => care::verify(run, json),
        Some(Top::Repair { yes }) => care::repair(run, yes),
        Some(Top::Restore { file, drill: true, .. }) => copies::drill(run, file.as_deref()).map(done),
        Some(Top::Restore { file, new_passphrase_file, .. }) => {
            copies::restore(run, &file.unwrap_or_default(), new_passphrase_file.as_deref()).map(done)
        }
        Some(Top::Date { batch: true, .. }) => date::batch(run).map(done),
        Some(Top::Date { rule, trigger, mailed, online, printed, json, .. }) => {
            let (rule, trigger) = (rule.unwrap_or_default(), trigger.unwrap_or_default());
            let asked = date::Asked { rule: &rule, trigger: &trigger, mailed, online, printed: printed.as_deref() };
            date::one(run, &asked, json).map(done)
        }
        Some(Top::Rank { weights }) => rank::run(run, weights.unwrap_or_default()).map(done),
        Some(Top::Rules { json }) => rules::list(run, json).map(done),
        Some(Top::Keymap { what: KeymapTop::Check { file } }) => keymap::check(run, &file),
        Some(Top::Keymap { what: KeymapTop::Show { context } }) => keymap::show(run, context.as_deref()).map(done),
        Some(Top::Keymap { what: KeymapTop::Why { keys } }) => keymap::why(run, &keys).map(done),
        Some(Top::Completions { shell }) => {
            let mut whole = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "rumbo", &mut whole);
            print(&whole).map(done)
        }
        Some(Top::Man) => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Args::command()).render(&mut page).map_err(|error| output(&error))?;
            print(&page).map(done)
        }
    }
}

/// Spanish where the system speaks it, English otherwise.
fn system_lang() -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    match set {
        Some(value) if value.to_lowercase().starts_with("es") => Lang::Es,
        _ => Lang::En,
    }
}

/// Writes to standard error, which may be gone.
pub fn on_stderr(text: std::fmt::Arguments<'_>) {
    drop(io::stderr().write_fmt(text));
}

/// Writes to standard output at once; a reader that went away ends the run quietly.
fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.map_err(|error| output(&error)),
    }
}

fn output(error: &io::Error) -> Error {
    Error::new(Kind::Refused, error.to_string())
}

/// How wide a table may be: the terminal's width; for a file or another program as wide as everything in it.
fn width() -> u16 {
    if !io::stdout().is_terminal() {
        return u16::MAX;
    }
    crossterm::terminal::size().map_or(100, |(width, _)| width)
}

impl Run {
    /// An error that the catalogue has a sentence for.
    fn refuse(&self, kind: Kind, key: &str, values: &[(&str, &str)]) -> Error {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();
        Error::new(kind, self.locale.tn(key, &values))
    }
}
