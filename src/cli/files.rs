//! Files a person names: passphrase files, imports, keymaps; and where things live by default.

use super::Run;
use crate::error::{Error, Kind};
use crate::store::keys::Passphrase;
use etcetera::BaseStrategy;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The largest file that is read in one piece.
const LARGEST: u64 = 512 << 20;

/// The vault's folder: as named, or in the platform's data folder.
///
/// # Errors
/// No home folder is known.
pub fn vault_dir(run: &Run) -> Result<PathBuf, Error> {
    if let Some(dir) = &run.args.vault {
        return Ok(dir.clone());
    }
    let base = etcetera::choose_base_strategy().map_err(|_| run.refuse(Kind::Usage, "cli-no-home", &[]))?;
    Ok(base.data_dir().join("rumbo").join("vault"))
}

/// The person's own keymap file, if there is one.
pub fn own_keymap() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("rumbo").join("keymap.toml")).filter(|path| path.exists())
}

/// Reads a file, or standard input for `-`. A named pipe is waited for, and that is said.
///
/// # Errors
/// What the system said, with the file's name.
pub fn read(run: &Run, path: &Path) -> Result<Vec<u8>, Error> {
    let refuse = |error: std::io::Error| {
        let (file, why) = (path.display().to_string(), crate::error::system(&error).text(&run.locale));
        let error = run.refuse(Kind::Usage, "cli-cannot-read", &[("file", &file), ("why", &why)]);
        error.hint(run.locale.t("cli-cannot-read-hint"))
    };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().take(LARGEST).read_to_end(&mut bytes).map_err(refuse)?;
        return Ok(bytes);
    }
    say_if_it_waits(run, path);
    let file = std::fs::File::open(path).map_err(refuse)?;
    let mut size = file.metadata().map_err(refuse)?.len();
    if size <= LARGEST {
        // What has no size of its own, such as a pipe, shows it only by being read.
        size = file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(refuse)? as u64;
    }
    if size > LARGEST {
        let (file, most) = (path.display().to_string(), (LARGEST >> 20).to_string());
        return Err(run.refuse(Kind::Usage, "cli-too-large", &[("file", &file), ("most", &most)]));
    }
    Ok(bytes)
}

/// Opening a named pipe waits for somebody who writes to it, which looks like a program that does nothing.
#[cfg(unix)]
fn say_if_it_waits(run: &Run, path: &Path) {
    use std::os::unix::fs::FileTypeExt;
    if std::fs::metadata(path).is_ok_and(|meta| meta.file_type().is_fifo()) {
        let file = path.display().to_string();
        say!("rumbo: {}", run.locale.tn("cli-waiting-for", &[("file", file.as_str().into())]));
    }
}

#[cfg(not(unix))]
fn say_if_it_waits(_: &Run, _: &Path) {}

/// The passphrase from the named file, without its last line break; `None` where no file is named.
///
/// # Errors
/// The file cannot be read, or is empty.
pub fn passphrase_file(run: &Run) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    run.args.passphrase_file.as_deref().map(|path| passphrase_in(run, path)).transpose()
}

fn passphrase_in(run: &Run, path: &Path) -> Result<Zeroizing<Vec<u8>>, Error> {
    warn_if_loose(run, path);
    let mut passphrase = Zeroizing::new(read(run, path)?);
    if passphrase.last() == Some(&b'\n') {
        passphrase.pop();
        if passphrase.last() == Some(&b'\r') {
            passphrase.pop();
        }
    }
    if passphrase.is_empty() {
        let file = path.display().to_string();
        return Err(run.refuse(Kind::Usage, "cli-empty-passphrase", &[("file", &file)]));
    }
    Ok(passphrase)
}

/// Why a new passphrase is not taken, if it is not.
pub type Check<'a> = &'a dyn Fn(&Passphrase) -> Result<(), Error>;

/// How often a new passphrase is asked for that was not typed the same twice.
const TRIES: usize = 3;

/// A new passphrase: from a file, or asked for twice at the terminal.
///
/// # Errors
/// The file cannot be read or is empty; there is nobody to ask; the two are never the same.
pub fn new_passphrase(run: &Run, file: Option<&Path>) -> Result<Zeroizing<Vec<u8>>, Error> {
    checked_passphrase(run, file, &|_| Ok(()))
}

