//! Opening the store of a data folder.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::ids::Ids;
use crate::migrate::{APPLICATION, MIGRATIONS, back_up, migrate, schema};
use crate::rows::one;
use crate::{Author, Moment, StoreError};

/// The store of one data folder. No other program can open it meanwhile.
#[derive(Debug)]
pub struct Store {
    pub(crate) db: Connection,
    pub(crate) ids: Ids,
    pub(crate) author: Author,
    folder: PathBuf,
}

/// How long a store that is just being closed is waited for.
const PATIENCE: Duration = Duration::from_millis(500);

/// The cache, in KiB.
const CACHE: i64 = 64 * 1024;

impl Store {
    /// The name of the database in the data folder.
    pub const FILE: &'static str = "entrepot.sqlite";

    /// Opens the store of a data folder, or makes it. `now` names the backup when an older schema is brought up to date.
    ///
    /// # Errors
    /// [`StoreError::AlreadyOpen`], [`StoreError::NewerSchema`], [`StoreError::NotOurs`], or why the folder or the
    /// database can't be used.
    pub fn open(folder: &Path, now: Moment, author: Author) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder).map_err(|source| StoreError::Folder { path: folder.to_owned(), source })?;
        let path = folder.join(Self::FILE);
        let db = prepare(&path, &folder.join("backups"), now).map_err(|error| match error {
            StoreError::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                StoreError::AlreadyOpen(folder.to_owned())
            }
            other => other,
        })?;
        let last = one(&db, "SELECT max(id) AS last FROM entry", [], |row| Ok(row.get("last")?))?;
        Ok(Self { db, ids: Ids::after(last.flatten()), author, folder: folder.to_owned() })
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Copies the store into a new file.
    ///
    /// # Errors
    /// When the file exists already or can't be written.
    pub fn back_up(&self, to: &Path) -> Result<(), StoreError> {
        back_up(&self.db, to)
    }
}

fn prepare(path: &Path, backups: &Path, now: Moment) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(PATIENCE)?;
    db.set_prepared_statement_cache_capacity(128);
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Before the first read: then the log needs no shared memory, and nobody else gets in.
    db.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    ours(&db, path)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    // NORMAL lost acknowledged imports when the power failed; FULL none.
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    // Else INSERT OR REPLACE would delete behind the back of the triggers that forbid it.
    db.pragma_update(None, "recursive_triggers", true)?;
    db.pragma_update(None, "trusted_schema", false)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "cache_size", -CACHE)?;
    migrate(&mut db, MIGRATIONS, backups, now)?;
    Ok(db)
}

/// Refuses a file that some other program made, before anything is written to it.
fn ours(db: &Connection, path: &Path) -> Result<(), StoreError> {
    let not_ours = |error| match error {
        StoreError::Damaged(_) => StoreError::NotOurs(path.to_owned()),
        other => other,
    };
    let found = schema(db).map_err(not_ours)?;
    let application: i64 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables = one(db, "SELECT count(*) AS tables FROM sqlite_schema", [], |row| Ok(row.get("tables")?))?;
    let new = found == 0 && application == 0 && tables == Some(0_i64);
    if new || application == APPLICATION { Ok(()) } else { Err(StoreError::NotOurs(path.to_owned())) }
}
