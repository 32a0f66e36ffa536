//! Promotions: agreed windows, what was planned, and what came of it.

use chrono::NaiveDate;

use super::{Products, within};
use crate::number::{Quantity, Rate};
use crate::period::Month;

/// Why there is a promotion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromotionKind {
    /// A season: Tết, Ramadan, year's end.
    Season,
    /// An event: a fair, an opening.
    Event,
    /// Products sold together.
    Bundle,
}

impl PromotionKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Season, Self::Event, Self::Bundle];

    /// `season`, `event` or `bundle`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Season => "season",
            Self::Event => "event",
            Self::Bundle => "bundle",
        }
    }

    /// The kind of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// What a promotion sells, in units, in money, or in both. Unknown is `None`, never zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Units.
    pub units: Option<Quantity>,
    /// Money, in the distributor's currency.
    pub revenue: Option<Quantity>,
}

impl Outcome {
    /// Whether nothing is stated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_none() && self.revenue.is_none()
    }
}

/// How it was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The first day on which it was really run.
    pub first: NaiveDate,
    /// The last one.
    pub last: NaiveDate,
    /// What it sold.
    pub sold: Outcome,
    /// What worked and what hurt; may be empty.
    pub note: String,
}

/// An agreed promotion and its window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promotion {
    /// Its name.
    pub name: String,
    /// Why.
    pub kind: PromotionKind,
    /// The first day of its window.
    pub first: NaiveDate,
    /// The last day, inside.
    pub last: NaiveDate,
    /// Which products.
    pub products: Products,
    /// The largest discount: 25 % is 0.25.
    pub maximum: Quantity,
    /// What it is to sell.
    pub planned: Outcome,
    /// How it was run, once that is known.
    pub run: Option<Run>,
}

/// Where a promotion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromotionState {
    /// Before its first day.
    Planned,
    /// In its window.
    Running,
    /// After its last day, without a result.
    Ended,
    /// Its result is known.
    Reviewed,
}

impl PromotionState {
    /// The message is `promotion-state-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Ended => "ended",
            Self::Reviewed => "reviewed",
        }
    }
}

impl Promotion {
    /// Whether a day is in its window; its last day is.
    #[must_use]
    pub fn is_open(&self, day: NaiveDate) -> bool {
        within(day, self.first, Some(self.last))
    }

    /// Where it is on a day.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> PromotionState {
        match &self.run {
            Some(_) => PromotionState::Reviewed,
            None if today < self.first => PromotionState::Planned,
            None if today <= self.last => PromotionState::Running,
            None => PromotionState::Ended,
        }
    }

    /// Whether its window, or the days on which it was run, touch a month.
    #[must_use]
    pub fn touches(&self, month: Month) -> bool {
        let touches = |first: NaiveDate, last: NaiveDate| first <= month.last_day() && month.first_day() <= last;
        touches(self.first, self.last) || self.run.as_ref().is_some_and(|run| touches(run.first, run.last))
    }

    /// Days between a day and its window: 0 inside.
    #[must_use]
    pub fn distance(&self, day: NaiveDate) -> i64 {
        (self.first - day).num_days().max((day - self.last).num_days()).max(0)
    }

    /// Units sold as a share of those planned; `None` while either is unknown, or none were planned.
    #[must_use]
    pub fn units_reached(&self) -> Option<Rate> {
        reached(self.run.as_ref()?.sold.units, self.planned.units)
    }

    /// Revenue as a share of what was planned.
    #[must_use]
    pub fn revenue_reached(&self) -> Option<Rate> {
        reached(self.run.as_ref()?.sold.revenue, self.planned.revenue)
    }
}

fn reached(sold: Option<Quantity>, planned: Option<Quantity>) -> Option<Rate> {
    Rate::of(sold?, planned?)
}
