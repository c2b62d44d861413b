//! What goes round the loop: effects out, facts back, and messages to the person.

use super::form::Form;
use super::place::Place;
use super::view::ViewAct;
use crate::core::change::{Commit, Seq};
use crate::core::event::Event;
use crate::core::history::History;
use crate::core::id::CaseId;
use crate::locale::{Lang, Locale, Value};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A number in clear on its way to where it is sealed, or to the eye; wiped when dropped, and never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Number(pub Zeroizing<String>);

impl std::fmt::Debug for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Number")
    }
}

/// A sentence to come: its key in the catalogues and what fills it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(into = "Kept")]
pub struct Message {
    pub key: &'static str,
    pub args: Vec<(&'static str, Fill)>,
}

/// What fills a place in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fill {
    Text(String),
    /// A number that the sentence may have to agree with.
    Number(u64),
    /// A sentence of its own.
    Said(Box<Message>),
    /// The codes that an argument of a noun's commands takes, with a comma between.
    Choices {
        noun: String,
        arg: String,
        codes: String,
    },
    /// Arguments as they are written, such as `<CASE> --reason`; those given by their place are named.
    Places(String),
}

/// A message in the draft of a locked screen.
#[derive(Serialize, Deserialize)]
struct Kept {
    key: String,
    args: Vec<(String, Fill)>,
}

impl From<Message> for Kept {
    fn from(message: Message) -> Self {
        let args = message.args.into_iter().map(|(name, fill)| (name.to_owned(), fill)).collect();
        Self { key: message.key.to_owned(), args }
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Kept::deserialize(from).map(Self::from)
    }
}

impl From<Kept> for Message {
    /// The few names of a message that comes back are never freed: everywhere else they are part of the program.
    fn from(kept: Kept) -> Self {
        let args = kept.args.into_iter().map(|(name, fill)| (&*name.leak(), fill)).collect();
        Self { key: kept.key.leak(), args }
    }
}

impl Message {
    /// A message without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Fill::Text(value.into())));
        self
    }

    /// The same message with a number that the sentence may have to agree with.
    #[must_use]
    pub fn with_number(mut self, name: &'static str, number: u64) -> Self {
        self.args.push((name, Fill::Number(number)));
        self
    }

    /// The same message with another one in it.
    #[must_use]
    pub fn with_said(mut self, name: &'static str, message: Self) -> Self {
        self.args.push((name, Fill::Said(Box::new(message))));
        self
    }

    /// The same message with the codes that an argument takes; they are named in the person's language.
    #[must_use]
    pub fn with_choices(mut self, name: &'static str, (noun, arg): (&str, &str), codes: &str) -> Self {
        let choices = Fill::Choices { noun: noun.to_owned(), arg: arg.to_owned(), codes: codes.to_owned() };
        self.args.push((name, choices));
        self
    }

    /// The same message with arguments as they are written; those given by their place are named in the person's
    /// language.
    #[must_use]
    pub fn with_places(mut self, name: &'static str, written: impl Into<String>) -> Self {
        self.args.push((name, Fill::Places(written.into())));
        self
    }

    /// The sentence in a language.
    pub fn text(&self, locale: &Locale) -> String {
        let fill = |fill: &Fill| match fill {
            Fill::Text(text) => text.clone().into(),
            Fill::Number(number) => Value::Number((*number).try_into().unwrap_or(i64::MAX)),
            Fill::Said(message) => message.text(locale).into(),
            Fill::Choices { noun, arg, codes } => choices(locale, (noun, arg), codes).into(),
            Fill::Places(written) => places(locale, written).into(),
        };
        let args: Vec<(&str, Value<'_>)> = self.args.iter().map(|(name, value)| (*name, fill(value))).collect();
        locale.tn(self.key, &args)
    }
}

/// Codes with their names where those are other words: "asylum (asilo), other (otra)".
fn choices(locale: &Locale, (noun, arg): (&str, &str), codes: &str) -> String {
    let named = |code: &str| {
        let name = locale.choice(noun, arg, code);
        if name.replace(' ', "-").to_lowercase() == code { code.to_owned() } else { format!("{code} ({name})") }
    };
    codes.split(", ").map(named).collect::<Vec<_>>().join(", ")
}

/// Arguments as they are written, `<CASE>` as `<CASO>`. What is typed as it stands, such as `--reason`, stays.
fn places(locale: &Locale, written: &str) -> String {
    let named = |word: &str| {
        let place = word.strip_prefix('<').and_then(|word| word.strip_suffix('>')).map(str::to_lowercase);
        let key = place.map(|place| format!("arg-{}", place.replace('_', "-")));
        match key.filter(|key| locale.lang() != Lang::En && locale.has(key)) {
            Some(key) => format!("<{}>", locale.t(&key).to_uppercase()),
            None => word.to_owned(),
        }
    };
    written.split(' ').map(named).collect::<Vec<_>>().join(" ")
}

/// Why a command is not carried out. Nothing was changed.
#[derive(Debug, Clone)]
pub enum Refusal {
    /// What is wrong, and what to do.
    Because(Message),
    /// Something is missing; this form asks for it.
    Ask(Box<Form>),
}

impl From<Message> for Refusal {
    fn from(message: Message) -> Self {
        Self::Because(message)
    }
}

/// Time as a value: the only clock that `decide` sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Env {
    pub now: DateTime<Utc>,
    /// Today in the clinic's zone.
    pub today: NaiveDate,
    /// Somebody sits at a screen and can be asked.
    pub interactive: bool,
}

/// What `decide` asks for.
pub enum Effect {
    /// Make this durable, then visible.
    Commit(Commit),
    /// The same, with a number that is sealed into it first.
    CommitNumber(Commit, Number),
    /// Show the A-number of a case for a while, for this purpose.
    Reveal(CaseId, String),
    /// Read a case's events for the timeline.
    ReadTimeline(CaseId),
    /// Change what is looked at.
    View(ViewAct),
    /// Tell the person.
    Say(Message),
    /// Draw every cell anew.
    Redraw,
    /// Stop the program's process until the shell continues it.
    Suspend,
    /// Forget everything readable and ask for the passphrase.
    Lock,
    Quit,
}

/// What came back.
pub enum Fact {
    /// A commit is durable.
    Committed(Seq, Commit),
    /// A commit did not become durable; nothing changed.
    NotCommitted(Message),
    /// A case's events, oldest first.
    Timeline(CaseId, Vec<Event>),
    /// The A-number of a case, to be seen for a while.
    Revealed(CaseId, Number),
    /// It has been seen.
    Concealed,
    /// Earlier commits: what undo can reach.
    History(History),
    View(ViewAct),
    Say(Message),
    /// Something could not be read.
    Failed(Message),
    /// The clock moved on.
    Moment(Env),
    /// Back to where the person was before the screen was locked.
    Place(Box<Place>),
    /// Nothing else is to be done: some more rows can be read for a filter, and the forecast can go on.
    GoOn,
    /// How far the page on top can be scrolled, in lines.
    PageEnd(usize),
    /// The terminal's size in cells.
    Resized(u16, u16),
}
