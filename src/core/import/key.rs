//! Normalised copies for comparison; what a person reads stays as it was written.

use crate::core::search::fold;

/// The words of a name, address or language, folded: `ABA Commission,  Inc.` and `aba commission inc` are one.
pub fn words(text: &str) -> String {
    let folded = fold(text);
    let mut key = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    // A name of signs alone is still a name.
    if key.is_empty() { text.trim().to_lowercase() } else { key }
}

/// The digits of a phone number, without the leading 1 of a North American one.
pub fn phone(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ if digits.is_empty() => words(text),
        _ => digits,
    }
}

/// An e-mail address in lower case.
pub fn email(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    lower.strip_prefix("mailto:").unwrap_or(&lower).to_owned()
}

/// A site without its scheme, `www.` and last slash.
pub fn site(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_thing_share_a_key() {
        assert_eq!(words("Núñez & Sons,  Inc."), words("nunez sons inc"));
        assert_eq!(words("***"), "***");
        assert_eq!(phone("1 (855) 641-6081"), phone("+1-855-641-6081"));
        assert_eq!(phone("(617) 555-0123"), "6175550123");
        assert_eq!(phone("ask at the door"), "ask at the door");
        assert_eq!(email(" Info@Legal.Example"), "info@legal.example");
        assert_eq!(site("https://www.Legal.example/"), site("legal.example"));
    }

    #[test]
    fn different_things_do_not() {
        assert_ne!(phone("(617) 555-0123"), phone("(617) 555-0123 x4"));
        assert_ne!(site("legal.example/a"), site("legal.example/b"));
    }
}
