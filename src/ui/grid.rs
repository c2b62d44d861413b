//! Rows of cells under headings, within given columns: what lists and timelines are made of.

use super::painter::Painter;
use crate::core::search::matched;
use crate::locale::Locale;
use crate::panes::layout::{GAP, fit, truncate};
use crate::panes::{Cell, Column};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells in front of each row: the cursor's marker and the mark.
const MARGIN: u16 = 2;

/// Columns fitted into a width, and what is looked for in them.
pub struct Grid<'a> {
    columns: &'a [Column],
    /// How many of the first columns the bar of the selected row covers.
    bar: usize,
    widths: Vec<(usize, u16)>,
    query: &'a str,
}

/// How a row stands out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Under the cursor, in the list that has the keys.
    pub selected: bool,
    pub marked: bool,
}

impl<'a> Grid<'a> {
    /// Fits columns into rows of `width` cells; letters that `query` matches will be shown.
    pub fn new((columns, bar): (&'a [Column], usize), width: u16, query: &'a str) -> Self {
        Self { columns, bar, widths: fit(columns, width.saturating_sub(MARGIN)), query }
    }

    /// Whether a text stands whole in the last column, and that is shown.
    pub fn ends_with(&self, text: &str) -> bool {
        self.widths
            .last()
            .is_some_and(|(index, width)| index + 1 == self.columns.len() && super::painter::width(text) <= *width)
    }

    /// Whether the column under that heading has room.
    pub fn shows(&self, heading: &str) -> bool {
        self.widths.iter().any(|(index, _)| self.columns.get(*index).is_some_and(|column| column.heading == heading))
    }

    /// Draws the headings on the first line of `area`.
    pub fn headings(&self, p: &mut Painter<'_>, locale: &Locale, area: Rect) {
        let style = p.theme.quiet();
        for (column, _, x, width) in self.places(area) {
            place(p, (x, area.y), width, &locale.t(column.heading), column.right, style);
        }
    }

    /// Draws one row on the first line of `area`, and parks the terminal's cursor on it if it is selected.
    pub fn row(&self, p: &mut Painter<'_>, area: Rect, cells: &[Cell], look: Look) {
        let theme = p.theme;
        if look.selected {
            let in_bar = self.places(area).filter(|(_, index, ..)| *index < self.bar);
            let end = in_bar.map(|(.., x, width)| x + width).max().unwrap_or(area.right());
            let bar = Rect { width: (end + GAP).min(area.right()) - area.x, height: 1, ..area };
            p.fill(bar, theme.bar());
            p.put(area.x, area.y, 1, ">", theme.bar());
            p.park(area.x, area.y);
        }
        if look.marked {
            p.put(area.x.saturating_add(1), area.y, 1, "*", if look.selected { theme.bar() } else { theme.strong() });
        }
        for (column, index, x, width) in self.places(area) {
            let Some(cell) = cells.get(index) else { continue };
            let barred = index < self.bar;
            let style = if look.selected && barred { theme.bar() } else { theme.tone(cell.tone) };
            if barred {
                // The empty cells behind it look the same with its style, and need no change of it to be sent.
                let width = (width + GAP).min(area.right().saturating_sub(x));
                p.fill(Rect { x, width, height: 1, ..area }, style);
            }
            let start = place(p, (x, area.y), width, &cell.text, column.right, style);
            if !self.query.is_empty() {
                highlight(p, (start, area.y), width, &cell.text, self.query);
            }
        }
    }

    /// Each column shown, with its index, its left edge and its width.
    fn places(&self, area: Rect) -> impl Iterator<Item = (&'a Column, usize, u16, u16)> {
        let mut x = area.x.saturating_add(MARGIN);
        self.widths.iter().filter_map(move |(index, width)| {
            let left = x;
            x = x.saturating_add(width + GAP);
            Some((self.columns.get(*index)?, *index, left, *width))
        })
    }
}

/// Writes a text into its column; returns where it begins.
fn place(p: &mut Painter<'_>, (x, y): (u16, u16), width: u16, text: &str, right: bool, style: Style) -> u16 {
    if right {
        let end = x.saturating_add(width);
        return end - p.put_right(x, end, y, text, style);
    }
    p.put(x, y, width, text, style);
    x
}

/// Shows which letters of a text at `(x, y)`, cut to `width`, a query matched.
pub fn highlight(p: &mut Painter<'_>, (x, y): (u16, u16), width: u16, text: &str, query: &str) {
    let shown = matched(text, query);
    if shown.is_empty() {
        return;
    }
    let style = p.theme.matched();
    // A cut text ends in `…`, which stands for letters and is none itself.
    let cut = truncate(text, width);
    let whole = if cut.len() == text.len() { cut.as_ref() } else { cut.trim_end_matches('…') };
    let (mut at, mut x) = (0, x);
    for letter in whole.graphemes(true) {
        if shown.binary_search(&at).is_ok() {
            p.mark(x, y, style);
        }
        at += letter.chars().count();
        x = x.saturating_add(u16::try_from(letter.width()).unwrap_or(0));
    }
}
