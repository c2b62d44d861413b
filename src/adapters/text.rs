//! Makes text from outside harmless, visibly: what could hide, reorder or command is shown as `<U+202E>`.
//!
//! Everything that comes from a file, a paste or an argument passes through here before it becomes a record.
//! Both functions are idempotent, so text that went out and came back is not marked twice.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The most characters kept of a text of one line; a longer one is cut and ends in [`CUT`].
pub const LINE_MAX: usize = 4_000;
/// The most characters kept of a text of many lines; a longer one is cut and ends in [`CUT`].
pub const TEXT_MAX: usize = 200_000;
/// What stands at the end of a text that was cut.
pub const CUT: &str = " […]";

/// Cleans a text of one line: tabs and line breaks become spaces, at most [`LINE_MAX`] characters.
pub fn clean_line(raw: &str) -> String {
    clean(raw, ' ', LINE_MAX)
}

/// Cleans a text that may have line breaks, which become `\n`, at most [`TEXT_MAX`] characters.
pub fn clean_text(raw: &str) -> String {
    clean(raw, '\n', TEXT_MAX)
}

/// Cleans a text that stands in a line which nobody may break or indent: tabs and line breaks are shown too.
pub fn mark_line(raw: &str) -> String {
    let mut marked = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '\t' | '\n' | '\r' => marked.push_str(&mark(c)),
            _ => marked.push(c),
        }
    }
    clean_line(&marked)
}

fn mark(c: char) -> String {
    format!("<U+{:04X}>", u32::from(c))
}

fn clean(raw: &str, newline: char, max: usize) -> String {
    if raw.len() <= max && raw.bytes().all(|b| matches!(b, b' '..=b'~')) {
        return raw.to_owned();
    }
    // At most four characters are joined to one, so what stands behind these is cut in any case.
    let end = raw.char_indices().nth(4 * (max + 1)).map_or(raw.len(), |(end, _)| end);
    let raw = raw.get(..end).unwrap_or(raw);
    let shown = show(&nfc(raw), newline);
    // A mark that joined an invisible character may now join its `>`.
    cut(nfc(&shown), max)
}

fn nfc(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

fn show(text: &str, newline: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\t' => out.push(' '),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push(newline),
            // Persian, the scripts of India and joined emoji need these two; between ASCII letters they only hide.
            '\u{200C}' | '\u{200D}' if out.chars().next_back().is_some_and(|before| !before.is_ascii()) => out.push(c),
            _ if is_unsafe(c) => out.push_str(&mark(c)),
            _ => out.push(c),
        }
    }
    out
}

/// Whether a character draws nothing, commands a terminal or changes the order of its neighbours.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // soft hyphen, joiners, fillers: no width
            '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            // order of writing
            | '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}'
            // line and paragraph separators, annotations, tags
            | '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
        || matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

fn cut(text: String, max: usize) -> String {
    if text.len() <= max || text.chars().count() <= max {
        return text;
    }
    let mut kept: String = text.chars().take(max - CUT.chars().count()).collect();
    kept.push_str(CUT);
    kept
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shows_what_hides_or_commands() {
        assert_eq!(clean_line("pay\u{202E}txt.exe"), "pay<U+202E>txt.exe");
        assert_eq!(clean_line("\u{1b}[2J"), "<U+001B>[2J");
        assert_eq!(clean_line("a\0b\u{7f}c\u{9b}d"), "a<U+0000>b<U+007F>c<U+009B>d");
        assert_eq!(clean_line("\u{FEFF}Ana\u{200B}"), "<U+FEFF>Ana<U+200B>");
        assert_eq!(clean_line("in\u{200D}visible"), "in<U+200D>visible");
    }

    #[test]
    fn no_break_is_left_where_none_may_be() {
        assert_eq!(mark_line("court\n2026-11-26\tx\r\u{1b}[2J"), "court<U+000A>2026-11-26<U+0009>x<U+000D><U+001B>[2J");
        assert_eq!(mark_line(&mark_line("a\nb")), "a<U+000A>b");
        assert_eq!(mark_line("José  Núñez"), "José  Núñez");
    }

    #[test]
    fn keeps_names_and_joined_emoji_as_they_are() {
        for name in ["José Núñez", "K’iche’", "میخ\u{200C}ها", "क्\u{200D}ष", "👩\u{200D}⚕️", "Ÿ", "Nguyễn Thị"]
        {
            assert_eq!(clean_line(name), name);
        }
        assert_eq!(clean_line("Jose\u{301}"), "José");
    }

    #[test]
    fn breaks_stay_only_where_they_may() {
        assert_eq!(clean_line("a\tb\r\nc\rd"), "a b c d");
        assert_eq!(clean_text("a\tb\r\nc\rd\n"), "a b\nc\nd\n");
    }

    #[test]
    fn what_is_too_long_is_cut_in_sight() {
        let long = clean_line(&"é".repeat(LINE_MAX + 1));
        assert_eq!(long.chars().count(), LINE_MAX);
        assert!(long.ends_with(CUT));
        assert_eq!(clean_line(&"é".repeat(LINE_MAX)), "é".repeat(LINE_MAX));
        assert!(clean_line(&"a".repeat(LINE_MAX + 1)).ends_with(CUT));
    }

    #[test]
    fn the_list_of_naughty_strings_is_harmless() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/unicode/blns.json");
        let Ok(json) = std::fs::read_to_string(path) else {
            eprintln!("skipped: {path} is not here");
            return;
        };
        let strings: Vec<String> = serde_json::from_str(&json).unwrap();
        assert!(strings.len() > 400);
        for raw in strings {
            let line = clean_line(&raw);
            assert!(!line.chars().any(char::is_control), "{raw:?} became {line:?}");
            assert!(!line.contains(['\u{202E}', '\u{200B}', '\u{FEFF}', '\u{2066}', '\u{2028}']), "{raw:?}");
            assert_eq!(clean_line(&line), line, "{raw:?}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(raw in r"(\PC|\pC|[\u{300}-\u{36f}>=\u{200b}-\u{200f}\u{212a}ea]){0,40}") {
            let line = clean_line(&raw);
            prop_assert_eq!(&clean_line(&line), &line);
            let text = clean_text(&raw);
            prop_assert_eq!(&clean_text(&text), &text);
            prop_assert!(!line.chars().any(char::is_control));
            prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n'));
        }
    }
}
