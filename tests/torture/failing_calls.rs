//! Every call fails once, or from some moment on: no panic, a clear error, nothing acknowledged is lost, and as soon as
//! calls work again the vault opens.

use super::chance::setting;
use super::house::{House, NOW};
use super::trace::{self, Run};
use std::collections::BTreeMap;

/// What is done while calls fail: a case, notes, a case erased.
const LINES: &str = "case add F-1 --need asylum\nevent log F-1 note \"note 0\"\ncase add F-2 --need asylum\n\
    event log F-1 note \"note 1\"\nevent log F-2 note \"other\"\ncase erase F-2 --confirm F-2\n\
    event log F-1 note \"note 2\"\nevent log F-1 note \"note 3\"\n";

/// The loader ends a process with this code where it cannot read a library; none of the program's code has run then.
const LOADER: i32 = 127;

/// How often runs ended with which code.
pub type Ends = BTreeMap<String, usize>;

/// It ended by itself, without a panic, and said what failed.
pub fn check_end(run: &Run, when: &str) {
    // sled lists its folder with the standard library, which takes one that cannot be closed for a mistake of the program.
    let closing = run.err.contains("unexpected error during closedir");
    assert!(closing || (!run.err.contains("panicked") && run.code != Some(101)), "{when}: a panic: {}", run.err);
    if closing {
        return;
    }
    assert!(run.code.is_some(), "{when}: ended by a signal: {}{}", run.out, run.err);
    assert!(matches!(run.code, Some(0..=4 | LOADER)), "{when}: code {:?}: {}", run.code, run.err);
    let told = !run.err.is_empty() || run.out.contains("error ");
    // An error that cannot be told because telling fails is none of the disk.
    let silent = run
        .calls
        .lines()
        .any(|line| line.contains("INJECTED") && (line.contains("write(2") || line.contains("write(1")));
    assert!(run.code == Some(0) || told || silent, "{when}: code {:?} and no word", run.code);
}

/// Everything acknowledged is there; what is there was sent.
fn check_vault(house: &House, run: &Run, when: &str) {
    let lines: Vec<&str> = LINES.lines().collect();
    // Each line is answered in turn, refused or not; an answer that could not be written is no acknowledgement.
    let answers: Vec<&str> =
        run.out.lines().filter(|line| line.starts_with("ok ") || line.starts_with("error ")).collect();
    let acknowledged: Vec<&str> =
        lines.iter().zip(&answers).filter(|(_, answer)| answer.starts_with("ok ")).map(|(line, _)| *line).collect();
    let codes = house.run(&["cases", "--json"]);
    assert_eq!(codes.code, 0, "{when}: the vault does not open: {codes:?}");
    let has = |case: &str| codes.out.contains(&format!("\"code\":\"{case}\""));
    let notes = if has("F-1") { house.notes("F-1") } else { Vec::new() };
    for line in &acknowledged {
        if let Some(note) = line.strip_prefix("event log F-1 note ") {
            let note = note.trim_matches('"').to_owned();
            assert!(notes.contains(&note), "{when}: {note} was acknowledged and is not there: {notes:?}");
        }
    }
    assert!(has("F-1") || !acknowledged.contains(&lines[0]), "{when}: F-1 was acknowledged");
    let erased = acknowledged.contains(&lines[5]);
    assert!(!(erased && has("F-2")), "{when}: F-2 was erased and is there");
    let sent = ["note 0", "note 1", "note 2", "note 3"];
    assert!(notes.iter().all(|note| sent.contains(&note.as_str())), "{when}: {notes:?}");
    // It takes changes again, twice: what an opening mends stays mended.
    house.act("case add G-1 --need other\n").good();
    house.act("event log G-1 note after\n").good();
    let after = if has("F-1") { house.notes("F-1") } else { Vec::new() };
    assert_eq!(after, notes, "{when}: not the same after another change");
    assert_eq!(house.notes("G-1"), ["after"], "{when}");
}

