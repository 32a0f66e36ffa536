//! Whole sheets, as people lay them out: `|` parts cells, a plain number is a number cell, all else is text.

use playbook::form::{Form, States};
use playbook::measure::ReportKind;
use proptest::prelude::*;

use super::*;
use crate::draft::Known;
use crate::grid::{Cell, Place, Sheet, Value};

fn known(name: &str, alias: &str, currency: &str, locale: &str) -> Known {
    let country = locale.rsplit('-').next().unwrap_or_default().to_owned();
    Known {
        name: name.to_owned(),
        aliases: vec![alias.to_owned()],
        country,
        currency: currency.to_owned(),
        locale: locale.to_owned(),
    }
}

fn context(file_name: &str) -> Context {
    let register = vec![
        known("PT Maju Bersama", "MBJ Jaya", "IDR", "id-ID"),
        known("Lotus Trading Sdn Bhd", "Lotus", "MYR", "en-MY"),
        known("Công ty TNHH Sao Mai", "Sao Mai", "VND", "vi-VN"),
        known("Bayanihan Supply Inc.", "Bayanihan", "PHP", ""),
    ];
    Context { register, today: "2026-11-02".to_owned(), file_name: file_name.to_owned(), mail: None, own: Vec::new() }
}

fn sheet(name: &str, text: &str) -> Sheet {
    let cells = text.lines().zip(0..).flat_map(|(line, row)| {
        let texts = line.split('|').map(str::trim).zip(0..).filter(|(text, _)| !text.is_empty());
        texts.map(move |(text, column)| {
            let number = text.parse::<rust_decimal::Decimal>().is_ok();
            let text = text.replace("\\n", "\n");
            let value = if number { Value::Number(text) } else { Value::Text(text) };
            Cell { place: Place { row, column }, value, format: None }
        })
    });
    Sheet { name: Some(name.to_owned()), cells: cells.collect(), ..Sheet::default() }
}

/// A draft in one line: kind, distributor, period, measures with their cells, remarks, and what is asked.
fn summary(draft: &Draft) -> String {
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let mut words = vec![
        or_dash(draft.kind.map(|kind| format!("{kind:?}").to_lowercase())),
        or_dash(draft.distributor.as_ref().map(|found| found.value.split(' ').nth(1).unwrap_or_default().to_owned())),
        or_dash(draft.period.as_ref().map(|found| found.value.to_string())),
    ];
    words.extend(draft.measures.iter().map(|(key, stated)| format!("{key}={}@{}", stated.value, stated.place)));
    words.extend(draft.remarks.iter().map(|remark| format!("{}:{}", remark.kind.key(), remark.text.replace(' ', "_"))));
    words.extend(draft.questions.iter().map(|question| format!("?{}", question.about.key())));
    words.join(" ")
}

