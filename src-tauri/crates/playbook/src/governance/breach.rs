//! Breaches: lines sold beyond what was allowed on their day, and promotions run outside their window.

use chrono::NaiveDate;

use super::{Asking, Band, Discount, Products, Promotion, Request};
use crate::number::{Quantity, Rate};

/// What was agreed with a distributor. Order never matters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// The approver matrix.
    pub bands: Vec<Band>,
    /// The promotions.
    pub promotions: Vec<Promotion>,
    /// The requests.
    pub requests: Vec<Request>,
}

/// A line of a sales list that carries a discount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The day sold; `None` where the list leaves it open.
    pub day: Option<NaiveDate>,
    /// What was sold, as the list names it; may be empty.
    pub product: String,
    /// What was taken off; `None` where the list leaves that open.
    pub discount: Option<Discount>,
}

/// The largest discount that was allowed, and by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed<'p> {
    /// The share.
    pub share: Quantity,
    /// What allows it.
    pub by: Source<'p>,
}

/// What allows a discount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source<'p> {
    /// A band that needs no asking.
    Band(&'p Band),
    /// A request that was approved.
    Request(&'p Request),
    /// A promotion in its window.
    Promotion(&'p Promotion),
}

/// What is said of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<'p> {
    /// Nothing: the discount was allowed.
    Within,
    /// It was not.
    Breach(Breach<'p>),
    /// Neither band, request nor promotion is about that product on that day: nobody can say.
    NoBand,
    /// The list leaves the day or the discount open.
    Open,
}

/// Which rule was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Sold above what was allowed on that day.
    AboveBand,
    /// Sold at a promotion's discount outside its window.
    OutsideWindow,
}

impl Rule {
    /// The message is `breach-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::AboveBand => "above-band",
            Self::OutsideWindow => "outside-window",
        }
    }
}

/// A line beyond what was allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach<'p> {
    /// The rule.
    pub rule: Rule,
    /// What was allowed; `None` where nothing but the promotion is about the product.
    pub allowed: Option<Allowed<'p>>,
    /// What was given.
    pub found: Rate,
    /// The promotion whose discount it is, where it was sold outside its window.
    pub promotion: Option<&'p Promotion>,
}

/// A promotion that was run on days outside its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overrun<'p> {
    /// Which.
    pub promotion: &'p Promotion,
    /// Days before the window's first.
    pub early: i64,
    /// Days after its last.
    pub late: i64,
}

impl Policy {
    /// The largest discount that a product may be given on a day without asking any more; `None` where nothing is said
    /// of it, which is not the same as none.
    #[must_use]
    pub fn allowed(&self, product: &str, day: NaiveDate) -> Option<Allowed<'_>> {
        let bands = self.bands.iter().filter(|band| band.asking == Asking::No && band.holds(day));
        let bands = bands.filter(|band| band.products.covers(product));
        let requests = self.requests.iter().filter(|request| request.allows(day) && request.products.covers(product));
        let promotions = self.promotions.iter().filter(|one| one.is_open(day) && one.products.covers(product));
        let bands = bands.map(|band| Allowed { share: band.maximum, by: Source::Band(band) });
        let requests = requests.map(|request| Allowed { share: request.share, by: Source::Request(request) });
        let promotions = promotions.map(|one| Allowed { share: one.maximum, by: Source::Promotion(one) });
        // Of equal shares the band: it needs no further proof.
        bands.chain(requests).chain(promotions).reduce(|best, next| if next.share > best.share { next } else { best })
    }

    /// What is said of a line.
    #[must_use]
    pub fn judge(&self, line: &Line) -> Verdict<'_> {
        let known = line.day.zip(line.discount.as_ref()).and_then(|(day, off)| Some((day, off, off.rate()?)));
        let Some((day, discount, found)) = known else { return Verdict::Open };
        let allowed = self.allowed(&line.product, day);
        if allowed.is_some_and(|allowed| discount.is_within(allowed.share)) {
            return Verdict::Within;
        }
        let outside = self
            .promotions
            .iter()
            .filter(|one| !one.is_open(day) && one.products.covers(&line.product) && discount.is(one.maximum));
        let promotion = outside.min_by_key(|one| (one.distance(day), one.first));
        let rule = if promotion.is_some() { Rule::OutsideWindow } else { Rule::AboveBand };
        match (promotion, allowed) {
            (None, None) => Verdict::NoBand,
            _ => Verdict::Breach(Breach { rule, allowed, found, promotion }),
        }
    }

    /// The promotions that were run on days outside their windows.
    #[must_use]
    pub fn overruns(&self) -> Vec<Overrun<'_>> {
        self.promotions.iter().filter_map(overrun).collect()
    }

    /// The most that a person may approve for all of those products on a day; `None` when they may approve nothing.
    #[must_use]
    pub fn may_approve(&self, person: &str, products: &Products, day: NaiveDate) -> Option<Quantity> {
        let bands = self.bands.iter().filter(|band| band.is_of(person) && band.holds(day));
        bands.filter(|band| band.products.covers_all(products)).map(|band| band.maximum).max()
    }
}

fn overrun(promotion: &Promotion) -> Option<Overrun<'_>> {
    let run = promotion.run.as_ref()?;
    let early = (promotion.first - run.first).num_days().max(0);
    let late = (run.last - promotion.last).num_days().max(0);
    (early > 0 || late > 0).then_some(Overrun { promotion, early, late })
}
