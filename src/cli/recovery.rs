//! The recovery key on its way to paper: into a file that only its owner can read, or shown once and typed back.

use super::Run;
use crate::error::{Error, Kind, from_store};
use crate::store::outside;
use crate::store::recovery::{RecoveryKey, Typed};
use crossterm::cursor::MoveUp;
use crossterm::execute;
use crossterm::terminal::{Clear, ClearType};
use std::io::{IsTerminal, stderr, stdin};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Makes sure, before anybody is asked for anything, that a recovery key has somewhere to go.
///
/// # Errors
/// There is neither a file nor a terminal.
pub fn check_way(run: &Run, file: Option<&Path>) -> Result<(), Error> {
    if file.is_some() || (stdin().is_terminal() && stderr().is_terminal()) {
        return Ok(());
    }
    let error = run.refuse(Kind::Usage, "recovery-nowhere", &[]);
    Err(error.hint(run.locale.t("recovery-nowhere-hint")))
}

/// A key that is written down, and the file it is in, if it is in one.
pub struct Kept {
    pub key: RecoveryKey,
    file: Option<PathBuf>,
}

impl Kept {
    /// Takes the file away again: what it was to open was not made.
    pub fn forget(&self) {
        if let Some(file) = &self.file {
            // Without its vault it opens nothing.
            drop(std::fs::remove_file(file));
        }
    }

    /// What became of it, for a person.
    pub fn said(&self, run: &Run) -> String {
        match &self.file {
            Some(file) => run.locale.tn("recovery-in-file", &[("file", file.display().to_string().as_str().into())]),
            None => run.locale.t("recovery-on-paper"),
        }
    }
}

/// Makes a recovery key and sees to it that somebody has it.
///
/// # Errors
/// The file is there already or cannot be written; the person left.
pub fn keep_new(run: &Run, file: Option<&Path>) -> Result<Kept, Error> {
    let refuse = |error| from_store(&error, &run.locale);
    let key = RecoveryKey::new().map_err(refuse)?;
    match file {
        Some(file) => {
            let written = Zeroizing::new(format!("{}\n", *key.written()));
            outside::create(file, written.as_bytes()).map_err(refuse)?;
        }
        None => show(run, &key)?,
    }
    Ok(Kept { key, file: file.map(Path::to_owned) })
}

/// Shows the key, takes it off the screen, and has it typed back from paper.
fn show(run: &Run, key: &RecoveryKey) -> Result<(), Error> {
    say!("{}\n", run.locale.t("recovery-explained"));
    loop {
        let written = key.written();
        let (first, second) = written.split_at_checked(24).unwrap_or((&written, ""));
        say!("    {first}\n    {second}\n");
        ask!("{} ", run.locale.t("recovery-written"));
        line(run)?;
        // What the terminal scrolled away meanwhile is out of reach; these lines are not.
        execute!(stderr(), MoveUp(4), Clear(ClearType::FromCursorDown)).map_err(|error| super::output(&error))?;
        loop {
            ask!("{} ", run.locale.t("recovery-type-back"));
            let typed = line(run)?;
            if typed.trim().is_empty() {
                break;
            }
            match RecoveryKey::read(typed.trim().as_bytes()) {
                Typed::Key(read) if read == *key => return Ok(()),
                Typed::Mistyped(groups) => {
                    let error = crate::store::Error::Mistyped(groups);
                    say!("{}", crate::error::message(&error).text(&run.locale));
                }
                Typed::Key(_) | Typed::Other => say!("{}", run.locale.t("recovery-another")),
            }
        }
    }
}

fn line(run: &Run) -> Result<Zeroizing<String>, Error> {
    let mut line = Zeroizing::new(String::with_capacity(128));
    match stdin().read_line(&mut line) {
        Ok(1..) => Ok(line),
        Ok(0) => Err(run.refuse(Kind::Refused, "recovery-left", &[])),
        Err(error) => Err(super::output(&error)),
    }
}
