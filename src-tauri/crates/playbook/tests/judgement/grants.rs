//! What a distributor of several grants is to reach: a target for all of it, or the sum of its grants'.

use playbook::agreed::{GrantTargets, Holds};
use playbook::exclusivity::{Grant, assess};
use playbook::facts::GrantId;
use playbook::kpi::KpiKey;
use playbook::number::Rate;
use playbook::period::{Month, Quarter};
use playbook::phasing::Phasing;
use playbook::score::{Status, score_month};
use playbook::target::{Goal, Per, Target, TargetOf};

use crate::distributor::{Distributor, date, quantity, rate};

/// A target for revenue: value a quarter, from, agreed.
type Set<'a> = (&'a str, &'a str, bool);

fn target(kpi: &str, (value, from, agreed): Set<'_>) -> Target {
    let (of, goal) = (TargetOf::Kpi(KpiKey::new(kpi)), Goal::Value(quantity(value)));
    Target { of, goal, per: Per::Quarter, phasing: Phasing::Even, valid_from: date(from), agreed }
}

/// A grant that has always run, with its targets for revenue.
fn grant(id: u128, sets: &[Set<'_>]) -> GrantTargets {
    let targets = sets.iter().map(|set| target("revenue", *set)).collect();
    GrantTargets { grant: GrantId(id), first: None, last: None, targets }
}

/// What Q3 2026 is judged by and what is said beside it: `sum 500, amended 450`, `whole 500 not 400`, `lacking 2`.
fn said(it: &Distributor, kpi: &str) -> String {
    let quarter: Quarter = "2026-Q3".parse().unwrap();
    let kpi = it.playbook.kpis.iter().find(|known| known.key.as_str() == kpi).unwrap();
    let (agreed, periods) = (it.facts.agreed(kpi, quarter), [quarter.into()]);
    let value = |goal: Option<Goal<Rate>>| match goal {
        Some(Goal::Value(value)) => value.ratio().to_string(),
        other => format!("{other:?}"),
    };
    let mut said = match agreed.holds() {
        Holds::Whole => format!("whole {}", value(agreed.goal(&periods))),
        Holds::Sum => format!("sum {}", value(agreed.goal(&periods))),
        Holds::Lacking => {
            let mut lacking: Vec<_> = agreed.lacking.iter().map(|grant| grant.0.to_string()).collect();
            lacking.sort();
            format!("lacking {}", lacking.join(" "))
        }
        Holds::Nothing => "nothing".to_owned(),
    };
    if let Some((_, sum)) = agreed.contradiction(&periods) {
        said += &format!(" not {}", sum.ratio());
    }
    for (word, goal) in [("amended", agreed.amended(&periods)), ("replaced", agreed.replaced(&periods))] {
        said += &goal.map(|goal| format!(", {word} {}", value(Some(goal)))).unwrap_or_default();
    }
    said
}

#[track_caller]
fn check(whole: &[Set<'_>], grants: &[&[Set<'_>]], expected: &str) {
    let mut it = Distributor::new("2026-01-01");
    it.facts.targets = whole.iter().map(|set| target("revenue", *set)).collect();
    it.facts.grants = (1..).zip(grants).map(|(id, sets)| grant(id, sets)).collect();
    assert_eq!(said(&it, "revenue"), expected, "{whole:?} {grants:?}");
    // Neither the order of the grants nor that of their targets matters.
    it.facts.grants.reverse();
    it.facts.grants.iter_mut().for_each(|grant| grant.targets.reverse());
    assert_eq!(said(&it, "revenue"), expected, "backwards: {whole:?} {grants:?}");
}

const JANUARY: &str = "2026-01-01";

#[test]
fn a_target_for_the_whole_holds_and_otherwise_the_sum_of_the_grants() {
    let held = |value| (value, JANUARY, false);
    check(&[], &[&[], &[]], "nothing");
    check(&[held("500")], &[&[], &[]], "whole 500");
    check(&[], &[&[held("300")], &[held("200")]], "sum 500");
    check(&[], &[&[held("300")]], "sum 300");
    check(&[held("500")], &[&[held("300")], &[held("200")]], "whole 500");
    check(&[held("500")], &[&[held("300")], &[held("100")]], "whole 500 not 400");
    check(&[held("500")], &[&[held("300")], &[]], "whole 500");
}

#[test]
fn one_grant_without_a_target_leaves_the_distributor_without() {
    let held = |value| (value, JANUARY, false);
    check(&[], &[&[held("300")], &[]], "lacking 2");
    check(&[], &[&[], &[held("300")], &[]], "lacking 1 3");
    check(&[], &[&[held("300")], &[("200", "2026-10-01", false)]], "lacking 2");
    check(&[], &[&[held("300")], &[("200", "2026-09-30", false)]], "sum 500");
}

#[test]
fn a_change_in_mid_quarter_shows_both_sums() {
    let (held, other) = (("300", JANUARY, false), ("200", JANUARY, false));
    check(&[], &[&[held, ("250", "2026-08-10", false)], &[other]], "sum 500, amended 450");
    check(&[], &[&[held, ("250", "2026-08-10", true)], &[other]], "sum 450, replaced 500");
    check(
        &[],
        &[&[held, ("250", "2026-08-10", true)], &[other, ("100", "2026-08-10", false)]],
        "sum 450, amended 350, replaced 500",
    );
}

