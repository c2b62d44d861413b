//! kill -9 at random moments, again and again on the same vault.

use super::chance::{Chance, setting};
use super::house::House;
use super::trace;
use std::io::{BufRead, BufReader, Write};

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

fn killed(cycles: usize, lines: usize) {
    let mut chance = Chance(u64::try_from(setting("RUMBO_SEED", 7)).unwrap());
    let (mut kept, mut unsaid, mut left) = (0, 0, cycles);
    while left > 0 {
        let now = left.min(KILLS_A_VAULT);
        let (found, more) = killed_vault(now, lines, &mut chance);
        (kept, unsaid, left) = (kept + found, unsaid + more, left - now);
        if left % 500 == 0 {
            trace::report(&format!("{} of {cycles} random kills", cycles - left));
        }
    }
    trace::report(&format!(
        "{cycles} random kills at up to {lines} lines: {kept} notes kept, 0 acknowledged ones lost, {unsaid} not yet said"
    ));
}

#[test]
fn no_acknowledged_line_is_lost_to_a_kill() {
    killed(setting("RUMBO_KILLS", 10), setting("RUMBO_KILL_LINES", 100));
}

/// `RUMBO_CYCLES=10000 nice cargo test --test torture ten_thousand -- --ignored --nocapture`
#[test]
#[ignore = "hours"]
fn ten_thousand_random_kills_lose_nothing() {
    killed(setting("RUMBO_CYCLES", 10_000), setting("RUMBO_KILL_LINES", 20));
}
