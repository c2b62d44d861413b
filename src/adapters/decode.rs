//! Bytes of unknown encoding to text, saying which encoding it was.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How the bytes of a file spell text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    /// What Windows programs write in the Americas and Western Europe; the guess for all that is not Unicode.
    Windows1252,
}

/// A file as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    pub encoding: Encoding,
}

/// Decodes UTF-8 with or without a byte order mark, UTF-16 with one, and everything else as Windows-1252.
///
/// Windows-1252 has a character for every byte, so no input is refused; in UTF-16 what is malformed becomes U+FFFD.
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Decoded { text: UTF_16LE.decode_without_bom_handling(rest).0.into_owned(), encoding: Encoding::Utf16 };
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Decoded { text: UTF_16BE.decode_without_bom_handling(rest).0.into_owned(), encoding: Encoding::Utf16 };
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(text) => Decoded { text: text.to_owned(), encoding: Encoding::Utf8 },
        Err(_) => Decoded {
            text: WINDOWS_1252.decode_without_bom_handling(rest).0.into_owned(),
            encoding: Encoding::Windows1252,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        let Decoded { text, encoding } = decode(bytes);
        (text, encoding)
    }

    #[test]
    fn reads_each_encoding() {
        assert_eq!(decoded("Núñez".as_bytes()), ("Núñez".into(), Encoding::Utf8));
        assert_eq!(decoded(b"\xEF\xBB\xBFname"), ("name".into(), Encoding::Utf8));
        assert_eq!(decoded(b"\xFF\xFEn\0\xFA\0"), ("nú".into(), Encoding::Utf16));
        assert_eq!(decoded(b"\xFE\xFF\0n\0\xFA"), ("nú".into(), Encoding::Utf16));
        assert_eq!(decoded(b"N\xFA\xF1ez \x80 \x92"), ("Núñez € ’".into(), Encoding::Windows1252));
        assert_eq!(decoded(b""), (String::new(), Encoding::Utf8));
    }

    #[test]
    fn every_byte_becomes_a_character() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&all).text.chars().count(), 256);
    }
}
