//! Tables whose columns are figures: one report a row (by distributor or by period), or one report in all, stated by
//! the total row.

use chrono::NaiveDate;
use playbook::period::Week;
use rust_decimal::Decimal;

use crate::grid::{Place, Value};

use super::claims::{Claim, claims};
use super::dates::{Day, Order};
use super::finding::{Area, Content, Finding, Findings, Group, When};
use super::form::decimal;
use super::labels::Label;
use super::page::{Entry, Page};
use super::periods::DayIs;
use super::remarks;
use super::table::{Head, Table};
use super::terms::{Field, Figure, Role, Row, Term};
use super::text::fold;
use super::who::Register;

/// A row under a header.
struct BodyRow<'p, 'a> {
    row: u32,
    /// Its words before the first figure.
    keys: Vec<&'p Entry<'a>>,
    /// Whether it sums others up.
    sums: Option<Row>,
}

/// Reads a table, and says what part of the sheet it took.
pub(crate) fn read_table<'a>(
    page: &Page<'a>,
    table: &Table,
    register: &Register<'_>,
    findings: &mut Findings<'a>,
) -> Area {
    let columns: Vec<(u32, &Head)> = table
        .heads
        .iter()
        .filter(|(_, head)| !head.figures.is_empty() && !head.is_beside())
        .map(|(c, h)| (*c, h))
        .collect();
    findings.saw(table.top);
    let body = body(page, table, &columns);
    let last = body.last().map_or(table.bottom, |row| row.row);
    let data: Vec<&BodyRow<'_, '_>> = body.iter().filter(|row| row.sums.is_none()).collect();
    let who = key_column(
        table,
        &data,
        |_, head| head.label.field() == Some(Field::Distributor),
        |entry| register.exactly(entry.text).is_some(),
    );
    // A column of weekdays beside the days says nothing of its own.
    let says_when = |column: u32| {
        let cells = data.iter().filter_map(|row| page.at(Place { row: row.row, column }));
        cells.into_iter().any(|entry| matches!(entry.value, Value::Number(_)) || !of_time(entry).is_empty())
    };
    let when = key_column(table, &data, |column, head| is_time(head) && says_when(column), is_time_key);
    // Days of one week are a log whose total row states the week.
    let when = when.filter(|column| who.is_some() || !repeats_a_week(page, &data, *column));
    // The weeks of a month are no reports of their own either.
    let when = when.filter(|column| !table.is_of_months || !are_weeks(page, &data, *column));
    if who.is_some() || when.is_some() {
        for row in data {
            keyed_row(page, table, row, (who, when), &columns, findings);
        }
    } else {
        whole_table(page, table, &body, &columns, findings);
    }
    Area { rows: (table.bottom + 1, last), columns: width(table, &columns) }
}

/// From the first head to the last of the table's figures, with the heads right beside it: a head behind a gap is
/// another block's.
fn width(table: &Table, columns: &[(u32, &Head)]) -> (u32, u32) {
    let first = table.heads.keys().next().copied().unwrap_or(0);
    let figures = columns.last().map_or(first, |(column, _)| *column);
    let last = (figures + 1..).take_while(|column| table.heads.contains_key(column)).last();
    (first, last.unwrap_or(figures))
}

pub(super) fn is_time(head: &Head) -> bool {
    matches!(head.label.field(), Some(Field::Period | Field::WeekOf | Field::WeekEnding | Field::Date))
        || head.label.terms.contains(&Term::Week)
}

/// What a cell says about time; a date cell says a day.
fn of_time(entry: &Entry<'_>) -> Vec<Claim> {
    match entry.value {
        Value::Date(date) => date.parse::<NaiveDate>().map(|day| Claim::Day(Day::of(day))).into_iter().collect(),
        _ => claims(entry.text),
    }
}

pub(super) fn is_time_key(entry: &Entry<'_>) -> bool {
    matches!(entry.value, Value::Date(_))
        || matches!(claims(entry.text).as_slice(), [Claim::Month { .. } | Claim::Week { .. } | Claim::Span(..), ..])
            && entry.text.chars().count() <= 40
}

