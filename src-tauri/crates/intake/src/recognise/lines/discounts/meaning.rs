//! What the bare numbers of the column of discounts are: shares or money, as far as prices and amounts prove it.

use rust_decimal::Decimal;

use super::super::List;
use super::Row;
use super::said::Said;
use crate::recognise::labels::Counts;
use crate::recognise::terms::Column;

/// What the bare numbers of the column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// `5` is 5 %.
    Percent,
    /// `0.05` is 5 %.
    Fraction,
    /// Money off the line.
    OfLine,
    /// Money off the price of one.
    OfUnit,
}

impl List {
    /// What the column's bare numbers are: as its head says, as far as prices and amounts don't contradict it; else as
    /// prices and amounts prove.
    pub(super) fn meaning(&self, column: u32, rows: &[Row<'_, '_>]) -> Option<Meaning> {
        use Meaning::{Fraction, OfLine, OfUnit, Percent};
        let label = self.heads.get(&column)?;
        let bare: Vec<Decimal> = rows
            .iter()
            .filter_map(|row| if let Said::Bare(value) = row.said { Some(value.abs()) } else { None })
            .collect();
        let proves = |meaning: &Meaning| self.proves(*meaning, column, rows);
        if label.column() == Some(Column::DiscountShare) || label.counts == Some(Counts::Percent) {
            // 0.5 under `%` is half a per cent, or half of all.
            let small = bare.iter().all(|value| *value <= Decimal::ONE);
            return if small { [Percent, Fraction].into_iter().find(proves) } else { Some(Percent) };
        }
        if label.column() == Some(Column::DiscountAmount) || label.counts == Some(Counts::Money) {
            let told = rows.iter().any(|row| row.gross().is_some() && row.amount.is_some());
            return [OfLine, OfUnit].into_iter().find(proves).or((!told).then_some(OfLine));
        }
        [Percent, OfLine, OfUnit, Fraction].into_iter().find(proves)
    }

    /// Whether price times quantity less the discount is the amount, in every row that has all four.
    fn proves(&self, meaning: Meaning, column: u32, rows: &[Row<'_, '_>]) -> bool {
        let head = self.heads.get(&column).and_then(|label| label.scale).unwrap_or(Decimal::ONE);
        let mut proved = rows.iter().filter_map(|row| {
            let Said::Bare(value) = row.said else { return None };
            let (gross, amount, quantity) = (row.gross()?, row.amount?, row.quantity?);
            let taken = match meaning {
                Meaning::Percent => gross.checked_mul(value.abs())? / Decimal::ONE_HUNDRED,
                Meaning::Fraction => gross.checked_mul(value.abs())?,
                Meaning::OfLine => value.abs().checked_mul(head)? * sign(gross),
                Meaning::OfUnit => value.abs().checked_mul(head)?.checked_mul(quantity)?,
            };
            let left = gross.checked_sub(taken)?.checked_sub(amount)?.abs();
            Some(left <= tolerance(gross))
        });
        proved.next() == Some(true) && proved.all(|fits| fits)
    }
}

/// Amounts are rounded to a whole, or to the cents of small ones.
pub(super) fn tolerance(gross: Decimal) -> Decimal {
    let cent = Decimal::new(1, 2);
    let part = gross.abs() / Decimal::ONE_THOUSAND;
    part.min(Decimal::ONE) + cent
}

fn sign(value: Decimal) -> Decimal {
    if value.is_sign_negative() { Decimal::NEGATIVE_ONE } else { Decimal::ONE }
}
