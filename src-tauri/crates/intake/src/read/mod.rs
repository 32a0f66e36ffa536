//! Reading: a file's bytes become a grid, whatever the file is called. Nothing here is trusted with the application:
//! it runs in a process of its own (see [`crate::child`]).

mod budget;
mod delimited;
mod format;
mod html;
mod library;
mod number;
pub(crate) mod package;
mod span;
mod text;
mod xlsx;
mod xml;
mod xml2003;

use crate::draft::Refusal;
use crate::grid::Grid;
use crate::limits::Limits;
use crate::sniff::{Format, sniff};

/// Reads the sheets of a file.
///
/// # Errors
/// Why the file can't be read at all: see [`Refusal`].
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Grid, Refusal> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.file {
        return Err(Refusal::TooLarge);
    }
    let grid = match sniff(bytes)? {
        Format::Xlsx => xlsx::read(bytes, limits)?,
        Format::Xlsb => library::xlsb(bytes, limits)?,
        Format::Ods => library::ods(bytes, limits)?,
        Format::Xls => library::xls(bytes, limits)?,
        Format::Text => text_file(bytes, limits)?,
    };
    if grid.sheets.iter().all(|sheet| sheet.cells.is_empty()) { Err(Refusal::Empty) } else { Ok(grid) }
}

/// A web page, SpreadsheetML 2003, or rows of text.
fn text_file(bytes: &[u8], limits: &Limits) -> Result<Grid, Refusal> {
    let text = text::decode(bytes).ok_or(Refusal::NotASpreadsheet)?;
    let head: String = text.trim_start().chars().take(4096).collect::<String>().to_ascii_lowercase();
    if !head.starts_with('<') {
        return delimited::read(&text, limits);
    }
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet") && !head.contains("<html") {
        return xml2003::read(&text, limits);
    }
    if head.starts_with("<?xml") && !head.contains("<html") && !head.contains("<table") {
        return Err(Refusal::NotASpreadsheet);
    }
    html::read(&text, limits)
}
