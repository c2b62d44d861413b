use super::*;
use crate::core::change::Change;
use crate::core::id::CaseId;
use crate::store::Store;
use crate::store::keys::{Kdf, Passphrase};
use crate::store::testing::{case, commit, event, every_kind};
use crate::store::vault::{Vault, create, open, open_reader, restore};
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use tempfile::TempDir;
use zeroize::Zeroizing;

fn passphrase() -> Passphrase {
    Zeroizing::new(b"correct horse battery".to_vec())
}

/// A copy of the vault beside whoever holds it.
fn copy(dir: &Path, file: &Path) -> Result<Seq, Error> {
    open_reader(dir)?.unlock(&passphrase()).map_err(|(error, _)| error)?.backup(file)
}

/// A vault of two segments, and its backup.
fn backed_up() -> (TempDir, Vault) {
    let temp = tempfile::tempdir().unwrap();
    let mut vault = create(&temp.path().join("vault"), &passphrase(), Kdf::Test).unwrap();
    vault.commit(0, &every_kind()).unwrap();
    vault.commit(1, &commit((100..300).map(|n| Change::add(event(n, 1, n))).collect())).unwrap();
    vault.commit(2, &commit((100..400).map(|n| Change::add(event(n, 2, n))).collect())).unwrap();
    vault.commit(3, &commit(vec![Change::add(case(50))])).unwrap();
    assert_eq!(copy(vault.dir(), &temp.path().join("backup")).unwrap(), 4);
    (temp, vault)
}

#[test]
fn comes_back_whole_and_goes_on() {
    let (temp, mut vault) = backed_up();
    let file = temp.path().join("backup");
    assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
    let mut restored = restore(&file, &temp.path().join("restored"), &passphrase()).unwrap();
    assert_eq!(restored.load().unwrap(), vault.load().unwrap());
    assert_eq!(restored.since(0).unwrap(), vault.since(0).unwrap());
    assert_eq!(restored.timeline(CaseId(2)).unwrap(), vault.timeline(CaseId(2)).unwrap());
    assert_eq!(restored.report(), []);
    for n in 60..80 {
        let head = restored.load().unwrap().1;
        restored.commit(head, &commit(vec![Change::add(case(n))])).unwrap();
    }
    restored.close().unwrap();
    let again = open(&temp.path().join("restored")).unwrap().unlock(&passphrase());
    assert_eq!(again.map_err(|(error, _)| error).unwrap().load().unwrap().1, 24);
}

#[test]
fn leaves_nothing_behind_and_replaces_only_backups() {
    let (temp, mut vault) = backed_up();
    let file = temp.path().join("backup");
    vault.commit(4, &commit(vec![Change::add(case(51))])).unwrap();
    assert_eq!(copy(vault.dir(), &file).unwrap(), 5);
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 2);
    assert!(!temp.path().join("vault/drill").exists());
    let letter = temp.path().join("letter");
    fs::write(&letter, "a letter").unwrap();
    assert!(matches!(copy(vault.dir(), &letter), Err(Error::Exists(_))));
    assert_eq!(fs::read(&letter).unwrap(), b"a letter");
    let link = temp.path().join("link");
    symlink(&letter, &link).unwrap();
    assert!(matches!(copy(vault.dir(), &link), Err(Error::Unsafe(_))));
    symlink(temp.path().join("nowhere"), temp.path().join("dangling")).unwrap();
    assert!(matches!(copy(vault.dir(), &temp.path().join("dangling")), Err(Error::Unsafe(_))));
    let into = restore(&file, &temp.path().join("vault"), &passphrase()).err().unwrap();
    assert!(matches!(into, Error::Exists(_)));
}

#[test]
fn keeps_a_copy_that_holds_what_the_vault_does_not() {
    let (temp, mut vault) = backed_up();
    let [older, newer, apart, other] = ["backup", "newer", "apart", "other"].map(|name| temp.path().join(name));
    vault.commit(4, &commit(vec![Change::add(case(51))])).unwrap();
    vault.commit(5, &commit(vec![Change::add(case(52))])).unwrap();
    copy(vault.dir(), &newer).unwrap();
    // Restored from the older copy it lacks two changes; then it goes its own way and beyond.
    let back = temp.path().join("back");
    let mut restored = restore(&older, &back, &passphrase()).unwrap();
    let refused = |dir: &Path, file: &Path| {
        let before = fs::read(file).unwrap();
        let Error::Kept { place, why } = copy(dir, file).unwrap_err() else { unreachable!() };
        assert_eq!(place, file.display().to_string());
        assert_eq!(fs::read(file).unwrap(), before);
        why
    };
    assert_eq!(refused(&back, &newer), Kept::Ahead { theirs: 6, ours: 4 });
    for n in 60..64 {
        restored.commit(u64::from(n) - 56, &commit(vec![Change::add(case(n))])).unwrap();
    }
    assert_eq!(refused(&back, &newer), Kept::Ahead { theirs: 6, ours: 8 });
    copy(&back, &apart).unwrap();
    assert_eq!(refused(vault.dir(), &apart), Kept::Ahead { theirs: 8, ours: 6 });
    let stranger = create(&temp.path().join("stranger"), &passphrase(), Kdf::Test).unwrap();
    copy(stranger.dir(), &other).unwrap();
    assert_eq!(refused(vault.dir(), &other), Kept::OtherVault);
    let mut broken = fs::read(&older).unwrap();
    let middle = broken.len() / 2;
    broken[middle] ^= 1;
    fs::write(&other, &broken).unwrap();
    assert_eq!(refused(vault.dir(), &other), Kept::Broken);
    fs::write(&other, &broken[..middle]).unwrap();
    assert_eq!(refused(vault.dir(), &other), Kept::Broken);
    // What both came through may go, and so may the same again.
    assert_eq!(copy(&back, &older).unwrap(), 8);
    assert_eq!(copy(&back, &older).unwrap(), 8);
}

#[test]
fn a_changed_or_cut_backup_makes_no_vault() {
    let temp = tempfile::tempdir().unwrap();
    let mut vault = create(&temp.path().join("vault"), &passphrase(), Kdf::Test).unwrap();
    vault.commit(0, &commit(vec![Change::add(case(1))])).unwrap();
    let file = temp.path().join("backup");
    copy(vault.dir(), &file).unwrap();
    let good = fs::read(&file).unwrap();
    let place = temp.path().join("restored");
    let attempt = |bytes: &[u8], what: &str| {
        fs::remove_file(&file).unwrap();
        fs::write(&file, bytes).unwrap();
        let refused = restore(&file, &place, &passphrase()).err();
        assert!(matches!(refused, Some(Error::Damaged(_) | Error::Newer { .. })), "{what}: {refused:?}");
        assert!(!place.exists(), "{what}");
    };
    for at in (0..good.len()).step_by(23) {
        let mut bad = good.clone();
        bad[at] ^= 1 << (at % 8);
        attempt(&bad, &format!("flipped at {at}"));
        attempt(&good[..at], &format!("cut at {at}"));
    }
    attempt(&[&good[..], &[0]].concat(), "longer");
    fs::write(&file, &good).unwrap();
    let wrong = restore(&file, &place, &Zeroizing::new(b"wrong".to_vec())).err();
    assert!(matches!(wrong, Some(Error::WrongPassphrase)));
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 2, "no half-made vault stays");
}
