//! What the playbook judges by: every revision that counts, the reviews held and the targets agreed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use playbook::facts;
use playbook::measure::MeasureKey;
use playbook::period::{Month, Period, Week};
use playbook::target::Target;
use rusqlite::Row;

use crate::rows::{all, keyed, parsed, unreadable};
use crate::{DistributorId, Kind, ReportId, Store, StoreError};

/// What is on file of one distributor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filed {
    /// Every revision that counts of the weekly and monthly reports.
    pub reports: Vec<facts::Report>,
    /// The reviews held.
    pub reviews: Vec<facts::Review>,
    /// The targets agreed, with their amendments.
    pub targets: Vec<Target>,
}

// By id, which is the order of both tables on disk: one pass over each.
const REPORTS: &str = "
    SELECT id, distributor, kind, period, revision, received FROM report_live
    WHERE kind IN ('weekly', 'monthly') ORDER BY id";
const MEASURES: &str = "SELECT report, key, value FROM measure ORDER BY report, key";

// The same of the weeks and months from ?1 and ?2 on: a period's text sorts as its days do.
const REPORTS_FROM: &str = "
    SELECT id, distributor, kind, period, revision, received FROM report_live
    WHERE (kind = 'weekly' AND period >= ?1) OR (kind = 'monthly' AND period >= ?2) ORDER BY id";
const MEASURES_FROM: &str = "
    SELECT report, key, value FROM measure WHERE report IN (
        SELECT id FROM report_live WHERE (kind = 'weekly' AND period >= ?1) OR (kind = 'monthly' AND period >= ?2))
    ORDER BY report, key";

// The first period of each kind.
const FIRST: &str = "SELECT min(period) AS period FROM report_live WHERE kind IN ('weekly', 'monthly') GROUP BY kind";

// The same of one distributor, by its index.
const REPORTS_OF: &str = "
    SELECT id, distributor, kind, period, revision, received FROM report_live
    WHERE distributor = ?1 AND kind IN ('weekly', 'monthly') ORDER BY id";
const MEASURES_OF: &str = "
    SELECT report, key, value FROM measure
    WHERE report IN (SELECT id FROM report WHERE distributor = ?1) ORDER BY report, key";

impl From<ReportId> for facts::ReportId {
    fn from(id: ReportId) -> Self {
        Self(id.as_u128())
    }
}

impl From<facts::ReportId> for ReportId {
    fn from(id: facts::ReportId) -> Self {
        Self::from_u128(id.0)
    }
}

impl Store {
    /// What is on file of one distributor.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn facts(&self, distributor: DistributorId) -> Result<Filed, StoreError> {
        let mut reports = all(&self.db, REPORTS_OF, [distributor], report)?;
        self.fill(&mut reports, MEASURES_OF, &[&distributor])?;
        let mut filed = self.gather(reports, Some(distributor))?;
        Ok(filed.remove(&distributor).unwrap_or_default())
    }

    /// What is on file of every distributor of which anything is, in one pass.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn all_facts(&self) -> Result<BTreeMap<DistributorId, Filed>, StoreError> {
        let mut reports = all(&self.db, REPORTS, [], report)?;
        self.fill(&mut reports, MEASURES, &[])?;
        self.gather(reports, None)
    }

    /// The same, but of reports only those about periods that end on `from` or later.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn facts_from(&self, from: NaiveDate) -> Result<BTreeMap<DistributorId, Filed>, StoreError> {
        let (week, month) = (Week::of(from).to_string(), Month::of(from).to_string());
        let mut reports = all(&self.db, REPORTS_FROM, [&week, &month], report)?;
        self.fill(&mut reports, MEASURES_FROM, &[&week, &month])?;
        self.gather(reports, None)
    }

    /// The first day that any weekly or monthly report is about.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn first_reported_day(&self) -> Result<Option<NaiveDate>, StoreError> {
        let periods = all(&self.db, FIRST, [], |row| parsed::<Period>(row, "period"))?;
        Ok(periods.into_iter().map(Period::first_day).min())
    }

    /// Fills in the measures: both sides are sorted by report, so that one walk joins them.
    fn fill(
        &self,
        reports: &mut [(DistributorId, facts::Report)],
        sql: &str,
        params: &[&dyn rusqlite::ToSql],
    ) -> Result<(), StoreError> {
        let mut query = self.db.prepare_cached(sql)?;
        let [report, key, value] = ["report", "key", "value"].map(|column| query.column_index(column));
        let (report, key, value) = (report?, key?, value?);
        let mut rows = query.query(params)?;
        let mut reports = reports.iter_mut().peekable();
        while let Some(row) = rows.next()? {
            let id = facts::ReportId::from(row.get::<_, ReportId>(report)?);
            while reports.next_if(|(_, report)| report.id < id).is_some() {}
            // Measures of a revision that doesn't count have no report here.
            if let Some((_, report)) = reports.peek_mut().filter(|(_, report)| report.id == id) {
                let key = row.get_ref(key)?.as_str()?;
                let value = row.get_ref(value)?.as_str()?;
                let quantity = value.parse().map_err(|_| unreadable("value", value))?;
                report.measures.insert(MeasureKey::new(key), quantity);
            }
        }
        Ok(())
    }

    fn gather(
        &self,
        reports: Vec<(DistributorId, facts::Report)>,
        of: Option<DistributorId>,
    ) -> Result<BTreeMap<DistributorId, Filed>, StoreError> {
        let mut filed: BTreeMap<DistributorId, Filed> = BTreeMap::new();
        for (distributor, report) in reports {
            filed.entry(distributor).or_default().reports.push(report);
        }
        for review in self.reviews(of)? {
            let held = facts::Review { kind: review.kind, period: review.period, held: review.held_on };
            filed.entry(review.distributor).or_default().reviews.push(held);
        }
        for held in self.targets(of)? {
            filed.entry(held.set.distributor).or_default().targets.push(held.set.target);
        }
        Ok(filed)
    }
}

