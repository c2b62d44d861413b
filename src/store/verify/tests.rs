use super::*;
use crate::core::change::Change;
use crate::core::id::CaseId;
use crate::core::world::World;
use crate::store::Store;
use crate::store::files;
use crate::store::testing::{commit, event, flip_change, minute};
use crate::store::vault::tests::{copy_tree, fill, model, new_vault, nth, passphrase, unlock};
use crate::store::vault::{Reader, Vault, open, open_reader};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// Changes of the small vault: more than one segment holds.
const ALL: u32 = 44;
/// The change at which it was closed before.
const CLOSED: u32 = 30;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn verified(dir: &Path) -> Result<Report, Error> {
    open_reader(dir)?.verify(&passphrase())
}

fn read(dir: &Path) -> Result<Reader, Error> {
    open_reader(dir)?.unlock(&passphrase()).map_err(|(error, _)| error)
}

/// Opens a vault, damaged or not.
fn hold(dir: &Path) -> Result<Vault, Error> {
    open(dir)?.unlock(&passphrase()).map_err(|(error, _)| error)
}

/// A vault that was closed after [`CLOSED`] changes and, if `is_closed`, at the end, with its timelines.
fn small(is_closed: bool) -> (TempDir, PathBuf) {
    let (temp, mut vault) = new_vault();
    let dir = temp.path().join("vault");
    fill(&mut vault, CLOSED);
    vault.timeline(CaseId(1)).unwrap();
    vault.close().unwrap();
    let mut vault = unlock(&dir).unwrap();
    for n in CLOSED + 1..=ALL {
        vault.commit(u64::from(n) - 1, &nth(n)).unwrap();
    }
    if is_closed {
        vault.timeline(CaseId(1)).unwrap();
        vault.close().unwrap();
    }
    (temp, dir)
}

/// Every file below a folder, by its path in it.
fn files_in(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![dir.to_owned()];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(dir).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

/// What became of a vault that something was done to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counts {
    /// The verification found nothing, and all was there.
    unseen: usize,
    /// It was found, and all was there.
    whole: usize,
    /// Some changes could not be read, and were said to be so.
    hurt: usize,
    /// The vault was refused.
    refused: usize,
}

/// What a vault of [`ALL`] changes holds: world, changes, timelines.
struct Want {
    world: World,
    commits: Vec<(Seq, crate::core::change::Commit)>,
    timelines: Vec<Vec<crate::core::event::Event>>,
}

fn want() -> Want {
    let mut model = model(ALL);
    let timelines = (0..4).map(|case| model.timeline(CaseId(case)).unwrap()).collect();
    Want { world: model.load().unwrap().0, commits: model.since(0).unwrap(), timelines }
}

/// Holds that the vault in `dir`, to which `what` was done, is found out or whole, never silently smaller, and that a repair
/// keeps everything that is proven.
fn holds(dir: &Path, what: &str, want: &Want, counts: &mut Counts) {
    let before = files_in(dir);
    let report = match verified(dir) {
        Ok(report) => report,
        Err(Error::Damaged(_) | Error::Newer { .. } | Error::Unsafe(_) | Error::WrongPassphrase) => {
            counts.refused += 1;
            return;
        }
        Err(other) => unreachable!("{what}: {other}"),
    };
    let mut reader = match read(dir) {
        Err(Error::Damaged(_)) => {
            assert!(!report.is_clean(), "{what}");
            counts.refused += 1;
            return;
        }
        other => other.unwrap(),
    };
    let (world, _) = reader.load().unwrap();
    let timelines: Vec<_> = (0..4).map(|case| reader.timeline(CaseId(case)).unwrap()).collect();
    let is_whole = world == want.world;
    match reader.hurt() {
        None => assert!(is_whole && timelines == want.timelines, "{what}: silently smaller"),
        Some(hurt) => {
            assert!(!report.is_clean(), "{what}: {hurt:?}");
            assert!(is_whole || hurt.lost() > 0, "{what}: {hurt:?}");
        }
    }
    assert!(files_in(dir) == before, "{what}: looking changed something");
    match (report.is_clean(), reader.hurt().is_some_and(|hurt| hurt.unread() > 0)) {
        (true, _) => counts.unseen += 1,
        (false, false) => counts.whole += 1,
        (false, true) => counts.hurt += 1,
    }
    let mut vault = hold(dir).unwrap();
    vault.check(&mut |_, _| {}).unwrap();
    let hurt = vault.hurt().cloned();
    if let Some(hurt) = &hurt {
        let refused = vault.commit(hurt.latest, &nth(ALL + 1));
        assert!(matches!(refused, Err(Error::OnlyReads(_))), "{what}: {refused:?}");
        let aside = vault.mend(minute(90), day(), &mut |_, _| {}).unwrap().unwrap();
        let kept = files_in(&dir.join(aside));
        for (name, bytes) in before.iter().filter(|(name, _)| *name != "lock" && !name.starts_with(damaged())) {
            let own = ["journal", "head", "checkpoint", "keyring"].iter().any(|own| name.starts_with(own));
            assert!(!own || kept.get(name) == Some(bytes), "{what}: {name} was not kept");
        }
    }
    assert!(vault.hurt().is_none(), "{what}: {:?}", vault.hurt());
    let (mended, head) = vault.load().unwrap();
    let commits = vault.since(0).unwrap();
    let lacking = |seq: Seq| hurt.iter().flat_map(|hurt| &hurt.gaps).any(|gap| (gap.first..=gap.last).contains(&seq));
    for (mended, wanted) in commits.iter().zip(&want.commits).filter(|(_, (seq, _))| !lacking(*seq)) {
        assert_eq!(mended, wanted, "{what}");
    }
    let reaches = commits.len() >= want.commits.len() || hurt.is_some() || report.findings.iter().any(is_unwitnessed);
    assert!(reaches, "{what}: ends with {head}");
    if hurt.is_some() {
        assert!(mended == world, "{what}: the repair changed what was proven");
        for (case, wanted) in (0..4).zip(&timelines) {
            assert_eq!(&vault.timeline(CaseId(case)).unwrap(), wanted, "{what}");
        }
    }
    vault.commit(head, &commit(vec![Change::add(event(9_000, 1, 1))])).unwrap();
    vault.close().unwrap();
    let after = verified(dir).unwrap();
    assert!(after.is_clean(), "{what}: {:?}", after.findings);
}

