//! What becomes of a line when something is missing, open, zero or out of place.

use playbook::attainment::Colour::{Amber, Green, Red};
use playbook::kpi::{Base, Better, Kpi, KpiKey, Shape, Terms};
use playbook::measure::{MeasureKey, Unit};
use playbook::number::Rate;
use playbook::score::{Actual, Figure, Status, WhyNot, score_month};
use playbook::target::{Goal, Per};

use crate::distributor::{Distributor, quantity, rate};

/// The day in Q3 2026 and its aftermath on which everything is settled: August is due on 7 September, September on
/// 7 October and missing from 13 October on.
const SETTLED: &str = "2026-11-02";

/// A line's actual (`-` for none), attainment (`-` for none) and status.
fn check(it: &Distributor, kpi: &str, today: &str, actual: &str, attained: &str, status: Status) {
    let line = it.line(kpi, "2026-Q3", today);
    let figure = line.actual.figure().map(|figure| figure.value());
    assert_eq!(figure, value(actual), "actual of {kpi} on {today}");
    assert_eq!(line.attainment, value(attained), "attainment of {kpi} on {today}");
    assert_eq!(line.status, status, "status of {kpi} on {today}");
}

fn value(text: &str) -> Option<Rate> {
    (text != "-").then(|| quantity(text).into())
}

fn july_and_august(measure: &str, kpi: &str, target: &str) -> Distributor {
    let mut it = Distributor::new("2026-07-01");
    it.months(measure, &[("2026-07", "90"), ("2026-08", "120")]);
    it.target(kpi, target, Per::Quarter);
    it
}

#[test]
fn a_total_is_held_against_the_months_that_are_decided() {
    let it = july_and_august("revenue", "revenue", "300");
    // By 1 September both are in and September is to come: 210 of 200.
    check(&it, "revenue", "2026-09-01", "210", "1.05", Status::Provisional(Some(Green)));
    // September is overdue on 8 October and within the grace on the 12th.
    check(&it, "revenue", "2026-10-12", "210", "1.05", Status::Provisional(Some(Green)));
    // On the 13th it is missing, and counts as nothing: 210 of 300.
    check(&it, "revenue", "2026-10-13", "210", "0.7", Status::Settled(Red));
}

#[test]
fn a_total_shows_the_targets_of_the_period_and_to_date() {
    let line = july_and_august("revenue", "revenue", "300").line("revenue", "2026-Q3", "2026-09-01");
    let target = line.target.unwrap();
    assert_eq!(target.goal, Goal::Value(rate("300", "1")));
    assert_eq!(target.to_date, Goal::Value(rate("200", "1")));
}

#[test]
fn nothing_reported_is_provisional_and_then_scores_zero() {
    let mut it = Distributor::new("2026-07-01");
    it.target("revenue", "300", Per::Quarter);
    for (today, attained, status) in [
        ("2026-07-15", "-", Status::Provisional(None)),
        ("2026-08-12", "-", Status::Provisional(None)),
        ("2026-08-13", "0", Status::Provisional(Some(Red))),
        (SETTLED, "0", Status::Settled(Red)),
    ] {
        check(&it, "revenue", today, "-", attained, status);
        assert_eq!(it.line("revenue", "2026-Q3", today).actual, Actual::Missing);
    }
}

#[test]
fn zero_is_reported_and_not_missing() {
    let mut it = Distributor::new("2026-07-01");
    it.months("revenue", &[("2026-07", "0"), ("2026-08", "0"), ("2026-09", "0")]);
    it.target("revenue", "300", Per::Quarter);
    check(&it, "revenue", SETTLED, "0", "0", Status::Settled(Red));
    assert!(matches!(it.line("revenue", "2026-Q3", SETTLED).actual, Actual::Zero(_)));
}

#[test]
fn returns_above_sales_are_negative_and_score_zero() {
    let mut it = Distributor::new("2026-07-01");
    it.months("revenue", &[("2026-07", "10"), ("2026-08", "-40"), ("2026-09", "5")]);
    it.target("revenue", "300", Per::Quarter);
    check(&it, "revenue", SETTLED, "-25", "0", Status::Settled(Red));
}

#[test]
fn without_a_target_there_is_a_number_and_no_score() {
    let mut it = Distributor::new("2026-07-01");
    it.months("revenue", &[("2026-07", "90"), ("2026-08", "90"), ("2026-09", "90")]);
    check(&it, "revenue", SETTLED, "270", "-", Status::NoTarget);
    it.target("revenue", "0", Per::Quarter);
    check(&it, "revenue", SETTLED, "270", "-", Status::NoTarget);
}

