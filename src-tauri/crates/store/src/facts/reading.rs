//! Reading tens of thousands of reports with what they state: each column by its place, each value once.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::NaiveDate;
use playbook::facts::{self, Report};
use playbook::measure::{MeasureKey, ReportKind};
use playbook::number::Quantity;
use playbook::period::Period;
use rusqlite::{Connection, Params, params};

use super::Wanted;
use crate::rows::{InOrder, all, unreadable};
use crate::{DistributorId, ReportId, StoreError};

// What the reports from one on state of a measure. Reports are named by when they came: those within reach stand together.
const VALUES: &str = "SELECT report, value FROM measure WHERE key = ?1 AND report >= ?2 ORDER BY report";

// What one report states.
const VALUES_OF: &str = "SELECT key, value FROM measure WHERE report = ?1 ORDER BY key";

// The measures that any report states, from one to the next: there are few, stated a million times.
const KEYS: &str = "
    WITH RECURSIVE stated(key) AS (
        SELECT min(key) FROM measure UNION ALL
        SELECT (SELECT min(key) FROM measure WHERE measure.key > stated.key) FROM stated WHERE key IS NOT NULL)
    SELECT key FROM stated WHERE key IS NOT NULL";

/// A report as it was found, before it stands with the others of its distributor.
pub(super) struct Found {
    pub(super) distributor: DistributorId,
    pub(super) report: Report,
    pub(super) currency: Option<String>,
}

/// The reports of a query: id, distributor, period, revision, received and currency, in this order.
pub(super) fn found(
    db: &Connection,
    kind: ReportKind,
    sql: &str,
    params: impl Params,
) -> Result<Vec<Found>, StoreError> {
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query(params)?;
    let (mut period, mut received) = (Last::<Period>::new("period"), Last::<NaiveDate>::new("received"));
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let mut row = InOrder::of(row);
        let (id, distributor) = (row.next::<ReportId>("id")?, row.next("distributor")?);
        let report = Report {
            id: id.into(),
            kind,
            period: period.read(&mut row)?,
            revision: row.next("revision")?,
            received: received.read(&mut row)?,
            measures: facts::Values::default(),
        };
        all.push(Found { distributor, report, currency: row.next("currency")? });
    }
    Ok(all)
}

/// Fills in what each of a few reports states.
pub(super) fn state_each(db: &Connection, found: &mut [Found]) -> Result<(), StoreError> {
    let mut query = db.prepare_cached(VALUES_OF)?;
    for Found { report, .. } in found {
        let mut rows = query.query([ReportId::from(report.id)])?;
        while let Some(row) = rows.next()? {
            let mut row = InOrder::of(row);
            report.measures.state(MeasureKey::new(row.text("key")?), row.parsed("value")?);
        }
    }
    Ok(())
}

/// Where in the record the values of reports begin: the first report of each period.
#[derive(Default)]
pub(super) struct Firsts(Vec<(Period, facts::ReportId)>);

impl Firsts {
    /// Takes note of reports, which mostly stand by their periods.
    pub(super) fn note(&mut self, found: &[Found]) {
        for Found { report, .. } in found {
            match self.0.last_mut().filter(|(period, _)| *period == report.period) {
                Some((_, first)) => *first = report.id.min(*first),
                None => self.0.push((report.period, report.id)),
            }
        }
    }

    /// The first report of any period that ends on a day or later.
    fn from(&self, day: NaiveDate) -> Option<ReportId> {
        let within = self.0.iter().filter(|(period, _)| period.last_day() >= day);
        within.map(|(_, report)| ReportId::from(*report)).min()
    }
}

/// What reports state of one measure, by report.
pub(super) struct Column {
    key: MeasureKey,
    /// Reports of periods that end earlier are not asked.
    from: NaiveDate,
    stated: Vec<(facts::ReportId, Quantity)>,
}

/// What very many reports state: a column for each measure that is wanted, handed on as soon as it is read.
pub(super) fn columns(
    db: &Connection,
    wanted: Option<&Wanted>,
    firsts: &Firsts,
    mut take: impl FnMut(Column),
) -> Result<(), StoreError> {
    let wanted = wanted.cloned().map_or_else(|| everything(db), Ok)?;
    let mut query = db.prepare_cached(VALUES)?;
    for (key, from) in wanted {
        let Some(first) = firsts.from(from) else { continue };
        let mut rows = query.query(params![key.as_str(), first])?;
        let mut stated = Vec::new();
        while let Some(row) = rows.next()? {
            let mut row = InOrder::of(row);
            stated.push((row.next::<ReportId>("report")?.into(), row.parsed("value")?));
        }
        take(Column { key, from, stated });
    }
    Ok(())
}

