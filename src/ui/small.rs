//! A screen too small to work on says so, and how large it has to be.

use super::painter::{Painter, wrap};
use crate::app::App;
use crate::app::layout::MIN;
use ratatui::style::Style;

/// Draws the polite line; the banner of a demo stays.
pub fn draw(p: &mut Painter<'_>, app: &App) {
    let screen = p.screen();
    let mut y = screen.y;
    if app.clinic.demo {
        p.put(screen.x, y, screen.width, &app.locale.t("head-demo"), p.theme.banner());
        y += 1;
    }
    if app.test_kdf && !app.clinic.demo {
        p.put(screen.x, y, screen.width, &app.locale.t("head-test-key-short"), p.theme.banner());
        y += 1;
    }
    if app.only_reads {
        p.put(screen.x, y, screen.width, &app.locale.t("head-only-reads"), p.theme.banner());
        y += 1;
    }
    let text = app.locale.tn(
        "screen-too-small",
        &[
            ("width", MIN.0.into()),
            ("height", MIN.1.into()),
            ("now-width", screen.width.into()),
            ("now-height", screen.height.into()),
        ],
    );
    for line in wrap(&text, screen.width) {
        p.put(screen.x, y, screen.width, &line, Style::new());
        y = y.saturating_add(1);
    }
}
