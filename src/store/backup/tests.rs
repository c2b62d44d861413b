use super::line::Line;
use crate::core::audit::Deed;
use crate::core::change::{Change, Seq};
use crate::core::id::CaseId;
use crate::store::Store;
use crate::store::audit::Audited;
use crate::store::envelope::{self, With};
use crate::store::error::{Error, Kept};
use crate::store::keys::{Kdf, Passphrase};
use crate::store::testing::{case, commit, event, every_kind, minute};
use crate::store::vault::tests::to_copy;
use crate::store::vault::{Vault, create, open, open_reader, restore};
use std::fs;
use std::io::{BufReader, Read};
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;
use tempfile::TempDir;
use zeroize::Zeroizing;

fn passphrase() -> Passphrase {
    Zeroizing::new(b"correct horse battery".to_vec())
}

/// A backup of the vault beside whoever holds it.
fn copy(dir: &Path, file: &Path) -> Result<Seq, Error> {
    let mut reader = open_reader(dir)?.unlock(&passphrase()).map_err(|(error, _)| error)?;
    reader.backup(file, minute(90)).map(|backed| backed.seq)
}

fn restored(file: &Path, dir: &Path) -> Result<Vault, Error> {
    restore(file, dir, &passphrase(), None)
}

/// A vault of two segments, with events taken back and done again, and its backup.
fn backed_up() -> (TempDir, Vault) {
    let temp = tempfile::tempdir().unwrap();
    let mut vault = create(&temp.path().join("vault"), &passphrase(), Kdf::Test).unwrap();
    vault.commit(0, &every_kind()).unwrap();
    vault.commit(1, &commit((100..300).map(|n| Change::add(event(n, 1, n))).collect())).unwrap();
    let more = commit((300..400).map(|n| Change::add(event(n, 2, n))).collect());
    vault.commit(2, &more).unwrap();
    let back = more.inverse(3, minute(2), "Ana".into());
    vault.commit(3, &back).unwrap();
    vault.commit(4, &back.inverse(4, minute(3), "Ana".into())).unwrap();
    vault.commit(5, &commit((500..600).map(|n| Change::add(event(n, 2, n))).collect())).unwrap();
    let last = commit(vec![Change::add(case(50)), Change::add(event(700, 50, 9))]);
    vault.commit(6, &last).unwrap();
    vault.commit(7, &last.inverse(7, minute(4), "Ana".into())).unwrap();
    assert_eq!(copy(vault.dir(), &temp.path().join("copy.age")).unwrap(), 8);
    (temp, vault)
}

/// What age alone gives of a backup, by way of the file beside it.
fn with_age(file: &Path, identity: &Path, passphrase: &str) -> String {
    let mut key = age::scrypt::Identity::new(passphrase.to_owned().into());
    key.set_max_work_factor(20);
    let lines = age::decrypt(&key, &fs::read(identity).unwrap()).unwrap();
    let secret = String::from_utf8(lines).unwrap();
    let secret = secret.lines().find(|line| line.starts_with("AGE-SECRET-KEY-1")).unwrap();
    let identity: age::x25519::Identity = secret.parse().unwrap();
    let mut text = String::new();
    let decryptor = age::Decryptor::new(fs::File::open(file).unwrap()).unwrap();
    decryptor.decrypt(std::iter::once(&identity as _)).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn comes_back_whole_and_goes_on() {
    let (temp, mut vault) = backed_up();
    let file = temp.path().join("copy.age");
    assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o600);
    let place = temp.path().join("restored");
    let mut back = restored(&file, &place).unwrap();
    assert_eq!(back.load().unwrap(), vault.load().unwrap());
    assert_eq!(back.since(0).unwrap(), vault.since(0).unwrap());
    for n in [1, 2, 50] {
        assert_eq!(back.timeline(CaseId(n)).unwrap(), vault.timeline(CaseId(n)).unwrap());
    }
    assert_eq!(back.report(), []);
    for n in 60..80 {
        let head = back.load().unwrap().1;
        back.commit(head, &commit(vec![Change::add(case(n))])).unwrap();
    }
    back.close().unwrap();
    let again = open(&place).unwrap().unlock(&passphrase());
    assert_eq!(again.map_err(|(error, _)| error).unwrap().load().unwrap().1, 28);
}

