//! Which target a quarter is judged by, and how it is phased.

use playbook::target::{Goal, Per, Target, TargetOf};

use crate::distributor::{Distributor, date, quantity, rate};

/// Targets for revenue as (value, from, agreed), and the ones in force and beside it in Q3 2026.
fn check(targets: &[(&str, &str, bool)], in_force: Option<&str>, amended: Option<&str>) {
    let mut it = Distributor::new("2026-01-01");
    for (value, from, agreed) in targets {
        it.goal("revenue", Goal::Value(quantity(value)), Per::Quarter, from, *agreed);
    }
    it.months("revenue", &[("2026-07", "1"), ("2026-08", "1"), ("2026-09", "1")]);
    let target = it.line("revenue", "2026-Q3", "2026-11-02").target;
    let value = |text: &str| Goal::Value(rate(text, "1"));
    assert_eq!(target.as_ref().map(|target| target.goal.clone()), in_force.map(value), "{targets:?}");
    assert_eq!(target.and_then(|target| target.amended), amended.map(value), "{targets:?}");
}

#[test]
fn the_target_that_held_when_the_quarter_opened_counts_unless_a_later_one_was_agreed() {
    check(&[], None, None);
    check(&[("300", "2026-07-01", false)], Some("300"), None);
    check(&[("300", "2026-01-01", false), ("400", "2026-06-30", false)], Some("400"), None);
    check(&[("300", "2026-01-01", false), ("200", "2026-08-01", false)], Some("300"), Some("200"));
    check(&[("300", "2026-01-01", false), ("200", "2026-08-01", true)], Some("200"), None);
    check(&[("300", "2026-01-01", false), ("200", "2026-10-01", true)], Some("300"), None);
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
    it.facts.targets.push(Target { of, goal, per: Per::Month, valid_from: date("2026-01-01"), agreed: false });
    let goal = |kpi| it.line(kpi, "2026-Q3", "2026-11-02").target.map(|target| target.goal);
    assert_eq!(goal("sales-volume"), Some(Goal::Value(rate("90", "1"))));
    assert_eq!(goal("revenue"), None);
}
