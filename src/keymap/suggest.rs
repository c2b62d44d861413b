//! "Did you mean": the nearest known word to a mistyped one.

use strsim::damerau_levenshtein;

/// Returns the candidate that is a slip or two away from `word`, the nearest first, if there is one.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let slips = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= slips)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Returns the known command nearest to the start of a line, comparing as many words as the command has.
pub fn closest_command(line: &str, known: &[String]) -> Option<String> {
    let slips = |command: &str| {
        let start = first_words(line, command.split_whitespace().count());
        let distance = damerau_levenshtein(&start, command);
        (distance <= (start.chars().count() / 3).max(1)).then_some(distance)
    };
    let near = known.iter().filter_map(|command| Some((slips(command)?, command)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, command)| command.clone())
}

/// Whether a line begins with a known command.
pub fn is_known(line: &str, known: &[String]) -> bool {
    known.iter().any(|command| first_words(line, command.split_whitespace().count()) == *command)
}

fn first_words(line: &str, count: usize) -> String {
    line.split_whitespace().take(count).collect::<Vec<_>>().join(" ")
}
