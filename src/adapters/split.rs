//! Several values in one cell, and values inside others. What comes out is written as it was written.

/// The values of a cell that separates them with `;`, `|`, `:::` or line breaks, without empty ones.
pub fn values(cell: &str) -> Vec<String> {
    trimmed(cell.split([';', '|', '\n']).flat_map(|part| part.split(":::")))
}

/// The e-mail addresses of a cell; a text without `@` is kept as it is.
pub fn emails(cell: &str) -> Vec<String> {
    let parts = trimmed(cell.split([';', '|', '\n', ',', ' ']).flat_map(|part| part.split(":::")));
    if parts.iter().all(|part| part.contains('@')) { parts } else { values(cell) }
}

/// The phone numbers of a cell. Commas and slashes separate only where each part has enough digits for a number.
pub fn phones(cell: &str) -> Vec<String> {
    values(cell).iter().flat_map(|part| phones_of_part(part)).collect()
}

fn phones_of_part(part: &str) -> Vec<String> {
    let pieces = trimmed(part.split([',', '/']).flat_map(|piece| piece.split(" or ")));
    let whole = |piece: &String| piece.chars().filter(char::is_ascii_digit).count() >= 7;
    if pieces.iter().all(whole) { pieces } else { trimmed(std::iter::once(part)) }
}

/// The languages of a cell: `English, Spanish, and Mam`, `English/Spanish`, `español y mam`.
pub fn languages(cell: &str) -> Vec<String> {
    let parts = cell.split([';', '|', '\n', ',', '/', '&']);
    let words = parts.flat_map(|part| part.split(" and ").flat_map(|part| part.split(" y ")));
    trimmed(words.map(|part| part.trim().strip_prefix("and ").unwrap_or(part)))
}

/// The services of a cell. Commas separate short names, `removal defense, bond`, but not the parts of a sentence.
pub fn services(cell: &str) -> Vec<String> {
    let pieces = trimmed(cell.split([';', '|', '\n', ',']));
    let short = |piece: &String| piece.split_whitespace().count() <= 3 && !piece.contains(|c: char| c.is_ascii_digit());
    if pieces.iter().all(short) { pieces } else { trimmed(std::iter::once(cell)) }
}

fn trimmed<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<String> {
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The city of `Washington, DC 20036`.
pub fn city(city_state_zip: &str) -> String {
    if let Some((city, _)) = city_state_zip.rsplit_once(',') {
        return city.trim().to_owned();
    }
    let mut words: Vec<&str> = city_state_zip.split_whitespace().collect();
    if words.last().is_some_and(|word| word.chars().all(|c| c.is_ascii_digit() || c == '-')) {
        words.pop();
    }
    if words.len() > 1 && words.last().is_some_and(|word| word.len() == 2 && word.chars().all(char::is_uppercase)) {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_come_apart() {
        assert_eq!(languages("Spanish; Mam"), ["Spanish", "Mam"]);
        assert_eq!(languages("English/Spanish"), ["English", "Spanish"]);
        assert_eq!(languages("English, Spanish, Farsi, and Russian"), ["English", "Spanish", "Farsi", "Russian"]);
        assert_eq!(languages("español y mam"), ["español", "mam"]);
        assert_eq!(languages("K'iche'"), ["K'iche'"]);
    }

    #[test]
    fn numbers_and_addresses_come_apart_and_stay_as_written() {
        assert_eq!(phones("(617) 555-0123 / 617.555.0124"), ["(617) 555-0123", "617.555.0124"]);
        assert_eq!(phones("617-555-0123, ask for Ana"), ["617-555-0123, ask for Ana"]);
        assert_eq!(phones("555-0123 ::: 555-0124"), ["555-0123", "555-0124"]);
        assert_eq!(emails("a@x.example, b@x.example;c@x.example"), ["a@x.example", "b@x.example", "c@x.example"]);
        assert_eq!(emails("ask at the door"), ["ask at the door"]);
    }

    #[test]
    fn sentences_stay_whole() {
        assert_eq!(services("Removal defense, bond; U visa"), ["Removal defense", "bond", "U visa"]);
        let sentence = "Represents indigent individuals and families; seeking asylum";
        assert_eq!(services(sentence), [sentence]);
    }

    #[test]
    fn the_city_stands_before_the_state() {
        for (text, expected) in [
            ("Washington, DC 20036", "Washington"),
            ("Phoenix AZ 85064-1234", "Phoenix"),
            ("Tijuana", "Tijuana"),
            ("East Palo Alto, CA 94303", "East Palo Alto"),
        ] {
            assert_eq!(city(text), expected);
        }
    }
}
