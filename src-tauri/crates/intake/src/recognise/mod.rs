//! Recognition: what the sheets of a file report. Pure: a grid and a context in, drafts out; no clock, no file.

mod claims;
mod dates;
mod dictionary;
mod labels;
mod money;
mod numbers;
mod page;
mod periods;
mod terms;
mod text;
mod who;

use crate::draft::{Context, Draft};
use crate::grid::Grid;

/// The reports that a file proposes, sheet by sheet. A sheet that is no report yields none.
#[must_use]
pub fn recognise(grid: &Grid, context: &Context) -> Vec<Draft> {
    let _ = (grid, context);
    Vec::new()
}
