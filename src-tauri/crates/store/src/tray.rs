//! The tray beside the record: batches of files, what became of each, and the files that wait in review. Nothing here
//! counts, so its rows change and go; what is confirmed goes into the record.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, TransactionBehavior, params};

use crate::files::unpack;
use crate::rows::{all, keyed, one, parsed, run};
use crate::{EntryId, Moment, Sha256, Store, StoreError};

/// How a batch came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Dropped, chosen, or named on the command line.
    Drop,
    /// From the folder that is watched.
    Watched,
}

impl Origin {
    /// The name in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Drop => "drop",
            Self::Watched => "watched",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        [Self::Drop, Self::Watched].into_iter().find(|origin| origin.key() == key)
    }
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It waits in review.
    Waiting,
    /// A report of it is new.
    Stored,
    /// It corrected what was stored.
    Revised,
    /// All that it states was stored already.
    Unchanged,
    /// The same bytes were stored before.
    Same,
    /// It could not be read.
    Refused,
    /// It holds no report.
    NoReport,
    /// It was put aside.
    Aside,
}

impl Outcome {
    /// Every outcome, in the order of a result sheet's summary.
    pub const ALL: [Self; 8] = [
        Self::Stored,
        Self::Revised,
        Self::Unchanged,
        Self::Same,
        Self::Waiting,
        Self::Aside,
        Self::NoReport,
        Self::Refused,
    ];

    /// The name in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Stored => "stored",
            Self::Revised => "revised",
            Self::Unchanged => "unchanged",
            Self::Same => "same",
            Self::Refused => "refused",
            Self::NoReport => "no-report",
            Self::Aside => "aside",
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.key() == key)
    }
}

/// A file of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrayFile {
    /// Its place in the batch.
    pub position: u32,
    /// Its name without folders.
    pub name: String,
    /// The day it was received.
    pub received: NaiveDate,
    /// The hash of its content; `None` where it could not be opened.
    pub sha: Option<Sha256>,
    /// What became of it.
    pub outcome: Outcome,
    /// More about it: the key of a refusal, the day of the same bytes, how many reports a file that is partly in holds.
    pub why: String,
    /// What stored it, or the last of it.
    pub entry: Option<EntryId>,
    /// What stored some of its reports before, the oldest first.
    pub parts: Vec<EntryId>,
}

/// The content of a file that waits, and the desk's own notes on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work<'w> {
    /// The file as it came.
    pub bytes: &'w [u8],
    /// What it was read as, and the answers so far.
    pub notes: &'w [u8],
}

/// A file that waits, as it was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its batch.
    pub batch: i64,
    /// What is known of it.
    pub file: TrayFile,
    /// The file as it came.
    pub bytes: Vec<u8>,
    /// What it was read as, and the answers so far.
    pub notes: Vec<u8>,
}

/// Files that came together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// A short name for people.
    pub number: i64,
    /// When they came.
    pub at: Moment,
    /// How they came.
    pub origin: Origin,
    /// Hidden files and locks that were passed over.
    pub passed: u32,
    /// The files, as they came.
    pub files: Vec<TrayFile>,
}

/// Fast rather than small: the tray is emptied soon.
const LEVEL: i32 = 1;

const PUT: &str = "
    INSERT INTO tray_file (batch, position, name, received, sha256, outcome, why, entry, packed, work)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    ON CONFLICT (batch, position) DO UPDATE SET received = excluded.received, sha256 = excluded.sha256,
        outcome = excluded.outcome, why = excluded.why, entry = excluded.entry, packed = excluded.packed,
        work = excluded.work";

impl Store {
    /// Begins a batch; gives its number.
    ///
    /// # Errors
    /// When the row can't be stored.
    pub fn begin_batch(&mut self, at: Moment, origin: Origin, passed: u32) -> Result<i64, StoreError> {
        let sql = "INSERT INTO tray_batch (at, origin, passed) VALUES (?1, ?2, ?3)";
        run(&self.db, sql, params![at.to_string(), origin.key(), passed])?;
        Ok(self.db.last_insert_rowid())
    }

