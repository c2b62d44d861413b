//! The recovery key: 160 random bits on paper, which open the vault when the passphrase is forgotten.
//!
//! It is written as eight groups of four base32 letters (Crockford's: no I, L, O or U) and a fifth that checks them, so
//! that a slip of the pen is named by its group. Case, dashes and spaces do not matter.

use super::envelope::{Identity, Recipient};
use super::error::Error;
use super::seal::{Secret, VaultId, joined, random};
use data_encoding::BASE32HEX_NOPAD;
use zeroize::{Zeroize, Zeroizing};

/// How many groups there are, and letters of one, without the check.
pub const GROUPS: usize = 8;
const GROUP: usize = 4;
const BYTES: usize = 20;
/// Crockford's letters, each at its value.
const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The letters of the same values in the base32 of RFC 4648 that goes on after nine.
const HEX: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
/// From so many whole groups on, what was typed is a recovery key with slips and no passphrase: a passphrase of forty
/// of these letters has four by chance once in some 15,000.
const ENOUGH: usize = 4;

/// A recovery key, wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey(Zeroizing<[u8; BYTES]>);

/// What typed letters are.
pub enum Typed {
    Key(RecoveryKey),
    /// A recovery key with slips in these groups, counted from 1.
    Mistyped(Vec<u8>),
    /// Something else, such as a passphrase.
    Other,
}

impl RecoveryKey {
    /// Makes a new one.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn new() -> Result<Self, Error> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// The key as it is written down: eight groups of five letters, with dashes.
    pub fn written(&self) -> Zeroizing<String> {
        let hex = Zeroizing::new(BASE32HEX_NOPAD.encode(self.0.as_slice()));
        let letters = across(hex.as_bytes(), HEX, LETTERS).unwrap_or_default();
        let mut out = Zeroizing::new(String::with_capacity(GROUPS * (GROUP + 2)));
        for (group, place) in letters.chunks(GROUP).zip(0..) {
            if place > 0 {
                out.push('-');
            }
            out.extend(group.iter().copied().map(char::from));
            out.extend(check(group, place).map(char::from));
        }
        out
    }

    /// Reads what a person typed.
    pub fn read(typed: &[u8]) -> Typed {
        let Some(groups) = split(typed) else { return Typed::Other };
        let wrong: Vec<u8> =
            groups.iter().zip(0..).filter(|(group, at)| !is_whole(group, *at)).map(|(_, at)| at + 1).collect();
        match wrong.len() {
            0 => Self::decode(&groups).map_or(Typed::Other, Typed::Key),
            slips if slips <= GROUPS - ENOUGH => Typed::Mistyped(wrong),
            _ => Typed::Other,
        }
    }

    fn decode(groups: &[Zeroizing<Vec<u8>>]) -> Option<Self> {
        let mut letters = Zeroizing::new(Vec::with_capacity(GROUPS * GROUP));
        for group in groups {
            letters.extend_from_slice(group.get(..GROUP)?);
        }
        let bytes = Zeroizing::new(BASE32HEX_NOPAD.decode(&across(&letters, LETTERS, HEX)?).ok()?);
        Some(Self(Zeroizing::new(*bytes.first_chunk()?)))
    }

    /// What opens backups: an age identity that comes from the key.
    pub fn identity(&self) -> Option<Identity> {
        Identity::of(&Zeroizing::new(blake3::derive_key("rumbo recovery key 1 backups", self.0.as_slice())))
    }

    /// What a vault keeps of it, sealed, to make backups that it opens: whom to seal to, and with what to vouch.
    pub(super) fn kept(&self) -> Zeroizing<String> {
        let kept = self.identity().map(|identity| {
            let seal = blake3::Hash::from_bytes(*identity.seal_key());
            format!("{} {}", identity.recipient().written(), seal.to_hex())
        });
        Zeroizing::new(kept.unwrap_or_default())
    }

    /// Reads what [`RecoveryKey::kept`] gave.
    pub(super) fn from_kept(kept: &str) -> Option<(Recipient, Secret)> {
        let (recipient, seal) = kept.split_once(' ')?;
        let seal = blake3::Hash::from_hex(seal).ok()?;
        Some((Recipient::read(recipient)?, Zeroizing::new(*seal.as_bytes())))
    }

    /// The key that wraps the vault's own. Nobody guesses 160 random bits, so that no slow derivation is needed: a keyed
    /// hash binds them to the vault and to the slot.
    pub(super) fn wrapping_key(&self, vault: &VaultId, salt: &[u8; 16]) -> Secret {
        let mut bound = joined(&[vault, salt, self.0.as_slice()]);
        let key = Zeroizing::new(blake3::derive_key("rumbo vault 2 recovery slot", &bound));
        bound.zeroize();
        key
    }
}

/// Each letter as the one of the same value in the other alphabet.
fn across(letters: &[u8], from: &str, to: &str) -> Option<Zeroizing<Vec<u8>>> {
    let across = |letter: &u8| to.as_bytes().get(from.bytes().position(|known| known == *letter)?).copied();
    letters.iter().map(across).collect::<Option<Vec<u8>>>().map(Zeroizing::new)
}

/// Cuts what was typed into the eight groups: at its separators where there are seven, else by counting letters.
/// `None` where it is nothing of the kind.
fn split(typed: &[u8]) -> Option<Vec<Zeroizing<Vec<u8>>>> {
    let apart = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'-';
    let parts: Vec<&[u8]> = typed.split(apart).filter(|part| !part.is_empty()).collect();
    if parts.len() == GROUPS {
        return Some(parts.iter().map(|part| plain(part)).collect());
    }
    let letters = Zeroizing::new(parts.concat());
    if letters.len() != GROUPS * (GROUP + 1) {
        return None;
    }
    Some(letters.chunks(GROUP + 1).map(plain).collect())
}

