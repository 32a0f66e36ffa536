//! Money: exchange rates as they are entered, pasted and imported, and roll-ups at them.

mod enter;
mod file;
mod rollup;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};
use playbook::money::{Currency as Code, Pair, RateKind, Rates, sign};
use playbook::number::{Quantity, Rate};
use playbook::period::Month;
use store::{ActKind, Status, What};

pub use file::RatesImported;

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::format::{self, figure};
use crate::now::Now;
use crate::targets::{column, years};
use crate::view::{Choice, RateCell, RateRow, RatesView};
use crate::words;

const REPORTING: &str = "reporting-currency";

impl Desk {
    /// The rates of a year; of the running one when none is said.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn rates(&self, year: Option<i32>, now: Now) -> Result<RatesView, DeskError> {
        let today = self.at(now).today;
        let year = year.unwrap_or_else(|| today.year());
        let (reporting, rates) = (self.reporting()?, self.known_rates()?);
        let months = months(year);
        let pairs = self.pairs(reporting)?;
        let rows = pairs.iter().flat_map(|pair| RateKind::ALL.map(|kind| row(&rates, *pair, kind, &months, today)));
        let rows: Vec<RateRow> = rows.collect();
        let lacking = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.lacking).count();
        let missing = match (reporting, lacking) {
            (None, _) => words().say("rates-no-reporting", &[]),
            (Some(_), 0) => String::new(),
            (Some(_), lacking) => {
                words().say("rates-missing", &[("count", lacking.into()), ("year", year.to_string().into())])
            }
        };
        Ok(RatesView {
            year,
            years: years(year, today),
            reporting: reporting.map(|code| code.to_string()).unwrap_or_default(),
            currencies: self.offered()?,
            columns: months.iter().map(|month| column((*month).into(), today)).collect(),
            rows,
            missing,
        })
    }

    /// Chooses the currency of roll-ups.
    ///
    /// # Errors
    /// When there is no such currency.
    pub fn set_reporting_currency(&mut self, code: &str, now: Now) -> Result<RatesView, DeskError> {
        let code = currency(code)?;
        let what = What::new("entry-reporting-currency").with("currency", code);
        self.record(ActKind::Setting, what, now, |writing| Ok(writing.set(REPORTING, code.code())?))?;
        self.rates(None, now)
    }

    /// The currency of roll-ups: as it was chosen, or the one that all distributors report in.
    pub(crate) fn reporting(&self) -> Result<Option<Code>, DeskError> {
        if let Some(code) = self.store.setting(REPORTING)? {
            return Ok(Code::new(&code));
        }
        let own = self.reported_in()?;
        Ok(own.first().copied().filter(|_| own.len() == 1))
    }

    /// The rates that are known.
    pub(crate) fn known_rates(&self) -> Result<Rates, DeskError> {
        Ok(Rates::of(self.store.rates()?.into_iter().map(|held| held.rate)))
    }

    /// The currencies that active distributors report in, each once.
    fn reported_in(&self) -> Result<Vec<Code>, DeskError> {
        let active = self.store.distributors()?.into_iter().filter(|held| held.card.status == Status::Active);
        let mut codes: Vec<Code> = active.filter_map(|held| Code::new(&held.card.currency)).collect();
        codes.sort();
        codes.dedup();
        Ok(codes)
    }

    /// The pairs that roll-ups need, each as it is on record, both ways where it is, else as usual.
    pub(crate) fn pairs(&self, reporting: Option<Code>) -> Result<Vec<Pair>, DeskError> {
        let Some(to) = reporting else { return Ok(Vec::new()) };
        let held = self.store.rates()?;
        let others = self.reported_in()?.into_iter().filter(|code| *code != to);
        let pairs = others.flat_map(|from| {
            let ways = [Pair { base: to, quote: from }, Pair { base: from, quote: to }];
            let written = ways.into_iter().filter(|pair| held.iter().any(|held| held.rate.pair == *pair));
            let written: Vec<Pair> = written.collect();
            if written.is_empty() { vec![Pair::usual(from, to)] } else { written }
        });
        Ok(pairs.collect())
    }

    /// The currencies to choose from: those of the distributors first.
    fn offered(&self) -> Result<Vec<Choice>, DeskError> {
        let mut codes = self.reported_in()?;
        for code in Code::offered().into_iter().chain(self.reporting()?) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        Ok(codes.iter().map(|code| Choice { key: code.to_string(), label: named(*code) }).collect())
    }
}

/// `IDR`, or `USD (US$)` where it has a sign of its own.
fn named(code: Code) -> String {
    match sign(code.code()) {
        same if same == code.code() => code.to_string(),
        sign => words().say("currency-choice", &[("code", code.to_string().into()), ("sign", sign.into())]),
    }
}

pub(crate) fn months(year: i32) -> Vec<Month> {
    (1..=12).filter_map(|number| Month::new(year, number)).collect()
}

fn row(rates: &Rates, pair: Pair, kind: RateKind, months: &[Month], today: NaiveDate) -> RateRow {
    // Where a month is on record the other way round, its rate stands in a row of its own: a turned one would be rounded.
    let written = |month: &Month| rates.find(*month, kind, pair).filter(|rate| rate.pair == pair);
    let values: Vec<Option<Quantity>> = months.iter().map(|month| written(month).map(|rate| rate.value)).collect();
    let decimals = values.iter().flatten().map(|value| value.decimal().scale()).max().unwrap_or(0);
    let cells = months.iter().zip(values).map(|(month, value)| RateCell {
        month: month.to_string(),
        text: value.map(|value| figure(&Rate::from(value), decimals, &[])).unwrap_or_default(),
        plain: value.map(|value| value.to_string()).unwrap_or_default(),
        lacking: rates.find(*month, kind, pair).is_none() && is_lacking(*month, kind, today),
    });
    RateRow {
        base: pair.base.to_string(),
        quote: pair.quote.to_string(),
        kind: kind.key().to_owned(),
        title: pair_title(pair),
        label: words().say(&format!("rate-{}", kind.key()), &[]),
        cells: cells.collect(),
    }
}

/// A plan is known before its month; an actual rate once the month is over.
fn is_lacking(month: Month, kind: RateKind, today: NaiveDate) -> bool {
    match kind {
        RateKind::Plan => month.first_day() <= today,
        RateKind::Actual => month.last_day() < today,
    }
}

/// `Rp for 1 US$`.
pub(crate) fn pair_title(pair: Pair) -> String {
    let values = [("quote", sign(pair.quote.code()).into()), ("base", sign(pair.base.code()).into())];
    words().say("rate-pair", &values)
}

/// The currency of a code that came from outside.
pub(crate) fn currency(text: &str) -> Result<Code, DeskError> {
    let code = text.trim().to_uppercase();
    Code::new(&code).ok_or_else(|| DeskError::new(ErrorKind::Invalid, "not-a-currency", &[("text", text.into())]))
}

/// A month of a text that came from outside.
pub(crate) fn month(text: &str) -> Result<Month, DeskError> {
    text.trim().parse().map_err(|_| DeskError::new(ErrorKind::Invalid, "not-a-month", &[("text", text.into())]))
}

/// `July 2026`.
pub(crate) fn month_title(month: Month) -> String {
    format::period(words(), month.into())
}
