//! The rows of a list of sales that carry a discount: each with its cell, what was sold, and how much was taken off. A
//! bare `5` is a share or money only where the row's own price and amount prove it.

mod meaning;
mod said;

use std::cmp::Reverse;

use playbook::number::Quantity;
use rust_decimal::Decimal;

use super::in_turn::InTurn;
use super::{Line, List, Prior, column_point, value, words};
use crate::draft::{Discounted, Off};
use crate::grid::CellRef;
use crate::recognise::dates::Order;
use crate::recognise::numbers::Point;
use crate::recognise::terms::Column;
use meaning::{Meaning, tolerance};
use said::{Said, said};

/// Rows that cross the pipe of one list: the largest discounts of a list that has more.
const MOST: usize = 5_000;
/// A longer text is no discount.
const LONGEST: usize = 60;

/// A row with a discount, and the figures beside it that are known.
struct Row<'l, 's> {
    line: &'l Line<'s>,
    cell: CellRef<'s>,
    said: Said,
    price: Option<Decimal>,
    quantity: Option<Decimal>,
    amount: Option<Decimal>,
}

impl List {
    /// How many rows carry a discount, and those rows: all of them, or of very many the largest discounts.
    pub(super) fn discounted(
        &self,
        data: &[Line<'_>],
        order: Option<Order>,
        prior: Prior<'_>,
    ) -> (u32, Vec<Discounted>) {
        let Some(column) = self.discount_column() else { return (0, Vec::new()) };
        let rows = self.rows(data, column, prior);
        let meaning = self.meaning(column, &rows);
        let downward = downward(&rows);
        let scale = self.scale(column, prior);
        let mut taken: Vec<(usize, Off)> =
            rows.iter().map(|row| self.off(row, meaning, downward, scale)).enumerate().collect();
        let count = u32::try_from(taken.len()).unwrap_or(u32::MAX);
        if taken.len() > MOST {
            taken.sort_by_cached_key(|(at, off)| (Reverse(share(off)), *at));
            taken.truncate(MOST);
            taken.sort_by_key(|(at, _)| *at);
        }
        (count, taken.into_iter().map(|(at, off)| self.row(&rows[at], off, order)).collect())
    }

    /// The column of discounts; of several, the one that states shares beside money.
    fn discount_column(&self) -> Option<u32> {
        let is = |column: &&u32, kind| self.heads.get(*column).and_then(|label| label.column()) == Some(kind);
        let shares: Vec<&u32> = self.discount.iter().filter(|c| is(c, Column::DiscountShare)).collect();
        let others = self.discount.iter().filter(|c| !is(c, Column::DiscountShare)).count();
        match (shares.as_slice(), self.discount.as_slice()) {
            (_, [one]) => Some(*one),
            ([share], _) if others == 1 => Some(**share),
            _ => None,
        }
    }

    fn rows<'l, 's>(&self, data: &'l [Line<'s>], column: u32, prior: Prior<'_>) -> Vec<Row<'l, 's>> {
        let figure = |columns: &[u32]| -> Option<(u32, Result<Option<Point>, ()>, Decimal)> {
            let [one] = columns else { return None };
            let point = column_point(data.iter().filter_map(|line| line.cells.at(*one)));
            Some((*one, point, self.scale(*one, prior)))
        };
        let (price, quantity, amount) = (figure(&self.price), figure(&self.quantity), figure(&self.amount));
        let of = |line: &Line<'_>, figure: Option<(u32, Result<Option<Point>, ()>, Decimal)>, prior| {
            let (column, point, scale) = figure?;
            value(line.cells.at(column)?, point, prior).ok()?.checked_mul(scale)
        };
        let plain = Prior { scale: None, currency: None, ..prior };
        let quantity = quantity.map(|(column, point, _)| (column, point, Decimal::ONE));
        let point = column_point(data.iter().filter_map(|line| line.cells.at(column)));
        data.iter()
            .filter_map(|line| {
                let cell = line.cells.at(column)?;
                let said = said(cell, point, prior.point)?;
                Some(Row {
                    line,
                    cell,
                    said,
                    price: of(line, price, prior),
                    quantity: of(line, quantity, plain),
                    amount: of(line, amount, prior),
                })
            })
            .collect()
    }

    fn scale(&self, column: u32, prior: Prior<'_>) -> Decimal {
        self.heads.get(&column).and_then(|label| label.scale).or(prior.scale).unwrap_or(Decimal::ONE)
    }

    fn off(&self, row: &Row<'_, '_>, meaning: Option<Meaning>, downward: bool, scale: Decimal) -> Off {
        let open = || Off::Open(words(row.cell).unwrap_or_default().chars().take(LONGEST).collect());
        let value = match &row.said {
            Said::Share(value) | Said::Money(value) | Said::Bare(value) => *value,
            Said::InTurn(both) if self.are_in_turn(row, both) => both.share,
            Said::InTurn(_) => return open(),
            Said::Unread(text) => return Off::Open(text.clone()),
        };
        // What is added where the others are taken off.
        let back = row.quantity.is_some_and(|quantity| quantity.is_sign_negative());
        let share = |value: Decimal| Quantity::new(value.abs()).map(Off::Share).ok();
        let found = match (&row.said, meaning) {
            (Said::InTurn(_), _) => share(value),
            (Said::Share(_), _) => share(value).filter(|_| value.is_sign_negative() == downward),
            (Said::Bare(_), Some(Meaning::Percent)) if value.is_sign_negative() == downward => {
                share(value / Decimal::ONE_HUNDRED)
            }
            (Said::Bare(_), Some(Meaning::Fraction)) if value.is_sign_negative() == downward => share(value),
            (Said::Bare(_), Some(Meaning::OfUnit)) => money(value * scale, row.price),
            (Said::Bare(_), Some(Meaning::OfLine)) | (Said::Money(_), _)
                if (value.is_sign_negative() != back) == downward =>
            {
                let off = value.abs().checked_mul(scale);
                let net = |off: Decimal| row.amount.filter(|_| self.net).and_then(|net| net.abs().checked_add(off));
                off.and_then(|off| money(off, row.gross().or_else(|| net(off))))
            }
            _ => None,
        };
        found.unwrap_or_else(open)
    }

    /// Whether discounts are surely taken one after the other: price and amount of the row say so, or the text does and
    /// they don't say that the two are added up.
    fn are_in_turn(&self, row: &Row<'_, '_>, both: &InTurn) -> bool {
        let leaves = |share: Decimal| {
            let (gross, amount) = (row.gross()?, row.amount?);
            let left = gross.checked_mul(Decimal::ONE - share)?.checked_sub(amount)?.abs();
            Some(left <= tolerance(gross))
        };
        match (leaves(both.share), leaves(both.sum)) {
            (Some(true), Some(false)) => true,
            (Some(false), Some(true)) => false,
            _ => both.told,
        }
    }

    fn row(&self, row: &Row<'_, '_>, off: Off, order: Option<Order>) -> Discounted {
        let dates = row.line.day.map(|day| day.dates(order)).unwrap_or_default();
        let names: Vec<&str> =
            self.product.iter().filter_map(|column| row.line.cells.at(*column).and_then(words)).collect();
        let quantity = |value: Option<Decimal>| value.and_then(|value| Quantity::new(value).ok());
        Discounted {
            place: row.cell.place,
            day: if let [day] = dates.as_slice() { Some(*day) } else { None },
            product: names.join(" · ").chars().take(200).collect(),
            quantity: quantity(row.quantity),
            amount: quantity(row.amount),
            off,
        }
    }
}