fn is_unwitnessed(finding: &Finding) -> bool {
    finding.what == What::Unwitnessed
}

fn damaged() -> &'static str {
    crate::store::damaged::DIR
}

/// Does something to every file, some places of each.
fn torture(is_closed: bool, places: usize, every: usize) -> Counts {
    let (temp, dir) = small(is_closed);
    let (other_temp, other) = small(is_closed);
    let (all, others, want) = (files_in(&dir), files_in(&other), want());
    drop(other_temp);
    let mut counts = Counts::default();
    let mut tried = 0;
    let mut run = |what: &str, doing: &dyn Fn(&Path)| {
        tried += 1;
        if tried % every != 0 {
            return;
        }
        let copy = temp.path().join("copy");
        copy_tree(&dir, &copy);
        doing(&copy);
        holds(&copy, what, &want, &mut counts);
        fs::remove_dir_all(copy).unwrap();
    };
    for (name, bytes) in &all {
        let sampled = (0..places).map(|n| (n * 2_654_435_761 + 17) % bytes.len().max(1));
        let start = 0..if every == 1 { bytes.len().min(128) } else { 0 };
        for at in start.chain(sampled).filter(|_| !bytes.is_empty()) {
            run(&format!("{name}: byte {at} flipped"), &|copy| {
                let mut bad = bytes.clone();
                bad[at] ^= 1 << (at % 8);
                fs::write(copy.join(name), bad).unwrap();
            });
        }
        for n in 0..places.div_ceil(2) {
            let length = (n * 40_503 + 77) % bytes.len().max(1);
            run(&format!("{name}: cut to {length}"), &|copy| fs::write(copy.join(name), &bytes[..length]).unwrap());
        }
        run(&format!("{name}: emptied"), &|copy| fs::write(copy.join(name), []).unwrap());
        run(&format!("{name}: removed"), &|copy| fs::remove_file(copy.join(name)).unwrap());
        if let Some(foreign) = others.get(name) {
            run(&format!("{name}: of another vault"), &|copy| fs::write(copy.join(name), foreign).unwrap());
        }
        if let Some((next, _)) = all.range(format!("{name}\0")..).next() {
            run(&format!("{name}: changed places with {next}"), &|copy| {
                fs::write(copy.join(name), &all[next]).unwrap();
                fs::write(copy.join(next), bytes).unwrap();
            });
        }
    }
    counts
}

#[test]
fn damage_of_any_file_is_found_or_harmless_and_a_repair_keeps_what_is_proven() {
    for is_closed in [true, false] {
        let counts = torture(is_closed, 2, 4);
        eprintln!("{counts:?}");
        assert!(counts.whole > 5 && counts.hurt > 0, "{counts:?}");
    }
}

#[test]
#[ignore = "minutes; RUMBO_DAMAGE=N places in each file"]
fn damage_of_any_file_at_many_places() {
    let places = std::env::var("RUMBO_DAMAGE").ok().and_then(|n| n.parse().ok()).unwrap_or(50);
    for is_closed in [true, false] {
        eprintln!("{:?}", torture(is_closed, places, 1));
    }
}

#[test]
fn a_good_vault_is_clean_also_while_it_is_written_to() {
    let (_temp, dir) = small(true);
    let report = verified(&dir).unwrap();
    assert_eq!((report.findings, report.head, report.hurt), (Vec::new(), u64::from(ALL), None));
    let mut vault = hold(&dir).unwrap();
    vault.commit(u64::from(ALL), &nth(ALL + 1)).unwrap();
    vault.timeline(CaseId(1)).unwrap();
    let beside = verified(&dir).unwrap();
    assert!(beside.is_clean() && beside.head == u64::from(ALL) + 1, "{beside:?}");
}

