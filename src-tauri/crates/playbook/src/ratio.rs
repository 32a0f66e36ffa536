//! An exact ratio: two machine words as long as they suffice, any number of digits beyond that.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

/// A ratio in lowest terms, its whole above zero. Each value has one form, so that equal ratios are equal.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Ratio {
    /// Nearly every ratio there is.
    Small { part: i64, whole: i64 },
    /// One that does not fit.
    Big(Box<BigRational>),
}

impl Ratio {
    pub(crate) const ZERO: Self = Self::Small { part: 0, whole: 1 };
    pub(crate) const ONE: Self = Self::Small { part: 1, whole: 1 };

    /// `part / whole`; `whole` is not zero.
    pub(crate) fn new(part: i128, whole: i128) -> Self {
        Self::of_words(part, whole).unwrap_or_else(|| Self::of_any(part, whole))
    }

    /// The same of two single words, whose division is many times faster; `None` where they are none.
    fn of_words(part: i128, whole: i128) -> Option<Self> {
        let (part, whole) = (i64::try_from(part).ok()?, i64::try_from(whole).ok().filter(|whole| *whole > 0)?);
        let divisor = i64::try_from(gcd_of_words(part.unsigned_abs(), whole.unsigned_abs())).ok()?;
        Some(Self::Small { part: part.checked_div(divisor)?, whole: whole.checked_div(divisor)? })
    }

    fn of_any(part: i128, whole: i128) -> Self {
        let divisor = gcd(part.unsigned_abs(), whole.unsigned_abs());
        let sign = if whole < 0 { -1 } else { 1 };
        let fitting = || {
            let divisor = i128::try_from(divisor).ok()?.checked_mul(sign)?;
            let small = |of: i128| i64::try_from(of.checked_div(divisor)?).ok();
            Some(Self::Small { part: small(part)?, whole: small(whole)? })
        };
        fitting().unwrap_or_else(|| Self::from(BigRational::new(part.into(), whole.into())))
    }

    /// The same, of any size.
    pub(crate) fn big(&self) -> BigRational {
        match self {
            Self::Small { part, whole } => BigRational::new_raw(BigInt::from(*part), BigInt::from(*whole)),
            Self::Big(ratio) => (**ratio).clone(),
        }
    }

    pub(crate) fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }

    pub(crate) fn is_negative(&self) -> bool {
        match self {
            Self::Small { part, .. } => *part < 0,
            Self::Big(ratio) => ratio.is_negative(),
        }
    }

    pub(crate) fn add(&self, other: &Self) -> Self {
        let small = || {
            let (a, b, c, d) = wide(self, other)?;
            if b == d { Some(Self::new(a + c, b)) } else { Some(Self::new((a * d).checked_add(c * b)?, b * d)) }
        };
        small().unwrap_or_else(|| (self.big() + other.big()).into())
    }

    pub(crate) fn sub(&self, other: &Self) -> Self {
        let small = || {
            let (a, b, c, d) = wide(self, other)?;
            if b == d { Some(Self::new(a - c, b)) } else { Some(Self::new((a * d).checked_sub(c * b)?, b * d)) }
        };
        small().unwrap_or_else(|| (self.big() - other.big()).into())
    }

    pub(crate) fn mul(&self, other: &Self) -> Self {
        let small = wide(self, other).map(|(a, b, c, d)| Self::new(a * c, b * d));
        small.unwrap_or_else(|| (self.big() * other.big()).into())
    }

    /// `self / other`; `other` is not zero.
    pub(crate) fn div(&self, other: &Self) -> Self {
        let small = wide(self, other).map(|(a, b, c, d)| Self::new(a * d, b * c));
        small.unwrap_or_else(|| (self.big() / other.big()).into())
    }
}

/// The parts and wholes of two small ratios, in words whose products fit.
fn wide(one: &Ratio, other: &Ratio) -> Option<(i128, i128, i128, i128)> {
    match (one, other) {
        (Ratio::Small { part: a, whole: b }, Ratio::Small { part: c, whole: d }) => {
            Some(((*a).into(), (*b).into(), (*c).into(), (*d).into()))
        }
        _ => None,
    }
}

