//! Exact numbers: what a report states, and the ratios made of it.

use std::fmt;
use std::str::FromStr;

use num_rational::BigRational;
use num_traits::ToPrimitive;
use rust_decimal::Decimal;

use crate::ratio::Ratio;

/// A number as a report states it: an exact decimal, below 10^18 in size and with at most eight decimals, so that a
/// sum of any quarter's values is exact too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Quantity(Decimal);

/// 10^18.
const LIMIT: Decimal = Decimal::from_parts(0xA764_0000, 0x0DE0_B6B3, 0, false, 0);

/// Why a text is no [`Quantity`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAQuantity {
    /// The text is not a plain decimal (`-12.5`): no grouping, unit or exponent is taken here.
    #[error("not a plain decimal")]
    Malformed,
    /// Below 10^18 in size and eight decimals is what a quantity can hold.
    #[error("outside the range of a quantity")]
    OutOfRange,
}

impl Quantity {
    /// Zero: reported as nothing, which is not the same as not reported.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// One.
    pub const ONE: Self = Self(Decimal::ONE);

    /// The quantity of a decimal, normalised (no trailing zeros).
    ///
    /// # Errors
    /// [`NotAQuantity::OutOfRange`] beyond 10^18 or eight decimals.
    pub fn new(value: Decimal) -> Result<Self, NotAQuantity> {
        let value = value.normalize();
        if value.scale() > 8 || value.abs() >= LIMIT {
            return Err(NotAQuantity::OutOfRange);
        }
        Ok(Self(value))
    }

    /// The quantity of a whole number.
    #[must_use]
    pub fn whole(value: i32) -> Self {
        Self(Decimal::from(value))
    }

    /// The decimal behind it.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Whether it is exactly zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }
}

impl std::ops::Add for Quantity {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self((self.0 + other.0).normalize())
    }
}

impl std::ops::Sub for Quantity {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self((self.0 - other.0).normalize())
    }
}

impl std::iter::Sum for Quantity {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, |sum, value| sum + value)
    }
}

impl From<u32> for Quantity {
    fn from(value: u32) -> Self {
        Self(Decimal::from(value))
    }
}

impl FromStr for Quantity {
    type Err = NotAQuantity;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(part) {
            return Err(NotAQuantity::Malformed);
        }
        // Most are whole numbers; eighteen digits stay below the limit.
        if text.len() <= 18
            && let Ok(whole) = text.parse::<i64>()
        {
            return Ok(Self(Decimal::from(whole)));
        }
        Decimal::from_str_exact(text).map_err(|_| NotAQuantity::OutOfRange).and_then(Self::new)
    }
}

impl fmt::Display for Quantity {
    /// Plain: `.` as the point, no grouping, no exponent. Reads back equal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An exact ratio: an attainment, a coverage, a score. 1 is 100 %.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(Ratio);

impl Rate {
    /// `part / whole`; `None` when `whole` is zero: unknown, not zero.
    #[must_use]
    pub fn of(part: Quantity, whole: Quantity) -> Option<Self> {
        (!whole.is_zero()).then(|| Self(Self::from(part).0.div(&Self::from(whole).0)))
    }

    /// So many of so many; `None` of none.
    #[must_use]
    pub fn share(part: usize, whole: usize) -> Option<Self> {
        let wide = |count: usize| i128::try_from(count).unwrap_or(i128::MAX);
        (whole != 0).then(|| Self(Ratio::new(wide(part), wide(whole))))
    }

    /// A whole number of hundredths: `percent(90)` is 0.9.
    #[must_use]
    pub fn percent(value: i64) -> Self {
        Self(Ratio::new(value.into(), 100))
    }

    /// Nothing.
    #[must_use]
    pub fn zero() -> Self {
        Self(Ratio::ZERO)
    }

    /// All of it.
    #[must_use]
    pub fn one() -> Self {
        Self(Ratio::ONE)
    }

