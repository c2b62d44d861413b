//! Folded rows in one piece of memory, with what lets most of them be refused at a glance.

use super::fold::fold_char;

/// Folded rows, one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Arena {
    text: String,
    starts: Vec<u32>,
    rows: Vec<Bounds>,
}

/// Where a row ends in the arena; it begins where the one before ends.
#[derive(Debug, Clone, Copy, Default)]
struct Bounds {
    text: usize,
    starts: usize,
    mask: u64,
    heads: u64,
}

/// One folded row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub text: &'a str,
    /// Where its words begin, in bytes.
    pub starts: &'a [u32],
    /// The characters in it, see [`mask`].
    pub mask: u64,
    /// The characters its words begin with.
    pub heads: u64,
}

impl Arena {
    /// Folds a text and adds it as the next row. Tells `origin`, for each
    /// character of the row, which character of the text it came from.
    pub fn push(&mut self, text: &str, mut origin: impl FnMut(usize)) {
        let begin = self.text.len();
        for (at, c) in text.chars().enumerate() {
            fold_char(c, |c| {
                self.text.push(c);
                origin(at);
            });
        }
        let row = self.text.as_bytes().get(begin..).unwrap_or_default();
        let (mut inside, mut heads) = (false, 0);
        for (at, byte) in (0_u32..).zip(row) {
            if is_word(*byte) && !inside {
                self.starts.push(at);
                heads |= bit(*byte);
            }
            inside = is_word(*byte);
        }
        let mask = mask(row);
        self.rows.push(Bounds { text: self.text.len(), starts: self.starts.len(), mask, heads });
    }

    /// A row by its place, counted from 0.
    pub fn row(&self, at: usize) -> Option<Row<'_>> {
        let begin = at.checked_sub(1).and_then(|before| self.rows.get(before)).copied().unwrap_or_default();
        self.between(begin, *self.rows.get(at)?)
    }

    /// Every row in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let begins = std::iter::once(Bounds::default()).chain(self.rows.iter().copied());
        begins.zip(&self.rows).filter_map(|(begin, end)| self.between(begin, *end))
    }

    fn between(&self, begin: Bounds, end: Bounds) -> Option<Row<'_>> {
        let text = self.text.get(begin.text..end.text)?;
        let starts = self.starts.get(begin.starts..end.starts)?;
        Some(Row { text, starts, mask: end.mask, heads: end.heads })
    }
}

/// Whether a byte belongs to a word: folded texts have no signs outside ASCII, so what is beyond it is a letter.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// Which characters occur, a [`bit`] each.
pub(super) fn mask(text: &[u8]) -> u64 {
    text.iter().fold(0, |mask, byte| mask | bit(*byte))
}

/// A bit for each letter and digit; the other bytes share the rest.
pub(super) fn bit(byte: u8) -> u64 {
    1 << match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        other => 36 + other % 28,
    }
}
