mod damage;

use super::chain::Page;
use super::*;
use crate::core::audit::Key;
use crate::core::change::{Change, Verb};
use crate::core::id::CaseId;
use crate::store::Store;
use crate::store::codec;
use crate::store::journal::segment_path;
use crate::store::keys::{Kdf, Passphrase};
use crate::store::testing::{case, commit};
use crate::store::vault::{self, Reader, Vault};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;
use zeroize::Zeroizing;

fn passphrase() -> Passphrase {
    Zeroizing::new(b"correct horse battery".to_vec())
}

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + minute * 60, 0).unwrap()
}

fn place(temp: &TempDir) -> PathBuf {
    temp.path().join("vault")
}

/// A vault that `ana` opened at minute 0.
fn new_vault() -> (TempDir, Vault) {
    let temp = tempfile::tempdir().unwrap();
    let mut vault = vault::create(&place(&temp), &passphrase(), Kdf::Test).unwrap();
    vault.enter(at(0), "ana");
    (temp, vault)
}

fn unlock(temp: &TempDir) -> Vault {
    vault::open(&place(temp)).unwrap().unlock(&passphrase()).map_err(|(error, _)| error).unwrap()
}

fn read(temp: &TempDir) -> Reader {
    vault::open_reader(&place(temp)).unwrap().unlock(&passphrase()).map_err(|(error, _)| error).unwrap()
}

fn add(vault: &mut Vault, n: u32) {
    let head = vault.head();
    vault.commit(head, &commit(vec![Change::add(case(n))])).unwrap();
}

fn lines(audited: &mut impl Audited) -> Vec<Line> {
    let mut lines = Vec::new();
    audited.each_line(&mut |line| lines.push(line)).unwrap();
    lines
}

fn deeds(audited: &mut impl Audited) -> Vec<Deed> {
    lines(audited).into_iter().map(|line| line.entry.deed).collect()
}

fn changed(seq: Seq, n: u32) -> Deed {
    let act = commit(Vec::new()).act;
    Deed::Changed { seq, verb: act.verb, count: act.count, cases: vec![CaseId(n)], undoes: None }
}

/// A vault with several segments of audit, closed.
fn long() -> TempDir {
    let (temp, mut vault) = new_vault();
    for n in 0..40 {
        vault.note(at(n), Deed::Viewed(CaseId(u32::try_from(n).unwrap())));
        vault.write_notes().unwrap();
    }
    vault.close().unwrap();
    temp
}

/// Where a damage is found, and how many lines come before it.
fn broken(temp: &TempDir) -> (usize, crate::store::Damage) {
    let mut before = 0;
    match read(temp).each_line(&mut |_| before += 1) {
        Err(Error::Damaged(damage)) => (before, damage),
        other => panic!("{other:?}"),
    }
}

#[test]
fn says_who_did_what_in_the_order_it_happened() {
    let (temp, mut vault) = new_vault();
    add(&mut vault, 7);
    vault.note(at(1), Deed::Viewed(CaseId(7)));
    add(&mut vault, 8);
    vault.note(at(2), Deed::Viewed(CaseId(8)));
    vault.note(at(3), Deed::Closed);
    vault.close().unwrap();
    let mut reader = read(&temp);
    let lines = lines(&mut reader);
    let who = Who { slot: 1, key: Key::Passphrase, user: "ana".into() };
    assert!(lines.iter().all(|line| line.who == who));
    let want = [
        Deed::Began { after: 0 },
        Deed::Unlocked { writes: true },
        changed(1, 7),
        Deed::Viewed(CaseId(7)),
        changed(2, 8),
        Deed::Viewed(CaseId(8)),
        Deed::Closed,
    ];
    assert_eq!(deeds(&mut reader), want);
}

#[test]
fn a_killed_program_leaves_out_what_was_looked_at_and_no_change() {
    let (temp, mut vault) = new_vault();
    add(&mut vault, 7);
    vault.note(at(1), Deed::Viewed(CaseId(7)));
    drop(vault);
    // Before anybody opens it again, the change stands there already.
    let want = [Deed::Began { after: 0 }, Deed::Unlocked { writes: true }, changed(1, 7)];
    assert_eq!(deeds(&mut read(&temp)), want);
    let mut vault = unlock(&temp);
    vault.enter(at(9), "bea");
    let lines = lines(&mut vault);
    let users: Vec<&str> = lines.iter().map(|line| line.who.user.as_str()).collect();
    assert_eq!(users, ["ana", "ana", "ana", "bea"], "the change is hers who made it");
    assert!(lines.iter().all(|line| line.page.is_some()));
}

