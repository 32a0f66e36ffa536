//! What the agenda page of the quarterly review says.

/// The agenda page: five items in their time, room to write, and the actions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// `Thursday, 15 October, 14:00, Jakarta, 40 minutes`.
    pub kicker: String,
    /// `Quarterly business review, Q3 2026`.
    pub headline: String,
    /// Who takes part; may be empty.
    pub present: String,
    /// The items; the actions stand below the last.
    pub items: Vec<AgendaItem>,
    /// The actions; free rows follow up to five.
    pub actions: Vec<ActionLine>,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// `14:10`.
    pub starts: String,
    /// `8 minutes`.
    pub minutes: String,
    /// `2  Wins and losses, and why`.
    pub title: String,
    /// A few words each to begin from, two a row.
    pub points: Vec<String>,
    /// What was noted; empty leaves room to write.
    pub note: String,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionLine {
    /// What is to be done.
    pub what: String,
    /// `carried over from Q2`; may be empty.
    pub carried: String,
    /// Who does it.
    pub owner: String,
    /// `10 Nov`.
    pub by: String,
    /// How it ended; empty while it is open.
    pub state: String,
}
