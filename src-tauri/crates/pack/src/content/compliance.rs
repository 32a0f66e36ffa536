//! What the reporting compliance page says.

use super::{Amount, Chip, Figure};

/// The reporting compliance page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compliance {
    /// `Weekly updates, monthly summaries, reviews`.
    pub kicker: String,
    /// `Reporting compliance, Q3 2026`.
    pub headline: String,
    /// Up to four figures.
    pub figures: Vec<Figure>,
    /// `Weekly updates, due on the Monday after the week`.
    pub weekly: ReportLog,
    /// `Monthly summaries, due by the 5th business day`.
    pub monthly: ReportLog,
    /// The reviews of the quarter; empty leaves the table out.
    pub reviews: Vec<ReviewRow>,
}

/// A table of reports of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportLog {
    /// Its heading.
    pub heading: String,
    /// A row a report.
    pub rows: Vec<ReportRow>,
    /// What rows refer to by [`ReportRow::note`]: moved due dates and their holidays.
    pub footnotes: Vec<String>,
    /// Sentences below the table that no row refers to.
    pub remarks: Vec<String>,
}

/// One report that was due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// `Week 27`, `August`.
    pub report: String,
    /// `29 Jun to 5 Jul`; empty in all rows leaves the column out.
    pub covers: String,
    /// `Mon 6 Jul`.
    pub due: String,
    /// The footnote on the due date, counted from zero.
    pub note: Option<usize>,
    /// `Thu 3 Sep`, or a word while there is none.
    pub received: Amount,
    /// Days from due to received, negative when early; `None` draws no dot.
    pub offset: Option<i32>,
    /// Its state.
    pub state: Chip,
    /// The file it came in; may be empty.
    pub file: String,
}

/// One review that was due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRow {
    /// `July`.
    pub review: String,
    /// `Tuesday, 11 August`, or a word.
    pub held: Amount,
    /// Its state.
    pub state: Chip,
    /// What was noted; may be empty.
    pub remarks: String,
}
