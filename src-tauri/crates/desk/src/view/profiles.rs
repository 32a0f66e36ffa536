//! Layouts that are remembered.

use serde::Serialize;
use ts_rs::TS;

use super::Choice;

/// The layouts that files are known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProfilesView {
    /// The newest first.
    pub profiles: Vec<ProfileView>,
}

/// A layout that is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProfileView {
    /// Its id.
    pub id: String,
    /// Whose files.
    pub distributor: String,
    /// `Monthly summary`.
    pub kind: String,
    /// `Learnt from Rekap Sept.xlsx, 3 Oct 09:41, Mei Lin`.
    pub learnt: String,
    /// The sheet; empty for CSV and text files.
    pub sheet: String,
    /// `“omzet” in F, “prospek” in G`.
    pub columns: String,
    /// Whether its files may be stored unasked.
    pub trusted: bool,
    /// What was settled.
    pub answers: Vec<ProfileAnswer>,
}

/// An answer that is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProfileAnswer {
    /// The field: with `why`, what to change it by.
    pub about: String,
    /// Why it was open.
    pub why: String,
    /// `Leads`.
    pub title: String,
    /// `“1.200” holds thousands`.
    pub says: String,
    /// `as you settled on 3 Oct`.
    pub when: String,
    /// The rule that holds: one of the choices.
    pub rule: String,
    /// The ways in which it can be settled.
    pub choices: Vec<Choice>,
}
