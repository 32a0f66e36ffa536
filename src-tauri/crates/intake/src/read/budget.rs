//! What a file has cost so far. Counted as it is read, so that a file is refused before it fills the memory.

use crate::draft::Refusal;
use crate::grid::{Cell, CellRef, Filling, Place};
use crate::limits::Limits;

/// What an allocation costs beside its bytes.
const OVERHEAD: usize = 24;

/// What a packed cell costs beside its text.
const PACKED: usize = 4;

/// What is left to spend on one file.
#[derive(Debug)]
pub(crate) struct Budget {
    cells: usize,
    content: u64,
    rows: u32,
    columns: u32,
}

impl Budget {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { cells: limits.cells, content: limits.content, rows: limits.rows, columns: limits.columns }
    }

    /// Pays for a text that is kept.
    pub(crate) fn text(&mut self, length: usize) -> Result<(), Refusal> {
        self.spend(length.saturating_add(OVERHEAD))
    }

    /// Pays for a cell, and refuses a place outside any sheet.
    pub(crate) fn cell(&mut self, place: Place, length: usize) -> Result<(), Refusal> {
        self.place(place)?;
        self.text(length + size_of::<Cell>())
    }

    /// Pays for the next cell of a sheet, which costs less where it is packed, and keeps it.
    pub(crate) fn keep(&mut self, cell: CellRef<'_>, filling: &mut Filling) -> Result<(), Refusal> {
        let length = cell.value.text().len();
        if filling.packs(cell.place.row) {
            self.place(cell.place)?;
            self.spend(length + PACKED)?;
        } else {
            self.cell(cell.place, length + cell.format.map_or(0, str::len))?;
        }
        filling.push(cell);
        Ok(())
    }

    fn place(&mut self, place: Place) -> Result<(), Refusal> {
        if place.row >= self.rows || place.column >= self.columns {
            return Err(Refusal::TooLarge);
        }
        self.cells = self.cells.checked_sub(1).ok_or(Refusal::TooLarge)?;
        Ok(())
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Refusal> {
        let cost = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.content = self.content.checked_sub(cost).ok_or(Refusal::TooLarge)?;
        Ok(())
    }
}
