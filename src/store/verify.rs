//! Verifying: every byte of a vault is read and held against what else the vault says of it. Nothing is changed, and whoever
//! holds the vault may go on meanwhile.

mod copies;
mod house;
mod records;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use self::copies::Copies;
use super::audit::{self, Standing};
use super::error::{Error, Flaw};
use super::header::{self, Header};
use super::keyring::Keyring;
use super::keys::Keys;
use super::places::Places;
use super::reading;
use super::remains::{Hurt, Remains};
use super::{head::Head, head::HeadFile};
use crate::core::change::Seq;
use std::path::Path;
use std::sync::Arc;

/// How often it is begun anew because the vault changed meanwhile.
const TRIES: usize = 3;

/// What a verification came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The last change.
    pub head: Seq,
    /// Bytes that were read.
    pub bytes: u64,
    pub findings: Vec<Finding>,
    /// What a damaged vault lacks.
    pub hurt: Option<Hurt>,
}

impl Report {
    /// Whether there is nothing that somebody has to do something about.
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|finding| finding.what.is_harmless())
    }
}

/// Something that is not as a vault that was just closed has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file or folder, relative to the vault.
    pub place: String,
    /// Since which change, where that can be told.
    pub seq: Option<Seq>,
    pub what: What,
}

/// What is the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Bytes that are not what was written, and of which there is no other copy.
    Damaged(Flaw),
    /// One of two copies is no good, and the other is.
    Copy(Flaw),
    /// What is only a quick way to what the journal has.
    Quick(Flaw),
    /// A backup in the vault's own folder that is not what was written.
    Backup(Flaw),
    /// A good one that holds what the journal does not.
    Ahead,
    /// A backup that opens only with what opened the vault before its keys were changed.
    OlderKey,
    /// The record of the change acknowledged last.
    Unwitnessed,
    /// Others than the owner may use it: its mode.
    Loose(u32),
    /// It belongs to somebody else than the vault's folder does.
    Foreign,
    /// A link, or neither file nor folder.
    Strange,
    /// So many changes were lost before a repair, from this one on; it put something in their places.
    Mended(u64),
    /// A write that was cut short, of so many bytes; the next opening sets it aside.
    Torn(u64),
    /// The state is in use or was not closed; it is made again when it is needed.
    Unproven,
    /// Set aside earlier, for whoever wants to look into it.
    Aside,
    /// The audit is gone as a whole, though there was one.
    AuditGone,
    /// That is so of an earlier one, and the one that is there says so.
    AuditBegun,
    /// Left by a program that was killed; the next opening removes it.
    Leftover,
}

impl What {
    /// Whether nobody has to do anything about it.
    pub fn is_harmless(self) -> bool {
        matches!(
            self,
            Self::OlderKey
                | Self::Mended(_)
                | Self::Torn(_)
                | Self::Unproven
                | Self::Aside
                | Self::AuditBegun
                | Self::Leftover
        )
    }

    /// Its name for other programs and in the catalogues.
    pub fn code(self) -> &'static str {
        match self {
            Self::Damaged(_) => "damaged",
            Self::Copy(_) => "copy",
            Self::Quick(_) => "quick",
            Self::Backup(_) => "backup",
            Self::Ahead => "ahead",
            Self::OlderKey => "older-key",
            Self::Unwitnessed => "unwitnessed",
            Self::Loose(_) => "loose",
            Self::Foreign => "foreign",
            Self::Strange => "strange",
            Self::Mended(_) => "mended",
            Self::Torn(_) => "torn",
            Self::Unproven => "unproven",
            Self::Aside => "aside",
            Self::AuditGone => "audit-gone",
            Self::AuditBegun => "audit-begun",
            Self::Leftover => "leftover",
        }
    }

    /// How one sees it, where bytes are wrong.
    pub fn flaw(self) -> Option<Flaw> {
        match self {
            Self::Damaged(flaw) | Self::Copy(flaw) | Self::Quick(flaw) | Self::Backup(flaw) => Some(flaw),
            _ => None,
        }
    }

    /// Something that concerns a file as a whole.
    fn at(self, place: impl Into<String>) -> Finding {
        Finding { place: place.into(), seq: None, what: self }
    }
}