/// Fails each `stride`th call of each kind with `error`, once or from then on.
fn failing(error: &str, from_then_on: bool, stride: usize) {
    if !trace::is_here() {
        return;
    }
    let full = trace::furnished();
    full.run(&["init", "--insecure-test-kdf"]).good();
    let begin = || {
        let house = trace::furnished();
        trace::copy_vault(&full, &house);
        house
    };
    let args = ["do", "-", "--now", NOW];
    let calls = trace::counts(&begin(), &trace::files(), &args, LINES);
    let (mut all, mut ends) = (0, Ends::new());
    let more = if from_then_on { "+" } else { "" };
    for (at, (call, count)) in calls.iter().enumerate() {
        for n in (1 + (at * 5) % stride.min(*count)..=*count).step_by(stride) {
            let house = begin();
            let run = trace::run(&house, &format!("inject={call}:error={error}:when={n}{more}"), &args, LINES);
            let when = format!("{error} at {call} {n}{more}");
            assert!(run.happened, "{when}: it did not fail");
            check_end(&run, &when);
            check_vault(&house, &run, &when);
            all += 1;
            let told =
                run.err.lines().chain(run.out.lines()).find(|line| line.contains("rror") || line.contains("rumbo: "));
            *ends.entry(format!("code {}", run.code.unwrap())).or_default() += 1;
            if std::env::var_os("RUMBO_TELL").is_some() {
                println!("{when}: code {:?}: {}", run.code, told.unwrap_or_default());
            }
        }
    }
    trace::report(&format!(
        "{error}{}: {all} failing calls, 0 panics, 0 acknowledged changes lost, 0 vaults that did not open; ends: {ends:?}",
        if from_then_on { " from then on" } else { ", once" }
    ));
}

/// The program lists folders by itself, and what was read before the close is good. No sled is opened here.
#[test]
fn a_file_or_folder_that_cannot_be_closed_is_no_panic() {
    if !trace::is_here() {
        return;
    }
    let full = trace::furnished();
    full.run(&["init", "--insecure-test-kdf"]).good();
    full.act(LINES).good();
    full.run(&["backup"]).good();
    let mut all = 0;
    for args in [&["queue"][..], &["verify"], &["backup"]] {
        let house = trace::furnished();
        trace::copy_vault(&full, &house);
        let closes = trace::counts(&house, &["close"], args, "").first().map_or(0, |(_, count)| *count);
        for n in 1..=closes {
            let run = trace::run(&house, &format!("inject=close:error=EIO:when={n}"), args, "");
            let when = format!("{args:?} with close {n} failing");
            assert!(run.happened, "{when}: it did not fail");
            assert!(!run.err.contains("panicked") && run.code != Some(101), "{when}: a panic: {}", run.err);
            check_end(&run, &when);
            all += 1;
        }
        house.run(args).good();
    }
    trace::report(&format!("EIO: {all} closes that failed, 0 panics"));
}

#[test]
fn some_calls_fail_once_and_nothing_is_lost() {
    let stride = setting("RUMBO_FAIL_STRIDE", 61);
    failing("EIO", false, stride);
    failing("ENOSPC", false, stride);
}

/// `nice cargo test --test torture every_call_fails -- --ignored --nocapture`
#[test]
#[ignore = "half an hour or so"]
fn every_call_fails_once_and_nothing_is_lost() {
    let stride = setting("RUMBO_FAIL_STRIDE", 1);
    failing("EIO", false, stride);
    failing("ENOSPC", false, stride);
}

/// The same, and it does not get better.
#[test]
#[ignore = "half an hour or so"]
fn every_call_fails_from_then_on_and_nothing_is_lost() {
    let stride = setting("RUMBO_FAIL_STRIDE", 1);
    failing("EIO", true, stride);
    failing("ENOSPC", true, stride);
}
