//! Says who? The sheet as it came, the cell marked.

use serde::Serialize;
use ts_rs::TS;

use super::Mark;

/// Where a number comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceView {
    /// `Revenue, Q3 2026`.
    pub title: String,
    /// The number as shown.
    pub value: String,
    /// Every digit.
    pub exact: String,
    /// How it is made of its parts, in a sentence.
    pub how: String,
    /// The stated values behind it.
    pub parts: Vec<EvidencePart>,
}

/// One stated value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EvidencePart {
    /// What to ask `evidence_sheet` for.
    pub token: String,
    /// `July summary`.
    pub title: String,
    /// As stated, exact.
    pub value: String,
    /// `Sheet1!E6`; the cell alone where there are no sheets.
    pub place: String,
    /// The file's name.
    pub file: String,
    /// When it came.
    pub received: String,
    /// Who confirmed it, and when.
    pub confirmed: String,
    /// 1 unless corrected.
    pub revision: i32,
}

/// A window on a sheet as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetView {
    /// The file's name.
    pub file: String,
    /// The sheets of the file.
    pub tabs: Vec<SheetTab>,
    /// The columns shown.
    pub columns: Vec<SheetColumn>,
    /// The rows shown.
    pub rows: Vec<SheetRow>,
    /// Whether the sheet goes on beyond what is shown.
    pub cut: bool,
}

/// A sheet of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetTab {
    /// Its place.
    pub index: i32,
    /// Its name.
    pub name: String,
    /// `left out`, `empty`, `hidden`; may be empty.
    pub note: String,
    /// Whether it is the one shown.
    pub chosen: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetColumn {
    /// `A`.
    pub letter: String,
    /// In characters.
    pub width: i32,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetRow {
    /// As on the sheet.
    pub number: i32,
    /// One a column, in order; covered cells of a merged range are left out.
    pub cells: Vec<SheetCell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetCell {
    /// `E11`.
    pub place: String,
    /// As shown.
    pub text: String,
    /// Whether it is set to the right.
    pub number: bool,
    /// Columns it covers: 1 unless merged.
    pub span: i32,
    /// What was made of it.
    pub found: Option<Found>,
    /// A question or an error on it.
    pub mark: Option<Mark>,
}

/// What was made of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// A number that was read.
    Value,
    /// Who, when, which money.
    Label,
    /// A remark.
    Words,
    /// A question is about it.
    Asked,
    /// The cell that was asked for.
    Evidence,
}
