//! Targets: what was agreed, KPI by KPI, over a year.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, Name, Problem};

/// A distributor's targets of a year, or those of one of its grants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetsView {
    /// Whose.
    pub distributor: String,
    /// Its name.
    pub name: Name,
    /// To choose from.
    pub distributors: Vec<Choice>,
    /// The whole distributor and its grants, to choose from; empty where it holds one alone.
    pub grants: Vec<Choice>,
    /// The grant that is shown; empty for the whole distributor.
    pub grant: String,
    /// The year.
    pub year: i32,
    /// The years around it, to choose from.
    pub years: Vec<Choice>,
    /// `quarter` or `month`: what a column is.
    pub by: String,
    /// What the amounts are in.
    pub currency: String,
    /// The quarters or months.
    pub columns: Vec<GridColumn>,
    /// A row for each KPI that takes a target.
    pub rows: Vec<TargetRow>,
    /// Today, ISO: where an amendment begins unless another day is said.
    pub today: String,
}

/// A column of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GridColumn {
    /// `2026-Q3` or `2026-07`.
    pub key: String,
    /// `Q3`, `Jul`.
    pub title: String,
    /// Whether it is running now.
    pub now: bool,
}

/// The targets of a KPI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetRow {
    /// The KPI.
    pub kpi: String,
    /// Its title.
    pub title: String,
    /// `Commercial`.
    pub group: String,
    /// `Rp m`, `%`.
    pub unit: String,
    /// Whether exclusivity hangs on it.
    pub gate: bool,
    /// One a column.
    pub cells: Vec<TargetCell>,
    /// Whatever was set, the newest first.
    pub sets: Vec<TargetSet>,
    /// The same KPI grant by grant; `None` where there is one grant alone, or its targets don't add up.
    pub by_grant: Option<TargetsByGrant>,
}

/// A KPI's targets by grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetsByGrant {
    /// One a grant that runs in the year.
    pub rows: Vec<GrantTargetRow>,
    /// Their sum, one a column; empty where one of them lacks its target.
    pub sum: Vec<String>,
    /// `Q3, Q4: Kalimantan has no target, and so the distributor has none.`
    pub remarks: Vec<String>,
}

/// The targets of one grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GrantTargetRow {
    /// The grant.
    pub grant: String,
    /// `Java and Bali, Home care`.
    pub title: String,
    /// One a column; empty where it has none.
    pub cells: Vec<String>,
}

/// A KPI in a quarter or month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetCell {
    /// `2026-Q3` or `2026-07`.
    pub period: String,
    /// As it is shown; empty where there is no target.
    pub text: String,
    /// As it is typed again.
    pub plain: String,
    /// Whether it was set for this quarter, and not carried on from before.
    pub own: bool,
    /// A change in mid-quarter, beside the first, or that it is the sum of its grants'; empty where there is none.
    pub beside: String,
    /// Whether it is the sum of its grants', and that is all that is said beside it.
    pub summed: bool,
    /// Whether it is missing because some grants have a target and others lack theirs.
    pub lacking: bool,
    /// Whether the period has begun with a target: a change is an amendment, with its day and its reason.
    pub opened: bool,
    /// Whether it can be edited here: a level is set by the quarter alone.
    pub editable: bool,
}

/// A target as it was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetSet {
    /// `1,200.0 Rp m a year, by season`.
    pub what: String,
    /// `from 1 July 2026`.
    pub from: String,
    /// Whether both sides agreed to a change in mid-quarter.
    pub agreed: String,
    /// Why it was amended; empty for a first target.
    pub reason: String,
    /// `Mei Lin, 8 Oct, 09:40`.
    pub by: String,
}

/// Cells to set, all in one entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetChange {
    /// Whose.
    pub distributor: String,
    /// The cells.
    pub cells: Vec<TargetEntry>,
    /// For cells whose period has begun: the day from which the change holds, ISO; the period's first day when empty.
    pub from: String,
    /// Why; needed where a period has begun.
    pub reason: String,
    /// Whether both sides agreed, so that it counts for the running quarter already.
    pub agreed: bool,
}

/// A cell to set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetEntry {
    /// The KPI.
    pub kpi: String,
    /// The grant; empty for the whole distributor.
    pub grant: String,
    /// `2026`, `2026-Q3` or `2026-07`.
    pub period: String,
    /// As it was typed.
    pub text: String,
}

/// What a block that was pasted would set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TargetBlock {
    /// `8 of 9 cells can be set`.
    pub summary: String,
    /// The cells that can be set.
    pub cells: Vec<TargetEntry>,
    /// As they will be shown, in the order of `cells`.
    pub shown: Vec<String>,
    /// Whether one of them is in a period that has begun with a target.
    pub opened: bool,
    /// The cells that can't be.
    pub problems: Vec<Problem>,
}

/// What was taken of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TakenView {
    /// `24 targets of 3 distributors set.`
    pub text: String,
    /// The entry that holds it; empty when all was so already.
    pub entry: String,
}
