//! The titles that we print for measures are read back wherever a distributor copies them.

use desk::words;
use intake::draft::{Context, Known, OwnLabel};
use pack::template::{Filled, Template};
use playbook::measure::{MEASURES, MeasureKey, ReportKind, Unit};

/// A sheet of our titles and a value each, as a distributor would paste it.
fn check(kind: ReportKind, period: &str) {
    let measures: Vec<_> = MEASURES.iter().filter(|m| m.report == kind && m.is_asked_for()).collect();
    let mut text = format!("Straits Pacific Pte Ltd\nPeriod;{period}\nCurrency;SGD\n");
    for (value, measure) in (11..).zip(&measures) {
        text.push_str(&format!("{};{value}\n", words().say(&format!("measure-{}", measure.key), &[])));
    }
    text.push_str("Store visits;99\n");
    let known = Known {
        name: "Straits Pacific Pte Ltd".to_owned(),
        aliases: Vec::new(),
        country: "SG".to_owned(),
        currency: "SGD".to_owned(),
        locale: "en-SG".to_owned(),
    };
    let own = OwnLabel {
        key: "own_store_visits".to_owned(),
        title: "Store visits".to_owned(),
        counts: Unit::Count.key().to_owned(),
        report: kind.key().to_owned(),
    };
    let context = Context {
        register: vec![known],
        today: "2026-11-02".to_owned(),
        file_name: "copy.csv".to_owned(),
        mail: None,
        own: vec![own],
    };
    let grid = intake::read::read(text.as_bytes(), &intake::limits::Limits::default()).expect("plain text");
    let drafts = intake::recognise::recognise(&grid, &context);
    let read = |key| drafts.iter().find_map(|draft| draft.measures.get(key)).map(|stated| stated.value.to_string());
    for (value, measure) in (11..).zip(&measures) {
        assert_eq!(read(&measure.key), Some(i32::to_string(&value)), "{}", measure.key);
    }
    assert_eq!(read(&MeasureKey::new("own_store_visits")).as_deref(), Some("99"));
}

#[test]
fn a_form_asks_for_measures_of_ones_own_by_the_title_they_are_found_by() {
    let own = [("Store visits".to_owned(), Unit::Count), ("Display spend".to_owned(), Unit::Money)];
    let template = Template {
        kind: ReportKind::Weekly,
        distributor: "Straits Pacific Pte Ltd",
        period: "2026-W45".parse().expect("a literal"),
        currency: "SGD",
        own: &own,
        filled: Filled::default(),
    };
    let bytes = pack::template::write(&template, words()).expect("a form");
    let grid = intake::read::read(&bytes, &intake::limits::Limits::default()).expect("a workbook");
    let texts: Vec<_> = grid.sheets[0].cells.iter().filter_map(|cell| cell.value.text()).collect();
    for (title, _) in &own {
        assert_eq!(texts.iter().filter(|text| *text == title).count(), 1, "{title}");
    }
}

#[test]
fn every_title_of_the_weekly_update_is_known() {
    check(ReportKind::Weekly, "W40 2026");
}

#[test]
fn every_title_of_the_monthly_summary_is_known() {
    check(ReportKind::Monthly, "September 2026");
}
