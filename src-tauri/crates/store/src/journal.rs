//! The journal: what was done, by whom, when, and whether it counts.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use crate::rows::{all, keyed, one, parsed};
use crate::touched::CHILDREN;
use crate::undo::{ABOUT_A_DISTRIBUTOR, builder};
use crate::{DistributorId, EntryId, Moment, Store, StoreError};

/// Who works, and on which device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The person.
    pub who: String,
    /// The laptop.
    pub device: String,
}

/// A use case about to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What kind of change it is.
    pub kind: ActKind,
    /// What is done, in words.
    pub what: What,
    /// The caller's clock.
    pub at: Moment,
}

/// What was done, in words: a message of the catalogue and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct What {
    /// The message's key.
    pub key: String,
    /// Its arguments by name.
    pub arguments: BTreeMap<String, String>,
}

impl What {
    /// A message without arguments.
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), arguments: BTreeMap::new() }
    }

    /// The message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.arguments.insert(name.to_owned(), value.to_string());
        self
    }
}

/// What kind of change an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActKind {
    /// Distributors registered or their cards revised.
    Register,
    /// Files imported.
    Import,
    /// Targets set or amended.
    Target,
    /// Exchange rates entered.
    Rate,
    /// A review held.
    Review,
    /// A decision taken.
    Decision,
    /// A grant given, revised or ended.
    Grant,
    /// A corrective action plan agreed, worked on or reviewed.
    Plan,
    /// A launch checklist set or marked.
    Launch,
    /// A quarter closed.
    Close,
    /// A band, a promotion, a request or the governance checklist.
    Governance,
    /// A setting chosen.
    Setting,
    /// What is remembered of a layout changed by hand.
    Layout,
    /// Holidays added to a region's table or taken away from it.
    Holidays,
    /// A contradiction settled.
    Settle,
    /// A version of the playbook set.
    Playbook,
    /// An entry taken back. Only [`Store::undo`] records it.
    Undo,
    /// An undone entry brought back. Only [`Store::redo`] records it.
    Redo,
}

impl ActKind {
    const ALL: &'static [Self] = &[
        Self::Register,
        Self::Import,
        Self::Target,
        Self::Rate,
        Self::Review,
        Self::Decision,
        Self::Grant,
        Self::Plan,
        Self::Launch,
        Self::Close,
        Self::Governance,
        Self::Setting,
        Self::Layout,
        Self::Holidays,
        Self::Settle,
        Self::Playbook,
        Self::Undo,
        Self::Redo,
    ];

    /// The name in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Import => "import",
            Self::Target => "target",
            Self::Rate => "rate",
            Self::Review => "review",
            Self::Decision => "decision",
            Self::Grant => "grant",
            Self::Plan => "plan",
            Self::Launch => "launch",
            Self::Close => "close",
            Self::Governance => "governance",
            Self::Setting => "setting",
            Self::Layout => "layout",
            Self::Holidays => "holidays",
            Self::Settle => "settle",
            Self::Playbook => "playbook",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    /// The kind of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id; ids sort in the order of the journal.
    pub id: EntryId,
    /// A short name for people, counted from 1.
    pub number: i64,
    /// What the caller's clock said.
    pub at: Moment,
    /// Who did it, where.
    pub author: Author,
    /// What kind of change it is.
    pub kind: ActKind,
    /// What was done. Of an undo or redo: the words of the act that it is about.
    pub what: What,
    /// The entry that it takes back, if it is an undo or a redo.
    pub undoes: Option<EntryId>,
    /// Whether it counts, and whether it can be undone.
    pub standing: Standing,
}

/// Whether an entry counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It counts, and can be undone.
    Counts,
    /// It counts; later entries build on it, so undo this number first.
    BuiltOn(i64),
    /// It is undone, or (of an undo or redo) a later one took its place.
    Undone,
}

// An entry with its chain: of an undo or redo, `superseded` says whether a later link took its place.
const ENTRY: &str = "
    SELECT entry.number, entry.id, entry.at, entry.who, entry.device, entry.kind, entry.what, entry.undoes,
           coalesce(entry.act, entry.id) AS act, entry.act IS NOT NULL AS link,
           entry.id IN (SELECT act FROM undone) AS undone,
           EXISTS (SELECT 1 FROM entry AS later WHERE later.act = entry.act AND later.id > entry.id) AS superseded
    FROM entry";

impl Store {
    /// The newest entries, newest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn journal(&self, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let sql = format!("{ENTRY} ORDER BY entry.number DESC LIMIT ?1");
        all(&self.db, &sql, [limit], |row| read(&self.db, row))
    }

    /// The newest entries that are about a distributor, newest first: those with a row about it, whatever it was called
    /// then, and those that took them back.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn journal_of(&self, distributor: DistributorId, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let sql = format!(
            "{ENTRY} WHERE entry.id IN (
                 WITH about AS ({}) SELECT id FROM entry
                 WHERE id IN (SELECT entry FROM about) OR act IN (SELECT entry FROM about)
                 ORDER BY number DESC LIMIT ?2)
             ORDER BY entry.number DESC",
            about()
        );
        all(&self.db, &sql, params![distributor, limit], |row| read(&self.db, row))
    }

    /// The entry of that id.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is none.
    pub fn entry(&self, id: EntryId) -> Result<Entry, StoreError> {
        entry(&self.db, id)
    }

    /// The entry of that number.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn entry_numbered(&self, number: i64) -> Result<Option<Entry>, StoreError> {
        one(&self.db, &format!("{ENTRY} WHERE entry.number = ?1"), [number], |row| read(&self.db, row))
    }
}

