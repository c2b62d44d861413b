//! Days and times in a text that was kept for every language, as people read them.

use super::Locale;
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

/// How many letters a day has as it is kept: 2026-11-03.
const DAY: usize = 10;

/// How many a time of day has: 08:30.
const TIME: usize = 5;

impl Locale {
    /// The text with each day in it written out: "2026-11-03 08:30" with its zone as "Tue 3 Nov 2026, 08:30 (Los
    /// Angeles)". All else stays as it was written.
    pub fn readable(&self, text: &str) -> String {
        let (mut out, mut rest) = (String::with_capacity(text.len()), text);
        while let Some((at, day)) = first_day(rest) {
            out.push_str(rest.get(..at).unwrap_or_default());
            out.push_str(&self.day_year(day));
            rest = rest.get(at + DAY..).unwrap_or_default();
            rest = self.push_time(&mut out, rest);
        }
        out.push_str(rest);
        out
    }

    /// A day with its year and a time: "Tue 3 Nov 2026, 08:30".
    pub fn date_time_year(&self, at: chrono::NaiveDateTime) -> String {
        format!("{}, {}", self.day_year(at.date()), at.format("%H:%M"))
    }

    /// Appends the time and the zone that `rest` begins with, if it does; returns what is behind them.
    fn push_time<'a>(&self, out: &mut String, rest: &'a str) -> &'a str {
        let time = rest.strip_prefix(' ').and_then(|behind| behind.get(..TIME));
        let Some(time) = time.filter(|time| NaiveTime::parse_from_str(time, "%H:%M").is_ok()) else { return rest };
        out.push_str(", ");
        out.push_str(time);
        let rest = rest.get(TIME + 1..).unwrap_or_default();
        let zone = rest.strip_prefix(' ').map(|behind| {
            let end = behind.find(|c: char| !(c.is_ascii_alphanumeric() || "/_+-".contains(c)));
            behind.get(..end.unwrap_or(behind.len())).unwrap_or_default()
        });
        let Some(zone) = zone.filter(|zone| zone.parse::<Tz>().is_ok()) else { return rest };
        out.push_str(" (");
        out.push_str(&self.city(zone));
        out.push(')');
        rest.get(zone.len() + 1..).unwrap_or_default()
    }

    /// The city that a zone is named after.
    fn city(&self, zone: &str) -> String {
        let city = zone.rsplit('/').next().unwrap_or(zone);
        let key = format!("zone-{city}");
        if self.has(&key) { self.t(&key) } else { city.replace('_', " ") }
    }
}

/// The first day in a text that stands alone, and where.
fn first_day(text: &str) -> Option<(usize, NaiveDate)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    text.char_indices().filter(|(_, c)| c.is_ascii_digit()).find_map(|(at, _)| {
        let day = text.get(at..at + DAY)?;
        let alone = !text.get(..at)?.ends_with(is_part) && !text.get(at + DAY..)?.starts_with(is_part);
        NaiveDate::parse_from_str(day, "%Y-%m-%d").ok().filter(|_| alone && day.is_ascii()).map(|day| (at, day))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    #[test]
    fn days_and_times_are_written_out_and_nothing_else_is_touched() {
        let (en, es) = (Locale::new(Lang::En), Locale::new(Lang::Es));
        let hearing = "2026-11-03 08:30 America/Los_Angeles, Sala 4";
        assert_eq!(es.readable(hearing), "mar 3 nov 2026, 08:30 (Los Ángeles), Sala 4");
        assert_eq!(en.readable(hearing), "Tue 3 Nov 2026, 08:30 (Los Angeles), Sala 4");
        assert_eq!(es.readable("2026-11-03 → ≥ 2026-12-01; Ana"), "mar 3 nov 2026 → ≥ mar 1 dic 2026; Ana");
        assert_eq!(es.readable("? (2026-12-07)"), "? (lun 7 dic 2026)");
        assert_eq!(es.readable("Ana, 2026-11-03, por teléfono: enviar"), "Ana, mar 3 nov 2026, por teléfono: enviar");
        assert_eq!(en.readable("2026-11-03 08:30"), "Tue 3 Nov 2026, 08:30");
        assert_eq!(en.readable("2026-11-03 25:30 at noon"), "Tue 3 Nov 2026 25:30 at noon");
        assert_eq!(es.readable("2026-11-03 08:30 Ana"), "mar 3 nov 2026, 08:30 Ana");
        assert_eq!(es.readable("2026-11-03 08:30 America/New_York"), "mar 3 nov 2026, 08:30 (Nueva York)");
        assert_eq!(en.readable("2026-11-03 08:30 America/Argentina/Ushuaia"), "Tue 3 Nov 2026, 08:30 (Ushuaia)");
        for same in ["", "ñ", "A-2026-11-03", "2026-11-031", "2026-13-40", "12026-11-03", "2026-11-0ñ", "3"] {
            assert_eq!(es.readable(same), same);
        }
    }
}
