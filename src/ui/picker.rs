//! The picker: a line to type in, the best matches below it, the letters that matched shown.

use super::painter::{Labels, Painter, centred, width};
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

fn row(p: &mut Painter<'_>, area: Rect, item: &Item, query: &str, selected: bool) {
    let theme = p.theme;
    let look = |tone| if selected { theme.selected(tone) } else { theme.tone(tone) };
    let (plain, quiet) = (look(Tone::Plain), look(Tone::Quiet));
    if selected {
        p.fill(area, plain);
        p.put(area.x, area.y, 1, ">", look(Tone::Strong));
    }
    let right = area.right().saturating_sub(1);
    let beside = width(&item.beside).min(area.width / 2);
    let room = right.saturating_sub(area.x + 2).saturating_sub(if beside > 0 { beside + 2 } else { 0 });
    p.put(area.x + 2, area.y, room, &item.text, plain);
    grid::highlight(p, (area.x + 2, area.y), room, &item.text, query);
    p.put_right(right.saturating_sub(beside), right, area.y, &item.beside, quiet);
}
