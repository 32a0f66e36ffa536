//! The KPIs that ship.

use super::{Base, Beside, Better, Group, Kpi, KpiKey, OwnWords, ReviewKind, Shape, Terms};
use crate::measure::{MeasureKey, ReportKind, measure};
use crate::number::Rate;

fn terms(keys: &[&'static str]) -> Terms {
    Terms::of(keys.iter().map(|key| MeasureKey::fixed(key)).collect(), measure)
}

fn kpi(key: &'static str, group: Group, shape: Shape, weight: u32) -> Kpi {
    let nameless = OwnWords { title: String::new(), meaning: String::new() };
    Kpi { own: None, weight, ..Kpi::made(KpiKey::fixed(key), nameless, group, shape) }
}

fn gate(kpi: Kpi, percent: i64) -> Kpi {
    Kpi { gate: Some(Rate::percent(percent)), ..kpi }
}

fn ratio(part: &'static str, whole: &'static str) -> Shape {
    Shape::Ratio { part: terms(&[part]), whole: terms(&[whole]) }
}

/// The KPIs that ship: nine that are scored (lean is six to ten), and the operational ones, which weigh nothing until
/// a user gives them weight.
#[must_use]
pub fn defaults() -> Vec<Kpi> {
    [commercial(), execution(), operational()].concat()
}

fn commercial() -> Vec<Kpi> {
    use Group::Commercial;
    let pipeline = terms(&["opportunities_proposal", "opportunities_negotiation"]);
    let growth = Shape::Growth { of: terms(&["revenue"]), over: Base::LastYearElsePrevious };
    let beside = [("lead-to-quote", "quotes", "leads"), ("quote-to-order", "purchase_orders", "quotes")]
        .map(|(key, part, whole)| Beside { key, part: terms(&[part]), whole: terms(&[whole]) });
    vec![
        gate(kpi("revenue", Commercial, Shape::Total(terms(&["revenue"])), 25), 100),
        kpi("revenue-growth", Commercial, growth, 10),
        kpi("sales-volume", Commercial, Shape::Total(terms(&["units_sold"])), 10),
        Kpi { beside: beside.into(), ..kpi("conversion", Commercial, ratio("purchase_orders", "leads"), 15) },
        kpi("pipeline", Commercial, Shape::Latest(pipeline), 10),
    ]
}

fn execution() -> Vec<Kpi> {
    use Group::Execution;
    vec![
        // One late week in thirteen is amber and not a broken promise.
        gate(kpi("weekly-discipline", Execution, Shape::OnTime(ReportKind::Weekly), 10), 90),
        gate(kpi("monthly-on-time", Execution, Shape::OnTime(ReportKind::Monthly), 5), 100),
        kpi("monthly-reviews", Execution, Shape::Held(ReviewKind::Monthly), 5),
        kpi("quarterly-adjustment", Execution, Shape::Held(ReviewKind::Quarterly), 10),
    ]
}

fn operational() -> Vec<Kpi> {
    use Group::Operational;
    let cover = Shape::Cover { stock: terms(&["stock_on_hand"]), usage: terms(&["units_sold"]) };
    let accuracy = Shape::Accuracy { forecast: terms(&["forecast_60_days"]), actual: terms(&["revenue"]), months: 2 };
    vec![
        kpi("on-time-in-full", Operational, ratio("orders_on_time", "orders_due"), 0),
        kpi("quality-acceptance", Operational, ratio("units_accepted", "units_inspected"), 0),
        Kpi { better: Better::Within, ..kpi("stock-cover", Operational, cover, 0) },
        Kpi { better: Better::Lower, ..kpi("stockout-rate", Operational, ratio("stockouts", "skus_ranged"), 0) },
        kpi("forecast-accuracy", Operational, accuracy, 0),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_weights_are_the_agreed_ones_and_sum_to_a_hundred() {
        let weights: Vec<_> = defaults().iter().map(|kpi| (kpi.key.to_string(), kpi.weight)).collect();
        let expected = [
            ("revenue", 25),
            ("revenue-growth", 10),
            ("sales-volume", 10),
            ("conversion", 15),
            ("pipeline", 10),
            ("weekly-discipline", 10),
            ("monthly-on-time", 5),
            ("monthly-reviews", 5),
            ("quarterly-adjustment", 10),
            ("on-time-in-full", 0),
            ("quality-acceptance", 0),
            ("stock-cover", 0),
            ("stockout-rate", 0),
            ("forecast-accuracy", 0),
        ];
        assert_eq!(weights, expected.map(|(key, weight)| (key.to_owned(), weight)));
        assert_eq!(weights.iter().map(|(_, weight)| weight).sum::<u32>(), 100);
    }

    #[test]
    fn revenue_and_reporting_are_the_gates() {
        let gates: Vec<_> = defaults().into_iter().filter(|kpi| kpi.gate.is_some()).map(|kpi| kpi.key).collect();
        assert_eq!(gates, ["revenue", "weekly-discipline", "monthly-on-time"].map(KpiKey::new));
    }

    #[test]
    fn every_measure_of_a_default_kpi_ships() {
        for kpi in defaults() {
            let terms = kpi.shape.terms();
            for key in terms.into_iter().flat_map(Terms::measures) {
                assert!(measure(key.as_str()).is_some(), "{key} of {}", kpi.key);
            }
        }
    }
}
