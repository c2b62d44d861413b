//! A chain that is not as it was written: found, its place said, set aside, and read as far as it is proven.

use super::*;

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
