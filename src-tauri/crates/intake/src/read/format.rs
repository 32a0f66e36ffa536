//! Number formats: whether a number is a date, and whether the code says more than the value does.

use std::collections::HashMap;

use chrono::NaiveDate;

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    /// A number.
    #[default]
    Number,
    /// A day, with or without a time.
    Date,
}

/// A number format.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Format {
    /// What its numbers are.
    pub(crate) kind: Kind,
    /// Its code, where that says more than the value.
    pub(crate) code: Option<String>,
}

/// The format of a code.
pub(crate) fn of(code: &str) -> Format {
    let first = code.split(';').next().unwrap_or_default();
    let shown = letters(first);
    let has = |wanted: &[char]| shown.contains(wanted);
    // A month's m is a minute's m beside hours or seconds. `bbbb` alone (a Buddhist year) stays a number.
    let date = has(&['y', 'd']) || (has(&['m']) && !has(&['h', 's']));
    let kind = if date { Kind::Date } else { Kind::Number };
    // A date without its day says that the month is meant.
    let telling = if date { !has(&['d']) } else { has(&['h', 'm', 's']) || says_more(code) };
    Format { kind, code: telling.then(|| code.to_owned()) }
}

/// The formats that have a number but no code in the file (ECMA-376, 18.8.30, with the East Asian and Thai ones). The
/// built-in currencies are those of whoever opens the file, so they say nothing.
pub(crate) fn built_in(id: u32) -> Format {
    let code = match id {
        9 => "0%",
        10 => "0.00%",
        14 | 15 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 | 71..=73 | 77 => "d/m/yyyy",
        16 => "d-mmm",
        17 | 55 | 56 | 74 => "mmm-yy",
        18..=21 | 32..=35 | 45 | 47 | 75 | 76 | 78 | 80 => "h:mm",
        46 | 79 => "[h]:mm:ss",
        67 => "0%",
        68 => "0.00%",
        _ => return Format::default(),
    };
    of(code)
}

/// A section's letters that stand for something, in lower case: no quoted or escaped text, no colour or locale. What
/// counts up hours (`[h]`) is no date.
fn letters(section: &str) -> String {
    let mut out = String::new();
    let mut characters = section.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => while characters.next().is_some_and(|c| c != '"') {},
            '\\' | '_' | '*' => {
                characters.next();
            }
            '[' => {
                let inner: String =
                    characters.by_ref().take_while(|c| *c != ']').collect::<String>().to_ascii_lowercase();
                if !inner.is_empty() && inner.chars().all(|c| matches!(c, 'h' | 'm' | 's')) {
                    out.push('h');
                }
            }
            c => out.extend(c.to_lowercase()),
        }
    }
    if out.trim() == "general" { String::new() } else { out }
}

/// Whether a code says more than digits, grouping, brackets and colours do: a percentage, a currency, a unit, or a
/// scale (`#,##0,` shows thousands).
fn says_more(code: &str) -> bool {
    let mut characters = code.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '_' | '*' => {
                characters.next();
            }
            '\\' => {
                let escaped = characters.next();
                if escaped.is_some_and(|c| !is_plain(c)) {
                    return true;
                }
            }
            '"' => {
                let quoted: String = characters.by_ref().take_while(|c| *c != '"').collect();
                if !quoted.chars().all(is_plain) {
                    return true;
                }
            }
            '[' => {
                let inner: String = characters.by_ref().take_while(|c| *c != ']').collect();
                if inner.strip_prefix('$').is_some_and(|rest| !rest.starts_with('-')) {
                    return true;
                }
            }
            ',' if !characters.peek().is_some_and(|next| matches!(next, '#' | '0' | '?')) => return true,
            'G' | 'g' => {
                // General
                characters.by_ref().take(6).for_each(drop);
            }
            // An exponent is how a number is written, not what it is.
            'E' | 'e' | '+' | '@' => {}
            c if !is_plain(c) => return true,
            _ => {}
        }
    }
    false
}

fn is_plain(c: char) -> bool {
    matches!(c, '0' | '#' | '?' | ',' | '.' | '-' | '(' | ')' | ';' | ' ' | '/' | '\u{A0}')
}

