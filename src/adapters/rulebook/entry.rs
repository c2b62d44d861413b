//! One entry of the file: its fields by name and kind, and what is wrong with them.

use super::flaw::{Flaw, Problem};
use crate::core::rules::Words;
use chrono::NaiveDate;
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub type Name<'a> = Spanned<Cow<'a, str>>;
pub type Value<'a> = Spanned<DeValue<'a>>;

/// An entry being read.
pub struct Entry<'t, 'v> {
    table: &'static str,
    /// The first byte of the entry.
    at: usize,
    fields: &'v DeTable<'v>,
    text: &'t str,
    pub problems: Vec<Problem>,
}

impl<'t, 'v> Entry<'t, 'v> {
    /// An entry, with every field that it must not have reported.
    pub fn new(table: &'static str, at: usize, fields: &'v DeTable<'v>, text: &'t str, known: &[&str]) -> Self {
        let mut entry = Self { table, at, fields, text, problems: Vec::new() };
        for name in fields.keys().filter(|name| !known.contains(&name.get_ref().as_ref())) {
            let flaw = Flaw::UnknownField { table, name: name.get_ref().to_string(), known: known.join(", ") };
            entry.report(name.span().start, flaw);
        }
        entry
    }

    fn report(&mut self, at: usize, flaw: Flaw) {
        let problem = Problem::at(self.text, at, flaw);
        // A field that is read twice is wrong once.
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Reports what is wrong with the entry as a whole.
    pub fn flaw(&mut self, flaw: Flaw) {
        self.report(self.at, flaw);
    }

    /// Reports what is wrong with a field's value.
    pub fn flaw_at(&mut self, name: &str, flaw: Flaw) {
        let at = self.fields.get(name).map_or(self.at, |value| value.span().start);
        self.report(at, flaw);
    }

    /// Whether the field is there.
    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    fn wrong<T>(&mut self, name: &str, wanted: &'static str) -> Option<T> {
        self.flaw_at(name, Flaw::WrongType { field: name.to_owned(), wanted });
        None
    }

    /// A field that has to be there, read by `read`; `why` is the key of what it is for.
    pub fn needed<T>(
        &mut self,
        name: &'static str,
        why: &'static str,
        read: impl FnOnce(&mut Self, &str) -> Option<T>,
    ) -> Option<T> {
        if !self.has(name) {
            self.flaw(Flaw::Missing { table: self.table, field: name, why });
            return None;
        }
        read(self, name)
    }

    /// Text that is not empty.
    pub fn text(&mut self, name: &str) -> Option<String> {
        let text = self.fields.get(name)?.get_ref().as_str().map(|text| text.trim().to_owned());
        match text {
            None => self.wrong(name, "text"),
            Some(text) if text.is_empty() => self.wrong(name, "some-text"),
            Some(text) => Some(text),
        }
    }

    /// A text in each language, such as `{ en = "…", es = "…" }`.
    pub fn words(&mut self, name: &str) -> Option<Words> {
        let DeValue::Table(both) = self.fields.get(name)?.get_ref() else {
            return self.wrong(name, "words");
        };
        let text = |lang: &str| both.get(lang).and_then(|value| value.get_ref().as_str()).map(str::trim);
        match (text("en"), text("es"), both.len()) {
            (Some(en), Some(es), 2) if !en.is_empty() && !es.is_empty() => {
                Some(Words { en: en.to_owned(), es: es.to_owned() })
            }
            _ => self.wrong(name, "words"),
        }
    }

    /// A date without a time.
    pub fn date(&mut self, name: &str) -> Option<NaiveDate> {
        let DeValue::Datetime(at) = self.fields.get(name)?.get_ref() else { return self.wrong(name, "date") };
        let plain = at.date.filter(|_| at.time.is_none() && at.offset.is_none());
        let day = plain.and_then(|day| NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()));
        if day.is_some() { day } else { self.wrong(name, "date") }
    }

    /// A whole number.
    pub fn number(&mut self, name: &str) -> Option<i32> {
        let DeValue::Integer(number) = self.fields.get(name)?.get_ref() else { return self.wrong(name, "number") };
        let number = number.as_str().parse().ok();
        if number.is_some() { number } else { self.wrong(name, "number") }
    }

    /// True or false.
    pub fn yes(&mut self, name: &str) -> Option<bool> {
        let DeValue::Boolean(yes) = self.fields.get(name)?.get_ref() else { return self.wrong(name, "yes") };
        Some(*yes)
    }

    /// One of the values that have a code.
    pub fn coded<T: Copy>(&mut self, name: &str, codes: &[(T, &str)]) -> Option<T> {
        let text = self.text(name)?;
        let found = codes.iter().find(|(_, code)| *code == text).map(|(value, _)| *value);
        if found.is_none() {
            let known = codes.iter().map(|(_, code)| *code).collect::<Vec<_>>().join(", ");
            self.flaw_at(name, Flaw::UnknownValue { field: name.to_owned(), value: text, known });
        }
        found
    }
}