    /// The exact ratio.
    #[must_use]
    pub fn ratio(&self) -> BigRational {
        self.0.big()
    }

    /// The same as a decimal; `None` when none of eight decimals is exactly it.
    #[must_use]
    pub fn quantity(&self) -> Option<Quantity> {
        let scaled = self.ratio() * BigRational::from_integer(100_000_000.into());
        let whole = scaled.is_integer().then(|| scaled.to_integer().to_i128()).flatten()?;
        Decimal::try_from_i128_with_scale(whole, 8).ok().and_then(|decimal| Quantity::new(decimal).ok())
    }

    /// Whether it is exactly zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    /// The nearest whole number, half away from zero.
    #[must_use]
    pub fn rounded(&self) -> Self {
        Self(self.0.rounded())
    }

    /// The greatest whole number that is not above it.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self(self.0.floor())
    }

    /// The whole number that it is, where it is one that fits.
    #[must_use]
    pub fn to_whole(&self) -> Option<i64> {
        match self.0 {
            Ratio::Small { part, whole: 1 } => Some(part),
            _ => None,
        }
    }

    /// Its size without its sign.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { &Self::zero() - self } else { self.clone() }
    }

    /// `self / other`; `None` when `other` is zero.
    #[must_use]
    pub fn over(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self(self.0.div(&other.0)))
    }
}

impl From<Quantity> for Rate {
    fn from(value: Quantity) -> Self {
        Self(Ratio::new(value.0.mantissa(), 10_i128.pow(value.0.scale())))
    }
}

impl From<BigRational> for Rate {
    fn from(value: BigRational) -> Self {
        Self(value.into())
    }
}

macro_rules! arithmetic {
    ($($name:ident $call:ident),*) => {$(
        impl std::ops::$name for &Rate {
            type Output = Rate;
            fn $call(self, other: &Rate) -> Rate {
                Rate(self.0.$call(&other.0))
            }
        }
    )*};
}
arithmetic!(Add add, Sub sub, Mul mul);

impl std::iter::Sum for Rate {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::zero(), |sum, value| &sum + &value)
    }
}

impl From<u32> for Rate {
    fn from(value: u32) -> Self {
        Self(Ratio::new(value.into(), 1))
    }
}

impl fmt::Display for Rate {
    /// Exact: `3/4`, or `3` for a whole number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_is_a_plain_decimal_and_reads_back() {
        for (text, read) in [
            ("0", "0"),
            ("-0", "0"),
            ("-12.50", "-12.5"),
            ("7.0", "7"),
            ("-99999999999999999", "-99999999999999999"),
            ("999999999999999999", "999999999999999999"),
            ("0.125", "0.125"),
        ] {
            assert_eq!(text.parse::<Quantity>().map(|q| q.to_string()), Ok(read.to_owned()));
        }
    }

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        for text in ["", "-", "1,5", "1e3", "+1", ".5", "5.", "١٢", "1000000000000000000", "0.123456789"] {
            assert!(text.parse::<Quantity>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_ratio_is_a_decimal_where_one_is_exactly_it() {
        for (part, whole, decimal) in [(9, 10, Some("0.9")), (-1, 8, Some("-0.125")), (1, 3, None), (0, 7, Some("0"))] {
            let rate = Rate::of(Quantity::whole(part), Quantity::whole(whole)).and_then(|rate| rate.quantity());
            assert_eq!(rate.map(|rate| rate.to_string()).as_deref(), decimal, "{part}/{whole}");
        }
    }

    #[test]
    fn a_ratio_is_exact() {
        let third = Rate::of(Quantity::ONE, Quantity::whole(3));
        let three = Rate::from(Quantity::whole(3));
        assert_eq!(third.map(|t| &t * &three), Some(Rate::one()));
        assert_eq!(Rate::of(Quantity::ONE, Quantity::ZERO), None);
    }
}
