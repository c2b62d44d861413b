//! Folded rows in one piece of memory, with what lets most of them be refused at a glance.

use super::fold::fold_char;
use super::word::Fit;

/// Folded rows, one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Arena {
    text: String,
    starts: Vec<u32>,
    rows: Vec<Bounds>,
    /// The characters in each row, beside each other: most rows are refused by them alone.
    masks: Vec<u64>,
    /// Bytes of rows that were taken out.
    unused: usize,
}

/// Where a row lies in the arena; beyond 4 GiB it lies nowhere.
#[derive(Debug, Clone, Copy, Default)]
struct Bounds {
    text: (u32, u32),
    starts: (u32, u32),
    heads: u64,
    alone: u64,
    opens: u64,
    opens_alone: u64,
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// One folded row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub text: &'a str,
    /// Where its words begin, in bytes.
    pub starts: &'a [u32],
    /// The characters its words begin with.
    pub heads: u64,
}

impl Arena {
    /// Folds a text and adds it as the next row. Tells `origin`, for each
    /// character of the row, which character of the text it came from.
    pub fn push(&mut self, text: &str, origin: impl FnMut(usize)) {
        self.insert(self.rows.len(), text, origin);
    }

    /// Folds a text and adds it as row `at`, before those that stand there.
    pub fn insert(&mut self, at: usize, text: &str, mut origin: impl FnMut(usize)) {
        let (begin, first) = (self.text.len(), self.starts.len());
        for (at, c) in text.chars().enumerate() {
            fold_char(c, |c| {
                self.text.push(c);
                origin(at);
            });
        }
        let row = self.text.as_bytes().get(begin..).unwrap_or_default();
        let (mut inside, mut heads, mut alone) = (false, 0, 0);
        for (at, byte) in (0_u32..).zip(row) {
            if is_word(*byte) && !inside {
                self.starts.push(at);
                heads |= bit(*byte);
                if row.get(at as usize + 1).is_none_or(|next| !is_word(*next)) {
                    alone |= bit(*byte);
                }
            }
            inside = is_word(*byte);
        }
        let opens = row.first().filter(|byte| is_word(**byte)).map_or(0, |byte| bit(*byte));
        let opens_alone = if row.get(1).is_none_or(|next| !is_word(*next)) { opens } else { 0 };
        let mask = mask(row);
        let (text, starts) = ((place(begin), place(self.text.len())), (place(first), place(self.starts.len())));
        self.rows.insert(at.min(self.rows.len()), Bounds { text, starts, heads, alone, opens, opens_alone });
        self.masks.insert(at.min(self.masks.len()), mask);
    }

    /// Takes out every row that is not to be kept, by its place.
    pub fn retain(&mut self, mut keep: impl FnMut(usize) -> bool) {
        let (mut at, mut masks) = (0, self.masks.iter().copied());
        let (mut kept, mut unused) = (Vec::with_capacity(self.masks.len()), self.unused);
        self.rows.retain(|row| {
            let keeps = keep(at);
            at += 1;
            let mask = masks.next();
            if keeps {
                kept.extend(mask);
            } else {
                unused += (row.text.1 - row.text.0) as usize;
            }
            keeps
        });
        (self.masks, self.unused) = (kept, unused);
        if self.unused > self.text.len() / 2 {
            self.pack();
        }
    }

    /// Lets go of what no row uses any more.
    fn pack(&mut self) {
        let old = std::mem::take(self);
        for at in 0..old.rows.len() {
            if let Some(row) = old.row(at) {
                self.push(row.text, |_| {});
            }
        }
    }

    /// A row by its place, counted from 0.
    pub fn row(&self, at: usize) -> Option<Row<'_>> {
        let Bounds { text, starts, heads, .. } = *self.rows.get(at)?;
        let text = self.text.get(text.0 as usize..text.1 as usize)?;
        let starts = self.starts.get(starts.0 as usize..starts.1 as usize)?;
        Some(Row { text, starts, heads })
    }

    /// How a word of one letter or digit, given as its [`bit`], stands in a row that has it; told without its text.
    pub fn letter(&self, at: u32, letter: u64) -> Option<(Fit, bool)> {
        let Bounds { heads, alone, opens, opens_alone, .. } = self.rows.get(at as usize)?;
        Some(if alone & letter != 0 {
            (Fit::Whole, opens_alone & letter != 0)
        } else if heads & letter != 0 {
            (Fit::Prefix, opens & letter != 0)
        } else {
            (Fit::Inside, false)
        })
    }

    /// The places of the rows that have every character of `needed`, in order.
    pub fn having(&self, needed: u64) -> impl Iterator<Item = u32> {
        (0..).zip(&self.masks).filter(move |(_, mask)| **mask & needed == needed).map(|(at, _)| at)
    }

    /// Whether a row has every character of `needed`.
    pub fn has(&self, at: u32, needed: u64) -> bool {
        self.masks.get(at as usize).is_some_and(|mask| mask & needed == needed)
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
