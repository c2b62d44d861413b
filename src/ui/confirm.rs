//! A question with a safe default: nothing happens unless the person says yes.

use super::chrome::Hint;
use super::painter::{Labels, Painter, centred, wrap};
use crate::app::App;
use crate::app::view::Confirm;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The widest it gets.
const WIDEST: u16 = 68;

/// Draws the question over `body`, with the keys that answer it.
pub fn draw(p: &mut Painter<'_>, body: Rect, app: &App, confirm: &Confirm, keys: &[Hint]) {
    let wide = WIDEST.min(body.width);
    let wrapped = |text: &str, style: Style| {
        wrap(text, wide.saturating_sub(6)).into_iter().map(move |line| (line, style)).collect::<Vec<_>>()
    };
    let mut lines = wrapped(&confirm.question.text(&app.locale), p.theme.strong());
    let default = wrapped(&app.locale.t("confirm-default"), Style::new());
    // Two of border and padding above and below, the keys, and the lines between.
    let low = lines.len() + default.len() + 6 > usize::from(body.height);
    lines.extend((!low).then(|| (String::new(), Style::new())));
    lines.extend(default);
    let around = if low { 3 } else { 5 };
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(around);
    let area = centred(body, wide, height);
    p.clear(area);
    let inner = p.panel(area, Labels { title: &app.locale.t("confirm-title"), ..Labels::default() }, true);
    let (x, room) = (inner.x + 2, inner.width.saturating_sub(4));
    let last = inner.bottom().saturating_sub(1);
    // On a low screen every line is needed for the question.
    let first = inner.y + u16::from(!low);
    for (y, (line, style)) in (first..last).zip(&lines) {
        p.put(x, y, room, line, *style);
    }
    let mut at = x;
    for hint in keys {
        let left = (x + room).saturating_sub(at);
        let pieces = [(hint.keys.as_str(), p.theme.strong()), (" ", Style::new()), (hint.label.as_str(), Style::new())];
        at += p.put_all(at, last, left, &pieces) + 3;
    }
    p.park(x, last);
}
