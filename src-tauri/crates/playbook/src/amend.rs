//! Amending: what must be set so that one period has another target, and no other period notices.

use chrono::NaiveDate;
use num_bigint::BigInt;
use num_rational::BigRational;
use rust_decimal::Decimal;

use crate::kpi::Kpi;
use crate::number::{Quantity, Rate};
use crate::period::{FiscalYear, Month, Quarter};
use crate::phasing::{Curve, Phasing};
use crate::target::{Goal, Per, Target, TargetOf, in_force};

/// What must be set so that a quarter has that goal. The quarters after it keep what they have; where they have nothing,
/// the goal goes on.
#[must_use]
pub fn set_quarter(targets: &[Target], kpi: &Kpi, quarter: Quarter, goal: Goal) -> Vec<Target> {
    let held = in_force(targets, kpi, quarter);
    let phasing = held.as_ref().map_or(Phasing::Even, |held| spreadable(&held.target.phasing, quarter));
    let (valid_from, of, agreed) = beginning(targets, kpi, quarter);
    let new = Target { of, goal, per: Per::Quarter, phasing, valid_from, agreed };
    and_kept(targets, kpi, new, quarter.next())
}

/// A season that can spread an amount a quarter; even where it leaves a quarter without.
fn spreadable(phasing: &Phasing, quarter: Quarter) -> Phasing {
    match phasing {
        Phasing::Seasonal(curve) if !curve.reaches_every_quarter(quarter.fiscal_year()) => Phasing::Even,
        other => other.clone(),
    }
}

/// The day from which something must hold so that nothing later in the quarter outdoes it, and what that replaces.
fn beginning(targets: &[Target], kpi: &Kpi, quarter: Quarter) -> (NaiveDate, TargetOf, bool) {
    let within =
        |target: &&Target| target.is_of(kpi) && (quarter.first_day()..=quarter.last_day()).contains(&target.valid_from);
    let last = targets.iter().filter(within).max_by_key(|target| (target.valid_from, target.agreed, *target));
    match last {
        Some(last) => (last.valid_from, last.of.clone(), true),
        None => (quarter.first_day(), TargetOf::Kpi(kpi.key.clone()), false),
    }
}

/// A new target, and whatever it would change from the quarter on from which all should stay as it is, set again.
fn and_kept(targets: &[Target], kpi: &Kpi, new: Target, then: Quarter) -> Vec<Target> {
    let last = targets
        .iter()
        .filter(|target| target.is_of(kpi))
        .map(|target| then.fiscal_year().quarter_on(target.valid_from))
        .max();
    let until = last.map_or(then, |last| last.next().max(then));
    let mut set = vec![new];
    let later = std::iter::successors(Some(then), |quarter| Some(quarter.next()));
    for quarter in later.take_while(|quarter| *quarter <= until) {
        let Some(before) = in_force(targets, kpi, quarter).map(|held| held.target) else { continue };
        let after = with(targets, &set);
        if in_force(&after, kpi, quarter).is_some_and(|held| !asks_the_same(held.target, before)) {
            set.push(Target { valid_from: quarter.first_day(), agreed: false, ..before.clone() });
        }
    }
    set
}

fn asks_the_same(one: &Target, other: &Target) -> bool {
    (one.goal, one.per, &one.phasing) == (other.goal, other.per, &other.phasing)
}

/// The targets once others are set: one of the same subject from the same day takes the other's place.
#[must_use]
pub fn with(targets: &[Target], new: &[Target]) -> Vec<Target> {
    let outdone = |held: &&Target| !new.iter().any(|new| new.of == held.of && new.valid_from == held.valid_from);
    targets.iter().filter(outdone).chain(new).cloned().collect()
}

/// Why months can't be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotMonths {
    /// The year would come to nothing.
    #[error("a year of nothing")]
    Nothing,
    /// The year's sum is beyond what a number holds.
    #[error("a sum outside the range of a quantity")]
    OutOfRange,
}

/// What must be set so that months of one fiscal year have those amounts: the year's sum, with a season of its own. The
/// other months keep what they have, in whole units of `decimals`, and their quarters keep their sums to the digit.
///
/// # Errors
/// See [`NotMonths`].
pub fn set_months(
    targets: &[Target],
    kpi: &Kpi,
    months: &[(Month, Quantity)],
    fiscal: FiscalYear,
    decimals: u32,
) -> Result<Vec<Target>, NotMonths> {
    let first = months.iter().map(|(month, _)| *month).min().ok_or(NotMonths::Nothing)?;
    let first = fiscal.quarter_of(first);
    let quarters = (1..=4).filter_map(|number| fiscal.quarter(first.year(), number));
    let amounts = quarters.flat_map(|quarter| of_quarter(targets, kpi, quarter, months, decimals));
    let mut amounts = amounts.collect::<Option<Vec<(Month, Quantity)>>>().ok_or(NotMonths::OutOfRange)?;
    // A season goes by the calendar's months, wherever the year begins.
    amounts.sort_by_key(|(month, _)| month.number());
    let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, (_, amount)| sum.checked_add(amount.decimal()));
    let sum = sum.and_then(|sum| Quantity::new(sum).ok()).ok_or(NotMonths::OutOfRange)?;
    let amounts: Vec<Rate> = amounts.into_iter().map(|(_, amount)| Rate::from(amount)).collect();
    let curve = Curve::of_amounts(&amounts).map_err(|_| NotMonths::Nothing)?;
    let (valid_from, of, agreed) = beginning(targets, kpi, first);
    let (goal, per) = (Goal::Value(sum), Per::Year);
    let new = Target { of, goal, per, phasing: Phasing::Seasonal(curve), valid_from, agreed };
    let next = fiscal.quarter(first.year() + 1, 1).unwrap_or_else(|| first.next());
    Ok(until(targets, kpi, new, next))
}

