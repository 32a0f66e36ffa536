//! What the playbook judges by: every revision that counts, the reviews held and the targets agreed.

mod reading;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::mpsc;

use chrono::NaiveDate;
use playbook::facts;
use playbook::kpi::ReviewKind;
use playbook::measure::{MeasureKey, ReportKind};
use playbook::period::{Month, Period, Week};
use playbook::target::Target;
use rusqlite::{Row, params};

use crate::rows::{InOrder, all_of, maybe, one, parsed};
use crate::{DistributorId, GrantId, HeldTarget, Kind, ReportId, Store, StoreError};

use reading::{Column, Firsts, Found, Read, Reading, columns, found, state_each};

/// Measures, each with the day from which it is read: in the reports of periods that end on that day or later.
pub type Wanted = BTreeMap<MeasureKey, NaiveDate>;

/// The reports that are read: a judgement of one quarter needs a year or two of them, not all there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reach {
    /// The first week whose updates are read; `None` for all.
    pub weeks_from: Option<Week>,
    /// The first month whose summaries are read; `None` for all.
    pub months_from: Option<Month>,
    /// The measures that are read of them, and from when; `None` for all.
    pub measures: Option<Wanted>,
}

impl Reach {
    /// Whether all that `other` reaches is within this one.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let measures = match (&self.measures, &other.measures) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(other)) => other.iter().all(|(key, from)| own.get(key).is_some_and(|own| own <= from)),
        };
        // Nothing said is the beginning, before any period.
        measures && self.weeks_from <= other.weeks_from && self.months_from <= other.months_from
    }

    fn kinds(&self) -> [(ReportKind, String); 2] {
        let from = |period: Option<String>| period.unwrap_or_default();
        [
            (ReportKind::Weekly, from(self.weeks_from.map(|week| week.to_string()))),
            (ReportKind::Monthly, from(self.months_from.map(|month| month.to_string()))),
        ]
    }
}

/// What is on file of one distributor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filed {
    /// Every revision that counts of the weekly and monthly reports.
    pub reports: facts::Reports,
    /// What the lists of sales that count add up to.
    pub sales: Vec<facts::Sales>,
    /// The currencies of the amounts, of reports and lists that hold any.
    pub currencies: Vec<(facts::ReportId, String)>,
    /// The reviews held.
    pub reviews: Vec<facts::Review>,
    /// The targets agreed for the whole distributor, with their amendments.
    pub targets: Vec<Target>,
    /// Those agreed for its grants.
    pub grant_targets: BTreeMap<GrantId, Vec<Target>>,
}

// The weekly (?1 = 'weekly') or monthly reports from a period on: a period's text sorts as its days do.
const REPORTS: &str = "
    SELECT id, distributor, period, revision, received, currency FROM report
    WHERE kind = ?1 AND period >= ?2 AND entry NOT IN (SELECT act FROM undone)";

// The first period of a kind.
const FIRST: &str = "
    SELECT period FROM report WHERE kind = ?1 AND entry NOT IN (SELECT act FROM undone) ORDER BY period LIMIT 1";

// The first period of a kind of one distributor.
const FIRST_OF: &str = "
    SELECT period FROM report WHERE distributor = ?2 AND kind = ?1 AND entry NOT IN (SELECT act FROM undone)
    ORDER BY period LIMIT 1";

// The lists of sales that count, of one distributor or of all: a later revision replaces an earlier one.
const SALES: &str = "
    SELECT id, distributor, period, period_end, received, currency, quantity, amount
    FROM report JOIN lines ON lines.report = report.id
    WHERE kind = 'lines' AND distributor {of} AND report.entry NOT IN (SELECT act FROM undone)
    ORDER BY distributor, period, period_end, revision";

// The reviews that were noted, of one distributor or of all, in the order in which they were, without what was said in
// them: as with targets, the last one of each is found here.
const REVIEWS: &str = "
    SELECT distributor, kind, period, held_on FROM review
    WHERE distributor {of} AND entry NOT IN (SELECT act FROM undone) ORDER BY id";

// The weekly or monthly (?2) reports of one distributor from a period on, by the index of what makes a report unique: left
// to choose, SQLite looks for them among everybody's of these periods.
const REPORTS_OF: &str = "
    SELECT id, distributor, period, revision, received, currency FROM report INDEXED BY sqlite_autoindex_report_2
    WHERE distributor = ?1 AND kind = ?2 AND period >= ?3 AND entry NOT IN (SELECT act FROM undone)";

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

impl From<GrantId> for facts::GrantId {
    fn from(id: GrantId) -> Self {
        Self(id.as_u128())
    }
}

impl From<facts::GrantId> for GrantId {
    fn from(id: facts::GrantId) -> Self {
        Self::from_u128(id.0)
    }
}

