//! What changed since a moment of the journal: the distributors that its entries are about.

use std::collections::BTreeSet;

use crate::rows::{all, one};
use crate::{DistributorId, EntryId, Store, StoreError};

/// A place in the journal: its newest entry then, by number and id; `None` before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(Option<(i64, EntryId)>);

/// What the entries since a place are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// These distributors alone.
    Distributors(BTreeSet<DistributorId>),
    /// Something that concerns every distributor, such as the playbook or the holidays.
    Everything,
}

/// Entries that are looked at one by one; beyond that it is quicker to read everything anew.
const MANY: usize = 200;

/// Tables with a column `entry` that say nothing of how anybody is judged: the journal's own, what a report already
/// stands for, what became of files and how they are laid out.
const SILENT: &[&str] = &[
    "entry_word",
    "seal",
    "source_file",
    "import",
    "answer",
    "tray_file",
    "profile",
    "profile_answer",
    "profile_standing",
];

// The tables whose rows belong to an entry, and whether they are about one distributor each.
const TABLES: &str = "
    SELECT tables.name AS name, EXISTS (SELECT 1 FROM pragma_table_info(tables.name) WHERE name = 'distributor') AS about
    FROM sqlite_schema AS tables
    WHERE tables.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(tables.name) WHERE name = 'entry')
    ORDER BY tables.name";

// The acts that were recorded, undone or redone since an entry.
const ACTS: &str = "SELECT DISTINCT coalesce(act, id) AS act FROM entry WHERE number > ?1";

impl Store {
    /// Where the journal is now.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn place(&self) -> Result<Place, StoreError> {
        let sql = "SELECT number, id FROM entry ORDER BY number DESC LIMIT 1";
        Ok(Place(one(&self.db, sql, [], |row| Ok((row.get("number")?, row.get("id")?)))?))
    }

    /// What was recorded, undone or redone since a place in the journal.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn touched_since(&self, place: Place) -> Result<Touched, StoreError> {
        let Place(Some((number, id))) = place else { return Ok(Touched::Everything) };
        let there = one(&self.db, "SELECT id FROM entry WHERE number = ?1", [number], |row| Ok(row.get("id")?))?;
        let acts: Vec<EntryId> = all(&self.db, ACTS, [number], |row| Ok(row.get("act")?))?;
        // Another journal, or too much to look at.
        if there != Some(id) || acts.len() > MANY {
            return Ok(Touched::Everything);
        }
        if acts.is_empty() {
            return Ok(Touched::Distributors(BTreeSet::new()));
        }
        let tables =
            all(&self.db, TABLES, [], |row| Ok((row.get::<_, String>("name")?, row.get::<_, bool>("about")?)))?;
        let loud = || tables.iter().filter(|(name, _)| !SILENT.contains(&name.as_str()));
        let named = |about: bool| loud().filter(move |table| table.1 == about).map(|table| table.0.as_str());
        let of_all = named(false).map(|table| format!("EXISTS (SELECT 1 FROM {table} WHERE entry = ?1)"));
        let of_all = format!("SELECT 1 WHERE {}", of_all.collect::<Vec<_>>().join(" OR "));
        let of_one = named(true).map(|table| format!("SELECT distributor FROM {table} WHERE entry = ?1"));
        let of_one = of_one.collect::<Vec<_>>().join(" UNION ");
        let mut touched = BTreeSet::new();
        for act in acts {
            if one(&self.db, &of_all, [act], |_| Ok(()))?.is_some() {
                return Ok(Touched::Everything);
            }
            touched.extend(all(&self.db, &of_one, [act], |row| Ok(row.get::<_, DistributorId>("distributor")?))?);
        }
        Ok(Touched::Distributors(touched))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{act, card, day, open, record, report};
    use crate::{ActKind, Arrival};

    type Test = Result<(), StoreError>;

    #[test]
    fn an_import_its_undo_and_its_redo_touch_the_distributor_that_reported() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, selat) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Lanna")))?;
        let only = Touched::Distributors(BTreeSet::from([selat]));
        let before = store.place()?;
        assert_eq!(store.touched_since(before)?, Touched::Distributors(BTreeSet::new()));
        let (entry, _) = record(&mut store, ActKind::Import, |w| {
            w.add_report(&mut Arrival::new(b"first", "October.xlsx", day("2026-11-03")), &report(selat, 100))
        })?;
        assert_eq!(store.touched_since(before)?, only);
        for undone in [true, false] {
            let before = store.place()?;
            let at = crate::case::now();
            if undone {
                store.undo(entry, at)?
            } else {
                store.redo(entry, at)?
            };
            assert_eq!(store.touched_since(before)?, only, "undone: {undone}");
        }
        Ok(())
    }

    #[test]
    fn a_new_distributor_and_a_setting_touch_everything() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let start = store.place()?;
        record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        assert_eq!(store.touched_since(start)?, Touched::Everything);
        let before = store.place()?;
        store.record(act(ActKind::Setting), |w| w.set("paper", "A4"))?;
        assert_eq!(store.touched_since(before)?, Touched::Everything);
        Ok(())
    }
}
