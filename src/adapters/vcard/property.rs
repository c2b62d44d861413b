//! One property of a card: its name, what is said about its value, and the value.

use crate::adapters::decode::decode;
use encoding_rs::Encoding;

/// One property, decoded but not taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// What links it with others, such as `item1`; may be empty.
    pub group: String,
    /// In capitals; empty for a line that is no property.
    pub name: String,
    pub params: Vec<(String, String)>,
    /// The value with its escapes.
    raw: String,
}

/// Encodings that 2.1 writes without saying `ENCODING=`.
const ENCODINGS: [&str; 5] = ["QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"];

impl Property {
    /// Reads a logical line. One without a colon has no name and is its own value.
    pub fn parse(line: &str) -> Self {
        let Some(colon) = unquoted(line, ':').next().or_else(|| line.find(':')) else {
            return Self { group: String::new(), name: String::new(), params: Vec::new(), raw: line.to_owned() };
        };
        let (head, value) = (line.get(..colon).unwrap_or_default(), line.get(colon + 1..).unwrap_or_default());
        let mut parts = split(head, unquoted(head, ';')).into_iter();
        let full_name = parts.next().unwrap_or_default().trim();
        let (group, name) = full_name.split_once('.').unwrap_or(("", full_name));
        let params: Vec<_> = parts.map(param).collect();
        let mut property =
            Self { group: group.to_owned(), name: name.to_ascii_uppercase(), params, raw: value.to_owned() };
        if property.param("ENCODING").is_some_and(|encoding| encoding.eq_ignore_ascii_case("QUOTED-PRINTABLE")) {
            property.raw = quoted_printable(value, property.param("CHARSET"));
        }
        property
    }

    /// A line of a card inside this one.
    pub fn agent(line: &str) -> Self {
        Self { group: String::new(), name: "AGENT".to_owned(), params: Vec::new(), raw: line.to_owned() }
    }

    /// Whether it is `AGENT:` with a card to follow.
    pub fn is_empty_agent(&self) -> bool {
        self.name == "AGENT" && self.raw.trim().is_empty()
    }

    /// Whether it has this name and value, without regard to case.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.name == name && self.raw.trim().eq_ignore_ascii_case(value)
    }

    /// The first value of a parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value as one text.
    pub fn text(&self) -> String {
        unescape(&self.raw)
    }

    /// The components of a structured value such as an address.
    pub fn components(&self) -> Vec<String> {
        split(&self.raw, unescaped(&self.raw, ';')).into_iter().map(unescape).collect()
    }

    /// The values of a list.
    pub fn list(&self) -> Vec<String> {
        split(&self.raw, unescaped(&self.raw, ',')).into_iter().map(unescape).collect()
    }

    /// How many bytes of a picture, sound or key stand in the card itself, if it is one of these.
    pub fn embedded(&self) -> Option<usize> {
        let media = matches!(self.name.as_str(), "PHOTO" | "LOGO" | "SOUND" | "KEY");
        let encoded = self.param("ENCODING").is_some() || self.raw.trim_start().starts_with("data:");
        (media && encoded).then(|| self.raw.len() / 4 * 3)
    }
}

fn param(text: &str) -> (String, String) {
    let (name, value) = match text.split_once('=') {
        Some((name, value)) => (name.trim().to_ascii_uppercase(), value.trim().replace('"', "")),
        None if ENCODINGS.iter().any(|known| known.eq_ignore_ascii_case(text)) => {
            ("ENCODING".to_owned(), text.to_owned())
        }
        None => ("TYPE".to_owned(), text.to_owned()),
    };
    // RFC 6868.
    (name, value.replace("^n", "\n").replace("^'", "\"").replace("^^", "^"))
}

/// Where `sign` stands outside double quotes.
fn unquoted(text: &str, sign: char) -> impl Iterator<Item = usize> + '_ {
    let mut quoted = false;
    text.char_indices().filter_map(move |(at, c)| {
        quoted ^= c == '"';
        (c == sign && !quoted).then_some(at)
    })
}

/// Where `sign` stands without a backslash before it.
fn unescaped(text: &str, sign: char) -> impl Iterator<Item = usize> + '_ {
    let mut escaped = false;
    text.char_indices().filter_map(move |(at, c)| {
        let here = c == sign && !escaped;
        escaped = c == '\\' && !escaped;
        here.then_some(at)
    })
}

fn split(text: &str, at: impl Iterator<Item = usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut from = 0;
    for end in at {
        parts.extend(text.get(from..end));
        from = end + 1;
    }
    parts.extend(text.get(from..));
    parts
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, chars.clone().next()) {
            ('\\', Some('n' | 'N')) => out.push('\n'),
            ('\\', Some(escaped @ ('\\' | ';' | ',' | ':' | '"'))) => out.push(escaped),
            _ => {
                out.push(c);
                continue;
            }
        }
        chars.next();
    }
    out
}

/// Decodes `=C3=91` to the text it means in `charset`, or as a file without one is read.
fn quoted_printable(text: &str, charset: Option<&str>) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(decoded) if *byte == b'=' => {
                bytes.push(decoded);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    match charset.and_then(|label| Encoding::for_label(label.as_bytes())) {
        Some(encoding) => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
        None => decode(&bytes).text,
    }
}
