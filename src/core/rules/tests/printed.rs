//! What the paper prints beside what is counted, and what may only be acted on.

use super::*;

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
fn a_printed_day_that_is_the_counted_one_is_nothing_to_warn_of() {
    // Counted to Sunday 13 December and rolled to Monday: either may stand on the paper.
    for on in ["2026-12-13", "2026-12-14"] {
        let said = printed("bia-appeal-30", "2026-11-13", IN_HAND, on);
        assert_eq!((said.due, &said.warnings[..]), (Some(day("2026-12-14")), &[][..]), "{on}");
    }
    // The very last day that a maximum allows.
    let last = printed("rfe-84-mail3", "2026-09-02", MAILED, "2026-11-30");
    assert_eq!((last.due, &last.warnings[..]), (Some(day("2026-11-30")), &[][..]));
}
