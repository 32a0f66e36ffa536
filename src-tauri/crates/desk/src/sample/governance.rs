//! Pricing and promotions in the sample: what was agreed with one distributor, and September's list of its sales, in which
//! one line is above the band and one was sold at the promotion's discount a day too late.

use chrono::{Datelike, Days, NaiveDate};
use playbook::number::Quantity;
use playbook::period::Month;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::distributors::{MANAGER, SampleDistributor};
use super::sheets::write_number;
use super::{SampleError, SampleFile, figures};
use crate::view::{BandForm, PromotionForm, RequestForm, RunForm};

/// Whose: the first of the sample.
pub(crate) const NAME: &str = "PT Cahaya Nusantara Distribusi";

/// What they sell: code, name, price.
const PRODUCTS: [(&str, &str, u64); 4] = [
    ("CN-1001", "Sabun Cuci Piring 800ml", 18_500),
    ("CN-1002", "Deterjen Bubuk 1kg", 24_750),
    ("CN-2010", "Pewangi Pakaian 900ml", 21_750),
    ("CN-3005", "Pembersih Lantai 750ml", 16_900),
];
const CUSTOMERS: [&str; 5] =
    ["Toko Sinar Jaya, Surabaya", "UD Maju Bersama", "Koperasi Karya", "Toko Abadi, Malang", "Grosir Pelita"];
/// Discounts by line, in percent, over and over: most sell at the list price.
const DISCOUNTS: [u64; 7] = [0, 2, 0, 5, 0, 0, 10];
/// The days on which softener was sold at the promotion's 20 %, and the one that was too late.
const PROMOTED: [u32; 4] = [10, 14, 18, 22];
/// The day on which washing powder was sold at 15 %.
const ABOVE: u32 = 24;

/// The promotion's window: its first and its last day.
const WINDOW: [&str; 2] = ["2026-09-09", "2026-09-20"];

/// September's list of sales, as they print it: what they sell by the pallet stands in one line at its end, so that the
/// list sums up to the month's own summary.
pub(super) fn sales(from: &SampleDistributor) -> Result<SampleFile, SampleError> {
    let received = NaiveDate::from_ymd_opt(2026, 10, 5).unwrap_or_default();
    let month = figures::monthly(from, Month::of(received).previous());
    let bytes = book(received, [month.stated("units_sold"), month.stated("revenue")])?;
    Ok(SampleFile { name: "Rekap Penjualan 2026-09 CND.xlsx".to_owned(), received, bytes })
}

/// The approver matrix: a band that needs no asking, and the manager who may approve more.
pub(crate) fn bands(distributor: &str) -> [BandForm; 2] {
    let band = |approver: &str, maximum: &str, asking: &str| BandForm {
        id: String::new(),
        distributor: distributor.to_owned(),
        approver: approver.to_owned(),
        maximum: maximum.to_owned(),
        products: String::new(),
        asking: asking.to_owned(),
        supplier_funded: true,
        first: "2026-01-01".to_owned(),
        last: String::new(),
    };
    [band("Rina Kartika", "10", "free"), band(MANAGER, "25", "asked")]
}

/// The promotion that was agreed.
pub(crate) fn promotion(distributor: &str) -> PromotionForm {
    let [first, last] = WINDOW.map(str::to_owned);
    PromotionForm {
        id: String::new(),
        distributor: distributor.to_owned(),
        name: "Harbolnas 9.9".to_owned(),
        kind: "event".to_owned(),
        first,
        last,
        products: PRODUCTS[2].1.to_owned(),
        maximum: "20".to_owned(),
        units: "150".to_owned(),
        revenue: String::new(),
    }
}

/// What came of it: what the list has in its window.
pub(crate) fn result(promotion: &str) -> RunForm {
    let [first, last] = WINDOW.map(str::to_owned);
    let sold = lines().into_iter().filter(|line| line.percent == 20 && line.on.to_string() <= last);
    RunForm {
        promotion: promotion.to_owned(),
        first,
        units: sold.map(|line| line.quantity).sum::<u32>().to_string(),
        last,
        revenue: String::new(),
        note: "Shelves were empty by the second weekend.".to_owned(),
    }
}

/// A request that waits for an answer.
pub(crate) fn request(distributor: &str) -> RequestForm {
    RequestForm {
        distributor: distributor.to_owned(),
        products: PRODUCTS[1].1.to_owned(),
        share: "12.5".to_owned(),
        reason: "A competitor gives 12 % in Surabaya until year’s end".to_owned(),
        by: "Rina Kartika".to_owned(),
        on: "2026-10-06".to_owned(),
    }
}

