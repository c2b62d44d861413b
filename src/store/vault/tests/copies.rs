//! Header and keyring have two copies: where one is foreign, older, or a link, the vault's own counts.

use super::*;

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

/// One copy of the header is none of this vault's: the other counts, all is there, and the copy is written again.
fn gives_way(dir: &Path) {
    let mut vault = unlock(dir).unwrap();
    assert_eq!(vault.report(), [Notice::HeaderRepaired]);
    assert_same(&mut vault, &mut model(12));
    vault.close().unwrap();
    mended(dir, &Notice::HeaderRepaired);
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
        gives_way(&dir);
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
        gives_way(&dir);
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
