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
