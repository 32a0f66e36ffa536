//! The rows of lists of sales that carry a discount: what bands and promotions are checked against.

use chrono::NaiveDate;
use playbook::number::Quantity;
use playbook::period::Month;
use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};

use crate::rows::{all, maybe, one, parsed, run};
use crate::{DistributorId, Lines, ReportId, Store, StoreError, Writing};

/// A row that carries a discount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalesLine {
    /// The cell of the discount, `A1` style.
    pub cell: String,
    /// The day sold; `None` where the list leaves it open.
    pub day: Option<NaiveDate>,
    /// What was sold, as the list names it; may be empty.
    pub product: String,
    /// Units.
    pub quantity: Option<Quantity>,
    /// Money, in the report's currency.
    pub amount: Option<Quantity>,
    /// What was taken off.
    pub off: Off,
}

/// What a row takes off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Off {
    /// A share: 10 % is 0.1.
    Share(Quantity),
    /// Money, off what it would have been.
    Money {
        /// What was taken off.
        off: Quantity,
        /// What it would have been.
        gross: Quantity,
    },
    /// Nobody can tell: what the cell says.
    Open(String),
}

/// A row that counts, with the report it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoldLine {
    /// Who sold.
    pub distributor: DistributorId,
    /// The report revision.
    pub report: ReportId,
    /// Its place among the discounted rows of the list, from 1.
    pub position: u32,
    /// The first month that the list covers.
    pub first: Month,
    /// The last one.
    pub last: Month,
    /// The sheet it stands on; `None` for CSV and text files.
    pub sheet: Option<String>,
    /// ISO 4217; `None` where the list holds no money.
    pub currency: Option<String>,
    /// The row.
    pub line: SalesLine,
}

// The rows of every list that counts, of a distributor (?1) or of all (NULL), by day; from a day on, or (NULL) all of
// them, those without a day first.
const COUNTING: &str = "
    SELECT distributor, report, position, period, period_end, sheet, currency, cell, day, product, quantity, amount,
           share, off, gross, open
    FROM sales_line_now WHERE (?1 IS NULL OR distributor = ?1) AND (?2 IS NULL OR day >= ?2)
    ORDER BY day, report, position";

// Every list of sales that counts, with the months that it covers.
const LISTS: &str = "
    SELECT id, distributor, period, period_end FROM report_now
    WHERE kind = 'lines' AND (?1 IS NULL OR distributor = ?1)";

// How many discounts the lists that count have beyond those that are kept.
const CUT: &str = "
    SELECT coalesce(sum(sales_list.discounts - (SELECT count(*) FROM sales_line WHERE sales_line.report = list.id)), 0)
           AS cut
    FROM report_now AS list JOIN sales_list ON sales_list.report = list.id
    WHERE list.distributor = ?1";

impl Writing<'_> {
    /// Keeps the discounted rows of a list that was just added.
    pub(crate) fn add_sales(&mut self, report: ReportId, lines: &Lines) -> Result<(), StoreError> {
        if lines.discounts == 0 {
            return Ok(());
        }
        let sql = "INSERT INTO sales_list (report, discounts) VALUES (?1, ?2)";
        run(&self.db, sql, params![report, lines.discounts])?;
        let sql =
            "INSERT INTO sales_line (report, position, cell, day, product, quantity, amount, share, off, gross, open)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        for (position, line) in (1_i64..).zip(&lines.discounted) {
            let day = line.day.map(|day| day.to_string());
            let [quantity, amount] = [line.quantity, line.amount].map(|value| value.map(|value| value.to_string()));
            let [share, off, gross, open] = columns(&line.off);
            let SalesLine { cell, product, .. } = line;
            run(
                &self.db,
                sql,
                params![report, position, cell, day, product, quantity, amount, share, off, gross, open],
            )?;
        }
        Ok(())
    }
}

