//! From a line to a command, or to what is wrong with it, as facts and not as clap's English.

use super::args::Expected;
use super::{Command, Line, grammar};
use crate::adapters::text::clean_text;
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
    /// The arguments that are missing, as the help writes them.
    pub missing: Vec<String>,
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
    /// A value that is not of its kind; `noun` is the first word of the command.
    BadValue { noun: String, arg: String, value: String, expected: String },
    /// An argument without its value.
    NoValue { arg: String },
    /// Two arguments that exclude each other, or one given twice.
    Conflict { arg: String, other: String },
    /// The first word of commands that need a second.
    NoVerb { noun: String, verbs: String },
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
            Self::UnknownArgument { arg, .. } if !arg.starts_with('-') => {
                Message::new("bad-argument-loose").with("arg", arg)
            }
            Self::UnknownArgument { arg, near: None } => Message::new("bad-argument").with("arg", arg),
            Self::UnknownArgument { arg, near: Some(near) } => {
                Message::new("bad-argument-near").with("arg", arg).with("near", near)
            }
            Self::BadValue { noun, value, expected, .. } => {
                let arg = self.arg().unwrap_or_default();
                expectation((noun, &arg), expected).with("value", value)
            }
            Self::NoValue { arg } => Message::new("bad-value-missing").with("arg", plain(arg)),
            Self::Conflict { arg, other } if other.is_empty() || plain(arg) == plain(other) => {
                Message::new("bad-twice").with("arg", plain(arg))
            }
            Self::Conflict { arg, other } => {
                Message::new("bad-conflict").with("arg", plain(arg)).with("other", plain(other))
            }
            Self::NoVerb { noun, verbs } => {
                Message::new("bad-incomplete").with("command", noun).with("missing", verbs).with_number("count", 1)
            }
            Self::Incomplete(start) => {
                let missing = start.missing.join(" ");
                let count = u64::try_from(start.missing.len()).unwrap_or(u64::MAX);
                let said = Message::new("bad-incomplete").with("command", start.path.join(" "));
                said.with_places("missing", missing).with_number("count", count)
            }
            Self::Other(text) => Message::new("bad-other").with("text", text),
        }
    }

    /// The argument at fault, without dashes.
    pub fn arg(&self) -> Option<String> {
        match self {
            Self::BadValue { arg, .. }
            | Self::UnknownArgument { arg, .. }
            | Self::NoValue { arg }
            | Self::Conflict { arg, .. } => {
                Some(plain(arg).trim_matches(['-', '<', '>', '[', ']', '.']).to_lowercase())
            }
            Self::Quotes | Self::Unknown { .. } | Self::NoVerb { .. } | Self::Incomplete(_) | Self::Other(_) => None,
        }
    }
}

/// An argument without the name of its value: `--due` for `--due <DUE>`.
fn plain(arg: &str) -> String {
    arg.split([' ', '=']).next().unwrap_or_default().trim_end_matches('[').to_owned()
}

fn expectation(of: (&str, &str), expected: &str) -> Message {
    match expected {
        "day" => Message::new("expected-day"),
        "day-order" => Message::new("expected-day-order"),
        "time" => Message::new("expected-time"),
        "when" => Message::new("expected-when"),
        "zone" => Message::new("expected-zone"),
        "number" => Message::new("expected-number"),
        "step" | "reference" => Message::new("expected-reference"),
        codes => Message::new("expected-one-of").with_choices("codes", of, codes),
    }
}

/// Reads one line; quotes group words as in a shell, but for an apostrophe inside a word, as in `K'iche'`.
///
/// # Errors
/// What is wrong with it.
pub fn line(text: &str) -> Result<Command, Problem> {
    words(&shell_words::split(&with_apostrophes(text)).map_err(|_| Problem::Quotes)?)
}

/// The line with a backslash before each apostrophe that follows a letter or digit outside quotes.
fn with_apostrophes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quote, mut escaped, mut before) = (None, false, ' ');
    for c in text.chars() {
        match quote {
            _ if escaped => {}
            None if c == '\'' && before.is_alphanumeric() => out.push('\\'),
            None if c == '\'' || c == '"' => quote = Some(c),
            Some(open) if c == open => quote = None,
            _ => {}
        }
        escaped = !escaped && c == '\\' && quote != Some('\'');
        before = c;
        out.push(c);
    }
    out
}

/// Reads a command from its words. Every line of a script or the palette, every answer of a form and every yes to a
/// question comes through here, so this is where what was typed is made harmless: no value holds what hides or reorders.
///
/// # Errors
/// What is wrong with it.
pub fn words(words: &[String]) -> Result<Command, Problem> {
    let words: Vec<String> = words.iter().map(|word| clean_text(word)).collect();
    let matches = grammar().clone().try_get_matches_from(&words).map_err(|error| problem(&error, &words))?;
    Line::from_arg_matches(&matches).map(|line| line.command).map_err(|error| problem(&error, &words))
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        // clap sorts its suggestions, the nearest last.
        Some(ContextValue::Strings(texts)) => texts.last().cloned(),
        _ => None,
    }
}

