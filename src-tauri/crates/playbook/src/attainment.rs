//! Attainment: how an actual meets its goal, exactly. 1 is reached.

use crate::kpi::{Better, Thresholds};
use crate::number::Rate;
use crate::target::Goal;

/// How `actual` meets `goal`, before floor and cap; `None` when the goal can't be met by degrees: no target, not a
/// number.
///
/// Higher is better: A/T. Lower is better: 2 - A/T. Both need a target above zero. From a baseline: (A-B)/(T-B), which
/// must lead the better way. A band: 1 inside, linear to 0 at the margin.
#[must_use]
pub fn attainment(better: Better, goal: &Goal<Rate>, actual: &Rate) -> Option<Rate> {
    match (goal, better) {
        (Goal::Value(target), Better::Higher) => positive(target).and_then(|target| actual.over(target)),
        (Goal::Value(target), Better::Lower) => Some(&Rate::percent(200) - &actual.over(positive(target)?)?),
        (Goal::FromBaseline { baseline, target }, Better::Higher) if target > baseline => {
            along(baseline, target, actual)
        }
        (Goal::FromBaseline { baseline, target }, Better::Lower) if target < baseline => {
            along(baseline, target, actual)
        }
        (Goal::Band { low, high, margin }, _) => band(low, high, margin, actual),
        (Goal::Value(_), Better::Within) | (Goal::FromBaseline { .. }, _) => None,
    }
}

fn positive(target: &Rate) -> Option<&Rate> {
    (*target > Rate::zero()).then_some(target)
}

fn along(baseline: &Rate, target: &Rate, actual: &Rate) -> Option<Rate> {
    (actual - baseline).over(&(target - baseline))
}

fn band(low: &Rate, high: &Rate, margin: &Rate, actual: &Rate) -> Option<Rate> {
    if low > high || margin.is_negative() {
        return None;
    }
    let outside = (low - actual).max(actual - high).max(Rate::zero());
    if outside.is_zero() {
        return Some(Rate::one());
    }
    // Without a margin there is nothing between inside and worth nothing.
    Some(outside.over(margin).map_or_else(Rate::zero, |gone| &Rate::one() - &gone))
}

/// The actual that meets `goal` by just `attained`, so that less does not (of a lower-is-better goal: more): the way
/// back of [`attainment`]. `None` where no goal is met by degrees, and for a band, which has two ends.
#[must_use]
pub fn needed(better: Better, goal: &Goal<Rate>, attained: &Rate) -> Option<Rate> {
    match (goal, better) {
        (Goal::Value(target), Better::Higher) => positive(target).map(|target| target * attained),
        (Goal::Value(target), Better::Lower) => {
            positive(target).map(|target| target * &(&Rate::percent(200) - attained))
        }
        (Goal::FromBaseline { baseline, target }, Better::Higher) if target > baseline => {
            Some(baseline + &(&(target - baseline) * attained))
        }
        (Goal::FromBaseline { baseline, target }, Better::Lower) if target < baseline => {
            Some(baseline + &(&(target - baseline) * attained))
        }
        _ => None,
    }
}

/// An attainment as it counts: not below 0, not above `cap`.
#[must_use]
pub fn counted(attainment: Rate, cap: &Rate) -> Rate {
    attainment.max(Rate::zero()).min(cap.clone())
}

/// The colour of an attainment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// Below amber.
    Red,
    /// From amber on.
    Amber,
    /// From green on.
    Green,
}

