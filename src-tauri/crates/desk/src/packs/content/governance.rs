//! Pricing and promotions on paper: what went beyond the rules, promotions with plan and result, requests.

use pack::content::{BreachRow, Chip, Governance, PromotionRow, RequestRow, ResultRow};
use playbook::period::Quarter;

use super::mark;
use crate::governance::Governed;
use crate::view;
use crate::{format, words};

/// Breaches that are listed on paper: the section is to be read, and the window has them all.
const LISTED: usize = 20;

/// The section; `None` where nothing was planned, asked for or sold beyond what was allowed.
pub(super) fn fill(governed: &Governed, quarter: Quarter) -> Option<Governance> {
    governed.has_rows().then(|| Governance {
        kicker: words().say("pack-governance", &[("quarter", format::quarter(words(), quarter).into())]),
        headline: governed.headline(),
        notes: governed.notes().into_iter().chain(cut(governed.breaches.len())).collect(),
        breaches: governed.breaches.iter().take(LISTED).map(breach).collect(),
        promotions: governed.promotion_rows().iter().map(promotion).collect(),
        requests: governed.request_rows().iter().map(request).collect(),
    })
}

/// That not all breaches are listed.
fn cut(count: usize) -> Option<String> {
    let values = [("listed", LISTED.into()), ("count", words::Value::from(count))];
    (count > LISTED).then(|| words().say("pack-breaches-cut", &values))
}

fn breach(row: &view::BreachRow) -> BreachRow {
    let fact = &row.found;
    BreachRow {
        what: row.what.clone(),
        rule: row.rule.clone(),
        day: row.day.clone(),
        found: if fact.unit.is_empty() { fact.text.clone() } else { format!("{} {}", fact.text, fact.unit) },
        allowed: joined(&[&row.allowed, &row.by]),
        place: row.place.clone(),
    }
}

fn promotion(row: &view::PromotionRow) -> PromotionRow {
    let result = |line: &view::ResultLine| ResultRow {
        title: line.title.clone(),
        planned: line.planned.clone(),
        sold: line.sold.clone(),
        reached: line.reached.clone(),
    };
    PromotionRow {
        name: row.name.clone(),
        window: row.window.clone(),
        state: Chip { mark: mark(row.mark), word: row.state.clone() },
        results: row.results.iter().map(result).collect(),
        note: row.note.clone(),
    }
}

fn request(row: &view::RequestRow) -> RequestRow {
    RequestRow {
        what: joined(&[&row.share, &row.products]),
        reason: row.reason.clone(),
        asked: row.asked.clone(),
        state: Chip { mark: mark(row.mark), word: row.state.clone() },
        answer: row.answer.clone(),
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}
