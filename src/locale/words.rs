//! The words that fill rows: looked up once, then borrowed.

use super::Locale;
use super::catalogue::Catalogue;
use crate::core::case::{Interpreter, Need};
use crate::core::deadline::{Basis, Consequence, DeadlineKind, Medium};
use crate::core::event::EventKind;
use crate::core::partner::PartnerKind;
use crate::core::step::StepKind;
use crate::core::urgency::Group;

/// The words of one enumeration; at most twenty, so that looking one up is a short walk.
type List<T> = Vec<(T, String)>;

/// Every word that a row may need.
pub struct Words {
    /// Monday first.
    pub weekdays: Vec<String>,
    pub weekdays_long: Vec<String>,
    /// January first.
    pub months: Vec<String>,
    pub months_long: Vec<String>,
    groups: List<Group>,
    consequences: List<Consequence>,
    kinds: List<DeadlineKind>,
    bases: List<Basis>,
    media: List<Medium>,
    needs: List<Need>,
    interpreters: List<Interpreter>,
    steps: List<StepKind>,
    events: List<EventKind>,
    partners: List<PartnerKind>,
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

fn named(catalogue: &Catalogue, section: &str, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| catalogue.format(&format!("{section}-{name}"), None)).collect()
}

fn list<T: Copy>(catalogue: &Catalogue, section: &str, codes: &[(T, &str)]) -> List<T> {
    codes.iter().map(|(value, code)| (*value, catalogue.format(&format!("{section}-{code}"), None))).collect()
}

fn word<'a, T: PartialEq>(list: &'a List<T>, value: &T) -> &'a str {
    list.iter().find(|(known, _)| known == value).map_or("", |(_, word)| word)
}

impl Words {
    /// Looks up every word; a missing one is its key in brackets.
    pub fn read(catalogue: &Catalogue) -> Self {
        Self {
            weekdays: named(catalogue, "weekday", &WEEKDAYS),
            weekdays_long: named(catalogue, "weekday-long", &WEEKDAYS),
            months: named(catalogue, "month", &MONTHS),
            months_long: named(catalogue, "month-long", &MONTHS),
            groups: list(catalogue, "group", &Group::ALL),
            consequences: list(catalogue, "consequence", &Consequence::ALL),
            kinds: list(catalogue, "kind", &DeadlineKind::ALL),
            bases: list(catalogue, "basis", &Basis::ALL),
            media: list(catalogue, "medium", &Medium::ALL),
            needs: list(catalogue, "need", &Need::ALL),
            interpreters: list(catalogue, "interpreter", &Interpreter::ALL),
            steps: list(catalogue, "step-kind", &StepKind::ALL),
            events: list(catalogue, "event", &EventKind::ALL),
            partners: list(catalogue, "partner-kind", &PartnerKind::ALL),
        }
    }

    /// Whether a word stands there as its key in brackets.
    #[cfg(test)]
    pub fn any_missing(&self) -> bool {
        let missing = |word: &String| word.is_empty() || word.starts_with('⟨');
        let names = [&self.weekdays, &self.weekdays_long, &self.months, &self.months_long];
        names.into_iter().flatten().any(missing)
            || self.groups.iter().any(|(_, word)| missing(word))
            || self.consequences.iter().any(|(_, word)| missing(word))
            || self.kinds.iter().any(|(_, word)| missing(word))
            || self.bases.iter().any(|(_, word)| missing(word))
            || self.media.iter().any(|(_, word)| missing(word))
            || self.needs.iter().any(|(_, word)| missing(word))
            || self.interpreters.iter().any(|(_, word)| missing(word))
            || self.steps.iter().any(|(_, word)| missing(word))
            || self.events.iter().any(|(_, word)| missing(word))
            || self.partners.iter().any(|(_, word)| missing(word))
    }
}

impl Locale {
    /// The name of a group of the queue, such as "act now".
    pub fn group(&self, group: Group) -> &str {
        word(&self.words().groups, &group)
    }

    /// What missing it costs, such as "removal".
    pub fn consequence(&self, consequence: Consequence) -> &str {
        word(&self.words().consequences, &consequence)
    }

    /// What has to be done, such as "file".
    pub fn kind(&self, kind: DeadlineKind) -> &str {
        word(&self.words().kinds, &kind)
    }

    /// On whose word a date stands, such as "court order".
    pub fn basis(&self, basis: Basis) -> &str {
        word(&self.words().bases, &basis)
    }

    /// How it reaches court or agency, such as "on paper".
    pub fn medium(&self, medium: Medium) -> &str {
        word(&self.words().media, &medium)
    }

    /// What the person came for, such as "asylum".
    pub fn need(&self, need: Need) -> &str {
        word(&self.words().needs, &need)
    }

    /// How an interpreter has to be there, such as "by phone".
    pub fn interpreter(&self, interpreter: Interpreter) -> &str {
        word(&self.words().interpreters, &interpreter)
    }

    /// What a step asks for, such as "letter".
    pub fn step_kind(&self, kind: StepKind) -> &str {
        word(&self.words().steps, &kind)
    }

    /// What kind of thing happened, such as "visit".
    pub fn event_kind(&self, kind: EventKind) -> &str {
        word(&self.words().events, &kind)
    }

    /// What a partner is, such as "legal aid".
    pub fn partner_kind(&self, kind: PartnerKind) -> &str {
        word(&self.words().partners, &kind)
    }
}
