//! Counting by a rule, with every step shown.

use super::answer::{Computed, How, RuleError, Step, Warning, YEARS};
use super::row::{Grade, Last, Mail, Period, Roll, Rule};
use crate::core::calendar::{self, Closed, Closure, Days, KNOWN_YEARS};
use chrono::{Datelike, NaiveDate};

/// Counts by `rule` from `trigger`, with no closures but those of the law.
///
/// # Errors
/// [`RuleError::Disabled`] for a rule that is switched off; [`RuleError::OutOfRange`] for a trigger outside [`YEARS`].
pub fn compute(rule: &Rule, trigger: NaiveDate, how: How) -> Result<Computed, RuleError> {
    count(rule, trigger, how, None, &[])
}

/// Counts by `rule` and holds the result against the date the paper prints; the earlier one stands.
///
/// A judge's date replaces a count that is only advised. An opening day has no last day to print.
///
/// # Errors
/// As [`compute`]; [`RuleError::OutOfRange`] also for such a printed date.
pub fn compute_printed(rule: &Rule, trigger: NaiveDate, how: How, printed: NaiveDate) -> Result<Computed, RuleError> {
    count(rule, trigger, how, Some(printed), &[])
}

/// Returns the day to act by: the last business day on or before the unrolled date, less the courier for paper.
pub fn safe(raw: NaiveDate, courier_days: u16, paper: bool) -> NaiveDate {
    let courier = if paper { i32::from(courier_days) } else { 0 };
    calendar::add_business(calendar::on_or_before(raw), -courier)
}

/// Counts by `rule` with the closures that a clinic entered; see [`compute`] and [`compute_printed`].
///
/// # Errors
/// As [`compute_printed`].
pub fn count(
    rule: &Rule,
    trigger: NaiveDate,
    how: How,
    printed: Option<NaiveDate>,
    closures: &[Closure],
) -> Result<Computed, RuleError> {
    if !rule.enabled {
        return Err(RuleError::Disabled { id: rule.id.clone() });
    }
    if let Some(day) = [Some(trigger), printed].into_iter().flatten().find(|day| !YEARS.contains(&day.year())) {
        return Err(RuleError::OutOfRange { day });
    }
    let days = Days::of(Some(rule.received_by), closures);
    let run = |days| {
        let counting = Counting { rule, how, from: trigger, days, said: Computed::default() };
        counting.run(printed).ok_or(RuleError::OutOfRange { day: trigger })
    };
    let mut said = run(days)?;
    let span = |said: &Computed| said.raw.or(said.latest).zip(said.due.or(said.latest));
    if let Some((raw, end)) = span(&said)
        && let Some((on, doubt)) = first_doubt(days, rule_period(rule), trigger, raw, end)
        && let Some((_, other)) = span(&run(days.if_closed())?).filter(|(_, other)| *other != end)
    {
        said.warnings.push(Warning::MaybeClosed { on, doubt, other });
    }
    if let Some(year) = beyond(&said) {
        said.warnings.push(Warning::BeyondKnownYears { year });
    }
    Ok(said)
}

/// The period that a last day is counted by.
fn rule_period(rule: &Rule) -> Option<Period> {
    match rule.last {
        Last::Counted(period) | Last::AtMost(period) | Last::Advised { act: period, .. } => Some(period),
        Last::Disputed { legal, .. } => Some(legal),
        Last::Printed | Last::Open | Last::Ask | Last::Review => None,
    }
}

/// The first day in doubt that the count depends on: where it may roll, and all the way for working days.
pub(super) fn first_doubt(
    days: Days<'_>,
    period: Option<Period>,
    trigger: NaiveDate,
    raw: NaiveDate,
    end: NaiveDate,
) -> Option<(NaiveDate, calendar::Doubt)> {
    let working = matches!(period, Some(Period::BusinessDays(_)));
    let reach = if working { [trigger, raw, end] } else { [raw, raw, end] };
    let (first, last) = (reach.iter().min()?, reach.iter().max()?);
    let mut passed = first.iter_days().take_while(|day| day <= last);
    passed.find_map(|day| days.doubt(day).map(|doubt| (day, doubt)))
}

/// The year of the first date whose holidays are not known for certain.
pub(super) fn beyond(said: &Computed) -> Option<i32> {
    let dates = [said.raw, said.due, said.latest, said.opens];
    dates.into_iter().flatten().map(|date| date.year()).find(|year| !KNOWN_YEARS.contains(year))
}

/// A count under way.
struct Counting<'a> {
    rule: &'a Rule,
    how: How,
    from: NaiveDate,
    days: Days<'a>,
    said: Computed,
}

/// The last day as counted, and after the roll.
#[derive(Clone, Copy)]
struct End {
    raw: NaiveDate,
    day: NaiveDate,
}

