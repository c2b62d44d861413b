use super::*;
use chrono::Days;
use proptest::prelude::*;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(n)
}

/// Backups with rising changes on rising days, some days with several and some with none.
fn backups() -> impl Strategy<Value = Vec<Made>> {
    prop::collection::vec((0..4_u64, 1..5_u64), 1..120).prop_map(|steps| {
        let (mut at, mut seq) = (0, 0);
        let step = |(days, changes)| {
            (at, seq) = (at + days, seq + changes);
            Made { seq, on: day(at) }
        };
        steps.into_iter().map(step).collect()
    })
}

proptest! {
    #[test]
    fn the_newest_stays_and_nothing_old_does(made in backups(), later in 0..60_u64) {
        let newest = *made.iter().max().unwrap();
        let today = newest.on + Days::new(later);
        let gone = superfluous(&made, today);
        prop_assert!(!gone.contains(&newest));
        let kept: Vec<Made> = made.iter().copied().filter(|made| !gone.contains(made)).collect();
        let young = |made: &Made| (today - made.on).num_days() <= OLDEST;
        if made.iter().filter(|made| young(made)).map(|made| made.on).collect::<BTreeSet<_>>().len() >= SURE {
            prop_assert!(kept.iter().all(|made| *made == newest || young(made)));
            prop_assert!(kept.len() <= DAILY + WEEKLY);
        }
        // The last of each of the last seven days with backups is there, unless it is too old.
        let days: BTreeSet<NaiveDate> = made.iter().map(|made| made.on).collect();
        for on in days.iter().rev().take(DAILY).filter(|on| (today - **on).num_days() <= OLDEST) {
            let last = made.iter().filter(|made| made.on == *on).max().unwrap();
            prop_assert!(kept.contains(last));
        }
        // What stays, stays when it is asked again.
        prop_assert_eq!(superfluous(&kept, today), vec![]);
    }

    #[test]
    fn whoever_saves_every_day_can_always_go_back_three_weeks(days in 30..200_u64) {
        let mut kept: Vec<Made> = Vec::new();
        for n in 0..days {
            kept.push(Made { seq: n + 1, on: day(n) });
            let gone = superfluous(&kept, day(n));
            kept.retain(|made| !gone.contains(made));
        }
        let today = day(days - 1);
        prop_assert!(kept.iter().any(|made| (today - made.on).num_days() >= 21));
        for back in 0..7 {
            prop_assert!(kept.iter().any(|made| (today - made.on).num_days() == back));
        }
    }

    #[test]
    fn a_clock_that_runs_ahead_for_a_day_takes_nothing_away(made in backups(), ahead in 40..9_000_u64) {
        let newest = *made.iter().max().unwrap();
        let kept: Vec<Made> = made.iter().copied().filter(|one| !superfluous(&made, newest.on).contains(one)).collect();
        let wrong = Made { seq: newest.seq + 1, on: newest.on + Days::new(ahead) };
        let with: Vec<Made> = kept.iter().copied().chain([wrong]).collect();
        // Neither on that day nor when the clock is right again.
        prop_assert_eq!(superfluous(&with, wrong.on), vec![]);
        prop_assert_eq!(superfluous(&with, newest.on), vec![]);
    }

    /// A clock that was wrong for a while takes no backup away that holds more.
    #[test]
    fn the_one_with_the_most_changes_stays_whatever_the_clock_says(
        made in prop::collection::vec((0..400_u64, 0..400_u64), 1..40),
        today in 0..400_u64,
    ) {
        let made: Vec<Made> = made.into_iter().map(|(seq, on)| Made { seq, on: day(on) }).collect();
        let most = made.iter().map(|made| made.seq).max().unwrap();
        let gone = superfluous(&made, day(today));
        prop_assert!(made.iter().any(|made| made.seq == most && !gone.contains(made)));
    }
}

#[test]
fn a_name_says_day_and_change() {
    let made = Made { seq: 1_482, on: day(0) };
    assert_eq!(made.name(), "2026-01-01-001482.age");
    assert_eq!(Made::of(Path::new("x/2026-01-01-001482.age")), Some(made));
    assert_eq!(Made::of(Path::new("2026-01-01-1482000.age")), Some(Made { seq: 1_482_000, ..made }));
    for other in [
        "2026-01-01-1482.age",
        "2026-01-01.age",
        "letter.age",
        "2026-01-01-001482.identity.age",
        "2026-13-01-000001.age",
    ] {
        assert_eq!(Made::of(Path::new(other)), None, "{other}");
    }
}
