//! Gaps, and what the review on day 30 says of them.

use playbook::improvement::{Plan, Verdict, compare, gaps};
use playbook::kpi::KpiKey;
use playbook::target::Per;

use crate::distributor::{Distributor, date, rate};

/// Revenue of the months from July on, against 100 a month; each summary comes on the first of the next month.
fn sold(values: &[&str]) -> Distributor {
    let mut it = Distributor::new("2026-07-01");
    it.target("revenue", "100", Per::Month);
    let months = ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"];
    let stated: Vec<_> = months.iter().zip(values).map(|(month, value)| (*month, *value)).collect();
    it.months("revenue", &stated);
    it
}

/// The months of the gap in revenue as of a day, with their attainment in percent.
#[track_caller]
fn check(values: &[&str], today: &str, expected: &[(&str, &str)]) {
    let it = sold(values);
    let found = gaps(&it.case(today)).into_iter().find(|gap| gap.kpi == KpiKey::new("revenue"));
    let found: Vec<_> =
        found.into_iter().flat_map(|gap| gap.months).map(|m| (m.month.to_string(), m.attainment)).collect();
    let expected: Vec<_> =
        expected.iter().map(|(month, percent)| ((*month).to_owned(), rate(percent, "100"))).collect();
    assert_eq!(found, expected, "{values:?} on {today}");
}

#[test]
fn red_for_one_month_is_a_gap() {
    check(&["100", "100", "89.9"], "2026-10-08", &[("2026-09", "89.9")]);
    check(&["100", "100", "90"], "2026-10-08", &[]);
}

#[test]
fn amber_for_two_months_is_a_gap_and_for_one_is_none() {
    check(&["100", "95", "90"], "2026-10-08", &[("2026-08", "95"), ("2026-09", "90")]);
    check(&["100", "80", "95"], "2026-10-08", &[("2026-08", "80"), ("2026-09", "95")]);
    check(&["80", "100", "95"], "2026-10-08", &[]);
}

#[test]
fn a_month_that_is_still_due_is_no_gap_and_hides_none() {
    // September is due on 7 October: until then August is the newest month that is in.
    check(&["100", "80"], "2026-10-05", &[("2026-08", "80")]);
    check(&["100", "100"], "2026-10-05", &[]);
}

#[test]
fn a_month_that_never_came_is_a_gap() {
    check(&["100", "100"], "2026-10-20", &[("2026-09", "0")]);
}

/// What day 30 says of a plan agreed on 8 October 2026 for September's revenue of 80.
#[track_caller]
fn review(october: Option<&str>, today: &str, expected: Verdict) {
    let values: Vec<&str> = ["100", "100", "80"].into_iter().chain(october).collect();
    let it = sold(&values);
    let plan = Plan {
        kpi: KpiKey::new("revenue"),
        trigger: "2026-09".parse().unwrap(),
        opened: date("2026-10-08"),
        since: date("2026-10-08"),
        outcome: None,
    };
    let found = compare(&it.case(today), &plan);
    assert_eq!(found.start, Some(rate("80", "100")));
    assert_eq!(found.verdict, expected, "{october:?} on {today}");
}

#[test]
fn day_30_compares_the_kpi_with_its_start() {
    review(Some("100"), "2026-11-07", Verdict::Recovered);
    review(Some("80.1"), "2026-11-07", Verdict::Better);
    review(Some("80"), "2026-11-07", Verdict::NotBetter);
    review(Some("60"), "2026-11-07", Verdict::NotBetter);
    review(None, "2026-11-05", Verdict::Unknown);
    // Past due date and grace the month scores 0: hiding it helps nobody.
    review(None, "2026-11-20", Verdict::NotBetter);
}

#[test]
fn a_correction_after_the_plan_was_agreed_leaves_its_start() {
    let mut it = sold(&["100", "100", "80", "85"]);
    it.report("2026-09", "2026-10-20", &[("revenue", "90")]);
    let plan = Plan {
        kpi: KpiKey::new("revenue"),
        trigger: "2026-09".parse().unwrap(),
        opened: date("2026-10-08"),
        since: date("2026-10-08"),
        outcome: None,
    };
    let found = compare(&it.case("2026-11-07"), &plan);
    assert_eq!((found.start, found.verdict), (Some(rate("80", "100")), Verdict::Better));
}
