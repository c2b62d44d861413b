//! How values are written in a command: days, local times, references and codes.

use crate::core::case::{Interpreter, Need};
use crate::core::deadline::{Basis, Consequence, DeadlineKind, Medium};
use crate::core::event::EventKind;
use crate::core::happening::Known;
use crate::core::partner::PartnerKind;
use crate::core::rules::Happened;
use crate::core::search::fold;
use crate::core::step::StepKind;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::str::FromStr;
use zeroize::Zeroizing;

/// A text that is no value of its kind; what was expected stands in the catalogues under `expected-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Expected(pub &'static str);

/// A secret that a form hides while it is typed; never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Hidden(pub Zeroizing<String>);

impl FromStr for Hidden {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        Ok(Self(Zeroizing::new(text.to_owned())))
    }
}

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hidden")
    }
}

/// A day as a person writes it: `2026-12-01`, `today`, `tomorrow`, `+10` (days from today) or `-3`; the words in both
/// languages, whichever is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayArg {
    On(NaiveDate),
    FromToday(i64),
}

impl FromStr for DayArg {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        let text = text.trim();
        match fold(text).as_str() {
            "today" | "hoy" => return Ok(Self::FromToday(0)),
            "tomorrow" | "manana" => return Ok(Self::FromToday(1)),
            _ => {}
        }
        if text.starts_with('+') || text.starts_with('-') {
            return text.parse().ok().filter(|n: &i64| n.abs() <= 36_600).map(Self::FromToday).ok_or(Expected("day"));
        }
        plain_day(text).map(Self::On).ok_or(Expected(if reads_two_ways(text) { "day-order" } else { "day" }))
    }
}

/// Whether it is a date with day and month first, in whichever order: `1/12/2026` is one day here and another there.
pub fn reads_two_ways(text: &str) -> bool {
    let digits =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    ['/', '.', '-'].into_iter().any(|between| match text.split(between).collect::<Vec<_>>().as_slice() {
        [one, two, year] => digits(one, 2) && digits(two, 2) && digits(year, 4),
        [one, two] => digits(one, 2) && digits(two, 2),
        _ => false,
    })
}

/// A plain ISO day within the years rumbo counts in. Other orders of day and month are refused: they read two ways.
pub fn plain_day(text: &str) -> Option<NaiveDate> {
    use chrono::Datelike;
    let full = text.len() == 10 && text.is_ascii();
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| full)?;
    (1900..=2200).contains(&day.year()).then_some(day)
}

impl DayArg {
    /// The day it stands for.
    pub fn on(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::On(day) => day,
            Self::FromToday(n) => {
                let days = Days::new(n.unsigned_abs());
                if n < 0 { today - days } else { today + days }
            }
        }
    }
}

/// A local time as a person writes it: `2026-12-01 09:30` or `tomorrow 09:30`, without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeArg {
    day: DayArg,
    time: NaiveTime,
}

impl TimeArg {
    /// The moment it stands for.
    pub fn on(self, today: NaiveDate) -> NaiveDateTime {
        self.day.on(today).and_time(self.time)
    }
}

impl FromStr for TimeArg {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        let text = text.trim();
        let (day, time) = text.split_once(' ').or_else(|| text.split_once('T')).ok_or(Expected("time"))?;
        let day = day.parse().map_err(|Expected(why)| Expected(if why == "day" { "time" } else { why }))?;
        let time = NaiveTime::parse_from_str(time.trim(), "%H:%M").map_err(|_| Expected("time"))?;
        Ok(Self { day, time })
    }
}

/// When something will be: a local date and time, or the time of day alone, `10:00`, on a day said elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenArg {
    At(TimeArg),
    Clock(NaiveTime),
}

impl FromStr for WhenArg {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        let clock = NaiveTime::parse_from_str(text.trim(), "%H:%M").map(Self::Clock);
        let when = |Expected(why)| Expected(if why == "time" { "when" } else { why });
        clock.or_else(|_| text.parse().map(Self::At)).map_err(when)
    }
}

impl WhenArg {
    /// The same with a plain day in the place of one that is counted from today, as it is written.
    pub fn written(self, today: NaiveDate) -> String {
        match self {
            Self::At(at) => at.on(today).format("%Y-%m-%d %H:%M").to_string(),
            Self::Clock(time) => time.format("%H:%M").to_string(),
        }
    }
}

/// An IANA time zone, such as `America/Tijuana`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoneArg(pub chrono_tz::Tz);

impl FromStr for ZoneArg {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        let wanted = text.trim().replace(' ', "_");
        let exact = chrono_tz::Tz::from_str(&wanted).ok();
        let any_case = || chrono_tz::TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(&wanted)).copied();
        // `EST` and the like name an offset that never changes: in summer it is not the hour in Boston.
        let of_a_place = |zone: &chrono_tz::Tz| zone.name().contains('/') || *zone == chrono_tz::Tz::UTC;
        exact.or_else(any_case).filter(of_a_place).map(Self).ok_or(Expected("zone"))
    }
}

/// A case by its code name, or `@` for the selected one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRef(pub String);

/// A deadline such as `D7`, or `@` for the selected or marked ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineRef(pub String);

/// A partner such as `P7` or by its whole name, or `@` for the selected one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerRef(pub String);

/// Something that happened, such as `T7`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HappeningRef(pub String);

/// A request such as `Q7`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRef(pub String);

macro_rules! references {
    ($($name:ident),*) => {$(
        impl FromStr for $name {
            type Err = Expected;

            fn from_str(text: &str) -> Result<Self, Expected> {
                let text = text.trim();
                if text.is_empty() { Err(Expected("reference")) } else { Ok(Self(text.to_owned())) }
            }
        }
    )*};
}
references!(CaseRef, DeadlineRef, PartnerRef, RequestRef, HappeningRef);

