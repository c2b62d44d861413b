use super::*;
use crate::core::change::{Change, Commit, Seq};
use crate::core::erased::Erased;
use crate::store::memory::MemoryStore;
use crate::store::testing::{case, commit, deadline, erased, event, every_kind};
use crate::store::{Flaw, contract};
use proptest::prelude::*;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use tempfile::TempDir;
use zeroize::Zeroizing;

pub(in crate::store) fn passphrase() -> Passphrase {
    Zeroizing::new(b"correct horse battery".to_vec())
}

pub(in crate::store) fn new_vault() -> (TempDir, Vault) {
    let temp = tempfile::tempdir().unwrap();
    let vault = create(&temp.path().join("vault"), &passphrase(), Kdf::Test).unwrap();
    (temp, vault)
}

pub(in crate::store) fn unlock(dir: &Path) -> Result<Vault, Error> {
    let vault = open(dir)?.unlock(&passphrase()).map_err(|(error, _)| error)?;
    // Damage that shows only when the records are read is left for the test to find.
    match vault.hurt().cloned() {
        Some(hurt) => Err(Error::Damaged(hurt.damage)),
        None => Ok(vault),
    }
}

pub(in crate::store) fn to_copy(dir: &Path) -> Reader {
    open_reader(dir).unwrap().unlock_to_copy(&passphrase()).map_err(|(error, _)| error).unwrap()
}

pub(in crate::store) fn read(dir: &Path) -> Reader {
    open_reader(dir).unwrap().unlock(&passphrase()).map_err(|(error, _)| error).unwrap()
}

pub(in crate::store) fn copy_tree(from: &Path, to: &Path) {
    files::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_tree(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Commit number `n` of a small life: cases, deadlines, events, and now and then something taken back.
pub(in crate::store) fn nth(n: u32) -> Commit {
    let mut changes = vec![Change::add(event(n, n % 3, n))];
    match n % 4 {
        0 => changes.push(Change::add(case(n))),
        1 => changes.push(Change::add(deadline(n, n % 3))),
        2 if n > 4 => changes.push(Change::remove(event(n - 3, (n - 3) % 3, n - 3))),
        _ => {}
    }
    commit(changes)
}

/// Makes the first `commits` commits.
pub(in crate::store) fn fill(store: &mut impl Store, commits: u32) {
    for n in 1..=commits {
        assert_eq!(store.commit(u64::from(n) - 1, &nth(n)).unwrap(), u64::from(n));
    }
}

/// A store in memory with the first `commits` commits.
pub(in crate::store) fn model(commits: u32) -> MemoryStore {
    let mut store = MemoryStore::new();
    fill(&mut store, commits);
    store
}

pub(in crate::store) fn assert_same(one: &mut impl Store, other: &mut impl Store) {
    assert_eq!(one.load().unwrap(), other.load().unwrap());
    for case in 0..4 {
        assert_eq!(one.timeline(CaseId(case)).unwrap(), other.timeline(CaseId(case)).unwrap(), "case {case}");
    }
    assert_eq!(one.since(0).unwrap(), other.since(0).unwrap());
}

#[test]
fn keeps_the_contract() {
    let mut temps = Vec::new();
    contract::holds(|| {
        let (temp, vault) = new_vault();
        temps.push(temp);
        vault
    });
}

#[test]
fn a_closed_vault_opens_as_it_was() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    for n in 1..=40 {
        assert_eq!(vault.commit(u64::from(n) - 1, &nth(n)).unwrap(), u64::from(n));
        if n % 8 == 0 {
            assert_same(&mut vault, &mut model(n));
            vault.close().unwrap();
            vault = unlock(&dir).unwrap();
            assert_eq!(vault.report(), []);
            assert_same(&mut vault, &mut model(n));
            assert_eq!(vault.report(), []);
        }
    }
    assert!(vault.is_test_kdf());
}

/// A copy of the files at any moment is what a killed process leaves.
#[test]
fn a_vault_that_was_never_closed_loses_nothing() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    for n in 1..=24 {
        vault.commit(u64::from(n) - 1, &nth(n)).unwrap();
        if n == 9 {
            vault.close().unwrap();
            vault = unlock(&dir).unwrap();
        }
        if n > 5 {
            vault.timeline(CaseId(1)).unwrap();
        }
        let copy = temp.path().join(format!("copy-{n}"));
        copy_tree(&dir, &copy);
        let mut killed = unlock(&copy).unwrap();
        assert_same(&mut killed, &mut model(n));
        let rebuilt = killed.report().contains(&Notice::StateRebuilt);
        assert_eq!(rebuilt, n > 5, "after {n}");
        killed.commit(u64::from(n), &nth(n + 1)).unwrap();
        killed.close().unwrap();
        assert_same(&mut unlock(&copy).unwrap(), &mut model(n + 1));
        fs::remove_dir_all(copy).unwrap();
    }
}

