//! Discounts that are taken one after the other: `10%+5%` leaves 0.9 × 0.95 of the price, so 14.5 % are off.

use rust_decimal::Decimal;

/// Discounts of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct InTurn {
    /// What they come to, one after the other, as a share.
    pub(super) share: Decimal,
    /// What they come to when they are added up.
    pub(super) sum: Decimal,
    /// Whether each is said to be a percentage. `10+1` may be one free with ten.
    pub(super) told: bool,
}

/// Reads `10%+5%`; `part` reads each: its value, and whether `%` stands behind it.
pub(super) fn in_turn(text: &str, part: impl Fn(&str) -> Option<(Decimal, bool)>) -> Option<InTurn> {
    let parts: Vec<(Decimal, bool)> =
        text.split(['+', '\u{ff0b}']).map(|one| part(one.trim())).collect::<Option<_>>()?;
    let within = |value: &Decimal| !value.is_sign_negative() && *value < Decimal::ONE_HUNDRED;
    if parts.len() < 2 || !parts.iter().all(|(value, _)| within(value)) {
        return None;
    }
    let (mut left, mut sum) = (Decimal::ONE, Decimal::ZERO);
    for (value, _) in &parts {
        let share = value / Decimal::ONE_HUNDRED;
        left = left.checked_mul(Decimal::ONE - share)?;
        sum += share;
    }
    let told = parts.iter().all(|(_, percent)| *percent);
    Some(InTurn { share: (Decimal::ONE - left).normalize(), sum, told })
}