    /// Notes what became of files of a batch; those with their work go on waiting. All of them, or none.
    ///
    /// # Errors
    /// When the rows can't be stored.
    pub fn put_in_tray(&mut self, batch: i64, files: &[(TrayFile, Option<Work<'_>>)]) -> Result<(), StoreError> {
        let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (file, work) in files {
            let pack = |bytes: &[u8]| zstd::encode_all(bytes, LEVEL).map_err(StoreError::Packing);
            let (packed, notes) = match work {
                Some(work) => (Some(pack(work.bytes)?), Some(pack(work.notes)?)),
                None => (None, None),
            };
            let TrayFile { position, name, received, sha, outcome, why, entry, parts } = file;
            let received = received.to_string();
            run(&db, PUT, params![batch, position, name, received, sha, outcome.key(), why, entry, packed, notes])?;
            run(&db, "DELETE FROM tray_part WHERE batch = ?1 AND position = ?2", params![batch, position])?;
            for part in parts {
                let sql = "INSERT INTO tray_part (batch, position, entry) VALUES (?1, ?2, ?3)";
                run(&db, sql, params![batch, position, part])?;
            }
        }
        Ok(db.commit()?)
    }

    /// Takes a batch out of the tray, as if it had never come. Files that are in the record stay in it, and their batch.
    ///
    /// # Errors
    /// When the rows can't be removed.
    pub fn drop_batch(&mut self, batch: i64) -> Result<(), StoreError> {
        let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sql = "DELETE FROM tray_file WHERE batch = ?1 AND entry IS NULL AND NOT EXISTS (
                       SELECT 1 FROM tray_part AS part WHERE part.batch = ?1 AND part.position = tray_file.position)";
        run(&db, sql, [batch])?;
        let sql = "DELETE FROM tray_batch WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM tray_file WHERE batch = ?1)";
        run(&db, sql, [batch])?;
        Ok(db.commit()?)
    }

    /// The files that wait, oldest first. One whose content is no longer what was put there is left out.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn waiting(&self) -> Result<Vec<Waiting>, StoreError> {
        let sql = "SELECT batch, position, name, received, sha256, outcome, why, entry, packed, work
                   FROM tray_file WHERE packed IS NOT NULL ORDER BY batch, position";
        let found = all(&self.db, sql, [], |row| {
            let file = file(&self.db, row)?;
            let bytes = file.sha.and_then(|sha| unpack(sha, row.get_ref("packed").ok()?.as_blob().ok()?));
            let notes = zstd::decode_all(row.get_ref("work")?.as_blob().unwrap_or_default()).unwrap_or_default();
            Ok(bytes.map(|bytes| Ok(Waiting { batch: row.get("batch")?, file, bytes, notes })))
        })?;
        found.into_iter().flatten().collect()
    }

    /// Whether a file of that content is in the tray, whatever became of it.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn in_tray(&self, sha: Sha256) -> Result<bool, StoreError> {
        Ok(one(&self.db, "SELECT 1 FROM tray_file WHERE sha256 = ?1 LIMIT 1", [sha], |_| Ok(()))?.is_some())
    }

    /// Whether a file of that content is in the record with some of its reports, while others wait or were put aside.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn is_partly_in(&self, sha: Sha256) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM tray_part JOIN tray_file USING (batch, position)
                   WHERE sha256 = ?1 AND outcome IN ('waiting', 'aside') LIMIT 1";
        Ok(one(&self.db, sql, [sha], |_| Ok(()))?.is_some())
    }

    /// The newest batches that hold files, newest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn batches(&self, limit: u32) -> Result<Vec<Batch>, StoreError> {
        let sql = "SELECT number, at, origin, passed FROM tray_batch
                   WHERE EXISTS (SELECT 1 FROM tray_file WHERE batch = number) ORDER BY number DESC LIMIT ?1";
        all(&self.db, sql, [limit], |row| batch(&self.db, row))
    }

    /// The batch of that number.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is none.
    pub fn batch(&self, number: i64) -> Result<Batch, StoreError> {
        let sql = "SELECT number, at, origin, passed FROM tray_batch WHERE number = ?1";
        one(&self.db, sql, [number], |row| batch(&self.db, row))?.ok_or(StoreError::Unknown("batch"))
    }
}

fn batch(db: &Connection, row: &Row<'_>) -> Result<Batch, StoreError> {
    let number: i64 = row.get("number")?;
    let sql = "SELECT batch, position, name, received, sha256, outcome, why, entry FROM tray_file WHERE batch = ?1
               ORDER BY position";
    Ok(Batch {
        number,
        at: parsed(row, "at")?,
        origin: keyed(row, "origin", Origin::from_key)?,
        passed: row.get("passed")?,
        files: all(db, sql, [number], |row| file(db, row))?,
    })
}

