//! Reviews that were held, and those that are due.

use chrono::NaiveDate;
use playbook::cadence::review_due;
use playbook::kpi::ReviewKind;
use playbook::period::{Period, Quarter};
use store::{ActKind, Review, What};

use super::agenda;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::judge::Known;
use crate::now::Now;
use crate::scorecard::Scored;
use crate::view::{HeldCard, HeldReview, Mark};
use crate::{format, typed, words};

impl Desk {
    /// Notes that a review was held: of a month or of a quarter, as its period says. Noting it again corrects it.
    /// Answers with the entry; `None` when nothing changed.
    ///
    /// # Errors
    /// When the period or the day is none, or the day lies before the period or after today.
    pub fn hold_review(&mut self, id: &str, card: &HeldCard, now: Now) -> Result<Option<String>, DeskError> {
        let distributor = self.distributor_of(id)?;
        let period: Period = card.period.parse().map_err(|_| not_reviewed(&card.period))?;
        let kind = match period {
            Period::Month(_) => ReviewKind::Monthly,
            Period::Quarter(_) => ReviewKind::Quarterly,
            Period::Week(_) => return Err(not_reviewed(&card.period)),
        };
        let held_on = typed::day(&card.held_on)?;
        let values = [("period", format::period(words(), period).into())];
        if held_on > self.day(now) {
            return Err(DeskError::new(ErrorKind::Invalid, "held-later", &values));
        }
        let begins = match period {
            // What a quarter came to can't be gone through before its last month.
            Period::Quarter(quarter) => Period::Month(quarter.months()[2]),
            other => other,
        };
        if held_on < begins.first_day() {
            let begins = ("begins", format::period(words(), begins).into());
            return Err(DeskError::new(ErrorKind::Invalid, "held-before", &[values[0].clone(), begins]));
        }
        let decisions = card.decisions.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let review = Review {
            distributor: distributor.id,
            kind,
            period,
            held_on,
            notes: card.notes.trim().to_owned(),
            decisions: decisions.collect(),
        };
        let key = if kind == ReviewKind::Monthly { "entry-review" } else { "entry-qbr-held" };
        let what = What::new(key).with("name", &distributor.card.name).with("period", period);
        let recorded = self.record(ActKind::Review, what, now, |writing| Ok(writing.hold_review(&review)?))?;
        Ok(recorded.entry.map(|entry| entry.to_string()))
    }
}

fn not_reviewed(text: &str) -> DeskError {
    DeskError::new(ErrorKind::Invalid, "not-reviewed", &[("text", text.into())])
}

/// The monthly reviews of a quarter.
pub(super) fn monthly(known: &Known, held: &[Review], quarter: Quarter, today: NaiveDate) -> Vec<HeldReview> {
    let of = |month: playbook::period::Month| {
        let period = Period::Month(month);
        let review = held.iter().find(|review| (review.kind, review.period) == (ReviewKind::Monthly, period));
        let due = review_due(ReviewKind::Monthly, period, 0);
        row(known, (period, format::period_short(words(), period)), review, due, today)
    };
    quarter.months().into_iter().map(of).collect()
}

/// The review of a quarter, which is to be held within so many days of its end.
pub(super) fn quarterly(
    known: &Known,
    held: &[Review],
    (quarter, days): (Quarter, u32),
    today: NaiveDate,
) -> HeldReview {
    let period = Period::Quarter(quarter);
    let review = held.iter().find(|review| (review.kind, review.period) == (ReviewKind::Quarterly, period));
    let title = words().say("pack-qbr", &[("quarter", format::period_short(words(), period).into())]);
    row(known, (period, title), review, review_due(ReviewKind::Quarterly, period, days), today)
}

fn row(
    known: &Known,
    (period, title): (Period, String),
    review: Option<&Review>,
    due: NaiveDate,
    today: NaiveDate,
) -> HeldReview {
    let expected = period.first_day() >= known.facts.reporting_from;
    let (mark, state) = said(review, due, expected, today);
    HeldReview { title, due: format::day_short(words(), due), mark, state, card: card(period, review) }
}

/// What can be edited of a review.
fn card(period: Period, review: Option<&Review>) -> HeldCard {
    HeldCard {
        period: period.to_string(),
        held_on: review.map(|review| review.held_on.to_string()).unwrap_or_default(),
        notes: review.map(|review| review.notes.clone()).unwrap_or_default(),
        decisions: review.map(|review| review.decisions.clone()).unwrap_or_default(),
    }
}

/// Where the quarterly review stands.
pub(super) fn state(scored: &Scored<'_>, held: Option<&Review>) -> (Mark, String) {
    let period = Period::Quarter(scored.quarter);
    let due = review_due(ReviewKind::Quarterly, period, scored.playbook.qbr_days);
    let expected = period.first_day() >= scored.known.facts.reporting_from;
    said(held, due, expected || agenda::reports_in(scored), scored.today)
}

/// `Held on 11 August`, `Due 31 Oct`, `Not held`.
fn said(held: Option<&Review>, due: NaiveDate, expected: bool, today: NaiveDate) -> (Mark, String) {
    match held {
        Some(review) => {
            let day = format::day_short(words(), review.held_on);
            (Mark::OnTime, words().say("review-held-on", &[("day", day.into())]))
        }
        None if !expected => (Mark::None, words().say("review-not-expected", &[])),
        None if today <= due => (Mark::NotDue, words().say("status-due", &[("day", format::day(words(), due).into())])),
        None => (Mark::Missing, words().say("pack-not-held-state", &[])),
    }
}
