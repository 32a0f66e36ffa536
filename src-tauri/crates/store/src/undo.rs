//! Undo and redo: an entry that takes another back. Nothing is deleted; what counts changes.

use rusqlite::{Connection, TransactionBehavior};

use crate::grant::{builder_on_grants, foundation_of_grants};
use crate::journal::{NewEntry, add_entry, entry};
use crate::names::names_are_unique;
use crate::rows::one;
use crate::write::seal_entry;
use crate::{Act, ActKind, EntryId, Moment, Standing, Store, StoreError};

/// Every table whose rows are about a distributor, by its column `distributor`: what builds on its registration.
pub(crate) const ABOUT_A_DISTRIBUTOR: &[&str] = &[
    "card",
    "alias",
    "report",
    "target",
    "review",
    "decision",
    "plan",
    "launch_mark",
    "qbr",
    "qbr_action",
    "closed",
    "profile",
    "discount_band",
    "promotion",
    "discount_request",
    "governance_tick",
    "grant_terms",
    "settled",
];

// The newest live entry with a row about a distributor that the act ?1 registered.
fn builder_query() -> String {
    let exists = |table: &&str| {
        format!(
            "EXISTS (SELECT 1 FROM {table} JOIN distributor ON distributor.id = {table}.distributor
                     WHERE {table}.entry = entry.id AND distributor.entry = ?1)"
        )
    };
    let any = ABOUT_A_DISTRIBUTOR.iter().map(exists).collect::<Vec<_>>().join(" OR ");
    format!(
        "SELECT number FROM entry WHERE id > ?1 AND id NOT IN (SELECT act FROM undone) AND ({any})
         ORDER BY number DESC LIMIT 1"
    )
}

// The oldest undone entry that registered a distributor which a row of the act ?1 is about.
fn foundation_query() -> String {
    let about = |table: &&str| format!("SELECT distributor FROM {table} WHERE entry = ?1");
    let all = ABOUT_A_DISTRIBUTOR.iter().map(about).collect::<Vec<_>>().join(" UNION ");
    format!(
        "SELECT number FROM entry WHERE id <> ?1 AND id IN (SELECT act FROM undone) AND id IN (
             SELECT distributor.entry FROM distributor WHERE distributor.id IN ({all}))
         ORDER BY number LIMIT 1"
    )
}

/// The chain of an act: the newest undo or redo of it, and whether it counts.
struct Chain {
    act: EntryId,
    newest: EntryId,
    counts: bool,
}

impl Store {
    /// Takes an entry back: what it recorded no longer counts. Undoing an undo brings the act back.
    ///
    /// # Errors
    /// [`StoreError::AlreadyUndone`], [`StoreError::BuiltOn`], or, where an older name would come back that another
    /// distributor now has, [`StoreError::NameTaken`].
    pub fn undo(&mut self, id: EntryId, at: Moment) -> Result<EntryId, StoreError> {
        let undone = entry(&self.db, id)?;
        if undone.standing == Standing::Undone {
            return Err(StoreError::AlreadyUndone(id));
        }
        self.switch(&chain(&self.db, id)?, at)
    }

    /// Brings an undone entry back: what it recorded counts again.
    ///
    /// # Errors
    /// [`StoreError::NotUndone`], [`StoreError::BuildsOn`] or [`StoreError::NameTaken`].
    pub fn redo(&mut self, id: EntryId, at: Moment) -> Result<EntryId, StoreError> {
        entry(&self.db, id)?;
        let chain = chain(&self.db, id)?;
        if chain.counts {
            return Err(StoreError::NotUndone(id));
        }
        self.switch(&chain, at)
    }

    fn switch(&mut self, chain: &Chain, at: Moment) -> Result<EntryId, StoreError> {
        let act = chain.act;
        let first = if chain.counts { builder(&self.db, act)? } else { foundation(&self.db, act)? };
        match (chain.counts, first) {
            (true, Some(first)) => return Err(StoreError::BuiltOn { entry: act, first }),
            (false, Some(first)) => return Err(StoreError::BuildsOn { entry: act, first }),
            (_, None) => {}
        }
        let kind = if chain.counts { ActKind::Undo } else { ActKind::Redo };
        let what = entry(&self.db, act)?.what;
        self.ids.advance(at);
        let id = EntryId(self.ids.next());
        let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let link = Some((chain.newest, act, !chain.counts));
        add_entry(&db, &NewEntry { id, author: &self.author, act: &Act { kind, what, at }, link })?;
        names_are_unique(&db)?;
        seal_entry(&db, id)?;
        db.commit()?;
        Ok(id)
    }
}

fn chain(db: &Connection, id: EntryId) -> Result<Chain, StoreError> {
    let sql = "SELECT coalesce(act, id) AS act FROM entry WHERE id = ?1";
    let act = one(db, sql, [id], |row| Ok(row.get("act")?))?.ok_or(StoreError::Unknown("entry"))?;
    let sql = "SELECT id, restores FROM entry WHERE act = ?1 ORDER BY id DESC LIMIT 1";
    let newest = one(db, sql, [act], |row| Ok((row.get("id")?, row.get("restores")?)))?;
    let (newest, counts) = newest.unwrap_or((act, true));
    Ok(Chain { act, newest, counts })
}

/// The number of the newest live entry that builds on an act.
pub(crate) fn builder(db: &Connection, act: EntryId) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT 1 FROM distributor WHERE entry = ?1 LIMIT 1";
    if one(db, sql, [act], |_| Ok(()))?.is_none() {
        return builder_on_grants(db, act);
    }
    one(db, &builder_query(), [act], |row| Ok(row.get("number")?))
}

