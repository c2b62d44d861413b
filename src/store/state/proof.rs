//! The proof of the state: a keyed checksum over every file that sled left at a clean close.

use crate::store::error::Error;
use crate::store::files;
use crate::store::keys::Keys;
use std::fs::{self, Permissions};
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

pub const NAME: &str = "state.proof";
const MAGIC: [u8; 8] = *b"RUMBOPF1";
const PIECE: usize = 128 * 1024;

/// Whether the files in `dir`, which may be a copy, are those that were proven last in `vault`.
///
/// # Errors
/// The file system's.
pub fn holds(vault: &Path, dir: &Path, keys: &Keys) -> Result<bool, Error> {
    let Some(recorded) = files::read(&vault.join(NAME))? else { return Ok(false) };
    let Some(sum) = recorded.strip_prefix(&MAGIC) else { return Ok(false) };
    if !dir.is_dir() {
        return Ok(false);
    }
    // The comparison takes the same time wherever they differ.
    Ok(checksum(dir, keys)? == *sum)
}

/// Removes the proof, durably.
///
/// # Errors
/// The file system's.
pub fn remove(vault: &Path) -> Result<(), Error> {
    let path = vault.join(NAME);
    if path.exists() {
        files::remove(&path)?;
        files::sync_dir(vault)?;
    }
    Ok(())
}

/// Records the proof of the files in `dir`, which nobody has open, and keeps others from reading them.
///
/// # Errors
/// The file system's.
pub fn record(vault: &Path, dir: &Path, keys: &Keys) -> Result<(), Error> {
    for file in all_files(dir)? {
        fs::set_permissions(&file, Permissions::from_mode(0o600)).map_err(Error::io("protect", &file))?;
    }
    let sum = checksum(dir, keys)?;
    files::replace(&vault.join(NAME), &[&MAGIC[..], sum.as_bytes()].concat())
}

/// Gives everything in `dir` to its owner alone: sled made it as the umask had it, and only a close changes that. The folder
/// itself is closed, so that nothing is open where this fails.
pub fn protect(dir: &Path) {
    for path in files::list(dir).unwrap_or_default() {
        drop(files::protect(&path));
        if fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir()) {
            protect(&path);
        }
    }
}

/// Every file below `dir`, in a fixed order.
fn all_files(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let (mut found, mut open) = (Vec::new(), vec![dir.to_owned()]);
    while let Some(dir) = open.pop() {
        for path in files::list(&dir)? {
            let kind = fs::symlink_metadata(&path).map_err(Error::io("find", &path))?;
            if kind.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

fn checksum(dir: &Path, keys: &Keys) -> Result<blake3::Hash, Error> {
    let mut hasher = blake3::Hasher::new_keyed(&keys.proof);
    hasher.update(&keys.vault);
    let mut piece = vec![0; PIECE];
    for path in all_files(dir)? {
        let name = path.strip_prefix(dir).unwrap_or(&path).as_os_str().as_encoded_bytes();
        let mut file = files::open(&path, false)?;
        let size = file.found().map_err(Error::io("find", &path))?.length;
        // Lengths before contents, so that nothing can slide from one file into the next.
        hasher.update(&(name.len() as u64).to_le_bytes()).update(name).update(&size.to_le_bytes());
        loop {
            let read = file.read(&mut piece).map_err(Error::io("read", &path))?;
            match piece.get(..read) {
                Some(bytes) if read > 0 => hasher.update(bytes),
                _ => break,
            };
        }
    }
    Ok(hasher.finalize())
}
