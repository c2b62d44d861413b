//! A vault in use: opened, written to, closed and killed, always what the store in memory is.

use super::*;

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
