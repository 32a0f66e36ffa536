//! What is accepted without a question means what was written, whatever was written: ten thousand times each.

use chrono::{Datelike, NaiveDate};
use playbook::measure::{MEASURES, ReportKind};
use playbook::period::{Month, Period, Week};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::claims::claims;
use super::dates::{Day, Order};
use super::numbers::{Point, Reading, read};
use super::periods::{Clock, DayIs, Source, settle};
use super::recognise;
use crate::draft::{Choice, Context, Known};
use crate::grid::{Cell, Grid, Place, Sheet, Value};

/// Enough to meet what is rare.
fn cases() -> ProptestConfig {
    ProptestConfig::with_cases(10_000)
}

/// How a number is typed.
#[derive(Debug, Clone, Copy)]
struct Style {
    point: Point,
    grouped: bool,
    mark: (&'static str, &'static str),
}

fn style() -> impl Strategy<Value = Style> {
    let marks = [
        ("", ""),
        ("Rp ", ""),
        ("RM", ""),
        ("", " บาท"),
        ("S$", ""),
        ("", " juta"),
        ("(", ")"),
        ("-", ""),
        ("", "%"),
        ("", " ctn"),
    ];
    (prop::sample::select(vec![Point::Dot, Point::Comma]), any::<bool>(), prop::sample::select(marks.to_vec()))
        .prop_map(|(point, grouped, mark)| Style { point, grouped, mark })
}

fn typed(whole: u64, decimals: &str, style: Style) -> String {
    let digits = whole.to_string();
    let (group, point) = if style.point == Point::Dot { (',', '.') } else { ('.', ',') };
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if style.grouped && at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push(point);
        text.push_str(decimals);
    }
    format!("{}{text}{}", style.mark.0, style.mark.1)
}

/// The value that was meant, with its sign and before its scale.
fn meant(whole: u64, decimals: &str, style: Style) -> Decimal {
    let text = if decimals.is_empty() { whole.to_string() } else { format!("{whole}.{decimals}") };
    let value: Decimal = text.parse().expect("digits");
    if matches!(style.mark.0, "(" | "-") { -value } else { value }
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0i64..3000).prop_map(|days| {
        NaiveDate::from_ymd_opt(2020, 1, 1).expect("a literal") + chrono::Days::new(days.cast_unsigned())
    })
}

const MONTHS: [[&str; 12]; 5] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    [
        "Januari",
        "Februari",
        "Mac",
        "April",
        "Mei",
        "Jun",
        "Julai",
        "Ogos",
        "September",
        "Oktober",
        "November",
        "Disember",
    ],
    [
        "tháng 1",
        "tháng 2",
        "tháng 3",
        "tháng 4",
        "tháng 5",
        "tháng 6",
        "tháng 7",
        "tháng 8",
        "tháng 9",
        "tháng 10",
        "tháng 11",
        "tháng 12",
    ],
    [
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    ],
];

fn clock(order: Option<Order>) -> Clock {
    Clock { today: NaiveDate::from_ymd_opt(2030, 1, 1).expect("a literal"), order, year: None, by_year: false }
}

/// The period that a text is taken for, or those that are offered.
fn periods(text: &str, kind: ReportKind, day_is: DayIs, order: Option<Order>) -> Result<Period, Vec<Period>> {
    let source = Source { text, place: None, claims: claims(text), day_is };
    settle(&clock(order), kind, &[source], &[]).map(|found| found.value).map_err(|question| {
        let period = |choice| if let Choice::Period(period) = choice { Some(period) } else { None };
        question.choices.into_iter().filter_map(period).collect()
    })
}

