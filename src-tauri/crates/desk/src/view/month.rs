//! One distributor in one month.

use serde::Serialize;
use ts_rs::TS;

use super::{Choice, Fact, Mark, Name, Picture, ScorecardView};

/// The scorecard of one distributor in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthView {
    /// The distributor's id.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// `2026-09`.
    pub month: String,
    /// `September 2026`.
    pub title: String,
    /// The quarter it belongs to: `2026-Q3`.
    pub quarter: String,
    /// The months of that quarter, as far as they have begun.
    pub months: Vec<Choice>,
    /// Provisional while it may still change; a dash once it is final.
    pub mark: Mark,
    /// `Final`, `Provisional: Reviews not held yet`.
    pub state: String,
    /// Of 100.
    pub score: Fact,
    /// `−2.8 on August`.
    pub score_note: String,
    /// In percent.
    pub coverage: Fact,
    /// `Reviews not held yet`.
    pub coverage_note: String,
    /// The score over the last eight months.
    pub trend: Picture,
    /// `February to September`.
    pub trend_span: String,
    /// The KPIs.
    pub scorecard: ScorecardView,
    /// That the quarter is closed, and the month is shown as the record has it now; empty while it is open.
    pub closed: String,
}