/// Every measure that any report states, from the first day on.
fn everything(db: &Connection) -> Result<Wanted, StoreError> {
    all(db, KEYS, [], |row| Ok((MeasureKey::new(InOrder::of(row).text("key")?), NaiveDate::MIN)))
        .map(|keys: Vec<_>| keys.into_iter().collect())
}

/// Reports as they are brought together.
#[derive(Debug, Default)]
pub(super) struct Reading {
    all: Vec<Read>,
    /// Where in `all` a distributor's are.
    slots: BTreeMap<DistributorId, usize>,
    places: Vec<Place>,
}

/// What was read of one distributor.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) distributor: DistributorId,
    pub(super) reports: Vec<Report>,
    pub(super) currencies: Vec<(facts::ReportId, String)>,
}

/// Where a report is kept.
#[derive(Debug, Clone, Copy)]
struct Place {
    report: facts::ReportId,
    last_day: NaiveDate,
    slot: usize,
    at: usize,
}

impl Reading {
    /// Puts reports with the others of their distributors.
    pub(super) fn add(&mut self, found: Vec<Found>) {
        let slots = self.slots_of(&found);
        let mut more = vec![0; self.all.len()];
        slots.iter().for_each(|slot| more.get_mut(*slot).into_iter().for_each(|more| *more += 1));
        self.all.iter_mut().zip(more).for_each(|(read, more)| read.reports.reserve_exact(more));
        self.places.reserve(found.len());
        for (Found { report, currency, .. }, slot) in found.into_iter().zip(slots) {
            let Some(read) = self.all.get_mut(slot) else { continue };
            let last_day = report.period.last_day();
            self.places.push(Place { report: report.id, last_day, slot, at: read.reports.len() });
            read.currencies.extend(currency.map(|code| (report.id, code)));
            read.reports.push(report);
        }
        self.places.sort_unstable_by_key(|place| place.report);
    }

    /// Where in `all` each of some reports belongs.
    fn slots_of(&mut self, found: &[Found]) -> Vec<usize> {
        let mut slots = Vec::with_capacity(found.len());
        // Reports of a period mostly stand by distributor: the next one's is often the one after.
        let mut next = 0;
        for Found { distributor, .. } in found {
            let expected = self.all.get(next).is_some_and(|read| read.distributor == *distributor);
            let slot = if expected { next } else { self.slot(*distributor) };
            slots.push(slot);
            next = slot + 1;
        }
        slots
    }

    fn slot(&mut self, distributor: DistributorId) -> usize {
        let free = self.all.len();
        let slot = *self.slots.entry(distributor).or_insert(free);
        if slot == free {
            self.all.push(Read { distributor, reports: Vec::new(), currencies: Vec::new() });
        }
        slot
    }

    /// Fills in what the reports state of a measure. Columns come by the names of their measures.
    pub(super) fn fill(&mut self, column: Column) {
        let mut stated = column.stated.into_iter().peekable();
        for place in self.places.iter().filter(|place| place.last_day >= column.from) {
            // Between two places stand reports that are out of reach, and revisions that don't count.
            while stated.next_if(|(report, _)| *report < place.report).is_some() {}
            let Some((_, value)) = stated.next_if(|(report, _)| *report == place.report) else { continue };
            if let Some(report) = self.all.get_mut(place.slot).and_then(|read| read.reports.get_mut(place.at)) {
                report.measures.state(column.key.clone(), value);
            }
        }
    }

    /// What was read, by distributor.
    pub(super) fn by_distributor(mut self) -> impl Iterator<Item = Read> {
        self.all.iter_mut().for_each(|read| read.currencies.sort_unstable());
        self.all.into_iter()
    }
}

/// A column with what it said last: rows that follow one another mostly say the same.
struct Last<T> {
    column: &'static str,
    said: Option<(String, T)>,
}

impl<T: FromStr + Copy> Last<T> {
    fn new(column: &'static str) -> Self {
        Self { column, said: None }
    }

    fn read(&mut self, row: &mut InOrder<'_>) -> Result<T, StoreError> {
        let text = row.text(self.column)?;
        if let Some((said, value)) = &self.said
            && said == text
        {
            return Ok(*value);
        }
        let value = text.parse().map_err(|_| unreadable(self.column, text))?;
        self.said = Some((text.to_owned(), value));
        Ok(value)
    }
}
