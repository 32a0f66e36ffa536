//! What the rule proposes for a quarter.

use playbook::exclusivity::{About, Assessment, Grant, Outcome, Proposal, Standing, assess};
use playbook::score::score;
use playbook::target::Per;

use crate::distributor::{Distributor, date};

/// A distributor that meets every gate of Q3 2026, and whose September summary is due on 7 October.
fn exemplary() -> Distributor {
    let mut it = Distributor::new("2026-07-01");
    for kpi in ["revenue", "sales-volume"] {
        it.target(kpi, "300", Per::Quarter);
    }
    it.target("conversion", "0.2", Per::Quarter);
    it.target("pipeline", "5", Per::Quarter);
    for (month, received) in [("2026-07", "2026-08-03"), ("2026-08", "2026-09-01"), ("2026-09", "2026-10-01")] {
        let sold = [("revenue", "100"), ("units_sold", "100")];
        it.report(month, received, &[sold, [("leads", "10"), ("purchase_orders", "2")]].concat());
    }
    for week in "2026-Q3".parse::<playbook::period::Quarter>().unwrap().weeks() {
        let pipeline = [("opportunities_proposal", "3"), ("opportunities_negotiation", "2")];
        it.report(&week.to_string(), &week.last_day().to_string(), &pipeline);
    }
    it
}

fn assessed(it: &Distributor, today: &str) -> Assessment {
    let (case, quarter) = (it.case(today), "2026-Q3".parse().unwrap());
    assess(&case, &Grant::started(it.facts.started), quarter, &score(&case, quarter))
}

#[test]
fn all_met_proposes_to_renew_once_the_quarter_is_over_and_no_report_is_open() {
    let mut it = exemplary();
    // The reviews of September and of the quarter are still open in October: they can't change the answer.
    for (today, proposal) in
        [("2026-09-30", Proposal::Open), ("2026-10-01", Proposal::Renew), ("2026-10-15", Proposal::Renew)]
    {
        assert_eq!(assessed(&it, today).proposal, proposal, "{today}");
    }
    it.facts.reports.retain(|report| report.period.to_string() != "2026-09");
    for (today, proposal) in
        [("2026-10-07", Proposal::Open), ("2026-10-08", Proposal::Conditional), ("2026-11-02", Proposal::Conditional)]
    {
        let assessment = assessed(&it, today);
        assert_eq!(assessment.proposal, proposal, "{today}: due on the 7th, late from the 8th");
        assert_eq!((assessment.settles, assessment.decide_by), (date("2026-10-12"), date("2026-10-15")));
    }
}

#[test]
fn a_quarter_settles_when_the_last_gate_no_longer_waits() {
    let mut it = exemplary();
    let settles = |it: &Distributor| assessed(it, "2026-10-08").settles;
    assert_eq!(settles(&it), date("2026-10-12"), "five days after the 7th");
    for kpi in &mut it.playbook.kpis {
        kpi.grace = (kpi.gate.is_some() && kpi.key.as_str() == "revenue").then_some(20);
    }
    assert_eq!(settles(&it), date("2026-10-27"), "revenue waits for twenty");
}

#[test]
fn what_lapsed_is_renewed_before_it_scales() {
    let mut it = exemplary();
    it.playbook.scale_after = 1;
    let outcome = |outcome, stage: &str| playbook::exclusivity::Decision {
        stage: stage.parse().unwrap(),
        proposed: Proposal::Open,
        outcome,
        reason: String::new(),
        author: String::new(),
        decided: date("2026-07-10"),
        until: None,
    };
    for (before, expected) in [(Outcome::Lapse, Proposal::Renew), (Outcome::Renew, Proposal::Scale)] {
        let grant = Grant { decisions: vec![outcome(before, "2026-Q2")], ..Grant::started(None) };
        let (case, quarter) = (it.case("2026-11-02"), "2026-Q3".parse().unwrap());
        assert_eq!(assess(&case, &grant, quarter, &score(&case, quarter)).proposal, expected, "{before:?}");
    }
}

