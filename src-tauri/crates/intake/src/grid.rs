//! A sheet as it came: cells with their values, how they were shown, and merged ranges. Reading fills it and recognition
//! reads it, both in the reading child; the part that a screen shows crosses the pipe.

mod filling;
mod packed;

use std::fmt;

use serde::{Deserialize, Serialize};

pub(crate) use filling::Filling;
pub use packed::{CellRef, Packed, PackedRow, RowRef, ValueRef};

/// A cell's place, counted from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Rows from the top.
    pub row: u32,
    /// Columns from the left.
    pub column: u32,
}

impl Place {
    /// The letters of its column: `C`.
    #[must_use]
    pub fn letters(self) -> String {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        letters.iter().rev().collect()
    }
}

impl fmt::Display for Place {
    /// `A1` style.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letters(), self.row + 1)
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A number as its shortest exact decimal text (15 significant digits: float noise is not data).
    Number(String),
    /// Text, NFC.
    Text(String),
    /// A date (and time, dropped): ISO `2026-10-05`, from a date-formatted cell.
    Date(String),
    /// TRUE or FALSE.
    Bool(bool),
    /// A cached error such as `#REF!`.
    Error(String),
    /// A formula whose value was not kept.
    Formula(String),
}

impl Value {
    /// Its text as read; `None` for TRUE and FALSE.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Number(text) | Self::Text(text) | Self::Date(text) | Self::Error(text) | Self::Formula(text) => {
                Some(text)
            }
            Self::Bool(_) => None,
        }
    }
}

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Where.
    pub place: Place,
    /// What.
    pub value: Value,
    /// The number format's code where it says more than the value (percent, currency), else `None`.
    pub format: Option<String>,
}

/// A merged range, both corners inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The top left cell, which holds the value.
    pub first: Place,
    /// The bottom right cell.
    pub last: Place,
}

/// One sheet. Cells are sorted by row, then column, each place at most once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name; `None` for CSV and text files.
    pub name: Option<String>,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// The cells that hold something; of a long sheet, those of its first rows.
    pub cells: Vec<Cell>,
    /// The rows below those of a long sheet.
    pub below: Packed,
    /// Merged ranges.
    pub merged: Vec<Merged>,
}

impl Sheet {
    /// The cell at a place.
    #[must_use]
    pub fn at(&self, place: Place) -> Option<&Cell> {
        self.cells.binary_search_by_key(&place, |cell| cell.place).ok().map(|found| &self.cells[found])
    }

    /// The row's cells, left to right.
    #[must_use]
    pub fn row(&self, row: u32) -> &[Cell] {
        let first = self.cells.partition_point(|cell| cell.place.row < row);
        let last = self.cells.partition_point(|cell| cell.place.row <= row);
        &self.cells[first..last]
    }

    /// The rows that hold something from one on, top to bottom, whole or packed.
    pub fn rows_from(&self, first: u32) -> impl Iterator<Item = RowRef<'_>> {
        let start = self.cells.partition_point(|cell| cell.place.row < first);
        let whole = self.cells[start..].chunk_by(|a, b| a.place.row == b.place.row).map(RowRef::Whole);
        whole.chain(self.below.rows_from(first).map(RowRef::Packed))
    }
}

/// A file as it came.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Its sheets in order.
    pub sheets: Vec<Sheet>,
    /// Custom document properties by name (a template names itself there).
    pub properties: Vec<(String, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_on_the_sheet() {
        for (row, column, text) in [(0, 0, "A1"), (9, 25, "Z10"), (0, 26, "AA1"), (6, 701, "ZZ7"), (0, 16383, "XFD1")] {
            assert_eq!(Place { row, column }.to_string(), text);
        }
    }
}
