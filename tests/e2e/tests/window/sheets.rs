//! Monthly reports as a distributor might type them.

use std::path::Path;

use rust_xlsxwriter::{Workbook, XlsxError};

/// A value of a report: text stands as typed.
pub(crate) enum Typed {
    Number(f64),
    Text(&'static str),
}

/// Writes a monthly report in two columns, label and value. Row 1 is its title, so the first of `lines` is in row 6.
pub(crate) fn monthly(path: &Path, distributor: &str, month: &str, lines: &[(&str, Typed)]) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Report")?;
    sheet.write(0, 0, "MONTHLY DISTRIBUTOR SUMMARY")?;
    for (row, (label, value)) in (1..).zip([("Distributor", distributor), ("Month", month), ("Currency", "MYR")]) {
        sheet.write(row, 0, label)?;
        sheet.write(row, 1, value)?;
    }
    for (row, (label, value)) in (5..).zip(lines) {
        sheet.write(row, 0, *label)?;
        match value {
            Typed::Number(number) => sheet.write(row, 1, *number)?,
            Typed::Text(text) => sheet.write(row, 1, *text)?,
        };
    }
    sheet.autofit();
    workbook.save(path)
}
