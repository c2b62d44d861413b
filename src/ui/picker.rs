//! The picker: a line to type in, the best matches below it, the letters that matched shown.

use super::painter::{Labels, Painter, centred, width, wrap};
use super::{grid, typed};
use crate::app::App;
use crate::app::picker::{Item, Picker, PickerKind};
use crate::panes::Tone;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The widest it gets; beyond that the eye loses the line.
const WIDEST: u16 = 110;

/// Draws the picker over `body`.
pub fn draw(p: &mut Painter<'_>, body: Rect, app: &App, picker: &Picker) {
    let area = centred(body, WIDEST.min(body.width.saturating_sub(2)).max(body.width.min(40)), body.height);
    p.clear(area);
    let title = app.locale.t(match picker.kind {
        PickerKind::Find => "picker-find",
        PickerKind::Palette => "picker-palette",
        PickerKind::Offers => "picker-offers",
        PickerKind::Playbook => "picker-playbook",
        PickerKind::BlindSpots => "picker-blind-spots",
    });
    let counts = [("shown", picker.hits.len().into()), ("all", picker.items.len().into())];
    let note = app.locale.tn("list-of", &counts);
    let inner = p.panel(area, Labels { title: &title, note: &note, foot: "" }, true);
    if inner.height < 2 {
        return;
    }
    let inner = whole(p, inner, picker);
    let page = usize::from(inner.height - 1);
    // It moves by half pages, as lists do.
    let half = (page / 2).max(1);
    let offset = ((picker.cursor / half).saturating_sub(1) * half).min(picker.hits.len().saturating_sub(page));
    let hits = picker.hits.iter().enumerate().skip(offset).take(page);
    for (y, (at, hit)) in (inner.y + 1..inner.bottom()).zip(hits) {
        if let Some(item) = picker.items.get(*hit) {
            row(p, Rect { y, height: 1, ..inner }, item, picker.query(), at == picker.cursor);
        }
    }
    if picker.hits.is_empty() {
        p.put(inner.x + 2, inner.y + 1, inner.width.saturating_sub(3), &app.locale.t("list-no-match"), p.theme.quiet());
    }
    p.put(inner.x, inner.y, 1, "/", p.theme.strong());
    typed::draw(p, (inner.x + 2, inner.y), inner.width.saturating_sub(3), &picker.input, Style::new());
}

/// How many lines the whole of a row takes at most.
const WHOLE: u16 = 3;

/// Writes the whole of the row under the cursor at the foot, where any row may be too long for its line; a cut date or
/// instruction is none. Returns what is left above.
fn whole(p: &mut Painter<'_>, inner: Rect, picker: &Picker) -> Rect {
    // What is found is known by its first words, and there may be thousands.
    if picker.kind == PickerKind::Find {
        return inner;
    }
    let room = inner.width.saturating_sub(2);
    let long = picker.items.iter().filter(|item| width(&item.text) > text_room(inner, item).1);
    let lines = long.map(|item| wrap(&item.text, room).len()).max().unwrap_or(0);
    let lines = u16::try_from(lines).unwrap_or(WHOLE).min(WHOLE).min(inner.height.saturating_sub(4));
    if lines == 0 {
        return inner;
    }
    let foot = inner.bottom() - lines;
    p.rule(inner.x, foot - 1, inner.width, p.theme.quiet());
    let text = picker.selected().map_or("", |item| item.text.as_str());
    for (y, line) in (foot..inner.bottom()).zip(wrap(text, room)) {
        p.put(inner.x + 1, y, room, &line, Style::new());
    }
    Rect { height: inner.height - lines - 1, ..inner }
}

/// The cells for what stands beside a row, and for the row itself.
fn text_room(area: Rect, item: &Item) -> (u16, u16) {
    let beside = width(&item.beside).min(area.width / 2);
    let room = area.width.saturating_sub(3).saturating_sub(if beside > 0 { beside + 2 } else { 0 });
    (beside, room)
}

fn row(p: &mut Painter<'_>, area: Rect, item: &Item, query: &str, selected: bool) {
    let theme = p.theme;
    let look = |tone| if selected { theme.selected(tone) } else { theme.tone(tone) };
    let (plain, quiet) = (look(Tone::Plain), look(Tone::Quiet));
    if selected {
        p.fill(area, plain);
        p.put(area.x, area.y, 1, ">", look(Tone::Strong));
    }
    let right = area.right().saturating_sub(1);
    let (beside, room) = text_room(area, item);
    p.put(area.x + 2, area.y, room, &item.text, plain);
    grid::highlight(p, (area.x + 2, area.y), room, &item.text, query);
    p.put_right(right.saturating_sub(beside), right, area.y, &item.beside, quiet);
}