#[test]
fn what_was_made_from_the_journal_may_go() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    fill(&mut vault, 12);
    vault.timeline(CaseId(1)).unwrap();
    vault.close().unwrap();
    for gone in ["head", "checkpoint", "state", "state.proof", "lock", "vault.hdr", "vault.hdr.2"] {
        let path = dir.join(gone);
        if path.is_dir() {
            fs::remove_dir_all(&path).unwrap();
        } else {
            fs::remove_file(&path).unwrap();
        }
        let mut vault = unlock(&dir).unwrap();
        assert_same(&mut vault, &mut model(12));
        vault.close().unwrap();
    }
}

/// One bit in every so many of every file: refused with a reason, or nothing is lost.
#[test]
fn a_flipped_bit_anywhere_is_noticed_or_harmless() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    fill(&mut vault, 12);
    vault.timeline(CaseId(1)).unwrap();
    vault.close().unwrap();
    let kept = temp.path().join("kept");
    copy_tree(&dir, &kept);
    let files = ["vault.hdr", "head", "checkpoint", "state.proof", "state/db", "state/conf", "journal/000001.log"];
    for name in files {
        // The journal's own test flips every bit; what is not written yet is zeros.
        let size = fs::metadata(kept.join(name)).unwrap().len().min(12_000);
        for at in (0..size).step_by(usize::try_from(size / 12).unwrap().max(1)) {
            let byte = fs::read(kept.join(name)).unwrap()[usize::try_from(at).unwrap()] ^ (1 << (at % 8));
            files::open(&dir.join(name), true).unwrap().write_all_at(&[byte], at).unwrap();
            match unlock(&dir) {
                Ok(mut vault) => assert_same(&mut vault, &mut model(12)),
                Err(Error::Damaged(_) | Error::Newer { .. }) => assert!(name.starts_with("journal"), "{name} {at}"),
                Err(other) => unreachable!("{name} at {at}: {other}"),
            }
            fs::remove_dir_all(&dir).unwrap();
            copy_tree(&kept, &dir);
        }
    }
}

#[test]
fn a_journal_cut_short_is_damage_even_after_a_kill() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    let mut lengths = Vec::new();
    for n in 1..=8 {
        vault.commit(u64::from(n) - 1, &nth(n)).unwrap();
        let bytes = fs::read(dir.join("journal/000001.log")).unwrap();
        lengths.push(bytes.iter().rposition(|byte| *byte != 0).unwrap() as u64 + 1);
    }
    for length in lengths.into_iter().rev().skip(1) {
        let copy = temp.path().join("copy");
        copy_tree(&dir, &copy);
        files::open(&copy.join("journal/000001.log"), true).unwrap().set_len(length).unwrap();
        let Err(Error::Damaged(damage)) = unlock(&copy) else { unreachable!("{length}") };
        assert_eq!((damage.place.as_str(), damage.flaw), ("journal/000001.log", Flaw::BehindHead));
        fs::remove_dir_all(copy).unwrap();
    }
}

