#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod bare;
mod caseloads;
mod clash;
mod examples;
mod fixture;
mod numbers;
mod pairs;
mod replace;
mod sample;
