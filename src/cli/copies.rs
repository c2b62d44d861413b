//! Backups: `rumbo backup`, `rumbo restore`, and those that a vault makes by itself when it is closed.

use super::{Run, files, print, session};
use crate::core::audit::Deed;
use crate::core::change::Seq;
use crate::core::world::World;
use crate::effects;
use crate::error::{Error, Kind, from_store};
use crate::store::audit::Audited;
use crate::store::folders::Scratch;
use crate::store::reader::Backed;
use crate::store::recovery::{RecoveryKey, Typed};
use crate::store::rotation::{self, Made};
use crate::store::vault::{self, Reader, Vault};
use crate::store::{self, Store};
use chrono_tz::Tz;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Writes a backup into the vault's own folder of them, into another folder, or to one file; whether or not a screen has
/// the vault open.
///
/// # Errors
/// What could not be read or written; a backup that does not read back is not kept.
pub fn backup(run: &Run, place: Option<&Path>) -> Result<(), Error> {
    let refuse = |error| from_store(&error, &run.locale);
    let dir = files::vault_dir(run)?;
    let locked = vault::open_reader(&dir).map_err(refuse)?;
    let passphrase = files::passphrase(run, "cli-passphrase")?;
    let unlocked = locked.unlock_to_copy(&passphrase);
    let mut reader = unlocked.map_err(|(error, _)| session::refused(run, &dir, &error))?;
    reader.enter(session::now(run), &effects::account());
    session::say(run, reader.report());
    let told = reader.report().len();
    let env = env(run, &mut reader)?;
    let backed = match place {
        None => reader.backup_inside(env.now, env.today),
        Some(place) if place.is_dir() => {
            let name = Made { seq: reader.head(), on: env.today }.name();
            reader.backup(&place.join(format!("rumbo-{name}")), env.now)
        }
        Some(file) => reader.backup(file, env.now),
    };
    let backed = backed.map_err(refuse)?;
    session::say(run, reader.report().get(told..).unwrap_or_default());
    session::noted(run, &mut reader, Deed::BackedUp { change: backed.seq });
    print(format!("{}\n", said(run, &backed)).as_bytes())
}

fn env(run: &Run, reader: &mut Reader) -> Result<crate::app::msg::Env, Error> {
    let (world, _) = reader.load().map_err(|error| from_store(&error, &run.locale))?;
    Ok(run.clock.env(world.clinic().cloned().unwrap_or_default().zone))
}

fn said(run: &Run, backed: &Backed) -> String {
    let (place, head) = (backed.file.display().to_string(), backed.seq.to_string());
    let said = run.locale.tn("cli-backed-up", &[("place", place.as_str().into()), ("head", head.as_str().into())]);
    match &backed.away {
        Some(away) if away.other_disk => said,
        Some(_) => format!("{said}\n{}", run.locale.t("copy-same-disk")),
        None => format!("{said}\n{}", run.locale.t("copy-inside")),
    }
}

/// Makes a vault from a backup.
///
/// # Errors
/// There is a vault already, the passphrase is wrong, or the backup is damaged.
pub fn restore(run: &Run, file: &Path, new_file: Option<&Path>) -> Result<(), Error> {
    let refuse = |error| from_store(&error, &run.locale);
    let dir = files::vault_dir(run)?;
    let secret = files::passphrase(run, "copy-secret")?;
    let is_paper = matches!(RecoveryKey::read(&secret), Typed::Key(_));
    let new = match new_file {
        // Nobody types a recovery key every day.
        None if !is_paper => None,
        file => {
            let new = files::new_passphrase(run, file)?;
            super::keys::check(run, &new)?;
            Some(new)
        }
    };
    let mut vault = vault::restore(file, &dir, &secret, new.as_ref()).map_err(refuse)?;
    vault.enter(session::now(run), &effects::account());
    let change = vault.head();
    vault.note(session::now(run), Deed::Restored { change });
    session::close(run, vault)?;
    let place = dir.display().to_string();
    let said = run.locale.tn("cli-restored", &[("place", place.as_str().into())]);
    let paper = if is_paper { "copy-paper-opens" } else { "copy-paper-does-not" };
    print(format!("{said}\n{}\n", run.locale.t(paper)).as_bytes())
}

/// Restores a backup into a folder that goes away again, and says what that proves; the newest of the vault's own where
/// none is named.
///
/// # Errors
/// There is none, the passphrase is wrong, or it is damaged.
pub fn drill(run: &Run, file: Option<&Path>) -> Result<(), Error> {
    let refuse = |error| from_store(&error, &run.locale);
    let file = match file {
        Some(file) => file.to_owned(),
        None => newest(run)?,
    };
    let secret = files::passphrase(run, "copy-secret")?;
    let begun = Instant::now();
    let folder = Scratch::new("rumbo-drill-").map_err(refuse)?;
    let mut vault = vault::restore(&file, &folder.path().join("vault"), &secret, None).map_err(refuse)?;
    let (world, head) = vault.load().map_err(refuse)?;
    let last = vault.since(head.saturating_sub(1)).map_err(refuse)?;
    let zone = world.clinic().cloned().unwrap_or_default().zone;
    let last = last.last().map(|(_, commit)| run.locale.date_time_year(commit.at.with_timezone(&zone).naive_local()));
    drop(vault);
    folder.close().map_err(refuse)?;
    let seconds = format!("{:.1}", begun.elapsed().as_secs_f64());
    print(format!("{}\n", drilled(run, &file, &world, head, last.as_deref(), &seconds)).as_bytes())
}

fn newest(run: &Run) -> Result<PathBuf, Error> {
    let dir = files::vault_dir(run)?;
    let own = vault::own_backups(&dir).map_err(|error| from_store(&error, &run.locale))?;
    own.into_iter().next_back().map(|(_, path)| path).ok_or_else(|| {
        let place = dir.join(rotation::FOLDER).display().to_string();
        run.refuse(Kind::Refused, "copy-none", &[("place", &place)]).hint(run.locale.t("copy-none-hint"))
    })
}

fn drilled(run: &Run, file: &Path, world: &World, head: Seq, last: Option<&str>, seconds: &str) -> String {
    let values = [
        ("place", file.display().to_string().into()),
        ("head", head.to_string().into()),
        ("last", last.unwrap_or("-").to_owned().into()),
        ("cases", world.cases().len().into()),
        ("deadlines", world.deadlines().len().into()),
        ("partners", world.partners().len().into()),
        ("seconds", seconds.to_owned().into()),
    ];
    run.locale.tn("copy-drilled", &values)
}

/// Closes a vault that was written to, and makes the day's first backup of changes that none has. Where that fails, it is
/// said, and is none of what was asked for.
///
/// # Errors
/// Those of [`session::close`].
pub fn close(run: &Run, vault: Vault, zone: Tz) -> Result<(), Error> {
    let aside = vault.aside();
    session::close(run, vault)?;
    let env = run.clock.env(zone);
    if let Some(Err(error)) = aside.backup_if_due(env.now, env.today, false) {
        say_failed(run, &error);
    }
    Ok(())
}

/// Says that a backup nobody asked for was not made.
pub fn say_failed(run: &Run, error: &store::Error) {
    say!("rumbo: {}", crate::term::copy_failed(error).text(&run.locale));
}
