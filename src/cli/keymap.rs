//! Keymaps: the one in use, the lint, and what keys do.

use super::{Run, files, print};
use crate::commands::{palette, parse};
use crate::error::{Error, Kind};
use crate::keymap::{Context, Keymap, Problem, Severity, Source, Vocabulary, lint};
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

/// Whether a binding's line is a command; one that only lacks arguments is, because the screen asks for them.
fn check_line(run: &Run, line: &str) -> Result<(), String> {
    match parse::line(line) {
        Ok(_) | Err(parse::Problem::Incomplete(_)) => Ok(()),
        Err(problem) => Err(problem.message().text(&run.locale)),
    }
}

fn judged<T>(run: &Run, judge: impl FnOnce(&Vocabulary<'_>) -> T) -> T {
    let check = |line: &str| check_line(run, line);
    judge(&Vocabulary { check: &check, known: &palette::every_line() })
}

fn source(run: &Run, path: &Path) -> Result<Source, Error> {
    let bytes = files::read(run, path)?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let file = path.display().to_string();
        run.refuse(Kind::Usage, "cli-not-utf8", &[("file", &file)])
    })?;
    Ok(Source { file: path.display().to_string(), text: text.into() })
}

/// The keymap in use, and what to say of files that were left out. A name given is a way out of a bad file of one's own.
///
/// # Errors
/// The file named on the command line cannot be read.
pub fn live(run: &Run) -> Result<(Keymap, Option<String>), Error> {
    let mut sources = Vec::new();
    match &run.args.keymap {
        Some(name) => match Source::built_in(name) {
            Some(built_in) => sources.push(built_in),
            None => sources.push(source(run, Path::new(name))?),
        },
        None => {
            if let Some(own) = files::own_keymap() {
                sources.push(source(run, &own)?);
            }
        }
    }
    if sources.is_empty() {
        return Ok((Keymap::default(), None));
    }
    let (keymap, problems) = judged(run, |vocabulary| Keymap::load(&sources, vocabulary));
    let first = problems.iter().find(|problem| problem.severity() == Severity::Error);
    let greeting = first.map(|problem| {
        let count = problems.len();
        let first = told(run, problem);
        run.locale.tn("cli-keymap-left-out", &[("count", count.into()), ("first", first.as_str().into())])
    });
    Ok((keymap, greeting))
}

fn told(run: &Run, problem: &Problem) -> String {
    let args = problem.kind.args();
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let sentence = run.locale.tn(problem.kind.message_key(), &args);
    format!("{}: {}: {sentence}", problem.place, run.locale.t(problem.severity().message_key()))
}

/// Prints every problem of a file; exit code 2 when one is an error.
///
/// # Errors
/// The file cannot be read.
pub fn check(run: &Run, file: &Path) -> Result<ExitCode, Error> {
    let source = source(run, file)?;
    let problems = judged(run, |vocabulary| lint(std::slice::from_ref(&source), vocabulary));
    let lines: String = problems.iter().map(|problem| told(run, problem) + "\n").collect();
    print(lines.as_bytes())?;
    if problems.iter().any(|problem| problem.severity() == Severity::Error) {
        return Ok(ExitCode::from(2));
    }
    let file = file.display().to_string();
    print(format!("{}\n", run.locale.tn("cli-keymap-good", &[("file", file.as_str().into())])).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Prints every binding of every context, or of one.
///
/// # Errors
/// No such context, or the keymap cannot be read.
pub fn show(run: &Run, context: Option<&str>) -> Result<(), Error> {
    let (keymap, _) = live(run)?;
    let contexts: Vec<Context> = match context {
        None => Context::ALL.to_vec(),
        Some(name) => {
            let known: Vec<&str> = Context::ALL.iter().map(|context| context.name()).collect();
            let none = || run.refuse(Kind::Usage, "cli-no-context", &[("name", name), ("known", &known.join(", "))]);
            vec![Context::from_name(name).ok_or_else(none)?]
        }
    };
    let mut out = String::new();
    for context in contexts {
        let _ = writeln!(out, "[{}]", context.name());
        for row in keymap.bindings(context) {
            let line = row.binding.line().map_or("", |line| line.as_ref());
            let help = run.locale.t(&palette::help_key(line));
            let _ = writeln!(out, "{:<14} {line:<22} {help}", row.binding.keys());
        }
        out.push('\n');
    }
    print(out.as_bytes())
}

/// Prints what keys do in each context, where that is written, and what it hides.
///
/// # Errors
/// Keys that are none, or a keymap that cannot be read.
pub fn why(run: &Run, keys: &str) -> Result<(), Error> {
    let (keymap, _) = live(run)?;
    let found = keymap.why(keys).map_err(|kind| {
        let args = kind.args();
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        Error::new(Kind::Usage, run.locale.tn(kind.message_key(), &args))
    })?;
    if found.is_empty() {
        say!("rumbo: {}", run.locale.tn("none-keys", &[("keys", keys.into())]));
    }
    let mut out = String::new();
    for why in found {
        let line = why.winner.and_then(|binding| binding.line()).map_or("nop", |line| line.as_ref());
        let place = why.winner.map(|binding| binding.place().to_string()).unwrap_or_default();
        let _ = writeln!(out, "[{}] {line}  ({place})", why.context.name());
        for hid in why.hid {
            let line = hid.line().map_or("nop", |line| line.as_ref());
            let _ = writeln!(out, "    hides {line}  ({})", hid.place());
        }
        for next in why.begins {
            let _ = writeln!(out, "    {} {}", next.keys, next.line);
        }
    }
    print(out.as_bytes())
}
