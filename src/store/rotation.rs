//! The vault's own backups: which there are, and which of them are no longer needed.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::backup;
use super::disk;
use super::envelope;
use super::error::Error;
use super::files;
use super::lock::Lock;
use super::seal::VaultId;
use crate::core::change::Seq;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// Their folder in the vault.
pub const FOLDER: &str = "backups";
/// Days of which the last backup is kept.
const DAILY: usize = 7;
/// Weeks, from Monday on, before that of the newest, of which the last backup is kept.
const WEEKLY: usize = 4;
/// Days after which a backup goes, unless it is the newest.
const OLDEST: i64 = 35;
/// Days with backups within those, before any of them goes: so many it takes to believe the calendar.
const SURE: usize = 2;

/// One backup, by its name: the day it was made, and the change it goes up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Made {
    /// Changes only ever become more; a clock can be wrong.
    pub seq: Seq,
    pub on: NaiveDate,
}

impl Made {
    /// The name of its file.
    pub fn name(&self) -> String {
        format!("{}-{:06}.age", self.on, self.seq)
    }

    fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let (day, seq) = name.strip_suffix(".age")?.split_at_checked(10)?;
        let made = Self { on: day.parse().ok()?, seq: seq.strip_prefix('-')?.parse().ok()? };
        (made.name() == name).then_some(made)
    }
}

/// Those that may go, of backups that are all good: 7 daily and 4 weekly ones stay, none older than 35 days. But for earlier ones of a
/// day, none goes before there are backups of two days within those, and none that is dated ahead: a clock that is wrong for a day takes nothing
/// away. Days and weeks
/// are those of which there are backups, so that after a month's leave they are all still there to count. The newest
/// always stays.
pub fn superfluous(made: &[Made], today: NaiveDate) -> Vec<Made> {
    let mut newest_first = made.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    let is_young = |made: &Made| (today - made.on).num_days() <= OLDEST;
    let is_ahead = |made: &Made| made.on > today;
    let young_days: BTreeSet<NaiveDate> =
        made.iter().filter(|made| is_young(made) && !is_ahead(made)).map(|made| made.on).collect();
    if young_days.len() < SURE {
        let mut days = BTreeSet::new();
        return newest_first.into_iter().filter(|made| !days.insert(made.on)).collect();
    }
    let week = |made: &Made| (made.on.iso_week().year(), made.on.iso_week().week());
    let this_week = newest_first.iter().find(|made| !is_ahead(made)).map(week);
    let (mut days, mut weeks) = (BTreeSet::new(), BTreeSet::new());
    let mut gone = Vec::new();
    for (at, made) in newest_first.into_iter().enumerate() {
        // What a clock that ran ahead has dated takes no other one's place, and has nobody to say how old it is.
        if is_ahead(&made) {
            continue;
        }
        let daily = days.len() < DAILY && days.insert(made.on);
        let weekly = this_week != Some(week(&made)) && weeks.len() < WEEKLY && weeks.insert(week(&made));
        if at > 0 && !(is_young(&made) && (daily || weekly)) {
            gone.push(made);
        }
    }
    gone
}

/// The vault's own backups, as far as their names tell, the newest last.
///
/// # Errors
/// The file system's.
pub fn list(dir: &Path) -> Result<Vec<(Made, PathBuf)>, Error> {
    let folder = dir.join(FOLDER);
    let entries = match disk::list(&folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(Error::io("list", &folder))?,
    };
    let mut found: Vec<_> = entries.into_iter().filter_map(|path| Some((Made::of(&path)?, path))).collect();
    found.sort();
    Ok(found)
}

/// Those of them that are of this vault: a name alone proves nothing.
///
/// # Errors
/// The file system's.
pub fn own(dir: &Path, vault: &VaultId) -> Result<Vec<(Made, PathBuf)>, Error> {
    let mut found = list(dir)?;
    found.retain(|(made, path)| is_own(path, *made, vault));
    Ok(found)
}

/// The folder of the vault's own backups, made if there is none.
///
/// # Errors
/// [`Error::Unsafe`] for a link or where others may write; the file system's.
pub fn folder(dir: &Path) -> Result<PathBuf, Error> {
    let folder = dir.join(FOLDER);
    match files::check_private(&folder) {
        Err(Error::Missing(_)) => {
            files::create_dir(&folder)?;
            files::sync_dir(dir)?;
        }
        other => other?,
    }
    Ok(folder)
}

/// Removes what is no longer needed, now that `newest` is known to be good. What is not a backup of this vault, or cannot be
/// told to be one, is left alone.
///
/// # Errors
/// The file system's.
pub fn rotate(dir: &Path, vault: &VaultId, newest: &Path, today: NaiveDate) -> Result<usize, Error> {
    let own = own(dir, vault)?;
    let made: Vec<Made> = own.iter().map(|(made, _)| *made).collect();
    let gone = superfluous(&made, today);
    let mut removed = 0;
    for (_, path) in own.iter().filter(|(made, path)| gone.contains(made) && path != newest) {
        backup::remove(path)?;
        removed += 1;
    }
    files::sync_dir(&dir.join(FOLDER))?;
    Ok(removed)
}

/// Gives a place in the folder free: what lies there, and is none of this vault's good backups, gets a name that no backup
/// has.
///
/// # Errors
/// The file system's.
pub fn set_aside(file: &Path) -> Result<(), Error> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let free = |n: &u32| !file.with_file_name(format!("{name}.aside-{n}")).exists();
    let n = (1..MOST_ASIDE).find(free).unwrap_or(MOST_ASIDE);
    std::fs::rename(file, file.with_file_name(format!("{name}.aside-{n}"))).map_err(Error::io("rename", file))?;
    files::sync_dir(files::parent(file))
}

/// More files set aside at one place are nobody's plan.
const MOST_ASIDE: u32 = 100;

/// Keeps others from making a backup in the folder for as long as it lives, and removes what a killed process left
/// half-written.
///
/// # Errors
/// [`Error::InUse`], the file system's.
pub fn alone(dir: &Path, folder: &Path) -> Result<Lock, Error> {
    let lock = Lock::take(&dir.join("backups.lock"))?;
    for path in files::list(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') && name.ends_with(".rumbo-new") {
            files::remove(&path)?;
        }
    }
    Ok(lock)
}

fn is_own(path: &Path, made: Made, vault: &VaultId) -> bool {
    let label = files::open(path, false).and_then(|file| envelope::label(BufReader::new(file)));
    label.is_ok_and(|label| label.vault == *vault && label.seq == made.seq)
}
