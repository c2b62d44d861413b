//! A form: the arguments of one command, asked for on screen. Its answer is the same command, complete.

use super::msg::Message;
use crate::core::search::fold;
use tui_input::{Input, InputRequest};

/// How a field is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    /// A plain date, `2026-12-01`, `today` or `+10`.
    Date,
    /// A local date and time, `2026-12-01 09:30`.
    LocalTime,
    Number,
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
}

/// What the next letter typed goes on from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Begun {
    /// What stands in the field.
    #[default]
    Value,
    /// A proposed day that nobody touched: the letter replaces it.
    Proposed,
    /// The letters typed so far at a choice.
    Letters(String),
}

/// One field of a form.
#[derive(Debug, Clone)]
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
    /// here with their names.
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
            FieldKind::Choice(_) | FieldKind::Text | FieldKind::Date | FieldKind::LocalTime | FieldKind::Number => {}
        }
    }

    /// The known values that have every word of what is typed; of several values, of the one being typed.
    pub fn matching(&self) -> impl Iterator<Item = &Known> {
        let typed = fold(self.last());
        let words: Vec<String> = typed.split_whitespace().map(str::to_owned).collect();
        self.known.iter().filter(move |known| words.iter().all(|word| known.folded.contains(word.as_str())))
    }

    /// Puts the one known value that the words typed can mean; several or none leave them as they are.
    fn complete(&mut self) {
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
    fn type_in(&mut self, request: InputRequest) {
        let proposed = std::mem::take(&mut self.begun) == Begun::Proposed;
        let at_end = self.input.cursor() == self.value().chars().count();
        match request {
            InputRequest::InsertChar(_) if proposed => self.set(""),
            InputRequest::GoToNextChar if at_end && self.take_first() => return,
            _ => {}
        }
        self.input.handle(request);
    }

    /// Goes to the choice that the letters typed so far begin: its code, its name, or a word of either. The same letter
    /// again walks through those that begin with it; a letter that fits nothing begins anew.
    fn seek(&mut self, c: char) {
        let FieldKind::Choice(codes) = &self.kind else { return };
        let names = |code: &String| {
            let known = self.known.iter().find(|known| known.value == *code);
            known.map_or_else(|| fold(code), |known| known.folded.clone())
        };
        let after = codes.iter().position(|code| code == self.value()).map_or(0, |at| at + 1);
        let found = |letters: &str, from: usize| {
            let begins = |code: &&String| fold(code).starts_with(letters);
            let has = |code: &&String| {
                names(code).split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(letters))
            };
            let round = || codes.iter().skip(from).chain(codes.iter().take(from));
            round().find(begins).or_else(|| round().find(has)).cloned()
        };
        let alone = fold(&c.to_string());
        let before = if let Begun::Letters(before) = &self.begun { before.as_str() } else { "" };
        let letters = format!("{before}{alone}");
        let (sought, code) = match found(&letters, after.saturating_sub(1)) {
            Some(code) if !before.is_empty() => (letters, Some(code)),
            _ => (alone.clone(), found(&alone, after)),
        };
        if let Some(code) = code {
            self.set(&code);
        }
        self.begun = Begun::Letters(sought);
    }

    /// What is typed; of several values the last.
    fn last(&self) -> &str {
        let value = self.value();
        if self.many { value.rsplit(';').next().unwrap_or(value) } else { value }
    }

    /// Whether typed characters go into it.
    pub fn is_typed(&self) -> bool {
        !matches!(self.kind, FieldKind::Choice(_) | FieldKind::Toggle)
    }
}

/// What is wrong with a form, and in which field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormError {
    pub field: Option<usize>,
    pub message: Message,
}

/// A form on the screen.
#[derive(Debug, Clone)]
pub struct Form {
    /// The command's words, such as `deadline add`; the title's key is made from them.
    pub path: Vec<String>,
    /// Arguments already given, as they go behind the path.
    pub given: Vec<String>,
    pub fields: Vec<Field>,
    pub focus: usize,
    pub error: Option<FormError>,
    /// Whom or what it is about, such as a code name; may be empty.
    pub about: String,
    /// Its answer is on its way to the disk.
    pub submitted: bool,
    /// Somebody typed in it.
    pub touched: bool,
    /// Leaving was asked for once, and would lose what was typed.
    pub leaving: bool,
}

