//! A table with columns that mean something.

use super::columns::{Column, Fields, Mapping};
use super::decode::decode;
use super::error::ImportError;
use super::sheet::{Row, Rows, rows};
use std::iter::Peekable;

/// A file as it was found.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

impl Source<'_> {
    /// The file as text.
    ///
    /// # Errors
    /// [`ImportError::NotText`] with the line of the first zero byte: no text has one, and a row with one in it would be
    /// half a row.
    pub fn text(&self) -> Result<String, ImportError> {
        let text = decode(self.bytes).text;
        match text.find('\0') {
            None => Ok(text),
            Some(at) => {
                let before = text.get(..at).unwrap_or_default().matches('\n').count();
                let line = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
                Err(ImportError::NotText { file: self.name.to_owned(), line })
            }
        }
    }
}

/// Told how many of how many bytes are read.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize);

/// How many rows are read between two reports of progress.
const STRIDE: usize = 500;

/// A table behind its header.
pub struct Table<'a, F> {
    pub columns: Vec<Column<F>>,
    rows: Peekable<Rows<'a>>,
}

impl<'a, F: Fields> Table<'a, F> {
    /// Reads the header of `text`.
    ///
    /// # Errors
    /// [`ImportError::Empty`], and [`ImportError::NoKeyColumn`] if no column is one of `keys`: without titles there is
    /// no telling what a table is about.
    pub fn open(name: &str, text: &'a str, mapping: &Mapping<F>, keys: &[F]) -> Result<Self, ImportError> {
        let mut rows = rows(text).peekable();
        let first = rows.peek().ok_or_else(|| ImportError::Empty { file: name.to_owned() })?;
        let columns = mapping.columns(first);
        if !columns.iter().any(|column| column.field.is_some_and(|field| keys.contains(&field))) {
            return Err(ImportError::NoKeyColumn {
                file: name.to_owned(),
                fields: F::ALL.iter().filter(|(field, _)| keys.contains(field)).map(|(_, name)| *name).collect(),
                columns: columns.into_iter().map(|column| column.title.text).collect(),
            });
        }
        if !mapping.by_number() {
            rows.next();
        }
        Ok(Self { columns, rows })
    }

    /// Hands each row to `take`, and to `step` how many bytes are behind.
    pub fn read(self, step: &mut dyn FnMut(usize), mut take: impl FnMut(&Row, &[Column<F>])) {
        for (count, row) in self.rows.enumerate() {
            take(&row, &self.columns);
            if count % STRIDE == 0 {
                step(row.end);
            }
        }
    }
}
