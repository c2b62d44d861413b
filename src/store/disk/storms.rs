//! Whole lives of a vault on a disk that fails: power cuts at any call, errors that pass and errors that stay, a full disk,
//! rot. After each, nothing that was acknowledged may be missing, and the vault opens by itself.
//!
//! A life is played from one number, which a failure names; `RUMBO_SEEDS=1 RUMBO_FIRST_SEED=N` plays that one again. Only
//! the bytes of nonces and keys differ from run to run, no decision does.

mod life;

use self::life::{Life, Wish};
use super::simulated::Fault;

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// Plays each seed, and names the first that fails.
fn play(usual: u64, mut one: impl FnMut(u64)) {
    let first = number("RUMBO_FIRST_SEED", 1);
    for seed in first..first + number("RUMBO_SEEDS", usual) {
        let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| one(seed))).is_err();
        assert!(!failed, "seed {seed}: play it again with RUMBO_SEEDS=1 RUMBO_FIRST_SEED={seed}");
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_power_goes() {
    let mut cut = 0;
    play(60, |seed| {
        let mut life = Life::new(seed);
        for _ in 0..4 {
            let after = life.chance(400);
            cut += u64::from(life.day(Some((Fault::PowerOff, after)), Wish::Anything));
            life.disk().cut_power();
            life.reopens();
        }
    });
    assert!(cut > 0, "the power never went");
}

#[test]
fn errors_that_pass_do_no_lasting_damage() {
    let mut failed = 0;
    play(60, |seed| {
        let mut life = Life::new(seed);
        for _ in 0..4 {
            let fault = [Fault::Error, Fault::Errors, Fault::Full][usize::try_from(life.chance(3)).unwrap()];
            let after = life.chance(400);
            failed += u64::from(life.day(Some((fault, after)), Wish::Anything));
            if life.chance(2) == 0 {
                life.disk().cut_power();
            }
            life.reopens();
        }
    });
    assert!(failed > 0, "nothing ever failed");
}

#[test]
fn what_has_rotted_is_noticed_or_does_no_harm() {
    let (mut noticed, mut harmless) = (0, 0);
    play(120, |seed| {
        let mut life = Life::new(seed);
        for _ in 0..2 {
            life.day(None, Wish::Anything);
            life.reopens();
        }
        life.disk().rot();
        if life.is_refused_or_whole() { noticed += 1 } else { harmless += 1 }
    });
    assert!(noticed > 0 && harmless > 0, "{noticed} noticed, {harmless} harmless");
}

#[test]
fn an_erased_case_stays_erased_through_every_power_cut() {
    let mut erased = 0;
    play(60, |seed| {
        let mut life = Life::new(seed);
        life.day(None, Wish::Anything);
        let after = life.chance(120);
        life.day(Some((Fault::PowerOff, after)), Wish::Erasing);
        life.disk().cut_power();
        life.reopens();
        erased += life.erased();
        life.holds_nothing_of_the_erased();
    });
    assert!(erased > 0, "no case was ever erased");
}
