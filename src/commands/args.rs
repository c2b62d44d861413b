//! How values are written in a command: days, local times, references and codes.

use crate::core::case::{Interpreter, Need};
use crate::core::deadline::{Basis, Consequence, DeadlineKind, Medium};
use crate::core::event::EventKind;
use crate::core::happening::Known;
use crate::core::partner::PartnerKind;
use crate::core::rules::Happened;
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

/// A day as a person writes it: `2026-12-01`, `today`, `+10` (days from today) or `-3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayArg {
    On(NaiveDate),
    FromToday(i64),
}

impl FromStr for DayArg {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        let text = text.trim();
        if text.eq_ignore_ascii_case("today") || text.eq_ignore_ascii_case("hoy") {
            return Ok(Self::FromToday(0));
        }
        if text.starts_with('+') || text.starts_with('-') {
            return text.parse().ok().filter(|n: &i64| n.abs() <= 36_600).map(Self::FromToday).ok_or(Expected("day"));
        }
        plain_day(text).map(Self::On).ok_or(Expected("day"))
    }
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

/// A local time as a person writes it: `2026-12-01 09:30`, without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeArg(pub NaiveDateTime);

impl FromStr for TimeArg {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        let text = text.trim().replace('T', " ");
        let (day, time) = text.split_once(' ').ok_or(Expected("time"))?;
        let day = plain_day(day).ok_or(Expected("time"))?;
        let time = NaiveTime::parse_from_str(time.trim(), "%H:%M").map_err(|_| Expected("time"))?;
        Ok(Self(day.and_time(time)))
    }
}

/// When something will be: a local date and time, or the time of day alone, `10:00`, on a day said elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenArg {
    At(NaiveDateTime),
    Clock(NaiveTime),
}

impl FromStr for WhenArg {
    type Err = Expected;

    fn from_str(text: &str) -> Result<Self, Expected> {
        let clock = NaiveTime::parse_from_str(text.trim(), "%H:%M").map(Self::Clock);
        clock.or_else(|_| text.parse().map(|TimeArg(at)| Self::At(at))).map_err(|_: Expected| Expected("when"))
    }
}

impl std::fmt::Display for WhenArg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::At(at) => write!(f, "{}", at.format("%Y-%m-%d %H:%M")),
            Self::Clock(time) => write!(f, "{}", time.format("%H:%M")),
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
        assert_eq!(read("today"), Ok(today));
        assert_eq!(read("+10"), Ok(day("2026-12-03")));
        assert_eq!(read("-23"), Ok(day("2026-10-31")));
        for bad in ["2026-02-31", "12/01/2026", "2026-1-1", "0000-01-01", "10000-01-01", "tomorow", "+", ""] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn local_times_need_day_and_time() {
        assert!("2026-12-01 09:30".parse::<TimeArg>().is_ok());
        assert!("2026-12-01T09:30".parse::<TimeArg>().is_ok());
        assert!("2026-12-01".parse::<TimeArg>().is_err());
        assert!("2026-12-01 25:00".parse::<TimeArg>().is_err());
    }

    #[test]
    fn a_new_time_may_be_the_hour_alone() {
        for text in ["10:00", "2026-12-01 09:30"] {
            assert_eq!(text.parse::<WhenArg>().map(|when| when.to_string()), Ok(text.to_owned()));
        }
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
