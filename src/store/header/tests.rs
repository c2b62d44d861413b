use super::*;
use crate::store::error::Damage;
use crate::store::keys::KdfCost;
use std::fs;

fn passphrase(text: &str) -> Passphrase {
    Zeroizing::new(text.as_bytes().to_vec())
}

/// A header with a passphrase, a recovery key and a second person.
fn full() -> (Header, Keys, RecoveryKey) {
    let recovery = RecoveryKey::new().unwrap();
    let (mut header, keys) = Header::create(&passphrase("a long passphrase"), Some(&recovery), Kdf::Test).unwrap();
    let root = header.open(&passphrase("a long passphrase")).unwrap().root;
    let rosa = passphrase("rosa's passphrase");
    header.put(Kind::Person, 3, Key::Passphrase(&rosa), &keys, &root, "Rosa").unwrap();
    header.proof = header.prove(&keys);
    (header, keys, recovery)
}

/// The header that counts, and whether a copy has to be written again.
fn load(dir: &Path) -> (Header, bool) {
    let copies = Copies::load(dir).unwrap();
    (copies.header, copies.behind)
}

/// The header of a vault that was made when there was one slot.
fn first() -> Header {
    let copy = include_bytes!("../../../tests/cli/files/schema1.copy");
    let length = u32::from_le_bytes(*copy[10..].first_chunk().unwrap()) as usize;
    Header::from_bytes(&copy[14..14 + length], "x").unwrap()
}

const OF_FIRST: &str = "correct horse battery";

#[test]
fn every_slot_opens_with_its_own_secret_and_no_other() {
    let (header, keys, recovery) = full();
    let read = Header::from_bytes(&header.to_bytes(), "x").unwrap();
    assert_eq!(read, header);
    let written = recovery.written();
    let typed = written.to_lowercase().replace('-', " ");
    for (secret, number) in [("a long passphrase", 1), (&*written, 2), (&*typed, 2), ("rosa's passphrase", 3)] {
        let opened = read.open(&passphrase(secret)).unwrap();
        assert_eq!((opened.number, &opened.keys.journal), (number, &keys.journal), "{secret}");
    }
    let other = RecoveryKey::new().unwrap().written();
    for wrong in ["", "a long passphrase ", "A long passphrase", "Rosa", &*other] {
        assert!(matches!(read.open(&passphrase(wrong)), Err(Error::WrongPassphrase)), "{wrong}");
    }
    let mut slip = written.to_string();
    slip.replace_range(6..7, if slip[6..].starts_with('7') { "8" } else { "7" });
    assert!(matches!(read.open(&passphrase(&slip)), Err(Error::Mistyped(groups)) if groups == [2]));
}

#[test]
fn a_passphrase_opens_however_its_accents_were_typed() {
    let (composed, apart) = (passphrase("un caf\u{e9} con pan"), passphrase("un cafe\u{301} con pan"));
    for made in [&composed, &apart] {
        let (header, keys) = Header::create(made, None, Kdf::Test).unwrap();
        for typed in [&composed, &apart] {
            assert_eq!(header.open(typed).unwrap().keys.journal, keys.journal);
        }
    }
    // A vault of before: wrapped under the bytes as they came.
    let (mut header, keys) = Header::create(&composed, None, Kdf::Test).unwrap();
    let root = header.open(&composed).unwrap().root;
    header.slots[0] = Slot::new(Kind::Passphrase, 1, Key::Passphrase(&apart), Kdf::Test, &keys, &root, "").unwrap();
    header.proof = header.prove(&keys);
    assert_eq!(header.open(&apart).unwrap().number, 1);
    assert!(matches!(header.open(&composed), Err(Error::WrongPassphrase)));
}

#[test]
fn labels_are_sealed() {
    let (header, keys, _) = full();
    assert!(!header.to_bytes().windows(4).any(|part| part == b"Rosa"));
    let labels: Vec<String> = header.slots().iter().map(|slot| slot.label(&keys).unwrap()).collect();
    assert_eq!((&*labels[0], &*labels[2]), ("", "Rosa"));
    assert!(header.recovery(&keys).unwrap().is_some() && labels[1].starts_with("age1"));
    let long = "ñ".repeat(LABEL);
    let (mut header, keys) = Header::create(&passphrase("p"), None, Kdf::Test).unwrap();
    let size = header.to_bytes().len();
    header.slots[0].name(&keys, &long).unwrap();
    assert_eq!((header.to_bytes().len(), header.slots[0].label(&keys).unwrap()), (size, long));
}