fn check(sheet_name: &str, text: &str, expected: &[&str]) {
    let grid = Grid { sheets: vec![sheet(sheet_name, text)], properties: Vec::new() };
    let drafts = recognise(&grid, &context("report.xlsx"));
    assert_eq!(drafts.iter().map(summary).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_form_is_read_by_its_labels() {
    let text = "LAPORAN BULANAN\nNama Distributor|:|PT. Maju Bersama\nPeriode|:|Oktober 2026\nOmzet|:|412.5|juta rupiah\n\
                Unit terjual|:|1250|dus\nJumlah SKU kosong|:|2 SKU\nTingkat konversi|:|30%\nKegiatan promosi\n- Bazar\n\nIsu|tidak ada";
    let expected = "monthly Maju 2026-10 conversion_rate=0.3@C7 revenue=412500000@C4 stockouts=2@C6 units_sold=1250@C5 marketing:Bazar";
    check("Lap", text, &[expected]);
}

#[test]
fn the_actual_column_is_taken_and_never_its_neighbours() {
    let text = "Sao Mai - BÁO CÁO THÁNG 9/2026\nChỉ tiêu|ĐVT|Kế hoạch|Thực hiện|Lũy kế|Cùng kỳ\n\
                Doanh thu|triệu đồng|1000|950.5|8000|900\nTồn kho|thùng||500||";
    check("T9", text, &["monthly ty 2026-09 revenue=950500000@D3 stock_on_hand=500@D4"]);
}

#[test]
fn columns_that_nothing_tells_apart_are_asked_about() {
    let text = "Lotus monthly report Oct 2026\nKPI|East|West\nUnits sold|5|6\nRevenue|50|60";
    check("a", text, &["monthly Trading 2026-10 ?revenue ?units_sold"]);
}

#[test]
fn one_report_a_row_or_a_column() {
    let rows = "Weekly log 2026\nWeek|Distributor|New leads|Meetings|Blockers\nW40|Lotus|1|2|-\nW41|Lotus|3|4|Harga naik\nW41|Nobody Ltd|5|6|\nTotal||9|12|";
    let expected = [
        "weekly Trading 2026-W40 meetings_held=2@D3 new_leads=1@C3",
        "weekly Trading 2026-W41 meetings_held=4@D4 new_leads=3@C4 blockers:Harga_naik",
        "weekly - 2026-W41 meetings_held=6@D5 new_leads=5@C5 ?distributor",
    ];
    check("log", rows, &expected);
    let months = "Lotus monthly KPI 2026\nKPI|Sep|Oct|Nov|YTD\nLeads|5|6|9|11\nQuotes|1|2|9|3";
    check(
        "t",
        months,
        &["monthly Trading 2026-09 leads=5@B3 quotes=1@B4", "monthly Trading 2026-10 leads=6@C3 quotes=2@C4"],
    );
    let distributors = "Monthly October 2026\nKPI|Lotus|Sao Mai\nLeads|5|6\nQuotes|1|2";
    check(
        "t",
        distributors,
        &["monthly Trading 2026-10 leads=5@B3 quotes=1@B4", "monthly ty 2026-10 leads=6@C3 quotes=2@C4"],
    );
}

#[test]
fn a_table_of_branches_is_stated_by_its_total() {
    let total = "Lotus monthly Oct 2026\nBranch|Units sold|Revenue (RM)\nA|1|10\nB|2|20\nTotal|3|31";
    check("t", total, &["monthly Trading 2026-10 revenue=31@C5 units_sold=3@B5"]);
    let none = "Lotus monthly Oct 2026\nBranch|Units sold|Revenue (RM)\nA|1|10\nB|2|20";
    check("t", none, &["monthly Trading 2026-10 ?revenue ?units_sold"]);
}

#[test]
fn plans_price_lists_and_days_to_come_are_no_reports() {
    check("Targets", "Lotus targets 2026\nMonth|Units sold|Revenue\nSep 2026|5|50\nOct 2026|6|60", &[]);
    check("Stok", "Senarai stok\nKod|Produk|Harga|Stok\nA1|Sabun|2.5|100\nA2|Syampu|3.5|50", &[]);
    check("a", "Lotus monthly December 2026\nLeads|5\nQuotes|6", &["monthly Trading - leads=5@B2 quotes=6@B3 ?period"]);
}

#[test]
fn a_list_of_deals_is_no_report_and_a_target_above_is_no_title() {
    let deals = "Deal|Account|Stage|Value|Close date\nA|Aeon|Proposal|50000|15 Nov 2026\nB|Tesco|Negotiation|30000|30 Nov 2026\nC|Lotus's|Discovery|20000|1 Dec 2026";
    check("Deals", deals, &[]);
    let target = "Lotus\nMonthly report Oct 2026\nRevenue target (RM)|900\nRevenue (RM)|800\nLeads|5";
    check("a", target, &["monthly Trading 2026-10 leads=5@B5 revenue=800@B4"]);
    let stages = "Lotus weekly W41 2026\nStage|Actual|Value (RM)\nDiscovery|12|240000\nProposal|7|180000";
    check("a", stages, &["weekly Trading 2026-W41 opportunities_discovery=12@B3 opportunities_proposal=7@B4"]);
}

#[test]
fn what_a_sheet_leaves_open_is_asked() {
    check(
        "a",
        "Bayanihan weekly report\nWeek of|03/04/2026\nNew leads|5\nMeetings|10 to 12?",
        &["weekly Supply - new_leads=5@B3 ?period ?meetings_held"],
    );
    check(
        "Week 3",
        "Bayanihan weekly 2026\nNew leads|5\nMeetings|6",
        &["weekly Supply - meetings_held=6@B3 new_leads=5@B2 ?period"],
    );
    check(
        "a",
        "PT Maju Sejahtera\nLaporan bulanan Oktober 2026\nProspek|5\nPO masuk|6",
        &["monthly - 2026-10 leads=5@B3 purchase_orders=6@B4 ?distributor ?currency"],
    );
    check(
        "a",
        "Bayanihan monthly October 2026\nRevenue|PHP 1.500\nLeads|1O5\nQuotes|#5",
        &["monthly Supply 2026-10 ?leads ?quotes ?revenue"],
    );
}

#[test]
fn a_message_is_read_line_by_line() {
    let text = "[30/10, 6:02 PM] Lotus: weekly report mggu 44 (26-30 Okt 2026)\nNew leads: 7\nOpps - Discovery 6, Proposal 4, Nego 2\nBlockers:\n- stok habis\nNext week:\n- Jumpa buyer";
    let rest = "new_leads=7@A{} opportunities_discovery=6@A{} opportunities_negotiation=2@A{} opportunities_proposal=4@A{} blockers:stok_habis priorities:Jumpa_buyer";
    let expected = format!("weekly Trading 2026-W44 {rest}");
    check("a", &text.replace('\n', "\\n"), &[&expected.replace("{}", "1")]);
    check("a", text, &[&expected.replacen("{}", "2", 1).replace("{}", "3")]);
}

fn template(kind: ReportKind, moved: (u32, u32)) -> Grid {
    let form = Form::of(kind);
    let mut sheet = Sheet { name: Some("Report".to_owned()), ..Sheet::default() };
    let mut put = |row: u32, column: u32, text: &str| {
        let place = Place { row: row + moved.0, column: column + moved.1 };
        let number = text.parse::<rust_decimal::Decimal>().is_ok();
        let value = if number { Value::Number(text.to_owned()) } else { Value::Text(text.to_owned()) };
        sheet.cells.push(Cell { place, value, format: None });
    };
    put(0, 2, form.code);
    for (field, number) in form.fields.iter().zip(1..) {
        let row = field.row - 1;
        put(row, 0, "Label");
        match &field.states {
            States::Distributor => put(row, 1, "PT Maju Bersama"),
            States::Period => put(row, 1, if kind == ReportKind::Weekly { "2026-W41" } else { "2026-10" }),
            States::Currency => put(row, 1, "IDR"),
            States::Measure(_) => put(row, 1, &number.to_string()),
            States::Remark(_) if field.row % 5 == 0 => {
                put(row, 1, "Said");
                put(row, 2, "stock");
            }
            States::Remark(_) => {}
        }
    }
    sheet.cells.sort_by_key(|cell| cell.place);
    Grid { sheets: vec![sheet], properties: Vec::new() }
}

#[test]
fn the_apps_own_template_needs_no_mapping_wherever_it_was_moved() {
    for kind in [ReportKind::Weekly, ReportKind::Monthly] {
        for moved in [(0, 0), (3, 0), (2, 4)] {
            let drafts = recognise(&template(kind, moved), &context("x.xlsx"));
            let [draft] = drafts.as_slice() else { panic!("{kind:?} {moved:?}: {drafts:?}") };
            let stated =
                Form::of(kind).fields.iter().filter(|field| matches!(field.states, States::Measure(_))).count();
            assert_eq!((draft.template, draft.measures.len(), draft.questions.len()), (true, stated, 0), "{draft:?}");
            assert!(!draft.remarks.is_empty());
        }
    }
}

#[test]
fn a_blank_template_is_no_report() {
    let mut grid = template(ReportKind::Weekly, (0, 0));
    let filled = |cell: &Cell| cell.place.column != 1 || cell.place.row < 4;
    grid.sheets.iter_mut().for_each(|sheet| sheet.cells.retain(filled));
    assert_eq!(recognise(&grid, &context("x.xlsx")), Vec::new());
}

fn any_text() -> impl Strategy<Value = String> {
    let phrases = [
        "Units sold",
        "Revenue (RM'000)",
        "Omzet",
        "Target",
        "Actual",
        "Total",
        "Oct 2026",
        "W41",
        "Week",
        "Distributor",
        "Lotus",
        "Blockers",
        "- late",
        "Forecast",
        "60 days",
        "n/a",
        "1.500",
        "12,5%",
        "(2)",
        "03/04/2026",
        "Tanggal",
        "No Faktur",
        "Qty",
        "Jumlah (Rp)",
        "Discovery 6, Proposal 4",
        "New leads: 7",
        "ยอดขาย",
        "ล้านบาท",
        "ENTREPOT-W1",
        "Leads / Quotes",
        "4 / 5",
    ];
    prop_oneof![3 => prop::sample::select(phrases.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => any_text().prop_map(Value::Text),
        3 => (-1_000_000i64..1_000_000).prop_map(|number| Value::Number(number.to_string())),
        1 => Just(Value::Date("2026-10-05".to_owned())),
        1 => "\\PC{0,8}".prop_map(Value::Error),
        1 => "\\PC{0,8}".prop_map(Value::Date),
        1 => "\\PC{0,8}".prop_map(Value::Number),
        1 => Just(Value::Bool(true)),
    ]
}

fn no_panic(values: std::collections::BTreeMap<(u32, u32), Value>, top: u32) {
    let place = |(row, column): (u32, u32)| Place { row: row + top, column };
    let cells = values.into_iter().map(|(at, value)| Cell { place: place(at), value, format: None });
    let sheet = Sheet { name: Some("W41".to_owned()), cells: cells.collect(), ..Sheet::default() };
    let _ = recognise(&Grid { sheets: vec![sheet], properties: Vec::new() }, &context("Lotus Oct26.xlsx"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_small_grid_makes_it_panic(values in prop::collection::btree_map((0u32..7, 0u32..4), any_value(), 0..12)) {
        no_panic(values, 0);
    }
}

proptest! {
    #[test]
    fn no_grid_makes_it_panic(
        values in prop::collection::btree_map((0u32..14, 0u32..8), any_value(), 0..70),
        top in prop_oneof![Just(0u32), Just(u32::MAX - 20)],
    ) {
        no_panic(values, top);
    }
}

#[test]
fn an_unknown_name_among_distributors_across_is_asked_about() {
    let text = "Comparison Oct 2026\nMetric|Lotus|Sao Mai|Penang Goods|Total\nUnits sold|4100|2250|1105|7455\nLeads|30|20|10|60";
    let of = |name: &str, column: &str, units: &str, leads: &str| {
        format!("monthly {name} 2026-10 leads={leads}@{column}4 units_sold={units}@{column}3")
    };
    let asked = format!("{} ?distributor ?currency", of("-", "D", "1105", "10"));
    check("Oct", text, &[&of("Trading", "B", "4100", "30"), &of("ty", "C", "2250", "20"), &asked]);
    // One known name is enough to know what the others are; of none that is known, the legal forms are.
    let text = "Comparison Oct 2026\nMetric|Lotus|Penang Goods\nUnits sold|4100|1105\nLeads|30|10";
    let asked = format!("{} ?distributor ?currency", of("-", "C", "1105", "10"));
    check("Oct", text, &[&of("Trading", "B", "4100", "30"), &asked]);
    let text = "Comparison Oct 2026\nMetric|Penang Goods Sdn Bhd|Ipoh Foods Sdn Bhd\nUnits sold|4100|1105\nLeads|30|10";
    let both = ["B", "C"].map(|column| {
        let (units, leads) = if column == "B" { ("4100", "30") } else { ("1105", "10") };
        format!("{} ?distributor ?currency", of("-", column, units, leads))
    });
    check("Oct", text, &[&both[0], &both[1]]);
}

#[test]
fn a_hint_beside_the_name_is_no_distributor() {
    for hint in ["In 2026, returns deducted, whole numbers only", "e.g. 100"] {
        let text = format!(
            "Monthly report\nDistributor|Lotus|As registered\nMonth|2026-10|2026-10 is October 2026\nUnits sold|4100|{hint}\nLeads|30"
        );
        check("Oct", &text, &["monthly Trading 2026-10 leads=30@B5 units_sold=4100@B4"]);
    }
}

#[test]
fn a_column_that_means_something_is_no_distributor() {
    let text = "Comparison Oct 2026\nMetric|Lotus|Sao Mai|Total|Average|Target|% of plan|RM\nUnits sold|4100|2250|6350|3175|7000|91|1\n\
                Leads|30|20|50|25|60|83|1";
    let of = |name: &str, column: &str, units: &str, leads: &str| {
        format!("monthly {name} 2026-10 leads={leads}@{column}4 units_sold={units}@{column}3")
    };
    check("Oct", text, &[&of("Trading", "B", "4100", "30"), &of("ty", "C", "2250", "20")]);
}
