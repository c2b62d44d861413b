//! Matters before the immigration court, the Board and the courts above it.

use super::{Chain, DateFrom, Site, What, rule};
use crate::core::case::Need::{Asylum, DeportationDefense, FamilyReunification, GreenCard};
use crate::core::deadline::Consequence::{Administrative, Removal, Right};
use crate::core::deadline::{Basis, DeadlineKind, Medium};
use crate::core::step::StepKind as Step;

const COURTS: &[Site] = &[Site::BostonCourt, Site::ChelmsfordCourt, Site::BostonCourt, Site::SanDiegoCourt];

pub(super) const CHAINS: [Chain; 17] = [
    Chain {
        what: What {
            title: "Master hearing",
            kind: DeadlineKind::Appear,
            consequence: Removal,
            medium: Medium::InPerson,
            steps: &[
                (Step::Review, "Confirm date and courtroom with the representative"),
                (Step::Other, "Plan the way there and child care"),
                (Step::Attend, "Be in court"),
            ],
        },
        date: DateFrom::Visit(COURTS),
        needs: &[Asylum, DeportationDefense, FamilyReunification],
    },
    Chain {
        what: What {
            title: "Merits hearing",
            kind: DeadlineKind::Appear,
            consequence: Removal,
            medium: Medium::InPerson,
            steps: &[
                (Step::Declaration, "Get the draft declaration to the evaluator"),
                (Step::ForensicEvaluation, "Ask for a forensic evaluation"),
                (Step::Review, "Have the representative read the evidence"),
                (Step::File, "File the evidence with the court"),
                (Step::Attend, "Be in court"),
            ],
        },
        date: DateFrom::Visit(COURTS),
        needs: &[Asylum, DeportationDefense],
    },
    Chain {
        what: What {
            title: "Bond hearing",
            kind: DeadlineKind::Appear,
            consequence: Removal,
            medium: Medium::InPerson,
            steps: &[
                (Step::Representative, "Find a representative for the bond hearing"),
                (Step::Letter, "Ask family and clinic for letters of support"),
                (Step::Records, "Ask for proof of address and of a sponsor"),
                (Step::Attend, "Be in court"),
            ],
        },
        date: DateFrom::Visit(COURTS),
        needs: &[DeportationDefense],
    },
    Chain {
        what: What {
            title: "Appeal to the Board",
            kind: DeadlineKind::File,
            consequence: Removal,
            medium: Medium::Paper,
            steps: &[
                (Step::Representative, "Find a representative for the appeal"),
                (Step::Form, "Fill in the notice of appeal"),
                (Step::Payment, "Pay the fee or ask to waive it"),
                (Step::File, "Send the appeal, check that the Board has it"),
            ],
        },
        date: rule("bia-appeal-30", "decision of the judge"),
        needs: &[Asylum, DeportationDefense],
    },
    Chain {
        what: What {
            title: "Motion to reopen",
            kind: DeadlineKind::File,
            consequence: Removal,
            medium: Medium::Paper,
            steps: &[
                (Step::Representative, "Find a representative for the motion"),
                (Step::Records, "Ask for a copy of the court's file"),
                (Step::Declaration, "Have the declaration signed"),
                (Step::Review, "Have the representative read the motion"),
                (Step::File, "File the motion"),
            ],
        },
        date: rule("motion-to-reopen-90", "final order"),
        needs: &[Asylum, DeportationDefense, FamilyReunification],
    },
    Chain {
        what: What {
            title: "Motion to reconsider",
            kind: DeadlineKind::File,
            consequence: Right,
            medium: Medium::Online,
            steps: &[
                (Step::Representative, "Find a representative for the motion"),
                (Step::Review, "Have the representative read the decision"),
                (Step::File, "File the motion"),
            ],
        },
        date: rule("motion-to-reconsider-30", "final order"),
        needs: &[Asylum, DeportationDefense],
    },
    Chain {
        what: What {
            title: "Undo the order made without the person",
            kind: DeadlineKind::File,
            consequence: Removal,
            medium: Medium::Paper,
            steps: &[
                (Step::Representative, "Find a representative today"),
                (Step::Records, "Ask for proof of where the notice went"),
                (Step::Declaration, "Write down what happened on the day of the hearing"),
                (Step::Form, "Fill in motion and fee waiver"),
                (Step::File, "File the motion"),
            ],
        },
        date: rule("in-absentia-rescind-180", "order"),
        needs: &[Asylum, DeportationDefense],
    },
    Chain {
        what: What {
            title: "Petition for review",
            kind: DeadlineKind::File,
            consequence: Removal,
            medium: Medium::Online,
            steps: &[
                (Step::Representative, "Find an attorney for the court of appeals"),
                (Step::Payment, "Pay the court's fee or ask to waive it"),
                (Step::File, "File the petition"),
            ],
        },
        date: rule("petition-for-review-30", "final order"),
        needs: &[Asylum, DeportationDefense],
    },
    Chain {
        what: What {
            title: "Papers for the master hearing",
            kind: DeadlineKind::File,
            consequence: Administrative,
            medium: Medium::Paper,
            steps: &[
                (Step::Records, "Ask for the records"),
                (Step::Translation, "Have translations certified"),
                (Step::File, "File the papers with the court"),
            ],
        },
        date: rule("mch-filing-15b", "master hearing"),
        needs: &[Asylum, DeportationDefense],
    },
    Chain {
        what: What {
            title: "Answer to the other side's motion",
            kind: DeadlineKind::File,
            consequence: Right,
            medium: Medium::Online,
            steps: &[(Step::Review, "Have the representative read the motion"), (Step::File, "File the answer")],
        },
        date: rule("eoir-response-10", "motion received by the court"),
        needs: &[Asylum, DeportationDefense],
    },
    Chain {
        what: What {
            title: "New address to the court",
            kind: DeadlineKind::Notify,
            consequence: Removal,
            medium: Medium::Paper,
            steps: &[(Step::Form, "Fill in the form with the person"), (Step::File, "Hand the form in, keep a copy")],
        },
        date: rule("eoir33-5", "move"),
        needs: &[Asylum, DeportationDefense, FamilyReunification],
    },
    Chain {
        what: What {
            title: "Asylum application within the year",
            kind: DeadlineKind::File,
            consequence: Right,
            medium: Medium::Paper,
            steps: &[
                (Step::Representative, "Find a representative"),
                (Step::Declaration, "Write the declaration in the person's own words"),
                (Step::Form, "Fill in the application"),
                (Step::Translation, "Have translations certified"),
                (Step::Review, "Have the representative read it all"),
                (Step::File, "Send the application, check that it arrived"),
            ],
        },
        date: rule("asylum-one-year", "last arrival"),
        needs: &[Asylum],
    },
    Chain {
        what: What {
            title: "Brief to the Board",
            kind: DeadlineKind::File,
            consequence: Right,
            medium: Medium::Online,
            steps: &[
                (Step::Records, "Ask for the transcript"),
                (Step::Review, "Give it to the representative for the brief"),
                (Step::File, "Check that the brief is filed"),
            ],
        },
        date: DateFrom::Day(Basis::CourtOrder, "briefing schedule, seen"),
        needs: &[Asylum, DeportationDefense],
    },
    Chain {
        what: What {
            title: "Treatment letter to the court",
            kind: DeadlineKind::Supply,
            consequence: Removal,
            medium: Medium::Online,
            steps: &[
                (Step::Letter, "Ask the doctor for the treatment letter"),
                (Step::Review, "Have the representative read the letter"),
                (Step::File, "File the letter"),
            ],
        },
        date: DateFrom::Day(Basis::CourtOrder, "judge's order, seen"),
        needs: &[Asylum, DeportationDefense],
    },
    Chain {
        what: What {
            title: "Check-in appointment",
            kind: DeadlineKind::Appear,
            consequence: Removal,
            medium: Medium::InPerson,
            steps: &[
                (Step::Review, "Ask the representative what to bring"),
                (Step::Records, "Put the papers into one folder"),
                (Step::Attend, "Go to the check-in"),
            ],
        },
        date: DateFrom::Visit(&[Site::CheckInOffice]),
        needs: &[Asylum, DeportationDefense, FamilyReunification],
    },
    Chain {
        what: What {
            title: "Evidence of family ties to the court",
            kind: DeadlineKind::Supply,
            consequence: Right,
            medium: Medium::Paper,
            steps: &[
                (Step::Letter, "Ask school and neighbors for letters"),
                (Step::Records, "Ask for birth and marriage records"),
                (Step::Translation, "Have translations certified"),
                (Step::Review, "Have the representative read the packet"),
                (Step::File, "File the packet"),
            ],
        },
        date: DateFrom::Day(Basis::CourtOrder, "call-up date set by the judge, seen"),
        needs: &[DeportationDefense, FamilyReunification, GreenCard],
    },
    Chain {
        what: What {
            title: "Affidavit to the representative",
            kind: DeadlineKind::Supply,
            consequence: Right,
            medium: Medium::Online,
            steps: &[
                (Step::Interpreter, "Book an interpreter for the evaluation"),
                (Step::ForensicEvaluation, "Ask for a forensic evaluation"),
                (Step::File, "Hand the affidavit to the representative"),
            ],
        },
        date: DateFrom::Day(Basis::RepresentativeSays, "asked for by the representative"),
        needs: &[Asylum],
    },
];