/// Labels of the measures of a month, each in a language of its own.
const LABELS: [(&str, [&str; 4]); 7] = [
    ("revenue", ["Net sales", "Omzet", "Doanh thu thuần", "ยอดขายสุทธิ"]),
    ("units_sold", ["Units sold", "Unit terjual", "Sản lượng bán ra", "จำนวนที่ขายได้"]),
    ("quotes", ["Quotations sent", "Penawaran terkirim", "Số báo giá", "ใบเสนอราคา"]),
    ("purchase_orders", ["POs received", "PO diterima", "Số đơn đặt hàng", "ใบสั่งซื้อ"]),
    ("stock_on_hand", ["Closing stock", "Stok akhir", "Tồn kho cuối tháng", "สต็อกคงเหลือ"]),
    ("stockouts", ["SKUs out of stock", "Item kosong", "Số mã hết hàng", "สินค้าขาดสต็อก"]),
    ("skus_ranged", ["SKUs ranged", "Jumlah SKU aktif", "Số SKU đang bán", "จำนวน SKU"]),
];

/// A form: for each measure its value, what stands between the label and it, and the other columns of a table.
#[derive(Debug, Clone)]
struct Sheets {
    language: usize,
    skip: usize,
    values: Vec<Option<u32>>,
    first: (u32, u32),
    gap: u32,
    target: bool,
    previous: bool,
    text: bool,
}

fn sheets() -> impl Strategy<Value = Sheets> {
    let values = prop::collection::vec(prop::option::weighted(0.7, 0u32..3_000_000), 1..4);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>());
    let place = (0u32..3, 0u32..3);
    (0usize..4, 0usize..LABELS.len(), values, place, 0u32..3, flags).prop_map(
        |(language, skip, values, first, gap, (target, previous, text))| Sheets {
            language,
            skip,
            values,
            first,
            gap,
            target,
            previous,
            text,
        },
    )
}

fn grid(sheet: &Sheets) -> Grid {
    let mut cells = Vec::new();
    let (top, left) = sheet.first;
    let mut put = |row: u32, column: u32, value: Value| {
        cells.push(Cell { place: Place { row: top + row, column: left + column }, value, format: None });
    };
    let words = |text: &str| Value::Text(text.to_owned());
    let number = |value: u32| if sheet.text { words(&value.to_string()) } else { Value::Number(value.to_string()) };
    put(0, 0, words("Lotus Trading monthly report October 2026"));
    let heads = ["Item", "Uraian", "Chỉ tiêu", "รายการ"];
    let actual = 1 + sheet.gap;
    let is_table = sheet.target || sheet.previous;
    if is_table {
        put(2, 0, words(heads[sheet.language]));
        put(2, actual, words(["Actual", "Realisasi", "Thực hiện", "จริง"][sheet.language]));
        if sheet.target {
            put(2, actual + 1, words(["Target", "Target", "Kế hoạch", "เป้า"][sheet.language]));
        }
        if sheet.previous {
            put(2, actual + 2, words(["Last month", "Bulan lalu", "Tháng trước", "เดือนก่อน"][sheet.language]));
        }
    }
    for (row, ((_, labels), value)) in (3..).zip(LABELS.iter().skip(sheet.skip).zip(&sheet.values)) {
        put(row, 0, words(labels[sheet.language]));
        if let Some(value) = value {
            put(row, actual, number(*value));
        }
        if sheet.target {
            put(row, actual + 1, number(7_000_001));
        }
        if sheet.previous {
            put(row, actual + 2, number(7_000_002));
        }
    }
    cells.sort_by_key(|cell: &Cell| cell.place);
    Grid { sheets: vec![Sheet { name: Some("Sheet1".to_owned()), cells, ..Sheet::default() }], properties: Vec::new() }
}

