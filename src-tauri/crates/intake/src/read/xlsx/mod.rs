//! Office Open XML workbooks, read part by part in one pass each.
//!
//! Written here rather than taken from a library because a report's reading needs, of the same cell, its value, its
//! number format, whether a formula's value was kept and the text of errors that are newer than the libraries; and
//! because nothing may be allocated by what a header claims.

mod formats;
mod properties;
mod sheet;
mod strings;
mod workbook;

use super::budget::Budget;
use super::package::Package;
use crate::draft::Refusal;
use crate::grid::{Grid, Sheet};
use crate::limits::Limits;

/// Reads a workbook.
///
/// # Errors
/// [`Refusal::TooLarge`] past a limit, [`Refusal::Encrypted`], or [`Refusal::Damaged`].
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Grid, Refusal> {
    let mut package = Package::open(bytes)?;
    package.check(limits)?;
    let mut budget = Budget::new(limits);
    let root = workbook::relations(&mut package, "")?;
    let path = root.target("officeDocument").unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let workbook = workbook::read(&mut package, &path)?;
    let relations = workbook::relations(&mut package, &path)?;
    let strings = match relations.target("sharedStrings") {
        Some(part) => strings::read(&mut package, &part, &mut budget)?,
        None => Vec::new(),
    };
    let formats = match relations.target("styles") {
        Some(part) => formats::read(&mut package, &part)?,
        None => Vec::new(),
    };
    let shared = sheet::Shared { strings: &strings, formats: &formats, from_1904: workbook.from_1904 };
    let mut sheets = Vec::with_capacity(workbook.sheets.len().min(64));
    for named in workbook.sheets {
        // A chart or a macro may stand where a sheet does.
        let Some(relation) = relations.get(&named.relation).filter(|relation| relation.kind == "worksheet") else {
            continue;
        };
        let part = package.part(&relation.target).ok_or(Refusal::Damaged)??;
        let sheet = sheet::read(part, &shared, &mut budget)?;
        sheets.push(Sheet { name: Some(named.name), hidden: named.hidden, ..sheet });
    }
    let custom = root.target("custom-properties").unwrap_or_else(|| "docProps/custom.xml".to_owned());
    Ok(Grid { sheets, properties: properties::read(&mut package, &custom)? })
}
