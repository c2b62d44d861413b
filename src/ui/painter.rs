//! Puts text and frames on the screen, never outside it.

use super::theme::Theme;
use crate::app::layout::Area;
use crate::panes::layout::truncate;
pub use crate::panes::wrap::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_width::UnicodeWidthStr;

/// What is written into the frame of a panel.
#[derive(Debug, Clone, Copy, Default)]
pub struct Labels<'a> {
    pub title: &'a str,
    /// At the right of the upper edge, such as a count.
    pub note: &'a str,
    /// At the right of the lower edge, such as how much is out of sight.
    pub foot: &'a str,
}

/// The screen while one frame is drawn.
pub struct Painter<'a> {
    buffer: &'a mut Buffer,
    pub theme: Theme,
    cursor: Option<Position>,
}

impl<'a> Painter<'a> {
    /// A painter on an empty frame.
    pub fn new(buffer: &'a mut Buffer, theme: Theme) -> Self {
        Self { buffer, theme, cursor: None }
    }

    /// The whole screen.
    pub fn screen(&self) -> Rect {
        self.buffer.area
    }

    /// The part of `area` that is on the screen.
    pub fn rect(&self, area: Area) -> Rect {
        Rect::new(area.x, area.y, area.w, area.h).intersection(self.buffer.area)
    }

    /// Where the terminal's own cursor is to stand; screen readers and input methods follow it.
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Puts the terminal's own cursor, if that is on the screen.
    pub fn park(&mut self, x: u16, y: u16) {
        let at = Position::new(x, y);
        if self.buffer.area.contains(at) {
            self.cursor = Some(at);
        }
    }

    /// Writes one line from `(x, y)`, at most `width` cells, with `…` where something is cut; returns the cells used.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let screen = self.buffer.area;
        if y < screen.top() || y >= screen.bottom() || x < screen.left() || x >= screen.right() {
            return 0;
        }
        let width = width.min(screen.right() - x);
        if text.is_ascii() {
            return self.put_ascii((x, y), width, text, style);
        }
        let text = truncate(text, width);
        self.buffer.set_stringn(x, y, text.as_ref(), usize::from(width), style).0 - x
    }

    /// The plain case without a look at letters and their widths: most cells of most rows.
    fn put_ascii(&mut self, (x, y): (u16, u16), width: u16, text: &str, style: Style) -> u16 {
        let cut = text.len() > usize::from(width);
        let kept = match usize::from(width).checked_sub(1) {
            Some(room) if cut => text.get(..room).unwrap_or_default().trim_end(),
            _ => text,
        };
        let mut at = x;
        for byte in kept.bytes().filter(|byte| !byte.is_ascii_control()) {
            self.put_cell(at, y, char::from(byte), style);
            at += 1;
        }
        if cut && width > 0 {
            self.put_cell(at, y, '…', style);
            at += 1;
        }
        at - x
    }

    /// One letter that takes one cell.
    fn put_cell(&mut self, x: u16, y: u16, letter: char, style: Style) {
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.set_char(letter).set_style(style);
        }
    }

    /// Writes several pieces after each other within `width` cells; returns the cells used.
    pub fn put_all(&mut self, x: u16, y: u16, width: u16, pieces: &[(&str, Style)]) -> u16 {
        let mut used = 0;
        for (text, style) in pieces {
            used += self.put(x.saturating_add(used), y, width.saturating_sub(used), text, *style);
        }
        used
    }

    /// Writes so that the text ends before `right`; returns the cells used.
    pub fn put_right(&mut self, left: u16, right: u16, y: u16, text: &str, style: Style) -> u16 {
        let room = right.saturating_sub(left);
        let cells = width(text).min(room);
        self.put(right.saturating_sub(cells), y, cells, text, style)
    }

    /// Gives every cell of `area` the style, keeping its text.
    pub fn fill(&mut self, area: Rect, style: Style) {
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }

    /// Adds a modifier to one cell.
    pub fn mark(&mut self, x: u16, y: u16, modifier: Modifier) {
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.modifier.insert(modifier);
        }
    }

    /// Empties `area`, so that something can lie on top.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// A line across.
    pub fn rule(&mut self, x: u16, y: u16, width: u16, style: Style) {
        for x in x..x.saturating_add(width) {
            self.put_cell(x, y, '─', style);
        }
    }

    /// Draws a frame with its labels and returns what is inside. The one in focus has heavy lines.
    pub fn panel(&mut self, area: Rect, labels: Labels<'_>, focused: bool) -> Rect {
        let area = area.intersection(self.buffer.area);
        if area.width < 2 || area.height < 2 {
            return Rect::default();
        }
        let style = self.theme.frame(focused);
        let [across, down, corners @ ..] = if focused {
            ['━', '┃', '┏', '┓', '┗', '┛']
        } else {
            ['─', '│', '┌', '┐', '└', '┘']
        };
        let (right, bottom) = (area.right() - 1, area.bottom() - 1);
        for x in area.left() + 1..right {
            self.put_cell(x, area.top(), across, style);
            self.put_cell(x, bottom, across, style);
        }
        for y in area.top() + 1..bottom {
            self.put_cell(area.left(), y, down, style);
            self.put_cell(right, y, down, style);
        }
        let places = [(area.left(), area.top()), (right, area.top()), (area.left(), bottom), (right, bottom)];
        for ((x, y), corner) in places.into_iter().zip(corners) {
            self.put_cell(x, y, corner, style);
        }
        self.labels(area, labels, focused);
        Rect::new(area.x + 1, area.y + 1, area.width - 2, area.height - 2)
    }

    fn labels(&mut self, area: Rect, labels: Labels<'_>, focused: bool) {
        let (left, right) = (area.left() + 2, area.right().saturating_sub(2));
        let room = right.saturating_sub(left);
        let style = if focused { self.theme.strong() } else { Style::new() };
        let mut end = left;
        if !labels.title.is_empty() && room > 4 {
            end += self.put(left, area.top(), room, &format!(" {} ", labels.title), style);
        }
        let note = format!(" {} ", labels.note);
        if !labels.note.is_empty() && width(&note) < right.saturating_sub(end) {
            self.put_right(end, right, area.top(), &note, Style::new());
        }
        let foot = format!(" {} ", labels.foot);
        if !labels.foot.is_empty() && width(&foot) <= room {
            self.put_right(left, right, area.bottom() - 1, &foot, self.theme.quiet());
        }
    }
}

