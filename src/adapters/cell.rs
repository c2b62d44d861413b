//! The cells of a row that say something, cleaned, each with its column.

use super::columns::Column;
use super::sheet::Row;
use super::text::{LINE_MAX, TEXT_MAX, clean_line, clean_text};
use crate::core::import::Reason;

/// A cell with something in it.
pub struct Cell<'a, F> {
    pub column: &'a Column<F>,
    /// Cleaned and trimmed; may have several lines.
    pub text: String,
}

impl<F: Copy + Eq> Cell<'_, F> {
    /// Whether its column holds `field`.
    pub fn is(&self, field: F) -> bool {
        self.column.field == Some(field)
    }

    /// The cell as it goes to the notes, beside its column's title.
    pub fn note(&self) -> String {
        format!("{}: {}", self.column.title.text, self.text)
    }

    /// The text on one line.
    pub fn line(&self) -> String {
        one_line(&self.text)
    }
}

/// A text on one line, its own lines separated by commas.
pub fn one_line(text: &str) -> String {
    clean_line(&text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", "))
}

/// The cells of `row` that are not empty. Those of fields that are `long`, or of no field, may be longer than a line.
///
/// # Errors
/// [`Reason::UnclosedQuote`], [`Reason::TooManyFields`], [`Reason::TooLong`].
pub fn cells<'a, F: Copy>(
    row: &Row,
    columns: &'a [Column<F>],
    long: impl Fn(F) -> bool,
) -> Result<Vec<Cell<'a, F>>, Reason> {
    if row.unclosed {
        return Err(Reason::UnclosedQuote);
    }
    if row.cells.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
        let count = |n| u32::try_from(n).unwrap_or(u32::MAX);
        return Err(Reason::TooManyFields { found: count(row.cells.len()), columns: count(columns.len()) });
    }
    let mut cells = Vec::new();
    for (column, raw) in columns.iter().zip(&row.cells) {
        let max = if column.field.is_none_or(&long) { TEXT_MAX } else { LINE_MAX };
        if raw.len() > max && raw.chars().count() > max {
            return Err(Reason::TooLong { column: column.title.text.clone() });
        }
        let text = clean_text(raw).trim().to_owned();
        if !text.is_empty() {
            cells.push(Cell { column, text });
        }
    }
    Ok(cells)
}
