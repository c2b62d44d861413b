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
    let explained = wrap(&locale.tn(explanation, &[("place", locked.place.as_str().into())]), wide.saturating_sub(6));
    let told = locked.told.as_ref().map(|told| locale.tn("locked-demo", &[("passphrase", told.as_str().into())]));
    let told = told.map(|told| wrap(&told, wide.saturating_sub(6))).unwrap_or_default();
    let said = match said(locked, locale) {
        _ if locked.busy && locked.progress.is_some() => 2,
        said => said.map_or(0, |(text, _)| count(&wrap(&text, wide.saturating_sub(6)))),
    };
    let fields = u16::try_from(locked.typed.len()).unwrap_or(2);
    let high = (count(&explained) + count(&told)).saturating_add(fields * 2 + 4 + said.max(2));
    hints::draw(p, Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }, &locked.hints);
    let body = Rect { y: area.y + u16::from(area.height > 1), height: area.height.saturating_sub(2), ..area };
    let body = if too_small(area.width, area.height) { body } else { centred(body, wide, high) };
    let inner = p.panel(body, Labels { title: &locale.t(title), ..Labels::default() }, true);
    let (x, room) = (inner.x + 2.min(inner.width), inner.width.saturating_sub(4));
    // On a low screen the explanation is a short one, then the empty lines go, then the explanation: what to type and
    // what went wrong stay.
    let bare = |explained: &[String]| count(explained).saturating_add(count(&told) + fields + said);
    let short = locked.purpose == Purpose::Create && bare(&explained) > inner.height;
    let explained = if short { wrap(&locale.t("create-short"), room) } else { explained };
    let gap = u16::from(bare(&explained).saturating_add(fields + 2) <= inner.height);
    let mut y = inner.y + gap;
    let spare = inner.height.saturating_sub(count(&told) + fields * (1 + gap) + said + 2 * gap);
    for line in cut(explained, spare).iter().chain(&told) {
        p.put(x, y, room, line, Style::new());
        y += 1;
    }
    y += gap;
    for (at, typed) in locked.typed.iter().enumerate() {
        field(p, (x, y), room, locale, (at, *typed), locked);
        y += 1 + gap;
    }
    let below = Rect { x, y, width: room, height: inner.bottom().saturating_sub(y) };
    message(p, below, locked, locale);
}

fn count(lines: &[String]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

/// The first lines, with a sign at the end of the last one where there are more.
fn cut(mut lines: Vec<String>, height: u16) -> Vec<String> {
    let more = lines.len() > usize::from(height);
    lines.truncate(usize::from(height));
    if let Some(last) = lines.last_mut().filter(|_| more) {
        last.pop();
        last.push('…');
    }
    lines
}

/// The program's name, and whether the vault is an invented one or has the cheap key.
fn banner(p: &mut Painter<'_>, area: Rect, (demo, test_kdf): (bool, bool), locale: &Locale) {
    let x = area.x + 1;
    let used = p.put(x, area.y, area.width.saturating_sub(1), "RUMBO", p.theme.strong());
    if !demo && !test_kdf {
        return;
    }
    let room = area.width.saturating_sub(used + 3);
    let banner = |test: &str| {
        let (demo, test) = (demo.then(|| locale.t("head-demo")), test_kdf.then(|| locale.t(test)));
        format!(" {} ", demo.into_iter().chain(test).collect::<Vec<_>>().join(" · "))
    };
    let words = ["head-test-key", "head-test-key-short", "head-test-key-letter"].map(banner);
    let fits = words.iter().find(|words| width(words) <= room).or(words.last());
    let banner = fits.map_or("", String::as_str);
    p.put(x + used + 2, area.y, room, banner, p.theme.banner());
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
    let Some((text, failed)) = said(locked, locale) else { return };
    let style = if failed { p.theme.error() } else { p.theme.strong() };
    for (y, line) in (area.top()..area.bottom()).zip(wrap(&text, area.width)) {
        p.put(area.x, y, area.width, &line, style);
    }
}

/// What is said below the fields, and whether it is something that went wrong.
fn said(locked: &Locked, locale: &Locale) -> Option<(String, bool)> {
    if locked.busy {
        return Some((locale.t("locked-busy"), false));
    }
    locked.error.as_ref().map(|error| (format!("! {error}"), true))
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
