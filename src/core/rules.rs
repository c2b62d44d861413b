//! The table of deadline rules with their citations, and counting by them.
//!
//! State of the law as looked up on the day in [`Rule::verified`], never legal advice: whoever shows a counted day shows
//! its citation, its grade and that day beside it. A rule is one row in
//! `review`, `court`, `agency` or `status`.
//!
//! The trigger is day 0 and the last day is included. Mail days lengthen the period, then the last day rolls once.
//! Where sources differ, [`Computed::cautious`] is the earlier day, from which the safe date starts.
//!
//! What a clinic adds or changes stands in a [`RuleBook`], which holds the table as well.

mod agency;
mod answer;
mod book;
mod count;
mod court;
mod follow;
mod memory;
mod plain;
mod review;
mod row;
mod status;
#[cfg(test)]
mod tests;
mod trigger;

pub use answer::{Computed, How, RuleError, Step, Warning, YEARS};
pub use book::{ClinicRules, RuleBook};
pub use count::{compute, compute_printed, count, safe};
pub use follow::{Happened, following};
pub use plain::{PLAIN_YEARS, Towards, plain};
pub use row::{Grade, Last, Mail, MetBy, Period, Roll, Rule, Status, Touch, Vouched, Words};
pub use trigger::Trigger;

use std::sync::LazyLock;

static ALL: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    [review::rules(), court::rules(), agency::rules(), status::rules(), memory::rules(), memory::reviews()].concat()
});

/// Returns every rule of the table, disabled ones included, in its order.
pub fn all() -> &'static [Rule] {
    &ALL
}

/// Returns the rule of that identity in the table, such as `bia-appeal-30`.
pub fn find(id: &str) -> Option<&'static Rule> {
    all().iter().find(|rule| rule.id == id)
}

/// Returns a blank row to write a rule of one's own from: of the court, rolling forward, and counting nothing yet.
pub fn blank(id: &str) -> Rule {
    Rule { id: id.to_owned(), ..row::court() }
}