/// What is left of the records is not written down as all there are.
#[test]
fn damage_that_shows_at_the_close_leaves_the_checkpoint_as_it_was() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    fill(&mut vault, 8);
    let journal = dir.join("journal/000001.log");
    let good = fs::read(&journal).unwrap();
    let mut bad = good.clone();
    bad[200] ^= 1;
    fs::write(&journal, bad).unwrap();
    assert!(matches!(vault.close(), Err(Error::Damaged(_))));
    // The disk gave wrong bytes for a while, as one does whose cable is loose.
    fs::write(&journal, good).unwrap();
    assert_same(&mut unlock(&dir).unwrap(), &mut model(8));
}

/// Whoever moves, removes, replaces or cuts the files of an open vault: nothing is acknowledged after it, nothing is
/// written to what lies there now, and what was acknowledged before is where it was.
#[test]
fn nothing_is_acknowledged_once_the_files_are_not_those_at_their_place() {
    type Blow = fn(&Path, &Path);
    let blows: [(&str, Blow); 6] = [
        ("moved", |dir, away| fs::rename(dir, away).unwrap()),
        ("swapped", |dir, away| {
            fs::rename(dir, away).unwrap();
            create(dir, &passphrase(), Kdf::Test).unwrap().close().unwrap();
        }),
        ("copied and put back", |dir, away| {
            fs::rename(dir, away).unwrap();
            copy_tree(away, dir);
        }),
        ("removed", |dir, _| fs::remove_dir_all(dir).unwrap()),
        ("lock replaced", |dir, away| {
            copy_tree(dir, away);
            fs::remove_file(dir.join("lock")).unwrap();
            fs::write(dir.join("lock"), "").unwrap();
        }),
        ("journal cut", |dir, away| {
            copy_tree(dir, away);
            files::open(&dir.join("journal/000001.log"), true).unwrap().set_len(200).unwrap();
        }),
    ];
    for (name, blow) in blows {
        let (temp, mut vault) = new_vault();
        let (dir, away) = (temp.path().join("vault"), temp.path().join("away"));
        fill(&mut vault, 5);
        blow(&dir, &away);
        let listing = |dir: &Path| fs::read_dir(dir).map(Iterator::count).ok();
        let before = (listing(&dir), fs::read(dir.join("journal/000001.log")).ok(), fs::read(dir.join("head")).ok());
        let is_moved = |refused: Result<Seq, Error>| matches!(refused, Err(Error::NotSaved(why)) if matches!(why.error(), Error::Moved));
        assert!(is_moved(vault.commit(5, &nth(6))), "{name}");
        assert!(matches!(vault.timeline(CaseId(1)), Err(Error::Moved)), "{name}");
        if name == "moved" {
            // Somebody else may have had it meanwhile.
            fs::rename(&away, &dir).unwrap();
            assert!(is_moved(vault.commit(5, &nth(6))));
            fs::rename(&dir, &away).unwrap();
        }
        assert!(matches!(vault.close(), Err(Error::Moved)), "{name}");
        let after = (listing(&dir), fs::read(dir.join("journal/000001.log")).ok(), fs::read(dir.join("head")).ok());
        assert_eq!(after, before, "{name}");
        if name != "removed" {
            assert_same(&mut unlock(&away).unwrap(), &mut model(5));
        }
    }
}

#[test]
fn what_cannot_be_written_at_the_close_is_told_from_what_is_lost() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    fill(&mut vault, 3);
    let in_the_way = dir.join("checkpoint.new");
    fs::create_dir(&in_the_way).unwrap();
    assert!(matches!(vault.close(), Err(Error::NotClosed(why)) if matches!(why.error(), Error::Io { .. })));
    assert_same(&mut unlock(&dir).unwrap(), &mut model(3));
}

/// Without the head nobody knows whether there was more, and nobody says so.
#[test]
fn what_no_file_bears_witness_of_is_said_to_be_unknown() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    fill(&mut vault, 6);
    let log = dir.join("journal/000001.log");
    let whole = fs::read(&log).unwrap();
    let five = whole.iter().rposition(|byte| *byte != 0).unwrap();
    vault.close().unwrap();
    fs::remove_file(dir.join("checkpoint")).unwrap();
    assert_eq!(read(&dir).report(), []);
    let mut forged = fs::read(dir.join("head")).unwrap();
    forged[20] ^= 1;
    fs::write(dir.join("head"), forged).unwrap();
    assert_eq!(read(&dir).report(), [Notice::Unwitnessed { last: 6 }]);
    fs::remove_file(dir.join("head")).unwrap();
    fs::write(&log, &whole[..five - 100]).unwrap();
    assert_eq!(read(&dir).report(), [Notice::Unwitnessed { last: 5 }]);
    let opened = unlock(&dir).unwrap();
    let [Notice::Unwitnessed { last: 5 }, Notice::TornTail { after: 5, witnessed: false, .. }] = opened.report() else {
        unreachable!("{:?}", opened.report())
    };
}

