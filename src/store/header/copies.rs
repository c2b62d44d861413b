//! The two copies of the header as they are found, and which of them is this vault's.
//!
//! A copy that does not read, or is older, is no question: the other one counts. Two that both read may be of different
//! vaults, such as after a file was copied into the wrong folder. That shows only once a passphrase opens them: the vault's
//! own is the one whose keys open the files beside it.

use super::super::checkpoint::Checkpoint;
use super::super::error::{Damage, Error, Flaw};
use super::super::files;
use super::super::head::HeadFile;
use super::super::journal::Journal;
use super::super::keyring::Keyring;
use super::super::keys::{Keys, Passphrase};
use super::{COPIES, Header, Opened};
use std::path::Path;

/// The header of a vault, and what its other copy says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copies {
    /// The one that counts as far as can be told.
    pub header: Header,
    /// Another one that reads.
    rival: Option<Header>,
    /// Which of [`COPIES`] the header is from.
    at: usize,
    /// Whether a copy has to be written again.
    pub behind: bool,
}

/// What of a vault a key opens, the weightiest first.
type Evidence = [bool; 4];

impl Copies {
    /// Reads both copies. The one of the higher generation, then of the higher edition, is tried first.
    ///
    /// # Errors
    /// [`Error::Missing`] if there is none, [`Error::Newer`], or damage if none is good.
    pub fn load(dir: &Path) -> Result<Self, Error> {
        let read = |copy: &str| match files::read(&dir.join(copy)) {
            Ok(Some(bytes)) => Header::from_bytes(&bytes, copy),
            Ok(None) => Err(Error::Missing(dir.display().to_string())),
            Err(error) => Err(error),
        };
        match COPIES.map(read) {
            [Err(newer @ Error::Newer { .. }), _] | [_, Err(newer @ Error::Newer { .. })] => Err(newer),
            [Ok(one), Ok(two)] if one == two => Ok(Self { header: one, rival: None, at: 0, behind: false }),
            [Ok(one), Ok(two)] => {
                let later = one.vault == two.vault && (two.generation, two.edition) > (one.generation, one.edition);
                let (at, header, rival) = if later { (1, two, one) } else { (0, one, two) };
                Ok(Self { header, rival: Some(rival), at, behind: true })
            }
            [Ok(header), Err(_)] => Ok(Self { header, rival: None, at: 0, behind: true }),
            [Err(_), Ok(header)] => Ok(Self { header, rival: None, at: 1, behind: true }),
            [Err(Error::Missing(_)), Err(other)] | [Err(other), Err(_)] => Err(other),
        }
    }

    /// Finds the slot that a secret opens; with it, which header is this vault's, and that one is the header from then on.
    ///
    /// # Errors
    /// Those of [`Header::open`]; damage where a secret opens a header that opens nothing else here, and not the other one.
    pub fn open(&mut self, dir: &Path, secret: &Passphrase) -> Result<Opened, Error> {
        let opened = self.header.open(secret).map_err(|error| self.placed(error));
        let Some(rival) = &self.rival else { return opened };
        let shown = opened.as_ref().map(|opened| evidence(dir, &self.header, &opened.keys)).unwrap_or_default();
        let [its_journal, ..] = shown;
        if its_journal {
            return opened;
        }
        let theirs = match rival.open(secret) {
            Ok(theirs) => theirs,
            // Under a header that is none of this vault's there is nothing to read, and nothing to mend.
            Err(_) if opened.is_ok() && !shown.contains(&true) => {
                return Err(Flaw::Seal.at(COPIES.get(self.at).copied().unwrap_or_default(), None));
            }
            Err(_) => return opened,
        };
        // A later header of the same vault counts whatever an earlier one opens: a passphrase that was changed, or a person
        // who was removed, does not come back with an old copy.
        let followed = self.header.is_under(&theirs.keys);
        if followed || evidence(dir, rival, &theirs.keys) <= shown || self.may_be_of_another_generation(dir, rival) {
            return opened;
        }
        if let Some(rival) = self.rival.take() {
            self.header = rival;
            self.at = 1 - self.at;
        }
        Ok(theirs)
    }

    /// Whether the header names a generation of its own of which there are files.
    fn may_be_of_another_generation(&self, dir: &Path, rival: &Header) -> bool {
        self.header.generation != rival.generation && self.header.places(dir).has_any()
    }

    /// An error of the header with the name of the file it is from.
    fn placed(&self, error: Error) -> Error {
        match (error, COPIES.get(self.at)) {
            (Error::Damaged(Damage { place, seq, flaw }), Some(name)) if COPIES.contains(&place.as_str()) => {
                flaw.at(*name, seq)
            }
            (other, _) => other,
        }
    }

    /// Reads each copy by itself, and says what is wrong with it, where `counts` is the header.
    pub fn check(dir: &Path, counts: &Header) -> [Option<Flaw>; 2] {
        COPIES.map(|copy| match files::read(&dir.join(copy)) {
            Ok(Some(bytes)) => match Header::from_bytes(&bytes, copy) {
                Ok(header) if header == *counts => None,
                Ok(header) if header.vault == counts.vault => Some(Flaw::Checksum),
                Ok(_) => Some(Flaw::Seal),
                Err(error) => Some(error.flaw()),
            },
            Ok(None) => Some(Flaw::Gone),
            Err(error) => Some(error.flaw()),
        })
    }
}

impl Header {
    /// Whether it was written by somebody who had these keys.
    fn is_under(&self, keys: &Keys) -> bool {
        self.vault == keys.vault && self.check(keys).is_ok()
    }
}

/// What of the vault's files `keys` open, where `header` says they are.
fn evidence(dir: &Path, header: &Header, keys: &Keys) -> Evidence {
    let places = header.places(dir);
    [
        Journal::is_begun_under(&places.journal(), keys),
        matches!(HeadFile::read(&places.head(), keys), Ok(Some(_))),
        matches!(Checkpoint::open(&places.checkpoint(), keys), Ok(Some(_))),
        matches!(Keyring::load(&places, keys), Ok(Some(_))),
    ]
}
