//! The age envelope of a copy: sealed to recipients, and carrying in its header what else it takes to open it. The only
//! file that knows the age crates.
//!
//! Beside the stanzas of its recipients, the header has three kinds of our own, which every other age program passes over:
//!
//! ```text
//! -> rumbo-copy 1 VAULT CHANGE     which vault it is of, and up to which change; of an export, rumbo-export
//! -> rumbo-identity                an age file: the identity that opens the copy, under a passphrase
//! -> rumbo-check                   a checksum of all stanzas above
//! ```
//! So one file is enough to restore from, with the passphrase or with a printed key. The checksum only tells accidents
//! from a wrong passphrase; that nobody changed anything is for age to say.

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests;

use super::error::{COPY, Error, Flaw};
use super::keys::{Passphrase, spellings, usual};
use super::seal::{Secret, VaultId};
use crate::core::change::Seq;
use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, EncryptError, Encryptor, scrypt, x25519};
use age_core::format::{FileKey, Stanza};
use bech32::{Bech32, Hrp};
use std::cell::RefCell;
use std::collections::HashSet;
use std::io::{self, BufRead, Write};
use zeroize::Zeroizing;

const COPIES: &str = "rumbo-copy";
const EXPORTS: &str = "rumbo-export";
const CARRIED: &str = "rumbo-identity";
const CHECK: &str = "rumbo-check";
/// The layout of our own stanzas.
const VERSION: &str = "1";
/// The most work that a passphrase of a copy may ask for: 2²⁰ rounds of scrypt, 1 GiB and some seconds. A changed copy
/// cannot make it hours.
const MOST_WORK: u8 = 20;
/// The work for a passphrase of a real vault: 256 MiB and about a second.
const WORK: u8 = 18;
/// The work where the vault has the cheap key derivation.
const TEST_WORK: u8 = 1;
/// Identities that a copy may carry; a vault has fewer passphrases.
const MOST_CARRIED: usize = 8;

/// What opens copies.
#[derive(Clone)]
pub struct Identity(x25519::Identity);

/// Whom a copy is sealed to; its text is no secret, but whoever has it could make copies that look like ours.
#[derive(Clone)]
pub struct Recipient(x25519::Recipient);

impl Identity {
    /// Makes a new one.
    pub fn new() -> Self {
        Self(x25519::Identity::generate())
    }

    /// The identity of 32 secret bytes, in the words of age: bech32, in capitals.
    pub fn of(secret: &Secret) -> Option<Self> {
        let kind = Hrp::parse("age-secret-key-").ok()?;
        let text = Zeroizing::new(bech32::encode::<Bech32>(kind, secret.as_slice()).ok()?);
        Self::read(&Zeroizing::new(text.to_uppercase()))
    }

    /// Reads an identity as age writes it: `AGE-SECRET-KEY-1…`.
    pub fn read(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self)
    }

    /// The identity as age writes it.
    pub fn written(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// Whom to seal to so that this opens it.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    /// The key under which a copy's last line vouches for the others: whoever has it had the vault open, or has this
    /// identity. A recipient alone is not enough.
    pub fn seal_key(&self) -> Secret {
        Zeroizing::new(blake3::derive_key("rumbo copy 1 seal", self.written().as_bytes()))
    }

    /// Puts the identity under a passphrase: an age file that age itself opens.
    ///
    /// # Errors
    /// [`Error::TooLarge`] where there is no memory for it.
    pub fn under(&self, passphrase: &Passphrase, cheap: bool) -> Result<Vec<u8>, Error> {
        let mut recipient = scrypt::Recipient::new(text(&usual(passphrase)));
        recipient.set_work_factor(if cheap { TEST_WORK } else { WORK });
        let lines = Zeroizing::new(format!("# opens the copies of a rumbo vault\n{}\n", *self.written()));
        age::encrypt(&recipient, lines.as_bytes()).map_err(|_| Error::TooLarge)
    }

    /// Opens what [`Identity::under`] made, however the passphrase is spelt.
    fn from_under_any(sealed: &[u8], passphrase: &Passphrase) -> Result<Self, Error> {
        let mut opened = Err(Error::WrongPassphrase);
        for spelling in spellings(passphrase) {
            opened = Self::from_under(sealed, &spelling);
            if opened.is_ok() {
                break;
            }
        }
        opened
    }

    fn from_under(sealed: &[u8], passphrase: &Passphrase) -> Result<Self, Error> {
        let mut identity = scrypt::Identity::new(text(passphrase));
        identity.set_max_work_factor(MOST_WORK);
        let lines = age::decrypt(&identity, sealed).map(Zeroizing::new).map_err(|error| refused(&error))?;
        let lines = std::str::from_utf8(&lines).map_err(|_| flaw(Flaw::Form))?;
        lines.lines().find_map(Self::read).ok_or_else(|| flaw(Flaw::Form))
    }
}