/// The day of a serial number. 1900 counts a 29 February that never was. `None` outside 1900 to 9999.
pub(crate) fn date(serial: f64, from_1904: bool) -> Option<NaiveDate> {
    // A time of day is a fraction, and a float may fall a hair short of the next day.
    let days = (serial + 1e-9).floor();
    if !(0.0..2_958_466.0).contains(&days) || (!from_1904 && (days < 1.0 || days == 60.0)) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be within 0 and 2958466")]
    let days = days as u64;
    let base = match (from_1904, days) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        (false, ..60) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    base.checked_add_days(chrono::Days::new(days))
}

/// The days of serial numbers, each worked out once: a list has hundreds of thousands of rows and a few hundred days.
pub(crate) struct Days {
    from_1904: bool,
    known: HashMap<String, Option<String>>,
}

impl Days {
    /// More days than a list of sales spans.
    const MOST: usize = 4_096;

    pub(crate) fn new(from_1904: bool) -> Self {
        Self { from_1904, known: HashMap::new() }
    }

    /// The day that a number as written stands for; `None` for a time of day, or for what is no number.
    pub(crate) fn of(&mut self, written: &str) -> Option<&str> {
        if !self.known.contains_key(written) {
            if self.known.len() == Self::MOST {
                self.known.clear();
            }
            let serial = written.trim().parse().ok();
            let day = serial.and_then(|serial| date(serial, self.from_1904)).map(|day| day.to_string());
            self.known.insert(written.to_owned(), day);
        }
        self.known.get(written)?.as_deref()
    }
}

/// The day of an ISO text such as `2026-10-05T00:00:00`.
pub(crate) fn iso_date(text: &str) -> Option<NaiveDate> {
    text.trim().get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_by_their_format() {
        for (code, kind) in [
            ("General", Kind::Number),
            ("0.00E+00", Kind::Number),
            ("dd/mm/yyyy", Kind::Date),
            ("[$-421]d mmmm yyyy;@", Kind::Date),
            ("[$-D07041E]d mmm yyyy", Kind::Date),
            ("mmm-yy", Kind::Date),
            ("bbbb", Kind::Number),
            ("d/m/bbbb", Kind::Date),
            ("#,##0\\ \"days\"", Kind::Number),
            ("[Red]#,##0", Kind::Number),
            ("[h]:mm", Kind::Number),
            ("h:mm AM/PM", Kind::Number),
            ("dd\\-mm\\-yy hh:mm", Kind::Date),
            ("[$Rp-421]#,##0", Kind::Number),
            ("#,##0\\d", Kind::Number),
        ] {
            assert_eq!(of(code).kind, kind, "{code}");
        }
    }

    #[test]
    fn a_code_is_kept_where_it_says_more_than_the_value() {
        for code in [
            "0%",
            "0.0%",
            "[$Rp-421]#,##0",
            "\"฿\"#,##0",
            "[$₫-42A]",
            "#,##0,,",
            "#,##0\\ \"juta\"",
            "$#,##0",
            "mmm-yy",
            "h:mm",
        ] {
            assert_eq!(of(code).code.as_deref(), Some(code));
        }
        for code in [
            "General",
            "0",
            "#,##0.00",
            "_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)",
            "[Red](#,##0)",
            "dd/mm/yyyy",
            "@",
            "0.00E+00",
        ] {
            assert_eq!(of(code).code, None, "{code}");
        }
    }

    #[test]
    fn a_serial_is_a_day_of_its_base() {
        for (serial, from_1904, day) in [
            (1.0, false, Some("1900-01-01")),
            (59.0, false, Some("1900-02-28")),
            (60.0, false, None),
            (61.0, false, Some("1900-03-01")),
            (46_300.0, false, Some("2026-10-05")),
            (46_300.999, false, Some("2026-10-05")),
            (44_838.0, true, Some("2026-10-05")),
            (0.5, false, None),
            (-1.0, false, None),
            (3e6, false, None),
            (f64::NAN, false, None),
        ] {
            assert_eq!(date(serial, from_1904).map(|day| day.to_string()).as_deref(), day, "{serial}");
        }
    }
}
