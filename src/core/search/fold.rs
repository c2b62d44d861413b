//! Folding: the form in which texts and queries are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for comparison: compatibility forms taken apart, marks and apostrophes left out, lower case, and
/// any other sign outside ASCII turned into a space.
///
/// `José Núñez` becomes `jose nunez`; `K'iche'` and `K’iche’` both become `kiche`. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, |c| folded.push(c));
    }
    folded
}

/// Gives each character that `c` folds to. Marks are left out, so folding needs no neighbours.
pub(super) fn fold_char(c: char, mut put: impl FnMut(char)) {
    if c.is_ascii() {
        if !is_apostrophe(c) {
            put(if c.is_ascii_whitespace() || c.is_ascii_control() { ' ' } else { c.to_ascii_lowercase() });
        }
        return;
    }
    if is_apostrophe(c) {
        return;
    }
    for lower in std::iter::once(c).nfkd().flat_map(char::to_lowercase) {
        match base_letters(lower) {
            Some(letters) => letters.chars().for_each(&mut put),
            None if is_combining_mark(lower) || is_apostrophe(lower) => {}
            None if lower.is_ascii() || lower.is_alphanumeric() => put(lower),
            None => put(' '),
        }
    }
}

/// The signs that people and their keyboards use for one apostrophe or glottal stop.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | '‛' | '′' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' | 'Ꞌ' | 'ꞌ' | '＇')
}

/// Letters that Unicode does not take apart, as they are typed on a keyboard without them.
fn base_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;
    use proptest::prelude::*;

    #[test]
    fn accents_case_and_apostrophes_do_not_matter() {
        for same in [
            ["José Núñez", "JOSÉ NÚÑEZ", "jose nunez"],
            ["K'iche'", "K’iche’", "kiche"],
            ["Q`anjob´al", "Qʼanjobʻal", "qanjobal"],
            ["O'Brien", "O’BRIEN", "obrien"],
            ["Nguyễn Thị", "NGUYỄN THỊ", "nguyen thi"],
            ["Jose\u{301} Nu\u{301}n\u{303}ez", "José\u{a0}Núñez", "jose nunez"],
            ["Đặng Łukasz", "đặng łukasz", "dang lukasz"],
            ["Straße", "STRASSE", "strasse"],
            ["a—b “c”", "A–B «C»", "a b  c "],
            ["one\ttwo\nthree", "One Two Three", "one two three"],
        ] {
            let [first, second, folded] = same;
            assert_eq!(fold(first), folded, "{first}");
            assert_eq!(fold(second), folded, "{second}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn composed_and_decomposed_spellings_fold_alike(text in "[ -~áéíóúñüàèçãõêôÁÉÑ]*") {
            use unicode_normalization::UnicodeNormalization;
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text));
        }
    }
}
