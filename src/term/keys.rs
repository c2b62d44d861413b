//! From a key to a command, and from a key to an edit of the line being typed.

use crate::app::list::Step;
use crate::commands::parse::{self, Problem};
use crate::commands::{Command, view::StepArg};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::HashMap;
use std::sync::Arc;
use tui_input::InputRequest;

/// Command lines that keys have run before, parsed: a cursor key parses nothing.
#[derive(Default)]
pub struct Parsed {
    lines: HashMap<Arc<str>, Result<Command, Problem>>,
}

impl Parsed {
    /// The command of a binding's line.
    pub fn get(&mut self, line: &Arc<str>) -> Result<Command, Problem> {
        self.lines.entry(Arc::clone(line)).or_insert_with(|| parse::line(line)).clone()
    }
}

/// A move with a count before it: so many times as far, or to that row.
pub fn counted(command: Command, count: Option<u32>) -> Command {
    let (Command::Move { step: StepArg(step) }, Some(count)) = (&command, count) else { return command };
    let count = i64::from(count);
    let step = match *step {
        Step::By(n) => Step::By(n.saturating_mul(count)),
        Step::Pages(n) => Step::Pages(n.saturating_mul(count)),
        Step::Halves(n) => Step::Halves(n.saturating_mul(count)),
        Step::First | Step::Last | Step::To(_) => Step::To(usize::try_from(count - 1).unwrap_or(0)),
    };
    Command::Move { step: StepArg(step) }
}

/// What an unbound key does to a line of text.
pub fn editing(key: KeyEvent) -> Option<InputRequest> {
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    Some(match key.code {
        KeyCode::Backspace if ctrl || alt => InputRequest::DeletePrevWord,
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete if ctrl => InputRequest::DeleteNextWord,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left if ctrl || alt => InputRequest::GoToPrevWord,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right if ctrl || alt => InputRequest::GoToNextWord,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        KeyCode::Char('a') if ctrl => InputRequest::GoToStart,
        KeyCode::Char('e') if ctrl => InputRequest::GoToEnd,
        KeyCode::Char('h') if ctrl => InputRequest::DeletePrevChar,
        KeyCode::Char('w') if ctrl => InputRequest::DeletePrevWord,
        KeyCode::Char('u') if ctrl => InputRequest::DeleteLine,
        KeyCode::Char('k') if ctrl => InputRequest::DeleteTillEnd,
        _ => return None,
    })
}
