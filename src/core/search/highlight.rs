//! Which characters of a text to show as matched.

use super::arena::{Arena, Row};
use super::word::{Word, words};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use std::collections::BTreeSet;
use unicode_normalization::char::is_combining_mark;

/// The positions, counted in characters of `text` from 0 and ascending, that match the words of `query`.
///
/// A word that is not in this text (it may be in another cell of the row) adds nothing. A mark belongs to its letter.
pub fn matched(text: &str, query: &str) -> Vec<usize> {
    let words = words(query);
    if words.is_empty() {
        return Vec::new();
    }
    let (mut arena, mut origin) = (Arena::default(), Vec::with_capacity(text.len()));
    arena.push(text, |at| origin.push(at));
    let Some(row) = arena.row(0) else { return Vec::new() };
    let hits = words.iter().flat_map(|word| positions(row, word));
    let mut shown: BTreeSet<usize> = hits.filter_map(|at| origin.get(at).copied()).collect();
    for (at, c) in text.chars().enumerate() {
        if is_combining_mark(c) && at.checked_sub(1).is_some_and(|letter| shown.contains(&letter)) {
            shown.insert(at);
        }
    }
    shown.into_iter().collect()
}

/// The characters of the row that a word matches, at its best place.
fn positions(row: Row<'_>, word: &Word) -> Vec<usize> {
    let Some(place) = word.place(row) else { return Vec::new() };
    if let Some(at) = place.at.or_else(|| row.text.find(&word.text)) {
        let start = row.text.get(..at).map_or(0, |before| before.chars().count());
        return (start..start + word.text.chars().count()).collect();
    }
    let fine = SkimMatcherV2::default().respect_case();
    fine.fuzzy_indices(row.text, &word.text).map(|(_, at)| at).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, query: &str) -> String {
        let at = matched(text, query);
        text.chars().enumerate().map(|(i, c)| if at.contains(&i) { c } else { '.' }).collect()
    }

    #[test]
    fn shows_letters_of_the_text_as_it_is_written() {
        assert_eq!(shown("José Núñez", "nunez jo"), "Jo...Núñez");
        assert_eq!(shown("habla K’iche’", "kiche"), "......K.iche.");
        assert_eq!(shown("Straße 7", "strasse"), "Straße..");
        assert_eq!(shown("Josefina y José", "jose"), "...........José");
        assert_eq!(shown("María Hernández", "hdz"), "......H.....d.z");
        assert_eq!(shown("José", "maria"), "....");
        assert_eq!(shown("José", " "), "....");
    }

    #[test]
    fn a_mark_stays_with_its_letter() {
        assert_eq!(shown("Jose\u{301} y", "jose"), "Jose\u{301}..");
    }
}
