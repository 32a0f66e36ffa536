//! A quarter of pricing and promotions: what its review talks about, and what its pack says.

use chrono::NaiveDate;
use playbook::governance::{Answer, Breach, Promotion, PromotionState, Request};
use playbook::number::{Quantity, Rate};
use playbook::period::{Month, Quarter};
use store::Distributor;
use words::Value;

use super::judged::Judged;
use super::rows;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::format::{self, Scale, exact, percent};
use crate::view::{BreachRow, PromotionRow, RequestRow};
use crate::words;

/// Promotions that are named one by one; of more of them only the numbers are said.
const NAMED: usize = 2;

/// A quarter of one distributor by the rules of pricing and promotions.
pub(crate) struct Governed {
    judged: Judged,
    quarter: Quarter,
    today: NaiveDate,
    /// What was sold or run beyond what was allowed.
    pub(crate) breaches: Vec<BreachRow>,
}

impl Desk {
    /// What was agreed, sold, planned and asked for in a quarter.
    pub(crate) fn governance_of_quarter(
        &self,
        distributor: &Distributor,
        quarter: Quarter,
        today: NaiveDate,
    ) -> Result<Governed, DeskError> {
        let judged = Judged::of(self, distributor, &quarter.months())?;
        let breaches = self.breach_rows(&judged)?;
        Ok(Governed { judged, quarter, today, breaches })
    }
}

impl Governed {
    /// Whether there is nothing to say: nothing was agreed or asked for, and no line went beyond anything.
    pub(crate) fn is_empty(&self) -> bool {
        !self.has_rows() && !self.has_bands()
    }

    /// Whether there is a breach, a promotion or a request.
    pub(crate) fn has_rows(&self) -> bool {
        !self.breaches.is_empty() || self.promotions().next().is_some() || self.requests().next().is_some()
    }

    /// Whether something says how far a line may go.
    fn has_bands(&self) -> bool {
        let bands = &self.judged.policy.bands;
        bands.iter().any(|band| {
            band.first <= self.quarter.last_day() && band.last.is_none_or(|last| last >= self.quarter.first_day())
        })
    }

    fn promotions(&self) -> impl Iterator<Item = &Promotion> {
        self.judged.policy.promotions.iter().filter(|promotion| self.judged.touches(promotion))
    }

    /// The requests that were asked or answered in the quarter, or wait since.
    fn requests(&self) -> impl Iterator<Item = &Request> {
        self.judged.policy.requests.iter().filter(|request| self.is_of(request))
    }

    fn is_of(&self, request: &Request) -> bool {
        let days = self.quarter.first_day()..=self.quarter.last_day();
        let waits = request.answer.is_none() && request.on <= *days.end();
        waits || days.contains(&request.on) || request.answer.as_ref().is_some_and(|answer| days.contains(&answer.on))
    }

    /// The promotions of the quarter by their first day, as the screen lists them.
    pub(crate) fn promotion_rows(&self) -> Vec<PromotionRow> {
        let held = self.judged.promotions.iter().filter(|held| self.judged.touches(&held.held.promotion));
        held.map(|held| rows::promotion(held, &self.judged, self.today)).collect()
    }

    /// The requests of the quarter by their day, as the screen lists them.
    pub(crate) fn request_rows(&self) -> Vec<RequestRow> {
        let held = self.judged.requests.iter().filter(|held| self.is_of(&held.held.request));
        held.map(|held| rows::request(held, &self.judged, self.today)).collect()
    }

    /// What a reader must know of the lists behind the breaches.
    pub(crate) fn notes(&self) -> Vec<String> {
        let unlisted = &self.judged.unlisted;
        let partly = !unlisted.is_empty() && unlisted.len() < self.judged.months.len();
        let months = words().say("governance-note-unlisted", &[("months", named(unlisted).into())]);
        rows::notes(&self.judged).into_iter().chain(partly.then_some(months)).collect()
    }

    /// The answer in words: `3 breaches`, `No breach was found`.
    pub(crate) fn headline(&self) -> String {
        let quarter = format::quarter(words(), self.quarter);
        let values = [("count", Value::from(self.breaches.len())), ("quarter", quarter.into())];
        let key = match (self.breaches.len(), self.judged.unlisted.len() == self.judged.months.len()) {
            (0, true) => "quarter-no-list",
            (0, false) => "quarter-no-breach",
            _ => "quarter-breaches",
        };
        words().say(key, &values)
    }

