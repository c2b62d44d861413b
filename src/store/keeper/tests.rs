use super::*;
use crate::core::change::Change;
use crate::core::id::CaseId;
use crate::store::Store;
use crate::store::keys::Kdf;
use crate::store::testing::{case, commit, event};
use crate::store::vault::{create_with, open, open_reader};
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use zeroize::Zeroizing;

const FIRST: &str = "correct horse battery";

fn passphrase(text: &str) -> Passphrase {
    Zeroizing::new(text.as_bytes().to_vec())
}

fn new_vault() -> (TempDir, RecoveryKey) {
    let temp = tempfile::tempdir().unwrap();
    let recovery = RecoveryKey::new().unwrap();
    let vault = create_with(&temp.path().join("vault"), &passphrase(FIRST), Some(&recovery), Kdf::Test).unwrap();
    vault.close().unwrap();
    (temp, recovery)
}

fn keep(temp: &TempDir, secret: &str) -> Keeper {
    open(&temp.path().join("vault")).unwrap().keep(&passphrase(secret)).map_err(|(error, _)| error).unwrap()
}

fn opens(dir: &Path, secret: &str) -> bool {
    let writes = open(dir).unwrap().unlock(&passphrase(secret)).is_ok();
    let reads = open_reader(dir).unwrap().unlock(&passphrase(secret)).is_ok();
    assert_eq!(writes, reads);
    writes
}

/// Which of the secrets open the vault.
fn opening<'a>(temp: &TempDir, secrets: &[&'a str]) -> Vec<&'a str> {
    secrets.iter().filter(|secret| opens(&temp.path().join("vault"), secret)).copied().collect()
}

#[test]
fn each_change_opens_what_it_says_and_closes_what_was() {
    let (temp, recovery) = new_vault();
    let old = recovery.written();
    let new = RecoveryKey::new().unwrap();
    let written = new.written();
    let all = [FIRST, "another passphrase", &*old, &*written, "rosa's passphrase", "rosa's second one"];
    assert_eq!(opening(&temp, &all), [FIRST, &*old]);
    assert!(keep(&temp, FIRST).change_passphrase(&passphrase("another passphrase")).unwrap());
    assert_eq!(opening(&temp, &all), ["another passphrase", &*old]);
    assert!(keep(&temp, "another passphrase").set_recovery(&new).unwrap());
    assert_eq!(opening(&temp, &all), ["another passphrase", &*written]);
    assert!(keep(&temp, "another passphrase").add_person("Rosa", &passphrase("rosa's passphrase")).unwrap());
    assert_eq!(opening(&temp, &all), ["another passphrase", &*written, "rosa's passphrase"]);
    // A person changes what is theirs; with the recovery key the first passphrase is replaced.
    assert!(keep(&temp, "rosa's passphrase").change_passphrase(&passphrase("rosa's second one")).unwrap());
    assert!(keep(&temp, &written).change_passphrase(&passphrase(FIRST)).unwrap());
    assert_eq!(opening(&temp, &all), [FIRST, &*written, "rosa's second one"]);
    let keeper = keep(&temp, "rosa's second one");
    let seen: Vec<_> =
        keeper.holders().unwrap().into_iter().map(|held| (held.kind, held.label, held.is_self)).collect();
    let person = (Kind::Person, "Rosa".to_owned(), true);
    assert_eq!(seen, [(Kind::Passphrase, String::new(), false), (Kind::Recovery, String::new(), false), person]);
    drop(keeper);
    assert!(keep(&temp, FIRST).remove_person("rosa").unwrap());
    assert_eq!(opening(&temp, &all), [FIRST, &*written]);
}

#[test]
fn a_vault_without_a_recovery_key_gets_one() {
    let temp = tempfile::tempdir().unwrap();
    create_with(&temp.path().join("vault"), &passphrase(FIRST), None, Kdf::Test).unwrap().close().unwrap();
    let key = RecoveryKey::new().unwrap();
    keep(&temp, FIRST).set_recovery(&key).unwrap();
    assert_eq!(opening(&temp, &[FIRST, &key.written()]).len(), 2);
}

