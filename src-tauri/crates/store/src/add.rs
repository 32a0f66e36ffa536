//! Adding a report: new, a correction of what is stored, or nothing new at all.

use rusqlite::params;
use sha2::{Digest, Sha256};

use crate::rows::{all, one, run};
use crate::{Added, Arrival, NewReport, ReportId, StoreError, Writing, sales};

// The revisions of a report that count, oldest first, with the file that each came from.
const LIVE: &str = "
    SELECT report_live.id, report_live.content, source_file.sha256
    FROM report_live JOIN import ON import.id = report_live.import JOIN source_file ON source_file.id = import.file
    WHERE distributor = ?1 AND kind = ?2 AND period = ?3 AND period_end = ?4 ORDER BY revision";

// The next revision counts undone ones too: a number never stands for two contents.
const NEXT: &str = "
    SELECT coalesce(max(revision), 0) + 1 AS next FROM report
    WHERE distributor = ?1 AND kind = ?2 AND period = ?3 AND period_end = ?4";

const ADD: &str = "
    INSERT INTO report (id, entry, distributor, kind, period, period_end, revision, import, sheet, currency, received,
                        content)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";

/// A revision that counts.
struct Live {
    id: ReportId,
    content: [u8; 32],
    file: crate::Sha256,
}

impl Writing<'_> {
    /// Adds a report that stands in a file. What the current revision states already, or what this very file stated
    /// before, adds nothing: neither the report nor the file.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn add_report(&mut self, file: &mut Arrival<'_>, new: &NewReport) -> Result<Added, StoreError> {
        self.known(new.distributor)?;
        let content = content(new);
        let (kind, period, end) = (new.kind.key(), new.period.to_string(), end(new));
        let key = params![new.distributor, kind, period, end];
        let live = all(&self.db, LIVE, key, |row| {
            Ok(Live { id: row.get("id")?, content: row.get("content")?, file: row.get("sha256")? })
        })?;
        let current = live.last();
        let same = |held: &&Live| held.content == content && held.file == file.sha;
        if let Some(held) = current.filter(|held| held.content == content).or_else(|| live.iter().rfind(same)) {
            return Ok(Added::Unchanged(held.id));
        }
        let revision: i64 = one(&self.db, NEXT, key, |row| Ok(row.get("next")?))?.unwrap_or(1);
        let (entry, import) = (self.entry()?, self.keep(file)?);
        let id = ReportId(self.ids.next());
        let (sheet, currency, received) = (&new.sheet, &new.currency, new.received.to_string());
        let row = params![
            id,
            entry,
            new.distributor,
            kind,
            period,
            end,
            revision,
            import,
            sheet,
            currency,
            received,
            content
        ];
        run(&self.db, ADD, row)?;
        self.add_statements(id, new)?;
        self.add_answers(id, new)?;
        Ok(current.map_or(Added::New(id), |before| Added::Corrected { report: id, before: before.id }))
    }

    fn add_statements(&mut self, report: ReportId, new: &NewReport) -> Result<(), StoreError> {
        for (key, stated) in &new.measures {
            let sql = "INSERT INTO measure (report, key, value, cell) VALUES (?1, ?2, ?3, ?4)";
            run(&self.db, sql, params![report, key.as_str(), stated.value.to_string(), stated.cell])?;
        }
        for (position, remark) in (1_i64..).zip(&new.remarks) {
            let sql =
                "INSERT INTO remark (report, position, kind, category, text, cell) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let category = remark.category.map(|category| category.key());
            run(&self.db, sql, params![report, position, remark.kind.key(), category, remark.text, remark.cell])?;
        }
        if let Some(lines) = &new.lines {
            let sql =
                "INSERT INTO lines (report, count, quantity, amount, first, last) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let [quantity, amount] = [lines.quantity, lines.amount].map(|value| value.map(|value| value.to_string()));
            let [first, last] = [lines.first, lines.last].map(|day| day.map(|day| day.to_string()));
            run(&self.db, sql, params![report, lines.count, quantity, amount, first, last])?;
            self.add_sales(report, lines)?;
        }
        Ok(())
    }

    fn add_answers(&mut self, report: ReportId, new: &NewReport) -> Result<(), StoreError> {
        let entry = self.entry()?;
        for answer in &new.answers {
            let sql = "INSERT INTO answer (id, entry, report, about, text, cell, choice)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            let id = self.row_id();
            run(&self.db, sql, params![id, entry, report, answer.about, answer.text, answer.cell, answer.choice])?;
        }
        Ok(())
    }
}

/// The last period that a report covers.
fn end(report: &NewReport) -> String {
    report.last_month.map_or_else(|| report.period.to_string(), |month| month.to_string())
}

