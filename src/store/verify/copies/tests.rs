use super::*;
use crate::core::change::Change;
use crate::store::Flaw;
use crate::store::Store;
use crate::store::header;
use crate::store::journal::segment_path;
use crate::store::recovery::RecoveryKey;
use crate::store::rotation::Made;
use crate::store::testing::{commit, erased, minute};
use crate::store::vault::tests::{copy_tree, fill, new_vault, nth, passphrase, to_copy, unlock};
use crate::store::vault::{open, open_reader};
use chrono::NaiveDate;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
}

fn name(on: u32, seq: Seq) -> String {
    format!("{FOLDER}/{}", Made { seq, on: day(on) }.name())
}

/// A closed vault of six changes, with backups of the first three, four and six.
fn backed_up() -> (TempDir, PathBuf) {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    fill(&mut vault, 3);
    to_copy(&dir).backup_inside(minute(0), day(1)).unwrap();
    vault.commit(3, &nth(4)).unwrap();
    to_copy(&dir).backup_inside(minute(1), day(2)).unwrap();
    vault.commit(4, &nth(5)).unwrap();
    vault.commit(5, &nth(6)).unwrap();
    to_copy(&dir).backup_inside(minute(2), day(3)).unwrap();
    vault.close().unwrap();
    (temp, dir)
}

fn verified(dir: &Path) -> Report {
    open_reader(dir).unwrap().verify(&passphrase()).unwrap()
}

/// What is said of backups.
fn found(dir: &Path) -> Vec<(String, What)> {
    let own = |finding: &Finding| finding.place.starts_with(FOLDER);
    verified(dir).findings.into_iter().filter(own).map(|finding| (finding.place, finding.what)).collect()
}

/// Makes a change unreadable, and the checkpoint and the state with it.
fn hurt(dir: &Path, seq: usize) {
    let log = segment_path(&dir.join("journal"), 1);
    let mut bytes = fs::read(&log).unwrap();
    let mut at = 64;
    for _ in 1..seq {
        let length = u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        at += (64 + length + 8).next_multiple_of(64);
    }
    bytes[at + 90] ^= 1;
    fs::write(log, bytes).unwrap();
    fs::remove_file(dir.join("checkpoint")).unwrap();
}

#[test]
fn good_backups_are_nothing_to_speak_of_and_every_flipped_or_missing_byte_is() {
    let (_temp, dir) = backed_up();
    let report = verified(&dir);
    assert!(report.is_clean() && report.findings.is_empty(), "{:?}", report.findings);
    let place = dir.join(name(2, 4));
    let good = fs::read(&place).unwrap();
    let keys = header::Copies::load(&dir).unwrap().header.unlock(&passphrase()).unwrap();
    let kit = Kit::load(&dir, &keys).unwrap().unwrap();
    let proof = |bytes: &[u8]| {
        fs::write(&place, bytes).unwrap();
        prove(&place, 4, Some(kit.identity()), &keys.vault)
    };
    assert!(matches!(proof(&good), Proof::Good(_)));
    for at in (0..good.len()).step_by(5) {
        let mut bad = good.clone();
        bad[at] ^= 1;
        assert!(matches!(proof(&bad), Proof::Bad(_)), "byte {at} flipped");
        assert!(matches!(proof(&good[..at]), Proof::Bad(_)), "cut to {at}");
    }
    assert!(matches!(proof(&[&good[..], b"more"].concat()), Proof::Bad(_)));
    fs::write(&place, &good[..good.len() / 2]).unwrap();
    let report = verified(&dir);
    let [Finding { place: said, seq: Some(4), what: What::Backup(_) }] = report.findings.as_slice() else {
        unreachable!("{:?}", report.findings)
    };
    assert_eq!(*said, name(2, 4));
    assert!(!report.is_clean() && report.hurt.is_none() && place.exists());
}

#[test]
fn a_backup_under_the_name_of_a_later_one_is_bad_and_a_strangers_is_none_of_ours() {
    let (temp, dir) = backed_up();
    fs::copy(dir.join(name(1, 3)), dir.join(name(4, 9))).unwrap();
    assert_eq!(found(&dir), [(name(4, 9), What::Backup(Flaw::Form))]);
    fs::remove_file(dir.join(name(4, 9))).unwrap();
    let (_other, strange) = backed_up();
    fs::copy(strange.join(name(3, 6)), dir.join(name(4, 6))).unwrap();
    assert_eq!(found(&dir), []);
    drop(temp);
}

#[test]
fn a_backup_of_before_the_keys_were_changed_is_harmless() {
    let (_temp, dir) = backed_up();
    let mut keeper = open(&dir).unwrap().keep(&passphrase()).map_err(|(error, _)| error).unwrap();
    keeper.rotate(&passphrase(), &RecoveryKey::new().unwrap(), &mut |_, _| {}).unwrap();
    drop(keeper);
    let older = [name(1, 3), name(2, 4), name(3, 6)].map(|place| (place, What::OlderKey));
    assert_eq!(found(&dir), older, "there is no kit for the new keys yet");
    let mut vault = unlock(&dir).unwrap();
    vault.commit(6, &nth(7)).unwrap();
    to_copy(&dir).backup_inside(minute(3), day(4)).unwrap();
    vault.close().unwrap();
    assert_eq!(found(&dir), older);
    assert!(verified(&dir).is_clean());
}

#[test]
fn a_backup_with_what_the_journal_does_not_have_is_said() {
    let (temp, dir) = backed_up();
    let old = temp.path().join("old");
    copy_tree(&dir, &old);
    let mut vault = unlock(&dir).unwrap();
    vault.commit(6, &nth(7)).unwrap();
    vault.close().unwrap();
    to_copy(&dir).backup_inside(minute(3), day(4)).unwrap();
    fs::copy(dir.join(name(4, 7)), old.join(name(4, 7))).unwrap();
    assert_eq!(found(&old), [(name(4, 7), What::Ahead)]);
    // The same number, and another change.
    let mut vault = unlock(&old).unwrap();
    vault.commit(6, &nth(8)).unwrap();
    vault.close().unwrap();
    assert_eq!(found(&old), [(name(4, 7), What::Ahead)]);
    assert_eq!(found(&dir), []);
}

#[test]
fn erasing_a_case_makes_no_backup_a_bad_one() {
    let (_temp, dir) = backed_up();
    let mut vault = unlock(&dir).unwrap();
    let numbers = vault.load().unwrap().0.counters();
    let erased = crate::core::erased::Erased { numbers, ..erased(4) };
    vault.commit(6, &commit(vec![Change::add(erased)])).unwrap();
    vault.close().unwrap();
    assert_eq!(found(&dir), []);
}

#[test]
fn a_repaired_vault_does_not_blame_its_backups() {
    let mend = |dir: &Path| {
        let mut vault = open(dir).unwrap().unlock(&passphrase()).map_err(|(error, _)| error).unwrap();
        assert!(vault.mend(minute(5), day(5), &mut |_, _| {}).unwrap().is_some());
        vault.close().unwrap();
    };
    // A backup has the change that is lost.
    let (_temp, dir) = backed_up();
    hurt(&dir, 4);
    mend(&dir);
    assert_eq!(found(&dir), []);
    assert!(verified(&dir).is_clean());
    // None that is good has it: what stands in for it says nothing against a backup that comes back.
    let (temp, dir) = backed_up();
    hurt(&dir, 4);
    let away = temp.path().join("away");
    fs::rename(dir.join(FOLDER), &away).unwrap();
    mend(&dir);
    fs::rename(&away, dir.join(FOLDER)).unwrap();
    assert_eq!(found(&dir), []);
}
