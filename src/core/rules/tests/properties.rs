//! What holds for every rule and every trigger.

use super::*;
use crate::core::calendar::{Closure, Place, is_business};
use proptest::prelude::*;

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
