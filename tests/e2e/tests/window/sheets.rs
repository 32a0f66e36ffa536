//! Monthly reports as a distributor might type them.

use std::path::Path;

use rust_xlsxwriter::{Formula, Workbook, XlsxError};

/// A value of a report: text stands as typed.
pub(crate) enum Typed {
    Number(f64),
    Text(&'static str),
}

/// What a monthly report states: label and value.
pub(crate) type Said<'s> = &'s [(&'s str, Typed)];

/// Writes a monthly report in two columns, label and value. Row 1 is its title, so the first of `lines` is in row 6.
pub(crate) fn monthly(path: &Path, distributor: &str, month: &str, lines: Said<'_>) -> Result<(), XlsxError> {
    workbook(path, distributor, &[("Report", month, lines)])
}

/// Writes several into one workbook, each on a sheet of its own: name, month, lines.
pub(crate) fn workbook(path: &Path, distributor: &str, sheets: &[(&str, &str, Said<'_>)]) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    for (name, month, lines) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name)?;
        sheet.write(0, 0, "MONTHLY DISTRIBUTOR SUMMARY")?;
        for (row, (label, value)) in (1..).zip([("Distributor", distributor), ("Month", month), ("Currency", "MYR")]) {
            sheet.write(row, 0, label)?;
            sheet.write(row, 1, value)?;
        }
        for (row, (label, value)) in (5..).zip(*lines) {
            sheet.write(row, 0, *label)?;
            match value {
                Typed::Number(number) => sheet.write(row, 1, *number)?,
                Typed::Text(text) => sheet.write(row, 1, *text)?,
            };
        }
        sheet.autofit();
    }
    workbook.save(path)
}

/// A branch's month in a layout of its own.
pub(crate) struct Branch<'b> {
    pub(crate) who: &'b str,
    pub(crate) month: &'b str,
    pub(crate) sales: f64,
    /// As typed: thousands or decimals, nobody can tell.
    pub(crate) leads: &'b str,
    pub(crate) orders: f64,
    /// What the two stores hold together.
    pub(crate) stock: f64,
}

/// Writes it: labels in Malay, the leads as text in C7, and a stock in C9 that refers to a sheet which is gone; what was
/// counted stands in C13.
pub(crate) fn branch(path: &Path, month: &Branch<'_>) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Prestasi")?;
    sheet.write(0, 0, month.who)?;
    sheet.write(1, 0, "Prestasi cawangan")?;
    sheet.write(1, 2, month.month)?;
    for (column, head) in (0..).zip(["No", "Perkara", "Sebenar", "Catatan"]) {
        sheet.write(3, column, head)?;
    }
    for (row, label) in (4..).zip(["Jualan (RM)", "Unit terjual", "Prospek", "Pesanan (PO)", "Stok akhir"]) {
        sheet.write(row, 0, row - 3)?;
        sheet.write(row, 1, label)?;
    }
    sheet.write(4, 2, month.sales)?;
    sheet.write(5, 2, 8_420)?;
    sheet.write(6, 2, month.leads)?;
    sheet.write(7, 2, month.orders)?;
    sheet.write_formula(8, 2, Formula::new("=#REF!C9").set_result("#REF!"))?;
    sheet.write(8, 3, "kiraan di bawah")?;
    for (row, label, counted) in
        [(10, "Gudang A", 3_000.0), (11, "Gudang B", month.stock - 3_000.0), (12, "Kiraan gudang", month.stock)]
    {
        sheet.write(row, 1, label)?;
        sheet.write(row, 2, counted)?;
    }
    sheet.autofit();
    workbook.save(path)
}
