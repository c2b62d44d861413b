//! When a copy last left the vault's folder: a small sealed file, for a reminder. Where it is lost, the reminder only
//! comes early.

use super::error::Error;
use super::files;
use super::keys::Keys;
use super::seal::{self, Place};
use crate::core::change::Seq;
use crate::core::compact::moment;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::path::Path;

const NAME: &str = "away";
/// Its layout; it is no record.
const VERSION: u16 = 1;

/// A copy that was written outside the vault's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    #[serde(with = "moment")]
    pub at: DateTime<Utc>,
    /// The change it goes up to.
    pub seq: Seq,
    /// It went to another disk than the vault's.
    pub other_disk: bool,
}

impl Away {
    /// The last copy that left, if one did.
    ///
    /// # Errors
    /// The file system's.
    pub fn load(dir: &Path, keys: &Keys) -> Result<Option<Self>, Error> {
        let read = |bytes: Vec<u8>| serde_json::from_slice(&seal::open(&keys.away, &place(keys), &bytes).ok()?).ok();
        Ok(files::read(&dir.join(NAME))?.and_then(read))
    }

    /// Takes note of it.
    ///
    /// # Errors
    /// The file system's; [`Error::Random`].
    pub fn save(&self, dir: &Path, keys: &Keys) -> Result<(), Error> {
        let plain = serde_json::to_vec(self).map_err(|_| Error::TooLarge)?;
        files::replace(&dir.join(NAME), &seal::seal(&keys.away, &place(keys), &plain)?)
    }
}

fn place(keys: &Keys) -> Place<'_> {
    Place { schema: VERSION, ..Place::new(&keys.vault, NAME, &[], 0) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::store::testing::minute;
    use zeroize::Zeroizing;

    #[test]
    fn is_kept_for_its_vault_alone() {
        let temp = tempfile::tempdir().unwrap();
        let keys = Keys::new([1; 16], &Zeroizing::new([2; 32]));
        assert_eq!(Away::load(temp.path(), &keys).unwrap(), None);
        let away = Away { at: minute(3), seq: 7, other_disk: true };
        away.save(temp.path(), &keys).unwrap();
        assert_eq!(Away::load(temp.path(), &keys).unwrap(), Some(away));
        assert_eq!(Away::load(temp.path(), &Keys::new([1; 16], &Zeroizing::new([3; 32]))).unwrap(), None);
    }
}