fn file(db: &Connection, row: &Row<'_>) -> Result<TrayFile, StoreError> {
    let (batch, position): (i64, u32) = (row.get("batch")?, row.get("position")?);
    let sql = "SELECT entry FROM tray_part WHERE batch = ?1 AND position = ?2 ORDER BY entry";
    Ok(TrayFile {
        parts: all(db, sql, params![batch, position], |row| Ok(row.get("entry")?))?,
        position,
        name: row.get("name")?,
        received: parsed(row, "received")?,
        sha: row.get("sha256")?,
        outcome: keyed(row, "outcome", Outcome::from_key)?,
        why: row.get("why")?,
        entry: row.get("entry")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{card, day, now, open, record};

    type Test = Result<(), StoreError>;

    fn tray_file(position: u32, bytes: &[u8], outcome: Outcome) -> TrayFile {
        TrayFile {
            position,
            name: format!("{position}.csv"),
            received: day("2026-11-02"),
            sha: Some(Sha256::of(bytes)),
            outcome,
            why: String::new(),
            entry: None,
            parts: vec![],
        }
    }

    #[test]
    fn what_waits_is_there_again_with_its_bytes_and_notes() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let batch = store.begin_batch(now(), Origin::Drop, 2)?;
        let work = Work { bytes: b"sheet", notes: b"half answered" };
        let refused = TrayFile { why: "damaged".to_owned(), ..tray_file(1, b"x", Outcome::Refused) };
        store.put_in_tray(batch, &[(tray_file(0, b"sheet", Outcome::Waiting), Some(work)), (refused, None)])?;
        drop(store);
        let store = open(&folder)?;
        let waiting = store.waiting()?;
        assert_eq!(waiting.len(), 1);
        assert_eq!((waiting[0].bytes.as_slice(), waiting[0].notes.as_slice()), (&b"sheet"[..], &b"half answered"[..]));
        let held = store.batch(batch)?;
        assert_eq!((held.origin, held.passed, held.files.len()), (Origin::Drop, 2, 2));
        assert!(store.in_tray(Sha256::of(b"x"))? && !store.in_tray(Sha256::of(b"y"))?);
        Ok(())
    }

    #[test]
    fn a_file_that_is_partly_in_waits_with_the_entries_of_its_parts() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (entry, _) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let batch = store.begin_batch(now(), Origin::Drop, 0)?;
        let work = Work { bytes: b"sheet", notes: b"" };
        let partly = TrayFile { parts: vec![entry], ..tray_file(0, b"sheet", Outcome::Waiting) };
        let other = tray_file(1, b"other", Outcome::Waiting);
        store.put_in_tray(batch, &[(partly.clone(), Some(work)), (other, None)])?;
        assert_eq!(store.waiting()?[0].file, partly);
        assert!(store.is_partly_in(Sha256::of(b"sheet"))? && !store.is_partly_in(Sha256::of(b"other"))?);
        store.drop_batch(batch)?;
        assert_eq!(store.batch(batch)?.files, std::slice::from_ref(&partly), "what is in the record keeps its line");
        store.put_in_tray(batch, &[(TrayFile { parts: vec![], entry: Some(entry), ..partly }, None)])?;
        assert_eq!(store.batch(batch)?.files[0].parts, []);
        assert!(!store.is_partly_in(Sha256::of(b"sheet"))?);
        Ok(())
    }

    #[test]
    fn what_is_settled_waits_no_more_and_a_dropped_batch_leaves_nothing() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let batch = store.begin_batch(now(), Origin::Watched, 0)?;
        let work = Work { bytes: b"sheet", notes: b"" };
        store.put_in_tray(batch, &[(tray_file(0, b"sheet", Outcome::Waiting), Some(work))])?;
        store.put_in_tray(batch, &[(tray_file(0, b"sheet", Outcome::Aside), None)])?;
        assert_eq!((store.waiting()?, store.batches(9)?[0].files[0].outcome), (vec![], Outcome::Aside));
        store.drop_batch(batch)?;
        assert_eq!((store.batches(9)?, store.in_tray(Sha256::of(b"sheet"))?), (vec![], false));
        assert_eq!(store.begin_batch(now(), Origin::Drop, 0)?, batch + 1, "a number is never given twice");
        assert!(store.check()?.damage.is_empty());
        Ok(())
    }
}