#[test]
fn every_age_program_opens_it_and_an_editor_shows_it() {
    let (temp, mut vault) = backed_up();
    let (file, beside) = (temp.path().join("copy.age"), temp.path().join("copy.identity.age"));
    assert_eq!(fs::metadata(&beside).unwrap().mode() & 0o777, 0o600);
    let text = with_age(&file, &beside, "correct horse battery");
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let start = &lines[0]["rumbo"];
    assert_eq!((&start["what"], &start["format"], &start["change"]), (&"backup".into(), &1.into(), &8.into()));
    assert_eq!(start["last"], "2026-11-02T00:04:00.000Z");
    assert_eq!(start["made"], "2026-11-02T01:30:00.000Z");
    let count = |kind: &str| lines.iter().filter(|line| !line["record"][kind].is_null()).count();
    assert_eq!(start["counts"]["event"], count("event"));
    assert_eq!(count("event"), 12 + 200 + 100 + 100, "each event once, none that was taken back");
    assert_eq!(start["counts"]["case"], count("case"));
    assert_eq!(count("case"), vault.load().unwrap().0.cases().len());
    assert_eq!(lines.iter().filter(|line| !line["change"].is_null()).count(), 8);
    assert_eq!(lines.last().unwrap()["end"]["lines"], lines.len() - 1);
    let full = lines.iter().map(|line| &line["record"]["case"]).find(|case| case["code"] == "R-001").unwrap();
    assert_eq!(full["opened"], "2026-11-02");
    assert_eq!(full["status"]["closed"]["on"], "2026-11-09");
    assert_eq!(full["needs"][3], "general-questions");
}

/// The lines of one vault that has every kind of record with every field set. If this fails, copies that were made before
/// are read as something else: give a new field a default, never rename or remove one, and read the difference.
#[test]
fn the_lines_are_these() {
    let temp = tempfile::tempdir().unwrap();
    let mut vault = create(&temp.path().join("vault"), &passphrase(), Kdf::Test).unwrap();
    vault.commit(0, &every_kind()).unwrap();
    let file = temp.path().join("copy.age");
    copy(vault.dir(), &file).unwrap();
    let text = with_age(&file, &temp.path().join("copy.identity.age"), "correct horse battery");
    let vault_id = text.split("\"vault\":\"").nth(1).unwrap()[..32].to_owned();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.pop();
    let text = lines.join("\n").replace(&vault_id, "00112233445566778899aabbccddeeff") + "\n";
    let golden = include_str!("../golden/backup1.jsonl");
    if text != golden {
        fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/target/backup1.jsonl"), &text).unwrap();
    }
    assert!(text == golden, "a record is written otherwise; the lines now are in target/backup1.jsonl");
    for line in golden.lines() {
        let line = format!("{line}\n").into_bytes();
        assert_eq!(*Line::read(&line).unwrap().text().unwrap(), line);
    }
}

#[test]
fn leaves_nothing_behind_and_replaces_only_backups() {
    let (temp, mut vault) = backed_up();
    let file = temp.path().join("copy.age");
    vault.commit(8, &commit(vec![Change::add(case(51))])).unwrap();
    assert_eq!(copy(vault.dir(), &file).unwrap(), 9);
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 3);
    let letter = temp.path().join("letter");
    fs::write(&letter, "a letter").unwrap();
    assert!(matches!(copy(vault.dir(), &letter), Err(Error::Exists(_))));
    assert_eq!(fs::read(&letter).unwrap(), b"a letter");
    // Somebody else's age file is nothing of ours, and neither is one that takes the place of the file beside.
    let sealed = age::encrypt(&age::x25519::Identity::generate().to_public(), b"theirs").unwrap();
    fs::write(&letter, &sealed).unwrap();
    assert!(matches!(copy(vault.dir(), &letter), Err(Error::Exists(_))));
    assert_eq!(fs::read(&letter).unwrap(), sealed);
    fs::write(temp.path().join("other.identity.age"), "mine").unwrap();
    assert!(matches!(copy(vault.dir(), &temp.path().join("other.age")), Err(Error::Exists(_))));
    assert!(!temp.path().join("other.age").exists());
    for (name, to) in [("link", "letter"), ("dangling", "nowhere")] {
        let link = temp.path().join(name);
        symlink(temp.path().join(to), &link).unwrap();
        assert!(matches!(copy(vault.dir(), &link), Err(Error::Unsafe(_))));
        assert!(restored(&link, &temp.path().join("new")).is_err());
    }
    let into = restored(&file, &temp.path().join("vault")).err().unwrap();
    assert!(matches!(into, Error::Exists(_)));
    let hidden = |path: &Path| path.file_name().unwrap().to_string_lossy().starts_with('.');
    assert!(fs::read_dir(temp.path()).unwrap().all(|entry| !hidden(&entry.unwrap().path())));
}

