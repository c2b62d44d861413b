//! Rules of USCIS: answers to its notices, appeals from its decisions, addresses and fees.

use super::row::{Grade, Last, Mail, MetBy, Period, Roll, Rule, uscis, ymd};
use super::trigger::Trigger;
use crate::core::deadline::{Consequence, DeadlineKind, Medium};

pub(super) fn rules() -> Vec<Rule> {
    vec![
        Rule {
            id: "rfe-84-mail3".into(),
            last: Last::AtMost(Period::Days(84)),
            mail: Mail::ThreeDays,
            citation: "8 CFR 103.2(b)(8)(iv); PM-602-0040".into(),
            grade: Grade::Secondary,
            ..uscis()
        },
        Rule {
            id: "noid-30-mail3".into(),
            last: Last::AtMost(Period::Days(30)),
            mail: Mail::ThreeDays,
            citation: "8 CFR 103.2(b)(8)(iv); USCIS Policy Manual 1.E.10".into(),
            grade: Grade::Secondary,
            ..uscis()
        },
        Rule {
            id: "i290b-30-mail3".into(),
            trigger: Trigger::Service,
            last: Last::Counted(Period::Days(30)),
            mail: Mail::ThreeDays,
            citation: "8 CFR 103.3(a)(2)(i), 103.5(a)(1), 103.8(b)".into(),
            ..uscis()
        },
        Rule {
            id: "i290b-revocation-15-mail3".into(),
            trigger: Trigger::Service,
            last: Last::Counted(Period::Days(15)),
            mail: Mail::ThreeDays,
            citation: "8 CFR 205.2(d), 103.8(b)".into(),
            ..uscis()
        },
        Rule {
            id: "eoir29-30".into(),
            trigger: Trigger::Service,
            last: Last::Counted(Period::Days(30)),
            mail: Mail::Unverified,
            citation: "8 CFR 1003.3(a)(2)".into(),
            ..uscis()
        },
        Rule {
            id: "n336-30".into(),
            trigger: Trigger::DenialReceived,
            last: Last::Counted(Period::Days(30)),
            mail: Mail::Unverified,
            citation: "8 CFR 336.2(a)".into(),
            ..uscis()
        },
        Rule {
            id: "ar11-10".into(),
            trigger: Trigger::Move,
            last: Last::Counted(Period::Days(10)),
            roll: Roll::Stays,
            consequence: Consequence::Administrative,
            kind: DeadlineKind::Notify,
            medium: Medium::Online,
            citation: "8 USC 1305(a); 8 CFR 265.1".into(),
            ..uscis()
        },
        Rule {
            id: "aaf-uscis-30".into(),
            last: Last::Counted(Period::Days(30)),
            roll: Roll::Stays,
            consequence: Consequence::Removal,
            kind: DeadlineKind::Pay,
            medium: Medium::Online,
            citation: "H.R. 1 (2025); interim final rule of April 2026".into(),
            grade: Grade::Secondary,
            in_force_from: Some(ymd(2026, 5, 29)),
            ..uscis()
        },
        // Old guidance says 15 days and another text 45; which one holds could not be told.
        Rule {
            id: "asylum-interview-noshow".into(),
            trigger: Trigger::Interview,
            last: Last::Ask,
            roll: Roll::Stays,
            consequence: Consequence::Removal,
            met_by: MetBy::Act,
            kind: DeadlineKind::Notify,
            citation: "8 CFR 208.10".into(),
            grade: Grade::Differ,
            ..uscis()
        },
    ]
}
