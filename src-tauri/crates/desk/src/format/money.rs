//! Money: each currency with its sign and the decimals people show, large sums in millions.

use playbook::number::{Quantity, Rate};

use super::number::{exact, figure};

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency(String);

/// How large sums are shown; the figures that stand side by side share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// As they are.
    Ones,
    /// In millions, with one decimal.
    Millions,
}

impl Scale {
    /// The scale of figures that stand side by side: millions as soon as one of them has eight digits.
    #[must_use]
    pub fn of<'a>(values: impl IntoIterator<Item = &'a Rate>) -> Self {
        let large = Rate::from(Quantity::whole(10_000_000));
        let below = &Rate::zero() - &large;
        if values.into_iter().any(|value| *value >= large || *value <= below) { Self::Millions } else { Self::Ones }
    }
}

impl Currency {
    /// The currency of that code.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(code.to_owned())
    }

    /// ISO 4217.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The sign that stands behind an amount; the code where no sign is at home in every font.
    #[must_use]
    pub fn sign(&self) -> &str {
        playbook::money::sign(&self.0)
    }

    /// Decimals that are shown.
    #[must_use]
    pub fn decimals(&self) -> u32 {
        playbook::money::shown_decimals(&self.0)
    }

    /// The figure and its unit: (`5,213.4`, `Rp m`), (`182,400.00`, `RM`).
    #[must_use]
    pub fn amount(&self, value: &Rate, scale: Scale) -> (String, String) {
        self.amount_beside(value, scale, &[])
    }

    /// The same, never shown across one of `edges`: an amount that just misses a target is not shown as the target.
    #[must_use]
    pub fn amount_beside(&self, value: &Rate, scale: Scale, edges: &[Rate]) -> (String, String) {
        let millions = |value: &Rate| value.over(&Rate::percent(100_000_000)).unwrap_or_else(Rate::zero);
        let shown = match scale {
            Scale::Ones => figure(value, self.decimals(), edges),
            Scale::Millions => figure(&millions(value), 1, &edges.iter().map(millions).collect::<Vec<_>>()),
        };
        (shown, self.unit(scale))
    }

    /// The unit of a column of amounts: `Rp m`.
    #[must_use]
    pub fn unit(&self, scale: Scale) -> String {
        match scale {
            Scale::Ones => self.sign().to_owned(),
            Scale::Millions => format!("{} m", self.sign()),
        }
    }

    /// Every digit and the sign: (`1,787,450,000`, `Rp`).
    #[must_use]
    pub fn exact(&self, value: Quantity) -> (String, String) {
        (exact(value), self.sign().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, value: &str, shown: &str) {
        let value: Quantity = value.parse().expect("a literal");
        let value = Rate::from(value);
        let (figure, unit) = Currency::new(code).amount(&value, Scale::of([&value]));
        assert_eq!(format!("{figure} {unit}"), shown);
    }

    #[test]
    fn each_currency_shows_its_own_digits() {
        check("IDR", "1850000", "1,850,000 Rp");
        check("IDR", "5213400000", "5,213.4 Rp m");
        check("VND", "-186600000", "−186.6 ₫ m");
        check("MYR", "182400.5", "182,400.50 RM");
        check("THB", "9999999.99", "9,999,999.99 ฿");
        check("KHR", "0", "0.00 KHR");
    }

    #[test]
    fn an_amount_that_misses_its_target_by_little_is_not_shown_as_the_target() {
        let [almost, target] =
            ["5399960000", "5400000000"].map(|text| Rate::from(text.parse::<Quantity>().expect("a literal")));
        let shown = |edges: &[Rate]| Currency::new("IDR").amount_beside(&almost, Scale::Millions, edges).0;
        assert_eq!((shown(&[]), shown(std::slice::from_ref(&target))), ("5,400.0".to_owned(), "5,399.9".to_owned()));
    }

    #[test]
    fn figures_side_by_side_share_one_scale() {
        let (small, large) = (Rate::from(120_u32), Rate::from(50_000_000_u32));
        assert_eq!(Currency::new("IDR").amount(&small, Scale::of([&small, &large])).0, "0.0");
        assert_eq!(Scale::of([&small]), Scale::Ones);
        assert_eq!(Scale::of([&(&Rate::zero() - &large)]), Scale::Millions);
    }
}
