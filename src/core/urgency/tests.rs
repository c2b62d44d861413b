#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod clash;
mod examples;
mod fixture;
mod numbers;
