//! Every record exported, sealed: the file is there as a whole or not at all.

use super::{Act, Ground, again, arg, words};
use crate::house::{House, NOW, PASSPHRASE};
use age::secrecy::SecretString;

/// `rumbo export json`
pub struct Json<'a>(pub &'a Ground);

/// The lines in an export, opened with the file beside it.
fn inside(house: &House, when: &str) -> Vec<String> {
    let read = |name: &str| std::fs::read(house.path(name)).unwrap_or_else(|error| panic!("{when}: {name}: {error}"));
    let opener = age::scrypt::Identity::new(SecretString::from(PASSPHRASE));
    let text = age::decrypt(&opener, &read("all.identity.age")).unwrap_or_else(|error| panic!("{when}: {error}"));
    let text = String::from_utf8(text).unwrap();
    let key = text.lines().find(|line| line.starts_with("AGE-SECRET-KEY-")).expect("a key");
    let key: age::x25519::Identity = key.parse().unwrap();
    let plain = age::decrypt(&key, &read("all.age")).unwrap_or_else(|error| panic!("{when}: {error}"));
    String::from_utf8(plain).unwrap().lines().map(str::to_owned).collect()
}

impl Act for Json<'_> {
    fn what(&self) -> &'static str {
        "export json"
    }

    fn begin(&self) -> House {
        self.0.house()
    }

    fn args(&self, house: &House) -> Vec<String> {
        words(&["export", "json", &arg(house, "all.age"), "--now", NOW])
    }

    fn look(&self, house: &House, done: bool, when: &str) {
        let there = house.path("all.age").exists();
        assert!(there || !done, "{when}: it was said to be there");
        if !there {
            again(self, house).good();
        }
        let lines = inside(house, when);
        // Another vault of the same records has as much to tell.
        let records = lines.iter().filter(|line| line.contains("\"record\"")).count();
        let (world, _) = &self.0.whole;
        assert!(records > world.cases().count() && lines.last().unwrap().contains("\"end\""), "{when}: {lines:?}");
        self.0.unchanged(house, when);
    }
}
