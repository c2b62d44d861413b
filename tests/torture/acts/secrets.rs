//! Who can open the vault: another passphrase, another recovery key, a person more or less. Whatever cuts it short, exactly
//! the old secret or the new one opens the vault.

use super::{Act, Ground, again, arg, opens, own_secrets_open, secret, words};
use crate::house::{House, PASSPHRASE};

/// The second person's passphrase, a third one's, and the one that takes the place of the first.
pub const LUZ: &str = "cuatro nubes y una silla";
const ROSA: &str = "siete barcas en el patio";
const NEW: &str = "una lancha azul sin motor";

/// Both copies of the header are one once somebody who writes has opened the vault: what is replaced is nowhere left.
fn one_header(house: &House, when: &str) {
    house.act("").good();
    let [one, other] = ["vault.hdr", "vault.hdr.2"].map(|copy| std::fs::read(house.vault().join(copy)).unwrap());
    assert!(one == other, "{when}: two headers");
}

/// `rumbo passphrase`
pub struct Change<'a>(pub &'a Ground);

impl Act for Change<'_> {
    fn what(&self) -> &'static str {
        "passphrase"
    }

    fn begin(&self) -> House {
        let house = self.0.house();
        secret(&house, "new", NEW);
        house
    }

    fn args(&self, house: &House) -> Vec<String> {
        words(&["passphrase", "--new-passphrase-file", &arg(house, "new")])
    }

    fn look(&self, house: &House, done: bool, when: &str) {
        let (old, new) = (opens(house, PASSPHRASE), opens(house, NEW));
        assert!(old != new, "{when}: the old passphrase opens it: {old}; the new one: {new}");
        assert!(new || !done, "{when}: the change was said, and the old passphrase opens it");
        assert!(opens(house, &self.0.recovery) && opens(house, LUZ), "{when}: another secret no longer opens it");
        if old {
            again(self, house).good();
            assert!(opens(house, NEW) && !opens(house, PASSPHRASE), "{when}: not done again");
        }
        // And back.
        secret(house, "passphrase", NEW);
        one_header(house, when);
        secret(house, "new", PASSPHRASE);
        again(self, house).good();
        secret(house, "passphrase", PASSPHRASE);
        assert!(opens(house, PASSPHRASE) && !opens(house, NEW), "{when}: not changed back");
        self.0.unchanged(house, when);
    }
}

/// `rumbo recovery-key`
pub struct Recovery<'a>(pub &'a Ground);

impl Recovery<'_> {
    /// The key in a file, if all of it is there.
    fn written(house: &House, name: &str) -> Option<String> {
        let text = std::fs::read_to_string(house.path(name)).ok()?;
        (text.trim_end().len() == 8 * 5 + 7).then_some(text)
    }
}

impl Act for Recovery<'_> {
    fn what(&self) -> &'static str {
        "recovery-key"
    }

    fn begin(&self) -> House {
        self.0.house()
    }

    fn args(&self, house: &House) -> Vec<String> {
        let free = ["key-1", "key-2"].into_iter().find(|name| !house.path(name).exists()).unwrap_or("key-3");
        words(&["recovery-key", "--recovery-file", &arg(house, free)])
    }

    fn look(&self, house: &House, done: bool, when: &str) {
        let key = Self::written(house, "key-1");
        let (old, new) = (opens(house, &self.0.recovery), key.as_ref().is_some_and(|key| opens(house, key)));
        assert!(old != new, "{when}: the old key opens it: {old}; the new one: {new}, written: {}", key.is_some());
        assert!(new || !done, "{when}: the change was said, and the old key opens it");
        assert!(opens(house, PASSPHRASE) && opens(house, LUZ), "{when}: another secret no longer opens it");
        let next = if house.path("key-1").exists() { "key-2" } else { "key-1" };
        again(self, house).good();
        let another = Self::written(house, next).expect("another key");
        one_header(house, when);
        let former = key.filter(|_| next == "key-2").is_some_and(|key| opens(house, &key));
        assert!(opens(house, &another) && !opens(house, &self.0.recovery) && !former, "{when}: not done again");
        self.0.unchanged(house, when);
    }
}

/// `rumbo person add`
pub struct Add<'a>(pub &'a Ground);

impl Act for Add<'_> {
    fn what(&self) -> &'static str {
        "person add"
    }

    fn begin(&self) -> House {
        let house = self.0.house();
        secret(&house, "rosa", ROSA);
        house
    }

    fn args(&self, house: &House) -> Vec<String> {
        words(&["person", "add", "Rosa", "--new-passphrase-file", &arg(house, "rosa")])
    }

    fn look(&self, house: &House, done: bool, when: &str) {
        own_secrets_open(self.0, house, when);
        let there = opens(house, ROSA);
        assert!(opens(house, LUZ) && (there || !done), "{when}: she was said to be added");
        let said = again(self, house);
        let known = there && said.code == 1 && said.err.contains("already");
        assert!(known || (!there && said.code == 0), "{when}: {said:?}");
        one_header(house, when);
        assert!(opens(house, ROSA), "{when}: not done again");
        self.0.unchanged(house, when);
    }
}

/// `rumbo person remove`
pub struct Remove<'a>(pub &'a Ground);

impl Act for Remove<'_> {
    fn what(&self) -> &'static str {
        "person remove"
    }

    fn begin(&self) -> House {
        self.0.house()
    }

    fn args(&self, _: &House) -> Vec<String> {
        words(&["person", "remove", "Luz"])
    }

    fn look(&self, house: &House, done: bool, when: &str) {
        own_secrets_open(self.0, house, when);
        let there = opens(house, LUZ);
        assert!(!there || !done, "{when}: she was said to be removed");
        let said = again(self, house);
        let gone = !there && said.code == 1 && said.err.contains("Nobody is called");
        assert!(gone || (there && said.code == 0), "{when}: {said:?}");
        one_header(house, when);
        assert!(!opens(house, LUZ), "{when}: not done again");
        own_secrets_open(self.0, house, when);
        self.0.unchanged(house, when);
    }
}
