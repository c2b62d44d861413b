//! What a rule says, as data.

use super::answer::Warning;
use super::trigger::Trigger;
use crate::core::calendar::{self, Days};
use crate::core::deadline::{Consequence, DeadlineKind, Medium};
use crate::core::office::Office;
use chrono::NaiveDate;

/// A length of time; negative counts back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Calendar days.
    Days(i32),
    /// Days that are neither weekend nor federal holiday.
    BusinessDays(i32),
    /// Months, clamped to the end of the month, and then calendar days.
    Months(i32, i32),
    /// Years, clamped to 28 February, and then calendar days.
    Years(i32, i32),
}

impl Period {
    /// Returns the day this long after `day`, or `None` outside chrono's calendar. Working days are those of `days`.
    pub fn after(self, day: NaiveDate, days: Days<'_>) -> Option<NaiveDate> {
        match self {
            Self::Days(n) => calendar::add_days(day, n),
            Self::BusinessDays(n) => Some(days.add_business(day, n)),
            Self::Months(n, more) => calendar::add_days(calendar::add_months(day, n)?, more),
            Self::Years(n, more) => calendar::add_days(calendar::add_years(day, n)?, more),
        }
    }
}

/// How a rule's last day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    /// Counted from the trigger.
    Counted(Period),
    /// Counted, but an earlier reading is possible: `cautious` is the day to act on.
    Disputed { legal: Period, cautious: Period },
    /// No legal last day can be stated: `act` is the day to act on, unless an order gives another. `other` is the
    /// reading that is not acted on, where sources differ.
    Advised { act: Period, other: Option<Period> },
    /// Printed by the agency or ordered by the judge; the count is only the latest that can be.
    AtMost(Period),
    /// Printed or ordered, and not to be counted.
    Printed,
    /// It only opens; nothing is lost on a day.
    Open,
    /// Not to be counted at all: it raises a question for the representative.
    Ask,
    /// Something happened that somebody has to look at; no day follows from it.
    Review,
}

/// What happens to a last day on which offices are closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roll {
    /// It stays: no source promises a later day.
    Stays,
    /// To the next business day (8 CFR 1001.1(h), 8 CFR 1.2, FRAP 26(a)).
    Forward,
    /// To the next business day for filings on paper alone (USCIS alert of 29 March 2023).
    ForwardOnPaper,
    /// Counted back from a hearing, and still to the next business day, so nearer to the hearing.
    BeforeHearing,
}

impl Roll {
    /// Every one with its code.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Stays, "none"),
        (Self::Forward, "fwd"),
        (Self::ForwardOnPaper, "fwd-paper"),
        (Self::BeforeHearing, "before-hearing"),
    ];
}

/// What mail service does to the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mail {
    /// Nothing: the period runs from mailing as it does from handing over.
    Nothing,
    /// Lengthens it by three days (8 CFR 103.8(b)).
    ThreeDays,
    /// Said to lengthen it by three days, which could not be verified: nothing is added.
    Unverified,
}

impl Mail {
    /// Every one with its code.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Nothing, "none"), (Self::ThreeDays, "three-days"), (Self::Unverified, "unverified")];
}

/// What counts as in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetBy {
    /// Received by the end of the day; a postmark counts for nothing.
    Receipt,
    /// Received, or mailed with clear and convincing proof of mailing.
    ReceiptOrMailing,
    /// Doing it: leaving the country, saying it to the officer.
    Act,
}

impl MetBy {
    /// Every one with its code.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Receipt, "receipt"), (Self::ReceiptOrMailing, "receipt-or-mailing"), (Self::Act, "act")];
}

/// How well the rule's own source was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grade {
    /// The operative clause.
    Read,
    /// A secondary source, or an excerpt.
    Secondary,
    /// From memory: such a rule counts nothing.
    Memory,
    /// Sources that were read contradict each other: both are shown, and the earlier day is acted on.
    Differ,
}

impl Grade {
    /// Every one with its code.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Read, "R"), (Self::Secondary, "S"), (Self::Memory, "M"), (Self::Differ, "sources-differ")];
}

/// One text in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub en: String,
    pub es: String,
}

/// What a clinic did to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    Added,
    Changed,
    Disabled,
}

/// Who answers for a clinic's own rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    pub touch: Touch,
    pub source: String,
    /// The attorney or accredited representative who read it.
    pub reviewer: String,
    pub on: NaiveDate,
    /// Why it is switched off, if it is.
    pub reason: String,
}