#[test]
fn a_wrong_passphrase_gives_the_locked_vault_back() {
    let (temp, vault) = new_vault();
    let dir = temp.path().join("vault");
    assert!(matches!(open(&dir), Err(Error::InUse(holder)) if holder == std::process::id().to_string()));
    vault.close().unwrap();
    let locked = open(&dir).unwrap();
    let (error, locked) = locked.unlock(&Zeroizing::new(b"Correct horse battery".to_vec())).err().unwrap();
    assert!(matches!(error, Error::WrongPassphrase));
    assert!(matches!(open(&dir), Err(Error::InUse(_))), "still held");
    locked.unlock(&passphrase()).map_err(|(error, _)| error).unwrap().close().unwrap();
}

#[test]
fn is_only_made_where_nothing_is() {
    let temp = tempfile::tempdir().unwrap();
    let make = |dir: &Path| create(dir, &passphrase(), Kdf::Test).map(drop);
    let deep = temp.path().join("a/b/vault");
    make(&deep).unwrap();
    assert!(matches!(make(&deep), Err(Error::Exists(_))));
    for made in ["a", "a/b", "a/b/vault", "a/b/vault/journal"] {
        assert_eq!(fs::metadata(temp.path().join(made)).unwrap().mode() & 0o777, 0o700);
    }
    for made in ["vault.hdr", "vault.hdr.2", "head", "lock", "journal/000001.log"] {
        assert_eq!(fs::metadata(deep.join(made)).unwrap().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::read_dir(temp.path().join("a/b")).unwrap().count(), 1, "nothing is left beside it");
    let link = temp.path().join("link");
    symlink(&deep, &link).unwrap();
    assert!(matches!(make(&link), Err(Error::Unsafe(_))));
    assert!(matches!(open(&link), Err(Error::Unsafe(_))));
    assert!(matches!(open_reader(&link), Err(Error::Unsafe(_))));
    let empty = temp.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert!(matches!(open(&empty), Err(Error::Missing(_))));
    make(&empty).unwrap();
    fs::write(temp.path().join("a/letter.txt"), "a letter").unwrap();
    assert!(matches!(make(&temp.path().join("a")), Err(Error::Exists(_))));
    assert!(matches!(make(&temp.path().join("a/letter.txt")), Err(Error::Exists(_))));
}

#[test]
fn reads_beside_the_holder_and_changes_nothing() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    for n in 1..=9 {
        let mut reader = read(&dir);
        let files = fs::read_dir(&dir).unwrap().count();
        vault.commit(u64::from(n) - 1, &nth(n)).unwrap();
        assert_same(&mut reader, &mut model(n - 1));
        assert!(matches!(reader.commit(u64::from(n) - 1, &nth(n)), Err(Error::ReadOnly)));
        assert_eq!(fs::read_dir(&dir).unwrap().count(), files);
    }
    vault.close().unwrap();
    let mut reader = read(&dir);
    assert_same(&mut reader, &mut model(9));
    let (wrong, _) = open_reader(&dir).unwrap().unlock(&Zeroizing::new(Vec::new())).err().unwrap();
    assert!(matches!(wrong, Error::WrongPassphrase));
}

