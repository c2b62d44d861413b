//! The rules in use: the clinic's file, and the list of them all.

use super::{Run, files, print, width};
use crate::adapters::rulebook::{self, Problem};
use crate::core::rules::{Grade, RuleBook, Status};
use crate::error::{Error, Kind};
use crate::panes::{Cell, Column, Tone, counted, plain};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// The name of the clinic's own file.
const FILE: &str = "rules.toml";

const COLUMNS: &[Column] = &[
    Column { heading: "rules-id", min: 12, grow: 0, drop: 0, right: false },
    Column { heading: "rules-status", min: 8, grow: 0, drop: 0, right: false },
    Column { heading: "rules-grade", min: 2, grow: 0, drop: 0, right: false },
    Column { heading: "rules-name", min: 12, grow: 2, drop: 0, right: false },
    Column { heading: "rules-source", min: 12, grow: 1, drop: 0, right: false },
];

/// The table with what the clinic's file says, if there is one.
///
/// # Errors
/// The file cannot be read, or has mistakes: then all of them, each with its line and column.
pub fn book(run: &Run) -> Result<RuleBook, Error> {
    let Some(path) = clinic_file(run) else { return Ok(RuleBook::default()) };
    let file = path.display().to_string();
    let bytes = files::read(run, &path)?;
    let text = String::from_utf8(bytes).map_err(|_| run.refuse(Kind::Usage, "cli-not-utf8", &[("file", &file)]))?;
    match rulebook::read(&text, today(run)) {
        Ok(clinic) => Ok(RuleBook::with(clinic)),
        Err(problems) => {
            let told: Vec<String> = problems.iter().map(|problem| told(run, &file, problem)).collect();
            Err(Error::new(Kind::Usage, told.join("\n       ")).hint(run.locale.t("rulebook-nothing-used")))
        }
    }
}

/// Today, where no vault says in which zone.
pub(super) fn today(run: &Run) -> NaiveDate {
    run.clock.env(crate::core::clinic::Clinic::default().zone).today
}

fn told(run: &Run, file: &str, problem: &Problem) -> String {
    let mut args = problem.flaw.args();
    if let Some((name, key)) = problem.flaw.within() {
        let field = args.iter().find(|(name, _)| *name == "field").map_or("", |(_, field)| field);
        args.push((name, run.locale.tn(&key, &[("field", field.into())])));
    }
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    format!("{file}:{}:{}: {}", problem.line, problem.column, run.locale.tn(problem.flaw.key(), &args))
}

/// The file named on the command line, or the one in the vault's folder or beside it.
fn clinic_file(run: &Run) -> Option<PathBuf> {
    if let Some(file) = &run.args.rules {
        return Some(file.clone());
    }
    let vault = files::vault_dir(run).ok()?;
    [Some(vault.as_path()), vault.parent()]
        .into_iter()
        .flatten()
        .map(|dir: &Path| dir.join(FILE))
        .find(|at| at.exists())
}

/// Every rule with its status, grade and source.
///
/// # Errors
/// The clinic's file has mistakes.
pub fn list(run: &Run, json: bool) -> Result<(), Error> {
    let book = book(run)?;
    let today = today(run);
    let locale = &run.locale;
    let lines: Vec<String> = if json {
        book.all().iter().map(|rule| counted::rule_json(locale, rule, today).to_string()).collect()
    } else {
        let plainly = |text: String| Cell::new(text, Tone::Plain);
        let rows: Vec<Vec<Cell>> = book
            .all()
            .iter()
            .map(|rule| {
                let status = rule.status(today);
                let why = if status == Status::Off { rule_off(run, rule) } else { locale.rule_status(status) };
                let grade = Grade::ALL.iter().find(|(grade, _)| *grade == rule.grade).map_or("", |(_, code)| code);
                let source = rule.clinic.as_ref().map_or(&rule.citation, |clinic| &clinic.source);
                [rule.id.clone(), why, grade.to_owned(), locale.rule_name(rule), source.clone()].map(plainly).to_vec()
            })
            .collect();
        plain::lines(locale, COLUMNS, &rows, width())
    };
    print(format!("{}\n", lines.join("\n")).as_bytes())
}

/// "off: never in force; …"
fn rule_off(run: &Run, rule: &crate::core::rules::Rule) -> String {
    format!("{}: {}", run.locale.rule_status(Status::Off), run.locale.rule_off(rule))
}
