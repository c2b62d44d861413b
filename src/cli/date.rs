//! `rumbo date`: a rule and a trigger to dates, with every step, no vault needed; and many of them at once.

use super::{Run, print, rules};
use crate::commands::args::{DayArg, reads_two_ways};
use crate::commands::resolve::find_rule;
use crate::core::clinic::Clinic;
use crate::core::rules::{How, PLAIN_YEARS, Period, Rule, RuleBook, RuleError, Towards, YEARS, plain};
use crate::error::{Error, Kind};
use crate::panes::counted::Counted;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use serde_json::json;
use std::io::{BufRead, BufReader};

/// What is asked of one rule.
pub struct Asked<'a> {
    pub rule: &'a str,
    pub trigger: &'a str,
    pub mailed: bool,
    pub online: bool,
    pub printed: Option<&'a str>,
}

/// Prints the dates that follow from one trigger.
///
/// # Errors
/// A day that is none, a rule that is not, one that is switched off, or mistakes in the clinic's file.
pub fn one(run: &Run, asked: &Asked<'_>, as_json: bool) -> Result<(), Error> {
    let book = rules::book(run)?;
    let (trigger, printed) = (plainly(run, asked.trigger), asked.printed.map(|text| plainly(run, text)));
    let asked = Asked { trigger: &trigger, printed: printed.as_deref(), ..*asked };
    let answer = by_rule(run, &book, &asked, |counted| {
        if as_json { counted.json(&run.locale).to_string() } else { counted.lines(&run.locale).join("\n") }
    })?;
    print(format!("{answer}\n").as_bytes())
}

fn by_rule<T>(run: &Run, book: &RuleBook, asked: &Asked<'_>, show: impl FnOnce(&Counted<'_>) -> T) -> Result<T, Error> {
    let rule = find_rule(book, asked.rule)
        .map_err(|message| Error::new(Kind::Usage, message.text(&run.locale)).hint(run.locale.t("date-rules-hint")))?;
    let trigger = day(run, asked.trigger)?;
    let printed = asked.printed.map(|text| day(run, text)).transpose()?;
    let how = How { mailed: asked.mailed, online: asked.online };
    let said = book.count(rule, trigger, how, printed).map_err(|error| refused(run, Some(rule), &error))?;
    let courier_days = Clinic::default().courier_days;
    Ok(show(&Counted { rule: Some(rule), trigger, online: asked.online, printed, said: &said, courier_days }))
}

/// A day as `2026-11-02` where it is said from today on; anything else as it stands. A batch is written by a program, and
/// has plain days.
fn plainly(run: &Run, text: &str) -> String {
    match text.parse() {
        Ok(day @ DayArg::FromToday(_)) => day.on(rules::today(run)).to_string(),
        _ => text.to_owned(),
    }
}

/// A day as `2026-11-02`, in a year from 1 to 9999; no other form, so that no two countries read it differently.
fn day(run: &Run, text: &str) -> Result<NaiveDate, Error> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let day = text.parse::<NaiveDate>().ok().filter(|day| shaped && PLAIN_YEARS.contains(&day.year()));
    let key = if reads_two_ways(text) { "date-two-ways" } else { "date-no-day" };
    day.ok_or_else(|| run.refuse(Kind::Usage, key, &[("day", text)]))
}

fn refused(run: &Run, rule: Option<&Rule>, error: &RuleError) -> Error {
    match (error, rule) {
        (RuleError::Disabled { id }, Some(rule)) => {
            let why = run.locale.rule_off(rule);
            run.refuse(Kind::Refused, "refused-rule-disabled", &[("rule", id), ("why", &why)])
        }
        (RuleError::OutOfRange { day }, _) => {
            let (day, first, last) = (day.to_string(), YEARS.start().to_string(), YEARS.end().to_string());
            run.refuse(Kind::Usage, "date-out-of-range", &[("day", &day), ("first", &first), ("last", &last)])
        }
        (RuleError::OffTheCalendar | RuleError::Disabled { .. }, _) => {
            let (first, last) = (PLAIN_YEARS.start().to_string(), PLAIN_YEARS.end().to_string());
            run.refuse(Kind::Usage, "date-off-the-calendar", &[("first", &first), ("last", &last)])
        }
    }
}

