//! What an open vault works with, and how its files are opened.

use crate::store::audit::Audit;
use crate::store::error::Error;
use crate::store::head::{Head, HeadFile};
use crate::store::header::Header;
use crate::store::journal::Writer;
use crate::store::keyring::Keyring;
use crate::store::keys::Keys;
use crate::store::notice::Notice;
use crate::store::places::Places;
use crate::store::reading::{self, Found};
use crate::store::remains::Remains;
use crate::store::reseal::{self, Progress};
use std::path::Path;
use std::sync::Arc;

/// What an open vault works with.
pub(super) struct Opened {
    pub(super) places: Places,
    pub(super) keys: Arc<Keys>,
    pub(super) ring: Keyring,
    pub(super) writer: Writer,
    /// `None` where it could not be written, such as on a full disk; the vault then only proves less.
    pub(super) head_file: Option<HeadFile>,
    /// Where the checkpoint stands, if it can be used.
    pub(super) checkpoint: Option<Head>,
    pub(super) audit: Audit,
    /// What there is to read where the vault is damaged; nothing is written then.
    pub(super) remains: Option<Box<Remains>>,
    pub(super) notices: Vec<Notice>,
}

impl Opened {
    /// Opens a vault, and seals it anew if it is of before every case had a key of its own. Where that cannot be done,
    /// such as on a full disk, all of it works but erasing, and the next opening tries again.
    pub(super) fn migrated(
        dir: &Path,
        header: &mut Header,
        keys: Arc<Keys>,
        progress: Progress<'_>,
    ) -> Result<Self, Error> {
        let mut opened = Self::new(header.places(dir), Arc::clone(&keys))?;
        if opened.remains.is_some() {
            return Ok(opened);
        }
        let torn = opened.notices.iter().any(|notice| matches!(notice, Notice::TornTail { .. }));
        // What was just set aside is there to be looked at until the next opening.
        if torn || !opened.writer.journal().has_old_frames() {
            return Ok(opened);
        }
        let old = header.clone();
        if let Err(error) = reseal::reseal(dir, (&old, &keys), header, &keys, progress) {
            opened.notices.push(Notice::NotMigrated { why: error.into() });
            return Ok(opened);
        }
        let mut new = Self::new(header.places(dir), keys)?;
        new.notices.splice(..0, opened.notices);
        new.notices.push(Notice::Migrated);
        Ok(new)
    }

    /// Opens the vault; to read only, where it is damaged.
    pub(super) fn new(places: Places, keys: Arc<Keys>) -> Result<Self, Error> {
        match Self::whole(places.clone(), Arc::clone(&keys)) {
            Err(Error::Damaged(damage)) => Self::damaged(places, keys, damage),
            other => other,
        }
    }

    fn whole(places: Places, keys: Arc<Keys>) -> Result<Self, Error> {
        let Found { journal, witnesses, mut ring, ring_behind, ring_bad, mut notices } = reading::find(&places, &keys)?;
        // Where it fails, the good copy still serves, and the next opening tries again.
        let mended = ring_behind && ring.save(&places, &keys).is_ok();
        notices.extend((mended && ring_bad).then_some(Notice::KeyringRepaired));
        let (writer, more) = journal.into_writer(&witnesses)?;
        notices.extend(more);
        let head_file = HeadFile::start(&places.head(), &keys, writer.journal().head()).ok();
        let audit = Audit::new(&places, &keys);
        let checkpoint = witnesses.checkpoint;
        Ok(Self { places, keys, ring, writer, head_file, checkpoint, audit, remains: None, notices })
    }
}
