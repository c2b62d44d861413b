#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::*;
use crate::core::calendar::{Closed, Closure, Doubt, Holiday, Place, is_business};
use crate::core::deadline::Consequence;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeSet;

const IN_HAND: How = How { mailed: false, online: false };
const MAILED: How = How { mailed: true, online: false };
const ONLINE: How = How { mailed: false, online: true };

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn by(id: &str, trigger: &str, how: How) -> Computed {
    compute(find(id).unwrap(), day(trigger), how).unwrap()
}

fn printed(id: &str, trigger: &str, how: How, on: &str) -> Computed {
    compute_printed(find(id).unwrap(), day(trigger), how, day(on)).unwrap()
}

/// Counted by hand on a printed calendar: rule, trigger, how, unrolled day, legal last day.
#[test]
fn worked_examples() {
    let cases = [
        ("bia-appeal-30", "2026-03-02", IN_HAND, "2026-04-01", "2026-04-01"),
        ("bia-appeal-30", "2026-11-02", IN_HAND, "2026-12-02", "2026-12-02"),
        // Thanksgiving; the Friday after it is a business day.
        ("bia-appeal-30", "2026-10-27", IN_HAND, "2026-11-26", "2026-11-27"),
        // No three days for mail at the Board.
        ("bia-appeal-30", "2026-03-02", MAILED, "2026-04-01", "2026-04-01"),
        // New Year observed on the Friday, then the weekend.
        ("bia-appeal-30", "2021-12-01", IN_HAND, "2021-12-31", "2022-01-03"),
        ("bia-appeal-30", "2027-12-01", IN_HAND, "2027-12-31", "2028-01-03"),
        ("bia-appeal-30", "2026-05-20", IN_HAND, "2026-06-19", "2026-06-22"),
        // Through a leap day.
        ("bia-appeal-30", "2028-01-30", IN_HAND, "2028-02-29", "2028-02-29"),
        ("fee-waiver-refile-15", "2026-06-19", IN_HAND, "2026-07-04", "2026-07-06"),
        ("motion-to-reconsider-30", "2026-08-08", IN_HAND, "2026-09-07", "2026-09-08"),
        ("motion-to-reopen-90", "2026-11-22", IN_HAND, "2027-02-20", "2027-02-22"),
        ("vawa-reopen-1y", "2024-02-29", IN_HAND, "2025-02-28", "2025-02-28"),
        ("in-absentia-rescind-180", "2026-01-05", IN_HAND, "2026-07-04", "2026-07-06"),
        ("petition-for-review-30", "2026-12-02", IN_HAND, "2027-01-01", "2027-01-04"),
        ("pfr-brief-40", "2026-11-22", IN_HAND, "2027-01-01", "2027-01-04"),
        ("pfr-reply-14", "2026-11-12", IN_HAND, "2026-11-26", "2026-11-27"),
        // Minasyan: arrived 9 April 2001, in time on 9 April 2002.
        ("asylum-one-year", "2001-04-09", IN_HAND, "2002-04-09", "2002-04-09"),
        ("asylum-one-year", "2026-02-28", IN_HAND, "2027-02-28", "2027-03-01"),
        ("asylum-one-year", "2023-02-28", IN_HAND, "2024-02-28", "2024-02-28"),
        // Nobody's year began before 1 April 1997.
        ("asylum-one-year", "1995-06-01", IN_HAND, "1998-04-01", "1998-04-01"),
        ("vd-bond-proof-30", "2026-11-02", IN_HAND, "2026-12-02", "2026-12-02"),
        // Moved on a Friday: Wednesday by calendar days, next Friday by working days.
        ("eoir33-5", "2026-10-23", IN_HAND, "2026-10-28", "2026-10-30"),
        ("eoir33-5", "2026-11-20", IN_HAND, "2026-11-25", "2026-11-30"),
        ("mch-filing-15b", "2026-12-14", IN_HAND, "2026-11-29", "2026-11-30"),
        ("eoir-response-10", "2026-11-16", IN_HAND, "2026-11-26", "2026-11-27"),
        ("i290b-30-mail3", "2026-10-26", IN_HAND, "2026-11-25", "2026-11-25"),
        // Lengthened to Saturday by the mail days, and only then rolled.
        ("i290b-30-mail3", "2026-10-26", MAILED, "2026-11-28", "2026-11-30"),
        ("i290b-30-mail3", "2026-10-29", ONLINE, "2026-11-28", "2026-11-28"),
        ("i290b-revocation-15-mail3", "2026-11-02", MAILED, "2026-11-20", "2026-11-20"),
        ("eoir29-30", "2026-11-02", MAILED, "2026-12-02", "2026-12-02"),
        ("n336-30", "2026-11-02", IN_HAND, "2026-12-02", "2026-12-02"),
        ("ar11-10", "2026-11-18", IN_HAND, "2026-11-28", "2026-11-28"),
        ("aaf-uscis-30", "2026-10-29", MAILED, "2026-11-28", "2026-11-28"),
        ("i751-90", "2024-11-22", IN_HAND, "2026-11-22", "2026-11-23"),
        ("i751-90", "2024-11-22", ONLINE, "2026-11-22", "2026-11-22"),
        ("ead-renew-180", "2026-11-28", IN_HAND, "2026-11-28", "2026-11-28"),
        ("u-i918b-6mo", "2026-08-31", IN_HAND, "2027-02-27", "2027-02-28"),
    ];
    for (id, trigger, how, raw, due) in cases {
        let said = by(id, trigger, how);
        assert_eq!((said.act_from(), said.due), (Some(day(raw)), Some(day(due))), "{id} from {trigger}");
        assert_eq!(said.latest, None, "{id}");
    }
}

