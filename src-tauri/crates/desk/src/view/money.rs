//! Money: exchange rates by month, and revenue over all distributors in one currency.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, GridColumn, Problem};

/// The rates of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RatesView {
    /// The year.
    pub year: i32,
    /// The years around it, to choose from.
    pub years: Vec<Choice>,
    /// The currency of roll-ups; empty as long as none is chosen and there are several.
    pub reporting: String,
    /// To choose from.
    pub currencies: Vec<Choice>,
    /// The months.
    pub columns: Vec<GridColumn>,
    /// Two rows for each currency that distributors report in: plan and actual.
    pub rows: Vec<RateRow>,
    /// What the year's roll-ups lack so far; empty when nothing.
    pub missing: String,
}

/// The rates of two currencies, planned or actual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RateRow {
    /// What there is one of.
    pub base: String,
    /// What there are so many of.
    pub quote: String,
    /// `plan` or `actual`.
    pub kind: String,
    /// `Rp for 1 US$`.
    pub title: String,
    /// `Plan`.
    pub label: String,
    /// One a month.
    pub cells: Vec<RateCell>,
}

/// A rate of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RateCell {
    /// `2026-07`.
    pub month: String,
    /// As it is shown; empty where it is not known.
    pub text: String,
    /// As it is typed again.
    pub plain: String,
    /// Whether a roll-up of a month that is over, or running, lacks it.
    pub lacking: bool,
}

/// A rate to set, or, with an empty text, to take out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RateEntry {
    /// What there is one of.
    pub base: String,
    /// What there are so many of.
    pub quote: String,
    /// `2026-07`.
    pub month: String,
    /// `plan` or `actual`.
    pub kind: String,
    /// As it was typed.
    pub text: String,
}

/// What a block that was pasted would set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RateBlock {
    /// `23 of 24 rates can be set`.
    pub summary: String,
    /// The rates that can be set.
    pub cells: Vec<RateEntry>,
    /// The cells that can't be.
    pub problems: Vec<Problem>,
}

/// Revenue over all distributors in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RollUpView {
    /// `Revenue of Q3 2026 in US dollars`.
    pub title: String,
    /// The currency; empty as long as none is chosen and there are several.
    pub to: String,
    /// At plan and at actual rates.
    pub sums: Vec<RollUpSum>,
    /// A line for each currency that is reported in.
    pub currencies: Vec<RollUpCurrency>,
    /// What a reader must know: missing reports, missing targets, what is compared.
    pub notes: Vec<String>,
}

/// The sums at one kind of rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RollUpSum {
    /// `plan` or `actual`.
    pub kind: String,
    /// `At plan rates`.
    pub label: String,
    /// Revenue reported; `incomplete` where a rate is missing.
    pub actual: String,
    /// The target of every month.
    pub target: String,
    /// Percent of the target of the months that were reported; a dash where it is not known.
    pub attainment: String,
    /// The unit of both.
    pub unit: String,
    /// `July 2026: 16,300 Rp for 1 US$`.
    pub rates: Vec<String>,
    /// `No plan rate of Rp for US$ in August 2026`.
    pub missing: Vec<String>,
}

/// What distributors of one currency reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RollUpCurrency {
    /// ISO 4217.
    pub currency: String,
    /// `3 distributors`.
    pub who: String,
    /// Revenue in its own currency.
    pub actual: String,
    /// Target in its own currency.
    pub target: String,
    /// The unit of both.
    pub unit: String,
    /// Revenue at plan rates; `incomplete` where one is missing.
    pub at_plan: String,
    /// Revenue at actual rates.
    pub at_actual: String,
}