#[test]
fn views_are_gathered_and_a_change_writes_nothing_here() {
    let (temp, mut vault) = new_vault();
    let head = || fs::read(place(&temp).join("audit.head")).unwrap();
    let before = head();
    for minute in 0..50 {
        vault.note(at(minute), Deed::Viewed(CaseId(u32::try_from(minute % 3).unwrap())));
        add(&mut vault, u32::try_from(minute).unwrap());
    }
    assert_eq!(head(), before, "nothing was written yet");
    vault.write_notes().unwrap();
    let lines = lines(&mut vault);
    let viewed = lines.iter().filter(|line| matches!(line.entry.deed, Deed::Viewed(_))).count();
    assert_eq!((viewed, lines.len()), (3, 2 + 50 + 3), "each case once");
    let pages: std::collections::BTreeSet<_> = lines.iter().map(|line| line.page).collect();
    assert_eq!(pages.len(), 3, "all of them on one page");
}

#[test]
fn a_clock_that_was_set_back_changes_no_order() {
    let (temp, mut vault) = new_vault();
    for (n, minute) in [90, -5000, 30, 0].into_iter().enumerate() {
        vault.note(at(minute), Deed::Viewed(CaseId(u32::try_from(n).unwrap())));
        vault.write_notes().unwrap();
    }
    drop(vault);
    let seen: Vec<u32> = deeds(&mut read(&temp)).iter().flat_map(Deed::cases).map(|case| case.0).collect();
    assert_eq!(seen, [0, 1, 2, 3]);
}

#[test]
fn those_who_only_read_write_beside_the_one_who_holds_the_vault() {
    let (temp, mut vault) = new_vault();
    add(&mut vault, 7);
    let mut reader = read(&temp);
    reader.enter(at(1), "bea");
    reader.note(at(2), Deed::BackedUp { change: 1 });
    vault.note(at(3), Deed::Viewed(CaseId(7)));
    vault.write_notes().unwrap();
    reader.write_notes().unwrap();
    vault.note(at(4), Deed::Closed);
    vault.close().unwrap();
    let lines = lines(&mut read(&temp));
    let told: Vec<(&str, &Deed)> = lines.iter().map(|line| (line.who.user.as_str(), &line.entry.deed)).collect();
    let want = [
        ("ana", Deed::Began { after: 0 }),
        ("ana", Deed::Unlocked { writes: true }),
        ("bea", Deed::Unlocked { writes: false }),
        ("ana", changed(1, 7)),
        ("ana", Deed::Viewed(CaseId(7))),
        ("bea", Deed::BackedUp { change: 1 }),
        ("ana", Deed::Closed),
    ];
    assert_eq!(told, want.iter().map(|(who, deed)| (*who, deed)).collect::<Vec<_>>());
}

#[test]
fn wrong_passphrases_are_told_once_and_stand_in_the_chain() {
    let (temp, vault) = new_vault();
    vault.close().unwrap();
    refuse(&place(&temp), at(5)).unwrap();
    refuse(&place(&temp), at(9)).unwrap();
    // Somebody who only reads leaves it to the one who holds the vault.
    let mut reader = read(&temp);
    reader.enter(at(10), "bea");
    assert!(reader.report().is_empty());
    let mut vault = unlock(&temp);
    vault.enter(at(11), "ana");
    assert_eq!(vault.report(), [Notice::Refused { count: 2, since: at(5) }]);
    assert!(deeds(&mut vault).contains(&Deed::Refused { count: 2, first: at(5), last: at(9) }));
    drop(vault);
    let mut vault = unlock(&temp);
    vault.enter(at(12), "ana");
    assert_eq!(vault.report(), []);
}

