#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod doubts;
mod examples;
mod plainly;
mod printed;
mod properties;
mod said;
mod table;

use super::*;
use chrono::NaiveDate;

const IN_HAND: How = How { mailed: false, online: false };
const MAILED: How = How { mailed: true, online: false };
const ONLINE: How = How { mailed: false, online: true };

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn by(id: &str, trigger: &str, how: How) -> Computed {
    compute(find(id).unwrap(), day(trigger), how).unwrap()
}

fn printed(id: &str, trigger: &str, how: How, on: &str) -> Computed {
    compute_printed(find(id).unwrap(), day(trigger), how, day(on)).unwrap()
}
