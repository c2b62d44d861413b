//! SIGKILL before every call that changes a disk or answers: what was acknowledged is there, and the vault opens.

use super::chance::setting;
use super::house::{House, NOW};
use super::proof::{Oracle, acknowledged};
use super::trace::{self, CHANGING};
use super::{proof, script};

/// Kills a run at each `stride`th of the calls that it makes when unharmed; `one` makes a run with what `strace` is asked
/// for, and looks what it left. Returns how many were killed.
pub fn killed(calls: &[(&'static str, usize)], stride: usize, mut one: impl FnMut(&str, &str) -> bool) -> usize {
    let (mut all, mut missed) = (0, Vec::new());
    for (at, (call, count)) in calls.iter().enumerate() {
        // Not every call at the same place, where there is a stride; but each at least once.
        let first = 1 + (at * 7) % stride.min(*count);
        for n in (first..=*count).step_by(stride) {
            let ask = format!("inject={call}:signal=KILL:when={n}");
            if one(&ask, &format!("killed at {call} {n}")) {
                all += 1;
            } else {
                missed.push(ask);
            }
        }
    }
    // sled syncs on a thread of its own, when it likes: such a call may not come again.
    assert!(missed.len() * 4 <= all, "{all} killed, not at {missed:?}");
    all
}

pub fn told(calls: &[(&'static str, usize)]) -> String {
    calls.iter().map(|(call, count)| format!("{call} {count}")).collect::<Vec<_>>().join(", ")
}

/// The script, killed at each `stride`th call of each kind.
fn script_killed(stride: usize) {
    if !trace::is_here() {
        return;
    }
    let lines = script::lines();
    let (oracle, text) = (Oracle::new(&lines), script::text(&lines));
    let empty = House::new();
    let args = ["do", "-", "--now", NOW];
    let begin = || {
        let house = trace::furnished();
        trace::copy_vault(&empty, &house);
        house
    };
    let calls = trace::counts(&begin(), &CHANGING, &args, &text);
    let (mut unsaid, mut so_far) = (0, 0);
    let all = killed(&calls, stride, |ask, when| {
        let house = begin();
        let run = trace::run(&house, ask, &args, &text);
        let done = acknowledged(&run.out);
        unsaid += oracle.prove(&house, done, when) - done;
        so_far += 1;
        if so_far % 100 == 0 {
            trace::report(&format!("{so_far} kills so far, the last {when}"));
        }
        run.happened
    });
    trace::report(&format!(
        "do, 200 changes ({}): {all} kills, 0 acknowledged changes lost, 0 vaults unopenable; {unsaid} changes there and not yet said",
        told(&calls)
    ));
}

#[test]
fn a_script_killed_at_some_calls_loses_nothing() {
    script_killed(setting("RUMBO_KILL_STRIDE", 150));
}

/// `RUMBO_KILL_STRIDE=1 nice cargo test --test torture script_killed_at_every -- --ignored --nocapture`
#[test]
#[ignore = "an hour or so"]
fn a_script_killed_at_every_call_loses_nothing() {
    script_killed(setting("RUMBO_KILL_STRIDE", 1));
}

/// One act on a whole vault, killed at each `stride`th call: `begin` makes the house in which it is done, and `after` looks
/// at what it left.
fn act_killed(
    what: &str,
    stride: usize,
    begin: impl Fn() -> House,
    args: impl Fn(&House) -> Vec<String>,
    after: impl Fn(&House, &str),
) {
    let run = |house: &House, ask: &str| {
        let args = args(house);
        trace::run(house, ask, &args.iter().map(String::as_str).collect::<Vec<_>>(), "")
    };
    let house = begin();
    let calls = trace::counts(&house, &CHANGING, &args(&house).iter().map(String::as_str).collect::<Vec<_>>(), "");
    after(&house, &format!("{what}, unharmed"));
    let all = killed(&calls, stride, |ask, when| {
        let house = begin();
        let run = run(&house, ask);
        after(&house, &format!("{what}, {when}"));
        run.happened
    });
    trace::report(&format!("{what} ({}): {all} kills, 0 vaults lost, each could be done again", told(&calls)));
}

/// What makes a vault is done again; it may also have been done.
fn again(house: &House, args: &[&str], when: &str) {
    let said = house.run(args);
    let there = said.code == 1 && said.err.contains("already");
    assert!(said.code == 0 || there, "{when}: {said:?}");
}

const INIT: [&str; 2] = ["init", "--insecure-test-kdf"];
const OLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/files/schema1.copy");

/// Making a vault, copying it, making one from a copy, sealing it anew: killed at any call, the vault that was there is
/// whole, and what was begun can be begun again.
fn acts_killed(stride: usize) {
    if !trace::is_here() {
        return;
    }
    let lines: Vec<String> = script::lines().into_iter().take(110).collect();
    let (oracle, nothing) = (Oracle::new(&lines), Oracle::new(&[]));
    let full = trace::furnished();
    full.run(&INIT).good();
    full.act(&script::text(&lines)).good();
    let copy = full.path("copy").to_str().unwrap().to_owned();
    full.run(&["backup", &copy]).good();
    let filled = || {
        let house = trace::furnished();
        trace::copy_vault(&full, &house);
        house
    };
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();

    act_killed(
        "init",
        stride,
        trace::furnished,
        |_| words(&INIT),
        |house, when| {
            again(house, &INIT, when);
            nothing.prove(house, 0, when);
        },
    );
    act_killed(
        "restore",
        stride,
        trace::furnished,
        |_| words(&["restore", &copy]),
        |house, when| {
            again(house, &["restore", &copy], when);
            oracle.prove(house, lines.len(), when);
        },
    );
    let target = |house: &House| house.path("copy").to_str().unwrap().to_owned();
    act_killed(
        "backup",
        stride,
        filled,
        |house| words(&["backup", &target(house)]),
        |house, when| {
            house.run(&["backup", &target(house)]).good();
            let other = House::empty();
            other.run(&["restore", &target(house)]).good();
            oracle.prove(&other, lines.len(), when);
            oracle.prove(house, lines.len(), when);
        },
    );
    let rotate = |house: &House, file: &str| words(&["rotate", "--recovery-file", house.path(file).to_str().unwrap()]);
    act_killed(
        "rotate",
        stride,
        filled,
        |house| rotate(house, "key"),
        |house, when| {
            oracle.prove(house, lines.len(), when);
            house.run(&rotate(house, "another").iter().map(String::as_str).collect::<Vec<_>>()).good();
        },
    );
    let old = House::empty();
    old.run(&["restore", OLD]).good();
    let whole = proof::contents(&old);
    act_killed(
        "restoring an old copy, sealed anew",
        stride,
        trace::furnished,
        |_| words(&["restore", OLD]),
        |house, when| {
            again(house, &["restore", OLD], when);
            assert!(proof::contents(house) == whole, "{when}");
            house.act("case add LAST --need other\n").good();
        },
    );
}

#[test]
fn what_makes_copies_and_seals_vaults_is_killed_at_some_calls() {
    acts_killed(setting("RUMBO_KILL_STRIDE", 300));
}

/// `RUMBO_KILL_STRIDE=1 nice cargo test --test torture vaults_is_killed_at_every -- --ignored --nocapture`
#[test]
#[ignore = "hours"]
fn what_makes_copies_and_seals_vaults_is_killed_at_every_call() {
    acts_killed(setting("RUMBO_KILL_STRIDE", 1));
}