/// The number of the oldest undone entry that an act builds on.
fn foundation(db: &Connection, act: EntryId) -> Result<Option<i64>, StoreError> {
    let first = one(db, &foundation_query(), [act], |row| Ok(row.get("number")?))?;
    if first.is_some() { Ok(first) } else { foundation_of_grants(db, act) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{card, day, decision, now, open, record, report, review, target};
    use crate::{Arrival, Card, DistributorId, Writing};

    type Test = Result<(), StoreError>;

    fn register(store: &mut Store, name: &str) -> Result<(EntryId, DistributorId), StoreError> {
        record(store, ActKind::Register, |w| w.add_distributor(&card(name)))
    }

    fn names(store: &Store) -> Result<Vec<String>, StoreError> {
        Ok(store.distributors()?.into_iter().map(|distributor| distributor.card.name).collect())
    }

    #[test]
    fn undo_redo_and_undo_again() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (entry, _) = register(&mut store, "Selat")?;
        let undo = store.undo(entry, now())?;
        assert_eq!(names(&store)?, [""; 0]);
        assert!(matches!(store.undo(entry, now()), Err(StoreError::AlreadyUndone(id)) if id == entry));
        let redo = store.undo(undo, now())?;
        assert_eq!(names(&store)?, ["Selat"]);
        assert_eq!(store.entry(redo)?.kind, ActKind::Redo);
        assert!(matches!(store.redo(entry, now()), Err(StoreError::NotUndone(id)) if id == entry));
        assert!(matches!(store.undo(undo, now()), Err(StoreError::AlreadyUndone(id)) if id == undo));
        let again = store.undo(entry, now())?;
        assert_eq!(names(&store)?, [""; 0]);
        assert_eq!(store.entry(again)?.undoes, Some(redo));
        store.redo(entry, now())?;
        assert_eq!(names(&store)?, ["Selat"]);
        let standings: Vec<_> = store.journal(9)?.iter().map(|entry| entry.standing).collect();
        use Standing::{Counts, Undone};
        assert_eq!(standings, [Counts, Undone, Undone, Undone, Counts]);
        Ok(())
    }

    #[test]
    fn an_undo_has_the_words_of_what_it_takes_back() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (entry, _) = register(&mut store, "Selat")?;
        let undo = store.undo(entry, now())?;
        assert_eq!(store.entry(undo)?.what, store.entry(entry)?.what);
        assert_eq!(store.entry_numbered(2)?.map(|entry| entry.id), Some(undo));
        Ok(())
    }

    /// A registration is undone after what builds on it, and comes back before it.
    fn check_order(builds: impl FnOnce(&mut Writing<'_>, DistributorId) -> Test) -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (entry, id) = register(&mut store, "Selat")?;
        let (later, ()) = record(&mut store, ActKind::Register, |w| builds(w, id))?;
        assert_eq!(store.entry(entry)?.standing, Standing::BuiltOn(2));
        assert!(matches!(store.undo(entry, now()), Err(StoreError::BuiltOn { first: 2, .. })));
        store.undo(later, now())?;
        store.undo(entry, now())?;
        assert!(matches!(store.redo(later, now()), Err(StoreError::BuildsOn { first: 1, .. })));
        store.redo(entry, now())?;
        store.redo(later, now())?;
        Ok(())
    }

    #[test]
    fn what_builds_on_a_registration_goes_before_it_and_comes_back_after_it() -> Test {
        check_order(|w, id| w.revise_distributor(id, &card("Baru")))?;
        check_order(|w, id| w.add_alias(id, "Baru"))?;
        check_order(|w, id| {
            let mut file = Arrival::new(b"first", "October.xlsx", day("2026-11-03"));
            w.add_report(&mut file, &report(id, 100)).map(drop)
        })?;
        check_order(|w, id| w.add_target(&target(id, 300)).map(drop))?;
        check_order(|w, id| w.hold_review(&review(id)))?;
        check_order(|w, id| w.decide(&decision(id)))
    }

    #[test]
    fn every_table_about_a_distributor_is_known_to_undo() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let store = open(&folder)?;
        let sql =
            "SELECT tables.name AS name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
                   WHERE tables.type = 'table' AND columns.name = 'distributor'";
        let mut found: Vec<String> = crate::rows::all(&store.db, sql, [], |row| Ok(row.get("name")?))?;
        let mut known: Vec<String> = ABOUT_A_DISTRIBUTOR.iter().map(|table| (*table).to_owned()).collect();
        found.sort();
        known.sort();
        assert_eq!(found, known);
        Ok(())
    }

    #[test]
    fn a_name_that_is_taken_meanwhile_does_not_come_back() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, first) = register(&mut store, "Selat")?;
        let (renamed, ()) =
            record(&mut store, ActKind::Register, |w| w.revise_distributor(first, &card("Selat Baru")))?;
        register(&mut store, "SELAT")?;
        let refused = store.undo(renamed, now());
        assert!(matches!(refused, Err(StoreError::NameTaken { .. })), "{refused:?}");
        assert_eq!((names(&store)?, store.journal(9)?.len()), (vec!["SELAT".to_owned(), "Selat Baru".to_owned()], 3));
        Ok(())
    }

    #[test]
    fn undoing_a_revision_brings_back_the_card_and_the_aliases_before_it() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let before = Card { aliases: vec!["PT Selat".to_owned(), "Selat".to_owned()], ..card("Selat Filters") };
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&before))?;
        let after = Card { aliases: vec!["Selat".to_owned()], contact: "Budi".to_owned(), ..before.clone() };
        let (entry, ()) = record(&mut store, ActKind::Register, |w| w.revise_distributor(id, &after))?;
        assert_eq!(store.distributor(id)?.map(|found| found.card), Some(after));
        store.undo(entry, now())?;
        assert_eq!(store.distributor(id)?.map(|found| found.card), Some(before));
        Ok(())
    }
}
