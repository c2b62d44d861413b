//! One word of a query and how well it matches a folded row.

use super::arena::{Row, bit, is_word, mask};
use super::fold::fold;

/// How a word stands in a row; the order is from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Its letters in order, each in the same word as the last or opening one of the next two.
    Abbreviation,
    /// In one piece, in the middle of a word.
    Inside,
    /// In one piece, at the start of a word.
    Prefix,
    /// A whole word.
    Whole,
}

/// How a word stands in a row and, where it opens a word there, at which byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub fit: Fit,
    pub at: Option<usize>,
}

/// One word of a query.
pub(super) struct Word {
    pub text: String,
    /// The characters it needs.
    pub mask: u64,
    /// The character it begins with.
    head: u64,
    /// For each ASCII byte, at which letters of the word it stands (bit 1 is the first); none where the word is too
    /// long, too short or not ASCII, and so cannot be an abbreviation.
    letters: Option<Box<[u64; 256]>>,
}

/// The words of a query, folded.
pub(super) fn words(query: &str) -> Vec<Word> {
    fold(query).split_whitespace().map(Word::new).collect()
}

impl Word {
    fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let head = bytes.first().map_or(0, |byte| bit(*byte));
        Self { text: text.to_owned(), mask: mask(bytes), head, letters: letters(bytes) }
    }

    /// The best place of this word in a row, the first of equals.
    ///
    /// Most rows are refused by [`str::contains`], which compares many bytes at once, and by the characters that
    /// their words begin with.
    pub fn place(&self, row: Row<'_>) -> Option<Place> {
        let opens = row.heads & self.head == self.head;
        if !row.text.contains(&self.text) {
            let fits = opens && self.abbreviates(row);
            return fits.then_some(Place { fit: Fit::Abbreviation, at: None });
        }
        let mut best = None;
        for start in row.starts.iter().filter(|_| opens) {
            let at = *start as usize;
            let rest = row.text.as_bytes().get(at..).unwrap_or_default();
            match rest.strip_prefix(self.text.as_bytes()) {
                None => {}
                Some([next, ..]) if is_word(*next) => {
                    best = best.or(Some(Place { fit: Fit::Prefix, at: Some(at) }));
                }
                Some(_) => return Some(Place { fit: Fit::Whole, at: Some(at) }),
            }
        }
        best.or(Some(Place { fit: Fit::Inside, at: None }))
    }

    /// The [`bit`] of a word that is one letter or digit: no other character shares it.
    pub fn letter(&self) -> Option<u64> {
        let one = self.text.len() == 1 && self.text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        one.then_some(self.head)
    }

    /// Whether the word's letters appear as an abbreviation: one pass that follows every way at once, a bit for each
    /// number of letters met so far.
    fn abbreviates(&self, row: Row<'_>) -> bool {
        let (Some(letters), Some(head)) = (&self.letters, self.text.bytes().next()) else { return false };
        let text = row.text.as_bytes();
        // What stands before the first word that begins as this one does cannot be part of it.
        let Some(start) = row.starts.iter().find(|start| text.get(**start as usize) == Some(&head)) else {
            return false;
        };
        let goal = 1_u64 << self.text.len();
        let (mut here, mut last, mut before) = (0_u64, 0_u64, 0_u64);
        let mut inside = false;
        for byte in text.get(*start as usize..).unwrap_or_default() {
            let at = letters[usize::from(*byte)];
            if !is_word(*byte) {
                if inside {
                    (here, last, before) = (0, here, last);
                }
                inside = false;
            } else if inside {
                here |= (here << 1) & at;
            } else {
                here = ((last | before | 1) << 1) & at;
                inside = true;
            }
            if here & goal != 0 {
                return true;
            }
        }
        false
    }
}

fn letters(text: &[u8]) -> Option<Box<[u64; 256]>> {
    if !(2..64).contains(&text.len()) || !text.is_ascii() {
        return None;
    }
    let mut letters = Box::new([0; 256]);
    for (at, byte) in text.iter().enumerate() {
        letters[usize::from(*byte)] |= 1_u64 << (at + 1);
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::super::arena::Arena;
    use super::*;

    fn fit_of(row: &str, word: &str) -> Option<Fit> {
        let mut arena = Arena::default();
        arena.push(row, |_| {});
        Some(words(word).first()?.place(arena.row(0)?)?.fit)
    }

    #[test]
    fn a_word_fits_best_where_it_is_whole() {
        assert_eq!(fit_of("Josefina Ruiz, José Núñez", "jose"), Some(Fit::Whole));
        assert_eq!(fit_of("Josefina Ruiz", "jose"), Some(Fit::Prefix));
        assert_eq!(fit_of("San-José-Ort", "jose"), Some(Fit::Whole));
        assert_eq!(fit_of("Anajosefa", "jose"), Some(Fit::Inside));
        assert_eq!(fit_of("R-014", "R-014"), Some(Fit::Whole));
    }

    #[test]
    fn an_abbreviation_goes_on_in_its_word_or_opens_a_near_one() {
        for (row, word) in [
            ("María Hernández", "hdz"),
            ("María Hernández", "mhdz"),
            ("María Hernández", "hernadez"),
            ("Jane Núñez", "jnu"),
            ("José de la Cruz", "jdlc"),
            ("José de la Cruz", "jlc"),
            ("617-555-0123", "6175550123"),
            ("R-014", "r014"),
        ] {
            assert_eq!(fit_of(row, word), Some(Fit::Abbreviation), "{word} in {row}");
        }
    }

    #[test]
    fn letters_scattered_over_the_row_are_no_match() {
        for (row, word) in [
            ("asylum filing with the court in boston", "abc"),
            ("José one two Núñez", "jn"),
            ("María Hernández", "ernz"),
            ("Núñez José", "joseno"),
            ("abc", "abd"),
        ] {
            assert_eq!(fit_of(row, word), None, "{word} in {row}");
        }
    }

    #[test]
    fn other_scripts_match_in_one_piece() {
        assert_eq!(fit_of("Анна Каренина", "каре"), Some(Fit::Prefix));
        assert_eq!(fit_of("Анна Каренина", "карн"), None);
    }
}