impl Store {
    /// The discounted rows that count of a distributor, or of all, by day; from a day on where one is given. Of two
    /// lists that cover a month, the newer one speaks for it, so that no line is counted twice.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn sales(
        &self,
        distributor: Option<DistributorId>,
        since: Option<NaiveDate>,
    ) -> Result<Vec<SoldLine>, StoreError> {
        let lists = self.lists(distributor)?;
        let since = since.map(|day| day.to_string());
        let mut lines = all(&self.db, COUNTING, params![distributor, since], sold)?;
        lines.retain(|sold| {
            let month = sold.line.day.map_or(sold.first, Month::of);
            let speaks = |list: &&List| list.distributor == sold.distributor && list.covers(month);
            lists.iter().filter(speaks).map(|list| list.report).max() == Some(sold.report) || !sold.covers(month)
        });
        Ok(lines)
    }

    /// Whether a list of sales covers a month.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn lists_cover(&self, distributor: DistributorId, month: Month) -> Result<bool, StoreError> {
        Ok(self.lists(Some(distributor))?.iter().any(|list| list.covers(month)))
    }

    fn lists(&self, distributor: Option<DistributorId>) -> Result<Vec<List>, StoreError> {
        all(&self.db, LISTS, [distributor], |row| {
            let (report, distributor) = (row.get("id")?, row.get("distributor")?);
            Ok(List { report, distributor, first: parsed(row, "period")?, last: parsed(row, "period_end")? })
        })
    }

    /// How many discounted rows a distributor's lists have beyond those that were kept.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn sales_cut(&self, distributor: DistributorId) -> Result<u32, StoreError> {
        Ok(one(&self.db, CUT, [distributor], |row| Ok(row.get("cut")?))?.unwrap_or(0))
    }

    /// The discounted row at a place in a report.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is none.
    pub fn sold_line(&self, report: ReportId, position: u32) -> Result<SalesLine, StoreError> {
        let sql = "SELECT cell, day, product, quantity, amount, share, off, gross, open
                   FROM sales_line WHERE report = ?1 AND position = ?2";
        one(&self.db, sql, params![report, position], line)?.ok_or(StoreError::Unknown("line"))
    }
}

/// A list of sales, and the months that it covers.
struct List {
    report: ReportId,
    distributor: DistributorId,
    first: Month,
    last: Month,
}

impl List {
    fn covers(&self, month: Month) -> bool {
        self.first <= month && month <= self.last
    }
}

impl SoldLine {
    /// Whether its list covers a month.
    #[must_use]
    pub fn covers(&self, month: Month) -> bool {
        self.first <= month && month <= self.last
    }
}

fn sold(row: &Row<'_>) -> Result<SoldLine, StoreError> {
    Ok(SoldLine {
        distributor: row.get("distributor")?,
        report: row.get("report")?,
        position: row.get("position")?,
        first: parsed(row, "period")?,
        last: parsed(row, "period_end")?,
        sheet: row.get("sheet")?,
        currency: row.get("currency")?,
        line: line(row)?,
    })
}

/// How many rows of a report carry a discount, and those that are kept.
pub(crate) fn of_report(db: &Connection, report: ReportId) -> Result<(u32, Vec<SalesLine>), StoreError> {
    let sql = "SELECT discounts FROM sales_list WHERE report = ?1";
    let discounts = one(db, sql, [report], |row| Ok(row.get("discounts")?))?.unwrap_or(0);
    let sql = "SELECT cell, day, product, quantity, amount, share, off, gross, open
               FROM sales_line WHERE report = ?1 ORDER BY position";
    Ok((discounts, all(db, sql, [report], line)?))
}