#[test]
fn attainment_is_capped_and_the_edges_have_the_better_colour() {
    for (sold, attained, colour) in
        [("360", "1.2", Green), ("500", "1.2", Green), ("300", "1", Green), ("299", "-", Amber), ("270", "0.9", Amber)]
    {
        let mut it = Distributor::new("2026-07-01");
        it.months("revenue", &[("2026-07", sold), ("2026-08", "0"), ("2026-09", "0")]);
        it.target("revenue", "300", Per::Quarter);
        let line = it.line("revenue", "2026-Q3", SETTLED);
        assert_eq!(line.status, Status::Settled(colour), "{sold}");
        assert_eq!(line.attainment, value(attained).or(Some(rate(sold, "300"))), "{sold}");
    }
}

#[test]
fn a_share_over_a_missing_month_scores_zero_and_still_shows_what_is_known() {
    let mut it = Distributor::new("2026-07-01");
    for (month, received) in [("2026-07", "2026-08-03"), ("2026-08", "2026-09-01")] {
        it.report(month, received, &[("leads", "50"), ("purchase_orders", "10")]);
    }
    it.target("conversion", "0.2", Per::Quarter);
    check(&it, "conversion", "2026-10-12", "0.2", "1", Status::Provisional(Some(Green)));
    check(&it, "conversion", "2026-10-13", "0.2", "0", Status::Settled(Red));
}

#[test]
fn a_share_of_nothing_does_not_apply() {
    let mut it = Distributor::new("2026-07-01");
    for month in ["2026-07", "2026-08", "2026-09"] {
        it.report(month, "2026-10-01", &[("leads", "0"), ("purchase_orders", "0")]);
    }
    it.target("conversion", "0.2", Per::Quarter);
    let line = it.line("conversion", "2026-Q3", SETTLED);
    assert_eq!(line.actual, Actual::NotApplicable(WhyNot::NothingToMeasure));
    assert_eq!((line.status, line.points), (Status::DoesNotApply, None));
}

#[test]
fn the_latest_week_counts_unless_a_later_one_is_missing() {
    let mut it = Distributor::new("2026-07-01");
    let pipeline = |count| [("opportunities_proposal", count), ("opportunities_negotiation", "0")];
    it.report("2026-W37", "2026-09-14", &pipeline("10"));
    it.report("2026-W38", "2026-09-21", &pipeline("8"));
    it.target("pipeline", "10", Per::Quarter);
    // W39 is due on 28 September and missing from 4 October on.
    check(&it, "pipeline", "2026-09-16", "10", "1", Status::Provisional(Some(Green)));
    check(&it, "pipeline", "2026-10-03", "8", "0.8", Status::Provisional(Some(Red)));
    check(&it, "pipeline", "2026-10-04", "-", "0", Status::Settled(Red));
    it.report("2026-W39", "2026-10-05", &pipeline("9"));
    check(&it, "pipeline", "2026-10-05", "9", "0.9", Status::Settled(Amber));
}

#[test]
fn a_week_within_the_grace_leaves_the_latest_known() {
    let mut it = Distributor::new("2026-07-01");
    it.playbook.grace_days = 10;
    it.report("2026-W37", "2026-09-14", &[("opportunities_proposal", "10"), ("opportunities_negotiation", "0")]);
    it.target("pipeline", "10", Per::Quarter);
    // On 30 September W38 is nine days overdue and W39 two.
    let line = it.line("pipeline", "2026-Q3", "2026-09-30");
    assert_eq!((line.status, line.tally.open.len()), (Status::Provisional(Some(Green)), 2));
    assert_eq!((line.tally.known, line.tally.due), (1, 1));
}

#[test]
fn where_less_is_better_a_missing_month_scores_zero() {
    for (kpi, value) in [("revenue", "210"), ("revenue-growth", "-0.3")] {
        let mut it = july_and_august("revenue", "sales-volume", "300");
        it.months("revenue", &[("2025-07", "100"), ("2025-08", "100"), ("2025-09", "100")]);
        it.playbook.kpis.iter_mut().for_each(|kpi| kpi.better = Better::Lower);
        it.target(kpi, "300", Per::Quarter);
        check(&it, kpi, SETTLED, value, "0", Status::Settled(Red));
    }
}

#[test]
fn a_measure_left_out_of_a_report_is_as_missing_as_the_report() {
    let mut it = july_and_august("units_sold", "revenue", "300");
    it.report("2026-09", "2026-10-01", &[("units_sold", "10")]);
    check(&it, "revenue", SETTLED, "-", "0", Status::Settled(Red));
}

