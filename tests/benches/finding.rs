//! Filtering a pane as one types, and the search below it.

use super::caseload::{self, SIZES};
use super::turns::{Compared, Row, alone, by_turns, timed};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rumbo::app::App;
use rumbo::app::msg::Fact;
use rumbo::app::view::ViewAct;
use rumbo::core::search::fold;
use rumbo::panes::{self, PaneId};
use rumbo::ui::{Chrome, draw};
use tui_input::InputRequest;

pub const COMPARED: &[Compared] = &[
    Compared { name: "finding::first_filter_key", run: first_key },
    Compared { name: "finding::filter_key", run: filter_key },
    Compared { name: "finding::search", run: search },
];

const BUDGETS: [&str; 3] = ["p95 1 ms", "p95 2 ms", "p95 12 ms"];

/// What people look for.
const QUERIES: [&str; 8] = ["hearing", "nunez", "r-01", "letter doctor", "asylum", "perez court", "i-589", "boston"];

fn view(app: &mut App, act: ViewAct) {
    app.settle(Fact::View(act));
}

fn filtering(cases: usize) -> App {
    let mut app = caseload::app(cases);
    view(&mut app, ViewAct::StartFilter);
    read(&mut app);
    app
}

/// What the loop does while nothing is typed.
fn read(app: &mut App) {
    while app.is_reading() {
        app.settle(Fact::GoOn);
    }
}

/// Types a character and draws the frame.
fn press(app: &mut App, screen: &mut Terminal<TestBackend>, key: char) -> f64 {
    let chrome = Chrome::default();
    timed(|| {
        view(app, ViewAct::Edit(InputRequest::InsertChar(key)));
        screen.draw(|frame| draw(frame, app, &chrome)).unwrap();
    })
}

/// Every key of every query in the queue, settled and drawn; the first one, which reads the rows, is measured apart.
fn filter_key() -> Vec<Row> {
    let rows = SIZES.into_iter().zip(BUDGETS).map(|(cases, budget)| {
        let (mut app, mut screen) = (filtering(cases), Terminal::new(TestBackend::new(120, 40)).unwrap());
        press(&mut app, &mut screen, 'a');
        let mut keys =
            QUERIES.into_iter().cycle().flat_map(|query| std::iter::once(None).chain(query.chars().map(Some)));
        let ours = alone(400, || {
            loop {
                match keys.next().flatten() {
                    Some(key) => return press(&mut app, &mut screen, key),
                    None => view(&mut app, ViewAct::Edit(InputRequest::DeleteLine)),
                }
            }
        });
        Row { what: format!("in {cases} cases"), ours, theirs: None, budget }
    });
    rows.collect()
}

/// The first key of a filter since the caseload changed: every row is read and folded.
fn first_key() -> Vec<Row> {
    let rows = SIZES.into_iter().map(|cases| {
        let (mut app, mut screen) = (filtering(cases), Terminal::new(TestBackend::new(120, 40)).unwrap());
        let ours = alone(15, || {
            view(&mut app, ViewAct::Edit(InputRequest::DeleteLine));
            app.settle(Fact::Moment(caseload::env()));
            press(&mut app, &mut screen, 'h')
        });
        Row { what: format!("in {cases} cases"), ours, theirs: None, budget: "no stall above 16 ms" }
    });
    rows.collect()
}

/// The search alone; beside it, the fine matcher over every row.
fn search() -> Vec<Row> {
    let rows = SIZES.into_iter().map(|cases| {
        let app = caseload::app(cases);
        let pane = panes::pane(PaneId::Deadlines);
        let mut index = panes::index(pane, &app.ctx());
        let folded: Vec<String> =
            (pane.order)(&app.ctx()).into_iter().map(|id| fold(&pane.text(&app.ctx(), id))).collect();
        let queries = || QUERIES.into_iter().cycle();
        let (mut mine, mut other) = (queries(), queries());
        let ours = || timed(|| mine.next().map(|query| index.find(query)));
        let theirs = || timed(|| other.next().map(|query| skim(&folded, query)));
        let (ours, theirs) = by_turns(40, ours, theirs);
        Row { what: format!("in {} rows", index.len()), ours, theirs: Some(("skim over all rows", theirs)), budget: "" }
    });
    rows.collect()
}

fn skim(rows: &[String], query: &str) -> Vec<(i64, usize)> {
    let matcher = SkimMatcherV2::default();
    let scores = rows.iter().enumerate().filter_map(|(at, row)| Some((matcher.fuzzy_match(row, query)?, at)));
    let mut found: Vec<(i64, usize)> = scores.collect();
    found.sort_unstable();
    found
}
