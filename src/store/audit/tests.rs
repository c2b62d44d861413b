use super::*;
use crate::core::audit::Key;
use crate::core::change::{Change, Verb};
use crate::core::id::CaseId;
use crate::store::Store;
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

/// Where each frame of a segment lies.
fn frames(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut frames = Vec::new();
    let mut start = 64;
    while bytes.get(start..start + 4).is_some_and(|length| length != [0; 4]) {
        let length = u32::from_le_bytes(*bytes[start..].first_chunk().unwrap());
        let end = start + (64 + usize::try_from(length).unwrap() + 8).next_multiple_of(64);
        frames.push(start..end);
        start = end;
    }
    frames
}

#[test]
fn what_was_flipped_cut_dropped_or_reordered_is_found_and_its_place_said() {
    let temp = long();
    let path = segment_path(&place(&temp).join("audit"), 2);
    let good = fs::read(&path).unwrap();
    let found = frames(&good);
    assert!(found.len() > 3);
    let total = lines(&mut read(&temp)).len();
    let mut bad = Vec::new();
    for at in [found[1].start + 5, found[1].start + 20, found[2].start + 100] {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        bad.push(bytes);
    }
    // Dropped: what follows moves up.
    let mut dropped = good.clone();
    dropped.drain(found[1].clone());
    dropped.resize(good.len(), 0);
    bad.push(dropped);
    // Reordered: two neighbours of one size change places.
    let (one, two) = (found[1].clone(), found[2].clone());
    assert_eq!(one.len(), two.len());
    let mut swapped = good.clone();
    swapped[one.start..two.end].copy_from_slice(&[&good[two.clone()], &good[one.clone()]].concat());
    bad.push(swapped);
    // Cut: from the second frame on there is nothing.
    let mut cut = good.clone();
    cut[found[1].start..].fill(0);
    bad.push(cut);
    for bytes in bad {
        fs::write(&path, bytes).unwrap();
        let (before, damage) = broken(&temp);
        // Of what was cut off, the next file says that something is missing before it.
        let placed = damage.seq.is_some() || damage.place == "audit/000003.log";
        assert!(before < total && damage.is_of_audit() && placed, "{damage:?}");
    }
    fs::write(&path, &good).unwrap();
    assert_eq!(lines(&mut read(&temp)).len(), total);
}

#[test]
fn a_chain_that_ends_too_early_or_is_gone_is_found() {
    for gone in ["audit/000003.log", "audit.head", "audit", "all segments but the first"] {
        let temp = long();
        let vault = place(&temp);
        match gone {
            "audit" => fs::remove_dir_all(vault.join("audit")).unwrap(),
            "all segments but the first" => {
                for entry in fs::read_dir(vault.join("audit")).unwrap().map(Result::unwrap) {
                    if entry.file_name() != "000001.log" {
                        fs::remove_file(entry.path()).unwrap();
                    }
                }
            }
            file => fs::remove_file(vault.join(file)).unwrap(),
        }
        assert!(broken(&temp).1.is_of_audit(), "{gone}");
    }
}

#[test]
fn a_damaged_chain_keeps_nobody_out_and_is_set_aside() {
    let temp = long();
    let path = segment_path(&place(&temp).join("audit"), 2);
    let mut bytes = fs::read(&path).unwrap();
    bytes[200] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let mut vault = unlock(&temp);
    vault.enter(at(99), "ana");
    assert!(matches!(vault.report(), [Notice::AuditDamaged { kept, .. }] if kept == "audit.damaged"));
    add(&mut vault, 7);
    vault.close().unwrap();
    let begins = [Deed::BeganAnew { after: 0 }, Deed::Unlocked { writes: true }, changed(1, 7)];
    assert_eq!(deeds(&mut read(&temp)), begins);
    assert_eq!(set_aside(&place(&temp)).unwrap(), ["audit.damaged"]);
    assert_eq!(fs::read(segment_path(&place(&temp).join("audit.damaged"), 2)).unwrap(), bytes);
}

