//! Workspace-wide choices by name.

use rusqlite::params;

use crate::rows::{one, run};
use crate::{Store, StoreError, Writing};

impl Writing<'_> {
    /// Chooses a setting. Choosing what holds already adds nothing.
    ///
    /// # Errors
    /// When the row can't be stored.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        if setting(&self.db, key)?.as_deref() == Some(value) {
            return Ok(());
        }
        let entry = self.entry()?;
        let sql = "INSERT INTO setting (id, entry, key, value) VALUES (?1, ?2, ?3, ?4)";
        let id = self.row_id();
        run(&self.db, sql, params![id, entry, key, value])
    }
}

impl Store {
    /// The setting of that name, if it was ever chosen.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        setting(&self.db, key)
    }
}

fn setting(db: &rusqlite::Connection, key: &str) -> Result<Option<String>, StoreError> {
    one(db, "SELECT value FROM setting_now WHERE key = ?1", [key], |row| Ok(row.get("value")?))
}
