//! What ends a run that went wrong: the kind picks the exit code, the hint says what to do next.

pub mod care;

use crate::app::msg::Message;
use crate::locale::Locale;
use crate::store;
use crate::store::notice::Notice;
use crate::store::strength::{SHORTEST, Weak};
use crate::store::{Kept, Slotted};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::fmt;
use std::io::ErrorKind;

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
        store::Error::InUse(_) | store::Error::WrongPassphrase | store::Error::Mistyped(_) => Kind::Locked,
        store::Error::Damaged(_)
        | store::Error::NoHeader { .. }
        | store::Error::OnlyReads(_)
        | store::Error::Newer { .. } => Kind::Damaged,
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
        store::Error::Mistyped(groups) => {
            let groups: Vec<String> = groups.iter().map(u8::to_string).collect();
            Message::new("store-mistyped").with("groups", groups.join(", "))
        }
        store::Error::Newer { found, known } => {
            Message::new("store-newer").with("found", found.to_string()).with("known", known.to_string())
        }
        store::Error::Damaged(damage) => damaged(damage),
        store::Error::NoHeader { flaw: store::Flaw::Gone, .. } => Message::new("store-no-header"),
        store::Error::NoHeader { flaw, .. } => {
            Message::new("store-bad-header").with_said("flaw", Message::new("store-flaw").with("flaw", flaw.code()))
        }
        store::Error::NotSaved(why) => Message::new("store-not-saved").with_said("why", message(why.error())),
        store::Error::NotClosed(why) => Message::new("store-not-closed").with_said("why", message(why.error())),
        store::Error::Moved => Message::new("store-moved"),
        store::Error::Kept { place, why } => kept(*why).with("place", place),
        store::Error::Slot(why) => slot(why),
        store::Error::Erased(_) => Message::new("store-erased"),
        store::Error::NotErased(why) => Message::new("store-not-erased").with_said("why", message(why.error())),
        store::Error::NoKit => Message::new("store-no-kit"),
        store::Error::NotNoted(why) => Message::new("notice-audit-not-written").with_said("why", message(why.error())),
        store::Error::ReadOnly => Message::new("store-read-only"),
        store::Error::OnlyReads(_) => Message::new("store-only-reads"),
        store::Error::TooLarge => Message::new("store-too-large"),
        store::Error::Random(why) => Message::new("store-random").with("why", why.to_string()),
        store::Error::Io { verb, place, source } => {
            Message::new("store-io").with("verb", *verb).with("place", place).with_said("why", system(source))
        }
    }
}

fn damaged(damage: &store::Damage) -> Message {
    let flaw = Message::new("store-flaw").with("flaw", damage.flaw.code());
    let said = match damage.seq {
        _ if damage.is_of_keyring() => Message::new("store-keyring"),
        Some(page) if damage.is_of_audit() => Message::new("store-audit-page").with("page", page.to_string()),
        None if damage.is_of_audit() => Message::new("store-audit").with("place", &damage.place),
        _ if damage.is_of_copy() => Message::new("store-copy-damaged"),
        Some(seq) => Message::new("store-damaged-change").with("place", &damage.place).with("change", seq.to_string()),
        None => Message::new("store-damaged").with("place", &damage.place),
    };
    said.with_said("flaw", flaw)
}

/// Why a new passphrase is not taken.
pub fn weak(weak: Weak) -> Message {
    match weak {
        Weak::Short => Message::new("weak-short").with("count", SHORTEST.to_string()),
        Weak::LikeRecoveryKey => Message::new("weak-recovery"),
        Weak::Guessable(pattern) => Message::new("weak-guessable").with("pattern", pattern.code()),
    }
}

fn slot(why: &Slotted) -> Message {
    match why {
        Slotted::Full => Message::new("store-slots-full"),
        Slotted::Label => Message::new("store-slot-label"),
        Slotted::Taken(label) => Message::new("store-slot-taken").with("label", label),
        Slotted::Same => Message::new("store-slot-same"),
        Slotted::NotOwn => Message::new("store-slot-not-own"),
        Slotted::Unknown(label) => Message::new("store-slot-unknown").with("label", label),
    }
}

fn kept(why: Kept) -> Message {
    match why {
        Kept::OtherVault => Message::new("store-kept-other"),
        Kept::Ahead { theirs, ours } => {
            Message::new("store-kept-ahead").with("theirs", theirs.to_string()).with("ours", ours.to_string())
        }
        Kept::Broken => Message::new("store-kept-broken"),
        Kept::OtherKeys => Message::new("store-kept-other-keys"),
        Kept::Old => Message::new("store-kept-old"),
    }
}

/// What the system says of a file, in the person's language where it is a usual thing.
pub fn system(error: &std::io::Error) -> Message {
    /// EIO, for which the standard library has no kind.
    const DEVICE: i32 = 5;
    let kind = match error.kind() {
        ErrorKind::NotFound => "not-found",
        ErrorKind::PermissionDenied => "no-permission",
        ErrorKind::StorageFull => "full",
        ErrorKind::QuotaExceeded => "quota",
        ErrorKind::FileTooLarge => "too-large",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::NotADirectory => "no-folder",
        ErrorKind::IsADirectory => "folder",
        ErrorKind::AlreadyExists => "exists",
        _ if error.raw_os_error() == Some(DEVICE) => "device",
        _ => "other",
    };
    Message::new("system-said").with("kind", kind).with("text", error.to_string())
}

