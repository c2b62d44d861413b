use super::*;
use std::fs;
use tempfile::TempDir;

fn keys() -> Keys {
    Keys::new([1; 16], &Zeroizing::new([2; 32]))
}

/// A vault's directory with a ring of one block in it.
fn saved() -> (TempDir, Places, Keyring) {
    let temp = tempfile::tempdir().unwrap();
    let places = Places::new(temp.path(), 1);
    let mut ring = Keyring::default();
    ring.reach(CaseId(3)).unwrap();
    ring.save(&places, &keys()).unwrap();
    (temp, places, ring)
}

fn load(places: &Places) -> Found {
    Keyring::load(places, &keys()).unwrap().unwrap()
}

fn secret(ring: &Keyring, case: u32) -> Option<[u8; 32]> {
    match ring.key(CaseId(case)) {
        CaseKey::Here(key) => Some(**key),
        CaseKey::Gone | CaseKey::Unknown => None,
    }
}

#[test]
fn keys_are_cut_ahead_in_blocks_and_differ() {
    let (_temp, places, mut ring) = saved();
    assert_eq!(ring.len(), BLOCK);
    assert!(ring.reaches(CaseId(255)) && !ring.reaches(CaseId(256)));
    let before: Vec<_> = (0..256).map(|n| secret(&ring, n).unwrap()).collect();
    ring.reach(CaseId(700)).unwrap();
    assert_eq!(ring.len(), 3 * BLOCK);
    let all: std::collections::BTreeSet<_> = (0..768).map(|n| secret(&ring, n).unwrap()).collect();
    assert_eq!(all.len(), 768);
    assert!((0..256).zip(before).all(|(n, key)| secret(&ring, n) == Some(key)), "those cut before stay");
    ring.save(&places, &keys()).unwrap();
    assert_eq!(load(&places).ring, ring);
    ring.shrink(BLOCK);
    assert_eq!(ring.len(), BLOCK);
    assert!(matches!(ring.reach(CaseId(u32::MAX)), Err(Error::TooLarge)), "a hostile number cuts nothing");
    assert_eq!(ring.len(), BLOCK);
}

#[test]
fn what_was_destroyed_comes_back_from_no_older_copy() {
    let (_temp, places, mut ring) = saved();
    let [one, two] = places.keyring();
    let old = fs::read(&two).unwrap();
    assert!(ring.destroy(CaseId(3)));
    assert!(!ring.destroy(CaseId(3)) && !ring.destroy(CaseId(9999)));
    ring.save(&places, &keys()).unwrap();
    assert!(matches!(ring.key(CaseId(3)), CaseKey::Gone));
    assert!(secret(&ring, 2).is_some());
    for older in [&one, &two] {
        let new = fs::read(older).unwrap();
        fs::write(older, &old).unwrap();
        let found = load(&places);
        assert!(found.behind && !found.bad, "one is older, as after a kill");
        assert!(matches!(found.ring.key(CaseId(3)), CaseKey::Gone));
        fs::write(older, new).unwrap();
    }
}

#[test]
fn one_bad_copy_is_no_loss_and_two_are_damage() {
    let (_temp, places, ring) = saved();
    assert!(!load(&places).behind);
    let [one, two] = places.keyring();
    let good = fs::read(&one).unwrap();
    for bad in [&one, &two] {
        for at in (0..good.len()).step_by(101).chain(0..20) {
            let mut bytes = good.clone();
            bytes[at] ^= 1 << (at % 8);
            for bytes in [&bytes[..], &good[..at]] {
                fs::write(bad, bytes).unwrap();
                match Keyring::load(&places, &keys()) {
                    Ok(found) => {
                        let found = found.unwrap();
                        assert!(found.behind && found.bad && found.ring == ring, "byte {at}");
                    }
                    Err(Error::Newer { .. }) => assert!((8..10).contains(&at)),
                    Err(other) => unreachable!("{other}"),
                }
            }
        }
        fs::remove_file(bad).unwrap();
        assert!(load(&places).bad);
        fs::write(bad, &good).unwrap();
    }
    for bad in [&one, &two] {
        fs::write(bad, &good[..40]).unwrap();
    }
    assert!(matches!(Keyring::load(&places, &keys()), Err(Error::Damaged(damage)) if damage.place == "keyring"));
    for gone in [&one, &two] {
        fs::remove_file(gone).unwrap();
    }
    assert!(Keyring::load(&places, &keys()).unwrap().is_none());
}

#[test]
fn opens_with_its_own_vault_s_key_only_and_holds_no_key_in_the_clear() {
    let (_temp, places, ring) = saved();
    let others = [Keys::new([1; 16], &Zeroizing::new([3; 32])), Keys::new([2; 16], &Zeroizing::new([2; 32]))];
    for other in others {
        assert!(matches!(Keyring::load(&places, &other), Err(Error::Damaged(_))));
    }
    let bytes = fs::read(&places.keyring()[0]).unwrap();
    let key = secret(&ring, 0).unwrap();
    assert!(!bytes.windows(8).any(|part| part == &key[..8]));
}

#[test]
fn a_ring_cut_anew_has_other_keys_and_the_same_gaps() {
    let (_temp, _places, mut ring) = saved();
    ring.destroy(CaseId(7));
    let new = ring.cut_anew().unwrap();
    assert_eq!(new.len(), ring.len());
    assert!(matches!(new.key(CaseId(7)), CaseKey::Gone));
    assert!((0..256).filter(|n| *n != 7).all(|n| secret(&new, n).is_some() && secret(&new, n) != secret(&ring, n)));
}
