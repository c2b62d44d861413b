//! What a vault has to be after so many changes, and whether one is.

use super::house::House;
use super::{script, trace};
use rumbo::core::change::Commit;
use rumbo::core::event::Event;
use rumbo::core::world::World;
use rumbo::store::{Store, vault};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

/// A vault as it stands at one change.
#[derive(PartialEq)]
struct State {
    world: World,
    commits: Vec<(u64, Commit)>,
}

/// Opens a vault that nobody else uses. What another thread of this test starts has the lock's file for the moment
/// between being split off and becoming another program.
fn held(vault: &Path) -> Result<vault::Locked, rumbo::store::Error> {
    let mut opened = vault::open(vault);
    for _ in 0..100 {
        if !matches!(opened, Err(rumbo::store::Error::InUse(..))) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        opened = vault::open(vault);
    }
    opened
}

impl State {
    /// Reads a vault beside whoever holds it; nothing is written.
    fn read(vault: &Path) -> Self {
        let locked = vault::open_reader(vault).unwrap_or_else(|error| panic!("no vault: {error}"));
        let mut reader = locked.unlock(&trace::passphrase()).unwrap_or_else(|(error, _)| panic!("not opened: {error}"));
        let (world, head) = reader.load().unwrap_or_else(|error| panic!("not read: {error}"));
        let commits = reader.since(0).unwrap_or_else(|error| panic!("not replayed: {error}"));
        assert_eq!(commits.len() as u64, head);
        Self { world, commits }
    }

    /// Opens the vault with its lock, as the one who writes, which mends what was cut short; proves that its records and
    /// timelines are these, and closes it.
    fn opens_to_write(&self, house: &House, when: &str) {
        let locked = held(&house.vault()).unwrap_or_else(|error| panic!("{when}: not locked: {error}"));
        let opened = locked.unlock(&trace::passphrase());
        let mut vault = opened.unwrap_or_else(|(error, _)| panic!("{when}: not opened: {error}"));
        let (world, seq) = vault.load().unwrap();
        let same = world == self.world && seq == self.commits.len() as u64;
        assert!(same, "{when}: another world when opened to write");
        for case in world.cases() {
            let events = vault.timeline(case.id).unwrap_or_else(|error| panic!("{when}: {}: {error}", case.code));
            assert!(events == timeline(&self.commits, case.id), "{when}: {}: another timeline", case.code);
        }
        vault.close().unwrap_or_else(|error| panic!("{when}: not closed: {error}"));
    }
}

/// The script's vault after each of its changes, made when it is asked for.
pub struct Oracle {
    lines: Vec<String>,
    states: RefCell<BTreeMap<usize, Rc<State>>>,
}

impl Oracle {
    pub fn new(lines: &[String]) -> Self {
        Self { lines: lines.to_vec(), states: RefCell::default() }
    }

    /// Runs the first lines of the script, unharmed, in a vault of their own.
    fn state(&self, changes: usize) -> Rc<State> {
        let make = || {
            let house = House::new();
            house.act(&script::text(&self.lines[..changes])).good();
            let state = State::read(&house.vault());
            assert_eq!(state.commits.len(), changes);
            Rc::new(state)
        };
        Rc::clone(self.states.borrow_mut().entry(changes).or_insert_with(make))
    }

    /// Proves that a vault has everything acknowledged, and at most one change more; that it is exactly what those
    /// changes make; that it opens to be written, gives the same timelines, and takes another change. Returns how many
    /// changes it has.
    pub fn prove(&self, house: &House, acknowledged: usize, when: &str) -> usize {
        let found = State::read(&house.vault());
        let head = found.commits.len();
        assert!(head >= acknowledged, "{when}: {acknowledged} acknowledged, {head} there");
        assert!(head <= acknowledged + 1, "{when}: {acknowledged} acknowledged, yet {head} there");
        self.same(&found, head, true, when);
        found.opens_to_write(house, when);
        self.same(&State::read(&house.vault()), head, false, when);
        // By the program itself.
        let said = house.act("case add LAST --need other\n");
        assert_eq!((said.code, said.out), (0, format!("ok {}\n", head + 1)), "{when}: {}", said.err);
        head
    }

    fn same(&self, found: &State, head: usize, unfinished: bool, when: &str) {
        let expected = self.state(head);
        assert!(found.world == expected.world, "{when}: another world at change {head}");
        let differs = found.commits.iter().zip(&expected.commits).find(|(found, expected)| {
            // An erasing that was cut off is finished by the next one who writes; the key of the case may be there till then.
            found != expected && !(unfinished && expected.1.lost)
        });
        assert!(differs.is_none(), "{when}: another past at change {head}: {:?}", differs.map(|(found, _)| found.0));
    }
}

/// What the timeline of a case adds up to.
fn timeline(commits: &[(u64, Commit)], case: rumbo::core::id::CaseId) -> Vec<Event> {
    let mut memory = rumbo::store::memory::MemoryStore::default();
    for (seq, commit) in commits {
        memory.commit(seq - 1, commit).unwrap();
    }
    memory.timeline(case).unwrap()
}

/// How many changes were acknowledged.
pub fn acknowledged(out: &str) -> usize {
    out.lines().filter(|line| line.starts_with("ok ")).count()
}

#[test]
fn the_script_is_two_hundred_changes() {
    let lines = script::lines();
    assert_eq!(lines.len(), script::CHANGES);
    let house = House::new();
    let said = house.act(&script::text(&lines));
    let refused: Vec<&str> = said.out.lines().filter(|line| !line.starts_with("ok ")).collect();
    assert_eq!((refused, acknowledged(&said.out)), (vec![], script::CHANGES));
}

/// Everything in a house's vault, to be compared.
pub fn contents(house: &House) -> (World, Vec<(u64, Commit)>) {
    let State { world, commits } = State::read(&house.vault());
    (world, commits)
}

/// The timelines that the vault keeps are what its journal adds up to: when it is opened after whatever happened, and when
/// it is opened after that.
pub fn same_timelines(house: &House, when: &str) {
    let state = State::read(&house.vault());
    state.opens_to_write(house, when);
    state.opens_to_write(house, &format!("{when}, opened once more"));
}
