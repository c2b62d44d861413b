//! After a date was declared missed: which windows are still open, counted from what is known.
//!
//! Only windows and questions; whether one of them helps is for the representative to say.

use super::deadline::{Consequence, Deadline, DeadlineKind};
use super::happening::Happening;
use super::rules::{How, Rule, RuleBook};
use chrono::NaiveDate;

/// One thing that is open.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening<'a> {
    /// A window that can still be used, counted from `trigger`.
    Window { rule: &'a Rule, trigger: NaiveDate, last: NaiveDate },
    /// Can be raised on any day, by grounds that a representative knows: the catalogue's `playbook-CODE`.
    AnyTime(&'static str),
}

/// Finds what is open after `missed`, as of `today`: windows by their last day, then what has no last day.
///
/// A window counts from the order that was logged; without one, from the missed day itself, the earliest that an order
/// can be entered, so that the last day shown is never too late.
pub fn openings<'a>(
    missed: &Deadline,
    happened: &[&Happening],
    book: &'a RuleBook,
    today: NaiveDate,
) -> Vec<Opening<'a>> {
    let day = missed.due.date();
    let orders = happened.iter().filter(|happening| happening.what == super::rules::Happened::OrderEntered);
    let trigger = orders.filter_map(|happening| happening.on).filter(|on| *on >= day).min().unwrap_or(day);
    let (rules, any_time): (&[&str], &[&'static str]) = match (missed.kind, missed.consequence) {
        (DeadlineKind::Appear, Consequence::Removal) => (
            &["in-absentia-rescind-180", "motion-to-reopen-90", "motion-to-reconsider-30"],
            &["no-notice", "in-custody", "tolling"],
        ),
        (DeadlineKind::Appear, _) => (&[], &["new-appointment", "good-cause"]),
        (_, Consequence::Removal) => {
            (&["motion-to-reopen-90", "motion-to-reconsider-30", "petition-for-review-30"], &["tolling", "late-filing"])
        }
        (_, Consequence::Right | Consequence::Benefit) => (&["i290b-30-mail3"], &["late-filing", "file-again"]),
        (_, Consequence::Administrative) => (&[], &["file-again"]),
    };
    let windows = rules.iter().filter_map(|id| {
        let rule = book.find(id).filter(|rule| rule.enabled)?;
        let counted = book.count(rule, trigger, How::default(), None).ok()?;
        let last = counted.due.or(counted.act_from())?;
        (last >= today).then_some(Opening::Window { rule, trigger, last })
    });
    let mut windows: Vec<Opening<'a>> = windows.collect();
    windows.sort_by_key(|opening| match opening {
        Opening::Window { last, .. } => Some(*last),
        Opening::AnyTime(_) => None,
    });
    windows.extend(any_time.iter().map(|code| Opening::AnyTime(code)));
    windows
}
