//! Filling a sheet cell by cell, as a file is read.

use super::{Cell, CellRef, Packed, PackedRow, Place};

/// No report's structure stands further down, and no screen shows more at once.
const ROWS: u32 = 1_000;
/// Cells that are kept whole however long the sheet is.
const CELLS: usize = 50_000;

/// A sheet that is being read.
#[derive(Debug, Default)]
pub(crate) struct Filling {
    cells: Vec<Cell>,
    packed: Packed,
    last: Option<Place>,
    /// Whether a cell came above or left of one before it.
    mixed: bool,
}

/// Two cells claim the same place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Twice;

impl Filling {
    /// Whether the next cell of a row is packed.
    pub(crate) fn packs(&self, row: u32) -> bool {
        !self.mixed
            && (!self.packed.is_empty()
                || row >= ROWS && self.cells.len() >= CELLS && self.last.is_some_and(|last| last.row < row))
    }

    /// Adds a cell.
    pub(crate) fn push(&mut self, cell: CellRef<'_>) {
        if self.last.is_some_and(|last| last >= cell.place) {
            self.mix();
        }
        let packs = self.packs(cell.place.row);
        self.last = Some(cell.place);
        if packs { self.packed.push(cell) } else { self.cells.push(cell.into()) }
    }

    /// Cells out of order are rare: such a sheet is kept whole.
    fn mix(&mut self) {
        self.mixed = true;
        let packed = std::mem::take(&mut self.packed);
        self.cells.extend(packed.rows_from(0).flat_map(PackedRow::cells).map(Cell::from));
    }

    /// The cells by row, then column, and the packed rows below them.
    ///
    /// # Errors
    /// [`Twice`] where two cells contradict each other.
    pub(crate) fn finish(mut self) -> Result<(Vec<Cell>, Packed), Twice> {
        if self.mixed {
            self.cells.sort_by_key(|cell| cell.place);
            if self.cells.windows(2).any(|pair| pair[0].place == pair[1].place) {
                return Err(Twice);
            }
        }
        Ok((self.cells, self.packed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::ValueRef;

    fn filled(places: impl Iterator<Item = (u32, u32)>) -> Result<(Vec<Cell>, Packed), Twice> {
        let mut filling = Filling::default();
        for (row, column) in places {
            filling.push(CellRef { place: Place { row, column }, value: ValueRef::Number("1"), format: None });
        }
        filling.finish()
    }

    #[test]
    fn a_long_sheet_is_packed_from_a_row_on() {
        let all = || (0..2_000).flat_map(|row| (0..40).map(move |column| (row, column)));
        let (cells, packed) = filled(all()).expect("no place twice");
        assert_eq!((cells.len(), packed.rows_from(0).count()), (50_000, 750));
        let first = packed.rows_from(0).next().expect("a row").row();
        assert_eq!(cells.last().map(|cell| cell.place.row + 1), Some(first));
        assert_eq!((packed.last_row(), packed.columns()), (Some(1_999), 40));
    }

    #[test]
    fn cells_out_of_order_are_put_in_order() {
        let all = (0..3_000).flat_map(|row| (0..30).map(move |column| (row, column)));
        let (cells, packed) = filled(all.chain([(5, 99)])).expect("no place twice");
        assert_eq!((cells.len(), packed.is_empty()), (90_001, true));
        assert!(cells.is_sorted_by(|a, b| a.place < b.place));
        assert_eq!(filled([(1, 1), (0, 0), (1, 1)].into_iter()).err(), Some(Twice));
    }
}
