//! Counted by hand on a printed calendar, with every step shown.

use super::*;
use crate::core::calendar::{Closed, Holiday};

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
