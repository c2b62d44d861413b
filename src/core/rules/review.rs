//! Rules for having a decision reviewed: Board, motions, federal court.

use super::row::{Grade, Last, MetBy, Period, Rule, court, ymd};
use super::trigger::Trigger;
use crate::core::deadline::{Consequence, DeadlineKind, Medium};
use crate::core::office::Office;

fn board() -> Rule {
    Rule { received_by: Office::Board, ..court() }
}
fn appeals() -> Rule {
    Rule { received_by: Office::Appeals, ..court() }
}

#[expect(clippy::too_many_lines, reason = "a table, a few lines for each row")]
pub(super) fn rules() -> Vec<Rule> {
    vec![
        Rule {
            id: "bia-appeal-30".into(),
            trigger: Trigger::Decision,
            last: Last::Counted(Period::Days(30)),
            citation: "8 CFR 1003.38(b)-(d), 1240.15".into(),
            in_force_from: Some(ymd(1996, 7, 1)),
            ..board()
        },
        // Vacated the day before it was to take effect (Amica v. EOIR, D.D.C., 8 March 2026). Kept so that a later ruling
        // changes one word here, and so that nobody counts ten days because a web page still says so.
        Rule {
            id: "bia-appeal-10-ifr2026".into(),
            trigger: Trigger::Decision,
            last: Last::Counted(Period::Days(10)),
            citation: "91 FR, 6 February 2026, document 2026-02326; vacated 8 March 2026".into(),
            grade: Grade::Secondary,
            in_force_from: Some(ymd(2026, 3, 9)),
            enabled: false,
            ..board()
        },
        Rule {
            id: "bia-brief".into(),
            trigger: Trigger::BriefingSchedule,
            last: Last::Printed,
            consequence: Consequence::Right,
            citation: "91 FR, 6 February 2026 (parts left standing): 20 days, simultaneous".into(),
            grade: Grade::Secondary,
            ..board()
        },
        Rule {
            id: "fee-waiver-refile-15".into(),
            trigger: Trigger::FeeRejected,
            last: Last::Counted(Period::Days(15)),
            citation: "BIA Practice Manual III 2.4(c)".into(),
            grade: Grade::Secondary,
            ..board()
        },
        Rule {
            id: "motion-to-reconsider-30".into(),
            trigger: Trigger::FinalOrder,
            last: Last::Counted(Period::Days(30)),
            consequence: Consequence::Right,
            citation: "8 USC 1229a(c)(6)(B); 8 CFR 1003.2(b)(2), 1003.23(b)".into(),
            ..court()
        },
        Rule {
            id: "motion-to-reopen-90".into(),
            trigger: Trigger::FinalOrder,
            last: Last::Counted(Period::Days(90)),
            citation: "8 USC 1229a(c)(7)(C)(i); 8 CFR 1003.2(c)(2)".into(),
            ..court()
        },
        Rule {
            id: "vawa-reopen-1y".into(),
            trigger: Trigger::FinalOrder,
            last: Last::Counted(Period::Years(1, 0)),
            citation: "8 USC 1229a(c)(7)(C)(iv)(III)".into(),
            ..court()
        },
        Rule {
            id: "in-absentia-rescind-180".into(),
            last: Last::Counted(Period::Days(180)),
            citation: "8 USC 1229a(b)(5)(C)".into(),
            ..court()
        },
        Rule {
            id: "petition-for-review-30".into(),
            trigger: Trigger::FinalOrder,
            last: Last::Counted(Period::Days(30)),
            citation: "8 USC 1252(b)(1), (b)(3)(B); FRAP 26(a)".into(),
            ..appeals()
        },
        Rule {
            id: "pfr-brief-40".into(),
            trigger: Trigger::Record,
            last: Last::Counted(Period::Days(40)),
            consequence: Consequence::Right,
            citation: "8 USC 1252(b)(3)(C)".into(),
            ..appeals()
        },
        Rule {
            id: "pfr-reply-14".into(),
            trigger: Trigger::OpposingBrief,
            last: Last::Counted(Period::Days(14)),
            consequence: Consequence::Right,
            citation: "8 USC 1252(b)(3)(C)".into(),
            ..appeals()
        },
        Rule {
            id: "credible-fear-review".into(),
            trigger: Trigger::Determination,
            last: Last::Ask,
            met_by: MetBy::Act,
            kind: DeadlineKind::Notify,
            medium: Medium::InPerson,
            received_by: Office::Homeland,
            citation: "8 USC 1225(b)(1)(B)(iii)(III); 8 CFR 1003.42(e)".into(),
            ..court()
        },
        // The interview clause (b) was read; the judge's ten days (g) are from memory, and both bind the agency.
        Rule {
            id: "reasonable-fear".into(),
            trigger: Trigger::Referral,
            last: Last::Ask,
            met_by: MetBy::Act,
            kind: DeadlineKind::Notify,
            medium: Medium::InPerson,
            received_by: Office::Homeland,
            citation: "8 CFR 208.31(b), (g)".into(),
            ..court()
        },
    ]
}
