//! What a file has cost so far. Counted as it is read, so that a file is refused before it fills the memory.

use crate::draft::Refusal;
use crate::grid::{Cell, Place};
use crate::limits::Limits;

/// What an allocation costs beside its bytes.
const OVERHEAD: u64 = 24;

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
        let cost = u64::try_from(length).unwrap_or(u64::MAX).saturating_add(OVERHEAD);
        self.content = self.content.checked_sub(cost).ok_or(Refusal::TooLarge)?;
        Ok(())
    }

    /// Pays for a cell, and refuses a place outside any sheet.
    pub(crate) fn cell(&mut self, place: Place, length: usize) -> Result<(), Refusal> {
        self.place(place)?;
        self.text(length + size_of::<Cell>())
    }

    /// Pays for a cell that is kept packed, and refuses a place outside any sheet.
    pub(crate) fn packed(&mut self, place: Place, length: usize) -> Result<(), Refusal> {
        self.place(place)?;
        self.spend(length + 4)
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
