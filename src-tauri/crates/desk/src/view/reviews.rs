//! Reviews: monthly ones, the quarterly one with its actions, and the quarter's close.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Fact, Mark, Name, Picture};

/// The reviews of one distributor in one quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewsView {
    /// The distributor's id.
    pub id: String,
    /// Who.
    pub name: Name,
    /// `2026-Q3`.
    pub quarter: String,
    /// The manager's own day, ISO: what a form proposes.
    pub today: String,
    /// One a month.
    pub monthly: Vec<HeldReview>,
    /// That of the quarter.
    pub quarterly: HeldReview,
    /// The quarterly one.
    pub qbr: QbrView,
    /// Whether the quarter is closed, and what changed since.
    pub closing: ClosingView,
}

/// A review that was or is to be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeldReview {
    /// `July`, `QBR, Q3`.
    pub title: String,
    /// `Mon 31 Aug`.
    pub due: String,
    /// Held, due or missing.
    pub mark: Mark,
    /// `Held on 11 August`, `Due 31 Oct`, `Not held`.
    pub state: String,
    /// What can be edited.
    pub card: HeldCard,
}

/// What is said of a review that was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeldCard {
    /// The month or the quarter: `2026-07`, `2026-Q3`.
    pub period: String,
    /// The day, ISO; empty while it was not held.
    pub held_on: String,
    /// What was said; may be empty.
    pub notes: String,
    /// What was decided.
    pub decisions: Vec<String>,
}

/// The quarterly business review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QbrView {
    /// `Quarterly business review, Q3 2026`.
    pub title: String,
    /// Held, due or missing.
    pub mark: Mark,
    /// `Held on 15 October`, `Due 15 Oct`.
    pub state: String,
    /// What can be edited.
    pub card: QbrCard,
    /// What the numbers and the reports propose as won and lost.
    pub proposed: OutcomesCard,
    /// Its five items.
    pub agenda: Vec<AgendaItem>,
    /// `40 minutes`.
    pub agenda_note: String,
    /// Three numbers that are legible across a table.
    pub figures: Vec<LargeFigure>,
    /// What was won.
    pub wins: OutcomeTable,
    /// What was lost.
    pub losses: OutcomeTable,
    /// The targets of the next quarter.
    pub targets: Vec<NextTarget>,
    /// `Q4 2026`.
    pub next_quarter: String,
    /// Its actions, and those carried over.
    pub actions: Vec<ActionRow>,
    /// `3 of 5`.
    pub actions_note: String,
    /// Why no further action fits; empty while one does.
    pub actions_full: String,
    /// The day of the meeting in words, as far as it is known: `Thursday, 15 October`.
    pub day: String,
}

/// What a manager writes down for a quarterly review. Anything may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QbrCard {
    /// The day it is planned for, ISO; may be empty.
    pub planned_on: String,
    /// `14:00`; may be empty.
    pub starts: String,
    /// Where; may be empty.
    pub place: String,
    /// Who takes part; may be empty.
    pub present: String,
    /// The minutes of the five items.
    pub minutes: Vec<u32>,
    /// Wins and losses as the manager words them; `None` while the proposals stand.
    pub outcomes: Option<OutcomesCard>,
    /// What comes first in the next quarter.
    pub priorities: Vec<String>,
    /// What was noted, item by item.
    pub notes: Vec<String>,
}

/// Wins and losses to edit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutcomesCard {
    /// What was won.
    pub wins: Vec<OutcomeCard>,
    /// What was lost.
    pub losses: Vec<OutcomeCard>,
}

/// A win or a loss to edit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeCard {
    /// What it is.
    pub what: String,
    /// Why; may be empty.
    pub why: String,
    /// How much it was: `+310.0 Rp m`; may be empty.
    pub worth: String,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgendaItem {
    /// Its key.
    pub key: String,
    /// `Wins and losses, and why`.
    pub title: String,
    /// `Wins and losses`.
    pub short: String,
    /// How long it takes.
    pub minutes: u32,
    /// `14:10`; `10 min in` while the hour is not known.
    pub starts: String,
    /// What there is to say, in a few words each.
    pub points: Vec<String>,
}

