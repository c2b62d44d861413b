//! What a count has to say beside its dates, and what it refuses.

use super::*;
use crate::core::calendar::Closed;

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
fn the_first_and_last_day_of_a_rule_are_its_own() {
    let out =
        |rule: &Rule, trigger| compute(rule, day(trigger), IN_HAND).unwrap().warnings.contains(&Warning::OutOfForce);
    let fee = Rule { in_force_to: Some(day("2026-06-30")), ..find("aaf-uscis-30").unwrap().clone() };
    let said = ["2026-05-28", "2026-05-29", "2026-06-30", "2026-07-01"].map(|trigger| out(&fee, trigger));
    assert_eq!(said, [true, false, false, true]);
    // An arrival on the day from which arrivals count needs no step of its own.
    let said = by("asylum-one-year", "1997-04-01", IN_HAND);
    assert_eq!((said.due, said.steps.len()), (Some(day("1998-04-01")), 1));
}
