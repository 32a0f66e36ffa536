//! Pricing and promotion governance: who may approve a discount, up to what, and when; and what was sold beyond it.
//!
//! Every figure here is a *maximum* discount that the supplier funds or allows. Nothing states a price below which a
//! distributor may not resell: there is no place for one.

mod band;
mod breach;
mod checklist;
mod discount;
mod products;
mod promotion;
mod request;

pub use band::{Asking, Band};
pub use breach::{Allowed, Breach, Line, Overrun, Policy, Rule, Source, Verdict};
pub use checklist::{CHECKLIST, ChecklistItem};
pub use discount::Discount;
pub use products::Products;
pub use promotion::{Outcome, Promotion, PromotionKind, PromotionState, Run};
pub use request::{Answer, Request, RequestState};

use chrono::NaiveDate;

/// Whether a day lies between two others, both inside; an open end never ends.
fn within(day: NaiveDate, first: NaiveDate, last: Option<NaiveDate>) -> bool {
    first <= day && last.is_none_or(|last| day <= last)
}

/// What two spellings of a name share: case and spacing don't count.
fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
