use super::*;
use crate::store::keys::Kdf;
use crate::store::recovery::RecoveryKey;
use crate::store::testing::minute;
use crate::store::vault::{create, create_with, open, open_reader, restore};
use std::fs;

fn passphrase(text: &str) -> Passphrase {
    Zeroizing::new(text.as_bytes().to_vec())
}

fn header() -> (Header, Keys) {
    Header::create(&passphrase("one"), None, Kdf::Test).unwrap()
}

#[test]
fn stays_the_same_and_learns_each_passphrase_once() {
    let temp = tempfile::tempdir().unwrap();
    let (header, keys) = header();
    let (one, first) = (passphrase("one"), header.salt(1).unwrap());
    let ready = |header: &Header, opened| Kit::ready(temp.path(), header, &keys, opened).unwrap();
    let (kit, changed) = ready(&header, Some((first, &one)));
    assert!(changed);
    kit.save(temp.path(), &keys).unwrap();
    let (again, changed) = ready(&header, Some((first, &one)));
    assert!(!changed);
    assert_eq!((again.identity.written(), &again.carried), (kit.identity.written(), &kit.carried));
    // The recovery key opens it: nothing to learn.
    assert!(!ready(&header, None).1);
    // The passphrase has changed: what the old one opened is not carried on.
    let (other, two) = (self::header().0, passphrase("two"));
    let (changed_kit, changed) = ready(&other, Some((other.salt(1).unwrap(), &two)));
    assert!(changed && changed_kit.identity.written() == kit.identity.written());
    assert_eq!(changed_kit.carried.len(), 1);
    assert_ne!(changed_kit.carried, kit.carried);
}

#[test]
fn a_bad_copy_is_made_good_by_the_other_and_two_by_a_new_kit() {
    let temp = tempfile::tempdir().unwrap();
    let (header, keys) = header();
    let one = passphrase("one");
    let opened = Some((header.salt(1).unwrap(), &one));
    let (kit, _) = Kit::ready(temp.path(), &header, &keys, opened).unwrap();
    kit.save(temp.path(), &keys).unwrap();
    fs::write(temp.path().join(COPIES[0]), b"rot").unwrap();
    let found = Kit::load(temp.path(), &keys).unwrap().unwrap();
    assert_eq!(found.identity.written(), kit.identity.written());
    assert!(Kit::load(temp.path(), &Keys::new([1; 16], &Zeroizing::new([2; 32]))).unwrap().is_none());
    fs::write(temp.path().join(COPIES[1]), b"rot").unwrap();
    let (new, changed) = Kit::ready(temp.path(), &header, &keys, opened).unwrap();
    assert!(changed && new.identity.written() != kit.identity.written());
}

/// Keys that were changed, or a kit that was lost: what was made before opens as before.
#[test]
fn older_backups_open_whatever_becomes_of_the_kit() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("vault");
    let one = passphrase("one");
    drop(create(&dir, &one, Kdf::Test).unwrap());
    let copy = |name: &str| {
        let mut reader = open_reader(&dir).unwrap().unlock(&one).map_err(|(error, _)| error).unwrap();
        reader.backup(&temp.path().join(name), minute(0)).map(drop)
    };
    copy("before.age").unwrap();
    for copy in COPIES {
        fs::remove_file(dir.join(copy)).unwrap();
    }
    assert!(matches!(copy("without.age"), Err(Error::NoKit)));
    let mut keeper = open(&dir).unwrap().keep(&one).map_err(|(error, _)| error).unwrap();
    keeper.change_passphrase(&passphrase("two")).unwrap();
    drop(keeper);
    drop(open(&dir).unwrap().unlock(&passphrase("two")).map_err(|(error, _)| error).unwrap());
    let two = passphrase("two");
    let mut reader = open_reader(&dir).unwrap().unlock(&two).map_err(|(error, _)| error).unwrap();
    reader.backup(&temp.path().join("after.age"), minute(0)).unwrap();
    for (name, good, bad) in [("before.age", &one, &two), ("after.age", &two, &one)] {
        let refused = restore(&temp.path().join(name), &temp.path().join("no"), bad, None).err();
        assert!(matches!(refused, Some(Error::WrongPassphrase)), "{name}: {refused:?}");
        restore(&temp.path().join(name), &temp.path().join(format!("from-{name}")), good, None).unwrap();
    }
}

#[test]
fn a_recovery_key_restores_and_opens_what_is_restored() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("vault");
    let (one, new, key) = (passphrase("one"), passphrase("new"), RecoveryKey::new().unwrap());
    drop(create_with(&dir, &one, Some(&key), Kdf::Test).unwrap());
    let file = temp.path().join("copy.age");
    let mut reader = open_reader(&dir).unwrap().unlock(&one).map_err(|(error, _)| error).unwrap();
    reader.backup(&file, minute(0)).unwrap();
    let (paper, other) = (key.written(), RecoveryKey::new().unwrap().written());
    let refused = restore(&file, &temp.path().join("no"), &passphrase(&other), Some(&new)).err();
    assert!(matches!(refused, Some(Error::WrongPassphrase)), "{refused:?}");
    let back = temp.path().join("back");
    drop(restore(&file, &back, &passphrase(&paper), Some(&new)).unwrap());
    for (secret, opens) in [(paper.as_str(), true), ("new", true), ("one", false), (other.as_str(), false)] {
        assert_eq!(open(&back).unwrap().unlock(&passphrase(secret)).is_ok(), opens, "{secret}");
    }
}
