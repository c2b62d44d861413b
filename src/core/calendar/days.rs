//! The working days of one office.

use super::closures::{Closure, Doubt, doubted};
use super::{Class, Closed, add_business, closed, is_business};
use crate::core::office::Office;
use chrono::NaiveDate;

/// The days of one office: the law's business days, less the closures that are certain.
///
/// Days in doubt count as business days, unless [`Days::if_closed`] asks what would be if they were not.
#[derive(Debug, Clone, Copy)]
pub struct Days<'a> {
    office: Option<Office>,
    closures: &'a [Closure],
    doubts_close: bool,
}

impl<'a> Days<'a> {
    /// The days of an office, or of any where none is named, with the closures that a clinic entered.
    pub fn of(office: Option<Office>, closures: &'a [Closure]) -> Self {
        Self { office, closures, doubts_close: false }
    }

    /// The same days with every day in doubt closed.
    #[must_use]
    pub fn if_closed(self) -> Self {
        Self { doubts_close: true, ..self }
    }

    /// What is known of a day.
    pub fn class(self, day: NaiveDate) -> Class {
        match (self.closed(day), self.doubt(day)) {
            (Some(why), _) => Class::Closed(why),
            (None, Some(doubt)) => Class::Uncertain(doubt),
            (None, None) => Class::Business,
        }
    }

    /// Why the office is closed on a day, or `None` on a business day.
    pub fn closed(self, day: NaiveDate) -> Option<Closed> {
        closed(day)
            .or_else(|| self.announced(day).map(|_| Closed::Announced))
            .or_else(|| self.doubt(day).filter(|_| self.doubts_close).map(|_| Closed::InDoubt))
    }

    /// The closure that makes a business day of the law a closed one.
    pub fn announced(self, day: NaiveDate) -> Option<&'a Closure> {
        self.closures.iter().find(|closure| closure.on == day && closure.is_certain() && closure.concerns(self.office))
    }

    /// Why a day that is otherwise a business day may be closed.
    pub fn doubt(self, day: NaiveDate) -> Option<Doubt> {
        if !is_business(day) || self.announced(day).is_some() {
            return None;
        }
        let reported = self.closures.iter().find(|closure| closure.on == day && closure.concerns(self.office));
        reported.cloned().map(Doubt::Reported).or_else(|| doubted(day, self.office))
    }

    /// The nearest open day that is not after `day`.
    pub fn on_or_before(self, day: NaiveDate) -> NaiveDate {
        self.nearest(day, NaiveDate::pred_opt)
    }

    /// The nearest open day that is not before `day`.
    pub fn on_or_after(self, day: NaiveDate) -> NaiveDate {
        self.nearest(day, NaiveDate::succ_opt)
    }

    fn nearest(self, mut day: NaiveDate, step: fn(&NaiveDate) -> Option<NaiveDate>) -> NaiveDate {
        while self.closed(day).is_some() {
            match step(&day) {
                Some(next) => day = next,
                None => break,
            }
        }
        day
    }

    /// The `n`-th open day after `day`, or before it when `n` is negative; zero gives `day` itself.
    pub fn add_business(self, day: NaiveDate, n: i32) -> NaiveDate {
        let (mut at, mut left) = (day, n);
        while left != 0 {
            let next = add_business(at, left);
            let skipped = self.closed_between(at, next);
            at = next;
            left = skipped * n.signum();
        }
        at
    }

    /// How many business days of the law are closed here, after `from` and up to `to`, whichever comes first.
    fn closed_between(self, from: NaiveDate, to: NaiveDate) -> i32 {
        if self.closures.is_empty() && !self.doubts_close {
            return 0;
        }
        let (first, last) = if from < to { (from.succ_opt(), Some(to)) } else { (Some(to), from.pred_opt()) };
        let (Some(first), Some(last)) = (first, last) else { return 0 };
        let days = first.iter_days().take_while(|day| *day <= last);
        let here = days.filter(|day| is_business(*day) && self.closed(*day).is_some()).count();
        i32::try_from(here).unwrap_or(i32::MAX)
    }
}
