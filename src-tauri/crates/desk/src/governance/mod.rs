//! Pricing and promotion governance: the approver matrix, promotion windows, requests, and what was sold beyond them.

mod forms;
mod inbox;
mod judged;
mod quarter;
mod rows;
mod saved;
#[cfg(test)]
mod tests;

use playbook::governance::{CHECKLIST, PromotionKind, RequestState, Verdict};
use playbook::period::Month;
use store::{Distributor, Tick};

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::format::{self, Currency};
use crate::now::Now;
use crate::view::{CheckRow, Choice, GovernanceView};
use crate::{naming, words};

pub(crate) use inbox::inbox_rows;
use judged::Judged;
pub(crate) use quarter::Governed;

/// Months to choose from.
const MONTHS: usize = 15;

impl Desk {
    /// Pricing and promotions of a distributor as of a month such as `2026-09`; without one, the last full month.
    ///
    /// # Errors
    /// When the distributor is gone, the month is none, or the record can't be read.
    pub fn governance(&self, id: &str, month: &str, now: Now) -> Result<GovernanceView, DeskError> {
        let now = self.at(now);
        let distributor = self.distributor_of(id)?;
        let running = Month::of(now.today);
        let month = if month.is_empty() { running.previous() } else { month_of(month)? };
        let judged = Judged::of(self, &distributor, &[month])?;
        let ticks = self.store.ticks(distributor.id, month)?;
        self.governance_view(&distributor, (&judged, month), &ticks, now)
    }

    fn governance_view(
        &self,
        distributor: &Distributor,
        (judged, month): (&Judged, Month),
        ticks: &[Tick],
        now: Now,
    ) -> Result<GovernanceView, DeskError> {
        let card = &distributor.card;
        let words = words();
        let breaches = self.breach_rows(judged)?;
        let mut requests = judged.requests.clone();
        requests.sort_by_key(|held| (held.held.request.state(now.today), std::cmp::Reverse(held.held.request.on)));
        let checklist = checklist((judged, month), ticks);
        let ticked = checklist.iter().filter(|row| row.ticked).count();
        let kind = |kind: PromotionKind| Choice {
            key: kind.key().to_owned(),
            label: words.say(&format!("promotion-kind-{}", kind.key()), &[]),
        };
        Ok(GovernanceView {
            id: distributor.id.to_string(),
            name: naming::name(card),
            month: month.to_string(),
            months: months(Month::of(now.today), month),
            lead: lead((judged, month), breaches.len()),
            notes: rows::notes(judged),
            today: now.today.to_string(),
            approver: self.decider()?,
            currency: Currency::new(&card.currency).sign().to_owned(),
            kinds: PromotionKind::ALL.map(kind).to_vec(),
            breaches,
            bands: judged.bands.iter().map(|held| rows::band(held, now.today)).collect(),
            requests: requests.iter().map(|held| rows::request(held, judged, now.today)).collect(),
            promotions: judged.promotions.iter().rev().map(|held| rows::promotion(held, judged, now.today)).collect(),
            checked: words.say("governance-checked", &[("ticked", ticked.into()), ("of", checklist.len().into())]),
            checklist,
        })
    }
}

/// The month of a text that came from outside.
fn month_of(text: &str) -> Result<Month, DeskError> {
    text.parse().map_err(|_| DeskError::new(ErrorKind::Invalid, "not-a-month", &[("text", text.into())]))
}

/// The months up to the running one, newest first, with the one that was asked for.
fn months(running: Month, asked: Month) -> Vec<Choice> {
    let mut months: Vec<Month> =
        std::iter::successors(Some(running), |month| Some(month.previous())).take(MONTHS).collect();
    if !months.contains(&asked) {
        months.push(asked);
        months.sort_by(|a, b| b.cmp(a));
    }
    let label = |month: Month| format::period(words(), month.into());
    months.into_iter().map(|month| Choice { key: month.to_string(), label: label(month) }).collect()
}

/// The answer in words.
fn lead((judged, month): (&Judged, Month), breaches: usize) -> String {
    let month = format::month(words(), month);
    let values = [("count", breaches.into()), ("month", words::Value::from(month))];
    if breaches > 0 {
        return words().say("governance-breaches", &values);
    }
    // Without a list, or without a band, nobody can say that nothing was sold beyond it.
    let unjudged = judged.count(&Verdict::NoBand) + judged.count(&Verdict::Open);
    let month = values[1].1.clone();
    match (judged.unlisted.is_empty(), unjudged) {
        (false, _) => words().say("governance-no-list", &values),
        (true, 0) => words().say("governance-no-breach", &values),
        (true, _) => words().say("governance-not-judged", &[("count", unjudged.into()), ("month", month)]),
    }
}

fn checklist((judged, month): (&Judged, Month), ticks: &[Tick]) -> Vec<CheckRow> {
    let row = |item: playbook::governance::ChecklistItem| {
        let ticked = ticks.iter().find(|tick| tick.item == item && tick.ticked);
        let by = |tick: &Tick| {
            let values = [("who", tick.by.as_str().into()), ("day", words::Value::from(format::day(words(), tick.on)))];
            words().say("governance-by", &values)
        };
        CheckRow {
            key: item.key().to_owned(),
            title: words().say(&format!("governance-check-{}", item.key()), &[]),
            shows: shows((judged, month), item.key()),
            ticked: ticked.is_some(),
            by: ticked.map(by).unwrap_or_default(),
        }
    };
    CHECKLIST.into_iter().map(row).collect()
}

/// What the record shows of an item, so that a tick is no act of faith.
fn shows((judged, month): (&Judged, Month), item: &str) -> String {
    let last = month.last_day();
    let promotions = judged.promotions.iter().filter(|held| held.held.promotion.touches(month));
    let count = match item {
        "approvers" => {
            let bands = judged.bands.iter().map(|held| &held.held.band).filter(|band| band.holds(last));
            let mut names: Vec<&str> = bands.map(|band| band.approver.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            names.len()
        }
        "bands" => judged.bands.iter().filter(|held| held.held.band.holds(last)).count(),
        "windows" => promotions.count(),
        "requests" => {
            judged.requests.iter().filter(|held| held.held.request.state(last) == RequestState::Waiting).count()
        }
        "results" => promotions.filter(|held| held.held.promotion.run.is_none()).count(),
        _ => return words().say("governance-shows-no-resale-price", &[]),
    };
    words().say(&format!("governance-shows-{item}"), &[("count", count.into())])
}
