//! A partner: an organisation or person who can help, and how to reach them.

use super::compact::date_opt;
use super::id::PartnerId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a partner is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartnerKind {
    LegalAid,
    ProBono,
    LawSchoolClinic,
    PrivateAttorney,
    RecognizedOrg,
    MedicalLegal,
    PrimaryCare,
    MentalHealth,
    ForensicEvaluator,
    StudentClinic,
    Interpreter,
    Translator,
    Shelter,
    PublicHealth,
    SocialService,
    Consulate,
    Court,
    Fund,
    Advocacy,
    #[default]
    Other,
}

impl PartnerKind {
    /// Every kind with its code.
    pub const ALL: [(Self, &'static str); 20] = [
        (Self::LegalAid, "legal-aid"),
        (Self::ProBono, "pro-bono"),
        (Self::LawSchoolClinic, "law-school-clinic"),
        (Self::PrivateAttorney, "private-attorney"),
        (Self::RecognizedOrg, "recognized-org"),
        (Self::MedicalLegal, "medical-legal"),
        (Self::PrimaryCare, "primary-care"),
        (Self::MentalHealth, "mental-health"),
        (Self::ForensicEvaluator, "forensic-evaluator"),
        (Self::StudentClinic, "student-clinic"),
        (Self::Interpreter, "interpreter"),
        (Self::Translator, "translator"),
        (Self::Shelter, "shelter"),
        (Self::PublicHealth, "public-health"),
        (Self::SocialService, "social-service"),
        (Self::Consulate, "consulate"),
        (Self::Court, "court"),
        (Self::Fund, "fund"),
        (Self::Advocacy, "advocacy"),
        (Self::Other, "other"),
    ];
}

/// One partner. Phones, e-mails and sites stay as they were written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    pub id: PartnerId,
    pub name: String,
    pub kind: PartnerKind,
    pub city: String,
    pub addresses: Vec<String>,
    pub languages: Vec<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub sites: Vec<String>,
    /// What they do, such as "asylum" or "removal defense".
    pub services: Vec<String>,
    /// Courts or areas they serve.
    pub serves: Vec<String>,
    /// Named people there.
    pub people: Vec<String>,
    /// When somebody last made sure this is right.
    #[serde(with = "date_opt")]
    pub verified: Option<NaiveDate>,
    /// Everything that has no field of its own.
    pub notes: String,
}

impl Partner {
    /// A partner of whom only the name is known.
    pub fn new(id: PartnerId, name: String) -> Self {
        Self {
            id,
            name,
            kind: PartnerKind::default(),
            city: String::new(),
            addresses: Vec::new(),
            languages: Vec::new(),
            phones: Vec::new(),
            emails: Vec::new(),
            sites: Vec::new(),
            services: Vec::new(),
            serves: Vec::new(),
            people: Vec::new(),
            verified: None,
            notes: String::new(),
        }
    }
}
