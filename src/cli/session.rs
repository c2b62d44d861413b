//! Opening a vault: for the screen, for writing, for reading beside a screen; and copies of it.

use super::{Run, files, print};
use crate::app::App;
use crate::core::change::Seq;
use crate::core::clinic::Clinic;
use crate::core::rules::RuleBook;
use crate::core::world::World;
use crate::effects::Clock;
use crate::error::{Error, Kind, from_store};
use crate::keymap::Keymap;
use crate::store::notice::Notice;
use crate::store::vault::{self, Reader, Vault};
use crate::store::{self, Store};
use crate::term::{self, Start};
use crate::ui::theme::Theme;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// An invented vault that is open already; one that is thrown away says its passphrase.
pub struct Demo {
    pub vault: Vault,
    pub told: Option<&'static str>,
}

/// Opens the screen, on an invented vault or on the one the command line names.
///
/// # Errors
/// There is no terminal, or the vault cannot be opened.
pub fn screen(run: &Run, dir: PathBuf, demo: Option<Demo>) -> Result<ExitCode, Error> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        let error = run.refuse(Kind::Usage, "cli-no-terminal", &[]);
        return Err(error.hint(run.locale.t("cli-no-terminal-hint")));
    }
    let (is_demo, told) = (demo.is_some(), demo.as_ref().and_then(|demo| demo.told));
    let start = match demo {
        Some(demo) => Start::Ready(Box::new(demo.vault)),
        None => start(run, &dir)?,
    };
    let (keymap, greeting) = super::keymap::live(run)?;
    // A bad file of rules must not keep anybody from the deadlines: it is left out, and said to be.
    let (rules, left_out) = match super::rules::book(run) {
        Ok(book) => (book, None),
        Err(error) => (RuleBook::default(), Some(error.what)),
    };
    let left_out = left_out.as_deref().map(|why| run.locale.tn("rulebook-left-out", &[("why", why.into())]));
    let options = options(run, dir, keymap, rules, left_out.or(greeting));
    let options = term::Options { demo: is_demo, told, ..options };
    let code = match term::open(start, &options) {
        Ok(code) => code,
        Err(term::Failure::Store(error)) => {
            closed(run, &error)?;
            0
        }
        Err(term::Failure::Terminal(error)) => return Err(Error::new(Kind::Refused, error.to_string())),
    };
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

fn options(run: &Run, dir: PathBuf, keymap: Keymap, rules: RuleBook, greeting: Option<String>) -> term::Options {
    // crossterm under NO_COLOR drops the selection bar with the colours; the mono theme is ours instead.
    let mono = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    crossterm::style::force_color_output(true);
    let theme = if mono { Theme::Mono } else { Theme::Color };
    let clock = Clock { interactive: true, ..run.clock };
    term::Options { lang: run.locale.lang(), theme, keymap, rules, clock, dir, demo: false, told: None, greeting }
}

fn start(run: &Run, dir: &Path) -> Result<Start, Error> {
    match vault::open(dir) {
        Ok(locked) => Ok(Start::Unlock(Box::new(locked), files::passphrase_file(run)?)),
        Err(store::Error::Missing(_)) => {
            let given = files::passphrase_file(run)?;
            given.iter().try_for_each(|given| super::keys::check(run, given))?;
            Ok(Start::Create(given))
        }
        Err(error) => Err(from_store(&error, &run.locale)),
    }
}

/// Opens the vault to write.
///
/// # Errors
/// It is in use, the passphrase is wrong, or it is damaged.
pub fn writer(run: &Run) -> Result<Vault, Error> {
    let dir = files::vault_dir(run)?;
    let locked = vault::open(&dir).map_err(|error| from_store(&error, &run.locale))?;
    let passphrase = files::passphrase(run, "cli-passphrase")?;
    let vault = locked.unlock(&passphrase).map_err(|(error, _)| from_store(&error, &run.locale))?;
    say(run, vault.report());
    Ok(vault)
}

fn say(run: &Run, notices: &[Notice]) {
    for notice in notices {
        eprintln!("rumbo: {}", crate::error::notice(notice).text(&run.locale));
    }
}

/// Closes the vault in order.
///
/// # Errors
/// It is damaged, or no longer at its place. What only makes the next opening slower is said, and no error.
pub fn close(run: &Run, vault: Vault) -> Result<(), Error> {
    vault.close().or_else(|error| closed(run, &error))
}

fn closed(run: &Run, error: &store::Error) -> Result<(), Error> {
    let said = from_store(error, &run.locale);
    if matches!(error, store::Error::NotClosed(_)) {
        eprintln!("rumbo: {said}");
        return Ok(());
    }
    Err(said)
}

/// Opens the vault to read, whether or not a screen has it open.
///
/// # Errors
/// The passphrase is wrong, or the vault is damaged.
pub fn reader(run: &Run) -> Result<Reader, Error> {
    let dir = files::vault_dir(run)?;
    let locked = vault::open_reader(&dir).map_err(|error| from_store(&error, &run.locale))?;
    let passphrase = files::passphrase(run, "cli-passphrase")?;
    let reader = locked.unlock(&passphrase).map_err(|(error, _)| from_store(&error, &run.locale))?;
    say(run, reader.report());
    Ok(reader)
}

/// The session on what a store holds.
///
/// # Errors
/// What could not be read or proven.
pub fn app(run: &Run, store: &mut impl Store) -> Result<App, Error> {
    let (world, head): (World, Seq) = store.load().map_err(|error| from_store(&error, &run.locale))?;
    let zone = world.clinic().map_or_else(|| Clinic::default().zone, |clinic| clinic.zone);
    // For a person who unlocked it, not for a script.
    if run.args.passphrase_file.is_none() && std::io::stdout().is_terminal() {
        let made = store.last_made(head).map_err(|error| from_store(&error, &run.locale))?;
        let today = run.clock.env(zone).today;
        if let Some(made) = made {
            eprintln!("{}", run.locale.last_change(head, made.with_timezone(&zone).naive_local(), today));
        }
    }
    Ok(App::with_rules(world, head, run.clock.env(zone), run.locale.lang(), super::rules::book(run)?))
}

/// Writes a sealed copy to one file, whether or not a screen has the vault open.
///
/// # Errors
/// What could not be read or written; a copy that does not read back is not kept.
pub fn backup(run: &Run, file: &Path) -> Result<(), Error> {
    let head = reader(run)?.backup(file).map_err(|error| from_store(&error, &run.locale))?;
    let (place, head) = (file.display().to_string(), head.to_string());
    let said = run.locale.tn("cli-backed-up", &[("place", place.as_str().into()), ("head", head.as_str().into())]);
    print(format!("{said}\n").as_bytes())
}

/// Makes a vault from a sealed copy.
///
/// # Errors
/// There is a vault already, the passphrase is wrong, or the copy is damaged.
pub fn restore(run: &Run, file: &Path) -> Result<(), Error> {
    let dir = files::vault_dir(run)?;
    let passphrase = files::passphrase(run, "cli-passphrase")?;
    let vault = vault::restore(file, &dir, &passphrase).map_err(|error| from_store(&error, &run.locale))?;
    say(run, vault.report());
    close(run, vault)?;
    let place = dir.display().to_string();
    print(format!("{}\n", run.locale.tn("cli-restored", &[("place", place.as_str().into())])).as_bytes())
}
