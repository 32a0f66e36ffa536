//! Playbook: the rules in force, their versions, and the form that makes the next one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Choice;

/// A version of the rules, as tables to read and as the form to change it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaybookView {
    /// `Playbook 2`.
    pub title: String,
    /// `holds from 1 October 2026`.
    pub since: String,
    /// The version that is shown.
    pub version: i32,
    /// All versions, the newest first.
    pub versions: Vec<VersionRow>,
    /// The KPIs.
    pub kpis: Vec<RuleKpi>,
    /// Cadence, coverage, thresholds, exclusivity.
    pub rules: Vec<RuleLine>,
    /// When years begin.
    pub fiscal: FiscalView,
    /// The version that is shown, as the next one starts from it.
    pub draft: PlaybookDraft,
    /// What the form offers.
    pub choices: PlaybookChoices,
    /// Of the distributors' countries, this year and next.
    pub holidays: Vec<HolidayLine>,
}

/// A version of the playbook in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VersionRow {
    /// Its number.
    pub version: i32,
    /// `from 1 October 2026`.
    pub since: String,
    /// `set by Mei Lin, 8 Oct, 09:41`; empty for the one that ships.
    pub by: String,
    /// Whether it holds today.
    pub holds: bool,
}

/// When years begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FiscalView {
    /// 1 to 12.
    pub month: i32,
    /// The months to choose from.
    pub months: Vec<Choice>,
    /// `Q4 FY2026 runs from 1 January to 31 March 2027: 12 weeks.`
    pub note: String,
    /// Why it can't be changed; empty where it can.
    pub fixed: String,
}

/// A version as it is typed: nothing of it is lost, whether it can be taken or not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaybookDraft {
    /// The first day on which it holds: `2026-10-01`.
    pub from: String,
    /// The KPIs, in the order of the scorecard.
    pub kpis: Vec<KpiDraft>,
    /// The measures of the manager's own.
    pub measures: Vec<MeasureDraft>,
    /// The settings.
    pub settings: Vec<SettingDraft>,
}

/// A KPI as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KpiDraft {
    /// Its key; empty for one that is new.
    pub key: String,
    /// Whether it is the manager's own: then its words and its shape can be changed.
    pub own: bool,
    /// Its title.
    pub title: String,
    /// What it measures.
    pub meaning: String,
    /// `commercial`.
    pub group: String,
    /// `ratio`.
    pub shape: String,
    /// What the shape is chosen with: a base, a number of months, a report or review kind; else empty.
    pub choice: String,
    /// The measures of its first sum.
    pub first: Vec<String>,
    /// The measures of its second sum.
    pub second: Vec<String>,
    /// `higher`.
    pub better: String,
    /// Its weight; 0 is off.
    pub weight: String,
    /// The attainment in percent that exclusivity asks for; empty where it asks for none.
    pub gate: String,
    /// In percent.
    pub green: String,
    /// In percent.
    pub amber: String,
    /// Days; empty where they are the playbook's.
    pub grace: String,
    /// What it is held against where no target is agreed; may be empty.
    pub goal: String,
    /// The same of a band.
    pub low: String,
    /// The band's upper edge.
    pub high: String,
    /// How far outside it is worth nothing.
    pub margin: String,
}

/// A measure of the manager's own as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasureDraft {
    /// Its key; empty for one that is new.
    pub key: String,
    /// What reports call it.
    pub title: String,
    /// `count`.
    pub unit: String,
    /// `weekly` or `monthly`.
    pub report: String,
    /// Whether forms ask for it.
    pub asked: bool,
}

/// A setting as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingDraft {
    /// Its key.
    pub key: String,
    /// `Grace`.
    pub title: String,
    /// What it does, in a sentence.
    pub meaning: String,
    /// `days`.
    pub unit: String,
    /// A whole number.
    pub value: String,
}

/// What the form of a version offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaybookChoices {
    /// Groups of KPIs.
    pub groups: Vec<Choice>,
    /// Shapes, with what each takes.
    pub shapes: Vec<ShapeChoice>,
    /// Directions.
    pub better: Vec<Choice>,
    /// What measures count.
    pub units: Vec<Choice>,
    /// The reports that state measures.
    pub reports: Vec<Choice>,
    /// The measures that ship.
    pub measures: Vec<Choice>,
}

/// A shape that a KPI can have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShapeChoice {
    /// `ratio`.
    pub key: String,
    /// `Ratio`.
    pub label: String,
    /// What it comes to, in a sentence.
    pub meaning: String,
    /// The name of its first sum; empty where it takes none.
    pub first: String,
    /// The name of its second sum; empty where it takes none.
    pub second: String,
    /// What else it is chosen with; may be empty.
    pub choices: Vec<Choice>,
}

/// Something about a draft: why it can't hold, or what is worth a second look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftFlaw {
    /// Whether it keeps the version from being saved.
    pub stops: bool,
    /// The KPI's place in the draft; −1 where it is about no KPI.
    pub kpi: i32,
    /// What is wrong and what to do, in a sentence.
    pub message: String,
}

/// What became of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedPlaybook {
    /// The version's number; 0 where it was not saved.
    pub version: i32,
    /// What is wrong, or worth a second look.
    pub flaws: Vec<DraftFlaw>,
}

/// A KPI of the playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleKpi {
    /// Its name on the command line.
    pub key: String,
    /// `Commercial`.
    pub group: String,
    /// Its title.
    pub title: String,
    /// What it measures.
    pub meaning: String,
    /// `Purchase orders / Leads`.
    pub made_of: String,
    /// Its weight; `off` when not in scope.
    pub weight: String,
    /// What exclusivity asks for: `gate 90 %`; empty where it asks for nothing.
    pub gate: String,
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