/// A hash of the rows without their cells; `None` without any, so that lists stored before have the hash they had.
pub(crate) fn content(lines: &Lines) -> Option<String> {
    if lines.discounts == 0 {
        return None;
    }
    let mut hash = Sha256::new();
    let mut put = |text: Option<String>| {
        hash.update([u8::from(text.is_some())]);
        let text = text.unwrap_or_default();
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    };
    put(Some(lines.discounts.to_string()));
    for line in &lines.discounted {
        put(line.day.map(|day| day.to_string()));
        put(Some(line.product.clone()));
        [line.quantity, line.amount].into_iter().for_each(|value| put(value.map(|value| value.to_string())));
        columns(&line.off).into_iter().for_each(&mut put);
    }
    Some(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

impl Lines {
    /// Whether two lists state the same. Cells are no part of it: a row more above a table is no correction.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        let totals = |lines: &Self| (lines.count, lines.quantity, lines.amount, lines.first, lines.last);
        totals(self) == totals(other) && content(self) == content(other)
    }
}

/// What was taken off as its columns: share, off, gross, open.
fn columns(off: &Off) -> [Option<String>; 4] {
    let text = |value: &Quantity| Some(value.to_string());
    match off {
        Off::Share(share) => [text(share), None, None, None],
        Off::Money { off, gross } => [None, text(off), text(gross), None],
        Off::Open(said) => [None, None, None, Some(said.clone())],
    }
}

fn line(row: &Row<'_>) -> Result<SalesLine, StoreError> {
    let share = maybe(row, "share")?;
    let off = match (share, maybe(row, "off")?) {
        (Some(share), _) => Off::Share(share),
        (None, Some(off)) => Off::Money { off, gross: parsed(row, "gross")? },
        (None, None) => Off::Open(row.get("open")?),
    };
    Ok(SalesLine {
        cell: row.get("cell")?,
        day: maybe(row, "day")?,
        product: row.get("product")?,
        quantity: maybe(row, "quantity")?,
        amount: maybe(row, "amount")?,
        off,
    })
}

/// Three rows of September for the tests of this crate, one of each kind.
#[cfg(test)]
pub(crate) fn case() -> Lines {
    let row = |cell: &str, off| SalesLine {
        cell: cell.to_owned(),
        day: Some(crate::case::day("2026-09-10")),
        product: "Filter 20".to_owned(),
        quantity: Some(Quantity::whole(4)),
        amount: Some(Quantity::whole(90)),
        off,
    };
    let money = Off::Money { off: Quantity::whole(10), gross: Quantity::whole(100) };
    let share = Off::Share("0.1".parse().expect("a literal"));
    Lines {
        count: 3,
        quantity: None,
        amount: None,
        first: None,
        last: None,
        discounts: 3,
        discounted: vec![row("F2", share), row("F3", money), row("F4", Off::Open("10+5".to_owned()))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{card, day, open, record, report};
    use crate::{ActKind, Added, Arrival, EntryId, Kind, NewReport};

    type Test = Result<(), StoreError>;

    fn list(of: DistributorId, first: &str, last: &str, lines: Lines) -> NewReport {
        let month = |text: &str| text.parse::<Month>().expect("a literal");
        let (kind, last_month) = (Kind::Lines, (first != last).then(|| month(last)));
        let period = month(first).into();
        NewReport { kind, period, last_month, measures: Default::default(), lines: Some(lines), ..report(of, 0) }
    }

    fn import(store: &mut Store, file: &[u8], new: &NewReport) -> Result<(Option<EntryId>, Added), StoreError> {
        let recorded = store.record(crate::case::act(ActKind::Import), |w| {
            w.add_report(&mut Arrival::new(file, "Sales.xlsx", day("2026-10-03")), new)
        })?;
        Ok((recorded.entry, recorded.value))
    }

    fn cells(store: &Store, of: DistributorId) -> Result<Vec<String>, StoreError> {
        Ok(store.sales(Some(of), None)?.into_iter().map(|sold| sold.line.cell).collect())
    }

    #[test]
    fn the_newest_list_that_covers_a_month_speaks_for_it_until_it_is_undone() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, of) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        import(&mut store, b"september", &list(of, "2026-09", "2026-09", case()))?;
        let mut quarter = case();
        quarter.discounted.truncate(1);
        quarter.discounted[0].day = Some(day("2026-08-31"));
        let (entry, _) = import(&mut store, b"quarter", &list(of, "2026-07", "2026-09", quarter))?;
        assert_eq!(cells(&store, of)?, ["F2"]);
        assert_eq!(store.sales_cut(of)?, 2);
        store.undo(entry.expect("an entry"), crate::case::now())?;
        assert_eq!(cells(&store, of)?, ["F2", "F3", "F4"]);
        assert_eq!((store.sales_cut(of)?, store.sales(None, Some(day("2026-09-10")))?[2].position), (0, 3));
        assert_eq!(store.sales(None, Some(day("2026-09-11")))?, []);
        Ok(())
    }

    #[test]
    fn a_list_with_another_discount_is_a_correction_and_one_in_other_cells_is_not() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, of) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let (_, first) = import(&mut store, b"first", &list(of, "2026-09", "2026-09", case()))?;
        let mut moved = case();
        moved.discounted.iter_mut().for_each(|line| line.cell = "Z9".to_owned());
        assert_eq!(
            import(&mut store, b"moved", &list(of, "2026-09", "2026-09", moved))?.1,
            Added::Unchanged(first.report())
        );
        let mut other = case();
        other.discounted[0].off = Off::Share("0.11".parse().expect("a literal"));
        let (_, corrected) = import(&mut store, b"other", &list(of, "2026-09", "2026-09", other.clone()))?;
        assert!(matches!(corrected, Added::Corrected { .. }));
        assert_eq!(store.report(corrected.report())?.lines, Some(other.clone()));
        assert_eq!(store.sold_line(corrected.report(), 1)?, other.discounted[0]);
        assert!(matches!(store.sold_line(corrected.report(), 9), Err(StoreError::Unknown("line"))));
        Ok(())
    }
}
