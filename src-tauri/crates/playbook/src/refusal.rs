//! Refusals: what no target can be. Each is one clear sentence to whoever enters it.

use crate::agreed::adds_up;
use crate::kpi::{Better, Kpi, Shape};
use crate::measure::Unit;
use crate::money::Currency;
use crate::number::Quantity;
use crate::period::FiscalYear;
use crate::phasing::Phasing;
use crate::target::{Goal, Per, Target};

/// Why a target can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is in another currency than the distributor reports in.
    OtherCurrency {
        /// The target's.
        stated: Currency,
        /// The distributor's.
        own: Currency,
    },
    /// An amount, or a plain level, of zero or less: nothing could be held against it.
    NotPositive(Quantity),
    /// More decimals than the currency has.
    TooFine(Currency),
    /// The lower edge of a band lies above its upper edge, or its margin is below zero.
    BandUpsideDown,
    /// The KPI is judged by a band, and there is none.
    BandNeeded,
    /// The KPI is not judged by a band.
    BandNotTaken,
    /// The target lies on the wrong side of its baseline, or on it.
    WrongWay,
    /// A share above 100 %, of a KPI that is a part of a whole.
    AboveWhole(Quantity),
    /// A season, where the KPI has a level and no amount to share out.
    SeasonOfALevel,
    /// A season that gives a quarter nothing, for an amount a quarter.
    SeasonLeavesQuarter,
    /// Of a grant, where the KPI is no amount: the grants' would not add up to the distributor's.
    NotOfGrants,
    /// Of a grant, with a baseline or a band, which don't add up either.
    GrantNeedsAmount,
}

impl Refusal {
    /// The message is `error-target-KEY`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::OtherCurrency { .. } => "currency",
            Self::NotPositive(_) => "not-positive",
            Self::TooFine(_) => "too-fine",
            Self::BandUpsideDown => "band",
            Self::BandNeeded => "band-needed",
            Self::BandNotTaken => "band-not-taken",
            Self::WrongWay => "wrong-way",
            Self::AboveWhole(_) => "above-whole",
            Self::SeasonOfALevel => "season-of-level",
            Self::SeasonLeavesQuarter => "season-quarter",
            Self::NotOfGrants => "not-of-grants",
            Self::GrantNeedsAmount => "grant-amount",
        }
    }
}

/// Whether a KPI's target is money.
#[must_use]
pub fn is_money(kpi: &Kpi) -> bool {
    matches!(&kpi.shape, Shape::Total(terms) | Shape::Latest(terms) if terms.unit() == Unit::Money)
}

/// Why a KPI can't have that target in years like that; `None` when it can. `stated` is the currency that the target was
/// given in, where it was, and `own` the distributor's.
#[must_use]
pub fn refusal(
    kpi: &Kpi,
    target: &Target,
    fiscal: FiscalYear,
    stated: Option<Currency>,
    own: Option<Currency>,
) -> Option<Refusal> {
    let money = is_money(kpi);
    if let (true, Some(stated), Some(own)) = (money, stated, own)
        && stated != own
    {
        return Some(Refusal::OtherCurrency { stated, own });
    }
    if let Some(currency) = own.filter(|own| money && finer(target.goal, own.exponent())) {
        return Some(Refusal::TooFine(currency));
    }
    of_goal(kpi, target.goal).or_else(|| of_season(kpi, target, fiscal))
}

/// Why a grant can't have that target, beyond what no target can be; `None` when it can.
#[must_use]
pub fn refusal_of_grant(kpi: &Kpi, goal: Goal) -> Option<Refusal> {
    match goal {
        _ if !adds_up(kpi) => Some(Refusal::NotOfGrants),
        Goal::Value(_) => None,
        Goal::FromBaseline { .. } | Goal::Band { .. } => Some(Refusal::GrantNeedsAmount),
    }
}

fn finer(goal: Goal, exponent: u32) -> bool {
    values(goal).iter().any(|value| value.decimal().scale() > exponent)
}

