//! Phasing: what part of an amount falls into a month or a week. Parts of a year, and of a quarter, always sum to it.

use std::fmt;
use std::str::FromStr;

use num_rational::BigRational;

use crate::number::Rate;
use crate::period::{FiscalYear, Month, Period, Quarter};
use crate::target::Per;

/// How an amount is spread over the months that it is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phasing {
    /// The same in every month.
    #[default]
    Even,
    /// By the season.
    Seasonal(Curve),
}

/// A year's shares by calendar month, January first. They sum to exactly 1, and none is below zero.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Curve(Box<[Rate; 12]>);

/// Why twelve shares are no curve.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotACurve {
    /// A year has twelve months; so many shares were given.
    #[error("{0} shares for twelve months")]
    Count(usize),
    /// A share is below zero.
    #[error("a share below zero")]
    Negative,
    /// The shares sum to this instead of 1.
    #[error("shares that sum to {0:?}")]
    Sum(Rate),
    /// The text is no list of twelve ratios.
    #[error("not twelve ratios")]
    Malformed,
}

impl Curve {
    /// The curve of twelve shares that sum to 1.
    ///
    /// # Errors
    /// See [`NotACurve`].
    pub fn new(shares: Vec<Rate>) -> Result<Self, NotACurve> {
        let shares: [Rate; 12] = shares.try_into().map_err(|shares: Vec<Rate>| NotACurve::Count(shares.len()))?;
        if shares.iter().any(Rate::is_negative) {
            return Err(NotACurve::Negative);
        }
        let sum: Rate = shares.iter().cloned().sum();
        if sum == Rate::one() { Ok(Self(Box::new(shares))) } else { Err(NotACurve::Sum(sum)) }
    }

    /// The curve of twelve monthly amounts, each against their sum.
    ///
    /// # Errors
    /// When one is below zero, or all are zero.
    pub fn of_amounts(amounts: &[Rate]) -> Result<Self, NotACurve> {
        let sum: Rate = amounts.iter().cloned().sum();
        let shares: Option<Vec<Rate>> = amounts.iter().map(|amount| amount.over(&sum)).collect();
        Self::new(shares.ok_or(NotACurve::Sum(Rate::zero()))?)
    }

    /// The share of a calendar month in its year.
    #[must_use]
    pub fn share(&self, month: Month) -> &Rate {
        let index = usize::try_from(month.number() - 1).unwrap_or(0);
        &self.0[index]
    }

    /// The twelve shares, January first.
    #[must_use]
    pub fn shares(&self) -> &[Rate] {
        self.0.as_slice()
    }

    /// Whether each quarter of a fiscal year has a share: only then can an amount a quarter be spread by it.
    #[must_use]
    pub fn reaches_every_quarter(&self, fiscal: FiscalYear) -> bool {
        let first = usize::try_from(fiscal.first_month()).unwrap_or(1) - 1;
        let of_year: Vec<&Rate> = self.0.iter().cycle().skip(first).take(self.0.len()).collect();
        of_year.chunks(3).all(|quarter| quarter.iter().any(|share| **share > Rate::zero()))
    }

    /// The share of a month in its quarter; even where the curve gives the quarter nothing.
    fn in_quarter(&self, fiscal: FiscalYear, month: Month) -> Rate {
        let quarter: Rate = fiscal.quarter_of(month).months().into_iter().map(|month| self.share(month).clone()).sum();
        self.share(month).over(&quarter).unwrap_or_else(|| part(1, 3))
    }
}

impl fmt::Display for Curve {
    /// Twelve exact ratios, such as `1/12`. Reads back equal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, share) in self.0.iter().enumerate() {
            let space = if index == 0 { "" } else { " " };
            write!(f, "{space}{}", share.ratio())?;
        }
        Ok(())
    }
}

impl FromStr for Curve {
    type Err = NotACurve;
    fn from_str(text: &str) -> Result<Self, NotACurve> {
        let shares = text.split(' ').map(|share| share.parse::<BigRational>().map(Rate::from));
        Self::new(shares.collect::<Result<_, _>>().map_err(|_| NotACurve::Malformed)?)
    }
}

impl Phasing {
    /// What part of an amount falls into a period of a fiscal year. A week has an even part of the month that holds its Thursday, so that
    /// the 13 or 14 weeks of a quarter sum to the quarter.
    #[must_use]
    pub fn part(&self, per: Per, period: Period, fiscal: FiscalYear) -> Rate {
        match period {
            Period::Month(month) => self.month(per, month, fiscal),
            Period::Quarter(quarter) => self.quarter(per, quarter),
            Period::Week(week) => {
                let month = week.month();
                &self.month(per, month, fiscal) * &part(1, month.weeks().len())
            }
        }
    }

    fn month(&self, per: Per, month: Month, fiscal: FiscalYear) -> Rate {
        match (per, self) {
            (Per::Month, _) => Rate::one(),
            (Per::Quarter, Self::Even) => part(1, 3),
            (Per::Quarter, Self::Seasonal(curve)) => curve.in_quarter(fiscal, month),
            (Per::Year, Self::Even) => part(1, 12),
            (Per::Year, Self::Seasonal(curve)) => curve.share(month).clone(),
        }
    }

    fn quarter(&self, per: Per, quarter: Quarter) -> Rate {
        quarter.months().into_iter().map(|month| self.month(per, month, quarter.fiscal_year())).sum()
    }
}

