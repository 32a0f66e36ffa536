//! What can go wrong in the store.

use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::EntryId;

/// Why the store could not do what was asked. Nothing is half done: the transaction was rolled back.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another Entrepot works in this data folder.
    #[error("{0} is already open in another window or program")]
    AlreadyOpen(PathBuf),
    /// A newer Entrepot has written here.
    #[error("the data has schema {found}; this version knows schemas up to {known}")]
    NewerSchema {
        /// The schema of the file.
        found: i64,
        /// The newest schema known here.
        known: i64,
    },
    /// The file of that name is some other program's, or no database at all.
    #[error("{0} is not a database of Entrepot")]
    NotOurs(PathBuf),
    /// The database is damaged.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// The disk is full; everything recorded earlier is kept.
    #[error("the disk is full")]
    DiskFull,
    /// The data folder can't be written to.
    #[error("the data folder can't be written to")]
    ReadOnly,
    /// The folder can't be made or reached.
    #[error("{path}: {source}")]
    Folder {
        /// The path.
        path: PathBuf,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A distributor already goes by that name or alias.
    #[error("{name} is already a name of {holder}")]
    NameTaken {
        /// The name asked for.
        name: String,
        /// The distributor that holds it.
        holder: String,
    },
    /// There is no such row, or what recorded it was undone.
    #[error("no such {0}")]
    Unknown(&'static str),
    /// The entry is undone already.
    #[error("entry {0} is undone already")]
    AlreadyUndone(EntryId),
    /// The entry isn't undone, so there is nothing to bring back.
    #[error("entry {0} is not undone")]
    NotUndone(EntryId),
    /// Later entries build on what this one recorded: undo those first.
    #[error("later entries build on entry {entry}; undo entry number {first} first")]
    BuiltOn {
        /// The entry to undo.
        entry: EntryId,
        /// The newest entry that builds on it, by its number.
        first: i64,
    },
    /// The entry builds on one that is undone: redo that first.
    #[error("entry {entry} builds on entry number {first}, which is undone")]
    BuildsOn {
        /// The entry to redo.
        entry: EntryId,
        /// The undone entry, by its number.
        first: i64,
    },
    /// A file can't be packed.
    #[error("packing a file: {0}")]
    Packing(std::io::Error),
    /// A stored text is not what its column holds.
    #[error("{column}: {text:?} is not readable")]
    Unreadable {
        /// The column.
        column: &'static str,
        /// What stands there.
        text: String,
    },
    /// Anything else that SQLite reports.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

impl From<rusqlite::types::FromSqlError> for StoreError {
    fn from(error: rusqlite::types::FromSqlError) -> Self {
        Self::Sqlite(error.into())
    }
}