fn problem(error: &clap::Error, words: &[String]) -> Problem {
    let told = |kind| context(error, kind).unwrap_or_default();
    let arg = told(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = told(ContextKind::InvalidSubcommand);
            let near = whole(&word, words).or_else(|| context(error, ContextKind::SuggestedSubcommand));
            Problem::Unknown { word, near }
        }
        ErrorKind::UnknownArgument => Problem::UnknownArgument { arg, near: context(error, ContextKind::SuggestedArg) },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            let value = told(ContextKind::InvalidValue);
            if value.is_empty() {
                Problem::NoValue { arg }
            } else {
                let noun = words.first().cloned().unwrap_or_default();
                Problem::BadValue { noun, arg, value, expected: expected(error) }
            }
        }
        ErrorKind::ArgumentConflict => Problem::Conflict { arg, other: told(ContextKind::PriorArg) },
        ErrorKind::MissingRequiredArgument
        | ErrorKind::MissingSubcommand
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => incomplete(error, words),
        _ => Problem::Other(error.render().to_string().lines().next().unwrap_or_default().to_owned()),
    }
}

/// What a value was expected to be: the codes it can take, or the name of its kind.
fn expected(error: &clap::Error) -> String {
    if let Some(ContextValue::Strings(codes)) = error.get(ContextKind::ValidValue) {
        return codes.join(", ");
    }
    let source = std::error::Error::source(error);
    match source.and_then(|source| source.downcast_ref::<Expected>()) {
        Some(Expected(kind)) => (*kind).to_owned(),
        None => "number".to_owned(),
    }
}

/// The whole command where its second word was given alone: `deadline done` for `done`.
fn whole(word: &str, words: &[String]) -> Option<String> {
    if words.first().is_none_or(|first| first != word) {
        return None;
    }
    let nouns = grammar().get_subcommands().filter(|noun| !noun.is_hide_set());
    let mut fitting = nouns.filter(|noun| noun.find_subcommand(word).is_some());
    fitting.next().map(|noun| format!("{} {word}", noun.get_name()))
}

/// Splits the words into the command's path and the arguments given by place.
fn incomplete(error: &clap::Error, words: &[String]) -> Problem {
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
        let verbs: Vec<&str> = at.get_subcommands().map(clap::Command::get_name).collect();
        return Problem::NoVerb { noun: path.join(" "), verbs: verbs.join(" | ") };
    }
    if path.is_empty() {
        return Problem::Unknown { word: words.first().cloned().unwrap_or_default(), near: None };
    }
    let given = words.iter().skip(path.len()).take_while(|word| !word.starts_with('-')).cloned().collect();
    let missing = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(args)) => args.iter().map(|arg| arg.trim_end_matches('.').to_owned()).collect(),
        _ => Vec::new(),
    };
    Problem::Incomplete(Incomplete { path, given, missing })
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
        let needs = line("case add").unwrap_err().message();
        assert!(
            needs.text(&crate::locale::Locale::new(crate::locale::Lang::Es)).contains("le falta <NOMBRE CLAVE>"),
            "{needs:?}"
        );
        let said = line("case add R-1 --need l-010").unwrap_err().message();
        let said = |lang| said.text(&crate::locale::Locale::new(lang));
        assert!(said(crate::locale::Lang::Es).contains("asylum (asilo)"));
        assert!(said(crate::locale::Lang::En).contains("of: asylum, documentation"));
        assert!(
            matches!(line("deadline add R-1 --due 2026-02-31"), Err(Problem::BadValue { expected, .. }) if expected == "day")
        );
        let start =
            Incomplete { path: vec!["case".into(), "add".into()], given: Vec::new(), missing: vec!["<CODE>".into()] };
        assert_eq!(line("case add"), Err(Problem::Incomplete(start)));
        assert!(matches!(line(""), Err(Problem::Unknown { .. })));
        assert!(matches!(line("deadline"), Err(Problem::NoVerb { .. })));
        assert!(matches!(line("done D1"), Err(Problem::Unknown { near: Some(near), .. }) if near == "deadline done"));
        assert!(
            matches!(line("clinic set --courier-days 31"), Err(Problem::BadValue { expected, .. }) if expected == "number")
        );
        assert!(matches!(line("case edit R-1 --name"), Err(Problem::NoValue { .. })));
    }

    #[test]
    fn an_apostrophe_inside_a_word_is_no_quote() {
        let split = |text: &str| shell_words::split(&with_apostrophes(text)).expect("no open quote");
        assert_eq!(split("--language K'iche' --name=O'Neil"), ["--language", "K'iche'", "--name=O'Neil"]);
        assert_eq!(
            split("--notes 'her son''s school' --name='Ana Lima'"),
            ["--notes", "her sons school", "--name=Ana Lima"]
        );
        assert_eq!(split("'it'\"'\"'s' \"don't\" a\\'b"), ["it's", "don't", "a'b"]);
        assert_eq!(split("\"say \\\"K'iche'\\\"\" x"), ["say \"K'iche'\"", "x"]);
    }

    #[test]
    fn what_is_typed_is_made_harmless_before_it_is_a_value() {
        let typed = |text: &str| words(&["case", "add", "R-1", "--need=asylum", text].map(str::to_owned));
        assert_eq!(typed("--name=A\u{202E}B\u{7}"), typed("--name=A<U+202E>B<U+0007>"));
        assert_eq!(line("event log R-1 note \"A\u{202E}B\""), line("event log R-1 note A<U+202E>B"));
        // A note of several lines keeps them.
        assert_ne!(typed("--notes=one\ntwo"), typed("--notes=one two"));
        assert!(typed("--name=A\u{202E}B").is_ok());
    }

    proptest::proptest! {
        #[test]
        fn no_value_holds_what_hides(text in "\\PC{0,8}[\u{0}-\u{1f}\u{7f}-\u{9f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]{0,4}\\PC{0,8}") {
            let typed = |text: &str| words(&["event", "log", "R-1", "note", "--", text].map(str::to_owned));
            proptest::prop_assert_eq!(typed(&text), typed(&clean_text(&text)));
        }
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
