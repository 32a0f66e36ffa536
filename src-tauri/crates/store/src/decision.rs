//! Decisions: what a person decided, beside what the rule proposed.

use chrono::NaiveDate;
use playbook::period::Quarter;
use rusqlite::{Row, params};

use crate::rows::{all, maybe, one, parsed, run};
use crate::{DistributorId, Store, StoreError, Writing};

/// What a person decided on a quarter's assessment, beside what the rule proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Whose assessment.
    pub distributor: DistributorId,
    /// The quarter assessed.
    pub quarter: Quarter,
    /// The rule's outcome, by its key.
    pub proposed: String,
    /// The person's outcome, by its key.
    pub outcome: String,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// The last day of an override.
    pub expires: Option<NaiveDate>,
}

// The decisions that count, of one distributor (?1) or of all (NULL).
const DECISIONS: &str = "
    SELECT distributor, quarter, proposed, outcome, reason, author, expires FROM decision_now
    WHERE ?1 IS NULL OR distributor = ?1 ORDER BY distributor, quarter";

impl Writing<'_> {
    /// Records a decision. Deciding again on the same quarter replaces it; deciding the same adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn decide(&mut self, decision: &Decision) -> Result<(), StoreError> {
        let Decision { distributor, quarter, proposed, outcome, reason, author, expires } = decision;
        self.known(*distributor)?;
        let sql = "SELECT distributor, quarter, proposed, outcome, reason, author, expires FROM decision_now
                   WHERE distributor = ?1 AND quarter = ?2";
        let quarter = quarter.to_string();
        if one(&self.db, sql, params![distributor, quarter], read)?.as_ref() == Some(decision) {
            return Ok(());
        }
        let (entry, id, expires) = (self.entry()?, self.row_id(), expires.map(|day| day.to_string()));
        let sql = "INSERT INTO decision (id, entry, distributor, quarter, proposed, outcome, reason, author, expires)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let row = params![id, entry, distributor, quarter, proposed, outcome, reason, author, expires];
        run(&self.db, sql, row)
    }
}

impl Store {
    /// The decisions on a distributor, or on all.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn decisions(&self, distributor: Option<DistributorId>) -> Result<Vec<Decision>, StoreError> {
        all(&self.db, DECISIONS, [distributor], read)
    }
}

fn read(row: &Row<'_>) -> Result<Decision, StoreError> {
    Ok(Decision {
        distributor: row.get("distributor")?,
        quarter: parsed(row, "quarter")?,
        proposed: row.get("proposed")?,
        outcome: row.get("outcome")?,
        reason: row.get("reason")?,
        author: row.get("author")?,
        expires: maybe(row, "expires")?,
    })
}