#[test]
fn growth_is_over_last_year_else_over_the_quarter_before() {
    let mut it = Distributor::new("2026-07-01");
    it.months("revenue", &[("2026-07", "110"), ("2026-08", "110"), ("2026-09", "110")]);
    it.target("revenue-growth", "0.1", Per::Quarter);
    let line = it.line("revenue-growth", "2026-Q3", SETTLED);
    assert_eq!(line.actual, Actual::NotApplicable(WhyNot::NoBase));
    it.months("revenue", &[("2026-04", "100"), ("2026-05", "100"), ("2026-06", "100")]);
    check(&it, "revenue-growth", SETTLED, "0.1", "1", Status::Settled(Green));
    it.months("revenue", &[("2025-07", "88"), ("2025-08", "88"), ("2025-09", "88")]);
    check(&it, "revenue-growth", SETTLED, "0.25", "1.2", Status::Settled(Green));
}

#[test]
fn growth_compares_the_months_that_are_in_with_the_same_months_before() {
    let mut it = july_and_august("revenue", "revenue-growth", "0.1");
    it.months("revenue", &[("2025-07", "100"), ("2025-08", "100"), ("2025-09", "1000")]);
    check(&it, "revenue-growth", "2026-09-01", "0.05", "0.5", Status::Provisional(Some(Red)));
}

#[test]
fn growth_from_zero_or_less_has_no_meaning() {
    for base in ["0", "-10"] {
        let mut it = july_and_august("revenue", "revenue-growth", "0.1");
        it.months("revenue", &[("2025-07", base), ("2025-08", base), ("2025-09", base)]);
        let line = it.line("revenue-growth", "2026-Q3", SETTLED);
        assert_eq!(line.actual, Actual::NotApplicable(WhyNot::BaseNotPositive), "{base}");
    }
}

#[test]
fn a_week_not_yet_due_is_left_out_and_an_overdue_one_is_not_on_time() {
    let mut it = Distributor::new("2026-09-28");
    it.report("2026-W40", "2026-10-05", &[]);
    it.report("2026-W41", "2026-10-13", &[]);
    for (today, part, whole) in [("2026-10-05", "1", "1"), ("2026-10-12", "1", "1"), ("2026-10-13", "1", "2")] {
        let line = it.line("weekly-discipline", "2026-Q4", today);
        assert_eq!(line.attainment, Some(rate(part, whole)), "{today}");
    }
    // A quarter of 14 weeks, all of which are due on 4 January at the latest.
    let line = it.line("weekly-discipline", "2026-Q4", "2027-02-01");
    assert_eq!(line.attainment, Some(rate("1", "14")));
    assert_eq!(line.tally.due, 14);
}

#[test]
fn reviews_are_open_until_they_are_due() {
    let mut it = Distributor::new("2026-07-01");
    it.review("2026-07", "2026-08-10");
    check(&it, "monthly-reviews", "2026-08-09", "-", "-", Status::Provisional(None));
    check(&it, "monthly-reviews", "2026-09-30", "1", "1", Status::Provisional(Some(Green)));
    check(&it, "monthly-reviews", "2026-10-01", "0.5", "0.5", Status::Provisional(Some(Red)));
    assert_eq!(it.line("monthly-reviews", "2026-Q3", "2026-11-01").attainment, Some(rate("1", "3")));
    check(&it, "quarterly-adjustment", "2026-10-15", "-", "-", Status::Provisional(None));
    check(&it, "quarterly-adjustment", "2026-10-16", "0", "0", Status::Settled(Red));
}

#[test]
fn a_distributor_that_begins_in_mid_quarter_is_held_to_the_rest_of_it() {
    let mut it = Distributor::new("2026-08-03");
    it.months("revenue", &[("2026-09", "100")]);
    it.target("revenue", "300", Per::Quarter);
    check(&it, "revenue", SETTLED, "100", "1", Status::Settled(Green));
    assert_eq!(it.line("weekly-discipline", "2026-Q3", SETTLED).tally.due, 8);
    assert_eq!(it.line("revenue", "2026-Q2", SETTLED).actual, Actual::NotApplicable(WhyNot::BeforeReporting));
    // What comes all the same counts, and is late for nobody.
    it.report("2026-W31", "2026-08-03", &[]);
    it.report("2026-W30", "2026-07-30", &[]);
    let line = it.line("weekly-discipline", "2026-Q3", SETTLED);
    assert_eq!((line.tally.due, line.parts[0].figure.clone()), (9, Some(Figure::Amount(quantity("1"), Unit::Count))));
}

