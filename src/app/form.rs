//! A form: the arguments of one command, asked for on screen. Its answer is the same command, complete.

mod field;
#[cfg(test)]
mod tests;

pub use field::{Begun, Field, FieldKind, Known};

use super::msg::Message;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tui_input::InputRequest;

/// What is wrong with a form, and in which field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormError {
    pub field: Option<usize>,
    pub message: Message,
}

/// A form on the screen.
#[derive(Debug, Clone, Serialize, Deserialize)]
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
            if let Begun::Letters(..) = field.begun {
                field.begun = Begun::Value;
            }
        }
    }

    /// The field that is being filled.
    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.focus)
    }

    /// Types a character in the focused field, at a time of the steady clock.
    pub fn letter(&mut self, c: char, at: Duration) {
        match self.fields.get_mut(self.focus) {
            Some(field) if matches!(field.kind, FieldKind::Choice(_)) => {
                (self.error, self.touched, self.leaving) = (None, true, false);
                field.seek(c, at);
            }
            _ => self.edit(InputRequest::InsertChar(c)),
        }
    }

    /// Edits in the focused field; on a choice or toggle a space or an arrow turns it.
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
            let given = field.values();
            if given.is_empty() {
                words.push(format!("{name}="));
            }
            words.extend(given.into_iter().map(|value| format!("{name}={value}")));
        }
        let placed: Vec<String> = self.fields.iter().filter(|field| field.positional).flat_map(Field::values).collect();
        if !placed.is_empty() {
            words.push("--".to_owned());
            words.extend(placed);
        }
        words
    }
}
