//! Packs: choose, make, look, save, print.

use serde::Serialize;
use ts_rs::TS;

use super::{Choice, Name, Problem};

/// The packs of a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PacksView {
    /// `2026-Q3`.
    pub quarter: String,
    /// To choose from.
    pub quarters: Vec<Choice>,
    /// `8 of 10 are ready: 1 has reports missing`.
    pub lead: String,
    /// One a distributor.
    pub rows: Vec<PackRow>,
    /// What a pack holds.
    pub sections: Vec<String>,
}

/// A distributor's pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackRow {
    /// The distributor.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// What is not ready.
    pub problems: Vec<Problem>,
    /// The pack, once made and still of today's numbers.
    pub made: Option<MadePack>,
}

/// A pack that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MadePack {
    /// Its file name.
    pub file: String,
    /// Where it lies.
    pub path: String,
    /// How many pages.
    pub pages: i32,
}

/// How far making is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackProgress {
    /// Packs made.
    pub done: i32,
    /// Packs chosen.
    pub total: i32,
    /// The one at hand.
    pub name: String,
    /// Its page.
    pub page: i32,
}
