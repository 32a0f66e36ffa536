//! Reading tens of thousands of reports with what they state: each column by its place, each value once.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::NaiveDate;
use playbook::facts::{self, Report};
use playbook::measure::MeasureKey;
use playbook::number::Quantity;
use playbook::period::Period;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::{Connection, Params, Row, Rows, params};

use super::Wanted;
use crate::rows::{all, unreadable};
use crate::{DistributorId, Kind, ReportId, StoreError};

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

/// Reports as they are read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    all: Vec<Read>,
    /// Where in `all` a distributor's are.
    slots: BTreeMap<DistributorId, usize>,
    places: Vec<Place>,
}

/// What was read of one distributor.
#[derive(Debug, Default)]
pub(super) struct Read {
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
    /// Adds the reports of a query: id, distributor, kind, period, revision, received and currency, in this order.
    pub(super) fn add(&mut self, db: &Connection, sql: &str, params: impl Params) -> Result<(), StoreError> {
        let mut query = db.prepare_cached(sql)?;
        let mut rows = query.query(params)?;
        let (mut period, mut received) = (Last::<Period>::new(3, "period"), Last::<NaiveDate>::new(5, "received"));
        while let Some(row) = rows.next()? {
            let kind = text(row, 2, "kind")?;
            let report = Report {
                id: row.get::<_, ReportId>(0)?.into(),
                kind: Kind::from_key(kind).and_then(Kind::report).ok_or_else(|| unreadable("kind", kind))?,
                period: period.read(row)?,
                revision: row.get(4)?,
                received: received.read(row)?,
                measures: facts::Values::default(),
            };
            self.put(row.get(1)?, report, row.get(6)?);
        }
        Ok(())
    }

    fn put(&mut self, distributor: DistributorId, report: Report, currency: Option<String>) {
        let free = self.all.len();
        let slot = *self.slots.entry(distributor).or_insert(free);
        if slot == free {
            self.all.push(Read::default());
        }
        if let Some(read) = self.all.get_mut(slot) {
            let last_day = report.period.last_day();
            self.places.push(Place { report: report.id, last_day, slot, at: read.reports.len() });
            read.currencies.extend(currency.map(|code| (report.id, code)));
            read.reports.push(report);
        }
    }

    /// Fills in what each report states.
    pub(super) fn fill_each(&mut self, db: &Connection) -> Result<(), StoreError> {
        let mut query = db.prepare_cached(VALUES_OF)?;
        for report in self.all.iter_mut().flat_map(|read| &mut read.reports) {
            let mut rows = query.query([ReportId::from(report.id)])?;
            while let Some(row) = rows.next()? {
                report.measures.state(MeasureKey::new(text(row, 0, "key")?), value(row)?);
            }
        }
        Ok(())
    }

    /// Fills in what very many reports state: of the measures that are wanted, what is stated from their day on. Each
    /// measure is a row of its own through the record, and all are walked side by side, report by report.
    pub(super) fn fill(&mut self, db: &Connection, wanted: Option<&Wanted>) -> Result<(), StoreError> {
        self.places.sort_unstable_by_key(|place| place.report);
        let wanted = wanted.cloned().map_or_else(|| everything(db), Ok)?;
        let mut queries = wanted.iter().map(|_| db.prepare_cached(VALUES)).collect::<Result<Vec<_>, _>>()?;
        let mut columns = Vec::with_capacity(wanted.len());
        for ((key, from), query) in wanted.iter().zip(&mut queries) {
            let Some(first) = self.places.iter().find(|place| place.last_day >= *from) else { continue };
            columns.push(Column::new(key, *from, query.query(params![key.as_str(), ReportId::from(first.report)])?)?);
        }
        let mut stated = Vec::with_capacity(columns.len());
        for place in &self.places {
            for column in &mut columns {
                stated.extend(column.at(place)?);
            }
            if let Some(report) = self.all.get_mut(place.slot).and_then(|read| read.reports.get_mut(place.at)) {
                report.measures = stated.drain(..).collect();
            }
        }
        Ok(())
    }

    /// What was read, by distributor.
    pub(super) fn by_distributor(mut self) -> impl Iterator<Item = (DistributorId, Read)> {
        self.slots.into_iter().map(move |(distributor, slot)| {
            let mut read = self.all.get_mut(slot).map(std::mem::take).unwrap_or_default();
            read.currencies.sort_unstable();
            (distributor, read)
        })
    }
}

/// Every measure that any report states, from the first day on.
fn everything(db: &Connection) -> Result<Wanted, StoreError> {
    all(db, KEYS, [], |row| Ok((MeasureKey::new(text(row, 0, "key")?), NaiveDate::MIN)))
        .map(|keys: Vec<_>| keys.into_iter().collect())
}

/// What reports state of one measure, by report.
struct Column<'q> {
    key: &'q MeasureKey,
    from: NaiveDate,
    rows: Rows<'q>,
    /// The report that the row is of; `None` after the last.
    next: Option<facts::ReportId>,
}

impl<'q> Column<'q> {
    fn new(key: &'q MeasureKey, from: NaiveDate, rows: Rows<'q>) -> Result<Self, StoreError> {
        let mut column = Self { key, from, rows, next: None };
        column.advance()?;
        Ok(column)
    }

    fn advance(&mut self) -> Result<(), StoreError> {
        let report = |row: &Row<'_>| row.get::<_, ReportId>(0).map(facts::ReportId::from);
        self.next = self.rows.next()?.map(report).transpose()?;
        Ok(())
    }

    /// What the report of a place states of it. Between two places stand reports that are out of reach, and revisions that
    /// don't count.
    fn at(&mut self, place: &Place) -> Result<Option<(MeasureKey, Quantity)>, StoreError> {
        while self.next.is_some_and(|next| next < place.report) {
            self.advance()?;
        }
        let stated = self.next == Some(place.report) && place.last_day >= self.from;
        let row = self.rows.get().filter(|_| stated);
        row.map(|row| Ok((self.key.clone(), value(row)?))).transpose()
    }
}

/// A column with what it said last: rows that follow one another mostly say the same.
struct Last<T> {
    at: usize,
    column: &'static str,
    said: Option<(String, T)>,
}

impl<T: FromStr + Copy> Last<T> {
    fn new(at: usize, column: &'static str) -> Self {
        Self { at, column, said: None }
    }

    fn read(&mut self, row: &Row<'_>) -> Result<T, StoreError> {
        let text = text(row, self.at, self.column)?;
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

/// The second column, which is what a measure's report states of it.
fn value(row: &Row<'_>) -> Result<Quantity, StoreError> {
    let value = text(row, 1, "value")?;
    value.parse().map_err(|_| unreadable("value", value))
}

/// A column by its place: looking up its name in tens of thousands of rows takes longer than reading what it names.
fn text<'r>(row: &'r Row<'_>, at: usize, column: &'static str) -> Result<&'r str, StoreError> {
    row.get_ref(at)?.as_str().map_err(|_| unreadable(column, ""))
}
