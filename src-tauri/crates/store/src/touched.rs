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
    "tray_part",
    "profile",
    "profile_answer",
    "profile_standing",
];

/// Tables whose rows are about what a row of another table began with a distributor: by which column, and the other table
/// with the column that it names.
pub(crate) const CHILDREN: &[(&str, &str, &str, &str)] = &[
    ("plan_action", "plan", "plan", "id"),
    ("plan_review", "plan", "plan", "id"),
    ("promotion_run", "promotion", "promotion", "promotion"),
    ("discount_answer", "request", "discount_request", "id"),
    ("qbr_action_state", "action", "qbr_action", "id"),
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
        let tables: Vec<(String, bool)> = all(&self.db, TABLES, [], |row| Ok((row.get("name")?, row.get("about")?)))?;
        let (of_all, of_one) = (of_all(&tables), of_one(&tables));
        let mut touched = BTreeSet::new();
        for act in acts {
            let about: Vec<Option<DistributorId>> = all(&self.db, &of_one, [act], |row| Ok(row.get("distributor")?))?;
            // A row that names nobody, such as a band of discounts, holds for everybody.
            if about.contains(&None) || one(&self.db, &of_all, [act], |_| Ok(()))?.is_some() {
                return Ok(Touched::Everything);
            }
            touched.extend(about.into_iter().flatten());
        }
        Ok(Touched::Distributors(touched))
    }
}

// Whether the act ?1 has a row that is about nobody alone.
fn of_all(tables: &[(String, bool)]) -> String {
    let child = |name: &str| CHILDREN.iter().any(|(child, ..)| *child == name);
    let loud = tables.iter().filter(|(name, about)| !about && !SILENT.contains(&name.as_str()) && !child(name));
    let exists = loud.map(|(name, _)| format!("EXISTS (SELECT 1 FROM {name} WHERE entry = ?1)"));
    format!("SELECT 1 WHERE {}", exists.collect::<Vec<_>>().join(" OR "))
}

// Whom the rows of the act ?1 are about.
fn of_one(tables: &[(String, bool)]) -> String {
    let own = tables.iter().filter(|(name, about)| *about && !SILENT.contains(&name.as_str()));
    let own = own.map(|(name, _)| format!("SELECT distributor FROM {name} WHERE entry = ?1"));
    let through = CHILDREN.iter().map(|(child, column, parent, key)| {
        format!(
            "SELECT {parent}.distributor FROM {child} JOIN {parent} ON {parent}.{key} = {child}.{column}
             WHERE {child}.entry = ?1"
        )
    });
    own.chain(through).collect::<Vec<_>>().join(" UNION ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::case as call;
    use crate::case::{act, card, day, open, plan as new_plan, record, report};
    use crate::governance::tests::band;
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

    #[test]
    fn what_is_added_to_a_plan_a_promotion_a_request_or_an_action_touches_its_distributor_alone() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, selat) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let before = store.place()?;
        crate::governance::case(&mut store, selat)?;
        let (_, plan) = record(&mut store, ActKind::Plan, |w| w.agree_plan(&new_plan(selat)))?;
        record(&mut store, ActKind::Plan, |w| w.mark_action(plan, 2, Some(day("2026-11-09"))))?;
        let quarter = "2026-Q3".parse().expect("a literal");
        let (_, action) = record(&mut store, ActKind::Review, |w| w.add_action(selat, quarter, &call("Call")))?;
        record(&mut store, ActKind::Review, |w| w.revise_action(action, &call("Call again")))?;
        assert_eq!(store.touched_since(before)?, Touched::Distributors(BTreeSet::from([selat])));
        Ok(())
    }

    #[test]
    fn a_band_for_everybody_touches_everything() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let before = store.place()?;
        record(&mut store, ActKind::Governance, |w| w.put_band(None, &band(None)))?;
        assert_eq!(store.touched_since(before)?, Touched::Everything);
        Ok(())
    }

    #[test]
    fn of_every_table_it_is_said_whom_its_rows_are_about() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let store = open(&folder)?;
        let tables: Vec<(String, bool)> = all(&store.db, TABLES, [], |row| Ok((row.get("name")?, row.get("about")?)))?;
        let child = |name: &str| CHILDREN.iter().any(|(child, ..)| *child == name);
        let of_all = tables.iter().filter(|(name, about)| !about && !SILENT.contains(&name.as_str()) && !child(name));
        let of_all: Vec<&str> = of_all.map(|(name, _)| name.as_str()).collect();
        let expected = ["distributor", "exchange_rate", "holiday", "launch_item", "playbook_version", "setting"];
        assert_eq!(of_all, expected);
        Ok(())
    }
}
