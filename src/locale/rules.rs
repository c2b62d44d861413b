//! Deadline rules in words: names, sources, and the arithmetic line by line.

use super::{Locale, Value};
use crate::core::calendar::{Closed, Doubt, Holiday, Place};
use crate::core::rules::{Grade, Period, Rule, Status, Step, Touch, Trigger, Warning, Words};
use crate::locale::Lang;
use chrono::NaiveDate;

impl Locale {
    /// The plain name of a rule: "Appeal to the Board (EOIR-26)". What a clinic added or changed says so.
    pub fn rule_name(&self, rule: &Rule) -> String {
        let name = self.words_of(rule.name.as_ref(), || self.t(&format!("rule-{}", rule.id)));
        let touch = rule.clinic.as_ref().map(|clinic| clinic.touch);
        // Off in the table, and nobody at the clinic switched it on.
        let off = !rule.enabled && touch != Some(Touch::Disabled);
        let name = if off { self.tn("rule-not-in-force", &[("name", name.into())]) } else { name };
        match touch {
            Some(Touch::Added) => self.tn("rule-of-clinic", &[("name", name.into())]),
            Some(Touch::Changed) => self.tn("rule-changed-by-clinic", &[("name", name.into())]),
            Some(Touch::Disabled) | None => name,
        }
    }

    /// What can lengthen or excuse it; empty where a clinic wrote nothing.
    pub fn rule_note(&self, rule: &Rule) -> String {
        self.words_of(rule.note.as_ref(), || {
            let key = format!("rule-{}-note", rule.id);
            if self.has(&key) { self.t(&key) } else { String::new() }
        })
    }

    /// Why it is switched off; empty where it is not.
    pub fn rule_off(&self, rule: &Rule) -> String {
        match &rule.clinic {
            _ if rule.enabled => String::new(),
            Some(clinic) => clinic.reason.clone(),
            None => self.t(&format!("rule-{}-off", rule.id)),
        }
    }

    /// What a rule is good for: "in force", "ask".
    pub fn rule_status(&self, status: Status) -> String {
        self.coded("rule-status", &Status::ALL, &status)
    }

    fn words_of(&self, own: Option<&Words>, otherwise: impl FnOnce() -> String) -> String {
        match (own, self.lang()) {
            (Some(words), Lang::En) => words.en.clone(),
            (Some(words), Lang::Es) => words.es.clone(),
            (None, _) => otherwise(),
        }
    }

    /// Its citation, how well that was read and when, and whom to check with; shown wherever a counted day is.
    pub fn rule_source(&self, rule: &Rule, today: NaiveDate) -> String {
        if let Some(clinic) = &rule.clinic {
            let day = self.day(clinic.on, today);
            let values =
                [("source", (&clinic.source).into()), ("reviewer", (&clinic.reviewer).into()), ("day", day.into())];
            return self.tn("rule-source-clinic", &values);
        }
        let grade = match rule.grade {
            Grade::Read => "grade-read",
            Grade::Secondary => "grade-secondary",
            Grade::Memory => "grade-memory",
            Grade::Differ => "grade-sources-differ",
        };
        let day = self.day(rule.verified, today);
        self.tn(
            "rule-source",
            &[("citation", (&rule.citation).into()), ("grade", self.t(grade).into()), ("day", day.into())],
        )
    }

    /// What a rule counts from: "final order".
    pub fn trigger(&self, trigger: Trigger) -> String {
        self.coded("trigger", &Trigger::ALL, &trigger)
    }

    /// One line of the arithmetic: "30 days after Mon 2 Mar: Wed 1 Apr".
    pub fn count_step(&self, step: &Step, today: NaiveDate) -> String {
        let day = |date: NaiveDate| Value::from(self.day(date, today));
        match *step {
            Step::CountedFrom { from } => self.tn("count-from", &[("day", day(from))]),
            Step::Counted { period, from, to } => {
                let key = if to < from { "count-before" } else { "count-after" };
                self.tn(key, &[("period", self.period(period).into()), ("from", day(from)), ("to", day(to))])
            }
            Step::MailAdded { days, to } => self.tn("count-mail", &[("days", days.into()), ("to", day(to))]),
            Step::RolledOver { over, to } => {
                self.tn("count-rolled", &[("over", self.closed_day(over).into()), ("to", day(to))])
            }
            Step::RolledBack { over, to } => {
                self.tn("count-rolled-back", &[("over", self.closed_day(over).into()), ("to", day(to))])
            }
            Step::Cautious { period, to } => {
                self.tn("count-cautious", &[("period", self.period(period).into()), ("to", day(to))])
            }
            Step::OtherReading { period, to } => {
                self.tn("count-other-reading", &[("period", self.period(period).into()), ("to", day(to))])
            }
            Step::Opens { on, .. } => self.tn("count-opens", &[("on", day(on))]),
            Step::Printed { on } => self.tn("count-printed", &[("on", day(on))]),
        }
    }

