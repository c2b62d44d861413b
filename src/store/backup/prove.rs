//! Whether a backup in the vault's own folder is good: opened with what the vault makes its backups with, and read to its
//! end, a line in memory at a time.

use super::old;
use super::read::Copy;
use super::replace::digest;
use crate::core::change::{Commit, Seq};
use crate::store::envelope::{self, Identity, With};
use crate::store::error::{Error, Flaw};
use crate::store::files;
use crate::store::seal::VaultId;
use std::io::{BufReader, ErrorKind};
use std::path::Path;

/// What a backup was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// All of it is as it was written, and it goes up to the change that its name says.
    Good(Mark),
    /// Made before the keys were changed, or by an earlier rumbo: it opens with what opened the vault then, and not with
    /// what the vault has now.
    OlderKey,
    /// Of another vault, or gone meanwhile.
    NotOurs,
    Bad(Flaw),
}

/// What tells the last change of a backup from any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    digest: [u8; 16],
    is_lost: bool,
}

impl Mark {
    fn of(commit: &Commit) -> Self {
        Self { digest: digest(commit), is_lost: commit.lost }
    }

    /// Whether that change may be `commit`: of one that was erased, or that stands in for a lost one, nobody can tell.
    pub fn fits(&self, commit: &Commit) -> bool {
        self.is_lost || commit.lost || self.digest == digest(commit)
    }
}

/// Proves the backup at `path`, which by its name goes up to `seq`, with the identity that `vault` has now.
pub fn prove(path: &Path, seq: Seq, identity: Option<&Identity>, vault: &VaultId) -> Proof {
    match proven(path, seq, identity, vault) {
        Ok(proof) => proof,
        Err(Error::WrongPassphrase) => Proof::OlderKey,
        Err(Error::Io { source, .. }) if source.kind() == ErrorKind::NotFound => Proof::NotOurs,
        Err(other) => Proof::Bad(other.flaw()),
    }
}

fn proven(path: &Path, seq: Seq, identity: Option<&Identity>, vault: &VaultId) -> Result<Proof, Error> {
    match envelope::label(BufReader::new(files::open(path, false)?)) {
        Ok(label) if label.vault != *vault => return Ok(Proof::NotOurs),
        Ok(label) if !label.is_copy || label.seq != seq => return Ok(Proof::Bad(Flaw::Form)),
        Ok(_) => {}
        Err(_) if old::is_old(path)? => return Ok(Proof::OlderKey),
        Err(other) => return Err(other),
    }
    let Some(identity) = identity else { return Ok(Proof::OlderKey) };
    let copy = Copy::open(path, With::Identity(identity))?;
    let mut last = None;
    copy.read(false, |change, commit| {
        if change == seq {
            last = Some(Mark::of(commit));
        }
        Ok(())
    })?;
    Ok(last.map_or(Proof::Bad(Flaw::Record), Proof::Good))
}