#[test]
fn keeps_a_copy_that_holds_what_the_vault_does_not() {
    let (temp, mut vault) = backed_up();
    let [older, newer, apart, other] = ["copy.age", "newer", "apart", "other"].map(|name| temp.path().join(name));
    vault.commit(8, &commit(vec![Change::add(case(51))])).unwrap();
    vault.commit(9, &commit(vec![Change::add(case(52))])).unwrap();
    copy(vault.dir(), &newer).unwrap();
    // Restored from the older copy it lacks two changes; then it goes its own way and beyond.
    let back = temp.path().join("back");
    let mut restored = restored(&older, &back).unwrap();
    let refused = |dir: &Path, file: &Path| {
        let before = fs::read(file).unwrap();
        let Error::Kept { place, why } = copy(dir, file).unwrap_err() else { unreachable!() };
        assert_eq!(place, file.display().to_string());
        assert_eq!(fs::read(file).unwrap(), before);
        why
    };
    assert_eq!(refused(&back, &newer), Kept::Ahead { theirs: 10, ours: 8 });
    for n in 60..64 {
        restored.commit(u64::from(n) - 52, &commit(vec![Change::add(case(n))])).unwrap();
    }
    assert_eq!(refused(&back, &newer), Kept::Ahead { theirs: 10, ours: 12 });
    copy(&back, &apart).unwrap();
    assert_eq!(refused(vault.dir(), &apart), Kept::Ahead { theirs: 12, ours: 10 });
    let stranger = create(&temp.path().join("stranger"), &passphrase(), Kdf::Test).unwrap();
    copy(stranger.dir(), &other).unwrap();
    assert_eq!(refused(vault.dir(), &other), Kept::OtherVault);
    let mut broken = fs::read(&older).unwrap();
    let end = broken.len() - 40;
    broken[end] ^= 1;
    fs::write(&other, &broken).unwrap();
    assert_eq!(refused(vault.dir(), &other), Kept::Broken);
    fs::write(&other, &broken[..end]).unwrap();
    assert_eq!(refused(vault.dir(), &other), Kept::Broken);
    // What both came through may go, and so may the same again.
    assert_eq!(copy(&back, &older).unwrap(), 12);
    assert_eq!(copy(&back, &older).unwrap(), 12);
}

#[test]
fn a_changed_or_cut_backup_makes_no_vault() {
    let temp = tempfile::tempdir().unwrap();
    let mut vault = create(&temp.path().join("vault"), &passphrase(), Kdf::Test).unwrap();
    vault.commit(0, &commit(vec![Change::add(case(1))])).unwrap();
    let file = temp.path().join("copy.age");
    copy(vault.dir(), &file).unwrap();
    let good = fs::read(&file).unwrap();
    let place = temp.path().join("restored");
    let attempt = |bytes: &[u8], what: &str| {
        fs::remove_file(&file).unwrap();
        fs::write(&file, bytes).unwrap();
        let refused = restored(&file, &place).err();
        assert!(matches!(refused, Some(Error::Damaged(_))), "{what}: {refused:?}");
        assert!(!place.exists(), "{what}");
    };
    // Every byte of the header, and some of the sealed lines: there age sees to it.
    let header = good.windows(4).position(|part| part == b"\n---").unwrap() + 70;
    for at in (0..header).chain((header..good.len()).step_by(17)) {
        let mut bad = good.clone();
        bad[at] ^= 1 << (at % 8);
        attempt(&bad, &format!("flipped at {at}"));
    }
    for at in (0..good.len()).step_by(31) {
        attempt(&good[..at], &format!("cut at {at}"));
    }
    attempt(&[&good[..], &[0]].concat(), "longer");
    fs::write(&file, &good).unwrap();
    let wrong = restore(&file, &place, &Zeroizing::new(b"wrong".to_vec()), None).err();
    assert!(matches!(wrong, Some(Error::WrongPassphrase)));
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 3, "no half-made vault stays");
}

