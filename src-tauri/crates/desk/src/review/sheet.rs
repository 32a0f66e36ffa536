//! A sheet as it came, with what was made of its cells.

use std::collections::BTreeMap;

use intake::child::SheetPreview;
use intake::grid::{Cell, Place, Value};

use super::small;
use crate::format::exact;
use crate::view::{Found, Mark, SheetCell, SheetColumn, SheetRow, SheetTab, SheetView};
use crate::words;

/// What was made of each cell.
pub(crate) type Marked = BTreeMap<Place, (Found, Option<Mark>)>;

/// Columns are as wide as their texts, within these bounds, in characters.
const WIDTH: std::ops::RangeInclusive<usize> = 5..=44;
/// Empty columns and rows shown beyond the last that holds something.
const MARGIN: u32 = 1;

/// The sheet of a file as the window shows it; `notes` says what became of each sheet.
pub(crate) fn sheet_view(
    file: &str,
    sheets: &[SheetPreview],
    chosen: usize,
    marked: &Marked,
    notes: &[String],
) -> SheetView {
    let tabs = sheets.iter().enumerate().map(|(index, sheet)| SheetTab {
        index: small(index),
        name: sheet.name.clone().unwrap_or_else(|| file.to_owned()),
        note: notes.get(index).cloned().unwrap_or_default(),
        chosen: index == chosen,
    });
    let tabs = tabs.collect();
    let Some(sheet) = sheets.get(chosen) else {
        return SheetView { file: file.to_owned(), tabs, columns: Vec::new(), rows: Vec::new(), cut: false };
    };
    let shown = Shown::of(sheet);
    SheetView {
        file: file.to_owned(),
        tabs,
        columns: (shown.first.column..shown.last.column).map(|column| shown.column(sheet, column)).collect(),
        rows: (shown.first.row..shown.last.row).map(|row| shown.row(sheet, row, marked)).collect(),
        cut: sheet.rows > shown.last.row || sheet.columns > shown.last.column || shown.first.row > 0,
    }
}

/// The part that is shown: from the first place, up to but without the last.
struct Shown {
    first: Place,
    last: Place,
}

impl Shown {
    fn of(sheet: &SheetPreview) -> Self {
        let past = |of: &dyn Fn(Place) -> u32| {
            let cells = sheet.cells.iter().map(|cell| of(cell.place));
            cells.chain(sheet.merged.iter().map(|merged| of(merged.last))).max().map_or(0, |last| last + 1)
        };
        let last = Place {
            row: (past(&|place| place.row) + MARGIN).max(sheet.first.row + 12),
            column: (past(&|place| place.column) + MARGIN).max(sheet.first.column + 6),
        };
        // A merged range may reach far beyond what is shown.
        let last = Place { row: last.row.min(sheet.first.row + 400), column: last.column.min(sheet.first.column + 60) };
        Self { first: sheet.first, last }
    }

    fn column(&self, sheet: &SheetPreview, column: u32) -> SheetColumn {
        let own = |cell: &&Cell| cell.place.column == column && !sheet.merged.iter().any(|m| m.first == cell.place);
        let width = sheet.cells.iter().filter(own).map(|cell| text(cell).chars().count()).max().unwrap_or(0) + 2;
        let letter = Place { row: 0, column }.to_string();
        SheetColumn {
            letter: letter.trim_end_matches('1').to_owned(),
            width: small(width.clamp(*WIDTH.start(), *WIDTH.end())),
        }
    }

    fn row(&self, sheet: &SheetPreview, row: u32, marked: &Marked) -> SheetRow {
        let mut cells = Vec::new();
        let mut column = self.first.column;
        while column < self.last.column {
            let place = Place { row, column };
            let merged = sheet.merged.iter().find(|range| {
                (range.first.row..=range.last.row).contains(&row)
                    && (range.first.column..=range.last.column).contains(&column)
            });
            let span = merged.map_or(1, |range| range.last.column.min(self.last.column - 1) + 1 - column);
            // The value of a merged range stands in its first cell alone.
            let held = sheet.cells.binary_search_by_key(&place, |cell| cell.place).ok().map(|at| &sheet.cells[at]);
            let (found, mark) = marked.get(&place).map_or((None, None), |(found, mark)| (Some(*found), *mark));
            cells.push(SheetCell {
                place: place.to_string(),
                text: held.map(text).unwrap_or_default(),
                number: held.is_some_and(|cell| matches!(cell.value, Value::Number(_) | Value::Date(_))),
                span: small(span as usize),
                found,
                mark: mark.or_else(|| held.and_then(error)),
            });
            column += span;
        }
        SheetRow { number: small(row as usize + 1), cells }
    }
}

