//! Rows that are kept packed: below a sheet's first thousand rows only a list of sales goes on, of which just the sums
//! and the discounts are wanted. A cell takes some ten bytes instead of a hundred.

use super::{Cell, Place, Value};

/// What a cell holds, borrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueRef<'a> {
    /// See [`Value::Number`].
    Number(&'a str),
    /// See [`Value::Text`].
    Text(&'a str),
    /// See [`Value::Date`].
    Date(&'a str),
    /// See [`Value::Bool`].
    Bool(bool),
    /// See [`Value::Error`].
    Error(&'a str),
    /// See [`Value::Formula`].
    Formula(&'a str),
}

impl ValueRef<'_> {
    /// Its text as read; empty for TRUE and FALSE.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Number(text) | Self::Text(text) | Self::Date(text) | Self::Error(text) | Self::Formula(text) => text,
            Self::Bool(_) => "",
        }
    }
}

impl From<ValueRef<'_>> for Value {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Number(text) => Self::Number(text.to_owned()),
            ValueRef::Text(text) => Self::Text(text.to_owned()),
            ValueRef::Date(text) => Self::Date(text.to_owned()),
            ValueRef::Bool(is) => Self::Bool(is),
            ValueRef::Error(text) => Self::Error(text.to_owned()),
            ValueRef::Formula(text) => Self::Formula(text.to_owned()),
        }
    }
}

impl<'a> From<&'a Value> for ValueRef<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Number(text) => Self::Number(text),
            Value::Text(text) => Self::Text(text),
            Value::Date(text) => Self::Date(text),
            Value::Bool(is) => Self::Bool(*is),
            Value::Error(text) => Self::Error(text),
            Value::Formula(text) => Self::Formula(text),
        }
    }
}

/// A cell that holds something, borrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellRef<'a> {
    /// Where.
    pub place: Place,
    /// What.
    pub value: ValueRef<'a>,
    /// The number format's code where it says more than the value.
    pub format: Option<&'a str>,
}

impl From<CellRef<'_>> for Cell {
    fn from(cell: CellRef<'_>) -> Self {
        Self { place: cell.place, value: cell.value.into(), format: cell.format.map(str::to_owned) }
    }
}

impl<'a> From<&'a Cell> for CellRef<'a> {
    fn from(cell: &'a Cell) -> Self {
        Self { place: cell.place, value: (&cell.value).into(), format: cell.format.as_deref() }
    }
}

/// A row of a sheet, whole or packed.
#[derive(Debug, Clone, Copy)]
pub enum RowRef<'a> {
    /// The cells of one row.
    Whole(&'a [Cell]),
    /// The bytes of one row.
    Packed(PackedRow<'a>),
}

impl<'a> RowRef<'a> {
    /// Its cells, left to right.
    pub fn cells(self) -> impl Iterator<Item = CellRef<'a>> {
        let (whole, packed) = match self {
            Self::Whole(cells) => (cells, None),
            Self::Packed(row) => (&[][..], Some(row)),
        };
        whole.iter().map(CellRef::from).chain(packed.into_iter().flat_map(PackedRow::cells))
    }

    /// The cell in a column.
    #[must_use]
    pub fn at(self, column: u32) -> Option<CellRef<'a>> {
        match self {
            Self::Whole(cells) => {
                let found = cells.binary_search_by_key(&column, |cell| cell.place.column).ok()?;
                Some((&cells[found]).into())
            }
            Self::Packed(row) => row.at(column),
        }
    }
}

/// Rows as bytes, by row, and the number formats that their cells name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Packed {
    bytes: Vec<u8>,
    /// Each row with where its bytes start.
    rows: Vec<(u32, usize)>,
    formats: Vec<String>,
    /// The columns in use.
    columns: u32,
    /// How many cells there are.
    cells: usize,
    next: u32,
}

/// How a cell begins: its kind in the low bits, and whether a format follows.
const KINDS: u8 = 0b111;
const WITH_FORMAT: u8 = 0b1000;

