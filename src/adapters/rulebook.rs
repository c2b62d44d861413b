//! A clinic's own rules: `rules.toml` with `[[rule]]`, `[[change]]`, `[[disable]]` and `[[closure]]`.
//!
//! ```toml
//! schema = 1
//!
//! [[rule]]
//! id = "clinic-letter-15"
//! name = { en = "Letter to the attorney", es = "Carta al abogado" }
//! trigger = "notice"
//! count = 15
//! unit = "days"             # days, workdays, months, years; negative counts back
//! counts = "last-day"       # or opening, maximum, printed, ask
//! roll = "none"             # or fwd, fwd-paper, before-hearing
//! consequence = "right"
//! source = "agreement with the legal aid office, 3 November 2026"
//! reviewer = "Dana Ruiz, attorney"
//! reviewed = 2026-11-20
//!
//! [[closure]]
//! date = 2026-12-24
//! court = "Boston"          # or office = "court", or everywhere = true
//! class = "uncertain"       # or closed, which needs a reviewer
//! source = "notice on the court's page, seen 22 December 2026"
//! ```
//!
//! A file with a mistake is used in no part: half of a clinic's rules could be worse than none.

mod entry;
mod flaw;
#[cfg(test)]
mod tests;

use crate::core::calendar::{Closure, Place};
use crate::core::deadline::{Consequence, DeadlineKind, Medium};
use crate::core::office::Office;
use crate::core::rules::{self, ClinicRules, Grade, Last, Mail, Period, Roll, Rule, Touch, Trigger, Vouched, Words};
use chrono::NaiveDate;
use entry::{Entry, Name, Value};
pub use flaw::{Flaw, Problem, SCHEMA};
use toml::de::{DeTable, DeValue};

/// The tables with the fields that each takes.
const TABLES: [(&str, &[&str]); 4] = [
    ("rule", RULE),
    ("change", RULE),
    ("disable", &["id", "reason", "source", "reviewer", "reviewed"]),
    ("closure", &["date", "everywhere", "office", "court", "class", "source", "reviewer"]),
];

const RULE: &[&str] = &[
    "id",
    "name",
    "note",
    "trigger",
    "counts",
    "count",
    "unit",
    "roll",
    "mail",
    "consequence",
    "kind",
    "medium",
    "received_by",
    "in_force_from",
    "in_force_to",
    "enabled",
    "source",
    "reviewer",
    "reviewed",
];

/// What the period of a rule can be good for.
const COUNTS: [(Counts, &str); 5] = [
    (Counts::LastDay, "last-day"),
    (Counts::Opening, "opening"),
    (Counts::Maximum, "maximum"),
    (Counts::Printed, "printed"),
    (Counts::Ask, "ask"),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Counts {
    LastDay,
    Opening,
    Maximum,
    Printed,
    Ask,
}

/// A number of units as a period.
type Of = fn(i32) -> Period;

const UNITS: [(Of, &str); 4] = [
    (Period::Days, "days"),
    (Period::BusinessDays, "workdays"),
    (|n| Period::Months(n, 0), "months"),
    (|n| Period::Years(n, 0), "years"),
];

/// Reads a clinic's file as it stands on `today`.
///
/// # Errors
/// Every mistake in it, in the order of the file.
pub fn read(text: &str, today: NaiveDate) -> Result<ClinicRules, Vec<Problem>> {
    let mut reader = Reader { text, today, read: ClinicRules::default(), problems: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        reader.file(table.get_ref());
    }
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        reader.report(at, Flaw::Syntax { detail: error.message().to_owned() });
    }
    reader.problems.sort_by_key(|problem| (problem.line, problem.column));
    if reader.problems.is_empty() { Ok(reader.read) } else { Err(reader.problems) }
}