/// A year's target from now on, again from each of its later quarters that has a beginning of its own, and what is kept
/// of the next year.
fn until(targets: &[Target], kpi: &Kpi, new: Target, next_year: Quarter) -> Vec<Target> {
    let from = next_year.fiscal_year().quarter_on(new.valid_from);
    let later = std::iter::successors(Some(from.next()), |quarter| Some(quarter.next()));
    let later = later.take_while(|quarter| *quarter < next_year);
    let again = later.filter_map(|quarter| {
        let (valid_from, of, _) = beginning(targets, kpi, quarter);
        let own = targets.iter().any(|target| target.is_of(kpi) && target.valid_from == valid_from);
        own.then(|| Target { of, valid_from, agreed: true, ..new.clone() })
    });
    let mut set: Vec<Target> = std::iter::once(new.clone()).chain(again).collect();
    let last = set.last().cloned().unwrap_or(new);
    let kept = and_kept(targets, kpi, last, next_year).into_iter().skip(1);
    set.extend(kept);
    set
}

/// The three amounts of a quarter: those that are set, and the others as they are phased by now; `None` for one that no
/// number holds.
fn of_quarter(
    targets: &[Target],
    kpi: &Kpi,
    quarter: Quarter,
    set: &[(Month, Quantity)],
    decimals: u32,
) -> Vec<Option<(Month, Quantity)>> {
    let given = |month: Month| set.iter().rev().find(|(of, _)| *of == month).map(|(_, value)| *value);
    let held = in_force(targets, kpi, quarter);
    let phased = |month: Month| {
        let goal =
            held.as_ref().map(|held| held.target.for_periods(&kpi.shape, &[month.into()], quarter.fiscal_year()));
        match goal {
            Some(Goal::Value(value) | Goal::FromBaseline { target: value, .. }) => value,
            Some(Goal::Band { .. }) | None => Rate::zero(),
        }
    };
    let open: Vec<Month> = quarter.months().into_iter().filter(|month| given(*month).is_none()).collect();
    let mut left: Rate = open.iter().map(|month| phased(*month)).sum();
    let months = quarter.months().into_iter().map(|month| {
        let amount = given(month).or_else(|| {
            // The last one takes what the others leave, so that the sum stays.
            let amount =
                if open.last() == Some(&month) { floored(&left, 8) } else { floored(&phased(month), decimals) };
            left = &left - &amount.map_or_else(Rate::zero, Rate::from);
            amount
        });
        amount.map(|amount| (month, amount))
    });
    months.collect()
}

