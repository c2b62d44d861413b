//! A case: one person's legal need as the clinic follows it. Code name first; everything else is optional.
//!
//! There is no field for immigration status, diagnosis or a narrative of persecution, on purpose.

use super::compact::{date, date_opt};
use super::id::{CaseId, HouseholdId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most characters of a code name.
const CODE_MAX: usize = 24;

/// Whether a text can be the code name of a case: letters, digits, `-`, `_` and `.`, the first a letter or a digit, at
/// most 24. It shows on locked phones and in calendars, so nothing that reads like a whole name fits.
pub fn is_code_name(text: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    text.starts_with(char::is_alphanumeric) && text.chars().count() <= CODE_MAX && text.chars().all(fits)
}

/// What the person came for; the eight kinds of the pilot's report, and other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    Asylum,
    Documentation,
    GreenCard,
    GeneralQuestions,
    Citizenship,
    FamilyReunification,
    MedicalDeferredAction,
    DeportationDefense,
    Other,
}

impl Need {
    /// Every need with its code, in the report's order.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Asylum, "asylum"),
        (Self::Documentation, "documentation"),
        (Self::GreenCard, "green-card"),
        (Self::GeneralQuestions, "general-questions"),
        (Self::Citizenship, "citizenship"),
        (Self::FamilyReunification, "family-reunification"),
        (Self::MedicalDeferredAction, "medical-deferred-action"),
        (Self::DeportationDefense, "deportation-defense"),
        (Self::Other, "other"),
    ];

    /// What a list kept in Spanish calls them, for reading alone.
    pub const SPANISH: [(Self, &'static str); 13] = [
        (Self::Asylum, "asilo"),
        (Self::Documentation, "documentacion"),
        (Self::GreenCard, "tarjeta-de-residencia"),
        (Self::GeneralQuestions, "preguntas-generales"),
        (Self::Citizenship, "ciudadania"),
        (Self::FamilyReunification, "reunificacion-familiar"),
        (Self::MedicalDeferredAction, "accion-diferida-medica"),
        (Self::DeportationDefense, "defensa-contra-la-deportacion"),
        (Self::Other, "otra"),
        (Self::Documentation, "documentación"),
        (Self::Citizenship, "ciudadanía"),
        (Self::FamilyReunification, "reunificación-familiar"),
        (Self::MedicalDeferredAction, "acción-diferida-médica"),
    ];
}

/// Whether the clinic still works on a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseStatus {
    Open,
    /// Closed, with the reason in the navigator's words.
    Closed {
        #[serde(with = "date")]
        on: NaiveDate,
        reason: String,
    },
}

/// Who speaks for the person before court or agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Representation {
    /// Nobody asked yet.
    Unknown,
    /// Known to have nobody.
    Nobody,
    /// An attorney or accredited representative.
    Named(Representative),
}

/// A representative and the shortest way to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    pub name: String,
    pub phone: String,
    /// Before which court or agency they appear; may be empty.
    pub before: String,
}

/// How an interpreter has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interpreter {
    NotNeeded,
    InPerson,
    Phone,
    Video,
    Any,
    /// Nobody asked the person yet.
    NotAsked,
}

impl Interpreter {
    /// Every value with its code.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::NotAsked, "not-asked"),
        (Self::NotNeeded, "no"),
        (Self::InPerson, "in-person"),
        (Self::Phone, "phone"),
        (Self::Video, "video"),
        (Self::Any, "any"),
    ];

    /// Whether one has to be there, as far as is known.
    pub fn is_needed(self) -> bool {
        !matches!(self, Self::NotNeeded | Self::NotAsked)
    }
}

/// How to reach the person without putting them in danger.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeContact {
    /// Such as a number, an address or "through the shelter's director".
    pub channel: String,
    pub hours: String,
    /// Whether a message may be left.
    pub leave_message: bool,
    /// The name to ask for.
    pub name_to_use: String,
}

/// Where mail reaches the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    pub text: String,
    /// Kept apart from the household's others: never copied to them, never listed with them.
    pub kept_apart: bool,
}

/// What happens next, by whom, until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextAction {
    pub what: String,
    pub owner: String,
    #[serde(with = "date")]
    pub on: NaiveDate,
}

/// One person's case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    pub id: CaseId,
    /// The code name, such as `R-014`; unique without regard to letter case.
    pub code: String,
    /// The name, where the person agreed to have it kept; may be empty.
    pub name: String,
    /// What the person came for, the primary need first; never empty.
    pub needs: Vec<Need>,
    pub status: CaseStatus,
    #[serde(with = "date")]
    pub opened: NaiveDate,
    pub household: Option<HouseholdId>,
    pub representation: Representation,
    pub language: String,
    pub interpreter: Interpreter,
    pub safe_contact: Option<SafeContact>,
    pub address: Option<Address>,
    pub referred_by: String,
    pub screened: String,
    pub next_action: Option<NextAction>,
    /// Last arrival, where a rule counts from it.
    #[serde(with = "date_opt")]
    pub arrived: Option<NaiveDate>,
    pub notes: String,
}

impl Case {
    /// A new open case with nothing known but its code and need.
    pub fn new(id: CaseId, code: String, need: Need, opened: NaiveDate) -> Self {
        Self {
            id,
            code,
            name: String::new(),
            needs: vec![need],
            status: CaseStatus::Open,
            opened,
            household: None,
            representation: Representation::Unknown,
            language: String::new(),
            interpreter: Interpreter::NotAsked,
            safe_contact: None,
            address: None,
            referred_by: String::new(),
            screened: String::new(),
            next_action: None,
            arrived: None,
            notes: String::new(),
        }
    }

    /// Whether the clinic still works on it.
    pub fn is_open(&self) -> bool {
        matches!(self.status, CaseStatus::Open)
    }

    /// The representative, if one is named.
    pub fn representative(&self) -> Option<&Representative> {
        match &self.representation {
            Representation::Named(person) => Some(person),
            Representation::Unknown | Representation::Nobody => None,
        }
    }
}