impl Packed {
    /// Adds a cell, to the right of the last one or in a row below it.
    pub(crate) fn push(&mut self, cell: CellRef<'_>) {
        if self.rows.last().is_none_or(|(row, _)| *row != cell.place.row) {
            self.rows.push((cell.place.row, self.bytes.len()));
            self.next = 0;
        }
        let kind = match cell.value {
            ValueRef::Number(_) => 0,
            ValueRef::Text(_) => 1,
            ValueRef::Date(_) => 2,
            ValueRef::Bool(false) => 3,
            ValueRef::Bool(true) => 4,
            ValueRef::Error(_) => 5,
            ValueRef::Formula(_) => 6,
        };
        self.number(cell.place.column.saturating_sub(self.next));
        match cell.format {
            None => self.bytes.push(kind),
            Some(code) => {
                self.bytes.push(kind | WITH_FORMAT);
                let known = self.formats.iter().position(|format| format == code);
                let index = known.unwrap_or_else(|| {
                    self.formats.push(code.to_owned());
                    self.formats.len() - 1
                });
                self.number(u32::try_from(index).unwrap_or(u32::MAX));
            }
        }
        let text = cell.value.text();
        self.number(u32::try_from(text.len()).unwrap_or(u32::MAX));
        self.bytes.extend_from_slice(text.as_bytes());
        self.next = cell.place.column.saturating_add(1);
        self.columns = self.columns.max(self.next);
        self.cells += 1;
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(u8::try_from(number & 0x7F).unwrap_or(0) | 0x80);
            number >>= 7;
        }
        self.bytes.push(u8::try_from(number).unwrap_or(0));
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells == 0
    }

    /// The last row.
    #[must_use]
    pub fn last_row(&self) -> Option<u32> {
        self.rows.last().map(|(row, _)| *row)
    }

    /// How many columns its rows reach over.
    #[must_use]
    pub fn columns(&self) -> u32 {
        self.columns
    }

    /// The rows from one on, top to bottom.
    pub fn rows_from(&self, first: u32) -> impl Iterator<Item = PackedRow<'_>> {
        let from = self.rows.partition_point(|(row, _)| *row < first);
        (from..self.rows.len()).map(|at| {
            let (row, start) = self.rows[at];
            let end = self.rows.get(at + 1).map_or(self.bytes.len(), |(_, next)| *next);
            PackedRow { row, bytes: &self.bytes[start..end], formats: &self.formats }
        })
    }
}

/// One row of [`Packed`].
#[derive(Debug, Clone, Copy)]
pub struct PackedRow<'a> {
    row: u32,
    bytes: &'a [u8],
    formats: &'a [String],
}

impl<'a> PackedRow<'a> {
    /// Its place from the top.
    #[must_use]
    pub fn row(self) -> u32 {
        self.row
    }

    /// Its cells, left to right.
    pub fn cells(self) -> impl Iterator<Item = CellRef<'a>> {
        self.written().map_while(move |written| self.cell(written))
    }

    /// The cell in a column; those before it are only stepped over.
    fn at(self, column: u32) -> Option<CellRef<'a>> {
        let found = self.written().find(|written| written.column >= column)?;
        if found.column == column { self.cell(found) } else { None }
    }

    fn written(self) -> impl Iterator<Item = Written<'a>> {
        let (mut left, mut next) = (self.bytes, 0_u32);
        std::iter::from_fn(move || {
            let column = next.saturating_add(take_number(&mut left)?);
            let (begin, rest) = left.split_first()?;
            left = rest;
            let format = if begin & WITH_FORMAT == 0 { None } else { Some(take_number(&mut left)?) };
            let length = usize::try_from(take_number(&mut left)?).ok()?;
            let (text, rest) = left.split_at_checked(length)?;
            left = rest;
            next = column.saturating_add(1);
            Some(Written { column, kind: begin & KINDS, format, text })
        })
    }

    fn cell(self, written: Written<'a>) -> Option<CellRef<'a>> {
        let text = std::str::from_utf8(written.text).ok()?;
        let value = match written.kind {
            0 => ValueRef::Number(text),
            1 => ValueRef::Text(text),
            2 => ValueRef::Date(text),
            3 => ValueRef::Bool(false),
            4 => ValueRef::Bool(true),
            5 => ValueRef::Error(text),
            _ => ValueRef::Formula(text),
        };
        let format = written.format.and_then(|index| self.formats.get(usize::try_from(index).ok()?));
        let place = Place { row: self.row, column: written.column };
        Some(CellRef { place, value, format: format.map(String::as_str) })
    }
}

/// A cell as its bytes are.
#[derive(Clone, Copy)]
struct Written<'a> {
    column: u32,
    kind: u8,
    format: Option<u32>,
    text: &'a [u8],
}

fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0_u32, 0_u32);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7F).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            "[0-9]{1,9}".prop_map(Value::Number),
            "\\PC{0,200}".prop_map(Value::Text),
            Just(Value::Date("2026-10-05".to_owned())),
            any::<bool>().prop_map(Value::Bool),
            Just(Value::Error("#REF!".to_owned())),
            "[A-Z0-9+]{0,9}".prop_map(Value::Formula),
        ]
    }

    proptest! {
        #[test]
        fn packed_rows_read_back(
            cells in prop::collection::btree_map((0_u32..9, 0_u32..16_384), (value(), prop::option::of("0%|mmm-yy")), 0..60),
        ) {
            let cells: Vec<Cell> = cells
                .into_iter()
                .map(|((row, column), (value, format))| Cell { place: Place { row, column }, value, format })
                .collect();
            let mut packed = Packed::default();
            cells.iter().for_each(|cell| packed.push(cell.into()));
            let read: Vec<Cell> = packed.rows_from(0).flat_map(PackedRow::cells).map(Cell::from).collect();
            prop_assert_eq!(&read, &cells);
            for cell in &cells {
                let row = packed.rows_from(cell.place.row).next().expect("its row");
                prop_assert_eq!(RowRef::Packed(row).at(cell.place.column), Some(CellRef::from(cell)));
            }
        }
    }
}
