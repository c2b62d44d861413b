//! A cursor key: from the command to the drawn frame, and what of it goes to the terminal.

use super::caseload::{self, SIZES};
use super::turns::{Compared, Row, by_turns, timed};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Style;
use ratatui::widgets::{Block, List, ListState};
use rumbo::app::list::Step;
use rumbo::app::msg::Fact;
use rumbo::app::view::ViewAct;
use rumbo::ui::{Chrome, draw};

pub const COMPARED: &[Compared] = &[Compared { name: "looking::cursor_key", run: cursor_key }];

/// `j` in the queue, settled and drawn; beside it, the least that a ratatui program can do: one list of plain lines.
fn cursor_key() -> Vec<Row> {
    SIZES
        .into_iter()
        .map(|cases| {
            let mut app = caseload::app(cases);
            let chrome = Chrome::default();
            let mut screen = Terminal::new(TestBackend::new(120, 40)).unwrap();
            let ours = || {
                timed(|| {
                    app.settle(Fact::View(ViewAct::Move(Step::By(1))));
                    screen.draw(|frame| draw(frame, &app, &chrome)).unwrap();
                })
            };
            let lines: Vec<String> =
                (0..cases).map(|at| format!("{at:06}  case {at:06} asylum filing  due 2026-12-01")).collect();
            let (mut at, mut plain) = (0, Terminal::new(TestBackend::new(120, 40)).unwrap());
            let theirs = || {
                at = (at + 1).min(lines.len() - 1);
                timed(|| list(&mut plain, &lines, at))
            };
            let (ours, theirs) = by_turns(1_001, ours, theirs);
            let what = format!("in {cases} cases");
            Row {
                what,
                ours,
                theirs: Some(("a plain list", theirs)),
                budget: "in a terminal: p50 1.3, p95 2 times the probe",
            }
        })
        .collect()
}

/// What the probe draws.
fn list(screen: &mut Terminal<TestBackend>, lines: &[String], at: usize) {
    screen
        .draw(|frame| {
            let height = usize::from(frame.area().height) - 2;
            let top = at.saturating_sub(height - 1);
            let shown = lines.iter().skip(top).take(height).map(String::as_str);
            let mut state = ListState::default();
            state.select(Some(at - top));
            let list =
                List::new(shown).block(Block::bordered().title("READY")).highlight_style(Style::new().reversed());
            frame.render_stateful_widget(list, frame.area(), &mut state);
        })
        .unwrap();
}
