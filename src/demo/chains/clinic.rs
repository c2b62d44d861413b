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
            steps: &[(Step::Interpreter, "Interpreter booked"), (Step::Attend, "Meet at the clinic")],
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
                (Step::Interpreter, "Interpreter asked"),
                (Step::Other, "Place in the class kept"),
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
                (Step::Letter, "Letter from the care team"),
                (Step::Records, "Records released by the person"),
                (Step::Form, "Request and identity papers"),
                (Step::Review, "Representative reads the request"),
                (Step::File, "Request received"),
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
                (Step::Letter, "New letter from the care team"),
                (Step::Review, "Representative reads the letter"),
                (Step::File, "Request received"),
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
                (Step::Interpreter, "Interpreter for the visit"),
                (Step::Letter, "Form from the doctor"),
                (Step::Review, "Representative reads the form"),
                (Step::File, "Form with the application"),
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
                (Step::Letter, "Letter from the care team"),
                (Step::Declaration, "Statement of the family"),
                (Step::File, "Both with the representative"),
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
                (Step::Records, "Records asked for"),
                (Step::Translation, "Translations certified"),
                (Step::Review, "Second person checks names and dates"),
                (Step::File, "Copies with the representative"),
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
                (Step::Records, "Proof of benefits or income"),
                (Step::Form, "Form filled in with the person"),
                (Step::File, "Form with the application"),
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
                (Step::Form, "Request for the agency's file"),
                (Step::Records, "Copies received"),
                (Step::Other, "Copies handed over"),
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
            steps: &[(Step::Letter, "Letter from the pediatrician"), (Step::File, "Letter with the school")],
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
                (Step::Declaration, "Notes for the declaration"),
                (Step::Interpreter, "Interpreter in the room"),
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
                (Step::Records, "Records released by the person"),
                (Step::Translation, "Translations certified"),
                (Step::File, "Records with the representative"),
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
                (Step::Other, "Place in the class kept"),
                (Step::Records, "Travel dates collected"),
                (Step::Review, "Second person checks the dates"),
            ],
        },
        date: PROMISED,
        needs: &[Citizenship, GeneralQuestions],
    },
];
