//! Phone numbers inside other texts, such as an address that says whom to call.

/// The phone numbers in `text`, as they are written there: North American ones, and international ones with `+`.
///
/// House numbers, post codes and ZIP+4 are too short or have other groups.
pub fn find(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(start) = rest.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(')) else { break };
        let from = at + start;
        let candidate = text.get(from..).unwrap_or_default();
        match length(candidate) {
            Some(length) => {
                found.extend(candidate.get(..length));
                at = from + length;
            }
            // A run of digits that is no number is stepped over as a whole, so that its tail is not taken for one.
            None => at = from + candidate.bytes().take_while(u8::is_ascii_digit).count().max(1),
        }
    }
    found
}

/// How many bytes at the start of `text` are a phone number.
fn length(text: &str) -> Option<usize> {
    let rest =
        if text.starts_with('+') && !text.starts_with("+1") { international(text)? } else { north_american(text)? };
    let rest = extension(rest).unwrap_or(rest);
    (!rest.starts_with(|c: char| c.is_alphanumeric())).then_some(text.len() - rest.len())
}

/// `1 (855) 641-6081`, `617-555-0123`, `617.555.0123`: what follows it.
fn north_american(text: &str) -> Option<&str> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let text = match text.strip_prefix('1') {
        Some(rest) if rest.starts_with([' ', '-', '.', '(']) => separators(rest),
        _ => text,
    };
    let rest = match text.strip_prefix('(') {
        Some(inner) => digits(inner, 3)?.strip_prefix(')')?,
        None => separated(digits(text, 3)?)?,
    };
    let rest = separated(digits(separators(rest), 3)?)?;
    digits(rest, 4)
}

/// `+52 664 555 0123`: a plus and 8 to 15 digits in groups; what follows it.
fn international(text: &str) -> Option<&str> {
    let mut rest = text.strip_prefix('+')?;
    let mut count = 0;
    let mut end = rest;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            count += 1;
        } else if !matches!(c, ' ' | '-' | '.' | '(' | ')') {
            break;
        }
        rest = rest.get(1..)?;
        if c.is_ascii_digit() {
            end = rest;
        }
    }
    (8..=15).contains(&count).then_some(end)
}

/// ` x12`, ` ext. 12`: what follows it.
fn extension(text: &str) -> Option<&str> {
    let text = text.trim_start_matches([' ', ',']);
    let word = ["extension", "ext.", "ext", "x"]
        .into_iter()
        .find(|word| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))?;
    let rest = text.get(word.len()..)?.trim_start_matches(' ');
    let end = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    (end.len() < rest.len()).then_some(end)
}

/// Exactly `count` digits: what follows them.
fn digits(text: &str, count: usize) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (text.len() - rest.len() == count).then_some(rest)
}

fn separators(text: &str) -> &str {
    text.trim_start_matches([' ', '-', '.'])
}

/// At least one separator: what follows.
fn separated(text: &str) -> Option<&str> {
    let rest = separators(text);
    (rest.len() < text.len()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn finds_numbers_as_they_are_written() {
        for (text, expected) in [
            ("Unit 400, 1 (855) 555-0181", vec!["1 (855) 555-0181"]),
            ("call 617-555-0123 or 617.555.0124.", vec!["617-555-0123", "617.555.0124"]),
            ("(617)555-0123 ext. 12, Boston", vec!["(617)555-0123 ext. 12"]),
            ("+1-617-555-0123x4", vec!["+1-617-555-0123x4"]),
            ("Tijuana +52 664 555 0123, MX", vec!["+52 664 555 0123"]),
        ] {
            assert_eq!(find(text), expected, "{text}");
        }
    }

    #[test]
    fn leaves_house_numbers_and_codes() {
        for text in [
            "634 S. Spring Street, 10th floor, Los Angeles, CA 90014-1234",
            "P.O. Box 32670, Phoenix, AZ 85064",
            "3680 Wilshire Blvd., Suite PO4-414",
            "1234567890123 5550123",
            "(Unit 4) 22-333-4444",
            "2150#",
            "",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }
}
