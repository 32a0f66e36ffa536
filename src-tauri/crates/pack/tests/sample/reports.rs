//! The parts of the invented pack that come from reports, with names in eight scripts.

use super::chip;
use pack::content::*;
use pack::picture::Mark;

/// Covers, due, received, days from due, file.
const WEEKS: [(u32, &str, &str, &str, i32, &str); 13] = [
    (27, "29 Jun to 5 Jul", "Mon 6 Jul", "Mon 6 Jul", 0, "Laporan Mingguan W27.xlsx"),
    (28, "6 to 12 Jul", "Mon 13 Jul", "Sun 12 Jul", -1, "Laporan Mingguan W28.xlsx"),
    (29, "13 to 19 Jul", "Mon 20 Jul", "Mon 20 Jul", 0, "รายงานประจำสัปดาห์ที่ ๒๙ ฉบับแก้ไข.xlsx"),
    (30, "20 to 26 Jul", "Mon 27 Jul", "Mon 27 Jul", 0, "每周报告 第30周（修订版）.xlsx"),
    (31, "27 Jul to 2 Aug", "Mon 3 Aug", "Fri 31 Jul", -3, "Báo cáo tuần 31 – Nguyễn Thị Hường.xlsx"),
    (32, "3 to 9 Aug", "Mon 10 Aug", "Mon 10 Aug", 0, "ລາຍງານປະຈຳອາທິດ 32.xlsx"),
    (33, "10 to 16 Aug", "Tue 18 Aug", "Tue 18 Aug", 0, "របាយការណ៍ប្រចាំសប្ដាហ៍ ៣៣.xlsx"),
    (34, "17 to 23 Aug", "Mon 24 Aug", "Mon 24 Aug", 0, "အပတ်စဉ်အစီရင်ခံစာ ၃၄.xlsx"),
    (35, "24 to 30 Aug", "Mon 31 Aug", "Thu 3 Sep", 3, "Lap W35 (kirim ulang).xlsx"),
    (36, "31 Aug to 6 Sep", "Mon 7 Sep", "Mon 7 Sep", 0, "Laporan Mingguan W36.xlsx"),
    (37, "7 to 13 Sep", "Mon 14 Sep", "Sun 13 Sep", -1, "Laporan Mingguan W37.xlsx"),
    (38, "14 to 20 Sep", "Mon 21 Sep", "Mon 21 Sep", 0, "Laporan Mingguan W38.xlsx"),
    (
        39,
        "21 to 27 Sep",
        "Mon 28 Sep",
        "Sat 26 Sep",
        -2,
        "Laporan_Mingguan_W39_final_final_revisi_kantor_pusat_Jakarta.xlsx",
    ),
];

pub(crate) fn compliance() -> Compliance {
    let figure = |label: &str, value: &str, unit: &str, note: &str| {
        let [label, value, unit, note] = [label, value, unit, note].map(str::to_owned);
        Figure { label, value, unit, note }
    };
    Compliance {
        kicker: "Weekly updates, monthly summaries, reviews".into(),
        headline: "Reporting compliance, Q3 2026".into(),
        figures: vec![
            figure("Weekly updates on time", "12", "of 13", "92.3 %, gate 90 %, met"),
            figure("Monthly summaries on time", "3", "of 3", "gate 3 of 3, met"),
            figure("Monthly reviews held", "2", "of 3", "September not held"),
            figure("Corrections after import", "1", "", "August revenue, R2"),
        ],
        weekly: ReportLog {
            heading: "Weekly updates, due on the Monday after the week".into(),
            rows: WEEKS.iter().map(week).collect(),
            footnotes: vec!["Monday, 17 August is Independence Day (confirmed): due on Tuesday.".into()],
            remarks: vec![],
        },
        monthly: ReportLog {
            heading: "Monthly summaries, due by the 5th business day".into(),
            rows: vec![
                month("July", ("Fri 7 Aug", "Thu 6 Aug", -1), chip(Mark::OnTime, "On time"), "Rekap CND Juli.xlsx"),
                month("August", ("Mon 7 Sep", "Mon 7 Sep", 0), chip(Mark::Corrected, "Corrected"), "Rekap CND Agt rev.xlsx"),
                ReportRow {
                    received: Amount::unknown("not yet"),
                    offset: None,
                    ..month("September", ("Wed 7 Oct", "", 0), chip(Mark::Missing, "Missing"), "")
                },
            ],
            footnotes: vec![],
            remarks: vec![
                "August revenue was corrected on 11 September from Rp 1,736.5 m to Rp 1,763.7 m. A correction keeps the \
                 date on which the first revision came."
                    .into(),
            ],
        },
        reviews: vec![
            review("July", Amount::of("Tuesday, 11 August", ""), chip(Mark::OnTime, "Held"), "No breach of the discount band"),
            review("August", Amount::of("Tuesday, 8 September", ""), chip(Mark::OnTime, "Held"), "Hari-Hari at 12 %, band 10 %, approved late"),
            review("September", Amount::unknown("not held"), chip(Mark::Missing, "Missing"), "Moved twice by Halden Asia"),
        ],
    }
}

fn week(week: &(u32, &str, &str, &str, i32, &str)) -> ReportRow {
    let (number, covers, due, received, offset, file) = *week;
    ReportRow {
        report: format!("Week {number}"),
        covers: covers.into(),
        due: due.into(),
        note: (number == 33).then_some(0),
        received: Amount::of(received, ""),
        offset: Some(offset),
        state: if offset > 0 { chip(Mark::Late, "Late, 3 days") } else { chip(Mark::OnTime, "On time") },
        file: file.into(),
    }
}

