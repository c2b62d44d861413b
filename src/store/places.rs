//! Where a vault's files are. A vault that was sealed anew has files of another generation, beside the old ones until the
//! header names it: whichever generation the header names is the vault, whole.

use super::disk;
use super::error::Error;
use super::files;
use std::path::{Path, PathBuf};

/// Every file that belongs to one generation; the others are of all.
const OWN: [&str; 7] = ["journal", "head", "checkpoint", "keyring", "keyring.2", "audit", "audit.head"];

/// A vault's directory and the generation of its files; the first is 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    dir: PathBuf,
    generation: u32,
}

impl Places {
    /// The places of one generation in a vault.
    pub fn new(dir: &Path, generation: u32) -> Self {
        Self { dir: dir.to_owned(), generation }
    }

    /// The vault's directory.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The journal's directory.
    pub fn journal(&self) -> PathBuf {
        self.own("journal")
    }

    /// The change acknowledged last.
    pub fn head(&self) -> PathBuf {
        self.own("head")
    }

    /// The packed records.
    pub fn checkpoint(&self) -> PathBuf {
        self.own("checkpoint")
    }

    /// Both copies of the keyring.
    pub fn keyring(&self) -> [PathBuf; 2] {
        [self.own("keyring"), self.own("keyring.2")]
    }

    /// The audit's directory.
    pub fn audit(&self) -> PathBuf {
        self.own("audit")
    }

    /// How far the audit got.
    pub fn audit_head(&self) -> PathBuf {
        self.own("audit.head")
    }

    /// Whether there is any file of this generation.
    pub fn has_any(&self) -> bool {
        OWN.iter().any(|name| disk::find(&self.own(name)).is_ok())
    }

    /// Whether there are a journal and a keyring in `dir`, of any generation.
    pub fn has_vault(dir: &Path) -> bool {
        let found = disk::list(dir).unwrap_or_default();
        let has = |name: &str| found.iter().any(|path| generation_of(path).is_some() && stem(path) == Some(name));
        has("journal") && (has("keyring") || has("keyring.2"))
    }

    fn own(&self, name: &str) -> PathBuf {
        match self.generation {
            0 | 1 => self.dir.join(name),
            later => self.dir.join(format!("{name}.g{later}")),
        }
    }

    /// What lies in the vault's directory and belongs to another generation.
    ///
    /// # Errors
    /// The file system's.
    pub fn others(&self) -> Result<Vec<PathBuf>, Error> {
        let mut found = files::list(&self.dir)?;
        found.retain(|path| generation_of(path).is_some_and(|found| found != self.generation));
        Ok(found)
    }

    /// Removes what other generations left, and tells whether there was anything.
    ///
    /// # Errors
    /// The file system's.
    pub fn sweep(&self) -> Result<bool, Error> {
        let others = self.others()?;
        others.iter().try_for_each(|path| files::erase(path))?;
        if !others.is_empty() {
            files::sync_dir(&self.dir)?;
        }
        Ok(!others.is_empty())
    }
}

/// What a file of any generation is called in the first.
fn stem(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?;
    Some(name.rsplit_once(".g").map_or(name, |(name, _)| name))
}

/// The generation that a file in a vault belongs to, if it belongs to one.
fn generation_of(path: &Path) -> Option<u32> {
    let name = path.file_name()?.to_str()?;
    let (name, generation) = match name.rsplit_once(".g") {
        Some((name, number)) => (name, number.parse().ok()?),
        None => (name, 1),
    };
    OWN.contains(&name).then_some(generation)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_other_generations_are_swept() {
        let temp = tempfile::tempdir().unwrap();
        let (old, new) = (Places::new(temp.path(), 1), Places::new(temp.path(), 12));
        let all = |places: &Places| {
            let [one, two] = places.keyring();
            [places.head(), places.checkpoint(), one, two]
        };
        for place in all(&old).into_iter().chain(all(&new)) {
            fs::write(place, "x").unwrap();
        }
        fs::create_dir(old.journal()).unwrap();
        fs::write(old.journal().join("000001.log"), "x").unwrap();
        fs::create_dir(new.journal()).unwrap();
        for other in ["vault.hdr", "vault.hdr.2", "state.proof", "notes.g7", "journal.gx", "lock"] {
            fs::write(temp.path().join(other), "x").unwrap();
        }
        assert!(new.sweep().unwrap());
        assert!(!new.sweep().unwrap());
        assert!(all(&new).iter().all(|place| place.exists()) && new.journal().exists());
        assert!(!all(&old).iter().any(|place| place.exists()) && !old.journal().exists());
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 11);
    }
}