#[test]
fn opening_days_never_roll_and_have_no_last_day() {
    let cases = [
        ("asylum-ead-150", "2026-06-01", "2026-10-29"),
        ("asylum-ead-180", "2026-06-01", "2026-11-28"),
        ("n400-early-90", "2022-02-26", "2026-11-28"),
        ("n400-early-90-3y", "2024-02-26", "2026-11-28"),
        ("n400-early-90", "2024-02-29", "2028-11-30"),
        ("n400-4y1d", "2024-02-29", "2028-03-01"),
        ("n400-2y1d", "2024-11-27", "2026-11-28"),
        ("i90-6mo", "2027-08-31", "2027-02-28"),
    ];
    for (id, trigger, opens) in cases {
        let said = by(id, trigger, IN_HAND);
        assert_eq!(said.opens, Some(day(opens)), "{id} from {trigger}");
        assert_eq!((said.raw, said.due, said.latest), (None, None, None), "{id}");
    }
    assert_eq!(by("i751-90", "2024-11-22", IN_HAND).opens, Some(day("2026-08-24")));
    assert_eq!(by("ead-renew-180", "2027-05-27", IN_HAND).opens, Some(day("2026-11-28")));
}

#[test]
fn a_maximum_is_no_date_to_act_on() {
    let said = by("rfe-84-mail3", "2026-09-02", MAILED);
    // 84 days to 25 November, three for mail to Saturday 28, then Monday.
    assert_eq!((said.raw, said.due, said.latest), (None, None, Some(day("2026-11-30"))));
    assert!(said.warnings.contains(&Warning::PrintedDateNeeded));
    let said = printed("rfe-84-mail3", "2026-09-02", MAILED, "2026-11-20");
    assert_eq!((said.raw, said.due), (Some(day("2026-11-20")), Some(day("2026-11-20"))));
    assert_eq!(said.warnings, []);
    let late = printed("noid-30-mail3", "2026-11-02", MAILED, "2026-12-15");
    assert_eq!(late.due, Some(day("2026-12-07")));
    assert_eq!(late.raw, Some(day("2026-12-05")));
    let differs = Warning::PrintedDiffers { printed: day("2026-12-15"), counted: day("2026-12-07") };
    assert_eq!(late.warnings, [differs]);
    for id in ["voluntary-departure-post-60", "voluntary-departure-pre-120", "tps-reregistration-60"] {
        let said = by(id, "2026-01-05", IN_HAND);
        assert!(said.due.is_none() && said.raw.is_none() && said.latest.is_some(), "{id}");
    }
    for id in ["bia-brief", "eoir-detained", "aaf-eoir"] {
        let said = by(id, "2026-06-01", IN_HAND);
        assert!(said.due.is_none() && said.raw.is_none() && said.latest.is_none(), "{id}");
        assert_eq!(said.warnings, [Warning::PrintedDateNeeded], "{id}");
        assert_eq!(printed(id, "2026-06-01", IN_HAND, "2026-07-04").due, Some(day("2026-07-06")), "{id}");
    }
}

