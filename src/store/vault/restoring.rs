//! A vault from a backup.

use super::super::backup::{Copy, old};
use super::super::envelope::{Identity, With};
use super::super::error::Error;
use super::super::header::Header;
use super::super::journal::{Journal, SEGMENT, Witnesses};
use super::super::keyring::Keyring;
use super::super::keys::{Kdf, Passphrase};
use super::super::kit::Kit;
use super::super::recovery::{RecoveryKey, Typed};
use super::super::staging::Staging;
use super::{FIRST, Vault, settle};
use crate::core::id::CaseId;
use crate::core::record::Record;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Makes a vault in `dir` of a backup that `secret` opens, and opens it. It gets keys of its own, under the passphrase
/// `new` or else the one that opened the backup; a recovery key that opened it opens the vault too. A copy from before there
/// were backups in the age format keeps its keys and its passphrase.
///
/// # Errors
/// Those of [`create`](super::create), [`Error::WrongPassphrase`], [`Error::Mistyped`], [`Error::Newer`], and damage of the backup.
pub fn restore(file: &Path, dir: &Path, secret: &Passphrase, new: Option<&Passphrase>) -> Result<Vault, Error> {
    let staging = Staging::new(dir)?;
    if old::is_old(file)? {
        return restore_old(file, staging, dir, secret);
    }
    let (recovery, own) = match RecoveryKey::read(secret) {
        Typed::Mistyped(groups) => return Err(Error::Mistyped(groups)),
        Typed::Key(key) => {
            let own = key.identity();
            (Some(key), own)
        }
        Typed::Other => (None, None),
    };
    let with = own.as_ref().map_or(With::Passphrase(secret), With::Identity);
    let copy = Copy::open(file, with)?;
    let kdf = if copy.start().test_key { Kdf::Test } else { Kdf::Real };
    let passphrase = new.unwrap_or(secret);
    let (header, keys) = Header::create_as(copy.label().vault, passphrase, recovery.as_ref(), kdf)?;
    let keys = Arc::new(keys);
    let places = header.places(staging.path());
    Journal::create(&places.journal(), &keys, SEGMENT)?;
    let journal = Journal::read(&places.journal(), Arc::clone(&keys), SEGMENT, &Witnesses::default())?;
    let mut writer = journal.into_writer(&Witnesses::default())?.0.lazily();
    // Copies that were made before are known again by what opened this one, unless it is what is on paper.
    let identity = if own.is_some() { Identity::new() } else { copy.identity().clone() };
    let (mut ring, mut owners, mut erased) = (Keyring::default(), BTreeMap::new(), Vec::new());
    ring.reach(CaseId(0))?;
    copy.read(false, |_, commit| {
        owners.extend(commit.records().filter_map(|record| match record {
            Record::Deadline(deadline) => Some((deadline.id, deadline.case)),
            _ => None,
        }));
        let case_of = |deadline| owners.get(&deadline).copied();
        erased.extend(commit.erases());
        commit.last_case(case_of).map_or(Ok(()), |case| ring.reach(case))?;
        writer.append(&ring, commit, case_of).map(drop)
    })?;
    let head = writer.finish()?.head();
    // Of these the backup has nothing, and neither is there to be a key.
    for case in erased {
        ring.reach(case)?;
        ring.destroy(case);
    }
    ring.save(&places, &keys)?;
    let kit = Kit::new(identity).with(&header, header.salt(FIRST).map(|slot| (slot, passphrase)))?;
    settle(staging, dir, header, keys, head, &kit)
}

fn restore_old(file: &Path, staging: Staging, dir: &Path, passphrase: &Passphrase) -> Result<Vault, Error> {
    let mut copy = old::Old::open(file)?;
    let header = copy.header().clone();
    let opened = header.open(passphrase)?;
    let keys = Arc::new(opened.keys);
    let head = copy.unpack(&keys, &header.places(staging.path()).journal())?.head();
    let slot = header.salt(opened.number).map(|slot| (slot, passphrase));
    let (kit, _) = Kit::ready(staging.path(), &header, &keys, slot)?;
    settle(staging, dir, header, keys, head, &kit)
}