#[test]
fn a_label_is_checked_and_the_slots_are_few() {
    let (temp, _) = new_vault();
    let mut keeper = keep(&temp, FIRST);
    let refused = |keeper: &mut Keeper, label: &str| match keeper.add_person(label, &passphrase("x")) {
        Err(Error::Slot(why)) => why,
        other => unreachable!("{other:?}"),
    };
    for label in ["", "  ", "two\nlines", &"ñ".repeat(33)] {
        assert_eq!(refused(&mut keeper, label), Slotted::Label, "{label}");
    }
    keeper.add_person(&"ñ".repeat(32), &passphrase("x")).unwrap();
    keeper.add_person("Rosa", &passphrase("y")).unwrap();
    assert_eq!(refused(&mut keeper, "ROSA"), Slotted::Taken("ROSA".into()));
    assert_eq!(refused(&mut keeper, "Luz"), Slotted::Full);
    assert!(matches!(keeper.remove_person("Luz"), Err(Error::Slot(Slotted::Unknown(label))) if label == "Luz"));
    // A number that has become free is taken again, and opens only what it now is.
    keeper.remove_person(&"ñ".repeat(32)).unwrap();
    keeper.add_person("Luz", &passphrase("z")).unwrap();
    drop(keeper);
    assert_eq!(opening(&temp, &["x", "y", "z", FIRST]), ["y", "z", FIRST]);
}

#[test]
fn a_held_vault_and_a_wrong_passphrase_change_nothing() {
    let (temp, _) = new_vault();
    let dir = temp.path().join("vault");
    let keeper = keep(&temp, FIRST);
    assert!(matches!(open(&dir), Err(Error::InUse(_))));
    drop(keeper);
    let (error, locked) = open(&dir).unwrap().keep(&passphrase("wrong")).err().unwrap();
    assert!(matches!(error, Error::WrongPassphrase));
    assert!(locked.keep(&passphrase(FIRST)).is_ok());
}

#[test]
fn a_rotated_vault_has_another_key_and_says_the_same() {
    let (temp, recovery) = new_vault();
    let dir = temp.path().join("vault");
    let unlock = |secret: &str| open(&dir).unwrap().unlock(&passphrase(secret)).map_err(|(error, _)| error).unwrap();
    let mut vault = unlock(FIRST);
    for n in 1..=20 {
        vault.commit(u64::from(n) - 1, &commit(vec![Change::add(case(n)), Change::add(event(n, n, n))])).unwrap();
    }
    let (world, commits) = (vault.load().unwrap(), vault.since(0).unwrap());
    vault.close().unwrap();
    keep(&temp, FIRST).add_person("Rosa", &passphrase("rosa's passphrase")).unwrap();
    let old = fs::read(dir.join("vault.hdr")).unwrap();
    let new = RecoveryKey::new().unwrap();
    let refused = |secret: &str| keep(&temp, secret).rotate(&passphrase(secret), &new, &mut |_, _| {});
    assert!(matches!(refused("rosa's passphrase"), Err(Error::Slot(Slotted::NotOwn))));
    assert!(matches!(refused(&recovery.written()), Err(Error::Slot(Slotted::NotOwn))));
    assert_eq!(fs::read(dir.join("vault.hdr")).unwrap(), old);
    let mut keeper = keep(&temp, FIRST);
    assert_eq!(keeper.rotate(&passphrase(FIRST), &new, &mut |_, _| {}).unwrap(), ["Rosa"]);
    // What is held goes on to be: another person is added under the new key.
    keeper.add_person("Rosa", &passphrase("rosa's second one")).unwrap();
    drop(keeper);
    let all = [FIRST, &recovery.written(), &new.written(), "rosa's passphrase", "rosa's second one"];
    assert_eq!(opening(&temp, &all), [FIRST, &new.written(), "rosa's second one"]);
    let mut vault = unlock(FIRST);
    assert_eq!((vault.load().unwrap(), vault.since(0).unwrap()), (world, commits));
    assert_eq!(vault.timeline(CaseId(7)).unwrap().len(), 1);
    vault.commit(20, &commit(vec![Change::add(case(30))])).unwrap();
    vault.close().unwrap();
    // Whoever kept the old header and its secret has a key that opens nothing of what is there now.
    for copy in ["vault.hdr", "vault.hdr.2"] {
        fs::write(dir.join(copy), &old).unwrap();
    }
    assert!(open(&dir).unwrap().unlock(&passphrase(FIRST)).is_err());
}