#[test]
fn a_first_target_for_the_whole_in_mid_quarter_waits_as_any_change_does() {
    let sum: [&[Set<'_>]; 2] = [&[("300", JANUARY, false)], &[("200", JANUARY, false)]];
    check(&[("450", "2026-08-10", false)], &sum, "sum 500, amended 450");
    check(&[("450", "2026-08-10", true)], &sum, "whole 450 not 500");
    check(&[("450", "2026-07-01", false)], &sum, "whole 450 not 500");
    // Where nothing held when the quarter opened, the first target counts from the quarter in which it was set.
    let late: [&[Set<'_>]; 2] = [&[("300", "2026-07-15", false)], &[("200", JANUARY, false)]];
    check(&[("450", "2026-08-10", false)], &late, "whole 450 not 500");
    check(&[("450", "2026-08-10", false)], &[&[("300", JANUARY, false)], &[]], "whole 450");
}

#[test]
fn only_the_grants_that_run_in_the_quarter_count() {
    for (first, last, expected) in [
        (None, None, "lacking 2"),
        (Some("2026-07-01"), None, "lacking 2"),
        (Some("2026-07-02"), None, "sum 300"),
        (Some("2026-09-30"), None, "sum 300"),
        (Some("2026-10-01"), None, "sum 300"),
        (None, Some("2026-07-01"), "lacking 2"),
        (None, Some("2026-06-30"), "sum 300"),
    ] {
        let mut it = Distributor::new(JANUARY);
        let second = GrantTargets { first: first.map(date), last: last.map(date), ..grant(2, &[]) };
        it.facts.grants = vec![grant(1, &[("300", JANUARY, false)]), second];
        assert_eq!(said(&it, "revenue"), expected, "from {first:?} to {last:?}");
    }
}

#[test]
fn a_grant_that_begins_in_mid_quarter_counts_from_the_next_quarter_on_unless_it_was_agreed() {
    let held: &[Set<'_>] = &[("300", JANUARY, false)];
    let agreed = ("200", "2026-08-10", true);
    for (before, first, sets, expected) in [
        (held, "2026-08-10", vec![("200", "2026-08-10", false)], "sum 300, amended 500"),
        (held, "2026-08-10", vec![agreed], "sum 500"),
        (held, "2026-08-10", vec![], "sum 300"),
        (held, "2026-07-01", vec![("200", "2026-07-01", false)], "sum 500"),
        // Nothing held when the quarter opened: the first target counts from the quarter in which it was set.
        (&[], "2026-08-10", vec![agreed], "lacking 1"),
    ] {
        let mut it = Distributor::new(JANUARY);
        it.facts.grants = vec![grant(1, before), GrantTargets { first: Some(date(first)), ..grant(2, &sets) }];
        assert_eq!(said(&it, "revenue"), expected, "from {first}: {sets:?}");
    }
}

#[test]
fn only_amounts_add_up() {
    for (kpi, expected) in [
        ("revenue", "sum 3"),
        ("sales-volume", "sum 3"),
        ("revenue-growth", "nothing"),
        ("conversion", "nothing"),
        ("pipeline", "nothing"),
        ("stock-cover", "nothing"),
        ("weekly-discipline", "nothing"),
    ] {
        let mut it = Distributor::new(JANUARY);
        let of = |id, value| GrantTargets { targets: vec![target(kpi, (value, JANUARY, false))], ..grant(id, &[]) };
        it.facts.grants = vec![of(1, "1"), of(2, "2")];
        assert_eq!(said(&it, kpi), expected, "{kpi}");
    }
}

/// Three summaries of 150, against 300 and 200 a quarter.
fn reported() -> Distributor {
    let mut it = Distributor::new(JANUARY);
    it.months("revenue", &[("2026-07", "150"), ("2026-08", "150"), ("2026-09", "150")]);
    it.facts.grants = vec![grant(1, &[("300", JANUARY, false)]), grant(2, &[("200", JANUARY, false)])];
    it
}

#[test]
fn the_distributors_one_figure_is_held_against_the_sum() {
    let it = reported();
    let line = it.line("revenue", "2026-Q3", "2026-11-02");
    assert_eq!(line.target.map(|target| target.goal), Some(Goal::Value(rate("500", "1"))));
    assert_eq!(line.attainment, Some(rate("450", "500")));
    let month: Month = "2026-08".parse().unwrap();
    let august = score_month(&it.case("2026-11-02"), month);
    let goal = august.line(&KpiKey::new("revenue")).unwrap().target.clone().map(|target| target.goal);
    assert_eq!(goal, Some(Goal::Value(rate("500", "3"))), "each part by its own phasing");
}

#[test]
fn a_missing_part_leaves_the_gate_open_and_no_grant_has_an_actual_of_its_own() {
    let mut it = reported();
    let quarter: Quarter = "2026-Q3".parse().unwrap();
    let revenue = |it: &Distributor| {
        let card = it.score("2026-Q3", "2026-11-02");
        let assessed = assess(&it.case("2026-11-02"), &Grant::default(), quarter, &card);
        let condition = assessed.conditions.first().unwrap().clone();
        (condition.amounts.map(|amounts| (amounts.required, amounts.actual)), condition.met)
    };
    let amounts = Some((rate("500", "1"), Some(rate("450", "1"))));
    assert_eq!(revenue(&it), (amounts, Some(false)));
    it.facts.grants[1].targets.clear();
    assert_eq!(revenue(&it), (None, None), "300 of one grant is not what the distributor must reach");
    assert_eq!(it.line("revenue", "2026-Q3", "2026-11-02").status, Status::NoTarget);
}

#[test]
fn a_goal_that_goes_without_saying_never_stands_in_for_a_missing_part() {
    let mut it = reported();
    it.playbook.kpis[0].default_goal = Some(Goal::Value(quantity("1")));
    it.facts.grants[1].targets.clear();
    assert_eq!(it.line("revenue", "2026-Q3", "2026-11-02").target, None);
    it.facts.grants.clear();
    assert!(it.line("revenue", "2026-Q3", "2026-11-02").target.is_some());
}
