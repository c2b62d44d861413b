//! What a frame seals since schema 3: what is no case's, and each case's share sealed once more, under the case's own key.
//! Without that key the share cannot be read, while the chain still proves the frame.
//!
//! ```text
//! length 4 | what is open to the vault | length 4 | words of several cases, sealed | shares, each: case 4 | length 4 | sealed
//! ```
//! Every change carries its place in the commit, so that their order survives. A change that takes a record from one case
//! to another is split: either side goes with its case. The words of a commit (a title, a code name) go into the share of
//! its case; where there are several they open only with the keys of all of them.

use super::super::codec;
use super::super::error::{Error, Flaw};
use super::super::keyring::{CaseKey, Keyring};
use super::super::seal::{self, Place, Secret, VaultId};
use crate::core::change::{Act, Change, Commit, Seq, Verb};
use crate::core::id::{CaseId, DeadlineId};
use crate::core::record::Record;
use chrono::{DateTime, Utc, serde::ts_milliseconds};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// The first schema in which frames are sealed so.
pub const SINCE: u16 = 3;
/// Purpose of the key that takes the keys of several cases.
const JOINT: &str = "rumbo vault 1 words of several cases";

/// Sides of a change, by its place in the commit. Written from references, so that nothing is copied in the clear.
#[derive(Serialize)]
struct Piece<'a> {
    at: u32,
    before: Option<&'a Record>,
    after: Option<&'a Record>,
}

#[derive(Deserialize)]
struct ReadPiece {
    at: u32,
    before: Option<Record>,
    after: Option<Record>,
}

/// The texts of an act.
#[derive(Serialize, Clone, Copy)]
struct Words<'a> {
    what: &'a str,
    case: &'a str,
}

#[derive(Deserialize)]
struct ReadWords {
    what: String,
    case: String,
}

#[derive(Serialize)]
struct Share<'a> {
    words: Option<Words<'a>>,
    pieces: Vec<Piece<'a>>,
}

#[derive(Deserialize)]
struct ReadShare {
    words: Option<ReadWords>,
    pieces: Vec<ReadPiece>,
}

/// What is no case's.
#[derive(Serialize)]
struct Open<'a> {
    #[serde(with = "ts_milliseconds")]
    at: DateTime<Utc>,
    by: &'a str,
    verb: Verb,
    count: u32,
    undoes: Option<Seq>,
    lost: bool,
    share: Share<'a>,
}

#[derive(Deserialize)]
struct ReadOpen {
    #[serde(with = "ts_milliseconds")]
    at: DateTime<Utc>,
    by: String,
    verb: Verb,
    count: u32,
    undoes: Option<Seq>,
    lost: bool,
    share: ReadShare,
}

