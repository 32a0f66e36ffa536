//! Launch: the 30-day checklist of one distributor, and the list itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Mark;

/// The tab of one distributor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LaunchView {
    /// The answer in words: `Day 12: four of twelve are done, one is overdue.`
    pub lead: String,
    /// What follows: `The gate of day 90 is on Wed 30 Dec.`; or how to begin where no start date is known.
    pub note: String,
    /// Four weeks; none where no start date is known.
    pub weeks: Vec<LaunchWeek>,
}

/// A week of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LaunchWeek {
    /// `Week 1`.
    pub title: String,
    /// `by Thu 8 Oct`.
    pub due: String,
    /// Its items.
    pub items: Vec<LaunchItemView>,
}

/// An item and how it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LaunchItemView {
    /// Its key.
    pub key: String,
    /// What is to be done.
    pub title: String,
    /// Met, late, missing (overdue) or not yet due.
    pub mark: Mark,
    /// `Done on 7 Oct`, `2 days overdue`, `open`.
    pub state: String,
    /// Whether it is done.
    pub done: bool,
    /// Whether it is counted rather than ticked.
    pub counted: bool,
    /// How many there are by now; `None` while nobody counted.
    pub count: Option<u32>,
    /// `of 30 to 50`; empty for one that is ticked.
    pub goal: String,
    /// The day it is due now, `Mon 12 Oct`.
    pub due: String,
    /// The same, ISO.
    pub due_date: String,
    /// `was Thu 8 Oct, 4 days later: stamp duty`; empty where it was not moved.
    pub slip: String,
}

/// The checklist as it is edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChecklistView {
    /// `Launches that start on 1 October 2026 or later follow this list.`
    pub note: String,
    /// Its items.
    pub items: Vec<ChecklistItem>,
}

/// An item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChecklistItem {
    /// Its key; empty for a new one.
    pub key: String,
    /// 1 to 4.
    pub week: u32,
    /// What is to be done.
    pub title: String,
    /// From how many on it is done; `None` for one that is ticked.
    pub least: Option<u32>,
    /// How many are too many.
    pub most: Option<u32>,
}
