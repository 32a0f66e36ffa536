//! Labels, as they are told apart.

use super::*;

fn check(text: &str, figures: &[Figure]) {
    assert_eq!(Label::read(text).figures(), figures, "{text}: {:?}", Label::read(text));
}

#[test]
fn labels_name_figures_in_many_wordings() {
    for (text, key) in [
        ("Units sold (ctn)", "units_sold"),
        ("5. Jumlah pertemuan / kunjungan", "meetings_held"),
        ("Prospek baru minggu ini", "new_leads"),
        ("Số mã hết hàng", "stockouts"),
        ("Doanh thu (triệu đồng)", "revenue"),
        ("Omset penjualan, Rp juta", "revenue"),
        ("60-day forecast (S$'000)", "forecast_60_days"),
        ("Next 60 days sales (Lakh)", "forecast_60_days"),
        ("Dự báo bán hàng 90 ngày tới", "forecast_90_days"),
        ("Orders delivered on time & in full", "orders_on_time"),
        ("ประมาณการยอดขายสะสม 60 วันข้างหน้า (ล้านบาท)", "forecast_60_days"),
        ("Conversion (lead to PO)", "conversion_rate"),
        ("SKUs out of stock", "stockouts"),
        ("Opportunity (Discovery)", "opportunities_discovery"),
        ("Sisa stok gudang (dus)", "stock_on_hand"),
    ] {
        check(text, &[Figure::Measure(key)]);
    }
}

#[test]
fn a_label_of_another_thing_names_no_figure() {
    for text in [
        "Stock value at cost",
        "Stock on hand (RM)",
        "Units sold vs target 500",
        "Revenue (target)",
        "Stockouts %",
        "Revenue target",
        "Forecast 60 days (ctn)",
        "Opening stock value",
        "Guardian listing fee for Honey Lemon 20s - need approval by 15 Nov",
        "Forecast 61-90 days",
    ] {
        check(text, &[]);
    }
}

#[test]
fn units_and_scales_are_taken_from_the_words() {
    let label = Label::read("Sales revenue (S$'000)");
    assert_eq!((label.scale, label.currency), (Some(Decimal::from(1000)), Some(Mark::Code("SGD"))));
    assert_eq!(Label::read("ရောင်းရငွေ (ကျပ်သိန်း)").scale, Some(Decimal::from(100_000)));
    assert_eq!(Label::read("ยอดขาย (ชิ้น)").counts, Some(Counts::Units));
    assert_eq!(Label::read("KHR (x1,000)").scale, Some(Decimal::from(1000)));
    assert_eq!(Label::read("Revenue (target 250,000)").scale, None);
}

#[test]
fn a_list_of_names_is_a_series() {
    let stages = Label::read("Cơ hội đang theo (Khảo sát / Báo giá / Đàm phán)");
    assert_eq!(stages.series().len(), 3);
    assert_eq!(Label::read("Leads / Quotes / POs").series().len(), 3);
    assert!(Label::read("Bulan / Month:").series().is_empty());
    assert_eq!(Label::read("Bulan / Month:").field(), Some(Field::Period));
}
