//! `rumbo verify` and `rumbo repair`, and what is said of a damaged vault wherever it is opened.

use super::{Run, files, print, session};
use crate::core::audit::Deed;
use crate::core::clinic::Clinic;
use crate::effects;
use crate::error::care::{self, Here};
use crate::error::{Error, Kind, from_store};
use crate::store::audit::{self, Audited};
use crate::store::notice::Notice;
use crate::store::vault;
use crate::store::verify::{Report, tighten};
use crate::store::{Hurt, keys::Passphrase};
use serde_json::json;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// The exit code for a vault that is not good.
pub const DAMAGED: u8 = 4;

/// Reads and proves every byte; changes nothing.
///
/// # Errors
/// The passphrase is wrong, the header is damaged, or something cannot be read.
pub fn verify(run: &Run, json: bool) -> Result<ExitCode, Error> {
    let dir = files::vault_dir(run)?;
    // Before anybody types a passphrase.
    vault::open_reader(&dir).map_err(|error| from_store(&error, &run.locale))?;
    let passphrase = files::passphrase(run, "cli-passphrase")?;
    let report = look(run, &dir, &passphrase)?;
    let text = if json { data(run, &report) } else { lines(run, &report) };
    print(format!("{}\n", text.join("\n")).as_bytes())?;
    Ok(code(&report))
}

fn look(run: &Run, dir: &Path, passphrase: &Passphrase) -> Result<Report, Error> {
    let locked = vault::open_reader(dir).map_err(|error| from_store(&error, &run.locale))?;
    locked.verify(passphrase).map_err(|error| from_store(&error, &run.locale))
}

fn code(report: &Report) -> ExitCode {
    if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::from(DAMAGED) }
}

fn lines(run: &Run, report: &Report) -> Vec<String> {
    let mut lines = findings(run, report);
    lines.extend(report.hurt.iter().flat_map(|hurt| care::hurt(hurt, here(run)).into_iter().skip(2)));
    let count = report.findings.iter().filter(|finding| !finding.what.is_harmless()).count();
    let key = if report.is_clean() { "verify-clean" } else { "verify-not-clean" };
    let changes = report.head.to_string();
    let bytes = report.bytes.to_string();
    let values = [("changes", changes.as_str().into()), ("bytes", bytes.as_str().into()), ("count", count.into())];
    lines.push(run.locale.tn(key, &values));
    lines
}

fn findings(run: &Run, report: &Report) -> Vec<String> {
    let line = |finding| format!("{}. {}", care::finding(finding, &run.locale), care::todo(finding, &run.locale));
    report.findings.iter().map(line).collect()
}

fn data(run: &Run, report: &Report) -> Vec<String> {
    let line = |finding: &crate::store::verify::Finding| {
        json!({
            "what": finding.what.code(),
            "place": finding.place,
            "change": finding.seq,
            "flaw": finding.what.flaw().map(crate::store::Flaw::code),
            "harmless": finding.what.is_harmless(),
            "text": care::finding(finding, &run.locale),
            "todo": care::todo(finding, &run.locale),
        })
    };
    let lacking = report.hurt.as_ref().map(|hurt| {
        let gap = |gap: &crate::store::Gap| {
            let moment = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| at.to_rfc3339());
            json!({
                "first": gap.first,
                "last": gap.last,
                "after": moment(gap.between.0),
                "before": moment(gap.between.1),
                "kept": gap.is_covered,
                "told": gap.is_told,
            })
        };
        let copy = |(place, seq, shown): &(String, u64, u64)| {
            let command = care::restoring(Path::new(place));
            json!({ "file": place, "change": seq, "shown": shown, "command": command })
        };
        json!({
            "gaps": hurt.gaps.iter().map(gap).collect::<Vec<_>>(),
            "cases": hurt.cases,
            "numbers": hurt.numbers,
            "backup": hurt.copy.as_ref().map(copy),
            "latest": hurt.latest,
        })
    });
    let sum = json!({ "clean": report.is_clean(), "change": report.head, "bytes": report.bytes, "lacking": lacking });
    report.findings.iter().map(line).chain([sum]).map(|value| value.to_string()).collect()
}

/// In the clinic's zone as far as it is known: a damaged vault may not tell it.
fn here(run: &Run) -> Here<'_> {
    let zone = Clinic::default().zone;
    Here { locale: &run.locale, zone, today: run.clock.env(zone).today }
}

