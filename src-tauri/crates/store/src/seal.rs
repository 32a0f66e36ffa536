//! The seal of an entry: a hash over every row it added. `integrity_check` misses most single-bit flips; this doesn't.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::{EntryId, StoreError};

/// Which list of columns is hashed. A stored seal names its form, so that a column added later leaves it valid.
pub(crate) const FORM: i64 = 1;

/// The tables of the first schema: each leaves its mark in a seal, rows or none. A table or a column that came later does
/// so only where the entry has rows in it, so that older seals stay valid.
const FIRST_TABLES: usize = 16;

// Every table, with all its columns but `packed`, which its own SHA-256 covers. New ones are added at the end, and so are
// columns that an older table was given.
const ROWS: &[&str] = &[
    "SELECT number, id, at, who, device, kind, what, undoes, act, restores FROM entry WHERE id = ?1",
    "SELECT name, value FROM entry_word WHERE entry = ?1 ORDER BY name",
    "SELECT id, key, value FROM setting WHERE entry = ?1 ORDER BY id",
    "SELECT id FROM distributor WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, name, country, currency, locale, place, contact, territory, product_line,
            start, reporting_from, scope, status
     FROM card WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, name, kept FROM alias WHERE entry = ?1 ORDER BY id",
    "SELECT id, sha256, size FROM source_file WHERE entry = ?1 ORDER BY id",
    "SELECT id, file, name, received FROM import WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, kind, period, period_end, revision, import, sheet, currency, received, content
     FROM report WHERE entry = ?1 ORDER BY id",
    "SELECT measure.report, key, value, cell FROM report JOIN measure ON measure.report = report.id
     WHERE report.entry = ?1 ORDER BY report.id, key",
    "SELECT remark.report, position, remark.kind, category, text, cell FROM report JOIN remark ON remark.report = report.id
     WHERE report.entry = ?1 ORDER BY report.id, position",
    "SELECT report, count, quantity, amount, first, last FROM report JOIN lines ON lines.report = report.id
     WHERE report.entry = ?1 ORDER BY report.id",
    "SELECT id, report, about, text, cell, choice FROM answer WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, about, key, goal, value, baseline, low, high, margin, per, currency, valid_from, agreed, reason
     FROM target WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, kind, period, held_on, notes FROM review WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, quarter, proposed, outcome, reason, author, expires
     FROM decision WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, kpi, month, opened FROM plan WHERE entry = ?1 ORDER BY id",
    "SELECT id, plan, position, what, owner, due, done FROM plan_action WHERE entry = ?1 ORDER BY id",
    "SELECT id, plan, held, outcome, note FROM plan_review WHERE entry = ?1 ORDER BY id",
    "SELECT id, valid_from, position, week, key, title, least, most FROM launch_item WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, item, kind, noted, count, moved_to, reason FROM launch_mark WHERE entry = ?1 ORDER BY id",
    "SELECT review_decision.review, position, text FROM review JOIN review_decision ON review_decision.review = review.id
     WHERE review.entry = ?1 ORDER BY review.id, position",
    "SELECT id, distributor, quarter, planned_on, starts, place, present, minutes, edited
     FROM qbr WHERE entry = ?1 ORDER BY id",
    "SELECT qbr_line.qbr, qbr_line.kind, position, what, why, worth FROM qbr JOIN qbr_line ON qbr_line.qbr = qbr.id
     WHERE qbr.entry = ?1 ORDER BY qbr.id, qbr_line.kind, position",
    "SELECT qbr_note.qbr, topic, text FROM qbr JOIN qbr_note ON qbr_note.qbr = qbr.id
     WHERE qbr.entry = ?1 ORDER BY qbr.id, topic",
    "SELECT id, distributor, quarter FROM qbr_action WHERE entry = ?1 ORDER BY id",
    "SELECT id, action, what, owner, due, settled, settled_on FROM qbr_action_state WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, quarter, revision, closed_on, author, reason, form, views, pages, pack
     FROM closed WHERE entry = ?1 ORDER BY id",
    "SELECT target, shares FROM target JOIN target_curve ON target_curve.target = target.id
     WHERE target.entry = ?1 ORDER BY target",
    "SELECT id, month, kind, base, quote, value FROM exchange_rate WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, kind, fingerprint, file, sheet FROM profile WHERE entry = ?1 ORDER BY id",
    "SELECT profile_label.profile, position, header, letters, names
     FROM profile JOIN profile_label ON profile_label.profile = profile.id
     WHERE profile.entry = ?1 ORDER BY profile.id, position",
    "SELECT id, profile, about, why, text, rule, kept FROM profile_answer WHERE entry = ?1 ORDER BY id",
    "SELECT id, profile, trusted, kept FROM profile_standing WHERE entry = ?1 ORDER BY id",
    "SELECT id, band, distributor, approver, maximum, products, asking, supplier_funded, first, last
     FROM discount_band WHERE entry = ?1 ORDER BY id",
    "SELECT id, promotion, distributor, name, kind, first, last, products, maximum, planned_units, planned_revenue
     FROM promotion WHERE entry = ?1 ORDER BY id",
    "SELECT id, promotion, first, last, units, revenue, note FROM promotion_run WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, products, share, reason, asked_by, asked_on
     FROM discount_request WHERE entry = ?1 ORDER BY id",
    "SELECT id, request, answered_by, answered_on, until, reason FROM discount_answer WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, month, item, ticked, by, noted FROM governance_tick WHERE entry = ?1 ORDER BY id",
    "SELECT sales_list.report, discounts FROM report JOIN sales_list ON sales_list.report = report.id
     WHERE report.entry = ?1 ORDER BY report.id",
    "SELECT sales_line.report, position, cell, day, product, quantity, amount, share, off, gross, open
     FROM report JOIN sales_line ON sales_line.report = report.id WHERE report.entry = ?1 ORDER BY report.id, position",
    "SELECT id, distributor, grant_id, territory, product_line, start, grace_days, lapse_after, scale_after, status
     FROM grant_terms WHERE entry = ?1 ORDER BY id",
    "SELECT grant_gate.terms, kpi, required FROM grant_terms JOIN grant_gate ON grant_gate.terms = grant_terms.id
     WHERE grant_terms.entry = ?1 ORDER BY grant_terms.id, kpi",
    "SELECT decision_grant.decision, grant_id, decided_on
     FROM decision JOIN decision_grant ON decision_grant.decision = decision.id
     WHERE decision.entry = ?1 ORDER BY decision.id",
    "SELECT id, region, date, name, kept, certainty, changed FROM holiday WHERE entry = ?1 ORDER BY id",
    "SELECT id, distributor, subject, reason, author, settled_on FROM settled WHERE entry = ?1 ORDER BY id",
    "SELECT id, number, valid_from FROM playbook_version WHERE entry = ?1 ORDER BY id",
    "SELECT playbook_setting.version, key, value
     FROM playbook_version JOIN playbook_setting ON playbook_setting.version = playbook_version.id
     WHERE playbook_version.entry = ?1 ORDER BY playbook_version.id, key",
    "SELECT playbook_measure.version, position, key, title, unit, report, asked
     FROM playbook_version JOIN playbook_measure ON playbook_measure.version = playbook_version.id
     WHERE playbook_version.entry = ?1 ORDER BY playbook_version.id, position",
    "SELECT playbook_kpi.version, position, key, title, meaning, part_of, shape, choice, better, weight, gate, green, amber,
            grace, goal, value, baseline, low, high, margin
     FROM playbook_version JOIN playbook_kpi ON playbook_kpi.version = playbook_version.id
     WHERE playbook_version.entry = ?1 ORDER BY playbook_version.id, position",
    "SELECT playbook_term.version, kpi, side, place, measure
     FROM playbook_version JOIN playbook_term ON playbook_term.version = playbook_version.id
     WHERE playbook_version.entry = ?1 ORDER BY playbook_version.id, kpi, side, place",
    "SELECT id, grant_id FROM target WHERE entry = ?1 AND grant_id IS NOT NULL ORDER BY id",
];

