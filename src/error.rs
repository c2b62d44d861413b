//! What ends a run that went wrong: the kind picks the exit code, the hint says what to do next.

use crate::app::msg::Message;
use crate::locale::Locale;
use crate::store;
use crate::store::notice::Notice;
use std::fmt;

/// What kind of thing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Asked for something that cannot be: exit code 1.
    Refused,
    /// The command line or a file is written wrong: exit code 2.
    Usage,
    /// Locked, in use, or the wrong passphrase: exit code 3.
    Locked,
    /// The vault is damaged: exit code 4.
    Damaged,
}

/// An error on its way to the person.
#[derive(Debug)]
pub struct Error {
    pub kind: Kind,
    pub what: String,
    /// What to do next; may be empty.
    pub hint: String,
}

impl Error {
    /// An error without a hint.
    pub fn new(kind: Kind, what: impl Into<String>) -> Self {
        Self { kind, what: what.into(), hint: String::new() }
    }

    /// The same error with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The exit code.
    pub fn code(&self) -> u8 {
        match self.kind {
            Kind::Refused => 1,
            Kind::Usage => 2,
            Kind::Locked => 3,
            Kind::Damaged => 4,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Error {}

/// Which kind of error the store's is.
pub fn kind(error: &store::Error) -> Kind {
    match error {
        store::Error::InUse(_) | store::Error::WrongPassphrase => Kind::Locked,
        store::Error::Damaged(_) | store::Error::Newer { .. } => Kind::Damaged,
        _ => Kind::Refused,
    }
}

/// What to say of a store's error.
pub fn message(error: &store::Error) -> Message {
    match error {
        store::Error::Conflict(_) => Message::new("store-conflict"),
        store::Error::InUse(process) => Message::new("store-in-use").with("process", process),
        store::Error::Missing(place) => Message::new("store-missing").with("place", place),
        store::Error::Exists(place) => Message::new("store-exists").with("place", place),
        store::Error::Unsafe(place) => Message::new("store-unsafe").with("place", place),
        store::Error::WrongPassphrase => Message::new("store-wrong-passphrase"),
        store::Error::Newer { found, known } => {
            Message::new("store-newer").with("found", found.to_string()).with("known", known.to_string())
        }
        store::Error::Damaged(damage) => Message::new("store-damaged").with("place", damage.to_string()),
        store::Error::NotSaved(why) => Message::new("store-not-saved").with("why", why),
        store::Error::ReadOnly => Message::new("store-read-only"),
        store::Error::TooLarge => Message::new("store-too-large"),
        store::Error::Random(why) => Message::new("store-random").with("why", why.to_string()),
        store::Error::Io { doing, source } => {
            Message::new("store-io").with("doing", doing).with("why", source.to_string())
        }
    }
}

/// The error of a store on its way to the person, in their language.
pub fn from_store(error: &store::Error, locale: &Locale) -> Error {
    let said = Error::new(kind(error), message(error).text(locale));
    let hint = format!("{}-hint", message(error).key);
    if locale.has(&hint) { said.hint(locale.t(&hint)) } else { said }
}

/// What to say of what a vault found at opening.
pub fn notice(notice: &Notice) -> Message {
    match notice {
        Notice::TornTail { after, bytes, kept } => Message::new("notice-torn-tail")
            .with("after", after.to_string())
            .with("bytes", bytes.to_string())
            .with("kept", kept),
        Notice::TailInTheWay { after, why } => {
            Message::new("notice-tail-in-the-way").with("after", after.to_string()).with("why", why)
        }
        Notice::CheckpointSkipped => Message::new("notice-checkpoint-skipped"),
        Notice::StateRebuilt => Message::new("notice-state-rebuilt"),
        Notice::StateFailed { why } => Message::new("notice-state-failed").with("why", why),
        Notice::HeaderRepaired => Message::new("notice-header-repaired"),
    }
}