/// Whoever knows to whom copies are sealed can seal what they like, but nobody's seal vouches for it.
#[test]
fn lines_that_somebody_else_wrote_make_no_vault() {
    let (temp, _vault) = backed_up();
    let (file, forged) = (temp.path().join("copy.age"), temp.path().join("forged.age"));
    let text = with_age(&file, &temp.path().join("copy.identity.age"), "correct horse battery");
    let secret = passphrase();
    let open = |file: &Path| envelope::open(BufReader::new(fs::File::open(file).unwrap()), With::Passphrase(&secret));
    let (label, identity, _) = open(&file).unwrap();
    let carried = identity.under(&secret, true).unwrap();
    let place = temp.path().join("restored");
    let attempt = |text: &str| {
        let out = fs::File::create(&forged).unwrap();
        let mut sealing = envelope::Sealing::new(out, &[identity.recipient()], &label, &[&carried]).unwrap();
        std::io::Write::write_all(&mut sealing, text.as_bytes()).unwrap();
        sealing.finish().unwrap();
        restored(&forged, &place).map(drop)
    };
    for (from, to) in
        [("Invented Person", "Somebody Else"), ("\"seq\":8", "\"seq\":9"), ("\"format\":1", "\"format\":1 ")]
    {
        assert!(matches!(attempt(&text.replace(from, to)), Err(Error::Damaged(_))), "{from}");
    }
    let lines: Vec<&str> = text.lines().collect();
    let without =
        |at: usize| lines.iter().enumerate().filter(move |(n, _)| *n != at).map(|(_, line)| format!("{line}\n"));
    for at in [0, 1, lines.len() / 2, lines.len() - 2, lines.len() - 1] {
        assert!(matches!(attempt(&without(at).collect::<String>()), Err(Error::Damaged(_))), "without line {at}");
    }
    assert!(matches!(attempt(&format!("{text}{text}")), Err(Error::Damaged(_))));
    assert!(matches!(attempt(""), Err(Error::Damaged(_))));
    let newer = text.replace("\"format\":1", "\"format\":2");
    assert!(matches!(attempt(&newer), Err(Error::Newer { found: 2, known: 1 })));
    assert!(!place.exists());
    attempt(&text).unwrap();
}

#[test]
fn the_vault_s_own_are_kept_by_the_calendar_and_what_is_not_ours_stays() {
    use crate::store::rotation::{FOLDER, list};
    use crate::store::testing::{day, deadline};
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("vault");
    let mut vault = create(&dir, &passphrase(), Kdf::Test).unwrap();
    let aside = |vault: &Vault, n: u32, at_end: bool| {
        let made = vault.aside().backup_if_due(minute(n), day(1) + chrono::Days::new(n.into()), at_end);
        made.map(|made| made.unwrap().seq)
    };
    assert_eq!(aside(&vault, 0, true), None, "nothing to save yet");
    vault.commit(0, &commit(vec![Change::add(case(1))])).unwrap();
    assert_eq!(aside(&vault, 0, false), Some(1));
    let folder = dir.join(FOLDER);
    assert_eq!(fs::metadata(&folder).unwrap().mode() & 0o777, 0o700);
    // A stranger's copy under one of our names, and other files.
    let stranger = create(&temp.path().join("stranger"), &passphrase(), Kdf::Test).unwrap();
    let foreign = folder.join("2026-10-01-000000.age");
    copy(stranger.dir(), &foreign).unwrap();
    fs::write(folder.join("2026-09-01-000007.age"), "no copy").unwrap();
    fs::write(folder.join("notes"), "mine").unwrap();
    for n in 1..60 {
        assert_eq!(aside(&vault, n, true), None, "all of it is saved");
        vault.commit(u64::from(n), &commit(vec![Change::add(deadline(n, 1))])).unwrap();
        assert_eq!(aside(&vault, n, false), Some(u64::from(n) + 1));
    }
    vault.commit(60, &commit(vec![Change::add(deadline(60, 1))])).unwrap();
    assert_eq!(aside(&vault, 59, false), None, "one a day");
    assert_eq!(aside(&vault, 59, true), Some(61));
    let own: Vec<Seq> = list(&dir).unwrap().into_iter().map(|(made, _)| made.seq).filter(|seq| *seq > 7).collect();
    assert_eq!(own[..3], [36, 43, 50], "the last of each week");
    assert_eq!(own[3..], [54, 55, 56, 57, 58, 59, 61], "{own:?}");
    let zone = chrono_tz::Tz::UTC;
    let overdue = |vault: &Vault, on: u64| vault.aside().overdue(day(1) + chrono::Days::new(on), zone).unwrap();
    assert_eq!(overdue(&vault, 59), Some(None), "none ever left");
    copy(&dir, &temp.path().join("away.age")).unwrap();
    assert_eq!((overdue(&vault, 7), overdue(&vault, 8)), (None, Some(Some(7))));
    copy(&dir, &folder.join("inside.age")).unwrap();
    assert_eq!(overdue(&vault, 8), Some(Some(7)), "one inside has not left");
    assert!(foreign.exists() && folder.join("2026-09-01-000007.age").exists() && folder.join("notes").exists());
    let beside =
        fs::read_dir(&folder).unwrap().filter(|e| e.as_ref().unwrap().path().to_string_lossy().contains("identity"));
    assert_eq!(beside.count(), 10 + 2, "those beside go with theirs");
}