impl Recipient {
    /// Reads a recipient as age writes it: `age1…`.
    pub fn read(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// The recipient as age writes it.
    pub fn written(&self) -> String {
        self.0.to_string()
    }
}

/// A passphrase as age takes it. One that is no UTF-8 could not be typed there; here it still opens what it sealed.
fn text(passphrase: &Passphrase) -> SecretString {
    SecretString::from(String::from_utf8_lossy(passphrase).into_owned())
}

/// What anybody may read of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// It is something to restore from.
    pub is_copy: bool,
    pub vault: VaultId,
    pub seq: Seq,
}

impl Label {
    fn stanza(&self) -> Stanza {
        let vault = format!("{:032x}", u128::from_be_bytes(self.vault));
        let tag = if self.is_copy { COPIES } else { EXPORTS };
        Stanza { tag: tag.into(), args: vec![VERSION.into(), vault, self.seq.to_string()], body: Vec::new() }
    }

    fn read(stanza: &Stanza) -> Option<Self> {
        let [version, vault, seq] = stanza.args.as_slice() else { return None };
        let is_copy = stanza.tag == COPIES;
        let vault = u128::from_str_radix(vault, 16).ok()?.to_be_bytes();
        let label = Self { is_copy, vault, seq: seq.parse().ok()? };
        (version == VERSION && label.stanza().args == stanza.args).then_some(label)
    }
}

/// Everything that goes into the header.
struct Header<'a> {
    recipients: &'a [Recipient],
    label: &'a Label,
    carried: &'a [&'a [u8]],
}

impl age::Recipient for Header<'_> {
    fn wrap_file_key(&self, file_key: &FileKey) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        let mut stanzas = vec![self.label.stanza()];
        for recipient in self.recipients {
            stanzas.extend(recipient.0.wrap_file_key(file_key)?.0);
        }
        let carry = |sealed: &&[u8]| Stanza { tag: CARRIED.into(), args: Vec::new(), body: sealed.to_vec() };
        stanzas.extend(self.carried.iter().map(carry));
        let check = check(&stanzas);
        stanzas.push(Stanza { tag: CHECK.into(), args: vec![check], body: Vec::new() });
        Ok((stanzas, HashSet::new()))
    }
}

