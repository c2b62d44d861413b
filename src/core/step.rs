//! A step of a deadline: some work of the navigator, then a wait for somebody else.

use super::compact::date;
use super::id::PartnerId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a step asks for; gives its usual effort and wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Find or ask an attorney or accredited representative.
    Representative,
    ForensicEvaluation,
    Letter,
    Interpreter,
    Records,
    Translation,
    Declaration,
    Form,
    Payment,
    /// The attorney or a second person reads it.
    Review,
    /// Send, file or hand in.
    File,
    /// Go, or go along.
    Attend,
    Other,
}

impl StepKind {
    /// Every kind with its code.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Representative, "representative"),
        (Self::ForensicEvaluation, "forensic-evaluation"),
        (Self::Letter, "letter"),
        (Self::Interpreter, "interpreter"),
        (Self::Records, "records"),
        (Self::Translation, "translation"),
        (Self::Declaration, "declaration"),
        (Self::Form, "form"),
        (Self::Payment, "payment"),
        (Self::Review, "review"),
        (Self::File, "file"),
        (Self::Attend, "attend"),
        (Self::Other, "other"),
    ];

    /// Usual wait after asking, in working days. House defaults, except the forensic evaluation:
    /// twelve weeks, the published guidance of Physicians for Human Rights for its referrals.
    pub const fn usual_wait(self) -> u16 {
        match self {
            Self::ForensicEvaluation => 60,
            Self::Records => 20,
            Self::Letter | Self::Representative => 10,
            Self::Interpreter | Self::Translation | Self::Declaration => 5,
            Self::Review => 3,
            Self::Form | Self::Payment | Self::File | Self::Attend | Self::Other => 0,
        }
    }

    /// Usual own work, in quarter hours. House defaults.
    pub const fn usual_effort(self) -> u16 {
        match self {
            Self::ForensicEvaluation | Self::Form | Self::Declaration => 6,
            Self::Representative | Self::File | Self::Attend => 4,
            Self::Letter | Self::Records | Self::Translation | Self::Other => 2,
            Self::Interpreter | Self::Payment | Self::Review => 1,
        }
    }
}

/// Where a step stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    Open,
    /// Asked for; the wait ends by itself on the follow-up day.
    Waiting {
        #[serde(with = "date")]
        since: NaiveDate,
        #[serde(with = "date")]
        until: NaiveDate,
    },
    Done {
        #[serde(with = "date")]
        on: NaiveDate,
    },
}

impl StepState {
    /// Whether it is still to be done or waited for.
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Done { .. })
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub title: String,
    pub kind: StepKind,
    /// The navigator's own work, in quarter hours.
    pub effort_quarters: u16,
    /// The usual wait after it, in working days.
    pub wait_days: u16,
    pub state: StepState,
    /// Whom it is asked of, where that is a partner.
    pub partner: Option<PartnerId>,
}

impl Step {
    /// A new open step with the usual effort and wait of its kind.
    pub fn usual(title: String, kind: StepKind) -> Self {
        Self {
            title,
            kind,
            effort_quarters: kind.usual_effort(),
            wait_days: kind.usual_wait(),
            state: StepState::Open,
            partner: None,
        }
    }

    /// Whether it is still to be done or waited for.
    pub fn is_open(&self) -> bool {
        self.state.is_open()
    }
}