/// The greatest common divisor; 1 of two zeros.
fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        // Division of single words is many times faster.
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return gcd_of_words(a, b).into();
        }
        (a, b) = (b, a % b);
    }
    a.max(1)
}

fn gcd_of_words(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

impl Ratio {
    /// The nearest whole number, half away from zero.
    pub(crate) fn rounded(&self) -> Self {
        match self {
            Self::Small { part, whole } => {
                let (part, whole) = (i128::from(*part), i128::from(*whole));
                let size = (2 * part.abs() + whole) / (2 * whole);
                Self::new(if part < 0 { -size } else { size }, 1)
            }
            Self::Big(ratio) => ratio.round().into(),
        }
    }

    /// The greatest whole number that is not above it.
    pub(crate) fn floor(&self) -> Self {
        match self {
            Self::Small { part, whole } => Self::Small { part: part.div_euclid(*whole), whole: 1 },
            Self::Big(ratio) => ratio.floor().into(),
        }
    }
}

impl From<BigRational> for Ratio {
    fn from(ratio: BigRational) -> Self {
        match (ratio.numer().to_i64(), ratio.denom().to_i64()) {
            (Some(part), Some(whole)) => Self::Small { part, whole },
            _ => Self::Big(Box::new(ratio)),
        }
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        match wide(self, other) {
            Some((a, b, c, d)) => (a * d).cmp(&(c * b)),
            None => self.big().cmp(&other.big()),
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ratio {
    /// `3/4`; `3` for a whole number.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Small { part, whole: 1 } => write!(f, "{part}"),
            Self::Small { part, whole } => write!(f, "{part}/{whole}"),
            Self::Big(ratio) => write!(f, "{ratio}"),
        }
    }
}

impl fmt::Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers at every edge: zero, small, and on both sides of what a word holds.
    fn edges() -> Vec<i128> {
        let word = i128::from(i64::MAX);
        let sizes = [0, 1, 2, 3, 7, 10, 999, 1_000_003, word - 1, word, word + 1, word + 2, 3 * word, word * 1_000_000];
        sizes.into_iter().flat_map(|size| [size, -size]).collect()
    }

    fn ratios() -> Vec<(Ratio, BigRational)> {
        let edges = edges();
        let wholes = edges.iter().filter(|whole| **whole != 0);
        let pairs = wholes.flat_map(|whole| edges.iter().map(move |part| (*part, *whole)));
        pairs.map(|(part, whole)| (Ratio::new(part, whole), BigRational::new(part.into(), whole.into()))).collect()
    }

    #[test]
    fn every_ratio_is_what_the_slow_way_says_in_one_form() {
        for (fast, slow) in ratios() {
            assert_eq!(fast.big(), slow);
            assert_eq!(fast, Ratio::from(slow.clone()), "{slow}");
            assert_eq!(fast.is_negative(), slow.is_negative(), "{slow}");
            assert_eq!(fast.rounded().big(), slow.round(), "{slow}");
            assert_eq!(fast.floor().big(), slow.floor(), "{slow}");
            assert_eq!(fast.to_string(), slow.to_string());
        }
    }

    #[test]
    fn arithmetic_and_order_are_those_of_the_slow_way() {
        let some: Vec<_> = ratios().into_iter().step_by(13).collect();
        for (a, slow_a) in &some {
            for (b, slow_b) in &some {
                assert_eq!(a.add(b), Ratio::from(slow_a + slow_b), "{a:?} + {b:?}");
                assert_eq!(a.sub(b), Ratio::from(slow_a - slow_b), "{a:?} - {b:?}");
                assert_eq!(a.mul(b), Ratio::from(slow_a * slow_b), "{a:?} * {b:?}");
                assert_eq!(a.cmp(b), slow_a.cmp(slow_b), "{a:?} against {b:?}");
                if !b.is_zero() {
                    assert_eq!(a.div(b), Ratio::from(slow_a / slow_b), "{a:?} / {b:?}");
                }
            }
        }
    }
}
