use super::*;
use crate::core::change::{Act, Change, Verb};
use crate::core::erased::Erased;
use crate::core::event::Event;
use crate::core::hold::Hold;
use crate::core::pin::Pin;
use crate::store::Store;
use crate::store::checkpoint::Checkpoint;
use crate::store::files;
use crate::store::keyring::Keyring;
use crate::store::memory::MemoryStore;
use crate::store::notice::Notice;
use crate::store::testing::{case, commit, deadline, erased, event, minute, pin};
use crate::store::vault::tests::{assert_same, copy_tree, new_vault, passphrase, read, unlock};
use crate::store::vault::{Vault, restore};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Stands in every text of case 2, and nowhere else.
const PLANTED: &str = "Quetzal";
const MARKED: CaseId = CaseId(2);

/// A life with three cases, one of them marked, and commits that touch two of them.
fn life() -> Vec<Commit> {
    let say = |text: &str| format!("{text} {PLANTED}");
    let person = crate::core::case::Case { name: say("Ana"), notes: say("came with"), ..case(2) };
    let matter = crate::core::deadline::Deadline { title: say("Appeal"), ..deadline(40, 2) };
    let told = |n, at| Event { text: say("told"), ..event(n, 2, at) };
    let reason = say("the attorney asked");
    let held = Hold { case: MARKED, reason: say("letter"), by: say("Attorney"), since: minute(0).date_naive() };
    let act = |commit: Commit, words: &str| Commit { act: Act::one(Verb::EditedCase, words, words), ..commit };
    vec![
        commit(vec![Change::add(case(1)), Change::add(event(1, 1, 1))]),
        act(commit(vec![Change::add(person.clone())]), PLANTED),
        act(commit(vec![Change::add(matter), Change::add(told(2, 2))]), PLANTED),
        act(commit(vec![Change::add(case(3)), Change::add(told(3, 3)), Change::add(deadline(41, 3))]), PLANTED),
        commit(vec![Change::add(Pin { reason, ..pin(40) })]),
        commit(vec![Change::add(held.clone()), Change::add(event(4, 1, 4))]),
        act(commit(vec![Change::remove(held)]), PLANTED),
        act(commit(vec![Change::edit(person, case(2)).unwrap()]), PLANTED),
    ]
}

fn erasing(store: &mut impl Store) -> Commit {
    let numbers = store.load().unwrap().0.counters();
    commit(vec![Change::add(Erased { numbers, ..erased(2) })])
}

fn live(store: &mut impl Store) {
    for (head, commit) in (0..).zip(life()) {
        store.commit(head, &commit).unwrap();
    }
}

/// What the store in memory is after that life and the erasure.
fn model() -> MemoryStore {
    let mut memory = MemoryStore::new();
    live(&mut memory);
    let erasing = erasing(&mut memory);
    memory.commit(8, &erasing).unwrap();
    memory
}

/// A closed vault with that life behind it, its timelines and its checkpoint written.
fn lived() -> (TempDir, std::path::PathBuf) {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    live(&mut vault);
    assert_eq!(vault.timeline(MARKED).unwrap().len(), 2);
    vault.close().unwrap();
    (temp, dir)
}

fn erase(vault: &mut Vault) {
    let (_, head) = vault.load().unwrap();
    let erasing = erasing(vault);
    vault.commit(head, &erasing).unwrap();
}

/// Whether the vault's key, and what lies in the vault, open anything to the planted text.
fn tells(dir: &Path) -> bool {
    let vault = unlock(dir).unwrap();
    let (keys, places) = (&vault.opened.keys, &vault.opened.places);
    let holds = |bytes: &[u8]| bytes.windows(PLANTED.len()).any(|part| part == PLANTED.as_bytes());
    let frames = vault.journal().opened_by_the_vault().unwrap();
    let mut told = frames.iter().any(|plain| holds(plain));
    vault
        .journal()
        .replay(&vault.opened.ring, 0, |_, commit| {
            told |= holds(format!("{commit:?}").as_bytes());
            Ok(())
        })
        .unwrap();
    if let Some(checkpoint) = Checkpoint::open(&places.checkpoint(), keys).unwrap() {
        told |= holds(format!("{:?}", checkpoint.into_world(keys).unwrap()).as_bytes());
    }
    let mut vault = vault;
    for n in 0..10 {
        told |= holds(format!("{:?}", vault.timeline(CaseId(n)).unwrap()).as_bytes());
    }
    told |= dir.join("state.aside").exists();
    vault.close().unwrap();
    told
}

