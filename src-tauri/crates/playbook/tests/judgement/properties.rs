//! What holds for any distributor.

use chrono::Days;
use playbook::facts::Report;
use playbook::kpi::{Base, Group, Kpi, KpiKey, OwnWords, Shape, Terms};
use playbook::measure::{Measure, MeasureKey, OwnMeasure, ReportKind, Unit};
use playbook::number::{Quantity, Rate};
use playbook::period::{Period, Quarter};
use playbook::score::{Status, total};
use playbook::target::Per;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::distributor::Distributor;

const QUARTER: &str = "2026-Q3";
/// Every report and review of the quarter is past its grace.
const SETTLED: &str = "2026-11-15";
const MONTHLY: [&str; 5] = ["revenue", "units_sold", "leads", "quotes", "purchase_orders"];
const WEEKLY: [&str; 3] = ["opportunities_proposal", "opportunities_negotiation", "own_visits"];

/// A report of a period: up to two revisions, each some days after the period, each measure stated or not.
type Handed = Vec<(u8, Vec<Option<u16>>)>;

fn handed(measures: usize) -> impl Strategy<Value = Handed> {
    let stated = proptest::collection::vec(proptest::option::weighted(0.9, 0_u16..500), measures);
    proptest::collection::vec((0_u8..30, stated), 0..=2)
}

fn distributors() -> impl Strategy<Value = Distributor> {
    let months = proptest::collection::vec(handed(MONTHLY.len()), 6);
    let weeks = proptest::collection::vec(handed(WEEKLY.len()), 13);
    let targets = proptest::collection::vec(proptest::option::weighted(0.8, 1_u16..600), 5);
    let own = proptest::collection::vec(0_u32..30, OWN.len());
    (months, weeks, targets, any::<[bool; 4]>(), own).prop_map(|(months, weeks, targets, reviews, own)| {
        let mut it = Distributor::new("2026-01-01");
        make_kpis(&mut it, &own);
        let quarter: Quarter = QUARTER.parse().unwrap();
        let periods = quarter.previous().months().into_iter().chain(quarter.months()).map(Period::Month);
        for (period, handed) in periods.zip(months) {
            hand_in(&mut it, period, &MONTHLY, handed);
        }
        for (week, handed) in quarter.weeks().into_iter().zip(weeks) {
            hand_in(&mut it, week.into(), &WEEKLY, handed);
        }
        let kpis = ["revenue", "revenue-growth", "sales-volume", "conversion", "pipeline"];
        for (kpi, target) in kpis.into_iter().zip(targets) {
            target.into_iter().for_each(|target| it.target(kpi, &target.to_string(), Per::Quarter));
        }
        for (period, held) in ["2026-07", "2026-08", "2026-09", "2026-Q3"].into_iter().zip(reviews) {
            held.then(|| it.review(period, "2026-10-10"));
        }
        it
    })
}

/// KPIs that a manager might make, by their keys.
const OWN: [&str; 4] = ["own-visits", "own-last-visits", "own-visits-growth", "own-quoted"];

/// Makes them, each with its weight, and agrees targets for them: one of a measure of the manager's own.
fn make_kpis(it: &mut Distributor, weights: &[u32]) {
    let visits = Measure { key: MeasureKey::new("own_visits"), report: ReportKind::Weekly, unit: Unit::Count };
    let sum = || Terms::of(vec![visits.key.clone()], |_| Some(&visits));
    let shipped = |key: &str| Terms::new(MeasureKey::new(key), []);
    let shapes = [
        Shape::Total(sum()),
        Shape::Latest(sum()),
        Shape::Growth { of: sum(), over: Base::PreviousPeriod },
        Shape::Ratio { part: shipped("quotes"), whole: shipped("leads") },
    ];
    for ((key, shape), weight) in OWN.into_iter().zip(shapes).zip(weights) {
        let own = OwnWords { title: key.to_owned(), meaning: String::new() };
        let made = Kpi::made(KpiKey::new(key), own, Group::Execution, shape);
        it.playbook.kpis.push(Kpi { weight: *weight, grace: Some(9), ..made });
    }
    it.playbook.measures.push(OwnMeasure { measure: visits, title: "Visits".to_owned(), asked: true });
    for (key, target) in OWN.into_iter().zip(["900", "60", "0.1", "0.5"]) {
        it.target(key, target, Per::Quarter);
    }
}

fn hand_in(it: &mut Distributor, period: Period, keys: &[&str], handed: Handed) {
    for (days, stated) in handed {
        let received = (period.last_day() + Days::new(days.into())).to_string();
        let stated = keys.iter().zip(stated).filter_map(|(key, value)| Some((*key, value?.to_string())));
        let stated: Vec<_> = stated.collect();
        let measures: Vec<_> = stated.iter().map(|(key, value)| (*key, value.as_str())).collect();
        it.report(&period.to_string(), &received, &measures);
    }
}