/// A KPI of the default rules, remade.
fn remake(it: &mut Distributor, key: &str, change: impl Fn(&mut Kpi)) {
    it.playbook.kpis.iter_mut().filter(|kpi| kpi.key == KpiKey::new(key)).for_each(change);
}

#[test]
fn an_amount_that_holds_where_nothing_is_agreed_is_that_of_a_quarter() {
    let mut it = Distributor::new("2026-07-01");
    remake(&mut it, "revenue", |kpi| kpi.default_goal = Some(Goal::Value(quantity("300"))));
    it.months("revenue", &[("2026-07", "100"), ("2026-08", "100")]);
    check(&it, "revenue", "2026-09-15", "200", "1", Status::Provisional(Some(Green)));
    let july = score_month(&it.case("2026-09-15"), "2026-07".parse().unwrap());
    let line = july.line(&KpiKey::new("revenue")).unwrap();
    let target = line.target.as_ref().map(|target| target.goal.clone());
    assert_eq!((target, line.attainment.clone()), (Some(Goal::Value(rate("100", "1"))), Some(Rate::one())));
}

#[test]
fn weeks_are_compared_with_as_many_weeks_of_a_longer_quarter() {
    // 2026-Q4 has 14 weeks, 2027-Q1 has 12: its first three are held against the first three.
    let mut it = Distributor::new("2026-09-28");
    let terms = Terms::new(MeasureKey::new("new_leads"), []);
    remake(&mut it, "revenue-growth", |kpi| {
        kpi.shape = Shape::Growth { of: terms.clone(), over: Base::PreviousPeriod };
    });
    let weeks = |quarter: &str| quarter.parse::<playbook::period::Quarter>().unwrap().weeks();
    assert_eq!((weeks("2026-Q4").len(), weeks("2027-Q1").len()), (14, 12));
    // The last two weeks of the base are unknown.
    for week in weeks("2026-Q4").iter().take(12) {
        it.report(&week.to_string(), &week.next().first_day().to_string(), &[("new_leads", "10")]);
    }
    for week in weeks("2027-Q1").iter().take(3) {
        it.report(&week.to_string(), &week.next().first_day().to_string(), &[("new_leads", "15")]);
    }
    let grown = |today: &str| it.line("revenue-growth", "2027-Q1", today).actual;
    assert_eq!(grown("2027-01-25"), Actual::Reported(Figure::Share(rate("1", "2"))));
}

#[test]
fn operational_kpis_are_shown_once_in_scope() {
    let mut it = Distributor::new("2026-07-01");
    for (month, stock, forecast) in [("2026-07", "50", "180"), ("2026-08", "40", "200"), ("2026-09", "46", "200")] {
        let received = month.parse::<playbook::period::Month>().unwrap().next().first_day().to_string();
        let sold = [("units_sold", "46"), ("stock_on_hand", stock), ("revenue", "100"), ("forecast_60_days", forecast)];
        let rest = [("orders_due", "20"), ("orders_on_time", "19"), ("stockouts", "1"), ("skus_ranged", "40")];
        it.report(month, &received, &[sold, rest].concat());
    }
    let band = Goal::Band { low: quantity("30"), high: quantity("45"), margin: quantity("15") };
    it.goal("stock-cover", band, Per::Quarter, "2026-01-01", false);
    it.target("on-time-in-full", "0.95", Per::Quarter);
    it.target("stockout-rate", "0.05", Per::Quarter);
    it.target("forecast-accuracy", "0.9", Per::Quarter);
    assert_eq!(it.line("stock-cover", "2026-Q3", SETTLED).actual, Actual::NotApplicable(WhyNot::OutOfScope));
    it.facts.operational = true;
    // 46 on hand at 138 sold in 92 days last 92 × 46 / 138 = 30 2/3 days.
    let line = it.line("stock-cover", "2026-Q3", SETTLED);
    assert_eq!(line.actual.figure().map(|figure| figure.value()), Some(rate("92", "3")));
    assert_eq!((line.attainment, line.points), (Some(Rate::one()), None));
    check(&it, "on-time-in-full", SETTLED, "0.95", "1", Status::Settled(Green));
    // A rate of 0.025 against at most 0.05: 2 - 0.5, capped.
    check(&it, "stockout-rate", SETTLED, "0.025", "1.2", Status::Settled(Green));
    // Only July's forecast runs out in the quarter for which both months came: 180 against 200.
    check(&it, "forecast-accuracy", SETTLED, "0.9", "1", Status::Settled(Green));
}

