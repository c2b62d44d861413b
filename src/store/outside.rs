//! What leaves the vault unsealed: names that tell nothing of what they name, and files only their owner can read.

use super::disk::File;
use super::error::Error;
use super::files::{self, Draft};
use super::seal::{VaultId, joined};
use std::fmt::Write as _;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

/// Bytes of an older file that are looked at, to see whether it may be replaced.
const LOOK: u64 = 512;

/// The name of something of this vault in files outside it: always the same, and another one in every other vault.
pub(super) fn name(vault: &VaultId, what: &str) -> String {
    let key = blake3::derive_key("rumbo vault 1 names outside", &joined(&[vault, what.as_bytes()]));
    key.iter().take(16).fold(String::with_capacity(32), |mut name, byte| {
        // Writing to a String cannot fail.
        let _ = write!(name, "{byte:02x}");
        name
    })
}

/// Writes an unsealed file of mode 0600 as a whole, durably. It may take the place of an older one that `is_own` knows
/// by its first bytes, and of nothing else.
///
/// # Errors
/// [`Error::Unsafe`] for a link, [`Error::Exists`] for what is not our own, the file system's; the place is then as it
/// was.
pub fn replace(place: &Path, bytes: &[u8], is_own: impl Fn(&[u8]) -> bool) -> Result<(), Error> {
    check_place(place, is_own)?;
    let mut draft = Draft::outside(place)?;
    draft.file.write_all(bytes).map_err(Error::io("write", place))?;
    draft.keep()
}

/// Makes a file of mode 0600 where there is none, durably.
///
/// # Errors
/// [`Error::Unsafe`] for a link, [`Error::Exists`] for anything else that is there, the file system's; nothing is then
/// left behind.
pub fn create(place: &Path, bytes: &[u8]) -> Result<(), Error> {
    check_free(place)?;
    let mut file = files::create(place)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Error::io("write", place));
    written.and_then(|()| files::sync_dir(files::parent(place))).inspect_err(|_| drop(files::remove(place)))
}

/// Makes sure that nothing is at a place.
///
/// # Errors
/// [`Error::Unsafe`] for a link, [`Error::Exists`] for anything else, the file system's.
pub fn check_free(place: &Path) -> Result<(), Error> {
    check_place(place, |_| false)
}

fn check_place(place: &Path, is_own: impl Fn(&[u8]) -> bool) -> Result<(), Error> {
    let found = match std::fs::symlink_metadata(place) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(()),
        other => other.map_err(Error::io("find", place))?,
    };
    if found.is_symlink() {
        return Err(Error::Unsafe(place.display().to_string()));
    }
    if found.is_file() && is_own(&start(files::open(place, false)?, place)?) {
        return Ok(());
    }
    Err(Error::Exists(place.display().to_string()))
}

fn start(file: File, place: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    file.take(LOOK).read_to_end(&mut bytes).map_err(Error::io("read", place))?;
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn is_own(bytes: &[u8]) -> bool {
        bytes.starts_with(b"ours")
    }

    #[test]
    fn a_name_is_the_vault_s_own_and_tells_nothing() {
        let one = name(&[1; 16], "D7 due");
        assert_eq!(one, name(&[1; 16], "D7 due"));
        assert_ne!(one, name(&[2; 16], "D7 due"));
        assert_ne!(one, name(&[1; 16], "D8 due"));
        assert!(one.len() == 32 && one.bytes().all(|byte| byte.is_ascii_hexdigit()), "{one}");
        // Calendars keep what they took: a name may never change.
        assert_eq!(one, "ed610fcfe74b21ecfa55b2fb886e7f9a");
    }

    #[test]
    fn a_file_is_private_and_replaces_only_its_like() {
        let temp = tempfile::tempdir().unwrap();
        let place = temp.path().join("file");
        replace(&place, b"ours, first", is_own).unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o644)).unwrap();
        replace(&place, b"ours, second", is_own).unwrap();
        assert_eq!(fs::read(&place).unwrap(), b"ours, second");
        assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
        fs::write(&place, b"theirs").unwrap();
        assert!(matches!(replace(&place, b"ours", is_own), Err(Error::Exists(_))));
        assert!(matches!(replace(temp.path(), b"ours", is_own), Err(Error::Exists(_))));
        assert_eq!(fs::read(&place).unwrap(), b"theirs");
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1, "no temporary file stays");
    }

    #[test]
    fn a_new_file_is_private_and_takes_nobody_s_place() {
        let temp = tempfile::tempdir().unwrap();
        let [place, link, none] = ["file", "link", "none"].map(|name| temp.path().join(name));
        create(&place, b"ours").unwrap();
        assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(matches!(create(&place, b"more"), Err(Error::Exists(_))));
        assert_eq!(fs::read(&place).unwrap(), b"ours");
        symlink(&none, &link).unwrap();
        assert!(matches!(create(&link, b"ours"), Err(Error::Unsafe(_))));
        assert!(!none.exists());
    }

    #[test]
    fn a_link_is_refused_and_what_it_leads_to_is_kept() {
        let temp = tempfile::tempdir().unwrap();
        let (real, link, dangling) = (temp.path().join("real"), temp.path().join("link"), temp.path().join("nowhere"));
        fs::write(&real, b"ours").unwrap();
        symlink(&real, &link).unwrap();
        symlink(temp.path().join("none"), &dangling).unwrap();
        for link in [&link, &dangling] {
            assert!(matches!(replace(link, b"ours, new", is_own), Err(Error::Unsafe(_))));
        }
        assert_eq!(fs::read(&real).unwrap(), b"ours");
        assert!(!temp.path().join("none").exists());
    }
}
