//! Directories of partners: tables and card files to drafts.

mod address;
mod fields;
mod row;

pub use fields::PartnerField;

use super::columns::Mapping;
use super::error::ImportError;
use super::table::{Progress, Source, Table};
use super::vcard;
use crate::core::import::{PartnerDraft, Place, Reason, Refused};

/// What was read, and what could not be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartnerDrafts {
    pub drafts: Vec<PartnerDraft>,
    pub refused: Vec<Refused>,
}

impl PartnerDrafts {
    fn take(&mut self, place: Place, draft: Result<PartnerDraft, Reason>) {
        match draft {
            Ok(draft) => self.drafts.push(draft),
            Err(reason) => self.refused.push(Refused { place, reason }),
        }
    }
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
        let text = source.text()?;
        if vcard::is_cards(&text) {
            read_cards(&mut read, &text, number);
        } else {
            let table = Table::open(source.name, &text, &mapping, &NAMES)?;
            columns.extend(table.columns.iter().cloned());
            let mut step = |at: usize| progress(done + at.min(source.bytes.len()), total);
            table.read(&mut step, |row, columns| {
                let place = Place { file: number, line: row.line };
                read.take(place, row::draft(row, columns, place));
            });
        }
        done += source.bytes.len();
        progress(done, total);
    }
    mapping.check(columns.iter())?;
    Ok(read)
}

fn read_cards(read: &mut PartnerDrafts, text: &str, file: u32) {
    for card in vcard::cards(text) {
        match card {
            Ok(card) => {
                let place = Place { file, line: card.line };
                read.take(place, vcard::draft(&card, place));
            }
            Err((line, reason)) => read.take(Place { file, line }, Err(reason)),
        }
    }
}

#[cfg(test)]
mod tests;
