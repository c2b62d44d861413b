//! What is missing: somebody to call for an escalated matter, a next action for an open case.

use crate::app::App;
use crate::core::urgency::Call;
use crate::panes::page::Line;
use crate::panes::{Cell, Tone};

/// The gaps, each under its heading with its count.
pub fn lines(app: &App) -> Vec<Line> {
    let nobody = nobody_to_call(app);
    let next = no_next_action(app);
    let mut lines = vec![Line::Heading(app.locale.tn("gaps-nobody", &[("count", nobody.len().into())]))];
    lines.extend(nobody);
    lines.push(Line::Heading(app.locale.tn("gaps-no-next", &[("count", next.len().into())])));
    lines.extend(next);
    lines
}

fn nobody_to_call(app: &App) -> Vec<Line> {
    let rows = app.ranking.rows.iter().filter(|row| row.call == Some(Call::Nobody));
    rows.filter_map(|row| {
        let (deadline, case) = (app.world.deadline(row.id)?, app.world.case(row.case)?);
        let day = app.locale.day(deadline.due.date(), app.moment.today);
        Some(pair(&case.code, format!("{day}  {}", deadline.title)))
    })
    .collect()
}

/// In the order of the caseload, the most urgent first.
fn no_next_action(app: &App) -> Vec<Line> {
    let mut cases: Vec<_> = app.world.cases().filter(|case| case.is_open() && case.next_action.is_none()).collect();
    cases.sort_by_cached_key(|case| {
        let places = app.world.deadlines_of(case.id).filter_map(|deadline| app.ranking.place(deadline.id));
        (places.min().unwrap_or(usize::MAX), case.code.clone())
    });
    cases
        .into_iter()
        .map(|case| {
            let need = case.needs.first().map_or("", |need| app.locale.need(*need));
            let hidden = app.view.blur || case.name.is_empty();
            let text = if hidden { need.to_owned() } else { format!("{} · {need}", case.name) };
            pair(&case.code, text)
        })
        .collect()
}

fn pair(code: &str, text: String) -> Line {
    Line::Pair(code.to_owned(), Cell::new(text, Tone::Plain))
}
