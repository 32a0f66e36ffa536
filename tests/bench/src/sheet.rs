//! A raw list of sales of 200,000 rows by 12 columns, and the peer's bare read of it.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use calamine::{Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::run::Failure;

/// The argument by which this program writes the sheet.
pub(crate) const WRITE: &str = "--write-sheet";
/// The argument by which this program writes the same sheet as CSV.
pub(crate) const WRITE_CSV: &str = "--write-csv";
/// The argument by which this program reads a sheet as the peer does.
pub(crate) const BARE_READ: &str = "--bare-read";
/// Who sent it.
pub(crate) const REGISTER: &str =
    "name,aliases,country,currency,locale\nPT Sumber Makmur Abadi,Sumber Makmur,ID,IDR,id-ID\n";
/// A day after the last sale.
pub(crate) const TODAY: &str = "2026-11-02";

const ROWS: u32 = 200_000;
const HEADINGS: [&str; 12] =
    ["Date", "Invoice", "Customer", "City", "Channel", "SKU", "Product", "Qty", "Unit", "Price", "Discount", "Amount"];

/// Writes it: every sale in October 2026.
pub(crate) fn write(file: &Path) -> Result<(), Failure> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Sales")?;
    sheet.write(0, 0, "PT Sumber Makmur Abadi")?;
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write(2, column, heading)?;
    }
    for row in 0..ROWS {
        let at = row + 3;
        let date = ExcelDateTime::from_ymd(2026, 10, u8::try_from(row % 31 + 1).unwrap_or(1))?;
        let (quantity, price) = (row % 48 + 1, 12_500 + row % 97 * 250);
        sheet.write_with_format(at, 0, &date, &day)?;
        sheet.write(at, 1, format!("INV-{row:06}"))?;
        sheet.write(at, 2, format!("Toko {}", row % 1_900))?;
        sheet.write(at, 3, ["Jakarta", "Bandung", "Surabaya", "Medan"][row as usize % 4])?;
        sheet.write(at, 4, ["GT", "MT", "Online"][row as usize % 3])?;
        sheet.write(at, 5, format!("SKU-{:03}", row % 180))?;
        sheet.write(at, 6, format!("Product {}", row % 180))?;
        sheet.write(at, 7, quantity)?;
        sheet.write(at, 8, "pcs")?;
        sheet.write(at, 9, price)?;
        sheet.write(at, 10, 0)?;
        sheet.write(at, 11, quantity * price)?;
    }
    book.save(file)?;
    Ok(())
}

/// Writes the same as CSV.
pub(crate) fn write_csv(file: &Path) -> Result<(), Failure> {
    let mut out = BufWriter::new(File::create(file)?);
    writeln!(out, "PT Sumber Makmur Abadi\n\n{}", HEADINGS.join(","))?;
    for row in 0..ROWS {
        let (quantity, price) = (row % 48 + 1, 12_500 + row % 97 * 250);
        let (shop, city) = (row % 1_900, ["Jakarta", "Bandung", "Surabaya", "Medan"][row as usize % 4]);
        let (channel, product) = (["GT", "MT", "Online"][row as usize % 3], row % 180);
        writeln!(
            out,
            "2026-10-{:02},INV-{row:06},Toko {shop},{city},{channel},SKU-{product:03},Product {product},{quantity},pcs,{price},0,{}",
            row % 31 + 1,
            quantity * price
        )?;
    }
    Ok(out.flush()?)
}

/// Every cell of the first sheet, streamed and counted: the least that any reader must do.
pub(crate) fn bare_read(file: &Path) -> Result<(), Failure> {
    let mut book: Xlsx<_> = open_workbook(file)?;
    let names = book.sheet_names();
    let mut cells = book.worksheet_cells_reader(&names[0])?;
    let mut count = 0u64;
    while cells.next_cell()?.is_some() {
        count += 1;
    }
    println!("{count} cells");
    Ok(())
}