#[test]
fn after_an_erasure_nothing_in_the_vault_opens_to_the_case() {
    let (temp, dir) = lived();
    let before = temp.path().join("before");
    copy_tree(&dir, &before);
    assert!(tells(&before), "the search finds what is there");
    let ring = fs::read(dir.join("keyring")).unwrap();
    let mut vault = unlock(&dir).unwrap();
    // A state set aside earlier has it too.
    copy_tree(&before.join("state"), &dir.join("state.aside"));
    vault.timeline(CaseId(1)).unwrap();
    erase(&mut vault);
    assert!(!dir.join("state").exists() && !dir.join("state.proof").exists() && !dir.join("state.aside").exists());
    assert_same(&mut vault, &mut model());
    // The key was all that kept it readable, and both copies are without it.
    let keys = &vault.opened.keys;
    let old = Keyring::from_bytes(&ring, keys, "keyring").unwrap();
    let mut opened = Vec::new();
    vault
        .journal()
        .replay(&old, 0, |_, commit| {
            opened.push(format!("{commit:?}"));
            Ok(())
        })
        .unwrap();
    assert!(opened.iter().any(|commit| commit.contains(PLANTED)));
    for copy in ["keyring", "keyring.2"] {
        let ring = Keyring::from_bytes(&fs::read(dir.join(copy)).unwrap(), keys, copy).unwrap();
        assert!(matches!(ring.key(MARKED), CaseKey::Gone));
    }
    vault.close().unwrap();
    assert!(!tells(&dir));
    assert_same(&mut unlock(&dir).unwrap(), &mut model());
    assert_same(&mut read(&dir), &mut model());
    assert!(!files_named(&dir, "new"), "no draft stays");
}

fn files_named(dir: &Path, end: &str) -> bool {
    fs::read_dir(dir).unwrap().any(|entry| entry.unwrap().file_name().to_string_lossy().ends_with(end))
}

/// Killed after each step: what the steps not yet done would have replaced is still there.
#[test]
fn an_erasure_that_was_killed_is_finished_at_the_next_opening() {
    let (temp, dir) = lived();
    let before = temp.path().join("before");
    copy_tree(&dir, &before);
    let mut vault = unlock(&dir).unwrap();
    erase(&mut vault);
    drop(vault);
    let done = ["journal", "head", "keyring", "keyring.2", "state", "state.proof", "checkpoint"];
    for steps in 1..=done.len() {
        let killed = temp.path().join(format!("killed-{steps}"));
        copy_tree(&before, &killed);
        for name in &done[..steps] {
            files::erase(&killed.join(name)).unwrap();
            let after = dir.join(name);
            if after.is_dir() {
                copy_tree(&after, &killed.join(name));
            } else if after.exists() {
                fs::copy(after, killed.join(name)).unwrap();
            }
        }
        let mut vault = unlock(&killed).unwrap();
        vault.load().unwrap();
        assert_eq!(vault.report(), [], "after {steps}");
        assert!(matches!(vault.opened.ring.key(MARKED), CaseKey::Gone), "after {steps}");
        assert_same(&mut vault, &mut model());
        vault.close().unwrap();
        assert!(!tells(&killed), "after {steps}");
    }
    // Killed before the first: nothing was acknowledged, and nothing is erased.
    assert!(unlock(&before).unwrap().load().unwrap().0.case(MARKED).is_some());
}

#[test]
fn what_cannot_be_destroyed_is_not_called_erased_and_is_tried_again() {
    let (_temp, dir) = lived();
    let mut vault = unlock(&dir).unwrap();
    let in_the_way = dir.join("keyring.new");
    fs::create_dir(&in_the_way).unwrap();
    let erasing = erasing(&mut vault);
    assert!(matches!(vault.commit(8, &erasing), Err(Error::NotErased(_))));
    assert!(matches!(vault.commit(9, &commit(vec![Change::add(case(4))])), Err(Error::NotSaved(_))));
    drop(vault);
    let mut vault = unlock(&dir).unwrap();
    assert!(vault.load().unwrap().0.case(MARKED).is_none());
    assert!(matches!(vault.report(), [.., Notice::EraseUnfinished { .. }]));
    drop(vault);
    fs::remove_dir(&in_the_way).unwrap();
    let mut vault = unlock(&dir).unwrap();
    assert_same(&mut vault, &mut model());
    vault.close().unwrap();
    assert!(!tells(&dir));
}

