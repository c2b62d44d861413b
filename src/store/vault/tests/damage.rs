//! What is not as it was written: noticed, said, and never passed off as all there is.

use super::*;

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

/// A vault closed after twelve changes, beside another one with the same passphrase.
fn two_vaults() -> (TempDir, std::path::PathBuf, std::path::PathBuf) {
    let (temp, mut vault) = new_vault();
    fill(&mut vault, 12);
    vault.close().unwrap();
    let (dir, other) = (temp.path().join("vault"), temp.path().join("other"));
    let mut vault = create(&other, &passphrase(), Kdf::Test).unwrap();
    fill(&mut vault, 3);
    vault.close().unwrap();
    (temp, dir, other)
}

fn mended(dir: &Path, notice: &Notice) {
    for name in ["vault.hdr", "keyring"] {
        let second = format!("{name}.2");
        assert!(!fs::symlink_metadata(dir.join(name)).unwrap().is_symlink());
        assert_eq!(fs::read(dir.join(name)).unwrap(), fs::read(dir.join(second)).unwrap(), "{name} after {notice:?}");
    }
    assert_eq!(unlock(dir).unwrap().report(), []);
}

#[test]
fn a_header_of_another_vault_in_one_place_gives_way_to_its_own() {
    let (_temp, dir, other) = two_vaults();
    for copy in ["vault.hdr", "vault.hdr.2"] {
        fs::copy(other.join(copy), dir.join(copy)).unwrap();
        assert_same(&mut read(&dir), &mut model(12));
        let report = open_reader(&dir).unwrap().verify(&passphrase()).unwrap();
        let bad: Vec<_> = report.findings.iter().map(|finding| (finding.place.as_str(), finding.what.code())).collect();
        assert_eq!(bad, [(copy, "copy")]);
        let mut vault = unlock(&dir).unwrap();
        assert_eq!(vault.report(), [Notice::HeaderRepaired]);
        assert_same(&mut vault, &mut model(12));
        vault.close().unwrap();
        mended(&dir, &Notice::HeaderRepaired);
    }
}

/// Also where some of the other vault's files came along.
#[test]
fn what_came_along_with_a_foreign_header_does_not_make_it_this_vault_s() {
    let (_temp, dir, other) = two_vaults();
    for name in ["vault.hdr", "keyring", "head"] {
        fs::copy(other.join(name), dir.join(name)).unwrap();
    }
    assert_same(&mut unlock(&dir).unwrap(), &mut model(12));
}

/// A restored vault has the id of the one it is a copy of, and its own keys.
#[test]
fn a_header_with_the_same_id_and_other_keys_gives_way_too() {
    let (_temp, dir, _) = two_vaults();
    let own = Copies::load(&dir).unwrap().header;
    for secret in [&b"correct horse battery"[..], b"something else entirely"] {
        for copy in ["vault.hdr", "vault.hdr.2"] {
            let secret = Zeroizing::new(secret.to_vec());
            let (mut foreign, keys) = Header::create_as(own.vault, &secret, None, Kdf::Test).unwrap();
            let aside = tempfile::tempdir().unwrap();
            foreign.save(aside.path(), &keys).unwrap();
            fs::copy(aside.path().join(copy), dir.join(copy)).unwrap();
            let mut vault = unlock(&dir).unwrap();
            assert_eq!(vault.report(), [Notice::HeaderRepaired]);
            assert_same(&mut vault, &mut model(12));
        }
    }
    mended(&dir, &Notice::HeaderRepaired);
}

