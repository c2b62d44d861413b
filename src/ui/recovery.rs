//! The recovery key of a vault that is about to be made: shown once, then typed back from paper.

use super::chrome::Hint;
use super::hints;
use super::painter::{Labels, Painter, centred, wrap};
use super::theme::Theme;
use super::typed;
use crate::app::layout::too_small;
use crate::locale::Locale;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use tui_input::Input;

/// What stands on the screen.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// The key, to be written down.
    Show(&'a str),
    /// What was typed of it so far, in plain sight: a slip has to be found.
    TypeBack(&'a Input),
}

/// A screen with a recovery key.
#[derive(Debug)]
pub struct Recovery<'a> {
    pub step: Step<'a>,
    /// What went wrong, in the person's language.
    pub error: Option<&'a str>,
    /// The keys that matter here.
    pub hints: Vec<Hint>,
}

/// The widest it gets.
const WIDEST: u16 = 72;
/// Letters of the key on one line: half of it.
const HALF: usize = 24;

/// Draws the screen.
pub fn draw(frame: &mut Frame<'_>, recovery: &Recovery<'_>, theme: Theme, locale: &Locale) {
    let area = frame.area();
    let mut p = Painter::new(frame.buffer_mut(), theme);
    paint(&mut p, area, recovery, locale);
    if let Some(at) = p.cursor() {
        frame.set_cursor_position(at);
    }
}

fn paint(p: &mut Painter<'_>, area: Rect, recovery: &Recovery<'_>, locale: &Locale) {
    p.put(area.x + 1, area.y, area.width.saturating_sub(1), "RUMBO", p.theme.strong());
    hints::draw(p, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }, &recovery.hints);
    let wide = WIDEST.min(area.width);
    let text = locale.t(match recovery.step {
        Step::Show(_) => "recovery-explained",
        Step::TypeBack(_) => "recovery-from-paper",
    });
    let explained = wrap(&text, wide.saturating_sub(6));
    let high = u16::try_from(explained.len()).unwrap_or(u16::MAX).saturating_add(9);
    let body = Rect { y: area.y + u16::from(area.height > 1), height: area.height.saturating_sub(2), ..area };
    let body = if too_small(area.width, area.height) { body } else { centred(body, wide, high) };
    let inner = p.panel(body, Labels { title: &locale.t("recovery-title"), ..Labels::default() }, true);
    let (x, room) = (inner.x + 2.min(inner.width), inner.width.saturating_sub(4));
    let mut y = inner.y + u16::from(inner.height > 8);
    // On a low screen the explanation gives way to the key.
    for line in explained.iter().take(usize::from(inner.height.saturating_sub(5))) {
        p.put(x, y, room, line, Style::new());
        y += 1;
    }
    y += u16::from(inner.height > 6);
    let row = |y: u16| y < inner.bottom();
    match recovery.step {
        Step::Show(key) => {
            let (first, second) = key.split_at_checked(HALF).unwrap_or((key, ""));
            for line in [first, second].into_iter().filter(|_| inner.height > 1) {
                if row(y) {
                    p.put(x, y, room, line, p.theme.strong());
                }
                y += 1;
            }
            if row(y + 1) {
                p.put(x, y + 1, room, &locale.t("recovery-go-on"), Style::new());
            }
        }
        Step::TypeBack(input) if row(y) => {
            p.fill(Rect::new(x, y, room, 1), p.theme.typing());
            typed::draw(p, (x, y), room, input, p.theme.typing());
            let below = Rect { x, y: y + 2, width: room, height: inner.bottom().saturating_sub(y + 2) };
            let error = recovery.error.map(|error| wrap(&format!("! {error}"), room)).unwrap_or_default();
            for (y, line) in (below.top()..below.bottom()).zip(&error) {
                p.put(x, y, room, line, p.theme.error());
            }
        }
        Step::TypeBack(_) => {}
    }
}