/// A frame of which only a part is written yet is not there for a reader, and stays where it is.
#[test]
fn a_reader_stops_before_a_commit_that_is_being_written() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    let log = dir.join("journal/000001.log");
    fill(&mut vault, 3);
    let before = fs::read(&log).unwrap();
    vault.commit(3, &nth(4)).unwrap();
    let after = fs::read(&log).unwrap();
    vault.close().unwrap();
    let head = dir.join("head");
    fs::remove_file(head).unwrap();
    fs::remove_file(dir.join("checkpoint")).unwrap();
    let start = before.iter().rposition(|byte| *byte != 0).unwrap() + 1;
    for written in [1, 40, 64, 100, 300] {
        let mut bytes = before.clone();
        bytes[start..start + written].copy_from_slice(&after[start..start + written]);
        fs::write(&log, &bytes).unwrap();
        let mut reader = read(&dir);
        assert_same(&mut reader, &mut model(3));
        assert_eq!(fs::read(&log).unwrap(), bytes);
    }
}

#[test]
fn a_large_commit_gets_its_own_segment() {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    let many = commit((1..=1500).map(|n| Change::add(event(n, n % 300, n))).chain(every_kind().changes).collect());
    let mut memory = MemoryStore::new();
    for head in 0..3 {
        vault.commit(head, &many).unwrap();
        memory.commit(head, &many).unwrap();
    }
    assert!(dir.join("journal/000002.log").exists());
    assert_same(&mut vault, &mut memory);
    vault.close().unwrap();
    assert_same(&mut unlock(&dir).unwrap(), &mut memory);
}

#[derive(Debug, Clone)]
enum Step {
    Commit(Vec<(u8, u8, bool)>),
    Timeline(u8),
    Erase(u8),
    Close,
    Kill,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let change = (0_u8..6, 0_u8..4, any::<bool>());
    let step = prop_oneof![
        6 => prop::collection::vec(change, 1..5).prop_map(Step::Commit),
        2 => (0_u8..4).prop_map(Step::Timeline),
        1 => (0_u8..4).prop_map(Step::Erase),
        1 => Just(Step::Close),
        1 => Just(Step::Kill),
    ];
    prop::collection::vec(step, 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is committed, closed and killed in between: the vault is always what the store in memory is.
    #[test]
    fn equals_the_store_in_memory(steps in steps()) {
        let (temp, mut vault) = new_vault();
        let mut dir = temp.path().join("vault");
        let mut memory = MemoryStore::new();
        let mut head = 0;
        for (number, step) in steps.into_iter().enumerate() {
            match step {
                Step::Commit(changes) => {
                    let changes = changes.into_iter().map(|(kind, n, add)| {
                        let n = u32::from(n);
                        let record: crate::core::record::Record = match kind {
                            0 => case(n).into(),
                            1 => deadline(n, n).into(),
                            _ => event(n + 10 * u32::from(kind), n, n).into(),
                        };
                        if add { Change::add(record) } else { Change::remove(record) }
                    });
                    let commit = commit(changes.collect());
                    match memory.commit(head, &commit) {
                        Ok(next) => prop_assert_eq!(vault.commit(head, &commit).unwrap(), next),
                        Err(_) => prop_assert!(matches!(vault.commit(head, &commit), Err(Error::Erased(_)))),
                    }
                    head = memory.load().unwrap().1;
                }
                Step::Erase(case) => {
                    let numbers = memory.load().unwrap().0.counters();
                    let erased = Erased { numbers, ..erased(case.into()) };
                    let commit = commit(vec![Change::add(erased)]);
                    prop_assert_eq!(vault.commit(head, &commit).unwrap(), head + 1);
                    head = memory.commit(head, &commit).unwrap();
                }
                Step::Timeline(case) => {
                    let case = CaseId(case.into());
                    prop_assert_eq!(vault.timeline(case).unwrap(), memory.timeline(case).unwrap());
                }
                Step::Close => {
                    vault.close().unwrap();
                    vault = unlock(&dir).unwrap();
                }
                Step::Kill => {
                    let copy = temp.path().join(format!("copy-{number}"));
                    copy_tree(&dir, &copy);
                    dir = copy;
                    vault = unlock(&dir).unwrap();
                }
            }
        }
        assert_same(&mut vault, &mut memory);
        vault.close().unwrap();
        assert_same(&mut unlock(&dir).unwrap(), &mut memory);
    }
}