fn report(row: &Row<'_>) -> Result<(DistributorId, facts::Report), StoreError> {
    let report = facts::Report {
        id: row.get::<_, ReportId>("id")?.into(),
        kind: keyed(row, "kind", |key| Kind::from_key(key)?.report())?,
        period: parsed(row, "period")?,
        revision: row.get("revision")?,
        received: parsed(row, "received")?,
        measures: BTreeMap::new(),
    };
    Ok((row.get("distributor")?, report))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{act, agree, card, day, open, report};
    use crate::{ActKind, Arrival, NewReport};

    /// A store with a report of September and of October, and of the week that holds 1 October.
    fn with_reports(folder: &tempfile::TempDir) -> Result<(Store, DistributorId), StoreError> {
        let mut store = open(folder)?;
        let id = store.record(act(ActKind::Register), |w| w.add_distributor(&card("Selat")))?.value;
        for (kind, period) in [(Kind::Monthly, "2026-09"), (Kind::Monthly, "2026-10"), (Kind::Weekly, "2026-W40")] {
            let new = NewReport { kind, period: period.parse().expect("a literal"), ..report(id, 100) };
            let mut file = Arrival::new(period.as_bytes(), "file.xlsx", day("2026-11-03"));
            store.record(act(ActKind::Import), |w| w.add_report(&mut file, &new))?;
        }
        Ok((store, id))
    }

    #[test]
    fn facts_from_a_day_are_of_the_periods_that_end_then_or_later() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let (store, id) = with_reports(&folder)?;
        for (from, periods) in [
            ("2026-09-30", vec!["2026-09", "2026-10", "2026-W40"]),
            ("2026-10-04", vec!["2026-10", "2026-W40"]),
            ("2026-10-05", vec!["2026-10"]),
            ("2026-11-01", vec![]),
        ] {
            let filed = store.facts_from(day(from))?.remove(&id).unwrap_or_default();
            let found: Vec<_> = filed.reports.iter().map(|report| report.period.to_string()).collect();
            assert_eq!(found, periods, "{from}");
            assert!(filed.reports.iter().all(|report| report.measures.len() == 1), "{from}");
        }
        Ok(())
    }

    #[test]
    fn the_first_reported_day_is_the_first_of_any_period() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(open(&folder)?.first_reported_day()?, None);
        assert_eq!(with_reports(&folder)?.0.first_reported_day()?, Some(day("2026-09-01")));
        Ok(())
    }

    #[test]
    fn reviews_and_targets_are_facts_too() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = with_reports(&folder)?;
        agree(&mut store, id)?;
        let filed = store.facts(id)?;
        assert_eq!((filed.reviews[0].held, filed.targets[0].valid_from), (day("2026-11-06"), day("2026-10-01")));
        assert_eq!(store.all_facts()?.remove(&id), Some(filed));
        Ok(())
    }
}
