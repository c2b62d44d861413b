//! How a clinic works: what steps usually take, what missing a date weighs, how many hours a day has for casework.
//!
//! One record of the vault, beside the clinic's settings. Each default says where it comes from.

use super::compact::date;
use super::deadline::Consequence;
use super::step::StepKind;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a step of one kind usually takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// Working days until an answer, once it was asked for.
    pub wait_days: u16,
    /// The navigator's own work, in quarter hours.
    pub effort_quarters: u16,
}

/// What missing a date weighs; whole numbers from 1 to [`Weights::MOST`], never lighter for a heavier consequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    pub removal: u16,
    pub right: u16,
    pub benefit: u16,
    pub administrative: u16,
}

impl Default for Weights {
    /// House defaults: what a person loses, on one scale for the whole program.
    fn default() -> Self {
        Self { removal: 100, right: 40, benefit: 10, administrative: 2 }
    }
}

impl Weights {
    /// The most that anything may weigh.
    pub const MOST: u16 = 1_000;

    /// What missing a date of this consequence weighs.
    pub fn of(&self, consequence: Consequence) -> u16 {
        match consequence {
            Consequence::Removal => self.removal,
            Consequence::Right => self.right,
            Consequence::Benefit => self.benefit,
            Consequence::Administrative => self.administrative,
        }
    }

    /// The same weights with another one for a consequence; `None` where the order of the consequences would turn.
    #[must_use]
    pub fn with(self, consequence: Consequence, weight: u16) -> Option<Self> {
        self.set(consequence, weight).checked()
    }

    /// The same weights with another one for a consequence, not yet checked.
    #[must_use]
    pub fn set(mut self, consequence: Consequence, weight: u16) -> Self {
        match consequence {
            Consequence::Removal => self.removal = weight,
            Consequence::Right => self.right = weight,
            Consequence::Benefit => self.benefit = weight,
            Consequence::Administrative => self.administrative = weight,
        }
        self
    }

    /// These weights, if they are in range and in the order of the consequences.
    #[must_use]
    pub fn checked(self) -> Option<Self> {
        let ordered = self.removal >= self.right && self.right >= self.benefit && self.benefit >= self.administrative;
        (ordered && self.removal <= Self::MOST && self.administrative >= 1).then_some(self)
    }
}

/// The hours of one day that is not like the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneDay {
    #[serde(with = "date")]
    pub on: NaiveDate,
    pub quarters: u16,
}

/// How this clinic works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// Where the clinic's experience differs from the usual.
    pub leads: BTreeMap<StepKind, Lead>,
    pub weights: Weights,
    /// Casework that fits into a day, in quarter hours.
    pub day_quarters: u16,
    /// The hours of one day, where they differ.
    pub one_day: Option<OneDay>,
}

impl Default for Practice {
    /// Six hours a day, a house default: the rest of a day goes to people and the telephone.
    fn default() -> Self {
        Self { leads: BTreeMap::new(), weights: Weights::default(), day_quarters: 24, one_day: None }
    }
}

impl Practice {
    /// What a step of this kind takes here.
    pub fn lead(&self, kind: StepKind) -> Lead {
        let usual = Lead { wait_days: kind.usual_wait(), effort_quarters: kind.usual_effort() };
        self.leads.get(&kind).copied().unwrap_or(usual)
    }

    /// Quarter hours for casework on a day.
    pub fn quarters_on(&self, day: NaiveDate) -> u16 {
        self.one_day.filter(|one| one.on == day).map_or(self.day_quarters, |one| one.quarters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_keep_the_order_of_the_consequences() {
        let weights = Weights::default();
        assert_eq!(weights.with(Consequence::Right, 60).unwrap().of(Consequence::Right), 60);
        assert_eq!(weights.with(Consequence::Right, 101), None);
        assert_eq!(weights.with(Consequence::Administrative, 0), None);
        assert_eq!(weights.with(Consequence::Removal, Weights::MOST + 1), None);
    }

    #[test]
    fn a_clinics_own_lead_time_takes_the_place_of_the_usual_one() {
        let mut practice = Practice::default();
        assert_eq!(practice.lead(StepKind::Letter), Lead { wait_days: 10, effort_quarters: 2 });
        practice.leads.insert(StepKind::Letter, Lead { wait_days: 14, effort_quarters: 3 });
        assert_eq!(practice.lead(StepKind::Letter).wait_days, 14);
        assert_eq!(practice.lead(StepKind::Interpreter).wait_days, 5);
    }
}
