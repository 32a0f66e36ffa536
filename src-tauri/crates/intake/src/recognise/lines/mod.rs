//! Raw lists of sales: one row an invoice line, summed over the data rows only. The one part that walks all rows.

mod discounts;
mod in_turn;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use playbook::measure::MeasureKey;
use playbook::number::Quantity;
use playbook::period::{Month, Period};
use rust_decimal::Decimal;

use crate::draft::{About, Choice, Found, Lines, Question, Why};
use crate::grid::{CellRef, Place, RowRef, Sheet, ValueRef};

use super::claims::{Claim, claims};
use super::columns::sums;
use super::dates::{Day, Order, order_in};
use super::labels::Label;
use super::money::{self, Mark};
use super::numbers::{Point, Reading, proof, read};
use super::page::{Entry, Page};
use super::terms::{Column, Field, Role};

/// A header stands in the first rows.
const HEADER_WITHIN: u32 = 40;
/// Fewer rows are a table, not a list.
const FEWEST: u32 = 3;

/// The columns of a list of sales.
#[derive(Debug, Clone)]
pub(crate) struct List {
    /// The row of its heads.
    pub(crate) header: u32,
    date: u32,
    named: Vec<u32>,
    invoice: Option<u32>,
    quantity: Vec<u32>,
    amount: Vec<u32>,
    product: Vec<u32>,
    price: Vec<u32>,
    discount: Vec<u32>,
    /// Whether the head of the amounts says that they are net.
    net: bool,
    /// The column of distributors, where it has one.
    pub(crate) distributor: Option<u32>,
    heads: BTreeMap<u32, Label>,
}

/// What a list sums up to, and what it leaves open.
#[derive(Debug)]
pub(crate) struct Sums {
    /// The totals.
    pub(crate) lines: Lines,
    /// The months that it spans.
    pub(crate) period: Option<Found<Period>>,
    /// What is open.
    pub(crate) questions: Vec<Question>,
}

/// What the sheet and the register tell about a list's numbers and days.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prior<'a> {
    /// Which of day and month comes first by the locale.
    pub(crate) order: Option<Order>,
    /// The decimal point of the locale.
    pub(crate) point: Option<Point>,
    /// The scale of all money on the sheet.
    pub(crate) scale: Option<Decimal>,
    /// The report's currency.
    pub(crate) currency: Option<&'a str>,
}

/// The list of sales on a page: a row that heads a day, what was sold or to whom, and how many or how much.
pub(crate) fn find(page: &Page<'_>) -> Option<List> {
    let rows = page.rows().into_iter().take_while(|row| *row < HEADER_WITHIN);
    rows.filter_map(|row| head(row, page.row(row))).next()
}