struct Reader<'t> {
    text: &'t str,
    today: NaiveDate,
    read: ClinicRules,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn report(&mut self, at: usize, flaw: Flaw) {
        self.problems.push(Problem::at(self.text, at, flaw));
    }

    fn file(&mut self, table: &DeTable<'_>) {
        if !table.contains_key("schema") {
            self.report(0, Flaw::NoSchema);
        }
        let mut entries: Vec<(&Name<'_>, &Value<'_>)> = Vec::new();
        for (name, value) in table {
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("schema", DeValue::Integer(number)) if number.as_str().parse() == Ok(SCHEMA) => {}
                ("schema", DeValue::Integer(number)) => {
                    self.report(value.span().start, Flaw::Newer { found: number.as_str().to_owned() });
                }
                (known, DeValue::Array(items)) if TABLES.iter().any(|(table, _)| *table == known) => {
                    entries.extend(items.iter().map(|item| (name, item)));
                }
                (known, _) if known == "schema" => self.wrong(value, known, "number"),
                (known, _) if TABLES.iter().any(|(table, _)| *table == known) => self.wrong(value, known, "tables"),
                (other, _) => {
                    let known = TABLES.map(|(table, _)| table).join(", ");
                    self.report(name.span().start, Flaw::UnknownTable { name: other.to_owned(), known });
                }
            }
        }
        entries.sort_by_key(|(_, item)| item.span().start);
        for (name, item) in entries {
            self.entry(name.get_ref(), item);
        }
    }

    fn wrong(&mut self, value: &Value<'_>, field: &str, wanted: &'static str) {
        self.report(value.span().start, Flaw::WrongType { field: field.to_owned(), wanted });
    }

    fn entry(&mut self, table: &str, item: &Value<'_>) {
        let (DeValue::Table(fields), Some((name, known))) =
            (item.get_ref(), TABLES.into_iter().find(|(name, _)| *name == table))
        else {
            return self.wrong(item, table, "tables");
        };
        let mut entry = Entry::new(name, item.span().start, fields, self.text, known);
        match name {
            "rule" => {
                let rule = rule(&mut entry, self.today);
                self.keep(&mut entry, rule);
            }
            "change" => {
                let rule = change(&mut entry, self.today);
                self.keep(&mut entry, rule);
            }
            "disable" => {
                let rule = disable(&mut entry, self.today);
                self.keep(&mut entry, rule);
            }
            _ => self.read.closures.extend(closure(&mut entry)),
        }
        self.problems.append(&mut entry.problems);
    }

    fn keep(&mut self, entry: &mut Entry<'_, '_>, rule: Option<Rule>) {
        let Some(rule) = rule else { return };
        if self.read.rules.iter().any(|earlier| earlier.id == rule.id) {
            entry.flaw_at("id", Flaw::Twice { id: rule.id });
        } else {
            self.read.rules.push(rule);
        }
    }
}

/// Who answers for it, and since when; every missing part is named. Nobody has read anything on a day to come.
fn vouched(entry: &mut Entry<'_, '_>, touch: Touch, today: NaiveDate) -> Option<Vouched> {
    let source = entry.needed("source", "rulebook-needed-source", Entry::text);
    let reviewer = entry.needed("reviewer", "rulebook-needed-reviewer", Entry::text);
    let on = entry.needed("reviewed", "rulebook-needed-reviewed", Entry::date);
    if let Some(day) = on.filter(|day| *day > today) {
        entry.flaw_at("reviewed", Flaw::Ahead { day });
    }
    Some(Vouched { touch, source: source?, reviewer: reviewer?, on: on?, reason: String::new() })
}

