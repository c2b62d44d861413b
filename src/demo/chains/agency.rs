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
                (Step::Interpreter, "Find an interpreter of their own"),
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
                (Step::Records, "Collect the original records"),
                (Step::Translation, "Have translations certified"),
                (Step::Interpreter, "Book an interpreter for the room"),
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
                (Step::Other, "Go through the questions together"),
                (Step::Records, "Collect travel dates and tax records"),
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
                (Step::Form, "Answer the questions on the back of the notice"),
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
                (Step::Records, "Ask for the birth record"),
                (Step::Payment, "Pay the fee"),
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
            steps: &[(Step::File, "Send the form online, keep the receipt")],
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
            steps: &[(Step::Payment, "Pay the fee, keep the receipt")],
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
                (Step::Records, "Ask for the missing records"),
                (Step::Translation, "Have translations certified"),
                (Step::Review, "Have the representative read the answer"),
                (Step::File, "Send the answer, check that it arrived"),
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
                (Step::Representative, "Ask a representative to take it on"),
                (Step::Letter, "Ask for letters that answer the notice"),
                (Step::File, "Send the answer, check that it arrived"),
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
                (Step::Payment, "Pay the fee or ask to waive it"),
                (Step::Form, "Fill in the form"),
                (Step::File, "Send the appeal, check that it arrived"),
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
                (Step::Representative, "Find a representative for the hearing"),
                (Step::Form, "Fill in the form"),
                (Step::File, "Send the request, check that it arrived"),
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
                (Step::Records, "Collect travel dates and tax records"),
                (Step::Form, "Fill in the application"),
                (Step::Payment, "Pay the fee or ask to waive it"),
                (Step::File, "Send the application"),
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
                (Step::Records, "Collect records of the shared home"),
                (Step::Declaration, "Ask two friends for statements"),
                (Step::Form, "Fill in the petition"),
                (Step::Payment, "Pay the fee"),
                (Step::File, "Send the petition, check that it arrived"),
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
            steps: &[(Step::Form, "Fill in the form"), (Step::Payment, "Pay the fee"), (Step::File, "Send the form")],
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
                (Step::Form, "Fill in the form"),
                (Step::Records, "Get photos and a copy of the card"),
                (Step::Payment, "Pay the fee"),
                (Step::File, "Send the form"),
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
                (Step::Form, "Fill in the form"),
                (Step::File, "Send the form"),
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
                (Step::Form, "Fill in the forms"),
                (Step::Payment, "Pay the fee"),
                (Step::Review, "Have a second person read the packet"),
                (Step::File, "Send the packet, check that it arrived"),
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
            steps: &[
                (Step::Records, "Ask for proof of identity"),
                (Step::Form, "Fill in the forms"),
                (Step::File, "Send the forms"),
            ],
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
                (Step::Representative, "Ask a representative to take it on"),
                (Step::Declaration, "Have the declaration signed"),
                (Step::Form, "Fill in the petition"),
                (Step::Review, "Have the representative read the packet"),
                (Step::File, "Send the petition, check that it arrived"),
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
                (Step::Records, "Ask for the vaccination record"),
                (Step::Payment, "Pay for the exam"),
                (Step::Attend, "Go to the exam, bring the sealed form back"),
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
                (Step::Records, "Ask for birth and police records from abroad"),
                (Step::Translation, "Have translations certified"),
                (Step::Payment, "Pay the fees"),
                (Step::File, "Upload the papers"),
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
                (Step::Records, "Ask for proof of the family tie"),
                (Step::Form, "Fill in the petition"),
                (Step::Payment, "Pay the fee"),
                (Step::Review, "Have the representative read the petition"),
                (Step::File, "Send the petition, check that it arrived"),
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
                (Step::Review, "Ask the representative whether to travel"),
                (Step::Form, "Fill in the form"),
                (Step::Payment, "Pay the fee"),
                (Step::File, "Send the form"),
            ],
        },
        date: DateFrom::Day(Basis::PatientSays, "day of the planned journey, told"),
        needs: &[GreenCard, Documentation],
    },
];
