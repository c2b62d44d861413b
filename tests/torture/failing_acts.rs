//! Every call of the acts on a whole vault fails once: no panic, a clear error, and what passes does no lasting harm.

use super::acts::{Act, Ground};
use super::chance::setting;
use super::failing_calls::{Ends, check_end};
use super::trace;

/// Fails some calls, once each; how far apart they are follows from how many there are.
fn act_failing(act: &dyn Act, error: &str, step: impl Fn(usize) -> usize) {
    let house = act.begin();
    let words = act.args(&house);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let counts = trace::counts(&house, &trace::files(), &words, act.input());
    let calls: Vec<(&str, usize)> =
        counts.into_iter().flat_map(|(call, count)| (1..=count).map(move |n| (call, n))).collect();
    let step = step(calls.len());
    let mut ends = Ends::new();
    // Not the same calls with either error, where some are left out.
    let first = error.len() % step;
    for (call, n) in calls.iter().skip(first).step_by(step) {
        let house = act.begin();
        let words = act.args(&house);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let run = trace::run(&house, &format!("inject={call}:error={error}:when={n}"), &words, act.input());
        let when = format!("{}, {error} at {call} {n}", act.what());
        assert!(run.happened, "{when}: it did not fail");
        if std::env::var_os("RUMBO_TELL").is_some() {
            println!("{when}: code {:?}: {}", run.code, run.err.lines().next().unwrap_or_default());
        }
        check_end(&run, &when);
        act.look(&house, act.is_done(&run), &when);
        *ends.entry(format!("code {}", run.code.unwrap())).or_default() += 1;
    }
    trace::report(&format!(
        "{}: {error} once, {} of {} calls failing, 0 panics of its own, 0 vaults lost, each could be done again; ends: {ends:?}",
        act.what(),
        ends.values().sum::<usize>(),
        calls.len(),
    ));
}

fn acts_failing(step: impl Fn(usize) -> usize) {
    if trace::is_here() {
        let ground = Ground::new();
        for act in &ground.acts() {
            for error in ["EIO", "ENOSPC"] {
                act_failing(&**act, error, &step);
            }
        }
    }
}

/// How many of each act and each error, where a few are enough.
const FEW: usize = 6;

#[test]
fn acts_of_which_some_calls_fail_do_no_lasting_harm() {
    acts_failing(|calls| calls.div_ceil(FEW));
}

/// `nice cargo test --test torture every_call_of_acts -- --ignored --nocapture`
#[test]
#[ignore = "hours"]
fn every_call_of_acts_fails_once_and_does_no_lasting_harm() {
    let stride = setting("RUMBO_FAIL_STRIDE", 1);
    acts_failing(|_| stride);
}
