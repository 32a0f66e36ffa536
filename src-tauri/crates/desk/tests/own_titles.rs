//! The titles that we print for measures are read back wherever a distributor copies them.

use desk::words;
use intake::draft::{Context, Known};
use playbook::measure::{MEASURES, ReportKind};

/// A sheet of our titles and a value each, as a distributor would paste it.
fn check(kind: ReportKind, period: &str) {
    let measures: Vec<_> = MEASURES.iter().filter(|m| m.report == kind && m.is_asked_for()).collect();
    let mut text = format!("Straits Pacific Pte Ltd\nPeriod;{period}\nCurrency;SGD\n");
    for (value, measure) in (11..).zip(&measures) {
        text.push_str(&format!("{};{value}\n", words().say(&format!("measure-{}", measure.key), &[])));
    }
    let known = Known {
        name: "Straits Pacific Pte Ltd".to_owned(),
        aliases: Vec::new(),
        country: "SG".to_owned(),
        currency: "SGD".to_owned(),
        locale: "en-SG".to_owned(),
    };
    let context =
        Context { register: vec![known], today: "2026-11-02".to_owned(), file_name: "copy.csv".to_owned(), mail: None };
    let grid = intake::read::read(text.as_bytes(), &intake::limits::Limits::default()).expect("plain text");
    let drafts = intake::recognise::recognise(&grid, &context);
    let read = |key| drafts.iter().find_map(|draft| draft.measures.get(key)).map(|stated| stated.value.to_string());
    for (value, measure) in (11..).zip(&measures) {
        assert_eq!(read(&measure.key), Some(i32::to_string(&value)), "{}", measure.key);
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
