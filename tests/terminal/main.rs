//! The built program as a person meets it: in a terminal, by keys, with the plug pulled.
//!
//! Everything is waited for by what stands on the screen, never by the clock.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod clinic;
mod ending;
mod locking;
mod memory;
mod opening;
mod process;
mod screen;
#[allow(dead_code, reason = "the torture reads single copies too")]
mod sealed;
mod survives;
mod tty;
