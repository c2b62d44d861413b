//! A caseload as a table, to drafts of cases.

mod dates;
mod fields;
mod row;

pub use fields::CaseField;

use super::columns::{Column, Mapping};
use super::error::ImportError;
use super::sheet::Row;
use super::table::{Progress, Source, Table};
use crate::core::import::{CaseDraft, Place, Refused};

/// What was read, and what could not be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseDrafts {
    pub drafts: Vec<CaseDraft>,
    pub refused: Vec<Refused>,
}

/// Reads cases from CSV files. `map` pairs fields with columns, over what the titles of columns mean; columns of a
/// table without titles are named `#1`, `#2` and so on.
///
/// # Errors
/// A file that is empty or has no column with a code, and a `map` that names an unknown field or column.
pub fn read_cases(
    files: &[Source<'_>],
    map: &[(String, String)],
    progress: Progress<'_>,
) -> Result<CaseDrafts, ImportError> {
    let mapping = Mapping::new(map)?;
    let total = files.iter().map(|file| file.bytes.len()).sum();
    let mut read = CaseDrafts::default();
    let mut columns = Vec::new();
    let mut done = 0;
    for (number, source) in (0..).zip(files) {
        let text = source.text()?;
        let table = Table::open(source.name, &text, &mapping, &[CaseField::Code])?;
        columns.extend(table.columns.iter().cloned());
        let mut rows = Vec::new();
        let titles = table.columns.clone();
        let mut step = |at: usize| progress(done + at.min(source.bytes.len()), total);
        table.read(&mut step, |row, _| rows.push(row.clone()));
        take(&mut read, &rows, &titles, number);
        done += source.bytes.len();
        progress(done, total);
    }
    mapping.check(columns.iter())?;
    Ok(read)
}

/// Reads the rows of one file, all of whose dates are in one order.
fn take(read: &mut CaseDrafts, rows: &[Row], columns: &[Column<CaseField>], file: u32) {
    let is_date = |field| matches!(field, Some(CaseField::Opened | CaseField::Arrived | CaseField::NextOn));
    let cells = rows.iter().flat_map(|row| columns.iter().zip(&row.cells));
    let order = dates::order(cells.filter(|(column, _)| is_date(column.field)).map(|(_, cell)| cell.as_str()));
    for row in rows {
        let place = Place { file, line: row.line };
        match row::draft(row, columns, order, place) {
            Ok(draft) => read.drafts.push(draft),
            Err(reason) => read.refused.push(Refused { place, reason }),
        }
    }
}

#[cfg(test)]
mod tests;
