//! SIGKILL before every call that changes a disk or answers: what was acknowledged is there, and the vault opens.

use super::chance::setting;
use super::house::{House, NOW};
use super::proof::{Oracle, acknowledged};
use super::trace::{self, CHANGING};
use super::{proof, script};

/// Kills at the first call, then at each `stride`th, until a run ends unharmed; returns how many were killed.
fn each_call(call: &str, first: usize, stride: usize, mut one: impl FnMut(&str, usize) -> bool) -> usize {
    let mut killed = 0;
    for n in (first..).step_by(stride) {
        let ask = format!("inject={call}:signal=KILL:when={n}");
        if !one(&ask, n) {
            return killed;
        }
        killed += 1;
    }
    killed
}

/// The script, killed at each `stride`th call of each kind.
fn script_killed(stride: usize) {
    if !trace::is_here() {
        return;
    }
    let lines = script::lines();
    let (oracle, text) = (Oracle::new(&lines), script::text(&lines));
    let empty = House::new();
    let mut all = 0;
    let mut unsaid = 0;
    for (at, call) in CHANGING.iter().enumerate() {
        // Not every call at the same place, where there is a stride.
        let killed = each_call(call, 1 + (at * 7) % stride, stride, |ask, n| {
            let house = trace::furnished();
            trace::copy_vault(&empty, &house);
            let run = trace::run(&house, ask, &["do", "-", "--now", NOW], &text);
            let done = acknowledged(&run.out);
            assert!(run.happened || (run.code == Some(0) && done == script::CHANGES), "{ask}: {}{}", run.out, run.err);
            unsaid += oracle.prove(&house, done, &format!("killed at {call} {n}")) - done;
            run.happened
        });
        if killed > 0 {
            trace::report(&format!("do, 200 changes: {killed} kills at {call}"));
        }
        all += killed;
    }
    assert!(all > 10, "{all}");
    trace::report(&format!(
        "do, 200 changes: {all} kills, 0 acknowledged changes lost, 0 vaults that did not open; {unsaid} changes there and not yet said"
    ));
}

#[test]
fn a_script_killed_at_some_calls_loses_nothing() {
    script_killed(setting("RUMBO_KILL_STRIDE", 97));
}

/// `nice cargo test --test torture killed_at_every -- --ignored --nocapture`
#[test]
#[ignore = "an hour or so"]
fn a_script_killed_at_every_call_loses_nothing() {
    script_killed(setting("RUMBO_KILL_STRIDE", 1));
}

/// Making a vault, copying it, making one from a copy, sealing an old one anew: killed at any call, the vault that was
/// there is untouched, and what was begun can be begun again.
fn others_killed(stride: usize) {
    if !trace::is_here() {
        return;
    }
    let lines: Vec<String> = script::lines().into_iter().take(120).collect();
    let (oracle, nothing) = (Oracle::new(&lines), Oracle::new(&[]));
    let full = trace::furnished();
    full.run(&["init", "--insecure-test-kdf"]).good();
    full.act(&script::text(&lines)).good();
    let copy = full.path("copy");
    full.run(&["backup", copy.to_str().unwrap()]).good();
    let copy = copy.to_str().unwrap();
    let mut all = 0;
    for call in CHANGING {
        let init = each_call(call, 1, stride, |ask, n| {
            let house = trace::furnished();
            let run = trace::run(&house, ask, &["init", "--insecure-test-kdf"], "");
            again(&house, &["init", "--insecure-test-kdf"], &run, &format!("init at {call} {n}"));
            nothing.prove(&house, 0, &format!("init killed at {call} {n}"));
            run.happened
        });
        let restore = each_call(call, 1, stride, |ask, n| {
            let house = trace::furnished();
            let run = trace::run(&house, ask, &["restore", copy], "");
            again(&house, &["restore", copy], &run, &format!("restore at {call} {n}"));
            oracle.prove(&house, lines.len(), &format!("restore killed at {call} {n}"));
            run.happened
        });
        let backup = each_call(call, 1, stride, |ask, n| {
            let house = trace::furnished();
            trace::copy_vault(&full, &house);
            let target = house.path("copy");
            let args = ["backup", target.to_str().unwrap()];
            let run = trace::run(&house, ask, &args, "");
            house.run(&args).good();
            let other = House::empty();
            other.run(&["restore", target.to_str().unwrap()]).good();
            let when = format!("backup killed at {call} {n}");
            oracle.prove(&other, lines.len(), &when);
            oracle.prove(&house, lines.len(), &when);
            run.happened
        });
        if init + restore + backup > 0 {
            trace::report(&format!("{call}: init {init}, restore {restore}, backup {backup} kills"));
        }
        all += init + restore + backup;
    }
    trace::report(&format!("init, restore, backup: {all} kills, 0 vaults lost, each could be done again"));
}

/// What was killed is there whole, or can be done again.
fn again(house: &House, args: &[&str], run: &trace::Run, when: &str) {
    let said = house.run(args);
    let there = said.code == 1 && said.err.contains("already");
    assert!(said.code == 0 || there, "{when}: {said:?}");
    assert!(run.happened || run.code == Some(0), "{when}: {}{}", run.out, run.err);
}

#[test]
fn what_makes_and_copies_vaults_can_be_killed_at_some_calls() {
    others_killed(setting("RUMBO_KILL_STRIDE", 211));
}

/// `nice cargo test --test torture what_makes_and_copies -- --ignored --nocapture`
#[test]
#[ignore = "an hour or so"]
fn what_makes_and_copies_vaults_can_be_killed_at_every_call() {
    others_killed(setting("RUMBO_KILL_STRIDE", 1));
}

/// A vault of the first version is sealed anew when it is first opened.
fn migration_killed(stride: usize) {
    if !trace::is_here() {
        return;
    }
    let old = House::empty();
    let copy = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/files/schema1.copy");
    old.run(&["restore", copy]).good();
    let whole = proof::contents(&old);
    let mut all = 0;
    for call in CHANGING {
        all += each_call(call, 1, stride, |ask, n| {
            let house = trace::furnished();
            let run = trace::run(&house, ask, &["restore", copy], "");
            again(&house, &["restore", copy], &run, &format!("old copy at {call} {n}"));
            assert!(proof::contents(&house) == whole, "old copy, killed at {call} {n}");
            house.act("case add LAST --need other\n").good();
            run.happened
        });
    }
    trace::report(&format!("restoring and sealing anew a vault of the first version: {all} kills, 0 lost"));
}

#[test]
fn sealing_an_old_vault_anew_can_be_killed_at_some_calls() {
    migration_killed(setting("RUMBO_KILL_STRIDE", 101));
}

/// `nice cargo test --test torture sealing_an_old -- --ignored --nocapture`
#[test]
#[ignore = "minutes"]
fn sealing_an_old_vault_anew_can_be_killed_at_every_call() {
    migration_killed(setting("RUMBO_KILL_STRIDE", 1));
}
