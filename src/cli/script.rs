//! `rumbo do`: command lines in the palette's grammar, each durable before its `ok`.

use super::session::{app, writer};
use super::{Run, files, print};
use crate::adapters::decode::decode;
use crate::adapters::text::{TEXT_MAX, clean_text};
use crate::app::App;
use crate::app::msg::{Effect, Fact, Message, Refusal};
use crate::commands::form::lacking;
use crate::commands::{Command, decide, parse, sensitive};
use crate::effects;
use crate::error::{Error, from_store};
use crate::store::vault::Vault;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::ExitCode;

/// The most characters of a line: as many as a text may have.
const LONGEST: u64 = TEXT_MAX as u64;

/// Runs a file, or standard input for `-`, line by line, and goes on after what was refused.
///
/// # Errors
/// The vault cannot be opened, or the file cannot be read.
pub fn run(run: &Run, file: &Path) -> Result<ExitCode, Error> {
    let mut vault = writer(run)?;
    let mut app = app(run, &mut vault)?;
    let earlier = effects::history(&mut vault, app.head).map_err(|error| from_store(&error, &run.locale))?;
    app.settle(Fact::History(earlier));
    let mut all_done = true;
    let input: Box<dyn Read> = if file == Path::new("-") {
        Box::new(std::io::stdin())
    } else {
        Box::new(std::io::Cursor::new(files::read(run, file)?))
    };
    let mut input = BufReader::new(input);
    for number in 1_u64.. {
        let line = match next(&mut input).map_err(|error| run.refuse_read(file, &error))? {
            Next::Line(line) => line,
            Next::TooLong => {
                all_done = false;
                let message = Message::new("cli-line-too-long").with("most", LONGEST.to_string());
                print(format!("error {number}: {}\n", message.text(&app.locale)).as_bytes())?;
                continue;
            }
            Next::End => break,
        };
        let text = clean_text(&decode(&line).text);
        let text = text.trim();
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let answer = match carry_out(run, &mut app, &mut vault, text) {
            Ok(seq) => format!("ok {seq}\n"),
            Err(message) => {
                all_done = false;
                format!("error {number}: {}\n", message.text(&app.locale))
            }
        };
        print(answer.as_bytes())?;
    }
    super::copies::close(run, vault, app.clinic.zone)?;
    Ok(if all_done { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// What comes next of the input.
enum Next {
    /// A line without its end.
    Line(Vec<u8>),
    /// A line longer than one may be; it was read past, and no part of it is kept in memory or in the vault.
    TooLong,
    End,
}

fn next(input: &mut impl BufRead) -> std::io::Result<Next> {
    let mut line = Vec::new();
    let mut most = input.take(LONGEST * 4);
    if most.read_until(b'\n', &mut line)? == 0 {
        return Ok(Next::End);
    }
    if !line.ends_with(b"\n") && most.limit() == 0 {
        input.skip_until(b'\n')?;
        return Ok(Next::TooLong);
    }
    if line.len() > TEXT_MAX && String::from_utf8_lossy(&line).chars().count() > TEXT_MAX {
        return Ok(Next::TooLong);
    }
    if line.ends_with(b"\n") {
        line.pop();
    }
    Ok(Next::Line(line))
}

/// One line: parsed, decided, durable, settled. Returns the commit's number.
fn carry_out(run: &Run, app: &mut App, vault: &mut Vault, text: &str) -> Result<u64, Message> {
    let command = parse::line(text).map_err(|problem| problem.message())?;
    if !command.commits() || matches!(command, Command::Form(_) | Command::Confirm(_)) {
        return Err(Message::new("cli-only-on-screen"));
    }
    if !matches!(command, Command::Anyway { .. })
        && let Some(what) = sensitive(text)
    {
        return Err(Message::new("lint-refused").with_said("what", what));
    }
    let env = run.clock.env(app.clinic.zone);
    let decided = decide(&command, app, &env).map_err(|refusal| match refusal {
        Refusal::Because(message) => message,
        Refusal::Ask(form) => lacking(&form),
    })?;
    for effect in decided {
        if let Effect::Commit(commit) = effect {
            let erases = commit.erases().next().is_some();
            match effects::perform(vault, app.head, commit) {
                Fact::NotCommitted(message) => return Err(message),
                fact => app.settle(fact),
            }
            if erases {
                say!("rumbo: {}", app.locale.t("erased-remains"));
            }
        }
    }
    Ok(app.head)
}

impl Run {
    fn refuse_read(&self, file: &Path, error: &std::io::Error) -> Error {
        let (file, why) = (file.display().to_string(), crate::error::system(error).text(&self.locale));
        let error = self.refuse(crate::error::Kind::Usage, "cli-cannot-read", &[("file", &file), ("why", &why)]);
        error.hint(self.locale.t("cli-cannot-read-hint"))
    }
}
