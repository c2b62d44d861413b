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
                (Step::Declaration, "Draft declaration ready for the evaluator"),
                (Step::ForensicEvaluation, "Forensic evaluation and affidavit"),
                (Step::Review, "Representative reads the evidence"),
                (Step::File, "Evidence filed with the court"),
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
                (Step::Letter, "Letters of support from family and clinic"),
                (Step::Records, "Proof of address and of a sponsor"),
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
                (Step::Form, "Notice of appeal filled in"),
                (Step::Payment, "Fee or fee waiver"),
                (Step::File, "Appeal received by the Board"),
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
                (Step::Records, "Copy of the court's file"),
                (Step::Declaration, "Declaration signed"),
                (Step::Review, "Representative reads the motion"),
                (Step::File, "Motion filed"),
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
                (Step::Representative, "Ask the representative about a motion"),
                (Step::Review, "Representative reads the decision"),
                (Step::File, "Motion filed"),
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
                (Step::Records, "Proof of where the notice went"),
                (Step::Declaration, "Declaration about the day of the hearing"),
                (Step::Form, "Motion and fee waiver"),
                (Step::File, "Motion filed"),
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
                (Step::Payment, "Court fee or motion to waive it"),
                (Step::File, "Petition filed"),
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
                (Step::Records, "Records asked for"),
                (Step::Translation, "Translations certified"),
                (Step::File, "Papers filed with the court"),
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
            steps: &[(Step::Review, "Representative reads the motion"), (Step::File, "Answer filed")],
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
            steps: &[(Step::Form, "Form filled in with the person"), (Step::File, "Form handed in, copy kept")],
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
                (Step::Declaration, "Declaration in the person's own words"),
                (Step::Form, "Application filled in"),
                (Step::Translation, "Translations certified"),
                (Step::Review, "Representative reads it all"),
                (Step::File, "Application received"),
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
                (Step::Records, "Transcript received"),
                (Step::Review, "Representative writes the brief"),
                (Step::File, "Brief filed"),
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
                (Step::Letter, "Treatment letter from the doctor"),
                (Step::Review, "Representative reads the letter"),
                (Step::File, "Letter filed"),
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
                (Step::Representative, "Ask the representative what to bring"),
                (Step::Records, "Papers in one folder"),
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
                (Step::Letter, "Letters from school and neighbors"),
                (Step::Records, "Birth and marriage records"),
                (Step::Translation, "Translations certified"),
                (Step::Review, "Representative reads the packet"),
                (Step::File, "Packet filed"),
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
                (Step::Interpreter, "Interpreter for the evaluation"),
                (Step::ForensicEvaluation, "Forensic evaluation and affidavit"),
                (Step::File, "Affidavit with the representative"),
            ],
        },
        date: DateFrom::Day(Basis::RepresentativeSays, "asked for by the representative"),
        needs: &[Asylum],
    },
];