fn error(cell: &Cell) -> Option<Mark> {
    matches!(cell.value, Value::Error(_)).then_some(Mark::NotMet)
}

/// A cell as a spreadsheet would show it: numbers grouped where the format groups or the number is long.
fn text(cell: &Cell) -> String {
    match &cell.value {
        Value::Number(digits) => shown_number(digits, cell.format.as_deref()),
        Value::Text(text) | Value::Date(text) | Value::Error(text) => text.clone(),
        Value::Bool(true) => "TRUE".to_owned(),
        Value::Bool(false) => "FALSE".to_owned(),
        Value::Formula(_) => words().say("sheet-formula", &[]),
    }
}

fn shown_number(digits: &str, format: Option<&str>) -> String {
    let Ok(value) = digits.parse::<playbook::number::Quantity>() else { return digits.to_owned() };
    if format.is_some_and(|code| code.contains('%')) {
        let hundred = value.decimal() * rust_decimal::Decimal::ONE_HUNDRED;
        return playbook::number::Quantity::new(hundred)
            .map_or(digits.to_owned(), |shown| format!("{}%", exact(shown)));
    }
    let grouped = format.is_some_and(|code| code.contains("#,##") || code.contains('['));
    if grouped { exact(value) } else { digits.to_owned() }
}

/// The column and row of a place such as `E11`.
pub(crate) fn place_of(text: &str) -> Option<Place> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (column, row) = text.split_at(letters);
    let column =
        column.bytes().try_fold(0_u32, |sum, letter| sum.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1))?;
    let row: u32 = row.parse().ok()?;
    Some(Place { row: row.checked_sub(1)?, column: column.checked_sub(1)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::grid::Merged;

    fn preview() -> SheetPreview {
        let cell = |row, column, value| Cell { place: Place { row, column }, value, format: None };
        SheetPreview {
            name: Some("Oct".into()),
            hidden: false,
            rows: 500,
            columns: 3,
            first: Place { row: 0, column: 0 },
            cells: vec![
                cell(0, 0, Value::Text("LAPORAN".into())),
                cell(1, 2, Value::Number("1850000".into())),
                cell(2, 2, Value::Error("#REF!".into())),
            ],
            merged: vec![Merged { first: Place { row: 0, column: 0 }, last: Place { row: 0, column: 2 } }],
        }
    }

    #[test]
    fn a_merged_cell_covers_its_columns_and_the_rest_is_left_out() {
        let view = sheet_view("a.xlsx", &[preview()], 0, &Marked::new(), &[]);
        assert_eq!((view.rows[0].cells[0].span, view.rows[0].cells[1].place.as_str()), (3, "D1"));
        assert!(view.cut && view.tabs[0].chosen);
        assert_eq!((view.rows[2].cells[2].mark, view.rows[1].cells[2].text.as_str()), (Some(Mark::NotMet), "1850000"));
    }

    #[test]
    fn a_marked_cell_says_what_was_made_of_it() {
        let place = place_of("C2").expect("a place");
        let marked = Marked::from([(place, (Found::Value, None))]);
        let view = sheet_view("a.xlsx", &[preview()], 0, &marked, &[]);
        assert_eq!(view.rows[1].cells[2].found, Some(Found::Value));
    }

    #[test]
    fn a_place_is_read_as_it_is_written() {
        for text in ["A1", "Z10", "AA1", "XFD1048576"] {
            assert_eq!(place_of(text).map(|place| place.to_string()).as_deref(), Some(text));
        }
        for text in ["", "A", "1", "A0", "a1", "A1B"] {
            assert_eq!(place_of(text), None, "{text}");
        }
    }
}