impl Store {
    /// What is on file of one distributor.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn facts(&self, distributor: DistributorId) -> Result<Filed, StoreError> {
        self.facts_of(distributor, &Reach::default())
    }

    /// The same, but of reports only those whose periods are within reach, with all that they state.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn facts_of(&self, distributor: DistributorId, reach: &Reach) -> Result<Filed, StoreError> {
        let mut reading = Reading::default();
        for (kind, from) in reach.kinds() {
            let mut found = found(&self.db, kind, REPORTS_OF, params![distributor, kind.key(), from])?;
            state_each(&self.db, &mut found)?;
            reading.add(found);
        }
        let mut filed = with_beside(filed(reading), self.beside(Some(distributor))?);
        Ok(filed.remove(&distributor).unwrap_or_default())
    }

    /// What is on file of every distributor of which anything is, in one pass.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn all_facts(&self) -> Result<BTreeMap<DistributorId, Filed>, StoreError> {
        self.facts_within(&Reach::default())
    }

    /// The same, but of reports only those within reach.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn facts_within(&self, reach: &Reach) -> Result<BTreeMap<DistributorId, Filed>, StoreError> {
        let (read, reports) = mpsc::channel();
        std::thread::scope(|scope| {
            // Reading takes about as long as putting together what was read: each has a core of its own.
            let together = scope.spawn(move || filed(brought_together(reports)));
            let beside = self.read_all(reach, &read).and_then(|()| self.beside(None));
            drop(read);
            let filed = together.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            Ok(with_beside(filed, beside?))
        })
    }

    /// Reads every report within reach, then what they state, and hands it on piece by piece.
    fn read_all(&self, reach: &Reach, to: &mpsc::Sender<Piece>) -> Result<(), StoreError> {
        // Nobody takes it any more only where taking it failed, which is said where it is joined.
        let hand = |piece: Piece| drop(to.send(piece));
        let mut firsts = Firsts::default();
        for (kind, from) in reach.kinds() {
            let found = found(&self.db, kind, REPORTS, [kind.key(), &from])?;
            firsts.note(&found);
            hand(Piece::Reports(found));
        }
        columns(&self.db, reach.measures.as_ref(), &firsts, |column| hand(Piece::Column(column)))
    }

    /// The first day that any weekly or monthly report is about, of one distributor or of all.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn first_reported_day(&self, of: Option<DistributorId>) -> Result<Option<NaiveDate>, StoreError> {
        let first = |kind: Kind| {
            let period = |row: &Row<'_>| parsed::<Period>(row, "period");
            match of {
                Some(distributor) => one(&self.db, FIRST_OF, params![kind.key(), distributor], period),
                None => one(&self.db, FIRST, [kind.key()], period),
            }
        };
        let periods = [first(Kind::Weekly)?, first(Kind::Monthly)?];
        Ok(periods.into_iter().flatten().map(Period::first_day).min())
    }

    /// What is on file beside the reports, of one distributor or of all.
    fn beside(&self, of: Option<DistributorId>) -> Result<Beside, StoreError> {
        Ok(Beside {
            sales: all_of(&self.db, SALES, of, sales)?.into_iter().flatten().collect(),
            reviews: all_of(&self.db, REVIEWS, of, review)?,
            targets: self.targets(of)?,
        })
    }
}

/// What is read at once.
enum Piece {
    Reports(Vec<Found>),
    Column(Column),
}

/// What is on file beside the reports.
struct Beside {
    sales: Vec<(DistributorId, facts::Sales, Option<String>)>,
    /// In the order in which they were noted.
    reviews: Vec<(DistributorId, facts::Review)>,
    targets: Vec<HeldTarget>,
}

fn brought_together(pieces: mpsc::Receiver<Piece>) -> Reading {
    let mut reading = Reading::default();
    for piece in pieces {
        match piece {
            Piece::Reports(found) => reading.add(found),
            Piece::Column(column) => reading.fill(column),
        }
    }
    reading
}

fn filed(reading: Reading) -> BTreeMap<DistributorId, Filed> {
    let filed = |read: Read| Filed { reports: read.reports.into(), currencies: read.currencies, ..Filed::default() };
    reading.by_distributor().map(|read| (read.distributor, filed(read))).collect()
}

fn with_beside(mut filed: BTreeMap<DistributorId, Filed>, beside: Beside) -> BTreeMap<DistributorId, Filed> {
    for (distributor, sales, currency) in beside.sales {
        let filed = filed.entry(distributor).or_default();
        filed.currencies.extend(currency.map(|code| (sales.report, code)));
        filed.sales.retain(|earlier| (earlier.first, earlier.last) != (sales.first, sales.last));
        filed.sales.push(sales);
    }
    let about = |(distributor, review): (DistributorId, facts::Review)| {
        ((distributor, review.kind, review.period), (distributor, review))
    };
    let last: BTreeMap<_, _> = beside.reviews.into_iter().map(about).collect();
    for (distributor, review) in last.into_values() {
        filed.entry(distributor).or_default().reviews.push(review);
    }
    for held in beside.targets {
        let filed = filed.entry(held.set.distributor).or_default();
        match held.set.grant {
            Some(grant) => filed.grant_targets.entry(grant).or_default().push(held.set.target),
            None => filed.targets.push(held.set.target),
        }
    }
    filed
}

fn review(row: &Row<'_>) -> Result<(DistributorId, facts::Review), StoreError> {
    let mut row = InOrder::of(row);
    let (distributor, kind) = (row.next("distributor")?, row.keyed("kind", ReviewKind::from_key)?);
    Ok((distributor, facts::Review { kind, period: row.parsed("period")?, held: row.parsed("held_on")? }))
}

/// A list of sales by the months that it covers; one by weeks adds up to no month.
fn sales(row: &Row<'_>) -> Result<Option<(DistributorId, facts::Sales, Option<String>)>, StoreError> {
    let (Period::Month(first), Period::Month(last)) = (parsed(row, "period")?, parsed(row, "period_end")?) else {
        return Ok(None);
    };
    let sales = facts::Sales {
        report: row.get::<_, ReportId>("id")?.into(),
        first,
        last,
        received: parsed(row, "received")?,
        units: maybe(row, "quantity")?,
        amount: maybe(row, "amount")?,
    };
    Ok(Some((row.get("distributor")?, sales, row.get("currency")?)))
}
