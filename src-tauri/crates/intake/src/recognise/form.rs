//! Labels with their value beside or below: forms, and tables whose rows are figures.

use std::collections::BTreeMap;

use playbook::measure::Unit;
use rust_decimal::Decimal;

use crate::grid::{Place, Value};

use super::finding::{Area, Content, Finding, Findings, Group, When};
use super::labels::{Counts, Label};
use super::numbers::{Reading, read};
use super::page::{Entry, Page};
use super::table::{Head, Table};
use super::terms::{Figure, Heading, Role};
use super::text::fold;

/// A value stands at most that many columns from its label.
const REACH: u32 = 12;

/// Reads every label outside the `taken` areas. Groups of a wide table are made as they are met.
pub(crate) fn read_labels<'a>(page: &Page<'a>, tables: &[Table], taken: &[Area], findings: &mut Findings<'a>) {
    let mut groups = BTreeMap::new();
    for entry in &page.entries {
        let row = entry.place.row;
        let in_header = tables.iter().any(|table| (table.top..=table.bottom).contains(&row));
        if in_header || taken.iter().any(|area| area.holds(entry.place)) {
            continue;
        }
        let series = entry.label.series();
        let figures = figures_of(page, entry);
        if figures.is_empty() && series.is_empty() {
            continue;
        }
        if is_of_deal(page, entry.place) {
            continue;
        }
        let governing = tables.iter().rev().find(|table| table.bottom < row && governs(table, entry.place));
        let found = match governing {
            Some(table) if series.is_empty() && !is_cut_off(page, entry, table) => {
                under_header(page, entry, &figures, table, &mut groups, findings)
            }
            _ => beside(page, entry, &figures, &series),
        };
        if !found.is_empty() {
            findings.saw(row);
        }
        findings.figures.extend(found);
    }
}

/// The figures of a label; `60 days` needs a forecast's heading above it.
fn figures_of(page: &Page<'_>, entry: &Entry<'_>) -> Vec<Figure> {
    let under_forecast = || {
        let above = page.entries.iter().filter(|other| {
            other.place.row < entry.place.row
                && other.place.column <= entry.place.column
                && other.place.column + 2 > entry.place.column
        });
        let mut headings = above.rev().filter(|other| other.label.heading().is_some() || names_forecast(other.text));
        headings.next().is_some_and(|other| names_forecast(other.text))
    };
    let figures = entry.label.figures().into_iter().filter_map(|figure| match figure {
        Figure::InDays(60) => under_forecast().then_some(Figure::Measure("forecast_60_days")),
        Figure::InDays(_) => under_forecast().then_some(Figure::Measure("forecast_90_days")),
        figure => Some(figure),
    });
    figures.collect()
}

fn names_forecast(text: &str) -> bool {
    let label = Label::read(text);
    let heads = |term| (term == super::terms::Term::Heading(Heading::Forecast)).then_some(());
    label.heading() == Some(Heading::Forecast) || !super::dictionary::found_in(&fold(text), heads).is_empty()
}

/// Whether a table's header tells the columns to the right of a label apart.
fn governs(table: &Table, label: Place) -> bool {
    let told_apart = || table.heads.range(label.column + 1..).any(|(_, head)| head.tells_apart());
    table.end >= label.row && !table.has_figures_across() && (table.is_crossed || told_apart())
}

/// Whether a label is the stage of one deal in a list of deals: its column is headed so, and is not the first.
fn is_of_deal(page: &Page<'_>, label: Place) -> bool {
    let heads = |entry: &&Entry<'_>| {
        let above = entry.place.column == label.column && entry.place.row < label.row;
        above && entry.label.heading() == Some(Heading::Stages)
    };
    let Some(head) = page.entries.iter().rev().find(heads) else { return false };
    let header = page.row(head.place.row);
    let first = header.first().is_some_and(|first| first.place == head.place);
    !first && header.len() > 2 && !header.iter().any(Entry::is_number)
}

/// Whether a label stands behind a blank row and its numbers under heads that hold none: no row of the table any more.
fn is_cut_off(page: &Page<'_>, entry: &Entry<'_>, table: &Table) -> bool {
    let blank = (table.bottom + 1..entry.place.row).any(|row| page.row(row).is_empty());
    let heads_words =
        |column: u32| table.heads.get(&column).is_none_or(|head| head.is(Role::Item) || head.is(Role::Category));
    let mut values = page.right_of(entry.place).filter(|other| other.is_value()).peekable();
    blank && values.peek().is_some() && values.all(|other| heads_words(other.place.column))
}

