//! Rules of the immigration court: filings, addresses, voluntary departure, the asylum year.

use super::answer::Warning;
use super::row::{Grade, Last, MetBy, Period, Roll, Rule, court, ymd};
use super::trigger::Trigger;
use crate::core::deadline::{Consequence, DeadlineKind, Medium};
use crate::core::office::Office;

#[expect(clippy::too_many_lines, reason = "a table, a few lines for each row")]
pub(super) fn rules() -> Vec<Rule> {
    vec![
        Rule {
            id: "asylum-one-year".into(),
            trigger: Trigger::Arrival,
            counts_from: Some(ymd(1997, 4, 1)),
            last: Last::Counted(Period::Years(1, 0)),
            consequence: Consequence::Right,
            in_proceedings: Some(Consequence::Removal),
            received_by: Office::Uscis,
            met_by: MetBy::ReceiptOrMailing,
            citation: "8 USC 1158(a)(2)(B), (D), (E); 8 CFR 1208.4(a)(2)".into(),
            ..court()
        },
        Rule {
            id: "voluntary-departure-post-60".into(),
            last: Last::AtMost(Period::Days(60)),
            kind: DeadlineKind::Travel,
            medium: Medium::InPerson,
            met_by: MetBy::Act,
            citation: "8 USC 1229c(b)(2); 8 CFR 1240.26".into(),
            ..court()
        },
        Rule {
            id: "voluntary-departure-pre-120".into(),
            trigger: Trigger::VoluntaryDepartureGranted,
            last: Last::AtMost(Period::Days(120)),
            kind: DeadlineKind::Travel,
            medium: Medium::InPerson,
            met_by: MetBy::Act,
            citation: "8 USC 1229c(a)(2)(A); 8 CFR 1240.26(b)(1)(ii)".into(),
            ..court()
        },
        Rule {
            id: "vd-bond-5bd".into(),
            last: Last::Counted(Period::BusinessDays(5)),
            roll: Roll::Stays,
            kind: DeadlineKind::Pay,
            medium: Medium::InPerson,
            received_by: Office::Homeland,
            citation: "8 CFR 1240.26(c)(3)".into(),
            grade: Grade::Memory,
            ..court()
        },
        Rule {
            id: "vd-bond-proof-30".into(),
            trigger: Trigger::AppealFiled,
            last: Last::Counted(Period::Days(30)),
            consequence: Consequence::Right,
            received_by: Office::Board,
            citation: "8 CFR 1240.26(c)(3)(ii); Matter of Gamero (BIA 2010)".into(),
            grade: Grade::Secondary,
            ..court()
        },
        // Working days in the regulation and the online form, plain days in Appendix C and on a 2026 form.
        Rule {
            id: "eoir33-5".into(),
            trigger: Trigger::Move,
            last: Last::Disputed { legal: Period::BusinessDays(5), cautious: Period::Days(5) },
            roll: Roll::Stays,
            kind: DeadlineKind::Notify,
            citation: "8 CFR 1003.15(d)(2), 1003.38(e); 8 USC 1229a(b)(5)(B)".into(),
            grade: Grade::Differ,
            caveats: vec![Warning::SourcesDiffer],
            ..court()
        },
        // Two undated official tables disagree, 30 and 15 days: no legal day is stated, the earlier one is acted on.
        Rule {
            id: "ich-filing-30b".into(),
            trigger: Trigger::Hearing,
            last: Last::Advised { act: Period::Days(-30), other: Some(Period::Days(-15)) },
            roll: Roll::BeforeHearing,
            consequence: Consequence::Right,
            citation: "EOIR Policy Manual II 3.1(b)(2), Appendix C".into(),
            grade: Grade::Differ,
            caveats: vec![Warning::SourcesDiffer],
            ..court()
        },
        Rule {
            id: "mch-filing-15b".into(),
            trigger: Trigger::Hearing,
            last: Last::Counted(Period::Days(-15)),
            roll: Roll::BeforeHearing,
            consequence: Consequence::Administrative,
            citation: "EOIR Policy Manual II 3.1(b)(1), Appendix C".into(),
            ..court()
        },
        Rule {
            id: "eoir-response-10".into(),
            trigger: Trigger::FilingReceived,
            last: Last::Counted(Period::Days(10)),
            consequence: Consequence::Right,
            citation: "EOIR Policy Manual II 3.1(b), Appendix C".into(),
            ..court()
        },
        Rule {
            id: "eoir-detained".into(),
            last: Last::Printed,
            citation: "EOIR Policy Manual, Appendix C".into(),
            ..court()
        },
        Rule {
            id: "aaf-eoir".into(),
            last: Last::Printed,
            kind: DeadlineKind::Pay,
            medium: Medium::Online,
            citation: "EOIR PM 26-01 (2 January 2026)".into(),
            grade: Grade::Secondary,
            in_force_from: Some(ymd(2026, 1, 2)),
            ..court()
        },
    ]
}
