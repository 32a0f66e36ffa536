//! Targets from the grid to the record, and back.

mod grants;

use std::path::Path;

use crate::table::Table;
use crate::view::{DistributorCard, TargetChange, TargetEntry, TargetsView};
use crate::{Desk, DeskError, Now, TargetDefaults, TargetOrder, Who};

type Test = Result<(), DeskError>;

fn now() -> Now {
    Now::at("2026-08-10T09:40:00+08:00".parse().expect("a literal"))
}

fn desk(folder: &Path) -> Result<(Desk, String), DeskError> {
    let who = Who { person: "Mei Lin".into(), device: "laptop".into() };
    let mut desk = Desk::open(folder, who, Path::new("no-program"), now())?;
    let card = DistributorCard {
        id: String::new(),
        name: "PT Sumber Makmur".into(),
        aliases: vec![],
        country: "ID".into(),
        currency: "IDR".into(),
        locale: "id-ID".into(),
        place: String::new(),
        contact: String::new(),
        territory: String::new(),
        products: String::new(),
        start: String::new(),
    };
    let id = desk.save_distributor(&card, now())?;
    Ok((desk, id))
}

fn change(id: &str, cells: &[(&str, &str, &str)]) -> TargetChange {
    let entry = |(kpi, period, text): &(&str, &str, &str)| TargetEntry {
        kpi: (*kpi).to_owned(),
        grant: String::new(),
        period: (*period).to_owned(),
        text: (*text).to_owned(),
    };
    TargetChange {
        distributor: id.to_owned(),
        cells: cells.iter().map(entry).collect(),
        from: String::new(),
        reason: String::new(),
        agreed: false,
    }
}

fn year(desk: &Desk, id: &str, by: &str) -> Result<TargetsView, DeskError> {
    desk.targets(id, "", Some(2026), by, now())
}

/// The cells of a KPI as they are typed again.
fn cells(view: &TargetsView, kpi: &str) -> Vec<String> {
    let row = view.rows.iter().find(|row| row.kpi == kpi).expect("a KPI of the playbook");
    row.cells.iter().map(|cell| cell.plain.clone()).collect()
}

#[test]
fn a_cell_that_is_set_changes_no_other_and_undo_brings_all_back() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path())?;
    let order = TargetOrder {
        grant: String::new(),
        kpi: "revenue".into(),
        amount: "1200".into(),
        per: "year".into(),
        from: "2026-01-01".parse().expect("a literal"),
        curve: None,
        reason: String::new(),
        agreed: false,
    };
    desk.set_target(&id, &order, now())?;
    assert_eq!(cells(&year(&desk, &id, "quarter")?, "revenue"), ["300", "300", "300", "300"]);
    let before = year(&desk, &id, "quarter")?;
    let entry =
        desk.set_targets(&change(&id, &[("revenue", "2026-Q4", "500"), ("conversion", "2026-Q4", "20 %")]), now())?;
    let after = year(&desk, &id, "quarter")?;
    assert_eq!(cells(&after, "revenue"), ["300", "300", "300", "500"]);
    assert_eq!(cells(&after, "conversion"), ["", "", "", "20"]);
    assert_eq!(cells(&desk.targets(&id, "", Some(2027), "quarter", now())?, "revenue"), ["300", "300", "300", "300"]);
    let line = desk.entry(&entry, now())?;
    assert_eq!(line.what, "Targets of PT Sumber Makmur");
    desk.undo(&entry, now())?;
    assert_eq!(year(&desk, &id, "quarter")?, before);
    Ok(())
}

#[test]
fn a_quarter_that_has_begun_is_amended_with_a_reason_and_shows_both() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path())?;
    desk.set_targets(&change(&id, &[("revenue", "2026-Q1", "300")]), now())?;
    let cell = |desk: &Desk| year(desk, &id, "quarter").map(|view| view.rows[0].cells[2].clone());
    assert!(cell(&desk)?.opened);
    let change = change(&id, &[("revenue", "2026-Q3", "200")]);
    let refused = desk.set_targets(&change, now()).expect_err("no reason was given");
    assert_eq!(refused.to_string(), "Q3 2026 has begun with a target. Say why it changes.");
    let amended = TargetChange { from: "2026-08-10".into(), reason: "Port strike".into(), ..change };
    desk.set_targets(&amended, now())?;
    assert_eq!((cell(&desk)?.plain, cell(&desk)?.beside), ("300".to_owned(), "200 from 10 Aug, not agreed".to_owned()));
    desk.set_targets(&TargetChange { agreed: true, ..amended.clone() }, now())?;
    assert_eq!((cell(&desk)?.plain, cell(&desk)?.beside), ("200".to_owned(), "300 until 10 Aug".to_owned()));
    let set = year(&desk, &id, "quarter")?.rows[0].sets[0].clone();
    assert_eq!((set.reason.as_str(), set.agreed.as_str()), ("Port strike", "agreed for the running quarter"));
    assert!(set.by.starts_with("Mei Lin"), "{}", set.by);
    let outside = TargetChange { from: "2026-10-02".into(), ..amended };
    assert!(desk.set_targets(&outside, now()).is_err());
    Ok(())
}