/// The rows of a table's body: until a row whose words name a figure, or that has none of the table's numbers after a
/// blank one.
fn body<'p, 'a>(page: &'p Page<'a>, table: &Table, columns: &[(u32, &Head)]) -> Vec<BodyRow<'p, 'a>> {
    let first = columns.first().map_or(0, |(column, _)| *column);
    let mut rows = Vec::new();
    let mut last = table.bottom;
    for row in page.rows().into_iter().filter(|row| *row > table.bottom && *row <= table.end) {
        let cells = page.row(row);
        let has_numbers =
            columns.iter().any(|(column, _)| page.at(Place { row, column: *column }).is_some_and(Entry::is_value));
        let keys: Vec<&Entry<'a>> =
            cells.iter().filter(|entry| entry.place.column < first && !entry.is_joint()).collect();
        let sums = keys.iter().find_map(|entry| sums(entry.text));
        let names_figure = keys.iter().any(|entry| !entry.label.figures().is_empty() || entry.label.remark().is_some());
        let lone_word =
            keys.is_empty() && !has_numbers && cells.first().is_some_and(|entry| entry.label.remark().is_some());
        if names_figure && sums.is_none() || lone_word || row > last + 1 && !has_numbers {
            break;
        }
        if has_numbers {
            rows.push(BodyRow { row, keys, sums });
        }
        last = row;
    }
    rows
}

