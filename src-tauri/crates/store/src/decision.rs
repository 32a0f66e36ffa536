//! Decisions: what a person decided on a grant, beside what the rule proposed.

use playbook::exclusivity::{self, Outcome, Proposal};
use rusqlite::{Row, params};

use crate::rows::{all_of, keyed, maybe, one, parsed, run};
use crate::{DistributorId, GrantId, Store, StoreError, Writing};

/// What a person decided on a stage of a grant, beside what the rule proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Whose grant.
    pub distributor: DistributorId,
    /// Which of its grants.
    pub grant: GrantId,
    /// What was decided.
    pub made: exclusivity::Decision,
}

// The decisions that count, of one distributor or of all.
const DECISIONS: &str = "
    SELECT distributor, grant_id, stage, proposed, outcome, reason, author, decided_on, expires FROM grant_decision_now
    WHERE distributor {of} ORDER BY distributor, grant_id, stage";

const DECISION: &str = "
    SELECT distributor, grant_id, stage, proposed, outcome, reason, author, decided_on, expires FROM grant_decision_now
    WHERE grant_id = ?1 AND stage = ?2";

impl Writing<'_> {
    /// Records a decision. Deciding again on the same stage replaces it; deciding the same adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor, or the grant is not its own.
    pub fn decide(&mut self, decision: &Decision) -> Result<(), StoreError> {
        let Decision { distributor, grant, made } = decision;
        self.known_grant(*distributor, *grant)?;
        let stage = made.stage.to_string();
        if one(&self.db, DECISION, params![grant, stage], read)?.as_ref() == Some(decision) {
            return Ok(());
        }
        let (entry, id) = (self.entry()?, self.row_id());
        let (proposed, outcome, expires) =
            (made.proposed.key(), made.outcome.key(), made.until.map(|day| day.to_string()));
        let sql = "INSERT INTO decision (id, entry, distributor, quarter, proposed, outcome, reason, author, expires)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let row = params![id, entry, distributor, stage, proposed, outcome, made.reason, made.author, expires];
        run(&self.db, sql, row)?;
        let sql = "INSERT INTO decision_grant (decision, grant_id, decided_on) VALUES (?1, ?2, ?3)";
        run(&self.db, sql, params![id, grant, made.decided.to_string()])
    }
}

impl Store {
    /// The decisions on the grants of a distributor, or of all.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn decisions(&self, distributor: Option<DistributorId>) -> Result<Vec<Decision>, StoreError> {
        all_of(&self.db, DECISIONS, distributor, read)
    }
}

fn read(row: &Row<'_>) -> Result<Decision, StoreError> {
    Ok(Decision {
        distributor: row.get("distributor")?,
        grant: row.get("grant_id")?,
        made: exclusivity::Decision {
            stage: parsed(row, "stage")?,
            proposed: keyed(row, "proposed", Proposal::from_key)?,
            outcome: keyed(row, "outcome", Outcome::from_key)?,
            reason: row.get("reason")?,
            author: row.get("author")?,
            decided: parsed(row, "decided_on")?,
            until: maybe(row, "expires")?,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{act, card, decision, now, open, record};

    type Test = Result<(), StoreError>;

    #[test]
    fn deciding_again_replaces_and_undo_brings_back_what_stood() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let first = decision(id);
        record(&mut store, ActKind::Decision, |w| w.decide(&first))?;
        assert_eq!(store.record(act(ActKind::Decision), |w| w.decide(&first))?.entry, None, "as it is already");
        let mut second = first.clone();
        second.made.outcome = Outcome::Lapse;
        second.made.until = None;
        let (entry, ()) = record(&mut store, ActKind::Decision, |w| w.decide(&second))?;
        assert_eq!(store.decisions(Some(id))?, [second]);
        store.undo(entry, now())?;
        assert_eq!(store.decisions(None)?, [first]);
        Ok(())
    }

    #[test]
    fn a_decision_of_the_first_schema_is_on_the_first_grant_and_was_taken_on_its_entrys_day() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let expected = decision(id);
        record(&mut store, ActKind::Decision, |w| {
            let (entry, row) = (w.entry()?, w.row_id());
            let sql =
                "INSERT INTO decision (id, entry, distributor, quarter, proposed, outcome, reason, author, expires)
                       VALUES (?1, ?2, ?3, '2026-Q3', 'lapse', 'renew', 'New warehouse', 'Mei Lin', '2026-12-31')";
            run(&w.db, sql, params![row, entry, id])
        })?;
        assert_eq!(store.decisions(None)?, [expected]);
        Ok(())
    }
}