#[test]
fn twelve_months_are_one_years_target_with_a_season() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path())?;
    let text = (1..=12).map(|month| format!("{}", month * 100)).collect::<Vec<_>>().join("\t");
    let block = desk.paste_targets(&id, "", ("revenue", "2026-01"), &text, now())?;
    assert_eq!((block.summary.as_str(), block.problems.len(), block.opened), ("12 of 12 cells can be set", 0, false));
    let cells_of_block = block.cells.iter().map(|cell| (cell.kpi.as_str(), cell.period.as_str(), cell.text.as_str()));
    desk.set_targets(&change(&id, &cells_of_block.collect::<Vec<_>>()), now())?;
    let months: Vec<String> = (1..=12).map(|month| (month * 100).to_string()).collect();
    assert_eq!(cells(&year(&desk, &id, "month")?, "revenue"), months);
    assert_eq!(cells(&year(&desk, &id, "quarter")?, "revenue"), ["600", "1500", "2400", "3300"]);
    assert_eq!(year(&desk, &id, "quarter")?.rows[0].sets[0].what, "7,800 Rp a year, by season");
    Ok(())
}

#[test]
fn a_pasted_block_says_of_each_cell_what_keeps_it_out() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (desk, id) = desk(folder.path())?;
    let text = "\tQ3 2026\tQ4 2026\tQ5\nRevenue\t5.213.400\t1O5\t1\nSales volume\t-5\t1.500\t\nTurnover\t1\t\t\n";
    let block = desk.paste_targets(&id, "", ("revenue", "2026-Q1"), text, now())?;
    let set: Vec<_> = block.cells.iter().map(|cell| format!("{} {} {}", cell.kpi, cell.period, cell.text)).collect();
    assert_eq!(set, ["revenue 2026-Q3 5213400", "sales-volume 2026-Q4 1500"]);
    let problems: Vec<_> = block.problems.iter().map(|problem| problem.place.as_str()).collect();
    assert_eq!(problems, ["C2", "D2", "B3", "B4"]);
    assert_eq!(block.summary, "2 of 6 cells can be set");
    Ok(())
}

#[test]
fn an_amount_that_looks_like_a_year_is_an_amount() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (desk, id) = desk(folder.path())?;
    for (text, expected) in [
        ("2000\t2100", vec!["revenue 2026-Q3 2000", "revenue 2026-Q4 2100"]),
        ("Sales volume\t2000", vec!["sales-volume 2026-Q3 2000"]),
        ("\t2027\nRevenue\t2000", vec!["revenue 2027 2000"]),
        ("KPI\t2027\nRevenue\t2000", vec!["revenue 2027 2000"]),
    ] {
        let block = desk.paste_targets(&id, "", ("revenue", "2026-Q3"), text, now())?;
        let set: Vec<_> =
            block.cells.iter().map(|cell| format!("{} {} {}", cell.kpi, cell.period, cell.text)).collect();
        assert_eq!((set, block.problems.len()), (expected.iter().map(ToString::to_string).collect(), 0), "{text}");
    }
    Ok(())
}

