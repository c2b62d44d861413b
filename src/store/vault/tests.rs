mod beside;
mod copies;
mod damage;
mod life;
mod places;

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
