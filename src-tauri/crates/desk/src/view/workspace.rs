//! The frame around every screen.

use serde::Serialize;
use ts_rs::TS;

use super::Choice;

/// What the rail and the first start show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceView {
    /// The manager's own company; empty at first.
    pub company: String,
    /// The manager's name; empty at first.
    pub manager: String,
    /// Whether the sample workspace is open.
    pub sample: bool,
    /// Whether a sample workspace is there to go back to.
    pub sample_exists: bool,
    /// How many there are; 0 shows the first start.
    pub distributors: i32,
    /// The quarters with reports, and the running one, newest first.
    pub quarters: Vec<Choice>,
    /// The quarter that screens open with.
    pub quarter: String,
    /// The day it is in this record, ISO: the sample stands still.
    pub today: String,
    /// Late, red, contradictory and to decide.
    pub today_count: i32,
    /// Files that wait in review.
    pub import_count: i32,
    /// When the last entry was made; empty when none.
    pub saved: String,
    /// Where the record lies.
    pub folder: String,
    /// The folder that is watched; empty when none is.
    pub watched: String,
    /// What undo would take back.
    pub undo: Option<EntryLine>,
    /// What redo would bring back.
    pub redo: Option<EntryLine>,
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryLine {
    /// Its id.
    pub id: String,
    /// A short name for people: undo 12.
    pub number: i32,
    /// Day and time, in words.
    pub when: String,
    /// Who did it.
    pub who: String,
    /// What was done, in words.
    pub what: String,
    /// Whether it was taken back.
    pub undone: bool,
    /// Whether undo is offered.
    pub can_undo: bool,
    /// Why not; empty when it is.
    pub why_not: String,
}

/// An error as the user meets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ErrorView {
    /// A word the window acts on; `other` mostly.
    pub kind: String,
    /// What happened, and where.
    pub message: String,
    /// What to do.
    pub hint: String,
}
