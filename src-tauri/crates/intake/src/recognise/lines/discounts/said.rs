//! What a cell of the column of discounts says.

use rust_decimal::Decimal;

use super::super::in_turn::{InTurn, in_turn};
use super::LONGEST;
use crate::grid::{CellRef, ValueRef};
use crate::recognise::money;
use crate::recognise::numbers::{Amount, Point, Reading, read};

/// What a cell of the column of discounts says.
pub(super) enum Said {
    /// `5%`, or a number that the sheet shows so.
    Share(Decimal),
    /// `Rp 5.000`
    Money(Decimal),
    /// A number alone.
    Bare(Decimal),
    /// `10%+5%`: one after the other.
    InTurn(InTurn),
    /// Digits that are no number: `5 or 10`.
    Unread(String),
}

/// What a cell says; `None` where nothing was taken off.
pub(super) fn said(cell: CellRef<'_>, point: Result<Option<Point>, ()>, locale: Option<Point>) -> Option<Said> {
    let found = match cell.value {
        ValueRef::Number(text) => {
            let number: Decimal = text.parse().ok()?;
            match cell.format {
                _ if number.is_zero() => return None,
                Some(format) if format.contains('%') => Said::Share(number),
                Some(format) if money::of_format(format).is_some() => Said::Money(number),
                _ => Said::Bare(number),
            }
        }
        ValueRef::Text(text) => {
            let reading = read(text, point.unwrap_or(None));
            if reading == Reading::Nothing {
                return None;
            }
            match sure(reading, text, point, locale) {
                Some(amount) => {
                    let value = amount.value.checked_mul(amount.scale.unwrap_or(Decimal::ONE))?;
                    match (amount.percent, amount.currency) {
                        (true, _) => Said::Share(amount.value / Decimal::ONE_HUNDRED),
                        (_, Some(_)) => Said::Money(value),
                        _ => Said::Bare(value),
                    }
                }
                // Words alone name no figure: `promo`.
                None if text.chars().any(|c| c.is_numeric()) => {
                    let part = |part: &str| match sure(read(part, point.unwrap_or(None)), part, point, locale)? {
                        Amount { value, percent, scale: None, currency: None } => Some((value, percent)),
                        _ => None,
                    };
                    let unread = || Said::Unread(text.trim().chars().take(LONGEST).collect());
                    in_turn(text, part).map_or_else(unread, Said::InTurn)
                }
                None => return None,
            }
        }
        ValueRef::Error(text) | ValueRef::Formula(text) => Said::Unread(text.chars().take(LONGEST).collect()),
        ValueRef::Date(_) | ValueRef::Bool(_) => return None,
    };
    match found {
        Said::Share(value) | Said::Money(value) | Said::Bare(value) if value.is_zero() => None,
        found => Some(found),
    }
}

/// The number that a text was read as, where the column and the locale leave one reading.
fn sure(reading: Reading, text: &str, point: Result<Option<Point>, ()>, locale: Option<Point>) -> Option<Amount> {
    match (reading, point) {
        (Reading::Sure(amount), Ok(_)) => Some(amount),
        (Reading::Either(..), Ok(_)) => match locale.map(|locale| read(text, Some(locale))) {
            Some(Reading::Sure(amount)) => Some(amount),
            _ => None,
        },
        _ => None,
    }
}