fn check(stanzas: &[Stanza]) -> String {
    let mut hasher = blake3::Hasher::new();
    for stanza in stanzas {
        let words = std::iter::once(&stanza.tag).chain(&stanza.args).map(String::as_bytes);
        for part in words.chain([stanza.body.as_slice(), b"stanza"]) {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    hasher.finalize().to_hex().chars().take(32).collect()
}

/// Seals what is written to it; it must be finished.
pub struct Sealing<W: Write>(age::stream::StreamWriter<W>);

impl<W: Write> Sealing<W> {
    /// Begins a copy: its header goes out at once.
    ///
    /// # Errors
    /// The file system's.
    pub fn new(out: W, recipients: &[Recipient], label: &Label, carried: &[&[u8]]) -> io::Result<Self> {
        let header = Header { recipients, label, carried };
        let encryptor = Encryptor::with_recipients(std::iter::once(&header as &dyn age::Recipient));
        encryptor.map_err(io::Error::other)?.wrap_output(out).map(Self)
    }

    /// Writes the end, without which the copy is a cut one.
    ///
    /// # Errors
    /// The file system's.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// With what a copy is to be opened.
#[derive(Clone, Copy)]
pub enum With<'a> {
    Identity(&'a Identity),
    /// By way of an identity that the copy carries.
    Passphrase(&'a Passphrase),
}

/// The lines inside a copy.
pub type Inside<R> = age::stream::StreamReader<R>;

/// Reads the header without opening anything.
#[derive(Default)]
struct Look(RefCell<Option<Label>>);

impl age::Identity for Look {
    fn unwrap_stanza(&self, _: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        None
    }

    fn unwrap_stanzas(&self, stanzas: &[Stanza]) -> Option<Result<FileKey, DecryptError>> {
        self.0.replace(whole(stanzas));
        None
    }
}

/// Opens the header's seal, once it is known to be as it was written.
struct Key<'a> {
    with: With<'a>,
    found: RefCell<Option<(Label, Result<Identity, Error>)>>,
}

impl age::Identity for Key<'_> {
    fn unwrap_stanza(&self, _: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        None
    }

    fn unwrap_stanzas(&self, stanzas: &[Stanza]) -> Option<Result<FileKey, DecryptError>> {
        let label = whole(stanzas)?;
        let identity = match self.with {
            With::Identity(identity) => Ok(identity.clone()),
            With::Passphrase(passphrase) => carried(stanzas, passphrase),
        };
        let key = identity.as_ref().ok().and_then(|identity| identity.0.unwrap_stanzas(stanzas));
        self.found.replace(Some((label, identity)));
        key
    }
}

/// The label of a header that is as it was written.
fn whole(stanzas: &[Stanza]) -> Option<Label> {
    // age programs add a stanza of nonsense now and then; ours comes last but for that.
    let at = stanzas.iter().position(|stanza| stanza.tag == CHECK)?;
    let (before, rest) = stanzas.split_at(at);
    let genuine = rest.first().is_some_and(|stanza| stanza.args == [check(before)] && stanza.body.is_empty());
    let label = before.iter().find(|stanza| [COPIES, EXPORTS].contains(&&*stanza.tag)).and_then(Label::read)?;
    genuine.then_some(label)
}

fn carried(stanzas: &[Stanza], passphrase: &Passphrase) -> Result<Identity, Error> {
    let mut said = Error::WrongPassphrase;
    for stanza in stanzas.iter().filter(|stanza| stanza.tag == CARRIED).take(MOST_CARRIED) {
        match Identity::from_under_any(&stanza.body, passphrase) {
            Ok(identity) => return Ok(identity),
            Err(Error::WrongPassphrase) => {}
            Err(other) => said = other,
        }
    }
    Err(said)
}

/// Whether a file begins as age files do.
pub fn is_age(start: &[u8]) -> bool {
    start.starts_with(b"age-encryption.org/")
}

/// Reads the label of a copy without opening it.
///
/// # Errors
/// Damage, if it is no copy or not as it was written; the file system's.
pub fn label(file: impl BufRead) -> Result<Label, Error> {
    let look = Look::default();
    match Decryptor::new_buffered(file).map_err(|error| refused(&error))?.decrypt(std::iter::once(&look as _)) {
        Ok(_) | Err(DecryptError::NoMatchingKeys) => look.0.into_inner().ok_or_else(|| flaw(Flaw::Checksum)),
        Err(error) => Err(refused(&error)),
    }
}

/// Opens a copy; says of which vault it is, and which identity opened it.
///
/// # Errors
/// [`Error::WrongPassphrase`], damage, the file system's.
pub fn open<R: BufRead>(file: R, with: With<'_>) -> Result<(Label, Identity, Inside<R>), Error> {
    let key = Key { with, found: RefCell::new(None) };
    let decryptor = Decryptor::new_buffered(file).map_err(|error| refused(&error))?;
    let opened = decryptor.decrypt(std::iter::once(&key as _));
    let Some((label, identity)) = key.found.into_inner() else { return Err(flaw(Flaw::Checksum)) };
    let identity = identity?;
    Ok((label, identity, opened.map_err(|error| refused(&error))?))
}

/// What age's no means.
fn refused(error: &DecryptError) -> Error {
    match error {
        DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => {
            Error::WrongPassphrase
        }
        DecryptError::InvalidMac => flaw(Flaw::Seal),
        DecryptError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => flaw(Flaw::Short),
        _ => flaw(Flaw::Form),
    }
}

/// What it means that a copy cannot be read on.
pub fn unreadable(error: &io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => flaw(Flaw::Short),
        _ => flaw(Flaw::Seal),
    }
}

fn flaw(flaw: Flaw) -> Error {
    flaw.at(COPY, None)
}
