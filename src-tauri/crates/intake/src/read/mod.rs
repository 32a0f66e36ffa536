//! Reading: a file's bytes become a grid, whatever the file is called. Nothing here is trusted with the application:
//! it runs in a process of its own (see [`crate::child`]).

mod budget;
mod delimited;
mod format;
mod html;
mod library;
pub(crate) mod mail;
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
use crate::mail::Mail;
use crate::sniff::{Format, sniff};

/// Reads the sheets of a file.
///
/// # Errors
/// Why the file can't be read at all: see [`Refusal`].
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Grid, Refusal> {
    open(bytes, limits).map(|(grid, _)| grid)
}

/// Reads the sheets of a file, and what an e-mail carries.
///
/// # Errors
/// Why the file can't be read at all: see [`Refusal`].
pub fn open(bytes: &[u8], limits: &Limits) -> Result<(Grid, Option<Mail>), Refusal> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.file {
        return Err(Refusal::TooLarge);
    }
    let (grid, mail) = match sniff(bytes)? {
        Format::Xlsx => (xlsx::read(bytes, limits)?, None),
        Format::Xlsb => (library::xlsb(bytes, limits)?, None),
        Format::Ods => (library::ods(bytes, limits)?, None),
        Format::Xls => (library::xls(bytes, limits)?, None),
        Format::Eml => mail::eml(bytes, limits).map(|(grid, mail)| (grid, Some(mail)))?,
        Format::Msg => mail::msg(bytes, limits).map(|(grid, mail)| (grid, Some(mail)))?,
        Format::Text => (text_file(bytes, limits)?, None),
    };
    let carries = mail.as_ref().is_some_and(|mail| !mail.attachments.is_empty());
    let holds = grid.sheets.iter().any(|sheet| !sheet.cells.is_empty());
    if holds || carries { Ok((grid, mail)) } else { Err(Refusal::Empty) }
}

/// How a file of markup begins. What merely begins with `<` may be a row of text: `<5 units`.
const MARKUP: [&str; 12] =
    ["<?xml", "<!doctype", "<!--", "<html", "<head", "<meta", "<body", "<table", "<style", "<div", "<script", "<title"];

/// A web page, SpreadsheetML 2003, or rows of text.
fn text_file(bytes: &[u8], limits: &Limits) -> Result<Grid, Refusal> {
    let text = text::decode(bytes).ok_or(Refusal::NotASpreadsheet)?;
    let head: String = text.trim_start().chars().take(4096).collect::<String>().to_ascii_lowercase();
    // A letter, or a page saved with its pictures.
    if head.starts_with("mime-version:") {
        return Err(Refusal::NotASpreadsheet);
    }
    if !MARKUP.iter().any(|start| head.starts_with(start)) {
        return delimited::read(&text, limits);
    }
    let has = |wanted| head.contains(wanted);
    if !has("<html") && has("<workbook") && has("urn:schemas-microsoft-com:office:spreadsheet") {
        return xml2003::read(&text, limits);
    }
    let page = has("<html") || has("<table") || !head.starts_with("<?xml");
    if page { html::read(&text, limits) } else { Err(Refusal::NotASpreadsheet) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, cells: Result<usize, Refusal>) {
        let read = read(text.as_bytes(), &Limits::default());
        assert_eq!(read.map(|grid| grid.sheets.iter().map(|sheet| sheet.cells.len()).sum()), cells, "{text}");
    }

    #[test]
    fn text_is_told_by_how_it_begins() {
        check("a,b\n1,2\n", Ok(4));
        check("<5 units,2\n>5 units,3\n", Ok(4));
        check("\u{FEFF} <HTML><table><tr><td>1<td>2</table>", Ok(2));
        check("<?xml version=\"1.0\"?><html><table><tr><td>1</table></html>", Ok(1));
        check(
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table><Row>\
             <Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>",
            Ok(1),
        );
        check("<?xml version=\"1.0\"?><svg/>", Err(Refusal::NotASpreadsheet));
        check("<html><p>No table</p></html>", Err(Refusal::NotASpreadsheet));
        check("MIME-Version: 1.0\nContent-Type: multipart/related\n", Err(Refusal::NotASpreadsheet));
        check(" \n\t\n", Err(Refusal::Empty));
    }
}
