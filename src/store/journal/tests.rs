use super::frame::Rest;
use super::*;
use crate::core::change::Change;
use crate::core::id::{CaseId, RecordId};
use crate::store::error::Damage;
use crate::store::notice::Notice;
use crate::store::testing::{case, commit};
use std::fs;
use tempfile::TempDir;
use zeroize::Zeroizing;

/// Small enough that a few commits fill it.
const SMALL: u64 = 2048;

struct Fixture {
    temp: TempDir,
    keys: Arc<Keys>,
}

impl Fixture {
    /// A journal of so many commits; the writer is gone, as after a kill.
    fn new(commits: u32) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let keys = Arc::new(Keys::new([1; 16], &Zeroizing::new([2; 32])));
        Journal::create(&temp.path().join("journal"), &keys, SMALL).unwrap();
        let fixture = Self { temp, keys };
        let (mut writer, notices) = fixture.write(&Witnesses::default()).unwrap();
        assert_eq!(notices, []);
        for n in 1..=commits {
            assert_eq!(writer.append(&ring(), &nth(n), |_| None).unwrap(), u64::from(n));
        }
        fixture
    }

    fn dir(&self) -> PathBuf {
        self.temp.path().join("journal")
    }

    fn read(&self, witnesses: &Witnesses) -> Result<Journal, Error> {
        Journal::read(&self.dir(), Arc::clone(&self.keys), SMALL, witnesses)
    }

    fn write(&self, witnesses: &Witnesses) -> Result<(Writer, Vec<Notice>), Error> {
        self.read(witnesses)?.into_writer(witnesses)
    }

    fn segment(&self, number: u64) -> PathBuf {
        self.temp.path().join(segment::name(&self.dir(), number))
    }

    fn last(&self) -> (PathBuf, End) {
        let journal = self.read(&Witnesses::default()).unwrap();
        (self.segment(journal.segments.last().unwrap().number), journal.end)
    }
}

/// The same keys in every journal of these tests.
fn ring() -> Keyring {
    static BYTES: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    let keys = Keys::new([1; 16], &Zeroizing::new([2; 32]));
    let bytes = BYTES.get_or_init(|| {
        let mut ring = Keyring::default();
        ring.reach(CaseId(0)).unwrap();
        ring.to_bytes(&keys).unwrap()
    });
    Keyring::from_bytes(bytes, &keys, "keyring").unwrap()
}

fn nth(n: u32) -> Commit {
    let mut case = case(n);
    // Of several sizes, the largest larger than a segment.
    case.notes = "a note ".repeat(usize::try_from(n % 7).unwrap() * 70);
    commit(vec![Change::add(case)])
}

fn commits(journal: &Journal, after: Seq) -> Vec<(Seq, Commit)> {
    let mut found = Vec::new();
    journal
        .replay(&ring(), after, |seq, commit| {
            found.push((seq, commit));
            Ok(())
        })
        .unwrap();
    found
}

fn acknowledged(head: Head) -> Witnesses {
    Witnesses { acknowledged: Some(head), ..Witnesses::default() }
}

fn damage(result: Result<impl Sized, Error>) -> Damage {
    match result.map(|_| ()).unwrap_err() {
        Error::Damaged(damage) => damage,
        other => unreachable!("{other}"),
    }
}

#[test]
fn comes_back_from_any_point_over_several_segments() {
    let fixture = Fixture::new(30);
    assert!(fixture.segment(4).exists());
    let journal = fixture.read(&Witnesses::default()).unwrap();
    let all: Vec<_> = (1..=30).map(|n| (u64::from(n), nth(n))).collect();
    for after in 0..=31 {
        let want = all.get(usize::try_from(after).unwrap()..).unwrap_or_default();
        assert_eq!(commits(&journal, after), want, "after {after}");
    }
}

#[test]
fn goes_on_after_being_opened_again() {
    let fixture = Fixture::new(3);
    for n in 4..=12 {
        let (mut writer, notices) = fixture.write(&Witnesses::default()).unwrap();
        assert_eq!(notices, []);
        assert_eq!(writer.append(&ring(), &nth(n), |_| None).unwrap(), u64::from(n));
        assert_eq!(commits(writer.journal(), u64::from(n) - 1), [(u64::from(n), nth(n))]);
    }
    assert_eq!(commits(&fixture.read(&Witnesses::default()).unwrap(), 0).len(), 12);
}