fn head(row: u32, cells: &[Entry<'_>]) -> Option<List> {
    if cells.len() < 4 || cells.iter().any(Entry::is_number) {
        return None;
    }
    let with = |wanted: &dyn Fn(&Label) -> bool| -> Vec<u32> {
        cells.iter().filter(|entry| wanted(&entry.label)).map(|entry| entry.place.column).collect()
    };
    let is = |column: Column| {
        with(&move |label: &Label| label.column() == Some(column) && label.field() != Some(Field::Date))
    };
    let date = with(&|label| label.field() == Some(Field::Date)).first().copied()?;
    let invoice = is(Column::Invoice).first().copied();
    let named: Vec<u32> = [Column::Invoice, Column::Customer, Column::Product].into_iter().flat_map(is).collect();
    let (quantity, amount) = (is(Column::Quantity), best_amount(cells, is(Column::Amount)));
    let complete = !(named.is_empty() || quantity.is_empty() && amount.is_empty());
    complete.then(|| List {
        header: row,
        date,
        named,
        invoice,
        quantity,
        net: matches!(amount.as_slice(), [one] if is_net(cells, *one)),
        amount,
        product: first_filled([is(Column::Product), with(&|label| label.column_role() == Some(Role::Item))]),
        price: is(Column::Price),
        discount: [Column::Discount, Column::DiscountShare, Column::DiscountAmount].into_iter().flat_map(is).collect(),
        distributor: with(&|label| label.field() == Some(Field::Distributor)).first().copied(),
        heads: cells.iter().map(|entry| (entry.place.column, entry.label.clone())).collect(),
    })
}

/// Of several columns of money, the net one.
fn best_amount(cells: &[Entry<'_>], columns: Vec<u32>) -> Vec<u32> {
    let net: Vec<u32> = columns.iter().filter(|column| is_net(cells, **column)).copied().collect();
    if columns.len() > 1 && net.len() == 1 { net } else { columns }
}

/// The first of several lists of columns that has any.
fn first_filled<const N: usize>(lists: [Vec<u32>; N]) -> Vec<u32> {
    lists.into_iter().find(|columns| !columns.is_empty()).unwrap_or_default()
}

/// Whether the head of a column says that it is net.
fn is_net(cells: &[Entry<'_>], column: u32) -> bool {
    let text = cells.iter().find(|entry| entry.place.column == column).map(|entry| super::text::fold(entry.text));
    text.is_some_and(|text| {
        text.split(' ').any(|word| matches!(word, "net" | "nett" | "netto" | "neto" | "bersih" | "สุทธิ"))
    })
}

/// A row of the list.
struct Line<'s> {
    cells: RowRef<'s>,
    day: Option<Day>,
}

impl List {
    /// The data rows: those with a day, and those that leave out a day that the row above has. Sums are no data.
    fn data<'s>(&self, sheet: &'s Sheet) -> Vec<Line<'s>> {
        let mut lines: Vec<Line<'s>> = Vec::new();
        let mut known = Known::default();
        for cells in sheet.rows_from(self.header + 1) {
            let day = cells.at(self.date).and_then(|cell| known.day(cell.value));
            let counted = self.quantity.iter().chain(&self.amount).any(|column| cells.at(*column).is_some());
            let has_invoice =
                self.invoice.is_some_and(|column| cells.at(column).is_some_and(|cell| words(cell).is_some()));
            if !counted || !has_invoice && known.sums_up(cells, day.is_some()) {
                continue;
            }
            let named = self.named.iter().any(|column| cells.at(*column).is_some_and(|cell| words(cell).is_some()));
            match (day, lines.last()) {
                (Some(_), _) => lines.push(Line { cells, day }),
                (None, Some(above)) if named && cells.at(self.date).is_none() => {
                    lines.push(Line { cells, day: above.day })
                }
                _ => {}
            }
        }
        lines
    }

    /// Who sold, by the list's own column: each name once.
    pub(crate) fn distributors<'s>(&self, sheet: &'s Sheet) -> Vec<&'s str> {
        let Some(column) = self.distributor else { return Vec::new() };
        let mut names: Vec<&str> =
            self.data(sheet).iter().filter_map(|line| line.cells.at(column).and_then(words)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The currencies of the column of money: by its head, its formats and its first texts.
    pub(crate) fn marks(&self, sheet: &Sheet) -> Vec<(Mark, Place)> {
        let mut found: Vec<(Mark, Place)> = Vec::new();
        for column in &self.amount {
            let place = Place { row: self.header, column: *column };
            let of_head = self.heads.get(column).and_then(|label| label.currency).map(|mark| (mark, place));
            let cells = sheet.rows_from(self.header + 1).filter_map(|row| row.at(*column)).take(50);
            let of_cells = cells.filter_map(|cell| {
                let mark = cell.format.and_then(money::of_format).or_else(|| words(cell).and_then(money::named));
                mark.map(|mark| (mark, cell.place))
            });
            for (mark, place) in of_head.into_iter().chain(of_cells) {
                if found.iter().all(|(known, _)| *known != mark) {
                    found.push((mark, place));
                }
            }
        }
        found
    }

    /// The totals; `None` when there are too few rows to be a list.
    pub(crate) fn sum(&self, sheet: &Sheet, prior: Prior<'_>) -> Option<Sums> {
        let data = self.data(sheet);
        let count = u32::try_from(data.len()).ok().filter(|count| *count >= FEWEST)?;
        let mut questions = Vec::new();
        let quantity = self.total(
            "quantity",
            &self.quantity,
            &data,
            Prior { scale: None, currency: None, ..prior },
            &mut questions,
        );
        let amount = self.total("amount", &self.amount, &data, prior, &mut questions);
        let order = order_in(data.iter().filter_map(|line| line.day)).or(prior.order);
        let (first, last) = span(&data, order);
        let (discounts, discounted) = self.discounted(&data, order, prior);
        let mut lines = Lines { count, quantity, amount, first, last, last_month: None, discounts, discounted };
        let place = data.first().and_then(|line| line.cells.at(self.date)).map(|cell| cell.place);
        let period = match (first, last) {
            (Some(first), Some(last)) => {
                let (from, to) = (Month::of(first), Month::of(last));
                lines.last_month = (to != from).then_some(to);
                Some(Found { value: Period::Month(from), place })
            }
            _ => {
                let text = data.first().and_then(|line| line.cells.at(self.date)).and_then(words).unwrap_or_default();
                questions.push(Question {
                    about: About::Period,
                    why: Why::DayOrMonth,
                    text: text.to_owned(),
                    place,
                    choices: Vec::new(),
                });
                None
            }
        };
        Some(Sums { lines, period, questions })
    }

    fn total(
        &self,
        name: &'static str,
        columns: &[u32],
        data: &[Line<'_>],
        prior: Prior<'_>,
        questions: &mut Vec<Question>,
    ) -> Option<Quantity> {
        let place = |column: u32| Place { row: self.header, column };
        let mut ask = |why, place, text: &str, choices| {
            questions.push(Question {
                about: About::Measure(MeasureKey::fixed(name)),
                why,
                text: text.to_owned(),
                place,
                choices,
            });
        };
        let column = match columns {
            [] => return None,
            [column] => *column,
            [first, ..] => {
                ask(Why::Several, Some(place(*first)), "", Vec::new());
                return None;
            }
        };
        let cells = || data.iter().filter_map(|line| line.cells.at(column));
        let point = column_point(cells());
        let scale = self.heads.get(&column).and_then(|label| label.scale).or(prior.scale).unwrap_or(Decimal::ONE);
        let mut sum = Decimal::ZERO;
        for cell in cells() {
            match value(cell, point, prior) {
                Ok(value) => match sum.checked_add(value) {
                    Some(more) => sum = more,
                    None => return None,
                },
                Err(why) => {
                    ask(why, Some(cell.place), words(cell).unwrap_or_default(), Vec::<Choice>::new());
                    return None;
                }
            }
        }
        let total = sum.checked_mul(scale).and_then(|sum| Quantity::new(sum).ok());
        if total.is_none() {
            ask(Why::Implausible, Some(place(column)), "", Vec::new());
        }
        total
    }
}

/// The value of a cell that is summed. A blank adds nothing.
fn value(cell: CellRef<'_>, point: Result<Option<Point>, ()>, prior: Prior<'_>) -> Result<Decimal, Why> {
    match cell.value {
        ValueRef::Number(text) => text.parse().map_err(|_| Why::NotANumber),
        ValueRef::Text(text) => {
            let sheet = point.map_err(|()| Why::Separator)?;
            let amount = match read(text, sheet) {
                Reading::Nothing => return Ok(Decimal::ZERO),
                Reading::Sure(amount) if !amount.percent => amount,
                Reading::Either(grouped, _) => match prior.point.map(|point| read(text, Some(point))) {
                    Some(Reading::Sure(amount)) if amount == grouped => amount,
                    _ => return Err(Why::Separator),
                },
                Reading::Approximate => return Err(Why::Approximate),
                _ => return Err(Why::NotANumber),
            };
            if amount.currency.zip(prior.currency).is_some_and(|(mark, currency)| !mark.fits(currency)) {
                return Err(Why::OtherCurrency);
            }
            Ok(amount.value * amount.scale.unwrap_or(Decimal::ONE))
        }
        ValueRef::Error(_) => Err(Why::CellError),
        ValueRef::Formula(_) => Err(Why::NoValue),
        ValueRef::Date(_) => Err(Why::NotANumber),
        ValueRef::Bool(_) => Ok(Decimal::ZERO),
    }
}

/// The decimal point that a column proves. `Err`: it proves both.
fn column_point<'c>(cells: impl Iterator<Item = CellRef<'c>>) -> Result<Option<Point>, ()> {
    let mut point = None;
    for proved in cells.filter_map(words).filter_map(proof) {
        if *point.get_or_insert(proved) != proved {
            return Err(());
        }
    }
    Ok(point)
}

