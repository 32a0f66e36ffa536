//! What the playbook judges by: every revision that counts, the reviews held and the targets agreed.

use std::collections::BTreeMap;

use playbook::facts;
use playbook::measure::MeasureKey;
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

    /// Fills in the measures: both sides are sorted by report, so that one walk joins them.
    fn fill(
        &self,
        reports: &mut [(DistributorId, facts::Report)],
        sql: &str,
        params: &[&dyn rusqlite::ToSql],
    ) -> Result<(), StoreError> {
        let mut query = self.db.prepare_cached(sql)?;
        let (report, key) = (query.column_index("report")?, query.column_index("key")?);
        let mut rows = query.query(params)?;
        let mut reports = reports.iter_mut().peekable();
        while let Some(row) = rows.next()? {
            let id = facts::ReportId::from(row.get::<_, ReportId>(report)?);
            while reports.next_if(|(_, report)| report.id < id).is_some() {}
            // Measures of a revision that doesn't count have no report here.
            if let Some((_, report)) = reports.peek_mut().filter(|(_, report)| report.id == id) {
                let key = row.get_ref(key)?.as_str().map_err(|_| unreadable("key", ""))?;
                report.measures.insert(MeasureKey::new(key), parsed(row, "value")?);
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