/// Cuts the last write to each of its lengths, in a file that is shorter and in one that ends in zeros.
#[test]
fn a_write_cut_anywhere_is_set_aside_and_the_rest_stands() {
    for before in [6, 13] {
        let fixture = Fixture::new(before + 1);
        let (path, end) = fixture.last();
        let whole = fs::read(&path).unwrap();
        let (start, stop) = (usize::try_from(end.last.unwrap()).unwrap(), usize::try_from(end.offset).unwrap());
        let file = files::open(&path, true).unwrap();
        for length in 0..stop - start {
            for size in [start + length, whole.len()] {
                file.write_all_at(&whole[start..stop], start as u64).unwrap();
                file.set_len((start + length) as u64).unwrap();
                file.set_len(size as u64).unwrap();
                let journal = fixture.read(&Witnesses::default()).unwrap();
                if journal.head().seq == u64::from(before) {
                    let torn = matches!(journal.end.tail, Some((Rest::Torn, _)));
                    assert_eq!(torn, length > 0, "cut to {length}");
                } else {
                    // All sealed bytes are there: the mark proves nothing that the chain has not proven before.
                    assert!(length >= stop - start - 72, "cut to {length}");
                }
                if length % 32 == 1 {
                    goes_on(&fixture, u64::from(before));
                }
            }
        }
    }
}

fn goes_on(fixture: &Fixture, before: Seq) {
    let (mut writer, notices) = fixture.write(&Witnesses::default()).unwrap();
    if writer.journal().head().seq == before {
        assert!(matches!(notices[..], [Notice::TornTail { .. }]));
        writer.append(&ring(), &nth(7), |_| None).unwrap();
    }
    let journal = fixture.read(&Witnesses::default()).unwrap();
    assert_eq!(commits(&journal, 0).len(), usize::try_from(before).unwrap() + 1);
    assert!(journal.end.tail.is_none());
}

#[test]
fn a_write_that_lost_a_sector_is_a_cut_write() {
    let fixture = Fixture::new(6);
    let (path, end) = fixture.last();
    let whole = fs::read(&path).unwrap();
    let (start, stop) = (usize::try_from(end.last.unwrap()).unwrap(), usize::try_from(end.offset).unwrap());
    for sector in start / 512..=(stop - 1) / 512 {
        let mut torn = whole.clone();
        torn[(sector * 512).max(start)..((sector + 1) * 512).min(stop)].fill(0);
        fs::write(&path, torn).unwrap();
        let (writer, notices) = fixture.write(&Witnesses::default()).unwrap();
        assert_eq!(writer.journal().head().seq, 5);
        let [Notice::TornTail { after: 5, bytes, kept, witnessed: false }] = &notices[..] else {
            unreachable!("{notices:?}")
        };
        assert_eq!(fs::metadata(fixture.temp.path().join(kept)).unwrap().len(), *bytes);
    }
}

#[test]
fn a_cut_write_that_was_acknowledged_is_damage() {
    let fixture = Fixture::new(6);
    let (path, end) = fixture.last();
    let whole = fs::read(&path).unwrap();
    let start = usize::try_from(end.last.unwrap()).unwrap();
    for length in [0, 1, 64, 200] {
        fs::write(&path, &whole[..start + length]).unwrap();
        let found = damage(fixture.read(&acknowledged(end.head)));
        assert_eq!((found.seq, found.flaw), (Some(6), Flaw::BehindHead));
        assert!(found.place.starts_with("journal/00000"));
    }
}

/// Every bit of every segment: an error, or nothing lost.
#[test]
fn a_flipped_bit_is_damage_or_harmless() {
    let fixture = Fixture::new(9);
    let all: Vec<_> = (1..=9).map(|n| (u64::from(n), nth(n))).collect();
    let numbers = segment::list(&fixture.dir()).unwrap();
    let (mut seen, mut harmless) = (0, 0);
    for number in numbers {
        let path = fixture.segment(number);
        let whole = fs::read(&path).unwrap();
        let file = files::open(&path, true).unwrap();
        for (at, byte) in whole.into_iter().enumerate() {
            file.write_all_at(&[byte ^ (1 << (at % 8))], at as u64).unwrap();
            match fixture.read(&Witnesses::default()) {
                Err(Error::Damaged(_) | Error::Newer { .. }) => seen += 1,
                Err(other) => unreachable!("{other}"),
                Ok(journal) if matches!(journal.end.tail, Some((Rest::Damaged, _))) => {
                    assert!(matches!(journal.into_writer(&Witnesses::default()), Err(Error::Damaged(_))));
                    seen += 1;
                }
                Ok(journal) => {
                    assert_eq!(commits(&journal, 0), all, "byte {at} of segment {number}");
                    harmless += 1;
                }
            }
            file.write_all_at(&[byte], at as u64).unwrap();
        }
    }
    assert!(seen > harmless, "{seen} seen, {harmless} harmless");
}

