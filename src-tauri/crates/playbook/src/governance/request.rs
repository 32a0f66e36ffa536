//! Requests for a discount above the band: asked for, then approved until a day, or refused.

use chrono::NaiveDate;

use super::{Products, within};
use crate::number::Quantity;

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// For which products.
    pub products: Products,
    /// The discount: 20 % is 0.2.
    pub share: Quantity,
    /// Why it is needed.
    pub reason: String,
    /// Who asks.
    pub by: String,
    /// The day it was asked for.
    pub on: NaiveDate,
    /// What was answered; `None` while it waits.
    pub answer: Option<Answer>,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who answered.
    pub by: String,
    /// The day from which it holds.
    pub on: NaiveDate,
    /// The last day on which the discount may be given; `None` when it was refused.
    pub until: Option<NaiveDate>,
    /// Why; may be empty where it was approved.
    pub reason: String,
}

/// Where a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestState {
    /// Nobody answered.
    Waiting,
    /// Approved, and still so.
    Approved,
    /// Approved once; its last day is past.
    Expired,
    /// Refused.
    Refused,
}

impl RequestState {
    /// The message is `request-state-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Expired => "expired",
            Self::Refused => "refused",
        }
    }
}

impl Request {
    /// Whether it allows its discount on a day: approved by then, and not past its last day.
    #[must_use]
    pub fn allows(&self, day: NaiveDate) -> bool {
        let approved = self.answer.as_ref().and_then(|answer| Some((answer.on, answer.until?)));
        approved.is_some_and(|(on, until)| within(day, on, Some(until)))
    }

    /// Where it is on a day.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> RequestState {
        match self.answer.as_ref().map(|answer| answer.until) {
            None => RequestState::Waiting,
            Some(None) => RequestState::Refused,
            Some(Some(until)) if until < today => RequestState::Expired,
            Some(Some(_)) => RequestState::Approved,
        }
    }
}
