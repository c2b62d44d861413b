//! `rumbo export`: what leaves the vault for other programs. It only reads. What names people is sealed, unless the person
//! said twice that it is not to be.

use super::args::{Export, Plain, Table};
use super::{Run, calendar, care, files, print, session};
use crate::adapters::listing;
use crate::core::audit::{self, Deed};
use crate::effects;
use crate::error::{Error, Kind, from_store};
use crate::store::export::Wrap;
use crate::store::kit::Kit;
use crate::store::vault::{self, Reader};
use crate::store::{self, Store};
use std::io::{BufRead, IsTerminal, Write, stderr, stdin, stdout};
use std::path::Path;

/// What has to be said to leave something unsealed; the same in every language, for scripts.
const WORD: &str = "plaintext";

/// Writes an export.
///
/// # Errors
/// It is to be plain and nobody said the word; the vault cannot be read, or the file cannot be written.
pub fn run(run: &Run, what: &Export) -> Result<(), Error> {
    match what {
        Export::Ics { file, names, case, plain } => {
            if *names && wrap(run, plain)? == Wrap::Sealed {
                let error = run.refuse(Kind::Usage, "export-names-are-plain", &[]);
                return Err(error.hint(run.locale.t("export-plain-hint")));
            }
            calendar::ics(run, file.as_deref(), *names, case)
        }
        Export::Json { file, plain } => {
            let now = run.clock.env(crate::core::clinic::Clinic::default().zone).now;
            put(run, file.as_deref(), plain, &mut |reader, kit, out| reader.lines(kit, out, now))
        }
        Export::Csv { what, file, plain } => {
            let what = *what;
            put(run, file.as_deref(), plain, &mut |reader, _, out| table(reader, what, out))
        }
    }
}

fn table(reader: &mut Reader, what: Table, out: &mut dyn Write) -> Result<(), store::Error> {
    let (world, _) = reader.load()?;
    let written = match what {
        Table::Cases => listing::cases(world.cases(), out),
        Table::Partners => listing::partners(world.partners(), out),
    };
    written.map_err(|error| store::Error::outside(std::io::Error::other(error)))
}

type Fill<'a> = &'a mut dyn FnMut(&mut Reader, &Kit, &mut dyn Write) -> Result<(), store::Error>;

/// Every export that names people goes through here.
fn put(run: &Run, file: Option<&Path>, plain: &Plain, fill: Fill<'_>) -> Result<(), Error> {
    let refuse = |error| from_store(&error, &run.locale);
    let wrap = wrap(run, plain)?;
    let file = file.filter(|file| *file != Path::new("-"));
    if file.is_none() && wrap == Wrap::Sealed && stdout().is_terminal() {
        let error = run.refuse(Kind::Usage, "export-sealed-to-terminal", &[]);
        return Err(error.hint(run.locale.t("export-sealed-to-terminal-hint")));
    }
    let locked = vault::open_reader(&files::vault_dir(run)?).map_err(refuse)?;
    let passphrase = files::passphrase(run, "cli-passphrase")?;
    let unlocked = locked.unlock_to_copy(&passphrase);
    let dir = files::vault_dir(run)?;
    let mut reader = unlocked.map_err(|(error, _)| session::refused(run, &dir, &error))?;
    reader.enter(session::now(run), &effects::account());
    session::noted(run, &mut reader, Deed::Exported { what: audit::Export::Records, cases: Vec::new() });
    let Some(file) = file else {
        let mut out = std::io::BufWriter::new(stdout().lock());
        reader.pour(&mut out, wrap, fill).map_err(refuse)?;
        warned(run, &reader);
        return out.flush().map_err(|error| super::output(&error));
    };
    reader.export(file, wrap, fill).map_err(refuse)?;
    warned(run, &reader);
    let place = file.display().to_string();
    let key = if wrap == Wrap::Plain { "export-left-plain" } else { "export-left-sealed" };
    print(format!("{}\n", run.locale.tn(key, &[("place", place.as_str().into())])).as_bytes())
}

/// Whoever exports from a damaged vault must not take a part for the whole.
fn warned(run: &Run, reader: &Reader) {
    if let Some(hurt) = reader.hurt() {
        care::warn(run, hurt);
    }
}

/// How an export is to leave. Plain only where the word was given, or is typed now.
fn wrap(run: &Run, plain: &Plain) -> Result<Wrap, Error> {
    if !plain.plaintext {
        return Ok(Wrap::Sealed);
    }
    let said = match &plain.confirm {
        Some(word) => word.clone(),
        None if stdin().is_terminal() && stderr().is_terminal() => {
            ask!("{} ", run.locale.tn("export-type-word", &[("word", WORD.into())]));
            let mut line = String::new();
            stdin().lock().read_line(&mut line).map_err(|error| super::output(&error))?;
            line.trim().to_owned()
        }
        None => String::new(),
    };
    if said == WORD {
        return Ok(Wrap::Plain);
    }
    let error = run.refuse(Kind::Usage, "export-no-word", &[("word", WORD)]);
    Err(error.hint(run.locale.t("export-plain-hint")))
}