#[test]
fn nothing_is_renewed_before_the_quarter_is_over() {
    let mut it = exemplary();
    it.playbook.kpis.retain(|kpi| kpi.gate.is_some());
    it.facts.reports.change(|report| report.received = report.received.min(date("2026-09-30")));
    for (today, proposal) in [("2026-09-30", Proposal::Open), ("2026-10-01", Proposal::Renew)] {
        assert_eq!(assessed(&it, today).proposal, proposal, "{today}");
    }
}

#[test]
fn revenue_can_not_buy_out_a_missing_report() {
    let mut it = exemplary();
    it.report("2026-09", "2026-10-02", &[("revenue", "10000"), ("units_sold", "100")]);
    it.facts.reports.retain(|report| report.period.to_string() != "2026-W35");
    let assessment = assessed(&it, "2026-11-02");
    assert_eq!(assessment.proposal, Proposal::Conditional);
    let unmet: Vec<_> = assessment.conditions.iter().filter(|condition| condition.met == Some(false)).collect();
    assert_eq!(unmet.len(), 1, "12 of 13 weeks pass the gate of 90 %");
    assert_eq!(unmet.last().map(|condition| &condition.about), Some(&About::Reporting));
    let revenue = assessment.conditions.first().unwrap();
    assert_eq!(revenue.actual, Some(playbook::number::Rate::one()));
}

#[test]
fn a_scorecard_of_too_little_coverage_can_not_renew() {
    let mut it = exemplary();
    it.facts
        .targets
        .retain(|target| target.of == playbook::target::TargetOf::Kpi(playbook::kpi::KpiKey::new("revenue")));
    let assessment = assessed(&it, "2026-11-02");
    // Of 90 that apply (no growth without a base), 35 has no target.
    let coverage = assessment.conditions.last().unwrap();
    assert_eq!((&coverage.about, coverage.met), (&About::Coverage, Some(false)));
    assert_eq!(coverage.actual, Some(crate::distributor::rate("55", "90")));
    assert_eq!(assessment.proposal, Proposal::Conditional);
}

#[test]
fn a_gate_without_a_target_stays_open() {
    let mut it = exemplary();
    it.facts
        .targets
        .retain(|target| target.of != playbook::target::TargetOf::Kpi(playbook::kpi::KpiKey::new("revenue")));
    let assessment = assessed(&it, "2026-11-02");
    assert_eq!(assessment.conditions.first().map(|condition| condition.met), Some(None));
    assert_ne!(assessment.proposal, Proposal::Renew);
}

#[test]
fn a_quarter_that_ends_within_the_launch_or_holds_its_unscored_months_is_not_judged() {
    let mut it = exemplary();
    for (start, standing, proposal, unscored) in [
        ("2026-08-15", Standing::Launch { day: 46, of: 90 }, Proposal::LaunchNotScored, true),
        ("2026-08-02", Standing::Launch { day: 59, of: 90 }, Proposal::LaunchNotScored, true),
        ("2026-08-01", Standing::Launch { day: 60, of: 90 }, Proposal::LaunchNotScored, true),
        ("2026-07-15", Standing::Launch { day: 77, of: 90 }, Proposal::LaunchNotScored, true),
        ("2026-07-01", Standing::Conditional, Proposal::LaunchNotScored, true),
        ("2026-06-02", Standing::Conditional, Proposal::LaunchNotScored, true),
        ("2026-06-01", Standing::Conditional, Proposal::Renew, false),
    ] {
        it.facts.started = Some(date(start));
        let assessment = assessed(&it, "2026-11-02");
        assert_eq!((assessment.standing, assessment.proposal), (standing, proposal), "{start}");
        assert_eq!(it.score("2026-Q3", "2026-11-02").score.is_none(), unscored, "{start}");
    }
}
