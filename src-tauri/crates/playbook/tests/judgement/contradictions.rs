//! Figures that can't both be right.

use playbook::contradiction::{Against, Contradiction, contradictions};

use crate::distributor::{Distributor, rate};

/// The keys of the contradictions found in Q3 2026.
fn check(it: &Distributor, expected: &[&str]) {
    let found = contradictions(&it.case("2026-11-02"), "2026-Q3".parse().unwrap());
    assert_eq!(found.iter().map(|found| found.key).collect::<Vec<_>>(), expected);
}

#[test]
fn a_part_above_its_whole_is_shown() {
    for (part, whole, key) in [
        ("quotes", "leads", "quotes-above-leads"),
        ("purchase_orders", "quotes", "orders-above-quotes"),
        ("orders_on_time", "orders_due", "on-time-above-due"),
        ("units_accepted", "units_inspected", "accepted-above-inspected"),
    ] {
        let mut it = Distributor::new("2026-07-01");
        it.report("2026-07", "2026-08-03", &[(part, "11"), (whole, "11")]);
        it.report("2026-08", "2026-09-03", &[(part, "12"), (whole, "11")]);
        check(&it, &[key]);
    }
}

#[test]
fn both_figures_and_their_reports_are_named() {
    let mut it = Distributor::new("2026-07-01");
    let report = it.report("2026-07", "2026-08-03", &[("quotes", "12"), ("leads", "11")]);
    let found = contradictions(&it.case("2026-11-02"), "2026-Q3".parse().unwrap()).remove(0);
    let Against::Figure(against) = &found.against else { panic!("it contradicts a figure") };
    for (doubted, measure, value) in [(&found.figure, "quotes", "12"), (against, "leads", "11")] {
        assert_eq!((doubted.measure.as_str(), doubted.value.to_string()), (measure, value.to_owned()));
        assert_eq!(doubted.evidence.report, report);
    }
}

#[test]
fn a_figure_ten_times_its_history_or_a_tenth_of_it_is_shown() {
    for (value, expected) in [
        ("1000", vec!["far-above-history"]),
        ("999", vec![]),
        ("11", vec![]),
        ("10", vec!["far-below-history"]),
        ("0", vec!["far-below-history"]),
        ("-40", vec!["far-below-history"]),
    ] {
        let mut it = Distributor::new("2026-01-01");
        it.months("revenue", &[("2026-04", "80"), ("2026-05", "100"), ("2026-06", "500"), ("2026-07", value)]);
        check(&it, &expected);
    }
}

#[test]
fn two_values_are_no_history_and_a_handful_may_jump() {
    let mut it = Distributor::new("2026-01-01");
    it.months("revenue", &[("2026-05", "100"), ("2026-06", "100"), ("2026-07", "5000")]);
    check(&it, &[]);
    let mut it = Distributor::new("2026-01-01");
    it.months("stockouts", &[("2026-04", "4"), ("2026-05", "3"), ("2026-06", "5"), ("2026-07", "0")]);
    check(&it, &[]);
}

#[test]
fn the_median_of_an_even_history_lies_between() {
    let mut it = Distributor::new("2026-01-01");
    let history = [("2026-03", "10"), ("2026-04", "20"), ("2026-05", "31"), ("2026-06", "400"), ("2026-07", "255")];
    it.months("revenue", &history);
    let found = contradictions(&it.case("2026-11-02"), "2026-Q3".parse().unwrap()).remove(0);
    let Against::History { median, evidence } = found.against else { panic!("it contradicts its history") };
    assert_eq!((median, evidence.len()), (rate("51", "2"), 4));
}

#[test]
fn a_correction_takes_the_contradiction_away() {
    let mut it = Distributor::new("2026-07-01");
    it.report("2026-07", "2026-08-03", &[("quotes", "12"), ("leads", "11")]);
    it.report("2026-07", "2026-08-05", &[("quotes", "12"), ("leads", "21")]);
    check(&it, &[]);
}

#[test]
fn closing_stock_is_held_against_what_was_there_came_in_and_went_out() {
    for (opening, closing, expected) in [
        // 500 + 300 - 200 = 600, and one in a hundred is rounding.
        (Some("500"), "600", vec![]),
        (Some("500"), "606", vec![]),
        (Some("500"), "594", vec![]),
        (Some("500"), "607", vec!["stock-does-not-add-up"]),
        (Some("500"), "593", vec!["stock-does-not-add-up"]),
        // Without a stated opening stock it is June's closing stock, 400.
        (None, "500", vec![]),
        (None, "600", vec!["stock-does-not-add-up"]),
    ] {
        let mut it = Distributor::new("2026-06-01");
        it.report("2026-06", "2026-07-03", &[("stock_on_hand", "400")]);
        let july = [("sell_in", "300"), ("units_sold", "200"), ("stock_on_hand", closing)];
        let stated: Vec<_> = july.into_iter().chain(opening.map(|stock| ("opening_stock", stock))).collect();
        it.report("2026-07", "2026-08-03", &stated);
        check(&it, &expected);
    }
}

#[test]
fn stock_of_which_a_part_is_unknown_contradicts_nothing() {
    let mut it = Distributor::new("2026-06-01");
    it.report("2026-07", "2026-08-03", &[("sell_in", "300"), ("units_sold", "200"), ("stock_on_hand", "900")]);
    it.report("2026-08", "2026-09-03", &[("opening_stock", "900"), ("units_sold", "200"), ("stock_on_hand", "1")]);
    check(&it, &[]);
}

#[test]
fn a_month_is_held_against_the_sum_of_its_lines() {
    for (amount, units, received, expected) in [
        ("100000", "500", "2026-08-03", vec![]),
        ("100900", "504", "2026-08-03", vec![]),
        ("90000", "500", "2026-08-03", vec!["revenue-differs-from-lines"]),
        ("100000", "600", "2026-08-03", vec!["units-differ-from-lines"]),
        // A list that came later is not there yet.
        ("90000", "600", "2026-12-03", vec![]),
    ] {
        let mut it = Distributor::new("2026-06-01");
        it.report("2026-07", "2026-08-03", &[("revenue", "100000"), ("units_sold", "500")]);
        it.sales("2026-07", "2026-07", received, amount, units);
        check(&it, &expected);
        // What covers more than the month says nothing about it.
        it.facts.sales.clear();
        it.sales("2026-07", "2026-08", received, amount, units);
        check(&it, &[]);
    }
}

#[test]
fn a_contradiction_is_another_one_once_either_figure_is_revised() {
    let subject =
        |it: &Distributor| contradictions(&it.case("2026-11-02"), "2026-Q3".parse().unwrap()).remove(0).subject();
    let mut it = Distributor::new("2026-07-01");
    it.report("2026-07", "2026-08-03", &[("quotes", "12"), ("leads", "11")]);
    let first = subject(&it);
    assert_eq!(subject(&it), first);
    assert_eq!(Contradiction::period_of(&first).map(|period| period.to_string()), Some("2026-07".to_owned()));
    it.report("2026-07", "2026-08-05", &[("quotes", "12"), ("leads", "10")]);
    assert_ne!(subject(&it), first);
}