/// A hash of all that a report states. Its cells are no part of it: a row more above a table is no correction.
fn content(report: &NewReport) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut put = |text: Option<&str>| {
        hash.update([u8::from(text.is_some())]);
        hash.update((text.unwrap_or_default().len() as u64).to_be_bytes());
        hash.update(text.unwrap_or_default());
    };
    put(report.currency.as_deref());
    put(Some(&report.measures.len().to_string()));
    for (key, stated) in &report.measures {
        put(Some(key.as_str()));
        put(Some(&stated.value.to_string()));
    }
    put(Some(&report.remarks.len().to_string()));
    for remark in &report.remarks {
        put(Some(remark.kind.key()));
        put(remark.category.map(|category| category.key()));
        put(Some(&remark.text));
    }
    if let Some(lines) = &report.lines {
        put(Some(&lines.count.to_string()));
        [lines.quantity, lines.amount].iter().for_each(|value| put(value.map(|v| v.to_string()).as_deref()));
        [lines.first, lines.last].iter().for_each(|day| put(day.map(|d| d.to_string()).as_deref()));
        if let Some(discounts) = sales::content(lines) {
            put(Some(&discounts));
        }
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{card, day, open, record, report};
    use crate::{ActKind, Store};

    type Test = Result<(), StoreError>;

    /// A store with one distributor and its report of revenue 100 in the file "first".
    fn with_report(folder: &tempfile::TempDir) -> Result<(Store, crate::DistributorId, ReportId), StoreError> {
        let mut store = open(folder)?;
        let (_, distributor) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
        let (_, added) = import(&mut store, b"first", &report(distributor, 100))?;
        Ok((store, distributor, added.report()))
    }

    fn import(store: &mut Store, bytes: &[u8], new: &NewReport) -> Result<(Option<crate::EntryId>, Added), StoreError> {
        let recorded = store.record(crate::case::act(ActKind::Import), |w| {
            w.add_report(&mut Arrival::new(bytes, "October.xlsx", day("2026-11-03")), new)
        })?;
        Ok((recorded.entry, recorded.value))
    }

    #[test]
    fn the_same_bytes_twice_change_nothing() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, distributor, first) = with_report(&folder)?;
        let again = import(&mut store, b"first", &report(distributor, 100))?;
        assert_eq!(again, (None, Added::Unchanged(first)));
        assert_eq!(store.journal(9)?.len(), 2);
        Ok(())
    }

    #[test]
    fn the_same_content_in_another_file_changes_nothing_either() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, distributor, first) = with_report(&folder)?;
        let mut moved = report(distributor, 100);
        moved.measures.values_mut().for_each(|stated| stated.cell = Some("C9".to_owned()));
        assert_eq!(import(&mut store, b"saved again", &moved)?, (None, Added::Unchanged(first)));
        assert_eq!(store.file_by_sha(crate::Sha256::of(b"saved again"))?, None);
        Ok(())
    }

    #[test]
    fn a_corrected_file_is_revision_2_and_undo_brings_back_revision_1() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, distributor, first) = with_report(&folder)?;
        let (entry, added) = import(&mut store, b"second", &report(distributor, 120))?;
        assert_eq!(added, Added::Corrected { report: added.report(), before: first });
        let live = |store: &Store| -> Result<Vec<_>, StoreError> {
            Ok(store.reports(distributor)?.iter().map(|report| (report.id, report.revision)).collect())
        };
        assert_eq!(live(&store)?, [(first, 1), (added.report(), 2)]);
        store.undo(entry.expect("an entry"), crate::case::now())?;
        assert_eq!(live(&store)?, [(first, 1)]);
        Ok(())
    }

    #[test]
    fn an_older_file_imported_again_does_not_take_back_its_correction() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, distributor, first) = with_report(&folder)?;
        import(&mut store, b"second", &report(distributor, 120))?;
        assert_eq!(import(&mut store, b"first", &report(distributor, 100))?, (None, Added::Unchanged(first)));
        Ok(())
    }

    #[test]
    fn an_undone_import_can_be_imported_again_under_a_new_revision() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, distributor, first) = with_report(&folder)?;
        let entry = store.report(first)?.entry.id;
        store.undo(entry, crate::case::now())?;
        assert_eq!(store.file_by_sha(crate::Sha256::of(b"first"))?, None);
        let (_, added) = import(&mut store, b"first", &report(distributor, 100))?;
        assert_eq!(added, Added::New(added.report()));
        assert_eq!(store.report(added.report())?.about.revision, 2);
        Ok(())
    }

    #[test]
    fn two_reports_of_one_file_keep_it_once_and_its_bytes_come_back() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, distributor) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
        let september = NewReport { period: "2026-09".parse().expect("a literal"), ..report(distributor, 90) };
        let (entry, _) = record(&mut store, ActKind::Import, |w| {
            let mut file = Arrival::new(b"both months", "Q3.xlsx", day("2026-11-03"));
            w.add_report(&mut file, &september)?;
            w.add_report(&mut file, &report(distributor, 100))
        })?;
        let revisions = store.reports_of_entry(entry)?;
        assert_eq!(revisions.iter().map(|r| r.period.to_string()).collect::<Vec<_>>(), ["2026-09", "2026-10"]);
        assert_eq!(revisions[0].file, revisions[1].file);
        assert_eq!(store.source_bytes(revisions[0].file)?, b"both months");
        let known = store.file_by_sha(crate::Sha256::of(b"both months"))?.expect("its reports count");
        assert_eq!((known.name.as_str(), known.entry), ("Q3.xlsx", entry));
        Ok(())
    }

    #[test]
    fn a_report_of_nobody_is_refused() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let nobody = crate::DistributorId::from_u128(7);
        let refused = import(&mut store, b"first", &report(nobody, 100));
        assert!(matches!(refused, Err(StoreError::Unknown("distributor"))), "{refused:?}");
        Ok(())
    }
}
