//! The vault's own backups: each is proven to its end, and its last change held against the journal's.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::{Finding, Report, What};
use crate::core::change::{Commit, Seq};
use crate::store::backup::{Mark, Proof, prove};
use crate::store::error::Error;
use crate::store::keys::Keys;
use crate::store::kit::Kit;
use crate::store::places::Places;
use crate::store::rotation::{self, FOLDER};

/// The vault's own backups, proven.
pub(super) struct Copies(Vec<Copy>);

struct Copy {
    /// Relative to the vault.
    place: String,
    seq: Seq,
    proof: Proof,
    /// The journal has another change in the place of its last one.
    is_apart: bool,
}

impl Copies {
    /// Proves each of them. Whoever makes one meanwhile has made its changes before: the journal is to be read afterwards.
    ///
    /// # Errors
    /// The file system's, but for what one of them has.
    pub fn prove(places: &Places, keys: &Keys) -> Result<Self, Error> {
        let own = rotation::list(places.dir())?;
        let kit = Kit::load(places.dir(), keys)?;
        let identity = kit.as_ref().map(Kit::identity);
        let proven = own.into_iter().map(|(made, path)| Copy {
            place: format!("{FOLDER}/{}", made.name()),
            seq: made.seq,
            proof: prove(&path, made.seq, identity, &keys.vault),
            is_apart: false,
        });
        Ok(Self(proven.collect()))
    }

    /// Holds those that end with the change `seq` against what the journal has there.
    pub fn hold(&mut self, seq: Seq, commit: &Commit) {
        for copy in self.0.iter_mut().filter(|copy| copy.seq == seq) {
            copy.is_apart = copy.mark().is_some_and(|mark| !mark.fits(commit));
        }
    }

    /// Says what is not as it should be, beside a journal that ends with `head`; of a damaged one that cannot be told.
    pub fn report(&self, head: Option<Seq>, report: &mut Report) {
        for copy in &self.0 {
            let what = match &copy.proof {
                Proof::Bad(flaw) => What::Backup(*flaw),
                Proof::OlderKey => What::OlderKey,
                Proof::Good(_) if copy.is_apart || head.is_some_and(|head| copy.seq > head) => What::Ahead,
                Proof::Good(_) | Proof::NotOurs => continue,
            };
            report.findings.push(Finding { place: copy.place.clone(), seq: Some(copy.seq), what });
        }
    }
}

impl Copy {
    fn mark(&self) -> Option<&Mark> {
        match &self.proof {
            Proof::Good(mark) => Some(mark),
            _ => None,
        }
    }
}
