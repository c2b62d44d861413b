//! Reading the audit, and setting aside a chain that is damaged.

use super::chain::{SEGMENT, each_page, read_page};
use super::{HEAD, NAME};
use crate::core::audit::{Deed, Line, Who};
use crate::core::change::Seq;
use crate::store::disk;
use crate::store::error::{Error, Flaw};
use crate::store::files;
use crate::store::head::HeadFile;
use crate::store::journal::{Journal, Witnesses};
use crate::store::keys::Keys;
use crate::store::places::Places;
use std::path::Path;
use std::sync::Arc;

/// How chains that were set aside are called, with a number behind it from the second one on.
const ASIDE: &str = "audit.damaged";

/// Hands over every line of the chain, and returns whose the changes are that are not in it, and after which; `None` where
/// there is no chain.
///
/// # Errors
/// Damage, after the lines that come before it as far as they can be read; the file system's.
pub fn list(places: &Places, keys: &Arc<Keys>, visit: &mut dyn FnMut(Line)) -> Result<Option<(Who, Seq)>, Error> {
    // In this order: whoever writes a page notes it in the head afterwards.
    let said = HeadFile::read(&places.audit_head(), keys)?;
    match files::check_private(&places.audit()) {
        Err(Error::Missing(_)) if said.is_none() => return Ok(None),
        Err(Error::Missing(_)) => return Err(Flaw::Gone.at(NAME, None)),
        other => other?,
    }
    let journal = Journal::read(&places.audit(), Arc::clone(keys), SEGMENT, &Witnesses::default())?;
    let mut stands = <(Who, Seq)>::default();
    each_page(&journal, 0, |number, page| {
        stands = (page.holder, page.upto);
        for entry in page.entries {
            visit(Line { page: Some(number), is_aside: false, who: page.who.clone(), entry });
        }
    })?;
    let next = journal.head().seq + 1;
    match said {
        Some(said) if !journal.contains(said)? => Err(Flaw::BehindHead.at(NAME, Some(said.seq.min(next)))),
        None if next > 1 => Err(Flaw::Gone.at(HEAD, None)),
        _ => Ok(Some(stands)),
    }
}

/// How the audit of a vault that remembers one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Here,
    /// It is gone as a whole.
    Gone,
    /// One before it is gone, and the one that is here says so.
    BeganAfterLoss,
}

/// Whether there is an audit, and what its first page says.
///
/// # Errors
/// The file system's.
pub fn standing(places: &Places, keys: &Keys) -> Result<Standing, Error> {
    let keys = Arc::new(keys.for_audit());
    let mut first = None;
    match list(places, &keys, &mut |line| first = first.take().or(Some(line.entry.deed))) {
        Ok(None) => Ok(Standing::Gone),
        Err(other @ Error::Io { .. }) => Err(other),
        _ if matches!(first, Some(Deed::BeganAfterLoss { .. })) => Ok(Standing::BeganAfterLoss),
        _ => Ok(Standing::Here),
    }
}

/// Chains that were damaged and set aside.
///
/// # Errors
/// The file system's.
pub fn set_aside(dir: &Path) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for path in files::list(dir)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(ASIDE) {
            found.push(name);
        }
    }
    found.sort_by_key(|name| (name.len(), name.clone()));
    Ok(found)
}

/// Hands over every line of a damaged chain up to where it is no longer proven.
///
/// # Errors
/// The file system's.
pub fn each_proven(dir: &Path, keys: &Arc<Keys>, visit: &mut dyn FnMut(Line)) -> Result<(), Error> {
    let journal = Journal::unread(dir, Arc::clone(keys));
    let read = journal.proven(|number, schema, plain| {
        let page = read_page(&journal, number, schema, plain)?;
        for entry in page.entries {
            visit(Line { page: Some(number), is_aside: true, who: page.who.clone(), entry });
        }
        Ok(())
    });
    match read {
        Err(other @ Error::Io { .. }) => Err(other),
        _ => Ok(()),
    }
}

/// Sets the chain aside, and returns where.
///
/// # Errors
/// The file system's; it is then still in its place.
pub fn put_aside(places: &Places) -> Result<String, Error> {
    let dir = places.dir();
    let free = |name: &String| disk::find(&dir.join(name)).is_err();
    let names = std::iter::once(ASIDE.to_owned()).chain((2_u32..).map(|number| format!("{ASIDE}.{number}")));
    let mut names = names.filter(free);
    let name = names.next().unwrap_or_default();
    let moved = disk::rename(&places.audit(), &dir.join(&name));
    match moved {
        // Only its head is left of it.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            disk::rename(&places.audit_head(), &dir.join(&name)).map_err(Error::io("replace", dir))?;
        }
        other => {
            other.map_err(Error::io("replace", dir))?;
            files::remove(&places.audit_head())?;
        }
    }
    files::sync_dir(dir)?;
    Ok(name)
}
