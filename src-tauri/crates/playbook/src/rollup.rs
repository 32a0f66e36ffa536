//! Roll-up: an amount over many distributors in one currency, at the rates of its months.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::kpi::Kpi;
use crate::money::{Currency, MissingRate, Quoted, RateKind, Rates};
use crate::number::Rate;
use crate::period::{Month, Quarter};
use crate::score::{Actual, Line, line_of};
use crate::target::Goal;

/// What one distributor sold, and should have, month by month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// What it is in.
    pub currency: Currency,
    /// The months in which something is expected or known.
    pub months: Vec<MonthFlow>,
}

/// A month of a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthFlow {
    /// The month.
    pub month: Month,
    /// What was reported; `None` when nothing was: unknown, not zero.
    pub actual: Option<Rate>,
    /// The month's part of the target; `None` when none is agreed.
    pub target: Option<Rate>,
}

/// The flow of a KPI that totals money over a quarter.
#[must_use]
pub fn flow(case: &Case, kpi: &Kpi, quarter: Quarter, currency: Currency) -> Flow {
    let month = |month: Month| {
        let line = line_of(case, kpi, month.into())?;
        let expected = !matches!(line.actual, Actual::NotApplicable(_));
        expected.then(|| MonthFlow {
            month,
            actual: line.actual.figure().map(crate::score::Figure::value),
            target: target(&line),
        })
    };
    Flow { currency, months: quarter.months().into_iter().filter_map(month).collect() }
}

fn target(line: &Line) -> Option<Rate> {
    match &line.target.as_ref()?.goal {
        Goal::Value(value) | Goal::FromBaseline { target: value, .. } => Some(value.clone()),
        Goal::Band { .. } => None,
    }
}

/// Flows summed up in one currency, at one kind of rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollUp {
    /// The currency.
    pub to: Currency,
    /// Plan or actual.
    pub kind: RateKind,
    /// What was reported.
    pub actual: Sum,
    /// The target of the months that were reported, of those that have both: what the actual compares with.
    pub comparable: Compared,
    /// The target of every month.
    pub target: Sum,
    /// The rates that it took.
    pub used: BTreeSet<Quoted>,
    /// The rates that it lacks. As long as there is one, the sums that need it have no total.
    pub missing: BTreeSet<MissingRate>,
}

/// A sum of converted amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The total; `None` when an amount could not be converted.
    pub total: Option<Rate>,
    /// Months that have an amount.
    pub known: usize,
    /// Months that lack one: no report, or no target.
    pub unknown: usize,
}

/// Months that have both an actual and a target, each summed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What was reported.
    pub actual: Option<Rate>,
    /// What should have been.
    pub target: Option<Rate>,
}

impl Compared {
    /// How the actual meets the target; `None` when either is not known or the target is not above zero.
    #[must_use]
    pub fn attainment(&self) -> Option<Rate> {
        let target = self.target.as_ref().filter(|target| **target > Rate::zero())?;
        self.actual.as_ref()?.over(target)
    }
}

