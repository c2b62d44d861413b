//! What the columns of a table mean: their titles, matched by meaning or told with `--map FIELD=COLUMN`.

use super::error::ImportError;
use super::sheet::Row;
use super::text::clean_line;
use crate::core::search::fold;

/// The fields of one kind of table.
pub trait Fields: Copy + Eq + 'static {
    /// Every field with its name on the command line.
    const ALL: &'static [(Self, &'static str)];

    /// The field that a column of this title holds.
    fn of_title(title: &Title) -> Option<Self>;
}

/// A column's title and its words: `E-mail 1 - Value`, `organizationName` and `Código postal` are told apart by words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    pub text: String,
    words: Vec<String>,
}

impl Title {
    /// Takes a title apart at signs, digits and inner capitals.
    pub fn new(text: &str) -> Self {
        let text = clean_line(text).trim().to_owned();
        let words = words(&text);
        Self { text, words }
    }

    /// Whether one of `words`, a list with spaces, is in the title.
    pub fn has(&self, words: &str) -> bool {
        words.split(' ').any(|word| self.words.iter().any(|own| own == word))
    }

    /// Whether the title, written together, is one of `titles`, a list with spaces.
    pub fn is(&self, titles: &str) -> bool {
        let together = self.words.concat();
        titles.split(' ').any(|title| title == together)
    }

    /// The title without `words`, lists with spaces: `Home` for `Home Street`. Digits stay, so `Address 1` and
    /// `Address 2` differ.
    pub fn without(&self, words: &[&str]) -> String {
        let listed = |own: &&String| words.iter().any(|list| list.split(' ').any(|word| word == own.as_str()));
        let kept: String = self.words.iter().filter(|own| !listed(own)).map(String::as_str).collect();
        kept + &self.text.chars().filter(char::is_ascii_digit).collect::<String>()
    }

    /// The two titles are the same but for case, accents and signs.
    fn is_like(&self, other: &Self) -> bool {
        self.text == other.text || (!self.words.is_empty() && self.without(&[]) == other.without(&[]))
    }
}

/// The words of a title in lower case, without accents; e-mail and PO box are one word each.
fn words(text: &str) -> Vec<String> {
    let mut spaced = String::new();
    let mut before = ' ';
    for c in text.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(if c.is_alphabetic() || "'’".contains(c) { c } else { ' ' });
        before = c;
    }
    fold(&spaced)
        .replace("e mail", "email")
        .replace("p o box", "pobox")
        .replace("po box", "pobox")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

/// One column: its title and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column<F> {
    pub title: Title,
    pub field: Option<F>,
}

/// Which column holds which field, as a person tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping<F> {
    told: Vec<(F, Title)>,
}

impl<F: Fields> Mapping<F> {
    /// Reads pairs of field and column.
    ///
    /// # Errors
    /// [`ImportError::UnknownField`].
    pub fn new(pairs: &[(String, String)]) -> Result<Self, ImportError> {
        let read = |(field, column): &(String, String)| {
            let known = F::ALL.iter().find(|(_, name)| name.eq_ignore_ascii_case(field.trim()));
            known.map(|(known, _)| (*known, Title::new(column))).ok_or_else(|| ImportError::UnknownField {
                field: field.clone(),
                known: F::ALL.iter().map(|(_, name)| *name).collect(),
            })
        };
        Ok(Self { told: pairs.iter().map(read).collect::<Result<_, _>>()? })
    }

    /// Whether it names columns by number, as `#1`: the table then has no titles and its first row is a row.
    pub fn by_number(&self) -> bool {
        self.told.iter().any(|(_, title)| is_number(&title.text))
    }

    /// Says what the columns of the table hold whose first row is `first`.
    pub fn columns(&self, first: &Row) -> Vec<Column<F>> {
        let numbered = self.by_number();
        let titles = first.cells.iter().enumerate().map(|(at, cell)| match cell.trim() {
            title if numbered || title.is_empty() => Title::new(&format!("#{}", at + 1)),
            title => Title::new(title),
        });
        titles.map(|title| Column { field: self.field_of(&title), title }).collect()
    }

    fn field_of(&self, title: &Title) -> Option<F> {
        let told = self.told.iter().find(|(_, column)| column.is_like(title));
        told.map(|(field, _)| *field).or_else(|| F::of_title(title))
    }

    /// Makes sure that each column told of is in one of the files.
    ///
    /// # Errors
    /// [`ImportError::UnknownColumn`] with the titles that there are.
    pub fn check<'a>(&self, columns: impl Iterator<Item = &'a Column<F>> + Clone) -> Result<(), ImportError> {
        for (_, told) in &self.told {
            if !columns.clone().any(|column| told.is_like(&column.title)) {
                return Err(ImportError::UnknownColumn {
                    column: told.text.clone(),
                    known: columns.map(|column| column.title.text.clone()).collect(),
                });
            }
        }
        Ok(())
    }
}

fn is_number(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_come_apart_into_words() {
        for (title, expected) in [
            ("organizationName", "organization name"),
            ("organization_name", "organization name"),
            ("E-mail 1 - Value", "email value"),
            ("Código Postal", "codigo postal"),
            ("Address 1 - PO Box", "address pobox"),
            ("ZIP", "zip"),
        ] {
            assert_eq!(words(title).join(" "), expected);
        }
    }

    #[test]
    fn numbered_titles_differ() {
        assert!(Title::new("Phone 1").is_like(&Title::new("phone1")));
        assert!(!Title::new("Phone 1").is_like(&Title::new("Phone 2")));
        assert!(!Title::new("#1").is_like(&Title::new("#2")));
        assert_eq!(Title::new("Address 2 - Street").without(&["address", "street"]), "2");
    }
}
