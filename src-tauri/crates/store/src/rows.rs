//! Reading columns by name, or in their order, as the types that they hold.

use std::str::FromStr;

use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, Params, Row};

use crate::{DistributorId, StoreError};

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

/// The columns of a row, one after the other: looking up their names in thousands of rows takes longer than reading what
/// they name. The names that are given are for the error, and checked in debug builds.
pub(crate) struct InOrder<'r> {
    row: &'r Row<'r>,
    at: usize,
}

impl<'r> InOrder<'r> {
    pub(crate) fn of(row: &'r Row<'r>) -> Self {
        Self { row, at: 0 }
    }

    /// The next column.
    pub(crate) fn next<T: FromSql>(&mut self, column: &'static str) -> Result<T, StoreError> {
        let at = self.place_of(column);
        Ok(self.row.get(at)?)
    }

    /// The place of the next column, which has that name.
    fn place_of(&mut self, column: &'static str) -> usize {
        let at = self.at;
        debug_assert_eq!(self.row.as_ref().column_name(at), Ok(column), "columns in another order");
        self.at += 1;
        at
    }

    /// The next column, which is text.
    pub(crate) fn text(&mut self, column: &'static str) -> Result<&'r str, StoreError> {
        self.maybe_text(column)?.ok_or_else(|| unreadable(column, ""))
    }

    fn maybe_text(&mut self, column: &'static str) -> Result<Option<&'r str>, StoreError> {
        let at = self.place_of(column);
        self.row.get_ref(at)?.as_str_or_null().map_err(|_| unreadable(column, ""))
    }

    /// The next column, as the type whose text it holds.
    pub(crate) fn parsed<T: FromStr>(&mut self, column: &'static str) -> Result<T, StoreError> {
        let text = self.text(column)?;
        text.parse().map_err(|_| unreadable(column, text))
    }

    /// The same where it may be NULL.
    pub(crate) fn maybe<T: FromStr>(&mut self, column: &'static str) -> Result<Option<T>, StoreError> {
        let text = self.maybe_text(column)?;
        text.map(|text| text.parse().map_err(|_| unreadable(column, text))).transpose()
    }

    /// The next column, which holds a key.
    pub(crate) fn keyed<T>(&mut self, column: &'static str, from_key: fn(&str) -> Option<T>) -> Result<T, StoreError> {
        let text = self.text(column)?;
        from_key(text).ok_or_else(|| unreadable(column, text))
    }
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

/// All rows of a query about one distributor, or about all: `{of}` behind a column of its SQL says which. Written so, the
/// rows of one can be found by an index.
pub(crate) fn all_of<T>(
    db: &Connection,
    sql: &str,
    of: Option<DistributorId>,
    read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    match of {
        Some(distributor) => all(db, &sql.replace("{of}", "= ?1"), [distributor], read),
        None => all(db, &sql.replace("{of}", "IS NOT NULL"), [], read),
    }
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
