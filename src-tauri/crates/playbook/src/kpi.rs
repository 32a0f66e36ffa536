//! KPIs are data, of a few shapes: there is no formula language.

use std::borrow::Cow;
use std::fmt;

use crate::measure::{MeasureKey, ReportKind, Unit, measure};
use crate::number::Rate;
use crate::target::Goal;

/// The name of a KPI. Stored targets refer to it: never renamed. Its title is the message `kpi-KEY`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KpiKey(Cow<'static, str>);

impl KpiKey {
    /// A key known when the program was written.
    #[must_use]
    pub const fn fixed(key: &'static str) -> Self {
        Self(Cow::Borrowed(key))
    }

    /// A key from the store or a file.
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self(Cow::Owned(key.to_owned()))
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KpiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for KpiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a KPI belongs to on a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// What was sold.
    Commercial,
    /// What was done as agreed.
    Execution,
    /// Stock and service; off until in the distributor's scope.
    Operational,
}

impl Group {
    /// The name in messages and files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Commercial => "commercial",
            Self::Execution => "execution",
            Self::Operational => "operational",
        }
    }
}

/// One measure, or the sum of several of the same report.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Terms(Vec<MeasureKey>);

impl Terms {
    /// A measure and what is added to it.
    #[must_use]
    pub fn new(first: MeasureKey, more: impl IntoIterator<Item = MeasureKey>) -> Self {
        Self(std::iter::once(first).chain(more).collect())
    }

    const fn of(keys: Vec<MeasureKey>) -> Self {
        Self(keys)
    }

    /// The measures, at least one.
    #[must_use]
    pub fn measures(&self) -> &[MeasureKey] {
        &self.0
    }

    /// The report that states them.
    #[must_use]
    pub fn report(&self) -> ReportKind {
        self.known().map_or(ReportKind::Monthly, |known| known.report)
    }

    /// What they count.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.known().map_or(Unit::Units, |known| known.unit)
    }

    fn known(&self) -> Option<&'static crate::measure::Measure> {
        self.0.iter().find_map(|key| measure(key.as_str()))
    }
}

/// What growth is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// The period before.
    PreviousPeriod,
    /// The same period of last year.
    SamePeriodLastYear,
    /// The same period of last year where it is known, else the period before.
    LastYearElsePrevious,
}

/// A meeting between manager and distributor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewKind {
    /// The monthly performance review.
    Monthly,
    /// The quarterly business review (QBR).
    Quarterly,
}

impl ReviewKind {
    /// `monthly-review` or `qbr`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Monthly => "monthly-review",
            Self::Quarterly => "qbr",
        }
    }

    /// The kind of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Monthly, Self::Quarterly].into_iter().find(|kind| kind.key() == key)
    }
}

/// How a KPI's actual is made of what was reported.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// The sum over the period. Its target is an amount, phased evenly.
    Total(Terms),
    /// The value of the last week or month.
    Latest(Terms),
    /// The sum of the parts over the sum of the wholes.
    Ratio {
        /// Counted as success.
        part: Terms,
        /// Counted in all.
        whole: Terms,
    },
    /// This period's sum over the base's, less 1.
    Growth {
        /// What grows.
        of: Terms,
        /// Over what.
        over: Base,
    },
    /// Days that the stock at the period's end lasts at the period's average daily usage.
    Cover {
        /// On hand at a month's end.
        stock: Terms,
        /// Sold through in a month.
        usage: Terms,
    },
    /// 1 - WAPE: how near forecasts came, over all of the period's months.
    Accuracy {
        /// Stated at a month's end for the `months` after it.
        forecast: Terms,
        /// What came.
        actual: Terms,
        /// The months that a forecast spans.
        months: u8,
    },
    /// The share of reports received by their due date.
    OnTime(ReportKind),
    /// The share of reviews held.
    Held(ReviewKind),
}

/// Which way a KPI should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Inside the band that the target states.
    Within,
}

/// From which attainment a line is green or amber; below amber it is red. A line on the edge has the better colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thresholds {
    /// 1 unless set otherwise.
    pub green: Rate,
    /// 0.9 unless set otherwise.
    pub amber: Rate,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { green: Rate::one(), amber: Rate::percent(90) }
    }
}

/// A ratio shown beside a KPI and not scored. Its title is the message `part-KEY`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Its name.
    pub key: &'static str,
    /// Counted as success.
    pub part: Terms,
    /// Counted in all.
    pub whole: Terms,
}

/// A KPI: what is measured, which way it should go and what it weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kpi {
    /// Its name.
    pub key: KpiKey,
    /// What it belongs to.
    pub group: Group,
    /// How its actual is made.
    pub shape: Shape,
    /// Which way it should go.
    pub better: Better,
    /// Its share of the score, against the other weights. 0 is shown and not scored.
    pub weight: u32,
    /// For a gate of exclusivity: the attainment that must be reached.
    pub gate: Option<Rate>,
    /// Its colours.
    pub thresholds: Thresholds,
    /// What it is held against where no target is agreed: all of the reports, all of the reviews.
    pub default_goal: Option<Goal>,
    /// Ratios shown beside it.
    pub beside: Vec<Beside>,
}

fn terms(keys: &[&'static str]) -> Terms {
    Terms::of(keys.iter().map(|key| MeasureKey::fixed(key)).collect())
}

fn kpi(key: &'static str, group: Group, shape: Shape, weight: u32) -> Kpi {
    let whole = matches!(shape, Shape::OnTime(_) | Shape::Held(_));
    Kpi {
        key: KpiKey::fixed(key),
        group,
        shape,
        better: Better::Higher,
        weight,
        gate: None,
        thresholds: Thresholds::default(),
        default_goal: whole.then_some(Goal::Value(crate::number::Quantity::ONE)),
        beside: Vec::new(),
    }
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
            let terms = match kpi.shape {
                Shape::Total(one) | Shape::Latest(one) | Shape::Growth { of: one, .. } => vec![one],
                Shape::Ratio { part: a, whole: b }
                | Shape::Cover { stock: a, usage: b }
                | Shape::Accuracy { forecast: a, actual: b, .. } => vec![a, b],
                Shape::OnTime(_) | Shape::Held(_) => vec![],
            };
            for key in terms.iter().flat_map(Terms::measures) {
                assert!(measure(key.as_str()).is_some(), "{key} of {}", kpi.key);
            }
        }
    }
}
