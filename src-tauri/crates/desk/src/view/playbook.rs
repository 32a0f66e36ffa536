//! Playbook: the rules in force.

use serde::Serialize;
use ts_rs::TS;

/// The rules in force, as tables to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaybookView {
    /// `Playbook 2026.1`.
    pub title: String,
    /// `in force since 1 January 2026`.
    pub since: String,
    /// The KPIs.
    pub kpis: Vec<RuleKpi>,
    /// Cadence, coverage, thresholds, exclusivity.
    pub rules: Vec<RuleLine>,
    /// Of the distributors' countries, this year and next.
    pub holidays: Vec<HolidayLine>,
}

/// A KPI of the playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleKpi {
    /// `Commercial`.
    pub group: String,
    /// Its title.
    pub title: String,
    /// What it measures.
    pub meaning: String,
    /// Its weight; `off` when not in scope.
    pub weight: String,
    /// Whether exclusivity hangs on it.
    pub gate: bool,
    /// From where it is green.
    pub green: String,
    /// From where it is amber.
    pub amber: String,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleLine {
    /// `Weekly update`.
    pub title: String,
    /// `Due on the Monday after the week`.
    pub text: String,
}

/// A holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HolidayLine {
    /// `Malaysia, Perak`.
    pub country: String,
    /// `Mon 17 Aug 2026`.
    pub date: String,
    /// Its name.
    pub name: String,
    /// `estimated`, `added`; else empty.
    pub note: String,
    /// Where it is kept: `MY-14`.
    pub region: String,
    /// Its day as it is sent back: `2026-08-17`.
    pub day: String,
}

/// What a change of the holidays did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HolidayChanged {
    /// Each due date that moved, in a sentence.
    pub moved: Vec<String>,
    /// The entry, to take it back.
    pub entry: Option<String>,
}
