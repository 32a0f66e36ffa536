//! Figures: rounded half up on exact ratios, but never across a threshold.

use playbook::number::{Quantity, Rate};

/// The sign of a loss: U+2212, as wide as a figure.
const MINUS: char = '\u{2212}';

/// A figure with that many decimals, digits grouped by commas. Half a last digit rounds away from zero, except where
/// that would carry the figure across one of `thresholds`: 99.6 against 100 is shown as 99.
#[must_use]
pub fn figure(value: &Rate, decimals: u32, thresholds: &[Rate]) -> String {
    let ten = Rate::from(10_u32.pow(decimals));
    let scaled = value * &ten;
    let rounded = scaled.rounded();
    let crossing = thresholds.iter().map(|edge| edge * &ten).find(|edge| (scaled < *edge) != (rounded < *edge));
    let shown = match crossing {
        Some(edge) if scaled < edge => scaled.floor(),
        Some(_) => &Rate::zero() - &(&Rate::zero() - &scaled).floor(),
        None => rounded,
    };
    digits(&shown.to_string(), decimals)
}

/// A figure with its sign, as changes are shown: `+2.6`, `−2.8`, `0.0`.
#[must_use]
pub fn signed(value: &Rate, decimals: u32) -> String {
    let text = figure(value, decimals, &[]);
    let nothing = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if nothing || text.starts_with(MINUS) { text } else { format!("+{text}") }
}

/// A ratio in percent, without its sign `%`: 0.965 is `96.5`. `thresholds` are ratios too.
#[must_use]
pub fn percent(value: &Rate, decimals: u32, thresholds: &[Rate]) -> String {
    let hundred = Rate::percent(10_000);
    let edges: Vec<Rate> = thresholds.iter().map(|edge| edge * &hundred).collect();
    figure(&(value * &hundred), decimals, &edges)
}

/// Every digit of a quantity, grouped: `1,787,450,000`, `−12.25`.
#[must_use]
pub fn exact(value: Quantity) -> String {
    let decimals = value.decimal().scale();
    digits(&value.decimal().mantissa().to_string(), decimals)
}

/// A whole number, grouped.
#[must_use]
pub fn whole(value: i64) -> String {
    digits(&value.to_string(), 0)
}

/// Digits of a whole number, the last `decimals` of them behind the point.
fn digits(scaled: &str, decimals: u32) -> String {
    let decimals = decimals as usize;
    let negative = scaled.starts_with('-');
    let mut text = scaled.trim_start_matches('-').to_owned();
    if text.len() <= decimals {
        text.insert_str(0, &"0".repeat(decimals + 1 - text.len()));
    }
    let (whole, part) = text.split_at(text.len() - decimals);
    let mut out = String::new();
    if negative {
        out.push(MINUS);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if decimals > 0 {
        out.push('.');
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(text: &str) -> Rate {
        Rate::from(text.parse::<Quantity>().expect("a literal"))
    }

    #[track_caller]
    fn check(value: &str, decimals: u32, thresholds: &[&str], shown: &str) {
        let thresholds: Vec<Rate> = thresholds.iter().map(|text| rate(text)).collect();
        assert_eq!(figure(&rate(value), decimals, &thresholds), shown, "{value}");
    }

    #[test]
    fn half_a_digit_rounds_up_in_size() {
        check("91.75", 1, &[], "91.8");
        check("91.74999999", 1, &[], "91.7");
        check("-2.75", 1, &[], "−2.8");
        check("0.04", 1, &[], "0.0");
        check("-0.04", 1, &[], "0.0");
        check("1234567.5", 0, &[], "1,234,568");
        check("0.005", 2, &[], "0.01");
    }

    #[test]
    fn a_figure_is_never_shown_beyond_a_threshold_that_it_missed() {
        check("99.6", 0, &["100", "90"], "99");
        check("99.96", 1, &["100"], "99.9");
        check("100", 0, &["100"], "100");
        check("89.99999", 1, &["100", "90"], "89.9");
        check("92.4", 0, &["92.3"], "93");
    }

    #[test]
    fn a_change_has_a_true_minus_and_a_sign() {
        for (value, shown) in [("2.6", "+2.6"), ("-2.8", "−2.8"), ("0", "0.0"), ("-0.01", "0.0"), ("10", "+10.0")] {
            assert_eq!(signed(&rate(value), 1), shown);
        }
    }

    #[test]
    fn the_evidence_shows_every_digit() {
        for (value, shown) in [("1787450000", "1,787,450,000"), ("-12.25", "−12.25"), ("0", "0"), ("0.125", "0.125")]
        {
            assert_eq!(exact(value.parse().expect("a literal")), shown);
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_shown_stays_on_its_side(value in -2_000_000_i64..2_000_000, edge in -2000_i64..2000, decimals in 0_u32..3) {
            let value = Rate::percent(value);
            let edge = Rate::percent(edge * 100);
            let shown = figure(&value, decimals, std::slice::from_ref(&edge)).replace(',', "").replace(MINUS, "-");
            let shown = rate(&shown);
            proptest::prop_assert_eq!(value < edge, shown < edge);
        }
    }
}
