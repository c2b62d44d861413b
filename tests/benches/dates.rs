//! How long ten thousand counts take: by every rule that counts, from days over forty years, steps and all.
//!
//! `cargo bench --bench dates` prints the figure; it is no test, so nothing fails on a slow machine.

use chrono::NaiveDate;
use rumbo::core::rules::{How, RuleBook};
use std::hint::black_box;
use std::time::Instant;

const COUNTS: u32 = 10_000;

fn main() {
    let book = RuleBook::default();
    let rules: Vec<_> = book.all().iter().filter(|rule| rule.enabled).collect();
    let days: Vec<NaiveDate> = (0..COUNTS)
        .filter_map(|n| NaiveDate::from_num_days_from_ce_opt(730_500 + i32::try_from(n * 7919 % 14_600).ok()?))
        .collect();
    let run = || {
        for (n, day) in days.iter().enumerate() {
            let how = How { mailed: n % 2 == 0, online: n % 3 == 0 };
            let _ = black_box(book.count(rules[n % rules.len()], black_box(*day), how, None));
        }
    };
    run();
    let mut times: Vec<_> = (0..11)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{COUNTS} counts: median {:?}, fastest {:?}, slowest {:?}", times[5], times[0], times[10]);
}
