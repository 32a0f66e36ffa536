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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{author, card, now, open, record};

    type Test = Result<(), StoreError>;

    #[test]
    fn a_second_store_of_the_same_folder_is_refused_until_the_first_is_closed() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let first = open(&folder)?;
        assert!(matches!(open(&folder), Err(StoreError::AlreadyOpen(path)) if path == folder.path()));
        drop(first);
        let reopened = open(&folder)?;
        assert!(matches!(open(&folder), Err(StoreError::AlreadyOpen(_))));
        assert_eq!(reopened.folder(), folder.path());
        Ok(())
    }

    #[test]
    fn the_settings_that_keep_data_safe_hold() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let store = open(&folder)?;
        for (pragma, value) in [
            ("journal_mode", "wal"),
            ("locking_mode", "exclusive"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("recursive_triggers", "1"),
            ("trusted_schema", "0"),
            ("cache_size", "-65536"),
        ] {
            let sql = format!("SELECT CAST({pragma} AS TEXT) AS value FROM pragma_{pragma}");
            let held = store.db.query_row(&sql, [], |row| row.get::<_, String>("value"));
            // Pragmas that can have side effects are no table-valued functions.
            let held = held.or_else(|_| {
                store.db.pragma_query_value(None, pragma, |row| {
                    row.get_ref(0).map(|value| value.as_str().map(str::to_owned).unwrap_or_default())
                })
            })?;
            assert_eq!(held, value, "{pragma}");
        }
        assert_eq!(usize::try_from(crate::migrate::schema(&store.db)?).ok(), Some(crate::migrate::MIGRATIONS.len()));
        assert!(store.db.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE)?);
        Ok(())
    }

    #[test]
    fn what_is_no_database_of_ours_is_refused_and_left_as_it_was() -> Test {
        let text = b"name,country\nSelat,MY\n".repeat(99);
        let theirs = {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("theirs");
            Connection::open(&path)?.execute_batch("CREATE TABLE song (title TEXT)")?;
            std::fs::read(&path).expect("a database")
        };
        for content in [text, theirs] {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join(Store::FILE);
            std::fs::write(&path, &content).expect("a file");
            let refused = open(&folder).map(|_| ());
            assert!(matches!(refused, Err(StoreError::NotOurs(_))), "{refused:?}");
            assert_eq!(std::fs::read(&path).expect("the file"), content);
        }
        Ok(())
    }

    #[test]
    fn a_newer_schema_is_refused() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        open(&folder)?.db.pragma_update(None, "user_version", 9)?;
        assert!(matches!(open(&folder), Err(StoreError::NewerSchema { found: 9, known }) if known < 9));
        Ok(())
    }

    #[test]
    fn a_backup_is_a_store_of_its_own() -> Test {
        let (folder, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let mut store = open(&folder)?;
        record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        store.back_up(&other.path().join(Store::FILE))?;
        let copy = Store::open(other.path(), now(), author())?;
        assert_eq!((copy.distributors()?, copy.check()?), (store.distributors()?, store.check()?));
        assert!(store.back_up(&other.path().join(Store::FILE)).is_err(), "never over a file");
        Ok(())
    }

    #[test]
    fn the_journal_goes_on_in_order_after_the_clock_was_put_back() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let later =
            crate::Act { at: "2026-12-24T00:00:00Z".parse().expect("a literal"), ..crate::case::act(ActKind::Setting) };
        open(&folder)?.record(later, |w| w.set("paper", "A4"))?;
        let mut store = open(&folder)?;
        record(&mut store, ActKind::Setting, |w| w.set("paper", "Letter"))?;
        assert_eq!(store.setting("paper")?.as_deref(), Some("Letter"));
        assert_eq!(store.journal(1)?[0].at, now());
        Ok(())
    }
}
