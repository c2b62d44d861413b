//! The one widget for every list: frame with title, filter and count, headings, and the rows that are on the screen.

use super::grid::{Grid, Look};
use super::painter::{Labels, Painter};
use crate::app::App;
use crate::app::list::PaneView;
use crate::panes::{Pane, PaneId, deadlines, pane};
use ratatui::layout::Rect;

/// Draws one list. Only its rows on the screen are formatted. `first` is the key that opens the first case.
pub fn draw(p: &mut Painter<'_>, app: &App, id: PaneId, first: &str) {
    let area = p.rect(app.view.areas().pane(id));
    let (of, view) = (pane(id), app.view.pane(id));
    let focused = app.view.focus == id;
    let page = app.view.areas().pane(id).rows();
    let (title, note, foot) = (title(app, of, view), note(app, view), foot(app, view, page));
    // What lies on top has the heavy frame; two would not tell where the keys go.
    let framed = focused && app.view.overlays.is_empty();
    let inner = p.panel(area, Labels { title: &title, note: &note, foot: &foot }, framed);
    if inner.is_empty() {
        return;
    }
    let grid = Grid::new((of.columns, of.bar), inner.width, view.filter.value());
    grid.headings(p, &app.locale, inner);
    for (y, at) in (inner.y + 1..inner.bottom()).zip(view.lines()) {
        let Some(at) = at else {
            let text = deadlines::today_line(&app.ctx(), usize::from(inner.width));
            p.put(inner.x, y, inner.width, &text, p.theme.strong());
            continue;
        };
        let Some(id) = view.rows.get(at) else { continue };
        if let Some(cells) = (of.row)(&app.ctx(), *id) {
            let look = Look { selected: focused && at == view.cursor, marked: view.marks.contains(id) };
            grid.row(p, Rect { y, height: 1, ..inner }, &cells, look);
        }
    }
    if view.rows.is_empty() {
        let text = nothing(app, id, first);
        p.put(inner.x + 2, inner.y + 1, inner.width.saturating_sub(2), &text, p.theme.quiet());
    }
}

/// What stands where there are no rows.
fn nothing(app: &App, id: PaneId, first: &str) -> String {
    if !app.view.pane(id).filter.value().trim().is_empty() {
        return app.locale.t("list-no-match");
    }
    if id == PaneId::Partners || first.is_empty() || app.world.cases().next().is_some() {
        return app.locale.t("list-empty");
    }
    app.locale.tn("list-empty-first", &[("key", first.into())])
}

/// The pane's name, the order where that can be turned, and what narrows it.
fn title(app: &App, pane: &Pane, view: &PaneView) -> String {
    let mut title = app.locale.t(pane.name);
    if pane.id == PaneId::Deadlines && app.view.by_due {
        title = format!("{title} · {}", app.locale.t("pane-by-due"));
    }
    if !view.filter.value().is_empty() {
        title = format!("{title} /{}", view.filter.value());
    }
    title
}

/// How many rows, and how many are marked.
fn note(app: &App, view: &PaneView) -> String {
    let shown = view.rows.len();
    let all = view.all();
    if view.is_narrowed() && !view.unread.is_empty() {
        return app.locale.t("timeline-reading");
    }
    let count = if view.filter.value().is_empty() || all == shown {
        shown.to_string()
    } else {
        app.locale.tn("list-of", &[("shown", shown.into()), ("all", all.into())])
    };
    match view.marks.len() {
        0 => count,
        marked => format!("{} · {count}", app.locale.tn("list-marked", &[("count", marked.into())])),
    }
}

/// How many rows are out of sight below; empty when the end is on the screen.
fn foot(app: &App, view: &PaneView, page: usize) -> String {
    match view.below(page) {
        0 => String::new(),
        below => app.locale.tn("list-below", &[("count", below.into())]),
    }
}
