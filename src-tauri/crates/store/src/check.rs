//! Checking that what is stored is what was recorded.

use rusqlite::{Connection, params};

use crate::files::unpack;
use crate::rows::{all, one};
use crate::{EntryId, FileId, Store, StoreError, seal};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// Entries checked.
    pub entries: usize,
    /// Files checked.
    pub files: usize,
    /// What is wrong; empty when all is well.
    pub damage: Vec<Damage>,
}

/// Something that is no longer as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// The database's own structure, in SQLite's words.
    Structure(String),
    /// Rows of an entry.
    Entry {
        /// The entry.
        id: EntryId,
        /// Its number.
        number: i64,
    },
    /// The content of a file.
    File(FileId),
}

impl Store {
    /// Checks the database's structure, the rows of every entry against its seal, and every file against its SHA-256.
    ///
    /// # Errors
    /// When the check can't run at all; what it finds is in [`Health::damage`].
    pub fn check(&self) -> Result<Health, StoreError> {
        // Pages in memory may be sound where those on the disk are not.
        self.db.release_memory()?;
        let mut damage = structure(&self.db).unwrap_or_else(unreadable);
        let entries = self.entries().unwrap_or_else(|error| {
            damage.extend(unreadable(error));
            Vec::new()
        });
        damage.extend(
            entries
                .iter()
                .filter(|(id, _)| !sealed(&self.db, *id))
                .map(|(id, number)| Damage::Entry { id: *id, number: *number }),
        );
        let files = self.files().unwrap_or_else(|error| {
            damage.extend(unreadable(error));
            Vec::new()
        });
        damage.extend(files.iter().filter(|id| !whole(&self.db, **id)).map(|id| Damage::File(*id)));
        Ok(Health { entries: entries.len(), files: files.len(), damage })
    }

    fn entries(&self) -> Result<Vec<(EntryId, i64)>, StoreError> {
        let sql = "SELECT id, number FROM entry ORDER BY number";
        all(&self.db, sql, [], |row| Ok((row.get("id")?, row.get("number")?)))
    }

    fn files(&self) -> Result<Vec<FileId>, StoreError> {
        all(&self.db, "SELECT id FROM source_file ORDER BY id", [], |row| Ok(row.get("id")?))
    }
}

fn unreadable(error: StoreError) -> Vec<Damage> {
    vec![Damage::Structure(error.to_string())]
}

fn structure(db: &Connection) -> Result<Vec<Damage>, StoreError> {
    let said: Vec<String> =
        all(db, "SELECT integrity_check AS said FROM pragma_integrity_check", [], |row| Ok(row.get("said")?))?;
    let strays: Vec<String> =
        all(db, "SELECT \"table\" AS stray FROM pragma_foreign_key_check", [], |row| Ok(row.get("stray")?))?;
    let broken = said.into_iter().filter(|line| line != "ok");
    let strays = strays.into_iter().map(|table| format!("a row of {table} refers to nothing"));
    Ok(broken.chain(strays).map(Damage::Structure).collect())
}

/// Whether an entry's rows are those that were recorded. Rows that can't be read are not.
fn sealed(db: &Connection, entry: EntryId) -> bool {
    let sql = "SELECT hash FROM seal WHERE entry = ?1 AND form = ?2";
    let stored = one(db, sql, params![entry, seal::FORM], |row| Ok(row.get::<_, [u8; 32]>("hash")?));
    matches!((stored, seal::hash(db, entry)), (Ok(Some(stored)), Ok(hash)) if stored == hash)
}

/// Whether a file's content still has its SHA-256.
fn whole(db: &Connection, file: FileId) -> bool {
    let sql = "SELECT sha256, packed FROM source_file WHERE id = ?1";
    let content = one(db, sql, [file], |row| {
        Ok(row.get_ref("packed")?.as_blob().ok().and_then(|packed| unpack(row.get("sha256").ok()?, packed)))
    });
    matches!(content, Ok(Some(Some(_))))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::case::{author, full, now};

    /// All that a reader sees: when a flip is not noticed, it must not have changed this.
    fn seen(store: &Store) -> Result<String, StoreError> {
        let distributors = store.distributors()?;
        let mut seen = format!("{:?} {:?} {:?}", store.journal(99)?, store.all_facts()?, store.decisions(None)?);
        for distributor in &distributors {
            for revision in store.reports(distributor.id)? {
                seen += &format!("{:?} {:?}", store.report(revision.id)?, store.source_bytes(revision.file)?);
            }
        }
        Ok(seen + &format!("{distributors:?} {:?} {:?}", store.targets(None)?, store.reviews(None)?))
    }

    fn checked(folder: &Path) -> Result<(Health, String), StoreError> {
        let store = Store::open(folder, now(), author())?;
        Ok((store.check()?, seen(&store)?))
    }

    #[test]
    fn what_was_recorded_is_whole() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let store = full(&folder)?;
        let entries = store.journal(999)?.len();
        assert_eq!(store.check()?, Health { entries, files: 2, damage: Vec::new() });
        Ok(())
    }

    #[test]
    fn a_flipped_bit_is_noticed_or_changes_nothing_that_is_read() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        drop(full(&folder)?);
        let path = folder.path().join(Store::FILE);
        let sound = std::fs::read(&path).expect("the database");
        let (_, read) = checked(folder.path())?;
        let mut noticed = 0;
        for step in 0..400 {
            let at = step * 7919 % sound.len();
            let mut flipped = sound.clone();
            flipped[at] ^= 1 << (step % 8);
            std::fs::write(&path, &flipped).expect("a copy with one bit flipped");
            match checked(folder.path()) {
                Ok((health, now_read)) if health.damage.is_empty() => assert_eq!(now_read, read, "bit at {at}"),
                Ok(_) | Err(_) => noticed += 1,
            }
            let _ = std::fs::remove_file(path.with_extension("sqlite-wal"));
        }
        assert!(noticed > 20, "{noticed}");
        Ok(())
    }

    #[test]
    fn every_bit_of_a_files_content_is_watched() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        drop(full(&folder)?);
        let path = folder.path().join(Store::FILE);
        let sound = std::fs::read(&path).expect("the database");
        let at = sound.windows(16).position(|bytes| bytes == b"sheet of October").expect("too short to be squeezed");
        let mut flipped = sound;
        flipped[at] ^= 1;
        std::fs::write(&path, &flipped).expect("a copy with one bit flipped");
        let store = Store::open(folder.path(), now(), author())?;
        assert!(matches!(store.check()?.damage[..], [Damage::File(_)]), "{:?}", store.check()?);
        Ok(())
    }
}
