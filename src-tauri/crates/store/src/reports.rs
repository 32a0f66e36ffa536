//! Reading reports back, with the evidence of every value.

use playbook::measure::{BlockerCategory, MeasureKey, RemarkKind};
use playbook::period::{Month, Period};
use rusqlite::{Connection, Row};

use crate::journal::entry;
use crate::rows::{all, keyed, maybe, one, parsed, unreadable};
use crate::{
    Answer, DistributorId, EntryId, Kind, Lines, Remark, Report, ReportId, Revision, Stated, Store, StoreError, sales,
};

// The columns of a revision, with the file that it came from.
const REVISION: &str = "
    SELECT report.id, report.entry, report.distributor, report.kind, report.period, report.period_end, report.revision,
           report.sheet, report.currency, report.received, import.file, import.name AS file_name
    FROM report JOIN import ON import.id = report.import";

impl Store {
    /// The revisions that count of a distributor's reports, corrected ones too: by kind, period and revision.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn reports(&self, distributor: DistributorId) -> Result<Vec<Revision>, StoreError> {
        let sql = format!(
            "{REVISION} WHERE report.distributor = ?1 AND report.entry NOT IN (SELECT act FROM undone)
             ORDER BY report.kind, report.period, report.period_end, report.revision"
        );
        all(&self.db, &sql, [distributor], revision)
    }

    /// The revisions that an entry added, as they came: the result of an import.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn reports_of_entry(&self, entry: EntryId) -> Result<Vec<Revision>, StoreError> {
        all(&self.db, &format!("{REVISION} WHERE report.entry = ?1 ORDER BY report.id"), [entry], revision)
    }

    /// A report revision with all it states. One that was undone can be read too: its entry says so.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is none of that id.
    pub fn report(&self, id: ReportId) -> Result<Report, StoreError> {
        let sql = format!("{REVISION} WHERE report.id = ?1");
        let found = one(&self.db, &sql, [id], |row| Ok((revision(row)?, row.get("entry")?)))?;
        let (about, by): (Revision, EntryId) = found.ok_or(StoreError::Unknown("report"))?;
        Ok(Report {
            about,
            measures: measures(&self.db, id)?.into_iter().collect(),
            remarks: remarks(&self.db, id)?,
            lines: lines(&self.db, id)?,
            answers: answers(&self.db, id)?,
            entry: entry(&self.db, by)?,
        })
    }

    /// What was answered about a distributor's files that count, newest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn answers(&self, distributor: DistributorId) -> Result<Vec<Answer>, StoreError> {
        let sql = "SELECT about, text, cell, choice FROM answer JOIN report_live ON report_live.id = answer.report
                   WHERE report_live.distributor = ?1 ORDER BY answer.id DESC";
        all(&self.db, sql, [distributor], answer)
    }
}

fn revision(row: &Row<'_>) -> Result<Revision, StoreError> {
    let (period, end): (Period, Period) = (parsed(row, "period")?, parsed(row, "period_end")?);
    let last_month: Option<Month> = match end {
        Period::Month(month) if end != period => Some(month),
        _ => None,
    };
    Ok(Revision {
        id: row.get("id")?,
        entry: row.get("entry")?,
        distributor: row.get("distributor")?,
        kind: keyed(row, "kind", Kind::from_key)?,
        period,
        last_month,
        revision: row.get("revision")?,
        file: row.get("file")?,
        file_name: row.get("file_name")?,
        sheet: row.get("sheet")?,
        currency: row.get("currency")?,
        received: parsed(row, "received")?,
    })
}

fn measures(db: &Connection, report: ReportId) -> Result<Vec<(MeasureKey, Stated)>, StoreError> {
    all(db, "SELECT key, value, cell FROM measure WHERE report = ?1", [report], |row| {
        let key = MeasureKey::new(row.get_ref("key")?.as_str().map_err(|_| unreadable("key", ""))?);
        Ok((key, Stated { value: parsed(row, "value")?, cell: row.get("cell")? }))
    })
}

fn remarks(db: &Connection, report: ReportId) -> Result<Vec<Remark>, StoreError> {
    let sql = "SELECT kind, category, text, cell FROM remark WHERE report = ?1 ORDER BY position";
    all(db, sql, [report], |row| {
        let category: Option<String> = row.get("category")?;
        let known = |key: &str| BlockerCategory::from_key(key).ok_or_else(|| unreadable("category", key));
        Ok(Remark {
            kind: keyed(row, "kind", RemarkKind::from_key)?,
            category: category.as_deref().map(known).transpose()?,
            text: row.get("text")?,
            cell: row.get("cell")?,
        })
    })
}

fn lines(db: &Connection, report: ReportId) -> Result<Option<Lines>, StoreError> {
    let (discounts, discounted) = sales::of_report(db, report)?;
    one(db, "SELECT count, quantity, amount, first, last FROM lines WHERE report = ?1", [report], |row| {
        Ok(Lines {
            discounts,
            discounted,
            count: row.get("count")?,
            quantity: maybe(row, "quantity")?,
            amount: maybe(row, "amount")?,
            first: maybe(row, "first")?,
            last: maybe(row, "last")?,
        })
    })
}

fn answers(db: &Connection, report: ReportId) -> Result<Vec<Answer>, StoreError> {
    all(db, "SELECT about, text, cell, choice FROM answer WHERE report = ?1 ORDER BY id", [report], answer)
}

fn answer(row: &Row<'_>) -> Result<Answer, StoreError> {
    Ok(Answer { about: row.get("about")?, text: row.get("text")?, cell: row.get("cell")?, choice: row.get("choice")? })
}
