//! Why the store said no.

use crate::core::change::Seq;
use crate::core::id::CaseId;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

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
    /// A recovery key with slips in these groups, counted from 1.
    #[error("the recovery key is mistyped in groups {0:?}")]
    Mistyped(Vec<u8>),
    /// Made by a newer program; left untouched.
    #[error("the vault has format {found}, this program knows up to {known}")]
    Newer { found: u16, known: u16 },
    /// Bytes that are not what was written.
    #[error("damaged: {0}")]
    Damaged(Damage),
    /// Neither copy of the header is good, so that nothing in the folder can be opened; with the newest of its own backups, as
    /// far as names tell.
    #[error("no good header: {flaw}")]
    NoHeader { flaw: Flaw, newest: Option<String> },
    /// The commit is not saved; after a failed write nothing more is written until the vault is opened again.
    #[error("not saved: {0}")]
    NotSaved(Why),
    /// All that was acknowledged is saved; what makes the next opening quick could not be written.
    #[error("saved, but not ready for a quick opening: {0}")]
    NotClosed(Why),
    /// The files that are held open are no longer those at the vault's place, or were cut; nothing more is written.
    #[error("the vault's folder was moved or replaced while it was open")]
    Moved,
    /// A copy at this place is not ours to replace.
    #[error("the copy at {place} is kept: {why:?}")]
    Kept { place: String, why: Kept },
    /// A slot of the header that cannot be had.
    #[error("no such slot: {0:?}")]
    Slot(Slotted),
    /// The case was erased for good; nothing more can be written of it.
    #[error("case {0} was erased")]
    Erased(CaseId),
    /// The case is out of the records, but what keeps it readable could not be destroyed. Nothing more is written until the
    /// vault is opened again, which tries once more.
    #[error("not yet erased for good: {0}")]
    NotErased(Why),
    /// No passphrase has opened the vault since there are backups in the age format, so nothing could open one.
    #[error("nothing could open a backup yet")]
    NoKit,
    /// What was looked at could not be written into the audit; it is tried again with what comes next.
    #[error("not noted in the audit: {0}")]
    NotNoted(Why),
    /// A reader beside the one who holds the vault cannot write.
    #[error("this opening only reads")]
    ReadOnly,
    /// The vault is damaged: what it still proves is shown, and nothing is written.
    #[error("damaged, only reads: {0}")]
    OnlyReads(Damage),
    /// More than one commit or record may hold.
    #[error("too large to save in one piece")]
    TooLarge,
    /// The system gave no random bytes.
    #[error("no random numbers: {0}")]
    Random(getrandom::Error),
    /// The file system's own error, with what was tried.
    #[error("{verb} {place}: {source}")]
    Io {
        /// What was tried, in one word.
        verb: &'static str,
        place: String,
        #[source]
        source: std::io::Error,
    },
}

impl Error {
    /// What went wrong with something that is written outside the vault.
    pub fn outside(source: std::io::Error) -> Self {
        Self::Io { verb: "write", place: "-".into(), source }
    }

    /// How one sees that something is wrong; where it cannot even be read, it might as well not be there.
    pub(super) fn flaw(&self) -> Flaw {
        match self {
            Self::Damaged(damage) => damage.flaw,
            Self::Io { .. } => Flaw::Gone,
            _ => Flaw::Form,
        }
    }

    /// Names what was tried when the file system said no; for `map_err`.
    pub(super) fn io(verb: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Io { verb, place: path.display().to_string(), source }
    }
}

/// Why something failed, kept to be told more than once.
#[derive(Debug, Clone)]
pub struct Why(Arc<Error>);

impl Why {
    /// The first error.
    pub fn error(&self) -> &Error {
        &self.0
    }
}

impl From<Error> for Why {
    fn from(error: Error) -> Self {
        Self(Arc::new(error))
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Two are the same that say the same.
impl PartialEq for Why {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for Why {}

/// Why a copy is not replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It was made of another vault.
    OtherVault,
    /// It holds this change of the vault's, and the vault does not.
    Ahead { theirs: Seq, ours: Seq },
    /// Its seal is broken, so nobody can tell what it holds.
    Broken,
    /// It is of this vault, but sealed to an identity that this vault does not have or no longer has.
    OtherKeys,
    /// It is in the form of an earlier rumbo.
    Old,
}

/// Why a slot cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slotted {
    /// There are as many as there may be.
    Full,
    /// No characters, or more than a label may have.
    Label,
    /// Somebody has this label.
    Taken(String),
    /// Nobody has this label.
    Unknown(String),
    /// It would be the same passphrase as the vault's own.
    Same,
    /// It takes the vault's own passphrase, and this was another secret.
    NotOwn,
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

/// What [`Damage::place`] is for a copy.
pub(super) const COPY: &str = "backup";

impl Damage {
    /// Whether it is the keyring, without which no case can be read.
    pub fn is_of_keyring(&self) -> bool {
        self.place.starts_with(super::keyring::NAME)
    }

    /// Whether it is the audit; its changes are pages.
    pub fn is_of_audit(&self) -> bool {
        self.place.starts_with(super::audit::NAME)
    }

    /// Whether a copy is damaged, and no vault.
    pub fn is_of_copy(&self) -> bool {
        self.place == COPY
    }
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
    /// Its name in the catalogues.
    pub fn code(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Short => "short",
            Self::Form => "form",
            Self::Checksum => "checksum",
            Self::Seal => "seal",
            Self::Record => "record",
            Self::BehindHead => "behind",
        }
    }

    /// The error for this flaw in the file `place`.
    pub(super) fn at(self, place: impl Into<String>, seq: Option<Seq>) -> Error {
        Error::Damaged(Damage { place: place.into(), seq, flaw: self })
    }
}
