//! Acts on a whole vault that are no line of a script: what each does, and what it may leave where it is cut short.

mod export;
mod records;
mod repair;
mod secrets;

use super::house::{House, PASSPHRASE, chmod};
use super::proof::{self, Oracle};
use super::trace::{self, Run};
use super::{chance::setting, script};
use rumbo::core::change::Commit;
use rumbo::core::world::World;

/// How many changes of the script the vault has.
const CHANGES: usize = 40;

/// An act that is cut short, and how to look at what it left.
pub trait Act {
    /// What it is called in reports.
    fn what(&self) -> &'static str;

    /// The house in which it is done.
    fn begin(&self) -> House;

    fn args(&self, house: &House) -> Vec<String>;

    fn input(&self) -> &'static str {
        ""
    }

    /// Whether it was said to be done.
    fn is_done(&self, run: &Run) -> bool {
        run.code == Some(0) || !run.out.is_empty()
    }

    /// Proves that the act was done or was not, and was if that was said; and that it can be done again.
    fn look(&self, house: &House, done: bool, when: &str);
}

/// A vault with everything in it that the acts need.
pub struct Ground {
    full: House,
    lines: Vec<String>,
    oracle: Oracle,
    whole: (World, Vec<(u64, Commit)>),
    /// The recovery key.
    recovery: String,
}

impl Ground {
    pub fn new() -> Self {
        let full = trace::furnished();
        let file = arg(&full, "recovery");
        full.run(&["init", "--insecure-test-kdf", "--recovery-file", &file]).good();
        let lines: Vec<String> = script::lines().into_iter().take(CHANGES).collect();
        full.act(&script::text(&lines)).good();
        let luz = secret(&full, "luz", secrets::LUZ);
        full.run(&["person", "add", "Luz", "--new-passphrase-file", &luz]).good();
        let recovery = std::fs::read_to_string(file).unwrap();
        let (oracle, whole) = (Oracle::new(&lines), proof::contents(&full));
        Self { full, lines, oracle, whole, recovery }
    }

    /// A house of its own with this vault.
    fn house(&self) -> House {
        let house = trace::furnished();
        trace::copy_vault(&self.full, &house);
        house
    }

    /// Nothing of the records is other than before, and the vault takes another change.
    fn unchanged(&self, house: &House, when: &str) {
        assert_eq!(self.oracle.prove(house, CHANGES, when), CHANGES, "{when}");
    }

    /// Every act here.
    pub fn acts(&self) -> Vec<Box<dyn Act + '_>> {
        let all: [Box<dyn Act + '_>; 9] = [
            Box::new(secrets::Change(self)),
            Box::new(secrets::Recovery(self)),
            Box::new(secrets::Add(self)),
            Box::new(secrets::Remove(self)),
            Box::new(records::Erase::new(self)),
            Box::new(records::Number(self)),
            Box::new(records::NoNumber::new(self)),
            Box::new(export::Json(self)),
            Box::new(repair::Repair::new(self)),
        ];
        // One alone by its place, for whoever looks for a mistake.
        let one = setting("RUMBO_ACT", usize::MAX);
        all.into_iter().enumerate().filter(|(at, _)| one == usize::MAX || one == *at).map(|(_, act)| act).collect()
    }
}

/// Runs an act's command unharmed.
fn again(act: &dyn Act, house: &House) -> super::house::Said {
    let args = act.args(house);
    house.feed(&args.iter().map(String::as_str).collect::<Vec<_>>(), act.input().as_bytes())
}

/// A path in the house as an argument.
fn arg(house: &House, name: &str) -> String {
    house.path(name).to_str().unwrap().to_owned()
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Writes a file that only its owner reads.
fn secret(house: &House, name: &str, text: &str) -> String {
    let path = house.write(name, text.as_bytes());
    chmod(&house.path(name), 0o600);
    path
}

/// Whether a secret opens the vault.
fn opens(house: &House, text: &str) -> bool {
    let (file, vault) = (secret(house, "tried", text), arg(house, "vault"));
    let said = house.run_bare(&["cases", "--vault", &vault, "--passphrase-file", &file]);
    assert!(matches!(said.code, 0 | 3), "neither opened nor refused: {said:?}");
    said.code == 0
}

/// The vault's own passphrase opens it, and so does the recovery key.
fn own_secrets_open(ground: &Ground, house: &House, when: &str) {
    assert!(opens(house, PASSPHRASE), "{when}: the passphrase does not open it");
    assert!(opens(house, &ground.recovery), "{when}: the recovery key does not open it");
}