#[test]
fn the_earlier_of_printed_and_counted_stands() {
    // Munoz Gutierrez (11th Cir. 2008): printed 16 July 2007, thirty days from mailing were 13 July.
    let said = printed("petition-for-review-30", "2007-06-13", IN_HAND, "2007-07-16");
    assert_eq!(said.due, Some(day("2007-07-13")));
    let differs = Warning::PrintedDiffers { printed: day("2007-07-16"), counted: day("2007-07-13") };
    assert_eq!(said.warnings, [differs]);
    let said = printed("i290b-30-mail3", "2026-10-26", MAILED, "2026-11-24");
    assert_eq!((said.raw, said.due), (Some(day("2026-11-24")), Some(day("2026-11-24"))));
    assert_eq!(said.warnings.len(), 1);
    assert_eq!(printed("bia-appeal-30", "2026-03-02", IN_HAND, "2026-04-01").warnings, []);
}

#[test]
fn disputed_and_advised_counts_give_the_earlier_day_to_act_on() {
    let said = by("ich-filing-30b", "2026-12-14", IN_HAND);
    assert_eq!((said.raw, said.due), (Some(day("2026-11-14")), None));
    assert_eq!(said.warnings, [Warning::SourcesDiffer]);
    let ordered = printed("ich-filing-30b", "2026-12-14", IN_HAND, "2026-11-29");
    assert_eq!((ordered.raw, ordered.due), (Some(day("2026-11-29")), Some(day("2026-11-30"))));
    let said = by("daca-renew-150-120", "2027-03-28", IN_HAND);
    assert_eq!((said.opens, said.raw, said.due), (Some(day("2026-10-29")), Some(day("2026-11-28")), None));
    assert!(by("eoir33-5", "2026-10-23", IN_HAND).warnings.contains(&Warning::SourcesDiffer));
}

#[test]
fn says_what_it_could_not_or_must_not_count() {
    let memory = by("vd-bond-5bd", "2026-11-02", IN_HAND);
    assert_eq!(memory, Computed { warnings: vec![Warning::Unverified], ..Computed::default() });
    for id in ["credible-fear-review", "reasonable-fear", "asylum-interview-noshow"] {
        let said = by(id, "2026-11-02", IN_HAND);
        assert_eq!(said, Computed { warnings: vec![Warning::Ask], ..Computed::default() }, "{id}");
    }
    assert!(by("eoir29-30", "2026-11-02", MAILED).warnings.contains(&Warning::MailDaysNotAdded));
    assert!(by("vawa-reopen-1y", "2024-02-29", IN_HAND).warnings.contains(&Warning::LeapDay));
    assert_eq!(by("vawa-reopen-1y", "2023-02-28", IN_HAND).warnings, []);
    assert_eq!(by("ar11-10", "2026-11-18", IN_HAND).warnings, [Warning::NotRolled { on: Closed::Saturday }]);
    assert!(by("bia-appeal-30", "1996-06-30", IN_HAND).warnings.contains(&Warning::OutOfForce));
    assert!(by("aaf-uscis-30", "2026-05-28", IN_HAND).warnings.contains(&Warning::OutOfForce));
    assert!(by("asylum-ead-150", "2026-06-01", IN_HAND).warnings.contains(&Warning::ClockMayStop));
}