#[test]
fn what_lies_in_the_place_of_an_own_backup_and_is_none_is_set_aside() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("vault");
    let mut vault = create(&dir, &passphrase(), Kdf::Test).unwrap();
    vault.commit(0, &commit(vec![Change::add(case(1))])).unwrap();
    let make = || to_copy(&dir).backup_inside(minute(1), crate::store::testing::day(1));
    let made = make().unwrap().file;
    let good = fs::read(&made).unwrap();
    let names = || {
        let entries = fs::read_dir(made.parent().unwrap()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| name.contains(".aside-"));
        names.sort();
        names
    };
    let mut broken = good;
    let middle = broken.len() / 2;
    broken[middle] ^= 1;
    let name = made.file_name().unwrap().to_string_lossy().into_owned();
    for (bytes, n) in [(Vec::new(), 1), (broken, 2)] {
        fs::write(&made, &bytes).unwrap();
        assert_eq!(make().unwrap().file, made);
        let aside = format!("{name}.aside-{n}");
        assert_eq!(names().last(), Some(&aside));
        assert_eq!(fs::read(made.with_file_name(aside)).unwrap(), bytes, "nothing damaged is deleted");
    }
}

#[test]
fn a_backup_that_nobody_asked_for_is_noted_in_the_audit_and_needs_none() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("vault");
    let mut vault = create(&dir, &passphrase(), Kdf::Test).unwrap();
    vault.enter(minute(0), "dana");
    vault.commit(0, &commit(vec![Change::add(case(1))])).unwrap();
    let today = minute(0).date_naive();
    let made = |vault: &Vault, n| vault.aside().backup_if_due(minute(n), today, true).unwrap().unwrap().seq;
    // While the vault is open, and once it is closed.
    assert_eq!(made(&vault, 1), 1);
    vault.commit(1, &commit(vec![Change::add(case(2))])).unwrap();
    let aside = vault.aside();
    vault.close().unwrap();
    assert_eq!(aside.backup_if_due(minute(2), today, true).unwrap().unwrap().seq, 2);
    let noted = |dir: &Path| {
        let mut noted = Vec::new();
        let mut reader = open_reader(dir).unwrap().unlock(&passphrase()).map_err(|(error, _)| error).unwrap();
        reader
            .each_line(&mut |line| {
                if let Deed::BackedUp { change } = line.entry.deed {
                    noted.push((change, line.entry.at, line.who.slot, line.who.user));
                }
            })
            .unwrap();
        noted
    };
    let by = |change, n| (change, minute(n), 1, "dana".to_owned());
    assert_eq!(noted(&dir), [by(1, 1), by(2, 2)]);
    // An audit that cannot be written keeps nobody from a backup.
    let mut vault = open(&dir).unwrap().unlock(&passphrase()).map_err(|(error, _)| error).unwrap();
    vault.commit(2, &commit(vec![Change::add(case(3))])).unwrap();
    fs::remove_file(dir.join("audit.lock")).unwrap();
    fs::create_dir(dir.join("audit.lock")).unwrap();
    assert_eq!(made(&vault, 3), 3);
    vault.close().unwrap();
    assert_eq!(noted(&dir).len(), 2);
}
