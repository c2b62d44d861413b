//! A journal of which something is lost, in a vault that made backups of itself.

use crate::core::a_number::{ANumber, Sealed};
use crate::core::change::{Act, Change, Commit, Verb};
use crate::core::id::CaseId;
use crate::store::apart::Apart;
use crate::store::memory::MemoryStore;
use crate::store::testing::{case, commit, day, erased, event, flip_change, minute};
use crate::store::vault::tests::{assert_same, copy_tree, fill, model, new_vault, nth, passphrase, unlock};
use crate::store::vault::{Vault, open};
use crate::store::{Hurt, Store, rotation};
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zeroize::Zeroizing;

fn hold(dir: &Path) -> Vault {
    open(dir).unwrap().unlock(&passphrase()).map_err(|(error, _)| error).unwrap()
}

fn back_up(vault: &Vault, n: u32) {
    vault.aside().backup_if_due(minute(n), day(n), true).unwrap().unwrap();
}

fn go_on(vault: &mut Vault, changes: RangeInclusive<u32>) {
    for n in changes {
        vault.commit(u64::from(n) - 1, &nth(n)).unwrap();
    }
}

fn copies(dir: &Path) -> Vec<PathBuf> {
    rotation::list(dir).unwrap().into_iter().map(|(_, path)| path).collect()
}

/// A vault of twelve changes, closed after the eighth, with backups of the fifth and of the tenth.
fn vault() -> (TempDir, PathBuf) {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    fill(&mut vault, 5);
    back_up(&vault, 1);
    go_on(&mut vault, 6..=8);
    vault.close().unwrap();
    let mut vault = unlock(&dir).unwrap();
    go_on(&mut vault, 9..=10);
    back_up(&vault, 2);
    go_on(&mut vault, 11..=12);
    drop(vault);
    (temp, dir)
}

fn lose_journal(dir: &Path) {
    fs::remove_file(dir.join("journal/000001.log")).unwrap();
}

fn hurt(vault: &mut Vault) -> Hurt {
    vault.load().unwrap();
    vault.hurt().cloned().unwrap()
}

fn mend(vault: &mut Vault) {
    vault.mend(minute(90), day(20), &mut |_, _| {}).unwrap();
    assert!(vault.hurt().is_none());
}

#[test]
fn what_a_backup_has_of_lost_changes_is_there_again_with_every_word() {
    let (_temp, dir) = vault();
    flip_change(&dir, 7);
    let mut vault = hold(&dir);
    let found = hurt(&mut vault);
    assert_eq!((found.unread(), found.lost(), &found.cases[..]), (0, 0, &[][..]));
    let (place, seq, shown) = found.copy.unwrap();
    assert_eq!((place, seq, shown), (copies(&dir)[1].display().to_string(), 10, 1));
    assert_same(&mut vault, &mut model(12));
    mend(&mut vault);
    assert_same(&mut vault, &mut model(12));
    vault.close().unwrap();
    assert_same(&mut unlock(&dir).unwrap(), &mut model(12));
}

#[test]
fn a_lost_journal_comes_from_the_backup_and_the_rest_is_said_to_be_lost() {
    let (_temp, dir) = vault();
    lose_journal(&dir);
    let mut vault = hold(&dir);
    let found = hurt(&mut vault);
    let gaps: Vec<_> = found.gaps.iter().map(|gap| (gap.first, gap.last, gap.is_kept())).collect();
    assert_eq!((gaps, found.lost(), found.latest), (vec![(11, 12, false)], 2, 12));
    mend(&mut vault);
    assert_eq!(vault.since(0).unwrap()[..10], model(10).since(0).unwrap()[..]);
    let (world, head) = vault.load().unwrap();
    assert_eq!((head, &world), (12, &model(10).load().unwrap().0));
    for case in (0..4).map(CaseId) {
        assert_eq!(vault.timeline(case).unwrap(), model(10).timeline(case).unwrap());
    }
}

#[test]
fn a_bad_backup_gives_way_to_an_older_good_one() {
    let (_temp, dir) = vault();
    let newest = copies(&dir).pop().unwrap();
    let mut bytes = fs::read(&newest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&newest, bytes).unwrap();
    lose_journal(&dir);
    let mut vault = hold(&dir);
    let found = hurt(&mut vault);
    assert_eq!(found.copy.as_ref().map(|(_, seq, shown)| (*seq, *shown)), Some((5, 5)));
    // The checkpoint stands at 8, but what 6 to 8 wrote in timelines is in nothing that is good.
    let gaps: Vec<_> = found.gaps.iter().map(|gap| (gap.first, gap.last, gap.is_covered, gap.is_told)).collect();
    assert_eq!((gaps, found.lost()), (vec![(6, 8, true, false), (9, 12, false, false)], 7));
}