#[test]
fn a_forecast_further_off_than_the_whole_is_worth_nothing() {
    let mut it = Distributor::new("2026-07-01");
    it.facts.operational = true;
    for (month, received) in [("2026-07", "2026-08-03"), ("2026-08", "2026-09-01"), ("2026-09", "2026-10-01")] {
        it.report(month, received, &[("revenue", "100"), ("forecast_60_days", "500")]);
    }
    it.target("forecast-accuracy", "0.9", Per::Quarter);
    check(&it, "forecast-accuracy", SETTLED, "0", "0", Status::Settled(Red));
}

#[test]
fn what_does_not_apply_drops_out_and_the_weights_renormalise() {
    let mut it = Distributor::new("2026-07-01");
    it.months("revenue", &[("2026-07", "100"), ("2026-08", "100"), ("2026-09", "100")]);
    it.target("revenue", "300", Per::Quarter);
    it.playbook.kpis.retain(|kpi| ["revenue", "revenue-growth", "quarterly-adjustment"].contains(&kpi.key.as_str()));
    let scorecard = it.score("2026-Q3", SETTLED);
    // Revenue 25 of 25, no growth without a base, QBR 0 of 10.
    assert_eq!(scorecard.score, Some(rate("25", "35")));
    assert_eq!(scorecard.weight_applicable, rate("35", "1"));
    assert_eq!(scorecard.coverage, Rate::one());
}

#[test]
fn coverage_counts_what_is_known_of_what_was_due() {
    let mut it = Distributor::new("2026-07-01");
    it.playbook.kpis.retain(|kpi| ["revenue", "sales-volume"].contains(&kpi.key.as_str()));
    it.months("revenue", &[("2026-07", "100"), ("2026-08", "100")]);
    it.target("revenue", "300", Per::Quarter);
    let scorecard = it.score("2026-Q3", SETTLED);
    // Revenue: two of three months of 25. Volume has no target, so it can't be scored: 0 of 10.
    assert_eq!(scorecard.coverage, &rate("50", "3") * &rate("1", "35"));
    assert!(scorecard.provisional);
}

#[test]
fn coverage_of_exactly_seventy_percent_is_enough() {
    for (known_weight, provisional) in [(70, false), (69, true)] {
        let mut it = Distributor::new("2026-07-01");
        it.months("revenue", &[("2026-07", "100"), ("2026-08", "100"), ("2026-09", "100")]);
        it.target("revenue", "300", Per::Quarter);
        it.playbook.kpis.retain(|kpi| ["revenue", "sales-volume"].contains(&kpi.key.as_str()));
        it.playbook.kpis[0].weight = known_weight;
        it.playbook.kpis[1].weight = 100 - known_weight;
        assert_eq!(it.score("2026-Q3", SETTLED).provisional, provisional, "{known_weight}");
    }
}

#[test]
fn a_month_is_held_against_its_part_of_the_target() {
    let it = july_and_august("revenue", "revenue", "300");
    let scorecard = score_month(&it.case(SETTLED), "2026-08".parse().unwrap());
    let line = scorecard.line(&KpiKey::new("revenue")).unwrap();
    assert_eq!(line.attainment, Some(rate("120", "100")));
    let qbr = scorecard.line(&KpiKey::new("quarterly-adjustment")).unwrap();
    assert_eq!(qbr.actual, Actual::NotApplicable(WhyNot::QuarterOnly));
}

#[test]
fn what_came_after_the_day_of_judgement_is_not_there_yet() {
    let mut it = july_and_august("revenue", "revenue", "300");
    it.report("2026-08", "2026-09-20", &[("revenue", "60")]);
    check(&it, "revenue", "2026-09-19", "210", "1.05", Status::Provisional(Some(Green)));
    check(&it, "revenue", "2026-09-20", "150", "0.75", Status::Provisional(Some(Red)));
}

#[test]
fn the_moves_sum_to_the_difference_of_the_scores() {
    let mut it = july_and_august("revenue", "revenue", "300");
    let earlier = it.score("2026-Q3", SETTLED);
    it.report("2026-09", "2026-10-30", &[("revenue", "30")]);
    let later = it.score("2026-Q3", SETTLED);
    let moved: Vec<_> = later.moved_since(&earlier).into_iter().filter(|(_, by)| *by != Rate::zero()).collect();
    let by: Rate = moved.iter().map(|(_, by)| by.clone()).sum();
    assert_eq!(Some(by), Some(&later.score.unwrap() - &earlier.score.unwrap()));
    let moved: Vec<_> = moved.iter().map(|(kpi, _)| kpi.as_str()).collect();
    // The late summary changes nothing else: it was not on time before, and is not now.
    assert_eq!(moved, ["revenue"]);
}