#[test]
fn records_that_went_back_are_told_and_what_follows_is_not_lost() {
    let (temp, mut vault) = new_vault();
    add(&mut vault, 1);
    vault.close().unwrap();
    let journal = place(&temp).join("journal/000001.log");
    let kept = [journal, place(&temp).join("head"), place(&temp).join("checkpoint")];
    let old = kept.each_ref().map(|path| fs::read(path).unwrap());
    let mut vault = unlock(&temp);
    vault.enter(at(1), "ana");
    add(&mut vault, 2);
    add(&mut vault, 3);
    vault.close().unwrap();
    for (path, bytes) in kept.iter().zip(old) {
        fs::write(path, bytes).unwrap();
    }
    let mut vault = unlock(&temp);
    vault.enter(at(2), "ana");
    add(&mut vault, 4);
    vault.close().unwrap();
    let told = deeds(&mut read(&temp));
    let after = told.iter().position(|deed| *deed == Deed::Restored { change: 1 }).unwrap();
    assert!(told[..after].contains(&changed(3, 3)));
    assert!(told[after..].contains(&changed(2, 4)));
}

#[test]
fn a_vault_of_before_there_was_an_audit_gets_one_from_its_journal() {
    let temp = tempfile::tempdir().unwrap();
    let mut vault = vault::create(&place(&temp), &passphrase(), Kdf::Test).unwrap();
    for n in 1..=1200 {
        add(&mut vault, n % 200);
    }
    vault.close().unwrap();
    let mut vault = unlock(&temp);
    vault.enter(at(0), "ana");
    let lines = lines(&mut vault);
    assert_eq!(lines[0].entry.deed, Deed::Began { after: 1200 });
    assert_eq!(lines.len(), 1202);
    assert!(lines[1..1201].iter().all(|line| line.who == Who::default() && line.page.is_some()));
}

#[test]
fn a_chain_is_copied_whole_under_other_keys() {
    let temp = long();
    let dir = place(&temp);
    let old = Keys::new([1; 16], &Zeroizing::new([2; 32]));
    let (from, to) = (Places::new(&dir, 8), Places::new(&dir, 9));
    let mut audit = Audit::new(&from, &old);
    audit.opened_by(Who { slot: 3, key: Key::Person, user: "bea".into() }, false);
    for n in 0..30 {
        audit.note(0, at(n), Deed::Keys { slot: 2, change: crate::core::audit::KeyChange::Recovery });
        audit.note(0, at(n), Deed::Revealed { case: CaseId(4), purpose: "court hotline".into() });
        audit.write(None).unwrap();
    }
    let new = Keys::new([1; 16], &Zeroizing::new([3; 32]));
    reseal(&from, &old, &to, &new).unwrap();
    let all = |places: &Places, keys: &Keys| {
        let mut lines = Vec::new();
        list(places, &Arc::new(keys.for_audit()), &mut |line| lines.push(line)).map(|_| lines)
    };
    assert_eq!(all(&to, &new).unwrap(), all(&from, &old).unwrap());
    assert!(all(&to, &old).is_err());
}

#[test]
fn the_chain_tells_nothing_to_those_without_the_key() {
    let (temp, mut vault) = new_vault();
    vault.note(at(1), Deed::Revealed { case: CaseId(4), purpose: "court hotline".into() });
    vault.close().unwrap();
    for entry in fs::read_dir(place(&temp).join("audit")).unwrap().map(Result::unwrap) {
        let bytes = fs::read(entry.path()).unwrap();
        for word in ["hotline", "ana"] {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word}");
        }
    }
}

/// The bytes of a page. If this fails, its shape has changed and older chains would be read wrongly: give pages another
/// schema.
#[test]
fn pages_are_these_bytes() {
    let who = Who { slot: 1, key: Key::Recovery, user: "a".into() };
    let entry = |deed| Entry { at: DateTime::from_timestamp_millis(1).unwrap(), deed };
    let entries = vec![
        entry(Deed::Unlocked { writes: true }),
        entry(Deed::Changed { seq: 9, verb: Verb::ErasedCase, count: 1, cases: vec![CaseId(3)], undoes: None }),
        entry(Deed::Revealed { case: CaseId(3), purpose: "p".into() }),
    ];
    let page = Page { who, holder: Who::default(), upto: 9, entries };
    let hex = data_encoding::HEXLOWER.encode(&codec::encode(&page).unwrap());
    let want = concat!(
        "010200000001000000000000006100000000000000000000000000090000000000000003000000000000000100000000",
        "000000020000000101000000000000000700000009000000000000002b00000001000000010000000000000003000000",
        "0001000000000000000c00000003000000010000000000000070",
    );
    assert_eq!(hex, want);
}