    /// What has to be said beside the dates.
    pub fn rule_warning(&self, warning: &Warning, today: NaiveDate) -> String {
        let day = |date: NaiveDate| Value::from(self.day(date, today));
        match warning {
            Warning::PrintedDateNeeded => self.t("rule-warning-printed-date-needed"),
            Warning::Ask => self.t("rule-warning-ask"),
            Warning::Review => self.t("rule-warning-review"),
            Warning::MaybeClosed { on, doubt, other } => {
                let values = [("on", day(*on)), ("doubt", self.doubt(doubt).into()), ("other", day(*other))];
                self.tn("rule-warning-maybe-closed", &values)
            }
            Warning::RanOverClosure { on, source } => {
                self.tn("rule-warning-ran-over", &[("on", day(*on)), ("source", source.into())])
            }
            Warning::BeyondKnownYears { year } => {
                // As text: a number would take the language's grouping.
                self.tn("rule-warning-beyond-known-years", &[("year", year.to_string().into())])
            }
            Warning::Unverified => self.t("rule-warning-unverified"),
            Warning::SourcesDiffer => self.t("rule-warning-sources-differ"),
            Warning::ClockMayStop => self.t("rule-warning-clock-may-stop"),
            Warning::MailDaysNotAdded => self.t("rule-warning-mail-days-not-added"),
            Warning::NotRolled { on } => self.tn("rule-warning-not-rolled", &[("over", self.closed_day(*on).into())]),
            Warning::OutOfForce => self.t("rule-warning-out-of-force"),
            Warning::LeapDay => self.t("rule-warning-leap-day"),
            Warning::PrintedDiffers { printed, counted } => {
                self.tn("rule-warning-printed-differs", &[("printed", day(*printed)), ("counted", day(*counted))])
            }
        }
    }

