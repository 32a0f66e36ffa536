//! The approver matrix: who may approve a discount, up to what, for which products.

use chrono::NaiveDate;

use super::{Products, folded, within};
use crate::number::Quantity;

/// Whether a discount must be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asking {
    /// Up to the maximum it may be given without asking: the band.
    No,
    /// Each discount is asked for, and this person may approve it.
    Yes,
}

impl Asking {
    /// `free` or `asked`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::No => "free",
            Self::Yes => "asked",
        }
    }

    /// What has that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::No, Self::Yes].into_iter().find(|asking| asking.key() == key)
    }
}

/// A row of the matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Who approves.
    pub approver: String,
    /// The largest discount: 10 % is 0.1. Above zero, and all of the price at most.
    pub maximum: Quantity,
    /// For which products.
    pub products: Products,
    /// Whether each discount is asked for.
    pub asking: Asking,
    /// Whether the supplier funds it.
    pub supplier_funded: bool,
    /// The first day on which it holds.
    pub first: NaiveDate,
    /// The last one, inside; `None` until somebody ends it.
    pub last: Option<NaiveDate>,
}

impl Band {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, day: NaiveDate) -> bool {
        within(day, self.first, self.last)
    }

    /// Whether a person is its approver, whatever the letters' case.
    #[must_use]
    pub fn is_of(&self, person: &str) -> bool {
        folded(&self.approver) == folded(person)
    }
}
