//! Migrations: numbered, each in one transaction, after a backup; a newer schema is refused.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::{Moment, StoreError};

/// The statements of one migration, in order.
pub(crate) type Migration = &'static [&'static str];

/// The migrations, from the first. Released ones never change.
pub(crate) const MIGRATIONS: &[Migration] = &[
    &[
        include_str!("../migrations/0001/1_journal.sql"),
        include_str!("../migrations/0001/2_register.sql"),
        include_str!("../migrations/0001/3_reports.sql"),
        include_str!("../migrations/0001/4_agreed.sql"),
    ],
    &[
        include_str!("../migrations/0002/01_grants.sql"),
        include_str!("../migrations/0002/02_playbook.sql"),
        include_str!("../migrations/0002/03_targets.sql"),
        include_str!("../migrations/0002/04_money.sql"),
        include_str!("../migrations/0002/05_cadence.sql"),
        include_str!("../migrations/0002/06_plans.sql"),
        include_str!("../migrations/0002/07_governance.sql"),
        include_str!("../migrations/0002/08_launch.sql"),
        include_str!("../migrations/0002/09_reviews.sql"),
        include_str!("../migrations/0002/10_contradictions.sql"),
        include_str!("../migrations/0002/11_profiles.sql"),
        include_str!("../migrations/0002/12_waiting.sql"),
    ],
    &[include_str!("../migrations/0003/1_grant_targets.sql"), include_str!("../migrations/0003/2_parts.sql")],
    &[include_str!("../migrations/0004/1_measures.sql")],
];

/// Marks the file as ours: "Entr".
pub(crate) const APPLICATION: i64 = 0x456e_7472;

/// Brings a database to the newest of these migrations. An older one is first copied into `backups`.
pub(crate) fn migrate(
    db: &mut Connection,
    migrations: &[Migration],
    backups: &Path,
    now: Moment,
) -> Result<(), StoreError> {
    let found = schema(db)?;
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(StoreError::NewerSchema { found, known });
    }
    if 0 < found && found < known {
        back_up(db, &backups.join(format!("schema-{found}-{}.sqlite", now.utc().format("%Y%m%dT%H%M%S%3fZ"))))?;
    }
    for (schema, migration) in (1..).zip(migrations).filter(|(schema, _)| *schema > found) {
        let step = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for statements in *migration {
            step.execute_batch(statements)?;
        }
        step.pragma_update(None, "application_id", APPLICATION)?;
        step.pragma_update(None, "user_version", schema)?;
        step.commit()?;
    }
    Ok(())
}

/// The schema's number; 0 for a new file.
pub(crate) fn schema(db: &Connection) -> Result<i64, StoreError> {
    Ok(db.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Copies the database into a new file.
pub(crate) fn back_up(db: &Connection, to: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::Folder { path: to.to_owned(), source };
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    db.execute("VACUUM INTO ?1", [to.to_string_lossy()])?;
    // VACUUM INTO leaves the copy to the system's cache.
    std::fs::File::options().write(true).open(to).and_then(|copy| copy.sync_all()).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use crate::case::{author, now};
    use crate::rows::all;

    type Test = Result<(), StoreError>;

    // One of each released schema, made by examples/fixture.rs.
    const RELEASED: usize = 4;
    const FIXTURES: [&[u8]; RELEASED] = [
        include_bytes!("../tests/fixtures/schema-1.sqlite.zst"),
        include_bytes!("../tests/fixtures/schema-2.sqlite.zst"),
        include_bytes!("../tests/fixtures/schema-3.sqlite.zst"),
        include_bytes!("../tests/fixtures/schema-4.sqlite.zst"),
    ];

    fn fixture(packed: &[u8]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let database = zstd::decode_all(packed).expect("a packed database");
        std::fs::write(folder.path().join(Store::FILE), database).expect("a copy of it");
        folder
    }

    fn shape(db: &Connection) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT coalesce(sql, name) AS text FROM sqlite_schema ORDER BY name";
        all(db, sql, [], |row| Ok(row.get("text")?))
    }

    #[test]
    fn a_store_of_every_released_schema_opens_whole_and_as_a_new_one() -> Test {
        assert_eq!(FIXTURES.len(), RELEASED);
        let new = tempfile::tempdir().expect("a folder");
        let fresh = shape(&crate::case::open(&new)?.db)?;
        for packed in FIXTURES {
            let store = Store::open(fixture(packed).path(), now(), author())?;
            assert_eq!(store.check()?.damage, []);
            assert_eq!(shape(&store.db)?, fresh);
            let found = store.distributor_named("sumber makmur")?.expect("the fixture's");
            assert_eq!((found.card.name.as_str(), found.card.place.as_str()), ("PT Sumber Makmur", "Surabaya"));
            let reports = store.reports(found.id)?;
            let listed: Vec<_> =
                reports.iter().map(|r| format!("{} {} {}", r.kind.key(), r.period, r.revision)).collect();
            assert_eq!(
                listed,
                ["lines 2026-09 1", "lines 2026-09 2", "monthly 2026-10 1", "monthly 2026-10 2", "weekly 2026-W44 1"]
            );
            let corrected = store.report(reports[3].id)?;
            assert_eq!(
                format!("{:?}", corrected.measures),
                r#"{revenue: Stated { value: 1900000000.25, cell: Some("C7") }}"#
            );
            assert_eq!(store.source_bytes(reports[3].file)?, b"revenue\n1900000000.25\n");
            assert_eq!(
                (store.targets(None)?.len(), store.reviews(None)?.len(), store.decisions(None)?.len()),
                (3, 1, 1)
            );
            assert!(store.targets(None)?.iter().all(|held| held.set.grant.is_none()), "of the whole distributor");
            assert_eq!(store.journal(9)?.len(), 6);
        }
        Ok(())
    }

    #[test]
    fn an_older_schema_is_copied_first_and_then_brought_up_to_date() -> Test {
        let folder = fixture(FIXTURES[0]);
        let mut db = Connection::open(folder.path().join(Store::FILE))?;
        let backups = folder.path().join("backups");
        migrate(&mut db, &[MIGRATIONS[0], &["CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT"]], &backups, now())?;
        assert_eq!(schema(&db)?, 2);
        assert!(shape(&db)?.iter().any(|sql| sql.contains("later")));
        let backup = backups.join("schema-1-20261102T080000000Z.sqlite");
        assert_eq!(schema(&Connection::open(&backup)?)?, 1);
        let entries: i64 = Connection::open(&backup)?.query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?;
        assert_eq!(entries, 6);
        Ok(())
    }

    #[test]
    fn a_migration_that_fails_half_way_changes_nothing() -> Test {
        let folder = fixture(FIXTURES[0]);
        let mut db = Connection::open(folder.path().join(Store::FILE))?;
        let before = shape(&db)?;
        let broken: &[Migration] =
            &[MIGRATIONS[0], &["CREATE TABLE later (id INTEGER)", "CREATE TABLE card (id INTEGER)"]];
        assert!(migrate(&mut db, broken, &folder.path().join("backups"), now()).is_err());
        assert_eq!((schema(&db)?, shape(&db)?), (1, before));
        Ok(())
    }

    #[test]
    fn a_store_of_the_newest_schema_is_not_copied() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        drop(crate::case::open(&folder)?);
        crate::case::open(&folder)?;
        assert!(!folder.path().join("backups").exists());
        Ok(())
    }
}
