use super::super::fold;
use super::*;
use proptest::prelude::*;

fn found<'a>(rows: &[&'a str], query: &str) -> Vec<&'a str> {
    let mut index = Index::new(rows.iter().map(|row| (*row, *row)));
    index.find(query).into_iter().filter_map(|hit| index.key(hit.row)).collect()
}

#[test]
fn finds_names_however_they_are_typed() {
    let rows = ["María Hernández", "José Núñez", "Nguyễn Thị Hoa"];
    for query in ["jose nunez", "JOSÉ NÚÑEZ", "nunez jose", "  nun   jos "] {
        assert_eq!(found(&rows, query), ["José Núñez"], "{query}");
    }
    assert_eq!(found(&rows, "nguyen thi"), ["Nguyễn Thị Hoa"]);
    assert_eq!(found(&["Q'eqchi'", "K'iche'", "K’iche’"], "kiche"), ["K'iche'", "K’iche’"]);
    assert_eq!(found(&["O'Brien", "Obregón"], "obrien"), ["O'Brien"]);
}

#[test]
fn a_letter_stands_alone_opens_a_word_or_is_inside_one() {
    let rows = ["xyz b", "b xyz", "bx", "x by", "xb", "none"];
    assert_eq!(found(&rows, "b"), ["b xyz", "xyz b", "bx", "x by", "xb"]);
}

proptest! {
    /// Rows put in and taken out one by one, and queries that grow: the same hits as in an index made anew.
    #[test]
    fn a_kept_index_finds_what_a_new_one_does(
        texts in proptest::collection::vec("[a-d]{1,4}( [a-d]{1,4}){0,3}", 1..30),
        turns in proptest::collection::vec((0_usize..30, "[a-d]{1,3}( [a-d]{1,2})?"), 1..20),
    ) {
        let mut rows: Vec<(usize, String)> = Vec::new();
        let mut index = Index::default();
        for (turn, (at, query)) in turns.iter().enumerate() {
            if turn % 4 == 3 && !rows.is_empty() {
                let gone = rows[at % rows.len()].0;
                index.retain(|key| *key != gone);
                rows.retain(|(key, _)| *key != gone);
            } else {
                let (at, text) = (at % (rows.len() + 1), &texts[turn % texts.len()]);
                index.insert(at, turn, text);
                rows.insert(at, (turn, text.clone()));
            }
            for end in 1..=query.len() {
                let mut anew = Index::new(rows.iter().map(|(key, text)| (*key, text)));
                prop_assert_eq!(index.find(&query[..end]), anew.find(&query[..end]));
            }
        }
    }
}

#[test]
fn every_word_must_match() {
    assert_eq!(found(&["José Núñez", "José Ruiz", "Ana Núñez"], "jose nunez"), ["José Núñez"]);
    assert_eq!(found(&["José Núñez"], "jose nunez x"), [""; 0]);
}

#[test]
fn the_best_match_is_first_and_equals_keep_their_order() {
    let rows = ["Jo Ofelia Seco Ek", "Anajosefa", "Josefina", "San José", "José"];
    assert_eq!(found(&rows, "jose"), ["José", "San José", "Josefina", "Anajosefa", "Jo Ofelia Seco Ek"]);
    assert_eq!(
        found(&["R-012 asylum", "R-011 asylum", "R-013 asylum"], "asylum"),
        ["R-012 asylum", "R-011 asylum", "R-013 asylum"]
    );
}

#[test]
fn words_in_one_piece_come_before_any_abbreviation() {
    let rows = ["ana hernandez", "banana xhdzx"];
    assert_eq!(found(&rows, "ana hdz"), ["banana xhdzx", "ana hernandez"]);
}

#[test]
fn a_query_without_words_finds_everything_in_order() {
    for query in ["", "  ", "’", "'' `"] {
        assert_eq!(found(&["b", "a", ""], query), ["b", "a", ""], "{query:?}");
    }
}

#[test]
fn scores_fall_from_hit_to_hit_beyond_the_finely_ordered_ones() {
    let rows: Vec<String> = (0..900).map(|n| format!("{} asylum case {n}", ["ana", "xana", "anabel"][n % 3])).collect();
    let mut index = Index::new(rows.iter().enumerate());
    let hits = index.find("ana asy");
    assert_eq!(hits.len(), 900);
    assert!(hits.is_sorted_by_key(|hit| std::cmp::Reverse(hit.score)), "scores fall");
    assert!(hits.iter().take(300).all(|hit| hit.row % 3 == 0), "whole words lead");
    assert!(hits.iter().skip(600).all(|hit| hit.row % 3 == 1), "the middle of a word ends the list");
}

#[test]
fn long_rows_and_long_queries_are_found_too() {
    let row = "word ".repeat(5_000) + "needle";
    assert_eq!(found(&[&row, "hay"], "needle"), [row.as_str()]);
    let long = "x".repeat(100_000);
    assert_eq!(found(&["short"], &long), [""; 0]);
    assert_eq!(found(&[&long], &long), [long.as_str()]);
}

proptest! {
    /// Nothing that contains every word is missed, whatever the mask, the arena and the two stages do.
    #[test]
    fn a_row_that_contains_every_word_is_found(
        rows in prop::collection::vec("[a-dA-Dáñ'’0-2 .Жж-]{0,12}", 0..300),
        query in "[a-dA-Dáñ'’0-2 .Жж-]{0,5}",
    ) {
        let mut index = Index::new(rows.iter().enumerate());
        let hits = index.find(&query);
        let mut seen = vec![false; rows.len()];
        for hit in &hits {
            prop_assert!(!std::mem::replace(&mut seen[hit.row], true), "row {} twice", hit.row);
            prop_assert_eq!(index.key(hit.row), Some(hit.row));
        }
        for (row, text) in rows.iter().enumerate() {
            if fold(&query).split_whitespace().all(|word| fold(text).contains(word)) {
                prop_assert!(seen[row], "{:?} not found in {:?}", query, text);
            }
        }
        prop_assert!(hits.is_sorted_by_key(|hit| std::cmp::Reverse(hit.score)));
    }

    /// Typing on narrows: what a longer word finds, its beginning found already.
    #[test]
    fn a_longer_word_never_finds_more(rows in prop::collection::vec("[a-c -]{0,10}", 0..40), query in "[a-c]{2,6}") {
        let mut index = Index::new(rows.iter().enumerate());
        let mut rows_of = |query: &str| index.find(query).into_iter().map(|hit| hit.row).collect::<Vec<_>>();
        let shorter = rows_of(&query[..query.len() - 1]);
        prop_assert!(rows_of(&query).iter().all(|row| shorter.contains(row)));
    }
}
