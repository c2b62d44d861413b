//! A field of a form: what it takes, what is known of it, and what typing does to it.

use crate::core::lint::{self, Sensitive};
use crate::core::search::fold;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tui_input::{Input, InputRequest};

/// Letters at a choice that come within this time of each other are one beginning of a label.
const TOGETHER: Duration = Duration::from_secs(1);

/// How a field is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldKind {
    Text,
    /// A plain date, `2026-12-01`, `today` or `+10`.
    Date,
    /// A local date and time, `2026-12-01 09:30`.
    LocalTime,
    Number,
    /// A secret: only how long it is can be seen, and no text is looked for in it.
    Hidden,
    /// One of these codes; space or the arrows walk them.
    Choice(Vec<String>),
    /// Yes or no; space turns it.
    Toggle,
}

/// A value that a field is known to take, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub value: String,
    /// May be empty where the value says it.
    pub name: String,
    folded: String,
}

impl Known {
    /// A value, found by itself and by its name.
    pub fn new(value: impl Into<String>, name: impl Into<String>) -> Self {
        let (value, name) = (value.into(), name.into());
        let folded = fold(&format!("{value} {name}"));
        Self { value, name, folded }
    }

    /// What is shown of it.
    pub fn label(&self) -> &str {
        if self.name.is_empty() { &self.value } else { &self.name }
    }
}

/// What the next letter typed goes on from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Begun {
    /// What stands in the field.
    #[default]
    Value,
    /// A proposed day that nobody touched: the letter replaces it.
    Proposed,
    /// The letters typed so far at a choice, and when the last of them came.
    Letters(String, Duration),
}

/// One field of a form.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Field {
    /// The argument's name in the grammar, without dashes.
    pub arg: String,
    /// Whether it is given by place rather than as `--arg`.
    pub positional: bool,
    pub required: bool,
    /// Whether several values may be given, separated by `;`.
    pub many: bool,
    pub kind: FieldKind,
    pub input: Input,
    /// What the record that is edited holds; only what differs becomes part of the command.
    pub initial: String,
    /// The values that make sense here, the likeliest first; empty where anything may be typed. A choice has its codes
    /// here with their names. Not kept while the screen is locked: they are found anew.
    #[serde(skip)]
    pub known: Vec<Known>,
    pub begun: Begun,
}

impl Field {
    /// A field with `value` in it; a day that stands there already is a proposal.
    pub fn new(arg: String, kind: FieldKind, value: String) -> Self {
        let proposed = matches!(kind, FieldKind::Date | FieldKind::LocalTime) && !value.is_empty();
        Self {
            arg,
            positional: false,
            required: false,
            many: false,
            kind,
            input: Input::new(value),
            initial: String::new(),
            known: Vec::new(),
            begun: if proposed { Begun::Proposed } else { Begun::Value },
        }
    }

    /// What stands in the field.
    pub fn value(&self) -> &str {
        self.input.value()
    }

    /// Puts another value.
    pub fn set(&mut self, value: &str) {
        self.input = Input::new(value.to_owned());
        self.begun = Begun::Value;
    }

    /// Walks a choice by `step`, or turns a toggle; does nothing to other fields.
    pub fn turn(&mut self, step: isize) {
        match &self.kind {
            FieldKind::Choice(codes) if !codes.is_empty() => {
                let len = codes.len().cast_signed();
                let next = match codes.iter().position(|code| code == self.value()) {
                    Some(at) => (at.cast_signed() + step).rem_euclid(len),
                    None if step < 0 => len - 1,
                    None => 0,
                };
                let code = codes.get(next.unsigned_abs()).cloned().unwrap_or_default();
                self.set(&code);
            }
            FieldKind::Toggle => {
                let turned = if self.value() == "yes" { "" } else { "yes" };
                self.set(turned);
            }
            FieldKind::Choice(_)
            | FieldKind::Text
            | FieldKind::Date
            | FieldKind::LocalTime
            | FieldKind::Number
            | FieldKind::Hidden => {}
        }
    }

    /// The known values that have every word of what is typed; of several values, of the one being typed.
    pub fn matching(&self) -> impl Iterator<Item = &Known> {
        let typed = fold(self.last());
        let words: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
        self.known.iter().filter(move |known| words.iter().all(|word| known.folded.contains(word.as_str())))
    }

