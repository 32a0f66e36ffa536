//! Portfolio: every distributor against every KPI.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, Disc, Fact, Mark, Name, Picture};

/// The heat table of a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortfolioView {
    /// `2026-Q3`.
    pub quarter: String,
    /// `Playbook 2026.1, data as of today 09:40`.
    pub note: String,
    /// The chips above the table.
    pub filters: Vec<FilterView>,
    /// To filter by.
    pub countries: Vec<Choice>,
    /// The KPI columns.
    pub heads: Vec<KpiHead>,
    /// Worst first.
    pub rows: Vec<PortfolioRow>,
}

/// A chip above the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilterView {
    /// What a row's `filters` hold.
    pub key: String,
    /// Its words.
    pub label: String,
    /// How many rows it shows.
    pub count: i32,
}

/// A KPI column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiHead {
    /// The KPI.
    pub key: String,
    /// `Commercial`.
    pub group: String,
    /// Its full title.
    pub title: String,
    /// Its column heading.
    pub short: String,
    /// Its weight.
    pub weight: String,
}

/// One distributor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PortfolioRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// `Jakarta, Indonesia · IDR`.
    pub place: String,
    /// `closed R1` where the quarter's figures are frozen; empty while it is open.
    #[serde(default)]
    pub closed: String,
    /// ISO alpha-2, for the filter.
    pub country: String,
    /// The chips that show it.
    pub filters: Vec<String>,
    /// Where its grant stands.
    pub standing: StandingView,
    /// The score over the last quarters.
    pub trend: Picture,
    /// Of 100.
    pub score: Fact,
    /// On the quarter before: `−2.8`, or `first`, or `provisional`.
    pub change: String,
    /// In percent.
    pub coverage: Fact,
    /// For its bar.
    pub coverage_permille: i32,
    /// Below the playbook's minimum.
    pub coverage_low: bool,
    /// One a KPI, in the order of `heads`.
    pub cells: Vec<HeatCell>,
}

/// Where a grant stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StandingView {
    /// The disc.
    pub disc: Disc,
    /// `Conditional`.
    pub title: String,
    /// `day 69 of 90`, `proposed: renew`.
    pub note: String,
}

/// A KPI of a distributor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeatCell {
    /// The KPI.
    pub kpi: String,
    /// Its status.
    pub mark: Mark,
    /// Percent of target, `due`, or `–`.
    pub value: Fact,
}
