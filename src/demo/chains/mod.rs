//! Kinds of matters that a navigator follows, each with its chain of steps in the usual order.
//!
//! Periods of rules are not here: a chain names its rule, and `core::rules` counts.

mod agency;
mod clinic;
mod court;

use crate::core::case::Need;
use crate::core::deadline::{Basis, Consequence, DeadlineKind, Medium};
use crate::core::step::StepKind;

/// One kind of matter that ordinary cases have.
pub struct Chain {
    pub what: What,
    pub date: DateFrom,
    /// Cases it fits.
    pub needs: &'static [Need],
}

/// What has to be done, and how it goes.
pub struct What {
    pub title: &'static str,
    pub kind: DeadlineKind,
    pub consequence: Consequence,
    pub medium: Medium,
    /// What has to happen, in order; the last step meets the deadline.
    pub steps: &'static [(StepKind, &'static str)],
}

/// Where the date of a matter comes from.
#[derive(Debug, Clone, Copy)]
pub enum DateFrom {
    /// Counted by a rule.
    Rule(Counted),
    /// An appointment at a place.
    Visit(&'static [Site]),
    /// A plain day that somebody set.
    Day(Basis, &'static str),
}

/// A rule and what it counts from.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// The rule's identity in `core::rules`.
    pub rule: &'static str,
    /// What the trigger is, as people say it.
    pub trigger: &'static str,
    /// The paper came by mail.
    pub mailed: bool,
}

/// A place where people are expected, in its own time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    BostonCourt,
    ChelmsfordCourt,
    SanDiegoCourt,
    FieldOffice,
    AsylumOffice,
    SupportCenter,
    CheckInOffice,
    ConsularDesk,
    Clinic,
    Tijuana,
}

impl Site {
    /// The place's name and time zone.
    pub const fn place(self) -> (&'static str, chrono_tz::Tz) {
        use chrono_tz::Tz;
        match self {
            Self::BostonCourt => ("Immigration Court, Boston, courtroom 7", Tz::America__New_York),
            Self::ChelmsfordCourt => ("Immigration Court, Chelmsford, courtroom 2", Tz::America__New_York),
            Self::SanDiegoCourt => ("Immigration Court, San Diego, courtroom 4", Tz::America__Los_Angeles),
            Self::FieldOffice => ("USCIS field office, Lawrence", Tz::America__New_York),
            Self::AsylumOffice => ("Asylum office, Boston", Tz::America__New_York),
            Self::SupportCenter => ("Application support center, Revere", Tz::America__New_York),
            Self::CheckInOffice => ("Check-in office, Burlington", Tz::America__New_York),
            Self::ConsularDesk => ("Consular window, Boston", Tz::America__New_York),
            Self::Clinic => ("The clinic, room 3", Tz::America__New_York),
            Self::Tijuana => ("Clinic in Tijuana", Tz::America__Tijuana),
        }
    }
}

/// Every chain, court first.
pub fn all() -> impl Iterator<Item = &'static Chain> {
    court::CHAINS.iter().chain(&agency::CHAINS).chain(&clinic::CHAINS)
}

const fn rule(rule: &'static str, trigger: &'static str) -> DateFrom {
    DateFrom::Rule(Counted { rule, trigger, mailed: false })
}

const fn mailed(rule: &'static str, trigger: &'static str) -> DateFrom {
    DateFrom::Rule(Counted { rule, trigger, mailed: true })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says what is missing by failing")]
mod tests {
    use super::*;
    use crate::core::rules;
    use std::collections::BTreeSet;

    #[test]
    fn chains_differ_and_every_need_has_some() {
        let shapes: BTreeSet<_> = all()
            .map(|chain| (chain.what.kind, chain.what.steps.iter().map(|(kind, _)| *kind).collect::<Vec<_>>()))
            .collect();
        assert!(shapes.len() >= 30, "{}", shapes.len());
        for (need, code) in Need::ALL.into_iter().filter(|(need, _)| *need != Need::Other) {
            assert!(all().filter(|chain| chain.needs.contains(&need)).count() >= 3, "{code}");
        }
    }

    #[test]
    fn chains_by_a_rule_are_of_its_kind_and_weight() {
        for chain in all() {
            if let DateFrom::Rule(counted) = chain.date {
                let rule = rules::find(counted.rule).unwrap();
                assert_eq!((chain.what.kind, chain.what.consequence), (rule.kind, rule.consequence), "{}", rule.id);
            }
        }
    }

    #[test]
    fn every_chain_has_steps_and_a_title_of_its_own() {
        let titles: BTreeSet<_> = all().map(|chain| chain.what.title).collect();
        assert_eq!(titles.len(), all().count());
        assert!(all().all(|chain| !chain.what.steps.is_empty() && !chain.needs.is_empty()));
    }
}
