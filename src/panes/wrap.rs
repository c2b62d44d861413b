//! A text broken into lines of the screen.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Breaks a text into lines of at most `width` cells, at spaces where there are any. Its own line breaks stay.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && cells(&line).saturating_add(cells(word)) >= width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            while cells(&line) > width.max(1) {
                let rest = cut(&mut line, width.max(1));
                if rest.is_empty() {
                    break;
                }
                lines.push(std::mem::replace(&mut line, rest));
            }
        }
        lines.push(line);
    }
    lines
}

/// Shortens `line` to `width` cells and returns what was behind; takes at least one letter.
fn cut(line: &mut String, width: u16) -> String {
    let (mut used, mut end) = (0, 0);
    for (at, letter) in line.grapheme_indices(true) {
        used += cells(letter);
        if used > width && at > 0 {
            break;
        }
        end = at + letter.len();
    }
    line.split_off(end)
}

/// How many cells a text takes.
fn cells(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_long_words_break_anywhere() {
        assert_eq!(wrap("ask the court by Friday", 9), ["ask the", "court by", "Friday"]);
        assert_eq!(wrap("one\n\ntwo", 9), ["one", "", "two"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("漢字漢字", 3), ["漢", "字", "漢", "字"]);
        assert_eq!(wrap("漢字", 1), ["漢", "字"]);
        assert_eq!(wrap("abc", 0), ["a", "b", "c"]);
        for line in wrap("a rather long sentence about nothing in particular", 11) {
            assert!(cells(&line) <= 11, "{line}");
        }
    }
}
