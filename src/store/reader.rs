//! Reading beside whoever holds the vault: no lock, nothing changed, the journal as it stood at the opening.

use super::apart::{self, Apart, Number};
use super::audit::{Audit, Audited};
use super::away::Away;
use super::backup;
use super::error::{Error, Kept};
use super::files;
use super::header::Header;
use super::journal::Journal;
use super::keyring::Keyring;
use super::keys::Keys;
use super::kit::Kit;
use super::notice::Notice;
use super::places::Places;
use super::remains::{Hurt, Remains};
use super::rotation::{self, Made};
use super::{Store, outside, reading};
use crate::core::a_number::ANumber;
use crate::core::audit::{Deed, Line, Who};
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::id::CaseId;
use crate::core::world::World;
use chrono::{DateTime, NaiveDate, Utc};
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An opening that only reads. A commit being written at that moment is in it as a whole or not at all.
pub struct Reader {
    places: Places,
    header: Header,
    keys: Arc<Keys>,
    ring: Keyring,
    journal: Journal,
    audit: Audit,
    /// What there is to read where the vault is damaged.
    remains: Option<Box<Remains>>,
    notices: Vec<Notice>,
    /// What makes backups, where the vault has none yet or it was asked for.
    kit: Option<Kit>,
}

impl Reader {
    pub(super) fn new(dir: &Path, header: &Header, keys: Arc<Keys>) -> Result<Self, Error> {
        let places = header.places(dir);
        let header = header.clone();
        match reading::find(&places, &keys) {
            Ok(reading::Found { journal, ring, notices, .. }) => {
                let audit = Audit::new(&places, &keys);
                Ok(Self { places, header, keys, ring, journal, audit, remains: None, notices, kit: None })
            }
            Err(Error::Damaged(damage)) => {
                let remains = Some(Box::new(Remains::gather(&places, &keys, damage)?));
                let journal = Journal::unread(&places.journal(), Arc::clone(&keys));
                let audit = Audit::new(&places, &keys);
                Ok(Self {
                    audit,
                    places,
                    header,
                    keys,
                    ring: Keyring::default(),
                    journal,
                    remains,
                    notices: Vec::new(),
                    kit: None,
                })
            }
            Err(other) => Err(other),
        }
    }

    pub(super) fn with(self, kit: Kit) -> Self {
        Self { kit: Some(kit), ..self }
    }

    /// Says which slot opened it.
    pub(super) fn opened_by(mut self, number: u8) -> Self {
        self.audit.opened_by(self.header.who(number), self.header.has_audit(&self.keys));
        self
    }

    /// Says who opened the vault that this reads beside.
    pub(super) fn for_whom(mut self, who: Who) -> Self {
        self.audit.opened_by(who, self.header.has_audit(&self.keys));
        self
    }

    /// Says whose this opening is, and when, for the audit. What was found then is in the report.
    pub fn enter(&mut self, at: DateTime<Utc>, user: &str) {
        let notices = self.audit.enter(at, user, None);
        self.notices.extend(notices);
    }

    /// Hands over what is proven of audits that were damaged and set aside.
    ///
    /// # Errors
    /// The file system's.
    pub fn each_line_aside(&self, visit: &mut dyn FnMut(Line)) -> Result<(), Error> {
        self.audit.each_line_aside(visit)
    }

    /// What was found that a person should hear of.
    pub fn report(&self) -> &[Notice] {
        &self.notices
    }

    /// What makes backups; to be given back.
    pub(super) fn take_kit(&mut self) -> Result<Kit, Error> {
        match self.kit.take() {
            Some(kit) => Ok(kit),
            None => Kit::load(self.places.dir(), &self.keys)?.ok_or(Error::NoKit),
        }
    }

    pub(super) fn keep_kit(&mut self, kit: Kit) {
        self.kit = Some(kit);
    }

