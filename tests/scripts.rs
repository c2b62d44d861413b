//! The specification in a form that a lawyer can read: commands above `---`, what comes of them below.
//!
//! A file of `tests/scripts` is one story on one vault; `===` ends a block and the next goes on from there. Lines of
//! `rumbo do` are run as they are; lines that begin with `>` set the clock or the language, or show what the screen
//! would. With `RUMBO_BLESS=1` the files are written anew, to be read before they are kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod desk;

use desk::Desk;
use rumbo::app::msg::{Effect, Fact, Message, Refusal};
use rumbo::commands::form::lacking;
use rumbo::commands::{decide, parse};
use rumbo::core::id::RecordId;
use rumbo::effects;
use rumbo::locale::{Lang, Locale};
use rumbo::panes::page::Line;
use rumbo::panes::{self, PaneId, details, plain, timeline, why};
use rumbo::store::Store;
use std::fmt::Write;
use std::path::Path;

/// Runs one line; returns what it says.
fn run(desk: &mut Desk, line: &str) -> Vec<String> {
    match line.strip_prefix('>') {
        Some(query) => ask(desk, query.trim()),
        None => match carry_out(desk, line) {
            Ok(said) => said,
            Err(message) => vec![format!("error {}", message.text(&desk.app.locale))],
        },
    }
}

fn carry_out(desk: &mut Desk, line: &str) -> Result<Vec<String>, Message> {
    let command = parse::line(line).map_err(|problem| problem.message())?;
    let decided = decide(&command, &desk.app, &desk.env()).map_err(|refusal| match refusal {
        Refusal::Because(message) => message,
        Refusal::Ask(form) => lacking(&form),
    })?;
    for effect in decided {
        match effect {
            Effect::Commit(commit) => match effects::perform(&mut desk.store, desk.app.head, commit) {
                Fact::NotCommitted(message) => return Err(message),
                fact => desk.app.settle(fact),
            },
            Effect::View(act) => desk.app.settle(Fact::View(act)),
            _ => {}
        }
    }
    let said = desk.app.view.notice.as_ref().map_or("", |notice| notice.text.as_str());
    Ok(vec![format!("ok {} {said}", desk.app.head)])
}

/// Carries out a line that begins with `>`.
fn ask(desk: &mut Desk, query: &str) -> Vec<String> {
    let (word, rest) = query.split_once(' ').unwrap_or((query, ""));
    match word {
        "now" => {
            desk.move_clock(rest);
            Vec::new()
        }
        "lang" => {
            desk.app.locale = Locale::new(Lang::from_code(rest).unwrap());
            desk.app.refresh();
            Vec::new()
        }
        "restart" => {
            desk.restart().unwrap();
            Vec::new()
        }
        "queue" => table(desk, PaneId::Deadlines),
        "cases" => table(desk, PaneId::Caseload),
        "partners" => table(desk, PaneId::Partners),
        "case" => {
            let case = desk.app.world.case_by_code(rest).unwrap().id;
            page(details::lines(&desk.app.ctx(), RecordId::Case(case)))
        }
        "deadline" => page(details::lines(&desk.app.ctx(), RecordId::Deadline(rest.parse().unwrap()))),
        "partner" => page(details::lines(&desk.app.ctx(), RecordId::Partner(rest.parse().unwrap()))),
        "request" => page(details::lines(&desk.app.ctx(), RecordId::Request(rest.parse().unwrap()))),
        "why" => page(why::lines(&desk.app.ctx(), rest.parse().unwrap())),
        "timeline" => events(desk, rest),
        _ => panic!("no such question: {query}"),
    }
}

fn table(desk: &Desk, id: PaneId) -> Vec<String> {
    let (pane, ctx) = (panes::pane(id), desk.app.ctx());
    let rows = (pane.order)(&ctx);
    if rows.is_empty() { Vec::new() } else { plain::table(&ctx, pane, &rows, u16::MAX) }
}

fn events(desk: &mut Desk, code: &str) -> Vec<String> {
    let case = desk.app.world.case_by_code(code).unwrap().id;
    let events = desk.store.timeline(case).unwrap();
    let ctx = desk.app.ctx();
    let rows: Vec<_> = events.iter().map(|event| timeline::row(&ctx, event)).collect();
    plain::lines(&desk.app.locale, timeline::COLUMNS, &rows, u16::MAX)
}

fn page(lines: Option<Vec<Line>>) -> Vec<String> {
    let lines = lines.into_iter().flatten().map(|line| match line {
        Line::Heading(text) => format!("[{text}]"),
        Line::Text(cell) => format!("  {}", cell.text),
        Line::Pair(label, cell) if label.is_empty() => format!("    {}", cell.text),
        Line::Pair(label, cell) => format!("  {label}: {}", cell.text),
    });
    lines.collect()
}

/// The whole file with the output as it came out.
fn play(text: &str) -> String {
    let mut desk = Desk::new(false);
    let mut out = String::new();
    for (at, block) in text.split("\n===\n").enumerate() {
        let commands = block.split("\n---").next().unwrap_or_default().trim();
        let said: Vec<String> = commands
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .flat_map(|line| run(&mut desk, line))
            .collect();
        let between = if at == 0 { "" } else { "\n===\n" };
        write!(out, "{between}{commands}\n---\n").unwrap();
        for line in said {
            writeln!(out, "{line}").unwrap();
        }
    }
    out
}

/// The blocks that differ: their commands, and the lines that do, `-` as the file has them, `+` as they came out.
fn difference(file: &str, played: &str) -> String {
    let mut out = String::new();
    for (old, new) in file.split("\n===\n").zip(played.split("\n===\n")).filter(|(old, new)| old != new) {
        let (commands, new) = new.split_once("\n---\n").unwrap();
        let old = old.split_once("\n---\n").map_or("", |(_, said)| said);
        let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
        let least = old.len().min(new.len());
        let above = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let ends = old.iter().rev().zip(new.iter().rev());
        let below = ends.take(least - above).take_while(|(old, new)| old == new).count();
        commands.lines().for_each(|line| writeln!(out, "      {line}").unwrap());
        old[above..old.len() - below].iter().for_each(|line| writeln!(out, "    - {line}").unwrap());
        new[above..new.len() - below].iter().for_each(|line| writeln!(out, "    + {line}").unwrap());
    }
    out
}

#[test]
fn every_script_says_what_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut wrong = String::new();
    for file in &files {
        let text = std::fs::read_to_string(file).unwrap();
        let played = play(&text);
        if std::env::var_os("RUMBO_BLESS").is_some() {
            std::fs::write(file, played).unwrap();
        } else if text != played {
            write!(wrong, "\n{}\n{}", file.display(), difference(&text, &played)).unwrap();
        }
    }
    assert!(files.len() > 10, "the scripts are not here");
    assert!(wrong.is_empty(), "{wrong}\nRUMBO_BLESS=1 writes the files anew; read them before keeping them.");
}