#[test]
fn a_slot_moves_nowhere_and_a_header_is_as_its_owner_left_it() {
    let (good, keys, recovery) = full();
    let secret = passphrase("a long passphrase");
    let refused = |header: &Header| {
        let header = Header::from_bytes(&header.to_bytes(), "x").unwrap();
        matches!(header.open(&secret), Err(Error::Damaged(Damage { flaw: Flaw::Seal, .. })))
    };
    assert!(!refused(&good));
    let mut changed = [(); 5].map(|()| good.clone());
    changed[0].generation += 1;
    changed[1].edition += 1;
    changed[2].slots.pop();
    changed[3].slots.swap(0, 2);
    changed[4].slots[2] = Slot { number: 7, ..good.slots[2].clone() };
    for (at, header) in changed.iter().enumerate() {
        assert!(refused(header), "{at}");
    }
    // As another person, or under another number, the wrapped key does not even open.
    let (_, other) = Header::create(&secret, None, Kdf::Test).unwrap();
    let slot = Slot { kind: Kind::Person, ..good.slots[0].clone() };
    assert!(slot.open(&keys.vault, Key::Passphrase(&secret)).unwrap().is_none());
    let slot = Slot { number: 2, ..good.slots[0].clone() };
    assert!(slot.open(&keys.vault, Key::Passphrase(&secret)).unwrap().is_none());
    assert!(good.slots[0].open(&other.vault, Key::Passphrase(&secret)).unwrap().is_none());
    assert!(good.slots[1].open(&other.vault, Key::Recovery(&recovery)).unwrap().is_none());
    assert!(good.slots[1].open(&keys.vault, Key::Recovery(&recovery)).unwrap().is_some());
}

#[test]
fn every_flipped_bit_and_every_cut_is_seen_and_the_other_copy_serves() {
    let temp = tempfile::tempdir().unwrap();
    for header in [full().0, first()] {
        let good = header.to_bytes();
        for at in 0..good.len() * 8 {
            let mut bad = good.clone();
            bad[at / 8] ^= 1 << (at % 8);
            assert!(matches!(Header::from_bytes(&bad, "x"), Err(Error::Damaged(_))));
            assert!(matches!(Header::from_bytes(&good[..at / 8], "x"), Err(Error::Damaged(_))));
        }
        header.write(temp.path()).unwrap();
        assert_eq!(load(temp.path()), (header.clone(), false));
        let mut other = good.clone();
        other[8] ^= 128;
        for copy in COPIES {
            for bad in [&good[..40], &other[..], &[]] {
                fs::write(temp.path().join(copy), bad).unwrap();
                assert_eq!(load(temp.path()), (header.clone(), true));
            }
            fs::remove_file(temp.path().join(copy)).unwrap();
            assert_eq!(load(temp.path()), (header.clone(), true));
            header.write(temp.path()).unwrap();
        }
    }
    for copy in COPIES {
        fs::write(temp.path().join(copy), b"gone").unwrap();
    }
    let Err(Error::Damaged(Damage { flaw, .. })) = Copies::load(temp.path()) else { unreachable!() };
    assert_eq!(flaw, Flaw::Short);
    for copy in COPIES {
        fs::remove_file(temp.path().join(copy)).unwrap();
    }
    assert!(matches!(Copies::load(temp.path()), Err(Error::Missing(_))));
}

#[test]
fn a_kill_between_the_two_copies_leaves_the_new_header() {
    let temp = tempfile::tempdir().unwrap();
    let (mut header, keys, _) = full();
    header.write(temp.path()).unwrap();
    let [first, second] = COPIES.map(|copy| temp.path().join(copy));
    let old = fs::read(&second).unwrap();
    for generation in [1, 2] {
        header.generation = generation;
        assert!(header.save(temp.path(), &keys).unwrap());
        for older in [&second, &first] {
            fs::write(older, &old).unwrap();
            assert_eq!(load(temp.path()), (header.clone(), true));
            header.write(temp.path()).unwrap();
        }
    }
    assert_eq!(header.edition, 3);
    // A higher generation counts before a higher edition.
    let before = Header { generation: 1, edition: 9, ..header.clone() };
    fs::write(&first, before.to_bytes()).unwrap();
    assert_eq!(load(temp.path()), (header, true));
}

