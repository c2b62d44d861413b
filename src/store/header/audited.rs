//! That the vault has an audit. Whoever removes the audit as a whole leaves no trace of it beside it; so the header remembers,
//! of which there are two copies and without which nothing opens. It stands, sealed, in the label of the vault's own
//! passphrase, which has no other use for it, so that a header stays what every program that knows headers can read.

use super::super::error::Error;
use super::super::keys::Keys;
use super::{Header, Kind};

const AUDITED: &str = "audited";

impl Header {
    /// Whether there is to be an audit.
    pub fn has_audit(&self, keys: &Keys) -> bool {
        let own = self.slots.iter().find(|slot| slot.kind == Kind::Passphrase);
        own.and_then(|slot| slot.label(keys).ok()).is_some_and(|label| label == AUDITED)
    }

    /// Remembers that there is an audit. Nothing is written.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn remember_audit(&mut self, keys: &Keys) -> Result<(), Error> {
        let own = self.slots.iter_mut().find(|slot| slot.kind == Kind::Passphrase);
        own.map_or(Ok(()), |slot| slot.name(keys, AUDITED))
    }
}