    pub(super) fn maker<'a>(&self, kit: &'a Kit) -> Result<backup::Maker<'a>, Error> {
        kit.maker(&self.header, &self.keys)
    }

    /// Every record as it stands, in the lines of a backup.
    ///
    /// # Errors
    /// Damage, the file system's.
    pub fn lines(&mut self, kit: &Kit, out: &mut dyn Write, now: DateTime<Utc>) -> Result<(), Error> {
        backup::export(out, &self.maker(kit)?, self, now)
    }

    /// The change it was read up to.
    pub fn head(&self) -> Seq {
        self.journal.head().seq
    }

    /// Writes a backup to `file`, opens it again and compares it with the vault before it takes its place. One that goes
    /// outside the vault's folder is remembered as the last that left.
    ///
    /// # Errors
    /// [`Error::NoKit`], [`Error::Exists`] if the file is there and is no backup, [`Error::Kept`] if it is one of another
    /// vault or holds what this one does not, [`Error::Unsafe`] if it is a link, damage where it is not the vault's equal,
    /// the file system's. What was at `file` before is then still there.
    pub fn backup(&mut self, file: &Path, now: DateTime<Utc>) -> Result<Backed, Error> {
        self.load()?;
        if let Some(remains) = &self.remains {
            // What is proven is not all; it must not take the place of a backup that has more.
            return Err(remains.refusal());
        }
        let kit = self.take_kit()?;
        let maker = self.maker(&kit)?;
        let seq = backup::write(file, &maker, self, now)?;
        drop(maker);
        self.keep_kit(kit);
        let away = self.away_with(file, now, seq)?;
        if let Some(away) = &away
            && let Err(error) = away.save(self.places.dir(), &self.keys)
        {
            // The copy is made and good; only the reminder will come too early.
            self.notices.push(Notice::AwayNotNoted { why: error.into() });
        }
        Ok(Backed { file: file.to_owned(), seq, away })
    }

    /// Writes a backup into the vault's own folder of them, and removes those that are no longer needed. What lies in its
    /// place and is no good backup of this vault is set aside.
    ///
    /// # Errors
    /// Those of [`Reader::backup`].
    pub fn backup_inside(&mut self, now: DateTime<Utc>, today: NaiveDate) -> Result<Backed, Error> {
        let made = Made { seq: self.head(), on: today };
        let folder = rotation::folder(self.places.dir())?;
        let _alone = rotation::alone(self.places.dir(), &folder)?;
        let file = folder.join(made.name());
        let backed = match self.backup(&file, now) {
            // No vault goes without a backup because of what lies in its place and is none.
            Err(Error::Exists(_) | Error::Kept { why: Kept::Broken | Kept::OtherKeys | Kept::OtherVault, .. }) => {
                rotation::set_aside(&file)?;
                self.backup(&file, now)?
            }
            other => other?,
        };
        rotation::rotate(self.places.dir(), &self.keys.vault, &file, today)?;
        Ok(backed)
    }

    /// What is to be remembered of a copy that left the vault's folder.
    fn away_with(&self, file: &Path, at: DateTime<Utc>, seq: Seq) -> Result<Option<Away>, Error> {
        let real = |path: &Path| std::fs::canonicalize(path).map_err(Error::io("find", path));
        let (to, vault) = (real(files::parent(file))?, real(self.places.dir())?);
        if to.starts_with(&vault) {
            return Ok(None);
        }
        let disk = |path: &Path| std::fs::metadata(path).map(|found| found.dev()).map_err(Error::io("find", path));
        Ok(Some(Away { at, seq, other_disk: disk(&to)? != disk(&vault)? }))
    }

    /// The name of something of this vault in files outside it. It is made of the vault's id, so it stays the same
    /// whatever becomes of passphrase and keys, and in a vault that was restored.
    pub fn outside_name(&self, what: &str) -> String {
        outside::name(&self.keys.vault, what)
    }
}

/// A backup that was made, read back and compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backed {
    pub file: PathBuf,
    /// The change it goes up to.
    pub seq: Seq,
    /// If it left the vault's folder.
    pub away: Option<Away>,
}

impl Store for Reader {
    fn load(&mut self) -> Result<(World, Seq), Error> {
        if self.remains.is_none() {
            match reading::load(&self.places, &self.keys, &self.ring, &self.journal) {
                Ok(loaded) => return Ok((loaded.world, self.journal.head().seq)),
                Err(Error::Damaged(damage)) => {
                    self.remains = Some(Box::new(Remains::gather(&self.places, &self.keys, damage)?));
                }
                Err(other) => return Err(other),
            }
        }
        self.remains.as_ref().map_or_else(|| Err(Error::ReadOnly), |remains| remains.load())
    }

    fn commit(&mut self, _: Seq, _: &Commit) -> Result<Seq, Error> {
        Err(Error::ReadOnly)
    }

    fn timeline(&mut self, case: CaseId) -> Result<Vec<Event>, Error> {
        if let Some(remains) = &self.remains {
            return remains.timeline(case);
        }
        reading::timeline(&self.journal, &self.ring, case)
    }

    fn each_since(&mut self, head: Seq, visit: &mut dyn FnMut(Seq, Commit)) -> Result<(), Error> {
        if let Some(remains) = &self.remains {
            return remains.each_since(head, visit);
        }
        reading::each_since(&self.journal, &self.ring, head, visit)
    }

    fn notices(&self) -> &[Notice] {
        self.report()
    }

    fn hurt(&self) -> Option<&Hurt> {
        self.remains.as_ref().map(|remains| remains.hurt())
    }
}

impl Apart for Reader {
    fn seal_number(&mut self, _: &mut Commit, _: &Number) -> Result<(), Error> {
        Err(Error::ReadOnly)
    }

    fn open_number(&mut self, number: &ANumber) -> Result<Number, Error> {
        if let Some(remains) = &self.remains {
            return remains.open_number(&self.keys, number);
        }
        apart::open(&self.keys, &self.ring, &self.journal, number)
    }
}

impl Audited for Reader {
    fn note(&mut self, at: DateTime<Utc>, deed: Deed) {
        self.audit.note(self.journal.head().seq, at, deed);
    }

    fn write_notes(&mut self) -> Result<(), Error> {
        self.audit.write(None)
    }

    fn each_line(&mut self, visit: &mut dyn FnMut(Line)) -> Result<(), Error> {
        self.audit.each_line(&self.journal, visit)
    }
}
