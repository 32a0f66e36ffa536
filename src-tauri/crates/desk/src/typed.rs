//! A number as a person types it, or as a spreadsheet hands it over: with separators of any country, and refused where
//! it could be two numbers. And a day as a form has it.

use chrono::NaiveDate;
use playbook::number::Quantity;

use crate::error::{DeskError, ErrorKind};

/// The day of a form, such as `2026-10-08`.
pub(crate) fn day(text: &str) -> Result<NaiveDate, DeskError> {
    let text = text.trim();
    // `2026-1-5` can be read too, but nobody writes a day like that who means one.
    let day = text.parse().ok().filter(|_| text.len() == "2026-10-08".len());
    day.ok_or_else(|| DeskError::new(ErrorKind::Invalid, "not-a-day", &[("text", text.into())]))
}

/// The same where the form may leave it empty.
pub(crate) fn open_day(text: &str) -> Result<Option<NaiveDate>, DeskError> {
    if text.trim().is_empty() { Ok(None) } else { day(text).map(Some) }
}

/// Why a text is no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NotTyped {
    /// It holds something else than digits, separators and a sign.
    NotANumber,
    /// It can be read with its separator as the point, or as one between thousands.
    Either(Quantity, Quantity),
    /// Beyond 10^18, or more than eight decimals.
    OutOfRange,
}

/// The number of a text. `decimals` is how many it can have at most, where that tells thousands from decimals.
pub(crate) fn number(text: &str, decimals: Option<u32>) -> Result<Quantity, NotTyped> {
    let text: String = text.trim().replace('\u{2212}', "-").replace(['\u{A0}', '\u{202F}', '\u{2009}'], " ");
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(&text)),
    };
    let known = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'' | '’');
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.chars().all(known) {
        return Err(NotTyped::NotANumber);
    }
    let last = digits.rfind(['.', ',']);
    let Some(at) = last else { return grouped(sign, digits, None) };
    let (whole, part) = (&digits[..at], &digits[at + 1..]);
    let mark = &digits[at..=at];
    let alone = !whole.contains(['.', ',']);
    if whole.contains(mark) {
        // The same mark twice stands between thousands.
        return grouped(sign, digits, None);
    }
    let can_group = alone && part.len() == 3 && whole.trim().len() <= 3 && !whole.trim_start_matches('0').is_empty();
    match decimals {
        Some(most) if can_group && most < 3 => grouped(sign, digits, None),
        _ if can_group => {
            let (point, thousands) = (grouped(sign, whole, Some(part))?, grouped(sign, digits, None)?);
            Err(NotTyped::Either(point, thousands))
        }
        _ => grouped(sign, whole, Some(part)),
    }
}

/// Groups of three digits behind a first one of any length up to three; or no groups at all.
fn grouped(sign: &str, whole: &str, part: Option<&str>) -> Result<Quantity, NotTyped> {
    let groups: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let marks: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    let alike = marks.windows(2).all(|pair| pair[0] == pair[1]);
    let sound = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    let part = part.unwrap_or("0");
    if !alike || !sound || part.is_empty() || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotTyped::NotANumber);
    }
    format!("{sign}{}.{part}", groups.concat()).parse().map_err(|_| NotTyped::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(text: &str) -> Quantity {
        text.parse().expect("a literal")
    }

    #[track_caller]
    fn check(text: &str, decimals: Option<u32>, expected: &str) {
        assert_eq!(number(text, decimals), Ok(quantity(expected)), "{text}");
    }

    #[test]
    fn a_day_is_year_month_and_day() {
        for (text, read) in [
            ("2026-10-08", Some("2026-10-08")),
            (" 2026-02-28 ", Some("2026-02-28")),
            ("2026-02-30", None),
            ("2026-1-5", None),
            ("31.10.2026", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(day(text).ok().map(|day| day.to_string()).as_deref(), read, "{text}");
        }
        let said = open_day(" soon ").map_err(|error| error.to_string());
        assert_eq!(said, Err("“soon” is no day such as 2026-10-08. Write year, month and day.".to_owned()));
        assert_eq!(open_day(" "), Ok(None));
    }

    #[test]
    fn separators_of_any_country_are_read() {
        for (text, value) in [
            ("5213400", "5213400"),
            ("5,213,400", "5213400"),
            ("5.213.400", "5213400"),
            ("5 213 400", "5213400"),
            ("5'213'400.50", "5213400.5"),
            ("5.213.400,25", "5213400.25"),
            ("1,5", "1.5"),
            ("0.125", "0.125"),
            ("12.3456", "12.3456"),
            ("\u{2212}12", "-12"),
            ("+3", "3"),
            ("1234,567", "1234.567"),
        ] {
            check(text, None, value);
        }
    }

    #[test]
    fn one_separator_before_three_digits_could_be_either() {
        let either = NotTyped::Either(quantity("1.5"), quantity("1500"));
        assert_eq!(number("1.500", None), Err(either.clone()));
        assert_eq!(number("1,500", Some(3)), Err(either));
        check("1.500", Some(2), "1500");
        check("182,400", Some(0), "182400");
        check("0,125", Some(2), "0.125");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", "abc", "1O5", "12 jt", "1,23,456", "1.2.3", "5.", ".5", "1,2.3,4", "12%", "1.234,567.8"] {
            assert_eq!(number(text, None), Err(NotTyped::NotANumber), "{text}");
        }
        assert_eq!(number("1000000000000000000", None), Err(NotTyped::OutOfRange));
    }
}
