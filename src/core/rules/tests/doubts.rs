//! Days that may be closed.

use super::*;
use crate::core::calendar::{Closure, Doubt, Place};

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
fn a_closure_that_the_clinic_is_certain_of_lengthens_and_is_named() {
    let closed =
        |on, certain| Closure { on: day(on), place: Place::Everywhere, certain, source: "the door".to_owned() };
    let book = RuleBook::with(ClinicRules { rules: Vec::new(), closures: vec![closed("2026-11-27", true)] });
    assert_eq!(book.closures(), [closed("2026-11-27", true)]);
    let appeal = book.find("bia-appeal-30").unwrap();
    // Thanksgiving, then the closed Friday.
    let said = book.count(appeal, day("2026-10-27"), IN_HAND, None).unwrap();
    let over = |on| Warning::RanOverClosure { on: day(on), source: "the door".to_owned() };
    assert_eq!((said.due, &said.warnings[..]), (Some(day("2026-11-30")), &[over("2026-11-27")][..]));
    let plainly = |closures: &[Closure], towards| plain(Period::Days(0), towards, day("2026-11-28"), closures).unwrap();
    let back = plainly(&[closed("2026-11-27", true)], Towards::Back);
    assert_eq!((back.due, &back.warnings[..]), (Some(day("2026-11-25")), &[over("2026-11-27")][..]));
    // A weekend is closed by itself, whatever the clinic wrote of it; so is a day that the roll ends before.
    let saturday = [closed("2026-11-28", true), closed("2026-12-01", true)];
    assert_eq!(plainly(&saturday, Towards::Forward).warnings, []);
}
