//! What the reports themselves said: their words, and the cell of every number.

use super::Amount;

/// What the reports say in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remarks {
    /// A quiet line above the headline.
    pub kicker: String,
    /// `What the reports say, Q3 2026`.
    pub headline: String,
    /// Blockers, priorities, marketing actions, issues.
    pub groups: Vec<RemarkGroup>,
}

/// Remarks of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemarkGroup {
    /// `Blockers`.
    pub heading: String,
    /// The remarks, first to last.
    pub rows: Vec<RemarkRow>,
}

/// One remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemarkRow {
    /// `Week 27`.
    pub period: String,
    /// `Stock`; may be empty.
    pub category: String,
    /// What was written, in its own language.
    pub text: String,
    /// The cell: `Laporan Mingguan W27.xlsx, B14`.
    pub source: String,
}

/// The evidence list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// `Every number of this pack, and the cell it came from`.
    pub kicker: String,
    /// `Evidence, Q3 2026`.
    pub headline: String,
    /// A group a report, first to last.
    pub groups: Vec<EvidenceGroup>,
}

/// What one report stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceGroup {
    /// The report: `Week 27, R1`.
    pub report: String,
    /// The file: `Laporan Mingguan W27.xlsx`.
    pub file: String,
    /// `received Mon 6 Jul`.
    pub received: String,
    /// `confirmed by Tan Mei Lin, 8 October 2026`.
    pub confirmed: String,
    /// Its values.
    pub rows: Vec<EvidenceRow>,
}

/// One value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The measure's title.
    pub measure: String,
    /// Every digit of it, with its unit.
    pub value: Amount,
    /// The sheet; empty for text files.
    pub sheet: String,
    /// `C14`.
    pub cell: String,
    /// What was answered or corrected; may be empty.
    pub note: String,
}
