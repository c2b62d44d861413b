//! What an open vault notes in its audit, and the numbers that it keeps apart.

use super::Vault;
use crate::core::a_number::ANumber;
use crate::core::audit::{Deed, Line};
use crate::core::change::Commit;
use crate::store::apart::{self, Apart, Number};
use crate::store::audit::Audited;
use crate::store::error::Error;
use chrono::{DateTime, Utc};

impl Vault {
    /// Says whose this opening is, and when, for the audit. What was found then is in the report.
    pub fn enter(&mut self, at: DateTime<Utc>, user: &str) {
        // A journal that cannot be read says nothing of how far the records are.
        let journal = self.opened.remains.is_none().then(|| self.opened.writer.journal());
        let notices = self.opened.audit.enter(at, user, journal);
        self.opened.notices.extend(notices);
        // Where it fails, such as on a full disk, the next opening tries again.
        drop(self.remember_audit());
    }

    fn remember_audit(&mut self) -> Result<(), Error> {
        if self.opened.remains.is_some() || !self.opened.audit.is_to_be_remembered() {
            return Ok(());
        }
        self.check_here()?;
        let mut next = self.header.clone();
        next.remember_audit(&self.opened.keys)?;
        next.save(&self.dir, &self.opened.keys)?;
        self.header = next;
        self.opened.audit.remembered();
        Ok(())
    }
}

impl Apart for Vault {
    fn seal_number(&mut self, commit: &mut Commit, number: &Number) -> Result<(), Error> {
        apart::seal(&self.opened.keys, commit, number)
    }

    fn open_number(&mut self, number: &ANumber) -> Result<Number, Error> {
        if let Some(remains) = &self.opened.remains {
            return remains.open_number(&self.opened.keys, number);
        }
        let opened = apart::open(&self.opened.keys, &self.opened.ring, self.journal(), number);
        self.told(opened)
    }
}

impl Audited for Vault {
    fn note(&mut self, at: DateTime<Utc>, deed: Deed) {
        let head = self.journal().head().seq;
        self.opened.audit.note(head, at, deed);
    }

    fn write_notes(&mut self) -> Result<(), Error> {
        self.check_here()?;
        self.opened.audit.write(Some(self.opened.writer.journal()))
    }

    fn each_line(&mut self, visit: &mut dyn FnMut(Line)) -> Result<(), Error> {
        self.opened.audit.each_line(self.opened.writer.journal(), visit)
    }
}
