//! Cells that span rows and columns, in formats that leave out the places which a span covers.

use std::collections::BTreeMap;

use crate::grid::{Merged, Place};

/// Which places of a table are covered by spans from rows above.
#[derive(Debug, Default)]
pub(crate) struct Covered {
    /// By column, the first row below the span.
    until: BTreeMap<u32, u32>,
}

impl Covered {
    /// The first free place at or right of one.
    pub(crate) fn free(&self, mut place: Place) -> Place {
        while self.until.get(&place.column).is_some_and(|row| place.row < *row) {
            place.column += 1;
        }
        place
    }

    /// Covers what a cell spans, and says which range that is; `None` for a single cell.
    pub(crate) fn span(&mut self, first: Place, rows: u32, columns: u32) -> Option<Merged> {
        let last = Place {
            row: first.row.saturating_add(rows.saturating_sub(1)),
            column: first.column.saturating_add(columns.saturating_sub(1)),
        };
        if last == first {
            return None;
        }
        for column in first.column..=last.column {
            self.until.insert(column, last.row.saturating_add(1));
        }
        Some(Merged { first, last })
    }
}
