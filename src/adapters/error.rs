//! Why a whole import cannot begin. What is wrong with one row is a [`crate::core::import::Reason`].

/// A mistake in how the import was asked for, or a file that is not what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("{file} is empty")]
    Empty { file: String },
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
            Self::NoKeyColumn { .. } => "import-no-key-column",
            Self::UnknownField { .. } => "import-unknown-field",
            Self::UnknownColumn { .. } => "import-unknown-column",
        }
    }

    /// The values that sentence takes.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty { file } => vec![("file", file.clone())],
            Self::NoKeyColumn { file, fields, columns } => {
                vec![("file", file.clone()), ("fields", fields.join(", ")), ("columns", columns.join(", "))]
            }
            Self::UnknownField { field, known } => vec![("field", field.clone()), ("known", known.join(", "))],
            Self::UnknownColumn { column, known } => vec![("column", column.clone()), ("known", known.join(", "))],
        }
    }
}
