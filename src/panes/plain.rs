//! Rows as aligned lines of text, for the command line. No colour, no frames; what a line says stands in its words.

use super::layout::{GAP, fit, pad};
use super::page::Line;
use super::{Cell, Column, Ctx, Pane};
use crate::core::id::RecordId;
use crate::locale::Locale;
use unicode_width::UnicodeWidthStr;

/// The rows of a pane under its headings, each line at most `width` cells.
///
/// Where everything fits as long as it is, nothing is cut: hand over [`u16::MAX`] for text that goes to another program.
pub fn table(ctx: &Ctx<'_>, pane: &Pane, rows: &[RecordId], width: u16) -> Vec<String> {
    let cells: Vec<Vec<Cell>> = rows.iter().filter_map(|id| (pane.row)(ctx, *id)).collect();
    lines(ctx.locale, pane.columns, &cells, width)
}

/// The whole queue as [`table`] gives it, with today's line across it.
pub fn with_today(ctx: &Ctx<'_>, mut lines: Vec<String>) -> Vec<String> {
    if let Some(at) = ctx.today.line.filter(|_| !ctx.by_due) {
        // Below the headings.
        let at = (at + 1).min(lines.len());
        lines.insert(at, super::deadlines::today_line(ctx, 0));
    }
    lines
}

/// Rows of cells under the headings of their columns, each line at most `width` cells.
pub fn lines(locale: &Locale, columns: &[Column], rows: &[Vec<Cell>], width: u16) -> Vec<String> {
    let headings = columns.iter().map(|column| Cell { text: locale.t(column.heading), ..Cell::default() }).collect();
    let natural = natural(columns, &headings, rows);
    let gaps = columns.len().saturating_sub(1) * usize::from(GAP);
    let total: usize = natural.iter().map(|(_, width)| usize::from(*width)).sum();
    let widths = if total + gaps <= usize::from(width) { natural } else { fit(columns, width) };
    std::iter::once(&headings).chain(rows).map(|cells| line(columns, cells, &widths)).collect()
}

/// A page as lines of text, indented below its headings, each at most `width` cells where it can be broken.
pub fn page(lines: &[Line], width: u16) -> Vec<String> {
    let mut out = Vec::new();
    for line in lines {
        match line {
            Line::Heading(text) => out.extend(wrapped(text, "  ", "    ", width)),
            Line::Text(cell) => out.extend(wrapped(&cell.text, "    ", "      ", width)),
            Line::Pair(label, cell) if label.is_empty() => out.extend(wrapped(&cell.text, "      ", "      ", width)),
            Line::Pair(label, cell) => out.extend(wrapped(&format!("{label}: {}", cell.text), "    ", "      ", width)),
        }
    }
    out
}

/// A text after `first`, and after `next` on each further line.
fn wrapped(text: &str, first: &str, next: &str, width: u16) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), first.to_owned());
    let mut empty = true;
    for word in text.split(' ') {
        if !empty && line.width() + 1 + word.width() > usize::from(width) {
            lines.push(std::mem::replace(&mut line, next.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    lines
}

/// The width that each column's longest cell takes; columns in which nothing stands are left out.
fn natural(columns: &[Column], headings: &Vec<Cell>, rows: &[Vec<Cell>]) -> Vec<(usize, u16)> {
    let longest = |cells: &Vec<Cell>, index: usize| cells.get(index).map_or(0, |cell| cell.text.width());
    (0..columns.len())
        .filter_map(|index| {
            let widest = rows.iter().map(|cells| longest(cells, index)).max().filter(|widest| *widest > 0)?;
            let widest = widest.max(longest(headings, index));
            Some((index, u16::try_from(widest).unwrap_or(u16::MAX)))
        })
        .collect()
}

fn line(columns: &[Column], cells: &[Cell], widths: &[(usize, u16)]) -> String {
    let mut text = String::new();
    for (index, width) in widths {
        let (Some(column), Some(cell)) = (columns.get(*index), cells.get(*index)) else { continue };
        if !text.is_empty() {
            text.push_str(&" ".repeat(usize::from(GAP)));
        }
        text.push_str(&pad(&cell.text, *width, column.right));
    }
    text.truncate(text.trim_end().len());
    text
}
