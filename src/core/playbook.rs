//! After a date was declared missed: which windows are still open, counted from what is known.
//!
//! Only windows and questions; whether one of them helps is for the representative to say.

use super::deadline::{Consequence, Deadline, DeadlineKind};
use super::happening::Happening;
use super::rules::{Happened, How, Rule, RuleBook};
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
/// can be entered, so that the last day shown is never too late. What has no day of its own opens no window.
pub fn openings<'a>(
    missed: &Deadline,
    happened: &[&Happening],
    book: &'a RuleBook,
    today: NaiveDate,
) -> Vec<Opening<'a>> {
    let trigger = missed.due.legal_day().map(|day| counted_from(day, happened));
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
        let trigger = trigger?;
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

/// The day of the first order from that day on; without one, the day itself.
fn counted_from(day: NaiveDate, happened: &[&Happening]) -> NaiveDate {
    let orders = happened.iter().filter(|happening| happening.what == Happened::OrderEntered);
    orders.filter_map(|happening| happening.on).filter(|on| *on >= day).min().unwrap_or(day)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::super::deadline::Due;
    use super::super::id::{CaseId, DeadlineId};
    use super::*;

    fn windows(due: Due) -> Vec<NaiveDate> {
        let day = "2026-11-09".parse().unwrap();
        let missed = Deadline {
            kind: DeadlineKind::Appear,
            consequence: Consequence::Removal,
            ..Deadline::new(DeadlineId(1), CaseId(1), "Master hearing".to_owned(), due)
        };
        let book = RuleBook::default();
        let found = openings(&missed, &[], &book, day);
        let counted = found.iter().filter_map(|opening| match opening {
            Opening::Window { trigger, .. } => Some(*trigger),
            Opening::AnyTime(_) => None,
        });
        assert!(found.contains(&Opening::AnyTime("no-notice")));
        counted.collect()
    }

    #[test]
    fn no_window_is_counted_from_a_day_to_ask_on() {
        let day = "2026-11-09".parse().unwrap();
        assert_eq!(windows(Due::Day(day)), [day; 3]);
        assert!(windows(Due::Unset { ask_on: day }).is_empty());
        assert!(windows(Due::From(day)).is_empty());
    }
}