    /// Why a day may be closed: "Executive Order 14371".
    pub fn doubt(&self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::Order(number) => self.tn("doubt-order", &[("number", number.to_string().into())]),
            Doubt::Inauguration => self.t("doubt-inauguration"),
            Doubt::Reported(closure) => match &closure.place {
                Place::Court(court) => {
                    self.tn("doubt-court", &[("court", court.into()), ("source", (&closure.source).into())])
                }
                Place::Everywhere | Place::At(_) => closure.source.clone(),
            },
        }
    }

    /// Why offices are closed: "Sunday", "Juneteenth, observed".
    pub fn closed_day(&self, closed: Closed) -> String {
        let name = |holiday| self.coded("holiday", &Holiday::ALL, &holiday);
        match closed {
            Closed::Saturday => self.t("closed-saturday"),
            Closed::Sunday => self.t("closed-sunday"),
            Closed::Announced => self.t("closed-announced"),
            Closed::InDoubt => self.t("closed-in-doubt"),
            Closed::Holiday(holiday) => name(holiday),
            Closed::Observed(holiday) => self.tn("closed-observed", &[("holiday", name(holiday).into())]),
        }
    }

    /// A length of time without its direction: "5 years less 90 days".
    pub fn period(&self, period: Period) -> String {
        let part = |key: &str, n: i32| self.tn(key, &[("count", n.unsigned_abs().into())]);
        let (key, long, days) = match period {
            Period::Days(n) => ("period-days", n, 0),
            Period::BusinessDays(n) => ("period-business-days", n, 0),
            Period::Months(n, days) => ("period-months", n, days),
            Period::Years(n, days) => ("period-years", n, days),
        };
        if days == 0 {
            return part(key, long);
        }
        let joined = if (days < 0) == (long < 0) { "period-and" } else { "period-less" };
        self.tn(joined, &[("long", part(key, long).into()), ("short", part("period-days", days).into())])
    }

    /// A length of time with its direction: "30 days before".
    pub fn signed_period(&self, period: Period) -> String {
        let (Period::Days(n) | Period::BusinessDays(n) | Period::Months(n, _) | Period::Years(n, _)) = period;
        let said = self.period(period);
        if n < 0 { self.tn("period-before", &[("period", said.into())]) } else { said }
    }

    fn coded<T: PartialEq>(&self, section: &str, codes: &[(T, &str)], value: &T) -> String {
        let code = codes.iter().find(|(known, _)| known == value).map_or("", |(_, code)| *code);
        self.t(&format!("{section}-{code}"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use crate::core::calendar::{Closed, Holiday};
    use crate::core::rules::{How, Period, Rule, Step, Trigger, Warning, all, compute, compute_printed, find};
    use crate::locale::{Lang, Locale};
    use chrono::NaiveDate;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn whole(text: &str) {
        assert!(!text.is_empty() && !text.contains(['⟨', '{']), "{text}");
    }

    #[test]
    fn every_rule_and_word_of_its_arithmetic_is_there() {
        let today = date("2026-11-22");
        for (lang, _) in Lang::ALL {
            let locale = Locale::new(lang);
            for rule in all() {
                whole(&locale.rule_name(rule));
                whole(&locale.rule_note(rule));
                whole(&locale.rule_source(rule, today));
                assert!(locale.rule_name(rule).chars().count() <= 90, "{}", rule.id);
                let how = How { mailed: true, online: false };
                for said in [compute(rule, today, how), compute_printed(rule, today, how, date("2026-11-28"))] {
                    let said = said.unwrap_or_default();
                    for step in &said.steps {
                        whole(&locale.count_step(step, today));
                    }
                    for warning in &said.warnings {
                        whole(&locale.rule_warning(warning, today));
                    }
                }
            }
            for (trigger, _) in Trigger::ALL {
                whole(&locale.trigger(trigger));
            }
            for (holiday, _) in Holiday::ALL {
                whole(&locale.closed_day(Closed::Observed(holiday)));
            }
            for warning in [Warning::LeapDay, Warning::OutOfForce] {
                whole(&locale.rule_warning(&warning, today));
            }
        }
    }

    #[test]
    fn only_what_is_off_is_called_not_in_force() {
        let off = find("bia-appeal-10-ifr2026").unwrap();
        let on = Rule { enabled: true, ..off.clone() };
        for (lang, words) in [(Lang::En, "(not in force)"), (Lang::Es, "(sin vigencia)")] {
            let locale = Locale::new(lang);
            assert!(locale.rule_name(off).ends_with(words), "{}", locale.rule_name(off));
            assert!(!locale.rule_name(&on).contains(words), "{}", locale.rule_name(&on));
        }
    }

    #[test]
    fn a_count_reads_as_a_sum() {
        let today = date("2026-11-22");
        let (en, es) = (Locale::new(Lang::En), Locale::new(Lang::Es));
        let how = How { mailed: true, online: false };
        let said = compute(find("i290b-30-mail3").unwrap(), date("2026-05-17"), how).unwrap();
        let read = |locale: &Locale| said.steps.iter().map(|step| locale.count_step(step, today)).collect::<Vec<_>>();
        let expected = [
            "30 days after Sun 17 May: Tue 16 Jun",
            "and 3 days for mail: Fri 19 Jun",
            "closed (Juneteenth): runs to Mon 22 Jun",
        ];
        assert_eq!(read(&en), expected);
        assert_eq!(read(&es)[2], "cerrado (Juneteenth): corre hasta lun 22 jun");
        let back = Step::Counted { period: Period::Days(-15), from: date("2026-12-14"), to: date("2026-11-29") };
        assert_eq!(en.count_step(&back, today), "15 days before Mon 14 Dec: Sun 29 Nov");
        assert_eq!(en.period(Period::Years(5, -90)), "5 years less 90 days");
        assert_eq!(es.period(Period::Years(4, 1)), "4 años y 1 día");
    }
}
