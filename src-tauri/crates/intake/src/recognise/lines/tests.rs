//! Lists of sales, as they are recognised.

use super::*;
use crate::grid::{Cell, Value};

pub(super) const PRIOR: Prior<'_> =
    Prior { order: Some(Order::DayFirst), point: Some(Point::Comma), scale: None, currency: Some("IDR") };

pub(super) fn sheet(rows: &[&str]) -> Sheet {
    let cells = rows.iter().zip(0..).flat_map(|(line, row)| {
        line.split('|').zip(0..).filter(|(text, _)| !text.is_empty()).map(move |(text, column)| Cell {
            place: Place { row, column },
            value: Value::Text(text.to_owned()),
            format: None,
        })
    });
    Sheet { cells: cells.collect(), ..Sheet::default() }
}

/// What a list sums up to, wherever its rows begin to be packed.
pub(super) fn sums_of(sheet: &Sheet) -> Sums {
    let list = find(&Page::of(sheet)).expect("a list of sales");
    let sums = list.sum(sheet, PRIOR).expect("enough rows");
    let rows = sheet.cells.last().map_or(0, |cell| cell.place.row);
    for row in list.header + 1..=rows {
        let mut packed = Sheet::default();
        for cell in &sheet.cells {
            if cell.place.row < row { packed.cells.push(cell.clone()) } else { packed.below.push(cell.into()) }
        }
        assert_eq!(format!("{:?}", list.sum(&packed, PRIOR)), format!("{:?}", Some(&sums)), "packed from {row}");
    }
    sums
}

fn check(rows: &[&str], count: u32, quantity: &str, amount: &str, days: &str) {
    let sums = sums_of(&sheet(rows));
    let text = |value: Option<Quantity>| value.map(|value| value.to_string()).unwrap_or_default();
    let day = |value: Option<NaiveDate>| value.map(|day| day.to_string()).unwrap_or_default();
    let found = (sums.lines.count, text(sums.lines.quantity), text(sums.lines.amount));
    assert_eq!(found, (count, quantity.to_owned(), amount.to_owned()));
    assert_eq!(format!("{}..{}", day(sums.lines.first), day(sums.lines.last)), days);
}

#[test]
fn sums_are_over_data_rows_only() {
    let rows = [
        "Tanggal|No Faktur|Pelanggan|Qty|Jumlah (Rp)",
        "02-Jul-2026|A1|Toko Total Jaya|12|585.006,00",
        "05-Agu-2026|A2|Toko B|(2)|(206.501,50)",
        "||Subtotal Toko B|10|378.504,50",
        "29-Sep-2026|A3|Toko C|3|100,00",
        "TOTAL|||13|378.604,50",
    ];
    check(&rows, 3, "13", "378604.5", "2026-07-02..2026-09-29");
}

#[test]
fn a_row_may_leave_out_the_day_of_the_row_above() {
    let rows = ["Date|Customer|Item|Qty|Amount", "13/10/2026|A|X|1|10", "|A|Y|2|20", "14/10/2026|B|X|3|30", "|||6|60"];
    check(&rows, 3, "6", "60", "2026-10-13..2026-10-14");
}

#[test]
fn a_value_that_is_no_number_leaves_its_total_open() {
    let rows = ["Date|Invoice|Qty|Amount", "13/10/2026|1|1|10", "13/10/2026|2|2|1O", "13/10/2026|3|2|30"];
    let sums = sums_of(&sheet(&rows));
    assert_eq!(sums.lines.amount, None);
    assert_eq!(sums.questions.iter().map(|question| question.about.key()).collect::<Vec<_>>(), ["amount"]);
}
