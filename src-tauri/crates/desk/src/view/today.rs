//! Today: what is late, red, contradictory and due.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Fact, InboxSection, Mark, Name, Span};

/// The answer first, in words, then the tables that prove it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// `Thursday, 8 October`.
    pub title: String,
    /// `Week 41 · Q4 2026, day 8 of 92`.
    pub subtitle: String,
    /// The sentence that says it all.
    pub lead: Vec<Span>,
    /// Reports past due, the longest first.
    pub late: Vec<LateRow>,
    /// What falls due in the coming days.
    pub next: Vec<NextRow>,
    /// KPIs below their threshold in the quarter at hand.
    pub red: Vec<RedRow>,
    /// Figures that cannot both be true.
    pub contradictions: Vec<ContradictionRow>,
    /// Files that wait in Import.
    pub to_review: Vec<ReviewRow>,
    /// Everything else that needs the manager, by kind.
    pub inbox: Vec<InboxSection>,
}

/// A report past due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LateRow {
    /// Its id.
    pub distributor: String,
    /// Who owes it.
    pub name: Name,
    /// Late or missing.
    pub mark: Mark,
    /// `Week 40` or `September summary`.
    pub what: String,
    /// `scores 0` once the grace is over; else empty.
    pub note: String,
    /// `Mon 5 Oct`.
    pub due: String,
    /// `3 days`.
    pub days: String,
    /// A text to send, ready to copy.
    pub message: String,
    /// The contact it goes to; may be empty.
    pub to: String,
}

/// Something that falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextRow {
    /// `Mon 12 Oct`.
    pub when: String,
    /// The sentence.
    pub what: String,
}

/// A KPI that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RedRow {
    /// The distributor's id.
    pub distributor: String,
    /// Who.
    pub name: Name,
    /// Which KPI.
    pub kpi: String,
    /// Red.
    pub mark: Mark,
    /// How far.
    pub attainment: Fact,
}

/// Two figures that cannot both be true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContradictionRow {
    /// The distributor's id.
    pub distributor: String,
    /// Who.
    pub name: Name,
    /// The sentence: `September: 131 quotes, but only 118 leads`.
    pub what: String,
    /// The figures, each with its evidence.
    pub values: Vec<Fact>,
    /// What to settle it by.
    pub subject: String,
    /// `Settled by Tan Mei Lin on 9 October: leads of August`; empty while it is open.
    pub settled: String,
    /// The entry that settled it: to undo that is to reopen it.
    pub entry: Option<String>,
}

/// A file that waits in review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewRow {
    /// Its id in Import.
    pub file: String,
    /// The file's name.
    pub name: String,
    /// `1 question`.
    pub note: String,
}
