//! Measures: the named numbers that a report states.

use std::borrow::{Borrow, Cow};
use std::fmt;

/// How often a distributor reports, and on what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportKind {
    /// The weekly update, due on the Monday after the week.
    Weekly,
    /// The monthly summary, due by the 5th business day of the next month.
    Monthly,
}

impl ReportKind {
    /// All.
    pub const ALL: [Self; 2] = [Self::Weekly, Self::Monthly];

    /// `weekly` or `monthly`: the name in files, the store and the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
        }
    }

    /// The kind of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// What a measure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Things counted: leads, orders, SKUs. Whole and never negative.
    Count,
    /// Units of product. May be negative after returns.
    Units,
    /// Money in the report's currency. May be negative after returns.
    Money,
    /// A fraction: 0.125 is 12.5 %.
    Fraction,
}

impl Unit {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Count, Self::Units, Self::Money, Self::Fraction];

    /// The name in the store, in messages (`measure-unit-KEY`) and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Units => "units",
            Self::Money => "money",
            Self::Fraction => "fraction",
        }
    }

    /// The unit of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.key() == key)
    }
}

/// The name of a measure. Stored reports refer to it: never renamed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureKey(Cow<'static, str>);

impl MeasureKey {
    /// A key known when the program was written.
    #[must_use]
    pub const fn fixed(key: &'static str) -> Self {
        Self(Cow::Borrowed(key))
    }

    /// A key from the store or a file.
    #[must_use]
    pub fn new(key: &str) -> Self {
        match measure(key) {
            Some(known) => known.key.clone(),
            None => Self(Cow::Owned(key.to_owned())),
        }
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Sets of keys are looked through by their text, which sorts as they do.
impl Borrow<str> for MeasureKey {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MeasureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for MeasureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A measure: its key, the report that states it and what it counts. Its title is the message `measure-KEY`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name.
    pub key: MeasureKey,
    /// The report that states it.
    pub report: ReportKind,
    /// What it counts.
    pub unit: Unit,
}

/// A measure that a person added to what ships.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnMeasure {
    /// What it is.
    pub measure: Measure,
    /// What reports call it.
    pub title: String,
    /// Whether forms ask for it. One that is no longer asked for keeps what was reported.
    pub asked: bool,
}

const fn weekly(key: &'static str, unit: Unit) -> Measure {
    Measure { key: MeasureKey::fixed(key), report: ReportKind::Weekly, unit }
}

const fn monthly(key: &'static str, unit: Unit) -> Measure {
    Measure { key: MeasureKey::fixed(key), report: ReportKind::Monthly, unit }
}

/// Every measure that ships, in the order in which forms and screens show them.
pub static MEASURES: [Measure; 22] = [
    weekly("new_leads", Unit::Count),
    weekly("meetings_held", Unit::Count),
    weekly("opportunities_discovery", Unit::Count),
    weekly("opportunities_proposal", Unit::Count),
    weekly("opportunities_negotiation", Unit::Count),
    monthly("revenue", Unit::Money),
    monthly("units_sold", Unit::Units),
    monthly("leads", Unit::Count),
    monthly("quotes", Unit::Count),
    monthly("purchase_orders", Unit::Count),
    monthly("conversion_rate", Unit::Fraction),
    monthly("opening_stock", Unit::Units),
    monthly("sell_in", Unit::Units),
    monthly("stock_on_hand", Unit::Units),
    monthly("stockouts", Unit::Count),
    monthly("skus_ranged", Unit::Count),
    monthly("forecast_60_days", Unit::Money),
    monthly("forecast_90_days", Unit::Money),
    monthly("orders_due", Unit::Count),
    monthly("orders_on_time", Unit::Count),
    monthly("units_inspected", Unit::Units),
    monthly("units_accepted", Unit::Units),
];

/// Measures that a report may state and that our own forms do not ask for: they follow from others.
const UNASKED: [&str; 3] = ["conversion_rate", "opening_stock", "sell_in"];

impl Measure {
    /// Whether our own form of its report asks for it.
    #[must_use]
    pub fn is_asked_for(&self) -> bool {
        !UNASKED.contains(&self.key.as_str())
    }
}

/// The measure of that key, if it ships.
#[must_use]
pub fn measure(key: &str) -> Option<&'static Measure> {
    MEASURES.iter().find(|measure| measure.key.as_str() == key)
}

/// What a report says in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemarkKind {
    /// What stands in the way (weekly), with its category.
    Blocker,
    /// What comes first next week (weekly).
    Priority,
    /// Marketing actions completed (monthly).
    Marketing,
    /// Issues that need support or escalation (monthly).
    Issue,
}

impl RemarkKind {
    /// All, in the order of a report.
    pub const ALL: [Self; 4] = [Self::Blocker, Self::Priority, Self::Marketing, Self::Issue];

    /// The name in files and the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Blocker => "blockers",
            Self::Priority => "priorities",
            Self::Marketing => "marketing",
            Self::Issue => "issues",
        }
    }

    /// The kind of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The report that holds it.
    #[must_use]
    pub fn report(self) -> ReportKind {
        match self {
            Self::Blocker | Self::Priority => ReportKind::Weekly,
            Self::Marketing | Self::Issue => ReportKind::Monthly,
        }
    }
}

/// What kind of thing a blocker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockerCategory {
    /// Price, discount, margin.
    Pricing,
    /// Supply, out of stock.
    Stock,
    /// What a competitor does.
    Competitor,
    /// Licences, registration, customs.
    Compliance,
    /// Anything else.
    Other,
}

impl BlockerCategory {
    /// All, in the order of the template's list.
    pub const ALL: [Self; 5] = [Self::Pricing, Self::Stock, Self::Competitor, Self::Compliance, Self::Other];

    /// The name in files and the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Pricing => "pricing",
            Self::Stock => "stock",
            Self::Competitor => "competitor",
            Self::Compliance => "compliance",
            Self::Other => "other",
        }
    }

    /// The category of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_unique_and_found() {
        for known in &MEASURES {
            assert_eq!(measure(known.key.as_str()), Some(known));
        }
    }
}
