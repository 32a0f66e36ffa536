//! A cell that a person points at: what it says, read with the same words and the same care as the rest of a sheet.

use chrono::NaiveDate;
use playbook::measure::{ReportKind, Unit};
use playbook::number::Quantity;
use playbook::period::Period;
use rust_decimal::Decimal;

use crate::grid::{Cell, Value};

use super::claims::{Claim, claims};
use super::dates::{Day, order_of};
use super::numbers::{Point, Reading, read};
use super::periods::{Clock, DayIs, Said, Source};
use super::values::point_of;

/// A cell's text is looked at up to this many characters: what says more is no answer.
const LONGEST: usize = 200;

/// The number that a cell states of that unit; `None` where it states none, or could be read in two ways.
#[must_use]
pub fn number(cell: &Cell, unit: Unit, locale: &str) -> Option<Quantity> {
    let value = match &cell.value {
        Value::Number(digits) => digits.parse().ok()?,
        Value::Text(text) if text.chars().count() <= LONGEST => match read(text, None) {
            Reading::Sure(amount) => sure(&amount)?,
            // One point alone is read as the register's language writes it, or not at all.
            Reading::Either(..) => match read(text, Some(point_of(locale)?)) {
                Reading::Sure(amount) => sure(&amount)?,
                _ => return None,
            },
            _ => return None,
        },
        _ => return None,
    };
    let countable = !matches!(unit, Unit::Count) || value.fract().is_zero() && !value.is_sign_negative();
    Quantity::new(value).ok().filter(|_| countable)
}

/// The mark before decimals in a locale; `None` where the locale isn't known.
#[must_use]
pub fn decimal_mark(locale: &str) -> Option<char> {
    point_of(locale).map(|point| if point == Point::Comma { ',' } else { '.' })
}

fn sure(amount: &super::numbers::Amount) -> Option<Decimal> {
    let value = amount.value.checked_mul(amount.scale.unwrap_or(Decimal::ONE))?;
    if amount.percent { value.checked_div(Decimal::ONE_HUNDRED) } else { Some(value) }
}

/// The week or month that a cell says; `None` where it says none, or could mean several.
#[must_use]
pub fn period(cell: &Cell, weekly: bool, today: NaiveDate, locale: &str) -> Option<Period> {
    let claims = match &cell.value {
        Value::Date(date) => vec![Claim::Day(Day::of(date.parse().ok()?))],
        Value::Text(text) if text.chars().count() <= LONGEST => claims(text),
        _ => return None,
    };
    let text = cell.value.text().unwrap_or_default();
    let source = Source { text, place: Some(cell.place), claims, day_is: DayIs::First };
    let clock = Clock { today, order: order_of(locale), year: None, by_year: false };
    match clock.said(&source, if weekly { ReportKind::Weekly } else { ReportKind::Monthly }) {
        Said::Sure(period) => Some(period),
        Said::Open(..) | Said::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Place;

    fn cell(value: Value) -> Cell {
        Cell { place: Place { row: 0, column: 0 }, value, format: None }
    }

    #[track_caller]
    fn says(text: &str, unit: Unit, locale: &str, value: Option<&str>) {
        let read = number(&cell(Value::Text(text.into())), unit, locale).map(|value| value.to_string());
        assert_eq!(read.as_deref(), value, "{text}");
    }

    #[test]
    fn a_number_is_taken_where_it_can_mean_one_thing() {
        says("Rp 412.500.000", Unit::Money, "", Some("412500000"));
        says("4.1 jt", Unit::Money, "id-ID", Some("4100000"));
        says("1.402", Unit::Count, "id-ID", Some("1402"));
        says("1.402", Unit::Count, "", None);
        says("~15", Unit::Count, "id-ID", None);
        says("12,5%", Unit::Fraction, "id-ID", Some("0.125"));
        assert_eq!(number(&cell(Value::Number("2.5".into())), Unit::Count, ""), None);
    }

    #[test]
    fn a_period_is_read_from_a_date_or_from_words() {
        let today: NaiveDate = "2026-10-08".parse().expect("a literal");
        let of = |value, weekly| period(&cell(value), weekly, today, "id-ID").map(|period| period.to_string());
        assert_eq!(of(Value::Text("SEPT 26".into()), false).as_deref(), Some("2026-09"));
        assert_eq!(of(Value::Text("W41 2026".into()), true).as_deref(), Some("2026-W41"));
        assert_eq!(of(Value::Date("2026-09-01".into()), false).as_deref(), Some("2026-09"));
        assert_eq!(of(Value::Text("Realisasi".into()), false), None);
    }
}
