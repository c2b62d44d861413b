//! Every sentence a person reads, in English and Spanish (Project Fluent).
//!
//! Callers name a sentence by its key ([`Locale::t`], [`Locale::tn`]) or hand over a typed fact (`reason`, `act`, …) and
//! get text back. Words that fill every row are looked up once and kept, so that a row costs no catalogue work.

mod acts;
mod agenda;
mod catalogue;
mod dates;
mod facts;
mod follow;
mod imports;
mod readable;
mod rules;
mod words;

#[cfg(test)]
mod tests;

use catalogue::Catalogue;
use fluent_bundle::{FluentArgs, FluentValue};
use std::borrow::Cow;
use std::sync::OnceLock;

/// A language of the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    En,
    Es,
}

impl Lang {
    /// Every language with its code.
    pub const ALL: [(Self, &'static str); 2] = [(Self::En, "en"), (Self::Es, "es")];

    /// The language's code, such as `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language that `code` or a locale such as `es_MX.UTF-8` names.
    pub fn from_code(code: &str) -> Option<Self> {
        let start = code.split(['_', '-', '.']).next()?;
        Self::ALL.iter().find(|(_, known)| known.eq_ignore_ascii_case(start)).map(|(lang, _)| *lang)
    }
}

/// A value put into a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    Text(Cow<'a, str>),
    /// A count; the sentence takes its plural from it.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Value<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )*};
}
numbers!(i64, i32, u32, u16, u8);

impl From<usize> for Value<'_> {
    /// A count beyond `i64` is shown as the greatest one.
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The catalogue of one language.
pub struct Locale {
    lang: Lang,
    catalogue: &'static Catalogue,
    words: &'static OnceLock<words::Words>,
}

impl Locale {
    /// The catalogue of `lang`: read as far as it is asked for, and kept.
    pub fn new(lang: Lang) -> Self {
        static CATALOGUES: [Catalogue; Lang::ALL.len()] = [Catalogue::new(Lang::En), Catalogue::new(Lang::Es)];
        static WORDS: [OnceLock<words::Words>; Lang::ALL.len()] = [const { OnceLock::new() }; 2];
        Self { lang, catalogue: &CATALOGUES[lang as usize], words: &WORDS[lang as usize] }
    }

    /// Reads what the first screen of an open vault says, while something slow is done anyway. The rest stays unread, and
    /// takes no memory, until it is asked for.
    pub fn prepare(&self) {
        self.words();
        // The keys of the help page are named with every change of context.
        self.has("help-quit");
    }

    /// The words that fill rows.
    fn words(&self) -> &words::Words {
        self.words.get_or_init(|| words::Words::read(self.catalogue))
    }

    /// The language it speaks.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the catalogue has a sentence under `key`.
    pub fn has(&self, key: &str) -> bool {
        let message = self.catalogue.file(key).and_then(|file| file.get_message(key));
        message.is_some_and(|message| message.value().is_some())
    }

    /// The name of a code that an argument takes: those of partners, steps and events are named under their noun, others
    /// under the argument.
    pub fn choice(&self, noun: &str, arg: &str, code: &str) -> String {
        let keys = [
            format!("{noun}-{arg}-{code}"),
            format!("{arg}-{code}"),
            format!("{noun}-{code}"),
            format!("choice-{code}"),
        ];
        keys.iter().find(|key| self.has(key)).map_or_else(|| code.to_owned(), |key| self.t(key))
    }

    /// The sentence under `key`, or `⟨key⟩` where the catalogue lacks it.
    pub fn t(&self, key: &str) -> String {
        self.catalogue.format(key, None)
    }

    /// The sentence under `key` with values put in, such as `("count", 3.into())`.
    pub fn tn(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            let value = match value {
                Value::Text(text) => FluentValue::from(text.as_ref()),
                Value::Number(number) => FluentValue::from(*number),
            };
            args.set(*name, value);
        }
        self.catalogue.format(key, Some(&args))
    }
}