/// One deadline rule. The plain name and the exceptions of the table's own rules are the catalogue's `rule-ID` and
/// `rule-ID-note`, and why one is switched off its `rule-ID-off`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub id: String,
    /// The plain name, where the clinic wrote one.
    pub name: Option<Words>,
    /// The exceptions in a sentence, where the clinic wrote them.
    pub note: Option<Words>,
    pub trigger: Trigger,
    /// Arrivals and the like before this day count as on it.
    pub counts_from: Option<NaiveDate>,
    pub last: Last,
    pub roll: Roll,
    pub mail: Mail,
    /// The first day it can be done. Opening days never roll.
    pub opens: Option<Period>,
    pub consequence: Consequence,
    /// The consequence once the person is in removal proceedings, where it is heavier.
    pub in_proceedings: Option<Consequence>,
    pub kind: DeadlineKind,
    /// The usual way; paper where both are possible, as it needs more days.
    pub medium: Medium,
    pub received_by: Office,
    pub met_by: MetBy,
    pub citation: String,
    pub grade: Grade,
    /// The day its sources were looked up.
    pub verified: NaiveDate,
    pub in_force_from: Option<NaiveDate>,
    /// The last day it was in force.
    pub in_force_to: Option<NaiveDate>,
    pub enabled: bool,
    /// What always has to be said with it.
    pub caveats: Vec<Warning>,
    /// Whose it is, where it is the clinic's.
    pub clinic: Option<Vouched>,
}

/// What a rule is good for on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It counts.
    InForce,
    /// It counts, but only by its dates: it has not begun.
    NotYet,
    /// Its time is over.
    Over,
    /// Only the printed or ordered date can be acted on.
    Printed,
    /// It counts nothing: somebody has to be asked.
    Ask,
    /// It raises a review.
    Review,
    Off,
}

impl Status {
    /// Every status with its code.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::InForce, "in-force"),
        (Self::NotYet, "not-yet"),
        (Self::Over, "over"),
        (Self::Printed, "printed"),
        (Self::Ask, "ask"),
        (Self::Review, "review"),
        (Self::Off, "off"),
    ];
}

impl Rule {
    /// Returns what the rule is good for on `today`.
    pub fn status(&self, today: NaiveDate) -> Status {
        match self.last {
            _ if !self.enabled => Status::Off,
            Last::Review => Status::Review,
            Last::Ask => Status::Ask,
            _ if self.grade == Grade::Memory => Status::Ask,
            _ if self.in_force_from.is_some_and(|from| today < from) => Status::NotYet,
            _ if self.in_force_to.is_some_and(|to| to < today) => Status::Over,
            Last::AtMost(_) | Last::Printed => Status::Printed,
            Last::Counted(_) | Last::Disputed { .. } | Last::Advised { .. } | Last::Open => Status::InForce,
        }
    }

    /// Returns whether it goes on paper, which needs days for the courier.
    pub fn on_paper(&self, online: bool) -> bool {
        self.medium == Medium::Paper && !online
    }

    /// Returns what missing it costs, by form and forum, never by who the person is.
    pub fn consequence(&self, in_proceedings: bool) -> Consequence {
        self.in_proceedings.filter(|_| in_proceedings).unwrap_or(self.consequence)
    }

    /// Returns whether the rule held on `day`.
    pub fn in_force_on(&self, day: NaiveDate) -> bool {
        self.in_force_from.is_none_or(|from| from <= day) && self.in_force_to.is_none_or(|to| day <= to)
    }
}

/// A date of the table, known to exist (a test holds it).
pub(super) const fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// What most rules of the immigration court have in common; rows name what differs.
pub(super) fn court() -> Rule {
    Rule {
        id: String::new(),
        name: None,
        note: None,
        trigger: Trigger::Order,
        counts_from: None,
        last: Last::Ask,
        roll: Roll::Forward,
        mail: Mail::Nothing,
        opens: None,
        consequence: Consequence::Removal,
        in_proceedings: None,
        kind: DeadlineKind::File,
        medium: Medium::Paper,
        received_by: Office::Court,
        met_by: MetBy::Receipt,
        citation: String::new(),
        grade: Grade::Read,
        verified: ymd(2026, 11, 22),
        in_force_from: None,
        in_force_to: None,
        enabled: true,
        caveats: Vec::new(),
        clinic: None,
    }
}

/// What most rules of USCIS have in common.
pub(super) fn uscis() -> Rule {
    Rule {
        trigger: Trigger::Notice,
        roll: Roll::ForwardOnPaper,
        consequence: Consequence::Right,
        received_by: Office::Uscis,
        ..court()
    }
}