/// The error of a store on its way to the person, in their language.
pub fn from_store(error: &store::Error, locale: &Locale) -> Error {
    let said = Error::new(kind(error), message(error).text(locale));
    if let store::Error::NoHeader { newest: Some(newest), .. } = error {
        return said.hint(Message::new("store-no-header-newest").with("newest", newest).text(locale));
    }
    let key = message(error).key;
    let key = if key == "store-damaged-change" { "store-damaged" } else { key };
    let hint = format!("{key}-hint");
    if locale.has(&hint) { said.hint(locale.t(&hint)) } else { said }
}

/// What to say of what a vault found at opening, with moments in the clinic's time.
pub fn found(found: &Notice, locale: &Locale, zone: Tz, today: NaiveDate) -> String {
    match found {
        Notice::Refused { count, since } => {
            let mut since = locale.date_time(since.with_timezone(&zone).naive_local(), today);
            if zone == Tz::UTC {
                since.push_str(" UTC");
            }
            locale.tn("notice-refused", &[("count", (*count).into()), ("since", since.into())])
        }
        other => notice(other).text(locale),
    }
}

/// What to say of what a vault found at opening; of wrong passphrases [`found`] says more.
fn notice(notice: &Notice) -> Message {
    match notice {
        Notice::TornTail { after, bytes, kept, witnessed } => {
            let said = if *witnessed { "notice-torn-tail" } else { "notice-unknown-tail" };
            Message::new(said).with("after", after.to_string()).with("bytes", bytes.to_string()).with("kept", kept)
        }
        Notice::TailInTheWay { after, why } => Message::new("notice-tail-in-the-way")
            .with("after", after.to_string())
            .with_said("why", message(why.error())),
        Notice::Unwitnessed { last } => Message::new("notice-unwitnessed").with("last", last.to_string()),
        Notice::CheckpointSkipped => Message::new("notice-checkpoint-skipped"),
        Notice::StateRebuilt => Message::new("notice-state-rebuilt"),
        Notice::StateFailed { why } => Message::new("notice-state-failed").with_said("why", message(why.error())),
        Notice::HeaderRepaired => Message::new("notice-header-repaired"),
        Notice::KeyringRepaired => Message::new("notice-keyring-repaired"),
        Notice::Migrated => Message::new("notice-migrated"),
        Notice::NotMigrated { why } => Message::new("notice-not-migrated").with_said("why", message(why.error())),
        Notice::EraseUnfinished { why } => {
            Message::new("notice-erase-unfinished").with_said("why", message(why.error()))
        }
        Notice::Refused { count, since } => Message::new("notice-refused")
            .with_number("count", (*count).into())
            .with("since", since.format("%Y-%m-%d %H:%M UTC").to_string()),
        Notice::AuditDamaged { place, kept } => {
            Message::new("notice-audit-damaged").with("place", place).with("kept", kept)
        }
        Notice::AwayNotNoted { why } => Message::new("notice-away-not-noted").with_said("why", message(why.error())),
        Notice::AuditGone => Message::new("notice-audit-gone"),
        Notice::AuditNotWritten { why } => {
            Message::new("notice-audit-not-written").with_said("why", message(why.error()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;
    use crate::store::{Damage, Flaw};
    use std::io;

    fn said(error: &store::Error) -> String {
        from_store(error, &Locale::new(Lang::Es)).what
    }

    fn disk(kind: ErrorKind) -> store::Error {
        store::Error::Io { verb: "write", place: "v/checkpoint".into(), source: io::Error::from(kind) }
    }

    #[test]
    fn what_the_system_says_is_said_in_the_person_s_language() {
        assert_eq!(said(&disk(ErrorKind::StorageFull)), "No se pudo escribir v/checkpoint: el disco está lleno.");
        for number in [1, 2, 5, 13, 17, 20, 21, 27, 28, 30, 122] {
            let told = system(&io::Error::from_raw_os_error(number)).text(&Locale::new(Lang::Es));
            assert!(!told.contains("os error"), "{number}: {told}");
        }
        let rest = system(&io::Error::other("no words for it")).text(&Locale::new(Lang::Es));
        assert_eq!(rest, "el sistema dice «no words for it»");
    }

    #[test]
    fn what_is_saved_and_what_is_not_is_said_apart() {
        let full = || disk(ErrorKind::StorageFull).into();
        assert_eq!(
            said(&store::Error::NotSaved(full())),
            "No se guardó. No se pudo escribir v/checkpoint: el disco está lleno. No se escribe nada más hasta abrir la \
             bóveda de nuevo."
        );
        assert!(said(&store::Error::NotClosed(full())).starts_with("Todo lo confirmado está guardado. No se pudo"));
        assert!(said(&store::Error::NotSaved(store::Error::Moved.into())).contains("movió, reemplazó o cambió"));
    }

    #[test]
    fn a_damaged_copy_is_no_damaged_vault() {
        let damaged = |place: &str, seq, flaw| store::Error::Damaged(Damage { place: place.into(), seq, flaw });
        assert_eq!(
            said(&damaged("backup", None, Flaw::Form)),
            "Esta copia no sirve: no tiene la forma que escribe rumbo. No se cambió nada."
        );
        let vault = damaged("journal/000001.log", Some(6), Flaw::BehindHead);
        let told = from_store(&vault, &Locale::new(Lang::Es));
        assert_eq!(
            told.what,
            "La bóveda está dañada: journal/000001.log, cambio 6: faltan cambios ya confirmados. No se cambió nada."
        );
        assert!(told.hint.contains("rumbo restore"));
    }
}
