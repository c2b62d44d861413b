use super::*;
use std::io::{BufReader, Read};

const LABEL: Label = Label { is_copy: true, vault: [7; 16], seq: 42 };

fn sealed(identity: &Identity, carried: &[&[u8]]) -> Vec<u8> {
    let mut sealing = Sealing::new(Vec::new(), &[identity.recipient()], &LABEL, carried).unwrap();
    sealing.write_all(b"R-001").unwrap();
    sealing.finish().unwrap()
}

fn opened(sealed: &[u8], with: With<'_>) -> Result<Vec<u8>, Error> {
    let (found, _, mut inside) = open(BufReader::new(sealed), with)?;
    assert_eq!(found, LABEL);
    let mut bytes = Vec::new();
    inside.read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    Ok(bytes)
}

#[test]
fn opens_for_its_identity_and_for_a_passphrase_that_it_carries() {
    let (one, two) = (Identity::new(), Identity::new());
    let [first, second, wrong] = ["one", "two", "three"].map(|text| Zeroizing::new(text.as_bytes().to_vec()));
    let carried = [one.under(&first, true).unwrap(), one.under(&second, true).unwrap()];
    let sealed = sealed(&one, &[&carried[0], &carried[1]]);
    assert_eq!(opened(&sealed, With::Identity(&one)).unwrap(), b"R-001");
    assert_eq!(opened(&sealed, With::Passphrase(&first)).unwrap(), b"R-001");
    assert_eq!(opened(&sealed, With::Passphrase(&second)).unwrap(), b"R-001");
    assert!(matches!(opened(&sealed, With::Identity(&two)), Err(Error::WrongPassphrase)));
    assert!(matches!(opened(&sealed, With::Passphrase(&wrong)), Err(Error::WrongPassphrase)));
    assert_eq!(label(BufReader::new(&sealed[..])).unwrap(), LABEL);
    let read = Identity::read(&one.written()).unwrap();
    assert_eq!(opened(&sealed, With::Identity(&read)).unwrap(), b"R-001");
}

#[test]
fn a_passphrase_that_asks_for_hours_is_refused_at_once() {
    let (identity, passphrase) = (Identity::new(), Zeroizing::new(b"one".to_vec()));
    let carried = identity.under(&passphrase, true).unwrap();
    let text = String::from_utf8_lossy(&carried).into_owned();
    let line = text.lines().nth(1).unwrap();
    assert!(line.ends_with(" 1"), "{line}");
    let at = text.find(line).unwrap() + line.len() - 1;
    let absurd = [&carried[..at], b"40", &carried[at + 1..]].concat();
    let refused = opened(&sealed(&identity, &[&absurd]), With::Passphrase(&passphrase));
    assert!(matches!(refused, Err(Error::Damaged(_))), "{refused:?}");
}

#[test]
fn what_is_no_copy_has_no_label() {
    let theirs = age::encrypt(&Identity::new().0.to_public(), b"theirs").unwrap();
    for bytes in [&b""[..], b"age-encryption.org/v1\n", b"a letter\n", &theirs] {
        assert!(matches!(label(BufReader::new(bytes)), Err(Error::Damaged(_))));
    }
}