impl Counting<'_> {
    fn run(mut self, printed: Option<NaiveDate>) -> Option<Computed> {
        self.said.warnings.extend(self.rule.caveats.iter().cloned());
        if !self.rule.in_force_on(self.from) {
            self.said.warnings.push(Warning::OutOfForce);
        }
        self.start();
        self.open()?;
        self.close(printed)?;
        Some(self.said)
    }

    fn start(&mut self) {
        if let Some(from) = self.rule.counts_from.filter(|from| self.from < *from) {
            self.from = from;
            self.said.steps.push(Step::CountedFrom { from });
        }
    }

    fn open(&mut self) -> Option<()> {
        if let Some(period) = self.rule.opens.filter(|_| self.rule.grade != Grade::Memory) {
            let on = period.after(self.from, self.days)?;
            self.said.opens = Some(on);
            self.said.steps.push(Step::Opens { period, on });
        }
        Some(())
    }

    fn close(&mut self, printed: Option<NaiveDate>) -> Option<()> {
        // The days that a printed date is held against; none where it replaces the count.
        let limit = match self.rule.last {
            Last::Review => {
                self.said.warnings.push(Warning::Review);
                None
            }
            _ if self.rule.grade == Grade::Memory => {
                self.said.warnings.push(Warning::Unverified);
                None
            }
            Last::Open => return Some(()),
            Last::Counted(period) => Some(self.counted(period)?),
            Last::Disputed { legal, cautious } => {
                let end = self.counted(legal)?;
                let to = cautious.after(self.from, self.days)?;
                self.said.steps.push(Step::Cautious { period: cautious, to });
                self.said.cautious = Some(to);
                Some(end)
            }
            Last::Advised { act: period, other } => {
                let raw = period.after(self.from, self.days)?;
                self.said.steps.push(Step::Counted { period, from: self.from, to: raw });
                if let Some(period) = other {
                    let to = period.after(self.from, self.days)?;
                    self.said.steps.push(Step::OtherReading { period, to });
                }
                self.said.raw = Some(raw);
                None
            }
            Last::AtMost(period) => {
                let end = self.counted(period)?;
                self.said.latest = Some(end.day);
                Some(end)
            }
            Last::Printed => None,
            Last::Ask => {
                self.said.warnings.push(Warning::Ask);
                None
            }
        };
        match (printed, self.rule.last) {
            (Some(printed), _) => self.heed(printed, limit),
            (None, Last::AtMost(_) | Last::Printed) => self.said.warnings.push(Warning::PrintedDateNeeded),
            (None, _) => {
                if let Some(end) = limit {
                    (self.said.raw, self.said.due) = (Some(end.raw), Some(end.day));
                }
            }
        }
        Some(())
    }

    /// Counts the period, adds the mail days and rolls once.
    fn counted(&mut self, period: Period) -> Option<End> {
        let mut raw = period.after(self.from, self.days)?;
        self.said.steps.push(Step::Counted { period, from: self.from, to: raw });
        if clamped_leap_day(period, self.from, raw) {
            self.said.warnings.push(Warning::LeapDay);
        }
        if self.how.mailed {
            match self.rule.mail {
                Mail::Nothing => {}
                Mail::Unverified => self.said.warnings.push(Warning::MailDaysNotAdded),
                Mail::ThreeDays => {
                    raw = calendar::add_days(raw, 3)?;
                    self.said.steps.push(Step::MailAdded { days: 3, to: raw });
                }
            }
        }
        Some(End { raw, day: self.rolled(raw) })
    }

    fn rolled(&mut self, raw: NaiveDate) -> NaiveDate {
        let Some(over) = self.days.closed(raw) else { return raw };
        let rolls = match self.rule.roll {
            Roll::Stays => false,
            Roll::Forward | Roll::BeforeHearing => true,
            Roll::ForwardOnPaper => !self.how.online,
        };
        if !rolls {
            self.said.warnings.push(Warning::NotRolled { on: over });
            return raw;
        }
        let to = self.days.on_or_after(raw);
        self.said.steps.push(Step::RolledOver { over, to });
        self.said.warnings.extend(ran_over(self.days, raw, to));
        to
    }

    /// Lets the printed date stand unless the count ends before it.
    fn heed(&mut self, printed: NaiveDate, limit: Option<End>) {
        self.said.steps.push(Step::Printed { on: printed });
        let day = self.rolled(printed);
        let (raw, due) = match limit {
            None => (printed, day),
            Some(end) => (printed.min(end.raw), day.min(end.day)),
        };
        (self.said.raw, self.said.due) = (Some(raw), Some(due));
        let maximum = matches!(self.rule.last, Last::AtMost(_));
        if let Some(end) =
            limit.filter(|end| if maximum { day > end.day } else { printed != end.raw && day != end.day })
        {
            self.said.warnings.push(Warning::PrintedDiffers { printed, counted: end.day });
        }
    }
}

/// What to say of the clinic's closures that a roll ran over.
pub(super) fn ran_over(days: Days<'_>, raw: NaiveDate, to: NaiveDate) -> Option<Warning> {
    let (first, last) = (raw.min(to), raw.max(to));
    let mut passed = first.iter_days().take_while(|day| *day <= last);
    passed.find_map(|day| {
        let closure = days.announced(day).filter(|_| days.closed(day) == Some(Closed::Announced))?;
        Some(Warning::RanOverClosure { on: day, source: closure.source.clone() })
    })
}

/// Whether years from 29 February ended on the 28th.
pub(super) fn clamped_leap_day(period: Period, from: NaiveDate, to: NaiveDate) -> bool {
    let leap = |day: NaiveDate| (day.month(), day.day()) == (2, 29);
    matches!(period, Period::Years(..)) && leap(from) && !leap(to)
}
