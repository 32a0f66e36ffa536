//! What the scorecard page says.

use super::{Amount, Bar, Chip, Figure};
use crate::picture::{Bullet, Mark, Spark};

/// The scorecard page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// `Java and Bali, Home care`.
    pub kicker: String,
    /// `Scorecard, Q3 2026`.
    pub headline: String,
    /// Score and coverage, at the right of the head.
    pub figures: Vec<Figure>,
    /// The KPIs by group.
    pub groups: Vec<KpiGroup>,
    /// `Score: 82.6 points of the 90 that have data = 91.8`, with the sums of weights and points.
    pub total: Total,
    /// What each status means: `100 and above`, `90 to 99`.
    pub legend: Vec<Chip>,
    /// `April to September`.
    pub trends_heading: String,
    /// Small multiples, four a row.
    pub trends: Vec<Trend>,
    /// `From lead to order`.
    pub funnel_heading: String,
    /// Its stages, widest first; empty when the funnel was not reported.
    pub funnel: Vec<Bar>,
    /// What a reader must know to read the numbers rightly.
    pub notes: Vec<String>,
}

/// KPIs of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiGroup {
    /// `Commercial`.
    pub title: String,
    /// Its KPIs.
    pub rows: Vec<KpiRow>,
}

/// One KPI of the scorecard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiRow {
    /// `Revenue against target`.
    pub title: String,
    /// Whether exclusivity hangs on it.
    pub gate: bool,
    /// What was agreed.
    pub target: Amount,
    /// What was reported.
    pub actual: Amount,
    /// The drawn attainment.
    pub bullet: Bullet,
    /// `96.5`, or `–`.
    pub attainment: String,
    /// `25`.
    pub weight: String,
    /// `24.1`, or `–`.
    pub points: String,
    /// Green, amber, red, provisional or does not apply.
    pub status: Chip,
}

/// The scorecard's last row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Total {
    /// In words.
    pub text: String,
    /// The weights that have data.
    pub weight: String,
    /// The points.
    pub points: String,
}

/// One small multiple.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// `Sales volume`.
    pub title: String,
    /// Its status now, if it is judged.
    pub mark: Option<Mark>,
    /// The latest value: `101.9`, `% of target`.
    pub latest: Amount,
    /// The line.
    pub spark: Spark,
    /// The first period: `Apr`.
    pub first: String,
    /// The last period: `Sep`.
    pub last: String,
}