/// A commit laid out by whose its parts are.
pub struct Batch<'a> {
    open: (Open<'a>, usize),
    /// The words of several cases.
    words: Option<(Words<'a>, usize)>,
    shares: BTreeMap<CaseId, (Share<'a>, usize)>,
}

impl<'a> Batch<'a> {
    /// Lays a commit out; `case_of` says whose a deadline is.
    ///
    /// # Errors
    /// [`Error::TooLarge`].
    pub fn new(commit: &'a Commit, case_of: impl Fn(DeadlineId) -> Option<CaseId>) -> Result<Self, Error> {
        let mut own = Share { words: None, pieces: Vec::new() };
        let mut shares: BTreeMap<CaseId, Share<'a>> = BTreeMap::new();
        for (at, change) in (0..).zip(&commit.changes) {
            let whose = |side: Option<&Record>| side.map(|record| record.case(&case_of));
            let (before, after) = (change.before(), change.after());
            let mut give = |case: Option<CaseId>, before, after| {
                let share = match case {
                    Some(case) => shares.entry(case).or_insert_with(|| Share { words: None, pieces: Vec::new() }),
                    None => &mut own,
                };
                share.pieces.push(Piece { at, before, after });
            };
            match (whose(before), whose(after)) {
                (Some(one), Some(other)) if one != other => {
                    give(one, before, None);
                    give(other, None, after);
                }
                (Some(case), _) | (None, Some(case)) => give(case, before, after),
                (None, None) => {}
            }
        }
        let said = Words { what: &commit.act.what, case: &commit.act.case };
        let mut words = None;
        match shares.len() {
            0 => own.words = Some(said),
            1 => shares.values_mut().for_each(|share| share.words = Some(said)),
            _ if said.what.is_empty() && said.case.is_empty() => {}
            _ => words = Some((said, codec::size(&said)?)),
        }
        let Commit { at, by, act, undoes, lost, .. } = commit;
        let (at, undoes, lost) = (*at, *undoes, *lost);
        let open = Open { at, by, verb: act.verb, count: act.count, undoes, lost, share: own };
        let size = codec::size(&open)?;
        let sized = |(case, share)| {
            Ok((case, {
                let size = codec::size(&share)?;
                (share, size)
            }))
        };
        let shares = shares.into_iter().map(sized).collect::<Result<_, Error>>()?;
        Ok(Self { open: (open, size), words, shares })
    }

    /// The cases of which something is in it.
    pub fn cases(&self) -> impl Iterator<Item = CaseId> {
        self.shares.keys().copied()
    }

    /// Bytes that [`Batch::write`] appends.
    pub fn size(&self) -> usize {
        let words = self.words.as_ref().map_or(0, |(_, size)| seal::sealed(*size));
        let shares: usize = self.shares.values().map(|(_, size)| 8 + seal::sealed(*size)).sum();
        4 + self.open.1 + 4 + words + shares
    }

    /// Appends it to `out`, each share sealed where it stands.
    ///
    /// # Errors
    /// [`Error::Erased`] for a case whose key is gone; damage where a key was never cut; [`Error::TooLarge`];
    /// [`Error::Random`].
    pub fn write(&self, out: &mut Vec<u8>, vault: &VaultId, ring: &Keyring, seq: Seq) -> Result<(), Error> {
        let (open, size) = &self.open;
        put(out, *size)?;
        codec::encode_into(out, open)?;
        match &self.words {
            None => put(out, 0)?,
            Some((words, size)) => {
                let gone = || self.cases().find(|case| matches!(ring.key(*case), CaseKey::Gone));
                let key = joint(ring, self.cases())?;
                let key = key.ok_or_else(|| gone().map_or(Error::TooLarge, Error::Erased))?;
                put(out, seal::sealed(*size))?;
                let place = Place::new(vault, "case words", &[], seq);
                seal::seal_into(out, &key, &place, *size, |out| codec::encode_into(out, words))?;
            }
        }
        for (case, (share, size)) in &self.shares {
            let CaseKey::Here(key) = ring.key(*case) else { return Err(missing(ring, *case)) };
            out.extend_from_slice(&case.0.to_le_bytes());
            put(out, seal::sealed(*size))?;
            let name = case.0.to_le_bytes();
            let place = Place::new(vault, "case part", &name, seq);
            seal::seal_into(out, key, &place, *size, |out| codec::encode_into(out, share))?;
        }
        Ok(())
    }
}

fn missing(ring: &Keyring, case: CaseId) -> Error {
    match ring.key(case) {
        CaseKey::Gone => Error::Erased(case),
        CaseKey::Here(_) | CaseKey::Unknown => Flaw::Gone.at(super::super::keyring::NAME, None),
    }
}

fn put(out: &mut Vec<u8>, length: usize) -> Result<(), Error> {
    let length = u32::try_from(length).map_err(|_| Error::TooLarge)?;
    out.extend_from_slice(&length.to_le_bytes());
    Ok(())
}

/// A key that only the keys of all these cases give; `None` if one of them is gone.
fn joint(ring: &Keyring, cases: impl Iterator<Item = CaseId>) -> Result<Option<Secret>, Error> {
    let mut hasher = blake3::Hasher::new_derive_key(JOINT);
    let mut gone = false;
    for case in cases {
        match ring.key(case) {
            CaseKey::Here(key) => drop(hasher.update(&case.0.to_le_bytes()).update(key.as_slice())),
            CaseKey::Gone => gone = true,
            CaseKey::Unknown => return Err(missing(ring, case)),
        }
    }
    let key = Zeroizing::new(*hasher.finalize().as_bytes());
    hasher.reset();
    Ok((!gone).then_some(key))
}

/// Reads what [`Batch::write`] made, but for the shares of cases whose keys are gone.
///
/// # Errors
/// [`Flaw::Seal`] or [`Flaw::Record`] where it is not what was written, [`Flaw::Gone`] where a key was never cut.
pub fn read(plain: &[u8], schema: u16, vault: &VaultId, ring: &Keyring, seq: Seq) -> Result<Commit, Flaw> {
    let (open, rest) = take(plain)?;
    let open: ReadOpen = codec::decode(schema, open)?;
    let (words, mut rest) = take(rest)?;
    let (mut pieces, mut said, mut lost) = (open.share.pieces, open.share.words, open.lost);
    let mut cases = Vec::new();
    while let Some((case, more)) = rest.split_first_chunk::<4>() {
        let sealed;
        (sealed, rest) = take(more)?;
        let id = CaseId(u32::from_le_bytes(*case));
        cases.push(id);
        match ring.key(id) {
            CaseKey::Gone => lost = true,
            CaseKey::Unknown => return Err(Flaw::Gone),
            CaseKey::Here(key) => {
                let place = Place { schema, ..Place::new(vault, "case part", case, seq) };
                let share: ReadShare = codec::decode(schema, &seal::open(key, &place, sealed)?)?;
                pieces.extend(share.pieces);
                said = said.or(share.words);
            }
        }
    }
    if !rest.is_empty() {
        return Err(Flaw::Record);
    }
    if !words.is_empty()
        && let Some(key) = joint(ring, cases.into_iter()).map_err(|_| Flaw::Gone)?
    {
        let place = Place { schema, ..Place::new(vault, "case words", &[], seq) };
        said = Some(codec::decode(schema, &seal::open(&key, &place, words)?)?);
    }
    let (what, case) = said.map(|said| (said.what, said.case)).unwrap_or_default();
    let act = Act { verb: open.verb, what, case, count: open.count };
    Ok(Commit { at: open.at, by: open.by, act, changes: assemble(pieces)?, undoes: open.undoes, lost })
}

/// What a commit says without the keys of its cases.
pub struct Outline {
    pub at: DateTime<Utc>,
    pub verb: Verb,
    pub count: u32,
    pub undoes: Option<Seq>,
    /// Those that something in it belongs to, and those that it erases.
    pub cases: Vec<CaseId>,
}

impl Outline {
    /// The same of a commit that is open.
    pub fn of(commit: &Commit) -> Self {
        let records = commit.changes.iter().flat_map(|change| [change.before(), change.after()]).flatten();
        let cases: BTreeSet<CaseId> = records.filter_map(case_or_erased).collect();
        let Commit { at, act, undoes, .. } = commit;
        Self { at: *at, verb: act.verb, count: act.count, undoes: *undoes, cases: cases.into_iter().collect() }
    }
}

fn case_or_erased(record: &Record) -> Option<CaseId> {
    match record {
        Record::Erased(erased) => Some(erased.case),
        other => other.case(|_| None),
    }
}

/// Reads what [`Batch::write`] made as far as that goes without any case's key.
///
/// # Errors
/// [`Flaw::Record`] where it is not what was written.
pub fn outline(plain: &[u8], schema: u16) -> Result<Outline, Flaw> {
    let (open, rest) = take(plain)?;
    let open: ReadOpen = codec::decode(schema, open)?;
    let (_, mut rest) = take(rest)?;
    let sides = open.share.pieces.iter().flat_map(|piece| [&piece.before, &piece.after]).flatten();
    let mut cases: BTreeSet<CaseId> = sides.filter_map(case_or_erased).collect();
    while let Some((case, more)) = rest.split_first_chunk::<4>() {
        cases.insert(CaseId(u32::from_le_bytes(*case)));
        (_, rest) = take(more)?;
    }
    let ReadOpen { at, verb, count, undoes, .. } = open;
    Ok(Outline { at, verb, count, undoes, cases: cases.into_iter().collect() })
}

/// The changes in their order, from pieces that may each have one side only.
fn assemble(mut pieces: Vec<ReadPiece>) -> Result<Vec<Change>, Flaw> {
    pieces.sort_by_key(|piece| piece.at);
    let mut changes = Vec::with_capacity(pieces.len());
    let mut pieces = pieces.into_iter().peekable();
    while let Some(ReadPiece { at, mut before, mut after }) = pieces.next() {
        while let Some(other) = pieces.next_if(|other| other.at == at) {
            if (before.is_some() && other.before.is_some()) || (after.is_some() && other.after.is_some()) {
                return Err(Flaw::Record);
            }
            before = before.or(other.before);
            after = after.or(other.after);
        }
        changes.push(Change::of(before, after).ok_or(Flaw::Record)?);
    }
    Ok(changes)
}

/// Splits bytes behind their length from what follows.
fn take(bytes: &[u8]) -> Result<(&[u8], &[u8]), Flaw> {
    let (length, rest) = bytes.split_first_chunk::<4>().ok_or(Flaw::Record)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Flaw::Record)?;
    rest.split_at_checked(length).ok_or(Flaw::Record)
}