fn is_of_the_quarter(report: &Report) -> bool {
    QUARTER.parse::<Quarter>().unwrap().holds(report.period)
}

proptest! {
    #[test]
    fn the_order_of_the_facts_never_changes_a_scorecard(
        it in distributors(),
        seed in any::<Index>(),
        today in 0_u64..200,
    ) {
        let today = ("2026-06-01".parse::<chrono::NaiveDate>().unwrap() + Days::new(today)).to_string();
        let before = it.score(QUARTER, &today);
        let mut it = it;
        let mut reports: Vec<_> = it.facts.reports.iter().rev().cloned().collect();
        let size = reports.len();
        reports.rotate_left(seed.index(size + 1));
        it.facts.reports = reports.into();
        it.facts.targets.reverse();
        it.facts.reviews.reverse();
        prop_assert_eq!(before, it.score(QUARTER, &today));
    }

    #[test]
    fn the_total_of_a_quarter_is_that_of_its_scorecard(it in distributors(), today in 0_u64..200) {
        let today = ("2026-06-01".parse::<chrono::NaiveDate>().unwrap() + Days::new(today)).to_string();
        for quarter in ["2026-Q2", QUARTER] {
            let found = total(&it.case(&today), quarter.parse().unwrap());
            prop_assert_eq!(found, it.score(quarter, &today).total());
        }
    }

    #[test]
    fn hiding_a_report_of_the_quarter_never_raises_the_score_after_the_grace(it in distributors(), which in any::<Index>()) {
        let mut it = it;
        let before = it.score(QUARTER, SETTLED);
        let of_quarter: Vec<_> = it.facts.reports.iter().filter(|report| is_of_the_quarter(report)).collect();
        prop_assume!(!of_quarter.is_empty());
        let hidden = which.get(&of_quarter).period;
        it.facts.reports.retain(|report| report.period != hidden);
        let after = it.score(QUARTER, SETTLED);
        prop_assert!(after.score <= before.score, "{hidden}: {:?} > {:?}", after.score, before.score);
        prop_assert!(after.coverage <= before.coverage, "{hidden}: {:?} > {:?}", after.coverage, before.coverage);
    }

    #[test]
    fn more_revenue_never_lowers_a_revenue_kpi(it in distributors(), which in any::<Index>(), more in 1_u32..1000) {
        let mut it = it;
        let before = it.score(QUARTER, SETTLED);
        let revenue = MeasureKey::new("revenue");
        let sold = |report: &&Report| is_of_the_quarter(report) && report.kind == ReportKind::Monthly;
        let sold: Vec<_> = it.facts.reports.iter().filter(sold).map(|report| report.id).collect();
        prop_assume!(!sold.is_empty());
        let chosen = *which.get(&sold);
        it.facts.reports.change(|report| {
            if let Some(value) = report.measures.get(&revenue).filter(|_| report.id == chosen) {
                let raised = (revenue.clone(), value + Quantity::from(more));
                let others = report.measures.iter().map(|(key, value)| (key.clone(), value));
                report.measures = others.chain([raised]).collect();
            }
        });
        let after = it.score(QUARTER, SETTLED);
        for kpi in ["revenue", "revenue-growth"].map(KpiKey::new) {
            let attained = |card: &playbook::score::Scorecard| card.line(&kpi).and_then(|line| line.attainment.clone());
            prop_assert!(attained(&after) >= attained(&before), "{}", kpi);
        }
        prop_assert!(after.score >= before.score);
    }

    #[test]
    fn the_lines_account_for_the_score(it in distributors(), today in 0_u64..200) {
        let today = ("2026-06-01".parse::<chrono::NaiveDate>().unwrap() + Days::new(today)).to_string();
        let scorecard = it.score(QUARTER, &today);
        let points: Rate = scorecard.lines.iter().filter_map(|line| line.points.clone()).sum();
        prop_assert_eq!(&scorecard.points, &points);
        prop_assert_eq!(&scorecard.score, &points.over(&scorecard.weight_scored));
        prop_assert!(scorecard.coverage <= Rate::one() && !scorecard.coverage.is_negative());
        for line in &scorecard.lines {
            let within = |rate: &Rate| !rate.is_negative() && *rate <= Rate::percent(120);
            prop_assert!(line.attainment.as_ref().is_none_or(within), "{}", line.kpi);
            let placeless = matches!(line.status, Status::NoTarget | Status::DoesNotApply);
            prop_assert!(!placeless || line.attainment.is_none(), "{}", line.kpi);
        }
    }
}