fn under_header<'a>(
    page: &Page<'a>,
    entry: &Entry<'a>,
    figures: &[Figure],
    table: &Table,
    groups: &mut BTreeMap<(u32, u32), usize>,
    findings: &mut Findings<'a>,
) -> Vec<Finding<'a>> {
    let heads = || table.heads.range(entry.place.column + 1..);
    let unit = heads()
        .find(|(_, head)| head.is(Role::Unit))
        .and_then(|(column, _)| page.at(Place { column: *column, ..entry.place }));
    let unit = unit.map(|unit| Label::of_unit(unit.text)).unwrap_or_default();
    let finding = |column: u32, head: &Head| {
        let value = page.at(Place { column, ..entry.place })?;
        let found = Finding::of(figures.to_vec(), value, &entry.label).also(&unit).also(&head.label);
        states(value).then_some(found)
    };
    findings.saw(table.top);
    let (periods, distributors) = (table.periods(), table.distributors());
    // The weeks of a month are no reports of their own.
    let of_month = table.is_of_months && periods.iter().all(|column| table.is_week(*column));
    let keyed = if periods.len() > 1 && !of_month { periods } else { distributors };
    if keyed.len() > 1 {
        let by_actual = heads().any(|(column, head)| keyed.contains(column) && head.is_actual());
        let is_own =
            |column: &u32, head: &Head| keyed.contains(column) && !head.is_beside() && (!by_actual || head.is_actual());
        let own: Vec<_> = heads().filter(|(column, head)| is_own(column, head)).collect();
        let grouped = own.into_iter().filter_map(|(column, head)| {
            let mut found = finding(*column, head)?;
            let group = *groups.entry((table.top, *column)).or_insert_with(|| {
                findings.groups.push(group(head));
                findings.groups.len() - 1
            });
            found.group = Some(group);
            Some(found)
        });
        return grouped.collect();
    }
    if table.is_crossed {
        let of_column = heads().filter(|(_, head)| !head.is_beside()).filter_map(|(column, head)| {
            let mut label = entry.label.clone();
            let counts = if head.figures.is_empty() { head.label.counts } else { Some(Counts::Units) };
            label.counts = label.counts.or(counts);
            let mut found = finding(*column, head).filter(|_| counts.is_some())?;
            found.figures = label.figures();
            found.counts = label.counts;
            (!found.figures.is_empty()).then_some(found)
        });
        return of_column.collect();
    }
    let aside = |head: &Head| head.is_beside() || head.is(Role::Unit) || head.is(Role::Item) || head.is(Role::Category);
    let open = counted_alike(heads().filter(|(_, head)| !aside(head)).collect(), &entry.label);
    let actual: Vec<_> = open.iter().filter(|(_, head)| head.is_actual()).copied().collect();
    let columns = if actual.is_empty() { total_or_all(open) } else { actual };
    let mut found: Vec<Finding<'a>> = columns.into_iter().filter_map(|(column, head)| finding(*column, head)).collect();
    // Two columns in two currencies are one figure said twice; two others are a question.
    let currencies: Vec<_> = found.iter().map(|finding| finding.currency).collect();
    let told_apart = currencies.iter().flatten().count() + 1 >= currencies.len();
    if found.len() > 1 && !told_apart {
        let numbers = found.iter().filter_map(|finding| decimal(&finding.content)).collect();
        found.truncate(1);
        if let Some(first) = found.first_mut() {
            first.content = Content::Several(numbers);
        }
    }
    found
}

/// Of a count and its money side by side, the column that counts what the label does.
fn counted_alike<'h>(columns: Vec<(&'h u32, &'h Head)>, label: &Label) -> Vec<(&'h u32, &'h Head)> {
    let fits = |head: &Head| {
        let counts = label.counts.or(head.label.counts);
        !Label { counts, ..label.clone() }.figures().is_empty()
    };
    let fitting: Vec<_> = columns.iter().filter(|(_, head)| fits(head)).copied().collect();
    if fitting.is_empty() { columns } else { fitting }
}

/// Of branches or weeks side by side, the column of their total.
fn total_or_all<'h>(columns: Vec<(&'h u32, &'h Head)>) -> Vec<(&'h u32, &'h Head)> {
    let totals: Vec<_> = columns.iter().filter(|(_, head)| head.is_total()).copied().collect();
    if totals.len() == 1 { totals } else { columns }
}

/// Who or when a column is about.
fn group(head: &Head) -> Group {
    let place = head.place.unwrap_or(Place { row: 0, column: 0 });
    let when = When { text: head.text.clone(), is_date: head.is_date, place, day_is: super::periods::DayIs::First };
    Group { who: head.is_distributor.then(|| (head.text.clone(), place)), when: head.is_period.then_some(when) }
}

