//! The last line: the keys that matter here, from the live keymap; above it, how a begun sequence can go on.

use super::chrome::{Hint, Pending};
use super::painter::{Labels, Painter, width};
use crate::app::App;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How many of the last hints stay where not all fit: the ways out of not knowing what to do.
const KEPT: usize = 2;

/// Draws the hints, as many whole ones as fit: the last ones stay, then the first first.
pub fn draw(p: &mut Painter<'_>, area: Rect, hints: &[Hint]) {
    let right = area.right().saturating_sub(1);
    let mut x = area.x + 1;
    for hint in fitting(hints, right.saturating_sub(x)) {
        x += p.put(x, area.y, right - x, &hint.keys, p.theme.strong()) + 1;
        x += p.put(x, area.y, right.saturating_sub(x), &hint.label, p.theme.quiet()) + 2;
    }
}

/// The hints that fit into `room` cells with two between them, in their order.
fn fitting(hints: &[Hint], room: u16) -> Vec<&Hint> {
    // Behind the last one nothing has to be free.
    let mut left = room + 2;
    let mut fits = |hint: &&Hint| {
        let wide = width(&hint.keys) + width(&hint.label) + 3;
        left.checked_sub(wide).map(|rest| left = rest).is_some()
    };
    let (first, last) = hints.split_at(hints.len().saturating_sub(KEPT));
    let mut kept: Vec<&Hint> = last.iter().rev().take_while(&mut fits).collect();
    kept.reverse();
    first.iter().take_while(&mut fits).chain(kept).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_hints_stay_where_not_all_fit() {
        let hints: Vec<Hint> = ["one", "two", "three", "find", "help"]
            .map(|label| Hint { keys: "k".to_owned(), label: label.to_owned() })
            .into();
        let shown = |room| fitting(&hints, room).into_iter().map(|hint| hint.label.as_str()).collect::<Vec<_>>();
        assert_eq!(shown(80), ["one", "two", "three", "find", "help"]);
        assert_eq!(shown(28), ["one", "two", "find", "help"]);
        assert_eq!(shown(14), ["find", "help"]);
        assert_eq!(shown(6), ["help"]);
        assert_eq!(shown(4), Vec::<&str>::new());
    }
}