/// What a row's words say that it sums up: `PH subtotal`, `Total stock on hand`, `รวมทั้งสิ้น`.
pub(crate) fn sums(text: &str) -> Option<Row> {
    if text.is_empty() || text.chars().count() > 60 {
        return None;
    }
    let label = Label::read(text);
    if let Some(row) = label.row() {
        return Some(row);
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let row = |phrase: &str| Label::read(phrase).row();
    let starts = (1..=2.min(words.len())).rev().find_map(|count| row(&words[..count].join(" ")));
    let ends = (1..=2.min(words.len())).rev().find_map(|count| row(&words[words.len() - count..].join(" ")));
    starts.filter(|row| *row != Row::Statistic).or(ends.filter(|row| *row != Row::Statistic))
}

/// The column that tells the rows apart: by its head, else by what most of its cells hold.
fn key_column(
    table: &Table,
    data: &[&BodyRow<'_, '_>],
    head: impl Fn(u32, &Head) -> bool,
    cell: impl Fn(&Entry<'_>) -> bool,
) -> Option<u32> {
    let by_head = table.heads.iter().find(|(c, h)| h.figures.is_empty() && head(**c, h)).map(|(column, _)| *column);
    by_head.or_else(|| {
        let keys = data.iter().flat_map(|row| row.keys.iter());
        let mut columns: Vec<u32> = keys.filter(|entry| cell(entry)).map(|entry| entry.place.column).collect();
        columns.sort_unstable();
        let most = columns.chunk_by(|a, b| a == b).max_by_key(|chunk| chunk.len())?;
        (most.len() > 1 && most.len() * 2 >= data.len()).then(|| most[0])
    })
}

fn are_weeks(page: &Page<'_>, data: &[&BodyRow<'_, '_>], column: u32) -> bool {
    let texts = data.iter().filter_map(|row| page.at(Place { row: row.row, column })).map(|entry| entry.text);
    let is_week =
        |text: &str| matches!(claims(text).as_slice(), [Claim::Week { .. } | Claim::WeekOfMonth | Claim::Span(..), ..]);
    let mut texts = texts.filter(|text| !text.is_empty()).peekable();
    texts.peek().is_some() && texts.all(is_week)
}

fn repeats_a_week(page: &Page<'_>, data: &[&BodyRow<'_, '_>], column: u32) -> bool {
    let cells = data.iter().filter_map(|row| page.at(Place { row: row.row, column }));
    let days = cells.filter_map(|entry| match entry.value {
        Value::Date(date) => date.parse::<NaiveDate>().ok(),
        Value::Text(text) => match claims(text).as_slice() {
            [Claim::Day(day)] => day.dates(Some(Order::DayFirst)).first().copied(),
            _ => None,
        },
        _ => None,
    });
    let mut weeks: Vec<Week> = days.map(Week::of).collect();
    let count = weeks.len();
    weeks.sort();
    weeks.dedup();
    weeks.len() < count
}

fn keyed_row<'a>(
    page: &Page<'a>,
    table: &Table,
    row: &BodyRow<'_, 'a>,
    (who, when): (Option<u32>, Option<u32>),
    columns: &[(u32, &Head)],
    findings: &mut Findings<'a>,
) {
    let at = |column: u32| page.at(Place { row: row.row, column });
    let day_is = when.and_then(|column| table.heads.get(&column)).map_or(DayIs::First, Head::day_is);
    let who = who.and_then(at).filter(|entry| !entry.text.is_empty()).map(|entry| (entry.text.to_owned(), entry.place));
    let when = when.and_then(at).map(|entry| match entry.value {
        Value::Date(date) => When { text: date.clone(), is_date: true, place: entry.place, day_is },
        Value::Number(number) => When { text: format!("W{number}"), is_date: false, place: entry.place, day_is },
        _ => When { text: entry.text.to_owned(), is_date: false, place: entry.place, day_is },
    });
    let group = findings.groups.len();
    let mut found = false;
    let currency = table.heads.iter().find(|(_, head)| head.label.field() == Some(Field::Currency));
    let currency = currency.and_then(|(column, _)| at(*column)).map(|entry| Label::of_unit(entry.text));
    for (column, head) in columns {
        let Some(entry) = at(*column).filter(|entry| entry.is_value()) else { continue };
        let mut finding = Finding::of(head.figures.clone(), entry, &head.label);
        finding.currency = finding.currency.or(currency.as_ref().and_then(|label| label.currency));
        finding.group = Some(group);
        findings.figures.push(finding);
        found = true;
    }
    if found {
        findings.groups.push(Group { who, when });
        let category = table.heads.iter().find(|(_, head)| head.is(Role::Category)).and_then(|(column, _)| at(*column));
        for (column, head) in &table.heads {
            if let Some((kind, entry)) = head.label.remark().zip(at(*column)) {
                remarks::take(entry, kind, category.map(|entry| entry.text), Some(group), findings);
            }
        }
    }
}

/// One report in all: its total row, its only row, or a question.
fn whole_table<'a>(
    page: &Page<'a>,
    table: &Table,
    body: &[BodyRow<'_, 'a>],
    columns: &[(u32, &Head)],
    findings: &mut Findings<'a>,
) {
    let data: Vec<&BodyRow<'_, '_>> = body.iter().filter(|row| row.sums.is_none()).collect();
    let totals: Vec<&BodyRow<'_, '_>> =
        body.iter().filter(|row| matches!(row.sums, Some(Row::Total | Row::Grand))).collect();
    let grand = totals.iter().find(|row| row.sums == Some(Row::Grand)).or(if totals.len() == 1 {
        totals.first()
    } else {
        None
    });
    // A total that names its own figure (`Total stock on hand`) says what a column of bare units counts.
    let named = grand.map(|row| named_figures(row)).unwrap_or_default();
    for (column, head) in columns {
        let bare = head.figures == [Figure::Units];
        let figures = if bare && !named.is_empty() { named.clone() } else { head.figures.clone() };
        let cell = |row: &BodyRow<'_, '_>| page.at(Place { row: row.row, column: *column });
        let chosen = match (grand, data.as_slice()) {
            (Some(row), _) => Some(row.row),
            (None, [only]) if totals.is_empty() => Some(only.row),
            _ => None,
        };
        let entry = match chosen {
            Some(row) => page.at(Place { row, column: *column }),
            None => data.iter().find_map(|row| cell(row)),
        };
        let Some(entry) = entry.filter(|entry| entry.is_value()) else { continue };
        let mut finding = Finding::of(figures, entry, &head.label);
        if chosen.is_none() {
            let numbers: Option<Vec<Decimal>> =
                data.iter().filter_map(|row| cell(row)).map(|e| decimal(&Content::Cell(e.value))).collect();
            finding.content = Content::Several(numbers.map(|numbers| vec![numbers.iter().sum()]).unwrap_or_default());
        }
        findings.figures.push(finding);
    }
    if let [only] = data.as_slice() {
        for (column, head) in &table.heads {
            let entry = page.at(Place { row: only.row, column: *column });
            if let Some((kind, entry)) = head.label.remark().zip(entry) {
                remarks::take(entry, kind, None, None, findings);
            }
        }
    }
}

fn named_figures(row: &BodyRow<'_, '_>) -> Vec<Figure> {
    let figures = row.keys.iter().map(|entry| entry.label.figures()).find(|figures| !figures.is_empty());
    figures.unwrap_or_default().into_iter().filter(|figure| *figure != Figure::Sales).collect()
}