    /// Puts the one known value that the words typed can mean; several or none leave them as they are.
    pub(super) fn complete(&mut self) {
        let typed = self.last().trim().to_owned();
        if typed.is_empty() || self.known.iter().any(|known| known.value == typed) {
            return;
        }
        let mut matching = self.matching();
        let (Some(one), None) = (matching.next(), matching.next()) else { return };
        let one = one.value.clone();
        drop(matching);
        self.take(&one);
    }

    /// Puts the first of the known values that fit what is typed. Returns whether there was one.
    fn take_first(&mut self) -> bool {
        let first = self.matching().next().map(|known| known.value.clone());
        let Some(first) = first.filter(|_| !self.last().trim().is_empty()) else { return false };
        self.take(&first);
        true
    }

    /// Puts a known value in place of what is typed; of several values, of the last.
    fn take(&mut self, value: &str) {
        let before = self.value().len() - self.last().len();
        let whole = match self.value().get(..before).unwrap_or_default() {
            "" => value.to_owned(),
            before => format!("{before} {value}"),
        };
        self.set(&whole);
    }

    /// Types or edits. The right arrow behind the last letter takes the first of the known values.
    pub(super) fn type_in(&mut self, request: InputRequest) {
        let proposed = std::mem::take(&mut self.begun) == Begun::Proposed;
        let at_end = self.input.cursor() == self.value().chars().count();
        match request {
            InputRequest::InsertChar(_) if proposed => self.set(""),
            InputRequest::GoToNextChar if at_end && self.take_first() => return,
            _ => {}
        }
        self.input.handle(request);
    }

    /// Takes a letter at a choice, at a time of the steady clock. What was typed within a second begins the label that is
    /// gone to; after that a letter begins anew, behind the choice that stands. What begins no label changes nothing. A
    /// space belongs to a label that has begun, and else walks on.
    pub(super) fn seek(&mut self, c: char, at: Duration) {
        let begun = match &self.begun {
            Begun::Letters(letters, last) if at.checked_sub(*last).is_some_and(|gone| gone <= TOGETHER) => {
                letters.as_str()
            }
            Begun::Letters(..) | Begun::Value | Begun::Proposed => "",
        };
        if c == ' ' && begun.is_empty() {
            return self.turn(1);
        }
        let letters = fold(&format!("{begun}{c}"));
        if let Some(code) = self.labelled(&letters, begun.is_empty()) {
            self.set(&code);
        }
        // Letters that begin no label are not forgotten: the next one alone would mean something else.
        self.begun = Begun::Letters(letters, at);
    }

    /// The choice whose label begins with these letters: the one that stands, the next, or round the end the first;
    /// `onward` passes over the one that stands.
    fn labelled(&self, letters: &str, onward: bool) -> Option<String> {
        let FieldKind::Choice(codes) = &self.kind else { return None };
        let stands = codes.iter().position(|code| code == self.value());
        let from = stands.map_or(0, |at| at + usize::from(onward));
        let label = |code: &str| {
            let known = self.known.iter().find(|known| known.value == code);
            fold(known.map_or(code, Known::label))
        };
        let mut round = codes.iter().skip(from).chain(codes.iter().take(from));
        round.find(|code| label(code).starts_with(letters)).cloned()
    }

    /// What is typed; of several values the last.
    fn last(&self) -> &str {
        let value = self.value();
        if self.many { value.rsplit(';').next().unwrap_or(value) } else { value }
    }

    /// A number in it that is better not kept in a text; none in what was there before.
    pub fn sensitive(&self) -> Option<Sensitive> {
        let looked_at = self.kind == FieldKind::Text && self.value() != self.initial;
        if looked_at { lint::first(self.value()) } else { None }
    }

    /// Whether typed characters go into it.
    pub fn is_typed(&self) -> bool {
        !matches!(self.kind, FieldKind::Choice(_) | FieldKind::Toggle)
    }

    /// Its values; several are separated by `;`.
    pub(super) fn values(&self) -> Vec<String> {
        let parts: Vec<&str> = if self.many { self.value().split(';').collect() } else { vec![self.value()] };
        parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
}