/// The largest number of so many decimals that is not above a ratio.
fn floored(value: &Rate, decimals: u32) -> Option<Quantity> {
    let ten = BigRational::from(BigInt::from(10).pow(decimals));
    let digits = i128::try_from((value.ratio() * ten).floor().to_integer()).ok()?;
    Quantity::new(Decimal::try_from_i128_with_scale(digits, decimals).ok()?).ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals")]
mod tests {
    use super::*;
    use crate::kpi::defaults;
    use crate::period::Period;

    fn quantity(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn revenue() -> Kpi {
        defaults().remove(0)
    }

    fn target(value: &str, per: Per, from: &str, agreed: bool) -> Target {
        let (goal, valid_from) = (Goal::Value(quantity(value)), from.parse().unwrap());
        Target { of: TargetOf::Kpi(revenue().key), goal, per, phasing: Phasing::Even, valid_from, agreed }
    }

    /// What each quarter or month of that list is to reach.
    fn goals(targets: &[Target], periods: &[&str]) -> Vec<String> {
        let of = |period: &&str| {
            let period: Period = period.parse().unwrap();
            let fiscal = FiscalYear::CALENDAR;
            let held = in_force(targets, &revenue(), fiscal.quarter_of(period))?;
            match held.target.for_periods(&revenue().shape, &[period], fiscal) {
                Goal::Value(value) => Some(value.ratio().to_string()),
                other => panic!("{other:?}"),
            }
        };
        periods.iter().map(|period| of(period).unwrap_or_else(|| "-".to_owned())).collect()
    }

    const YEAR: [&str; 5] = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1"];

    #[track_caller]
    fn check_quarter(held: &[Target], quarter: &str, expected: [&str; 5]) {
        let set = set_quarter(held, &revenue(), quarter.parse().unwrap(), Goal::Value(quantity("500")));
        assert_eq!(goals(&with(held, &set), &YEAR), expected, "{held:?} {quarter}");
    }

    #[test]
    fn one_quarter_is_set_and_the_others_stay() {
        let year = target("1200", Per::Year, "2026-01-01", false);
        check_quarter(std::slice::from_ref(&year), "2026-Q3", ["300", "300", "500", "300", "300"]);
        let next = target("800", Per::Year, "2026-10-01", false);
        check_quarter(&[year.clone(), next], "2026-Q3", ["300", "300", "500", "200", "200"]);
        let amended = target("900", Per::Year, "2026-08-10", false);
        check_quarter(&[year.clone(), amended], "2026-Q3", ["300", "300", "500", "225", "225"]);
        let agreed = target("900", Per::Year, "2026-08-10", true);
        check_quarter(&[year, agreed], "2026-Q3", ["300", "300", "500", "225", "225"]);
    }

    #[test]
    fn where_nothing_follows_a_quarters_goal_goes_on() {
        check_quarter(&[], "2026-Q3", ["-", "-", "500", "500", "500"]);
    }

    #[test]
    fn a_quarter_keeps_the_season_it_had() {
        let mut year = target("1200", Per::Year, "2026-01-01", false);
        let amounts: Vec<Rate> = (1_u32..=12).map(Rate::from).collect();
        year.phasing = Phasing::Seasonal(Curve::of_amounts(&amounts).unwrap());
        let held = [year];
        let set = set_quarter(&held, &revenue(), "2026-Q3".parse().unwrap(), Goal::Value(quantity("240")));
        assert_eq!(goals(&with(&held, &set), &["2026-07", "2026-08", "2026-09"]), ["70", "80", "90"]);
    }

    #[test]
    fn months_are_set_to_the_digit_and_the_other_quarters_keep_their_sums() {
        let held = [target("100", Per::Quarter, "2026-01-01", false)];
        let set =
            set_months(&held, &revenue(), &[("2026-08".parse().unwrap(), quantity("50"))], FiscalYear::CALENDAR, 2)
                .unwrap();
        let after = with(&held, &set);
        assert_eq!(
            goals(&after, &["2026-08", "2026-Q1", "2026-Q2", "2026-Q4", "2027-Q1"]),
            ["50", "100", "100", "100", "100"]
        );
        assert_eq!(goals(&after, &["2026-07", "2026-10", "2026-12"]), ["3333/100", "3333/100", "1667/50"]);
    }

    #[test]
    fn a_year_of_months_is_its_sum_with_a_season() {
        let months: Vec<(Month, Quantity)> =
            (1..=12).map(|number| (Month::new(2026, number).unwrap(), Quantity::from(number))).collect();
        let set = set_months(&[], &revenue(), &months, FiscalYear::CALENDAR, 2).unwrap();
        assert_eq!((set.len(), set[0].goal, set[0].per), (1, Goal::Value(quantity("78")), Per::Year));
        assert_eq!(goals(&set, &["2026-01", "2026-07", "2026-12", "2026-Q4"]), ["1", "7", "12", "33"]);
    }

    #[test]
    fn months_of_a_year_in_which_quarters_were_set_one_by_one() {
        let held = [target("100", Per::Quarter, "2026-01-01", false), target("200", Per::Quarter, "2026-10-01", false)];
        let months = ["2026-02", "2026-11"].map(|month| (month.parse().unwrap(), quantity("60")));
        let after = with(&held, &set_months(&held, &revenue(), &months, FiscalYear::CALENDAR, 0).unwrap());
        assert_eq!(
            goals(&after, &["2026-02", "2026-11", "2026-Q2", "2026-Q3", "2027-Q1"]),
            ["60", "60", "100", "100", "200"]
        );
    }

    #[test]
    fn months_of_a_year_that_begins_in_april_go_into_the_season_by_the_calendar() {
        let fiscal = FiscalYear::starting(4).unwrap();
        let months = ["2026-04", "2027-03"].map(|month| (month.parse().unwrap(), quantity("60")));
        let set = set_months(&[], &revenue(), &months, fiscal, 2).unwrap();
        let Phasing::Seasonal(season) = &set[0].phasing else { panic!("{set:?}") };
        assert_eq!(
            (set[0].goal, set[0].valid_from.to_string()),
            (Goal::Value(quantity("120")), "2026-04-01".to_owned())
        );
        assert_eq!(season.to_string(), "0 0 1/2 1/2 0 0 0 0 0 0 0 0");
    }

    #[test]
    fn a_year_of_nothing_is_no_target() {
        let none = [("2026-01".parse().unwrap(), Quantity::ZERO)];
        assert_eq!(set_months(&[], &revenue(), &none, FiscalYear::CALENDAR, 2), Err(NotMonths::Nothing));
        assert_eq!(set_months(&[], &revenue(), &[], FiscalYear::CALENDAR, 2), Err(NotMonths::Nothing));
    }
}
