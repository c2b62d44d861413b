//! Opening a vault: for the screen, for writing, for reading beside a screen; and copies of it.

use super::args::Top;
use super::{Run, demo, files};
use crate::app::App;
use crate::core::audit::Deed;
use crate::core::change::Seq;
use crate::core::clinic::Clinic;
use crate::core::rules::RuleBook;
use crate::core::world::World;
use crate::effects::{self, Clock};
use crate::error::{Error, Kind, from_store};
use crate::locale::Lang;
use crate::store::audit::Audited;
use crate::store::notice::Notice;
use crate::store::vault::{self, Reader, Vault};
use crate::store::{self, Store};
use crate::term::{self, Start};
use crate::ui::theme::Theme;
use chrono::{DateTime, Utc};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// An invented vault that is open already; one that is thrown away says its passphrase.
pub struct Demo {
    pub vault: Vault,
    pub told: Option<&'static str>,
    /// Its folder, which is thrown away in the end.
    pub folder: Option<PathBuf>,
}

/// Opens the screen, on an invented vault or on the one the command line names.
///
/// # Errors
/// There is no terminal, or the vault cannot be opened.
pub fn screen(run: &Run, dir: PathBuf, demo: Option<Demo>) -> Result<ExitCode, Error> {
    need_terminal(run)?;
    let invented = Invented {
        demo: demo.is_some(),
        told: demo.as_ref().and_then(|demo| demo.told),
        folder: demo.as_ref().and_then(|demo| demo.folder.clone()),
    };
    let start = match demo {
        Some(demo) => Start::Ready(Box::new(demo.vault)),
        None => start(run, &dir)?,
    };
    let options = options(run, dir, run.locale.lang(), invented)?;
    ended(run, term::open(start, &options))
}

/// Opens the screen of which the program before this one in the same process was locked.
///
/// # Errors
/// Nothing was locked here; those of [`screen`].
pub fn resume(run: &Run, file: i32) -> Result<ExitCode, Error> {
    need_terminal(run)?;
    let Ok(handed) = term::Handover::read(file) else {
        return Err(run.refuse(Kind::Usage, "cli-nothing-to-resume", &[]));
    };
    let folder = handed.folder();
    let throwaway = folder.clone().map(demo::Throwaway);
    let (dir, demo) = match &run.args.command {
        Some(Top::Demo { keep: Some(dir), .. }) => (dir.clone(), true),
        Some(Top::Demo { .. }) => (folder.clone().unwrap_or_default().join(demo::VAULT), true),
        _ => (files::vault_dir(run)?, false),
    };
    let told = throwaway.is_some().then_some(demo::PASSPHRASE);
    let lang = Lang::from_code(handed.lang()).unwrap_or(run.locale.lang());
    let options = options(run, dir, lang, Invented { demo, told, folder })?;
    ended(run, term::resume(&handed, &term::Options { greeting: None, ..options }))
}

fn need_terminal(run: &Run) -> Result<(), Error> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        let error = run.refuse(Kind::Usage, "cli-no-terminal", &[]);
        return Err(error.hint(run.locale.t("cli-no-terminal-hint")));
    }
    let term = std::env::var("TERM").unwrap_or_default();
    if cannot_draw(&term) {
        let error = run.refuse(
            Kind::Usage,
            "cli-dumb-terminal",
            &[("term", if term.trim().is_empty() { "none" } else { &term })],
        );
        return Err(error.hint(run.locale.t("cli-dumb-terminal-hint")));
    }
    Ok(())
}

/// Whether a terminal says of itself, by the name in `TERM`, that it moves no cursor, or says nothing: what is drawn
/// there would be a heap of signs.
fn cannot_draw(term: &str) -> bool {
    let term = term.trim();
    matches!(term, "" | "dumb" | "unknown" | "emacs") || term.starts_with("dumb-")
}

fn ended(run: &Run, ended: Result<i32, term::Failure>) -> Result<ExitCode, Error> {
    let code = match ended {
        Ok(code) => code,
        Err(term::Failure::Store(error)) => {
            closed(run, &error)?;
            0
        }
        Err(term::Failure::NoBackup(error)) => {
            super::copies::say_failed(run, &error);
            0
        }
        Err(term::Failure::Terminal(error)) => return Err(Error::new(Kind::Refused, error.to_string())),
        Err(term::Failure::NotLocked(error)) => {
            let why = crate::error::system(&error).text(&run.locale);
            let error = run.refuse(Kind::Locked, "cli-not-locked", &[("why", &why)]);
            return Err(error.hint(run.locale.t("cli-not-locked-hint")));
        }
    };
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(1)))
}

/// What there is to say of a vault of invented people.
struct Invented {
    demo: bool,
    told: Option<&'static str>,
    folder: Option<PathBuf>,
}

