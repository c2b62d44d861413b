use super::*;
use crate::core::change::Change;
use crate::store::testing::{commit, event};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use zeroize::Zeroizing;

fn keys() -> Arc<Keys> {
    Arc::new(Keys::new([1; 16], &Zeroizing::new([2; 32])))
}

/// A closed state with one event of each of 50 cases.
fn closed() -> tempfile::TempDir {
    let temp = tempfile::tempdir().unwrap();
    let (mut state, doubtful) = State::open(temp.path(), &keys()).unwrap();
    assert!(!doubtful, "a new state is nothing to report");
    state.gather(1, &commit((1..=50).map(|n| Change::add(event(n, n, 0))).collect())).unwrap();
    state.close().unwrap();
    temp
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_clean_close_is_trusted_again_and_again() {
    let temp = closed();
    for n in 2..30 {
        let (mut state, doubtful) = State::open(temp.path(), &keys()).unwrap();
        assert_eq!((doubtful, state.applied().unwrap()), (false, u64::from(n) - 1));
        state.gather(u64::from(n), &commit(vec![Change::add(event(100 + n, 7, n))])).unwrap();
        state.settle().unwrap();
        assert_eq!(state.timeline(CaseId(7)).unwrap().len(), usize::try_from(n).unwrap());
        state.close().unwrap();
    }
}

#[test]
fn what_was_not_closed_or_has_changed_is_set_aside() {
    let spoil: [fn(&Path); 5] = [
        |vault| flip(&vault.join("state/db"), 20_000),
        |vault| flip(&vault.join("state/conf"), 3),
        |vault| flip(&vault.join("state.proof"), 20),
        |vault| fs::write(vault.join("state/snap.0"), b"more").unwrap(),
        |vault| fs::remove_file(vault.join("state.proof")).unwrap(),
    ];
    for spoil in spoil {
        let temp = closed();
        spoil(temp.path());
        let (state, doubtful) = State::open(temp.path(), &keys()).unwrap();
        assert!(doubtful);
        assert_eq!(state.applied().unwrap(), 0);
        assert!(temp.path().join("state.aside/db").exists());
    }
    let temp = closed();
    let (state, _) = State::open(temp.path(), &keys()).unwrap();
    drop(state);
    assert!(State::open(temp.path(), &keys()).unwrap().1, "dropped without a close");
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 2, "state, and one set aside");
}

#[test]
fn what_is_set_aside_is_its_owners_alone() {
    let temp = closed();
    let (state, _) = State::open(temp.path(), &keys()).unwrap();
    drop(state);
    // As a usual umask has it.
    for (loose, mode) in [("blobs", 0o755), ("db", 0o644), ("conf", 0o644)] {
        fs::set_permissions(temp.path().join("state").join(loose), fs::Permissions::from_mode(mode)).unwrap();
    }
    assert!(State::open(temp.path(), &keys()).unwrap().1);
    for kept in ["", "blobs", "db", "conf"] {
        let mode = fs::metadata(temp.path().join("state.aside").join(kept)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{kept}: {mode:o}");
    }
}

#[test]
fn many_and_long_events_go_over_pages_and_come_back() {
    let temp = tempfile::tempdir().unwrap();
    let (mut state, _) = State::open(temp.path(), &keys()).unwrap();
    let long = |n: u32| Event { text: "word ".repeat(usize::try_from(n * n).unwrap()), ..event(n, 3, 500 - n) };
    let mut all: Vec<Event> = (1..=120).map(long).collect();
    for (seq, part) in (1..).zip(all.chunks(7)) {
        state.gather(seq, &commit(part.iter().cloned().map(Change::add).collect())).unwrap();
        state.settle().unwrap();
    }
    all.reverse();
    assert_eq!(state.timeline(CaseId(3)).unwrap(), all);
    let kept = all.split_off(60);
    state.gather(99, &commit(all.into_iter().map(Change::remove).collect())).unwrap();
    state.settle().unwrap();
    assert_eq!(state.timeline(CaseId(3)).unwrap(), kept);
    state.close().unwrap();
    let (state, doubtful) = State::open(temp.path(), &keys()).unwrap();
    assert!(!doubtful);
    assert_eq!(state.timeline(CaseId(3)).unwrap(), kept);
}

#[test]
fn files_are_private_and_hold_no_plain_text() {
    use std::os::unix::fs::MetadataExt;
    let temp = closed();
    let mut files = 0;
    for entry in fs::read_dir(temp.path().join("state")).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_file() {
            assert_eq!(entry.metadata().unwrap().mode() & 0o777, 0o600, "{entry:?}");
            let bytes = fs::read(entry.path()).unwrap();
            assert!(!bytes.windows(4).any(|part| part == b"note"));
            files += 1;
        }
    }
    assert!(files >= 2);
}
