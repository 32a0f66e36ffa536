//! What crosses the pipes: a request and the file's bytes one way, an answer the other.

use serde::{Deserialize, Serialize};

use crate::draft::{Context, Draft, Refusal};
use crate::grid::{Cell, Grid, Merged, PackedRow, Place, Sheet};
use crate::limits::Limits;
use crate::mail::Mail;

/// The argument that makes a program the reading child.
pub(super) const ARGUMENT: &str = "--read-one-file";

/// What precedes the file's bytes.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) context: Context,
    pub(super) limits: Limits,
    pub(super) window: Option<Window>,
}

/// The child's answer.
pub(super) type Answer = Result<Reading, Refusal>;

/// What a file was understood to report, and what its sheets look like.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The reports that it proposes.
    pub drafts: Vec<Draft>,
    /// Its sheets in order, each as far as a screen shows it.
    pub sheets: Vec<SheetPreview>,
    /// What it carries, where it is an e-mail.
    pub mail: Option<Mail>,
}

/// The part of a sheet to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The sheet, counted from zero.
    pub sheet: usize,
    /// The place to show, with what stands around it.
    pub place: Place,
}

/// A sheet as far as a screen shows it: its top left, or what stands around a place that was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SheetPreview {
    /// Its name; `None` for CSV and text files.
    pub name: Option<String>,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// Rows in use on the whole sheet.
    pub rows: u32,
    /// Columns in use on the whole sheet.
    pub columns: u32,
    /// The top left place of the part that is shown.
    pub first: Place,
    /// The cells of that part, by row, then column.
    pub cells: Vec<Cell>,
    /// The merged ranges that begin in it.
    pub merged: Vec<Merged>,
}

const ROWS: u32 = 400;
const COLUMNS: u32 = 60;
/// Cells shown of a whole file, so that a workbook of a thousand sheets stays small.
const CELLS: usize = 120_000;

/// The previews of all sheets.
pub(super) fn previews(grid: Grid, window: Option<Window>) -> Vec<SheetPreview> {
    let mut left = CELLS;
    let sheets = grid.sheets.into_iter().enumerate();
    sheets
        .map(|(index, sheet)| {
            let place = window.filter(|window| window.sheet == index).map(|window| window.place);
            let preview = preview(sheet, place, left);
            left -= preview.cells.len();
            preview
        })
        .collect()
}

fn preview(sheet: Sheet, place: Option<Place>, most: usize) -> SheetPreview {
    let last = sheet.below.last_row().or(sheet.cells.last().map(|cell| cell.place.row));
    let rows = last.map_or(0, |row| row + 1);
    let columns = sheet.cells.iter().map(|cell| cell.place.column + 1).max().unwrap_or(0).max(sheet.below.columns());
    // A place near the top left is shown with it: the labels stand there.
    let start = |at: u32, shown: u32| if at < shown { 0 } else { at - shown / 2 };
    let first = place.map_or(Place { row: 0, column: 0 }, |place| Place {
        row: start(place.row, ROWS),
        column: start(place.column, COLUMNS),
    });
    let within = |at: Place| {
        (first.row..first.row.saturating_add(ROWS)).contains(&at.row)
            && (first.column..first.column.saturating_add(COLUMNS)).contains(&at.column)
    };
    let below = sheet.below.rows_from(first.row).take_while(|row| within(Place { row: row.row(), ..first }));
    let below = below.flat_map(PackedRow::cells).map(Cell::from);
    let cells = sheet.cells.into_iter().chain(below).filter(|cell| within(cell.place)).take(most).collect();
    let merged = sheet.merged.into_iter().filter(|range| within(range.first)).take(most).collect();
    SheetPreview { name: sheet.name, hidden: sheet.hidden, rows, columns, first, cells, merged }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Value;

    fn sheet(rows: u32, columns: u32) -> Sheet {
        let at = (0..rows).flat_map(|row| (0..columns).map(move |column| Place { row, column }));
        let cells = at.map(|place| Cell { place, value: Value::Bool(true), format: None }).collect();
        Sheet { cells, ..Sheet::default() }
    }

    #[test]
    fn a_preview_is_the_top_left_or_the_surroundings_of_a_place() {
        for (place, first, cells) in [
            (None, (0, 0), 400 * 60),
            (Some((399, 59)), (0, 0), 400 * 60),
            (Some((900, 3)), (700, 0), 300 * 60),
            (Some((500, 70)), (300, 40), 400 * 40),
        ] {
            let place = place.map(|(row, column)| Place { row, column });
            let preview = preview(sheet(1000, 80), place, CELLS);
            assert_eq!(((preview.first.row, preview.first.column), preview.cells.len()), (first, cells), "{place:?}");
            assert_eq!((preview.rows, preview.columns), (1000, 80));
        }
    }

    #[test]
    fn the_previews_of_a_whole_file_stay_small() {
        let grid = Grid { sheets: vec![sheet(400, 60); 7], properties: Vec::new() };
        let shown: Vec<usize> = previews(grid, None).iter().map(|preview| preview.cells.len()).collect();
        assert_eq!(shown, [24_000, 24_000, 24_000, 24_000, 24_000, 0, 0]);
    }
}
