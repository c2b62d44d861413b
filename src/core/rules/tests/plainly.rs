//! Counting without a rule.

use super::*;
use crate::core::calendar::{Closed, Holiday};

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