impl Form {
    /// Moves to another field, round the ends; what was begun in the one that is left is completed, in sight.
    pub fn step(&mut self, by: isize) {
        self.complete();
        let len = self.fields.len().cast_signed();
        if len > 0 {
            self.focus = (self.focus.cast_signed() + by).rem_euclid(len).unsigned_abs();
        }
    }

    /// Completes what was begun in the field in focus.
    pub fn complete(&mut self) {
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.complete();
            if let Begun::Letters(_) = field.begun {
                field.begun = Begun::Value;
            }
        }
    }

    /// The field that is being filled.
    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.focus)
    }

    /// Types or edits in the focused field; on a choice or toggle any text turns it.
    pub fn edit(&mut self, request: InputRequest) {
        (self.error, self.touched, self.leaving) = (None, true, false);
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        if field.is_typed() {
            field.type_in(request);
            return;
        }
        match request {
            InputRequest::InsertChar(' ') | InputRequest::GoToNextChar => field.turn(1),
            InputRequest::GoToPrevChar => field.turn(-1),
            InputRequest::DeletePrevChar | InputRequest::DeleteNextChar | InputRequest::DeleteLine => field.set(""),
            InputRequest::InsertChar(c) => field.seek(c),
            _ => {}
        }
    }

    /// Whether it may be left: nothing was typed, or the person was told and asks again.
    pub fn leave(&mut self) -> bool {
        if !self.touched || self.leaving {
            return true;
        }
        self.leaving = true;
        self.error = Some(FormError { field: None, message: Message::new("form-discard") });
        false
    }

    /// The command line that the form stands for: path, given arguments and every field that differs from
    /// what the record holds.
    pub fn words(&self) -> Vec<String> {
        let mut words: Vec<String> = self.path.iter().chain(&self.given).cloned().collect();
        for field in self.fields.iter().filter(|field| !field.positional && field.value() != field.initial) {
            let name = format!("--{}", field.arg);
            if field.kind == FieldKind::Toggle {
                words.push(format!("{name}={}", field.value() == "yes"));
                continue;
            }
            let given = values(field);
            if given.is_empty() {
                words.push(format!("{name}="));
            }
            words.extend(given.into_iter().map(|value| format!("{name}={value}")));
        }
        let placed: Vec<String> = self.fields.iter().filter(|field| field.positional).flat_map(values).collect();
        if !placed.is_empty() {
            words.push("--".to_owned());
            words.extend(placed);
        }
        words
    }
}

