//! An A-number for a while, above everything else.

use super::painter::{Labels, Painter, centred, wrap};
use crate::app::App;
use crate::app::msg::Number;
use crate::core::id::CaseId;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The widest it gets.
const WIDEST: u16 = 56;

/// Draws it over `body`.
pub fn draw(p: &mut Painter<'_>, body: Rect, app: &App, case: CaseId, number: &Number) {
    let wide = WIDEST.min(body.width);
    let room = wide.saturating_sub(6);
    let hint = wrap(&app.locale.t("number-seen"), room);
    let height = u16::try_from(hint.len()).unwrap_or(u16::MAX).saturating_add(6);
    let area = centred(body, wide, height);
    p.clear(area);
    let code = app.world.case(case).map_or("", |case| case.code.as_str());
    let title = app.locale.tn("number-title", &[("case", code.into())]);
    let inner = p.panel(area, Labels { title: &title, ..Labels::default() }, true);
    let (x, room) = (inner.x + 2, inner.width.saturating_sub(4));
    p.put(x, inner.y + 1, room, &spaced(&number.0), p.theme.strong());
    for (y, line) in (inner.y + 3..inner.bottom()).zip(&hint) {
        p.put(x, y, room, line, Style::new());
    }
}

/// As it is read out: the letter, then threes from the right.
fn spaced(number: &str) -> String {
    let digits = number.trim_start_matches('A');
    let mut out = String::from("A");
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}
