//! The inbox: what needs the manager, one line a thing, each with its one next action.

use serde::Serialize;
use ts_rs::TS;

use super::{Mark, Name};

/// Everything that needs the manager, the most urgent first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxView {
    /// `Thursday, 8 October`.
    pub title: String,
    /// The answer in a sentence or two.
    pub summary: String,
    /// One line a thing.
    pub rows: Vec<InboxRow>,
}

/// One thing that needs the manager.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxRow {
    /// What kind of thing it is.
    pub kind: InboxKind,
    /// The distributor's id; empty where it is about several or none.
    pub distributor: String,
    /// Who it is about.
    pub name: Name,
    /// How it stands.
    pub mark: Mark,
    /// The thing itself: `September summary`.
    pub what: String,
    /// By when, or since when: `Wed 7 Oct, 1 day ago`; empty where no day matters.
    pub when: String,
    /// Days from today until it must be done, negative once that day has passed: the smaller the more urgent.
    pub sort: i32,
    /// The one thing to do next, as a button says it: `Send the message`.
    pub action: String,
    /// Where that is done, as the window's address.
    pub place: String,
}

/// The rows of one kind, the most urgent first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxSection {
    /// The kind.
    pub kind: InboxKind,
    /// `To decide`.
    pub title: String,
    /// Its rows.
    pub rows: Vec<InboxRow>,
}

/// What kind of thing waits. Where two are as urgent, the earlier one here comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum InboxKind {
    /// A report past due.
    Late,
    /// Something that holds only for some days more: an override, an approval.
    Expiring,
    /// An assessment that waits for a decision.
    ToDecide,
    /// Figures that can't both be true.
    Contradiction,
    /// A file that waits in Import.
    File,
    /// Something to look at again: a correction after a close, a promotion that ended.
    ToReview,
    /// A discount or a promotion outside what is approved.
    Breach,
    /// A corrective action plan: to make, or at its day 30.
    Plan,
    /// An action that somebody owes.
    Action,
    /// A monthly review or a QBR to hold.
    ReviewDue,
    /// An item of a launch.
    Launch,
    /// A report that falls due in the coming days.
    Due,
    /// A KPI below its threshold.
    Red,
}

impl InboxKind {
    /// The message is `inbox-kind-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Expiring => "expiring",
            Self::ToDecide => "to-decide",
            Self::Contradiction => "contradiction",
            Self::File => "file",
            Self::ToReview => "to-review",
            Self::Breach => "breach",
            Self::Plan => "plan",
            Self::Action => "action",
            Self::ReviewDue => "review-due",
            Self::Launch => "launch",
            Self::Due => "due",
            Self::Red => "red",
        }
    }
}