fn context() -> Context {
    let known = Known {
        name: "Lotus Trading Sdn Bhd".to_owned(),
        aliases: vec!["Lotus Trading".to_owned()],
        country: "MY".to_owned(),
        currency: "MYR".to_owned(),
        locale: "en-MY".to_owned(),
    };
    Context {
        register: vec![known],
        today: "2026-11-02".to_owned(),
        file_name: "a.xlsx".to_owned(),
        mail: None,
        own: Vec::new(),
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_number_that_is_sure_is_the_one_that_was_typed(
        whole in prop_oneof![0u64..10_000, 0u64..999_999_999_999],
        decimals in prop_oneof![Just(String::new()), "[0-9]{1,4}"],
        style in style(),
    ) {
        let text = typed(whole, &decimals, style);
        let value = meant(whole, &decimals, style);
        for point in [None, Some(style.point)] {
            match read(&text, point) {
                Reading::Sure(amount) | Reading::UnsureScale(amount) => prop_assert_eq!(amount.value, value, "{}", text),
                Reading::Either(a, b) => prop_assert!([a.value, b.value].contains(&value), "{}", text),
                Reading::NotANumber | Reading::Nothing | Reading::Approximate => {}
            }
        }
    }

    #[test]
    fn a_day_is_the_one_that_was_typed_or_one_of_two(day in day(), buddhist in any::<bool>(), mark in "[/.-]", american in any::<bool>()) {
        let year = if buddhist { day.year() + 543 } else { day.year() };
        let (first, second) = if american { (day.month(), day.day()) } else { (day.day(), day.month()) };
        let text = format!("{first:02}{mark}{second:02}{mark}{year}");
        let order = if american { Order::MonthFirst } else { Order::DayFirst };
        let found = claims(&text);
        let [super::claims::Claim::Day(claimed)] = found.as_slice() else { panic!("{text}: {found:?}") };
        prop_assert_eq!(claimed.dates(Some(order)), vec![day], "{}", text);
        let both: Vec<NaiveDate> = Day::dates(*claimed, None);
        prop_assert!(both.contains(&day), "{}", text);
    }

    #[test]
    fn a_month_is_the_one_that_was_written(day in day(), language in 0usize..5, buddhist in any::<bool>(), joint in "( |-| năm |/)") {
        let year = if buddhist { day.year() + 543 } else { day.year() };
        let name = MONTHS[language][day.month0() as usize];
        let text = format!("Laporan {name}{joint}{year}");
        let found = periods(&text, ReportKind::Monthly, DayIs::Unsaid, None);
        prop_assert_eq!(found, Ok(Period::Month(Month::of(day))), "{}", text);
    }

    #[test]
    fn a_week_is_the_one_that_was_written(day in day(), word in prop::sample::select(vec!["Week", "W", "wk", "Minggu ke-", "Tuần", "สัปดาห์ที่"])) {
        let week = Week::of(day);
        let (year, number) = week.to_string().split_once("-W").map(|(y, n)| (y.to_owned(), n.to_owned())).expect("2026-W41");
        for text in [format!("{year}-W{number}"), format!("{word} {number}/{year}"), format!("{word}{number} {year}")] {
            match periods(&text, ReportKind::Weekly, DayIs::Unsaid, None) {
                Ok(found) => prop_assert_eq!(found, Period::Week(week), "{}", text),
                Err(choices) => prop_assert!(choices.is_empty() || choices.contains(&Period::Week(week)), "{}: {:?}", text, choices),
            }
        }
    }

    #[test]
    fn the_week_of_its_last_day_is_never_another(day in day(), order in prop::option::of(prop::sample::select(vec![Order::DayFirst, Order::MonthFirst]))) {
        let (first, second) = if order == Some(Order::MonthFirst) { (day.month(), day.day()) } else { (day.day(), day.month()) };
        let text = format!("{first:02}/{second:02}/{}", day.year());
        match periods(&text, ReportKind::Weekly, DayIs::Last, order) {
            Ok(found) if order.is_some() || first > 12 || first == second => prop_assert_eq!(found, Period::Week(Week::of(day)), "{}", text),
            // Nobody said which is the day: what is sure is sure by the weekday alone.
            Ok(found) => prop_assert!(matches!(found, Period::Week(_))),
            Err(_) => {}
        }
    }
}

proptest! {
    // A whole sheet takes longer than a text.
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_form_states_what_was_filled_in_and_nothing_else(sheet in sheets()) {
        for draft in recognise(&grid(&sheet), &context()) {
            for (key, stated) in &draft.measures {
                let at = LABELS.iter().position(|(label, _)| *label == key.as_str());
                let filled = at.and_then(|at| sheet.values.get(at.checked_sub(sheet.skip)?).copied().flatten());
                prop_assert_eq!(filled.map(Decimal::from), Some(stated.value.decimal()), "{}", key);
            }
            prop_assert!(MEASURES.len() >= draft.measures.len());
        }
    }
}
