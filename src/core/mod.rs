//! What the clinic's work is made of: pure data and pure functions. No I/O, no clock, no sentences in any language.

pub mod agenda;
pub mod calendar;
pub mod case;
pub mod change;
pub mod clinic;
pub mod compact;
pub mod deadline;
pub mod event;
pub mod history;
pub mod household;
pub mod id;
pub mod import;
pub mod office;
pub mod partner;
pub mod record;
pub mod request;
pub mod rules;
pub mod search;
pub mod step;
pub mod urgency;
pub mod world;