#[test]
fn refuses_a_rule_switched_off_and_an_impossible_year() {
    let vacated = find("bia-appeal-10-ifr2026").unwrap();
    assert_eq!(
        compute(vacated, day("2026-03-10"), IN_HAND),
        Err(RuleError::Disabled { id: "bia-appeal-10-ifr2026".to_owned() })
    );
    assert_eq!(all().iter().filter(|rule| !rule.enabled).count(), 1);
    let rule = find("bia-appeal-30").unwrap();
    for text in ["1899-12-31", "2201-01-01", "0026-03-02"] {
        assert_eq!(compute(rule, day(text), IN_HAND), Err(RuleError::OutOfRange { day: day(text) }));
        let printed = compute_printed(rule, day("2026-03-02"), IN_HAND, day(text));
        assert_eq!(printed, Err(RuleError::OutOfRange { day: day(text) }));
    }
    assert!(find("no-such-rule").is_none());
}

#[test]
fn shows_its_arithmetic() {
    let said = by("i290b-30-mail3", "2026-05-17", MAILED);
    let expected = [
        Step::Counted { period: Period::Days(30), from: day("2026-05-17"), to: day("2026-06-16") },
        Step::MailAdded { days: 3, to: day("2026-06-19") },
        Step::RolledOver { over: Closed::Holiday(Holiday::Juneteenth), to: day("2026-06-22") },
    ];
    assert_eq!(said.steps, expected);
    let said = by("bia-appeal-30", "2027-12-01", IN_HAND);
    let observed = Step::RolledOver { over: Closed::Observed(Holiday::NewYear), to: day("2028-01-03") };
    assert_eq!(said.steps.last(), Some(&observed));
    let said = by("asylum-one-year", "1995-06-01", IN_HAND);
    assert_eq!(said.steps.first(), Some(&Step::CountedFrom { from: day("1997-04-01") }));
}

#[test]
fn the_safe_day_is_a_business_day_before_the_courier() {
    // Unrolled on a Saturday: Friday, and two business days for the courier over no holiday.
    assert_eq!(safe(day("2026-11-21"), 2, true), day("2026-11-18"));
    assert_eq!(safe(day("2026-11-21"), 2, false), day("2026-11-20"));
    // On Thanksgiving: Wednesday, less two.
    assert_eq!(safe(day("2026-11-26"), 2, true), day("2026-11-23"));
    assert_eq!(safe(day("2022-01-02"), 1, true), day("2021-12-29"));
    assert_eq!(safe(day("2026-11-23"), 0, true), day("2026-11-23"));
}

#[test]
fn every_row_is_whole() {
    let ids: BTreeSet<&str> = all().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids.len(), all().len(), "an identity stands twice");
    assert_eq!(all().len(), 61);
    for rule in all() {
        assert!(!rule.id.is_empty() && !rule.citation.is_empty(), "{}", rule.id);
        assert_eq!(rule.verified, day("2026-11-22"), "{}", rule.id);
        for date in [rule.in_force_from, rule.in_force_to, rule.counts_from].into_iter().flatten() {
            assert!(date.year() > 1990, "{}", rule.id);
        }
        assert!(rule.opens.is_some() || !matches!(rule.last, Last::Open), "{} says nothing", rule.id);
    }
    let one_year = find("asylum-one-year").unwrap();
    assert_eq!(one_year.consequence(false), Consequence::Right);
    assert_eq!(one_year.consequence(true), Consequence::Removal);
    assert_eq!(find("ar11-10").unwrap().consequence(true), Consequence::Administrative);
}

#[test]
fn a_day_in_doubt_never_moves_anything() {
    // 24 November 2025 + 30 = 24 December, closed by order; 25 a holiday, 26 closed by the same order, then a weekend.
    let said = by("bia-appeal-30", "2025-11-24", IN_HAND);
    assert_eq!(said.due, Some(day("2025-12-24")));
    let (on, other) = (day("2025-12-24"), day("2025-12-29"));
    assert_eq!(said.warnings, [Warning::MaybeClosed { on, doubt: Doubt::Order(14371), other }]);
    // A Sunday before Inauguration Day matters at the Board, whose roll ends on it, and not to the court.
    assert!(by("bia-appeal-30", "2016-12-21", IN_HAND).warnings.contains(&Warning::MaybeClosed {
        on: day("2017-01-20"),
        doubt: Doubt::Inauguration,
        other: day("2017-01-23"),
    }));
    assert_eq!(by("motion-to-reconsider-30", "2016-12-21", IN_HAND).warnings, []);
    // On the way of calendar days it does not matter, on that of working days it does.
    assert_eq!(by("bia-appeal-30", "2025-11-28", IN_HAND).warnings, []);
    let moved = by("eoir33-5", "2025-12-22", IN_HAND);
    assert_eq!(moved.due, Some(day("2025-12-30")));
    assert!(matches!(moved.warnings[..], [_, Warning::MaybeClosed { other, .. }] if other == day("2026-01-02")));
    // A printed date in doubt is as doubtful.
    let said = printed("bia-brief", "2025-12-01", IN_HAND, "2025-12-26");
    assert_eq!(said.due, Some(day("2025-12-26")));
    assert!(matches!(said.warnings[..], [Warning::MaybeClosed { .. }]));
}