/// Warns that what is shown may not be all, and has the run end with the code for it.
pub fn warn(run: &Run, hurt: &Hurt) {
    run.hurt.set(true);
    for line in care::hurt(hurt, here(run)) {
        say!("rumbo: {line}");
    }
}

/// Does what opening would do, and for a damaged vault, once a person says so, writes anew what is proven.
///
/// # Errors
/// The vault is in use, the passphrase is wrong, nobody said so, or the disk said no.
pub fn repair(run: &Run, yes: bool) -> Result<ExitCode, Error> {
    let dir = files::vault_dir(run)?;
    let said = |error| from_store(&error, &run.locale);
    let locked = vault::open(&dir).map_err(said)?;
    let passphrase = files::passphrase(run, "cli-passphrase")?;
    let mut bar = Bar::new(run);
    let opened = locked.unlock_with(&passphrase, &mut |done, all| bar.show(done, all));
    let mut vault = opened.map_err(|(error, _)| said(error))?;
    vault.enter(session::now(run), &effects::account());
    vault.check(&mut |done, all| bar.show(done, all)).map_err(said)?;
    session::say(run, vault.report());
    if let Some(hurt) = vault.damage().cloned() {
        for line in care::hurt(&hurt, here(run)) {
            say!("rumbo: {line}");
        }
        agree(run, yes)?;
        let before = audit::set_aside(&dir).map_err(said)?;
        let env = run.clock.env(Clinic::default().zone);
        let aside = vault.mend(env.now, env.today, &mut |done, all| bar.show(done, all)).map_err(said)?;
        if let Some(place) = aside {
            let place = dir.join(place).display().to_string();
            print(format!("{}\n", run.locale.tn("repair-aside", &[("place", place.as_str().into())])).as_bytes())?;
        }
        for kept in audit::set_aside(&dir).map_err(said)?.into_iter().filter(|kept| !before.contains(kept)) {
            session::say(run, &[Notice::AuditDamaged { place: audit::NAME.to_owned(), kept }]);
        }
        let lost = hurt.gaps.iter().map(|gap| (gap.first, gap.last)).collect();
        vault.note(session::now(run), Deed::Mended { lost });
    }
    session::close(run, vault)?;
    drop(bar);
    let mut report = look(run, &dir, &passphrase)?;
    if tighten(&dir, &report).map_err(said)? {
        print(format!("{}\n", run.locale.t("repair-tightened")).as_bytes())?;
        report = look(run, &dir, &passphrase)?;
    }
    let changes = report.head.to_string();
    let key = if report.is_clean() { "repair-good" } else { "repair-not-good" };
    let mut lines = vec![run.locale.tn(key, &[("changes", changes.as_str().into())])];
    lines.extend(findings(run, &report).into_iter().filter(|_| !report.is_clean()));
    print(format!("{}\n", lines.join("\n")).as_bytes())?;
    Ok(code(&report))
}

fn agree(run: &Run, yes: bool) -> Result<(), Error> {
    if yes {
        return Ok(());
    }
    let refused = || {
        let error = run.refuse(Kind::Damaged, "repair-not-asked", &[]);
        error.hint(run.locale.t("repair-not-asked-hint"))
    };
    if !std::io::stdin().is_terminal() {
        return Err(refused());
    }
    let word = run.locale.t("repair-word");
    ask!("{} ", run.locale.tn("repair-ask", &[("word", word.as_str().into())]));
    let mut typed = String::new();
    std::io::stdin().read_line(&mut typed).map_err(|error| Error::new(Kind::Refused, error.to_string()))?;
    if typed.trim() == word { Ok(()) } else { Err(refused()) }
}

/// How far it is, on one line of a terminal that is written over; nothing where there is none.
pub struct Bar<'a> {
    run: &'a Run,
    shown: bool,
}

impl<'a> Bar<'a> {
    /// A line that nothing is written on yet.
    pub fn new(run: &'a Run) -> Self {
        Self { run, shown: false }
    }

    fn show(&mut self, done: u64, all: u64) {
        let mut err = std::io::stderr();
        if err.is_terminal() {
            self.shown = true;
            let (done, all) = (done.to_string(), all.to_string());
            let values = [("done", done.as_str().into()), ("all", all.as_str().into())];
            drop(write!(err, "\r{}", self.run.locale.tn("locked-rebuilding", &values)));
        }
    }
}

impl Drop for Bar<'_> {
    fn drop(&mut self) {
        if self.shown {
            say!();
        }
    }
}
