//! Exclusivity: what the rule says of a grant, beside what a person decides.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, ConditionView, Mark, StandingView};

/// A grant in one quarter: the rule on one side, the person's decision on the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExclusivityView {
    /// The grants to choose from.
    pub grants: Vec<Choice>,
    /// The one that is shown.
    pub grant: String,
    /// Where it stands.
    pub standing: StandingView,
    /// `exclusive, quarter by quarter; two renewals in a row open Scale`.
    pub lead: String,
    /// Its stages, first to last.
    pub phases: Vec<PhaseView>,
    /// What is judged and decided here: `launch` or `2026-Q3`.
    pub stage: String,
    /// `Q3 2026`, `Launch`.
    pub stage_title: String,
    /// `The rule proposes: Conditional`.
    pub proposal: String,
    /// `3 of 4 conditions met; first failed quarter of two`.
    pub because: String,
    /// The rule's conditions, failed ones first.
    pub conditions: Vec<ConditionView>,
    /// What it takes to keep exclusivity, quarter by quarter.
    pub takes: Vec<TakesView>,
    /// What a person decided, if anyone did.
    pub decided: Option<DecidedView>,
    /// What can be decided.
    pub decision: DecisionForm,
    /// Every decision, the newest first.
    pub history: Vec<HistoryRow>,
    /// What was agreed for the grant.
    pub terms: GrantForm,
}

/// A stage on the band of a grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhaseView {
    /// `Q2, renewed`.
    pub title: String,
    /// `Score 94.6`, `Decided 14 Jul, Tan Mei Lin`.
    pub notes: Vec<String>,
    /// How it is drawn.
    pub when: PhaseWhen,
    /// The width it takes.
    pub days: i32,
}

/// Where a stage lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseWhen {
    /// The launch, with its gate at the end.
    Launch,
    /// A quarter that is over.
    Past,
    /// The one that is shown.
    Now,
    /// One to come.
    Later,
}

/// What it takes to keep exclusivity in a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TakesView {
    /// `To renew Q4`.
    pub heading: String,
    /// Met, open or out of reach.
    pub mark: Mark,
    /// `186.6 Rp m more`.
    pub answer: String,
    /// What explains it, sentence by sentence.
    pub sentences: Vec<String>,
    /// How fast it has to come and came, per week; the needed rate first.
    pub rates: Vec<RateView>,
    /// `Rp m a week`.
    pub rates_unit: String,
}

/// A rate beside others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RateView {
    /// `Needed`, `August`, `Q3`.
    pub label: String,
    /// `420.0`.
    pub value: String,
    /// Of the longest.
    pub permille: i32,
    /// Whether it is the one that is needed.
    pub needed: bool,
}

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecidedView {
    /// `Renew, to 31 December 2026`.
    pub title: String,
    /// `Tan Mei Lin, 8 October 2026`.
    pub by: String,
    /// In the person's own words; may be empty.
    pub reason: String,
    /// `The rule proposed: Conditional`; empty where the decision agrees with it.
    pub against: String,
    /// Whether its last day is over.
    pub expired: bool,
}

/// What can be decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionForm {
    /// Nothing can be decided yet: why. Empty where it can.
    pub not_yet: String,
    /// `By Thursday, 15 October`.
    pub by: String,
    /// The outcomes, in the order in which they are offered.
    pub options: Vec<DecisionOption>,
    /// The one to begin with.
    pub outcome: String,
    /// Who decides.
    pub author: String,
    /// Why, as it was said before.
    pub reason: String,
}

/// An outcome to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionOption {
    /// `renew`.
    pub key: String,
    /// `Renew`.
    pub label: String,
    /// Whether the rule proposes it.
    pub proposed: bool,
    /// Whether it differs from what the rule proposes: a reason and a last day are asked for.
    pub overrides: bool,
    /// Whether a last day is asked for.
    pub needs_until: bool,
    /// The last day to begin with, ISO.
    pub until: String,
}

/// A decision to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionInput {
    /// Whose.
    pub distributor: String,
    /// On which grant; empty for the first.
    pub grant: String,
    /// On what: `launch` or `2026-Q3`.
    pub stage: String,
    /// `renew`.
    pub outcome: String,
    /// Why; may be empty where it agrees with the rule.
    pub reason: String,
    /// Who decides; empty for the manager.
    pub author: String,
    /// The last day on which it holds, ISO; may be empty.
    pub until: String,
}

/// A decision that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionTaken {
    /// Its entry in the journal; `None` where it stood so already.
    pub entry: Option<String>,
    /// `PT Contoh, Q3 2026: Renewed to 31 December 2026`.
    pub said: String,
}

/// A decision in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// `Q2 2026`.
    pub stage: String,
    /// `Conditional`.
    pub proposed: String,
    /// `Renew, to 31 December 2026`.
    pub decided: String,
    /// Whether it differs from what was proposed.
    pub overrides: bool,
    /// `14 July 2026`.
    pub day: String,
    /// `Tan Mei Lin`.
    pub author: String,
    /// In the person's own words.
    pub reason: String,
    /// The standing that followed.
    pub followed: StandingView,
}

/// A grant and its terms, as they are edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GrantForm {
    /// Whose.
    pub distributor: String,
    /// Its id; empty for a new one.
    pub grant: String,
    /// Whether it is the one on the distributor's card, where territory, products and start are edited.
    pub first: bool,
    /// Where it holds.
    pub territory: String,
    /// For what.
    pub products: String,
    /// The day its launch began, ISO; may be empty.
    pub start: String,
    /// What each KPI must reach.
    pub gates: Vec<GateField>,
    /// Days in which a late report is waited for; empty as the playbook says.
    pub grace: String,
    /// Failed quarters in a row that lapse it; empty as the playbook says.
    pub lapse_after: String,
    /// Renewed quarters in a row that scale it; empty as the playbook says.
    pub scale_after: String,
    /// What the playbook says where nothing is agreed: `5 days`, `2`, `2`.
    pub defaults: Vec<String>,
    /// Whether it is held; an ended one is not judged.
    pub held: bool,
}

/// What a KPI must reach at the gate of a grant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GateField {
    /// The KPI.
    pub kpi: String,
    /// `Revenue against target`.
    pub title: String,
    /// In percent of target; empty as the playbook says.
    pub required: String,
    /// What the playbook says: `100`; empty where it is no gate.
    pub default: String,
}
