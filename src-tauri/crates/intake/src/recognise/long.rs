//! Tables in long form: a figure a row, named in a column, with its value, its distributor and its period beside it.

use super::columns::{is_time, is_time_key};
use super::finding::{Area, Finding, Findings, Group, When};
use super::labels::Label;
use super::page::{Entry, Page};
use super::periods::DayIs;
use super::table::{Head, Table};
use super::terms::{Field, Role};
use super::who::Register;
use crate::grid::{Place, Value};

/// Fewer rows are a form.
const FEWEST: usize = 3;

/// The columns of a table in long form.
struct Long {
    figure: u32,
    value: u32,
    unit: Option<u32>,
    who: Option<u32>,
    when: Option<u32>,
    rows: Vec<u32>,
}

/// Reads a table in long form, and says what part of the sheet it took; `None` for another table.
pub(crate) fn read_table<'a>(
    page: &Page<'a>,
    table: &Table,
    register: &Register<'_>,
    findings: &mut Findings<'a>,
) -> Option<Area> {
    let long = find(page, table, register)?;
    findings.saw(table.top);
    let mut keys: Vec<(Option<&str>, Option<String>)> = Vec::new();
    let first_group = findings.groups.len();
    for row in &long.rows {
        let at = |column: u32| page.at(Place { row: *row, column });
        let Some((name, value)) = at(long.figure).zip(at(long.value)) else { continue };
        let who = long.who.and_then(at).filter(|entry| !entry.text.is_empty());
        let when = long.when.and_then(at);
        let key = (who.map(|entry| entry.text), when.map(|entry| shown(entry.value)));
        let group = keys.iter().position(|known| *known == key).unwrap_or_else(|| {
            keys.push(key);
            let day_is = long.when.and_then(|column| table.heads.get(&column)).map_or(DayIs::First, Head::day_is);
            let when = when.map(|entry| When {
                text: shown(entry.value),
                is_date: matches!(entry.value, Value::Date(_)),
                place: entry.place,
                day_is,
            });
            findings.groups.push(Group { who: who.map(|entry| (entry.text.to_owned(), entry.place)), when });
            keys.len() - 1
        });
        let unit = long.unit.and_then(at).map(|entry| Label::of_unit(entry.text)).unwrap_or_default();
        let mut found = Finding::of(name.label.figures(), value, &name.label).also(&unit);
        found.group = Some(first_group + group);
        if !found.figures.is_empty() && value.is_value() {
            findings.figures.push(found);
        }
    }
    let columns = (table.heads.keys().next().copied()?, table.heads.keys().last().copied()?);
    Some(Area { rows: (table.top, *long.rows.last()?), columns })
}

fn shown(value: &Value) -> String {
    value.text().unwrap_or_default().to_owned()
}

/// A column of figures' names, one of values, and one at least that says who or when.
fn find(page: &Page<'_>, table: &Table, register: &Register<'_>) -> Option<Long> {
    if table.has_figures_across() {
        return None;
    }
    let rows: Vec<u32> = page
        .rows()
        .into_iter()
        .skip_while(|row| *row <= table.bottom)
        .take_while(|row| *row <= table.end)
        .scan(table.bottom, |last, row| (row == *last + 1).then(|| std::mem::replace(last, row)).map(|_| row))
        .collect();
    let most = |column: u32, is: &dyn Fn(&Entry<'_>) -> bool| {
        let cells: Vec<_> = rows.iter().filter_map(|row| page.at(Place { row: *row, column })).collect();
        cells.len() >= FEWEST && cells.iter().filter(|entry| is(entry)).count() * 10 >= cells.len() * 8
    };
    let heads = || table.heads.iter();
    let figure = heads().map(|(column, _)| *column).find(|column| {
        most(*column, &|entry| !entry.label.figures().is_empty()) && {
            let mut names: Vec<_> =
                rows.iter().filter_map(|row| page.at(Place { row: *row, column: *column })).map(|e| e.text).collect();
            names.sort_unstable();
            names.dedup();
            names.len() > 1
        }
    })?;
    let number = |column: &u32| *column > figure && most(*column, &|entry| entry.is_value());
    let values: Vec<u32> = heads().filter(|(_, head)| !head.is_beside()).map(|(c, _)| *c).filter(number).collect();
    let [value] = values.as_slice() else { return None };
    let key = |by_head: &dyn Fn(&Head) -> bool, by_cell: &dyn Fn(&Entry<'_>) -> bool| {
        let other = |column: u32| column != figure && column != *value;
        heads()
            .find(|(column, head)| other(**column) && by_head(head))
            .or_else(|| heads().find(|(column, _)| other(**column) && most(**column, by_cell)))
            .map(|(column, _)| *column)
    };
    let who =
        key(&|head| head.label.field() == Some(Field::Distributor), &|entry| register.exactly(entry.text).is_some());
    let when = key(&is_time, &is_time_key);
    let unit = heads().find(|(_, head)| head.is(Role::Unit) || head.label.field() == Some(Field::Currency));
    let unit = unit.map(|(column, _)| *column);
    let long = Long { figure, value: *value, unit, who, when, rows };
    // Of a list of deals each row has its own day: no figures of one report stand together.
    let key = |row: &u32| {
        let at = |column: Option<u32>| {
            column.and_then(|column| page.at(Place { row: *row, column })).map(|e| shown(e.value))
        };
        (at(who), at(when))
    };
    let mut keys: Vec<_> = long.rows.iter().map(key).collect();
    keys.sort_unstable();
    keys.dedup();
    ((who.is_some() || when.is_some()) && keys.len() * 2 <= long.rows.len()).then_some(long)
}
