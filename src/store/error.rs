//! Why the store said no.

use crate::core::change::Seq;
use std::fmt;
use std::path::Path;

/// Why the store said no. Nothing was changed, unless the text says so.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody committed in between; read `since` and decide again.
    #[error("the vault has moved on to change {0}")]
    Conflict(Seq),
    /// Another process, by its id, holds the vault.
    #[error("the vault is in use by process {0}")]
    InUse(String),
    /// No vault at this place.
    #[error("no vault at {0}")]
    Missing(String),
    /// A vault, or a file that is not ours to replace, is already there.
    #[error("there is something at {0} already")]
    Exists(String),
    /// Others could write here, or it is a link to somewhere else.
    #[error("{0} is a link, or others may write to it")]
    Unsafe(String),
    /// The passphrase opens no slot.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Made by a newer program; left untouched.
    #[error("the vault has format {found}, this program knows up to {known}")]
    Newer { found: u16, known: u16 },
    /// Bytes that are not what was written.
    #[error("damaged: {0}")]
    Damaged(Damage),
    /// The commit is not saved; after a failed write nothing more is written until the vault is opened again.
    #[error("not saved: {0}")]
    NotSaved(String),
    /// A reader beside the one who holds the vault cannot write.
    #[error("this opening only reads")]
    ReadOnly,
    /// More than one commit or record may hold.
    #[error("too large to save in one piece")]
    TooLarge,
    /// The system gave no random bytes.
    #[error("no random numbers: {0}")]
    Random(getrandom::Error),
    /// The file system's own error, with what was tried.
    #[error("{doing}: {source}")]
    Io {
        doing: String,
        #[source]
        source: std::io::Error,
    },
}

impl Error {
    /// Names what was tried when the file system said no; for `map_err`.
    pub(super) fn io(verb: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Io { doing: format!("{verb} {}", path.display()), source }
    }
}

/// Where bytes are not what was written, and how one sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The file, relative to the vault.
    pub place: String,
    /// The change it would have held, where there is one.
    pub seq: Option<Seq>,
    pub flaw: Flaw,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place)?;
        if let Some(seq) = self.seq {
            write!(f, ", change {seq}")?;
        }
        write!(f, ": {}", self.flaw)
    }
}

/// How one sees that bytes are not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error("not there")]
    Gone,
    #[error("shorter than it was")]
    Short,
    #[error("not of the expected form")]
    Form,
    #[error("the checksum does not match")]
    Checksum,
    /// Sealed with another key, for another place, or changed since.
    #[error("the seal is broken")]
    Seal,
    /// Opened well, but means nothing to this program.
    #[error("not a record")]
    Record,
    /// The journal ends before a change that was acknowledged.
    #[error("acknowledged changes are missing")]
    BehindHead,
}

impl Flaw {
    /// The error for this flaw in the file `place`.
    pub(super) fn at(self, place: impl Into<String>, seq: Option<Seq>) -> Error {
        Error::Damaged(Damage { place: place.into(), seq, flaw: self })
    }
}