/// Capitals, and the letters that are mistaken for digits as those digits.
fn plain(part: &[u8]) -> Zeroizing<Vec<u8>> {
    let letter = |byte: &u8| match byte.to_ascii_uppercase() {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    Zeroizing::new(part.iter().map(letter).collect())
}

fn is_whole(group: &[u8], place: u8) -> bool {
    matches!(group.split_last(), Some((last, letters)) if letters.len() == GROUP && check(letters, place) == Some(*last))
}

/// The letter that checks a group at its place, from 0. A wrong letter, two neighbours swapped, or two groups swapped
/// always change it; the sum is one over GF(32), as ISBN's is over the integers modulo 11.
fn check(letters: &[u8], place: u8) -> Option<u8> {
    let mut sum = place;
    for letter in letters {
        let value = LETTERS.bytes().position(|known| known == *letter)?;
        sum = doubled(sum) ^ u8::try_from(value).ok()?;
    }
    LETTERS.as_bytes().get(usize::from(doubled(sum))).copied()
}

/// Twice a value of GF(32), by the polynomial x⁵ + x² + 1.
fn doubled(value: u8) -> u8 {
    let twice = value << 1;
    if twice & 32 == 0 { twice } else { twice ^ 0b10_0101 }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    fn key() -> RecoveryKey {
        RecoveryKey(Zeroizing::new(std::array::from_fn(|at| u8::try_from(at * 13).unwrap())))
    }

    fn slips(typed: &str) -> Vec<u8> {
        match RecoveryKey::read(typed.as_bytes()) {
            Typed::Mistyped(groups) => groups,
            Typed::Key(_) => vec![],
            Typed::Other => vec![99],
        }
    }

    #[test]
    fn reads_back_however_it_is_typed() {
        let written = key().written();
        // What is on somebody's paper may never change its meaning.
        assert_eq!(*written, "006HZ-M9SM6-85755-PT3N0-GA7S8-SADPT-RF8DF-VTQQ4");
        let other = [
            written.to_lowercase(),
            written.replace('-', ""),
            written.replace('-', " "),
            format!(" {}\n", written.replace('-', " - ")),
            written.replace('0', "O").replace('1', "l"),
            written.replace('0', "o").replace('1', "i"),
        ];
        for typed in other.iter().chain([&*written]) {
            assert!(matches!(RecoveryKey::read(typed.as_bytes()), Typed::Key(read) if read == key()), "{typed}");
        }
    }

    #[test]
    fn two_new_ones_differ_and_say_what_they_are() {
        let (one, two) = (RecoveryKey::new().unwrap(), RecoveryKey::new().unwrap());
        assert!(one != two);
        assert!(matches!(RecoveryKey::read(one.written().as_bytes()), Typed::Key(read) if read == one));
    }

    #[test]
    fn every_wrong_letter_and_every_swap_of_neighbours_is_named_by_its_group() {
        let good = key().written();
        let places: Vec<usize> = (0..good.len()).filter(|at| good.as_bytes()[*at] != b'-').collect();
        for at in places.iter().copied() {
            let group = u8::try_from(at / 6 + 1).unwrap();
            for letter in LETTERS.bytes().filter(|letter| *letter != good.as_bytes()[at]) {
                let mut bad = good.as_bytes().to_vec();
                bad[at] = letter;
                assert_eq!(slips(&String::from_utf8(bad).unwrap()), [group]);
            }
            let mut swapped = good.as_bytes().to_vec();
            if at % 6 < 4 && swapped[at] != swapped[at + 1] {
                swapped.swap(at, at + 1);
                assert_eq!(slips(&String::from_utf8(swapped).unwrap()), [group]);
            }
            let mut short = good.to_string();
            short.remove(at);
            assert_eq!(slips(&short), [group], "a letter left out");
        }
    }

    #[test]
    fn groups_in_the_wrong_order_are_named() {
        let good = key().written();
        let mut groups: Vec<&str> = good.split('-').collect();
        groups.swap(2, 6);
        assert_eq!(slips(&groups.join("-")), [3, 7]);
    }

    #[test]
    fn a_passphrase_is_something_else() {
        for typed in [
            "",
            "correct horse battery staple",
            "one two three four five six seven eight",
            "0123456789012345678901234567890123456789",
            "the pale nurse writes again at dawn today",
        ] {
            assert_eq!(slips(typed), [99], "{typed}");
        }
        let five = key().written().split('-').take(3).collect::<Vec<_>>().join("-");
        assert_eq!(slips(&format!("{five}-AAAAA-BBBBB-CCCCC-DDDDD-EEEEE")), [99]);
    }

    #[test]
    fn what_is_kept_of_it_seals_but_does_not_open() {
        let identity = key().identity().unwrap();
        let kept = key().kept();
        let (recipient, seal) = RecoveryKey::from_kept(&kept).unwrap();
        assert_eq!((recipient.written(), seal), (identity.recipient().written(), identity.seal_key()));
        assert!(!kept.contains(&*identity.written()) && RecoveryKey::from_kept("").is_none());
        assert!(recipient.written().starts_with("age1"));
    }

    #[test]
    fn vault_and_slot_decide_the_wrapping_key() {
        let one = key().wrapping_key(&[1; 16], &[2; 16]);
        assert_eq!(one, key().wrapping_key(&[1; 16], &[2; 16]));
        assert_ne!(one, key().wrapping_key(&[2; 16], &[2; 16]));
        assert_ne!(one, key().wrapping_key(&[1; 16], &[1; 16]));
    }
}
