//! Records to bytes and back. The only place that knows bincode.
//!
//! bincode does not describe itself: a removed field or an inserted variant decodes to a wrong value without an error.
//! So a schema number travels outside of it, and a test holds the exact bytes. To change a record after a release:
//! freeze its old shape here, convert, and raise [`SCHEMA`].

use super::error::{Error, Flaw};
use bincode::{DefaultOptions, Options};
use serde::{Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

/// The schema that [`encode`] writes.
pub const SCHEMA: u16 = 3;

/// Bytes that one value may take, 1 GiB; a hostile length cannot ask for more.
const LIMIT: u64 = 1 << 30;

fn options() -> impl Options {
    DefaultOptions::new().with_fixint_encoding().with_limit(LIMIT)
}

/// Encodes a value in [`SCHEMA`].
///
/// # Errors
/// [`Error::TooLarge`] above 1 GiB.
pub fn encode<T: Serialize>(value: &T) -> Result<Zeroizing<Vec<u8>>, Error> {
    options().serialize(value).map(Zeroizing::new).map_err(|_| Error::TooLarge)
}

/// Appends to `out` what [`encode`] gives, for a value whose [`size`] is known; nothing is copied.
///
/// # Errors
/// [`Error::TooLarge`] where memory ends.
pub fn encode_into<T: Serialize>(out: &mut Vec<u8>, value: &T) -> Result<(), Error> {
    // Without the limit, because for that every value would be measured once more.
    DefaultOptions::new().with_fixint_encoding().serialize_into(out, value).map_err(|_| Error::TooLarge)
}

/// Returns how many bytes [`encode`] gives.
///
/// # Errors
/// [`Error::TooLarge`] above 1 GiB.
pub fn size<T: Serialize>(value: &T) -> Result<usize, Error> {
    let size = options().serialized_size(value).map_err(|_| Error::TooLarge)?;
    usize::try_from(size).map_err(|_| Error::TooLarge)
}

/// Refuses a schema that a newer program wrote.
///
/// # Errors
/// [`Error::Newer`].
pub fn check_known(schema: u16) -> Result<(), Error> {
    if schema > SCHEMA { Err(Error::Newer { found: schema, known: SCHEMA }) } else { Ok(()) }
}

/// Decodes what [`encode`] wrote in `schema`; every byte must be used.
///
/// # Errors
/// [`Flaw::Record`] if the bytes are no such value.
pub fn decode<T: DeserializeOwned>(schema: u16, bytes: &[u8]) -> Result<T, Flaw> {
    match schema {
        // Since the first schema nothing but kinds of records was added, at the end: its bytes mean what they meant.
        1..=SCHEMA => options().deserialize(bytes).map_err(|_| Flaw::Record),
        _ => Err(Flaw::Record),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use crate::core::change::Commit;
    use crate::store::testing::{every_kind, every_kind_of_schema_1, every_kind_of_schema_2};
    use std::fmt::Write as _;

    fn hex(commit: &Commit) -> String {
        let mut hex = String::new();
        for line in encode(commit).unwrap().chunks(32) {
            for byte in line {
                write!(hex, "{byte:02x}").unwrap();
            }
            hex.push('\n');
        }
        hex
    }

    fn bytes(hex: &str) -> Vec<u8> {
        let digits: String = hex.split_whitespace().collect();
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
    }

    /// What a vault of the first schema holds still means what it meant.
    #[test]
    fn schema_1_is_read_as_it_was_written() {
        let golden = bytes(include_str!("golden/schema1.hex"));
        assert_eq!(decode::<Commit>(1, &golden).unwrap(), every_kind_of_schema_1());
    }

    #[test]
    fn schema_2_is_read_as_it_was_written() {
        let golden = bytes(include_str!("golden/schema2.hex"));
        assert_eq!(decode::<Commit>(2, &golden).unwrap(), every_kind_of_schema_2());
    }

    /// The bytes of one commit that uses every kind of record. If this fails, a record's shape has changed and old
    /// vaults would decode to wrong values: freeze the old shape and raise `SCHEMA`, with a golden file of its own.
    /// Before the first release of a schema there are no such vaults: copy the bytes left in `target/` over its file.
    #[test]
    fn schema_3_is_these_bytes() {
        let commit = every_kind();
        let hex = hex(&commit);
        if hex != include_str!("golden/schema3.hex") {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/target/schema3.hex"), hex).unwrap();
            panic!("a record's shape has changed; its bytes now are in target/schema3.hex");
        }
        assert_eq!(decode::<Commit>(3, &bytes(&hex)).unwrap(), commit);
    }

    #[test]
    fn refuses_other_schemas_cut_bytes_and_trailing_bytes() {
        let commit = every_kind();
        let bytes = encode(&commit).unwrap();
        assert!(matches!(check_known(SCHEMA + 1), Err(Error::Newer { found: 4, known: 3 })));
        assert_eq!(decode::<Commit>(0, &bytes), Err(Flaw::Record));
        assert_eq!(decode::<Commit>(SCHEMA, &bytes[..bytes.len() - 1]), Err(Flaw::Record));
        let longer = [&bytes[..], &[0]].concat();
        assert_eq!(decode::<Commit>(SCHEMA, &longer), Err(Flaw::Record));
        assert_eq!(decode::<Commit>(SCHEMA, &[]), Err(Flaw::Record));
        assert_eq!(size(&commit).unwrap(), bytes.len());
        let mut appended = vec![7];
        encode_into(&mut appended, &commit).unwrap();
        assert_eq!(appended[1..], bytes[..]);
    }

    #[test]
    fn a_hostile_length_is_an_error_and_not_a_huge_allocation() {
        let huge = u64::MAX.to_le_bytes();
        assert_eq!(decode::<String>(SCHEMA, &huge), Err(Flaw::Record));
        assert_eq!(decode::<Vec<u64>>(SCHEMA, &huge), Err(Flaw::Record));
    }
}
