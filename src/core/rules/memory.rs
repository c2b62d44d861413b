//! What counts nothing: rules known from memory alone, and events that somebody has to look at.
//!
//! The remembered ones are listed so that nobody believes them forgotten; each is to be asked about until its clause was
//! read. The reviews have no date, and have to be raised all the same.

use super::row::{Grade, Last, Period, Roll, Rule, court, uscis};
use super::trigger::Trigger;
use crate::core::deadline::{Consequence, DeadlineKind};
use crate::core::office::Office;

fn remembered(base: Rule) -> Rule {
    Rule { grade: Grade::Memory, ..base }
}

pub(super) fn rules() -> Vec<Rule> {
    vec![
        Rule {
            id: "bond-appeal-30".into(),
            trigger: Trigger::BondDecision,
            last: Last::Counted(Period::Days(30)),
            received_by: Office::Board,
            citation: "8 CFR 1003.38".into(),
            ..remembered(court())
        },
        Rule {
            id: "first-hearing-10".into(),
            trigger: Trigger::CourtNotice,
            last: Last::Ask,
            kind: DeadlineKind::Appear,
            citation: "8 USC 1229(b)(1)".into(),
            ..remembered(court())
        },
        Rule {
            id: "appeal-stay-30".into(),
            trigger: Trigger::Decision,
            last: Last::Ask,
            citation: "8 CFR 1003.6".into(),
            ..remembered(court())
        },
        Rule {
            id: "i730-2y".into(),
            trigger: Trigger::ProtectionGranted,
            last: Last::Counted(Period::Years(2, 0)),
            citation: "8 CFR 207.7(d), 208.21(d)".into(),
            ..remembered(uscis())
        },
        Rule {
            id: "i485-1y".into(),
            trigger: Trigger::ProtectionGranted,
            last: Last::Open,
            roll: Roll::Stays,
            opens: Some(Period::Years(1, 0)),
            consequence: Consequence::Benefit,
            citation: "8 USC 1159".into(),
            ..remembered(uscis())
        },
        Rule {
            id: "sij-i360-21".into(),
            trigger: Trigger::Birth,
            last: Last::Counted(Period::Years(21, -1)),
            roll: Roll::Stays,
            citation: "8 CFR 204.11; USCIS update of 2023".into(),
            ..remembered(uscis())
        },
        Rule {
            id: "vawa-i360-2y".into(),
            trigger: Trigger::MarriageEnded,
            last: Last::Counted(Period::Years(2, 0)),
            roll: Roll::Stays,
            citation: "8 USC 1154(a)(1)(A)".into(),
            ..remembered(uscis())
        },
        Rule {
            id: "cspa-1y".into(),
            trigger: Trigger::VisaAvailable,
            last: Last::Counted(Period::Years(1, 0)),
            roll: Roll::Stays,
            citation: "8 USC 1153(h)".into(),
            ..remembered(uscis())
        },
    ]
}

fn look(id: &str, trigger: Trigger, consequence: Consequence, citation: &str) -> Rule {
    let base = Rule { roll: Roll::Stays, ..remembered(court()) };
    Rule { id: id.to_owned(), trigger, last: Last::Review, consequence, citation: citation.to_owned(), ..base }
}

pub(super) fn reviews() -> Vec<Rule> {
    let fourteen = look("review-fourteen", Trigger::Fourteenth, Consequence::Benefit, "8 USC 1302(b)");
    let safe_address = look("review-safe-address", Trigger::SafeAddressChange, Consequence::Right, "8 USC 1367");
    let ends =
        look("review-protection-ends", Trigger::ProtectionEnds, Consequence::Benefit, "8 USC 1254a; 8 CFR 212.5");
    vec![
        look("review-court-notice", Trigger::CourtNotice, Consequence::Removal, "8 USC 1229(a)"),
        look("review-hearing", Trigger::HearingSet, Consequence::Removal, "8 USC 1229(a)(2), 1229a(b)(5)"),
        look("review-referral", Trigger::CourtReferral, Consequence::Removal, "8 CFR 208.14(c)"),
        look("review-dismissal", Trigger::DismissalMotion, Consequence::Removal, "8 CFR 239.2(c), 1239.2(c)"),
        look("review-detention", Trigger::Detention, Consequence::Removal, "8 USC 1226"),
        Rule { received_by: Office::Uscis, ..ends },
        Rule { received_by: Office::Uscis, ..fourteen },
        Rule { received_by: Office::Uscis, ..safe_address },
    ]
}
