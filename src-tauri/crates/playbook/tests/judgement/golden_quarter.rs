//! One distributor, one quarter, every number worked out by hand.
//!
//! Singapore, Q3 2026, judged on 2 November, when all of it is settled. 9 August is a Sunday, so that Monday 10 August
//! is a holiday: W32 is due on Tuesday the 11th. July is due on 7 August, August on 7 September, September on 7 October.

use crate::distributor::{Distributor, date, rate};
use playbook::attainment::Colour::{Amber, Green, Red};
use playbook::cadence::ReportState;
use playbook::compliance::receipts;
use playbook::exclusivity::{About, Grant, Proposal, Standing, assess};
use playbook::kpi::KpiKey;
use playbook::measure::ReportKind;
use playbook::number::Rate;
use playbook::score::{Status, score};
use playbook::target::Per;

const QUARTER: &str = "2026-Q3";
const TODAY: &str = "2026-11-02";

fn distributor() -> Distributor {
    let mut it = Distributor::new("2026-04-01");
    it.facts.started = Some(date("2025-09-01"));
    it.months("revenue", &[("2026-04", "80000"), ("2026-05", "80000"), ("2026-06", "90000")]);
    for (month, received, [revenue, units, leads, quotes, orders]) in [
        ("2026-07", "2026-08-07", ["90000", "400", "40", "30", "10"]),
        ("2026-08", "2026-09-08", ["100000", "500", "50", "30", "12"]),
        ("2026-09", "2026-10-07", ["110000", "600", "60", "30", "14"]),
    ] {
        let keys = ["revenue", "units_sold", "leads", "quotes", "purchase_orders"];
        let measures: Vec<_> = keys.into_iter().zip([revenue, units, leads, quotes, orders]).collect();
        it.report(month, received, &measures);
    }
    let weeks = QUARTER.parse::<playbook::period::Quarter>().expect("a literal").weeks();
    for week in weeks {
        let received = match week.number() {
            30 => "2026-07-28".to_owned(),
            32 => "2026-08-11".to_owned(),
            35 => continue,
            _ => week.next().first_day().to_string(),
        };
        let pipeline = [("opportunities_proposal", "8"), ("opportunities_negotiation", "5")];
        it.report(&week.to_string(), &received, &pipeline);
    }
    it.report("2026-W36", "2026-09-20", &[("opportunities_proposal", "9"), ("opportunities_negotiation", "5")]);
    it.review("2026-07", "2026-08-12");
    it.review("2026-08", "2026-09-11");
    it.review("2026-Q3", "2026-10-12");
    it.target("revenue", "320000", Per::Quarter);
    it.target("revenue-growth", "0.25", Per::Quarter);
    it.target("sales-volume", "500", Per::Month);
    it.target("conversion", "0.2", Per::Quarter);
    it.target("pipeline", "20", Per::Quarter);
    it
}

#[test]
fn each_line_comes_to_what_was_worked_out_by_hand() {
    let scorecard = distributor().score(QUARTER, TODAY);
    for (kpi, actual, attainment, points, colour) in [
        ("revenue", rate("300000", "1"), rate("15", "16"), rate("375", "16"), Amber),
        ("revenue-growth", rate("1", "5"), rate("4", "5"), rate("8", "1"), Red),
        ("sales-volume", rate("1500", "1"), rate("1", "1"), rate("10", "1"), Green),
        ("conversion", rate("36", "150"), rate("6", "5"), rate("18", "1"), Green),
        ("pipeline", rate("13", "1"), rate("13", "20"), rate("13", "2"), Red),
        ("weekly-discipline", rate("11", "13"), rate("11", "13"), rate("110", "13"), Red),
        ("monthly-on-time", rate("2", "3"), rate("2", "3"), rate("10", "3"), Red),
        ("monthly-reviews", rate("2", "3"), rate("2", "3"), rate("10", "3"), Red),
        ("quarterly-adjustment", rate("1", "1"), rate("1", "1"), rate("10", "1"), Green),
    ] {
        let line = scorecard.line(&KpiKey::new(kpi)).expect("a default KPI");
        assert_eq!(line.actual.figure().map(|figure| figure.value()), Some(actual), "{kpi}");
        assert_eq!(line.attainment, Some(attainment), "{kpi}");
        assert_eq!(line.points, Some(points), "{kpi}");
        assert_eq!(line.status, Status::Settled(colour), "{kpi}");
    }
    for line in scorecard.lines.iter().filter(|line| line.weight == 0) {
        assert_eq!(line.status, Status::DoesNotApply, "{}", line.kpi);
    }
}