fn part(part: usize, whole: usize) -> Rate {
    Rate::from(BigRational::new(part.into(), whole.max(1).into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percents(shares: [i64; 12]) -> Result<Curve, NotACurve> {
        Curve::new(shares.into_iter().map(Rate::percent).collect())
    }

    /// More towards the year's end, and nothing in the second quarter.
    fn season() -> Curve {
        percents([10, 5, 5, 0, 0, 0, 10, 10, 20, 10, 10, 20]).expect("sums to 100 %")
    }

    #[track_caller]
    fn check(phasing: &Phasing, per: Per, period: &str, numerator: usize, whole: usize) {
        let period: Period = period.parse().expect("a literal");
        assert_eq!(phasing.part(per, period, FiscalYear::CALENDAR), part(numerator, whole), "{per:?} {period}");
    }

    #[test]
    fn an_even_amount_has_the_same_part_in_every_month() {
        for (per, month, quarter) in
            [(Per::Month, (1, 1), (3, 1)), (Per::Quarter, (1, 3), (1, 1)), (Per::Year, (1, 12), (1, 4))]
        {
            check(&Phasing::Even, per, "2026-08", month.0, month.1);
            check(&Phasing::Even, per, "2026-Q3", quarter.0, quarter.1);
        }
    }

    #[test]
    fn a_season_shares_a_year_out_and_is_made_whole_again_for_a_quarter() {
        let season = Phasing::Seasonal(season());
        check(&season, Per::Year, "2026-09", 20, 100);
        check(&season, Per::Year, "2026-Q3", 40, 100);
        check(&season, Per::Year, "2026-Q2", 0, 1);
        check(&season, Per::Quarter, "2026-07", 1, 4);
        check(&season, Per::Quarter, "2026-09", 1, 2);
        check(&season, Per::Quarter, "2026-Q3", 1, 1);
        check(&season, Per::Month, "2026-09", 1, 1);
        // Where the season gives a quarter nothing, an amount for that quarter is spread evenly.
        check(&season, Per::Quarter, "2026-05", 1, 3);
    }

    #[test]
    fn an_amount_a_quarter_follows_the_fiscal_year() {
        let season = Phasing::Seasonal(season());
        // From February on, February to April are a quarter: 5, 5 and 0 %.
        let february = FiscalYear::starting(2).expect("a month");
        for (month, share) in [("2026-02", (1, 2)), ("2026-04", (0, 1)), ("2026-08", (1, 4)), ("2027-01", (1, 4))] {
            let period: Period = month.parse().expect("a literal");
            assert_eq!(season.part(Per::Quarter, period, february), part(share.0, share.1), "{month}");
        }
        check(&season, Per::Quarter, "2026-Q4-02", 1, 1);
        check(&season, Per::Year, "2026-Q4-02", 40, 100);
    }

    #[test]
    fn a_week_has_an_even_part_of_the_month_of_its_thursday() {
        // October 2026 has five Thursdays, November four, December five: a quarter of 14 weeks.
        check(&Phasing::Even, Per::Quarter, "2026-W40", 1, 15);
        check(&Phasing::Even, Per::Quarter, "2026-W45", 1, 12);
        check(&Phasing::Even, Per::Quarter, "2026-W53", 1, 15);
        for quarter in ["2026-Q3", "2026-Q4"] {
            let quarter: Quarter = quarter.parse().expect("a literal");
            let weeks = quarter.weeks();
            let sum: Rate =
                weeks.iter().map(|week| Phasing::Even.part(Per::Quarter, (*week).into(), quarter.fiscal_year())).sum();
            assert_eq!(sum, Rate::one(), "{quarter} of {} weeks", weeks.len());
        }
    }

    #[test]
    fn shares_that_are_no_curve_are_refused() {
        assert_eq!(percents([9; 12]), Err(NotACurve::Sum(Rate::percent(108))));
        assert_eq!(percents([-10, 20, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0]), Err(NotACurve::Negative));
        assert_eq!(Curve::new(vec![Rate::one()]), Err(NotACurve::Count(1)));
        assert_eq!(Curve::of_amounts(&vec![Rate::zero(); 12]), Err(NotACurve::Sum(Rate::zero())));
        assert!("1/2 1/2 x".parse::<Curve>().is_err());
    }

    #[test]
    fn a_curve_is_written_exactly_and_reads_back() {
        let thirds: Vec<Rate> = (1_u32..=12).map(Rate::from).collect();
        let curve = Curve::of_amounts(&thirds).expect("all above zero");
        assert_eq!(curve.to_string(), "1/78 1/39 1/26 2/39 5/78 1/13 7/78 4/39 3/26 5/39 11/78 2/13");
        assert_eq!(curve.to_string().parse(), Ok(curve));
        assert_eq!(season().to_string().parse(), Ok(season()));
    }

    #[test]
    fn a_season_reaches_the_quarters_of_the_fiscal_year() {
        // Nothing from April to June: years from February, May and so on cut that in two.
        for (first, reaches) in [(1, false), (2, true), (3, true), (4, false), (5, true), (12, true)] {
            let fiscal = FiscalYear::starting(first).expect("a month");
            assert_eq!(season().reaches_every_quarter(fiscal), reaches, "years from month {first}");
        }
    }
}
