//! A table that was pasted, or that stands in a file: cells by row and column.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use intake::child::{SheetPreview, Window};
use intake::draft::Context;
use intake::grid::{Cell as Read, Place, Value as Held};

use crate::contract::refusal;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::review::Unreadable;
use crate::words;

/// Rows of cells; an absent cell is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// The file and its sheet, or empty where it was pasted.
    pub(crate) from: String,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// What it says, trimmed.
    pub(crate) text: String,
    /// Whether a spreadsheet holds it as a number: then its point is a point.
    pub(crate) exact: bool,
    /// Whether the spreadsheet shows it in percent.
    pub(crate) percent: bool,
}

/// The most that is taken of one file.
const ROWS: u32 = 4000;
const COLUMNS: u32 = 60;
/// What the reading child shows of a sheet at once.
const WINDOW: u32 = 400;

/// The most that is pasted at once: a year of months for a page of KPIs, many times over.
const PASTED: usize = 200_000;

impl Table {
    /// The table of a text as spreadsheets put it on the clipboard: tabs between cells, a line a row.
    pub(crate) fn pasted(text: &str) -> Result<Self, DeskError> {
        if text.len() > PASTED {
            return Err(DeskError::new(ErrorKind::Invalid, "paste-too-large", &[]));
        }
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
        let broken = |_| DeskError::new(ErrorKind::Invalid, "paste-broken", &[]);
        let rows = reader.records().map(|record| {
            let cell = |text: &str| Cell { text: text.trim().to_owned(), ..Cell::default() };
            Ok(record.map_err(broken)?.iter().map(cell).collect())
        });
        Ok(Self { from: String::new(), rows: rows.collect::<Result<_, DeskError>>()? })
    }

    /// Where a cell stands, counted from zero: `Targets.xlsx, sheet Plan, C14`; in what was pasted, `C14` alone.
    pub(crate) fn place(&self, row: usize, column: usize) -> String {
        let at = |index| u32::try_from(index).unwrap_or(u32::MAX - 1);
        let place = Place { row: at(row), column: at(column) }.to_string();
        if self.from.is_empty() {
            place
        } else {
            words().say("table-place", &[("from", (&self.from).into()), ("cell", place.into())])
        }
    }

    /// The cell there.
    pub(crate) fn at(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.get(column).filter(|cell| !cell.text.is_empty())
    }
}

impl Desk {
    /// The first sheet of a file that holds anything, read in a process of its own like every file.
    ///
    /// # Errors
    /// When the file can't be read, or has more rows than a table of this kind has.
    pub(crate) fn table(&self, file: &Path, now: Now) -> Result<Table, DeskError> {
        let bytes = std::fs::read(file).map_err(|reason| DeskError::file(file, &reason))?;
        let name = crate::review::file_name(file);
        let (index, first) = self.sheet(&name, &bytes, None, now)?;
        if first.rows > ROWS || first.columns > COLUMNS {
            let values = [("file", name.as_str().into()), ("rows", ROWS.into()), ("columns", COLUMNS.into())];
            return Err(DeskError::new(ErrorKind::Invalid, "table-too-large", &values));
        }
        let from = match &first.name {
            Some(sheet) => words().say("table-sheet", &[("file", name.as_str().into()), ("sheet", sheet.into())]),
            None => name.clone(),
        };
        let mut table = Table { from, rows: Vec::new() };
        let mut seen = 0;
        let mut shown = first;
        loop {
            table.take(&shown.cells);
            seen = shown.first.row.max(seen) + WINDOW;
            if seen >= shown.rows {
                return Ok(table);
            }
            // The window stands around its place.
            let place = Place { row: seen + WINDOW / 2, column: 0 };
            shown = self.sheet(&name, &bytes, Some(Window { sheet: index, place }), now)?.1;
        }
    }

    fn sheet(
        &self,
        name: &str,
        bytes: &[u8],
        window: Option<Window>,
        now: Now,
    ) -> Result<(usize, SheetPreview), DeskError> {
        let today = self.day(now).to_string();
        let context = Context { register: Vec::new(), today, file_name: name.to_owned(), mail: None, own: Vec::new() };
        let read = self.reader.read(bytes, &context, window, &AtomicBool::new(false));
        let unread = |why| DeskError {
            kind: ErrorKind::Invalid,
            message: refusal(words(), name, &Unreadable::from(why)),
            hint: String::new(),
        };
        let sheets = read.map_err(unread)?.sheets.into_iter().enumerate();
        let wanted = |(index, sheet): &(usize, SheetPreview)| match window {
            Some(window) => window.sheet == *index,
            None => !sheet.hidden && sheet.rows > 0,
        };
        let none = || DeskError::new(ErrorKind::Invalid, "table-empty", &[("file", name.into())]);
        let mut sheets = sheets.filter(wanted);
        sheets.next().ok_or_else(none)
    }
}

impl Table {
    fn take(&mut self, cells: &[Read]) {
        for read in cells {
            let (row, column) = (read.place.row as usize, read.place.column as usize);
            let Some(text) = read.value.text().filter(|_| column < COLUMNS as usize) else { continue };
            if self.rows.len() <= row {
                self.rows.resize(row + 1, Vec::new());
            }
            let cells = &mut self.rows[row];
            if cells.len() <= column {
                cells.resize(column + 1, Cell::default());
            }
            cells[column] = Cell {
                text: text.trim().to_owned(),
                exact: matches!(read.value, Held::Number(_)),
                percent: read.format.as_deref().is_some_and(|format| format.contains('%')),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pasted_keeps_its_rows_and_columns() {
        let table = Table::pasted("Q3\t\"a\nb\"\r\n 300 \t\n").expect("a table");
        let texts: Vec<Vec<&str>> =
            table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(texts, [vec!["Q3", "a\nb"], vec!["300", ""]]);
        assert_eq!((table.at(1, 1), table.place(13, 2)), (None, "C14".to_owned()));
    }

    #[test]
    fn more_than_a_person_pastes_is_refused() {
        assert!(Table::pasted(&"1\t".repeat(PASTED)).is_err());
    }
}