/// One line of a batch. An unknown field is an error: one that is misspelt would change the date.
enum Line {
    ByRule(ByRule),
    Plain(Plain),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ByRule {
    rule: String,
    trigger: String,
    #[serde(default)]
    mailed: bool,
    #[serde(default)]
    online: bool,
    printed: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plain {
    count: i32,
    unit: Unit,
    roll: Roll,
    trigger: String,
    #[serde(default)]
    online: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Unit {
    Days,
    Workdays,
    Months,
    Years,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Roll {
    Fwd,
    Back,
    None,
}

/// Answers each line of standard input with one JSON object, as it comes.
///
/// # Errors
/// The input cannot be read, or the clinic's file has mistakes. A line that asks for nothing is answered with an error
/// of its own, and the rest goes on.
pub fn batch(run: &Run) -> Result<(), Error> {
    let book = rules::book(run)?;
    let mut input = BufReader::with_capacity(INPUT, std::io::stdin());
    let (mut line, mut answers) = (Vec::new(), Vec::new());
    loop {
        line.clear();
        let read = input.read_until(b'\n', &mut line).map_err(|error| {
            let why = error.to_string();
            run.refuse(Kind::Usage, "cli-cannot-read", &[("file", "-"), ("why", &why)])
        })?;
        if read == 0 {
            return print(&answers);
        }
        let asked = line.strip_suffix(b"\n").unwrap_or(&line);
        let answer = answer(run, &book, asked).unwrap_or_else(|error| json!({ "error": error.what }));
        answers.extend_from_slice(format!("{answer}\n").as_bytes());
        // Whoever waits for an answer before asking again gets it; many lines at once are answered at once.
        if !input.buffer().contains(&b'\n') {
            print(&answers)?;
            answers.clear();
        }
    }
}

/// Bytes of a batch read at once.
const INPUT: usize = 64 * 1024;

pub(super) fn answer(run: &Run, book: &RuleBook, line: &[u8]) -> Result<serde_json::Value, Error> {
    match read(run, line)? {
        Line::ByRule(ByRule { rule, trigger, mailed, online, printed }) => {
            let printed = printed.as_deref();
            let asked = Asked { rule: &rule, trigger: &trigger, mailed, online, printed };
            by_rule(run, book, &asked, |counted| counted.json(&run.locale))
        }
        Line::Plain(asked) => {
            let trigger = day(run, &asked.trigger)?;
            let period = match asked.unit {
                Unit::Days => Period::Days(asked.count),
                Unit::Workdays => Period::BusinessDays(asked.count),
                Unit::Months => Period::Months(asked.count, 0),
                Unit::Years => Period::Years(asked.count, 0),
            };
            let towards = match asked.roll {
                Roll::Fwd => Towards::Forward,
                Roll::Back => Towards::Back,
                Roll::None => Towards::Stay,
            };
            let said = plain(period, towards, trigger, book.closures()).map_err(|error| refused(run, None, &error))?;
            let courier_days = Clinic::default().courier_days;
            let counted =
                Counted { rule: None, trigger, online: asked.online, printed: None, said: &said, courier_days };
            Ok(counted.json(&run.locale))
        }
    }
}

/// Reads a line by what it has: a rule or a count.
fn read(run: &Run, line: &[u8]) -> Result<Line, Error> {
    let wrong = |why: &serde_json::Error| {
        let why = why.to_string();
        run.refuse(Kind::Usage, "date-bad-line", &[("why", &why)])
    };
    let value: serde_json::Value = serde_json::from_slice(line).map_err(|error| wrong(&error))?;
    if value.get("rule").is_some() {
        serde_json::from_value(value).map(Line::ByRule)
    } else {
        serde_json::from_value(value).map(Line::Plain)
    }
    .map_err(|error| wrong(&error))
}
