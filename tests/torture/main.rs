//! The built program under torture: killed at every call that changes a disk, killed at random, with every call failing
//! once, with a clock that goes back; and what it leaves behind searched for names.
//!
//! A usual run does a few of each. The long ones are ignored, with counts from the environment; README, Contributing,
//! has them.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod acts;
mod chance;
mod clocks;
mod failing_acts;
mod failing_calls;
#[path = "../cli/house.rs"]
#[allow(dead_code, reason = "the tests of the command line use all of it")]
mod house;
mod kill_acts;
mod kill_calls;
mod needles;
mod plaintext;
#[path = "../terminal/process.rs"]
mod process;
mod proof;
mod random_kills;
mod screen_session;
mod script;
#[path = "../terminal/sealed.rs"]
#[allow(dead_code, reason = "the tests in a terminal use all of it")]
mod sealed;
mod state_kills;
mod trace;
#[path = "../terminal/tty.rs"]
#[allow(dead_code, reason = "the tests in a terminal use all of it")]
mod tty;
