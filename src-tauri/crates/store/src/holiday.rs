//! Holidays that a person added to a region's table or took away from it.

use chrono::NaiveDate;
use playbook::calendar::{Change, Edit};
use playbook::holidays::{Certainty, Holiday, HolidayKind};
use playbook::region::Region;
use rusqlite::{Row, params};

use crate::rows::{all, keyed, parsed, run};
use crate::{Store, StoreError, Writing};

/// A change of a region's holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayChange {
    /// The country, or one state of it.
    pub region: Region,
    /// The holiday's day.
    pub date: NaiveDate,
    /// Its name.
    pub name: String,
    /// Whether it was added; else it was taken away.
    pub added: bool,
    /// How sure its date is.
    pub certainty: Certainty,
    /// The day of the change.
    pub changed: NaiveDate,
}

impl HolidayChange {
    /// The same, as a calendar takes it.
    #[must_use]
    pub fn change(&self) -> Change {
        let edit = if self.added {
            Edit::Add(Holiday {
                date: self.date,
                name: self.name.clone(),
                kind: HolidayKind::Public,
                certainty: self.certainty,
                source: String::new(),
                as_of: self.changed,
            })
        } else {
            Edit::Remove { date: self.date, name: self.name.clone() }
        };
        Change { on: self.changed, edit }
    }
}

// The changes that count, in the order in which they were made.
const CHANGES: &str = "SELECT region, date, name, kept, certainty, changed FROM holiday_now ORDER BY changed, id";

impl Writing<'_> {
    /// Adds a holiday to a region's table, or takes one away.
    ///
    /// # Errors
    /// When the row can't be stored.
    pub fn change_holiday(&mut self, change: &HolidayChange) -> Result<(), StoreError> {
        let HolidayChange { region, date, name, added, certainty, changed } = change;
        let (entry, id) = (self.entry()?, self.row_id());
        let sql = "INSERT INTO holiday (id, entry, region, date, name, kept, certainty, changed)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let (region, date, changed) = (region.to_string(), date.to_string(), changed.to_string());
        run(&self.db, sql, params![id, entry, region, date, name, added, certainty.key(), changed])
    }
}

impl Store {
    /// What persons changed of the holidays, the earliest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn holiday_changes(&self) -> Result<Vec<HolidayChange>, StoreError> {
        all(&self.db, CHANGES, [], read)
    }
}

fn read(row: &Row<'_>) -> Result<HolidayChange, StoreError> {
    Ok(HolidayChange {
        region: parsed(row, "region")?,
        date: parsed(row, "date")?,
        name: row.get("name")?,
        added: row.get("kept")?,
        certainty: keyed(row, "certainty", Certainty::from_key)?,
        changed: parsed(row, "changed")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{day, holiday, now, open, record};

    #[test]
    fn changes_come_back_in_the_order_of_their_days_until_they_are_undone() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let later = HolidayChange { added: false, changed: day("2026-11-09"), ..holiday() };
        let (entry, ()) = record(&mut store, ActKind::Holidays, |w| w.change_holiday(&later))?;
        record(&mut store, ActKind::Holidays, |w| w.change_holiday(&holiday()))?;
        assert_eq!(store.holiday_changes()?, [holiday(), later]);
        store.undo(entry, now())?;
        assert_eq!(store.holiday_changes()?, [holiday()]);
        Ok(())
    }
}
