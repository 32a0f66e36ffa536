//! One distributor: scorecard and reports.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, ClosedLine, ContradictionRow, EntryLine, Fact, Mark, Name, Picture, StandingView};

/// The screen of one distributor in one quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DistributorView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// `Jakarta, Indonesia · IDR · Rina Kartika, sales operations`.
    pub subtitle: String,
    /// `2026-Q3`.
    pub quarter: String,
    /// To choose from.
    pub quarters: Vec<Choice>,
    /// Territory and product line, each with its standing.
    pub grants: Vec<GrantView>,
    /// Of 100.
    pub score: Fact,
    /// `−2.8 on Q2`.
    pub score_note: String,
    /// In percent.
    pub coverage: Fact,
    /// `QBR not held yet`.
    pub coverage_note: String,
    /// The KPIs.
    pub scorecard: ScorecardView,
    /// What came, when.
    pub reports: ReportsView,
    /// What can be edited.
    pub card: DistributorCard,
    /// What was done about it.
    pub history: Vec<EntryLine>,
    /// That the quarter is closed: then its figures are those that were frozen.
    pub closed: Option<ClosedLine>,
}

/// A grant and its standing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GrantView {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub standing: StandingView,
    /// `Java and Bali, Home care`.
    pub territory: String,
    /// `exclusive since 5 April`.
    pub note: String,
    /// What the quarter asks of it.
    pub conditions: Vec<ConditionView>,
}

/// A condition of the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConditionView {
    /// Met, not met, or provisional.
    pub mark: Mark,
    /// `Met`, `Not met`, `Open`.
    pub result: String,
    /// `Weekly reports on time`.
    pub title: String,
    /// What is asked.
    pub required: Fact,
    /// What was reached.
    pub actual: Fact,
    /// How far the actual is from what is asked, with its sign.
    pub difference: Fact,
    /// `short by 186.6 Rp m`; empty where nothing is short in the KPI's own unit.
    pub short: String,
    /// What proves it: `12 of 13 weeks`.
    pub proof: String,
}

/// The KPIs of a quarter, scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScorecardView {
    /// Commercial, execution, operational.
    pub groups: Vec<KpiGroup>,
    /// `82.6 of 90 points that have data = 91.8`.
    pub total: String,
    /// `82.6`.
    pub points: String,
    /// `90`.
    pub weight: String,
    /// What a reader must know.
    pub notes: Vec<String>,
    /// `since Q2`; empty when there is nothing to compare.
    pub moved_since: String,
    /// What moved the score, largest loss first.
    pub moved: Vec<MovedRow>,
    /// Figures that cannot both be true.
    pub contradictions: Vec<ContradictionRow>,
}

/// The KPIs of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiGroup {
    /// `Commercial`.
    pub title: String,
    /// Its KPIs.
    pub lines: Vec<KpiLine>,
}

/// One KPI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiLine {
    /// Its key.
    pub key: String,
    /// `Revenue against target`.
    pub title: String,
    /// What it measures, in a sentence.
    pub meaning: String,
    /// Whether exclusivity hangs on it.
    pub gate: bool,
    /// What was agreed.
    pub target: Fact,
    /// What was reported.
    pub actual: Fact,
    /// Percent of target.
    pub attainment: Fact,
    /// Attainment as a bullet bar.
    pub bar: Picture,
    /// Points earned.
    pub points: Fact,
    /// Points possible.
    pub weight: String,
    /// Its status.
    pub mark: Mark,
    /// `Amber`, `Due 15 Oct`.
    pub status: String,
    /// Over the last periods.
    pub trend: Picture,
}

/// A KPI's part in the score's change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MovedRow {
    /// The KPI.
    pub title: String,
    /// Signed points.
    pub change: String,
    /// Left for a loss, right for a gain.
    pub bar: Picture,
}

/// What came, when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportsView {
    /// One a week of the quarter.
    pub weekly: Vec<ReportRow>,
    /// One a month of the quarter.
    pub monthly: Vec<ReportRow>,
    /// `12 of 13 weekly updates and 3 of 3 monthly summaries on time`.
    pub summary: String,
    /// Which holidays moved a due date.
    pub notes: Vec<String>,
}

/// A report that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportRow {
    /// `2026-W35`.
    pub period: String,
    /// `Week 35`.
    pub title: String,
    /// `24 to 30 Aug`.
    pub covers: String,
    /// `Mon 31 Aug`.
    pub due: String,
    /// `Thu 3 Sep`; empty when it has not come.
    pub received: String,
    /// Early, due, late.
    pub offset: Picture,
    /// Its state.
    pub mark: Mark,
    /// `Late, 3 days`.
    pub state: String,
    /// The file it came in.
    pub file: String,
    /// Opens the report's sheet.
    pub evidence: Option<String>,
    /// 1 unless corrected.
    pub revision: i32,
}

/// What a manager says of a distributor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DistributorCard {
    /// Its id; empty for a new one.
    pub id: String,
    /// The registered name.
    pub name: String,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// `MY-14`.
    pub country: String,
    /// ISO 4217.
    pub currency: String,
    /// BCP 47; may be empty.
    pub locale: String,
    /// City; may be empty.
    pub place: String,
    /// Name and function; may be empty.
    pub contact: String,
    /// Of the grant; may be empty.
    pub territory: String,
    /// Product line of the grant; may be empty.
    pub products: String,
    /// The day the launch began, ISO; may be empty.
    pub start: String,
}
