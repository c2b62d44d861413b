//! From a line to a command, or to what is wrong with it, as facts and not as clap's English.

use super::{Command, Line, grammar};
use crate::app::msg::Message;
use clap::FromArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The start of a command that lacks something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incomplete {
    /// The command's words.
    pub path: Vec<String>,
    /// The arguments given by place.
    pub given: Vec<String>,
}

/// Why a line is no command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A quote is not closed.
    Quotes,
    /// No such command; what may be meant.
    Unknown { word: String, near: Option<String> },
    /// No such argument; what may be meant.
    UnknownArgument { arg: String, near: Option<String> },
    /// A value that is not of its kind.
    BadValue { arg: String, value: String, expected: String },
    /// Something has to be added.
    Incomplete(Incomplete),
    /// Anything else, in clap's words.
    Other(String),
}

impl Problem {
    /// What is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Quotes => Message::new("bad-quotes"),
            Self::Unknown { word, near: None } => Message::new("bad-command").with("word", word),
            Self::Unknown { word, near: Some(near) } => {
                Message::new("bad-command-near").with("word", word).with("near", near)
            }
            Self::UnknownArgument { arg, near: None } => Message::new("bad-argument").with("arg", arg),
            Self::UnknownArgument { arg, near: Some(near) } => {
                Message::new("bad-argument-near").with("arg", arg).with("near", near)
            }
            Self::BadValue { value, expected, .. } => expectation(expected).with("value", value),
            Self::Incomplete(start) => Message::new("bad-incomplete").with("command", start.path.join(" ")),
            Self::Other(text) => Message::new("bad-other").with("text", text),
        }
    }

    /// The argument at fault, without dashes.
    pub fn arg(&self) -> Option<String> {
        match self {
            Self::BadValue { arg, .. } | Self::UnknownArgument { arg, .. } => {
                let name = arg.split([' ', '=']).next().unwrap_or_default();
                Some(name.trim_matches(['-', '<', '>', '[', ']', '.']).to_lowercase())
            }
            Self::Quotes | Self::Unknown { .. } | Self::Incomplete(_) | Self::Other(_) => None,
        }
    }
}

fn expectation(expected: &str) -> Message {
    match expected {
        "day" => Message::new("expected-day"),
        "time" => Message::new("expected-time"),
        "zone" => Message::new("expected-zone"),
        "step" | "reference" => Message::new("expected-reference"),
        codes => Message::new("expected-one-of").with("codes", codes),
    }
}

/// Reads one line; quotes group words as in a shell.
///
/// # Errors
/// What is wrong with it.
pub fn line(text: &str) -> Result<Command, Problem> {
    words(&shell_words::split(text).map_err(|_| Problem::Quotes)?)
}

/// Reads a command from its words.
///
/// # Errors
/// What is wrong with it.
pub fn words(words: &[String]) -> Result<Command, Problem> {
    let matches = grammar().clone().try_get_matches_from(words).map_err(|error| problem(&error, words))?;
    Line::from_arg_matches(&matches).map(|line| line.command).map_err(|error| problem(&error, words))
}

fn problem(error: &clap::Error, words: &[String]) -> Problem {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        // clap sorts its suggestions, the nearest last.
        Some(ContextValue::Strings(texts)) => texts.last().cloned(),
        _ => None,
    };
    let invalid = || context(ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => Problem::Unknown {
            word: context(ContextKind::InvalidSubcommand).unwrap_or_default(),
            near: context(ContextKind::SuggestedSubcommand),
        },
        ErrorKind::UnknownArgument => {
            Problem::UnknownArgument { arg: invalid(), near: context(ContextKind::SuggestedArg) }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            let codes = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(codes)) => codes.join(", "),
                _ => String::new(),
            };
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or(codes);
            Problem::BadValue {
                arg: invalid(),
                value: context(ContextKind::InvalidValue).unwrap_or_default(),
                expected: why,
            }
        }
        ErrorKind::MissingRequiredArgument
        | ErrorKind::MissingSubcommand
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => incomplete(words),
        _ => Problem::Other(error.render().to_string().lines().next().unwrap_or_default().to_owned()),
    }
}

/// Splits the words into the command's path and the arguments given by place.
fn incomplete(words: &[String]) -> Problem {
    let mut path = Vec::new();
    let mut at = grammar();
    for word in words {
        match at.find_subcommand(word) {
            Some(next) => {
                path.push(word.clone());
                at = next;
            }
            None => break,
        }
    }
    if at.has_subcommands() && !path.is_empty() {
        let names: Vec<&str> = at.get_subcommands().map(clap::Command::get_name).collect();
        return Problem::BadValue { arg: String::new(), value: path.join(" "), expected: names.join(", ") };
    }
    if path.is_empty() {
        return Problem::Unknown { word: words.first().cloned().unwrap_or_default(), near: None };
    }
    let given = words.iter().skip(path.len()).take_while(|word| !word.starts_with('-')).cloned().collect();
    Problem::Incomplete(Incomplete { path, given })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_a_fact() {
        assert_eq!(line("case add 'R-014"), Err(Problem::Quotes));
        assert!(
            matches!(line("deadlin done D1"), Err(Problem::Unknown { near: Some(near), .. }) if near == "deadline")
        );
        assert!(
            matches!(line("case add R-1 --need asilum"), Err(Problem::BadValue { expected, .. }) if expected.contains("asylum"))
        );
        assert!(
            matches!(line("deadline add R-1 --due 2026-02-31"), Err(Problem::BadValue { expected, .. }) if expected == "day")
        );
        let start = Incomplete { path: vec!["case".into(), "add".into()], given: Vec::new() };
        assert_eq!(line("case add"), Err(Problem::Incomplete(start)));
        assert!(matches!(line(""), Err(Problem::Unknown { .. })));
        assert!(matches!(line("deadline"), Err(Problem::BadValue { .. })));
    }

    #[test]
    fn the_lines_of_the_manual_are_commands() {
        for text in [
            "case add R-014 --need asylum",
            "event log R-014 note \"text\"",
            "deadline add R-014 --title \"Letter to court\" --due 2026-12-01 --consequence removal",
            "deadline add R-014 --rule bia-appeal-30 --trigger 2026-11-02",
            "deadline done D1",
            "undo",
            "move -1",
            "move -page",
            "filter",
            "filter accept",
            "timeline open @",
            "deadline add R-1 --title=x --mailed --due +10",
        ] {
            assert!(line(text).is_ok(), "{text}: {:?}", line(text));
        }
    }
}
