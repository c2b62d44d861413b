//! What a key costs, printed. Run with `cargo test --release --test screens -- --ignored --nocapture`.

use super::*;
use rumbo::app::list::Step;
use rumbo::app::msg::Env;
use rumbo::core::world::World;
use rumbo::demo::{Plan, fill};
use std::time::Instant;

/// A year of so many cases; about as many deadlines.
fn demo(cases: usize) -> App {
    let now = "2026-08-03T13:00:00Z".parse().unwrap();
    let mut world = World::default();
    for commit in fill(Plan { seed: 1, cases, now }) {
        world.apply(&commit);
    }
    App::new(world, 1, Env { now, today: world::day("2026-08-03"), interactive: true }, Lang::En)
}

/// The median of many runs, in microseconds.
fn median(mut run: impl FnMut()) -> u128 {
    let mut times: Vec<u128> = (0..501)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    times[250] / 1000
}

#[test]
#[ignore = "a measurement"]
fn a_cursor_key() {
    let mut app = demo(10_000);
    app.settle(Fact::Resized(120, 40));
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
    let chrome = chrome("");
    let deadlines = app.view.deadlines.rows.len();
    let mut by = 1;
    let key = median(|| {
        by = -by;
        view(&mut app, ViewAct::Move(Step::By(-by)));
        terminal.draw(|frame| draw(frame, &app, &chrome)).unwrap();
    });
    println!("{deadlines} deadlines, 120x40: {key} us from cursor key to drawn frame");
    let rows = median(|| {
        for pane in rumbo::panes::ALL {
            for id in app.view.pane(pane.id).rows.iter().take(app.view.page(pane.id)) {
                std::hint::black_box((pane.row)(&app.ctx(), *id));
            }
        }
    });
    let words = median(|| {
        for column in rumbo::panes::ALL.iter().flat_map(|pane| pane.columns) {
            std::hint::black_box(app.locale.t(column.heading));
        }
    });
    println!("of that, {rows} us to format the rows and {words} us for their headings");
    view(&mut app, ViewAct::StartFilter);
    type_in(&mut app, "letter");
    let filtered = median(|| {
        terminal.draw(|frame| draw(frame, &app, &chrome)).unwrap();
    });
    println!("with a filter: {filtered} us a frame");
}

#[test]
#[ignore = "to look at"]
fn the_demo() {
    for lang in [Lang::En, Lang::Es] {
        let mut app = demo(271);
        view(&mut app, ViewAct::Speak(lang));
        for (w, h) in [(80, 24), (120, 40)] {
            app.settle(Fact::Resized(w, h));
            println!("{}", text(&drawn(&app, &chrome(""))));
        }
    }
}
