//! A deadline: what must happen by when, what is lost otherwise, and how we know.

use super::compact::{date, date_opt, local};
use super::id::{CaseId, DeadlineId};
use super::step::Step;
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// What missing it costs; the order is from lightest to heaviest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consequence {
    Administrative,
    Benefit,
    Right,
    Removal,
}

impl Consequence {
    /// Every consequence with its code, heaviest first.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Removal, "removal"),
        (Self::Right, "right"),
        (Self::Benefit, "benefit"),
        (Self::Administrative, "administrative"),
    ];
}

/// What has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineKind {
    /// Be somewhere: hearing, interview, biometrics, check-in.
    Appear,
    /// File with court or agency.
    File,
    Renew,
    /// Tell court or agency, such as a new address.
    Notify,
    /// Hand over a letter, an evaluation, a translation.
    Supply,
    Pay,
    Travel,
    /// An internal promise.
    Service,
}

impl DeadlineKind {
    /// Every kind with its code.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Appear, "appear"),
        (Self::File, "file"),
        (Self::Renew, "renew"),
        (Self::Notify, "notify"),
        (Self::Supply, "supply"),
        (Self::Pay, "pay"),
        (Self::Travel, "travel"),
        (Self::Service, "service"),
    ];
}

/// When it falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// Received by the end of this day at the place of filing.
    Day(#[serde(with = "date")] NaiveDate),
    /// An appointment in a place's own time.
    At(Appointment),
    /// May be done from this day on; nothing is lost on it.
    From(#[serde(with = "date")] NaiveDate),
    /// Postponed without a new date: ask again on this day.
    Unset {
        #[serde(with = "date")]
        ask_on: NaiveDate,
    },
}

/// A local time in a place; never an instant, because zones change their rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    #[serde(with = "local")]
    pub local: NaiveDateTime,
    pub zone: Tz,
    pub place: String,
}

impl Due {
    /// The day it stands for in the calendar of its place.
    pub fn date(&self) -> NaiveDate {
        match self {
            Self::Day(day) | Self::From(day) | Self::Unset { ask_on: day } => *day,
            Self::At(appointment) => appointment.local.date(),
        }
    }

    /// The day on which something is lost: never the one on which something only opens, or on which to ask for a date.
    pub fn legal_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(_) | Self::At(_) => Some(self.date()),
            Self::From(_) | Self::Unset { .. } => None,
        }
    }

    /// The appointment, if it is one.
    pub fn appointment(&self) -> Option<&Appointment> {
        match self {
            Self::At(appointment) => Some(appointment),
            Self::Day(_) | Self::From(_) | Self::Unset { .. } => None,
        }
    }
}

/// On whose word a date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    Statute,
    Regulation,
    CourtOrder,
    AgencyNotice,
    RepresentativeSays,
    PatientSays,
    Internal,
}

impl Basis {
    /// Every basis with its code.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Statute, "statute"),
        (Self::Regulation, "regulation"),
        (Self::CourtOrder, "court-order"),
        (Self::AgencyNotice, "agency-notice"),
        (Self::RepresentativeSays, "representative"),
        (Self::PatientSays, "patient"),
        (Self::Internal, "internal"),
    ];
}

/// A rule as it was used for one deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleUse {
    /// The rule's identity in `core::rules`.
    pub rule: String,
    #[serde(with = "date")]
    pub trigger: NaiveDate,
    pub mailed: bool,
    pub online: bool,
    /// The legal last day as counted, after the roll.
    #[serde(with = "date_opt")]
    pub computed: Option<NaiveDate>,
    /// The last day before any roll; the safe date starts from it.
    #[serde(with = "date_opt")]
    pub raw: Option<NaiveDate>,
}

/// Where a date comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub basis: Basis,
    pub rule: Option<RuleUse>,
    /// The due date as the paper prints it, kept beside the computed one.
    #[serde(with = "date_opt")]
    pub printed: Option<NaiveDate>,
    /// Such as "notice of 3 November, seen".
    pub note: String,
}

impl Source {
    /// A date on that word alone: counted by no rule, and printed on no paper that was seen.
    pub fn of(basis: Basis) -> Self {
        Self { basis, rule: None, printed: None, note: String::new() }
    }
}

/// How sure a date is. It never lowers its rank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The paper or a named representative confirms it.
    Verified {
        source: String,
        #[serde(with = "date")]
        on: NaiveDate,
    },
    /// Read on a notice.
    Noticed,
    /// Told by somebody.
    Reported,
    /// Counted by rumbo.
    Computed,
    Unknown,
}

/// How it ended, if it did. Only a person declares a date missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineState {
    Open,
    Done {
        #[serde(with = "date")]
        on: NaiveDate,
    },
    Missed {
        #[serde(with = "date")]
        on: NaiveDate,
        by: String,
    },
    Void {
        #[serde(with = "date")]
        on: NaiveDate,
        reason: String,
    },
}

/// Somebody acted on an escalated matter and said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acted {
    pub by: String,
    pub what: String,
    #[serde(with = "date")]
    pub on: NaiveDate,
}

/// How it reaches court or agency; paper needs days for the courier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    Paper,
    Online,
    InPerson,
}

impl Medium {
    /// Every medium with its code.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Paper, "paper"), (Self::Online, "online"), (Self::InPerson, "in-person")];
}

/// One deadline of one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    pub id: DeadlineId,
    pub case: CaseId,
    pub title: String,
    pub kind: DeadlineKind,
    pub consequence: Consequence,
    pub due: Due,
    pub medium: Medium,
    pub source: Source,
    pub certainty: Certainty,
    pub state: DeadlineState,
    /// What has to happen first, in order; the last step meets the deadline.
    pub steps: Vec<Step>,
    /// A reminder moved by the navigator; never moves the due date, never past `start_by`.
    #[serde(with = "date_opt")]
    pub snoozed_until: Option<NaiveDate>,
    pub acted: Option<Acted>,
    /// The navigator goes along to this appointment.
    pub accompany: bool,
    pub notes: String,
}

impl Deadline {
    /// Opens a deadline of which nothing is known but its name and its day: something to file on paper, which needs
    /// more days than any other way, and on nobody's word yet.
    pub fn new(id: DeadlineId, case: CaseId, title: String, due: Due) -> Self {
        Self {
            id,
            case,
            title,
            kind: DeadlineKind::File,
            consequence: Consequence::Administrative,
            due,
            medium: Medium::Paper,
            source: Source::of(Basis::Internal),
            certainty: Certainty::Unknown,
            state: DeadlineState::Open,
            steps: Vec::new(),
            snoozed_until: None,
            acted: None,
            accompany: false,
            notes: String::new(),
        }
    }

    /// Whether it still asks for work: open, or declared missed with nobody having acted on it yet.
    pub fn is_live(&self) -> bool {
        match self.state {
            DeadlineState::Open => true,
            DeadlineState::Missed { .. } => self.acted.is_none(),
            DeadlineState::Done { .. } | DeadlineState::Void { .. } => false,
        }
    }

    /// Whether the paper or a named representative has confirmed its date.
    pub fn is_confirmed(&self) -> bool {
        matches!(self.certainty, Certainty::Verified { .. })
    }

    /// The steps not done yet, in order.
    pub fn open_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.is_open())
    }
}