impl Thresholds {
    /// The colour of an unrounded attainment; the edge itself has the better colour.
    #[must_use]
    pub fn colour(&self, attainment: &Rate) -> Colour {
        if *attainment >= self.green {
            Colour::Green
        } else if *attainment >= self.amber {
            Colour::Amber
        } else {
            Colour::Red
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals that are numbers")]
mod tests {
    use super::*;
    use crate::number::Quantity;
    use Better::{Higher, Lower, Within};

    fn quantity(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn rate(text: &str) -> Rate {
        quantity(text).into()
    }

    fn value(text: &str) -> Goal {
        Goal::Value(quantity(text))
    }

    fn from(baseline: &str, target: &str) -> Goal {
        Goal::FromBaseline { baseline: quantity(baseline), target: quantity(target) }
    }

    fn within(low: &str, high: &str, margin: &str) -> Goal {
        Goal::Band { low: quantity(low), high: quantity(high), margin: quantity(margin) }
    }

    /// The raw attainment, or `-` for no target.
    fn check(better: Better, goal: Goal, actual: &str, expected: &str) {
        let found = attainment(better, &goal.times(&Rate::one()), &rate(actual));
        let expected = (expected != "-").then(|| rate(expected));
        assert_eq!(found, expected, "{better:?} {goal:?} {actual}");
    }

    #[test]
    fn more_is_better_divides_by_the_target() {
        check(Higher, value("200"), "180", "0.9");
        check(Higher, value("200"), "500", "2.5");
        check(Higher, value("200"), "0", "0");
        check(Higher, value("200"), "-50", "-0.25");
    }

    #[test]
    fn less_is_better_counts_from_two() {
        check(Lower, value("0.05"), "0.05", "1");
        check(Lower, value("0.05"), "0", "2");
        check(Lower, value("0.05"), "0.1", "0");
        check(Lower, value("0.05"), "0.2", "-2");
    }

    #[test]
    fn a_zero_or_negative_target_is_no_target() {
        for better in [Higher, Lower, Within] {
            check(better, value("0"), "10", "-");
            check(better, value("-5"), "10", "-");
        }
    }

    #[test]
    fn from_a_baseline_the_way_made_is_divided_by_the_way_to_go() {
        check(Higher, from("-10", "-5"), "-7.5", "0.5");
        check(Higher, from("-10", "10"), "20", "1.5");
        check(Lower, from("0.1", "0.06"), "0.08", "0.5");
        check(Higher, from("0", "0.1"), "-0.1", "-1");
    }

    #[test]
    fn a_baseline_that_leads_the_wrong_way_is_no_target() {
        check(Higher, from("10", "5"), "7", "-");
        check(Higher, from("10", "10"), "7", "-");
        check(Lower, from("5", "10"), "7", "-");
        check(Within, from("5", "10"), "7", "-");
    }

    #[test]
    fn a_band_is_one_inside_and_falls_to_zero_over_its_margin() {
        for (actual, expected) in [
            ("30", "1"),
            ("60", "1"),
            ("45", "1"),
            ("25", "0.5"),
            ("20", "0"),
            ("65", "0.5"),
            ("70", "0"),
            ("80", "-1"),
        ] {
            check(Within, within("30", "60", "10"), actual, expected);
        }
        check(Within, within("30", "60", "0"), "61", "0");
        check(Within, within("60", "30", "10"), "45", "-");
        check(Within, within("30", "60", "-1"), "45", "-");
    }

    #[test]
    fn what_is_needed_is_attained_by_just_that() {
        for (better, goal) in
            [(Higher, value("200")), (Lower, value("0.05")), (Higher, from("-10", "10")), (Lower, from("0.1", "0.06"))]
        {
            let goal = goal.times(&Rate::one());
            for wanted in ["0.9", "1", "1.1", "0.33333333"] {
                let found = needed(better, &goal, &rate(wanted)).and_then(|needed| attainment(better, &goal, &needed));
                assert_eq!(found, Some(rate(wanted)), "{better:?} {goal:?} {wanted}");
            }
        }
        for (better, goal) in [(Higher, value("0")), (Higher, from("10", "5")), (Within, within("30", "60", "10"))] {
            assert_eq!(needed(better, &goal.times(&Rate::one()), &Rate::one()), None, "{better:?} {goal:?}");
        }
    }

    #[test]
    fn what_counts_is_never_below_zero_nor_above_the_cap() {
        for (raw, expected) in [("-0.25", "0"), ("0", "0"), ("1.2", "1.2"), ("1.21", "1.2"), ("0.999", "0.999")] {
            assert_eq!(counted(rate(raw), &Rate::percent(120)), rate(expected), "{raw}");
        }
    }

    #[test]
    fn the_edge_has_the_better_colour() {
        for (at, colour) in [
            ("1", Colour::Green),
            ("0.99999999", Colour::Amber),
            ("0.9", Colour::Amber),
            ("0.89999999", Colour::Red),
            ("0", Colour::Red),
            ("1.2", Colour::Green),
        ] {
            assert_eq!(Thresholds::default().colour(&rate(at)), colour, "{at}");
        }
    }
}
