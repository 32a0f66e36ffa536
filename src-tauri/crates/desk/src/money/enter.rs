//! Entering rates: cell by cell, or as a block that was pasted.

use playbook::money::{NotARate, Pair, Quoted, RateKind, Rates, sign};
use playbook::number::Quantity;
use playbook::period::Month;
use store::{ActKind, What};

use super::{currency, month, months, pair_title};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::table::{Cell, Table};
use crate::targets::{goal::not_typed, heading, problem};
use crate::typed::{NotTyped, number};
use crate::view::{RateBlock, RateEntry};
use crate::words;

/// A rate to set; without a value, to take out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entered {
    pub(crate) month: Month,
    pub(crate) kind: RateKind,
    pub(crate) pair: Pair,
    pub(crate) value: Option<Quantity>,
}

impl Desk {
    /// Sets rates, or takes them out: one entry for all. Answers with its id; empty when all was so already.
    ///
    /// # Errors
    /// When one can't be taken; then nothing is set.
    pub fn set_rates(&mut self, entries: &[RateEntry], now: Now) -> Result<String, DeskError> {
        let known = self.known_rates()?;
        let entered = entries.iter().map(|entry| entered(entry, &known)).collect::<Result<Vec<_>, _>>()?;
        self.record_rates(What::new("entry-rates").with("count", entered.len()), &entered, now)
    }

    pub(crate) fn record_rates(&mut self, what: What, entered: &[Entered], now: Now) -> Result<String, DeskError> {
        let recorded = self.record(ActKind::Rate, what, now, |writing| {
            for Entered { month, kind, pair, value } in entered {
                match value {
                    None => writing.take_rate_out(*month, *kind, *pair)?,
                    Some(value) => writing.set_rate(&quoted(*month, *kind, *pair, *value)?)?,
                }
            }
            Ok(())
        })?;
        Ok(recorded.entry.map(|entry| entry.to_string()).unwrap_or_default())
    }

    /// What a pasted block would set, beginning at a cell of the grid; a heading of months says by itself where its
    /// columns belong.
    ///
    /// # Errors
    /// When the text is no table, or the place is none of the grid.
    pub fn paste_rates(&self, at: &RateEntry, text: &str) -> Result<RateBlock, DeskError> {
        let (table, first) = (Table::pasted(text)?, month(&at.month)?);
        let (known, pair) = (self.known_rates()?, pair(at)?);
        let pairs = self.pairs(self.reporting()?)?;
        let rows: Vec<(Pair, RateKind)> =
            pairs.iter().flat_map(|pair| RateKind::ALL.map(|kind| (*pair, kind))).collect();
        let anchor = rows.iter().position(|row| *row == (pair, kind_of(&at.kind).unwrap_or(RateKind::Plan)));
        let heads: Vec<Option<String>> = table
            .rows
            .first()
            .map(|row| {
                row.iter().map(|cell| heading(&cell.text, Some(first.year())).filter(|_| !is_figure(cell))).collect()
            })
            .unwrap_or_default();
        let has_heads = heads.iter().any(Option::is_some);
        let left = heads.iter().position(Option::is_some).unwrap_or(0);
        let columns = months(first.year());
        let (mut block, mut of) = (RateBlock { summary: String::new(), cells: vec![], problems: vec![] }, 0_usize);
        for row in usize::from(has_heads)..table.rows.len() {
            for column in left..table.rows[row].len() {
                let Some(cell) = table.at(row, column) else { continue };
                of += 1;
                let place = table.place(row, column);
                let to = rows.get(anchor.unwrap_or(0) + row - usize::from(has_heads));
                let month = match has_heads {
                    true => heads.get(column).cloned().flatten().and_then(|head| head.parse().ok()),
                    false => columns.get(first.number() as usize - 1 + column).copied(),
                };
                let (Some((pair, kind)), Some(month)) = (to, month) else {
                    block.problems.push(problem(&place, &words().say("paste-beyond", &[]), ""));
                    continue;
                };
                match value(cell, *pair, &known).and_then(|value| quoted(month, *kind, *pair, value)) {
                    Ok(rate) => block.cells.push(entry_of(&rate)),
                    Err(error) => block.problems.push(problem(&place, &error.message, &error.hint)),
                }
            }
        }
        block.summary = words().say("paste-summary", &[("ready", block.cells.len().into()), ("count", of.into())]);
        Ok(block)
    }
}