/// A number that is legible across a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LargeFigure {
    /// `Revenue`.
    pub label: String,
    /// `96.5`.
    pub value: Fact,
    /// `5,213.4 Rp m of 5,400.0 Rp m`.
    pub note: String,
}

/// Wins or losses as they are shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeTable {
    /// `Wins`.
    pub title: String,
    /// `+352.5 Rp m` where all rows are of one unit; else empty.
    pub sum: String,
    /// The rows.
    pub rows: Vec<OutcomeRow>,
}

/// A win or a loss.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeRow {
    /// What it is.
    pub what: String,
    /// Why.
    pub why: String,
    /// How much it was.
    pub worth: String,
    /// Left for a loss, right for a win; `None` where the rows can't be compared.
    pub bar: Option<Picture>,
}

/// A target of the next quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextTarget {
    /// The KPI.
    pub title: String,
    /// `5,850.0 Rp m`.
    pub target: String,
    /// What was reached in this quarter.
    pub reached: String,
}

/// An action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionRow {
    /// What can be edited.
    pub card: ActionCard,
    /// `Hendra Wijaya, by 31 October`.
    pub note: String,
    /// `carried over from Q2`; empty for one of this review.
    pub carried: String,
    /// Open, overdue, done or dropped.
    pub mark: Mark,
    /// `3 days overdue`.
    pub state: String,
    /// Whether it is open.
    pub open: bool,
}

/// An action to edit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ActionCard {
    /// Its id; empty for a new one.
    pub id: String,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub owner: String,
    /// The day by which it is done, ISO.
    pub due: String,
    /// `done` or `dropped`; empty while it is open.
    pub settled: String,
    /// The day on which it ended, ISO; empty while it is open.
    pub settled_on: String,
}

/// Whether a quarter is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClosingView {
    /// Whether it can be closed now: for the first time, or once more after something behind it changed.
    pub may: bool,
    /// Why it can't; empty where it can.
    pub why_not: String,
    /// The revision that closing makes: `R1`.
    pub next: String,
    /// What is not ready, though it can be closed.
    pub warnings: Vec<String>,
    /// `R1, closed on 15 October 2026 by Tan Mei Lin`; `None` while it is open.
    pub closed: Option<ClosedLine>,
    /// Every revision, the newest first.
    pub revisions: Vec<RevisionRow>,
    /// What changed behind the newest revision; `None` where nothing did.
    pub correction: Option<CorrectionView>,
}

/// That a quarter is closed, in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClosedLine {
    /// `R1`.
    pub revision: String,
    /// `R1, closed on 15 October 2026 by Tan Mei Lin`.
    pub lead: String,
    /// `Something behind it changed later.`; empty where nothing did.
    pub later: String,
}

/// A revision of a closed quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RevisionRow {
    /// 1 for the first.
    pub revision: u32,
    /// `R1`.
    pub title: String,
    /// `15 October 2026`.
    pub closed_on: String,
    /// Who closed it.
    pub author: String,
    /// Why there is a later one; empty for the first.
    pub reason: String,
    /// `9 pages`.
    pub pages: String,
    /// What it changed against the revision before.
    pub changes: Vec<DiffRow>,
}

/// What changed after the close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CorrectionView {
    /// `After R1 was closed, 2 figures changed.`
    pub lead: String,
    /// What came, was agreed or was taken back: `September summary: R2 was received on 20 October`.
    pub causes: Vec<String>,
    /// Each figure before and after.
    pub changes: Vec<DiffRow>,
}

/// A figure before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiffRow {
    /// `Revenue against target`.
    pub title: String,
    /// `Actual`.
    pub what: String,
    /// As it was closed.
    pub before: String,
    /// As it is now.
    pub after: String,
}
