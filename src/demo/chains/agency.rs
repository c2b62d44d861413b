//! Matters before the immigration agency and consulates.

use super::{Chain, DateFrom, Site, What, mailed, rule};
use crate::core::case::Need::{
    Asylum, Citizenship, DeportationDefense, Documentation, FamilyReunification, GreenCard, MedicalDeferredAction,
};
use crate::core::deadline::Consequence::{Administrative, Benefit, Removal, Right};
use crate::core::deadline::{Basis, DeadlineKind, Medium};
use crate::core::step::StepKind as Step;

pub(super) const CHAINS: [Chain; 24] = [
    Chain {
        what: What {
            title: "Asylum interview",
            kind: DeadlineKind::Appear,
            consequence: Right,
            medium: Medium::InPerson,
            steps: &[
                (Step::Interpreter, "Own interpreter found and confirmed"),
                (Step::Review, "Practice with the representative"),
                (Step::Attend, "Go to the interview"),
            ],
        },
        date: DateFrom::Visit(&[Site::AsylumOffice]),
        needs: &[Asylum],
    },
    Chain {
        what: What {
            title: "Fingerprints appointment",
            kind: DeadlineKind::Appear,
            consequence: Benefit,
            medium: Medium::InPerson,
            steps: &[
                (Step::Other, "Check name and date on the notice"),
                (Step::Attend, "Go with the notice and an identity card"),
            ],
        },
        date: DateFrom::Visit(&[Site::SupportCenter]),
        needs: &[Asylum, Documentation, GreenCard, Citizenship],
    },
    Chain {
        what: What {
            title: "Green card interview",
            kind: DeadlineKind::Appear,
            consequence: Benefit,
            medium: Medium::InPerson,
            steps: &[
                (Step::Records, "Original records collected"),
                (Step::Translation, "Translations certified"),
                (Step::Interpreter, "Interpreter in the room"),
                (Step::Attend, "Go to the interview"),
            ],
        },
        date: DateFrom::Visit(&[Site::FieldOffice]),
        needs: &[GreenCard, FamilyReunification],
    },
    Chain {
        what: What {
            title: "Citizenship interview",
            kind: DeadlineKind::Appear,
            consequence: Benefit,
            medium: Medium::InPerson,
            steps: &[
                (Step::Other, "Practice class"),
                (Step::Records, "Travel dates and tax records"),
                (Step::Attend, "Go to the interview"),
            ],
        },
        date: DateFrom::Visit(&[Site::FieldOffice]),
        needs: &[Citizenship],
    },
    Chain {
        what: What {
            title: "Oath ceremony",
            kind: DeadlineKind::Appear,
            consequence: Benefit,
            medium: Medium::InPerson,
            steps: &[
                (Step::Form, "Questions on the back of the notice answered"),
                (Step::Attend, "Go to the ceremony"),
            ],
        },
        date: DateFrom::Visit(&[Site::FieldOffice]),
        needs: &[Citizenship],
    },
    Chain {
        what: What {
            title: "Passport appointment at the consulate",
            kind: DeadlineKind::Appear,
            consequence: Administrative,
            medium: Medium::InPerson,
            steps: &[
                (Step::Records, "Birth record asked for"),
                (Step::Payment, "Fee paid"),
                (Step::Attend, "Go to the consulate"),
            ],
        },
        date: DateFrom::Visit(&[Site::ConsularDesk]),
        needs: &[Documentation, FamilyReunification, GreenCard],
    },
    Chain {
        what: What {
            title: "New address to USCIS",
            kind: DeadlineKind::Notify,
            consequence: Administrative,
            medium: Medium::Online,
            steps: &[(Step::File, "Form sent online, receipt kept")],
        },
        date: rule("ar11-10", "move"),
        needs: &[Asylum, Documentation, GreenCard, FamilyReunification],
    },
    Chain {
        what: What {
            title: "Annual asylum fee",
            kind: DeadlineKind::Pay,
            consequence: Removal,
            medium: Medium::Online,
            steps: &[(Step::Payment, "Fee paid, receipt kept")],
        },
        date: rule("aaf-uscis-30", "fee notice"),
        needs: &[Asylum],
    },
    Chain {
        what: What {
            title: "Answer to a request for evidence",
            kind: DeadlineKind::File,
            consequence: Right,
            medium: Medium::Paper,
            steps: &[
                (Step::Records, "Missing records asked for"),
                (Step::Translation, "Translations certified"),
                (Step::Review, "Representative reads the answer"),
                (Step::File, "Answer received"),
            ],
        },
        date: mailed("rfe-84-mail3", "request for evidence"),
        needs: &[GreenCard, FamilyReunification, Asylum, Citizenship],
    },
    Chain {
        what: What {
            title: "Answer to a notice of intent",
            kind: DeadlineKind::File,
            consequence: Right,
            medium: Medium::Paper,
            steps: &[
                (Step::Representative, "Representative takes it on"),
                (Step::Letter, "Letters that answer the notice"),
                (Step::File, "Answer received"),
            ],
        },
        date: mailed("noid-30-mail3", "notice of intent"),
        needs: &[GreenCard, FamilyReunification, MedicalDeferredAction],
    },
    Chain {
        what: What {
            title: "Appeal of a denied petition",
            kind: DeadlineKind::File,
            consequence: Right,
            medium: Medium::Paper,
            steps: &[
                (Step::Representative, "Find a representative for the appeal"),
                (Step::Payment, "Fee or fee waiver"),
                (Step::Form, "Form filled in"),
                (Step::File, "Appeal received"),
            ],
        },
        date: mailed("i290b-30-mail3", "decision"),
        needs: &[GreenCard, FamilyReunification, Documentation],
    },
    Chain {
        what: What {
            title: "Hearing on a denied citizenship application",
            kind: DeadlineKind::File,
            consequence: Right,
            medium: Medium::Paper,
            steps: &[
                (Step::Representative, "Representative reads the denial"),
                (Step::Form, "Form filled in"),
                (Step::File, "Request received"),
            ],
        },
        date: rule("n336-30", "denial received"),
        needs: &[Citizenship],
    },
    Chain {
        what: What {
            title: "Citizenship application opens",
            kind: DeadlineKind::File,
            consequence: Benefit,
            medium: Medium::Online,
            steps: &[
                (Step::Records, "Travel dates and tax records"),
                (Step::Form, "Application filled in"),
                (Step::Payment, "Fee or fee waiver"),
                (Step::File, "Application sent"),
            ],
        },
        date: rule("n400-early-90", "residence granted"),
        needs: &[Citizenship],
    },
    Chain {
        what: What {
            title: "Remove conditions on residence",
            kind: DeadlineKind::File,
            consequence: Removal,
            medium: Medium::Paper,
            steps: &[
                (Step::Records, "Records of the shared home"),
                (Step::Declaration, "Statements of two friends"),
                (Step::Form, "Petition filled in"),
                (Step::Payment, "Fee paid"),
                (Step::File, "Petition received"),
            ],
        },
        date: rule("i751-90", "residence granted"),
        needs: &[GreenCard],
    },
    Chain {
        what: What {
            title: "Green card renewal opens",
            kind: DeadlineKind::Renew,
            consequence: Administrative,
            medium: Medium::Online,
            steps: &[(Step::Form, "Form filled in"), (Step::Payment, "Fee paid"), (Step::File, "Form sent")],
        },
        date: rule("i90-6mo", "card expires"),
        needs: &[GreenCard],
    },
    Chain {
        what: What {
            title: "Work permit renewal",
            kind: DeadlineKind::Renew,
            consequence: Benefit,
            medium: Medium::Online,
            steps: &[
                (Step::Form, "Form filled in"),
                (Step::Records, "Photos and copy of the card"),
                (Step::Payment, "Fee paid"),
                (Step::File, "Form sent"),
            ],
        },
        date: rule("ead-renew-180", "card expires"),
        needs: &[Asylum, Documentation],
    },
    Chain {
        what: What {
            title: "First work permit may be asked for",
            kind: DeadlineKind::File,
            consequence: Benefit,
            medium: Medium::Online,
            steps: &[
                (Step::Other, "Read the clock on the court's line"),
                (Step::Form, "Form filled in"),
                (Step::File, "Form sent"),
            ],
        },
        date: rule("asylum-ead-150", "application received"),
        needs: &[Asylum],
    },
    Chain {
        what: What {
            title: "DACA renewal",
            kind: DeadlineKind::Renew,
            consequence: Benefit,
            medium: Medium::Paper,
            steps: &[
                (Step::Form, "Forms filled in"),
                (Step::Payment, "Fee paid"),
                (Step::Review, "Second person reads the packet"),
                (Step::File, "Packet received"),
            ],
        },
        date: rule("daca-renew-150-120", "card expires"),
        needs: &[Documentation],
    },
    Chain {
        what: What {
            title: "TPS re-registration",
            kind: DeadlineKind::Renew,
            consequence: Benefit,
            medium: Medium::Online,
            steps: &[(Step::Records, "Proof of identity"), (Step::Form, "Forms filled in"), (Step::File, "Forms sent")],
        },
        date: rule("tps-reregistration-60", "notice published"),
        needs: &[Documentation],
    },
    Chain {
        what: What {
            title: "Petition with a fresh certification",
            kind: DeadlineKind::File,
            consequence: Benefit,
            medium: Medium::Paper,
            steps: &[
                (Step::Representative, "Representative takes it on"),
                (Step::Declaration, "Declaration signed"),
                (Step::Form, "Petition filled in"),
                (Step::Review, "Representative reads the packet"),
                (Step::File, "Petition received"),
            ],
        },
        date: rule("u-i918b-6mo", "certification signed"),
        needs: &[Documentation, DeportationDefense],
    },
    Chain {
        what: What {
            title: "Medical exam for the green card",
            kind: DeadlineKind::Supply,
            consequence: Benefit,
            medium: Medium::InPerson,
            steps: &[
                (Step::Records, "Vaccination record"),
                (Step::Payment, "Fee for the exam"),
                (Step::Attend, "Go to the exam, sealed form back"),
            ],
        },
        date: DateFrom::Day(Basis::AgencyNotice, "notice, seen"),
        needs: &[GreenCard],
    },
    Chain {
        what: What {
            title: "Papers for the visa center",
            kind: DeadlineKind::Supply,
            consequence: Benefit,
            medium: Medium::Online,
            steps: &[
                (Step::Records, "Birth and police records from abroad"),
                (Step::Translation, "Translations certified"),
                (Step::Payment, "Fees paid"),
                (Step::File, "Papers uploaded"),
            ],
        },
        date: DateFrom::Day(Basis::AgencyNotice, "letter of the visa center, seen"),
        needs: &[FamilyReunification],
    },
    Chain {
        what: What {
            title: "Family petition",
            kind: DeadlineKind::File,
            consequence: Benefit,
            medium: Medium::Paper,
            steps: &[
                (Step::Records, "Proof of the family tie"),
                (Step::Form, "Petition filled in"),
                (Step::Payment, "Fee paid"),
                (Step::Review, "Representative reads the petition"),
                (Step::File, "Petition received"),
            ],
        },
        date: DateFrom::Day(Basis::RepresentativeSays, "day agreed with the representative"),
        needs: &[FamilyReunification, GreenCard],
    },
    Chain {
        what: What {
            title: "Travel document",
            kind: DeadlineKind::Travel,
            consequence: Benefit,
            medium: Medium::Online,
            steps: &[
                (Step::Representative, "Ask whether travelling is safe"),
                (Step::Form, "Form filled in"),
                (Step::Payment, "Fee paid"),
                (Step::File, "Form sent"),
            ],
        },
        date: DateFrom::Day(Basis::PatientSays, "day of the planned journey, told"),
        needs: &[GreenCard, Documentation],
    },
];
