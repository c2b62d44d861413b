use crate::store::Store;
use crate::store::error::{Error, Kept};
use crate::store::keys::Passphrase;
use crate::store::testing::minute;
use crate::store::vault::{open_reader, restore};
use std::fs;
use zeroize::Zeroizing;

/// A copy that a rumbo made before there were backups in the age format.
const COPY: &[u8] = include_bytes!("../../../tests/cli/files/schema1.copy");

fn passphrase() -> Passphrase {
    Zeroizing::new(b"correct horse battery".to_vec())
}

#[test]
fn comes_back_whole_and_is_never_written_over() {
    let temp = tempfile::tempdir().unwrap();
    let (file, place) = (temp.path().join("copy"), temp.path().join("restored"));
    fs::write(&file, COPY).unwrap();
    let mut vault = restore(&file, &place, &passphrase(), None).unwrap();
    let (world, head) = vault.load().unwrap();
    assert_eq!((world.cases().len(), vault.since(0).unwrap().len() as u64), (2, head));
    assert_eq!(vault.report(), [crate::store::notice::Notice::Migrated]);
    let mut reader = open_reader(&place).unwrap().unlock(&passphrase()).map_err(|(error, _)| error).unwrap();
    let refused = reader.backup(&file, minute(0)).unwrap_err();
    assert!(matches!(refused, Error::Kept { why: Kept::Old, .. }), "{refused:?}");
    assert_eq!(fs::read(&file).unwrap(), COPY);
    // From now on its backups are of the new kind.
    reader.backup(&temp.path().join("new.age"), minute(0)).unwrap();
    let mut again = restore(&temp.path().join("new.age"), &temp.path().join("again"), &passphrase(), None).unwrap();
    assert_eq!(again.load().unwrap(), vault.load().unwrap());
    assert_eq!(again.since(0).unwrap(), vault.since(0).unwrap());
}

#[test]
fn a_changed_or_cut_copy_makes_no_vault() {
    let temp = tempfile::tempdir().unwrap();
    let (file, place) = (temp.path().join("copy"), temp.path().join("restored"));
    let attempt = |bytes: &[u8], what: &str| {
        fs::write(&file, bytes).unwrap();
        let refused = restore(&file, &place, &passphrase(), None).err();
        assert!(matches!(refused, Some(Error::Damaged(_) | Error::Newer { .. })), "{what}: {refused:?}");
        assert!(!place.exists(), "{what}");
    };
    for at in (0..COPY.len()).step_by(29) {
        let mut bad = COPY.to_vec();
        bad[at] ^= 1 << (at % 8);
        attempt(&bad, &format!("flipped at {at}"));
        attempt(&COPY[..at], &format!("cut at {at}"));
    }
    attempt(&[COPY, &[0]].concat(), "longer");
    fs::write(&file, COPY).unwrap();
    let wrong = restore(&file, &place, &Zeroizing::new(b"wrong".to_vec()), None).err();
    assert!(matches!(wrong, Some(Error::WrongPassphrase)));
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1, "no half-made vault stays");
}