impl Row<'_, '_> {
    /// The money before the discount.
    fn gross(&self) -> Option<Decimal> {
        self.price?.checked_mul(self.quantity?)
    }
}

/// Whether the column writes what is taken off with a minus.
fn downward(rows: &[Row<'_, '_>]) -> bool {
    let minus = rows.iter().filter(|row| match row.said {
        Said::Share(value) | Said::Money(value) | Said::Bare(value) => {
            let back = row.quantity.is_some_and(|quantity| quantity.is_sign_negative());
            value.is_sign_negative() && !back
        }
        Said::InTurn(_) | Said::Unread(_) => false,
    });
    minus.count() * 2 > rows.len()
}

fn money(off: Decimal, gross: Option<Decimal>) -> Option<Off> {
    let gross = Quantity::new(gross?.abs()).ok().filter(|gross| !gross.is_zero())?;
    Some(Off::Money { off: Quantity::new(off.abs()).ok()?, gross })
}

/// The size of a discount, to keep the largest; one that is open is the smallest.
fn share(off: &Off) -> Decimal {
    match off {
        Off::Share(share) => share.decimal(),
        Off::Money { off, gross } => off.decimal().checked_div(gross.decimal()).unwrap_or_default(),
        Off::Open(_) => Decimal::NEGATIVE_ONE,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{PRIOR, sheet, sums_of};
    use super::*;
    use crate::recognise::lines::find;
    use crate::recognise::page::Page;

    /// Each row's discount as `cell product off`.
    #[track_caller]
    fn check(rows: &[&str], expected: &[&str]) {
        let sums = sums_of(&sheet(rows));
        let said = |row: &Discounted| {
            let off = match &row.off {
                Off::Share(share) => format!("{share}"),
                Off::Money { off, gross } => format!("{off} of {gross}"),
                Off::Open(text) => format!("? {text}"),
            };
            format!("{} {} {off}", row.place, row.product)
        };
        assert_eq!(sums.lines.discounted.iter().map(said).collect::<Vec<_>>(), expected);
        assert_eq!(sums.lines.discounts as usize, expected.len());
    }

    #[test]
    fn a_percent_column_is_a_share() {
        let rows = [
            "Tgl Faktur|No Faktur|Nama Barang|Qty|Disc %|Jumlah (Rp)",
            "02-Jul-2026|A1|Kopi|12||100",
            "03-Jul-2026|A2|Kopi|12|2,5|100",
            "04-Jul-2026|A3|Teh|12|5%|100",
            "Subtotal||||7,5|300",
        ];
        check(&rows, &["E3 Kopi 0.025", "E4 Teh 0.05"]);
    }

    #[test]
    fn a_bare_number_is_what_price_and_amount_prove() {
        let head = "tanggal|no_nota|sku|qty|harga|diskon|total";
        let off_line = [head, "12-Jul-2026|N1|BT|5|103.250,75|5.000|511.253,75", "13-Jul-2026|N2|BT|1|100||100"];
        check(&[off_line[0], off_line[1], off_line[2], "14-Jul-2026|N3|BT|1|100||100"], &["F2 BT 5000 of 516253.75"]);
        let percent =
            [head, "12-Jul-2026|N1|BT|2|100|10|180", "13-Jul-2026|N2|BT|1|200|5|190", "14-Jul-2026|N3|X|1|1||1"];
        check(&percent, &["F2 BT 0.1", "F3 BT 0.05"]);
        let unit = [head, "12-Jul-2026|N1|BT|4|100|7|372", "13-Jul-2026|N2|BT|2|300|7|586", "14-Jul-2026|N3|X|1|1||1"];
        check(&unit, &["F2 BT 7 of 100", "F3 BT 7 of 300"]);
        let fraction =
            [head, "12-Jul-2026|N1|BT|4|100|0,1|360", "13-Jul-2026|N2|BT|2|300||600", "14-Jul-2026|N3|X|1|1||1"];
        check(&fraction, &["F2 BT 0.1"]);
    }

    #[test]
    fn what_nothing_proves_stays_open() {
        let bare = [
            "Date|Invoice|Item|Qty|Discount|Amount",
            "13/10/2026|1|X|1|10|90",
            "13/10/2026|2|X|2|5|95",
            "13/10/2026|3|X|2||9",
        ];
        check(&bare, &["E2 X ? 10", "E3 X ? 5"]);
        let half = [
            "Date|Invoice|Item|Qty|Disc %|Amount",
            "13/10/2026|1|X|1|0,5|90",
            "13/10/2026|2|X|2||95",
            "13/10/2026|3|X|2||9",
        ];
        check(&half, &["E2 X ? 0,5"]);
        let words = [
            "Date|Invoice|Item|Qty|Disc %|Amount",
            "13/10/2026|1|X|1|10+5|90",
            "13/10/2026|2|X|2|promo|95",
            "13/10/2026|3|X|2|-|9",
        ];
        check(&words, &["E2 X ? 10+5"]);
    }

    #[test]
    fn discounts_one_after_the_other_come_to_what_they_leave() {
        let head = "Tanggal|Faktur|Barang|Qty|Harga|Diskon|Jumlah";
        let told = [
            head,
            "13/10/2026|1|X|1|100000|10%+5%|85500",
            "13/10/2026|2|X|2||10% + 5% + 2,5%|95",
            "13/10/2026|3|X|2|50000|7%|93000",
        ];
        check(&told, &["F2 X 0.145", "F3 X 0.166375", "F4 X 0.07"]);
        // Without `%` only price and amount tell them from goods for free.
        let bare = [
            head,
            "13/10/2026|1|X|1|100000|10+5|85500",
            "13/10/2026|2|X|11|50000|10+1|500000",
            "13/10/2026|3|X|2|50000||100000",
        ];
        check(&bare, &["F2 X 0.145", "F3 X ? 10+1"]);
        let other = [
            head,
            "13/10/2026|1|X|1|100000|10%+5%|85000",
            "13/10/2026|2|X|1||10%+Rp500|95",
            "13/10/2026|3|X|1||150%+5%|95",
        ];
        check(&other, &["F2 X ? 10%+5%", "F3 X ? 10%+Rp500", "F4 X ? 150%+5%"]);
    }

    #[test]
    fn money_is_held_against_the_price_before_it() {
        let net = [
            "Date|Invoice|Code|Item|Qty|Discount (Rp)|Net amount",
            "13/10/2026|1|A-1|X|1|10|90",
            "13/10/2026|2|A-1|X|2||95",
            "13/10/2026|3|A-1|X|2||9",
        ];
        check(&net, &["F2 X 10 of 100"]);
        let returned = [
            "Tanggal|Invoice|Item|Qty|Harga|Disc (Rp)|Jumlah",
            "13/10/2026|1|X|(2)|50|(10)|(90)",
            "13/10/2026|2|X|2|50|10|90",
            "13/10/2026|3|X|1|50||50",
        ];
        check(&returned, &["F2 X 10 of 100", "F3 X 10 of 100"]);
        let both = [
            "Date|Invoice|Item|Qty|Disc %|Disc amt|Amount",
            "13/10/2026|1|X|1|10|9|81",
            "13/10/2026|2|X|2|||95",
            "13/10/2026|3|X|2|||9",
        ];
        check(&both, &["E2 X 0.1"]);
    }

    #[test]
    fn discounts_are_read_in_every_language_of_the_dictionary() {
        for head in [
            "Date|Customer|Product|Qty|Discount rate|Amount",
            "Tanggal|Pelanggan|Nama barang|Qty|Persentase diskon|Jumlah",
            "Tarikh|Pelanggan|Produk|Kuantiti|Kadar diskaun|Amaun",
            "Ngày|Khách hàng|Sản phẩm|Số lượng|Tỷ lệ chiết khấu|Thành tiền",
            "วันที่|ลูกค้า|สินค้า|จำนวน|ส่วนลด %|จำนวนเงิน",
            "ရက်စွဲ|ဝယ်သူ|ပစ္စည်း|အရေအတွက်|လျှော့ဈေး %|သင့်ငွေ",
            "កាលបរិច្ឆេទ|អតិថិជន|ទំនិញ|បរិមាណ|បញ្ចុះតម្លៃ %|ទឹកប្រាក់",
            "ວັນທີ|ລູກຄ້າ|ສິນຄ້າ|ຈຳນວນ|ສ່ວນຫຼຸດ %|ຈຳນວນເງິນ",
            "Petsa|Suki|Produkto|Dami|Diskwento %|Halaga",
        ] {
            let rows = [head, "13/10/2026|A|X|1|10|90", "14/10/2026|A|X|1|7,5|90", "15/10/2026|B|X|1||90"];
            check(&rows, &["E2 X 0.1", "E3 X 0.075"]);
        }
    }

    #[test]
    fn a_chinese_discount_may_be_what_is_left_and_needs_proof() {
        let row = |discount, amount| format!("13/10/2026|A|X|2|50|{discount}|{amount}");
        let check_rows = |rows: [String; 3], expected: &[&str]| {
            let rows: Vec<&str> =
                std::iter::once("日期|客户|产品|数量|单价|折扣|金额").chain(rows.iter().map(String::as_str)).collect();
            check(&rows, expected);
        };
        check_rows([row("0,9", "90"), row("0,8", "80"), row("", "100")], &["F2 X ? 0,9", "F3 X ? 0,8"]);
        check_rows([row("0,1", "90"), row("0,2", "80"), row("", "100")], &["F2 X 0.1", "F3 X 0.2"]);
    }

    #[test]
    fn of_very_many_rows_the_largest_discounts_are_kept_in_order() {
        let row = |n: usize| format!("13/10/2026|{n}|X|1|{}|90", if n.is_multiple_of(3) { "20" } else { "5" });
        let rows: Vec<String> =
            std::iter::once("Date|Invoice|Item|Qty|Disc %|Amount".to_owned()).chain((1..=12_000).map(row)).collect();
        let sheet = sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>());
        let sums = find(&Page::of(&sheet)).and_then(|list| list.sum(&sheet, PRIOR)).expect("a list of sales");
        let kept = &sums.lines.discounted;
        let large = kept.iter().filter(|row| row.off == Off::Share("0.2".parse().expect("a literal"))).count();
        assert_eq!((sums.lines.discounts, kept.len(), large), (12_000, MOST, 4_000));
        assert!(kept.is_sorted_by_key(|row| row.place));
    }
}
