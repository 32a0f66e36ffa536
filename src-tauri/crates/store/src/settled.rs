//! Contradictions that a person settled, with the reason.

use chrono::NaiveDate;
use rusqlite::{Row, params};

use crate::rows::{all_of, one, parsed, run};
use crate::{DistributorId, EntryId, Store, StoreError, Writing};

/// A contradiction that a person settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// Whose figures.
    pub distributor: DistributorId,
    /// Which figures of which revisions, as the playbook names the contradiction.
    pub subject: String,
    /// Why they stand as they are.
    pub reason: String,
    /// Who settled it.
    pub author: String,
    /// The day on which it was settled.
    pub settled_on: NaiveDate,
}

/// A settlement that counts, and the entry that recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldSettlement {
    /// The entry: to undo it is to reopen the contradiction.
    pub entry: EntryId,
    /// What was settled.
    pub settlement: Settlement,
}

// The settlements that count, of one distributor or of all.
const SETTLED: &str = "
    SELECT entry, distributor, subject, reason, author, settled_on FROM settled_now
    WHERE distributor {of} ORDER BY distributor, subject";

impl Writing<'_> {
    /// Settles a contradiction. Settling it again for the same reason adds nothing; for another one replaces it.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn settle_contradiction(&mut self, settlement: &Settlement) -> Result<(), StoreError> {
        let Settlement { distributor, subject, reason, author, settled_on } = settlement;
        self.known(*distributor)?;
        let sql = "SELECT entry, distributor, subject, reason, author, settled_on FROM settled_now
                   WHERE distributor = ?1 AND subject = ?2";
        let held = one(&self.db, sql, params![distributor, subject], read)?;
        if held.is_some_and(|held| held.settlement.reason == *reason) {
            return Ok(());
        }
        let (entry, id, settled_on) = (self.entry()?, self.row_id(), settled_on.to_string());
        let sql = "INSERT INTO settled (id, entry, distributor, subject, reason, author, settled_on)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        run(&self.db, sql, params![id, entry, distributor, subject, reason, author, settled_on])
    }
}

impl Store {
    /// The contradictions that were settled, of one distributor or of all.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn settlements(&self, distributor: Option<DistributorId>) -> Result<Vec<HeldSettlement>, StoreError> {
        all_of(&self.db, SETTLED, distributor, read)
    }
}

fn read(row: &Row<'_>) -> Result<HeldSettlement, StoreError> {
    let settlement = Settlement {
        distributor: row.get("distributor")?,
        subject: row.get("subject")?,
        reason: row.get("reason")?,
        author: row.get("author")?,
        settled_on: parsed(row, "settled_on")?,
    };
    Ok(HeldSettlement { entry: row.get("entry")?, settlement })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{card, now, open, record, settlement};

    #[test]
    fn the_newest_reason_counts_and_undo_brings_back_the_one_before() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let first = settlement(id);
        let second = Settlement { reason: "Quotes of the year before".to_owned(), ..first.clone() };
        record(&mut store, ActKind::Settle, |w| w.settle_contradiction(&first))?;
        assert_eq!(store.record(crate::case::act(ActKind::Settle), |w| w.settle_contradiction(&first))?.entry, None);
        let (entry, ()) = record(&mut store, ActKind::Settle, |w| w.settle_contradiction(&second))?;
        let held = |store: &Store| -> Result<Vec<String>, StoreError> {
            Ok(store.settlements(Some(id))?.into_iter().map(|held| held.settlement.reason).collect())
        };
        assert_eq!(held(&store)?, [second.reason]);
        store.undo(entry, now())?;
        assert_eq!(held(&store)?, [first.reason]);
        Ok(())
    }
}
