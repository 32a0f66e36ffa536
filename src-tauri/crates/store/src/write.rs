//! Writing: one entry per use case, whole or not at all.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use crate::ids::Ids;
use crate::journal::{NewEntry, add_entry};
use crate::rows::run;
use crate::seal;
use crate::{Act, Author, EntryId, Store, StoreError};

/// What recording a use case gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded<T> {
    /// The entry; `None` when there was nothing to record.
    pub entry: Option<EntryId>,
    /// What the use case returned.
    pub value: T,
}

/// A use case being recorded: all that it adds belongs to one entry.
pub struct Writing<'s> {
    pub(crate) db: Transaction<'s>,
    pub(crate) ids: &'s mut Ids,
    author: &'s Author,
    act: Act,
    entry: Option<EntryId>,
}

impl Store {
    /// Records a use case as one entry. When `write` fails, or adds nothing, the store stays as it was.
    ///
    /// # Errors
    /// What `write` returns, or why the entry can't be stored.
    pub fn record<T, E: From<StoreError>>(
        &mut self,
        act: Act,
        write: impl FnOnce(&mut Writing<'_>) -> Result<T, E>,
    ) -> Result<Recorded<T>, E> {
        self.ids.advance(act.at);
        let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut writing = Writing { db, ids: &mut self.ids, author: &self.author, act, entry: None };
        let value = write(&mut writing)?;
        let entry = writing.finish()?;
        Ok(Recorded { entry, value })
    }
}

impl Writing<'_> {
    /// The entry that everything written here belongs to, made when the first row needs it.
    pub(crate) fn entry(&mut self) -> Result<EntryId, StoreError> {
        if let Some(entry) = self.entry {
            return Ok(entry);
        }
        let id = EntryId(self.ids.next());
        add_entry(&self.db, &NewEntry { id, author: self.author, act: &self.act, link: None })?;
        self.entry = Some(id);
        Ok(id)
    }

    /// An id for a row that no type names.
    pub(crate) fn row_id(&mut self) -> [u8; 16] {
        self.ids.next().into_bytes()
    }

    fn finish(self) -> Result<Option<EntryId>, StoreError> {
        let Some(entry) = self.entry else {
            return Ok(None);
        };
        seal_entry(&self.db, entry)?;
        self.db.commit()?;
        Ok(Some(entry))
    }
}

/// Stores the hash over an entry's rows, once they are all there.
pub(crate) fn seal_entry(db: &Connection, entry: EntryId) -> Result<(), StoreError> {
    let hash = seal::hash(db, entry)?;
    run(db, "INSERT INTO seal (entry, form, hash) VALUES (?1, ?2, ?3)", params![entry, seal::FORM, hash])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{act, card, day, full, open, report};
    use crate::rows::all;
    use crate::{ActKind, Arrival};

    type Test = Result<(), StoreError>;

    #[test]
    fn what_fails_half_way_leaves_nothing() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let failed: Result<Recorded<()>, _> = store.record(act(ActKind::Register), |w| {
            w.add_distributor(&card("Selat Filters"))?;
            Err(StoreError::Unknown("reason to go on"))
        });
        assert!(failed.is_err());
        assert_eq!((store.journal(9)?, store.distributors()?), (Vec::new(), Vec::new()));
        Ok(())
    }

    #[test]
    fn a_full_disk_keeps_what_was_recorded_and_the_store_goes_on_once_there_is_room() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = full(&folder)?;
        let before = store.journal(99)?;
        let id = store.distributors()?[0].id;
        let noise: Vec<u8> = (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
        let import = |store: &mut Store| {
            store.record(act(ActKind::Import), |w| {
                w.add_report(&mut Arrival::new(&noise, "November.xlsx", day("2026-12-01")), &report(id, 70))
            })
        };
        let pages: i64 = store.db.pragma_query_value(None, "page_count", |row| row.get(0))?;
        store.db.pragma_update(None, "max_page_count", pages + 4)?;
        assert!(matches!(import(&mut store), Err(StoreError::DiskFull)));
        assert_eq!((store.journal(99)?, store.check()?.damage), (before, Vec::new()));
        store.db.pragma_update(None, "max_page_count", pages + 999)?;
        assert!(import(&mut store)?.entry.is_some());
        Ok(())
    }

    #[test]
    fn what_adds_nothing_is_no_entry() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let choose = |store: &mut Store| store.record(act(ActKind::Setting), |w| w.set("paper", "A4"));
        assert!(choose(&mut store)?.entry.is_some());
        assert_eq!(choose(&mut store)?.entry, None);
        Ok(())
    }

    #[test]
    fn no_row_of_any_table_can_be_changed_or_deleted() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let store = full(&folder)?;
        // The tray is no part of the record.
        let sql = "SELECT name FROM sqlite_schema
                   WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'tray_%'";
        let tables: Vec<String> = all(&store.db, sql, [], |row| Ok(row.get("name")?))?;
        assert!(tables.len() >= 17, "{tables:?}");
        for table in tables {
            let column: String =
                store.db.query_row("SELECT name FROM pragma_table_info(?1)", [&table], |row| row.get(0))?;
            let rows: i64 = store.db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
            assert!(rows > 0, "{table} has no row to try");
            for sql in [
                format!("UPDATE {table} SET {column} = {column}"),
                format!("DELETE FROM {table}"),
                format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
            ] {
                let refused = store.db.execute(&sql, []).map_err(|error| error.to_string());
                assert!(refused.as_ref().is_err_and(|why| why.contains("only added")), "{sql}: {refused:?}");
            }
        }
        Ok(())
    }
}
