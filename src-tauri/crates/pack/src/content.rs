//! What a pack says: views, never rows. The desk fills these types with finished words and numbers; nothing here is
//! added up, rounded or translated again, so the paper prints what the window shows, to the digit.
//!
//! Only lengths are numbers: whole thousandths, from which pictures are drawn.

mod agenda;
mod compliance;
mod decision;
mod governance;
mod reports;
mod scorecard;

use chrono::NaiveDateTime;

pub use agenda::{ActionLine, Agenda, AgendaItem};
pub use compliance::{Compliance, ReportLog, ReportRow, ReviewRow};
pub use decision::{Condition, Decided, Decision, Move, PageOf, Phase, Takes, Verdict, When};
pub use governance::{BreachRow, Governance, PromotionRow, RequestRow, ResultRow};
pub use reports::{Evidence, EvidenceGroup, EvidenceRow, RemarkGroup, RemarkRow, Remarks};
pub use scorecard::{KpiGroup, KpiRow, Scorecard, Total, Trend};

use crate::picture::Mark;

/// A whole pack of one distributor and one quarter, in the order in which it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackContent {
    /// What stands on every page, and in the file's own description.
    pub running: Running,
    /// The sections, each starting a page.
    pub sections: Vec<Section>,
}

/// What every page carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// The distributor's registered name, in its own script.
    pub distributor: String,
    /// `Distributor Management Pack, Q3 2026, revision R1`.
    pub pack: String,
    /// One quiet line on the first page, under the rule: `Indonesia, reports in IDR, distributor since 5 January 2026`.
    pub cover: String,
    /// `Data as of 8 October 2026, 09:40 UTC+8. Confidential to Halden Asia and PT Cahaya Nusantara Distribusi.`
    pub foot: String,
    /// The file's title: `PT Cahaya Nusantara Distribusi, Q3 2026`.
    pub title: String,
    /// Who issues the pack: the file's author.
    pub issuer: String,
    /// The moment that the file calls its creation (UTC): part of the content, so that equal content gives equal bytes.
    pub made: NaiveDateTime,
}

/// A part of the pack; each starts a page and stands in the outline by its heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Section {
    /// What was, or is to be, decided, and against what rule.
    Decision(Box<Decision>),
    /// KPI by KPI, with trends.
    Scorecard(Box<Scorecard>),
    /// Report by report: due, received, state.
    Compliance(Box<Compliance>),
    /// What the reports say in words.
    Remarks(Remarks),
    /// Breaches, promotions and requests.
    Governance(Box<Governance>),
    /// Where every number comes from.
    Evidence(Evidence),
    /// The agenda of the quarterly review.
    Agenda(Box<Agenda>),
}

/// A number with its quiet unit, or a word that stands in for one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amount {
    /// `5,213.4`, `−186.6`, `12`; or `due`, `not held yet`, `–`.
    pub value: String,
    /// `Rp m`, `%`, `of 13`; may be empty.
    pub unit: String,
    /// Whether it is known: a word in place of a number, and anything provisional, prints quietly.
    pub known: bool,
}

impl Amount {
    /// A known number and its unit.
    #[must_use]
    pub fn of(value: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { value: value.into(), unit: unit.into(), known: true }
    }

    /// A word in place of a number.
    #[must_use]
    pub fn unknown(word: impl Into<String>) -> Self {
        Self { value: word.into(), unit: String::new(), known: false }
    }
}

/// A judgement: mark (letter and shape) and word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// The drawn mark.
    pub mark: Mark,
    /// `Amber`, `Late, 3 days`, `Due 15 Oct`.
    pub word: String,
}

/// A large number of a page's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is: `Score, −2.8 on Q2`.
    pub label: String,
    /// `91.8`, `12`.
    pub value: String,
    /// `%`, `of 13`; may be empty.
    pub unit: String,
    /// A quiet line below; may be empty.
    pub note: String,
}

/// A labelled bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// `Needed`, `Leads`.
    pub label: String,
    /// `90.0`, `668`.
    pub value: String,
    /// A quiet share beside the value: `36.1 %`; may be empty.
    pub share: String,
    /// Thousandths of the longest bar.
    pub length: u32,
}
