//! Rates from a CSV file or a spreadsheet: a row for each month and currency, plan and actual beside each other.

use std::path::Path;

use playbook::money::{Currency as Code, Pair, Quoted, RateKind, Rates};
use serde::Serialize;
use store::What;

use super::enter::{Entered, quoted, value};
use super::{currency, month};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::table::Table;
use crate::targets::{heading, problem};
use crate::view::Problem;
use crate::words;

/// What became of a file of rates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RatesImported {
    /// Rates that were taken.
    pub taken: usize,
    /// The entry that holds them; empty when all was so already.
    pub entry: String,
    /// Cells that could not be taken.
    pub problems: Vec<Problem>,
}

impl RatesImported {
    /// `24 rates set.`
    #[must_use]
    pub fn summary(&self) -> String {
        words().say("rates-imported", &[("count", self.taken.into())])
    }
}

/// Where the columns stand.
struct Heads {
    month: usize,
    currency: usize,
    per: Option<usize>,
    rates: Vec<(usize, RateKind)>,
}

impl Desk {
    /// Takes the rates of a file: one entry for all. `currency` is counted for one of `per`, or of the reporting currency
    /// where the file has no such column.
    ///
    /// # Errors
    /// When the file can't be read, or its first row names no months, currencies and rates.
    pub fn import_rates(&mut self, file: &Path, now: Now) -> Result<RatesImported, DeskError> {
        let table = self.table(file, now)?;
        self.take_rates(&crate::review::file_name(file), &table, now)
    }

    /// The same of a table that was read.
    pub(crate) fn take_rates(&mut self, name: &str, table: &Table, now: Now) -> Result<RatesImported, DeskError> {
        let values = [("file", name.into())];
        let heads = heads(table).ok_or_else(|| DeskError::new(ErrorKind::Invalid, "rates-header", &values))?;
        let reporting = self.reporting()?;
        if heads.per.is_none() && reporting.is_none() {
            return Err(DeskError::new(ErrorKind::Invalid, "rates-no-reporting", &values));
        }
        let cells = || {
            (1..table.rows.len()).flat_map(|row| heads.rates.iter().map(move |(column, kind)| (row, *column, *kind)))
        };
        let read = |(row, column, kind), known: &Rates| {
            let cell = table.at(row, column)?;
            let rate = about(table, &heads, row, reporting)
                .and_then(|(month, pair)| quoted(month, kind, pair, value(cell, pair, known)?));
            Some(rate)
        };
        // The rates that are plain tell how those are meant that could be read in two ways.
        let mut known = self.known_rates()?;
        for cell in cells() {
            if let Some(Ok(rate)) = read(cell, &known) {
                known.add(rate);
            }
        }
        let (mut done, mut entered) = (RatesImported::default(), Vec::new());
        for (row, column, kind) in cells() {
            match read((row, column, kind), &known) {
                None => {}
                Some(Ok(Quoted { month, kind, pair, value })) => {
                    entered.push(Entered { month, kind, pair, value: Some(value) })
                }
                Some(Err(error)) => {
                    done.problems.push(problem(&table.place(row, column), &error.message, &error.hint));
                }
            }
        }
        done.taken = entered.len();
        let what = What::new("entry-rates-file").with("file", name).with("count", done.taken);
        done.entry = self.record_rates(what, &entered, now)?;
        Ok(done)
    }
}

/// What a row's rates are of.
fn about(
    table: &Table,
    heads: &Heads,
    row: usize,
    reporting: Option<Code>,
) -> Result<(playbook::period::Month, Pair), DeskError> {
    let text = |column: usize| table.at(row, column).map_or("", |cell| cell.text.as_str());
    let stated = text(heads.month);
    // A spreadsheet that knows dates hands over the month's first day.
    let stated = stated.strip_suffix("-01").filter(|rest| rest.len() == 7).unwrap_or(stated);
    let named = heading(stated, None).unwrap_or_else(|| stated.to_owned());
    let base = match heads.per.map(text).filter(|text| !text.is_empty()) {
        Some(per) => currency(per)?,
        None => {
            reporting.ok_or_else(|| DeskError::new(ErrorKind::Invalid, "not-a-currency", &[("text", "".into())]))?
        }
    };
    Ok((month(&named)?, Pair { base, quote: currency(text(heads.currency))? }))
}

fn heads(table: &Table) -> Option<Heads> {
    let cells = table.rows.first()?;
    let named = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.text.to_lowercase().as_str()));
    let rates = RateKind::ALL.map(|kind| named(&[kind.key()]).map(|column| (column, kind)));
    let rates: Vec<_> = rates.into_iter().flatten().collect();
    let heads = Heads {
        month: named(&["month", "period"])?,
        currency: named(&["currency", "quote"])?,
        per: named(&["per", "base"]),
        rates,
    };
    (!heads.rates.is_empty()).then_some(heads)
}
