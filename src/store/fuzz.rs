//! The readers of a vault's files as functions of bytes, under keys that everybody knows.

use super::backup::line::{self, Line};
use super::backup::old::Old;
use super::checkpoint::{self, Checkpoint};
use super::codec;
use super::envelope::{self, Identity, Label, Sealing, With};
use super::head::Head;
use super::header::Header;
use super::journal;
use super::keyring::Keyring;
use super::keys::{Kdf, Keys, Passphrase};
use crate::core::change::{Act, Change, Commit, Verb};
use crate::core::event::Event;
use crate::core::record::Record;
use crate::core::world::World;
use std::io::{Read, Write};
use std::sync::{Arc, LazyLock};
use zeroize::Zeroizing;

static KEYS: LazyLock<Arc<Keys>> = LazyLock::new(|| Arc::new(Keys::new([1; 16], &Zeroizing::new([2; 32]))));

thread_local! {
    static DIR: tempfile::TempDir = tempfile::tempdir().unwrap();
    static RING: Keyring = ring();
}

/// Keys that are the same in every process, so that a kept input means the same again; the last case is erased.
fn ring() -> Keyring {
    const CASES: u32 = 512;
    let mut plain = CASES.to_le_bytes().to_vec();
    for case in 1..CASES {
        plain.push(1);
        plain.extend_from_slice(blake3::hash(&case.to_le_bytes()).as_bytes());
    }
    plain.push(2);
    plain.extend_from_slice(&[0; 32]);
    Keyring::parse(&plain, 1).unwrap()
}

/// The keys of every input here.
pub fn keys() -> &'static Arc<Keys> {
    &KEYS
}

/// `vault/head`.
pub fn head(bytes: &[u8]) -> bool {
    Head::from_bytes(bytes, keys()).is_some()
}

/// A copy of the header; also as if its checksum were right, which anybody can make it.
pub fn header(bytes: &[u8]) -> bool {
    let summed = [bytes, blake3::hash(bytes).as_bytes()].concat();
    drop(Header::from_bytes(&summed, "fuzz"));
    let rest = bytes.get(..bytes.len().saturating_sub(32)).unwrap_or_default();
    let mended = [rest, blake3::hash(rest).as_bytes()].concat();
    drop(Header::from_bytes(&mended, "fuzz"));
    Header::from_bytes(bytes, "fuzz").is_ok()
}

/// A copy of the keyring; also as if it were what the seal holds.
pub fn keyring(bytes: &[u8]) -> bool {
    drop(Keyring::parse(bytes, 1));
    Keyring::from_bytes(bytes, keys(), "fuzz").is_ok()
}

/// A checkpoint, down to its records.
pub fn checkpoint(bytes: &[u8]) -> bool {
    DIR.with(|dir| {
        let path = dir.path().join("checkpoint");
        std::fs::write(&path, bytes).unwrap();
        let found = Checkpoint::open(&path, keys());
        found.is_ok_and(|found| found.is_some_and(|found| found.into_world(keys()).is_ok()))
    })
}

/// A frame of the journal.
pub fn frame(bytes: &[u8]) -> bool {
    journal::fuzz::frame(bytes, keys())
}

/// A segment of the journal.
pub fn segment(bytes: &[u8]) -> bool {
    DIR.with(|dir| RING.with(|ring| journal::fuzz::segment(bytes, keys(), ring, dir.path())))
}

/// What stands inside the seal of a frame.
pub fn batch(bytes: &[u8]) -> bool {
    RING.with(|ring| journal::fuzz::batch(bytes, keys(), ring))
}

/// Records behind every seal, in each schema: what decodes is written again as it was, and taken into a world.
pub fn record(bytes: &[u8]) -> bool {
    let mut read = false;
    for schema in 1..=codec::SCHEMA {
        drop(codec::decode::<Event>(schema, bytes));
        if let Ok(records) = codec::decode::<Vec<Record>>(schema, bytes) {
            let mut world = World::default();
            for record in records {
                world.put(record);
            }
        }
        if let Ok(commit) = codec::decode::<Commit>(schema, bytes) {
            read = true;
            let again = codec::decode::<Commit>(codec::SCHEMA, &codec::encode(&commit).unwrap());
            assert_eq!(again.as_ref(), Ok(&commit));
            if commit.changes.iter().all(Change::is_sound) {
                World::default().apply(&commit);
            }
        }
    }
    read
}

/// A copy in the age format: its label, and what is inside.
pub fn envelope(bytes: &[u8]) -> bool {
    drop(envelope::label(bytes));
    let Ok((_, _, mut inside)) = envelope::open(bytes, With::Identity(&identity())) else { return false };
    inside.read_to_end(&mut Vec::new()).is_ok()
}

