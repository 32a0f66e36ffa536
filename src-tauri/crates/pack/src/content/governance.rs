//! What was agreed, sold and asked for beside the list price: breaches, promotions, requests.

use super::Chip;

/// Pricing and promotions of a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Governance {
    /// `Pricing and promotions, Q3 2026`.
    pub kicker: String,
    /// In words: `2 breaches of discount or promotion rules in Q3 2026`.
    pub headline: String,
    /// What a reader must know of the lists behind it.
    pub notes: Vec<String>,
    /// What was sold or run beyond what was allowed.
    pub breaches: Vec<BreachRow>,
    /// The promotions, first to last.
    pub promotions: Vec<PromotionRow>,
    /// The requests for more than the band, first to last.
    pub requests: Vec<RequestRow>,
}

/// A line or a promotion beyond what was allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreachRow {
    /// `Kopi 250 g`, or the promotion.
    pub what: String,
    /// `Above what was allowed`.
    pub rule: String,
    /// `Thu 10 Sep`.
    pub day: String,
    /// `20 %`.
    pub found: String,
    /// `10 %`, and by what.
    pub allowed: String,
    /// Where it stands: `Rekap!H12`; empty for a promotion.
    pub place: String,
}

/// A promotion: planned against sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromotionRow {
    /// Its name.
    pub name: String,
    /// `10 to 20 Sep 2026`.
    pub window: String,
    /// Where it is.
    pub state: Chip,
    /// Units and money, as far as either is stated.
    pub results: Vec<ResultRow>,
    /// What worked and what hurt; may be empty.
    pub note: String,
}

/// What a promotion was to sell, and what it sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// `Units`, `Revenue, Rp m`.
    pub title: String,
    /// `1,000`.
    pub planned: String,
    /// `900`.
    pub sold: String,
    /// `90 %`; may be empty.
    pub reached: String,
}

/// A request for a discount above the band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRow {
    /// `15 %, Kopi`.
    pub what: String,
    /// Why it was asked for.
    pub reason: String,
    /// `Rina, 1 Sep`.
    pub asked: String,
    /// Where it is.
    pub state: Chip,
    /// Who answered, when and why; empty while nobody did.
    pub answer: String,
}