fn values(goal: Goal) -> Vec<Quantity> {
    match goal {
        Goal::Value(value) => vec![value],
        Goal::FromBaseline { baseline, target } => vec![baseline, target],
        Goal::Band { low, high, margin } => vec![low, high, margin],
    }
}

fn of_goal(kpi: &Kpi, goal: Goal) -> Option<Refusal> {
    match (goal, kpi.better) {
        (Goal::Band { low, high, margin }, Better::Within) => {
            (low > high || margin.is_negative()).then_some(Refusal::BandUpsideDown)
        }
        (Goal::Band { .. }, _) => Some(Refusal::BandNotTaken),
        (_, Better::Within) => Some(Refusal::BandNeeded),
        (Goal::Value(value), _) if value <= Quantity::ZERO => Some(Refusal::NotPositive(value)),
        (Goal::Value(value), _) if is_part(&kpi.shape) && value > Quantity::ONE => Some(Refusal::AboveWhole(value)),
        (Goal::Value(_), _) => None,
        (Goal::FromBaseline { baseline, target }, Better::Higher) => (target <= baseline).then_some(Refusal::WrongWay),
        (Goal::FromBaseline { baseline, target }, Better::Lower) => (target >= baseline).then_some(Refusal::WrongWay),
    }
}

/// Whether it counts what was done of what was due: never more than all of it. Conversion in a period may be.
fn is_part(shape: &Shape) -> bool {
    matches!(shape, Shape::OnTime(_) | Shape::Held(_) | Shape::Accuracy { .. })
}