#[test]
fn years_that_nobody_knows_are_said() {
    for (trigger, year) in [("2040-03-01", 2040), ("1960-03-01", 1960), ("2036-12-15", 2037)] {
        let said = by("motion-to-reconsider-30", trigger, IN_HAND);
        assert!(said.warnings.contains(&Warning::BeyondKnownYears { year }), "{trigger}: {:?}", said.warnings);
    }
    assert_eq!(by("motion-to-reconsider-30", "2036-11-01", IN_HAND).warnings, []);
    let opens = by("n400-early-90", "2034-01-01", IN_HAND);
    assert_eq!(opens.warnings, [Warning::BeyondKnownYears { year: 2038 }]);
}

#[test]
fn reviews_and_memory_compute_nothing() {
    let mut listed = 0;
    for rule in all().iter().filter(|rule| rule.grade == Grade::Memory) {
        let said = compute(rule, day("2026-11-02"), MAILED).unwrap();
        assert_eq!((said.raw, said.due, said.opens, said.latest), (None, None, None, None), "{}", rule.id);
        let expected = if rule.last == Last::Review { Warning::Review } else { Warning::Unverified };
        assert_eq!(said.warnings, [expected], "{}", rule.id);
        let status = if rule.last == Last::Review { Status::Review } else { Status::Ask };
        assert_eq!(rule.status(day("2026-11-22")), status, "{}", rule.id);
        listed += 1;
    }
    assert_eq!(listed, 17);
}

#[test]
fn the_status_follows_the_dates_of_the_rule() {
    let fee = find("aaf-uscis-30").unwrap();
    assert_eq!(fee.status(day("2026-05-28")), Status::NotYet);
    assert_eq!(fee.status(day("2026-05-29")), Status::InForce);
    let over = Rule { in_force_to: Some(day("2026-06-30")), ..fee.clone() };
    assert_eq!((over.status(day("2026-06-30")), over.status(day("2026-07-01"))), (Status::InForce, Status::Over));
    assert_eq!(find("bia-appeal-10-ifr2026").unwrap().status(day("2026-11-22")), Status::Off);
    assert_eq!(find("rfe-84-mail3").unwrap().status(day("2026-11-22")), Status::Printed);
}

#[test]
fn each_event_brings_its_rules() {
    let book = RuleBook::default();
    let ids = |happened| following(&book, happened).map(|rule| rule.id.as_str()).collect::<Vec<_>>();
    assert!(ids(Happened::DecisionStated).contains(&"bia-appeal-30"));
    assert!(!ids(Happened::DecisionStated).contains(&"bia-appeal-10-ifr2026"), "it is switched off");
    assert!(ids(Happened::OrderEntered).contains(&"in-absentia-rescind-180"));
    assert!(ids(Happened::OrderEntered).contains(&"petition-for-review-30"));
    assert_eq!(ids(Happened::AddressChanged), ["eoir33-5", "ar11-10", "review-safe-address"]);
    assert!(ids(Happened::CardExpiry).contains(&"ead-renew-180"));
    assert!(ids(Happened::Arrival).contains(&"asylum-one-year"));
    assert!(ids(Happened::NoticeMailed).contains(&"rfe-84-mail3"));
    assert!(ids(Happened::NoticeReceived).contains(&"n336-30"));
    assert_eq!(ids(Happened::Detained), ["review-detention"]);
    for (happened, code) in Happened::ALL {
        let settles = [Happened::MailReturned, Happened::ProceedingsEnded, Happened::NoCard].contains(&happened);
        assert_eq!(ids(happened).is_empty(), settles, "{code}");
    }
}