#[test]
fn a_keyring_in_one_copy_is_mended_and_in_none_is_damage() {
    let (_temp, dir) = lived();
    let good = fs::read(dir.join("keyring")).unwrap();
    for bad in ["keyring", "keyring.2"] {
        fs::write(dir.join(bad), &good[..good.len() / 2]).unwrap();
        assert_eq!(read(&dir).report(), [], "who only reads mends nothing");
        let vault = unlock(&dir).unwrap();
        assert_eq!(vault.report(), [Notice::KeyringRepaired]);
        vault.close().unwrap();
        assert_eq!(unlock(&dir).unwrap().report(), []);
        assert_eq!(fs::read(dir.join("keyring")).unwrap(), fs::read(dir.join("keyring.2")).unwrap());
    }
    for gone in ["keyring", "keyring.2"] {
        fs::remove_file(dir.join(gone)).unwrap();
    }
    let damage = |refused: Result<Vault, Error>| match refused {
        Err(Error::Damaged(damage)) => damage,
        _ => unreachable!(),
    };
    assert!(damage(unlock(&dir)).is_of_keyring());
    for bad in ["keyring", "keyring.2"] {
        fs::write(dir.join(bad), &good[..30]).unwrap();
    }
    assert!(damage(unlock(&dir)).is_of_keyring());
    assert_eq!(fs::read(dir.join("keyring")).unwrap(), &good[..30], "nothing is changed");
}

#[test]
fn a_new_case_costs_a_write_of_the_keyring_once_in_a_block() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    let ring = || fs::read(dir.join("keyring")).unwrap();
    let (mut head, mut before, mut written) = (0, ring(), Vec::new());
    for n in [1, 2, 255, 256, 257, 511, 600] {
        head = vault.commit(head, &commit(vec![Change::add(case(n))])).unwrap();
        if ring() != before {
            (before, written) = (ring(), [written, vec![n]].concat());
        }
    }
    assert_eq!(written, [256, 600]);
    // Keys that cannot be made durable are not used.
    fs::create_dir(dir.join("keyring.new")).unwrap();
    assert!(matches!(vault.commit(head, &commit(vec![Change::add(case(900))])), Err(Error::NotSaved(_))));
    fs::remove_dir(dir.join("keyring.new")).unwrap();
    head = vault.commit(head, &commit(vec![Change::add(case(900))])).unwrap();
    assert!(matches!(vault.commit(head, &commit(vec![Change::add(case(u32::MAX))])), Err(Error::TooLarge)));
    drop(vault);
    let (world, found) = unlock(&dir).unwrap().load().unwrap();
    assert_eq!((world.cases().len(), found), (8, head));
}

#[test]
fn a_copy_made_after_an_erasure_is_without_the_case_and_an_older_one_has_it() {
    let (temp, dir) = lived();
    let [older, newer] = ["older", "newer"].map(|name| temp.path().join(name));
    read(&dir).backup(&older, minute(90)).unwrap();
    let mut vault = unlock(&dir).unwrap();
    erase(&mut vault);
    vault.close().unwrap();
    read(&dir).backup(&newer, minute(90)).unwrap();
    let back = |file: &Path, to: &str| {
        let to = temp.path().join(to);
        let mut restored = restore(file, &to, &passphrase(), None).unwrap();
        let there = restored.load().unwrap().0.case(MARKED).is_some();
        restored.close().unwrap();
        (there, tells(&to))
    };
    assert_eq!(back(&newer, "new"), (false, false));
    assert_eq!(back(&older, "old"), (true, true));
    // The older one may be replaced, and is then without it.
    read(&dir).backup(&older, minute(90)).unwrap();
    assert_eq!(back(&older, "again"), (false, false));
}
