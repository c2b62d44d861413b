//! Days that may be closed.

use super::*;
use crate::core::calendar::Doubt;

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