#[test]
fn a_missing_or_foreign_segment_is_damage() {
    let fixture = Fixture::new(20);
    let head = fixture.last().1.head;
    let other = Fixture::new(20);
    let kept = fs::read(fixture.segment(2)).unwrap();
    fs::remove_file(fixture.segment(2)).unwrap();
    assert_eq!(damage(fixture.read(&Witnesses::default())).flaw, Flaw::Gone);
    fs::copy(other.segment(2), fixture.segment(2)).unwrap();
    assert!(matches!(fixture.read(&Witnesses::default()), Err(Error::Damaged(_))));
    fs::write(fixture.segment(2), kept).unwrap();
    let last = fixture.last().0;
    fs::remove_file(last).unwrap();
    assert_eq!(damage(fixture.read(&acknowledged(head))).flaw, Flaw::BehindHead);
}

#[test]
fn another_chain_than_the_witness_saw_is_damage() {
    let fixture = Fixture::new(5);
    let forged = Head { seq: 3, chain: [0; 32] };
    assert_eq!(damage(fixture.read(&acknowledged(forged))).seq, Some(3));
}

#[test]
fn a_newer_schema_is_refused() {
    let fixture = Fixture::new(2);
    let (mut writer, _) = fixture.write(&Witnesses::default()).unwrap();
    let future = b"from the future";
    let write = |out: &mut Vec<u8>| {
        out.extend_from_slice(future);
        Ok(())
    };
    writer.append_with(codec::SCHEMA + 1, future.len(), write).unwrap();
    let before = fs::read(fixture.segment(1)).unwrap();
    assert!(matches!(fixture.write(&Witnesses::default()), Err(Error::Newer { found: 4, known: 3 })));
    assert_eq!(fs::read(fixture.segment(1)).unwrap(), before);
}

#[test]
fn a_segment_that_cannot_be_made_loses_nothing_and_may_be_tried_again() {
    let fixture = Fixture::new(6);
    let (mut writer, _) = fixture.write(&Witnesses::default()).unwrap();
    let away = fixture.temp.path().join("away");
    fs::rename(fixture.dir(), &away).unwrap();
    let refused = (7..=20).find_map(|n| writer.append(&ring(), &nth(n), |_| None).err().map(|error| (n, error)));
    let (n, error) = refused.unwrap();
    assert!(matches!(error, Error::NotSaved(_)));
    fs::rename(&away, fixture.dir()).unwrap();
    assert_eq!(writer.append(&ring(), &nth(n), |_| None).unwrap(), u64::from(n));
    assert_eq!(commits(&fixture.read(&Witnesses::default()).unwrap(), 0).len(), usize::try_from(n).unwrap());
}

#[test]
fn after_a_failed_write_nothing_more_is_written() {
    let fixture = Fixture::new(1);
    let (mut writer, _) = fixture.write(&Witnesses::default()).unwrap();
    let real = std::mem::replace(&mut writer.file, files::open(&fixture.segment(1), false).unwrap());
    assert!(matches!(writer.append(&ring(), &nth(7), |_| None), Err(Error::NotSaved(_))));
    writer.file = real;
    assert!(matches!(writer.append(&ring(), &nth(7), |_| None), Err(Error::NotSaved(_))));
    let (mut writer, _) = fixture.write(&Witnesses::default()).unwrap();
    assert_eq!(writer.append(&ring(), &nth(7), |_| None).unwrap(), 2);
}

#[test]
fn the_disk_holds_no_plain_text() {
    let fixture = Fixture::new(6);
    for number in segment::list(&fixture.dir()).unwrap() {
        let bytes = fs::read(fixture.segment(number)).unwrap();
        assert!(!bytes.windows(5).any(|part| part == b"a not" || part == b"R-001"));
    }
    assert_eq!(
        commits(&fixture.read(&Witnesses::default()).unwrap(), 0)[0].1.changes[0].id(),
        Some(RecordId::Case(CaseId(1)))
    );
}
