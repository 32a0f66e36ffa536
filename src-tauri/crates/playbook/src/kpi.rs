//! KPIs are data, of a few shapes: there is no formula language.

use std::borrow::Cow;
use std::fmt;

use crate::measure::{Measure, MeasureKey, ReportKind, Unit, measure};
use crate::number::Rate;
use crate::target::Goal;

/// The name of a KPI. Stored targets refer to it: never renamed. The title of one that ships is the message `kpi-KEY`.
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

    /// All, in the order of a scorecard.
    pub const ALL: [Self; 3] = [Self::Commercial, Self::Execution, Self::Operational];

    /// The group of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.key() == key)
    }
}

/// One measure, or the sum of several of the same report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Terms {
    measures: Vec<MeasureKey>,
    report: ReportKind,
    unit: Unit,
}

impl Terms {
    /// A measure that ships and what is added to it.
    #[must_use]
    pub fn new(first: MeasureKey, more: impl IntoIterator<Item = MeasureKey>) -> Self {
        Self::of(std::iter::once(first).chain(more).collect(), measure)
    }

    /// The sum of some measures, by what `known` says of each: the first known one gives report and unit.
    #[must_use]
    pub fn of<'m>(measures: Vec<MeasureKey>, known: impl Fn(&str) -> Option<&'m Measure>) -> Self {
        let first = measures.iter().find_map(|key| known(key.as_str()));
        let (report, unit) = first.map_or((ReportKind::Monthly, Unit::Units), |known| (known.report, known.unit));
        Self { measures, report, unit }
    }

    /// The measures, at least one.
    #[must_use]
    pub fn measures(&self) -> &[MeasureKey] {
        &self.measures
    }

    /// The report that states them.
    #[must_use]
    pub fn report(&self) -> ReportKind {
        self.report
    }

    /// What they count.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
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

impl Base {
    /// All, the first one as the shipped playbook has it.
    pub const ALL: [Self; 3] = [Self::LastYearElsePrevious, Self::SamePeriodLastYear, Self::PreviousPeriod];

    /// The name in the store and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::PreviousPeriod => "previous",
            Self::SamePeriodLastYear => "last-year",
            Self::LastYearElsePrevious => "last-year-else-previous",
        }
    }

    /// The base of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.key() == key)
    }
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
    /// All.
    pub const ALL: [Self; 2] = [Self::Monthly, Self::Quarterly];

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
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// How a KPI's actual is made of what was reported.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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

impl Shape {
    /// The name in the store, in messages (`shape-KEY`) and on the command line.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Total(_) => "total",
            Self::Latest(_) => "latest",
            Self::Ratio { .. } => "ratio",
            Self::Growth { .. } => "growth",
            Self::Cover { .. } => "cover",
            Self::Accuracy { .. } => "accuracy",
            Self::OnTime(_) => "on-time",
            Self::Held(_) => "held",
        }
    }

    /// What it is made of: none, one or two sums of measures, in the order in which they are chosen.
    #[must_use]
    pub fn terms(&self) -> Vec<&Terms> {
        match self {
            Self::Total(one) | Self::Latest(one) | Self::Growth { of: one, .. } => vec![one],
            Self::Ratio { part: a, whole: b }
            | Self::Cover { stock: a, usage: b }
            | Self::Accuracy { forecast: a, actual: b, .. } => vec![a, b],
            Self::OnTime(_) | Self::Held(_) => Vec::new(),
        }
    }

    /// The same shape of other sums; `None` when it takes another number of them.
    #[must_use]
    pub fn with_terms(&self, terms: Vec<Terms>) -> Option<Self> {
        let mut terms = terms.into_iter();
        let shape = match self {
            Self::Total(_) => Self::Total(terms.next()?),
            Self::Latest(_) => Self::Latest(terms.next()?),
            Self::Growth { over, .. } => Self::Growth { of: terms.next()?, over: *over },
            Self::Ratio { .. } => Self::Ratio { part: terms.next()?, whole: terms.next()? },
            Self::Cover { .. } => Self::Cover { stock: terms.next()?, usage: terms.next()? },
            Self::Accuracy { months, .. } => {
                Self::Accuracy { forecast: terms.next()?, actual: terms.next()?, months: *months }
            }
            Self::OnTime(kind) => Self::OnTime(*kind),
            Self::Held(kind) => Self::Held(*kind),
        };
        terms.next().is_none().then_some(shape)
    }
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

impl Better {
    /// All.
    pub const ALL: [Self; 3] = [Self::Higher, Self::Lower, Self::Within];

    /// The name in the store, in messages (`better-KEY`) and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Within => "within",
        }
    }

    /// The direction of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|better| better.key() == key)
    }
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

/// What a person called a KPI that does not ship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWords {
    /// Its title.
    pub title: String,
    /// What it measures, in a sentence; may be empty.
    pub meaning: String,
}

/// A KPI: what is measured, which way it should go and what it weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kpi {
    /// Its name.
    pub key: KpiKey,
    /// What a person called it; `None` for one that ships, whose words stand in the catalogue.
    pub own: Option<OwnWords>,
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
    /// Days after a due date in which a report that it needs is waited for, where that differs from the playbook's.
    pub grace: Option<u32>,
    /// What it is held against where no target is agreed: all of the reports, all of the reviews.
    pub default_goal: Option<Goal>,
    /// Ratios shown beside it.
    pub beside: Vec<Beside>,
}

impl Kpi {
    /// A KPI that a person makes of a shape: scored once it has a weight.
    #[must_use]
    pub fn made(key: KpiKey, own: OwnWords, group: Group, shape: Shape) -> Self {
        let counts = matches!(shape, Shape::OnTime(_) | Shape::Held(_));
        Self {
            key,
            own: Some(own),
            group,
            shape,
            better: Better::Higher,
            weight: 0,
            gate: None,
            thresholds: Thresholds::default(),
            grace: None,
            default_goal: counts.then_some(Goal::Value(crate::number::Quantity::ONE)),
            beside: Vec::new(),
        }
    }
}

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
