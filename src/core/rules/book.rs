//! The rules in use: the table, and what the clinic made of it.

use super::row::Rule;
use super::{Computed, How, RuleError, all, count};
use crate::core::calendar::Closure;
use chrono::NaiveDate;

/// What a clinic wrote: rules of its own, rows of the table as it changed them, and closures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClinicRules {
    /// Each with its [`super::Vouched`]; one with the identity of a row of the table takes its place.
    pub rules: Vec<Rule>,
    pub closures: Vec<Closure>,
}

/// Every rule in use and every closure known, handed on as a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleBook {
    rules: Vec<Rule>,
    closures: Vec<Closure>,
}

impl Default for RuleBook {
    /// The table alone.
    fn default() -> Self {
        Self { rules: all().to_vec(), closures: Vec::new() }
    }
}

impl RuleBook {
    /// The table with what a clinic wrote.
    pub fn with(clinic: ClinicRules) -> Self {
        let mut book = Self { closures: clinic.closures, ..Self::default() };
        for rule in clinic.rules {
            match book.rules.iter_mut().find(|known| known.id == rule.id) {
                Some(known) => *known = rule,
                None => book.rules.push(rule),
            }
        }
        book
    }

    /// Every rule, disabled ones included: the table in its order, then the clinic's own.
    pub fn all(&self) -> &[Rule] {
        &self.rules
    }

    /// The closures that the clinic entered.
    pub fn closures(&self) -> &[Closure] {
        &self.closures
    }

    /// The rule of that identity.
    pub fn find(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Counts by a rule with the closures known here, and holds it against the printed date if there is one.
    ///
    /// # Errors
    /// As [`count()`].
    pub fn count(
        &self,
        rule: &Rule,
        trigger: NaiveDate,
        how: How,
        printed: Option<NaiveDate>,
    ) -> Result<Computed, RuleError> {
        count(rule, trigger, how, printed, &self.closures)
    }
}