/// Sums flows up. The rates of a month convert that month's amounts.
#[must_use]
pub fn roll_up(flows: &[Flow], to: Currency, kind: RateKind, rates: &Rates) -> RollUp {
    let (mut used, mut missing) = (BTreeSet::new(), BTreeSet::new());
    let mut sum = |pick: &dyn Fn(&MonthFlow) -> Option<Rate>| {
        let mut sum = Sum { total: Some(Rate::zero()), known: 0, unknown: 0 };
        for (currency, month) in flows.iter().flat_map(|flow| flow.months.iter().map(|month| (flow.currency, month))) {
            let Some(amount) = pick(month) else {
                sum.unknown += 1;
                continue;
            };
            sum.known += 1;
            match rates.convert(&amount, (currency, to), month.month, kind) {
                Ok((converted, rate)) => {
                    used.extend(rate);
                    sum.total = sum.total.map(|total| &total + &converted);
                }
                Err(lacks) => {
                    missing.insert(lacks);
                    sum.total = None;
                }
            }
        }
        sum
    };
    let actual = sum(&|month| month.actual.clone());
    let target = sum(&|month| month.target.clone());
    let comparable = Compared {
        actual: sum(&|month| month.target.as_ref().and(month.actual.clone())).total,
        target: sum(&|month| month.actual.as_ref().and(month.target.clone())).total,
    };
    RollUp { to, kind, actual, comparable, target, used, missing }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals")]
mod tests {
    use super::*;
    use crate::money::Pair;

    fn currency(code: &str) -> Currency {
        Currency::new(code).unwrap()
    }

    /// A flow of months from July 2026 on, each `actual/target`, `-` where there is none.
    fn flow(code: &str, months: &[&str]) -> Flow {
        let july: Month = "2026-07".parse().unwrap();
        let following = std::iter::successors(Some(july), |month| Some(month.next()));
        let amount = |text: &str| (text != "-").then(|| Rate::from(text.parse::<crate::number::Quantity>().unwrap()));
        let months = following.zip(months).map(|(month, text)| {
            let (actual, target) = text.split_once('/').unwrap();
            MonthFlow { month, actual: amount(actual), target: amount(target) }
        });
        Flow { currency: currency(code), months: months.collect() }
    }

    fn rates(rates: &[(&str, RateKind, &str, &str)]) -> Rates {
        Rates::of(rates.iter().map(|(month, kind, quote, value)| {
            let pair = Pair { base: currency("USD"), quote: currency(quote) };
            Quoted::new(month.parse().unwrap(), *kind, pair, value.parse().unwrap()).unwrap()
        }))
    }

    #[test]
    fn each_month_is_converted_at_its_own_rate_and_each_kind_by_itself() {
        use RateKind::{Actual, Plan};
        let flows = [flow("IDR", &["16000/32000", "8000/32000"]), flow("USD", &["3/4", "5/4"])];
        let rates = rates(&[
            ("2026-07", Plan, "IDR", "16000"),
            ("2026-08", Plan, "IDR", "16000"),
            ("2026-07", Actual, "IDR", "8000"),
            ("2026-08", Actual, "IDR", "4000"),
        ]);
        // Plan: 1 + 0.5 + 3 + 5, of 2 + 2 + 4 + 4. Actual: 2 + 2 + 3 + 5, of 4 + 8 + 4 + 4.
        for (kind, actual, target) in [(Plan, 950, 1200), (Actual, 1200, 2000)] {
            let sums = roll_up(&flows, currency("USD"), kind, &rates);
            assert_eq!(sums.actual, Sum { total: Some(Rate::percent(actual)), known: 4, unknown: 0 }, "{kind:?}");
            assert_eq!(sums.target.total, Some(Rate::percent(target)), "{kind:?}");
            assert_eq!((sums.used.len(), sums.missing.len()), (2, 0), "{kind:?}");
        }
    }

    #[test]
    fn a_missing_rate_leaves_no_total_and_is_named_once() {
        let flows = [flow("IDR", &["16000/32000", "8000/32000"]), flow("USD", &["3/4"])];
        let rates = rates(&[("2026-07", RateKind::Plan, "IDR", "16000")]);
        let sums = roll_up(&flows, currency("USD"), RateKind::Plan, &rates);
        assert_eq!((sums.actual.total, sums.target.total, sums.comparable.attainment()), (None, None, None));
        let named: Vec<_> =
            sums.missing.iter().map(|lacks| format!("{} {} {}", lacks.from, lacks.month, lacks.kind.key())).collect();
        assert_eq!(named, ["IDR 2026-08 plan"]);
    }

    #[test]
    fn what_was_not_reported_is_unknown_and_its_target_is_not_compared() {
        let flows = [flow("USD", &["3/4", "-/4", "2/-"])];
        let sums = roll_up(&flows, currency("USD"), RateKind::Plan, &Rates::default());
        assert_eq!(sums.actual, Sum { total: Some(Rate::from(5_u32)), known: 2, unknown: 1 });
        assert_eq!(sums.target, Sum { total: Some(Rate::from(8_u32)), known: 2, unknown: 1 });
        assert_eq!(sums.comparable.attainment(), Some(Rate::percent(75)));
    }

    #[test]
    fn nothing_is_a_share_of_a_target_that_is_not_above_zero() {
        for target in [0, -10] {
            let compared = Compared { actual: Some(Rate::from(5_u32)), target: Some(Rate::percent(target * 100)) };
            assert_eq!(compared.attainment(), None, "{target}");
        }
    }
}