macro_rules! coded {
    ($($name:ident $(or $also:expr)?),*) => {$(
        impl ValueEnum for $name {
            fn value_variants<'a>() -> &'a [Self] {
                const VARIANTS: [$name; $name::ALL.len()] = {
                    let mut out = [$name::ALL[0].0; $name::ALL.len()];
                    let mut at = 0;
                    while at < out.len() {
                        out[at] = $name::ALL[at].0;
                        at += 1;
                    }
                    out
                };
                &VARIANTS
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(code(*self))$(.aliases(also(*self, &$also)))?)
            }
        }

        impl Coded for $name {
            fn code_of(self) -> &'static str {
                Self::ALL.iter().find(|(value, _)| *value == self).map_or("", |(_, code)| *code)
            }
        }
    )*};
}

/// A value that is written as a code.
pub trait Coded: Copy {
    /// The code.
    fn code_of(self) -> &'static str;
}

/// The code of a value.
pub fn code<T: Coded>(value: T) -> &'static str {
    value.code_of()
}

coded!(Need or Need::SPANISH, Interpreter, Consequence, DeadlineKind, Basis, Medium, EventKind, PartnerKind, StepKind, Happened, Known);

/// What else may be written for a value.
fn also<T: PartialEq>(value: T, words: &'static [(T, &'static str)]) -> impl Iterator<Item = &'static str> {
    words.iter().filter(move |(known, _)| *known == value).map(|(_, word)| *word)
}

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperKind {
    HearingNotice,
    Decision,
    Order,
    RequestForEvidence,
    NoticeOfIntent,
    Receipt,
    Appointment,
    FeeNotice,
    Other,
}

impl PaperKind {
    /// The code it is written as.
    pub fn code(self) -> &'static str {
        match self {
            Self::HearingNotice => "hearing-notice",
            Self::Decision => "decision",
            Self::Order => "order",
            Self::RequestForEvidence => "request-for-evidence",
            Self::NoticeOfIntent => "notice-of-intent",
            Self::Receipt => "receipt",
            Self::Appointment => "appointment",
            Self::FeeNotice => "fee-notice",
            Self::Other => "other",
        }
    }

    /// Whether a court sends it; an agency sends the others.
    pub fn is_of_court(self) -> bool {
        matches!(self, Self::HearingNotice | Self::Decision | Self::Order)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a test's day")
    }

    #[test]
    fn days_are_iso_or_counted_from_today() {
        let today = day("2026-11-23");
        let read = |text: &str| text.parse::<DayArg>().map(|arg| arg.on(today));
        assert_eq!(read("2026-12-01"), Ok(day("2026-12-01")));
        for (words, after) in [(["today", "hoy", "Today"], 0), (["tomorrow", "mañana", "MANANA"], 1)] {
            for word in words {
                assert_eq!(read(word), Ok(today + Days::new(after)), "{word}");
            }
        }
        assert_eq!(read("+10"), Ok(day("2026-12-03")));
        assert_eq!(read("-23"), Ok(day("2026-10-31")));
        for bad in ["2026-02-31", "2026-1-1", "0000-01-01", "10000-01-01", "tomorow", "2026/12/01", "1/2/3/4", "+", ""]
        {
            assert_eq!(read(bad), Err(Expected("day")), "{bad}");
        }
        for two_ways in ["12/01/2026", "1/12/2026", "13/12/2026", "1.12.26", "01-12-2026", "1/12"] {
            assert_eq!(read(two_ways), Err(Expected("day-order")), "{two_ways}");
        }
    }

    #[test]
    fn local_times_need_day_and_time() {
        let read = |text: &str| text.parse::<TimeArg>().map(|at| at.on(day("2026-11-23")).to_string());
        for text in ["2026-12-01 09:30", "2026-12-01T09:30", "+8 09:30"] {
            assert_eq!(read(text).as_deref(), Ok("2026-12-01 09:30:00"), "{text}");
        }
        for text in ["tomorrow 09:30", "Tomorrow 09:30", "mañana 09:30"] {
            assert_eq!(read(text).as_deref(), Ok("2026-11-24 09:30:00"), "{text}");
        }
        assert_eq!(read("1/12/2026 09:30"), Err(Expected("day-order")));
        assert!("2026-12-01".parse::<TimeArg>().is_err());
        assert!("2026-12-01 25:00".parse::<TimeArg>().is_err());
    }

    #[test]
    fn a_new_time_may_be_the_hour_alone() {
        for (text, written) in
            [("10:00", "10:00"), ("2026-12-01 09:30", "2026-12-01 09:30"), ("+8 09:30", "2026-12-01 09:30")]
        {
            assert_eq!(text.parse::<WhenArg>().map(|when| when.written(day("2026-11-23"))), Ok(written.to_owned()));
        }
        assert_eq!("1/12/2026 09:30".parse::<WhenArg>(), Err(Expected("day-order")));
        assert!("25:00".parse::<WhenArg>().is_err());
        assert!("2026-12-01".parse::<WhenArg>().is_err());
    }

    #[test]
    fn zones_forgive_letter_case_and_spaces() {
        assert_eq!("america/new york".parse(), Ok(ZoneArg(chrono_tz::Tz::America__New_York)));
        assert!("Boston".parse::<ZoneArg>().is_err());
    }

    #[test]
    fn every_code_reads_back() {
        for need in Need::value_variants() {
            assert_eq!(Need::from_str(code(*need), false), Ok(*need));
        }
        for (need, word) in Need::SPANISH {
            assert_eq!(Need::from_str(word, false), Ok(need));
        }
    }
}