/// How many cells a text takes.
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// A rectangle of at most that size in the middle of `area`.
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect::new(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn painted(w: u16, h: u16, paint: impl FnOnce(&mut Painter<'_>)) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, w, h));
        paint(&mut Painter::new(&mut buffer, Theme::Mono));
        let row = |y| (0..w).map(|x| buffer.cell((x, y)).map_or("", |cell| cell.symbol())).collect::<String>();
        (0..h).map(row).collect()
    }

    #[test]
    fn text_is_cut_at_its_width_and_at_the_screen_s_edge() {
        let lines = painted(8, 2, |p| {
            assert_eq!(p.put(0, 0, 6, "deadline", Style::new()), 6);
            assert_eq!(p.put(5, 1, 90, "José", Style::new()), 3);
            assert_eq!(p.put(8, 0, 5, "out", Style::new()), 0);
            assert_eq!(p.put(0, 2, 5, "out", Style::new()), 0);
        });
        assert_eq!(lines, ["deadl…  ", "     Jo…"]);
    }

    #[test]
    fn a_panel_carries_its_labels_where_they_fit() {
        let labels = Labels { title: "Cases", note: "12", foot: "3 below" };
        let lines = painted(20, 3, |p| {
            assert_eq!(p.panel(p.screen(), labels, false), Rect::new(1, 1, 18, 1));
        });
        assert_eq!(lines, ["┌─ Cases ───── 12 ─┐", "│                  │", "└──────── 3 below ─┘"]);
        for (w, h) in [(0, 0), (1, 1), (2, 2), (3, 9), (7, 2)] {
            painted(w, h, |p| {
                p.panel(Rect::new(0, 0, 50, 50), labels, true);
            });
        }
    }

    #[test]
    fn the_middle_is_inside() {
        assert_eq!(centred(Rect::new(0, 1, 80, 21), 60, 9), Rect::new(10, 7, 60, 9));
        assert_eq!(centred(Rect::new(0, 1, 5, 3), 60, 9), Rect::new(0, 1, 5, 3));
    }
}