// The entries with a row about the distributor ?1.
fn about() -> String {
    let own = ABOUT_A_DISTRIBUTOR.iter().map(|table| format!("SELECT entry FROM {table} WHERE distributor = ?1"));
    let through = CHILDREN.iter().map(|(child, column, parent, key)| {
        format!(
            "SELECT {child}.entry FROM {child} JOIN {parent} ON {parent}.{key} = {child}.{column}
             WHERE {parent}.distributor = ?1"
        )
    });
    own.chain(through).collect::<Vec<_>>().join(" UNION ")
}

/// The entry of that id.
pub(crate) fn entry(db: &Connection, id: EntryId) -> Result<Entry, StoreError> {
    one(db, &format!("{ENTRY} WHERE entry.id = ?1"), [id], |row| read(db, row))?.ok_or(StoreError::Unknown("entry"))
}

fn read(db: &Connection, row: &Row<'_>) -> Result<Entry, StoreError> {
    let act: EntryId = row.get("act")?;
    let gone = if row.get("link")? { row.get("superseded")? } else { row.get("undone")? };
    let standing = match (gone, builder(db, act)?) {
        (true, _) => Standing::Undone,
        (false, Some(first)) => Standing::BuiltOn(first),
        (false, None) => Standing::Counts,
    };
    Ok(Entry {
        id: row.get("id")?,
        number: row.get("number")?,
        at: parsed(row, "at")?,
        author: Author { who: row.get("who")?, device: row.get("device")? },
        kind: keyed(row, "kind", ActKind::from_key)?,
        what: What { key: row.get("what")?, arguments: words(db, row.get("id")?)? },
        undoes: row.get("undoes")?,
        standing,
    })
}

fn words(db: &Connection, entry: EntryId) -> Result<BTreeMap<String, String>, StoreError> {
    let sql = "SELECT name, value FROM entry_word WHERE entry = ?1";
    let words = all(db, sql, [entry], |row| Ok((row.get("name")?, row.get("value")?)))?;
    Ok(words.into_iter().collect())
}

/// A row of the journal about to be added.
pub(crate) struct NewEntry<'a> {
    pub(crate) id: EntryId,
    pub(crate) author: &'a Author,
    pub(crate) act: &'a Act,
    /// Of an undo or redo: the entry it takes back, the act at the root, and whether that counts from here on.
    pub(crate) link: Option<(EntryId, EntryId, bool)>,
}

/// Adds an entry and its words. Its number is the next one.
pub(crate) fn add_entry(db: &Connection, new: &NewEntry<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO entry (id, at, who, device, kind, what, undoes, act, restores)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let (undoes, act, restores) = new.link.map_or((None, None, None), |(u, a, r)| (Some(u), Some(a), Some(r)));
    let Act { kind, what, at } = new.act;
    let Author { who, device } = new.author;
    let row = params![new.id, at.to_string(), who, device, kind.key(), what.key, undoes, act, restores];
    db.prepare_cached(sql)?.execute(row)?;
    for (name, value) in &what.arguments {
        let sql = "INSERT INTO entry_word (entry, name, value) VALUES (?1, ?2, ?3)";
        db.prepare_cached(sql)?.execute(params![new.id, name, value])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Arrival;
    use crate::case::{card, day, now, open, plan, record, report};

    #[test]
    fn a_distributors_entries_are_those_with_a_row_about_it_and_what_took_them_back() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, selat) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let (_, lanna) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Lanna")))?;
        let (both, ()) = record(&mut store, ActKind::Import, |w| {
            for of in [selat, lanna] {
                w.add_report(&mut Arrival::new(b"both", "October.xlsx", day("2026-11-03")), &report(of, 100))?;
            }
            Ok(())
        })?;
        record(&mut store, ActKind::Register, |w| w.revise_distributor(selat, &card("Baru")))?;
        store.undo(both, now())?;
        let (_, plan) = record(&mut store, ActKind::Plan, |w| w.agree_plan(&plan(selat)))?;
        record(&mut store, ActKind::Plan, |w| w.mark_action(plan, 2, Some(day("2026-11-09"))))?;
        for (of, limit, expected) in [(selat, 9, &[7, 6, 5, 4, 3, 1][..]), (selat, 2, &[7, 6]), (lanna, 9, &[5, 3, 2])]
        {
            let numbers: Vec<i64> = store.journal_of(of, limit)?.iter().map(|entry| entry.number).collect();
            assert_eq!(numbers, expected);
        }
        Ok(())
    }
}
