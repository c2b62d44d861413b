//! The screens before a vault is open: unlock it, or make a new one. No letter of a passphrase reaches the screen.

use super::chrome::Hint;
use super::hints;
use super::painter::{Labels, Painter, centred, width, wrap};
use super::theme::Theme;
use crate::app::layout::too_small;
use crate::locale::Locale;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Why the passphrase is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A vault that is there.
    Unlock,
    /// A vault to be made: the passphrase twice.
    Create,
}

/// A screen that asks for a passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    pub purpose: Purpose,
    /// Where the vault is.
    pub place: String,
    /// How many characters were typed into each field; one field to unlock, two to create.
    pub typed: Vec<usize>,
    /// The field that is being typed.
    pub focus: usize,
    /// What went wrong, in the person's language.
    pub error: Option<String>,
    /// The key is being derived; typing waits.
    pub busy: bool,
    /// How far a longer opening is: changes done, and all there are.
    pub progress: Option<(u64, u64)>,
    /// The vault's key derivation is the cheap one, fit for tests only.
    pub test_kdf: bool,
    /// The vault is an invented one.
    pub demo: bool,
    /// The passphrase of a vault that is thrown away; no secret.
    pub told: Option<String>,
    /// The keys that matter here.
    pub hints: Vec<Hint>,
}

/// A screen on which nothing of a vault stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// How to get on.
    pub words: String,
    /// The vault is an invented one.
    pub demo: bool,
    /// The vault's key derivation is the cheap one, fit for tests only.
    pub test_kdf: bool,
}

/// Draws a screen on which nothing of a vault stands.
pub fn blank(frame: &mut Frame<'_>, blank: &Blank, theme: Theme, locale: &Locale) {
    let area = frame.area();
    let mut p = Painter::new(frame.buffer_mut(), theme);
    banner(&mut p, area, (blank.demo, blank.test_kdf), locale);
    let lines = wrap(&blank.words, WIDEST.min(area.width));
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let width = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    let middle = centred(area, width, height);
    for (y, line) in (middle.top()..middle.bottom()).zip(&lines) {
        p.put(middle.x, y, middle.width, line, p.theme.quiet());
    }
}

/// The widest it gets.
const WIDEST: u16 = 72;

/// Draws the screen.
pub fn draw(frame: &mut Frame<'_>, locked: &Locked, theme: Theme, locale: &Locale) {
    let area = frame.area();
    let mut p = Painter::new(frame.buffer_mut(), theme);
    paint(&mut p, area, locked, locale);
    if let Some(at) = p.cursor() {
        frame.set_cursor_position(at);
    }
}

fn paint(p: &mut Painter<'_>, area: Rect, locked: &Locked, locale: &Locale) {
    banner(p, area, (locked.demo, locked.test_kdf), locale);
    let (title, explanation) = match locked.purpose {
        Purpose::Unlock => ("locked-title", "locked-explanation"),
        Purpose::Create => ("create-title", "create-explanation"),
    };
    let wide = WIDEST.min(area.width);
    let mut explained =
        wrap(&locale.tn(explanation, &[("place", locked.place.as_str().into())]), wide.saturating_sub(6));
    if let Some(told) = &locked.told {
        let told = locale.tn("locked-demo", &[("passphrase", told.as_str().into())]);
        explained.extend(wrap(&told, wide.saturating_sub(6)));
    }
    let fields = u16::try_from(locked.typed.len()).unwrap_or(2);
    let high = u16::try_from(explained.len()).unwrap_or(u16::MAX).saturating_add(fields * 2 + 6);
    hints::draw(p, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }, &locked.hints);
    let body = Rect { y: area.y + u16::from(area.height > 1), height: area.height.saturating_sub(2), ..area };
    let body = if too_small(area.width, area.height) { body } else { centred(body, wide, high) };
    let inner = p.panel(body, Labels { title: &locale.t(title), ..Labels::default() }, true);
    let (x, room) = (inner.x + 2.min(inner.width), inner.width.saturating_sub(4));
    let mut y = inner.y + u16::from(inner.height > 6);
    // On a low screen the explanation gives way to the fields.
    let spare = inner.height.saturating_sub(fields * 2 + 3);
    for line in explained.iter().take(usize::from(spare)) {
        p.put(x, y, room, line, Style::new());
        y += 1;
    }
    y += u16::from(spare > 0);
    for (at, typed) in locked.typed.iter().enumerate() {
        field(p, (x, y), room, locale, (at, *typed), locked);
        y += 2;
    }
    let below = Rect { x, y, width: room, height: inner.bottom().saturating_sub(y) };
    message(p, below, locked, locale);
}