fn rule(entry: &mut Entry<'_, '_>, today: NaiveDate) -> Option<Rule> {
    let id = entry.needed("id", "rulebook-needed-id", Entry::text);
    let id = id.filter(|id| {
        let sound = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !sound {
            entry.flaw_at("id", Flaw::BadId { id: id.clone() });
        } else if rules::find(id).is_some() {
            entry.flaw_at("id", Flaw::RuleExists { id: id.clone() });
        }
        sound && rules::find(id).is_none()
    });
    let clinic = vouched(entry, Touch::Added, today);
    let name = entry.needed("name", "rulebook-needed-name", Entry::words);
    entry.needed("trigger", "rulebook-needed-trigger", |entry, name| entry.coded(name, &Trigger::ALL));
    entry.needed("consequence", "rulebook-needed-consequence", |entry, name| entry.coded(name, &Consequence::ALL));
    let base = Rule { roll: Roll::Stays, last: Last::Ask, ..rules::blank(id.as_deref().unwrap_or_default()) };
    let counts = entry.coded("counts", &COUNTS).unwrap_or(Counts::LastDay);
    let (last, opens) = (last(entry, counts, None), opening(entry, counts, None));
    let rule = fields(entry, Rule { opens, ..base });
    let note = entry.words("note").or(Some(Words { en: String::new(), es: String::new() }));
    id.and(Some(Rule { name: Some(name?), note, last: last?, clinic: Some(clinic?), ..rule }))
}

/// The rule of the table that an entry names.
fn named(entry: &mut Entry<'_, '_>) -> Option<Rule> {
    let id = entry.needed("id", "rulebook-needed-id", Entry::text)?;
    let rule = rules::find(&id).cloned();
    if rule.is_none() {
        entry.flaw_at("id", Flaw::NoRule { id });
    }
    rule
}

fn change(entry: &mut Entry<'_, '_>, today: NaiveDate) -> Option<Rule> {
    let clinic = vouched(entry, Touch::Changed, today);
    let base = named(entry)?;
    let recounted = ["counts", "count", "unit"].iter().any(|field| entry.has(field));
    let base = if recounted {
        let (usual, period) = standing(&base);
        let counts = entry.coded("counts", &COUNTS).unwrap_or(usual);
        let opens = opening(entry, counts, period).or(base.opens);
        let last = match (last(entry, counts, period)?, base.last) {
            // Where no legal last day can be stated, another number of days states none either.
            (Last::Counted(act), Last::Advised { .. }) if !entry.has("counts") => Last::Advised { act, other: None },
            (last, _) => last,
        };
        // Which of two readings holds has been settled by whoever answers for the new count.
        Rule { last, opens, caveats: Vec::new(), ..base }
    } else {
        base
    };
    let (name, note) = (entry.words("name").or(base.name.clone()), entry.words("note").or(base.note.clone()));
    let rule = fields(entry, base);
    Some(Rule { name, note, clinic: Some(clinic?), ..rule })
}

fn disable(entry: &mut Entry<'_, '_>, today: NaiveDate) -> Option<Rule> {
    let clinic = vouched(entry, Touch::Disabled, today);
    let reason = entry.needed("reason", "rulebook-needed-reason", Entry::text);
    let rule = named(entry)?;
    Some(Rule { enabled: false, clinic: Some(Vouched { reason: reason?, ..clinic? }), ..rule })
}

/// The fields that a new and a changed rule share, put into `rule`.
fn fields(entry: &mut Entry<'_, '_>, rule: Rule) -> Rule {
    Rule {
        trigger: entry.coded("trigger", &Trigger::ALL).unwrap_or(rule.trigger),
        roll: entry.coded("roll", &Roll::ALL).unwrap_or(rule.roll),
        mail: entry.coded("mail", &Mail::ALL).unwrap_or(rule.mail),
        consequence: entry.coded("consequence", &Consequence::ALL).unwrap_or(rule.consequence),
        kind: entry.coded("kind", &DeadlineKind::ALL).unwrap_or(rule.kind),
        medium: entry.coded("medium", &Medium::ALL).unwrap_or(rule.medium),
        received_by: entry.coded("received_by", &Office::ALL).unwrap_or(rule.received_by),
        in_force_from: entry.date("in_force_from").or(rule.in_force_from),
        in_force_to: entry.date("in_force_to").or(rule.in_force_to),
        enabled: entry.yes("enabled").unwrap_or(rule.enabled),
        citation: entry.text("source").unwrap_or(rule.citation),
        verified: entry.date("reviewed").unwrap_or(rule.verified),
        // Somebody answers for having read it.
        grade: Grade::Secondary,
        ..rule
    }
}

