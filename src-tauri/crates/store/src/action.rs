//! The actions of quarterly reviews.

use chrono::NaiveDate;
use playbook::period::Quarter;
use playbook::qbr::{Settled, Settling};
use rusqlite::{Row, params};

use crate::rows::{all_of, keyed, maybe, one, parsed, run};
use crate::{ActionId, DistributorId, Store, StoreError, Writing};

/// What is known of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionCard {
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// The day by which it is done.
    pub due: NaiveDate,
    /// How it ended; `None` while it is open.
    pub settled: Option<Settled>,
}

/// An action that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QbrAction {
    /// Its id.
    pub id: ActionId,
    /// With whom it was agreed.
    pub distributor: DistributorId,
    /// The quarter whose review agreed it.
    pub quarter: Quarter,
    /// What is known of it.
    pub card: ActionCard,
}

// The actions of one distributor or of all, in the order in which they were agreed.
const ACTIONS: &str = "
    SELECT id, distributor, quarter, what, owner, due, settled, settled_on FROM qbr_action_now
    WHERE distributor {of} ORDER BY id";

impl Writing<'_> {
    /// Adds an action that the review of a quarter agreed.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn add_action(
        &mut self,
        distributor: DistributorId,
        quarter: Quarter,
        card: &ActionCard,
    ) -> Result<ActionId, StoreError> {
        self.known(distributor)?;
        let (entry, id) = (self.entry()?, ActionId(self.ids.next()));
        let sql = "INSERT INTO qbr_action (id, entry, distributor, quarter) VALUES (?1, ?2, ?3, ?4)";
        run(&self.db, sql, params![id, entry, distributor, quarter.to_string()])?;
        self.add_action_state(id, card)?;
        Ok(id)
    }

    /// Revises an action: its words, its owner, its day, or how it ended. The same again adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such action.
    pub fn revise_action(&mut self, id: ActionId, card: &ActionCard) -> Result<(), StoreError> {
        let sql =
            "SELECT id, distributor, quarter, what, owner, due, settled, settled_on FROM qbr_action_now WHERE id = ?1";
        let held = one(&self.db, sql, [id], read)?.ok_or(StoreError::Unknown("action"))?;
        if held.card == *card { Ok(()) } else { self.add_action_state(id, card) }
    }

    fn add_action_state(&mut self, action: ActionId, card: &ActionCard) -> Result<(), StoreError> {
        let (entry, id) = (self.entry()?, self.row_id());
        let ActionCard { what, owner, due, settled } = card;
        let (how, on) = settled.map_or((None, None), |end| (Some(end.how.key()), Some(end.on.to_string())));
        let sql = "INSERT INTO qbr_action_state (id, entry, action, what, owner, due, settled, settled_on)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        run(&self.db, sql, params![id, entry, action, what, owner, due.to_string(), how, on])
    }
}

impl Store {
    /// The actions agreed with a distributor, or with all, the oldest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn actions(&self, distributor: Option<DistributorId>) -> Result<Vec<QbrAction>, StoreError> {
        all_of(&self.db, ACTIONS, distributor, read)
    }
}

fn read(row: &Row<'_>) -> Result<QbrAction, StoreError> {
    let settled = match maybe(row, "settled_on")? {
        Some(on) => Some(Settled { how: keyed(row, "settled", Settling::from_key)?, on }),
        None => None,
    };
    Ok(QbrAction {
        id: row.get("id")?,
        distributor: row.get("distributor")?,
        quarter: parsed(row, "quarter")?,
        card: ActionCard { what: row.get("what")?, owner: row.get("owner")?, due: parsed(row, "due")?, settled },
    })
}

/// An open action, for the tests of this crate.
#[cfg(test)]
pub(crate) fn case(what: &str) -> ActionCard {
    let due = crate::case::day("2026-10-31");
    ActionCard { what: what.to_owned(), owner: "Hendra Wijaya".to_owned(), due, settled: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{card, day, now, open, record};

    #[test]
    fn an_action_is_settled_and_undo_opens_it_again() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, distributor) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
        let quarter = "2026-Q3".parse().expect("a literal");
        let (_, id) = record(&mut store, ActKind::Review, |w| w.add_action(distributor, quarter, &case("Requote")))?;
        let done = ActionCard {
            settled: Some(Settled { how: Settling::Done, on: day("2026-10-20") }),
            ..case("Requote 23 quotes")
        };
        let (entry, ()) = record(&mut store, ActKind::Review, |w| w.revise_action(id, &done))?;
        let listed = |store: &Store| store.actions(Some(distributor)).map(|all| all[0].card.clone());
        assert_eq!(listed(&store)?, done);
        let same = store.record(crate::case::act(ActKind::Review), |w| w.revise_action(id, &done))?;
        assert_eq!(same.entry, None);
        store.undo(entry, now())?;
        assert_eq!(listed(&store)?, case("Requote"));
        assert_eq!(store.actions(None)?, store.actions(Some(distributor))?);
        let nobody =
            store.record(crate::case::act(ActKind::Review), |w| w.revise_action(ActionId::from_u128(7), &done));
        assert!(matches!(nobody, Err(StoreError::Unknown("action"))), "{nobody:?}");
        Ok(())
    }
}