#[test]
fn a_plain_count_rolls_where_it_is_told_to() {
    let plainly = |period, towards, trigger: &str| plain(period, towards, day(trigger), &[]).unwrap();
    let said = plainly(Period::Days(0), Towards::Forward, "2026-11-26");
    assert_eq!((said.raw, said.due), (Some(day("2026-11-26")), Some(day("2026-11-27"))));
    let said = plainly(Period::Days(-30), Towards::Back, "2026-12-26");
    assert_eq!((said.raw, said.due), (Some(day("2026-11-26")), Some(day("2026-11-25"))));
    let over = Closed::Holiday(Holiday::Thanksgiving);
    assert_eq!(said.steps.last(), Some(&Step::RolledBack { over, to: day("2026-11-25") }));
    let said = plainly(Period::Months(1, 0), Towards::Stay, "2026-10-26");
    assert_eq!((said.due, &said.warnings[..]), (Some(day("2026-11-26")), &[Warning::NotRolled { on: over }][..]));
    assert_eq!(plainly(Period::Years(1, 0), Towards::Forward, "2024-02-29").warnings, [Warning::LeapDay]);
    // Back from a day in doubt nothing moves either.
    let said = plainly(Period::Days(0), Towards::Back, "2025-12-24");
    assert_eq!(said.due, Some(day("2025-12-24")));
    assert!(matches!(said.warnings[..], [Warning::MaybeClosed { other, .. }] if other == day("2025-12-23")));
    for (period, trigger) in [
        (Period::Days(1), "9999-12-31"),
        (Period::Days(0), "9999-12-26"),
        (Period::Days(-1), "0001-01-01"),
        (Period::Years(i32::MAX, 0), "2026-01-01"),
        (Period::BusinessDays(i32::MAX), "2026-01-01"),
        (Period::Days(1), "0000-12-31"),
    ] {
        let said = plain(period, Towards::Forward, day(trigger), &[]);
        let rolled_in = said.as_ref().is_ok_and(|said| said.due == Some(day("9999-12-27")));
        assert!(rolled_in || said == Err(RuleError::OffTheCalendar), "{trigger}: {said:?}");
    }
}

fn any_closures() -> impl Strategy<Value = Vec<Closure>> {
    let one = (any_trigger(), any::<bool>(), 0_u8..3).prop_map(|(on, certain, place)| {
        let place = match place {
            0 => Place::Everywhere,
            1 => Place::At(crate::core::office::Office::Board),
            _ => Place::Court("Boston".to_owned()),
        };
        Closure { on, place, certain, source: String::new() }
    });
    prop::collection::vec(one, 0..4)
}

fn any_rule() -> impl Strategy<Value = &'static Rule> {
    prop::sample::select(all().iter().filter(|rule| rule.enabled).collect::<Vec<_>>())
}

fn any_trigger() -> impl Strategy<Value = NaiveDate> {
    // 1990 to 2109.
    (726_468_i32..770_000).prop_map(|n| NaiveDate::from_num_days_from_ce_opt(n).unwrap())
}

fn any_how() -> impl Strategy<Value = How> {
    (any::<bool>(), any::<bool>()).prop_map(|(mailed, online)| How { mailed, online })
}

