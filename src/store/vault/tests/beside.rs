//! Reading beside whoever holds the vault.

use super::*;

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
