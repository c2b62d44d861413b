//! The table of deadline rules with their citations, and counting by them.
//!
//! State of the law as looked up on the day in [`Rule::verified`], never legal advice: whoever shows a counted day shows
//! its citation, its grade and that day beside it. A rule is one row in
//! `review`, `court`, `agency` or `status`.
//!
//! The trigger is day 0 and the last day is included. Mail days lengthen the period, then the last day rolls once.
//! Where sources differ, [`Computed::raw`], from which the safe date starts, follows the earlier one.

mod agency;
mod compute;
mod court;
mod review;
mod row;
mod status;
#[cfg(test)]
mod tests;

pub use compute::{Computed, How, RuleError, Step, Warning, compute, compute_printed, safe};
pub use row::{Grade, Last, Mail, MetBy, Office, Period, Roll, Rule, Trigger};

use std::sync::LazyLock;

static ALL: LazyLock<Vec<Rule>> =
    LazyLock::new(|| [review::RULES, court::RULES, agency::RULES, status::RULES].concat());

/// Returns every rule, disabled ones included, in the order of the table.
pub fn all() -> &'static [Rule] {
    &ALL
}

/// Returns the rule of that identity, such as `bia-appeal-30`.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().iter().find(|rule| rule.id == id)
}
