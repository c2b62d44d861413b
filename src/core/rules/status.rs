//! Rules of status and cards: work permits, residence, citizenship, protection that has to be renewed.

use super::answer::Warning;
use super::row::{Grade, Last, Period, Roll, Rule, uscis};
use super::trigger::Trigger;
use crate::core::deadline::{Consequence, DeadlineKind};

/// It may be done from a day on; being too early is a rejection.
fn opening() -> Rule {
    Rule { last: Last::Open, roll: Roll::Stays, consequence: Consequence::Benefit, ..uscis() }
}
fn renewal() -> Rule {
    Rule { trigger: Trigger::Expiry, kind: DeadlineKind::Renew, ..opening() }
}

pub(super) fn rules() -> Vec<Rule> {
    vec![
        Rule {
            id: "asylum-ead-150".into(),
            trigger: Trigger::AsylumReceived,
            opens: Some(Period::Days(150)),
            citation: "8 CFR 208.7(a)(1)-(2)".into(),
            caveats: vec![Warning::ClockMayStop],
            ..opening()
        },
        Rule {
            id: "asylum-ead-180".into(),
            trigger: Trigger::AsylumReceived,
            opens: Some(Period::Days(180)),
            citation: "8 USC 1158(d)(2)".into(),
            caveats: vec![Warning::ClockMayStop],
            ..opening()
        },
        // The statute says three months (8 USC 1445(a)), the regulation 90 days: never earlier than USCIS accepts.
        Rule {
            id: "n400-early-90".into(),
            trigger: Trigger::ResidenceGranted,
            opens: Some(Period::Years(5, -90)),
            citation: "8 CFR 334.2(b)".into(),
            ..opening()
        },
        Rule {
            id: "n400-early-90-3y".into(),
            trigger: Trigger::ResidenceGranted,
            opens: Some(Period::Years(3, -90)),
            citation: "8 CFR 334.2(b)".into(),
            ..opening()
        },
        Rule {
            id: "n400-4y1d".into(),
            trigger: Trigger::Return,
            opens: Some(Period::Years(4, 1)),
            citation: "M-476; 8 CFR 316.5(c)(1)(ii)".into(),
            ..opening()
        },
        Rule {
            id: "n400-2y1d".into(),
            trigger: Trigger::Return,
            opens: Some(Period::Years(2, 1)),
            citation: "M-476; 8 CFR 316.5(c)(1)(ii)".into(),
            ..opening()
        },
        Rule {
            id: "i751-90".into(),
            trigger: Trigger::ResidenceGranted,
            last: Last::Counted(Period::Years(2, 0)),
            opens: Some(Period::Years(2, -90)),
            consequence: Consequence::Removal,
            citation: "8 USC 1186a(d)(2); USCIS Policy Manual 6.I.4".into(),
            ..uscis()
        },
        Rule {
            id: "i90-6mo".into(),
            opens: Some(Period::Months(-6, 0)),
            consequence: Consequence::Administrative,
            citation: "USCIS I-90 page".into(),
            grade: Grade::Secondary,
            ..renewal()
        },
        Rule {
            id: "ead-renew-180".into(),
            last: Last::Counted(Period::Days(0)),
            opens: Some(Period::Days(-180)),
            citation: "8 CFR 274a.13(d), (e)".into(),
            grade: Grade::Secondary,
            ..renewal()
        },
        // The 120th day is the agency's wish, not a legal last day; filing later risks a gap.
        Rule {
            id: "daca-renew-150-120".into(),
            last: Last::Advised { act: Period::Days(-120), other: None },
            opens: Some(Period::Days(-150)),
            citation: "USCIS and NILC pages on renewal".into(),
            grade: Grade::Secondary,
            ..renewal()
        },
        // The regulation says only "registration period"; each Federal Register notice prints its own.
        Rule {
            id: "tps-reregistration-60".into(),
            trigger: Trigger::RegistrationStart,
            last: Last::AtMost(Period::Days(60)),
            opens: Some(Period::Days(0)),
            consequence: Consequence::Benefit,
            kind: DeadlineKind::Renew,
            citation: "8 CFR 244.17; the country's Federal Register notice".into(),
            ..uscis()
        },
        // Signed "within the six months preceding filing": the cautious count keeps a day.
        Rule {
            id: "u-i918b-6mo".into(),
            trigger: Trigger::Certification,
            last: Last::Disputed { legal: Period::Months(6, 0), cautious: Period::Months(6, -1) },
            consequence: Consequence::Benefit,
            roll: Roll::Stays,
            citation: "8 CFR 214.14(c)(2)(i)".into(),
            grade: Grade::Secondary,
            ..uscis()
        },
    ]
}
