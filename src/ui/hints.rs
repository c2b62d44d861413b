//! The last line: the keys that matter here, from the live keymap; above it, how a begun sequence can go on.

use super::chrome::{Hint, Pending};
use super::painter::{Labels, Painter, width};
use crate::app::App;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the hints, as many whole ones as fit, the first first.
pub fn draw(p: &mut Painter<'_>, area: Rect, hints: &[Hint]) {
    let right = area.right().saturating_sub(1);
    let mut x = area.x + 1;
    for hint in hints {
        if x + width(&hint.keys) + 1 + width(&hint.label) > right {
            break;
        }
        x += p.put(x, area.y, right - x, &hint.keys, p.theme.strong()) + 1;
        x += p.put(x, area.y, right.saturating_sub(x), &hint.label, p.theme.quiet()) + 2;
    }
}

/// Draws the ways a begun sequence can go on, in columns at the lower edge of `area`.
pub fn pending(p: &mut Painter<'_>, area: Rect, app: &App, pending: &Pending) {
    let keys = pending.next.iter().map(|hint| width(&hint.keys)).max().unwrap_or(0);
    let label = pending.next.iter().map(|hint| width(&hint.label)).max().unwrap_or(0);
    let inside = area.width.saturating_sub(4);
    let column = (keys + 1 + label + 3).min(inside.max(1));
    let columns = (inside / column.max(1)).max(1);
    let count = u16::try_from(pending.next.len()).unwrap_or(u16::MAX);
    let height = (count.div_ceil(columns) + 2).min(area.height);
    let area = Rect::new(area.x, area.bottom().saturating_sub(height), area.width, height);
    p.clear(area);
    let title = app.locale.tn("pending-title", &[("keys", pending.typed.as_str().into())]);
    let inner = p.panel(area, Labels { title: &title, ..Labels::default() }, true);
    for (at, hint) in (0_u16..).zip(&pending.next) {
        let (x, y) = (inner.x + 1 + (at % columns) * column, inner.y + at / columns);
        if y >= inner.bottom() {
            break;
        }
        p.put(x, y, keys, &hint.keys, p.theme.strong());
        p.put(x + keys + 1, y, column.saturating_sub(keys + 3), &hint.label, Style::new());
    }
}