/// Whether the rule counts on from its trigger.
fn forward(rule: &Rule) -> bool {
    !matches!(rule.trigger, Trigger::Hearing | Trigger::Expiry)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn never_before_the_trigger(rule in any_rule(), trigger in any_trigger(), how in any_how()) {
        let said = compute(rule, trigger, how).unwrap();
        for date in [said.raw, said.due, said.latest, said.opens].into_iter().flatten() {
            prop_assert!(!forward(rule) || date >= trigger, "{}: {date}", rule.id);
        }
    }

    #[test]
    fn a_rolled_day_is_open_and_the_first(rule in any_rule(), trigger in any_trigger(), how in any_how()) {
        let said = compute(rule, trigger, how).unwrap();
        let rolls = match rule.roll {
            Roll::Forward | Roll::BeforeHearing => true,
            Roll::ForwardOnPaper => !how.online,
            Roll::Stays => false,
        };
        if let (Some(raw), Some(due)) = (said.raw, said.due) {
            prop_assert!(raw <= due, "{}", rule.id);
            prop_assert!(!rolls || is_business(due), "{}: {due}", rule.id);
            prop_assert!(!rolls || raw.iter_days().take_while(|d| *d < due).all(|d| !is_business(d)), "{}", rule.id);
            prop_assert!(safe(raw, 2, true) <= safe(raw, 0, true) && safe(raw, 0, true) <= raw);
        }
        if let Some(latest) = said.latest {
            prop_assert!(said.due.is_none() && (!rolls || is_business(latest)), "{}", rule.id);
        }
    }

    #[test]
    fn a_later_trigger_is_never_due_earlier(
        rule in any_rule(), trigger in any_trigger(), days in 0_i32..800, how in any_how()
    ) {
        let early = compute(rule, trigger, how).unwrap();
        let late = compute(rule, crate::core::calendar::add_days(trigger, days).unwrap(), how).unwrap();
        prop_assert!(early.raw <= late.raw && early.due <= late.due, "{}", rule.id);
        prop_assert!(early.latest <= late.latest && early.opens <= late.opens, "{}", rule.id);
    }

    #[test]
    fn a_longer_period_is_never_due_earlier(
        rule in any_rule(), trigger in any_trigger(), days in 0_i32..400, more in 0_i32..40, how in any_how()
    ) {
        let of = |days| Rule { last: Last::Counted(Period::Days(days)), grade: Grade::Read, ..rule.clone() };
        let (short, long) = (compute(&of(days), trigger, how).unwrap(), compute(&of(days + more), trigger, how).unwrap());
        prop_assert!(short.raw <= long.raw && short.due <= long.due, "{}", rule.id);
        prop_assert!(short.due >= Some(trigger));
    }

    #[test]
    fn doubts_move_nothing_and_closures_only_later(
        rule in any_rule(), trigger in any_trigger(), how in any_how(), mut closures in any_closures(), near in 0_i64..6
    ) {
        let without = compute(rule, trigger, how).unwrap();
        // Most closures are near the last day, where they matter.
        if let (Some(first), Some(due)) = (closures.first_mut(), without.due) {
            first.on = due + chrono::TimeDelta::days(near);
        }
        let with = count(rule, trigger, how, None, &closures).unwrap();
        prop_assert!(with.due >= without.due && with.latest >= without.latest, "{}", rule.id);
        prop_assert_eq!(with.opens, without.opens);
        if closures.iter().all(|closure| !closure.is_certain()) {
            prop_assert_eq!((with.raw, with.due, with.latest), (without.raw, without.due, without.latest));
        }
        for warning in &with.warnings {
            if let Warning::MaybeClosed { other, .. } = warning {
                prop_assert!(Some(*other) > with.due.or(with.latest), "{}", rule.id);
            }
        }
    }

    #[test]
    fn mail_never_shortens(rule in any_rule(), trigger in any_trigger(), online in any::<bool>()) {
        let handed = compute(rule, trigger, How { mailed: false, online }).unwrap();
        let mailed = compute(rule, trigger, How { mailed: true, online }).unwrap();
        prop_assert!(handed.raw <= mailed.raw && handed.due <= mailed.due && handed.latest <= mailed.latest, "{}", rule.id);
    }

    #[test]
    fn a_printed_date_never_makes_it_later(
        rule in any_rule(), trigger in any_trigger(), how in any_how(), days in 0_i32..150
    ) {
        let printed = crate::core::calendar::add_days(trigger, days).unwrap();
        let counted = compute(rule, trigger, how).unwrap();
        let said = compute_printed(rule, trigger, how, printed).unwrap();
        if let Some(due) = said.due {
            let limits = [counted.due, counted.latest, Some(crate::core::calendar::on_or_after(printed))];
            prop_assert!(limits.into_iter().flatten().all(|limit| due <= limit), "{}", rule.id);
            prop_assert!(said.raw.is_some_and(|raw| raw <= due && raw <= printed), "{}", rule.id);
        }
    }
}
