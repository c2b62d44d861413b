//! How fast: a benchmark for each row of the budgets that applies, at a clinic's year, at ten thousand cases and at a
//! hundred thousand. `cargo bench` runs all of it, `cargo bench -- saving` what has the word in its name.
//!
//! Times depend on the machine and on what else it does; so where a peer or a plain way of doing the same is known, both
//! are run by turns and the ratio is printed. Nothing here fails by being slow: a figure is for a person to read.

#![allow(clippy::unwrap_used, reason = "a measurement may stop at the first surprise")]

mod caseload;
mod finding;
mod foreseeing;
mod looking;
mod opening;
mod ordering;
mod placing;
mod rebuilding;
mod saving;
mod turns;

fn main() {
    divan::main();
    // Ratios take their time; `cargo test` only asks whether the benchmarks run at all.
    if std::env::args().any(|argument| argument == "--bench") {
        turns::print(&[
            looking::COMPARED,
            finding::COMPARED,
            ordering::COMPARED,
            foreseeing::COMPARED,
            saving::COMPARED,
            rebuilding::COMPARED,
        ]);
    }
}
