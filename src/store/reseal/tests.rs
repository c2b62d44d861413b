use super::*;
use crate::core::change::Change;
use crate::core::erased::Erased;
use crate::store::Store;
use crate::store::header::Copies;
use crate::store::keys::Kdf;
use crate::store::memory::MemoryStore;
use crate::store::notice::Notice;
use crate::store::testing::{commit, erased, every_kind_of_schema_2, minute, pin};
use crate::store::vault::tests::{assert_same, copy_tree, model, nth, passphrase, read, to_copy, unlock};
use crate::store::vault::{Vault, restore};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A vault as programs left it before every case had a key of its own, and what is in it.
fn old_vault() -> (TempDir, PathBuf, MemoryStore) {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("vault");
    let (header, keys) = Header::create(&passphrase(), None, Kdf::Test).unwrap();
    let keys = Arc::new(keys);
    files::create_dir(&dir).unwrap();
    let places = header.places(&dir);
    Journal::create(&places.journal(), &keys, SEGMENT).unwrap();
    let journal = Journal::read(&places.journal(), Arc::clone(&keys), SEGMENT, &Witnesses::default()).unwrap();
    let (mut writer, _) = journal.into_writer(&Witnesses::default()).unwrap();
    let mut memory = model(20);
    let mut kinds = every_kind_of_schema_2();
    kinds.undoes = None;
    let more = [kinds, commit(vec![Change::remove(pin(1))]), commit(vec![Change::add(pin(1))])];
    for n in 1..=20 {
        writer.append_old(&nth(n)).unwrap();
    }
    for (head, more) in (20..).zip(&more) {
        memory.commit(head, more).unwrap();
        writer.append_old(more).unwrap();
    }
    header.write(&dir).unwrap();
    HeadFile::start(&places.head(), &keys, writer.journal().head()).unwrap();
    (temp, dir, memory)
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    // What makes backups is of every generation.
    names.retain(|name| !name.starts_with("kit"));
    names.sort();
    names
}

fn erase(store: &mut impl Store, case: u32) -> Result<Seq, Error> {
    let (world, head) = store.load().unwrap();
    let erased = Erased { numbers: world.counters(), ..erased(case) };
    store.commit(head, &commit(vec![Change::add(erased)]))
}

const NEW: [&str; 8] =
    ["checkpoint.g2", "head.g2", "journal.g2", "keyring.2.g2", "keyring.g2", "lock", "vault.hdr", "vault.hdr.2"];

#[test]
fn a_vault_without_keys_for_its_cases_gets_them_and_loses_nothing() {
    let (_temp, dir, mut memory) = old_vault();
    assert_same(&mut read(&dir), &mut memory);
    let mut calls = Vec::new();
    let locked = crate::store::vault::open(&dir).unwrap();
    let opened = locked.unlock_with(&passphrase(), &mut |done, all| calls.push((done, all)));
    let mut vault = opened.map_err(|(error, _)| error).unwrap();
    assert_eq!(calls, [(23, 23)]);
    assert_eq!(vault.report(), [Notice::Migrated]);
    assert_eq!(names(&dir), NEW);
    assert_same(&mut vault, &mut memory);
    assert_same(&mut read(&dir), &mut memory);
    assert_eq!(erase(&mut vault, 2).unwrap(), 24);
    erase(&mut memory, 2).unwrap();
    assert_same(&mut vault, &mut memory);
    vault.close().unwrap();
    let mut vault = unlock(&dir).unwrap();
    assert_eq!(vault.report(), [], "once is enough");
    assert_same(&mut vault, &mut memory);
}

/// A kill before the header names the new journal leaves the old vault, after it the new one.
#[test]
fn a_kill_at_any_point_leaves_one_vault_whole() {
    let (temp, dir, mut memory) = old_vault();
    let before = temp.path().join("before");
    copy_tree(&dir, &before);
    drop(unlock(&dir).unwrap());
    let put = |to: &Path, name: &str| {
        let from = dir.join(name);
        if from.is_dir() {
            copy_tree(&from, &to.join(name));
        } else {
            fs::copy(from, to.join(name)).unwrap();
        }
    };
    // The order in which they are made; the header's first copy is the switch.
    let made = ["journal.g2", "keyring.g2", "keyring.2.g2", "checkpoint.g2", "head.g2", "vault.hdr", "vault.hdr.2"];
    for steps in 1..=made.len() {
        let killed = temp.path().join(format!("killed-{steps}"));
        copy_tree(&before, &killed);
        made[..steps].iter().for_each(|name| put(&killed, name));
        if steps == 1 {
            let log = killed.join("journal.g2/000001.log");
            let bytes = fs::read(&log).unwrap();
            fs::write(log, &bytes[..bytes.len() / 3]).unwrap();
        }
        assert_same(&mut read(&killed), &mut memory);
        let mut vault = unlock(&killed).unwrap();
        let migrated = vault.report().contains(&Notice::Migrated);
        assert_eq!(migrated, steps < 6, "after {steps}");
        assert_same(&mut vault, &mut memory);
        drop(vault);
        assert!(
            names(&killed).iter().filter(|name| *name != "state" && *name != "state.proof").eq(NEW),
            "after {steps}"
        );
        assert_same(&mut unlock(&killed).unwrap(), &mut memory);
    }
}

