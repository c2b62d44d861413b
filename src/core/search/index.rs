//! The index: folded rows in one arena, kept between keystrokes.

use super::arena::{Arena, Row};
use super::word::{Fit, Word, words};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::cmp::Reverse;

/// How many of the best rows are ordered finely.
const FINE_ROWS: usize = 200;

/// How many bytes of text are ordered finely: 200 rows of usual length, fewer of long ones.
const FINE_BYTES: usize = 16 * 1024;

/// A row that matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Which row, counted from 0 in the order the index was given them.
    pub row: usize,
    /// Greater is better; comparable between the hits of one query.
    pub score: u32,
}

/// Rows to search, each with the key of what it shows.
#[derive(Debug, Clone)]
pub struct Index<K> {
    keys: Vec<K>,
    arena: Arena,
    /// The last query and the rows it found, ascending: what adds to it is looked for among them alone.
    last: Option<(String, Vec<u32>)>,
}

impl<K> Default for Index<K> {
    fn default() -> Self {
        Self { keys: Vec::new(), arena: Arena::default(), last: None }
    }
}

impl<K: Copy> Index<K> {
    /// Folds the rows; hits that match equally well keep their order.
    pub fn new<T: AsRef<str>>(rows: impl IntoIterator<Item = (K, T)>) -> Self {
        let mut index = Self::default();
        for (key, text) in rows {
            index.push(key, text.as_ref());
        }
        index
    }

    /// Folds one more row, behind the others.
    pub fn push(&mut self, key: K, text: &str) {
        self.insert(self.keys.len(), key, text);
    }

    /// Folds one more row, as row `at`.
    pub fn insert(&mut self, at: usize, key: K, text: &str) {
        self.last = None;
        let at = at.min(self.keys.len());
        self.keys.insert(at, key);
        self.arena.insert(at, text, |_| {});
    }

    /// Takes out the rows whose key is not to be kept.
    pub fn retain(&mut self, keep: impl Fn(&K) -> bool) {
        self.last = None;
        let keys = &self.keys;
        self.arena.retain(|at| keys.get(at).is_some_and(&keep));
        self.keys.retain(keep);
    }

    /// The keys of all rows, in order.
    pub fn keys(&self) -> &[K] {
        &self.keys
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The key of a row.
    pub fn key(&self, row: usize) -> Option<K> {
        self.keys.get(row).copied()
    }

    /// The rows in which every word of the query matches, best first, equals in their own order.
    /// A query without words finds every row. What it found is remembered for the next one.
    pub fn find(&mut self, query: &str) -> Vec<Hit> {
        let words = words(query);
        if words.is_empty() {
            return (0..self.keys.len()).map(|row| Hit { row, score: 0 }).collect();
        }
        let mut hits = self.coarse(query, &words);
        self.last =
            Some((query.to_owned(), hits.iter().map(|hit| u32::try_from(hit.row).unwrap_or(u32::MAX)).collect()));
        best_first(&mut hits);
        let fine = self.refine(&mut hits, &words);
        best_first(hits.get_mut(..fine).unwrap_or_default());
        hits
    }

    /// Every row that matches, in its own order. A letter more in the last word, or a word more, only narrows: a row
    /// with the longer word in one piece or as an abbreviation has the shorter one too.
    fn coarse(&self, query: &str, words: &[Word]) -> Vec<Hit> {
        let needed = words.iter().fold(0, |mask, word| mask | word.mask);
        let letter = match words {
            [word] => word.letter(),
            _ => None,
        };
        let hit = |at: u32| {
            let row = at as usize;
            let score = match letter {
                Some(letter) => self.arena.letter(at, letter).map(|(fit, first)| total(true, worth(fit, first))),
                None => score(self.arena.row(row)?, words),
            };
            score.map(|score| Hit { row, score })
        };
        match &self.last {
            Some((last, rows)) if query.starts_with(last) => {
                rows.iter().copied().filter(|at| self.arena.has(*at, needed)).filter_map(hit).collect()
            }
            _ => self.arena.having(needed).filter_map(hit).collect(),
        }
    }

    /// Adds the fine matcher's score to the best rows; returns how many they are.
    fn refine(&self, hits: &mut [Hit], words: &[Word]) -> usize {
        let fine = SkimMatcherV2::default().respect_case();
        let (mut rows, mut bytes) = (0, 0);
        for hit in hits.iter_mut().take(FINE_ROWS) {
            let text = self.arena.row(hit.row).map_or("", |row| row.text);
            bytes += text.len();
            if bytes > FINE_BYTES {
                break;
            }
            let sum: i64 = words.iter().filter_map(|word| fine.fuzzy_match(text, &word.text)).sum();
            hit.score += u32::from(u16::try_from(sum.max(0)).unwrap_or(u16::MAX));
            rows += 1;
        }
        rows
    }
}

/// Stable, so that equals keep their order; quick, since there are few different scores.
fn best_first(hits: &mut [Hit]) {
    hits.sort_by_key(|hit| Reverse(hit.score));
}

/// The coarse score, `None` if a word is missing: rows without abbreviations first, then by how well the words fit;
/// the low 16 bits are left to the fine matcher.
fn score(row: Row<'_>, words: &[Word]) -> Option<u32> {
    let (mut in_one_piece, mut sum) = (true, 0_u32);
    for word in words {
        let place = word.place(row)?;
        in_one_piece &= place.fit != Fit::Abbreviation;
        sum += worth(place.fit, place.at == Some(0));
    }
    Some(total(in_one_piece, sum))
}

/// What the fit of one word is worth, a little more at the start of the row.
fn worth(fit: Fit, first: bool) -> u32 {
    let worth = match fit {
        Fit::Abbreviation => 0,
        Fit::Inside => 2,
        Fit::Prefix => 4,
        Fit::Whole => 6,
    };
    worth + u32::from(first)
}

fn total(in_one_piece: bool, sum: u32) -> u32 {
    u32::from(in_one_piece) << 31 | sum.min(0x7FFF) << 16
}

#[cfg(test)]
mod tests;
