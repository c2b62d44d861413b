//! rumbo keeps the deadlines of a clinic's immigration legal navigator.
//!
//! One direction: a key becomes a [command](commands), `decide` turns it into effects (reads only), `effects` does
//! them (the only I/O), `settle` takes the facts that come back (the only mutation), `ui` draws (reads only).
//!
//! - [`core`]: the records and the pure functions on them: days, rules, urgency, search, undo.
//! - [`store`]: a sealed journal that is the truth, and the sled state it adds up to.
//! - [`app`]: what a session holds, and how a fact changes it.
//! - [`commands`]: what a person can ask for, in one grammar for keys, palette, scripts and command line.
//! - [`panes`]: order and row of each list, as plain cells.
//! - [`ui`]: cells to screen.
//! - [`locale`]: every sentence, in English and Spanish.
//! - [`adapters`]: files to records and back.
//! - [`demo`]: an invented year of a clinic, for trying it out.

pub mod adapters;
pub mod app;
pub mod cli;
pub mod commands;
pub mod core;
pub mod demo;
pub mod effects;
pub mod error;
#[cfg(any(test, feature = "fuzzing"))]
#[doc(hidden)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a fuzz target may stop at the first surprise")]
pub mod fuzz;
pub mod keymap;
pub mod locale;
pub mod panes;
pub mod store;
pub mod term;
pub mod ui;
