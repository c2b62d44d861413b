//! Every sentence a person reads, in English and Spanish (Project Fluent).

/// A language of the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    En,
    Es,
}

/// The catalogue of one language.
pub struct Locale {
    lang: Lang,
}

impl Locale {
    /// The language it speaks.
    pub fn lang(&self) -> Lang {
        self.lang
    }
}