/// Verifies the vault in `dir`, of which `header` is the one that counts.
///
/// # Errors
/// [`Error::Newer`], the file system's.
pub(super) fn verify(dir: &Path, header: &Header, keys: &Arc<Keys>) -> Result<Report, Error> {
    let places = header.places(dir);
    let mut before = stand(&places, keys);
    let mut report = once(&places, header, keys)?;
    for _ in 1..TRIES {
        let after = stand(&places, keys);
        if report.is_clean() || after == before {
            break;
        }
        before = after;
        report = once(&places, header, keys)?;
    }
    Ok(report)
}

/// What shows that the vault went on meanwhile.
fn stand(places: &Places, keys: &Keys) -> (Option<Head>, Option<u64>) {
    let ring = Keyring::load(places, keys).ok().flatten().map(|found| found.ring.edition());
    (HeadFile::read(&places.head(), keys).ok().flatten(), ring)
}

fn once(places: &Places, header: &Header, keys: &Arc<Keys>) -> Result<Report, Error> {
    let mut report = Report { head: 0, bytes: 0, findings: Vec::new(), hurt: None };
    pairs(places, header, keys, &mut report);
    let mut copies = Copies::prove(places, keys)?;
    let mut head = None;
    match reading::find(places, keys) {
        Ok(found) => {
            report.head = found.journal.head().seq;
            head = Some(report.head);
            if let Some(bytes) = found.journal.torn() {
                let what =
                    if found.journal.is_ended_badly() { What::Damaged(Flaw::Checksum) } else { What::Torn(bytes) };
                let seq = Some(report.head + 1);
                report.findings.push(Finding { place: found.journal.last_name(), seq, what });
            }
            if found.witnesses.acknowledged.is_none() {
                report.findings.push(What::Unwitnessed.at(named(&places.head())));
            }
            records::check(places, keys, &found, &mut copies, &mut report)?;
        }
        Err(Error::Damaged(damage)) => report.damaged(&damage),
        Err(other) => return Err(other),
    }
    copies.report(head, &mut report);
    house::check(places, &mut report)?;
    if header.has_audit(keys) {
        let what = match audit::standing(places, keys)? {
            Standing::Here => None,
            Standing::Gone => Some(What::AuditGone),
            Standing::BeganAfterLoss => Some(What::AuditBegun),
        };
        report.findings.extend(what.map(|what| what.at(named(&places.audit()))));
    }
    if let Some(damage) = report.findings.iter().find_map(Finding::damage) {
        match Remains::gather(places, keys, damage) {
            Ok(remains) => {
                report.head = remains.hurt().latest;
                report.hurt = Some(remains.hurt().clone());
            }
            // Nothing is proven; the findings say so.
            Err(Error::Damaged(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(report)
}

/// Takes from others what a verification found that they may use. Returns whether there was anything.
///
/// # Errors
/// The file system's.
pub fn tighten(dir: &Path, report: &Report) -> Result<bool, Error> {
    house::tighten(dir, report)
}

impl Finding {
    fn damage(&self) -> Option<super::Damage> {
        match self.what {
            What::Damaged(flaw) => Some(super::Damage { place: self.place.clone(), seq: self.seq, flaw }),
            _ => None,
        }
    }
}

impl Report {
    fn names(&self, place: &str) -> bool {
        self.findings.iter().any(|finding| finding.place == place)
    }

    fn damaged(&mut self, damage: &super::Damage) {
        let what = What::Damaged(damage.flaw);
        let new = Finding { place: damage.place.clone(), seq: damage.seq, what };
        if !self.findings.iter().any(|finding| finding.place == new.place && finding.damage().is_some()) {
            self.findings.push(new);
        }
    }
}

/// Each copy of header and keyring by itself.
fn pairs(places: &Places, counts: &Header, keys: &Keys, report: &mut Report) {
    let header = super::header::COPIES.map(|copy| places.dir().join(copy));
    let pairs = [
        (header, header::Copies::check(places.dir(), counts)),
        (places.keyring(), Keyring::check_copies(places, keys)),
    ];
    for (paths, flaws) in pairs {
        let both = flaws.iter().all(Option::is_some);
        for (path, flaw) in paths.iter().zip(flaws) {
            let what = flaw.map(|flaw| if both { What::Damaged(flaw) } else { What::Copy(flaw) });
            report.findings.extend(what.map(|what| what.at(named(path))));
        }
    }
}

/// A file of the vault by its name.
fn named(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