fn options(run: &Run, dir: PathBuf, lang: Lang, invented: Invented) -> Result<term::Options, Error> {
    let (keymap, greeting) = super::keymap::live(run)?;
    // A bad file of rules must not keep anybody from the deadlines: it is left out, and said to be.
    let (rules, left_out) = match super::rules::book(run) {
        Ok(book) => (book, None),
        Err(error) => (RuleBook::default(), Some(error.what)),
    };
    let left_out = left_out.as_deref().map(|why| run.locale.tn("rulebook-left-out", &[("why", why.into())]));
    // crossterm under NO_COLOR drops the selection bar with the colours; the mono theme is ours instead.
    let mono = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    crossterm::style::force_color_output(true);
    let Invented { demo, told, folder } = invented;
    Ok(term::Options {
        lang,
        theme: if mono { Theme::Mono } else { Theme::Color },
        keymap,
        clock: Clock { interactive: true, ..run.clock },
        dir,
        asked: term::Asked { blank: run.args.blank_after, lock: run.args.lock_after },
        folder,
        demo,
        told,
        greeting: left_out.or(greeting),
        rules,
    })
}

fn start(run: &Run, dir: &Path) -> Result<Start, Error> {
    match vault::open(dir) {
        Ok(locked) => Ok(Start::Unlock(Box::new(locked), files::passphrase_file(run)?)),
        Err(store::Error::Missing(_)) => {
            vault::check_free(dir).map_err(|error| from_store(&error, &run.locale))?;
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
    let unlocked = locked.unlock(&passphrase);
    let mut vault = unlocked.map_err(|(error, _)| refused(run, &dir, &error))?;
    vault.enter(now(run), &effects::account());
    say(run, vault.report());
    if let Some(hurt) = vault.damage() {
        super::care::warn(run, hurt);
        let refused = store::Error::OnlyReads(hurt.damage.clone());
        return Err(from_store(&refused, &run.locale));
    }
    Ok(vault)
}

/// The moment; no day is asked of it, so no zone plays a part.
pub(super) fn now(run: &Run) -> DateTime<Utc> {
    run.clock.env(chrono_tz::UTC).now
}

/// The vault's folder of this run.
pub(super) fn run_dir(run: &Run) -> Result<PathBuf, Error> {
    files::vault_dir(run)
}

/// The error of an opening; a wrong passphrase is noted for whoever opens next.
pub(super) fn refused(run: &Run, dir: &Path, error: &store::Error) -> Error {
    if matches!(error, store::Error::WrongPassphrase) {
        // Where it cannot be noted there is nobody to tell yet.
        drop(store::audit::refuse(dir, now(run)));
    }
    from_store(error, &run.locale)
}

/// Writes into the audit what was noted; where that cannot be, it is said and no more.
pub(super) fn noted(run: &Run, store: &mut impl Audited, deed: Deed) {
    store.note(now(run), deed);
    if let Err(error) = store.write_notes() {
        say!("rumbo: {}", from_store(&store::Error::NotNoted(error.into()), &run.locale));
    }
}

/// Says what was found that a person should hear of, each notice once however often they are handed over.
pub fn say(run: &Run, notices: &[Notice]) {
    for notice in notices.iter().skip(run.told.replace(notices.len())) {
        let today = run.clock.env(chrono_tz::UTC).today;
        say!("rumbo: {}", crate::error::found(notice, &run.locale, chrono_tz::UTC, today));
    }
}

/// Closes the vault in order.
///
/// # Errors
/// It is damaged, or no longer at its place. What only makes the next opening slower is said, and no error.
pub fn close(run: &Run, mut vault: Vault) -> Result<(), Error> {
    // What the work itself brought up, such as an erasure that is not finished.
    say(run, vault.report());
    vault.note(now(run), Deed::Closed);
    vault.close().or_else(|error| closed(run, &error))
}

fn closed(run: &Run, error: &store::Error) -> Result<(), Error> {
    let said = from_store(error, &run.locale);
    if matches!(error, store::Error::NotClosed(_)) {
        say!("rumbo: {said}");
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
    let unlocked = locked.unlock(&passphrase);
    let mut reader = unlocked.map_err(|(error, _)| refused(run, &dir, &error))?;
    reader.enter(now(run), &effects::account());
    say(run, reader.report());
    Ok(reader)
}

/// The session on what a store holds.
///
/// # Errors
/// What could not be read or proven.
pub fn app(run: &Run, store: &mut impl Store) -> Result<App, Error> {
    let (world, head): (World, Seq) = store.load().map_err(|error| from_store(&error, &run.locale))?;
    say(run, store.notices());
    if let Some(hurt) = store.hurt() {
        super::care::warn(run, hurt);
    }
    let zone = world.clinic().map_or_else(|| Clinic::default().zone, |clinic| clinic.zone);
    // For a person who unlocked it, not for a script.
    if run.args.passphrase_file.is_none() && std::io::stdout().is_terminal() {
        let made = store.last_made(head).map_err(|error| from_store(&error, &run.locale))?;
        let today = run.clock.env(zone).today;
        if let Some(made) = made {
            say!("{}", run.locale.last_change(head, made.with_timezone(&zone).naive_local(), today));
        }
    }
    Ok(App::with_rules(world, head, run.clock.env(zone), run.locale.lang(), super::rules::book(run)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_that_moves_no_cursor_gets_no_screen() {
        for term in ["", " ", "dumb", "dumb-emacs-ansi", "unknown", "emacs"] {
            assert!(cannot_draw(term), "{term:?}");
        }
        for term in ["xterm", "xterm-256color", "linux", "tmux-256color", "screen", "vt100", "eterm-color", "foot"] {
            assert!(!cannot_draw(term), "{term:?}");
        }
    }
}