fn month(report: &str, (due, received, offset): (&str, &str, i32), state: Chip, file: &str) -> ReportRow {
    ReportRow {
        report: report.into(),
        covers: String::new(),
        due: due.into(),
        note: None,
        received: Amount::of(received, ""),
        offset: Some(offset),
        state,
        file: file.into(),
    }
}

fn review(review: &str, held: Amount, state: Chip, remarks: &str) -> ReviewRow {
    ReviewRow { review: review.into(), held, state, remarks: remarks.into() }
}

pub(crate) fn remarks() -> Remarks {
    let row = |period: &str, category: &str, text: &str, source: &str| RemarkRow {
        period: period.into(),
        category: category.into(),
        text: text.into(),
        source: source.into(),
    };
    Remarks {
        kicker: "In the words of the reports".into(),
        headline: "Blockers, priorities and issues, Q3 2026".into(),
        groups: vec![
            RemarkGroup {
                heading: "Blockers".into(),
                rows: vec![
                    row(
                        "Week 27",
                        "Stock",
                        "Stok 250 ml kosong di DC Surabaya sejak tanggal 2 Juli",
                        "Laporan Mingguan W27.xlsx, B14",
                    ),
                    row(
                        "Week 29",
                        "Pricing",
                        "ราคาของคู่แข่งในห้างสรรพสินค้าใหญ่ทั่วประเทศต่ำกว่าราคาขายของเราร้อยละสิบสอง ลูกค้าขอส่วนลดเพิ่มเติมก่อนสั่งซื้อรอบถัดไป",
                        "รายงานประจำสัปดาห์ที่ ๒๙ ฉบับแก้ไข.xlsx, B14",
                    ),
                    row(
                        "Week 30",
                        "Competitor",
                        "竞争对手在上海和广州的超市推出买二送一的促销活动，我们的货架位置被减少了三分之一，需要总部支持。",
                        "每周报告 第30周（修订版）.xlsx, B14",
                    ),
                    row(
                        "Week 31",
                        "Compliance",
                        "Giấy phép lưu hành sản phẩm hết hạn, đang chờ Cục Quản lý Dược gia hạn; dự kiến chậm ba tuần",
                        "Báo cáo tuần 31 – Nguyễn Thị Hường.xlsx, B14",
                    ),
                ],
            },
            RemarkGroup {
                heading: "Priorities for next week".into(),
                rows: vec![
                    row("Week 32", "", "ສະເໜີລາຄາໃໝ່ໃຫ້ລູກຄ້າ 5 ລາຍ ໃນນະຄອນຫຼວງວຽງຈັນ", "ລາຍງານປະຈຳອາທິດ 32.xlsx, B20"),
                    row("Week 33", "", "ពិនិត្យស្តុកនៅភ្នំពេញ និងសៀមរាប មុនថ្ងៃបុណ្យភ្ជុំបិណ្ឌ", "របាយការណ៍ប្រចាំសប្ដាហ៍ ៣៣.xlsx, B20"),
                    row("Week 34", "", "ရန်ကုန်မြို့ရှိ ဆိုင်သစ်ငါးဆိုင်နှင့် တွေ့ဆုံရန်", "အပတ်စဉ်အစီရင်ခံစာ ၃၄.xlsx, B20"),
                ],
            },
        ],
    }
}

pub(crate) fn evidence() -> Evidence {
    let row = |measure: &str, value: &str, unit: &str, cell: &str, note: &str| EvidenceRow {
        measure: measure.into(),
        value: Amount::of(value, unit),
        sheet: "Ringkasan".into(),
        cell: cell.into(),
        note: note.into(),
    };
    let weekly = WEEKS.iter().map(|(number, _, _, received, _, file)| EvidenceGroup {
        report: format!("Week {number}"),
        file: (*file).into(),
        received: format!("received {received}"),
        confirmed: "confirmed by Tan Mei Lin, 8 October 2026".into(),
        rows: vec![
            row("New leads", "17", "", "B6", ""),
            row("Meetings held", "9", "", "B7", ""),
            row("Opportunities in discovery", "21", "", "B8", ""),
            row("Opportunities in proposal", "12", "", "B9", ""),
            row("Opportunities in negotiation", "4", "", "B10", ""),
        ],
    });
    let monthly = ["July", "August", "September"].map(|month| EvidenceGroup {
        report: month.into(),
        file: format!("Rekap CND {month}.xlsx"),
        received: "received Mon 7 Sep".into(),
        confirmed: "confirmed by Tan Mei Lin, 8 October 2026".into(),
        rows: vec![
            row("Revenue", "1,763,700,000", "IDR", "C6", "R2: was 1,736,500,000"),
            row("Units sold", "20,726", "units", "C7", ""),
            row("Leads", "224", "", "C8", ""),
            row("Quotes", "80", "", "C9", ""),
            row("Purchase orders", "23", "", "C10", ""),
            row("Stock on hand", "33,648", "units", "E11", "24 a carton, answered by Tan Mei Lin"),
        ],
    });
    Evidence {
        kicker: "Every number of this pack, and the cell it came from".into(),
        headline: "Evidence, Q3 2026".into(),
        groups: weekly.chain(monthly).collect(),
    }
}