/// The same, refused by `check` before anybody types it a second time.
///
/// # Errors
/// Those of [`new_passphrase`], and of `check`.
pub fn checked_passphrase(run: &Run, file: Option<&Path>, check: Check<'_>) -> Result<Zeroizing<Vec<u8>>, Error> {
    if let Some(file) = file {
        let new = passphrase_in(run, file)?;
        return check(&new).map(|()| new);
    }
    check_keyboard(run)?;
    let mut tries = 0;
    let same =
        twice(&mut |again| prompt(run, if again { "cli-again" } else { "cli-new-passphrase" }), check, &mut || {
            tries += 1;
            if tries < TRIES {
                say!("rumbo: {}", run.locale.t("create-not-the-same"));
            }
        })?;
    same.ok_or_else(|| run.refuse(Kind::Usage, "create-not-the-same", &[]))
}

/// Asks for a passphrase and for the same again until they are; `None` after so many times.
fn twice(
    ask: &mut dyn FnMut(bool) -> Result<Zeroizing<Vec<u8>>, Error>,
    check: Check<'_>,
    differ: &mut dyn FnMut(),
) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    for _ in 0..TRIES {
        let new = ask(false)?;
        check(&new)?;
        if *new == *ask(true)? {
            return Ok(Some(new));
        }
        differ();
    }
    Ok(None)
}

/// Makes sure that there is somebody to ask.
///
/// # Errors
/// There is not.
pub fn check_keyboard(run: &Run) -> Result<(), Error> {
    if std::io::stdin().is_terminal() {
        return Ok(());
    }
    let error = run.refuse(Kind::Usage, "cli-nobody-to-ask", &[]);
    Err(error.hint(run.locale.t("cli-nobody-to-ask-hint")))
}

fn prompt(run: &Run, prompt: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let typed = rpassword::prompt_password(format!("{} ", run.locale.t(prompt)));
    let typed = typed.map_err(|error| Error::new(Kind::Usage, error.to_string()))?;
    Ok(Zeroizing::new(typed.into_bytes()))
}

#[cfg(unix)]
fn warn_if_loose(run: &Run, path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).map(|meta| (meta.is_file(), meta.permissions().mode()));
    if let Ok((true, mode)) = mode
        && mode & 0o077 != 0
    {
        let file = path.display().to_string();
        say!("rumbo: {}", run.locale.tn("cli-loose-passphrase", &[("file", file.as_str().into())]));
    }
}

#[cfg(not(unix))]
fn warn_if_loose(_: &Run, _: &Path) {}

/// A secret line: hidden at the terminal, else the first line of standard input.
///
/// # Errors
/// What the system said.
pub fn hidden(run: &Run, prompt: &str) -> Result<Zeroizing<String>, Error> {
    let typed = if std::io::stdin().is_terminal() {
        rpassword::prompt_password(format!("{} ", run.locale.t(prompt)))
    } else {
        let mut line = String::new();
        std::io::stdin().read_line(&mut line).map(|_| line)
    };
    typed.map(Zeroizing::new).map_err(|error| Error::new(Kind::Usage, error.to_string()))
}

/// The passphrase from the file, or asked for at the terminal; without either nothing ever asks.
///
/// # Errors
/// There is nobody to ask.
pub fn passphrase(run: &Run, prompt: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    if let Some(given) = passphrase_file(run)? {
        return Ok(given);
    }
    check_keyboard(run)?;
    self::prompt(run, prompt)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    /// What comes of typing these, how often it was asked, and how often the two differed.
    fn typed(lines: &[&str]) -> (Result<Option<String>, Error>, usize, usize) {
        let (mut asked, mut differed) = (0, 0);
        let check = |typed: &Zeroizing<Vec<u8>>| {
            if typed.len() > 3 { Ok(()) } else { Err(Error::new(Kind::Usage, "short")) }
        };
        let mut ask = |again: bool| {
            assert_eq!(again, asked % 2 == 1);
            asked += 1;
            Ok(Zeroizing::new(lines[asked - 1].as_bytes().to_vec()))
        };
        let came = twice(&mut ask, &check, &mut || differed += 1);
        let came = came.map(|same| same.map(|bytes| String::from_utf8(bytes.to_vec()).unwrap()));
        (came, asked, differed)
    }

    #[test]
    fn a_slip_is_asked_for_again_and_what_is_refused_is_not_typed_twice() {
        let (came, asked, differed) = typed(&["first", "frist", "second", "second"]);
        assert_eq!((came.unwrap().as_deref(), asked, differed), (Some("second"), 4, 1));
        let (came, asked, differed) = typed(&["one1", "two2", "one1", "two2", "one1", "two2"]);
        assert_eq!((came.unwrap(), asked, differed), (None, 6, 3));
        let (came, asked, _) = typed(&["no", "no"]);
        assert_eq!((came.unwrap_err().what.as_str(), asked), ("short", 1));
    }
}
