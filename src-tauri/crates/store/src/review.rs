//! Reviews: what was held, and when.

use chrono::NaiveDate;
use playbook::kpi::ReviewKind;
use playbook::period::Period;
use rusqlite::{Connection, Row, params};

use crate::rows::{all, all_of, keyed, one, parsed, run};
use crate::{DistributorId, Store, StoreError, Writing};

/// A review that was held. Noting the same review again corrects it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// With whom.
    pub distributor: DistributorId,
    /// What it was.
    pub kind: ReviewKind,
    /// The month or the quarter that was reviewed.
    pub period: Period,
    /// The day it was held.
    pub held_on: NaiveDate,
    /// What was said.
    pub notes: String,
    /// What was decided, in its order.
    pub decisions: Vec<String>,
}

// The reviews that count, of one distributor or of all.
const REVIEWS: &str = "
    SELECT id, distributor, kind, period, held_on, notes FROM review_now
    WHERE distributor {of} ORDER BY distributor, kind, period";

impl Writing<'_> {
    /// Notes that a review was held. Noting it again corrects it; noting the same adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn hold_review(&mut self, review: &Review) -> Result<(), StoreError> {
        let Review { distributor, kind, period, held_on, notes, decisions } = review;
        self.known(*distributor)?;
        let sql = "SELECT id, distributor, kind, period, held_on, notes FROM review_now
                   WHERE distributor = ?1 AND kind = ?2 AND period = ?3";
        let period = period.to_string();
        let key = params![distributor, kind.key(), period];
        if one(&self.db, sql, key, |row| read(&self.db, row))?.as_ref() == Some(review) {
            return Ok(());
        }
        let (entry, id) = (self.entry()?, self.row_id());
        let sql = "INSERT INTO review (id, entry, distributor, kind, period, held_on, notes)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        run(&self.db, sql, params![id, entry, distributor, kind.key(), period, held_on.to_string(), notes])?;
        for (position, text) in (1_i64..).zip(decisions) {
            let sql = "INSERT INTO review_decision (review, position, text) VALUES (?1, ?2, ?3)";
            run(&self.db, sql, params![id, position, text])?;
        }
        Ok(())
    }
}

impl Store {
    /// The reviews that were held with a distributor, or with all.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn reviews(&self, distributor: Option<DistributorId>) -> Result<Vec<Review>, StoreError> {
        all_of(&self.db, REVIEWS, distributor, |row| read(&self.db, row))
    }
}

fn read(db: &Connection, row: &Row<'_>) -> Result<Review, StoreError> {
    let id: [u8; 16] = row.get("id")?;
    let sql = "SELECT text FROM review_decision WHERE review = ?1 ORDER BY position";
    Ok(Review {
        distributor: row.get("distributor")?,
        kind: keyed(row, "kind", ReviewKind::from_key)?,
        period: parsed(row, "period")?,
        held_on: parsed(row, "held_on")?,
        notes: row.get("notes")?,
        decisions: all(db, sql, [id], |row| Ok(row.get("text")?))?,
    })
}
