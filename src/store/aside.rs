//! A vault that is unlocked already, to be read beside whoever holds it: for backups that nobody waits for.

use super::audit::Audited;
use super::away::Away;
use super::error::Error;
use super::header::Header;
use super::keys::Keys;
use super::reader::{Backed, Reader};
use super::rotation;
use crate::core::audit::{Deed, Who};
use crate::core::change::Seq;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the vault is and what opens it.
pub struct Aside {
    dir: PathBuf,
    header: Header,
    keys: Arc<Keys>,
    /// The change it stood at.
    head: Seq,
    /// Who opened it, for the audit.
    who: Who,
}

impl Aside {
    pub(super) fn new(dir: &Path, header: &Header, keys: &Arc<Keys>, head: Seq, who: Who) -> Self {
        Self { dir: dir.to_owned(), header: header.clone(), keys: Arc::clone(keys), head, who }
    }

    /// Makes a backup in the vault's own folder if there are changes that none has: one a day, and one `at_end` of a
    /// session. `None` if there was nothing to do.
    pub fn backup_if_due(&self, now: DateTime<Utc>, today: NaiveDate, at_end: bool) -> Option<Result<Backed, Error>> {
        match rotation::own(&self.dir, &self.keys.vault) {
            Ok(own) => {
                let has_all = own.iter().any(|(made, _)| made.seq >= self.head);
                let has_today = own.iter().any(|(made, _)| made.on == today);
                if self.head == 0 || has_all || (has_today && !at_end) { None } else { Some(self.backup(now, today)) }
            }
            Err(error) => Some(Err(error)),
        }
    }

    fn backup(&self, now: DateTime<Utc>, today: NaiveDate) -> Result<Backed, Error> {
        let mut reader = Reader::new(&self.dir, &self.header, Arc::clone(&self.keys))?.for_whom(self.who.clone());
        let made = reader.backup_inside(now, today)?;
        reader.note(now, Deed::BackedUp { change: made.seq });
        // The backup is made. Where the audit cannot be written, whoever opens the vault next is told so.
        drop(reader.write_notes());
        Ok(made)
    }

    /// Whether a copy should leave the machine: none did for `LONGEST` days, and how many it is; or none ever did, and the
    /// vault's own go that far back.
    ///
    /// # Errors
    /// The file system's.
    pub fn overdue(&self, today: NaiveDate, zone: Tz) -> Result<Option<Option<i64>>, Error> {
        let away = Away::load(&self.dir, &self.keys)?;
        let last = away.map(|away| away.at.with_timezone(&zone).date_naive());
        let own = rotation::own(&self.dir, &self.keys.vault)?;
        let since = last.or_else(|| own.iter().map(|(made, _)| made.on).min());
        let days = since.map_or(0, |since| (today - since).num_days());
        Ok((days >= LONGEST).then_some(last.map(|_| days)))
    }
}

/// Days after which somebody is reminded.
const LONGEST: i64 = 7;