/// The header remembers what was removed beside it.
#[test]
fn an_audit_that_was_removed_as_a_whole_is_missed() {
    let temp = long();
    let dir = place(&temp);
    fs::remove_dir_all(dir.join("audit")).unwrap();
    fs::remove_file(dir.join("audit.head")).unwrap();
    let verify = || vault::open_reader(&dir).unwrap().verify(&passphrase()).unwrap();
    let found = verify();
    assert_eq!(found.findings.iter().map(|finding| finding.what.code()).collect::<Vec<_>>(), ["audit-gone"]);
    assert!(!found.is_clean());
    assert_eq!(broken(&temp).1.flaw, Flaw::Gone);
    let mut reader = read(&temp);
    reader.enter(at(98), "bea");
    assert_eq!(reader.report(), [Notice::AuditGone]);
    assert_eq!(deeds(&mut reader), [Deed::BeganAfterLoss { after: 0 }, Deed::Unlocked { writes: false }]);
    let found = verify();
    assert_eq!(found.findings.iter().map(|finding| finding.what.code()).collect::<Vec<_>>(), ["audit-begun"]);
    // Again, and whoever holds it finds it so too; also after everything was sealed anew.
    let mut keeper = vault::open(&dir).unwrap().keep(&passphrase()).map_err(|(error, _)| error).unwrap();
    let recovery = crate::store::recovery::RecoveryKey::new().unwrap();
    keeper.rotate(&passphrase(), &recovery, &mut |_, _| {}).unwrap();
    drop(keeper);
    fs::remove_dir_all(dir.join("audit.g2")).unwrap();
    fs::remove_file(dir.join("audit.head.g2")).unwrap();
    let mut vault = unlock(&temp);
    vault.enter(at(99), "ana");
    assert_eq!(vault.report(), [Notice::AuditGone]);
    assert_eq!(deeds(&mut vault), [Deed::BeganAfterLoss { after: 0 }, Deed::Unlocked { writes: true }]);
}

/// A vault of before headers remembered it is told of from its next opening on.
#[test]
fn an_older_vault_remembers_its_audit_once_it_was_opened() {
    let temp = tempfile::tempdir().unwrap();
    drop(vault::create(&place(&temp), &passphrase(), Kdf::Test).unwrap());
    let header = || fs::read(place(&temp).join("vault.hdr")).unwrap();
    let before = header();
    let mut vault = unlock(&temp);
    assert_eq!(header(), before, "there is none yet");
    vault.enter(at(0), "ana");
    let after = header();
    assert!(before != after && before.len() == after.len());
    drop(vault);
    unlock(&temp).enter(at(1), "ana");
    assert_eq!(header(), after, "once is enough");
    assert_eq!(deeds(&mut read(&temp))[0], Deed::Began { after: 0 });
}

#[test]
fn what_is_proven_of_a_chain_set_aside_is_still_read() {
    for (gone, at_least) in [("a flipped byte", 10), ("audit.head", 41), ("audit/000002.log", 5)] {
        let temp = long();
        let dir = place(&temp);
        let whole = lines(&mut read(&temp));
        if gone == "a flipped byte" {
            let path = segment_path(&dir.join("audit"), 3);
            let mut bytes = fs::read(&path).unwrap();
            let at = frames(&bytes)[1].start + 100;
            bytes[at] ^= 1;
            fs::write(&path, bytes).unwrap();
        } else {
            fs::remove_file(dir.join(gone)).unwrap();
        }
        let mut vault = unlock(&temp);
        vault.enter(at(99), "ana");
        let mut aside = Vec::new();
        read(&temp).each_line_aside(&mut |line| aside.push(line)).unwrap();
        assert!(aside.len() >= at_least && aside.len() <= whole.len(), "{gone}: {} of {}", aside.len(), whole.len());
        assert!(aside.iter().zip(&whole).all(|(one, other)| one.is_aside && one.entry == other.entry), "{gone}");
    }
}

/// Sealed anew, a damaged chain is set aside, and the next one says that, not that there was none.
#[test]
fn a_damaged_chain_is_told_from_one_that_is_gone_also_when_all_is_sealed_anew() {
    let temp = long();
    fs::remove_file(place(&temp).join("audit.head")).unwrap();
    let mut keeper = vault::open(&place(&temp)).unwrap().keep(&passphrase()).map_err(|(error, _)| error).unwrap();
    let recovery = crate::store::recovery::RecoveryKey::new().unwrap();
    keeper.rotate(&passphrase(), &recovery, &mut |_, _| {}).unwrap();
    drop(keeper);
    let mut vault = unlock(&temp);
    vault.enter(at(99), "ana");
    assert_eq!(vault.report(), []);
    assert_eq!(deeds(&mut vault)[0], Deed::BeganAnew { after: 0 });
    assert_eq!(set_aside(&place(&temp)).unwrap(), ["audit.damaged"]);
}

#[test]
fn a_write_that_was_cut_short_is_no_damage() {
    let temp = long();
    let audit = place(&temp).join("audit");
    let last = fs::read_dir(&audit).unwrap().count();
    let path = segment_path(&audit, u64::try_from(last).unwrap());
    let mut bytes = fs::read(&path).unwrap();
    let end = frames(&bytes).last().unwrap().end;
    bytes[end..end + 20].fill(7);
    fs::write(&path, bytes).unwrap();
    let before = lines(&mut read(&temp)).len();
    let mut vault = unlock(&temp);
    vault.enter(at(99), "ana");
    assert_eq!(vault.report(), []);
    assert_eq!(lines(&mut vault).len(), before + 1);
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
