//! Figures that can't both be right.

use playbook::contradiction::{Against, contradictions};

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
