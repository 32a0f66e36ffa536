//! Pricing and promotions of a quarter as they are printed, a line each: what changed of them is seen line by line.

use crate::governance::Governed;
use crate::view::{BreachRow, PromotionRow, RequestRow};

/// The breaches, promotions and requests of a quarter, and what a reader must know of them.
pub(super) fn printed(governed: &Governed) -> Vec<String> {
    if !governed.has_rows() {
        return Vec::new();
    }
    let breaches = governed.breaches.iter().map(breach);
    let promotions = governed.promotion_rows();
    let requests = governed.request_rows();
    let rows = breaches.chain(promotions.iter().map(promotion)).chain(requests.iter().map(request));
    rows.chain(governed.notes()).collect()
}

fn breach(row: &BreachRow) -> String {
    let BreachRow { what, rule, day, found, allowed, by, place, .. } = row;
    joined([what, rule, day, &super::said(found), allowed, by, place])
}

fn promotion(row: &PromotionRow) -> String {
    let results = row.results.iter().map(|line| joined([&line.title, &line.sold, &line.planned, &line.reached]));
    let results = results.collect::<Vec<_>>().join("; ");
    joined([&row.name, &row.window, &row.state, &results, &row.note])
}

fn request(row: &RequestRow) -> String {
    joined([&row.share, &row.products, &row.reason, &row.asked, &row.state, &row.answer])
}

fn joined<const N: usize>(parts: [&String; N]) -> String {
    let said = parts.into_iter().filter(|part| !part.is_empty());
    said.map(String::as_str).collect::<Vec<_>>().join(" · ")
}