#[test]
fn what_a_lost_change_came_to_is_kept_where_the_checkpoint_is_later() {
    let (_temp, dir) = small(true);
    flip_change(&dir, 5);
    let mut vault = hold(&dir).unwrap();
    let hurt = vault.hurt().cloned().unwrap();
    assert_eq!(hurt.gaps.iter().map(|gap| (gap.first, gap.last, gap.is_covered)).collect::<Vec<_>>(), [(5, 5, true)]);
    assert_eq!((hurt.unread(), hurt.lost(), hurt.latest), (1, 0, u64::from(ALL)));
    assert!(hurt.gaps[0].between.0.is_some() && hurt.gaps[0].between.1.is_some());
    let want = want();
    assert!(vault.load().unwrap().0 == want.world);
    assert_eq!(vault.timeline(CaseId(2)).unwrap(), want.timelines[2], "the state has the event of change 5");
    assert_eq!(vault.since(0).unwrap().len(), ALL as usize - 1);
    vault.mend(minute(90), day(), &mut |_, _| {}).unwrap();
    let filled = vault.since(4).unwrap();
    assert!(filled[0].1.lost && filled[0].1.act.verb == crate::core::change::Verb::Mended);
    assert!(vault.load().unwrap().0 == want.world);
    assert_eq!(vault.timeline(CaseId(2)).unwrap(), want.timelines[2]);
}

#[test]
fn a_lost_change_after_the_checkpoint_is_the_only_one_lost() {
    let (_temp, dir) = small(false);
    fs::remove_file(dir.join("checkpoint")).unwrap();
    fs::remove_dir_all(dir.join("state")).unwrap();
    flip_change(&dir, 4);
    let mut vault = hold(&dir).unwrap();
    let hurt = vault.hurt().cloned().unwrap();
    assert_eq!((hurt.unread(), hurt.lost()), (1, 1));
    let (world, head) = vault.load().unwrap();
    assert_eq!(head, u64::from(ALL));
    assert!(world.case(CaseId(4)).is_none() && world.case(CaseId(8)).is_some());
}

#[test]
fn without_the_keyring_the_checkpoint_still_has_every_record() {
    let (_temp, dir) = small(true);
    fs::write(dir.join("keyring"), b"no").unwrap();
    fs::remove_file(dir.join("keyring.2")).unwrap();
    assert!(!verified(&dir).unwrap().is_clean());
    let mut vault = hold(&dir).unwrap();
    assert!(vault.hurt().unwrap().damage.is_of_keyring());
    assert!(vault.load().unwrap().0 == want().world);
    vault.mend(minute(90), day(), &mut |_, _| {}).unwrap();
    assert!(vault.load().unwrap().0 == want().world);
    vault.close().unwrap();
    assert!(verified(&dir).unwrap().is_clean());
}

/// A copy of the folder that went its own way has the same keys.
#[test]
fn files_of_a_copy_that_went_its_own_way_are_found_out() {
    let (temp, dir) = small(true);
    let fork = temp.path().join("fork");
    copy_tree(&dir, &fork);
    for (place, first) in [(&dir, 100), (&fork, 200)] {
        let mut vault = hold(place).unwrap();
        for n in 0..40 {
            let head = vault.load().unwrap().1;
            vault.commit(head, &commit(vec![Change::add(event(first + n, 1, n))])).unwrap();
        }
        vault.close().unwrap();
    }
    let last = fs::read_dir(dir.join("journal")).unwrap().count();
    let name = format!("journal/{last:06}.log");
    fs::copy(fork.join(&name), dir.join(&name)).unwrap();
    let mut vault = hold(&dir).unwrap();
    assert!(vault.hurt().unwrap().is_mixed);
    assert!(vault.commit(84, &nth(85)).is_err());
}

#[test]
fn what_others_may_use_is_found_and_taken_from_them() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (_temp, dir) = small(true);
    fs::set_permissions(dir.join("head"), fs::Permissions::from_mode(0o644)).unwrap();
    fs::set_permissions(dir.join("journal"), fs::Permissions::from_mode(0o755)).unwrap();
    let report = verified(&dir).unwrap();
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.place.as_str(), finding.what)).collect();
    assert_eq!(found, [("head", What::Loose(0o644)), ("journal", What::Loose(0o755))]);
    assert!(tighten(&dir, &report).unwrap());
    assert!(verified(&dir).unwrap().findings.is_empty());
    symlink("/nowhere", dir.join("alias")).unwrap();
    assert_eq!(verified(&dir).unwrap().findings[0].what, What::Strange);
}

#[test]
fn a_second_repair_in_a_day_keeps_both() {
    let (_temp, dir) = small(true);
    for aside in ["damaged/2026-11-26", "damaged/2026-11-26-2"] {
        let journal = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().path());
        let journal = journal.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("journal")).last();
        files::overwrite(files::open(&journal.unwrap().join("000001.log"), true).unwrap()).unwrap();
        let mut vault = hold(&dir).unwrap();
        assert_eq!(vault.mend(minute(90), day(), &mut |_, _| {}).unwrap().as_deref(), Some(aside));
        assert!(vault.load().unwrap().0 == want().world);
        vault.close().unwrap();
        assert!(dir.join(aside).is_dir());
    }
}
