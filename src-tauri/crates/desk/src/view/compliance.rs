//! Reporting compliance of everybody: which report of which distributor came when.

use serde::Serialize;
use ts_rs::TS;

use super::{Mark, Name};

/// The grid of a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplianceView {
    /// `2026-Q3`.
    pub quarter: String,
    /// `Q3 2026`.
    pub title: String,
    /// The answer in words: `4 of 10 distributors sent every report on time`.
    pub lead: String,
    /// The weeks of the quarter.
    pub weeks: Vec<DueColumn>,
    /// Its months.
    pub months: Vec<DueColumn>,
    /// Each distributor, those with the most that is missing or late first.
    pub rows: Vec<ComplianceRow>,
    /// Each state that a report can have, with how many have it.
    pub states: Vec<StateCount>,
}

/// A week or a month of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DueColumn {
    /// `2026-W27`, `2026-07`.
    pub key: String,
    /// `27`, `Jul`.
    pub short: String,
    /// `Week 27, 29 Jun to 5 Jul`.
    pub title: String,
}

/// A distributor's reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplianceRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// `Jakarta, Indonesia`, behind `closed R1` where the quarter is frozen.
    pub place: String,
    /// A cell a week.
    pub weeks: Vec<ComplianceCell>,
    /// A cell a month.
    pub months: Vec<ComplianceCell>,
    /// `15 of 16`: of the reports that are due, those that came on time.
    pub on_time: String,
}

/// A report in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplianceCell {
    /// `2026-W35`.
    pub period: String,
    /// Its state; a dash where no report is expected.
    pub mark: Mark,
    /// `Week 35: Late, 3 days; due Mon 31 Aug, received Thu 3 Sep`.
    pub title: String,
    /// Opens the report's sheet.
    pub evidence: Option<String>,
}

/// A state, and how many reports have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StateCount {
    /// The state.
    pub mark: Mark,
    /// `On time`.
    pub label: String,
    /// How many.
    pub count: i32,
}
