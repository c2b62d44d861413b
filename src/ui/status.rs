//! The line above the hints: the filter being typed, else names that are seen for a moment, else what happened last, else
//! more about the selected row. What happened last takes as many lines as it needs: an instruction is never cut.

use super::grid::Grid;
use super::painter::Painter;
use super::typed;
use crate::app::App;
use crate::app::view::NoticeKind;
use crate::core::id::RecordId;
use crate::panes::{PaneId, caseload, deadlines, pane};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the status line.
pub fn draw(p: &mut Painter<'_>, area: Rect, app: &App) {
    let (left, mut right) = (area.x + 1, area.right().saturating_sub(1));
    if app.view.saving {
        right = right
            .saturating_sub(p.put_right(left, right, area.y, &app.locale.t("status-saving"), p.theme.strong()) + 2);
    }
    let room = right.saturating_sub(left);
    if app.view.context() == "filter" {
        return filter(p, (left, area.y), room, app);
    }
    if let Some(names) = app.view.peeked.and_then(|case| caseload::peeked(&app.ctx(), case)) {
        p.put(left, area.y, room, &names, p.theme.strong());
    } else if let Some(notice) = &app.view.notice {
        let style = match notice.kind {
            NoticeKind::Info => Style::new(),
            NoticeKind::Refused => p.theme.strong(),
            NoticeKind::NotSaved => p.theme.error(),
        };
        for (y, line) in (area.top()..area.bottom()).zip(notice.lines(area.width, area.height)) {
            p.put(left, y, room, &line, style);
        }
    } else if let Some(more) = more(app) {
        p.put(left, area.y, room, &more, Style::new());
    }
}

fn filter(p: &mut Painter<'_>, (x, y): (u16, u16), room: u16, app: &App) {
    let used = p.put(x, y, room, &app.locale.t("status-filter"), p.theme.strong()) + 1;
    typed::draw(p, (x + used, y), room.saturating_sub(used), app.view.filter(), Style::new());
}

/// What a narrow row of the queue has no room for: the hour of an appointment, whom to call, and the whole reason. Where
/// the row says it all, its number alone.
fn more(app: &App) -> Option<String> {
    if app.view.timeline.is_some() || app.view.focus != PaneId::Deadlines {
        return None;
    }
    let RecordId::Deadline(id) = app.view.deadlines.selected()? else { return None };
    let row = app.ranking.get(id)?;
    let pane = pane(PaneId::Deadlines);
    let why = (pane.row)(&app.ctx(), RecordId::Deadline(id))?.pop()?.text;
    let width = app.view.areas().deadlines.w.saturating_sub(2);
    let grid = Grid::new((pane.columns, pane.bar), width, "");
    let mut parts = Vec::new();
    if !grid.shows("column-here") {
        parts.extend(deadlines::hour(&app.ctx(), id, grid.shows("column-time")));
    }
    if !grid.ends_with(&why) {
        parts.extend(deadlines::call(&app.ctx(), row).map(|call| app.locale.call(&call)));
        parts.push(deadlines::reason(&app.ctx(), row));
    }
    Some(if parts.is_empty() { id.to_string() } else { format!("{id}  {}", parts.join(" · ")) })
}
