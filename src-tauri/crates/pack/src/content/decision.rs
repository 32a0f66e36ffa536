//! What the decision page says.

use super::{Amount, Bar, Chip, Figure};
use crate::picture::Disc;

/// Which page proves a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageOf {
    /// The first scorecard.
    Scorecard,
    /// The first compliance section.
    Compliance,
    /// The first evidence list.
    Evidence,
}

/// The decision page of one grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// `Exclusivity, Java and Bali, Home care`.
    pub kicker: String,
    /// In words: `Conditional: one of four conditions is not met`.
    pub headline: String,
    /// What the rule says.
    pub proposed: Verdict,
    /// What a person decided, or by when someone has to.
    pub decided: Decided,
    /// The rule's conditions, failed ones first.
    pub conditions: Vec<Condition>,
    /// The score (`note`: `−2.8 on Q2 (94.6)`) and the coverage (`note`: `coverage; QBR not held yet`).
    pub figures: Vec<Figure>,
    /// What moved the score against the period before, largest loss first; empty when there is nothing to compare.
    pub moves: Vec<Move>,
    /// Why there are no moves, in words; printed only when `moves` is empty.
    pub no_moves: String,
    /// The standing over time, first to last.
    pub standing: Vec<Phase>,
    /// What renewing the next quarter takes, where it is known.
    pub takes: Option<Takes>,
    /// Who signs: `For Halden Asia: name, date, signature`.
    pub signatures: Vec<String>,
}

/// What the rule proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The standing's disc.
    pub disc: Disc,
    /// `Conditional`, `Renew`.
    pub title: String,
    /// `3 of 4 conditions met. First failed quarter; two in a row lapse.`
    pub text: String,
}

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// Nobody yet: the text says by when, and room is left for a pen.
    Open {
        /// `Decide by Thursday, 15 October 2026.`
        text: String,
    },
    /// A decision.
    Made {
        /// `Decided by Tan Mei Lin, regional manager, 8 October 2026`.
        by: String,
        /// What was decided, with the reason as its text.
        verdict: Verdict,
    },
}

/// One condition of the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Met, not met or not yet known.
    pub result: Chip,
    /// `Weekly reports on time`.
    pub condition: String,
    /// What the rule asks for.
    pub required: Amount,
    /// What was reached.
    pub actual: Amount,
    /// Actual against required, with its sign.
    pub difference: Amount,
    /// `12 of 13 weeks`.
    pub evidence: String,
    /// The section that proves it; its page number is printed after `evidence`.
    pub page: Option<PageOf>,
}

/// What one KPI did to the score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The KPI's short title.
    pub title: String,
    /// `−1.7`.
    pub value: String,
    /// Thousandths of a point, signed: the bar's length.
    pub length: i32,
}

/// A stretch of a grant's standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// `Q3 2026, conditional`.
    pub title: String,
    /// `Score 91.8; first failed quarter`.
    pub note: String,
    /// How it is drawn.
    pub when: When,
    /// Its length in days: the width it takes.
    pub days: u32,
}

/// Where a stretch of standing lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The launch: not exclusive.
    Launch,
    /// A quarter that is over.
    Past,
    /// The quarter of this pack.
    Now,
    /// A quarter to come.
    Later,
}

/// What renewing the next quarter takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takes {
    /// `What it takes to renew Q4`.
    pub heading: String,
    /// The answer, strong: `Rp 90.0 m a selling day`.
    pub strong: String,
    /// What it is made of: a line a condition or an amount.
    pub lines: Vec<String>,
    /// Rates to compare, the needed one first.
    pub rates: Vec<Bar>,
}