#[test]
fn what_no_target_can_be_is_refused_in_one_sentence() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path())?;
    for (kpi, period, text, said) in [
        (
            "revenue",
            "2026-Q4",
            "US$ 500",
            "The target of Revenue against target is in USD; the distributor reports in IDR.",
        ),
        ("revenue", "2026-Q4", "0", "A target of 0 for Revenue against target can’t be met by degrees."),
        ("revenue", "2026-Q4", "-5", "A target of -5 for Revenue against target can’t be met by degrees."),
        ("stock-cover", "2026-Q4", "60 to 30 margin 5", "The band of Stock cover is upside down."),
        ("turnover", "2026-Q4", "5", "There is no KPI turnover."),
        ("conversion", "2026-10", "20", "Conversion, lead to order is a level: it is set by the quarter."),
        ("revenue", "2026-W40", "5", "“2026-W40” is no year, quarter or month."),
    ] {
        let refused = desk.set_targets(&change(&id, &[(kpi, period, text)]), now()).expect_err(text);
        assert_eq!(refused.message, said);
    }
    let order = TargetOrder {
        grant: String::new(),
        kpi: "revenue".into(),
        amount: "1200".into(),
        per: "year".into(),
        from: "2027-01-01".parse().expect("a literal"),
        curve: Some("10,10,10,10,10,10,10,10,10,10,10,10".into()),
        reason: String::new(),
        agreed: false,
    };
    let refused = desk.set_target(&id, &order, now()).expect_err("120 %");
    assert_eq!(refused.message, "The shares of the season sum to 120.00 %, not to 100 %.");
    assert_eq!(cells(&year(&desk, &id, "quarter")?, "revenue"), ["", "", "", ""], "nothing was set");
    Ok(())
}

/// Of a file that names no distributors: whose they are.
fn of(id: &str) -> TargetDefaults {
    TargetDefaults { distributor: Some(id.to_owned()), ..TargetDefaults::default() }
}

/// A file of targets, as a table.
pub(super) fn table(rows: &[&str]) -> Table {
    let text = rows.join("\n").replace(';', "\t");
    Table { from: "Targets.xlsx, sheet Plan".into(), ..Table::pasted(&text).expect("a table") }
}

#[test]
fn a_file_has_a_row_for_each_distributor_and_kpi_and_a_column_for_each_period() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path())?;
    let rows = table(&[
        "Plan of the region",
        "Distributor;KPI;Currency;2026-Q4;Q1 2027",
        "PT Sumber Makmur;Revenue;IDR;400;500",
        "pt sumber makmur;Conversion;;20 %;x",
        "PT Nobody;Revenue;IDR;1;1",
        "PT Sumber Makmur;Sales volume;;1.500;",
        "PT Sumber Makmur;revenue;USD;9;",
    ]);
    let done = desk.take_targets("Targets.xlsx", &rows, &TargetDefaults::default(), now())?;
    assert_eq!(done.summary(), "4 targets of 1 distributor set.");
    assert_eq!(cells(&year(&desk, &id, "quarter")?, "revenue"), ["", "", "", "400"]);
    assert_eq!(cells(&desk.targets(&id, "", Some(2027), "quarter", now())?, "revenue"), ["500", "500", "500", "500"]);
    assert_eq!(cells(&year(&desk, &id, "quarter")?, "sales-volume"), ["", "", "", "1500"]);
    let problems: Vec<_> = done.problems.iter().map(|problem| problem.place.as_str()).collect();
    assert_eq!(
        problems,
        ["Targets.xlsx, sheet Plan, E4", "Targets.xlsx, sheet Plan, A5", "Targets.xlsx, sheet Plan, D7"]
    );
    assert_eq!(done.problems[2].hint, "Enter it in IDR: attainment is never converted.");
    desk.undo(&done.entry, now())?;
    assert_eq!(cells(&year(&desk, &id, "quarter")?, "revenue"), ["", "", "", ""], "one entry holds them all");
    Ok(())
}

#[test]
fn a_list_may_say_of_each_row_why_and_whether_it_was_agreed() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path())?;
    desk.set_targets(&change(&id, &[("revenue", "2026-Q1", "300")]), now())?;
    let heads = "KPI;Period;Target;Reason;Agreed";
    let amended = table(&[heads, "revenue;2026-Q3;200;Port strike;yes", "revenue;Q2 2026;250;;"]);
    let done = desk.take_targets("t.csv", &amended, &of(&id), now())?;
    assert_eq!(cells(&year(&desk, &id, "quarter")?, "revenue"), ["300", "300", "200", "300"]);
    let problems: Vec<_> = done.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(problems, ["Q2 2026 has begun with a target."]);
    Ok(())
}

#[test]
fn a_file_without_headings_is_refused() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path())?;
    for rows in [&["Revenue;300"][..], &["KPI;Q3", "revenue;300"], &["Distributor;2026-Q3", "PT Sumber Makmur;300"]] {
        let refused = desk.take_targets("t.csv", &table(rows), &of(&id), now());
        assert!(refused.is_err_and(|error| error.message.starts_with("t.csv has no row of headings")), "{rows:?}");
    }
    Ok(())
}
