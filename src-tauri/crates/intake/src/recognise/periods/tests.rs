//! Periods, as people write them.

use super::*;
use crate::recognise::claims::claims;

fn clock(order: Option<Order>, year: Option<i32>) -> Clock {
    let today = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap_or_default();
    Clock { today, order, year, by_year: false }
}

fn check(clock: Clock, kind: ReportKind, day_is: DayIs, text: &str, expected: Result<&str, &[&str]>) {
    let source = Source { text, place: None, claims: claims(text), day_is };
    let said = settle(&clock, kind, &[source], &[]).map(|found| found.value.to_string());
    let choices = said.map_err(|question| {
        question
            .choices
            .iter()
            .map(|choice| if let Choice::Period(period) = choice { period.to_string() } else { String::new() })
            .collect::<Vec<_>>()
    });
    assert_eq!(
        choices,
        expected.map(str::to_owned).map_err(|choices| choices.iter().map(|c| (*c).to_owned()).collect()),
        "{text}"
    );
}

#[test]
fn a_week_is_known_by_number_or_by_its_days() {
    let weekly = |text, expected| check(clock(None, None), ReportKind::Weekly, DayIs::Unsaid, text, expected);
    weekly("Week 42, 2026 (12-18 Oct)", Ok("2026-W42"));
    weekly("Minggu ke-2 Oktober (5 – 11 Oktober 2026)", Ok("2026-W41"));
    weekly("mggu 44 (26-30 Okt)", Ok("2026-W44"));
    weekly("19/10/2569 - 25/10/2569", Ok("2026-W43"));
    weekly("4 - 10 October 2026", Ok("2026-W41"));
    weekly("W41", Err(&["2026-W41", "2025-W41"]));
    weekly("Week 3 of Oct", Err(&[]));
    weekly("Week 3/2026", Ok("2026-W03"));
    weekly("Week 3 (12-18 Oct 2026)", Ok("2026-W42"));
    check(clock(None, Some(2026)), ReportKind::Weekly, DayIs::Unsaid, "Week 3", Err(&["2026-W03"]));
    weekly("Week 40, 2026 (12-18 Oct)", Err(&["2026-W40", "2026-W42"]));
}

#[test]
fn a_day_of_the_week_is_read_by_locale_or_asked_about() {
    let last = |order, text, expected| check(clock(order, None), ReportKind::Weekly, DayIs::Last, text, expected);
    last(Some(Order::MonthFirst), "10/04/2026", Ok("2026-W40"));
    last(Some(Order::DayFirst), "04/10/2026", Ok("2026-W40"));
    last(None, "18/10/2026", Ok("2026-W42"));
    last(None, "03/04/2026", Err(&["2026-W14", "2026-W10"]));
    last(None, "05/04/2026", Ok("2026-W14"));
    let first = |order, text, expected| check(clock(order, None), ReportKind::Weekly, DayIs::First, text, expected);
    first(None, "03/04/2026", Err(&["2026-W14", "2026-W10"]));
    first(None, "12/10/2026", Ok("2026-W42"));
    first(None, "14 Oct 2026", Err(&["2026-W42"]));
}

#[test]
fn a_month_needs_its_year() {
    let monthly = |year, text, expected| check(clock(None, year), ReportKind::Monthly, DayIs::Unsaid, text, expected);
    monthly(None, "Oktober 2026", Ok("2026-10"));
    monthly(None, "01/10/2026 s/d 31/10/2026", Ok("2026-10"));
    monthly(Some(2026), "Ogos", Ok("2026-08"));
    monthly(None, "Oktober", Err(&["2026-10", "2025-10"]));
    monthly(None, "Aug 2026 / Sep 2026", Err(&["2026-08", "2026-09"]));
    monthly(None, "5 November 2026", Err(&[]));
}

#[test]
fn a_name_that_says_another_period_makes_it_a_question() {
    let source = |text: &'static str| Source { text, place: None, claims: claims(text), day_is: DayIs::Unsaid };
    let settle = |cell, file| settle(&clock(None, None), ReportKind::Monthly, &[source(cell)], &[source(file)]);
    assert!(settle("October 2026", "Report Sep 2026").is_err());
    assert!(settle("October 2026", "Report Oct26").is_ok());
    assert!(settle("August 2026", "Aug-Sep 2026").is_ok());
}