/// The first and the last day; none when one can be read in two ways, or not at all.
fn span(data: &[Line<'_>], order: Option<Order>) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (mut first, mut last) = (None::<NaiveDate>, None::<NaiveDate>);
    for day in data.iter().filter_map(|line| line.day) {
        let dates = day.dates(order);
        let [date] = dates.as_slice() else { return (None, None) };
        first = Some(first.map_or(*date, |first| first.min(*date)));
        last = Some(last.map_or(*date, |last| last.max(*date)));
    }
    (first, last)
}

fn words(cell: CellRef<'_>) -> Option<&str> {
    match cell.value {
        ValueRef::Text(text) | ValueRef::Number(text) if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    }
}

/// What texts were found to say: a long list repeats its days, customers and products.
#[derive(Default)]
struct Known<'s> {
    days: HashMap<&'s str, Option<Day>>,
    sums: HashMap<(&'s str, bool), bool>,
}

impl<'s> Known<'s> {
    /// The day of a cell: a date, or a text that is nothing but a day (and a time).
    fn day(&mut self, value: ValueRef<'s>) -> Option<Day> {
        match value {
            ValueRef::Date(date) => {
                *self.days.entry(date).or_insert_with(|| date.get(..10).unwrap_or(date).parse().ok().map(Day::of))
            }
            ValueRef::Text(text) if text.len() <= 40 => {
                *self.days.entry(text).or_insert_with(|| match claims(text).as_slice() {
                    [Claim::Day(day)] if day.year().is_some() => Some(*day),
                    _ => None,
                })
            }
            _ => None,
        }
    }

    /// Whether a row sums others up: a row with a day only when a cell is nothing but the word.
    fn sums_up(&mut self, cells: RowRef<'s>, has_day: bool) -> bool {
        let texts = cells.cells().filter(|cell| matches!(cell.value, ValueRef::Text(_))).filter_map(words);
        let mut short = texts.filter(|text| text.len() <= 120 && !text.starts_with(|c: char| c.is_ascii_digit()));
        short.any(|text| {
            let says = || if has_day { Label::read(text).row().is_some() } else { sums(text).is_some() };
            *self.sums.entry((text, has_day)).or_insert_with(says)
        })
    }
}
