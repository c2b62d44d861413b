//! The journal's readers as functions of bytes.

use super::super::codec::SCHEMA;
use super::super::head::Head;
use super::super::keyring::{CaseKey, Keyring};
use super::super::keys::Keys;
use super::super::seal::{self, Place};
use super::frame::{HEADER, Header, judge};
use super::{Journal, SEGMENT, Witnesses, batch};
use crate::core::change::{Act, Change, Commit, Verb};
use crate::core::id::CaseId;
use chrono::DateTime;
use std::path::Path;
use std::sync::Arc;

/// One frame after the beginning, and what bytes that are none are taken for.
pub fn frame(bytes: &[u8], keys: &Keys) -> bool {
    let before = Head::genesis(keys);
    let header = bytes.first_chunk::<HEADER>().and_then(|start| Header::read(keys, &before, start));
    let _ = judge(keys, &before, 0, bytes);
    header.is_some()
}

/// A whole segment, read as at the opening of a vault, made ready to be written, and replayed.
pub fn segment(bytes: &[u8], keys: &Arc<Keys>, ring: &Keyring, dir: &Path) -> bool {
    let dir = dir.join("journal");
    drop(std::fs::remove_dir_all(&dir));
    std::fs::create_dir(&dir).unwrap();
    std::fs::write(dir.join("000001.log"), bytes).unwrap();
    let witnesses = Witnesses::default();
    let Ok(journal) = Journal::read(&dir, Arc::clone(keys), SEGMENT, &witnesses) else { return false };
    let (found, mut seen) = (journal.head().seq, 0);
    let replayed = journal.replay(ring, 0, |_, _| {
        seen += 1;
        Ok(())
    });
    assert!(replayed.is_err() || seen == found, "{seen} changes of {found}");
    // What could be read stays readable after an opening that writes.
    if journal.into_writer(&witnesses).is_ok() {
        let again = Journal::read(&dir, Arc::clone(keys), SEGMENT, &witnesses).map(|journal| journal.head().seq);
        assert_eq!(again.ok(), Some(found));
    }
    found > 0
}

/// What stands inside the seal of a frame, with the keys of its cases at hand; also as if it were what stands inside the
/// seal of a case's share.
pub fn batch(plain: &[u8], keys: &Keys, ring: &Keyring) -> bool {
    let read = |plain: &[u8]| {
        let read = batch::read(plain, SCHEMA, &keys.vault, ring, 1);
        read.map(|commit| commit.changes.iter().all(Change::is_sound)).is_ok()
    };
    read(&around(plain, keys, ring));
    read(plain)
}

/// A batch that has nothing but one share, of case 0, that holds `plain`.
fn around(plain: &[u8], keys: &Keys, ring: &Keyring) -> Vec<u8> {
    let CaseKey::Here(key) = ring.key(CaseId(0)) else { return Vec::new() };
    let act = Act::one(Verb::EditedCase, "", "");
    let none = Commit { at: DateTime::UNIX_EPOCH, by: String::new(), act, changes: vec![], undoes: None, lost: false };
    let mut bytes = plain_of(&none, keys, ring);
    let name = 0_u32.to_le_bytes();
    let sealed = seal::seal(key, &Place::new(&keys.vault, "case part", &name, 1), plain).unwrap();
    bytes.extend_from_slice(&name);
    bytes.extend_from_slice(&u32::try_from(sealed.len()).unwrap().to_le_bytes());
    bytes.extend_from_slice(&sealed);
    bytes
}

/// What the seal of a frame of this commit would hold.
pub fn plain_of(commit: &Commit, keys: &Keys, ring: &Keyring) -> Vec<u8> {
    let mut bytes = Vec::new();
    let laid = batch::Batch::new(commit, |id| commit.case_of(id)).unwrap();
    laid.write(&mut bytes, &keys.vault, ring, 1).unwrap();
    bytes
}

/// The segment of a journal with these commits, without the zeros at its end.
pub fn segment_of(commits: &[Commit], keys: &Arc<Keys>, ring: &Keyring, dir: &Path) -> Vec<u8> {
    let dir = dir.join("journal");
    drop(std::fs::remove_dir_all(&dir));
    Journal::create(&dir, keys, SEGMENT).unwrap();
    let witnesses = Witnesses::default();
    let journal = Journal::read(&dir, Arc::clone(keys), SEGMENT, &witnesses).unwrap();
    let (mut writer, _) = journal.into_writer(&witnesses).unwrap();
    for commit in commits {
        writer.append(ring, commit, |id| commit.case_of(id)).unwrap();
    }
    let mut bytes = std::fs::read(dir.join("000001.log")).unwrap();
    let used = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    bytes.truncate(used);
    bytes
}