/// A value to the right, up to the next label; else directly below.
fn beside<'a>(page: &Page<'a>, entry: &Entry<'a>, figures: &[Figure], series: &[Vec<Figure>]) -> Vec<Finding<'a>> {
    let near = |other: &&Entry<'a>| other.place.column - entry.place.column <= REACH;
    let is_label = |other: &&Entry<'a>| !other.is_value() && (names(&other.label) || other.label.heading().is_some());
    let right: Vec<&Entry<'a>> =
        page.right_of(entry.place).take_while(|other| near(other) && !is_label(other)).collect();
    let at = right.iter().position(|other| other.is_value() || matches!(other.value, Value::Date(_) | Value::Bool(_)));
    if !series.is_empty() {
        return right.first().map(|value| split(value, &entry.label, series)).unwrap_or_default();
    }
    let Some(at) = at else {
        // `1O5`: meant as a number, and none.
        let garbled = right.first().filter(|other| is_garbled(other.text));
        return garbled.map_or_else(
            || below(page, entry, figures),
            |other| vec![Finding::of(figures.to_vec(), other, &entry.label)],
        );
    };
    // Words between a label and the next number belong to another thing, unless they are its unit.
    let before: Vec<Label> = right[..at].iter().map(|other| Label::of_unit(other.text)).collect();
    if before.iter().any(|unit| unit.qualified) {
        return doubtful(right[at], entry, figures);
    }
    let unit = right.get(at + 1).map(|other| Label::of_unit(other.text)).unwrap_or_default();
    let more = right[at + 1..].iter().filter(|other| other.is_number() && !is_percent(other));
    let numbers: Vec<Decimal> = more.filter_map(|other| decimal(&Content::Cell(other.value))).collect();
    let mut found = Finding::of(figures.to_vec(), right[at], &entry.label);
    for unit in before.iter().chain([&unit]).filter(|unit| !unit.qualified) {
        found = found.also(unit);
    }
    if !numbers.is_empty() {
        let first = decimal(&found.content);
        found.content = Content::Several(first.into_iter().chain(numbers).collect());
    }
    if states(right[at]) { vec![found] } else { Vec::new() }
}

/// Behind words that the dictionary doesn't know, a number is not surely the label's.
fn doubtful<'a>(value: &Entry<'a>, entry: &Entry<'a>, figures: &[Figure]) -> Vec<Finding<'a>> {
    let mut found = Finding::of(figures.to_vec(), value, &entry.label);
    found.content = Content::Several(decimal(&found.content).into_iter().collect());
    if value.is_number() { vec![found] } else { Vec::new() }
}

fn below<'a>(page: &Page<'a>, entry: &Entry<'a>, figures: &[Figure]) -> Vec<Finding<'a>> {
    if page.right_of(entry.place).next().is_some_and(|other| !names(&other.label)) {
        return Vec::new();
    }
    let bottom = page.merged(entry.place).map_or(entry.place.row, |merged| merged.last.row);
    let value = page.at(Place { row: bottom + 1, column: entry.place.column });
    value
        .filter(|value| value.is_number())
        .map(|value| Finding::of(figures.to_vec(), value, &entry.label))
        .into_iter()
        .collect()
}

/// `14 / 8 / 5` beside `Discovery / Proposal / Negotiation`.
fn split<'a>(value: &Entry<'a>, label: &Label, series: &[Vec<Figure>]) -> Vec<Finding<'a>> {
    let parts: Vec<&str> = value.text.split(['/', '|', ';']).map(str::trim).collect();
    if parts.len() != series.len() {
        return Vec::new();
    }
    let each = parts.iter().zip(series).map(|(part, figures)| {
        let mut found = Finding::of(figures.clone(), value, label);
        found.content = Content::Part((*part).to_owned());
        found
    });
    each.collect()
}

/// A short word with digits in it, that names no time.
fn is_garbled(text: &str) -> bool {
    let short = !text.is_empty() && text.chars().count() <= 12 && !text.contains(' ');
    short && text.contains(|c: char| c.is_ascii_digit()) && super::claims::claims(text).is_empty()
}

fn names(label: &Label) -> bool {
    !label.figures().is_empty() || label.remark().is_some() || label.field().is_some() || !label.series().is_empty()
}

/// Whether a cell says something about its figure: not a blank, a dash or a comment.
fn states(entry: &Entry<'_>) -> bool {
    match entry.value {
        Value::Text(text) => !matches!(read(text, None), Reading::Nothing) && text.chars().count() <= 40,
        _ => true,
    }
}

fn is_percent(entry: &Entry<'_>) -> bool {
    entry.format.is_some_and(|format| format.contains('%')) || entry.text.ends_with('%')
}

/// A number to choose from, as far as it can be read at all.
pub(crate) fn decimal(content: &Content<'_>) -> Option<Decimal> {
    match content {
        Content::Cell(Value::Number(text)) => text.parse().ok(),
        Content::Cell(Value::Text(text)) => match read(text, None) {
            Reading::Sure(amount) | Reading::Either(amount, _) => Some(amount.value),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a figure counts money, units or things, by its own name.
pub(crate) fn unit_of(key: &str) -> Unit {
    playbook::measure::measure(key).map_or(Unit::Count, |measure| measure.unit)
}

impl Label {
    /// What a unit's cell says: `juta rupiah`, `%`, `ctn`. Qualified when it holds other words.
    pub(crate) fn of_unit(text: &str) -> Self {
        let mut label = Self::default();
        if text.chars().count() > 25 {
            label.qualified = !text.is_empty();
            return label;
        }
        label.take_note(text);
        if label.currency.is_some() && label.counts.is_none() {
            label.counts = Some(Counts::Money);
        }
        label
    }
}
