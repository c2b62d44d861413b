//! A damaged vault repaired: what was damaged is kept, what was proven stays, and a second repair ends what the first began.

use super::{Act, Ground, again, words};
use crate::house::{House, NOW};
use crate::{proof, trace};
use std::fs;

/// The file that is damaged, and the change in it.
const FILE: &str = "journal/000001.log";
const CHANGE: u64 = 2;

/// `rumbo repair --yes`
pub struct Repair<'a> {
    ground: &'a Ground,
    /// A vault in which a bit of a change is flipped, and that file.
    damaged: (House, Vec<u8>),
    cases: Vec<String>,
}

impl<'a> Repair<'a> {
    pub fn new(ground: &'a Ground) -> Self {
        let house = ground.house();
        let cases = house.run(&["cases", "--json", "--now", NOW]).good();
        let file = house.vault().join(FILE);
        let mut bytes = fs::read(&file).unwrap();
        let length = u32::from_le_bytes(bytes[64..68].try_into().unwrap()) as usize;
        bytes[64 + (64 + length + 8).next_multiple_of(64) + 90] ^= 1;
        fs::write(file, &bytes).unwrap();
        assert_eq!(house.run(&["verify"]).code, 4, "it is damaged");
        Self { ground, damaged: (house, bytes), cases }
    }

    /// The damaged file is in its place, or a copy of it is.
    fn is_kept(&self, house: &House) -> bool {
        let folders = fs::read_dir(house.vault().join("damaged")).into_iter().flatten();
        let copies = folders.map(|folder| folder.unwrap().path().join(FILE));
        copies.chain([house.vault().join(FILE)]).any(|file| fs::read(file).is_ok_and(|file| file == self.damaged.1))
    }
}

impl Act for Repair<'_> {
    fn what(&self) -> &'static str {
        "repair"
    }

    fn begin(&self) -> House {
        let house = trace::furnished();
        trace::copy_vault(&self.damaged.0, &house);
        house
    }

    fn args(&self, _: &House) -> Vec<String> {
        words(&["repair", "--yes", "--now", NOW])
    }

    fn is_done(&self, run: &trace::Run) -> bool {
        run.code == Some(0) || run.out.contains("The vault is good")
    }

    fn look(&self, house: &House, done: bool, when: &str) {
        assert!(self.is_kept(house), "{when}: the damaged file is nowhere");
        let said = house.run(&["cases", "--json", "--now", NOW]);
        assert!(said.code == 0 || (said.code == 4 && !done), "{when}: {said:?}");
        let cases: Vec<&str> = said.out.lines().collect();
        assert_eq!(cases, self.cases, "{when}: other cases");
        let said = again(self, house);
        assert!(said.code == 0 && said.out.contains("The vault is good"), "{when}: {said:?}");
        assert!(self.is_kept(house), "{when}: the damaged file is nowhere after another repair");
        house.run(&["verify"]).good();
        let (world, commits) = proof::contents(house);
        assert!(world == self.ground.whole.0, "{when}: another world");
        let same = commits.iter().zip(&self.ground.whole.1).all(|(one, other)| one == other || one.0 == CHANGE);
        assert!(same && commits.len() == self.ground.whole.1.len(), "{when}: another past");
        house.act("case add LAST --need other\n").good();
        house.run(&["verify"]).good();
    }
}
