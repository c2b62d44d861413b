//! A case erased for good, an A-number kept apart and kept no longer.

use super::{Act, Ground, again, words};
use crate::house::{House, NOW, PASSPHRASE};
use crate::needles::Needles;
use crate::proof::{self, Oracle, acknowledged};
use crate::sealed::Found;
use crate::trace::Run;

/// The case that is erased, its number, and the name that nobody else has.
const CASE: &str = "T-2";
const NUMBER_OF_CASE: usize = 3;
const NAME: &str = "Person 2";

/// `case erase`
pub struct Erase<'a> {
    ground: &'a Ground,
    /// The vault after the script and the erasing.
    oracle: Oracle,
}

impl<'a> Erase<'a> {
    pub fn new(ground: &'a Ground) -> Self {
        let mut lines = ground.lines.clone();
        lines.push(format!("case erase {CASE} --confirm {CASE}"));
        Self { ground, oracle: Oracle::new(&lines) }
    }

    /// Neither copy of the keyring has the case's key, and nothing that can be read has its name.
    fn is_unreadable(house: &House, when: &str) {
        let keys = Found::read(&house.vault(), PASSPHRASE);
        for copy in ["keyring", "keyring.2"] {
            let cases = keys.cases(&house.vault(), copy);
            assert_eq!(cases[NUMBER_OF_CASE], None, "{when}: {copy} has the key of the erased case");
            assert!(cases[NUMBER_OF_CASE - 1].is_some() && cases[NUMBER_OF_CASE + 1].is_some(), "{when}: {copy}");
        }
        let (world, commits) = proof::contents(house);
        assert!(world.cases().all(|case| case.code != CASE && case.name != NAME), "{when}: the case is listed");
        assert!(!format!("{commits:?}").contains(NAME), "{when}: a change has the name");
        let said = house.run(&["timeline", CASE]);
        assert_eq!(said.code, 1, "{when}: it has a timeline: {said:?}");
    }
}

impl Act for Erase<'_> {
    fn what(&self) -> &'static str {
        "case erase"
    }

    fn begin(&self) -> House {
        self.ground.house()
    }

    fn args(&self, _: &House) -> Vec<String> {
        words(&["do", "-", "--now", NOW])
    }

    fn input(&self) -> &'static str {
        "case erase T-2 --confirm T-2\n"
    }

    fn is_done(&self, run: &Run) -> bool {
        acknowledged(&run.out) == 1
    }

    fn look(&self, house: &House, done: bool, when: &str) {
        if done {
            Self::is_unreadable(house, when);
        }
        let before = self.ground.lines.len();
        let head = self.oracle.prove(house, before + usize::from(done), when);
        if head == before {
            assert!(format!("{:?}", proof::contents(house).1).contains(NAME), "{when}: not erased, and not whole");
            again(self, house).good();
        }
        Self::is_unreadable(house, when);
        let said = house.act("undo\nundo\n");
        assert!(said.out.lines().nth(1).is_none_or(|second| second.starts_with("error")), "{when}: {said:?}");
        Self::is_unreadable(house, when);
    }
}

const HAS: &str = "T-1";
const NUMBER: &str = "A099888777";

/// The number that the vault shows, if it shows one.
fn shown(house: &House, when: &str) -> Option<String> {
    let said = house.run(&["reveal", HAS, "--for", "court hotline", "--now", NOW]);
    assert!(matches!(said.code, 0 | 1), "{when}: {said:?}");
    (said.code == 0).then(|| said.out.trim_end().to_owned())
}

/// What was in the vault before the number came is as it was, and the number stands in no file.
fn kept_apart(ground: &Ground, house: &House, more: usize, when: &str) {
    let (_, commits) = proof::contents(house);
    let before = &ground.whole.1;
    assert!(commits.starts_with(before) && commits.len() <= before.len() + more, "{when}: {}", commits.len());
    let (found, files, _) = Needles::new(&[NUMBER[1..].to_owned()]).found_below(&house.vault(), &[]);
    assert!(found.is_empty() && files > 6, "{when}: {found:?}");
    house.run(&["verify"]).good();
    house.act("case add LAST --need other\n").good();
}

/// `rumbo a-number`
pub struct Number<'a>(pub &'a Ground);

impl Act for Number<'_> {
    fn what(&self) -> &'static str {
        "a-number"
    }

    fn begin(&self) -> House {
        self.0.house()
    }

    fn args(&self, _: &House) -> Vec<String> {
        words(&["a-number", HAS, "--consent", "verbal", "--now", NOW])
    }

    fn input(&self) -> &'static str {
        "a-099 888 777\n"
    }

    fn look(&self, house: &House, done: bool, when: &str) {
        let there = shown(house, when);
        assert!(there.as_deref().is_none_or(|number| number == NUMBER), "{when}: another number");
        assert!(there.is_some() || !done, "{when}: it was said to be kept");
        again(self, house).good();
        assert_eq!(shown(house, when).as_deref(), Some(NUMBER), "{when}: not done again");
        kept_apart(self.0, house, 2, when);
    }
}

/// `rumbo a-number --remove`
pub struct NoNumber<'a> {
    ground: &'a Ground,
    with: House,
}

impl<'a> NoNumber<'a> {
    pub fn new(ground: &'a Ground) -> Self {
        let with = ground.house();
        again(&Number(ground), &with).good();
        Self { ground, with }
    }
}

impl Act for NoNumber<'_> {
    fn what(&self) -> &'static str {
        "a-number --remove"
    }

    fn begin(&self) -> House {
        let house = crate::trace::furnished();
        crate::trace::copy_vault(&self.with, &house);
        house
    }

    fn args(&self, _: &House) -> Vec<String> {
        words(&["a-number", HAS, "--remove", "--now", NOW])
    }

    fn look(&self, house: &House, done: bool, when: &str) {
        let there = shown(house, when);
        assert!(there.is_none() || !done, "{when}: it was said to be gone");
        let said = again(self, house);
        assert_eq!(said.code, i32::from(there.is_none()), "{when}: {said:?}");
        assert_eq!(shown(house, when), None, "{when}: not done again");
        kept_apart(self.ground, house, 2, when);
    }
}