fn identity() -> Identity {
    Identity::of(&Zeroizing::new([3; 32])).unwrap()
}

/// The lines inside a copy.
pub fn backup_line(mut bytes: &[u8]) -> bool {
    let mut text = Vec::new();
    while let Ok(true) = line::next(&mut bytes, &mut text) {
        match Line::read(&text) {
            Ok(Line::Rumbo(start)) => drop(start.check(&keys().vault)),
            Ok(line) => assert_eq!(Line::read(&line.text().unwrap()).ok().as_ref(), Some(&line)),
            Err(_) => return false,
        }
    }
    bytes.is_empty()
}

/// A copy as the first programs made them.
pub fn old_copy(bytes: &[u8]) -> bool {
    in_dir(|dir| {
        let (path, unpacked) = (dir.join("copy"), dir.join("unpacked"));
        std::fs::write(&path, bytes).unwrap();
        let Ok(mut copy) = Old::open(&path) else { return false };
        // It is of another vault: its seal is not ours.
        drop(copy.unpack(keys(), &unpacked));
        drop(std::fs::remove_dir_all(unpacked));
        true
    })
}

/// Commits of few changes, of some cases and of none.
fn small(commits: &[Commit]) -> Vec<Commit> {
    let mut small = Vec::new();
    for commit in commits {
        for changes in commit.changes.chunks(9).take(3) {
            let act = Act::one(Verb::EditedCase, "an act", "R-001");
            small.push(Commit { act, changes: changes.to_vec(), ..commit.clone() });
        }
    }
    small
}

fn in_dir<T>(act: impl FnOnce(&std::path::Path) -> T) -> T {
    DIR.with(|dir| act(dir.path()))
}

/// A good head.
pub fn heads() -> Vec<Vec<u8>> {
    vec![Head::genesis(keys()).to_bytes(keys())]
}

/// A good header.
pub fn headers() -> Vec<Vec<u8>> {
    let passphrase = Passphrase::new(b"five words nobody would guess".to_vec());
    vec![Header::create(&passphrase, None, Kdf::Test).unwrap().0.to_bytes()]
}

/// A good keyring.
pub fn keyrings() -> Vec<Vec<u8>> {
    RING.with(|ring| vec![ring.to_bytes(keys()).unwrap()])
}

/// A good checkpoint.
pub fn checkpoints(commits: &[Commit]) -> Vec<Vec<u8>> {
    let mut world = World::default();
    for commit in commits {
        world.apply(commit);
    }
    in_dir(|dir| {
        let path = dir.join("checkpoint");
        checkpoint::write(&path, keys(), Head::genesis(keys()), &world).unwrap();
        vec![std::fs::read(path).unwrap()]
    })
}

/// Good segments.
pub fn segments(commits: &[Commit]) -> Vec<Vec<u8>> {
    let small = small(commits);
    let of = |commits: &[Commit]| in_dir(|dir| RING.with(|ring| journal::fuzz::segment_of(commits, keys(), ring, dir)));
    vec![of(&small), of(&small[..1])]
}

/// The frames of those segments, from the first on.
pub fn frames(commits: &[Commit]) -> Vec<Vec<u8>> {
    segments(commits).iter().map(|segment| segment.get(64..).unwrap_or_default().to_vec()).collect()
}

/// Good insides of frames.
pub fn batches(commits: &[Commit]) -> Vec<Vec<u8>> {
    RING.with(|ring| small(commits).iter().map(|commit| journal::fuzz::plain_of(commit, keys(), ring)).collect())
}

/// Good commits.
pub fn records(commits: &[Commit]) -> Vec<Vec<u8>> {
    small(commits).iter().map(|commit| codec::encode(commit).unwrap().to_vec()).collect()
}

/// A good envelope.
pub fn envelopes() -> Vec<Vec<u8>> {
    let label = Label { is_copy: true, vault: keys().vault, seq: 7 };
    let mut sealing = Sealing::new(Vec::new(), &[identity().recipient()], &label, &[]).unwrap();
    sealing.write_all(b"{}\n").unwrap();
    vec![sealing.finish().unwrap()]
}

/// Good lines of a copy.
pub fn backup_lines(commits: &[Commit]) -> Vec<Vec<u8>> {
    let small = small(commits);
    let lines = (1..).zip(small).map(|(seq, commit)| Line::change(seq, commit).text().unwrap().to_vec());
    let records = commits.iter().flat_map(Commit::records).take(40).cloned();
    let records: Vec<u8> = records.flat_map(|record| Line::Record(record).text().unwrap().to_vec()).collect();
    lines.chain([records]).collect()
}
