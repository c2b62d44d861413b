//! Matters between the clinic, its partners and the person.

use super::{Chain, DateFrom, Site, What};
use crate::core::case::Need::{
    Asylum, Citizenship, Documentation, FamilyReunification, GeneralQuestions, GreenCard, MedicalDeferredAction,
};
use crate::core::deadline::Consequence::{Administrative, Benefit, Right};
use crate::core::deadline::{Basis, DeadlineKind, Medium};
use crate::core::step::StepKind as Step;

const PROMISED: DateFrom = DateFrom::Day(Basis::Internal, "promised to the person");
const ASKED: DateFrom = DateFrom::Day(Basis::RepresentativeSays, "asked for by the representative");

pub(super) const CHAINS: [Chain; 14] = [
    Chain {
        what: What {
            title: "Call back with an answer",
            kind: DeadlineKind::Service,
            consequence: Administrative,
            medium: Medium::InPerson,
            steps: &[(Step::Other, "Ask the legal contact and call back")],
        },
        date: PROMISED,
        needs: &[GeneralQuestions],
    },
    Chain {
        what: What {
            title: "Legal screening",
            kind: DeadlineKind::Appear,
            consequence: Administrative,
            medium: Medium::InPerson,
            steps: &[(Step::Interpreter, "Book an interpreter"), (Step::Attend, "Meet at the clinic")],
        },
        date: DateFrom::Visit(&[Site::Clinic]),
        needs: &[GeneralQuestions, Documentation, GreenCard],
    },
    Chain {
        what: What {
            title: "Know-your-rights class",
            kind: DeadlineKind::Service,
            consequence: Administrative,
            medium: Medium::InPerson,
            steps: &[
                (Step::Interpreter, "Ask an interpreter"),
                (Step::Other, "Keep a place in the class"),
                (Step::Attend, "Go along"),
            ],
        },
        date: PROMISED,
        needs: &[GeneralQuestions],
    },
    Chain {
        what: What {
            title: "Medical deferred action request",
            kind: DeadlineKind::File,
            consequence: Right,
            medium: Medium::Paper,
            steps: &[
                (Step::Letter, "Ask the care team for a letter"),
                (Step::Records, "Ask for the records with a signed release"),
                (Step::Form, "Fill in the request, copy identity papers"),
                (Step::Review, "Have the representative read the request"),
                (Step::File, "Send the request, check that it arrived"),
            ],
        },
        date: ASKED,
        needs: &[MedicalDeferredAction],
    },
    Chain {
        what: What {
            title: "Medical deferred action renewal",
            kind: DeadlineKind::Renew,
            consequence: Right,
            medium: Medium::Paper,
            steps: &[
                (Step::Letter, "Ask the care team for a new letter"),
                (Step::Review, "Have the representative read the letter"),
                (Step::File, "Send the request, check that it arrived"),
            ],
        },
        date: DateFrom::Day(Basis::AgencyNotice, "end date on the approval, seen"),
        needs: &[MedicalDeferredAction],
    },
    Chain {
        what: What {
            title: "Disability exception form",
            kind: DeadlineKind::Supply,
            consequence: Benefit,
            medium: Medium::Online,
            steps: &[
                (Step::Interpreter, "Book an interpreter for the visit"),
                (Step::Letter, "Ask the doctor for the form"),
                (Step::Review, "Have the representative read the form"),
                (Step::File, "Put the form with the application"),
            ],
        },
        date: ASKED,
        needs: &[Citizenship],
    },
    Chain {
        what: What {
            title: "Hardship letter to the representative",
            kind: DeadlineKind::Supply,
            consequence: Right,
            medium: Medium::Online,
            steps: &[
                (Step::Letter, "Ask the care team for a letter"),
                (Step::Declaration, "Write down the family's statement"),
                (Step::File, "Hand both to the representative"),
            ],
        },
        date: ASKED,
        needs: &[GreenCard, FamilyReunification, MedicalDeferredAction],
    },
    Chain {
        what: What {
            title: "Birth records from abroad",
            kind: DeadlineKind::Supply,
            consequence: Benefit,
            medium: Medium::Paper,
            steps: &[
                (Step::Records, "Ask for the records"),
                (Step::Translation, "Have translations certified"),
                (Step::Review, "Have a second person check names and dates"),
                (Step::File, "Hand the copies to the representative"),
            ],
        },
        date: ASKED,
        needs: &[Documentation, FamilyReunification],
    },
    Chain {
        what: What {
            title: "Fee waiver papers",
            kind: DeadlineKind::Supply,
            consequence: Benefit,
            medium: Medium::Online,
            steps: &[
                (Step::Records, "Ask for proof of benefits or income"),
                (Step::Form, "Fill in the form with the person"),
                (Step::File, "Put the form with the application"),
            ],
        },
        date: ASKED,
        needs: &[Documentation, Citizenship, GreenCard],
    },
    Chain {
        what: What {
            title: "Lost papers reported and copied",
            kind: DeadlineKind::Service,
            consequence: Administrative,
            medium: Medium::Online,
            steps: &[
                (Step::Form, "Ask for the agency's file"),
                (Step::Records, "Wait for the copies, check the names"),
                (Step::Other, "Hand the copies over"),
            ],
        },
        date: PROMISED,
        needs: &[Documentation],
    },
    Chain {
        what: What {
            title: "School enrolment letter",
            kind: DeadlineKind::Supply,
            consequence: Administrative,
            medium: Medium::Online,
            steps: &[
                (Step::Letter, "Ask the pediatrician for a letter"),
                (Step::File, "Bring the letter to the school"),
            ],
        },
        date: PROMISED,
        needs: &[Documentation, GeneralQuestions],
    },
    Chain {
        what: What {
            title: "Meeting with the representative",
            kind: DeadlineKind::Appear,
            consequence: Right,
            medium: Medium::InPerson,
            steps: &[
                (Step::Declaration, "Make notes for the declaration"),
                (Step::Interpreter, "Book an interpreter for the room"),
                (Step::Attend, "Meet"),
            ],
        },
        date: DateFrom::Visit(&[Site::Clinic]),
        needs: &[Asylum, Documentation],
    },
    Chain {
        what: What {
            title: "Translated records to the representative",
            kind: DeadlineKind::Supply,
            consequence: Right,
            medium: Medium::Online,
            steps: &[
                (Step::Records, "Ask for the records with a signed release"),
                (Step::Translation, "Have translations certified"),
                (Step::File, "Hand the records to the representative"),
            ],
        },
        date: ASKED,
        needs: &[Asylum],
    },
    Chain {
        what: What {
            title: "Citizenship class and papers",
            kind: DeadlineKind::Service,
            consequence: Administrative,
            medium: Medium::InPerson,
            steps: &[
                (Step::Other, "Keep a place in the class"),
                (Step::Records, "Collect travel dates"),
                (Step::Review, "Have a second person check the dates"),
            ],
        },
        date: PROMISED,
        needs: &[Citizenship, GeneralQuestions],
    },
];
