//! SIGKILL inside the writes of the state: a screen that shows a timeline while changes come, killed at calls that write or
//! sync. The journal has what was acknowledged, and the timelines are made again from it.

use super::chance::setting;
use super::house::{House, NOW};
use super::tty::{Setup, Tty};
use super::{proof, trace};
use std::cell::Cell;
use std::collections::BTreeMap;

/// What the state and the journal are written with.
const CALLS: [&str; 4] = ["pwrite64", "sync_file_range", "fdatasync", "rename"];
/// Notes made while the timeline is open.
const NOTES: usize = 4;
const CASES: &str = "case add K-1 --need asylum\nevent log K-1 note before\ncase add K-2 --need asylum\n";

fn is_over(tty: &Tty) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", tty.id()));
    stat.map_or(true, |stat| stat.contains(") Z"))
}

/// Waits until the screen is so, or the program has ended; whether it came to be so.
fn comes(tty: &Tty, what: &str, is: impl Fn(&str) -> bool) -> bool {
    let ended = Cell::new(false);
    tty.wait(what, |screen| {
        let is = is(&screen.contents());
        ended.set(!is && is_over(tty));
        is || ended.get()
    });
    !ended.get()
}

/// Opens the timeline and notes things, one after the other, then leaves. How many notes stood on the screen as saved.
fn work(tty: &mut Tty) -> usize {
    if !comes(tty, "the caseload", |text| text.contains("K-1")) {
        return 0;
    }
    tty.keys("1 g g t");
    if !comes(tty, "the timeline", |text| text.contains("Timeline K-1") && text.contains("before")) {
        return 0;
    }
    for n in 0..NOTES {
        tty.keys("n");
        if !comes(tty, "the form", |text| text.contains("Note what happened")) {
            return n;
        }
        if !tty.text().contains("> note") {
            tty.keys("tab");
        }
        if !comes(tty, "the field", |text| text.contains("> note")) {
            return n;
        }
        tty.keys(&format!("'kept-{n}' ctrl-s"));
        if !comes(tty, "the note", |text| text.contains(&format!("kept-{n}")) && !text.contains("ctrl-s save")) {
            return n;
        }
    }
    tty.keys("ctrl-q");
    comes(tty, "the end", |_| false);
    NOTES
}

/// A session in a terminal under `strace`, which looks at one file alone where that is said; how many notes were saved, and
/// the calls.
fn session(house: &House, file: Option<&str>, ask: &str) -> (usize, String) {
    let (calls, vault, passphrase) = ("calls", "vault", "passphrase");
    let [calls, vault, passphrase] = [calls, vault, passphrase].map(|name| house.path(name).display().to_string());
    let rumbo = env!("CARGO_BIN_EXE_rumbo");
    let trace = ["-f", "-y", "-qq", "-e", ask, "-o", &calls, rumbo];
    let file = file.map(|file| house.vault().join(file).display().to_string());
    let only: Vec<&str> = file.iter().flat_map(|file| ["-P", file]).collect();
    let own = ["--vault", &vault, "--passphrase-file", &passphrase, "--now", NOW];
    let mut tty = Tty::program(&Setup::at(&house.path("home")), "strace", &[&only[..], &trace, &own].concat());
    let saved = work(&mut tty);
    tty.ended();
    (saved, String::from_utf8_lossy(&std::fs::read(calls).unwrap()).into_owned())
}

/// Everything saved is there, at most one more, and the timelines are what the journal gives.
fn look(house: &House, saved: usize, when: &str) {
    let notes = house.notes("K-1");
    let sent: Vec<String> = (0..NOTES).map(|n| format!("kept-{n}")).collect();
    let found = notes.iter().filter(|note| note.starts_with("kept-")).count();
    assert!((saved..=saved + 1).contains(&found), "{when}: {saved} saved, there are {notes:?}");
    assert!(notes.contains(&"before".to_owned()), "{when}: {notes:?}");
    assert!(sent[..found].iter().all(|note| notes.contains(note)), "{when}: {notes:?}");
    proof::same_timelines(house, when);
    house.act("event log K-1 note after\n").good();
    proof::same_timelines(house, when);
    let clean = house.run(&["verify"]).good();
    assert!(clean.last().unwrap().starts_with("Clean"), "{when}: {clean:?}");
}

/// What was counted.
#[derive(Default)]
struct Tally {
    kills: usize,
    in_state: usize,
    /// Calls that did not come: sled writes on threads of its own, when it likes.
    missed: usize,
}

/// Kills sessions on copies of a vault at each `stride`th call, of those on one file where that is said.
fn sessions_killed(full: &House, file: Option<&str>, stride: usize, tally: &mut Tally) {
    let begin = || {
        let house = trace::furnished();
        trace::copy_vault(full, &house);
        house
    };
    let house = begin();
    let (saved, calls) = session(&house, file, &format!("trace={}", CALLS.join(",")));
    assert_eq!(saved, NOTES, "{calls}");
    look(&house, saved, "unharmed");
    for (at, call) in CALLS.iter().enumerate() {
        // strace counts for each thread by itself: the one that makes the most calls is reached by every number up to its own.
        let mut of_threads = BTreeMap::new();
        for line in calls.lines().filter(|line| line.contains(&format!(" {call}("))) {
            *of_threads.entry(line.split(' ').next()).or_insert(0) += 1;
        }
        let count = of_threads.into_values().max().unwrap_or(0);
        // Of one file the first call, which is sure to come.
        let first = if file.is_some() { 1 } else { 1 + (at * 3) % stride.min(count.max(1)) };
        for n in (first..=count).step_by(stride) {
            let house = begin();
            let (saved, calls) = session(&house, file, &format!("inject={call}:signal=KILL:when={n}"));
            let died = calls.contains("killed by SIGKILL");
            let last = calls.lines().rfind(|line| line.contains(call)).unwrap_or_default();
            tally.kills += usize::from(died);
            tally.missed += usize::from(!died);
            tally.in_state += usize::from(died && last.contains("/state"));
            look(&house, saved, &format!("killed at {call} {n} of {}, after {saved} notes", file.unwrap_or("all")));
        }
    }
}

fn killed(stride: usize) {
    if !trace::is_here() {
        return;
    }
    // One that never had a state, and one that has one.
    let full = trace::furnished();
    full.run(&["init", "--insecure-test-kdf"]).good();
    full.act(CASES).good();
    let made = trace::furnished();
    trace::copy_vault(&full, &made);
    proof::same_timelines(&made, "begun");
    assert!(made.vault().join("state").is_dir() && !full.vault().join("state").exists());
    let mut tally = Tally::default();
    for (house, file) in [(&full, None), (&full, Some("state/db")), (&made, Some("state/db")), (&made, None)] {
        sessions_killed(house, file, stride, &mut tally);
    }
    let Tally { kills, in_state, missed } = tally;
    assert!(kills > in_state && in_state > 0, "{kills} kills, {in_state} in the state, {missed} missed");
    trace::report(&format!(
        "a screen on a timeline: {kills} kills, {in_state} of them at the state's files ({missed} calls did not come); 0 notes \
         lost, every timeline as the journal has it"
    ));
}

#[test]
fn a_screen_killed_while_it_writes_timelines_loses_nothing() {
    killed(setting("RUMBO_KILL_STRIDE", 12));
}

/// `RUMBO_KILL_STRIDE=1 nice cargo test --test torture timelines_at_every -- --ignored --nocapture`
#[test]
#[ignore = "some minutes"]
fn a_screen_killed_while_it_writes_timelines_at_every_call_loses_nothing() {
    killed(setting("RUMBO_KILL_STRIDE", 1));
}
