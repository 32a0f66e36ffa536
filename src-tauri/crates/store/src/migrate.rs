//! Migrations: numbered, each in one transaction, after a backup; a newer schema is refused.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::{Moment, StoreError};

/// The statements of one migration, in order.
pub(crate) type Migration = &'static [&'static str];

/// The migrations, from the first. Released ones never change.
pub(crate) const MIGRATIONS: &[Migration] = &[&[
    include_str!("../migrations/0001/1_journal.sql"),
    include_str!("../migrations/0001/2_register.sql"),
    include_str!("../migrations/0001/3_reports.sql"),
    include_str!("../migrations/0001/4_agreed.sql"),
]];

/// Marks the file as ours: "Entr".
pub(crate) const APPLICATION: i64 = 0x456e_7472;

/// Brings a database to the newest of these migrations. An older one is first copied into `backups`.
pub(crate) fn migrate(
    db: &mut Connection,
    migrations: &[Migration],
    backups: &Path,
    now: Moment,
) -> Result<(), StoreError> {
    let found = schema(db)?;
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(StoreError::NewerSchema { found, known });
    }
    if 0 < found && found < known {
        back_up(db, &backups.join(format!("schema-{found}-{}.sqlite", now.utc().format("%Y%m%dT%H%M%S%3fZ"))))?;
    }
    for (schema, migration) in (1..).zip(migrations).filter(|(schema, _)| *schema > found) {
        let step = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for statements in *migration {
            step.execute_batch(statements)?;
        }
        step.pragma_update(None, "application_id", APPLICATION)?;
        step.pragma_update(None, "user_version", schema)?;
        step.commit()?;
    }
    Ok(())
}

/// The schema's number; 0 for a new file.
pub(crate) fn schema(db: &Connection) -> Result<i64, StoreError> {
    Ok(db.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Copies the database into a new file.
pub(crate) fn back_up(db: &Connection, to: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::Folder { path: to.to_owned(), source };
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    db.execute("VACUUM INTO ?1", [to.to_string_lossy()])?;
    // VACUUM INTO leaves the copy to the system's cache.
    std::fs::File::options().write(true).open(to).and_then(|copy| copy.sync_all()).map_err(failed)
}
