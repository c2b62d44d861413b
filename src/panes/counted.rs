//! A count by a rule, and the rules themselves, as text and as JSON, without a case or a vault.
//!
//! Field names and codes are stable. Every counted date stands unconfirmed: only the paper or a named attorney or
//! accredited representative confirms one.
//!
//! - **count**: `raw` (the last day before any roll), `due` (the legal last day), `safe` (the day to act on), `opens`,
//!   `latest` ("no later than", never to act on), `printed`, `steps` and `warnings` (sentences), `certainty` (always
//!   `unconfirmed`), `confirm` (with whom, a sentence); of a rule also `rule`, `name`, `trigger`, `consequence`,
//!   `received_by`, `source` (`citation`, `grade`, `verified_on`), `note` and `clinic` (null, or as below).
//! - **rule**: `id`, `name`, `note`, `status` (`in-force`, `not-yet`, `over`, `printed`, `ask`, `review`, `off`), `off`
//!   (why), `trigger`, `counts`, `period`, `roll`, `mail`, `opens`, `consequence`, `in_proceedings`, `received_by`,
//!   `met_by`, `source`, `in_force_from`, `in_force_to`, `clinic` (`touch`: `added`, `changed`, `disabled`; `source`,
//!   `reviewer`, `on`). Names and periods are sentences in the language asked for.

use crate::core::deadline::Consequence;
use crate::core::office::Office;
use crate::core::rules::{Computed, Grade, Last, Mail, MetBy, Roll, Rule, Status, Touch, Trigger, safe};
use crate::locale::Locale;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// Shown dates carry their year, whatever today is.
const NO_YEAR: NaiveDate = NaiveDate::MIN;

/// A count and what was asked.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// `None` for a plain count.
    pub rule: Option<&'a Rule>,
    pub trigger: NaiveDate,
    pub online: bool,
    pub printed: Option<NaiveDate>,
    pub said: &'a Computed,
    /// Business days kept for the courier of a paper filing.
    pub courier_days: u16,
}

impl Counted<'_> {
    /// The date to act on; none where nothing is lost on a day or none can be told.
    pub fn safe(&self) -> Option<NaiveDate> {
        let paper = self.rule.map_or(!self.online, |rule| rule.on_paper(self.online));
        self.said.act_from().map(|raw| safe(raw, self.courier_days, paper))
    }

    /// The whole arithmetic in words, from day 0 on.
    fn steps(&self, locale: &Locale) -> Vec<String> {
        let day = locale.day(self.trigger, NO_YEAR);
        let zero = match self.rule {
            Some(rule) => {
                let trigger = locale.trigger(rule.trigger);
                locale.tn("count-zero-of", &[("trigger", trigger.into()), ("day", day.into())])
            }
            None => locale.tn("count-zero", &[("day", day.into())]),
        };
        let counted = self.said.steps.iter().map(|step| locale.count_step(step, NO_YEAR));
        std::iter::once(zero).chain(counted).collect()
    }

    fn warnings(&self, locale: &Locale) -> Vec<String> {
        self.said.warnings.iter().map(|warning| locale.rule_warning(warning, NO_YEAR)).collect()
    }

    /// The count as one JSON object.
    pub fn json(&self, locale: &Locale) -> Value {
        let said = self.said;
        let mut object = json!({
            "raw": said.raw,
            "due": said.due,
            "safe": self.safe(),
            "opens": said.opens,
            "latest": said.latest,
            "printed": self.printed,
            "steps": self.steps(locale),
            "warnings": self.warnings(locale),
            "certainty": "unconfirmed",
            "confirm": locale.t("count-confirm"),
        });
        if let (Some(rule), Some(fields)) = (self.rule, object.as_object_mut()) {
            let more = [
                ("rule", json!(rule.id)),
                ("name", json!(locale.rule_name(rule))),
                ("trigger", json!(self.trigger)),
                ("consequence", json!(code(&Consequence::ALL, &rule.consequence))),
                ("received_by", json!(code(&Office::ALL, &rule.received_by))),
                ("source", source(rule)),
                ("note", json!(locale.rule_note(rule))),
                ("clinic", clinic(rule)),
            ];
            fields.extend(more.into_iter().map(|(name, value)| (name.to_owned(), value)));
        }
        object
    }

    /// The count as lines for a person.
    pub fn lines(&self, locale: &Locale) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(rule) = self.rule {
            lines.push(locale.rule_name(rule));
        }
        lines.push(locale.t("count-confirm"));
        let dates = [
            ("count-due", self.said.due),
            ("count-safe", self.safe()),
            ("count-opens-on", self.said.opens),
            // Beside a day to act on it would only mislead.
            ("count-latest", self.said.latest.filter(|_| self.said.due.is_none())),
        ];
        for (key, date) in dates {
            if let Some(date) = date {
                lines.push(format!("  {}: {}", locale.t(key), locale.day_long(date)));
            }
        }
        if self.said.due.is_none() && self.said.opens.is_none() {
            lines.push(format!("  {}", locale.t("count-no-day")));
        }
        let mut section = |key: &str, within: Vec<String>| {
            let within: Vec<String> = within.into_iter().filter(|line| !line.is_empty()).collect();
            if !within.is_empty() {
                lines.push(format!("{}:", locale.t(key)));
                lines.extend(within.into_iter().map(|line| format!("  {line}")));
            }
        };
        section("count-steps", self.steps(locale));
        section("count-warnings", self.warnings(locale));
        if let Some(rule) = self.rule {
            let missed = locale.consequence(rule.consequence).to_owned();
            section("count-if-missed", vec![missed]);
            section("count-source", vec![locale.rule_source(rule, NO_YEAR), locale.rule_note(rule)]);
        }
        lines
    }
}