/// Where there is no room for a second journal the old one goes on, and only erasing waits.
#[test]
fn what_cannot_be_sealed_anew_goes_on_as_it_is() {
    let (_temp, dir, mut memory) = old_vault();
    let in_the_way = dir.join("vault.hdr.new");
    fs::create_dir(&in_the_way).unwrap();
    let mut vault = unlock(&dir).unwrap();
    assert!(matches!(vault.report(), [Notice::NotMigrated { .. }]));
    let next = commit(vec![Change::add(crate::store::testing::case(30))]);
    assert_eq!(vault.commit(23, &next).unwrap(), 24);
    memory.commit(23, &next).unwrap();
    assert_same(&mut vault, &mut memory);
    assert!(matches!(erase(&mut vault, 30), Err(Error::NotSaved(_))));
    fs::remove_dir(&in_the_way).unwrap();
    // Asked again it makes room for itself first.
    assert_eq!(erase(&mut vault, 30).unwrap(), 25);
    erase(&mut memory, 30).unwrap();
    assert_same(&mut vault, &mut memory);
    drop(vault);
    assert_same(&mut unlock(&dir).unwrap(), &mut memory);
}

#[test]
fn a_whole_vault_is_sealed_under_another_root_and_nothing_of_the_old_stays() {
    let (temp, dir, mut memory) = old_vault();
    let mut vault = unlock(&dir).unwrap();
    erase(&mut vault, 2).unwrap();
    erase(&mut memory, 2).unwrap();
    vault.timeline(CaseId(1)).unwrap();
    vault.close().unwrap();
    let copy = temp.path().join("copy");
    to_copy(&dir).backup(&copy, minute(90)).unwrap();
    let old = Copies::load(&dir).unwrap().header;
    let old_keys = Arc::new(old.unlock(&passphrase()).unwrap());
    let keys = Arc::new(Keys::new(old.vault, &zeroize::Zeroizing::new([9; 32])));
    let mut next = old.clone();
    reseal(&dir, (&old, &old_keys), &mut next, &keys, &mut |_, _| {}).unwrap();
    assert_eq!((next.generation, old.generation), (3, 2));
    let places = next.places(&dir);
    assert!(names(&dir).iter().all(|name| !name.ends_with("g2") && !name.starts_with("state")));
    assert!(reading::find(&places, &old_keys).is_err(), "the old keys open nothing");
    let Found { journal, ring, notices, .. } = reading::find(&places, &keys).unwrap();
    assert_eq!(notices, []);
    let mut all = Vec::new();
    journal
        .replay(&ring, 0, |seq, commit| {
            all.push((seq, commit));
            Ok(())
        })
        .unwrap();
    assert_eq!(all, memory.since(0).unwrap());
    assert!(matches!(ring.key(CaseId(2)), CaseKey::Gone));
    assert_eq!(reading::load(&places, &keys, &ring, &journal).unwrap().world, memory.load().unwrap().0);
}

#[test]
fn a_copy_of_before_comes_back_and_may_be_replaced_by_one_of_after() {
    let (temp, dir, mut memory) = old_vault();
    let copy = temp.path().join("copy");
    to_copy(&dir).backup(&copy, minute(90)).unwrap();
    let back: Vault = restore(&copy, &temp.path().join("back"), &passphrase(), None).unwrap();
    assert_eq!(back.report(), []);
    let mut vault = unlock(&dir).unwrap();
    erase(&mut vault, 2).unwrap();
    erase(&mut memory, 2).unwrap();
    assert_eq!(to_copy(&dir).backup(&copy, minute(90)).unwrap().seq, 24);
    let again = temp.path().join("again");
    assert_same(&mut restore(&copy, &again, &passphrase(), None).unwrap(), &mut memory);
    // One that went its own way meanwhile has what this one has not.
    let apart = temp.path().join("apart");
    let (mut back, place) = (back, temp.path().join("back"));
    back.commit(23, &commit(vec![Change::add(crate::store::testing::case(31))])).unwrap();
    to_copy(&place).backup(&apart, minute(90)).unwrap();
    assert!(matches!(to_copy(&dir).backup(&apart, minute(90)), Err(Error::Kept { .. })));
}
