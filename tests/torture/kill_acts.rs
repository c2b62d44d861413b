//! SIGKILL before every call of the acts that change who can open a vault, what it holds apart, what leaves it, and that
//! mend it.

use super::acts::{Act, Ground};
use super::chance::setting;
use super::kill_calls::{killed, told};
use super::trace::{self, CHANGING};

/// Kills one act at each `stride`th call.
fn act_killed(act: &dyn Act, stride: usize) {
    let run = |house: &super::house::House, ask: &str| {
        let args = act.args(house);
        trace::run(house, ask, &args.iter().map(String::as_str).collect::<Vec<_>>(), act.input())
    };
    let house = act.begin();
    let args = act.args(&house);
    let calls = trace::counts(&house, &CHANGING, &args.iter().map(String::as_str).collect::<Vec<_>>(), act.input());
    act.look(&house, true, &format!("{}, unharmed", act.what()));
    let mut unsaid = 0;
    let all = killed(&calls, stride, |ask, when| {
        let house = act.begin();
        let run = run(&house, ask);
        let done = act.is_done(&run);
        unsaid += usize::from(!done);
        act.look(&house, done, &format!("{}, {when}", act.what()));
        run.happened
    });
    trace::report(&format!(
        "{} ({}): {all} kills, {unsaid} before it was said to be done; 0 vaults lost, each could be done again",
        act.what(),
        told(&calls)
    ));
}

fn acts_killed(stride: usize) {
    if trace::is_here() {
        let ground = Ground::new();
        ground.acts().iter().for_each(|act| act_killed(&**act, stride));
    }
}

#[test]
fn what_changes_secrets_or_records_or_mends_is_killed_at_some_calls() {
    acts_killed(setting("RUMBO_KILL_STRIDE", 400));
}

/// `RUMBO_KILL_STRIDE=1 nice cargo test --test torture mends_is_killed_at_every -- --ignored --nocapture`
#[test]
#[ignore = "an hour or so"]
fn what_changes_secrets_or_records_or_mends_is_killed_at_every_call() {
    acts_killed(setting("RUMBO_KILL_STRIDE", 1));
}
