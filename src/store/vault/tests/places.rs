//! Where a vault may be, who may open it, and what happens when its files are not where they were.

use super::*;

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
