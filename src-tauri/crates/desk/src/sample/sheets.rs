//! The sample's own sheets: what a distributor that doesn't use our template sends.

use playbook::measure::{MeasureKey, RemarkKind};
use playbook::period::Period;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError};

use super::distributors::SampleDistributor;
use super::figures::Figures;

/// A row of a table of their own: label, unit, planned, reached.
struct Row<'a> {
    label: &'a str,
    unit: &'a str,
    planned: Option<String>,
    reached: &'a str,
}

/// The words of a sheet in one language.
struct Wording {
    sheet: &'static str,
    title: [&'static str; 2],
    period: &'static str,
    columns: [&'static str; 5],
    labels: &'static [(&'static str, &'static str, &'static str)],
    remarks: [(RemarkKind, &'static str); 4],
    months: [&'static str; 12],
    signed: &'static str,
}

const INDONESIAN: Wording = Wording {
    sheet: "Laporan",
    title: ["LAPORAN MINGGUAN DISTRIBUTOR", "LAPORAN BULANAN DISTRIBUTOR"],
    period: "Periode",
    columns: ["No", "Uraian", "Satuan", "Target", "Realisasi"],
    labels: &[
        ("revenue", "Penjualan", "Rp"),
        ("units_sold", "Unit terjual", "pcs"),
        ("leads", "Prospek", "prospek"),
        ("quotes", "Penawaran", "dok"),
        ("purchase_orders", "PO masuk", "PO"),
        ("stock_on_hand", "Stok akhir", "pcs"),
        ("stockouts", "SKU kosong", "SKU"),
        ("skus_ranged", "Jumlah SKU", "SKU"),
        ("forecast_60_days", "Forecast 60 hari", "Rp"),
        ("forecast_90_days", "Forecast 90 hari", "Rp"),
        ("new_leads", "Prospek baru", "prospek"),
        ("meetings_held", "Meeting", "kali"),
        ("opportunities_discovery", "Peluang tahap discovery", "peluang"),
        ("opportunities_proposal", "Peluang tahap proposal", "peluang"),
        ("opportunities_negotiation", "Peluang tahap negosiasi", "peluang"),
    ],
    remarks: [
        (RemarkKind::Blocker, "Hambatan"),
        (RemarkKind::Priority, "Prioritas minggu depan"),
        (RemarkKind::Marketing, "Kegiatan promosi"),
        (RemarkKind::Issue, "Kendala"),
    ],
    months: [
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
    signed: "Dibuat oleh",
};

const ENGLISH: Wording = Wording {
    sheet: "Report",
    title: ["WEEKLY DISTRIBUTOR UPDATE", "MONTHLY DISTRIBUTOR SUMMARY"],
    period: "Period",
    columns: ["No", "Metric", "Unit", "Target", "Actual"],
    labels: &[
        ("revenue", "Revenue", ""),
        ("units_sold", "Units sold", "pcs"),
        ("leads", "Leads", ""),
        ("quotes", "Quotes", ""),
        ("purchase_orders", "Purchase orders", ""),
        ("stock_on_hand", "Stock on hand", "pcs"),
        ("stockouts", "Stockouts", ""),
        ("skus_ranged", "SKUs ranged", ""),
        ("forecast_60_days", "Forecast 60 days", ""),
        ("forecast_90_days", "Forecast 90 days", ""),
        ("new_leads", "New leads", ""),
        ("meetings_held", "Meetings held", ""),
        ("opportunities_discovery", "Opportunities in discovery", ""),
        ("opportunities_proposal", "Opportunities in proposal", ""),
        ("opportunities_negotiation", "Opportunities in negotiation", ""),
    ],
    remarks: [
        (RemarkKind::Blocker, "Blockers"),
        (RemarkKind::Priority, "Priorities for next week"),
        (RemarkKind::Marketing, "Marketing actions completed"),
        (RemarkKind::Issue, "Issues"),
    ],
    months: [
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
    signed: "Prepared by",
};

/// Their own sheet in Indonesian, as a workbook.
pub(super) fn indonesian(
    from: &SampleDistributor,
    period: Period,
    figures: &Figures,
    plan: &Plan,
) -> Result<Vec<u8>, XlsxError> {
    workbook(&INDONESIAN, from, period, figures, plan)
}

/// Their own sheet in English, as a workbook.
pub(super) fn english(
    from: &SampleDistributor,
    period: Period,
    figures: &Figures,
    plan: &Plan,
) -> Result<Vec<u8>, XlsxError> {
    workbook(&ENGLISH, from, period, figures, plan)
}

/// What they planned for the period, by measure.
pub(super) type Plan = Vec<(&'static str, String)>;

/// Labels and values as text, separated by semicolons.
pub(super) fn text(from: &SampleDistributor, period: Period, figures: &Figures) -> Vec<u8> {
    let mut lines = vec![from.name.to_owned(), format!("{};{}", ENGLISH.period, spell(&ENGLISH, period))];
    lines.extend(
        rows(&ENGLISH, from, figures, &Vec::new()).into_iter().map(|row| format!("{};{}", row.label, row.reached)),
    );
    for (kind, heading) in ENGLISH.remarks {
        let said = figures.remarks.iter().filter(|(of, ..)| *of == kind);
        lines.extend(said.map(|(_, _, sentence)| format!("{heading};{sentence}")));
    }
    (lines.join("\r\n") + "\r\n").into_bytes()
}

fn rows<'a>(wording: &Wording, from: &SampleDistributor, figures: &'a Figures, plan: &Plan) -> Vec<Row<'a>> {
    let worded = |key: &MeasureKey| wording.labels.iter().find(|(of, ..)| *of == key.as_str());
    let row = |(key, reached): &'a (MeasureKey, String)| {
        worded(key).map(|&(of, label, unit)| Row {
            label,
            unit: if unit.is_empty() && is_money(of) { from.currency } else { unit },
            planned: plan.iter().find(|(planned, _)| *planned == of).map(|(_, value)| value.clone()),
            reached,
        })
    };
    figures.measures.iter().filter_map(row).collect()
}

fn is_money(key: &str) -> bool {
    playbook::measure::measure(key).is_some_and(|m| m.unit == playbook::measure::Unit::Money)
}

/// The period as they write it: `29/06/2026 - 05/07/2026 (W27)` would be ambiguous, so they write the week's number.
fn spell(wording: &Wording, period: Period) -> String {
    match period {
        Period::Week(week) => format!("W{:02} {}", week.number(), week.year()),
        Period::Month(month) => format!("{} {}", wording.months[month.number() as usize - 1], month.year()),
        Period::Quarter(quarter) => quarter.to_string(),
    }
}

fn workbook(
    wording: &Wording,
    from: &SampleDistributor,
    period: Period,
    figures: &Figures,
    plan: &Plan,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed day: the same sample is the same bytes.
    let written = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_author(from.contact).set_creation_datetime(&written));
    let sheet = book.add_worksheet();
    sheet.set_name(wording.sheet)?;
    let strong = Format::new().set_bold();
    sheet.write_with_format(0, 0, from.name, &strong)?;
    sheet.write(1, 0, wording.title[usize::from(matches!(period, Period::Month(_)))])?;
    sheet.write(2, 0, wording.period)?;
    sheet.write(2, 2, spell(wording, period))?;
    let after = table(sheet, wording, &rows(wording, from, figures, plan))?;
    let after = words(sheet, wording, figures, after + 1)?;
    let signed = from.contact.split(',').next().unwrap_or_default();
    sheet.write(after + 1, 1, format!("{}: {signed}", wording.signed))?;
    for (column, width) in [(0, 12), (1, 30), (2, 12), (3, 16), (4, 18)] {
        sheet.set_column_width(column, width)?;
    }
    book.save_to_buffer()
}

fn table(sheet: &mut Worksheet, wording: &Wording, rows: &[Row<'_>]) -> Result<u32, XlsxError> {
    let head = Format::new().set_bold().set_background_color("#FFF2B3").set_border_bottom(FormatBorder::Thin);
    let number = Format::new().set_num_format("#,##0");
    for (column, title) in (0..).zip(wording.columns) {
        sheet.write_with_format(4, column, title, &head)?;
    }
    let mut at = 5;
    for (count, row) in (1u32..).zip(rows) {
        sheet.write(at, 0, count)?;
        sheet.write(at, 1, row.label)?;
        sheet.write(at, 2, row.unit)?;
        if let Some(planned) = &row.planned {
            write_number(sheet, at, 3, planned, &number)?;
        }
        write_number(sheet, at, 4, row.reached, &number)?;
        at += 1;
    }
    Ok(at)
}

/// The sample's figures are whole numbers below 2^53, which a spreadsheet holds exactly.
pub(super) fn write_number(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match value.parse::<i64>() {
        Ok(whole) => sheet.write_with_format(row, column, whole, format)?,
        Err(_) => sheet.write(row, column, value)?,
    };
    Ok(())
}

fn words(sheet: &mut Worksheet, wording: &Wording, figures: &Figures, mut at: u32) -> Result<u32, XlsxError> {
    for (kind, heading) in wording.remarks {
        let said: Vec<_> = figures.remarks.iter().filter(|(of, ..)| *of == kind).collect();
        if said.is_empty() {
            continue;
        }
        sheet.write(at, 0, format!("{heading}:"))?;
        for (_, _, sentence) in said {
            at += 1;
            sheet.write(at, 0, format!("- {sentence}"))?;
        }
        at += 2;
    }
    Ok(at)
}