#[test]
fn the_score_is_the_points_over_the_weight() {
    let scorecard = distributor().score(QUARTER, TODAY);
    // 375/16 + 8 + 10 + 18 + 13/2 + 110/13 + 10/3 + 10/3 + 10 = 56825/624
    assert_eq!(scorecard.points, rate("56825", "624"));
    assert_eq!(scorecard.weight_scored, rate("100", "1"));
    assert_eq!(scorecard.score, Some(rate("56825", "62400")));
    // At the gate conversion counts 15 instead of 18.
    assert_eq!(scorecard.coverage, Rate::one());
    assert!(!scorecard.provisional && !scorecard.unscored);
}

#[test]
fn the_parts_stand_beside_their_line() {
    let it = distributor();
    let value = |kpi: &str, key: &str| {
        let line = it.line(kpi, QUARTER, TODAY);
        line.parts.iter().find(|part| part.key == key).and_then(|part| Some(part.figure.as_ref()?.value()))
    };
    for (kpi, key, expected) in [
        ("conversion", "lead-to-quote", rate("90", "150")),
        ("conversion", "quote-to-order", rate("36", "90")),
        ("conversion", "part", rate("36", "1")),
        ("conversion", "whole", rate("150", "1")),
        ("revenue-growth", "base", rate("250000", "1")),
        ("weekly-discipline", "done", rate("11", "1")),
        ("weekly-discipline", "of", rate("13", "1")),
    ] {
        assert_eq!(value(kpi, key), Some(expected), "{kpi} {key}");
    }
}

#[test]
fn every_report_is_accounted_for() {
    let it = distributor();
    let quarter = QUARTER.parse().expect("a literal");
    for receipt in receipts(&it.case(TODAY), ReportKind::Weekly, quarter) {
        let expected = match receipt.due.period.to_string().as_str() {
            "2026-W30" => ReportState::Late { days: 1 },
            "2026-W35" => ReportState::Missing,
            "2026-W36" => ReportState::Corrected,
            _ => ReportState::OnTime,
        };
        assert_eq!(receipt.state, expected, "{}", receipt.due.period);
    }
    let monthly = receipts(&it.case(TODAY), ReportKind::Monthly, quarter);
    let states: Vec<_> = monthly.iter().map(|receipt| receipt.state).collect();
    assert_eq!(states, [ReportState::OnTime, ReportState::Late { days: 1 }, ReportState::OnTime]);
}

#[test]
fn the_rule_names_each_condition_and_proposes_not_to_renew() {
    let it = distributor();
    let (case, quarter) = (it.case(TODAY), QUARTER.parse().expect("a literal"));
    let assessment = assess(&case, &Grant::started(it.facts.started), quarter, &score(&case, quarter));
    let kpi = |key: &str| About::Kpi(KpiKey::new(key));
    let expected = [
        (kpi("revenue"), rate("15", "16"), Some(rate("-1", "16")), false),
        (kpi("weekly-discipline"), rate("11", "13"), Some(rate("-7", "130")), false),
        (kpi("monthly-on-time"), rate("2", "3"), Some(rate("-1", "3")), false),
        (About::Reporting, rate("15", "16"), Some(rate("-1", "16")), false),
        (About::Coverage, rate("1", "1"), Some(rate("3", "10")), true),
    ];
    assert_eq!(assessment.conditions.len(), expected.len());
    for (condition, (about, actual, difference, met)) in assessment.conditions.into_iter().zip(expected) {
        assert_eq!(condition.difference(), difference, "{about:?}");
        assert_eq!((condition.about, condition.actual, condition.met), (about, Some(actual), Some(met)));
    }
    assert_eq!((assessment.standing, assessment.proposal), (Standing::Conditional, Proposal::Conditional));
}

#[test]
fn every_actual_cites_the_reports_it_was_made_of() {
    let it = distributor();
    let cited = |kpi: &str| it.line(kpi, QUARTER, TODAY).evidence.len();
    // Three months of revenue; growth adds the three of its base; parts and wholes of three months; two measures of
    // the last week; the twelve weeks that came.
    let counts =
        ["revenue", "revenue-growth", "conversion", "pipeline", "weekly-discipline", "monthly-reviews"].map(cited);
    assert_eq!(counts, [3, 6, 6, 2, 12, 0]);
    let conversion = it.line("conversion", QUARTER, TODAY);
    let parts: Vec<_> = conversion.parts.iter().map(|part| (part.key, part.evidence.len())).collect();
    assert_eq!(parts, [("part", 3), ("whole", 3), ("lead-to-quote", 6), ("quote-to-order", 6)]);
}