fn of_season(kpi: &Kpi, target: &Target, fiscal: FiscalYear) -> Option<Refusal> {
    let Phasing::Seasonal(curve) = &target.phasing else { return None };
    match (&kpi.shape, target.per) {
        (Shape::Total(_), Per::Quarter) if !curve.reaches_every_quarter(fiscal) => Some(Refusal::SeasonLeavesQuarter),
        (Shape::Total(_), _) => None,
        _ => Some(Refusal::SeasonOfALevel),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals")]
mod tests {
    use super::*;
    use crate::kpi::{KpiKey, defaults};
    use crate::number::Rate;
    use crate::phasing::Curve;
    use crate::target::TargetOf;

    fn quantity(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn target(kpi: &str, goal: Goal) -> (Kpi, Target) {
        let of = TargetOf::Kpi(KpiKey::new(kpi));
        let kpi = defaults().into_iter().find(|known| known.key.as_str() == kpi).unwrap();
        let valid_from = "2026-01-01".parse().unwrap();
        (kpi, Target { of, goal, per: Per::Quarter, phasing: Phasing::Even, valid_from, agreed: false })
    }

    #[track_caller]
    fn check(kpi: &str, goal: Goal, expected: Option<Refusal>) {
        let (kpi, target) = target(kpi, goal);
        assert_eq!(
            refusal(&kpi, &target, FiscalYear::CALENDAR, None, Currency::new("IDR")),
            expected,
            "{} {goal:?}",
            kpi.key
        );
    }

    fn value(text: &str) -> Goal {
        Goal::Value(quantity(text))
    }

    fn band(low: &str, high: &str, margin: &str) -> Goal {
        Goal::Band { low: quantity(low), high: quantity(high), margin: quantity(margin) }
    }

    fn from(baseline: &str, target: &str) -> Goal {
        Goal::FromBaseline { baseline: quantity(baseline), target: quantity(target) }
    }

    #[test]
    fn an_amount_is_above_zero() {
        for kpi in ["revenue", "sales-volume", "pipeline", "conversion"] {
            check(kpi, value("0.01"), None);
            check(kpi, value("0"), Some(Refusal::NotPositive(Quantity::ZERO)));
            check(kpi, value("-5"), Some(Refusal::NotPositive(quantity("-5"))));
        }
    }

    #[test]
    fn a_band_belongs_to_a_kpi_that_is_judged_by_one_and_stands_upright() {
        check("stock-cover", band("30", "60", "10"), None);
        check("stock-cover", band("30", "30", "0"), None);
        check("stock-cover", band("60", "30", "10"), Some(Refusal::BandUpsideDown));
        check("stock-cover", band("30", "60", "-1"), Some(Refusal::BandUpsideDown));
        check("stock-cover", value("45"), Some(Refusal::BandNeeded));
        check("revenue", band("30", "60", "10"), Some(Refusal::BandNotTaken));
    }

    #[test]
    fn a_baseline_leads_the_better_way() {
        check("revenue-growth", from("-0.1", "0"), None);
        check("revenue-growth", from("0.1", "0.05"), Some(Refusal::WrongWay));
        check("stockout-rate", from("0.1", "0.06"), None);
        check("stockout-rate", from("0.06", "0.06"), Some(Refusal::WrongWay));
    }

    #[test]
    fn no_more_than_all_of_it_can_be_asked_for() {
        check("weekly-discipline", value("1"), None);
        check("weekly-discipline", value("1.01"), Some(Refusal::AboveWhole(quantity("1.01"))));
        check("conversion", value("1.2"), None);
    }

    #[test]
    fn money_is_in_the_distributors_currency_and_no_finer_than_it() {
        let [idr, vnd] = ["IDR", "VND"].map(|code| Currency::new(code).unwrap());
        let (kpi, of) = target("revenue", value("10.25"));
        assert_eq!(refusal(&kpi, &of, FiscalYear::CALENDAR, Some(idr), Some(idr)), None);
        let other = Refusal::OtherCurrency { stated: vnd, own: idr };
        assert_eq!(refusal(&kpi, &of, FiscalYear::CALENDAR, Some(vnd), Some(idr)), Some(other));
        assert_eq!(refusal(&kpi, &of, FiscalYear::CALENDAR, None, Some(vnd)), Some(Refusal::TooFine(vnd)));
        let (volume, of) = target("sales-volume", value("10.25"));
        assert_eq!(refusal(&volume, &of, FiscalYear::CALENDAR, Some(vnd), Some(idr)), None, "units are no money");
    }

    #[test]
    fn only_one_amount_can_be_of_a_grant() {
        for (kpi, goal, expected) in [
            ("revenue", value("5"), None),
            ("sales-volume", value("5"), None),
            ("revenue", from("-5", "5"), Some(Refusal::GrantNeedsAmount)),
            ("conversion", value("0.2"), Some(Refusal::NotOfGrants)),
            ("revenue-growth", from("0", "0.1"), Some(Refusal::NotOfGrants)),
            ("pipeline", value("20"), Some(Refusal::NotOfGrants)),
            ("stock-cover", band("30", "60", "10"), Some(Refusal::NotOfGrants)),
            ("weekly-discipline", value("1"), Some(Refusal::NotOfGrants)),
        ] {
            let (kpi, target) = target(kpi, goal);
            assert_eq!(refusal_of_grant(&kpi, target.goal), expected, "{}", kpi.key);
        }
    }

    #[test]
    fn a_season_shares_an_amount_out_and_leaves_no_quarter_without() {
        let shares = [50, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0].into_iter().map(Rate::percent);
        let season = Phasing::Seasonal(Curve::new(shares.collect()).unwrap());
        for (kpi, per, expected) in [
            ("revenue", Per::Year, None),
            ("revenue", Per::Quarter, Some(Refusal::SeasonLeavesQuarter)),
            ("conversion", Per::Year, Some(Refusal::SeasonOfALevel)),
        ] {
            let (kpi, target) = target(kpi, value("0.5"));
            let target = Target { per, phasing: season.clone(), ..target };
            assert_eq!(refusal(&kpi, &target, FiscalYear::CALENDAR, None, None), expected, "{} {per:?}", kpi.key);
        }
    }
}
