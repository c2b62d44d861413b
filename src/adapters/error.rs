//! Why a whole import cannot begin. What is wrong with one row is a [`crate::core::import::Reason`].

/// A mistake in how the import was asked for, or a file that is not what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("{file} is empty")]
    Empty { file: String },
    /// A zero byte: a workbook, a picture, a program, but no text.
    #[error("{file}, line {line}: a zero byte")]
    NotText { file: String, line: u32 },
    /// No column says what the rows are: no name, or no code. `fields` are those of which one is needed.
    #[error("{file}: no column is one of {fields:?}; its columns are {columns:?}")]
    NoKeyColumn { file: String, fields: Vec<&'static str>, columns: Vec<String> },
    /// `--map FIELD=COLUMN` with a field that is none.
    #[error("no field {field:?}; there are {known:?}")]
    UnknownField { field: String, known: Vec<&'static str> },
    /// `--map FIELD=COLUMN` with a column that no file has.
    #[error("no column {column:?}; there are {known:?}")]
    UnknownColumn { column: String, known: Vec<String> },
}

impl ImportError {
    /// The name of the sentence that says it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "import-empty",
            Self::NotText { .. } => "import-not-text",
            Self::NoKeyColumn { .. } => "import-no-key-column",
            Self::UnknownField { .. } => "import-unknown-field",
            Self::UnknownColumn { .. } => "import-unknown-column",
        }
    }

    /// The values that sentence takes.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty { file } => vec![("file", file.clone())],
            Self::NotText { file, line } => vec![("file", file.clone()), ("line", line.to_string())],
            Self::NoKeyColumn { file, fields, columns } => {
                vec![("file", file.clone()), ("fields", fields.join(", ")), ("columns", some(columns))]
            }
            Self::UnknownField { field, known } => vec![("field", field.clone()), ("known", known.join(", "))],
            Self::UnknownColumn { column, known } => vec![("column", column.clone()), ("known", some(known))],
        }
    }
}

/// The most columns that an error lists, and the most characters of each.
const COLUMNS: usize = 40;

/// The titles of columns, as many and as much of them as a person reads: a file may have one title of fifty megabytes.
fn some(columns: &[String]) -> String {
    let short = |title: &String| match title.char_indices().nth(COLUMNS) {
        Some((end, _)) => format!("{}…", title.get(..end).unwrap_or_default()),
        None => title.clone(),
    };
    let mut listed: Vec<String> = columns.iter().take(COLUMNS).map(short).collect();
    if columns.len() > COLUMNS {
        listed.push("…".to_owned());
    }
    listed.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_can_be_read() {
        assert_eq!(some(&["name".into(), "city".into()]), "name, city");
        assert_eq!(some(&["é".repeat(41)]), format!("{}…", "é".repeat(40)));
        assert_eq!(some(&vec![String::from("a"); 41]).matches('a').count(), 40);
    }
}
