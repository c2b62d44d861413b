//! Pages to read and scroll: the keys, the reasoning behind a place in the queue, one record in full.

use super::chrome::{Chrome, HelpRow};
use super::head;
use super::painter::{Labels, Painter, centred, width, wrap};
use crate::app::App;
use crate::app::layout::Area;
use crate::app::timeline::TimelineView;
use crate::app::view::Page;
use crate::core::id::RecordId;
use crate::panes::page::Line;
use crate::panes::{Cell, Tone, details, forecast, timeline, why};
use ratatui::layout::Rect;

/// The widest it gets.
const WIDEST: u16 = 100;

/// The widest column of labels.
const LABEL: u16 = 24;

/// A page broken into lines of the screen, with the width of its labels.
struct Broken {
    lines: Vec<Line>,
    label: u16,
}

/// Draws a page over `body`, scrolled down by so many lines.
pub fn draw(p: &mut Painter<'_>, body: Rect, app: &App, chrome: &Chrome, (page, scroll): (Page, usize)) {
    let Broken { lines, label } = broken(app, chrome, page, body.width);
    let area = area(body, lines.len());
    p.clear(area);
    let shown = usize::from(area.height.saturating_sub(2));
    let scroll = scroll.min(lines.len().saturating_sub(shown));
    let foot = match lines.len().saturating_sub(scroll + shown) {
        0 => String::new(),
        below => app.locale.tn("page-below", &[("count", below.into())]),
    };
    let inner = p.panel(area, Labels { title: &title(app, page), note: "", foot: &foot }, true);
    let (x, room) = (inner.x + 1, inner.width.saturating_sub(2));
    for (y, line) in (inner.top()..inner.bottom()).zip(lines.iter().skip(scroll)) {
        match line {
            Line::Heading(text) => {
                p.put(x, y, room, text, p.theme.strong());
            }
            Line::Text(cell) => {
                p.put(x, y, room, &cell.text, p.theme.tone(cell.tone));
            }
            Line::Pair(name, cell) => {
                p.put(x, y, label, name, p.theme.quiet());
                p.put(x + label + 2, y, room.saturating_sub(label + 2), &cell.text, p.theme.tone(cell.tone));
            }
        }
    }
    p.park(inner.x, inner.y);
}

/// How far a page can be scrolled on this screen.
pub fn end(app: &App, chrome: &Chrome, page: Page) -> usize {
    let Area { x, y, w, h } = app.view.areas().body;
    let lines = broken(app, chrome, page, w).lines.len();
    let shown = area(Rect::new(x, y, w, h), lines).height.saturating_sub(2);
    lines.saturating_sub(usize::from(shown))
}

fn area(body: Rect, lines: usize) -> Rect {
    centred(body, WIDEST, u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2))
}

fn title(app: &App, page: Page) -> String {
    app.locale.t(match page {
        Page::Help => "page-help",
        Page::Why(_) => "page-why",
        Page::Details(_) => "page-details",
        Page::Forecast => "page-forecast",
    })
}

/// What a page says; a record that went away while it was read leaves an empty one.
fn lines(app: &App, chrome: &Chrome, page: Page) -> Vec<Line> {
    match page {
        Page::Help => help(app, &chrome.help),
        Page::Forecast => forecast::lines(&app.ctx(), app.forecast(), app.helps()),
        Page::Why(id) => why::lines(&app.ctx(), id).unwrap_or_default(),
        Page::Details(id) => {
            let event = app.view.timeline.as_ref().and_then(TimelineView::selected);
            let whole = event.filter(|event| id == RecordId::Case(event.case));
            let mut lines = whole.map(|event| timeline::whole(&app.ctx(), event)).unwrap_or_default();
            lines.extend(details::lines(&app.ctx(), id).unwrap_or_default());
            lines
        }
    }
}

fn broken(app: &App, chrome: &Chrome, page: Page, wide: u16) -> Broken {
    let lines = lines(app, chrome, page);
    let room = WIDEST.min(wide).saturating_sub(4);
    let labels = lines.iter().map(|line| if let Line::Pair(name, _) = line { width(name) } else { 0 });
    let label = labels.max().unwrap_or(0).min(LABEL).min(room / 3);
    let mut out = Vec::new();
    for line in lines {
        if matches!(line, Line::Heading(_)) && !out.is_empty() {
            out.push(Line::Heading(String::new()));
        }
        out.extend(wrapped(line, room, label));
    }
    Broken { lines: out, label }
}

/// A piece of a page as pieces of one line each.
fn wrapped(line: Line, room: u16, label: u16) -> Vec<Line> {
    match line {
        Line::Heading(text) => wrap(&text, room).into_iter().map(Line::Heading).collect(),
        Line::Text(cell) => {
            wrap(&cell.text, room).into_iter().map(|text| Line::Text(Cell::new(text, cell.tone))).collect()
        }
        Line::Pair(name, cell) => {
            let names = std::iter::once(name).chain(std::iter::repeat(String::new()));
            let texts = wrap(&cell.text, room.saturating_sub(label + 2));
            names.zip(texts).map(|(name, text)| Line::Pair(name, Cell::new(text, cell.tone))).collect()
        }
    }
}

/// The bindings under the contexts they hold in, with what a key did before another layer took it; then what the counts of
/// the first line are.
fn help(app: &App, rows: &[HelpRow]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut context = None;
    for row in rows {
        if context != Some(&row.context) {
            lines.push(Line::Heading(row.context.clone()));
            context = Some(&row.context);
        }
        let text = match &row.replaced {
            Some(before) => {
                app.locale.tn("page-help-replaced", &[("label", (&row.label).into()), ("before", before.into())])
            }
            None => row.label.clone(),
        };
        lines.push(Line::Pair(row.keys.clone(), Cell::new(text, Tone::Plain)));
    }
    lines.extend(head::legend(&app.locale));
    lines
}