#[test]
fn where_only_the_second_copy_fails_the_change_stands() {
    let temp = tempfile::tempdir().unwrap();
    let (mut header, keys, _) = full();
    header.write(temp.path()).unwrap();
    fs::create_dir(temp.path().join("vault.hdr.2.new")).unwrap();
    assert!(!header.save(temp.path(), &keys).unwrap());
    assert_eq!(load(temp.path()), (header.clone(), true));
    fs::create_dir(temp.path().join("vault.hdr.new")).unwrap();
    let before = header.clone();
    header.save(temp.path(), &keys).unwrap_err();
    assert_eq!((&header, load(temp.path()).0), (&before, before.clone()));
}

#[test]
fn the_first_header_opens_and_becomes_a_second_when_it_changes() {
    let temp = tempfile::tempdir().unwrap();
    let mut header = first();
    assert_eq!((header.version, header.generation, header.edition, header.slots.len()), (1, 1, 0, 1));
    let keys = header.unlock(&passphrase(OF_FIRST)).unwrap();
    assert!(matches!(header.unlock(&passphrase("wrong")), Err(Error::WrongPassphrase)));
    header.write(temp.path()).unwrap();
    assert_eq!(load(temp.path()), (header.clone(), false));
    // No secret is at hand, only the keys: the slot stays as it was wrapped.
    header.generation = 2;
    header.save(temp.path(), &keys).unwrap();
    let (read, _) = load(temp.path());
    assert_eq!((read.version, read.generation, read.edition), (2, 2, 1));
    let opened = read.open(&passphrase(OF_FIRST)).unwrap();
    assert_eq!((opened.number, &opened.keys.journal), (1, &keys.journal));
    header.put(Kind::Passphrase, 1, Key::Passphrase(&passphrase("new")), &keys, &opened.root, "").unwrap();
    header.save(temp.path(), &keys).unwrap();
    let (read, _) = load(temp.path());
    assert!(matches!(read.open(&passphrase(OF_FIRST)), Err(Error::WrongPassphrase)));
    assert_eq!(read.unlock(&passphrase("new")).unwrap().journal, keys.journal);
}

#[test]
fn there_are_so_many_slots_and_no_more() {
    let (mut header, keys, recovery) = full();
    let root = header.open(&passphrase("a long passphrase")).unwrap().root;
    let fresh = header.clone();
    let secret = passphrase("x");
    header.put(Kind::Person, 4, Key::Passphrase(&secret), &keys, &root, "Luz").unwrap();
    let before = header.clone();
    header.put(Kind::Person, 5, Key::Passphrase(&secret), &keys, &root, "Eva").unwrap_err();
    assert_eq!(header, before);
    let mut header = fresh.clone();
    for number in 4..9 {
        header.put(Kind::Recovery, number, Key::Recovery(&recovery), &keys, &root, "").unwrap();
    }
    assert_eq!(Header::from_bytes(&header.to_bytes(), "x").unwrap().slots.len(), SLOTS);
    header.put(Kind::Recovery, 9, Key::Recovery(&recovery), &keys, &root, "").unwrap_err();
    let bad = [
        Header { slots: vec![], ..fresh.clone() },
        Header { slots: vec![fresh.slots[0].clone(); 2], ..fresh.clone() },
        Header { generation: 0, ..fresh.clone() },
        Header { slots: (1..5).map(|number| Slot { number, ..fresh.slots[0].clone() }).collect(), ..fresh.clone() },
        Header { slots: (1..10).map(|number| Slot { number, ..fresh.slots[1].clone() }).collect(), ..fresh.clone() },
    ];
    for header in bad {
        assert!(
            matches!(Header::from_bytes(&header.to_bytes(), "x"), Err(Error::Damaged(_))),
            "{:?}",
            header.slots.len()
        );
    }
}

#[test]
fn a_newer_header_and_an_absurd_cost_are_refused() {
    let (header, _, _) = full();
    let newer = Header { version: 3, ..header.clone() };
    assert!(matches!(Header::from_bytes(&newer.to_bytes(), "x"), Err(Error::Newer { found: 3, known: 2 })));
    for header in [header, first()] {
        let mut absurd = Header { kdf: Kdf::Real, ..header };
        absurd.slots.truncate(1);
        for memory_kib in [64, 64 * 1024 - 1, u32::MAX] {
            absurd.slots[0].cost = Some(KdfCost { kdf: Kdf::Real, memory_kib, passes: 9, lanes: 1 });
            let read = Header::from_bytes(&absurd.to_bytes(), "x").unwrap();
            assert!(matches!(read.unlock(&passphrase("p")), Err(Error::Damaged(_))));
        }
    }
}
