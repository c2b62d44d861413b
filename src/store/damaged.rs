//! Where damaged files are kept: copies of a whole generation, made before another takes its place. Nothing here is ever
//! read again by this program, and nothing is ever removed.

use super::error::Error;
use super::files;
use super::places::Places;
use super::state;
use chrono::NaiveDate;
use std::io::ErrorKind;
use std::path::Path;

/// The directory in the vault.
pub const DIR: &str = "damaged";
/// More in one day are nobody's plan.
const MOST: u32 = 1_000;

/// Copies every file of this generation, the header and the state, durably. Returns where to, relative to the vault.
///
/// # Errors
/// The file system's; what was copied is then gone again.
pub fn set_aside(places: &Places, day: NaiveDate) -> Result<String, Error> {
    let all = places.dir().join(DIR);
    if !all.exists() {
        files::create_dir(&all)?;
        files::sync_dir(places.dir())?;
    }
    let name = |n: u32| if n == 1 { day.to_string() } else { format!("{day}-{n}") };
    let free = (1..=MOST).map(name).find(|name| !all.join(name).exists()).unwrap_or_else(|| name(MOST));
    let place = all.join(&free);
    files::create_dir(&place)?;
    let copied = copy_into(places, &place).and_then(|()| files::sync_dir(&all));
    if copied.is_err() {
        drop(files::remove_tree(&place));
    }
    copied.map(|()| format!("{DIR}/{free}"))
}

fn copy_into(places: &Places, place: &Path) -> Result<(), Error> {
    let header = super::header::COPIES.map(|copy| places.dir().join(copy));
    let state = state::FILES.map(|file| places.dir().join(file));
    let [one, two] = places.keyring();
    let own = [places.journal(), places.head(), places.checkpoint(), one, two];
    for from in header.into_iter().chain(own).chain(state) {
        copy(&from, &place.join(from.file_name().unwrap_or_default()))?;
    }
    files::sync_dir(place)
}

/// Copies a file, or a directory with all it holds, if it is there and no link.
fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    match std::fs::symlink_metadata(from) {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        Err(source) => Err(Error::io("find", from)(source)),
        Ok(found) if found.is_dir() => {
            files::create_dir(to)?;
            for path in files::list(from)? {
                copy(&path, &to.join(path.file_name().unwrap_or_default()))?;
            }
            files::sync_dir(to)
        }
        Ok(found) if found.is_file() => {
            let (mut from_file, mut to_file) = (files::open(from, false)?, files::create(to)?);
            std::io::copy(&mut from_file, &mut to_file).map_err(Error::io("write", to))?;
            to_file.sync_all().map_err(Error::io("sync", to))
        }
        Ok(_) => Ok(()),
    }
}
