//! Directories of partners: tables and card files to drafts.

mod address;
mod fields;
mod row;

pub use fields::PartnerField;

use super::columns::Mapping;
use super::decode::decode;
use super::error::ImportError;
use super::table::{Progress, Source, Table};
use crate::core::import::{PartnerDraft, Place, Refused};

/// What was read, and what could not be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartnerDrafts {
    pub drafts: Vec<PartnerDraft>,
    pub refused: Vec<Refused>,
}

/// The fields of which a table needs one: without them no row says whom it is about.
const NAMES: [PartnerField; 4] =
    [PartnerField::Name, PartnerField::Organization, PartnerField::FirstName, PartnerField::LastName];

/// Reads partners from CSV and vCard files. `map` pairs fields with columns, over what the titles of columns mean;
/// columns of a table without titles are named `#1`, `#2` and so on.
///
/// # Errors
/// A file that is empty or has no column with a name, and a `map` that names an unknown field or column.
pub fn read_partners(
    files: &[Source<'_>],
    map: &[(String, String)],
    progress: Progress<'_>,
) -> Result<PartnerDrafts, ImportError> {
    let mapping = Mapping::new(map)?;
    let total = files.iter().map(|file| file.bytes.len()).sum();
    let mut read = PartnerDrafts::default();
    let mut columns = Vec::new();
    let mut done = 0;
    for (number, source) in (0..).zip(files) {
        let text = decode(source.bytes).text;
        let table = Table::open(source.name, &text, &mapping, &NAMES)?;
        columns.extend(table.columns.iter().cloned());
        table.read(&mut |at| progress(done + at.min(source.bytes.len()), total), |row, columns| {
            let place = Place { file: number, line: row.line };
            match row::draft(row, columns, place) {
                Ok(draft) => read.drafts.push(draft),
                Err(reason) => read.refused.push(Refused { place, reason }),
            }
        });
        done += source.bytes.len();
        progress(done, total);
    }
    mapping.check(columns.iter())?;
    Ok(read)
}

#[cfg(test)]
mod tests;
