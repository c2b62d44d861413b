//! What a rule says, as data.

use super::compute::Warning;
use crate::core::calendar;
use crate::core::deadline::{Consequence, DeadlineKind, Medium};
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
    /// Returns the day this long after `day`, or `None` outside chrono's calendar.
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(n) => calendar::add_days(day, n),
            Self::BusinessDays(n) => Some(calendar::add_business(day, n)),
            Self::Months(n, days) => calendar::add_days(calendar::add_months(day, n)?, days),
            Self::Years(n, days) => calendar::add_days(calendar::add_years(day, n)?, days),
        }
    }
}

/// The event a period is counted from, or that a date is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// The judge's oral decision, or the day the written one was mailed or sent electronically.
    Decision,
    /// Entry of the final order; for the Board, mailing of its decision.
    FinalOrder,
    /// The judge's order, or the Board's that brings it back.
    Order,
    BriefingSchedule,
    /// The administrative record became available.
    Record,
    /// The other side's brief was served.
    OpposingBrief,
    AppealFiled,
    /// The rejection of a fee waiver.
    FeeRejected,
    /// The last arrival.
    Arrival,
    VoluntaryDepartureGranted,
    /// The move, or the notice to appear with a wrong address.
    Move,
    Hearing,
    /// The court received the other side's filing.
    FilingReceived,
    /// The complete asylum application was received.
    AsylumReceived,
    /// The date printed on a notice.
    Notice,
    /// Service of a decision; complete on mailing, so the date on it.
    Service,
    DenialReceived,
    /// Residence was granted.
    ResidenceGranted,
    /// The return from an absence of a year or more.
    Return,
    /// The card or the grant expires.
    Expiry,
    /// The first day of a registration period in its Federal Register notice.
    RegistrationStart,
    /// A certifier's signature.
    Certification,
    /// The officer's determination.
    Determination,
    /// The referral to an interview or a judge.
    Referral,
    Interview,
}

impl Trigger {
    /// Every trigger with its code.
    pub const ALL: [(Self, &'static str); 25] = [
        (Self::Decision, "decision"),
        (Self::FinalOrder, "final-order"),
        (Self::Order, "order"),
        (Self::BriefingSchedule, "briefing-schedule"),
        (Self::Record, "record"),
        (Self::OpposingBrief, "opposing-brief"),
        (Self::AppealFiled, "appeal-filed"),
        (Self::FeeRejected, "fee-rejected"),
        (Self::Arrival, "arrival"),
        (Self::VoluntaryDepartureGranted, "voluntary-departure-granted"),
        (Self::Move, "move"),
        (Self::Hearing, "hearing"),
        (Self::FilingReceived, "filing-received"),
        (Self::AsylumReceived, "asylum-received"),
        (Self::Notice, "notice"),
        (Self::Service, "service"),
        (Self::DenialReceived, "denial-received"),
        (Self::ResidenceGranted, "residence-granted"),
        (Self::Return, "return"),
        (Self::Expiry, "expiry"),
        (Self::RegistrationStart, "registration-start"),
        (Self::Certification, "certification"),
        (Self::Determination, "determination"),
        (Self::Referral, "referral"),
        (Self::Interview, "interview"),
    ];
}

/// How a rule's last day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    /// Counted from the trigger.
    Counted(Period),
    /// Counted, but an earlier reading is possible: `cautious` is the day to act on.
    Disputed { legal: Period, cautious: Period },
    /// No legal last day can be stated; the count is the day to act on, unless an order gives another.
    Advised(Period),
    /// Printed by the agency or ordered by the judge; the count is only the latest that can be.
    AtMost(Period),
    /// Printed or ordered, and not to be counted.
    Printed,
    /// It only opens; nothing is lost on a day.
    Open,
    /// Not to be counted at all: it raises a question for the representative.
    Ask,
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

/// Where it has to arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office {
    /// Board of Immigration Appeals.
    Board,
    /// Immigration court.
    Court,
    /// Federal court of appeals.
    Appeals,
    Uscis,
    /// Another part of the Department of Homeland Security.
    Homeland,
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

/// How well the rule's own source was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grade {
    /// The operative clause.
    Read,
    /// A secondary source, or an excerpt.
    Secondary,
    /// From memory: such a rule counts nothing.
    Memory,
}

/// One deadline rule. Its plain name and its exceptions are the catalogue's `rule-ID` and `rule-ID-note`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    pub id: &'static str,
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
    pub citation: &'static str,
    pub grade: Grade,
    /// The day its sources were looked up.
    pub verified: NaiveDate,
    pub in_force_from: Option<NaiveDate>,
    /// The last day it was in force.
    pub in_force_to: Option<NaiveDate>,
    pub enabled: bool,
    /// What always has to be said with it.
    pub caveats: &'static [Warning],
}

impl Rule {
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
pub(super) const COURT: Rule = Rule {
    id: "",
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
    citation: "",
    grade: Grade::Read,
    verified: ymd(2026, 11, 22),
    in_force_from: None,
    in_force_to: None,
    enabled: true,
    caveats: &[],
};

/// What most rules of USCIS have in common.
pub(super) const USCIS: Rule = Rule {
    trigger: Trigger::Notice,
    roll: Roll::ForwardOnPaper,
    consequence: Consequence::Right,
    received_by: Office::Uscis,
    ..COURT
};
