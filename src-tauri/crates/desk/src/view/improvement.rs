//! Improvement: what falls short, the plans against it, and what their reviews said.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, Fact, Mark};

/// The tab of one distributor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImprovementView {
    /// The answer in words: `One KPI needs a plan.`
    pub lead: String,
    /// KPIs that were red for a month or amber for two, and have no open plan.
    pub gaps: Vec<GapRow>,
    /// Open plans first, then closed ones, the newest first.
    pub plans: Vec<PlanCard>,
}

/// A KPI that needs a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapRow {
    /// The KPI's key.
    pub kpi: String,
    /// Its title.
    pub title: String,
    /// The month that triggered it: `2026-09`.
    pub month: String,
    /// The months that make the gap, the newest last.
    pub months: Vec<GapMonthView>,
    /// `If agreed today, it is reviewed on Sat 7 Nov.`
    pub review: String,
    /// The first day an action may be due, ISO: today.
    pub earliest: String,
    /// The last, ISO: the day of the review.
    pub latest: String,
}

/// A month of a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapMonthView {
    /// `September`.
    pub title: String,
    /// Amber or red.
    pub mark: Mark,
    /// How far.
    pub attainment: Fact,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanCard {
    /// Its id.
    pub id: String,
    /// The KPI's key.
    pub kpi: String,
    /// Its title.
    pub title: String,
    /// `Agreed on 8 October for September.`
    pub note: String,
    /// `Review on Sat 7 Nov, in 12 days`, `Improved`.
    pub state: String,
    /// Met when it improved, not met when its scope was reduced, amber when its review is due, else provisional.
    pub mark: Mark,
    /// Whether its last review closed it.
    pub closed: bool,
    /// Its three actions.
    pub actions: Vec<PlanActionView>,
    /// How the KPI compares with its start.
    pub comparison: ComparisonView,
    /// Its reviews, the first one first.
    pub reviews: Vec<PlanReviewRow>,
    /// What its review may end with, what the rule proposes first; empty until the review is due.
    pub outcomes: Vec<Choice>,
}

/// An action of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanActionView {
    /// From 1 on.
    pub position: u32,
    /// What is to be done.
    pub what: String,
    /// By whom.
    pub owner: String,
    /// `Fri 30 Oct`.
    pub due: String,
    /// `Done on 20 Oct`, `5 days overdue`, `open`.
    pub state: String,
    /// Met, late or provisional.
    pub mark: Mark,
    /// Whether it is done.
    pub done: bool,
}

/// A KPI at a plan's start and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonView {
    /// `September`.
    pub start_title: String,
    /// The attainment then, as known when the plan was agreed.
    pub start: Fact,
    /// `October`; empty while no later month is in.
    pub now_title: String,
    /// The attainment in it.
    pub now: Fact,
    /// `Better, and not yet at its target.`
    pub verdict: String,
    /// What the rule proposes; empty while nothing can be said.
    pub proposal: String,
}

/// A review of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanReviewRow {
    /// `Sat 7 Nov`.
    pub held: String,
    /// `Extended by 30 days`.
    pub outcome: String,
    /// What was said.
    pub note: String,
}

/// A plan as the manager enters it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanEntered {
    /// The KPI's key.
    pub kpi: String,
    /// The month that triggered it: `2026-09`.
    pub month: String,
    /// Its actions.
    pub actions: Vec<ActionEntered>,
}

/// An action as the manager enters it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionEntered {
    /// What is to be done.
    pub what: String,
    /// By whom.
    pub owner: String,
    /// By when, ISO.
    pub due: String,
}
