//! What was acknowledged is there, whenever the program was killed; and it was on the disk before it was said.

use super::house::House;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

/// A setting from the environment, for longer runs than the usual one.
fn setting(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

/// A row of numbers that looks like chance and is the same in each run (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % most as u64).unwrap()
    }
}

/// Feeds a case and `lines` notes, kills the program some moment after `acknowledged` notes and returns how many notes
/// it said were saved by then.
fn killed_run(house: &House, case: &str, lines: usize, acknowledged: usize, spins: usize) -> usize {
    let mut child = house.open(&["do", "-"]);
    let mut input = child.stdin.take().unwrap();
    let all = (0..lines).map(|n| format!("event log {case} note \"note {n}\"\n")).collect::<Vec<_>>().concat();
    let first = format!("case add {case} --need asylum\n");
    // It may die while lines are still on their way to it.
    let feeder = std::thread::spawn(move || drop(input.write_all((first + &all).as_bytes())));
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut saved = 0;
    assert!(answers.next().unwrap().unwrap().starts_with("ok "));
    while saved < acknowledged {
        let answer = answers.next().unwrap().unwrap();
        assert!(answer.starts_with("ok "), "{answer}");
        saved += 1;
    }
    (0..spins).for_each(|_| std::hint::spin_loop());
    child.kill().unwrap();
    child.wait().unwrap();
    feeder.join().unwrap();
    // Answers that were written before the end and not read yet count as well.
    saved + answers.map_while(Result::ok).filter(|answer| answer.starts_with("ok ")).count()
}

/// How often one vault is killed before the next one is made: often enough that kills fall on what kills left behind.
const KILLS_A_VAULT: usize = 10;

/// Kills a writer of one vault so many times. Returns how many notes there were in the end, and how many of them had
/// not been acknowledged.
fn killed_vault(kills: usize, lines: usize, chance: &mut Chance) -> (usize, usize) {
    let house = House::new();
    let mut runs = Vec::new();
    let mut unsaid = 0;
    for kill in 0..kills {
        let case = format!("K-{kill}");
        let saved = killed_run(&house, &case, lines, chance.below(lines), chance.below(3_000_000));
        let found = house.notes(&case);
        let sent: Vec<String> = (0..found.len()).map(|n| format!("note {n}")).collect();
        assert!(found.len() >= saved, "kill {kill}: {saved} notes acknowledged, {} there", found.len());
        assert_eq!(found, sent, "kill {kill}");
        unsaid += found.len() - saved;
        runs.push((case, found.len()));
    }
    // The kills after it, and a clean writer, took nothing away either.
    house.act("case add LAST --need other\n").good();
    for (case, found) in &runs {
        assert_eq!(house.notes(case).len(), *found, "{case}");
    }
    (runs.iter().map(|(_, found)| found).sum(), unsaid)
}

/// `RUMBO_KILLS=100 RUMBO_KILL_LINES=1000` for the long run.
#[test]
fn no_acknowledged_line_is_lost_to_a_kill() {
    let (kills, lines) = (setting("RUMBO_KILLS", 8), setting("RUMBO_KILL_LINES", 200));
    let mut chance = Chance(7);
    let (mut kept, mut unsaid, mut left) = (0, 0, kills);
    while left > 0 {
        let now = left.min(KILLS_A_VAULT);
        let (found, more) = killed_vault(now, lines, &mut chance);
        (kept, unsaid, left) = (kept + found, unsaid + more, left - now);
    }
    println!("{kills} kills at {lines} lines each: {kept} notes kept, no acknowledged one lost, {unsaid} not yet said");
}

/// Of a trace with the paths of files, the calls that write, sync or answer, in order.
#[derive(Debug, PartialEq, Eq)]
enum Call {
    Journal,
    Sync,
    Answer,
}

fn call(line: &str) -> Option<Call> {
    let journal = line.contains("/journal/");
    let name = line.split('(').next().unwrap_or_default().split_whitespace().last().unwrap_or_default();
    match name {
        "write" | "pwrite64" | "writev" | "pwritev" | "pwritev2" if journal => Some(Call::Journal),
        "fdatasync" | "fsync" if journal => Some(Call::Sync),
        "write" if line.contains("\"ok ") => Some(Call::Answer),
        _ => None,
    }
}

#[test]
fn each_commit_is_synced_between_its_writing_and_its_answer() {
    let house = House::new();
    let lines = (0..5).map(|n| format!("case add R-{n} --need asylum\n")).collect::<Vec<_>>().concat();
    let trace = house.path("trace");
    let mut command = Command::new("strace");
    command.args(["-f", "-y", "-e", "trace=write,writev,pwrite64,pwritev,pwritev2,fsync,fdatasync", "-o"]).arg(&trace);
    command.arg(env!("CARGO_BIN_EXE_rumbo")).args(["do", "-", "--vault"]).arg(house.vault());
    command.arg("--passphrase-file").arg(house.path("passphrase"));
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let Ok(mut child) = started else {
        eprintln!("skipped: strace is not here");
        return;
    };
    drop(child.stdin.take().unwrap().write_all(lines.as_bytes()));
    let output = child.wait_with_output().unwrap();
    if String::from_utf8_lossy(&output.stderr).contains("Operation not permitted") {
        eprintln!("skipped: strace may not trace here");
        return;
    }
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "ok 1\nok 2\nok 3\nok 4\nok 5\n");
    let traced = std::fs::read_to_string(trace).unwrap();
    let calls: Vec<Call> = traced.lines().filter_map(call).collect();
    let answers = calls.iter().filter(|call| **call == Call::Answer).count();
    assert_eq!(answers, 5, "{traced}");
    for before in calls.split(|call| *call == Call::Answer).take(answers) {
        assert!(before.contains(&Call::Journal), "an answer without a commit: {calls:?}");
        assert_eq!(before.last(), Some(&Call::Sync), "written and not synced before the answer: {calls:?}");
    }
}