/// The hash over an entry's rows as they stand in the database.
pub(crate) fn hash(db: &Connection, entry: EntryId) -> Result<[u8; 32], StoreError> {
    let mut hash = Sha256::new();
    for (table, sql) in (0_u8..).zip(ROWS) {
        let mut marked = usize::from(table) < FIRST_TABLES;
        if marked {
            hash.update([table]);
        }
        let mut query = db.prepare_cached(sql)?;
        let columns = query.column_count();
        let mut rows = query.query([entry])?;
        while let Some(row) = rows.next()? {
            if !marked {
                hash.update([table]);
                marked = true;
            }
            for column in 0..columns {
                absorb(&mut hash, row.get_ref(column)?);
            }
        }
    }
    Ok(hash.finalize().into())
}

/// Each value with its type and length, so that no two rows read alike.
fn absorb(hash: &mut Sha256, value: ValueRef<'_>) {
    let mut put = |kind: u8, bytes: &[u8]| {
        hash.update([kind]);
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    match value {
        ValueRef::Null => put(0, &[]),
        ValueRef::Integer(number) => put(1, &number.to_be_bytes()),
        ValueRef::Real(number) => put(2, &number.to_be_bytes()),
        ValueRef::Text(text) => put(3, text),
        ValueRef::Blob(bytes) => put(4, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use crate::case::full;
    use crate::rows::all;

    #[test]
    fn a_change_in_any_column_of_any_table_breaks_a_seal() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let store = full(&folder)?;
        store.db.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;")?;
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
        for trigger in all(&store.db, sql, [], |row| Ok(row.get::<_, String>("name")?))? {
            store.db.execute_batch(&format!("DROP TRIGGER {trigger}"))?;
        }
        let entries = all(&store.db, "SELECT id FROM entry", [], |row| Ok(row.get("id")?))?;
        let sealed = hashes(&store, &entries)?;
        // The tray is no part of the record.
        let sql = "SELECT tables.name AS tab, columns.name AS col, columns.type
                   FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
                   WHERE tables.type = 'table' AND tables.name <> 'seal' AND columns.name <> 'packed'
                     AND tables.name NOT LIKE 'tray%' AND tables.name NOT LIKE 'sqlite%'";
        let columns: Vec<(String, String, String)> =
            all(&store.db, sql, [], |row| Ok((row.get("tab")?, row.get("col")?, row.get("type")?)))?;
        assert!(columns.len() > 100, "{}", columns.len());
        for (table, column, kind) in columns {
            let other = match kind.as_str() {
                "INTEGER" => format!("coalesce({column}, 0) + 1000"),
                "TEXT" => format!("coalesce({column}, '') || 'x'"),
                _ => format!("CAST(x'ff' || coalesce(substr({column}, 2), '') AS BLOB)"),
            };
            store.db.execute_batch(&format!("BEGIN; UPDATE {table} SET {column} = {other}"))?;
            assert_ne!(hashes(&store, &entries)?, sealed, "{table}.{column}");
            store.db.execute_batch("ROLLBACK")?;
        }
        Ok(())
    }

    fn hashes(store: &Store, entries: &[EntryId]) -> Result<Vec<[u8; 32]>, StoreError> {
        entries.iter().map(|entry| hash(&store.db, *entry)).collect()
    }
}
