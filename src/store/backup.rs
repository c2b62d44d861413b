//! Backups: one file in the age format with a vault's records and all its changes as JSON Lines, which any age program
//! opens and any editor shows.
//!
//! ```text
//! {"rumbo":{"what":"backup","format":1,"vault":"…","change":4,"last":"…","made":"…","counts":{"case":2,…},…}}
//! {"record":{"case":{…}}}                                  every record as it stands, every event among them
//! {"change":{"seq":1,"commit":{"at":"…","by":"…",…}}}      every change from the first on: undo reaches as far as before
//! {"end":{"lines":9,"seals":["…"]}}                        a checksum of all lines above, keyed for each who can open it
//! ```
//! Restoring makes a vault of the changes and proves that they add up to the records. A seal is a keyed BLAKE3 under a key
//! that comes from what opens the copy, so it says who made it: somebody who had the vault open. age alone does not.

mod bits;
pub(super) mod line;
pub mod old;
mod prove;
mod read;
mod replace;
mod write;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

pub use prove::{Mark, Proof, prove};
pub use read::{Copy, Told};
pub use replace::Known;
pub use write::{Maker, export, put_beside, remove, write};

use super::error::{COPY, Error, Flaw};
use super::seal::{Secret, VaultId};

/// The layout of the lines. A record that gets a field gives it a default for older copies; where that cannot be, this
/// number is raised.
const FORMAT: u16 = 1;

fn flaw(flaw: Flaw) -> Error {
    flaw.at(COPY, None)
}

/// The seal of lines that sum up to `sum`.
fn seal(key: &Secret, vault: &VaultId, sum: &blake3::Hash) -> blake3::Hash {
    super::keys::mac(key, &[vault, sum.as_bytes()])
}