/// What the period of a row of the table is good for, and that period, so that a change may say only what differs.
fn standing(rule: &Rule) -> (Counts, Option<Period>) {
    match rule.last {
        Last::Counted(period) | Last::Advised { act: period, .. } => (Counts::LastDay, Some(period)),
        // Whose unit holds is the question where the two readings differ in it.
        Last::Disputed { legal, cautious } => {
            (Counts::LastDay, Some(legal).filter(|_| parts(legal).1 == parts(cautious).1))
        }
        Last::AtMost(period) => (Counts::Maximum, Some(period)),
        Last::Open => (Counts::Opening, rule.opens),
        Last::Printed | Last::Ask | Last::Review => (Counts::LastDay, None),
    }
}

/// A period's number, the code of its unit, and the days on top.
fn parts(period: Period) -> (i32, &'static str, i32) {
    match period {
        Period::Days(n) => (n, "days", 0),
        Period::BusinessDays(n) => (n, "workdays", 0),
        Period::Months(n, more) => (n, "months", more),
        Period::Years(n, more) => (n, "years", more),
    }
}

/// How the last day is known; `None` where the count is missing, which is then reported.
fn last(entry: &mut Entry<'_, '_>, counts: Counts, standing: Option<Period>) -> Option<Last> {
    match counts {
        Counts::Printed => Some(Last::Printed),
        Counts::Ask => Some(Last::Ask),
        Counts::LastDay => period(entry, counts, standing).map(Last::Counted),
        Counts::Maximum => period(entry, counts, standing).map(Last::AtMost),
        Counts::Opening => period(entry, counts, standing).map(|_| Last::Open),
    }
}

fn opening(entry: &mut Entry<'_, '_>, counts: Counts, standing: Option<Period>) -> Option<Period> {
    if counts == Counts::Opening { period(entry, counts, standing) } else { None }
}

/// The period written, with what is not written as it stands in the table.
fn period(entry: &mut Entry<'_, '_>, counts: Counts, standing: Option<Period>) -> Option<Period> {
    // Years less some days are two numbers: one of them alone would say something else.
    let standing = standing.map(parts).filter(|(_, _, more)| *more == 0);
    if standing.is_none() && !(entry.has("count") && entry.has("unit")) {
        let counts = COUNTS.iter().find(|(known, _)| *known == counts).map_or("", |(_, code)| code);
        entry.flaw(Flaw::NoCount { counts: counts.to_owned() });
        return None;
    }
    let count = if entry.has("count") { entry.number("count") } else { standing.map(|(count, ..)| count) };
    if entry.has("count") && count == Some(0) {
        entry.flaw_at("count", Flaw::Zero);
        return None;
    }
    let unit = if entry.has("unit") { entry.text("unit")? } else { standing?.1.to_owned() };
    let made = UNITS.iter().find(|(_, code)| *code == unit);
    if made.is_none() {
        let known = UNITS.map(|(_, code)| code).join(", ");
        entry.flaw_at("unit", Flaw::UnknownValue { field: "unit".to_owned(), value: unit, known });
    }
    made.zip(count).map(|((of, _), count)| of(count))
}

fn closure(entry: &mut Entry<'_, '_>) -> Option<Closure> {
    let on = entry.needed("date", "rulebook-needed-date", Entry::date);
    let certain = entry.needed("class", "rulebook-needed-class", |entry, name| {
        entry.coded(name, &[(true, "closed"), (false, "uncertain")])
    });
    let source = entry.needed("source", "rulebook-needed-source", Entry::text);
    if certain == Some(true) {
        entry.needed("reviewer", "rulebook-needed-reviewer", Entry::text);
    }
    let place = if entry.yes("everywhere") == Some(true) {
        Some(Place::Everywhere)
    } else if entry.has("office") {
        entry.coded("office", &Office::ALL).map(Place::At)
    } else {
        entry.needed("court", "rulebook-needed-place", Entry::text).map(Place::Court)
    };
    Some(Closure { on: on?, place: place?, certain: certain?, source: source? })
}