/// The program's name, and whether the vault is an invented one or has the cheap key.
fn banner(p: &mut Painter<'_>, area: Rect, (demo, test_kdf): (bool, bool), locale: &Locale) {
    let x = area.x + 1;
    let used = p.put(x, area.y, area.width.saturating_sub(1), "RUMBO", p.theme.strong());
    let demo = demo.then(|| locale.t("head-demo"));
    let test = test_kdf.then(|| locale.t("head-test-key"));
    let banner: Vec<String> = demo.into_iter().chain(test).collect();
    if !banner.is_empty() {
        let banner = format!(" {} ", banner.join(" · "));
        p.put(x + used + 2, area.y, area.width.saturating_sub(used + 3), &banner, p.theme.banner());
    }
}

fn field(
    p: &mut Painter<'_>,
    (x, y): (u16, u16),
    room: u16,
    locale: &Locale,
    (at, typed): (usize, usize),
    locked: &Locked,
) {
    let focused = at == locked.focus && !locked.busy;
    let label = locale.t(if at == 0 { "locked-passphrase" } else { "locked-again" });
    let style = if focused { p.theme.strong() } else { Style::new() };
    let used = p.put(x, y, room, &label, style) + 2;
    let space = room.saturating_sub(used);
    // A long passphrase stops growing on the screen: its length is nobody's business either.
    let shown = u16::try_from(typed).unwrap_or(u16::MAX).min(space.saturating_sub(1)).min(24);
    p.fill(Rect::new(x + used, y, space.min(25), 1), p.theme.typing());
    p.put(x + used, y, shown, &"*".repeat(usize::from(shown)), p.theme.typing());
    if focused {
        p.park(x + used + shown, y);
    }
}

fn message(p: &mut Painter<'_>, area: Rect, locked: &Locked, locale: &Locale) {
    if let Some((done, all)) = locked.progress.filter(|_| locked.busy) {
        return bar(p, area, locale, (done, all));
    }
    let (text, style) = match &locked.error {
        _ if locked.busy => (locale.t("locked-busy"), p.theme.strong()),
        Some(error) => (format!("! {error}"), p.theme.error()),
        None => return,
    };
    for (y, line) in (area.top()..area.bottom()).zip(wrap(&text, area.width)) {
        p.put(area.x, y, area.width, &line, style);
    }
}

/// How far it is, as a bar and in numbers.
fn bar(p: &mut Painter<'_>, area: Rect, locale: &Locale, (done, all): (u64, u64)) {
    let room = u64::from(area.width.min(40));
    let full = u16::try_from(room * done.min(all) / all.max(1)).unwrap_or(area.width);
    if area.height > 1 {
        p.fill(Rect { height: 1, width: area.width.min(40), ..area }, p.theme.typing());
        p.put(area.x, area.y, area.width, &"█".repeat(usize::from(full)), p.theme.strong());
    }
    let numbers = [
        ("done", i64::try_from(done).unwrap_or(i64::MAX).into()),
        ("all", i64::try_from(all).unwrap_or(i64::MAX).into()),
    ];
    let y = area.y + u16::from(area.height > 1);
    p.put(area.x, y, area.width, &locale.tn("locked-rebuilding", &numbers), p.theme.strong());
}
