//! A session without a screen: stories about the program's own decide and settle, at a moment that is told.

pub mod show;
pub mod story;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use rumbo::app::msg::Env;

/// The Monday before Thanksgiving, at nine in Boston.
pub const MONDAY: &str = "2026-11-23T09:00";

/// That moment, given as a local time of `zone` such as [`MONDAY`]; `interactive` when somebody sits at a screen.
pub fn moment(local: &str, zone: Tz, interactive: bool) -> Env {
    let now = instant(local, zone);
    Env { now, today: now.with_timezone(&zone).date_naive(), interactive }
}

fn instant(local: &str, zone: Tz) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M").expect("a moment such as 2026-11-23T09:00");
    zone.from_local_datetime(&local).earliest().expect("a time that exists").to_utc()
}
