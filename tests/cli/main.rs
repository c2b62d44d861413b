//! The built binary without a screen: what it prints, what it keeps, what it refuses and how it ends.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod audit;
mod bad_input;
mod care;
mod copies;
mod directories;
mod do_lines;
mod durable;
mod ends;
mod erasing;
mod export;
mod full_disk;
mod house;
mod import;
mod keys;
mod listings;
mod person;
mod process;
mod rank;
mod readme;
mod search;
mod setup;
