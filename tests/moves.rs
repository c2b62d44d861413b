//! Moving the day that dates are counted from: whatever follows moves along, and one undo brings all of it back.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use chrono::{DateTime, Days, NaiveDate, Utc};
use proptest::prelude::*;
use rumbo::app::App;
use rumbo::app::msg::{Effect, Env, Fact, Message, Refusal};
use rumbo::commands::{decide, parse};
use rumbo::core::deadline::Deadline;
use rumbo::core::happening::Happening;
use rumbo::core::rules::Happened;
use rumbo::core::world::World;
use rumbo::effects;
use rumbo::locale::Lang;
use rumbo::store::memory::MemoryStore;

/// A session on an empty vault.
struct Desk {
    app: App,
    store: MemoryStore,
}

fn env() -> Env {
    let now: DateTime<Utc> = "2026-11-23T14:00:00Z".parse().unwrap();
    Env { now, today: now.date_naive(), interactive: false }
}

impl Desk {
    fn new() -> Self {
        let mut app = App::new(World::default(), 0, env(), Lang::En);
        app.settle(Fact::History(rumbo::core::history::History::default()));
        Self { app, store: MemoryStore::new() }
    }
}

fn act(desk: &mut Desk, line: &str) -> Result<(), Message> {
    let command = parse::line(line).map_err(|problem| problem.message())?;
    let decided = decide(&command, &desk.app, &env()).map_err(|refusal| match refusal {
        Refusal::Because(message) => message,
        Refusal::Ask(_) => Message::new("asked"),
    })?;
    for effect in decided {
        if let Effect::Commit(commit) = effect {
            let fact = effects::perform(&mut desk.store, desk.app.head, commit);
            desk.app.settle(fact);
        } else if let Effect::View(act) = effect {
            desk.app.settle(Fact::View(act));
        }
    }
    Ok(())
}

/// Everything that a move may touch.
fn dated(desk: &Desk) -> (Vec<Deadline>, Vec<Happening>) {
    (desk.app.world.deadlines().cloned().collect(), desk.app.world.happenings().cloned().collect())
}

fn day() -> impl Strategy<Value = NaiveDate> {
    // All of it behind the session's today: what happened cannot lie ahead.
    (0u64..530).prop_map(|n| NaiveDate::from_ymd_opt(2025, 6, 1).unwrap() + Days::new(n))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undoing_a_move_restores_all(what in 0..Happened::ALL.len(), from in day(), to in day(), mailed: bool) {
        let (what, code) = Happened::ALL[what];
        let mut desk = Desk::new();
        act(&mut desk, "case add R-001 --need asylum").unwrap();
        act(&mut desk, &format!("happened log R-001 {code} --on {from} --mailed={mailed}")).unwrap();
        // What cannot be counted is refused; then there is nothing to carry along.
        let taken = act(&mut desk, "happened take T1").is_ok();
        let before = dated(&desk);
        if act(&mut desk, &format!("happened move T1 --to {to}")).is_err() {
            prop_assert_eq!(from, to);
            return Ok(());
        }
        let after = dated(&desk);
        for (old, new) in before.0.iter().zip(&after.0) {
            prop_assert_eq!(new.source.rule.as_ref().unwrap().trigger, to);
            let later = new.due.date() >= old.due.date();
            prop_assert!(if from <= to { later } else { new.due.date() <= old.due.date() }, "{:?}", what);
        }
        prop_assert_eq!(taken, !before.0.is_empty());
        act(&mut desk, "undo").unwrap();
        prop_assert_eq!(dated(&desk), before);
    }

    #[test]
    fn a_hearing_carries_its_filings_and_undo_brings_them_back(from in day(), to in day(), hour in 8u32..17) {
        let mut desk = Desk::new();
        act(&mut desk, "case add R-001 --need asylum").unwrap();
        let at = |day: NaiveDate| format!("\"{day} {hour:02}:30\" --zone America/New_York");
        act(&mut desk, &format!("deadline add R-001 --title Hearing --at {} --consequence removal", at(from))).unwrap();
        act(&mut desk, "happened take T1 ich-filing-30b").unwrap();
        let before = dated(&desk);
        prop_assume!(from != to);
        act(&mut desk, &format!("deadline postpone D1 --at {}", at(to))).unwrap();
        let (deadlines, happenings) = dated(&desk);
        prop_assert_eq!(happenings[0].on, Some(to));
        prop_assert_eq!(deadlines[1].source.rule.as_ref().unwrap().trigger, to);
        prop_assert!(deadlines[1].due.date() < to);
        act(&mut desk, "undo").unwrap();
        prop_assert_eq!(dated(&desk), before);
    }
}
