//! A discount as a sales line states it, held against a share at the precision of its currency.

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::number::{Quantity, Rate};

/// What a line takes off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discount {
    /// A share: 10 % is 0.1.
    Share(Quantity),
    /// Money off a price.
    Money {
        /// What was taken off.
        off: Quantity,
        /// What it was taken off from; above zero.
        gross: Quantity,
        /// Decimals of the currency: money is rounded to them before anybody can pay it.
        decimals: u32,
    },
}

impl Discount {
    /// The share that it takes off; `None` where it is taken off nothing.
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        match self {
            Self::Share(share) => Some((*share).into()),
            Self::Money { off, gross, .. } => Rate::of(*off, *gross),
        }
    }

    /// Whether it is no more than a share. Money may be rounded up to the next coin: 10 % of 12,345 rupiah is 1,235.
    #[must_use]
    pub fn is_within(&self, share: Quantity) -> bool {
        match self {
            Self::Share(own) => *own <= share,
            Self::Money { off, .. } => self.coins(share).is_some_and(|coins| self.in_coins(*off) <= coins.ceil()),
        }
    }

    /// Whether it is just that share, rounded to a coin either way where it is money.
    #[must_use]
    pub fn is(&self, share: Quantity) -> bool {
        match self {
            Self::Share(own) => *own == share,
            Self::Money { off, .. } => {
                let own = self.in_coins(*off);
                self.coins(share).is_some_and(|coins| coins.floor() <= own && own <= coins.ceil())
            }
        }
    }

    /// A share of the price, in coins; `None` without a price.
    fn coins(&self, share: Quantity) -> Option<BigRational> {
        let Self::Money { gross, .. } = self else { return None };
        (!gross.is_zero()).then(|| self.in_coins(*gross) * Rate::from(share).ratio())
    }

    fn in_coins(&self, money: Quantity) -> BigRational {
        let decimals = if let Self::Money { decimals, .. } = self { *decimals } else { 0 };
        Rate::from(money).ratio() * BigRational::from(BigInt::from(10).pow(decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> Quantity {
        text.parse().expect("a literal")
    }

    /// `12.5%`, or `1235/12345@0`: money off a price in a currency of that many decimals.
    fn discount(text: &str) -> Discount {
        if let Some(percent) = text.strip_suffix('%') {
            let hundredth = quantity(percent).decimal() / rust_decimal::Decimal::ONE_HUNDRED;
            return Discount::Share(Quantity::new(hundredth).expect("a literal"));
        }
        let (off, rest) = text.split_once('/').expect("a literal");
        let (gross, decimals) = rest.split_once('@').expect("a literal");
        Discount::Money { off: quantity(off), gross: quantity(gross), decimals: decimals.parse().expect("a literal") }
    }

    #[test]
    fn the_edge_of_a_share_is_within_it() {
        for (stated, share, within, is) in [
            ("10%", "0.1", true, true),
            ("10.000001%", "0.1", false, false),
            ("9.9%", "0.1", true, false),
            ("1234/12345@0", "0.1", true, true),
            ("1235/12345@0", "0.1", true, true),
            ("1236/12345@0", "0.1", false, false),
            ("1.23/12.30@2", "0.1", true, true),
            ("1.24/12.30@2", "0.1", false, false),
            ("1/3@2", "0.1", false, false),
            ("0.3/3@2", "0.1", true, true),
            ("100/0@0", "0.1", false, false),
            ("999999999999999999/999999999999999999@2", "1", true, true),
        ] {
            let discount = discount(stated);
            let found = (discount.is_within(quantity(share)), discount.is(quantity(share)));
            assert_eq!(found, (within, is), "{stated} against {share}");
        }
    }

    #[test]
    fn a_discount_off_nothing_is_unknown() {
        assert_eq!(discount("5/0@2").rate(), None);
        assert_eq!(discount("5/20@2").rate(), Some(Rate::percent(25)));
    }
}