#[test]
fn a_backup_of_a_copy_that_went_its_own_way_fills_nothing_in() {
    let (temp, dir) = vault();
    let fork = temp.path().join("fork");
    copy_tree(&dir, &fork);
    let mut other = unlock(&fork).unwrap();
    other.commit(12, &commit(vec![Change::add(event(900, 1, 1))])).unwrap();
    back_up(&other, 3);
    other.close().unwrap();
    let mut vault = unlock(&dir).unwrap();
    vault.commit(12, &nth(13)).unwrap();
    vault.close().unwrap();
    for path in copies(&dir) {
        fs::remove_file(path).unwrap();
    }
    let foreign = copies(&fork).pop().unwrap();
    fs::copy(&foreign, dir.join("backups").join(foreign.file_name().unwrap())).unwrap();
    flip_change(&dir, 4);
    assert_eq!(hurt(&mut hold(&dir)).copy, None, "they differ where both can be read");
    lose_journal(&dir);
    let found = hurt(&mut hold(&dir));
    assert_eq!((&found.copy, found.unread()), (&None, 13), "nor is it what the checkpoint says");
}

#[test]
fn a_case_erased_since_does_not_come_back_from_a_backup() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    let named = |words: &str, changes| Commit { act: Act::one(Verb::EditedCase, words, words), ..commit(changes) };
    let life = [
        named("Quetzal", vec![Change::add(case(1)), Change::add(event(1, 1, 1))]),
        named("", vec![Change::add(case(2)), Change::add(event(2, 2, 2))]),
    ];
    let mut memory = MemoryStore::new();
    for (head, commit) in (0..).zip(&life) {
        vault.commit(head, commit).unwrap();
        memory.commit(head, commit).unwrap();
    }
    back_up(&vault, 1);
    let gone = commit(vec![Change::add(crate::core::erased::Erased {
        numbers: memory.load().unwrap().0.counters(),
        ..erased(1)
    })]);
    vault.commit(2, &gone).unwrap();
    memory.commit(2, &gone).unwrap();
    vault.close().unwrap();
    lose_journal(&dir);
    let mut vault = hold(&dir);
    assert_eq!(hurt(&mut vault).copy.map(|(_, seq, shown)| (seq, shown)), Some((2, 2)));
    for _ in 0..2 {
        let (world, _) = vault.load().unwrap();
        assert!(world.case(CaseId(1)).is_none() && world.case(CaseId(2)).is_some());
        assert_eq!(vault.timeline(CaseId(1)).unwrap(), []);
        let commits = vault.since(0).unwrap();
        assert!(commits.iter().all(|(_, commit)| !commit.act.what.contains("Quetzal")));
        if vault.hurt().is_some() {
            mend(&mut vault);
        }
    }
}

fn keep_number(vault: &mut Vault, head: u64) {
    let kept = ANumber { case: CaseId(0), consent: "verbal".into(), on: day(1), sealed: Sealed::default() };
    let mut keeping = commit(vec![Change::add(kept)]);
    vault.seal_number(&mut keeping, &Zeroizing::new("A000000000".to_owned())).unwrap();
    vault.commit(head, &keeping).unwrap();
}

#[test]
fn a_number_that_nothing_opens_any_more_is_no_longer_said_to_be_kept() {
    for is_backed_up in [true, false] {
        let (temp, mut vault) = new_vault();
        let dir = temp.path().join("vault");
        vault.commit(0, &commit(vec![Change::add(case(0))])).unwrap();
        keep_number(&mut vault, 1);
        vault.commit(2, &nth(4)).unwrap();
        if is_backed_up {
            back_up(&vault, 1);
        }
        vault.close().unwrap();
        flip_change(&dir, 2);
        let mut vault = hold(&dir);
        let codes = hurt(&mut vault).numbers;
        for _ in 0..2 {
            let number = vault.load().unwrap().0.a_number(CaseId(0)).cloned();
            assert_eq!((number.is_some(), codes.len()), (is_backed_up, usize::from(!is_backed_up)));
            if let Some(number) = number {
                assert_eq!(*vault.open_number(&number).unwrap(), "A000000000", "also before the repair");
            }
            if vault.hurt().is_some() {
                mend(&mut vault);
            }
        }
    }
}

#[test]
fn after_a_repair_that_lost_the_last_changes_a_backup_is_made_at_once() {
    let (_temp, dir) = vault();
    for path in copies(&dir) {
        fs::remove_file(path).unwrap();
    }
    let vault = unlock(&dir).unwrap();
    vault.close().unwrap();
    lose_journal(&dir);
    let mut vault = hold(&dir);
    mend(&mut vault);
    assert!(vault.since(0).unwrap().iter().all(|(_, commit)| commit.at == minute(90)), "not of 1970");
    back_up(&vault, 5);
    assert_eq!(copies(&dir).len(), 1);
}