/// One rule as a JSON object.
pub fn rule_json(locale: &Locale, rule: &Rule, today: NaiveDate) -> Value {
    json!({
        "id": rule.id,
        "name": locale.rule_name(rule),
        "note": locale.rule_note(rule),
        "status": code(&Status::ALL, &rule.status(today)),
        "off": (!rule.enabled).then(|| locale.rule_off(rule)),
        "trigger": code(&Trigger::ALL, &rule.trigger),
        "counts": counts(rule),
        "period": period(locale, rule),
        "roll": code(&Roll::ALL, &rule.roll),
        "mail": code(&Mail::ALL, &rule.mail),
        "opens": rule.opens.map(|period| locale.signed_period(period)),
        "consequence": code(&Consequence::ALL, &rule.consequence),
        "in_proceedings": rule.in_proceedings.map(|consequence| code(&Consequence::ALL, &consequence)),
        "received_by": code(&Office::ALL, &rule.received_by),
        "met_by": code(&MetBy::ALL, &rule.met_by),
        "source": source(rule),
        "in_force_from": rule.in_force_from,
        "in_force_to": rule.in_force_to,
        "clinic": clinic(rule),
    })
}

/// What the period of a rule is good for, as a code.
pub fn counts(rule: &Rule) -> &'static str {
    match rule.last {
        Last::Counted(_) => "last-day",
        Last::Disputed { .. } => "disputed",
        Last::Advised { .. } => "advised",
        Last::AtMost(_) => "maximum",
        Last::Printed => "printed",
        Last::Open => "opening",
        Last::Ask => "ask",
        Last::Review => "review",
    }
}

fn period(locale: &Locale, rule: &Rule) -> Option<String> {
    match rule.last {
        Last::Counted(period) | Last::Advised { act: period, other: None } | Last::AtMost(period) => {
            Some(locale.signed_period(period))
        }
        Last::Disputed { legal: one, cautious: other } | Last::Advised { act: one, other: Some(other) } => {
            Some([one, other].map(|period| locale.signed_period(period)).join(" / "))
        }
        Last::Printed | Last::Open | Last::Ask | Last::Review => None,
    }
}

fn source(rule: &Rule) -> Value {
    let read = rule.grade != Grade::Memory;
    json!({
        "citation": rule.citation,
        "grade": code(&Grade::ALL, &rule.grade),
        "verified_on": read.then_some(rule.verified),
    })
}

fn clinic(rule: &Rule) -> Value {
    let Some(clinic) = &rule.clinic else { return Value::Null };
    let touch = match clinic.touch {
        Touch::Added => "added",
        Touch::Changed => "changed",
        Touch::Disabled => "disabled",
    };
    json!({ "touch": touch, "source": clinic.source, "reviewer": clinic.reviewer, "on": clinic.on })
}

fn code<T: PartialEq>(codes: &[(T, &'static str)], value: &T) -> &'static str {
    codes.iter().find(|(known, _)| known == value).map_or("", |(_, code)| code)
}