fn book(printed: NaiveDate, [units, revenue]: [Quantity; 2]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2026, 10, 5)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet().set_name("Rekap")?;
    let (day, money) = (Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_num_format("#,##0"));
    let bold = Format::new().set_bold();
    sheet.write_with_format(0, 0, NAME, &bold)?;
    sheet.write(1, 0, "Rekap penjualan per faktur, September 2026")?;
    sheet.write(1, 8, format!("Dicetak {}", printed.format("%d/%m/%Y")))?;
    let heads = [
        "Tgl Faktur",
        "No. Faktur",
        "Pelanggan",
        "Kode Brg",
        "Nama Barang",
        "Qty",
        "Harga Sat.",
        "Disc %",
        "Jumlah (Rp)",
    ];
    for (column, head) in (0..).zip(heads) {
        sheet.write_with_format(3, column, head, &bold)?;
    }
    for (column, width) in (0..).zip([12, 14, 26, 10, 26, 8, 12, 8, 14]) {
        sheet.set_column_width(column, width)?;
    }
    let (plain, mut row, mut rest) = (Format::new(), 4_u32, [units, revenue]);
    for (number, line) in (0_u32..).zip(lines()) {
        let Line { on, product: (code, name, price), quantity, percent } = line;
        let amount = price * u64::from(quantity) * (100 - percent) / 100;
        let own = [quantity.to_string(), amount.to_string()];
        write_day(sheet, row, on, &day)?;
        sheet.write(row, 1, format!("CND/26{:05}", 9001 + number))?;
        sheet.write(row, 2, CUSTOMERS[number as usize % CUSTOMERS.len()])?;
        sheet.write(row, 3, code)?;
        sheet.write(row, 4, name)?;
        write_number(sheet, row, 6, &price.to_string(), &money)?;
        if percent > 0 {
            write_number(sheet, row, 7, &percent.to_string(), &plain)?;
        }
        write_sums(sheet, row, &own, &money)?;
        for (rest, own) in rest.iter_mut().zip(&own) {
            *rest = *rest - own.parse().unwrap_or(Quantity::ZERO);
        }
        row += 1;
    }
    write_day(sheet, row, Month::of(printed).previous().last_day(), &day)?;
    sheet.write(row, 1, "CND/26-REKAP")?;
    sheet.write(row, 2, "Grosir, per palet")?;
    sheet.write(row, 4, "Campuran")?;
    write_sums(sheet, row, &rest.map(|rest| rest.to_string()), &money)?;
    sheet.write_with_format(row + 1, 2, "TOTAL", &bold)?;
    write_sums(sheet, row + 1, &[units, revenue].map(|sum| sum.to_string()), &money)?;
    book.save_to_buffer()
}

fn write_day(sheet: &mut Worksheet, row: u32, day: NaiveDate, format: &Format) -> Result<(), XlsxError> {
    let (month, number) = (u8::try_from(day.month()).unwrap_or(1), u8::try_from(day.day()).unwrap_or(1));
    let year = u16::try_from(day.year()).unwrap_or_default();
    sheet.write_with_format(row, 0, &ExcelDateTime::from_ymd(year, month, number)?, format).map(drop)
}

/// Units and money of a row.
fn write_sums(sheet: &mut Worksheet, row: u32, [units, money]: &[String; 2], format: &Format) -> Result<(), XlsxError> {
    write_number(sheet, row, 5, units, format)?;
    write_number(sheet, row, 8, money, format)
}

struct Line {
    on: NaiveDate,
    product: (&'static str, &'static str, u64),
    quantity: u32,
    percent: u64,
}

/// Two lines a working day.
fn lines() -> Vec<Line> {
    let first = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap_or_default();
    let days = (0..30).map(|days| first + Days::new(days)).filter(|day| day.weekday().number_from_monday() < 6);
    let line = |(at, on): (usize, NaiveDate)| {
        let second = at % 2 == 1;
        let percent = match on.day() {
            day if second && PROMOTED.contains(&day) => 20,
            ABOVE if second => 15,
            _ => DISCOUNTS[at % DISCOUNTS.len()],
        };
        let product = match percent {
            20 => PRODUCTS[2],
            15 => PRODUCTS[1],
            _ => PRODUCTS[at % PRODUCTS.len()],
        };
        Line { on, product, quantity: 12 * (1 + u32::try_from(at).unwrap_or(0) * 7 % 5), percent }
    };
    days.flat_map(|day| [day, day]).enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_above_the_band_and_one_outside_the_promotions_window() {
        let beyond =
            |line: &Line| line.percent > 10 && (line.percent != 20 || line.on.to_string().as_str() > WINDOW[1]);
        let found: Vec<_> =
            lines().into_iter().filter(beyond).map(|line| (line.on.to_string(), line.percent)).collect();
        assert_eq!(found, [("2026-09-22".to_owned(), 20), ("2026-09-24".to_owned(), 15)]);
        assert_eq!(result("p").units, "120");
    }
}
