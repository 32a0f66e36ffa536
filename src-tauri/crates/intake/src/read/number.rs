//! Numbers as their shortest exact decimal text. A sheet stores binary floats: 15 significant digits are data, what
//! lies beyond is the float's noise.

use std::borrow::Cow;
use std::fmt::Write;

/// The digits that a spreadsheet's float holds for certain.
const DIGITS: usize = 15;

/// The plain decimal text of a float: `21284.200000000004` is `21284.2`, `1.85e9` is `1850000000`. `None` for what is
/// no number.
pub(crate) fn from_float(value: f64) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    if value.fract() == 0.0 && value.abs() < 1e15 {
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 10^15")]
        return Some((value as i64).to_string());
    }
    let mut text = String::with_capacity(24);
    write!(text, "{value:e}").ok()?;
    if text.bytes().filter(u8::is_ascii_digit).count() > DIGITS {
        let shortest = text.split('e').next().map_or(0, |mantissa| mantissa.bytes().filter(u8::is_ascii_digit).count());
        if shortest > DIGITS {
            text.clear();
            write!(text, "{value:.*e}", DIGITS - 1).ok()?;
        }
    }
    plain(&text)
}

/// The plain decimal text of a number as a file writes it. `None` for what is no number.
pub(crate) fn from_text(text: &str) -> Option<Cow<'_, str>> {
    let text = text.trim_ascii();
    if is_plain(text) {
        return Some(Cow::Borrowed(text));
    }
    text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E')).then_some(())?;
    from_float(text.parse().ok()?).map(Cow::Owned)
}

/// Whether a text is already what [`from_float`] would write: most numbers of most files are.
fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    if digits.is_empty() || digits.len() > DIGITS || text == "-0" {
        return false;
    }
    let (whole, part) = match digits.iter().position(|b| *b == b'.') {
        Some(point) => (&digits[..point], Some(&digits[point + 1..])),
        None => (digits, None),
    };
    let leads = whole.first().is_some_and(|b| *b != b'0') || whole.len() == 1;
    let ends = part.is_none_or(|part| part.last().is_some_and(|b| *b != b'0'));
    leads && ends && whole.iter().chain(part.unwrap_or_default()).all(u8::is_ascii_digit)
}

/// `-2.12842e4` without its exponent and trailing zeros.
fn plain(scientific: &str) -> Option<String> {
    let (mantissa, exponent) = scientific.split_once('e')?;
    let exponent: i32 = exponent.parse().ok()?;
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let point = exponent + 1;
    let length = i32::try_from(digits.len()).ok()?;
    let mut text = String::with_capacity(digits.len() + 8);
    text.push_str(sign);
    if point <= 0 {
        text.push_str("0.");
        text.extend((point..0).map(|_| '0'));
        text.push_str(digits);
    } else if point >= length {
        text.push_str(digits);
        text.extend((length..point).map(|_| '0'));
    } else {
        let (whole, part) = digits.split_at(usize::try_from(point).ok()?);
        text.push_str(whole);
        text.push('.');
        text.push_str(part);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn float_noise_is_not_data() {
        for (written, read) in [
            ("21284.200000000004", "21284.2"),
            ("0.30000000000000004", "0.3"),
            ("1.85E9", "1850000000"),
            ("1E-7", "0.0000001"),
            ("-12.50", "-12.5"),
            ("007", "7"),
            ("-0", "0"),
            ("0", "0"),
            ("0.125", "0.125"),
            ("-0.5", "-0.5"),
            ("123456789012345678", "123456789012346000"),
            ("100000000000000", "100000000000000"),
            ("12.", "12"),
            (".5", "0.5"),
        ] {
            assert_eq!(from_text(written).as_deref(), Some(read), "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", ".", "1,5", "nan", "inf", "1e999", "12 000", "0x10", "--1"] {
            assert_eq!(from_text(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_of_15_digits_reads_back(mantissa in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u32..12) {
            let value = mantissa as f64 / 10_f64.powi(scale.cast_signed());
            let text = from_float(value).expect("finite");
            prop_assert!(!text.contains('e'));
            prop_assert_eq!(text.parse::<f64>().expect("a number"), value);
            let read = from_text(&text);
            prop_assert_eq!(read.as_deref(), Some(text.as_str()));
        }
    }
}