/// A year alone heads nothing here, and a rate may look like one.
fn is_figure(cell: &Cell) -> bool {
    cell.text.bytes().all(|byte| byte.is_ascii_digit())
}

fn entry_of(rate: &Quoted) -> RateEntry {
    RateEntry {
        base: rate.pair.base.to_string(),
        quote: rate.pair.quote.to_string(),
        month: rate.month.to_string(),
        kind: rate.kind.key().to_owned(),
        text: rate.value.to_string(),
    }
}

fn entered(entry: &RateEntry, known: &Rates) -> Result<Entered, DeskError> {
    let (month, pair, kind) = (month(&entry.month)?, pair(entry)?, kind_of(&entry.kind)?);
    let cell = Cell { text: entry.text.trim().to_owned(), ..Cell::default() };
    if cell.text.is_empty() {
        return Ok(Entered { month, kind, pair, value: None });
    }
    let value = value(&cell, pair, known)?;
    quoted(month, kind, pair, value)?;
    Ok(Entered { month, kind, pair, value: Some(value) })
}

fn pair(entry: &RateEntry) -> Result<Pair, DeskError> {
    Ok(Pair { base: currency(&entry.base)?, quote: currency(&entry.quote)? })
}

pub(crate) fn kind_of(text: &str) -> Result<RateKind, DeskError> {
    let kind = RateKind::from_key(text.trim().to_lowercase().as_str());
    kind.ok_or_else(|| DeskError::new(ErrorKind::Invalid, "not-a-rate-kind", &[("text", text.into())]))
}

/// The number of a cell. Where its separator leaves two readings, the one counts that is near to the rates that are known
/// of the same currencies; where none is known, it is asked for.
pub(crate) fn value(cell: &Cell, pair: Pair, known: &Rates) -> Result<Quantity, DeskError> {
    let read = if cell.exact { cell.text.parse().map_err(|_| NotTyped::NotANumber) } else { number(&cell.text, None) };
    match read {
        Ok(value) => Ok(value),
        Err(NotTyped::Either(point, thousands)) => {
            let near = |value: Quantity| known.all().any(|rate| rate.pair == pair && is_near(rate.value, value));
            match (near(point), near(thousands)) {
                (true, false) => Ok(point),
                (false, true) => Ok(thousands),
                _ => Err(not_typed(&cell.text, &NotTyped::Either(point, thousands))),
            }
        }
        Err(why) => Err(not_typed(&cell.text, &why)),
    }
}

/// Within a factor of ten.
fn is_near(one: Quantity, other: Quantity) -> bool {
    let (one, other) = (one.decimal(), other.decimal());
    let ten = rust_decimal::Decimal::TEN;
    one.checked_mul(ten).is_some_and(|most| other <= most) && other.checked_mul(ten).is_some_and(|most| one <= most)
}

pub(crate) fn quoted(month: Month, kind: RateKind, pair: Pair, value: Quantity) -> Result<Quoted, DeskError> {
    if pair.is_turned_round(value) && value > Quantity::ZERO {
        let [base, quote] = [pair.base, pair.quote].map(|code| sign(code.code()).to_owned());
        let values = [("text", value.to_string().into()), ("base", base.into()), ("quote", quote.into())];
        return Err(DeskError::new(ErrorKind::Invalid, "rate-turned-round", &values));
    }
    Quoted::new(month, kind, pair, value).map_err(|why| {
        let key = match why {
            NotARate::SameCurrency => "rate-same-currency",
            NotARate::NotPositive => "rate-not-positive",
        };
        let values = [("text", value.to_string().into()), ("pair", pair_title(pair).into())];
        DeskError::new(ErrorKind::Invalid, key, &values)
    })
}