#[test]
fn the_passphrase_of_a_foreign_header_opens_nothing_and_changes_nothing() {
    let (temp, dir, _) = two_vaults();
    let (theirs, wrong) = (Zeroizing::new(b"something else entirely".to_vec()), Zeroizing::new(b"no".to_vec()));
    let other = temp.path().join("third");
    create(&other, &theirs, Kdf::Test).unwrap().close().unwrap();
    for copy in ["vault.hdr", "vault.hdr.2"] {
        fs::copy(other.join(copy), dir.join(copy)).unwrap();
        let bytes = fs::read(dir.join(copy)).unwrap();
        let (error, locked) = open(&dir).unwrap().unlock(&theirs).err().unwrap();
        match error {
            Error::Damaged(damage) => assert_eq!((damage.place.as_str(), damage.flaw), (copy, Flaw::Seal)),
            other => assert!(matches!(other, Error::WrongPassphrase), "{other}"),
        }
        let (error, locked) = locked.unlock(&wrong).err().unwrap();
        assert!(matches!(error, Error::WrongPassphrase));
        assert_eq!(fs::read(dir.join(copy)).unwrap(), bytes);
        // The same try again, with the right one.
        locked.unlock(&passphrase()).map_err(|(error, _)| error).unwrap().close().unwrap();
    }
}

#[test]
fn a_header_of_a_generation_that_is_not_here_gives_way() {
    let (temp, dir, _) = two_vaults();
    let fork = temp.path().join("fork");
    copy_tree(&dir, &fork);
    let mut keeper = open(&fork).unwrap().keep(&passphrase()).map_err(|(error, _)| error).unwrap();
    keeper.rotate(&passphrase(), &RecoveryKey::new().unwrap(), &mut |_, _| {}).unwrap();
    for copy in ["vault.hdr", "vault.hdr.2"] {
        fs::copy(fork.join(copy), dir.join(copy)).unwrap();
        let mut vault = unlock(&dir).unwrap();
        assert_eq!(vault.report(), [Notice::HeaderRepaired]);
        assert_same(&mut vault, &mut model(12));
        vault.close().unwrap();
        mended(&dir, &Notice::HeaderRepaired);
    }
}

#[test]
fn an_older_copy_of_the_header_brings_no_passphrase_back() {
    let (_temp, dir, _) = two_vaults();
    let new = Zeroizing::new(b"another passphrase altogether".to_vec());
    for copy in ["vault.hdr", "vault.hdr.2"] {
        let old = fs::read(dir.join(copy)).unwrap();
        let mut keeper = open(&dir).unwrap().keep(&passphrase()).map_err(|(error, _)| error).unwrap();
        keeper.change_passphrase(&new).unwrap();
        drop(keeper);
        fs::write(dir.join(copy), &old).unwrap();
        let (error, locked) = open(&dir).unwrap().unlock(&passphrase()).err().unwrap();
        assert!(matches!(error, Error::WrongPassphrase), "{copy}: {error}");
        locked.unlock(&new).map_err(|(error, _)| error).unwrap().close().unwrap();
        // Back for the next round, honestly.
        let mut keeper = open(&dir).unwrap().keep(&new).map_err(|(error, _)| error).unwrap();
        keeper.change_passphrase(&passphrase()).unwrap();
    }
}

#[test]
fn a_link_in_a_copy_s_place_is_replaced_and_what_it_leads_to_stays() {
    let (temp, dir, _) = two_vaults();
    let cases = [
        ("vault.hdr", Notice::HeaderRepaired),
        ("vault.hdr.2", Notice::HeaderRepaired),
        ("keyring", Notice::KeyringRepaired),
        ("keyring.2", Notice::KeyringRepaired),
    ];
    for (copy, notice) in cases {
        let elsewhere = temp.path().join(format!("elsewhere-{copy}"));
        fs::rename(dir.join(copy), &elsewhere).unwrap();
        let bytes = fs::read(&elsewhere).unwrap();
        symlink(&elsewhere, dir.join(copy)).unwrap();
        assert_same(&mut read(&dir), &mut model(12));
        assert!(!open_reader(&dir).unwrap().verify(&passphrase()).unwrap().is_clean());
        let vault = unlock(&dir).unwrap();
        assert_eq!(vault.report(), std::slice::from_ref(&notice));
        vault.close().unwrap();
        assert_eq!(fs::read(&elsewhere).unwrap(), bytes, "{copy}");
        mended(&dir, &notice);
    }
}
