//! Reading columns by name, as the types that they hold.

use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension, Params, Row};

use crate::StoreError;

/// A text column, as the type whose text it holds.
pub(crate) fn parsed<T: FromStr>(row: &Row<'_>, column: &'static str) -> Result<T, StoreError> {
    let text = row.get_ref(column)?.as_str().map_err(|_| unreadable(column, ""))?;
    text.parse().map_err(|_| unreadable(column, text))
}

/// A text column that may be NULL, as the type whose text it holds.
pub(crate) fn maybe<T: FromStr>(row: &Row<'_>, column: &'static str) -> Result<Option<T>, StoreError> {
    match row.get_ref(column)?.as_str_or_null().map_err(|_| unreadable(column, ""))? {
        Some(text) => text.parse().map(Some).map_err(|_| unreadable(column, text)),
        None => Ok(None),
    }
}

/// A text column that holds a key.
pub(crate) fn keyed<T>(row: &Row<'_>, column: &'static str, from_key: fn(&str) -> Option<T>) -> Result<T, StoreError> {
    let text = row.get_ref(column)?.as_str().map_err(|_| unreadable(column, ""))?;
    from_key(text).ok_or_else(|| unreadable(column, text))
}

/// What stands in a column is not what it holds.
pub(crate) fn unreadable(column: &'static str, text: &str) -> StoreError {
    StoreError::Unreadable { column, text: text.to_owned() }
}

/// All rows of a query.
pub(crate) fn all<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    db.prepare_cached(sql)?.query_and_then(params, read)?.collect()
}

/// The row of a query that has at most one.
pub(crate) fn one<T>(
    db: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let mut read = Some(read);
    let row =
        db.prepare_cached(sql)?.query_row(params, |row| Ok(read.take().map(|read| read(row)))).optional()?.flatten();
    row.transpose()
}

/// Runs a statement that adds a row.
pub(crate) fn run(db: &Connection, sql: &str, params: impl Params) -> Result<(), StoreError> {
    db.prepare_cached(sql)?.execute(params)?;
    Ok(())
}
