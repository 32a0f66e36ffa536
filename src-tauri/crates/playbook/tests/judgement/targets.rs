//! Which target a quarter is judged by, and how it is phased.

use playbook::number::Rate;
use playbook::period::Quarter;
use playbook::phasing::{Curve, Phasing};
use playbook::target::{Goal, Per, Target, TargetOf};

use crate::distributor::{Distributor, date, quantity, rate};

/// Targets for revenue as (value, from, agreed), and the ones in force and beside it in Q3 2026.
#[track_caller]
fn check(targets: &[(&str, &str, bool)], in_force: Option<&str>, amended: Option<&str>) {
    check_replaced(targets, in_force, amended, None);
}

#[track_caller]
fn check_replaced(
    targets: &[(&str, &str, bool)],
    in_force: Option<&str>,
    amended: Option<&str>,
    replaced: Option<&str>,
) {
    let mut it = Distributor::new("2026-01-01");
    for (value, from, agreed) in targets {
        it.goal("revenue", Goal::Value(quantity(value)), Per::Quarter, from, *agreed);
    }
    it.months("revenue", &[("2026-07", "1"), ("2026-08", "1"), ("2026-09", "1")]);
    let target = it.line("revenue", "2026-Q3", "2026-11-02").target;
    let value = |text: &str| Goal::Value(rate(text, "1"));
    assert_eq!(target.as_ref().map(|target| target.goal.clone()), in_force.map(value), "{targets:?}");
    let beside = target.map_or((None, None), |target| (target.amended, target.replaced));
    assert_eq!(beside, (amended.map(value), replaced.map(value)), "{targets:?}");
}

#[test]
fn the_target_that_held_when_the_quarter_opened_counts_unless_a_later_one_was_agreed() {
    check(&[], None, None);
    check(&[("300", "2026-07-01", false)], Some("300"), None);
    check(&[("300", "2026-01-01", false), ("400", "2026-06-30", false)], Some("400"), None);
    check(&[("300", "2026-01-01", false), ("200", "2026-08-01", false)], Some("300"), Some("200"));
    check(&[("300", "2026-01-01", false), ("200", "2026-07-01", false)], Some("200"), None);
    check(&[("300", "2026-01-01", false), ("200", "2026-09-30", false)], Some("300"), Some("200"));
    check(&[("300", "2026-01-01", false), ("200", "2026-10-01", true)], Some("300"), None);
}

#[test]
fn a_change_in_mid_quarter_shows_both() {
    let held = ("300", "2026-01-01", false);
    check_replaced(&[held, ("200", "2026-08-01", true)], Some("200"), None, Some("300"));
    check_replaced(&[held, ("200", "2026-08-01", false)], Some("300"), Some("200"), None);
    check_replaced(
        &[held, ("200", "2026-08-01", true), ("250", "2026-09-01", false)],
        Some("200"),
        Some("250"),
        Some("300"),
    );
    check_replaced(&[held, ("200", "2026-08-01", true), ("250", "2026-09-01", true)], Some("250"), None, Some("300"));
    check_replaced(&[held, ("250", "2026-07-01", true)], Some("250"), None, None);
}

#[test]
fn the_first_target_ever_counts_from_the_quarter_it_was_set_in() {
    check(&[("300", "2026-08-15", false)], Some("300"), None);
    check(&[("300", "2026-08-15", false), ("200", "2026-09-01", false)], Some("300"), Some("200"));
}

#[test]
fn an_amount_is_phased_by_month_and_a_level_is_not() {
    for (kpi, per, value, phased) in [
        ("revenue", Per::Month, "100", rate("300", "1")),
        ("revenue", Per::Quarter, "100", rate("100", "1")),
        ("revenue", Per::Year, "100", rate("25", "1")),
        ("conversion", Per::Year, "0.2", rate("1", "5")),
        ("pipeline", Per::Month, "20", rate("20", "1")),
    ] {
        let mut it = Distributor::new("2026-01-01");
        it.target(kpi, value, per);
        let goal = it.line(kpi, "2026-Q3", "2026-11-02").target.map(|target| target.goal);
        assert_eq!(goal, Some(Goal::Value(phased)), "{kpi} {per:?}");
    }
}

#[test]
fn a_target_of_a_measure_is_that_of_the_kpi_which_totals_it() {
    let mut it = Distributor::new("2026-01-01");
    let of = TargetOf::Measure(playbook::measure::MeasureKey::new("units_sold"));
    let goal = Goal::Value(quantity("30"));
    let (phasing, valid_from) = (Phasing::Even, date("2026-01-01"));
    it.facts.targets.push(Target { of, goal, per: Per::Month, phasing, valid_from, agreed: false });
    let goal = |kpi| it.line(kpi, "2026-Q3", "2026-11-02").target.map(|target| target.goal);
    assert_eq!(goal("sales-volume"), Some(Goal::Value(rate("90", "1"))));
    assert_eq!(goal("revenue"), None);
}

/// A distributor with a year's target of 1200 for revenue that grows to 3/10 of it in the last quarter.
fn seasonal(per: Per) -> Distributor {
    let shares = [5, 5, 10, 5, 5, 10, 5, 10, 15, 10, 10, 10].into_iter().map(Rate::percent);
    let mut it = Distributor::new("2026-01-01");
    it.target("revenue", "1200", per);
    for target in &mut it.facts.targets {
        target.phasing = Phasing::Seasonal(Curve::new(shares.clone().collect()).unwrap());
    }
    it
}

#[test]
fn a_season_decides_what_falls_into_a_quarter_and_what_counts_to_date() {
    let mut it = seasonal(Per::Year);
    it.months("revenue", &[("2026-07", "60"), ("2026-08", "60")]);
    // July and August are in, September is not due yet: 5 % and 10 % of 1200, of 30 % in all.
    let line = it.line("revenue", "2026-Q3", "2026-09-20");
    let target = line.target.unwrap();
    assert_eq!((target.goal, target.to_date), (Goal::Value(rate("360", "1")), Goal::Value(rate("180", "1"))));
    assert_eq!(line.attainment, Some(rate("120", "180")));
}

#[test]
fn an_amount_a_quarter_is_whole_in_the_quarter_whatever_the_season() {
    let mut it = seasonal(Per::Quarter);
    it.months("revenue", &[("2026-07", "600"), ("2026-08", "300")]);
    let target = it.line("revenue", "2026-Q3", "2026-09-20").target.unwrap();
    assert_eq!((target.goal, target.to_date), (Goal::Value(rate("1200", "1")), Goal::Value(rate("600", "1"))));
}

#[test]
fn a_weekly_amount_of_a_quarter_sums_up_over_13_weeks_and_over_14() {
    for (quarter, weeks) in [("2026-Q3", 13), ("2026-Q4", 14)] {
        let quarter: Quarter = quarter.parse().unwrap();
        let it = seasonal(Per::Quarter);
        let target = &it.facts.targets[0];
        let shape = &it.playbook.kpis[0].shape;
        let periods: Vec<_> = quarter.weeks().into_iter().map(Into::into).collect();
        assert_eq!(periods.len(), weeks);
        assert_eq!(
            target.for_periods(shape, &periods, quarter.fiscal_year()),
            Goal::Value(rate("1200", "1")),
            "{quarter}"
        );
    }
}
