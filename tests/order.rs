//! Lists kept in order act by act are the lists made anew: rows, counts, blind spots, and what a filter finds.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use rumbo::app::App;
use rumbo::app::msg::{Env, Fact};
use rumbo::app::view::ViewAct;
use rumbo::core::change::{Act, Change, Commit, Verb};
use rumbo::core::deadline::{DeadlineState, Due};
use rumbo::core::household::Household;
use rumbo::core::id::{HouseholdId, RecordId};
use rumbo::core::pin::{Pin, Way};
use rumbo::core::record::Record;
use rumbo::core::world::World;
use rumbo::demo::{Plan, fill};
use rumbo::locale::Lang;
use rumbo::panes::PaneId;
use tui_input::InputRequest;

const PANES: [PaneId; 3] = [PaneId::Deadlines, PaneId::Caseload, PaneId::Partners];

fn env() -> Env {
    Env { now: "2026-08-03T13:00:00Z".parse().unwrap(), today: "2026-08-03".parse().unwrap(), interactive: true }
}

fn app() -> App {
    let mut world = World::default();
    for commit in fill(Plan { seed: 7, cases: 60, now: env().now }) {
        world.apply(&commit);
    }
    App::new(world, 1, env(), Lang::En)
}

/// Changes of every kind that can move a row or change its text, chosen by `turn`.
fn changes(world: &World, turn: usize) -> Vec<Change> {
    let deadline = world.deadlines().nth(turn * 7 % world.deadlines().len()).unwrap().clone();
    let case = world.cases().nth(turn * 11 % world.cases().len()).unwrap().clone();
    let day = |days: usize| env().today + chrono::Days::new(u64::try_from(days).unwrap());
    let mut after: Record = match turn % 10 {
        0 | 1 => rumbo::core::deadline::Deadline { due: Due::Day(day(turn % 90)), ..deadline.clone() }.into(),
        2 => rumbo::core::deadline::Deadline { state: DeadlineState::Done { on: env().today }, ..deadline.clone() }
            .into(),
        3 => rumbo::core::deadline::Deadline { case: case.id, ..deadline.clone() }.into(),
        4 => rumbo::core::case::Case { next_action: None, name: "Zoraida Quispe".into(), ..case.clone() }.into(),
        5 => {
            rumbo::core::case::Case { representation: rumbo::core::case::Representation::Nobody, ..case.clone() }.into()
        }
        6 => Household { id: HouseholdId(1), label: format!("Household {turn}"), notes: String::new() }.into(),
        8 => {
            let way = Way::ALL[turn / 10 % 2].0;
            let (until, reason, by) = (day(turn + 1), String::new(), String::new());
            Pin { deadline: deadline.id, way, until, reason, by }.into()
        }
        7 => return vec![Change::remove(deadline)],
        _ => {
            let mut partner = world.partners().nth(turn % world.partners().len()).unwrap().clone();
            partner.name.insert(0, 'Q');
            partner.into()
        }
    };
    if let Record::Deadline(deadline) = &mut after {
        deadline.title.push_str(" again");
    }
    let before = world.record(after.id());
    match before {
        Some(before) => Change::edit(before, after).into_iter().collect(),
        None => vec![Change::add(after)],
    }
}

fn rows(app: &App) -> Vec<Vec<RecordId>> {
    PANES.iter().map(|id| app.view.pane(*id).rows.clone()).collect()
}

#[test]
fn kept_in_order_is_ordered_anew() {
    for filter in ["", "a", "hearing"] {
        for by_due in [false, true] {
            let mut app = app();
            if by_due {
                app.settle(Fact::View(ViewAct::ToggleSort));
            }
            for id in PANES {
                app.settle(Fact::View(ViewAct::Focus(id)));
                app.settle(Fact::View(ViewAct::StartFilter));
                for letter in filter.chars() {
                    app.settle(Fact::View(ViewAct::Edit(InputRequest::InsertChar(letter))));
                }
                app.settle(Fact::View(ViewAct::AcceptFilter));
            }
            for turn in 0..60 {
                let changes = changes(&app.world, turn);
                let act = Act::one(Verb::EditedDeadline, "", "");
                let commit = Commit { at: env().now, by: String::new(), act, changes, undoes: None, lost: false };
                app.settle(Fact::Committed(app.head + 1, commit));
                if turn % 6 < 5 {
                    continue;
                }
                let (kept, counts, spots) = (rows(&app), app.counts.clone(), app.blind_spots.clone());
                app.refresh();
                assert_eq!(kept, rows(&app), "turn {turn} by due {by_due} filter {filter:?}");
                assert_eq!(counts, app.counts, "turn {turn}");
                assert!(spots == app.blind_spots, "turn {turn}");
                // The next acts find the rows read to be searched.
                app.settle(Fact::View(ViewAct::StartFilter));
                app.settle(Fact::View(ViewAct::AcceptFilter));
            }
        }
    }
}