/// The values of a field; several are separated by `;`.
fn values(field: &Field) -> Vec<String> {
    let parts: Vec<&str> = if field.many { field.value().split(';').collect() } else { vec![field.value()] };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(arg: &str, kind: FieldKind) -> Field {
        Field::new(arg.to_owned(), kind, String::new())
    }

    fn form(fields: Vec<Field>) -> Form {
        Form {
            path: vec!["deadline".into(), "add".into()],
            given: vec!["R-014".into()],
            fields,
            focus: 0,
            error: None,
            about: String::new(),
            submitted: false,
            touched: false,
            leaving: false,
        }
    }

    #[test]
    fn only_what_was_filled_becomes_part_of_the_command() {
        let mut form = form(vec![field("title", FieldKind::Text), field("due", FieldKind::Date)]);
        for c in "Letter to court".chars() {
            form.edit(InputRequest::InsertChar(c));
        }
        assert_eq!(form.words(), ["deadline", "add", "R-014", "--title=Letter to court"]);
    }

    #[test]
    fn a_field_that_is_left_takes_the_one_value_its_words_can_mean() {
        let mut zone = field("zone", FieldKind::Text);
        zone.known = ["America/Tijuana", "America/New_York", "America/North_Dakota/New_Salem"]
            .map(|zone| Known::new(zone, ""))
            .into();
        let left = |typed: &str, many: bool| {
            let mut form = form(vec![Field { input: Input::new(typed.into()), many, ..zone.clone() }]);
            form.step(1);
            form.fields[0].value().to_owned()
        };
        assert_eq!(left("tijuana", false), "America/Tijuana");
        assert_eq!(left("york new", false), "America/New_York");
        assert_eq!(left("new", false), "new", "two could be meant");
        assert_eq!(left("nowhere", false), "nowhere");
        assert_eq!(left("", false), "");
        assert_eq!(left("America/Tijuana; york", true), "America/Tijuana; America/New_York");
    }

    #[test]
    fn a_value_taken_away_is_said() {
        let mut notes = field("notes", FieldKind::Text);
        notes.set("old");
        notes.initial = "old".into();
        let mut form = form(vec![notes]);
        form.edit(InputRequest::DeleteLine);
        assert_eq!(form.words(), ["deadline", "add", "R-014", "--notes="]);
    }

    #[test]
    fn what_was_typed_is_left_at_the_second_time_of_asking() {
        let mut form = form(vec![field("title", FieldKind::Text)]);
        assert!(form.leave());
        form.edit(InputRequest::InsertChar('x'));
        assert!(!form.leave());
        form.edit(InputRequest::InsertChar('y'));
        assert!(!form.leave(), "typing takes the first time back");
        assert!(form.leave());
    }

    #[test]
    fn a_choice_walks_round_and_jumps_by_letter() {
        let codes = vec!["removal".to_owned(), "right".to_owned(), "benefit".to_owned()];
        let mut form = form(vec![field("consequence", FieldKind::Choice(codes))]);
        form.edit(InputRequest::InsertChar(' '));
        assert_eq!(form.field().map(Field::value), Some("removal"));
        form.edit(InputRequest::InsertChar('r'));
        assert_eq!(form.field().map(Field::value), Some("right"));
        form.edit(InputRequest::InsertChar('b'));
        form.edit(InputRequest::InsertChar(' '));
        assert_eq!(form.field().map(Field::value), Some("removal"));
        form.edit(InputRequest::GoToPrevChar);
        assert_eq!(form.field().map(Field::value), Some("benefit"));
    }

    #[test]
    fn letters_typed_at_a_choice_narrow_it() {
        let mut what = field(
            "what",
            FieldKind::Choice(["card-expiry", "decision-stated", "order-entered"].map(str::to_owned).into()),
        );
        what.known = vec![
            Known::new("card-expiry", "vence la tarjeta"),
            Known::new("decision-stated", "decisión dicha"),
            Known::new("order-entered", "orden registrada"),
        ];
        let typed = |text: &str| {
            let mut form = form(vec![what.clone()]);
            text.chars().for_each(|c| form.edit(InputRequest::InsertChar(c)));
            form.fields[0].value().to_owned()
        };
        assert_eq!(typed("deci"), "decision-stated");
        assert_eq!(typed("order-e"), "order-entered");
        assert_eq!(typed("tarj"), "card-expiry", "by a word of its name");
        assert_eq!(typed("xo"), "order-entered", "what fits nothing is forgotten");
        assert_eq!(typed("decx"), "decision-stated", "what fits nothing changes nothing");
    }

    #[test]
    fn the_first_letter_replaces_a_proposed_day() {
        let day = || Field::new("to".to_owned(), FieldKind::Date, "2026-11-22".to_owned());
        let after = |requests: &[InputRequest]| {
            let mut form = form(vec![day()]);
            for request in requests {
                form.edit(*request);
            }
            form.fields[0].value().to_owned()
        };
        assert_eq!(after(&[InputRequest::InsertChar('+'), InputRequest::InsertChar('3')]), "+3");
        assert_eq!(after(&[InputRequest::DeletePrevChar, InputRequest::InsertChar('3')]), "2026-11-23");
        assert_eq!(after(&[InputRequest::GoToPrevChar, InputRequest::InsertChar('1')]), "2026-11-212");
    }

    #[test]
    fn the_right_arrow_takes_the_first_known_value() {
        let mut rule = field("rule", FieldKind::Text);
        rule.known = vec![Known::new("bia-appeal-30", "Appeal to the Board"), Known::new("appeal-stay-30", "Stay")];
        let after = |typed: &str| {
            let mut form = form(vec![Field { input: Input::new(typed.into()), ..rule.clone() }]);
            form.edit(InputRequest::GoToNextChar);
            form.fields[0].value().to_owned()
        };
        assert_eq!(after("appeal"), "bia-appeal-30");
        assert_eq!(after("stay"), "appeal-stay-30");
        assert_eq!(after(""), "");
        assert_eq!(after("nothing"), "nothing");
    }

    #[test]
    fn a_toggle_says_what_it_became() {
        let mut form = form(vec![field("mailed", FieldKind::Toggle)]);
        form.edit(InputRequest::InsertChar(' '));
        assert_eq!(form.words().last().map(String::as_str), Some("--mailed=true"));
    }
}
