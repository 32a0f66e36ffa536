//! Targets: what was agreed, from which date on, and what part of it falls into a period.

use chrono::NaiveDate;

use crate::kpi::{Kpi, KpiKey, Shape};
use crate::measure::MeasureKey;
use crate::number::{Quantity, Rate};
use crate::period::{FiscalYear, Period, Quarter};
use crate::phasing::Phasing;

/// What a target is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetOf {
    /// A KPI.
    Kpi(KpiKey),
    /// The KPI that totals just this measure.
    Measure(MeasureKey),
}

/// The span that a total's amount is for. It is phased by month: see [`Phasing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Per {
    /// An amount a month.
    Month,
    /// An amount a quarter.
    Quarter,
    /// An amount a year.
    Year,
}

impl Per {
    /// `month`, `quarter` or `year`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The span of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Month, Self::Quarter, Self::Year].into_iter().find(|per| per.key() == key)
    }
}

/// What is to be reached: an amount for a total, a level for anything else (0.2 is 20 %).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Goal<N = Quantity> {
    /// This much, or at most this much where lower is better. Must be above zero.
    Value(N),
    /// From where it was to where it should be: for growth and for targets at or below zero.
    FromBaseline {
        /// Where it was: attainment 0.
        baseline: N,
        /// Where it should be: attainment 1.
        target: N,
    },
    /// Inside a band.
    Band {
        /// The lowest value inside.
        low: N,
        /// The highest value inside.
        high: N,
        /// How far outside it is worth nothing.
        margin: N,
    },
}

impl Goal<Quantity> {
    /// The goal times `factor`, exactly.
    #[must_use]
    pub fn times(self, factor: &Rate) -> Goal<Rate> {
        let scaled = |value: Quantity| &Rate::from(value) * factor;
        match self {
            Self::Value(value) => Goal::Value(scaled(value)),
            Self::FromBaseline { baseline, target } => {
                Goal::FromBaseline { baseline: scaled(baseline), target: scaled(target) }
            }
            Self::Band { low, high, margin } => {
                Goal::Band { low: scaled(low), high: scaled(high), margin: scaled(margin) }
            }
        }
    }
}

/// A target of one distributor, in its currency.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// What it is about.
    pub of: TargetOf,
    /// What is to be reached.
    pub goal: Goal,
    /// The span that an amount is for; a level holds for any span.
    pub per: Per,
    /// How an amount is spread over that span's months.
    pub phasing: Phasing,
    /// The first day on which it holds.
    pub valid_from: NaiveDate,
    /// Whether a change in mid-quarter was agreed, so that it counts for that quarter already.
    pub agreed: bool,
}

/// The target that a quarter is judged by, and a change in mid-quarter beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce<'a> {
    /// What is judged by.
    pub target: &'a Target,
    /// What was set during the quarter and does not count for it.
    pub amended: Option<&'a Target>,
    /// What held when the quarter opened, where an agreed change took its place.
    pub replaced: Option<&'a Target>,
}

/// The target of a KPI in a quarter: the one that held when the quarter opened, unless a later one was agreed. The
/// first target ever set counts from the quarter in which it was set.
#[must_use]
pub fn in_force<'a>(targets: &'a [Target], kpi: &Kpi, quarter: Quarter) -> Option<InForce<'a>> {
    let known = || targets.iter().filter(|t| t.valid_from <= quarter.last_day() && t.is_of(kpi));
    let held = |t: &&Target| t.valid_from <= quarter.first_day();
    let newest = |t: &&'a Target| (t.valid_from, t.agreed, *t);
    let first = known().min_by_key(newest)?;
    let target = known().filter(|t| t.agreed || held(t)).max_by_key(newest).unwrap_or(first);
    let amended = known().max_by_key(newest).filter(|last| *last != target);
    let replaced = known().filter(held).max_by_key(newest).filter(|opened| *opened != target);
    Some(InForce { target, amended, replaced })
}

impl Target {
    /// Whether it is about that KPI.
    #[must_use]
    pub fn is_of(&self, kpi: &Kpi) -> bool {
        match &self.of {
            TargetOf::Kpi(key) => *key == kpi.key,
            TargetOf::Measure(key) => matches!(&kpi.shape, Shape::Total(terms) if terms.measures() == [key.clone()]),
        }
    }

    /// What is to be reached by a KPI of that shape in some periods of a fiscal year together: an amount by what of it falls into them, a
    /// level as it stands.
    #[must_use]
    pub fn for_periods(&self, shape: &Shape, periods: &[Period], fiscal: FiscalYear) -> Goal<Rate> {
        match shape {
            Shape::Total(_) => {
                let part: Rate = periods.iter().map(|period| self.phasing.part(self.per, *period, fiscal)).sum();
                self.goal.times(&part)
            }
            _ => self.goal.times(&Rate::one()),
        }
    }
}
