#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod built_in;
mod explaining;
mod linting;
mod pressing;
mod sentences;

use super::*;

/// The command lines of the built-in keymaps without their arguments.
const KNOWN: [&str; 77] = [
    "pane focus caseload",
    "pane focus deadlines",
    "pane focus partners",
    "pane focus timeline",
    "pane next",
    "pane prev",
    "find",
    "palette",
    "help",
    "undo",
    "redo",
    "blur",
    "peek",
    "forecast",
    "deadline pin",
    "deadline push",
    "deadline unpin",
    "lang",
    "lock",
    "unlock",
    "redraw",
    "cancel",
    "back",
    "quit",
    "suspend",
    "paper log",
    "happened log",
    "blindspots",
    "case add",
    "case edit",
    "case next",
    "case close",
    "move 1",
    "move -1",
    "move first",
    "move last",
    "move page",
    "move -page",
    "move halfpage",
    "move -halfpage",
    "open",
    "filter",
    "filter accept",
    "mark toggle",
    "mark range",
    "mark clear",
    "why",
    "sort",
    "timeline filter",
    "timeline flip",
    "timeline jump",
    "timeline open",
    "event log",
    "request start",
    "request consent",
    "request send",
    "deadline add",
    "deadline edit",
    "deadline done",
    "deadline snooze",
    "deadline postpone",
    "deadline acted",
    "deadline verify",
    "deadline missed",
    "deadline void",
    "step add",
    "step done",
    "step wait",
    "partner add",
    "partner edit",
    "form next",
    "form enter",
    "form prev",
    "form save",
    "picker accept",
    "confirm yes",
    "confirm no",
];

/// Reads a line as the commands would: known words, and nothing or the selected one behind them.
fn check(line: &str) -> Result<(), String> {
    let words = line.strip_suffix(" @").unwrap_or(line);
    if KNOWN.contains(&words) { Ok(()) } else { Err("unexpected argument".to_owned()) }
}

/// Lays files over the default, with the commands above.
fn load(sources: &[Source]) -> (Keymap, Vec<Problem>) {
    let known = KNOWN.map(ToOwned::to_owned);
    Keymap::load(sources, &Vocabulary { check: &check, known: &known })
}

/// A file of the schema of today.
fn mine(text: &str) -> Source {
    Source { file: "mine.toml".to_owned(), text: format!("schema = 1\n{text}").into() }
}

fn built_in(name: &str) -> Keymap {
    let (keymap, problems) = load(&[Source::built_in(name).unwrap()]);
    assert_eq!(problems, []);
    keymap
}

/// A file that must be free of problems, over the default.
fn over_default(text: &str) -> Keymap {
    let (keymap, problems) = load(&[mine(text)]);
    assert_eq!(problems, []);
    keymap
}