    /// A few words each to begin from: breaches, promotions with what came of them, requests.
    pub(crate) fn points(&self) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let promotions: Vec<&Promotion> = self.promotions().collect();
        let promotions = match promotions.len() {
            0..=NAMED => promotions.iter().map(|promotion| self.promotion(promotion)).collect(),
            _ => vec![many(&promotions)],
        };
        [vec![self.breach()], promotions, self.asked().into_iter().collect()].concat()
    }

    fn breach(&self) -> String {
        let count = self.breaches.len();
        let lines = self.judged.breaches();
        let excess = |breach: &Breach<'_>| {
            let allowed = breach.allowed.map_or_else(Rate::zero, |allowed| allowed.share.into());
            &breach.found - &allowed
        };
        // Promotions that overran come first among the rows, then the lines in their order.
        let overran = count.saturating_sub(lines.len());
        let largest = lines.iter().enumerate().max_by_key(|(at, (_, breach))| (excess(breach), std::cmp::Reverse(*at)));
        let largest = largest.map_or(0, |(at, _)| overran + at);
        if let Some(row) = self.breaches.get(largest) {
            let found = if row.found.unit.is_empty() {
                row.found.text.clone()
            } else {
                format!("{} {}", row.found.text, row.found.unit)
            };
            let values = [
                ("count", Value::from(count)),
                ("what", row.what.as_str().into()),
                ("found", found.into()),
                ("allowed", row.allowed.as_str().into()),
            ];
            return words().say("qbr-point-breaches", &values);
        }
        let unlisted = &self.judged.unlisted;
        match unlisted.len() {
            0 => words().say("qbr-point-no-breach", &[]),
            some if some < self.judged.months.len() => {
                words().say("qbr-point-no-breach-partly", &[("months", named(unlisted).into())])
            }
            _ => words().say("qbr-point-no-list", &[]),
        }
    }

    /// `Ramadan: 900 of 1,000 units planned (90 %)`.
    fn promotion(&self, promotion: &Promotion) -> String {
        let sold = promotion.run.as_ref().map(|run| run.sold).unwrap_or_default();
        let money: Vec<Rate> =
            [promotion.planned.revenue, sold.revenue].into_iter().flatten().map(Rate::from).collect();
        let scale = Scale::of(&money);
        let currency = &self.judged.currency;
        let amount = |value: Quantity| currency.amount(&value.into(), scale).0;
        let in_money = promotion.planned.revenue.is_some();
        let (planned, sold, unit) = if in_money {
            (promotion.planned.revenue.map(amount), sold.revenue.map(amount), currency.unit(scale))
        } else {
            (promotion.planned.units.map(exact), sold.units.map(exact), words().say("unit-units", &[]))
        };
        let reached = if in_money { promotion.revenue_reached() } else { promotion.units_reached() };
        let values = [
            ("name", Value::from(promotion.name.as_str())),
            ("planned", planned.unwrap_or_default().into()),
            ("unit", unit.into()),
            ("sold", sold.clone().unwrap_or_default().into()),
            ("percent", reached.map(|rate| percent(&rate, 0, &[Rate::one()])).unwrap_or_default().into()),
            ("window", rows::window(promotion.first, promotion.last).into()),
        ];
        let key = match (promotion.state(self.today), sold) {
            (PromotionState::Reviewed, Some(_)) => "qbr-point-promotion",
            (PromotionState::Reviewed | PromotionState::Ended, _) => "qbr-point-promotion-open",
            _ => "qbr-point-promotion-runs",
        };
        words().say(key, &values)
    }

    /// `Requests above the band: 2 approved, 1 refused, 1 waits`.
    fn asked(&self) -> Option<String> {
        let answers = || self.requests().filter_map(|request| request.answer.as_ref());
        let approved = answers().filter(|answer: &&Answer| answer.until.is_some()).count();
        let counts = [
            ("approved", approved),
            ("refused", answers().count() - approved),
            ("wait", self.requests().filter(|request| request.answer.is_none()).count()),
        ];
        let some = counts.into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> = some
            .map(|(key, count)| words().say(&format!("qbr-point-requests-{key}"), &[("count", count.into())]))
            .collect();
        (!parts.is_empty()).then(|| words().say("qbr-point-requests", &[("parts", parts.join(", ").into())]))
    }
}

/// `5 promotions: 3 reached what was planned, 1 fell short, 1 has no result yet`.
fn many(promotions: &[&Promotion]) -> String {
    let reached = |promotion: &&Promotion| promotion.revenue_reached().or_else(|| promotion.units_reached());
    let known: Vec<Rate> = promotions.iter().filter_map(reached).collect();
    let met = known.iter().filter(|rate| **rate >= Rate::one()).count();
    let counts = [("met", met), ("short", known.len() - met), ("open", promotions.len() - known.len())];
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = some
        .map(|(key, count)| words().say(&format!("qbr-point-promotions-{key}"), &[("count", count.into())]))
        .collect();
    words().say("qbr-point-promotions", &[("count", promotions.len().into()), ("parts", parts.join(", ").into())])
}

/// `July and August`.
fn named(months: &[Month]) -> String {
    let all: Vec<String> = months.iter().map(|month| format::month(words(), *month)).collect();
    match all.as_slice() {
        [before @ .., last] if !before.is_empty() => {
            words().say("list-and", &[("list", before.join(", ").into()), ("last", last.as_str().into())])
        }
        _ => all.join(", "),
    }
}
