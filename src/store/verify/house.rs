//! Every file in the vault's folder: whose it is, who may use it, and what does not belong there.

use super::{Report, What};
use crate::store::damaged;
use crate::store::disk;
use crate::store::error::Error;
use crate::store::files;
use crate::store::places::Places;
use crate::store::state;
use std::io::Read;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Any use by others than the owner.
const OTHERS: u32 = 0o077;
/// Writing by others than the owner.
const OTHERS_WRITE: u32 = 0o022;
/// What a person may put into the folder, to be read by others too.
const OWN_FILES: [&str; 1] = ["rules.toml"];
const PIECE: usize = 128 * 1024;

/// Looks at every file below the vault's folder, and reads it.
///
/// # Errors
/// The file system's, but for what is removed meanwhile.
pub(super) fn check(places: &Places, report: &mut Report) -> Result<(), Error> {
    let dir = places.dir();
    let owner = std::fs::symlink_metadata(dir).map_err(Error::io("find", dir))?.uid();
    let in_use = !places.dir().join(state::FILES[1]).exists();
    let mut open = vec![dir.to_owned()];
    while let Some(folder) = open.pop() {
        for path in disk::list(&folder).unwrap_or_default() {
            let Ok(found) = std::fs::symlink_metadata(&path) else { continue };
            let place = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().into_owned();
            let mode = found.mode() & 0o777;
            let forbidden = if OWN_FILES.contains(&place.as_str()) { OTHERS_WRITE } else { OTHERS };
            // sled makes its folders, and until it is closed its files, as the umask has it; the folder around them is closed.
            let is_state = place.starts_with("state/") && (in_use || found.is_dir());
            if !found.is_dir() && !found.is_file() {
                report.findings.push(What::Strange.at(&place));
                continue;
            }
            if found.uid() != owner {
                report.findings.push(What::Foreign.at(&place));
            }
            if mode & forbidden != 0 && !is_state {
                report.findings.push(What::Loose(mode).at(&place));
            }
            if is_aside(&place) {
                report.findings.push(What::Aside.at(&place));
            }
            if found.is_dir() {
                if place == damaged::DIR {
                    report.findings.extend(children(&path).map(|name| What::Aside.at(format!("{place}/{name}"))));
                } else {
                    open.push(path);
                }
            } else {
                match read(&path, report) {
                    // Of a file of two copies that is said already.
                    Err(error) if files::is_out_of_reach(&error) && report.names(&place) => {}
                    other => other?,
                }
            }
        }
    }
    for other in places.others()? {
        report.findings.push(What::Leftover.at(super::named(&other)));
    }
    Ok(())
}

/// Takes from others what only the owner may have. Returns whether there was anything.
///
/// # Errors
/// The file system's.
pub(super) fn tighten(dir: &Path, report: &Report) -> Result<bool, Error> {
    let loose = report.findings.iter().filter(|finding| matches!(finding.what, What::Loose(_)));
    let mut any = false;
    for finding in loose {
        files::protect(&dir.join(&finding.place))?;
        any = true;
    }
    Ok(any)
}

fn is_aside(place: &str) -> bool {
    let torn = Path::new(place).extension().is_some_and(|ending| ending == "torn");
    torn || place == state::ASIDE
}

fn children(path: &Path) -> impl Iterator<Item = String> {
    disk::list(path).unwrap_or_default().into_iter().map(|path| super::named(&path))
}

/// Reads a file to its end: what a disk cannot give any more is found here at the latest.
fn read(path: &Path, report: &mut Report) -> Result<(), Error> {
    let mut file = match files::open(path, false) {
        Err(Error::Io { source, .. }) if source.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece).map_err(Error::io("read", path))? {
            0 => return Ok(()),
            read => report.bytes += read as u64,
        }
    }
}
